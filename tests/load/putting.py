"""Observed articles put into a store without the extractor, one document each."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Engine

from etl.load import ArticleObservations, resolve_some, store_observations
from etl.load.documents import DOCUMENTS, remove_documents
from etl.load.identity import content_hash, text_hash
from etl.load.upsert import upsert
from etl.records import ObservedArticle
from etl.resolve.verdicts import NO_DECISIONS, Decisions

ARTICLES = (
    "id", "document_id", "position", "title", "published_on", "dated_by", "language", "char_start", "char_end", "text", "text_hash",
    "extractor_version",
)  # fmt: skip


def put(connection: Connection, articles: Sequence[ObservedArticle]) -> None:
    """Load the articles, or load them again. The document of an article has its key."""
    documents = []
    rows = []
    for a in articles:
        name = str(a.article_id)
        documents.append((a.article_id, name, name, "text/plain", content_hash(name.encode()), b"", 0, *[None] * 6))
        dated_by = "metadata" if a.published_on else "unknown"
        rows.append(
            (a.article_id, a.article_id, 0, a.title, a.published_on, dated_by, "en", 0, len(a.text), a.text, text_hash(a.text), "test")
        )
    upsert(connection, "documents", DOCUMENTS, documents)
    upsert(connection, "articles", ARTICLES, rows)
    store_observations(connection, [ArticleObservations(a.article_id, a.text, a.observations) for a in articles])


def take_away(connection: Connection, articles: Sequence[ObservedArticle]) -> None:
    """Remove the articles with their documents."""
    remove_documents(connection, [a.article_id for a in articles])


def resolve_all(store: Engine, articles_at_once: int = 1000, decisions: Decisions = NO_DECISIONS) -> None:
    """Resolve what is unresolved, each step in a transaction of its own."""
    resolving = True
    while resolving:
        with store.begin() as connection:
            resolving = resolve_some(connection, decisions, articles_at_once=articles_at_once)

"""What a store says of meetings and statements over several articles, read through the contract views."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from etl.evaluate.views import dates_of, last_part, rows
from etl.records import Span


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """A meeting as all articles together tell it; participants as name and actor, of which one may be missing."""

    key: int
    title: str
    status: str
    date: str | None
    participants: tuple[tuple[str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class FoundReport:
    """Where an article tells of a meeting; `background`: it only looks back or ahead at it."""

    article: str
    span: Span
    event: FoundEvent
    background: bool


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A claim, and the key of the statement that it reports."""

    article: str
    span: Span
    words: str
    statement: int | None


@dataclass(frozen=True, slots=True)
class FoundEvents:
    """Everything that a store says of some articles together.

    `articles`: the names of those that it holds; `copies`: an article, and the one that it repeats.
    """

    articles: frozenset[str]
    reports: tuple[FoundReport, ...]
    statements: tuple[FoundStatement, ...]
    copies: tuple[tuple[str, str], ...]


def read_events(connection: Connection, names: Collection[str]) -> FoundEvents:
    """Return what the store says of the documents of these names; it may hold any number of others."""
    articles = {
        row["article_id"]: (last_part(row["document_name"]), row["char_start"], row["duplicate_of"])
        for row in rows(connection, "SELECT article_id, document_name, char_start, duplicate_of FROM v_articles ORDER BY article_id")
        if last_part(row["document_name"]) in names
    }

    def place(article: int, start: int, end: int) -> tuple[str, Span]:
        name, base, _ = articles[article]
        return name, Span(base + start, base + end)

    query = "SELECT * FROM v_meeting_reports WHERE article_id IN :keys ORDER BY article_id, char_start, meeting_id"
    told = list(rows(connection, query, articles))
    events = _events(connection, {row["meeting_id"] for row in told})
    reports = tuple(
        FoundReport(*place(row["article_id"], row["char_start"], row["char_end"]), events[row["meeting_id"]], bool(row["background"]))
        for row in told
    )
    query = "SELECT article_id, char_start, char_end, text, statement_id FROM v_claims WHERE article_id IN :keys ORDER BY claim_id"
    statements = tuple(
        FoundStatement(*place(row["article_id"], row["char_start"], row["char_end"]), row["text"], row["statement_id"])
        for row in rows(connection, query, articles)
    )
    copies = tuple((name, articles[of][0]) for name, _, of in articles.values() if of in articles)
    return FoundEvents(frozenset(name for name, _, _ in articles.values()), reports, statements, copies)


def _events(connection: Connection, keys: Collection[int]) -> dict[int, FoundEvent]:
    participants: dict[int, list[tuple[str | None, str | None]]] = defaultdict(list)
    query = "SELECT meeting_id, person, actor FROM v_meeting_participants WHERE meeting_id IN :keys ORDER BY meeting_id, person, actor"
    for row in rows(connection, query, sorted(keys)):
        participants[row["meeting_id"]].append((row["person"], row["actor"]))
    return {
        row["meeting_id"]: FoundEvent(row["meeting_id"], row["title"], row["status"], dates_of(row), tuple(participants[row["meeting_id"]]))
        for row in rows(connection, "SELECT * FROM v_meetings WHERE meeting_id IN :keys", sorted(keys))
    }

"""Documents and articles into the store, and what becomes of a document that comes again.

**A document is its bytes.** Its key is made of media type and content, never of the place where it was found. So the same articles give
the same keys on every machine and in every order, two workers that meet the same file agree without asking each other, and a judgement
about a row can never come to stand at another text.

- The same content again is *unchanged* (at its own place) or a *duplicate* (at another one), and is not loaded twice. Of several places
  the store shows the smallest, whichever was read first (`etl.load.places`).
- Other content at a place already known *supersedes* what stood there: the new document is loaded beside the old one, and the old one
  goes with its articles when the run resolves, unless it still stands at another place.
- The same content read by another extractor version is extracted again; its articles keep their keys.
- What its bytes do not say of a document (publisher, language, day, title) is what the source says that brought it first, whoever brings it
  again; sources are read in the order in which they are configured.

A *place* is origin and name. The rows of a table or JSONL file and the records of a WARC file share the file as their place, and are told
apart by their id or address, so that a row that moves to another line is still the same row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from etl.load.batches import IN_LIST, batches
from etl.load.comparing import await_comparison, forget
from etl.load.identity import article_id, content_hash, document_id, publisher_id, text_hash
from etl.load.resolving import release
from etl.load.upsert import Row, delete_where, select_in, table, upsert
from etl.records import Article, Document, RawDocument
from etl.sources import unnumbered

PUBLISHERS = ("id", "name")
DOCUMENTS = (
    "id", "name", "origin", "media_type", "content_hash", "content", "byte_count", "fetched_at", "title", "url", "publisher",
    "published_on", "language",
)  # fmt: skip
SAID = ("url", "title", "publisher", "published_on", "language", "fetched_at")
"""What is kept of a document that its bytes may not say: fields of `RawDocument`, in their order."""

ARTICLES = (
    "id", "document_id", "position", "title", "publisher_id", "published_on", "dated_by", "dateline_place", "language",
    "char_start", "char_end", "text", "text_hash", "url", "extractor_version",
)  # fmt: skip


class Place(NamedTuple):
    """Where a document was found, as the store shows it."""

    origin: str
    name: str

    def slot(self) -> tuple[str, str]:
        """Return what a later version of the same document shares with it: the place without the number of a line, row or record."""
        return unnumbered(self.origin), self.name


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document that the store has: where it stands, which extractor version read all its articles, and what its source said of it."""

    document_id: int
    place: Place
    extractor_version: str | None
    said: Mapping[str, Any]
    """Fields of `RawDocument`, those that are known."""


def place_of(document: Document | RawDocument) -> Place:
    """Return where a document was found."""
    return Place(document.origin, document.name)


def key_of(document: Document | RawDocument) -> int:
    """Return the key of a document."""
    return document_id(document.media_type, content_hash(document.content))


def find_documents(connection: Connection, keys: Iterable[int]) -> dict[int, StoredDocument]:
    """Return those of the documents that the store has, by key."""
    documents, articles = table("documents"), table("articles")
    found: dict[int, StoredDocument] = {}
    for chunk in batches(sorted(set(keys)), IN_LIST):
        versions: dict[int, set[str | None]] = {}
        for document, version in connection.execute(
            select(articles.c.document_id, articles.c.extractor_version).where(articles.c.document_id.in_(chunk)).distinct()
        ):
            versions.setdefault(document, set()).add(version)
        columns = ("id", "origin", "name", *SAID)
        for key, origin, name, *values in connection.execute(select(*(documents.c[c] for c in columns)).where(documents.c.id.in_(chunk))):
            seen = versions.get(key, set())
            said = {field: value for field, value in zip(SAID, values, strict=True) if value is not None}
            found[key] = StoredDocument(key, Place(origin, name), seen.pop() if len(seen) == 1 else None, said)
    return found


def read_documents(connection: Connection, keys: Iterable[int]) -> list[RawDocument]:
    """Return documents of the store, to be read again from their bytes, with what their sources said of them."""
    documents = table("documents")
    columns = ("name", "origin", "media_type", "content", *SAID)
    query = select(*(documents.c[c] for c in columns)).where(documents.c.id.in_(sorted(set(keys)))).order_by(documents.c.id)
    return [RawDocument(row[0], row[1], row[2], bytes(row[3]), *row[4:]) for row in connection.execute(query)]


def store_documents(connection: Connection, documents: Iterable[tuple[Document, tuple[Article, ...]]], version: str) -> None:
    """Write documents with their articles, extracted by `version`. Articles that a document no longer has are deleted."""
    documents = list(documents)
    publishers = {a.publisher for _, articles in documents for a in articles if a.publisher}
    upsert(connection, "publishers", PUBLISHERS, ((publisher_id(name), name) for name in sorted(publishers)), update=False)
    upsert(connection, "documents", DOCUMENTS, (_document_row(document) for document, _ in documents), update=False)
    rows = [_article_row(key_of(document), article, version) for document, articles in documents for article in articles]
    _delete_other_articles(connection, {key_of(document) for document, _ in documents}, {row[0] for row in rows})
    upsert(connection, "articles", ARTICLES, rows)
    await_comparison(connection, [row[0] for row in rows])


def _document_row(document: Document) -> Row:
    origin, name = place_of(document)
    size, fetched = len(document.content), document.fetched_at
    return (
        key_of(document), name, origin, document.media_type, content_hash(document.content), document.content, size, fetched,
        document.title, document.url, document.publisher, document.published_on, document.language,
    )  # fmt: skip


def _article_row(document: int, article: Article, version: str) -> Row:
    publisher = publisher_id(article.publisher) if article.publisher else None
    return (
        article_id(document, article.position), document, article.position, article.title, publisher, article.published_on,
        article.dated_by, article.dateline_place, article.language, article.char_start, article.char_end, article.text,
        text_hash(article.text), article.url, version,
    )  # fmt: skip


def _delete_other_articles(connection: Connection, documents: set[int], kept: set[int]) -> None:
    articles = table("articles")
    for chunk in batches(sorted(documents), IN_LIST):
        there = connection.execute(select(articles.c.id).where(articles.c.document_id.in_(chunk)))
        gone = [key for (key,) in there if key not in kept]
        release(connection, gone)
        forget(connection, gone)
        delete_where(connection, "articles", ["id"], [(key,) for key in gone])


def remove_documents(connection: Connection, documents: Collection[int]) -> None:
    """Delete documents with all that came from them alone."""
    articles = table("articles")
    gone = [key for (key,) in select_in(connection, select(articles.c.id), articles.c.document_id, documents)]
    release(connection, gone)
    forget(connection, gone)
    delete_where(connection, "documents", ["id"], [(key,) for key in documents])

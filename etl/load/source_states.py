"""How far sources have been read, written in the transaction of the rows that it vouches for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from etl.load.identity import page_state_id, source_state_id
from etl.load.upsert import select_in, table, upsert

SOURCE_STATES = ("id", "source", "watermark", "etag", "last_modified", "checked_at", "succeeded_at", "error", "run_id")
PAGE_STATES = ("id", "url", "source", "etag", "last_modified", "checked_at")


@dataclass(frozen=True, slots=True)
class SourceMark:
    """How far a source has been read. `error`: why it could not be, when it could not; then the rest stays as it was."""

    source: str
    checked_at: datetime
    watermark: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    succeeded_at: datetime | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class PageMark:
    """What a server said of a page when it was fetched."""

    url: str
    source: str
    etag: str | None
    last_modified: str | None
    checked_at: datetime


def read_source_marks(connection: Connection, sources: Collection[str] | None = None) -> dict[str, SourceMark]:
    """Return how far sources have been read, by name: those of these names, or all."""
    target = table("source_states")
    columns = ("source", "checked_at", "watermark", "etag", "last_modified", "succeeded_at", "error")
    query = select(*(target.c[c] for c in columns))
    found = connection.execute(query) if sources is None else select_in(connection, query, target.c.source, sources)
    return {row[0]: SourceMark(*row) for row in found}


def read_page_marks(connection: Connection, urls: Iterable[str]) -> dict[str, PageMark]:
    """Return what is known of pages, by address."""
    target = table("page_states")
    query = select(*(target.c[c] for c in ("url", "source", "etag", "last_modified", "checked_at")))
    return {row[0]: PageMark(*row) for row in select_in(connection, query, target.c.url, urls)}


def mark_sources(connection: Connection, run: int, marks: Iterable[SourceMark]) -> None:
    """Write how far sources have been read. One that failed keeps what was known of it before."""
    marks = list(marks)
    known = read_source_marks(connection, {mark.source for mark in marks})
    rows = {}
    for mark in marks:
        before = known.get(mark.source)
        kept = before if mark.error and before else mark
        rows[mark.source] = (
            source_state_id(mark.source), mark.source, kept.watermark, kept.etag, kept.last_modified, mark.checked_at,
            kept.succeeded_at, mark.error, run,
        )  # fmt: skip
    upsert(connection, "source_states", SOURCE_STATES, rows.values())


def mark_pages(connection: Connection, marks: Iterable[PageMark]) -> None:
    """Write what servers said of pages."""
    rows = {m.url: (page_state_id(m.url), m.url, m.source, m.etag, m.last_modified, m.checked_at) for m in marks}
    upsert(connection, "page_states", PAGE_STATES, rows.values())

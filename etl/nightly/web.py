"""Sources on the web: feeds, sitemaps and lists of pages, as far as the database does not know them yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Engine

from etl import fetch
from etl.config import Feed, Pages, Sitemap
from etl.errors import DocumentError
from etl.intake import Entry, Given, Progress
from etl.load import Item, PageMark, SourceMark, read_page_marks, read_source_marks
from etl.nightly.asked import Asked


class _Stored:
    """What the database knows of a source."""

    def __init__(self, engine: Engine, source: str) -> None:
        self._engine = engine
        self._source = source

    def listing(self) -> fetch.ListingState | None:
        with self._engine.connect() as connection:
            mark = read_source_marks(connection).get(self._source)
        if mark is None or mark.succeeded_at is None:
            return None
        watermark = datetime.fromisoformat(mark.watermark) if mark.watermark else None
        return fetch.ListingState(watermark, fetch.Validators(mark.etag, mark.last_modified))

    def pages(self, entries: Sequence[fetch.Entry]) -> Mapping[str, fetch.Seen]:
        with self._engine.connect() as connection:
            marks = read_page_marks(connection, [entry.url for entry in entries])
        return {url: fetch.Seen(mark.checked_at, fetch.Validators(mark.etag, mark.last_modified)) for url, mark in marks.items()}


def read_web(source: Feed | Sitemap | Pages, asked: Asked) -> Iterator[Given]:
    """Yield what a source has that is new, what of it failed or is unchanged, and at last how far it was read.

    Raises FetchError when its listing cannot be had.
    """
    known = _Stored(asked.engine, source.name) if asked.engine else fetch.NothingKnown()
    results = fetch.fetch(source, asked.http, known, since=asked.since, until=asked.until, limit=asked.limit, hosts=asked.hosts)
    with closing(results):
        for number, result in enumerate(results):
            match result:
                case fetch.Listed():
                    yield _mark(source.name, result)
                    continue
                case fetch.Page():
                    entry = _entry(source, result)
                case fetch.Unchanged():
                    entry = Entry(Item(0, result.url, result.url, "unchanged"), source.name, stage="fetch")
                case fetch.Failed(listing=True):
                    raise result.error
                case fetch.Failed():
                    reason = result.error.reason
                    entry = Entry(Item(0, result.url, result.url, "quarantined", "fetch", reason), source.name, stage="fetch")
            name = entry.found.document_name if isinstance(entry.found, Item) else entry.found.name
            asked.tell(Progress(number, number + 1, number + 1, f"{source.name}: {name}"))
            yield entry


def _entry(source: Feed | Sitemap | Pages, page: fetch.Page) -> Entry:
    url, answer = page.entry.url, page.answer
    mark = PageMark(url, source.name, answer.validators.etag, answer.validators.last_modified, answer.fetched_at)
    try:
        return Entry(fetch.as_raw_document(page, source), source.name, mark, "fetch")
    except DocumentError as error:
        failed = Item(0, url, url, "quarantined", error.stage, error.reason, content=answer.content, media_type=answer.media_type)
        return Entry(failed, source.name, mark, "fetch")


def _mark(name: str, listed: fetch.Listed) -> SourceMark:
    watermark = listed.state.watermark.isoformat() if listed.state.watermark else None
    validators = listed.state.validators
    mark = SourceMark(name, listed.fetched_at, watermark, validators.etag, validators.last_modified)
    return replace(mark, succeeded_at=datetime.now(UTC))

"""From what was fetched to a `RawDocument`, with what the listing and the source say where the page itself does not."""

from __future__ import annotations

from html import escape
from zoneinfo import ZoneInfo

from etl.config import WebSource
from etl.errors import FetchError
from etl.fetch.records import Entry, Page
from etl.records import RawDocument
from etl.sources import kept_type

HTML_STARTS = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")
UNTYPED = frozenset({None, "application/octet-stream", "application/unknown", "unknown/unknown"})


def as_raw_document(page: Page, source: WebSource) -> RawDocument:
    """Return what a page holds, to be read. Raises DocumentError when it is of no type that can be read.

    `name` and `origin` are the address that the listing names, `url` is where the page came from in the end. What the page says of itself
    counts before what its listing says, and that before what the source says.
    """
    entry, answer = page.entry, page.answer
    published = entry.published_at or entry.updated_at
    return RawDocument(
        name=entry.url,
        origin=entry.url,
        media_type=kept_type(_media_type(page), answer.content, name=entry.url),
        content=answer.content,
        url=answer.url,
        title=entry.title,
        publisher=entry.publisher or source.publisher,
        published_on=published.astimezone(ZoneInfo(source.time_zone)).date() if published else None,
        language=entry.language or source.language,
        fetched_at=answer.fetched_at,
    )


def page_of(entry: Entry) -> bytes:
    """Return a page of the article that an entry carries. Raises FetchError when it carries none."""
    if not entry.content_html:
        raise FetchError(entry.url, "the feed does not carry this article: leave out full_text", again=False)
    title = escape(entry.title or "")
    language = f' lang="{escape(entry.language)}"' if entry.language else ""
    heading = f"<h1>{title}</h1>\n" if title else ""
    page = (
        f'<!doctype html>\n<html{language}><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body>{heading}<article>\n{entry.content_html}\n</article></body></html>\n"
    )
    return page.encode("utf-8", errors="replace")


def _media_type(page: Page) -> str:
    """Return the media type with its charset, as `kept_type` takes it; where the server gives none, by what stands there."""
    kind = page.answer.media_type
    if kind in UNTYPED:
        start = page.answer.content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        kind = "text/html" if start.startswith(HTML_STARTS) else "application/octet-stream"
    return f"{kind}; charset={page.answer.charset}" if page.answer.charset else str(kind)

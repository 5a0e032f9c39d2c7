"""JSON Feed, https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json
from datetime import tzinfo
from html import escape
from typing import Any

from etl.errors import FetchError
from etl.fetch.listings import language_of
from etl.fetch.records import Entry
from etl.fetch.times import parse_time

VERSION = "https://jsonfeed.org/version/"


def parse_json_feed(content: bytes, *, url: str, zone: tzinfo) -> tuple[list[Entry], tuple[str, ...]]:
    """Return the entries in their order, and notes. Raises FetchError when nothing can be read."""
    text = content.decode("utf-8-sig", errors="replace")
    try:
        feed: Any = json.loads(text)
        notes: tuple[str, ...] = ()
    except (ValueError, RecursionError) as error:
        items = _whole_items(text)
        if not items:
            raise FetchError(url, f"it is no JSON: {error}") from error
        feed, notes = {"version": VERSION, "items": items}, (f"broken JSON, read as far as it goes: {error}",)
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith((VERSION, VERSION.replace("https", "http"))):
        raise FetchError(url, "it is JSON and no JSON Feed")
    found = feed.get("items")
    if not isinstance(found, list):
        raise FetchError(url, "the JSON Feed has no items")
    language = language_of(feed.get("language"))
    items = [item for item in found if isinstance(item, dict)]
    strange = (f"items that are no objects: {len(found) - len(items)}",) if len(items) < len(found) else ()
    return [_entry(item, zone, language, feed) for item in items], (*notes, *strange)


def _whole_items(text: str) -> list[Any]:
    """Return the items before the place where the JSON breaks."""
    decoder = json.JSONDecoder()
    at = text.find("[", max(text.find('"items"'), 0)) + 1
    items: list[Any] = []
    while at > 0:
        try:
            item, at = decoder.raw_decode(text, at + len(text[at : at + 1000]) - len(text[at : at + 1000].lstrip(" \t\r\n,")))
        except (ValueError, RecursionError):
            break
        items.append(item)
    return items


def _entry(item: dict[str, Any], zone: tzinfo, language: str | None, feed: dict[str, Any]) -> Entry:
    plain = _text(item.get("content_text"))
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in plain.split("\n") if part.strip()) if plain else None
    return Entry(
        url=_text(item.get("url")) or _text(item.get("external_url")) or _text(item.get("id")) or "",
        title=_text(item.get("title")),
        published_at=parse_time(_text(item.get("date_published")), zone),
        updated_at=parse_time(_text(item.get("date_modified")), zone),
        identifier=_text(item.get("id")),
        content_html=_text(item.get("content_html")) or paragraphs,
        author=_author(item) or _author(feed),
        language=language_of(item.get("language")) or language,
    )


def _author(said: dict[str, Any]) -> str | None:
    authors = said.get("authors")
    named = [*(authors if isinstance(authors, list) else ()), said.get("author")]
    names = [_text(author.get("name")) for author in named if isinstance(author, dict)]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _text(value: Any) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None

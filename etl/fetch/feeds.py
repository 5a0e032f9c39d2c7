"""Feeds: RSS of every version and Atom, read by feedparser, and JSON Feed. What a feed is shows in its content, not in its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import datetime, tzinfo
from html import unescape
from io import BytesIO
from time import struct_time
from typing import TYPE_CHECKING, Any

from etl.errors import FetchError, in_one_line
from etl.fetch.json_feeds import parse_json_feed
from etl.fetch.listings import Listing, language_of, one_line
from etl.fetch.records import Entry
from etl.fetch.times import from_struct, parse_time
from etl.fetch.xml import local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
ENTRIES = frozenset({"item", "entry"})
NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
}
"""What prefixes mean in feeds that use them without saying."""


HTML = frozenset({"text/html", "application/xhtml+xml"})
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def parse_feed(content: bytes, *, url: str, zone: tzinfo, charset: str | None = None) -> Listing:
    """Return what a feed names. `url` is where it came from, `zone` what times without a zone are meant in.

    Raises FetchError when it is no feed at all.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        entries, notes = parse_json_feed(content, url=url, zone=zone)
    else:
        entries, notes = _parse_xml_feed(content, charset, url=url, zone=zone)
    return Listing.of(entries, notes, url=url)


def _parse_xml_feed(content: bytes, charset: str | None, *, url: str, zone: tzinfo) -> tuple[list[Entry], tuple[str, ...]]:
    root, notes = parse_xml(content, charset, url=url)
    if local_name(root) not in ROOTS:
        raise FetchError(url, f"it is no feed: it begins with <{local_name(root)}>")
    # feedparser is given what can no longer be broken: its own way with broken feeds takes time that grows with the square of their length.
    _declare(root)
    try:
        feeds = [_feedparser(root, url)]
    except Exception as error:
        # It stumbles over some elements in places where they do not belong, and then over all of the feed.
        feeds = list(_one_by_one(root, url))
        notes = (*notes, f"entries read one by one, those that can be, because of {in_one_line(error)}")
    # As plain dictionaries: feedparser's own give the publication as the update, with a warning.
    entries = [_entry(dict(found), zone, language_of(read.feed.get("language"))) for read in feeds for found in read.entries]
    if notes and not entries:
        raise FetchError(url, f"nothing can be read in it: {'; '.join(notes)}")
    return entries, notes


def _feedparser(root: _Element, url: str) -> Any:
    import feedparser
    from lxml import etree

    return feedparser.parse(
        BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True)),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _one_by_one(root: _Element, url: str) -> Iterator[Any]:
    """Yield what feedparser makes of each entry alone, inside nothing but the elements that it stands in."""
    from lxml import etree

    for entry in [element for element in root.iter("*") if local_name(element) in ENTRIES]:
        with suppress(Exception):
            whole = deepcopy(entry)
            whole.tail = None
            for around in entry.iterancestors():
                outer = etree.Element(around.tag, dict(around.attrib), nsmap=around.nsmap)
                outer.append(whole)
                whole = outer
            yield _feedparser(whole, url)


def _declare(root: _Element) -> None:
    """Give elements with an undeclared prefix the namespace that is meant, or a name that means nothing."""
    for element in root.iter("*"):
        prefix, colon, name = str(element.tag).rpartition("}")[2].partition(":")
        if colon:
            element.tag = f"{{{NAMESPACES[prefix]}}}{name}" if prefix in NAMESPACES and NAME.fullmatch(name) else "unknown"
        for key in [str(key) for key in element.attrib if ":" in str(key).rpartition("}")[2]]:
            del element.attrib[key]


def _entry(found: dict[str, Any], zone: tzinfo, language: str | None) -> Entry:
    contents = [value for part in _parts(found.get("content")) if (value := _text(part.get("value")))]
    return Entry(
        url=_link(found),
        title=_title(found),
        published_at=_time(found, "published", zone),
        updated_at=_time(found, "updated", zone),
        identifier=one_line(found.get("id")),
        content_html=max(contents, key=len, default=None) or _text(found.get("summary")),
        author=one_line(found.get("author")),
        language=language,
    )


def _time(found: dict[str, Any], name: str, zone: tzinfo) -> datetime | None:
    parsed = found.get(f"{name}_parsed")
    return parse_time(_text(found.get(name)), zone) or (from_struct(parsed) if isinstance(parsed, struct_time) else None)


def _title(found: dict[str, Any]) -> str | None:
    """Return the title as text. Many feeds escape it twice; in Atom it may be HTML."""
    title = _text(found.get("title")) or ""
    is_html = any(detail.get("type") in HTML for detail in _parts([found.get("title_detail")]))
    return one_line(unescape(TAG.sub("", title) if is_html else title))


def _link(found: dict[str, Any]) -> str:
    """Return the address of the page itself: not that of an aggregator on the way, nor that of a recording."""
    pages = [link.get("href") for link in _parts(found.get("links")) if link.get("rel", "alternate") == "alternate"]
    named = (found.get("feedburner_origlink"), *pages, found.get("link"), found.get("id"))
    return next((address for address in named if isinstance(address, str) and address.strip()), "")


def _parts(value: object) -> list[dict[str, Any]]:
    """Return the parts that feedparser made of an element. An element that it does not know may have the same name, and be a text."""
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None

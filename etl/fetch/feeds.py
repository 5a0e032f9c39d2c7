"""Feeds: RSS of every version and Atom, read by feedparser, and JSON Feed. What a feed is shows in its content, not in its name."""

from __future__ import annotations

import re
from datetime import tzinfo
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from etl.errors import FetchError
from etl.fetch.json_feeds import parse_json_feed
from etl.fetch.listings import Listing, language_of, one_line
from etl.fetch.records import Entry
from etl.fetch.times import from_struct, parse_time
from etl.fetch.xml import local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
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
    import feedparser
    from lxml import etree

    root, notes = parse_xml(content, charset, url=url)
    if local_name(root) not in ROOTS:
        raise FetchError(url, f"it is no feed: it begins with <{local_name(root)}>")
    # feedparser is given what can no longer be broken: its own way with broken feeds takes time that grows with the square of their length.
    _declare(root)
    read: Any = feedparser.parse(
        BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True)),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if read.bozo and not read.entries:
        raise FetchError(url, f"it cannot be read as a feed: {read.get('bozo_exception')}")
    language = language_of(read.feed.get("language"))
    # As plain dictionaries: feedparser's own give the publication as the update, with a warning.
    return [_entry(dict(found), zone, language) for found in read.entries], notes


def _declare(root: _Element) -> None:
    """Give elements with an undeclared prefix the namespace that is meant, or none."""
    for element in root.iter("*"):
        prefix, colon, name = str(element.tag).rpartition("}")[2].partition(":")
        if colon:
            element.tag = f"{{{NAMESPACES[prefix]}}}{name}" if prefix in NAMESPACES else name
        for key in [str(key) for key in element.attrib if ":" in str(key).rpartition("}")[2]]:
            del element.attrib[key]


def _entry(found: dict[str, Any], zone: tzinfo, language: str | None) -> Entry:
    published, updated = found.get("published"), found.get("updated")
    contents = [part.get("value") for part in found.get("content", ())]
    return Entry(
        url=_link(found),
        title=_title(found),
        published_at=parse_time(published, zone) or from_struct(found.get("published_parsed")),
        updated_at=parse_time(updated, zone) or from_struct(found.get("updated_parsed")),
        identifier=one_line(found.get("id")),
        content_html=max((part for part in contents if part), key=len, default=None) or found.get("summary") or None,
        author=one_line(found.get("author")),
        language=language,
    )


def _title(found: dict[str, Any]) -> str | None:
    """Return the title as text. Many feeds escape it twice; in Atom it may be HTML."""
    title = found.get("title") or ""
    is_html = found.get("title_detail", {}).get("type") in HTML
    return one_line(unescape(TAG.sub("", title) if is_html else title))


def _link(found: dict[str, Any]) -> str:
    """Return the address of the page itself: not that of an aggregator on the way, nor that of a recording."""
    pages = [link.get("href") for link in found.get("links", ()) if link.get("rel", "alternate") == "alternate" and link.get("href")]
    identifier = str(found.get("id") or "")
    return str(found.get("feedburner_origlink") or next(iter(pages), None) or found.get("link") or identifier)

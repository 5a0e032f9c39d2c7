"""Sitemaps, news sitemaps and indexes (https://www.sitemaps.org/protocol.html), gzipped or not, and plain lists of addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from etl.errors import FetchError
from etl.fetch.bodies import GZIP, BrokenBodyError, TooLargeError, read_body
from etl.fetch.feeds import ROOTS, parse_feed
from etl.fetch.listings import Listing, language_of, whole
from etl.fetch.records import Entry
from etl.fetch.times import parse_time
from etl.fetch.xml import local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Index:
    """An index: the sitemaps that it names, with when each changed last, and notes."""

    sitemaps: tuple[tuple[str, datetime | None], ...]
    notes: tuple[str, ...] = ()


def parse_sitemap(content: bytes, *, url: str, zone: tzinfo, limit: int, charset: str | None = None) -> Listing | Index:
    """Return what a sitemap names. `limit`: bytes that a gzipped one may become; `zone`: what times without a zone are meant in.

    Raises FetchError when it is no sitemap.
    """
    content = _unzipped(content, limit=limit, url=url)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"http://", b"https://")):
        return Listing.of(map(Entry, content.decode("utf-8-sig", errors="replace").split()), (), url=url)
    root, notes = parse_xml(content, charset, url=url)
    match local_name(root):
        case "urlset":
            return Listing.of((_entry(element, zone) for element in root if local_name(element) == "url"), notes, url=url)
        case "sitemapindex":
            named = [_fields(element) for element in root if local_name(element) == "sitemap"]
            found = [(address, parse_time(said.get("lastmod"), zone)) for said in named if (address := whole(said.get("loc", ""), url))]
            return Index(tuple(found), notes)
        case name if name in ROOTS:
            # The protocol allows feeds as sitemaps.
            return parse_feed(content, url=url, zone=zone, charset=charset)
        case name:
            raise FetchError(url, f"it is no sitemap: it begins with <{name}>")


def _unzipped(content: bytes, *, limit: int, url: str) -> bytes:
    if not content.startswith(GZIP):
        return content
    try:
        return read_body([content], "gzip", limit=limit, url=url)
    except TooLargeError as error:
        raise FetchError(url, f"the gzipped sitemap is larger than {limit / 1_000_000:g} MB", again=False) from error
    except BrokenBodyError as error:
        raise FetchError(url, f"the gzipped sitemap is broken: {error}") from error


def _entry(element: _Element, zone: tzinfo) -> Entry:
    said = _fields(element)
    news = next((child for child in element if local_name(child) == "news"), None)
    article = _fields(news) if news is not None else {}
    publication = next((_fields(child) for child in news if local_name(child) == "publication"), {}) if news is not None else {}
    return Entry(
        url=said.get("loc", ""),
        title=article.get("title") or None,
        published_at=parse_time(article.get("publication_date"), zone),
        updated_at=parse_time(said.get("lastmod"), zone),
        language=language_of(publication.get("language")),
        publisher=publication.get("name") or None,
    )


def _fields(element: _Element) -> dict[str, str]:
    """Return the texts of the children, in one line each, by their names; the first of each name."""
    found: dict[str, str] = {}
    for child in element:
        found.setdefault(local_name(child), " ".join("".join(str(part) for part in child.itertext()).split()))
    return found

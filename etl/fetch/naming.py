"""The entries that a source names: those of its feed, of its sitemaps and the sitemaps in these, or of its list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from etl.config import Feed, Http, Pages, Sitemap
from etl.errors import FetchError
from etl.fetch.failing import fetch_errors
from etl.fetch.feeds import parse_feed
from etl.fetch.http import Client
from etl.fetch.listings import Listing
from etl.fetch.records import Entry, Failed, ListingState, Unchanged, Validators
from etl.fetch.sitemaps import Index, parse_sitemap

MAX_DEPTH = 3
MAX_SITEMAPS = 1000
"""How deep indexes may name indexes, and how many sitemaps are fetched for one source in a night."""

MARGIN = timedelta(days=2)
"""How much older than the newest change known a sitemap must be to be left out: servers are late, and days have no hour."""


@dataclass
class Named:
    """What a source names. `entries` is to be iterated once: sitemaps in an index are fetched when it comes to them."""

    entries: Iterator[Entry | Failed]
    fetched_at: datetime
    validators: Validators
    notes: list[str] = field(default_factory=list)


def name_entries(client: Client, source: Feed | Sitemap | Pages, http: Http, before: ListingState, since: date | None) -> Named | Unchanged:
    """Return what a source names, or that it names what it named before. Raises FetchError when its listing cannot be had."""
    if isinstance(source, Pages):
        return Named(iter(_listed_pages(source)), datetime.now(UTC), Validators())
    with fetch_errors(str(source.url)):
        return _read_listing(client, source, http, before, since)


def _read_listing(client: Client, source: Feed | Sitemap, http: Http, before: ListingState, since: date | None) -> Named | Unchanged:
    answer = client.get(str(source.url), etag=before.validators.etag, last_modified=before.validators.last_modified)
    if isinstance(answer, Unchanged):
        return answer
    zone = ZoneInfo(source.time_zone)
    if isinstance(source, Feed):
        feed = parse_feed(answer.content, url=answer.url, zone=zone, charset=answer.charset)
        return Named(iter(feed.entries), answer.fetched_at, answer.validators, list(feed.notes))
    limit = int(http.megabytes * 1_000_000)
    found = parse_sitemap(answer.content, url=answer.url, zone=zone, limit=limit, charset=answer.charset)
    # An index that did not change may name sitemaps that did: it is always asked for whole.
    named = Named(iter(()), answer.fetched_at, Validators() if isinstance(found, Index) else answer.validators)
    walk = _Walk(client, zone, limit, _oldest(before, since, zone), named.notes, seen={str(source.url), answer.url})
    named.entries = walk.entries(found, depth=0)
    return named


def _listed_pages(source: Pages) -> list[Entry]:
    urls = [str(url) for url in source.urls]
    if source.file:
        try:
            lines = Path(source.file).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeError) as error:
            raise FetchError(source.file, f"the list of pages cannot be read: {error}", again=False) from error
        urls += [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return [Entry(url) for url in dict.fromkeys(urls)]


def _oldest(before: ListingState, since: date | None, zone: ZoneInfo) -> datetime | None:
    """Return the time before which a sitemap changed last that can hold nothing new."""
    first = datetime(since.year, since.month, since.day, tzinfo=zone) if since else None
    return max((time - MARGIN for time in (before.watermark, first) if time), default=None)


@dataclass
class _Walk:
    """A way through sitemaps in indexes, each fetched once."""

    client: Client
    zone: ZoneInfo
    limit: int
    oldest: datetime | None
    notes: list[str]
    seen: set[str]
    fetched: int = 0

    def entries(self, found: Listing | Index, *, depth: int) -> Iterator[Entry | Failed]:
        self.notes += found.notes
        if isinstance(found, Listing):
            yield from found.entries
            return
        for url, changed_at in found.sitemaps:
            if url in self.seen or (self.oldest and changed_at and changed_at < self.oldest):
                continue
            self.seen.add(url)
            try:
                with fetch_errors(url):
                    within = self._fetch(url, depth)
            except FetchError as error:
                yield Failed(url, error)
            else:
                yield from self.entries(within, depth=depth + 1)

    def _fetch(self, url: str, depth: int) -> Listing | Index:
        if depth >= MAX_DEPTH:
            raise FetchError(url, f"indexes of sitemaps are followed {MAX_DEPTH} deep", again=False)
        if self.fetched >= MAX_SITEMAPS:
            raise FetchError(url, f"no more than {MAX_SITEMAPS} sitemaps are read in a night", again=False)
        self.fetched += 1
        answer = self.client.get(url)
        if isinstance(answer, Unchanged):
            raise FetchError(url, "the server says that nothing changed, and was not asked that")
        return parse_sitemap(answer.content, url=answer.url, zone=self.zone, limit=self.limit, charset=answer.charset)

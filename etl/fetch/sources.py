"""A source on the web, read as far as it is not known yet."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from zoneinfo import ZoneInfo

from etl.config import Feed, Http, Pages, Sitemap
from etl.errors import FetchError
from etl.fetch.ahead import in_order
from etl.fetch.documents import page_of
from etl.fetch.failing import fetch_errors
from etl.fetch.hosts import Hosts
from etl.fetch.http import Client
from etl.fetch.naming import Named, name_entries
from etl.fetch.records import Answer, Entry, Failed, Fetched, Known, Listed, ListingState, Page, Seen, Unchanged, Validators

BATCH = 500
"""Entries about which the caller is asked at once."""

Result = tuple[Entry | None, Page | Unchanged | Failed]


def fetch(
    source: Feed | Sitemap | Pages,
    http: Http,
    known: Known,
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    hosts: Hosts | None = None,
) -> Generator[Fetched, None, None]:
    """Yield what a source has that is not known, in the order in which it lists it, and at last how far it was read.

    `since` and `until` are days in the source's time zone, both included; pages whose listing gives no day are taken. `limit`: so many
    pages are taken at most. `hosts`: those that other sources of the same run ask too. A source whose listing cannot be had
    yields one `Failed` and nothing else; nothing is raised for it. Pages are fetched ahead, those of different hosts at the same time,
    while the caller works on those before. To end early, close the generator (`contextlib.closing`): what is under way is given up within
    a second.
    """
    before = known.listing() or ListingState()
    with Client(http, source, hosts) as client:
        try:
            named = name_entries(client, source, http, before, since)
        except FetchError as error:
            yield Failed(error.url, error, listing=True)
            return
        if isinstance(named, Unchanged):
            yield Listed(before, complete=True, fetched_at=named.fetched_at)
            return
        selection = _Selection(source, known, client, named, since, until, limit)
        progress = _Progress(before)
        with closing(in_order(selection.calls(), stop=client.stop)) as results:
            for entry, result in results:
                progress.passed(entry, result)
                yield result
        yield progress.listed(named, whole=selection.whole)


@dataclass
class _Progress:
    """What happened so far, as far as it decides what the next night must look at."""

    before: ListingState
    watermark: datetime | None = None
    complete: bool = True

    def passed(self, entry: Entry | None, result: Fetched) -> None:
        if isinstance(result, Failed) and result.error.again:
            self.complete = False
        if entry and entry.changed_at:
            self.watermark = max(self.watermark or entry.changed_at, entry.changed_at)

    def listed(self, named: Named, *, whole: bool) -> Listed:
        if not (self.complete and whole):
            return Listed(ListingState(self.before.watermark), complete=False, fetched_at=named.fetched_at, notes=tuple(named.notes))
        # A day in the future is a mistake that must not hide what comes until then.
        newest = [min(time, named.fetched_at) for time in (self.before.watermark, self.watermark) if time]
        state = ListingState(max(newest, default=None), named.validators)
        return Listed(state, complete=True, fetched_at=named.fetched_at, notes=tuple(named.notes))


@dataclass
class _Selection:
    """Which of the named entries are asked for. `whole`: whether all were, that the source takes."""

    source: Feed | Sitemap | Pages
    known: Known
    client: Client
    named: Named
    since: date | None
    until: date | None
    limit: int | None
    whole: bool = True

    def calls(self) -> Iterator[Callable[[], Result]]:
        """Yield a call for every entry that is taken, in their order."""
        left = self.limit
        wanted = self._wanted()
        while batch := list(islice(wanted, BATCH)):
            entries = [entry for entry in batch if isinstance(entry, Entry)]
            seen = self.known.pages(entries) if entries else {}
            for entry in batch:
                if isinstance(entry, Failed):
                    yield partial(_given, None, entry)
                    continue
                before = seen.get(entry.url)
                if before and self._is_current(entry, before):
                    now = datetime.now(UTC)
                    yield partial(_given, entry, Unchanged(entry.url, before.validators, now, asked=False))
                    continue
                if left == 0:
                    self.whole = False
                    return
                left = left - 1 if left is not None else None
                yield partial(self._ask, entry, before)

    def _wanted(self) -> Iterator[Entry | Failed]:
        """Yield the entries that the source takes and that are of the days asked for, each once."""
        zone = ZoneInfo(self.source.time_zone)
        seen: set[str] = set()
        for entry in self.named.entries:
            if isinstance(entry, Failed):
                yield entry
            elif entry.url not in seen and self.source.takes(entry.url):
                seen.add(entry.url)
                time = entry.published_at or entry.updated_at
                day = time.astimezone(zone).date() if time else None
                if day and ((self.since and day < self.since) or (self.until and day > self.until)):
                    self.whole = False
                else:
                    yield entry

    def _is_current(self, entry: Entry, before: Seen) -> bool:
        """Return whether the listing names no change since the page was asked for. A list of pages never does: its pages are asked."""
        if isinstance(self.source, Pages) or self._carried:
            return False
        return entry.changed_at is None or entry.changed_at <= before.checked_at

    @property
    def _carried(self) -> bool:
        """Whether the articles came with the listing."""
        return isinstance(self.source, Feed) and self.source.full_text

    def _ask(self, entry: Entry, before: Seen | None) -> Result:
        try:
            with fetch_errors(entry.url):
                return entry, self._page(entry, before)
        except FetchError as error:
            return entry, Failed(entry.url, error)

    def _page(self, entry: Entry, before: Seen | None) -> Page | Unchanged:
        if self._carried:
            return Page(entry, Answer(entry.url, page_of(entry), "text/html", None, Validators(), self.named.fetched_at))
        validators = before.validators if before else Validators()
        found = self.client.get(entry.url, etag=validators.etag, last_modified=validators.last_modified)
        return Unchanged(entry.url, found.validators, found.fetched_at) if isinstance(found, Unchanged) else Page(entry, found)


def _given(entry: Entry | None, result: Page | Unchanged | Failed) -> Result:
    return entry, result

"""Sources that are feeds or lists of pages, night after night, over real HTTP."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from etl.fetch import Failed, Fetched, Listed, ListingState, NothingKnown, Page, Seen, Unchanged, Validators, fetch
from etl.fetch.ahead import AHEAD
from tests.fetch.asking import Memory, feed, http, item, page, pages, rss
from tests.fetch.server import Reply, Web

NOON = datetime(2025, 11, 3, 12, tzinfo=UTC)


def serve_news(web: Web, *numbers: int, **fields: str) -> None:
    """Serve a feed of pages, and the pages."""
    for number in numbers:
        web.serve(f"/{number}", page(f"Talks {number}"), etag=f'"{number}"')
    web.serve("/feed", rss(*(item(web.url(f"/{number}"), f"Talks {number}", **fields) for number in numbers)), etag=f'"{numbers}"')


def told(found: Fetched) -> str:
    """Return what kind of thing it is, and the path that it is about."""
    url = found.entry.url if isinstance(found, Page) else "" if isinstance(found, Listed) else found.url
    return f"{type(found).__name__} {url.rpartition('/')[2]}".strip()


def last(found: list[Fetched]) -> Listed:
    assert isinstance(found[-1], Listed)
    return found[-1]


def test_pages_in_the_order_of_the_feed_and_its_state_at_last(web: Web) -> None:
    serve_news(web, 3, 1, 2, pubDate="Mon, 03 Nov 2025 12:00:00 GMT")
    found = list(fetch(feed(web.url("/feed")), http(), NothingKnown()))
    assert [told(one) for one in found] == ["Page 3", "Page 1", "Page 2", "Listed"]
    assert isinstance(found[0], Page)
    assert (found[0].entry.title, found[0].entry.published_at) == ("Talks 3", NOON)
    assert (found[0].answer.url, found[0].answer.validators.etag) == (web.url("/3"), '"3"')
    assert last(found).complete
    assert last(found).state == ListingState(NOON, Validators('"(3, 1, 2)"', None))


def test_the_second_night_asks_for_nothing_but_the_feed(web: Web) -> None:
    serve_news(web, 1, 2)
    first = last(list(fetch(feed(web.url("/feed")), http(), NothingKnown())))
    memory = Memory(first.state)
    found = list(fetch(feed(web.url("/feed")), http(), memory))
    assert [told(one) for one in found] == ["Listed"]
    assert last(found).state == first.state
    assert memory.batches == []
    assert web.pages_asked.count("/1") == 1


def test_what_is_known_is_not_asked_for_again_unless_it_changed(web: Web) -> None:
    serve_news(web, 1, 2, 3)
    times = {1: NOON, 2: NOON + timedelta(hours=2), 3: NOON + timedelta(hours=2)}
    entries = [item(web.url(f"/{number}"), pubDate=time.strftime("%a, %d %b %Y %H:%M:%S GMT")) for number, time in times.items()]
    web.serve("/feed", rss(*entries, item(web.url("/4"))))
    web.serve("/4", page())
    seen = {
        web.url(f"/{number}"): Seen(NOON + timedelta(hours=1), Validators(etag)) for number, etag in ((1, '"1"'), (2, '"2"'), (3, '"old"'))
    }
    found = list(fetch(feed(web.url("/feed")), http(), Memory(seen=seen)))
    assert [told(one) for one in found] == ["Unchanged 1", "Unchanged 2", "Page 3", "Page 4", "Listed"]
    assert [one.asked for one in found if isinstance(one, Unchanged)] == [False, True]
    assert web.asked("/1") == 0
    assert [asked.headers.get("If-None-Match") for asked in web.requests("/2") + web.requests("/3")] == ['"2"', '"old"']
    assert last(found).complete


def test_a_known_page_without_any_date_is_not_asked_for_again(web: Web) -> None:
    serve_news(web, 1)
    assert told(next(fetch(feed(web.url("/feed")), http(), Memory(seen={web.url("/1"): Seen(NOON)})))) == "Unchanged 1"


def test_listed_pages_are_asked_whether_they_changed(web: Web) -> None:
    web.serve("/1", page(), etag='"1"')
    web.serve("/2", page(), etag='"2"')
    seen = {web.url("/1"): Seen(NOON, Validators('"1"')), web.url("/2"): Seen(NOON, Validators('"old"'))}
    found = list(fetch(pages(web.url("/1"), web.url("/2"), web.url("/1")), http(), Memory(seen=seen)))
    assert [told(one) for one in found] == ["Unchanged 1", "Page 2", "Listed"]
    assert web.asked("/1") == 1


def test_a_list_of_pages_in_a_file(web: Web, tmp_path: Path) -> None:
    web.serve("/1", page())
    file = tmp_path / "pages.txt"
    file.write_text(f"\ufeff# the ministry\n\n{web.url('/1')}\nnonsense\n", encoding="utf-8")
    found = list(fetch(pages(file=str(file)), http(), NothingKnown()))
    assert [told(one) for one in found] == ["Page 1", "Failed nonsense", "Listed"]
    [only] = fetch(pages(file=str(tmp_path / "none.txt")), http(), NothingKnown())
    assert isinstance(only, Failed)
    assert (only.listing, only.error.again) == (True, False)


def test_a_source_that_is_down_gives_one_failure(web: Web) -> None:
    web.serve("/feed", status=503)
    [only] = fetch(feed(web.url("/feed")), http(longest_wait=0.01), NothingKnown())
    assert isinstance(only, Failed)
    assert (only.listing, only.error.again, only.url) == (True, True, web.url("/feed"))
    assert web.asked("/feed") == 2


def test_a_feed_that_is_none_gives_one_failure(web: Web) -> None:
    web.serve("/feed", "<!doctype html><html><body>Please log in.</body></html>")
    [only] = fetch(feed(web.url("/feed")), http(), NothingKnown())
    assert isinstance(only, Failed)
    assert only.listing


def test_a_page_that_fails_stops_itself_alone_and_is_not_forgotten(web: Web) -> None:
    serve_news(web, 1, 2, 3, pubDate="Mon, 03 Nov 2025 12:00:00 GMT")
    web.serve("/2", status=503)
    state = ListingState(NOON - timedelta(days=1))
    found = list(fetch(feed(web.url("/feed")), http(retries=0), Memory(state)))
    assert [told(one) for one in found] == ["Page 1", "Failed 2", "Page 3", "Listed"]
    assert (last(found).complete, last(found).state) == (False, state)
    # The next night reads the feed although it did not change, and asks for that page alone.
    serve_news(web, 1, 2, 3, pubDate="Mon, 03 Nov 2025 12:00:00 GMT")
    known = {web.url(f"/{number}"): Seen(datetime.now(UTC)) for number in (1, 3)}
    again = list(fetch(feed(web.url("/feed")), http(), Memory(last(found).state, known)))
    assert [told(one) for one in again] == ["Unchanged 1", "Page 2", "Unchanged 3", "Listed"]
    assert last(again).complete


def test_a_page_that_is_gone_does_not_hold_up_the_feed(web: Web) -> None:
    serve_news(web, 1, 2)
    web.serve("/2", status=404)
    found = list(fetch(feed(web.url("/feed")), http(), NothingKnown()))
    assert [told(one) for one in found] == ["Page 1", "Failed 2", "Listed"]
    assert last(found).complete


def test_the_source_takes_what_it_says(web: Web) -> None:
    serve_news(web, 1, 2, 33, 34)
    found = list(fetch(feed(web.url("/feed"), include=("*/3*", "*/1"), exclude=("*/34",)), http(), NothingKnown()))
    assert [told(one) for one in found] == ["Page 1", "Page 33", "Listed"]
    assert last(found).complete
    assert web.asked("/34") == 0


def test_days_are_those_of_the_sources_time_zone(web: Web) -> None:
    web.serve(
        "/feed",
        rss(
            item(web.url("/1"), pubDate="Sun, 02 Nov 2025 18:30:00 GMT"),
            item(web.url("/2"), pubDate="Sun, 02 Nov 2025 19:30:00 GMT"),
            item(web.url("/3"), pubDate="Tue, 04 Nov 2025 18:30:00 GMT"),
            item(web.url("/4"), pubDate="Tue, 04 Nov 2025 19:30:00 GMT"),
            item(web.url("/5")),
        ),
    )
    for number in range(1, 6):
        web.serve(f"/{number}", page())
    source = feed(web.url("/feed"), time_zone="Asia/Almaty")
    found = list(fetch(source, http(), NothingKnown(), since=date(2025, 11, 3), until=date(2025, 11, 4)))
    assert [told(one) for one in found] == ["Page 2", "Page 3", "Page 5", "Listed"]
    # What was left out is left for a night that asks for it.
    assert not last(found).complete


@pytest.mark.parametrize(("limit", "expected"), [(0, 0), (2, 2), (3, 3), (9, 3)])
def test_a_limit_counts_what_is_asked_for(web: Web, limit: int, expected: int) -> None:
    serve_news(web, 1, 2, 3, 4)
    known = {web.url("/1"): Seen(NOON)}
    found = list(fetch(feed(web.url("/feed")), http(), Memory(seen=known), limit=limit))
    assert sum(isinstance(one, Page) for one in found) == expected
    assert last(found).complete is (limit >= 3)


def test_a_day_in_the_future_does_not_hide_what_comes_until_then(web: Web) -> None:
    serve_news(web, 1, pubDate="Thu, 03 Nov 2095 12:00:00 GMT")
    found = list(fetch(feed(web.url("/feed")), http(), NothingKnown()))
    assert last(found).state.watermark == last(found).fetched_at


def test_whole_articles_are_not_fetched(web: Web) -> None:
    entry = item("https://news.example/1", "Talks & more", **{"content:encoded": "<![CDATA[<p>They met.</p>]]>"})
    web.serve("/feed", rss(entry, item("https://news.example/2")))
    found = list(fetch(feed(web.url("/feed"), full_text=True), http(), Memory(seen={"https://news.example/1": Seen(NOON)})))
    assert [told(one) for one in found] == ["Page 1", "Failed 2", "Listed"]
    assert isinstance(found[0], Page)
    assert b"<h1>Talks &amp; more</h1>\n<article>\n<p>They met.</p>" in found[0].answer.content
    assert last(found).complete
    assert web.pages_asked == ["/feed"]


def test_pages_of_different_hosts_are_fetched_at_the_same_time(web: Web, other: Web) -> None:
    for host in (web, other):
        for number in (1, 2, 3):
            host.answers[f"/{number}"] = [Reply(seconds=0.2, body=page().encode(), headers={"Content-Type": "text/html"})]
    web.serve("/feed", rss(*(item(host.url(f"/{number}")) for number in (1, 2, 3) for host in (web, other))))
    began = time.monotonic()
    found = list(fetch(feed(web.url("/feed"), at_once=1), http(), NothingKnown()))
    assert [one.entry.url for one in found if isinstance(one, Page)] == [host.url(f"/{n}") for n in (1, 2, 3) for host in (web, other)]
    assert (web.most_at_once, other.most_at_once) == (1, 1)
    assert time.monotonic() - began < 1.1


def test_a_slow_page_comes_in_its_place(web: Web) -> None:
    serve_news(web, 1, 2, 3)
    web.answers["/1"] = [Reply(seconds=0.3, body=page().encode())]
    assert [told(one) for one in fetch(feed(web.url("/feed")), http(), NothingKnown())] == ["Page 1", "Page 2", "Page 3", "Listed"]


def test_no_more_is_fetched_ahead_than_memory_allows(web: Web) -> None:
    serve_news(web, *range(1, 60))
    with closing(fetch(feed(web.url("/feed"), at_once=16), http(), NothingKnown())) as found:
        next(found)
        time.sleep(0.5)
        assert len(web.pages_asked) <= AHEAD + 3


def test_ending_early_ends_what_is_under_way(web: Web) -> None:
    serve_news(web, *range(1, 9))
    for number in range(2, 9):
        web.answers[f"/{number}"] = [Reply(seconds=8)]
    found = fetch(feed(web.url("/feed")), http(seconds_to_answer=20), NothingKnown())
    next(found)
    began = time.monotonic()
    found.close()
    assert time.monotonic() - began < 3
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("fetch")]


def test_known_is_asked_in_the_thread_that_iterates(web: Web) -> None:
    serve_news(web, 1)
    threads: list[str] = []

    class Watching(Memory):
        def pages(self, entries):  # type: ignore[no-untyped-def]
            threads.append(threading.current_thread().name)
            return super().pages(entries)

    list(fetch(feed(web.url("/feed")), http(), Watching()))
    assert threads == [threading.current_thread().name]

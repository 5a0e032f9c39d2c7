"""Sources that are feeds, over real HTTP."""

from __future__ import annotations

from datetime import UTC, date, datetime

from etl.fetch import Failed, Listed, NothingKnown, Page, as_document, fetch
from tests.fetch.asking import feed, http, item, page, rss
from tests.fetch.server import Web


def test_the_pages_of_a_feed_in_its_order(web: Web) -> None:
    web.serve("/feed", rss(*(item(web.url(f"/{n}"), f"Talks {n}", pubDate=f"Mon, 0{n} Nov 2025 22:30:00 GMT") for n in (3, 1, 2))))
    for number in (1, 2, 3):
        web.serve(f"/{number}", page(f"Talks {number}"), etag=f'"{number}"')
    source = feed(web.url("/feed"), time_zone="Asia/Almaty", publisher="The Courier")
    *found, last = fetch(source, http(), NothingKnown())
    assert [thing.answer.url for thing in found if isinstance(thing, Page)] == [web.url("/3"), web.url("/1"), web.url("/2")]
    assert isinstance(last, Listed)
    assert last.complete
    assert last.state.watermark == datetime(2025, 11, 3, 22, 30, tzinfo=UTC)
    assert isinstance(found[0], Page)
    document = as_document(found[0], source)
    assert (document.title, document.publisher, document.published_on) == ("Talks 3", "The Courier", date(2025, 11, 4))
    assert (document.name, document.origin, document.url, document.language) == (*[web.url("/3")] * 3, "en")
    assert document.fetched_at == found[0].answer.fetched_at


def test_a_source_that_is_down_gives_one_failure(web: Web) -> None:
    web.serve("/feed", status=503)
    [only] = fetch(feed(web.url("/feed")), http(longest_wait=0.01), NothingKnown())
    assert isinstance(only, Failed)
    assert only.listing
    assert only.error.again
    assert web.asked("/feed") == 2

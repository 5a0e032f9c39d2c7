"""Sitemaps of every kind: what they name, and how indexes of them are followed."""

from __future__ import annotations

import gzip
import time
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from etl.errors import FetchError
from etl.fetch import Failed, Fetched, Listed, ListingState, Page, Validators, fetch
from etl.fetch.listings import Listing
from etl.fetch.naming import MAX_DEPTH
from etl.fetch.sitemaps import Index, parse_sitemap
from tests.fetch.asking import Memory, http, item, page, rss, sitemap
from tests.fetch.server import Web

URL = "https://news.example/sitemaps/news.xml"
BERN = ZoneInfo("Europe/Zurich")
SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def urlset(*entries: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {SCHEMA}>{"".join(f"<url>{entry}</url>" for entry in entries)}</urlset>'


def index(*sitemaps: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><sitemapindex {SCHEMA}>{"".join(sitemaps)}</sitemapindex>'


def named(url: str, lastmod: str = "") -> str:
    return f"<sitemap><loc>{url}</loc>{f'<lastmod>{lastmod}</lastmod>' if lastmod else ''}</sitemap>"


def read(content: str | bytes, limit: int = 1_000_000) -> Listing | Index:
    return parse_sitemap(content.encode() if isinstance(content, str) else content, url=URL, zone=BERN, limit=limit)


NEWS = """<loc>https://news.example/1?a=1&amp;b=2</loc><lastmod>2025-11-03</lastmod><news:news><news:publication>
    <news:name>The Courier</news:name><news:language>zh-cn</news:language></news:publication>
    <news:publication_date>2025-11-02T23:30:00-05:00</news:publication_date><news:title>Talks
    in Bern</news:title></news:news>"""


def test_a_news_sitemap() -> None:
    found = read(urlset(NEWS))
    assert isinstance(found, Listing)
    [entry] = found.entries
    assert (entry.url, entry.title, entry.publisher, entry.language) == (
        "https://news.example/1?a=1&b=2",
        "Talks in Bern",
        "The Courier",
        "zh",
    )
    assert entry.published_at == datetime(2025, 11, 3, 4, 30, tzinfo=UTC)
    assert entry.updated_at == datetime(2025, 11, 3, tzinfo=BERN)


def test_a_plain_sitemap_with_pictures() -> None:
    picture = '<image:image xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><image:loc>https://i.example/x</image:loc></image:image>'
    found = read(urlset(f"{picture}<loc> /2 </loc>", "<loc>/2</loc>", "<loc></loc>", ""))
    assert isinstance(found, Listing)
    assert [entry.url for entry in found.entries] == ["https://news.example/2"]
    assert found.notes == ("entries that lead to no page: 2",)


def test_a_sitemap_without_its_namespaces() -> None:
    found = read(f"<urlset><url>{NEWS}</url></urlset>")
    assert isinstance(found, Listing)
    assert found.entries[0].title == "Talks in Bern"


def test_an_index() -> None:
    found = read(index(named("https://news.example/a.xml", "2025-11-03T10:00:00+01:00"), named("b.xml"), named("mailto:x")))
    assert isinstance(found, Index)
    assert found.sitemaps == (
        ("https://news.example/a.xml", datetime(2025, 11, 3, 9, tzinfo=UTC)),
        ("https://news.example/sitemaps/b.xml", None),
    )


@pytest.mark.parametrize("content", [rss(item("https://news.example/1")), "\ufeffhttps://news.example/1\nhttps://news.example/1\n"])
def test_feeds_and_lists_are_sitemaps_too(content: str) -> None:
    found = read(content)
    assert isinstance(found, Listing)
    assert [entry.url for entry in found.entries] == ["https://news.example/1"]


def test_gzipped_sitemaps() -> None:
    found = read(gzip.compress(urlset("<loc>https://news.example/1</loc>").encode()))
    assert isinstance(found, Listing)
    assert len(found.entries) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(bytes(20_000_000)), "larger than 1 MB"),
        (gzip.compress(urlset("<loc>/1</loc>").encode())[:-10], "broken"),
        (b"\x1f\x8b\x08nothing", "broken"),
        (b"<html><body>Welcome</body></html>", "begins with <html>"),
        (b"", "no XML"),
    ],
)
def test_what_is_no_sitemap_is_an_error(content: bytes, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        read(content)


def test_a_sitemap_that_breaks_off_gives_what_came_before() -> None:
    found = read(urlset("<loc>/1</loc>", "<loc>/2</loc>", "<loc>/3</loc>").partition("/3")[0])
    assert isinstance(found, Listing)
    assert [entry.url for entry in found.entries][:2] == ["https://news.example/1", "https://news.example/2"]
    assert "broken XML" in found.notes[0]


def test_entities_of_sitemaps_are_harmless(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<!DOCTYPE urlset [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY l0 "lol">{bomb}]><urlset'
    began = time.process_time()
    found = read(urlset("<loc>https://news.example/&x;/1</loc>", "<loc>https://news.example/&l9;/1</loc>").replace("<urlset", declared))
    assert isinstance(found, Listing)
    assert [entry.url for entry in found.entries] == ["https://news.example/&x;/1", "https://news.example/&l9;/1"]
    assert time.process_time() - began < 2


@pytest.mark.parametrize("content", ["<urlset>" + "<url>" * 200_000, "<urlset>" + "<url/>" * 100_000, "https://" * 100_000])
def test_hostile_sitemaps_take_no_time(content: str) -> None:
    began = time.process_time()
    with suppress(FetchError):
        read(content)
    assert time.process_time() - began < 5


# --- as sources


def urls(found: list[Fetched]) -> list[str]:
    return [thing.entry.url for thing in found if isinstance(thing, Page)]


def serve_pages(web: Web, *paths: str) -> None:
    for path in paths:
        web.serve(path, page(f"Talks {path}"))


def test_an_index_is_followed_in_its_order(web: Web) -> None:
    serve_pages(web, "/1", "/2", "/3")
    web.serve("/index.xml", index(named("/new.xml.gz"), named("/old.xml"), named("/new.xml.gz")))
    web.serve("/new.xml.gz", gzip.compress(urlset("<loc>/3</loc>", "<loc>/2</loc>").encode()), kind="application/gzip")
    web.serve("/old.xml", urlset("<loc>/2</loc>", "<loc>/1</loc>"))
    *found, last = fetch(sitemap(web.url("/index.xml")), http(), Memory())
    assert urls(found) == [web.url("/3"), web.url("/2"), web.url("/1")]
    assert isinstance(last, Listed)
    assert last.complete
    assert (web.asked("/new.xml.gz"), web.asked("/2")) == (1, 1)


def test_an_index_is_asked_for_whole_every_night(web: Web) -> None:
    serve_pages(web, "/1", "/2")
    web.serve("/index.xml", index(named("/new.xml")), etag='"same"')
    web.serve("/new.xml", urlset("<loc>/1</loc>"), etag='"a"')
    *_, last = fetch(sitemap(web.url("/index.xml")), http(), Memory())
    assert isinstance(last, Listed)
    assert last.state.validators == Validators()
    web.serve("/new.xml", urlset("<loc>/2</loc>"), etag='"b"')
    assert urls(list(fetch(sitemap(web.url("/index.xml")), http(), Memory(last.state)))) == [web.url("/2")]


def test_a_single_sitemap_that_did_not_change_is_not_read(web: Web) -> None:
    serve_pages(web, "/1")
    web.serve("/news.xml", urlset("<loc>/1</loc>"), etag='"a"')
    *_, first = fetch(sitemap(web.url("/news.xml")), http(), Memory())
    assert isinstance(first, Listed)
    [again] = fetch(sitemap(web.url("/news.xml")), http(), Memory(first.state))
    assert isinstance(again, Listed)
    assert again.state == first.state
    assert web.asked("/1") == 1


def test_sitemaps_that_changed_long_before_are_left_out(web: Web) -> None:
    serve_pages(web, "/1", "/2", "/3")
    web.serve("/index.xml", index(named("/a.xml", "2025-10-01"), named("/b.xml", "2025-11-02"), named("/c.xml")))
    for number, name in enumerate("abc", start=1):
        web.serve(f"/{name}.xml", urlset(f"<loc>/{number}</loc>"))
    watermark = datetime(2025, 11, 3, tzinfo=UTC)
    assert urls(list(fetch(sitemap(web.url("/index.xml")), http(), Memory(ListingState(watermark))))) == [web.url("/2"), web.url("/3")]
    assert urls(list(fetch(sitemap(web.url("/index.xml")), http(), Memory(), since=date(2025, 11, 3)))) == [web.url("/2"), web.url("/3")]
    assert web.asked("/a.xml") == 0


def test_a_sitemap_that_fails_stops_itself_alone(web: Web) -> None:
    serve_pages(web, "/1", "/2")
    web.serve("/index.xml", index(named("/a.xml"), named("/down.xml"), named("/html.xml"), named("/b.xml")))
    web.serve("/a.xml", urlset("<loc>/1</loc><lastmod>2025-11-03</lastmod>"))
    web.serve("/down.xml", status=503)
    web.serve("/html.xml", "<html></html>")
    web.serve("/b.xml", urlset("<loc>/2</loc>"))
    found = list(fetch(sitemap(web.url("/index.xml")), http(retries=0), Memory()))
    assert urls(found) == [web.url("/1"), web.url("/2")]
    failed = [thing for thing in found if isinstance(thing, Failed)]
    assert [(thing.url, thing.listing) for thing in failed] == [(web.url("/down.xml"), False), (web.url("/html.xml"), False)]
    assert isinstance(found[-1], Listed)
    assert (found[-1].complete, found[-1].state.watermark) == (False, None)


def test_indexes_that_name_each_other_come_to_an_end(web: Web) -> None:
    serve_pages(web, "/1")
    web.serve("/0.xml", index(named("/0.xml"), named("/1.xml")))
    for number in range(1, MAX_DEPTH + 3):
        web.serve(f"/{number}.xml", index(named("/0.xml"), named(f"/{number + 1}.xml")))
    found = list(fetch(sitemap(web.url("/0.xml")), http(), Memory()))
    failed = [thing for thing in found if isinstance(thing, Failed)]
    assert [thing.error.reason for thing in failed] == [f"indexes of sitemaps are followed {MAX_DEPTH} deep"]
    assert web.asked(f"/{MAX_DEPTH}.xml") == 1
    assert web.asked(f"/{MAX_DEPTH + 1}.xml") == 0


def test_no_more_sitemaps_than_there_is_patience_for(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.fetch.naming.MAX_SITEMAPS", 3)
    web.serve("/index.xml", index(*(named(f"/{number}.xml") for number in range(5))))
    for number in range(5):
        web.serve(f"/{number}.xml", urlset(f"<loc>/{number}</loc>"))
    serve_pages(web, *(f"/{number}" for number in range(5)))
    found = list(fetch(sitemap(web.url("/index.xml")), http(), Memory()))
    assert len(urls(found)) == 3
    assert [thing.url for thing in found if isinstance(thing, Failed)] == [web.url("/3.xml"), web.url("/4.xml")]


def test_a_large_sitemap_is_asked_about_in_batches(web: Web) -> None:
    web.serve("/news.xml", urlset(*(f"<loc>/{number}</loc>" for number in range(1200))))
    memory = Memory()
    found = list(fetch(sitemap(web.url("/news.xml"), exclude=("*/1???",)), http(), memory, limit=0))
    assert [len(batch) for batch in memory.batches] == [500]
    assert isinstance(found[-1], Listed)
    assert (len(found), found[-1].complete) == (1, False)
    assert timedelta(0) <= datetime.now(UTC) - found[-1].fetched_at < timedelta(minutes=1)

"""Nights over the web: what is new is fetched, what is known is not, what fails waits, over real HTTP."""

from __future__ import annotations

from datetime import UTC, datetime

from load.dumps import dump, one, rows
from sqlalchemy import Engine

from etl.config import Settings
from etl.intake import IngestReport
from etl.nightly import Night, nightly
from tests.fetch.asking import feed, http, item, page, pages, rss
from tests.fetch.server import Web


def night(store: Engine, *sources: object) -> IngestReport:
    url = store.url.render_as_string(hide_password=False)
    return nightly(Settings(database_url=url, http=http(longest_wait=0.05), sources=sources), Night())  # type: ignore[arg-type]


def outcomes(store: Engine) -> dict[str, str]:
    """What became of each document in the last run, by the last letter of its address."""
    found = rows(store, "SELECT document_name, status FROM run_items WHERE run_id = (SELECT id FROM runs ORDER BY started_at DESC LIMIT 1)")
    return {name[-1]: status for name, status in found}


def test_a_feed_night_after_night(store: Engine, web: Web) -> None:
    def listed(*numbers: int) -> None:
        day = "Mon, 03 Nov 2025 22:30:00 GMT"
        told = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
        web.serve("/feed", rss(*(item(web.url(f"/{n}"), f"Talks {n}", pubDate=day) for n in numbers)), etag=told)

    listed(1, 2, 3)
    for number in (1, 2):
        web.serve(f"/{number}", page(f"Talks {number}"), etag=f'"{number}"')
    web.serve("/3", status=503)
    report = night(store, feed(web.url("/feed"), publisher="The Courier"))
    assert (report.loaded, [item.stage for item in report.quarantined]) == (2, ["fetch"])
    assert rows(store, "SELECT DISTINCT publisher, published_on FROM v_articles")[0][0] == "The Courier"
    assert one(store, "SELECT COUNT(*) FROM page_states") == 2

    # The third answers now; the others are known and not asked for again, and the page in quarantine is let go.
    web.serve("/3", page("Talks 3"))
    asked = web.asked("/1")
    report = night(store, feed(web.url("/feed")))
    assert (report.loaded, report.unchanged, web.asked("/1")) == (1, 2, asked)
    assert outcomes(store) == {"1": "unchanged", "2": "unchanged", "3": "loaded"}
    assert rows(store, "SELECT * FROM quarantine") == []

    before = dump(store)
    report = night(store, feed(web.url("/feed")))
    assert (report.loaded, dump(store)) == (0, before)


def test_a_changed_page_supersedes_what_it_was(store: Engine, web: Web) -> None:
    source = pages(web.url("/1"))
    web.serve("/1", page("Talks in Oslo"), etag='"1"')
    assert night(store, source).loaded == 1
    web.serve("/1", page("Talks in Bergen"), etag='"2"')
    assert night(store, source).loaded == 1
    assert [title for (title,) in rows(store, "SELECT title FROM documents")] == ["Talks in Bergen"]
    assert night(store, source).unchanged == 1


def test_a_page_that_cannot_be_read_waits_in_quarantine(store: Engine, web: Web) -> None:
    source = pages(web.url("/1"))
    web.serve("/1", b"%PDF-1.7 \x00\x01", kind="application/pdf", etag='"1"')
    for tries in (1, 2):
        assert len(night(store, source).quarantined) == 1
        assert rows(store, "SELECT stage, state, tries FROM quarantine") == [("read", "waiting", tries)]
    assert bytes(one(store, "SELECT content FROM quarantine")) == b"%PDF-1.7 \x00\x01"


def test_a_source_that_is_down_fails_alone(store: Engine, web: Web) -> None:
    web.serve("/feed", status=503)
    web.serve("/1", page("Talks 1"))
    report = night(store, feed(web.url("/feed")), pages(web.url("/1")))
    assert report.loaded == 1
    assert [reason.partition(":")[0] for reason in report.failed_sources] == ["feed"]
    assert one(store, "SELECT error FROM source_states WHERE source = 'feed'")


def test_what_stands_at_two_places_is_not_lost_when_one_changes(store: Engine, web: Web) -> None:
    same = page("Talks in Oslo")
    source = pages(web.url("/1"), web.url("/2"))
    for path in ("/1", "/2"):
        web.serve(path, same, etag='"same"')
    report = night(store, source)
    assert (report.loaded, report.duplicates) == (1, 1)
    assert one(store, "SELECT origin FROM documents") == web.url("/1")
    web.serve("/1", page("Talks in Bergen"), etag='"other"')
    report = night(store, source)
    assert (report.loaded, report.unchanged) == (1, 1)
    standing = {web.url("/1"): "Talks in Bergen", web.url("/2"): "Talks in Oslo"}
    assert dict(rows(store, "SELECT origin, title FROM documents")) == standing
    assert dict(rows(store, "SELECT origin, title FROM documents WHERE id IN (SELECT document_id FROM document_places)")) == standing
    web.serve("/2", page("Talks in Bergen"), etag='"other"')
    night(store, source)
    assert rows(store, "SELECT origin, title FROM documents") == [(web.url("/1"), "Talks in Bergen")]
    assert one(store, "SELECT COUNT(*) FROM document_places") == 2

"""Feeds of every kind, whole, broken and hostile: what they name."""

from __future__ import annotations

import json
import time
import tracemalloc
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from etl.errors import FetchError
from etl.fetch import Entry
from etl.fetch.feeds import parse_feed
from etl.fetch.listings import Listing
from tests.fetch.asking import item, rss

URL = "https://news.example/feeds/world.xml"
ALMATY = ZoneInfo("Asia/Almaty")
NOON = datetime(2025, 11, 3, 12, 0, tzinfo=UTC)


def read(feed: str | bytes, charset: str | None = None) -> Listing:
    return parse_feed(feed.encode() if isinstance(feed, str) else feed, url=URL, zone=ALMATY, charset=charset)


def only(feed: str | bytes) -> Entry:
    [entry] = read(feed).entries
    return entry


KINDS = {
    "rss 0.90": """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://channel.netscape.com/rdf/simple/0.9/"><channel><title>N</title></channel>
        <item><title>Talks in Bern</title><link>https://news.example/1</link></item></rdf:RDF>""",
    "rss 0.91": """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
        "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>N</title>
        <item><title>Talks in Bern</title><link>https://news.example/1</link></item></channel></rss>""",
    "rss 0.92": rss(item("https://news.example/1", "Talks in Bern")).replace('"2.0"', '"0.92"'),
    "rss 1.0": """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example"><title>N</title></channel>
        <item rdf:about="https://news.example/1"><title>Talks in Bern</title><link>https://news.example/1</link>
        <dc:date>2025-11-03T12:00:00Z</dc:date><dc:creator>A. Berger</dc:creator></item></rdf:RDF>""",
    "rss 2.0": rss(
        item("https://news.example/1", "Talks in Bern", guid="https://news.example/n-1", pubDate="Mon, 03 Nov 2025 12:00:00 GMT")
    ),
    "atom": """<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>Talks in Bern</title><id>tag:n-1</id>
        <link rel="enclosure" href="https://news.example/1.mp3"/><link href="https://news.example/1"/>
        <published>2025-11-03T12:00:00Z</published><updated>2025-11-03T15:00:00+02:00</updated>
        <author><name>A. Berger</name></author></entry></feed>""",
    "atom 0.3": """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>N</title><entry><title>Talks in Bern</title>
        <link rel="alternate" type="text/html" href="https://news.example/1"/><issued>2025-11-03T12:00:00Z</issued></entry></feed>""",
    "json": json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1", "title": "N", "language": "en-GB", "items": [
                {"id": 7, "url": "https://news.example/1", "title": "Talks in Bern", "date_published": "2025-11-03T12:00:00Z",
                 "date_modified": "2025-11-03T13:00:00Z", "content_html": "<p>They met.</p>", "authors": [{"name": "A. Berger"}]}]
        }
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_feed(kind: str) -> None:
    entry = only(KINDS[kind])
    assert (entry.url, entry.title) == ("https://news.example/1", "Talks in Bern")
    if kind not in ("rss 0.90", "rss 0.91", "rss 0.92"):
        # RSS 1.0 has one date alone, which feedparser takes for that of the last change.
        assert (entry.updated_at if kind == "rss 1.0" else entry.published_at) == NOON
    if kind in ("rss 1.0", "atom", "json"):
        assert entry.author == "A. Berger"
    assert entry.updated_at == {"atom": NOON + timedelta(hours=1), "json": NOON + timedelta(hours=1)}.get(kind, entry.updated_at)
    assert entry.identifier == {"rss 2.0": "https://news.example/n-1", "atom": "tag:n-1", "json": "7"}.get(kind, entry.identifier)


def test_the_update_is_not_made_up() -> None:
    assert only(KINDS["rss 2.0"]).updated_at is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mon, 03 Nov 2025 12:00:00 +0100", datetime(2025, 11, 3, 11, tzinfo=UTC)),
        ("Mon, 03 Nov 2025 12:00:00 EST", datetime(2025, 11, 3, 17, tzinfo=UTC)),
        ("3 Nov 2025 12:00", datetime(2025, 11, 3, 12, tzinfo=ALMATY)),
        ("2025-11-03T12:00:00", datetime(2025, 11, 3, 12, tzinfo=ALMATY)),
        ("2025-11-03T12:00:00.250+05:30", datetime(2025, 11, 3, 12, 0, 0, 250_000, tzinfo=timezone(timedelta(hours=5, minutes=30)))),
        ("2025-11-03", datetime(2025, 11, 3, tzinfo=ALMATY)),
        ("yesterday", None),
        ("Mon, 45 Nov 2025 99:00:00 GMT", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59Z", None),
        ("", None),
    ],
)
def test_times(written: str, meant: datetime | None) -> None:
    assert only(rss(item("https://news.example/1", pubDate=written))).published_at == meant


def test_relative_links_lead_from_where_the_feed_was_found() -> None:
    found = read(rss(item("/a"), item("b#part"), item("//other.example/c"), item("https://news.example/a")))
    assert [entry.url for entry in found.entries] == [
        "https://news.example/a", "https://news.example/feeds/b", "https://other.example/c",
    ]  # fmt: skip
    atom = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/"><entry><link href="y"/></entry></feed>'
    assert only(atom).url == "https://base.example/x/y"


def test_entries_that_lead_to_no_page_are_counted() -> None:
    found = read(rss(item(""), item("javascript:alert(1)"), item("https://news.example/1"), item("http://[")))
    assert [entry.url for entry in found.entries] == ["https://news.example/1"]
    assert found.notes == ("entries that lead to no page: 3",)


def test_a_guid_may_be_the_link() -> None:
    assert only(rss("<item><guid>https://news.example/1</guid></item>")).url == "https://news.example/1"


def test_the_longest_content_is_the_article() -> None:
    whole = "<p>They met in Bern.</p>" * 3
    fields = {"description": "They met.", "content:encoded": f"<![CDATA[{whole}]]>"}
    assert only(rss(item("https://news.example/1", **fields))).content_html == whole
    assert only(rss(item("https://news.example/1", description="They met."))).content_html == "They met."
    assert only(rss(item("https://news.example/1"))).content_html is None


def test_plain_text_in_a_json_feed_is_escaped() -> None:
    items = [{"url": "https://news.example/1", "content_text": "a < b\n\nc"}]
    assert only(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items})).content_html == "<p>a &lt; b</p><p>c</p>"


def test_the_language_of_the_feed() -> None:
    assert only(rss(item("https://news.example/1"), head="<language>en-US</language>")).language == "en"
    assert only(KINDS["json"]).language == "en"


@pytest.mark.parametrize(
    ("feed", "charset"),
    [
        (rss(item("https://news.example/1", "Şimşek")).replace("utf-8", "iso-8859-9").encode("iso-8859-9"), None),
        (rss(item("https://news.example/1", "Şimşek")).replace(' encoding="utf-8"', "").encode("cp1254"), "windows-1254"),
        (rss(item("https://news.example/1", "Şimşek")).encode(), "iso-8859-1"),
        (rss(item("https://news.example/1", "Şimşek")).replace("utf-8", "utf-16").encode("utf-16"), None),
        (b"\xef\xbb\xbf\n" + rss(item("https://news.example/1", "Şimşek")).encode(), "no-such-charset"),
    ],
    ids=["declared", "header", "wrong header", "utf-16", "marked"],
)
def test_encodings(feed: bytes, charset: str | None) -> None:
    [entry] = read(feed, charset).entries
    assert entry.title == "Şimşek"


# --- broken


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    whole = rss(item("https://news.example/1", "One"), item("https://news.example/2", "Two"), item("https://news.example/3", "Three"))
    found = read(whole[: whole.index("Three")])
    assert [entry.title for entry in found.entries][:2] == ["One", "Two"]
    assert "broken XML" in found.notes[0]


def test_a_json_feed_that_breaks_off_gives_what_came_before() -> None:
    items = [{"url": f"https://news.example/{n}", "title": f"Talks {n}"} for n in range(4)]
    whole = json.dumps({"version": "https://jsonfeed.org/version/1", "items": items})
    found = read(whole[: whole.index("Talks 2")])
    assert [entry.title for entry in found.entries] == ["Talks 0", "Talks 1"]
    assert "broken JSON" in found.notes[0]


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Q&A: talks", "Q&A: talks"),
        ("Talks &amp; more", "Talks & more"),
        ("Caf&eacute;&nbsp;talks", "Café talks"),
        ("&unknown; talks &amp; more", "&unknown; talks & more"),
        ("Talks \x08&#8;&#xD800;here &lt;now&gt; &#x41;", "Talks here <now> A"),
        ("<![CDATA[Q&A <now>]]>", "Q&A <now>"),
        ("Talks &amp;amp; more &amp;#8211; much more", "Talks & more – much more"),
        ("<![CDATA[<b>Talks</b> in Bern]]>", "Talks in Bern"),
    ],
)
def test_what_is_not_quite_xml_is_read_all_the_same(title: str, meant: str) -> None:
    entry = only(rss(item("https://news.example/1?a=1&b=2", title)))
    assert (entry.title, entry.url) == (meant, "https://news.example/1?a=1&b=2")


def test_undeclared_prefixes_are_read_all_the_same() -> None:
    fields = {"dc:creator": "A. Berger", "content:encoded": "&lt;p&gt;They met.&lt;/p&gt;", "strange:thing": "x"}
    entry = only(rss(item("https://news.example/1", **fields)).replace("<item>", '<item strange:at="1">'))
    assert (entry.author, entry.content_html) == ("A. Berger", "<p>They met.</p>")


@pytest.mark.parametrize(
    "feed",
    ["", "  ", "plain words", "<!doctype html><html><body><p>Please log in.<br></body></html>", "<opml/>", "<", "{", "[]", "{}",
     '{"items": []}', '{"version": "https://jsonfeed.org/version/1", "items": 3}', "[" * 100_000, "\x00\x01\x02", "%PDF-1.4"],
)  # fmt: skip
def test_what_is_no_feed_is_an_error(feed: str) -> None:
    with pytest.raises(FetchError):
        read(feed)


def test_a_feed_that_breaks_off_before_its_first_entry_is_an_error() -> None:
    with pytest.raises(FetchError, match="nothing can be read in it: broken XML"):
        read(rss(item("https://news.example/1")).partition("<item>")[0])


def test_an_element_in_a_strange_place_costs_no_other_entry() -> None:
    strange = "<item><link><item><title>Within</title></item></link></item>"
    found = read(rss(item("https://news.example/1", "One"), strange, item("https://news.example/2", "Two")))
    assert {"One", "Two"} <= {entry.title for entry in found.entries}
    assert "entries read one by one" in found.notes[0]


def test_elements_that_feedparser_has_its_own_names_for() -> None:
    names = ("links", "title_detail", "published_parsed", "updated_parsed", "feedburner_origlink", "authors", "id", "summary_detail")
    entry = only(rss(item("https://news.example/1", "One", **dict.fromkeys(names, "<b>x</b>"))))
    assert (entry.url, entry.title, entry.published_at) == ("https://news.example/1", "One", None)


def test_a_feed_without_entries_is_one() -> None:
    assert read(rss()).entries == ()


def test_strange_json_items_are_counted() -> None:
    items: list[Any] = [3, None, {"url": "https://news.example/1", "title": 5, "authors": "A", "content_html": {}}, {"url": ["x"]}]
    found = read(json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}))
    assert [entry.url for entry in found.entries] == ["https://news.example/1"]
    assert found.notes == ("items that are no objects: 2", "entries that lead to no page: 1")


# --- hostile

LOL = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def test_entities_that_multiply_stay_what_they_are() -> None:
    bomb = rss(item("https://news.example/1", "A &l9; &amp; b", description="&l9;")).replace("<rss", f"<!DOCTYPE rss [{LOL}]><rss")
    tracemalloc.start()
    began = time.process_time()
    try:
        found = read(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (found.entries[0].title, found.entries[0].url) == ("A &l9; & b", "https://news.example/1")
    assert found.notes == ("its document type declares entities, which were ignored",)
    assert time.process_time() - began < 2
    assert peak < 20_000_000


def test_large_entities_that_are_repeated_stay_what_they_are() -> None:
    bomb = rss(item("https://news.example/1", "&a;" * 10_000)).replace("<rss", f'<!DOCTYPE rss [<!ENTITY a "{"a" * 100_000}">]><rss')
    assert only(bomb).title == "&a;" * 10_000


def test_files_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret", encoding="utf-8")
    declared = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;]>'
    for title in ("&x;", f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'):
        entry = only(rss(item("https://news.example/1", title, description=title)).replace("<rss", f"{declared}<rss"))
        assert "the secret" not in repr(entry)


def test_the_name_of_a_file_is_no_feed(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(rss(item("https://news.example/1")), encoding="utf-8")
    with pytest.raises(FetchError):
        read(str(file))


@pytest.mark.parametrize(
    "feed",
    [
        "<rss>" + "<channel>" * 200_000,
        rss(item("https://news.example/1", "<![CDATA[" * 100_000)),
        rss(item("https://news.example/1", "<" * 200_000)),
        rss(item("https://news.example/1", "&" * 500_000)),
        "<!DOCTYPE [" * 100_000,
        "<!DOCTYPE rss [" + "]  " * 200_000,
        "<rss " + 'a="' * 200_000,
        "<?xml " * 200_000,
        '{"version": "https://jsonfeed.org/version/1", "items": [' + '{"a":' * 100_000,
    ],
    ids=["depth", "cdata", "brackets", "ampersands", "doctypes", "doctype", "attributes", "declarations", "json depth"],
)
def test_hostile_feeds_take_no_time(feed: str) -> None:
    began = time.process_time()
    with suppress(FetchError):
        read(feed)
    assert time.process_time() - began < 5

"""From pages to documents: whose word counts, and in which letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from etl.errors import DocumentError
from etl.fetch import Answer, Entry, Page, Validators, as_raw_document, fetch
from etl.records import Document
from etl.sources import read_content, read_document
from tests.fetch.asking import Memory, feed, http, item, page, pages, rss
from tests.fetch.server import Web

NOW = datetime(2025, 11, 22, 3, tzinfo=UTC)
LATE = datetime(2025, 11, 3, 22, 30, tzinfo=UTC)


def fetched(content: str | bytes, media_type: str | None = "text/html", charset: str | None = None, **entry: Any) -> Page:
    body = content.encode() if isinstance(content, str) else content
    answer = Answer("https://news.example/final", body, media_type, charset, Validators(), NOW)
    return Page(Entry("https://news.example/1", **entry), answer)


def document(found: Page, **source: Any) -> Document:
    return read_document(as_raw_document(found, pages("https://news.example/1", **source)))


def test_where_it_came_from() -> None:
    made = document(fetched(page(head='<link rel="canonical" href="https://other.example/x"/>')))
    assert (made.name, made.origin, made.url) == ("https://news.example/1", "https://news.example/1", "https://news.example/final")
    assert made.fetched_at == NOW


def test_the_page_counts_before_the_listing_and_that_before_the_source() -> None:
    own = '<meta property="og:site_name" content="Own"/><meta property="article:published_time" content="2025-11-01T23:00:00Z"/>'
    said = {"title": "Listed", "publisher": "Listed", "published_at": LATE, "language": "fr"}
    configured = {"publisher": "Source", "language": "de", "time_zone": "Asia/Almaty"}
    whole = document(fetched(page("Own", head=own), **said), **configured)
    assert (whole.title, whole.publisher, whole.published_on, whole.language) == ("Own", "Own", date(2025, 11, 1), "en")
    silent = page("").replace(' lang="en"', "").replace("<title></title>", "").replace("<h1></h1>", "")
    listed = document(fetched(silent, **said), **configured)
    assert (listed.title, listed.publisher, listed.published_on, listed.language) == ("Listed", "Listed", date(2025, 11, 4), "fr")
    alone = document(fetched(silent), **configured)
    assert (alone.title, alone.publisher, alone.published_on, alone.language) == (None, "Source", None, "de")


def test_the_day_is_that_of_the_sources_time_zone() -> None:
    assert document(fetched(page(), published_at=LATE), time_zone="America/New_York").published_on == date(2025, 11, 3)
    assert document(fetched(page(), published_at=LATE), time_zone="Asia/Almaty").published_on == date(2025, 11, 4)
    assert document(fetched(page(), updated_at=LATE)).published_on == date(2025, 11, 3)


RUSSIAN = page("Встреча", "Министр сказал, что мост через реку откроют до конца года, и поблагодарил коллег за помощь в работе.")
UNDECLARED = RUSSIAN.replace('<meta charset="utf-8">', "")


@pytest.mark.parametrize(
    ("content", "charset", "kept"),
    [
        (UNDECLARED.encode("koi8-r"), "koi8-r", "text/html; charset=koi8-r"),
        (RUSSIAN.encode(), "iso-8859-1", "text/html"),
        (RUSSIAN.encode(), "no-such-charset", "text/html"),
        (RUSSIAN.replace("utf-8", "windows-1251").encode("cp1251"), "utf-8", "text/html; charset=utf-8"),
        (RUSSIAN.replace("utf-8", "windows-1251").encode("cp1251"), None, "text/html"),
        (b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), "utf-8", "text/html"),
    ],
    ids=["header", "wrong header", "unknown header", "header that cannot be", "page", "marked"],
)
def test_letters(content: bytes, charset: str | None, kept: str) -> None:
    made = document(fetched(content, charset=charset))
    assert "Министр сказал" in made.text
    assert made.media_type == kept
    # What is stored is read again as it was read.
    again = read_content(made.media_type, made.content, name=made.name, origin=made.origin)
    assert (again.text, again.notes, again.media_type) == (made.text, made.notes, made.media_type)


def test_what_latin_1_means_to_browsers() -> None:
    content = page(text="The minister said “yes” – and no more than that, to all those who had come to the bridge.").encode("cp1252")
    assert "“yes” –" in document(fetched(content, charset="iso-8859-1")).text


@pytest.mark.parametrize(
    "media_type", ["text/html", "application/xhtml+xml", "application/xml", "text/xml", None, "application/octet-stream"]
)
def test_pages_by_whatever_name(media_type: str | None) -> None:
    assert document(fetched('<?xml version="1.0"?>\n' + page(), media_type)).media_type == "text/html"


def test_plain_text() -> None:
    made = document(fetched("Встреча министров".encode("cp1251"), "text/plain", "windows-1251", title="Talks"))
    assert (made.text, made.title, made.media_type) == ("Встреча министров", "Talks", "text/plain; charset=windows-1251")


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        ("%PDF-1.4", "application/pdf"),
        ("<feed/>", "application/xml"),
        ("x", None),
        ("", "text/html"),
        (b"\0\1", "text/html"),
        ("GIF", "image/gif"),
    ],
)
def test_what_cannot_be_read_is_an_error_of_its_document(content: str | bytes, media_type: str | None) -> None:
    with pytest.raises(DocumentError) as caught:
        document(fetched(content, media_type))
    assert (caught.value.document, caught.value.stage) == ("https://news.example/1", "read")


def test_a_whole_article_of_a_feed(web: Web) -> None:
    body = "".join(f"<p>The minister said on day {n} that the bridge would be opened before the end of the year.</p>" for n in range(3))
    fields = {"content:encoded": f"<![CDATA[{body}]]>", "pubDate": "Mon, 03 Nov 2025 22:30:00 GMT"}
    web.serve("/feed", rss(item("https://news.example/1", "Talks & &lt;more>", **fields), head="<language>en-us</language>"))
    source = feed(web.url("/feed"), full_text=True, time_zone="Asia/Almaty", publisher="The Courier")
    found = next(fetch(source, http(), Memory()))
    assert isinstance(found, Page)
    made = read_document(as_raw_document(found, source))
    assert made.text.startswith("The minister said on day 0")
    assert (made.title, made.publisher, made.published_on, made.language) == ("Talks & <more>", "The Courier", date(2025, 11, 4), "en")
    assert (made.url, made.media_type) == ("https://news.example/1", "text/html")
    again = read_content(made.media_type, made.content, name=made.name, origin=made.origin)
    assert replace(again, fetched_at=made.fetched_at).text == made.text


def test_the_charset_of_the_server_reaches_the_document(web: Web) -> None:
    web.serve("/1", UNDECLARED.encode("koi8-r"), kind="text/html; charset=KOI8-R")
    source = pages(web.url("/1"))
    found = next(fetch(source, http(), Memory()))
    assert isinstance(found, Page)
    assert "Министр сказал" in read_document(as_raw_document(found, source)).text

from __future__ import annotations

from datetime import date

import pytest

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import html

PARAGRAPHS = (
    "The foreign minister said that the bridge over the river would be opened to traffic before the end of the year, as both sides wish.",
    "His colleague answered that her government had always supported the plan, and that the last of the money had been found in spring.",
    "The two ministers signed a protocol on border crossings and agreed to see each other again in the autumn, in the other capital.",
)
STANDFIRST = "Foreign ministers Ada Berger and Jon Tal spoke about the bridge in Bern."
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"/><title>Ministers speak about a bridge • The Courier</title>
<meta property="og:title" content="Ministers speak about a bridge"/><meta property="og:site_name" content="The Courier"/>
<meta property="og:url" content="https://courier.example/bridge"/><meta property="article:published_time" content="2031-05-02T08:00:00Z"/>
</head><body>
<nav><ul><li><a href="/">Front page</a></li><li><a href="/w">World news from all over the globe is found here.</a></li></ul></nav>
<p>Subscribe to our newsletter, it comes every day of the week.</p>
<div class="page"><div class="top"><h1>Ministers speak about a bridge</h1><div class="lead"><p>{STANDFIRST}</p></div>
<p><time datetime="2031-05-02">May 2, 2031</time></p>
<figure><p>The old bridge is seen here in a photo.</p></figure></div>
<article class="entry-content">{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}</article></div>
<footer><p>All rights reserved by The Courier, a newspaper.</p></footer></body></html>"""


def parse(page: str | bytes) -> Document:
    return html.parse(page if isinstance(page, bytes) else page.encode(), name="a.html", origin="/x/a.html")


def test_text_is_the_whole_article_and_nothing_else() -> None:
    assert parse(PAGE).text == "\n\n".join((STANDFIRST, *PARAGRAPHS))


def test_what_the_page_says_about_itself() -> None:
    document = parse(PAGE)
    assert document.title == "Ministers speak about a bridge"
    assert document.publisher == "The Courier"
    assert document.published_on == date(2031, 5, 2)
    assert document.url == "https://courier.example/bridge"
    assert document.language == "en"
    assert document.media_type == "text/html"
    assert document.notes == ()


def test_a_standfirst_inside_the_main_text_is_not_doubled() -> None:
    page = PAGE.replace(f"<p>{STANDFIRST}</p>", "").replace(
        '<article class="entry-content">', f'<article class="entry-content"><p>{STANDFIRST}</p>'
    )
    assert parse(page).text.count(STANDFIRST) == 1


def test_a_page_without_a_date_has_none() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2031-05-02T08:00:00Z"/>', "")
    page = page.replace('<p><time datetime="2031-05-02">May 2, 2031</time></p>', "")
    assert parse(page.replace("in the other capital.", "as in May 2, 2019.")).published_on is None


def test_the_declared_charset_is_used() -> None:
    page = PAGE.replace("utf-8", "windows-1251").replace("Jon Tal", "Жон Тал")
    document = parse(page.encode("windows-1251", errors="ignore"))
    assert "Жон Тал" in document.text
    assert document.notes == ("not UTF-8, read as windows-1251, as it declares",)


@pytest.mark.parametrize(
    ("page", "reason"),
    [("", "no text"), ("<html><body></body></html>", "no main text"), (b"\x00\x01\x02", "NUL")],
)
def test_a_page_without_text_is_an_error(page: str | bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        parse(page)

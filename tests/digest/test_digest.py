"""The page of what is new: what is on it, what is not, and that it needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html
from sqlalchemy import Connection
from typer.testing import CliRunner

import cli
from etl.digest import Days, Digest, last_day, read_digest
from etl.digest.page import make_page
from etl.digest.rows import Evidence, FirstTime, MeetingNews, StatementNews
from models.store import open_engine


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('sample_file')}"
    return str(request.getfixturevalue("sample_database"))


@pytest.fixture
def connection(url: str) -> Iterator[Connection]:
    engine = open_engine(url)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def page_of(connection: Connection, last: date, amount: int = 1) -> html.HtmlElement:
    return html.document_fromstring(make_page(read_digest(connection, Days.until(last, amount))))


def test_what_happened_in_the_days_is_there_with_its_sentences(connection: Connection) -> None:
    digest = read_digest(connection, Days.until(date(2023, 5, 17), 2))
    titles = [meeting.title for meeting in digest.meetings]
    assert "Baek Do-yeon – Wiratno Hadikusuma meeting" in titles
    assert all(meeting.evidence for meeting in digest.meetings)
    page = page_of(connection, date(2023, 5, 17), 2)
    assert [heading.text for heading in page.cssselect("li.card h3")] == titles
    assert len(page.cssselect("li.card blockquote")) == sum(len(meeting.evidence) for meeting in digest.meetings)
    assert page.cssselect("#statements ~ details") or digest.statements == ()
    assert {first.kind for first in digest.first_times} >= {"meeting"}


def test_the_same_days_give_the_same_page(connection: Connection) -> None:
    days = Days.until(date(2023, 5, 17), 2)
    assert make_page(read_digest(connection, days)) == make_page(read_digest(connection, days))


def test_the_last_day_is_one_with_articles_and_not_to_come(connection: Connection) -> None:
    newest = last_day(connection, date(2900, 1, 1))
    assert last_day(connection, newest) == newest
    assert last_day(connection, newest - timedelta(days=1)) < newest
    assert last_day(connection, date(1800, 1, 1)) == date(1800, 1, 1)


def test_days_without_news_say_so(connection: Connection) -> None:
    page = page_of(connection, date(1911, 1, 1))
    said = [paragraph.text for paragraph in page.cssselect("p.none")]
    assert "No meeting of these days is known." in said
    assert "No statement was first published in these days." in said


def test_one_is_told_as_one() -> None:
    first = FirstTime("meeting", "Malta and Fiji: first meeting here", None)
    digest = Digest(Days.until(date(2024, 1, 1)), (), (), (first,), {}, {}, ())
    said = html.document_fromstring(make_page(digest)).cssselect("header p")[0].text
    assert said.startswith("0 meetings, 0 statements, 1 first time.")


def test_a_page_needs_nothing_from_elsewhere(connection: Connection) -> None:
    page = page_of(connection, date(2023, 5, 17), 2)
    assert page.cssselect("script, link, img, iframe, object, embed") == []
    assert [node for node in page.iter() if isinstance(node.tag, str) and node.get("src")] == []
    assert "@import" not in page.cssselect("style")[0].text
    assert all(found.get("href").startswith(("#", "http://", "https://")) for found in page.cssselect("a"))


def test_a_page_can_be_used_without_eyes_and_mouse(connection: Connection) -> None:
    page = page_of(connection, date(2023, 5, 17), 2)
    assert page.get("lang") == "en"
    ids = [node.get("id") for node in page.iter() if isinstance(node.tag, str) and node.get("id")]
    assert len(ids) == len(set(ids))
    for anchor in page.cssselect("a[href^='#']"):
        assert anchor.get("href")[1:] in ids
    for chart in page.cssselect(".chart"):
        assert (chart.get("tabindex"), bool(chart.get("aria-label"))) == ("0", True)
        (svg,) = chart.cssselect("svg")
        title, said = svg.get("aria-labelledby").split()
        assert all(page.get_element_by_id(name).text for name in (title, said))
    assert [level for level in ("h1", "h2", "h3") if not page.cssselect(level)] == []


def test_names_are_only_words() -> None:
    hostile = "<script>alert(\"1\")</script> & 'בְּ'"
    evidence = Evidence(hostile, hostile, hostile, date(2024, 1, 1), "javascript:alert(1)", hostile)
    digest = Digest(
        days=Days.until(date(2024, 1, 1)),
        meetings=(
            MeetingNews(1, hostile, "bilateral", "held", None, None, hostile, hostile, False, ((hostile, "XX"), (None, "YY")), (evidence,)),
        ),
        statements=(StatementNews(2, hostile, (hostile,), "assert", (hostile,), None, 2, evidence),),
        first_times=(FirstTime("meeting", hostile, evidence),),
        met={("XX", "YY"): 1},
        positions={(hostile, "XX", "supports"): 1},
        activity=((date(2024, 1, 1), 1, 1),),
        names={"XX": hostile},
    )
    page = html.document_fromstring(make_page(digest))
    assert page.cssselect("script") == []
    assert page.cssselect("a[href^='javascript']") == []
    assert page.cssselect("li.card h3")[0].text == hostile
    for svg in page.cssselect("svg"):
        assert ElementTree.fromstring(html.tostring(svg, encoding="unicode")).tag.endswith("svg")


def test_the_command_writes_the_page(url: str, tmp_path: Path) -> None:
    file = tmp_path / "digest.html"
    done = CliRunner().invoke(cli.app, ["digest", "--date", "2023-05-17", "--days", "2", "--db", url, "--out", str(file)])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith(f"{file}: ")
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")

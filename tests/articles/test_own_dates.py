"""Dates on the line of the prose, and at the foot of a paper."""

from __future__ import annotations

from datetime import date

import pytest

from etl.articles import split_articles
from etl.articles.dates import date_line
from etl.records import Document

PROSE = "The two ministers spoke for more than three hours about the bridge and about the road that leads to it."
HEADLINE = "Ministers open a bridge"


def split(text: str) -> tuple[date | None, str | None, str]:
    [article] = split_articles(
        Document(
            name="a.txt",
            origin="/x/a.txt",
            media_type="text/plain",
            content=text.encode(),
            text=text,
            title=None,
            publisher=None,
            published_on=None,
            language=None,
            url=None,
        )
    )
    return article.published_on, article.dateline_place, article.text


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("date 2031-05-02 ", None),
        ("date  2031-05-02\n", None),
        ("Published: 2 May 2031 ", None),
        ("2 May 2031 – ", None),
        ("02.05.2031 -- ", None),
        ("[2 May 2031] ", None),
        ("20310502", None),
        ("This content was published on May 2, 2031 - 19:25\n\n", None),
    ],
)
def test_a_date_before_the_prose_is_that_of_the_text(opening: str, place: str | None) -> None:
    for above in ("", f"{HEADLINE}\n\n"):
        assert split(f"{above}{opening}{PROSE}") == (date(2031, 5, 2), place, PROSE)


def test_behind_it_may_stand_a_dateline() -> None:
    day, place, text = split(f"date 2031-05-02 LIMA — {PROSE}")
    assert (day, place) == (date(2031, 5, 2), "LIMA")
    assert text.endswith(PROSE)


def test_a_list_of_days_has_none_of_its_own() -> None:
    text = f"{HEADLINE}\n\n2 May 2031 – {PROSE}\n\n3 May 2031 – {PROSE}"
    assert split(text)[0] is None


@pytest.mark.parametrize(
    "foot",
    [
        "Quito\n2 May 2031",
        "Quito\n2nd May 2031\n\n112/2031",
        "Issued by the Ministry of Roads on 2 May 2031",
        "Issued by the Ministry of Roads on 2 May 2031.",
        "ISSUED BY THE MINISTRY OF ROADS\n\nRoad House, 2 May 2031\n\n2 May 2031",
        "Published on May 2, 2031 in Roads\n\nShare this",
        "Last modified on Friday, 2 May 2031 10:15",
        "-- BERNAMA 2 May 2031",
        "Skagen Courier, Volume IX, 2 May 2031, Page 4",
        "Date: 02-May-2031",
    ],
)
def test_a_paper_may_be_dated_at_its_foot(foot: str) -> None:
    assert split(f"{HEADLINE}\n\n{PROSE}\n\n{foot}")[0] == date(2031, 5, 2)


def test_dates_of_other_pieces_are_not_its_own() -> None:
    other = "Related stories\n\nBridge is shut, 2 May 2030\n\n1 May 2030"
    assert split(f"{HEADLINE}\n\n{PROSE}\n\n{PROSE}\n\n{other}")[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "21:37 / 02.05.2031",
        "RELEASE DATE: MAY 2, 2031",
        "Date: 02-May-2031",
        "Last modified on Friday, 2 May 2031 10:15",
        "9:05 am | 2 May 2031",
    ],
)
def test_date_lines_with_labels_and_hours(text: str) -> None:
    assert date_line(text) == date(2031, 5, 2)


@pytest.mark.parametrize(
    "text",
    [
        f"Port Vila\n\n2 May 2031\n\nReadout of the meeting of two ministers\n\n{PROSE}",
        f"Port Vila, Vanuatu\n\n2. May 2031.\n\nReadout of the meeting of two ministers\n\n{PROSE}",
    ],
)
def test_the_town_may_stand_above_day_and_headline(text: str) -> None:
    assert split(text) == (date(2031, 5, 2), text.partition("\n")[0], PROSE)


def test_a_section_of_the_site_is_no_town() -> None:
    assert split(f"Press Releases\n\n2 May 2031\n\nReadout of the meeting of two ministers\n\n{PROSE}")[1] is None


def test_a_motto_above_the_headline_is_no_article() -> None:
    text = f"Welcome to the Union. It is yours.\n\nReadout of the meeting of two ministers\n\nPort Vila, 2 May 2031\n\n{PROSE}"
    assert split(text)[:2] == (date(2031, 5, 2), "Port Vila")


def test_marks_and_numbers_above_the_text_are_passed_over() -> None:
    text = f"{HEADLINE}\n\n• 2031-05-02\n• By Ana Tal\n\nGALLE - {PROSE}"
    assert split(text)[:2] == (date(2031, 5, 2), "GALLE")
    text = f"{HEADLINE}\nPress Release\nSG/T/112\n{HEADLINE}\n20310502{PROSE}"
    assert split(text) == (date(2031, 5, 2), None, PROSE)
    text = f"{HEADLINE}\nRoad Times Desk\nPublished: 2 May 2031, 14: 15\n{PROSE}"
    assert split(text) == (date(2031, 5, 2), None, PROSE)


@pytest.mark.parametrize(
    "text",
    [
        f"date 2031-05 OFFICE OF ROADS\n\nPress release 112/2031\n\n2 May 2031\n\n{HEADLINE}\n\n{PROSE}",
        f"{HEADLINE}\n\n{PROSE}\n\nBy ANA TAL\nPublished: MAY 2, 2031 01:10\n\n{PROSE}",
        f"{HEADLINE}\nFrom: Office of Roads, 10 Harbour Street\nPublished 2 May 2031\n{PROSE}",
    ],
)
def test_heads_of_offices_and_papers(text: str) -> None:
    assert split(text)[0] == date(2031, 5, 2)


def test_a_date_before_a_paragraph_that_lacks_its_full_stop() -> None:
    prose = "GALLE — " + " ".join([PROSE.rstrip(".")] * 2)
    assert split(f"date 2031-05-02 {prose}\n\n{PROSE}")[:2] == (date(2031, 5, 2), "GALLE")


def test_a_label_is_no_town() -> None:
    assert split(f"{HEADLINE}\nPublished May 2nd, 2031 - 02:00 GMT\n{PROSE}")[:2] == (date(2031, 5, 2), None)
    assert split(f"{HEADLINE}\nFriday ,2 May 2031\n{PROSE}")[:2] == (date(2031, 5, 2), None)
    assert split(f"{HEADLINE}\n\nGALLE, Sri Lanka—{PROSE}")[1] == "GALLE, Sri Lanka"


def test_tools_of_the_page_beside_the_day() -> None:
    text = f"Friday, 2 May 2031. PDF Print E-mail\n{HEADLINE}\n+ larger fontnormal font- Smaller font\n{PROSE}"
    assert split(text) == (date(2031, 5, 2), None, PROSE)


def test_hyphens_where_day_and_month_cannot_be_confused() -> None:
    assert [date_line("19-05-2031"), date_line("05-05-2031"), date_line("02-05-2031")] == [date(2031, 5, 19), date(2031, 5, 5), None]


def test_the_place_of_a_line_with_the_day() -> None:
    foot = split(f"{HEADLINE}\n\n{PROSE}\n\nLima, 2 May 2031")
    assert foot[:2] == (date(2031, 5, 2), "Lima")
    above = split(f"PR/45/2031\nLima, 2 May 2031\n\n{HEADLINE}\n\n{PROSE}")
    assert above == (date(2031, 5, 2), "Lima", PROSE)

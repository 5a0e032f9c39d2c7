from __future__ import annotations

from datetime import date

import pytest

from etl.articles.dates import date_line, day_of_telling, full_dates, leading_date, named_weekdays

MAY_2 = date(2031, 5, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2031-05-02",
        "2031/05/02",
        "2031.5.2",
        "May 2, 2031",
        "May 2 2031",
        "May 2nd, 2031",
        "2 May 2031",
        "2nd of May, 2031",
        "Friday, 2 May 2031",
        "Friday, May 2, 2031",
        "FRIDAY, MAY 2, 2031",
        "Fri. 2 May 2031",
        "date 2031-05-02",
        "Published: May 2, 2031, 12:30",
        "Last updated at 2 May 2031 | 10:15 am",
        "Updated on 2031-05-02 10:15:30 GMT",
        "2031-05-02T08:00:00Z",
        "May 2, 2031 (Friday)",
    ],
)
def test_date_lines(text: str) -> None:
    assert date_line(text) == MAY_2


def test_figures_are_a_date_where_day_and_month_cannot_be_confused() -> None:
    assert [date_line("05/06/2031 04:15 PM EDT"), date_line("05/19/2031")] == [date(2031, 5, 6), date(2031, 5, 19)]
    assert [date_line("05/05/2031"), date_line("19/05/2031"), date_line("05/06/2031")] == [date(2031, 5, 5), date(2031, 5, 19), None]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May 2",
        "Friday",
        "05/02/2031",
        "2031-13-02",
        "February 30, 2031",
        "On May 2, 2031 they met.",
        "Talks of May 2, 2031",
        "12031-05-02",
    ],
)
def test_other_lines_are_no_date_lines(text: str) -> None:
    assert date_line(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("date 2031-05-02 Ministers meet in Bern", "Ministers meet in Bern"),
        ("2031-05-02: Ministers meet", "Ministers meet"),
        ("May 2, 2031 – Ministers meet", "Ministers meet"),
        ("May 2, 2031 13:30 Bern", "Bern"),
        ("Friday, May 2, 2031", ""),
    ],
)
def test_leading_dates(text: str, rest: str) -> None:
    assert leading_date(text) == (MAY_2, rest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Signed on June 15, 2029, it was renewed on 2 May 2031.", [date(2029, 6, 15), MAY_2]),
        ("From 2031-05-02 on.", [MAY_2]),
        ("In May 2031 and on July 6-9, since 2029.", []),
        ("Call 2031-05-02-17.", []),
        ("On 31 June 2031.", []),
    ],
)
def test_full_dates(text: str, expected: list[date]) -> None:
    assert list(full_dates(text)) == expected


def test_weekdays_are_named_in_full() -> None:
    assert named_weekdays("said here Wednesday, and on friday, in the Sun") == {2, 4}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met (Friday), 2.5.31, in Bern.", [MAY_2]),
        ("They met on Friday, 2.5.31.", [MAY_2]),
        ("They met on Thursday, 2.5.31.", []),
        ("Version 2.5.31 is out.", []),
        ("HPA 021832 GMT MAY 31", [MAY_2]),
        ("HPA 021832 May 31", [MAY_2]),
        ("HPA 021832 May 1999", [date(1999, 5, 2)]),
        ("HPA 022832 May 31", []),
        ("A bill of 021832 May 31 crowns", []),
    ],
)
def test_a_year_of_two_figures_needs_its_weekday_or_the_hour_of_a_wire(text: str, days: list[date]) -> None:
    assert list(full_dates(text)) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The minister met this evening (Friday), 2.5.31, with a farmer.", MAY_2),
        ("Today, 2 May 2031, the pier was opened.", MAY_2),
        ("The pier was opened today (May 2, 2031).", MAY_2),
        ("A hundred years ago today, May 2, 1931, the pier was opened.", None),
        ("The pier of May 2, 2031 was opened today.", None),
    ],
)
def test_the_day_that_a_text_calls_today(text: str, day: date | None) -> None:
    assert day_of_telling(text) == day

"""Dates as they are written, counted from the article's day: Wednesday, 14 September 2022."""

from __future__ import annotations

from datetime import date

import pytest

from etl.extract.pipeline import read_layers

from .cases import case
from .reading import make_article

DATES = [
    case("day", "The kiosk opened on March 3, 2021.", ["2021-03-03 day explicit"]),
    case("British order", "The kiosk opened on 3 March 2021.", ["2021-03-03 day explicit"]),
    case("ordinal", "The kiosk opened on 3rd March 2021.", ["2021-03-03 day explicit"]),
    case("the day of the month", "The kiosk opened on the 3rd of March 2021.", ["2021-03-03 day explicit"]),
    case("abbreviated", "The kiosk opened on Sept. 3, 2021.", ["2021-09-03 day explicit"]),
    case("ISO", "The kiosk opened on 2021-03-03.", ["2021-03-03 day explicit"]),
    case("two figures of a year", "The kiosk opened on Wednesday (3.3.21) in Lima.", ["2021-03-03 day explicit"]),
    case("a number with points", "The kiosk sells release 3.3.21 of the map.", []),
    case("range", "The fair ran from July 6 to 9, 2021.", ["2021-07-06/2021-07-09 range explicit"]),
    case("range with a dash", "The fair ran on July 6–9, 2021.", ["2021-07-06/2021-07-09 range explicit"]),
    case("British range", "The fair ran from 6 to 9 July 2021.", ["2021-07-06/2021-07-09 range explicit"]),
    case(
        "range over two months",
        "The fair ran from June 29 to July 2, 2021.",
        ["2021-06-29/2021-07-02 range explicit"],
    ),
    case("month", "The kiosk opened in March 2021.", ["2021-03-01/2021-03-31 month explicit"]),
    case("year", "The kiosk opened in 2019.", ["2019-01-01/2019-12-31 year explicit"]),
    case("day without a year, past", "The kiosk opened on August 30.", ["2022-08-30 day relative"]),
    case(
        "day without a year, late in the year before",
        "The kiosk opened on December 20.",
        ["2021-12-20 day relative"],
    ),
    case("day without a year, to come", "The kiosk will open on September 20.", ["2022-09-20 day relative"]),
    case("last May", "The kiosk opened last May.", ["2021-05-01/2021-05-31 month relative"]),
    case("the next day of this month", "It opens on the next 23rd of September.", ["2022-09-23 day relative"]),
    case("this May", "The kiosk opened this May.", ["2022-05-01/2022-05-31 month relative"]),
    case("March this year", "The kiosk opened in March this year.", ["2022-03-01/2022-03-31 month relative"]),
    case("November last year", "The kiosk opened in November last year.", ["2021-11-01/2021-11-30 month relative"]),
    case("may is no month", "The kiosk may open and he may come.", []),
    case("march is no month", "They march on the kiosk.", []),
    case("jun is no month in a name", "Park Jun and Li Mar opened the kiosk.", []),
    case("short month with its year", "The kiosk opened Jun 2019.", ["2019-06-01/2019-06-30 month explicit"]),
    case("later on a day that is over", "Later on Monday the kiosk closed.", ["2022-09-12 day weekday"]),
    case("later on a day to come", "The kiosk will close later on Friday.", ["2022-09-16 day weekday"]),
    case("weekday", "The kiosk opened on Monday.", ["2022-09-12 day weekday"]),
    case("the article's own weekday", "The kiosk opened on Wednesday.", ["2022-09-14 day weekday"]),
    case("weekday to come", "The kiosk will open on Friday.", ["2022-09-16 day weekday"]),
    case("last Wednesday", "The kiosk opened last Wednesday.", ["2022-09-07 day weekday"]),
    case("next Monday", "The kiosk opens next Monday.", ["2022-09-19 day weekday"]),
    case("today and yesterday", "It opened yesterday and closed today.", ["2022-09-13 day relative", "2022-09-14 day relative"]),
    case("tomorrow", "It opens tomorrow.", ["2022-09-15 day relative"]),
    case("over the weekend", "It opened over the weekend.", ["2022-09-10/2022-09-11 range relative"]),
    case("a weekend to come", "The kiosk will open at the weekend.", ["2022-09-17/2022-09-18 range relative"]),
    case("next weekend", "It opens next weekend.", ["2022-09-17/2022-09-18 range relative"]),
    case("a weekend of any kind", "A long weekend is over.", []),
    case("two days earlier", "It opened two days earlier.", ["2022-09-12 day relative"]),
    case("a day of saying", "The pier will open again, the mayor said on Friday.", ["2022-09-09 day weekday"]),
    case("set for a day", "The opening, set for Saturday, was put off.", ["2022-09-17 day weekday"]),
    case("a year that is spoken of", "In January, 2025 was named as the year.", ["2022-01-01/2022-01-31 month relative"]),
    case("three days ago", "It opened three days ago.", ["2022-09-11 day relative"]),
    case("a week ago", "It opened a week ago.", ["2022-09-07 day relative"]),
    case("last week", "It opened last week.", ["2022-09-05/2022-09-11 range relative"]),
    case("last month", "It opened last month.", ["2022-08-01/2022-08-31 month relative"]),
    case("next month", "It opens next month.", ["2022-10-01/2022-10-31 month relative"]),
    case("last year", "It opened last year.", ["2021-01-01/2021-12-31 year relative"]),
    case(
        "the next day counts from the day before",
        "It opened on June 6, 2021. It closed the next day.",
        ["2021-06-06 day explicit", "2021-06-07 day anaphoric"],
    ),
    case(
        "a day later counts from the day before",
        "It opened on June 6, 2021. A day later it closed.",
        ["2021-06-06 day explicit", "2021-06-07 day anaphoric"],
    ),
    case(
        "the previous day",
        "It opened on June 6, 2021. The previous day it rained.",
        ["2021-06-06 day explicit", "2021-06-05 day anaphoric"],
    ),
    case(
        "two days earlier after another day",
        "It opened on June 6, 2021, after a flood two days earlier.",
        ["2021-06-06 day explicit", "2021-06-04 day anaphoric"],
    ),
    case("in the spring of a year", "The kiosk opened in the spring of 2017.", ["2017-03-01/2017-05-31 range explicit"]),
    case("last autumn", "The kiosk opened last autumn.", ["2021-09-01/2021-11-30 range relative"]),
    case("autumn of this year", "It reopens in the autumn of this year.", ["2022-09-01/2022-11-30 range relative"]),
    case("a season is no name", "The spring festival was held beside a spring.", []),
    case("quarter", "It will close in the first quarter of 2023.", ["2023-01-01/2023-03-31 range explicit"]),
    case("half of next year", "It will close in the second half of next year.", ["2023-07-01/2023-12-31 range relative"]),
    case("earlier in the year", "Earlier in the year the kiosk burnt.", ["2022-01-01/2022-12-31 year relative"]),
    case("later in the month", "It will open later in the month.", ["2022-09-01/2022-09-30 month relative"]),
    case(
        "later in the year that was named",
        "It opened on June 6, 2021. Later in the year it burnt.",
        ["2021-06-06 day explicit", "2021-01-01/2021-12-31 year relative"],
    ),
    case(
        "in the same month",
        "It opened on June 6, 2021. In the same month it burnt.",
        ["2021-06-06 day explicit", "2021-06-01/2021-06-30 month relative"],
    ),
    case(
        "the same week as another",
        "It opened on Monday and closed in the same week.",
        ["2022-09-12 day weekday", "2022-09-12/2022-09-18 range relative"],
    ),
    case("earlier in a term", "Earlier in the term it burnt.", []),
    case("end of the year", "It will close by the end of the year.", ["2022-01-01/2022-12-31 year relative"]),
    case("leading zeros", "The fair ran from 07 to 09 June 2022.", ["2022-06-07/2022-06-09 range explicit"]),
    case("figures", "It opened on 12.03.2025.", ["2025-03-12 day explicit"]),
    case("two weekdays", "The fair ran on Monday and Tuesday.", ["2022-09-12/2022-09-13 range weekday"]),
    case("years ago", "It opened two years ago.", ["2020-01-01/2020-12-31 year relative"]),
    case("months earlier", "It opened three months earlier.", ["2022-06-01/2022-06-30 month relative"]),
    case(
        "what lies two days before the other",
        "It closed on June 6, 2021, two days after he opened it.",
        ["2021-06-06 day explicit", "2021-06-04 day anaphoric"],
    ),
    case("agreed ahead", "They agreed to reopen it in December.", ["2022-12-01/2022-12-31 month relative"]),
    case("looked back at", "It opened in December.", ["2021-12-01/2021-12-31 month relative"]),
    case("had been due", "It had been due to open on Friday.", ["2022-09-09 day weekday"]),
    case("no such day", "It opened on February 30, 2021.", []),
    case("a number of things", "Some 2020 kites and 31 boats.", []),
    case("leap day", "It opened on February 29, 2020.", ["2020-02-29 day explicit"]),
]

UNDATED = [
    case("day with its year needs no reference", "It opened on March 3, 2021.", ["2021-03-03 day explicit"]),
    case("month with its year needs no reference", "It opened in March 2021.", ["2021-03-01/2021-03-31 month explicit"]),
    case("day without a year", "It opened on March 3.", []),
    case("weekday", "It opened on Monday.", []),
    case("last May", "It opened last May.", []),
    case("today", "It opened today.", []),
    case("two days earlier", "It opened two days earlier.", []),
    case(
        "the next day counts from the text",
        "It opened on June 6, 2021. It closed the next day.",
        ["2021-06-06 day explicit", "2021-06-07 day anaphoric"],
    ),
]

NEAR = [
    case("the year is trusted", "It opened on September 3.", ["2022-09-03 day relative"]),
    case("the day is not: weekday", "It opened on Monday.", []),
    case("the day is not: yesterday", "It opened yesterday.", []),
]


def _dates(text: str, *, on: date | None = date(2022, 9, 14), near: date | None = None) -> list[str]:
    found = read_layers(make_article(text, on=on, near=near)).dates
    return [f"{d.start}{'' if d.start == d.end else f'/{d.end}'} {d.precision} {d.basis}" for d in found]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: list[str]) -> None:
    assert _dates(text) == expected


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_a_day_to_count_from_nothing_is_made_up(text: str, expected: list[str]) -> None:
    assert _dates(text, on=None) == expected


@pytest.mark.parametrize(("text", "expected"), NEAR)
def test_of_a_day_nearby_only_the_year_counts(text: str, expected: list[str]) -> None:
    assert _dates(text, on=None, near=date(2022, 9, 14)) == expected

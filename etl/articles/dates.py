"""Dates as newspapers print them above and inside a text. Only unambiguous forms: 03/07/2024 is nobody's day for certain.

Forms: 2024-07-04, 2024/07/04, July 4, 2024, Jul. 4 2024, 4 July 2024, 4th of July, 2024; a weekday may stand before each. Figures with the
day first: 04.07.2024 (full stops are used where the day comes first), and 19/11/2020 or 11/19/2020 where only one of the two can be a
month, or both are the same (07/07/2006); with an hour of American time the month is first ("07/03/2024 04:15 PM EDT"). A year of two
figures counts where the weekday beside it is that of the day ("Tuesday, 6.5.31"), and in the date-time group that ends a wire report:
day, hour and minute, month and year ("061832 GMT MAY 31").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6,
    "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?"
DAY_NUMBER = r"[0-3]?\d(?:st|nd|rd|th)?\b"

YEAR_FIRST = re.compile(r"(?<![\d-])(?P<year>[12]\d{3})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d-])")
MONTH_FIRST = re.compile(rf"\b(?P<month>{MONTH})\.? (?P<day>{DAY_NUMBER})(?:,? |/)(?P<year>[12]\d{{3}})\b", re.IGNORECASE)
DAY_FIRST = re.compile(rf"\b(?P<day>{DAY_NUMBER})\.? (?:of )?(?P<month>{MONTH})\.?,? (?P<year>[12]\d{{3}})\b", re.IGNORECASE)
HYPHENED = re.compile(rf"(?<![\w-])(?P<day>\d{{1,2}})-(?P<month>{MONTH})-(?P<year>[12]\d{{3}})\b", re.IGNORECASE)
DOTTED = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>[12]\d{3})(?![\d])")
SLASHED = re.compile(
    r"(?<![\d/])(?:(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})|(?P<same>0?[1-9]|1[0-2])/(?P=same))/(?P<year>[12]\d{3})(?![\d/])"
)
MONTH_SLASHED = re.compile(r"(?<![\d/])(?P<month>1[0-2]|0?[1-9])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>[12]\d{3})(?![\d/])")
AMERICAN = re.compile(
    r"(?<![\d/])(?P<month>1[0-2]|0?[1-9])/(?P<day>[12]\d|3[01]|0?[1-9])/(?P<year>[12]\d{3})"
    r"(?= \d{1,2}:\d{2}(?::\d{2})? ?[ap]\.?m\.? (?:E[SD]?T|P[SD]?T|CDT|M[SD]T)\b)",
    re.IGNORECASE,
)
DAY_HYPHENED = re.compile(
    r"(?<![\d-])(?:(?P<day>1[3-9]|2\d|3[01])-(?P<month>\d{1,2})|(?P<same>0?[1-9]|1[0-2])-(?P=same))-(?P<year>[12]\d{3})(?![\d-])"
)
COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?=[A-Z ]|$)")
"""Figures without a mark, as old pages print them before the text: "20310502The ministers met."."""
FORMS = (YEAR_FIRST, MONTH_FIRST, DAY_FIRST, HYPHENED, DOTTED, AMERICAN, SLASHED, MONTH_SLASHED, DAY_HYPHENED)
SHORT_DOTTED = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\)?,? \(?(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{2}})(?![\d.]\d|\d)", re.IGNORECASE
)
WIRE_TIME = re.compile(
    rf"\b(?P<day>[0-3]\d)(?:[01]\d|2[0-3])[0-5]\d ?(?:Z|GMT|UTC)? (?P<month>{MONTH}) (?P<year>\d{{2}}|[12]\d{{3}})$", re.IGNORECASE
)
_TODAY = re.compile(rf"(?<!ago )\b(?:today|tonight|this (?:morning|afternoon|evening)),? (?:\(?{WEEKDAY}\)?,? )?\(?$", re.IGNORECASE)

LABEL_WORD = (
    r"(?:(?:publication|release|posting) date|publish time|date(?: of (?:publication|release|issue))?|dated|published|posted|released?"
    r"|issued|this \w+ was (?:first )?(?:published|posted)|(?:last )?(?:updated|modified))(?: (?:on|at))? ?:?"
)
LABELLED = re.compile(rf"{LABEL_WORD} ", re.IGNORECASE)
"""What says that the date behind it is that of the paper."""
LABEL = re.compile(
    rf"(?:{LABEL_WORD} )?(?:[0-2]?\d:\d{{2}}(?::\d{{2}})?(?: ?[ap]\.?m\.?)?(?: ?[/|,–-])? )?(?:on )?[\[(]?(?:{WEEKDAY}(?:,? | ,))?",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?:T| ?[,|-]? ?)(?:at )?[0-2]?\d[:.] ?\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?"
    r"(?: ?\(?(?:(?-i:UTC|GMT|MSK|[A-Z]{2,4}T)\b|local time)\)?| ?Z\b)?(?: ?[+-]\d{1,2}:?\d{0,2}\b)?\.?",
    re.IGNORECASE,
)
AFTER_LEADING_DATE = re.compile(rf"[\])]?(?: ?\((?i:{WEEKDAY})\))? ?(?:-{{1,3}}|[–—|:,.])? ?")


class PartialDate(NamedTuple):
    """A day whose year may be left out, as in a dateline."""

    month: int
    day: int
    year: int | None = None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.month, day.day, day.year)

    def in_year(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def month_number(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def day_number(digits: str) -> int:
    return int(digits.rstrip("stndrhSTNDRH"))


def full_dates(flat: str) -> Iterator[date]:
    """Every day with a year in `flat` (single-spaced), in the order of the text; the last of several days on end is none."""
    return (day for start, day in _dated(flat) if not _RANGE.search(flat[:start]))


_RANGE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: [^\W\d_]{3,9})? ?(?:to|until|and|&|-|–|—) ?$", re.IGNORECASE)
"""What stands before the last day of a range: "11 to 13 May 2015"."""


def day_of_telling(flat: str) -> date | None:
    """The day with a year that a text calls today: "met this evening (Tuesday), 6 May 2031"; None where it calls none so."""
    return next((day for start, day in _dated(flat) if _TODAY.search(flat[:start])), None)


def date_line(flat: str) -> date | None:
    """The date of a line that is nothing but a date: with a label, weekday or time at most ("Friday, July 21, 2017", "Updated: …")."""
    found = leading_date(flat)
    return found[0] if found and not found[1] else None


def time_line(flat: str) -> bool:
    """Whether a line is nothing but a time of day ("15:40")."""
    return bool(TIME.fullmatch(flat))


def leading_date(flat: str) -> tuple[date, str] | None:
    """The date a line opens with, and what follows it: "date 2024-07-04 Ministers meet" → (2024-07-04, "Ministers meet")."""
    label = LABEL.match(flat)
    begin = label.end() if label else 0
    for form in (*FORMS, COMPACT):
        match = form.match(flat, begin)
        day = _day(match) if match else None
        if match and day:
            end = match.end()
            for part in (TIME, AFTER_LEADING_DATE):
                skipped = part.match(flat, end)
                end = skipped.end() if skipped else end
            return day, flat[end:]
    return None


def named_weekdays(flat: str) -> frozenset[int]:
    """The weekdays (Monday is 0) that the text names in full."""
    return frozenset(number for number, name in enumerate(WEEKDAYS) if re.search(rf"\b{name}\b", flat, re.IGNORECASE))


def _dated(flat: str) -> list[tuple[int, date]]:
    """Where each day with a year begins, and the day."""
    found = [(match.start(), day) for form in (*FORMS, WIRE_TIME) for match in form.finditer(flat) if (day := _day(match))]
    short = ((match, _day(match)) for match in SHORT_DOTTED.finditer(flat))
    found += [(match.start("day"), day) for match, day in short if day and WEEKDAYS[day.weekday()] == match["weekday"].lower()]
    return sorted(set(found))


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    month = groups["month"] or groups["same"]
    number = int(month) if month.isdigit() else month_number(month)
    return PartialDate(number, day_number(groups["day"] or month)).in_year(_full_year(groups["year"]))


def _full_year(figures: str) -> int:
    """The year of four or of two figures; of two, from 69 on, it is of the last century, as POSIX has it."""
    year = int(figures)
    return year if len(figures) > 2 else year + (1900 if year >= _LAST_CENTURY else 2000)


_LAST_CENTURY = 69

"""Days and months: "July 6", "6 (to 9) July 2021", "the 3rd of March", "June 29 to July 2", "last May", "2021-03-03".

A month without a year is the nearest one, the past preferred where the text tells of it; "last May" is May of the year before.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from etl.extract.dates.context import MONTHS, RANGES, SHIFTS, WEEKDAYS, DateContext, day_at, month_range, year_of
from etl.extract.grammar import BE, HAVE
from etl.extract.layers import DateValue
from etl.records import DateBasis

_ALSO_NAMES: Final = frozenset("may jan feb mar apr jun jul aug sep sept oct nov dec".split())
"""Months, and short forms of them, that are parts of names as well: Theresa May, Park Jun."""
_BEFORE_MONTH: Final = frozenset(
    "in last this since of on until from by early late next - end , and coming mid ( to through before".split()
)
"""Words after which one of these without a day or year is the month."""
_AUXILIARIES: Final = BE | HAVE
_AMOUNTS: Final = frozenset({"percent", "%", "million", "billion"})
_AHEAD_COST, _PAST_COST = 120, 300
"""Days by which a coming date seems further away than a past one: where nothing speaks of the future, and where the text looks back."""
_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_DAY_AND_YEAR: Final = re.compile(r"(\d{1,2})/(\d{4})(?:/.*)?")
"""The usage of Ethiopian agencies: "November 24/2020", "January 13/2022/ENA/"."""
_DAY_RANGE: Final = re.compile(r"(\d{1,2})[-–](\d{1,2})")
_POINTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_WEEKDAY_REACH: Final = 4
"""Tokens before "6.5.31" among which its weekday stands, without which a year of two figures is none: "(Tuesday), 6.5.31"."""
_ISO_TOKENS: Final = 5


class _Days(NamedTuple):
    """The days beside a month name, None for a month alone, and the tokens of days and month."""

    first: int | None
    last: int | None
    start: int
    stop: int


class _Year(NamedTuple):
    """The year of a month, how it is known, and the tokens of the whole expression."""

    year: int | None
    basis: DateBasis
    start: int
    stop: int


def read_numeric(context: DateContext, index: int) -> DateValue | None:
    """ "2021-03-03", "03.03.2021", "Wednesday, 3.3.21"."""
    word, stop = context.word(index), index + 1
    if (pointed := _POINTED.fullmatch(word)) is not None:
        day, month, year = (int(part) for part in pointed.groups())
        if len(pointed.group(3)) == _SHORT_YEAR:
            return _of_short_year(context, index, year, month, day)
    elif year_of(word) is not None and context.word(index + 1) == context.word(index + 3) == "-":
        stop = index + _ISO_TOKENS
        parts = context.lower[index:stop:2]
        if not all(part.isdigit() and len(part) <= 4 for part in parts):
            return None
        year, month, day = (int(part) for part in parts)
    else:
        return None
    try:
        return day_at(context, index, stop, date(year, month, day), "explicit")
    except ValueError:
        return None


_SHORT_YEAR: Final = 2


def _of_short_year(context: DateContext, index: int, year: int, month: int, day: int) -> DateValue | None:
    """A day whose year has two figures, in the century in which it is of the weekday before it."""
    weekdays = {WEEKDAYS.get(word) for word in context.lower[max(0, index - _WEEKDAY_REACH) : index]}
    for century in _CENTURIES:
        try:
            value = date(century + year, month, day)
        except ValueError:
            continue
        if value.weekday() in weekdays:
            return day_at(context, index, index + 1, value, "explicit")
    return None


_CENTURIES: Final = (2000, 1900)


def read_month(context: DateContext, index: int) -> DateValue | None:
    """An expression with the month name that stands at a token."""
    word = context.word(index)
    month = MONTHS.get(word)
    if month is None or not context.tokens.is_capitalized(index):
        return None
    days = _days(context, index)
    alone = days.first is None and year_of(context.word(index + 1)) is None
    if alone and word in _ALSO_NAMES and context.word(index - 1) not in _BEFORE_MONTH:
        return None
    year, basis, start, stop = _year(context, month, index, days)
    if year is None:
        return None
    try:
        if days.first is None:
            return context.value(start, stop, *month_range(year, month), "month", basis)
        first, last = date(year, month, days.first), date(year, month, days.last or days.first)
    except ValueError:
        return None
    value = context.value(start, stop, first, last, "day" if first == last else "range", basis)
    return _over_two_months(context, value) or value


def _days_of(token: str) -> tuple[int, int] | None:
    """The day, or first and last day, that a token writes."""
    if token.isdigit():
        return (int(token), int(token)) if len(token) <= 2 and 1 <= int(token) <= 31 else None
    if (match := _DAY.fullmatch(token)) is not None and 1 <= int(match.group(1)) <= 31:
        return int(match.group(1)), int(match.group(1))
    if (match := _DAY_AND_YEAR.fullmatch(token)) is not None and 1 <= int(match.group(1)) <= 31:
        return int(match.group(1)), int(match.group(1))
    if (match := _DAY_RANGE.fullmatch(token)) is not None and 1 <= int(match.group(1)) < int(match.group(2)) <= 31:
        return int(match.group(1)), int(match.group(2))
    return None


def _days(context: DateContext, index: int) -> _Days:
    """The days of "July 6 (to 9)", "July 6–9", "6 (to 9) July", "the 6th of July"."""
    after = _days_of(context.word(index + 1))
    if after is not None and context.word(index + 2) not in _AMOUNTS:
        end = _days_of(context.word(index + 3)) if context.word(index + 2) in RANGES else None
        ranged = end is not None and end[1] > after[1] and context.word(index + 4) not in MONTHS
        return _Days(after[0], end[1], index, index + 4) if end and ranged else _Days(*after, index, index + 2)
    at = index - 1 - (context.word(index - 1) == "of")
    before = _days_of(context.word(at))
    if before is not None and (at == index - 1 or not context.word(at).isdigit()):
        begin = _days_of(context.word(at - 2)) if context.word(at - 1) in RANGES else None
        ranged = begin is not None and begin[0] < before[0] and context.word(at - 3) not in MONTHS
        return _Days(begin[0], before[1], at - 2, index + 1) if begin and ranged else _Days(*before, at, index + 1)
    return _Days(None, None, index, index + 1)


def _year(context: DateContext, month: int, index: int, days: _Days) -> _Year:
    """The year written after days and month, or the one that "last", "of next year" or the nearest such day gives."""
    start, stop = days.start, days.stop
    if (slashed := _DAY_AND_YEAR.fullmatch(context.word(index + 1))) is not None and (year := year_of(slashed.group(2))):
        return _Year(year, "explicit", start, stop)
    of_clause = context.word(stop + 2) in _AUXILIARIES  # "In January, 2018 was named as the year"
    if context.word(stop) == "," and not of_clause and (year := year_of(context.word(stop + 1))):
        return _Year(year, "explicit", start, stop + 2)
    if year := year_of(context.word(stop)):
        return _Year(year, "explicit", start, stop + 1)
    if (other := _end_of_range(context, stop)) is not None:
        return _Year(other, "explicit", start, stop)
    if context.reference:
        of = context.word(stop) == "of"
        if of and (year := year_of(context.word(stop + 1))):
            return _Year(year, "explicit", start, stop + 2)
        shift = SHIFTS.get(context.word(stop + of))
        if shift is not None and context.word(stop + of + 1) == "year":
            return _Year(context.reference.year + shift, "relative", start, stop + of + 2)
        which = context.word(start - 1)
        if which in ("last", "this", "next", "coming"):
            passed = (month, days.first or 0) <= (context.reference.month, _day_of(context, month, days))
            last = 0 if days.first is not None and passed else -1  # "last January 18", but "last May" is of the year before
            shift = last if which == "last" else int(passed and which != "this")
            return _Year(context.reference.year + shift, "relative", start - 1, stop)
    return _Year(_nearest_year(context, month, days.first or 15, index), "relative", start, stop)


def _day_of(context: DateContext, month: int, days: _Days) -> int:
    """The day by which "the next 23rd of January" is told from the one gone by; a month without a day has gone by with its first."""
    return context.reference.day if context.reference is not None and days.first is not None and month == context.reference.month else 31


def _end_of_range(context: DateContext, stop: int) -> int | None:
    """The year of "June 29 to July 2, 2021", which the first day shares."""
    if context.word(stop) not in RANGES:
        return None
    for size in (3, 2):
        month, day = (context.word(stop + step) for step in ((1, 2) if size == 3 else (2, 1)))
        if month in MONTHS and _days_of(day) is not None:
            return year_of(context.word(stop + 3 + (context.word(stop + 3) == ",")))
    return None


def _nearest_year(context: DateContext, month: int, day: int, index: int) -> int | None:
    """The year in which a day without one is nearest to the article's date."""
    if context.reference is None:
        return None
    back = context.back(index) or context.lower[max(0, index - 2) : index] == ["earlier", "in"]
    extra = 0 if context.ahead(index) else _PAST_COST if back else _AHEAD_COST
    costs: dict[int, int] = {}
    for year in (context.reference.year, context.reference.year - 1, context.reference.year + 1):
        try:
            distance = (date(year, month, day) - context.reference).days
        except ValueError:
            continue
        costs[year] = abs(distance) + (extra if distance > 0 else 0)
    return min(costs, key=lambda year: costs[year], default=None)


def _over_two_months(context: DateContext, value: DateValue) -> DateValue | None:
    """One range of "June 29 to July 2", read when its second day is reached."""
    first = context.found[-1] if context.found else None
    if first is None or first.precision != "day" or value.precision != "day" or not first.start < value.start:
        return None
    between = context.lower[first.span.end : value.span.start]
    if len(between) != 1 or between[0] == "and" or between[0] not in RANGES or (value.start - first.start).days > 62:
        return None
    return context.value(first.span.start, value.span.end, first.start, value.start, "range", value.basis)

"""Date expressions, read with their precision and resolved against the article's date.

A month without a year is the nearest one, the past preferred; "last May" is May of the year before; a weekday is the last one up to the
reference day ("next Monday", "on Monday" after will: the coming one). Nothing is resolved when the article has no date to count from.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from etl.extract.layers import DateValue, Layers, TokenSpan
from etl.extract.spans import Spans
from etl.lexicon.numbers import load_numbers
from etl.lexicon.words import load_words
from etl.records import DateBasis, DatePrecision

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS |= {f"{name.lower()}.": number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS |= {"sept": 9, "sept.": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_RANGES = frozenset({"-", "–", "to", "and"})
_BEFORE_MAY = frozenset("in last this since of on until from by early late next , and".split())
"""Words after which a capitalised May without a day is the month."""
_BEFORE_YEARS = frozenset("in since during of by until early late".split())
_OPENINGS = frozenset("today tonight yesterday tomorrow earlier last this next following previous day".split())
"""Words other than months, weekdays and numbers with which an expression begins."""
_AMOUNTS = frozenset({"percent", "%", "million", "billion"})
_FUTURE_PENALTY = 20
"""Days by which a coming date seems further away than a past one, where nothing speaks of the future."""


def _month_range(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _year_of(token: str) -> int | None:
    return int(token) if len(token) == 4 and token.isdigit() and 1900 <= int(token) <= 2100 else None


def _day_of(token: str) -> int | None:
    digits = token.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(digits) if digits.isdigit() and 1 <= int(digits) <= 31 and len(digits) <= 2 else None


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


class _Reader:
    def __init__(self, layers: Layers) -> None:
        self.tokens = layers.tokens
        self.lower = layers.tokens.lower
        self.reference = layers.reference_date
        self.only_year = layers.article.published_on is None
        self.layers = layers
        self.numbers = load_numbers().days
        self.future_markers = load_words().future_markers

    def word(self, index: int) -> str:
        """The lower-cased token at an index; empty outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def future(self, index: int) -> bool:
        """Whether the words before a token speak of what is to come."""
        sentence = self.layers.sentence_at(index)
        return any(w in self.future_markers for w in self.lower[max(sentence.start, index - 12) : index])

    def value(self, start: int, stop: int, first: date, last: date, precision: DatePrecision, basis: DateBasis) -> DateValue:
        """A date at tokens start..stop."""
        return DateValue(TokenSpan(start, stop), first, last, precision, basis)

    def year_for(self, month: int, day: int, index: int) -> int | None:
        """The year in which a day without one is nearest to the article's date."""
        if self.reference is None:
            return None
        costs: dict[int, int] = {}
        for year in (self.reference.year, self.reference.year - 1, self.reference.year + 1):
            try:
                distance = (date(year, month, day) - self.reference).days
            except ValueError:
                continue
            costs[year] = abs(distance) + (_FUTURE_PENALTY if distance > 0 and not self.future(index) else 0)
        return min(costs, key=lambda year: costs[year], default=None)

    def read(self, index: int, found: Sequence[DateValue]) -> DateValue | None:
        """The expression at a token, or the one whose month stands there. `found`: those before it."""
        return (
            self.month(index)
            or self.weekday(index)
            or self.relative(index)
            or self.anaphoric(index, next((v for v in reversed(found) if v.precision == "day"), None))
            or self.year(index)
        )

    def month(self, index: int) -> DateValue | None:
        """An expression that begins with a month name, or "D Month"."""
        word, month = self.word(index), _MONTHS.get(self.word(index))
        if month is None or not self.tokens.is_capitalized(index):
            return None
        if word == "may" and self.word(index - 1) not in _BEFORE_MAY and _day_of(self.word(index + 1)) is None:
            return None
        days = self.days(index)
        year, basis, start, stop = self.year_of_month(month, index, days)
        if year is None:
            return None
        try:
            if days.first is None:
                return self.value(start, stop, *_month_range(year, month), "month", basis)
            first, last = date(year, month, days.first), date(year, month, days.last or days.first)
        except ValueError:
            return None
        return self.value(start, stop, first, last, "day" if first == last else "range", basis)

    def days(self, index: int) -> _Days:
        """The days of "July 6 (to 9)", "6 (to 9) July"."""
        after, before = _day_of(self.word(index + 1)), _day_of(self.word(index - 1))
        if after is not None and self.word(index + 2) not in _AMOUNTS:
            end = _day_of(self.word(index + 3)) if self.word(index + 2) in _RANGES | {"through"} else None
            return _Days(after, end, index, index + 4) if end is not None and end > after else _Days(after, after, index, index + 2)
        if before is not None:
            begin = _day_of(self.word(index - 3)) if self.word(index - 2) in _RANGES else None
            ranged = begin is not None and begin < before
            return _Days(begin, before, index - 3, index + 1) if ranged else _Days(before, before, index - 1, index + 1)
        return _Days(None, None, index, index + 1)

    def year_of_month(self, month: int, index: int, days: _Days) -> _Year:
        """The year written after days and month, or the one that "last", "of next year" or the nearest such day gives."""
        start, stop = days.start, days.stop
        if self.word(stop) == "," and (year := _year_of(self.word(stop + 1))):
            return _Year(year, "explicit", start, stop + 2)
        if year := _year_of(self.word(stop)):
            return _Year(year, "explicit", start, stop + 1)
        if self.reference:
            of = self.word(stop) == "of"
            shift = _SHIFTS.get(self.word(stop + of))
            if shift is not None and self.word(stop + of + 1) == "year":
                return _Year(self.reference.year + shift, "relative", start, stop + of + 2)
            which = self.word(start - 1)
            if which in _SHIFTS:
                passed = which == "next" and month <= self.reference.month
                return _Year(self.reference.year + (-1 if which == "last" else passed), "relative", start - 1, stop)
        return _Year(self.year_for(month, days.first or 15, index), "relative", start, stop)

    def weekday(self, index: int) -> DateValue | None:
        """ "On Monday": the last one up to the reference day, or the coming one."""
        number = _WEEKDAYS.get(self.word(index))
        if number is None or self.reference is None or self.only_year or not self.tokens.is_capitalized(index):
            return None
        start, back = index, (self.reference.weekday() - number) % 7
        day = self.reference - timedelta(days=back)
        which = self.word(index - 1)
        if which == "last":
            start -= 1
            day = day if back else day - timedelta(days=7)
        elif which == "next" or (self.future(index) and back):
            start -= which == "next"
            day = self.reference + timedelta(days=((number - self.reference.weekday()) % 7) or 7)
        return self.value(start, index + 1, day, day, "day", "weekday")

    def relative(self, index: int) -> DateValue | None:
        """ "Yesterday", "two weeks ago", "next month", "last year". Without the article's own date only years can be counted."""
        if self.reference is None:
            return None
        if not self.only_year and (value := self.relative_day(index, self.reference) or self.relative_period(index, self.reference)):
            return value
        shift = _SHIFTS.get(self.word(index))
        if shift is not None and self.word(index + 1) == "year":
            year = self.reference.year + shift
            return self.value(index, index + 2, date(year, 1, 1), date(year, 12, 31), "year", "relative")
        return None

    def relative_day(self, index: int, day: date) -> DateValue | None:
        """A day counted from the article's own."""
        word, following, third = self.word(index), self.word(index + 1), self.word(index + 2)
        if word in ("today", "tonight"):
            return self.value(index, index + 1, day, day, "day", "relative")
        if word in ("yesterday", "tomorrow"):
            day += timedelta(days=-1 if word == "yesterday" else 1)
            return self.value(index, index + 1, day, day, "day", "relative")
        if word == "earlier" and following == "today":
            return self.value(index, index + 2, day, day, "day", "relative")
        if word in self.numbers and following in ("day", "days", "week", "weeks") and third in ("ago", "earlier", "before"):
            day -= timedelta(days=self.numbers[word] * (7 if following.startswith("week") else 1))
            return self.value(index, index + 3, day, day, "day", "relative")
        if word == "a" and following == "few" and third == "days" and self.word(index + 3) in ("ago", "earlier"):
            return self.value(index, index + 4, day - timedelta(days=7), day - timedelta(days=2), "range", "relative")
        return None

    def relative_period(self, index: int, day: date) -> DateValue | None:
        """A week or month counted from the article's own."""
        shift = _SHIFTS.get(self.word(index))
        if shift is None:
            return None
        if self.word(index + 1) == "week":
            monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
            return self.value(index, index + 2, monday, monday + timedelta(days=6), "range", "relative")
        if self.word(index + 1) == "month":
            serial = day.year * 12 + day.month - 1 + shift
            return self.value(index, index + 2, *_month_range(serial // 12, serial % 12 + 1), "month", "relative")
        return None

    def anaphoric(self, index: int, last: DateValue | None) -> DateValue | None:
        """ "a day later", "the next day", "two days earlier" after another day: counted from that one."""
        if last is None or last.precision != "day":
            return None
        word, following = self.word(index), self.word(index + 1)
        days, size = 0, 0
        if word in ("next", "following", "previous") and following == "day" and self.word(index - 1) == "the":
            days, size = (-1 if word == "previous" else 1), 2
        elif word in self.numbers and following in ("day", "days") and self.word(index + 2) in ("later", "after"):
            days, size = self.numbers[word], 3
        elif word == "day" and following in ("before", "earlier") and self.word(index - 1) == "the":
            days, size = -1, 2
        if not size:
            return None
        day = last.start + timedelta(days=days)
        return self.value(index, index + size, day, day, "day", "anaphoric")

    def year(self, index: int) -> DateValue | None:
        """A year alone, after a preposition."""
        year = _year_of(self.word(index))
        if year is None or self.word(index - 1) not in _BEFORE_YEARS:
            return None
        return self.value(index, index + 1, date(year, 1, 1), date(year, 12, 31), "year", "explicit")


def find_dates(layers: Layers) -> None:
    """Fill `dates`, in text order, not overlapping."""
    reader = _Reader(layers)
    found: list[DateValue] = []
    done = 0
    for index in layers.tokens.places_of(_openings() | {word for word in layers.tokens.vocabulary if len(word) == 4 and word.isdigit()}):
        value = reader.read(index, found) if index >= done else None
        if value is None:
            continue
        if found and found[-1].span.end > value.span.start:
            found[-1] = value if value.span.end > found[-1].span.end else found[-1]
        else:
            found.append(value)
        done = value.span.end
    layers.dates = Spans(found, lambda value: value.span)


@cache
def _openings() -> frozenset[str]:
    """Words with which an expression begins, years alone left out."""
    return _OPENINGS | _MONTHS.keys() | _WEEKDAYS.keys() | load_numbers().days.keys()

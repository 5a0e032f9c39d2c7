"""Date expressions, read with their precision and resolved against the article's date.

A month without a year is the nearest one, the past preferred; "last May" is May of the year before; a weekday is the last one up to the
reference day ("next Monday", "on Monday" after will: the coming one). Nothing is resolved when the article has no date to count from.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from etl.extract.layers import DateValue, Layers, TokenSpan
from etl.records import DateBasis, DatePrecision

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS |= {f"{name.lower()}.": number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS |= {"sept": 9, "sept.": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten".split())} | {
    "a": 1,
    "an": 1,
    "a few": 3,
    "several": 4,
}
_FUTURE = frozenset("will would next coming upcoming scheduled planned plans expected forthcoming later due".split())


def _month_range(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _year_of(token: str) -> int | None:
    return int(token) if len(token) == 4 and token.isdigit() and 1900 <= int(token) <= 2100 else None


def _day_of(token: str) -> int | None:
    digits = token.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(digits) if digits.isdigit() and 1 <= int(digits) <= 31 and len(digits) <= 2 else None


class _Reader:
    def __init__(self, layers: Layers) -> None:
        self.tokens = layers.tokens
        self.lower = layers.tokens.lower
        self.reference = layers.reference_date
        self.only_year = layers.article.published_on is None
        self.layers = layers

    def word(self, index: int) -> str:
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def future(self, index: int) -> bool:
        sentence = self.layers.sentences[self.layers.sentence_of[index]]
        return any(w in _FUTURE for w in self.lower[max(sentence.start, index - 12) : index])

    def value(self, start: int, stop: int, first: date, last: date, precision: DatePrecision, basis: DateBasis) -> DateValue:
        return DateValue(TokenSpan(start, stop), first, last, precision, basis)

    def year_for(self, month: int, day: int, index: int) -> int | None:
        if self.reference is None:
            return None
        costs: dict[int, int] = {}
        for year in (self.reference.year, self.reference.year - 1, self.reference.year + 1):
            try:
                distance = (date(year, month, day) - self.reference).days
            except ValueError:
                continue
            costs[year] = abs(distance) + (20 if distance > 0 and not self.future(index) else 0)
        return min(costs, key=lambda year: costs[year], default=None)

    def month(self, index: int) -> DateValue | None:
        """An expression that begins with a month name, or "D Month"."""
        word, month = self.word(index), _MONTHS.get(self.word(index))
        if month is None or not self.tokens.is_capitalized(index):
            return None
        if (
            word == "may"
            and self.word(index - 1)
            not in {"in", "last", "this", "since", "of", "on", "until", "from", "by", "early", "late", "next", ",", "and"}
            and _day_of(self.word(index + 1)) is None
        ):
            return None
        start, stop = index, index + 1
        first_day = last_day = None
        if (day := _day_of(self.word(stop))) is not None and self.word(stop + 1) not in ("percent", "%", "million", "billion"):
            first_day = last_day = day
            stop += 1
            if self.word(stop) in ("-", "–", "to", "and", "through") and (end := _day_of(self.word(stop + 1))) is not None and end > day:
                last_day = end
                stop += 2
        elif (day := _day_of(self.word(index - 1))) is not None:
            first_day = last_day = day
            start = index - 1
            if self.word(index - 2) in ("-", "–", "to", "and") and (begin := _day_of(self.word(index - 3))) is not None and begin < day:
                first_day, start = begin, index - 3
            elif self.word(index - 2) == "of":
                start = index - 1
        year: int | None = None
        basis: DateBasis = "explicit"
        if self.word(stop) == "," and _year_of(self.word(stop + 1)):
            year, stop = _year_of(self.word(stop + 1)), stop + 2
        elif _year_of(self.word(stop)):
            year, stop = _year_of(self.word(stop)), stop + 1
        elif self.word(stop) in ("last", "this", "next") and self.word(stop + 1) == "year" and self.reference:
            year, basis = self.reference.year + {"last": -1, "this": 0, "next": 1}[self.word(stop)], "relative"
            stop += 2
        elif (
            self.word(stop) == "of" and self.word(stop + 1) in ("last", "this", "next") and self.word(stop + 2) == "year" and self.reference
        ):
            year, basis = self.reference.year + {"last": -1, "this": 0, "next": 1}[self.word(stop + 1)], "relative"
            stop += 3
        elif self.word(start - 1) in ("last", "this", "next") and self.reference:
            which = self.word(start - 1)
            year, basis, start = self.reference.year, "relative", start - 1
            if which == "last":
                year -= 1
            elif which == "next" and month <= self.reference.month:
                year += 1
        else:
            year, basis = self.year_for(month, first_day or 15, index), "relative"
        if year is None:
            return None
        try:
            if first_day is None:
                return self.value(start, stop, *_month_range(year, month), "month", basis)
            first, last = date(year, month, first_day), date(year, month, last_day or first_day)
        except ValueError:
            return None
        return self.value(start, stop, first, last, "day" if first == last else "range", basis)

    def weekday(self, index: int) -> DateValue | None:
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
        if self.reference is None:
            return None
        word, following = self.word(index), self.word(index + 1)
        day = self.reference
        if not self.only_year:
            if word in ("today", "tonight"):
                return self.value(index, index + 1, day, day, "day", "relative")
            if word in ("yesterday", "tomorrow"):
                day += timedelta(days=-1 if word == "yesterday" else 1)
                return self.value(index, index + 1, day, day, "day", "relative")
            if word == "earlier" and following == "today":
                return self.value(index, index + 2, day, day, "day", "relative")
            if word in _NUMBERS and following in ("day", "days", "week", "weeks") and self.word(index + 2) in ("ago", "earlier", "before"):
                span = timedelta(days=_NUMBERS[word] * (7 if following.startswith("week") else 1))
                return self.value(index, index + 3, day - span, day - span, "day", "relative")
            if word == "a" and following == "few" and self.word(index + 2) == "days" and self.word(index + 3) in ("ago", "earlier"):
                return self.value(index, index + 4, day - timedelta(days=7), day - timedelta(days=2), "range", "relative")
            if word in ("last", "this", "next") and following == "week":
                monday = day - timedelta(days=day.weekday()) + timedelta(weeks={"last": -1, "this": 0, "next": 1}[word])
                return self.value(index, index + 2, monday, monday + timedelta(days=6), "range", "relative")
            if word in ("last", "this", "next") and following == "month":
                serial = day.year * 12 + day.month - 1 + {"last": -1, "this": 0, "next": 1}[word]
                return self.value(index, index + 2, *_month_range(serial // 12, serial % 12 + 1), "month", "relative")
        if word in ("last", "this", "next") and following == "year":
            year = day.year + {"last": -1, "this": 0, "next": 1}[word]
            return self.value(index, index + 2, date(year, 1, 1), date(year, 12, 31), "year", "relative")
        return None

    def anaphoric(self, index: int, last: DateValue | None) -> DateValue | None:
        """ "a day later", "the next day", "two days earlier" after another day: counted from that one."""
        if last is None or last.precision != "day":
            return None
        word, following = self.word(index), self.word(index + 1)
        days, size = 0, 0
        if word in ("next", "following", "previous") and following == "day" and self.word(index - 1) == "the":
            days, size = (-1 if word == "previous" else 1), 2
        elif word in _NUMBERS and following in ("day", "days") and self.word(index + 2) in ("later", "after"):
            days, size = _NUMBERS[word], 3
        elif word == "day" and following in ("before", "earlier") and self.word(index - 1) == "the":
            days, size = -1, 2
        if not size:
            return None
        day = last.start + timedelta(days=days)
        return self.value(index, index + size, day, day, "day", "anaphoric")

    def year(self, index: int) -> DateValue | None:
        year = _year_of(self.word(index))
        if year is None or self.word(index - 1) not in ("in", "since", "during", "of", "by", "until", "early", "late"):
            return None
        return self.value(index, index + 1, date(year, 1, 1), date(year, 12, 31), "year", "explicit")


def find_dates(layers: Layers) -> None:
    """Fill `dates`, in text order, not overlapping."""
    reader = _Reader(layers)
    found: list[DateValue] = []
    index = 0
    while index < len(layers.tokens):
        value = (
            reader.month(index)
            or reader.weekday(index)
            or reader.relative(index)
            or reader.anaphoric(index, next((v for v in reversed(found) if v.precision == "day"), None))
        )
        value = value or reader.year(index)
        if value is None:
            index += 1
            continue
        if found and found[-1].span.end > value.span.start:
            found[-1] = value if value.span.end > found[-1].span.end else found[-1]
        else:
            found.append(value)
        index = max(value.span.end, index + 1)
    layers.dates = found

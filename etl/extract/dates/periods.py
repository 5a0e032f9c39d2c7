"""Seasons, quarters, halves and years: "in the spring of 2017", "last autumn", "the first quarter of 2023", "by the end of the year"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from etl.extract.dates.context import SHIFTS, DateContext, month_range, year_of
from etl.extract.layers import DateValue
from etl.records import DateBasis

SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month by the calendar of the northern half of the world, in which nearly all that is read is written."""
PART_ORDINALS: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "final": 3}
_PARTS: Final = {"quarter": 3, "half": 6}
_BEFORE_SEASONS: Final = frozenset("in the this last next early late coming following of by since".split())
_BEFORE_YEARS: Final = frozenset("in since during of by until early late".split())


def read_season(context: DateContext, index: int) -> DateValue | None:
    """A season of a year; without one, the nearest that the text looks back or ahead at."""
    first, before = SEASONS[context.word(index)], context.word(index - 1)
    year, basis, stop = _year_after(context, index + 1)
    if year is None and before not in _BEFORE_SEASONS:
        return None
    start = index
    if year is None:
        if context.reference is None or not _is_time(context, index):
            return None
        shift = {"last": -1, "this": 0, "next": 1, "coming": 1}.get(before)
        start, basis = index - (shift is not None), "relative"
        year = _season_year(context, index, first, shift)
    months = 2 if before in ("early", "late") else 3
    serial = year * 12 + first - 1 + (before == "late")
    begin, _ = month_range(serial // 12, serial % 12 + 1)
    _, end = month_range((serial + months - 1) // 12, (serial + months - 1) % 12 + 1)
    return context.value(start, stop, begin, end, "range", basis)


def _is_time(context: DateContext, index: int) -> bool:
    """Whether a season without a year says when: "in (the/early) spring", "last spring"; not "the spring festival", "a spring"."""
    before, following = context.word(index - 1), context.word(index + 1)
    if following[:1].isalpha() and following not in ("and", "in", "at", "for", "when", "to", "with", "after", "before", "by"):
        return False
    if before in ("last", "this", "next", "coming"):
        return True
    opening = context.word(index - 2) if before in ("the", "early", "late", "coming") else before
    return opening in ("in", "by", "since", "until", "of")


def _season_year(context: DateContext, index: int, first: int, shift: int | None) -> int:
    assert context.reference is not None
    year, month = context.reference.year, context.reference.month
    running = first <= month or (first == 12 and month <= 2)
    if shift is None:
        return year if context.ahead(index) != (first + 2 < month) else year + (1 if context.ahead(index) else 0 if first <= month else -1)
    if shift < 0:
        return year if first + 2 < month else year - 1
    return year + (1 if shift > 0 and running else 0)


def read_part(context: DateContext, index: int) -> DateValue | None:
    """ "The first quarter of 2023", "the second half of next year"."""
    order, months = PART_ORDINALS.get(context.word(index)), _PARTS.get(context.word(index + 1))
    if order is None or months is None:
        return None
    year, basis, stop = _year_after(context, index + 2)
    first = min(order, 12 // months - 1) * months + 1
    if year is None:
        return None
    return context.value(index, stop, month_range(year, first)[0], month_range(year, first + months - 1)[1], "range", basis)


def _year_after(context: DateContext, index: int) -> tuple[int | None, DateBasis, int]:
    """The year written after a season or part of a year, how it is known, and where it ends."""
    step = index + (context.word(index) == "of")
    if context.reference is not None and context.lower[index : index + 3] == ["of", "the", "year"]:
        return context.reference.year, "relative", index + 3
    if year := year_of(context.word(step)):
        return year, "explicit", step + 1
    shift = SHIFTS.get(context.word(step))
    if context.reference is not None and shift is not None and context.word(step + 1) == "year":
        return context.reference.year + shift, "relative", step + 2
    return None, "unknown", index


def read_period(context: DateContext, index: int) -> DateValue | None:
    """A week, month or year beside the article's own. Without the article's own date only years can be counted."""
    day = context.reference
    shift = SHIFTS.get(context.word(index))
    unit = context.word(index + 1)
    if day is None:
        return None
    if context.word(index) == "end" and context.lower[index + 1 : index + 4] == ["of", "the", "year"]:
        return context.value(index, index + 4, date(day.year, 1, 1), date(day.year, 12, 31), "year", "relative")
    if context.word(index) == "end" and context.lower[index + 1 : index + 4] == ["of", "the", "week"]:
        friday = day + timedelta(days=4 - day.weekday())
        return context.value(index, index + 4, friday - timedelta(days=1), friday + timedelta(days=2), "range", "relative")
    if shift is None or (context.word(index) in ("following", "past", "coming") and context.word(index - 1) != "the"):
        return None
    if unit == "year":
        year = day.year + shift
        return context.value(index, index + 2, date(year, 1, 1), date(year, 12, 31), "year", "relative")
    if context.only_year:
        return None
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
        return context.value(index, index + 2, monday, monday + timedelta(days=6), "range", "relative")
    if unit == "month":
        serial = day.year * 12 + day.month - 1 + shift
        return context.value(index, index + 2, *month_range(serial // 12, serial % 12 + 1), "month", "relative")
    return None


def read_same_period(context: DateContext, index: int) -> DateValue | None:
    """ "Earlier in the year", "later in the month", "in the same week": that of the last date before, or else the article's own."""
    at = index + 1 if context.word(index) == "same" else index + 3
    if at == index + 3 and context.lower[index + 1 : at] != ["in", "the"]:
        return None
    if (unit := context.word(at)) not in ("week", "month", "year"):
        return None
    known = [value for value in context.found if value.precision == "day" or unit == "year"]
    day = known[-1].start if known else context.reference if unit == "year" or not context.only_year else None
    if day is None:
        return None
    if unit == "year":
        return context.value(index, at + 1, date(day.year, 1, 1), date(day.year, 12, 31), "year", "relative")
    if unit == "month":
        return context.value(index, at + 1, *month_range(day.year, day.month), "month", "relative")
    monday = day - timedelta(days=day.weekday())
    return context.value(index, at + 1, monday, monday + timedelta(days=6), "range", "relative")


def read_weekend(context: DateContext, index: int) -> DateValue | None:
    """ "Over the weekend", "next weekend": Saturday and Sunday, the last ones up to the reference day, or the coming ones."""
    today, which = context.today, context.word(index - 1)
    if today is None or which not in _WHICH_WEEKEND:
        return None
    since = (today.weekday() - _SATURDAY) % 7
    saturday = today - timedelta(days=since)
    if which == "last" and since <= 1:
        saturday -= timedelta(days=7)
    elif which in ("next", "coming") or (since > 1 and context.ahead(index)):
        saturday += timedelta(days=7)
    return context.value(index - 1, index + 1, saturday, saturday + timedelta(days=1), "range", "relative")


_WHICH_WEEKEND: Final = frozenset({"the", "this", "last", "past", "next", "coming"})
_SATURDAY: Final = 5


def read_year(context: DateContext, index: int) -> DateValue | None:
    """A year alone, after a preposition."""
    year = year_of(context.word(index))
    if year is None or context.word(index - 1) not in _BEFORE_YEARS:
        return None
    return context.value(index, index + 1, date(year, 1, 1), date(year, 12, 31), "year", "explicit")

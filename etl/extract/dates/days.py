"""Days counted from another: "on Monday", "yesterday", "two weeks ago", "the next day", "two days earlier", "two days after he met X".

A weekday is the last one up to the reference day ("next Monday", "on Monday" after will: the coming one).
Nothing is resolved when the article has no date of its own to count from.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from etl.extract.dates.context import RANGES, WEEKDAYS, DateContext, day_at, month_range
from etl.extract.layers import DateValue

DAYS_OFF: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DAY_PARTS: Final = frozenset({"morning", "afternoon", "evening", "night"})
_UNITS: Final = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_ABOUT: Final = timedelta(days=3)
"""By how much weeks that are counted back may be more or less."""
_FEW: Final = (2, 7)
"""Days ago that "a few days ago" is read as."""


def read_weekday(context: DateContext, index: int) -> DateValue | None:
    """ "On Monday": the last one up to the reference day, or the coming one; "Monday and Tuesday" are a range."""
    number, today = WEEKDAYS.get(context.word(index)), context.today
    if number is None or today is None or not context.tokens.is_capitalized(index):
        return None
    start, back = index, (today.weekday() - number) % 7
    day = today - timedelta(days=back)
    which = context.word(index - 1)
    if which == "last":
        start -= 1
        day = day if back else day - timedelta(days=7)
    elif which in ("next", "coming") or (context.ahead(index) and back):
        start -= which in ("next", "coming")
        day = today + timedelta(days=((number - today.weekday()) % 7) or 7)
    second = WEEKDAYS.get(context.word(index + 2))
    if second == (number + 1) % 7 and context.word(index + 1) in RANGES:
        return context.value(start, index + 3, day, day + timedelta(days=1), "range", "weekday")
    return day_at(context, start, index + 1, day, "weekday")


def read_relative(context: DateContext, index: int) -> DateValue | None:
    """A day, week or month counted from the article's own day."""
    today, word, unit, third = context.today, context.word(index), context.word(index + 1), context.word(index + 2)
    if today is None:
        return None
    if word in DAYS_OFF:
        return day_at(context, index, index + 1, today + timedelta(days=DAYS_OFF[word]), "relative")
    if word in ("this", "last") and unit in DAY_PARTS and (word == "this" or unit == "night"):
        return day_at(context, index, index + 2, today - timedelta(days=word == "last"), "relative")
    if word in DAY_PARTS and _opens_with_part(context, index):
        last = context.last_day()  # "In the afternoon, she met X": of the day that is told of
        day = last if last is not None and last <= today else today
        return day_at(context, index, index + 1, day, "anaphoric")
    if word == "day" and _is_of_that_day(context, index):
        last = context.last_day()
        return day_at(context, index - 1, index + 1, last if last is not None and last <= today else today, "anaphoric")
    if word == "next" and unit in context.numbers and third == "days" and context.word(index - 1) == "the":
        return context.value(index, index + 3, today, today + timedelta(days=context.numbers[unit]), "range", "relative")
    if word == "earlier" and unit in ("today", "yesterday"):
        return day_at(context, index, index + 2, today + timedelta(days=DAYS_OFF[unit]), "relative")
    if word == "a" and unit in ("few", "couple") and (end := _few_end(context, index)):
        return context.value(index, end, today - timedelta(days=_FEW[1]), today - timedelta(days=_FEW[0]), "range", "relative")
    if word not in context.numbers or third not in ("ago", "earlier", "before"):
        return None
    number = context.numbers[word]
    if unit in _UNITS and (third == "ago" or context.last_day(within=context.sentence_start(index)) is None):
        if third == "before" and not _ends_there(context, index + 3):
            return None
        day = today - timedelta(days=number * _UNITS[unit])
        if unit == "weeks":
            return context.value(index, index + 3, day - _ABOUT, min(day + _ABOUT, today), "range", "relative")
        return day_at(context, index, index + 3, day, "relative")
    if unit in ("month", "months"):
        serial = today.year * 12 + today.month - 1 - number
        return context.value(index, index + 3, *month_range(serial // 12, serial % 12 + 1), "month", "relative")
    if unit in ("year", "years") and third == "ago":
        return context.value(index, index + 3, date(today.year - number, 1, 1), date(today.year - number, 12, 31), "year", "relative")
    return None


def _opens_with_part(context: DateContext, index: int) -> bool:
    """Whether "In the afternoon" opens a sentence, and nothing more is said of the day."""
    opens = context.word(index - 1) == "the" and context.word(index - 2) == "in" and context.sentence_start(index) == index - 2
    return opens and context.word(index + 1) not in ("of", "before", "after", "on")


def _is_of_that_day(context: DateContext, index: int) -> bool:
    """Whether "the day" is the one that is told of: "in the course of the day", "later in the day"."""
    before = tuple(context.word(index - step) for step in (3, 2, 1))
    return before in _OF_THE_DAY and not context.word(index + 1).startswith(("of", "before", "after", "when"))


_OF_THE_DAY: Final = {("course", "of", "the"), ("later", "in", "the"), ("earlier", "in", "the")}


def _few_end(context: DateContext, index: int) -> int | None:
    """Where "a few days ago", "a couple of days earlier" ends."""
    end = index + 2 + (context.word(index + 2) == "of")
    return end + 2 if context.word(end) == "days" and context.word(end + 1) in ("ago", "earlier") else None


def _ends_there(context: DateContext, index: int) -> bool:
    """Whether a clause ends at a token: "two days before", not "two days before the talks"."""
    return not context.word(index)[:1].isalpha() or context.word(index) in ("in", "at", "that", "and")


def read_anaphoric(context: DateContext, index: int) -> DateValue | None:
    """ "A day later", "the next day", "two days earlier" after another day: counted from that one."""
    word, unit = context.word(index), context.word(index + 1)
    if (ordinal := _day_of_month(context, index)) is not None:
        return ordinal
    last, today = context.last_day(), context.today
    if today is not None and word in DAY_PARTS and unit == "before" and context.word(index - 1) == "the":
        base = last if last is not None and last <= today else today  # "The evening before, X had phoned Y"
        return day_at(context, index, index + 2, base - timedelta(days=1), "anaphoric") if _ends_there(context, index + 2) else None
    if last is None:
        return None
    the = context.word(index - 1) == "the"
    if the and word in ("next", "following", "previous", "preceding") and unit == "day":
        return day_at(context, index, index + 2, last + timedelta(days=-1 if word in ("previous", "preceding") else 1), "anaphoric")
    if the and word == "day" and unit in ("before", "earlier"):
        return day_at(context, index, index + 2, last - timedelta(days=1), "anaphoric")
    if the and word == "day" and unit == "after" and _ends_there(context, index + 2):
        return day_at(context, index, index + 2, last + timedelta(days=1), "anaphoric")
    if word in context.numbers and unit in _UNITS:
        return _counted(context, index, last, context.numbers[word] * _UNITS[unit])
    return None


def _day_of_month(context: DateContext, index: int) -> DateValue | None:
    """ "On the 7th": of the month that the text was in."""
    if not context.lower[index][0].isdigit():
        return None
    match = _ORDINAL.fullmatch(context.word(index))
    opened = context.word(index - 1) == "the" and context.word(index - 2) in ("on", "of")
    latest = context.found[-1] if context.found else None
    if match is None or not opened or latest is None or latest.precision not in ("day", "range") or not _ends_there(context, index + 1):
        return None
    try:
        return day_at(context, index, index + 1, latest.end.replace(day=int(match.group(1))), "anaphoric")
    except ValueError:
        return None


def _last_is_near(context: DateContext, index: int) -> bool:
    """Whether the last day stands in one of the two sentences before: "… on Thursday. The two met three days after they had talked"."""
    start = context.sentence_start(index)
    for _ in range(2):
        start = context.sentence_start(start - 1) if start else 0
    return start < index and context.last_day(within=start) is not None


def _counted(context: DateContext, index: int, last: date, days: int) -> DateValue | None:
    """ "Two days later"; what stands after "two days after" lies as many days before the day of the same sentence."""
    third = context.word(index + 2)
    beside = context.last_day(within=context.sentence_start(index)) is not None
    if third == "later" or (third == "after" and _ends_there(context, index + 3)):
        return day_at(context, index, index + 3, last + timedelta(days=days), "anaphoric")
    if third == "after" and (beside or _last_is_near(context, index)):
        return day_at(context, index, index + 3, last - timedelta(days=days), "anaphoric")
    if third == "before" and beside and not _ends_there(context, index + 3):
        return day_at(context, index, index + 3, last + timedelta(days=days), "anaphoric")
    if third in ("earlier", "before") and beside:
        return day_at(context, index, index + 3, last - timedelta(days=days), "anaphoric")
    return None

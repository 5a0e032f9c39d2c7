"""Words of when, as they stand around a verb of saying: "said Sunday night", "said earlier this month that …", "on Friday said".

They are told by their form alone: what day is meant needs the article's own, which many articles do not have.
"""

from __future__ import annotations

from typing import Final

from etl.extract.dates.context import MONTHS, WEEKDAYS
from etl.extract.layers import Layers, Sentence

_DAYS: Final = frozenset({"today", "tonight", "yesterday", "tomorrow"})
_PARTS: Final = frozenset({"morning", "afternoon", "evening", "night"})
_UNITS: Final = _PARTS | frozenset("week weekend month year day spring summer fall autumn winter hour decade".split())
_SHIFTED: Final = frozenset({"last", "this", "next", "that", "earlier", "later", "late", "early"})
_PREPOSITIONS: Final = frozenset({"on", "in", "since"})
_LAST: Final = _DAYS | _UNITS | {".", *WEEKDAYS, *MONTHS}
"""Words with which such a time may end, besides figures."""
_MAX_WORDS: Final = 4
_YEAR: Final = 4
_IN_DATES: Final = MONTHS | WEEKDAYS
_MAX_BRACKETED: Final = 6


def past_time(layers: Layers, index: int, end: int) -> int:
    """Past a day, part of a day or period that begins at a token; the token itself when none does."""
    lower, start = layers.tokens.lower, index
    if (passed := _past_interval(lower, index, end)) is not None:
        return passed
    if index < end and lower[index] in _PREPOSITIONS:
        index += 1
    opening = index
    while index < end and lower[index] in _SHIFTED:
        index += 1
    index += index > opening and lower[index : index + 1] == ["on"]  # "earlier on Tuesday"
    if index >= end:
        return start
    word = lower[index]
    named = word in WEEKDAYS or word in MONTHS or word in _DAYS
    if not (named and (layers.tokens.is_capitalized(index) or word in _DAYS)) and not (index > opening and word in _UNITS):
        return start
    if word in MONTHS and index == start and not (index + 1 < end and lower[index + 1][:1].isdigit()):
        return start  # a name: "told April Weiss"
    index += 1
    while index < end and (lower[index] in _PARTS or (word in MONTHS and lower[index][:1].isdigit()) or lower[index] == "."):
        index += 1
    if word in WEEKDAYS and index + 2 < end and lower[index] == "," and lower[index + 1] in MONTHS and lower[index + 2][:1].isdigit():
        index += 3  # "Sunday, November 27"
        dated = index + 1 < end and lower[index] == "," and lower[index + 1].isdigit() and len(lower[index + 1]) == _YEAR
        index += 2 * dated
    if lower[index : index + 1] == ["("] and ")" in lower[index : index + _MAX_BRACKETED] and lower[index + 1] in _IN_DATES:
        index = lower.index(")", index) + 1  # "Thursday (May 11)"
    return start if lower[index : index + 1] in (["'s"], ["’s"]) else index  # "this year's vote"


def _past_interval(lower: list[str], index: int, end: int) -> int | None:
    """Past how much later or earlier something was said: "hours later", "two days earlier", "a week ago"."""
    counted = index + (index < end and (lower[index] in _COUNTS or lower[index][:1].isdigit()))
    if counted + 1 >= end + 1 or lower[counted : counted + 1] == [] or lower[counted].removesuffix("s") not in _INTERVALS:
        return None
    return counted + 2 if lower[counted + 1 : counted + 2] in (["later"], ["earlier"], ["ago"]) else None


_INTERVALS: Final = frozenset({"moment", "minute", "hour", "day", "week", "month", "year"})
_COUNTS: Final = frozenset({"a", "an", "one", "two", "three", "four", "five", "six", "seven", "ten", "several", "some"})


def before_time(layers: Layers, start: int, end: int) -> int:
    """Where such words begin that end before a token; the token itself when none do."""
    last = layers.tokens.lower[end - 1]
    if last not in _LAST and not last[:1].isdigit():
        return end
    for index in range(max(start, end - _MAX_WORDS), end):
        if past_time(layers, index, end) == end:
            return index
    return end


def past_count(layers: Layers, index: int, sentence: Sentence) -> int:
    """Past how and when a vote went, which begins at a token: "7-2", "by 7 to 2", "unanimously", "on Tuesday"."""
    lower = layers.tokens.lower
    while index < sentence.end - 1:
        if lower[index].endswith("ly") or lower[index] in ("again", "late"):
            index += 1
        elif (score := _past_score(lower, index + (lower[index] == "by"))) is not None:
            index = score
        elif (time := past_time(layers, index, sentence.end)) > index:
            index = time
        else:
            break
    return index


def _past_score(lower: list[str], index: int) -> int | None:
    if not lower[index][:1].isdigit() or index + 1 >= len(lower):
        return None
    if "-" in lower[index] or "–" in lower[index]:
        return index + 1
    against = lower[index + 2 : index + 3]
    return index + 3 if lower[index + 1] in ("to", "-", "–") and against and against[0][:1].isdigit() else None

"""How long a visit lasts: "arrived on Monday for a three-day visit" ends on Wednesday, "ended a two-day visit" today began yesterday."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from etl.extract.layers import Layers
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.dating import When
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.numbers import load_numbers

_BEGINNING: Final = frozenset(
    "arrived arrives arrive leaves leave left departs departed begins began begin starts started start comes came flew flies "
    "embarked embarks kicked paying pays landed headed heads".split()
)
_LEAVING: Final = frozenset({"leaves", "leave", "left", "departs", "departed"})
_ENDING: Final = frozenset(
    "ended ends end ending wraps wrapped concludes concluded conclude completed completes finished finishes returned returns left "
    "concluding completing completion conclusion".split()
)
_REACH: Final = 6
"""Tokens between "three-day" and the noun of visit."""
_LONGEST: Final = 14
_DAY: Final = frozenset({"day", "days"})


def lasting(layers: Layers, candidate: Candidate, when: When) -> When:
    """The days of a visit of which the sentence tells how many they are, and the first or last of them."""
    days = _days(layers, candidate)
    if when.precision != "day" or when.start is None or not 1 < days <= _LONGEST:
        return when
    words = set(layers.tokens.lower[candidate.sentence.start : candidate.sentence.end])
    ends = not words.isdisjoint(_ENDING - _BEGINNING)
    begins = not words.isdisjoint(_BEGINNING - _LEAVING if ends else _BEGINNING)  # "left Lima today, concluding a two-day visit"
    if begins == ends:
        return when
    rest = timedelta(days=days - 1)
    first = when.start if begins else when.start - rest
    return when._replace(start=first, end=first + rest, precision="range")


def _days(layers: Layers, candidate: Candidate) -> int:
    """The number of "a three-day visit", "a visit of three days"; 0 where none is given."""
    lower, numbers, visits = layers.tokens.lower, load_numbers().days, load_meeting_words().visit_nouns
    for index in range(candidate.sentence.start + 2, candidate.sentence.end - 1):
        if lower[index] in _DAY and lower[index - 1] in ("-", "–") and not visits.isdisjoint(lower[index + 1 : index + 1 + _REACH]):
            word = lower[index - 2]
            return int(word) if word.isdigit() and len(word) <= 2 else numbers.get(word, 0)
    return 0

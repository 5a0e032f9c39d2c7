"""What is done time and again, and is no single meeting."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from etl.extract.grammar import WILL
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.clause_words import CLAUSE_ENDERS
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.numbers import load_numbers


def is_habit(lower: list[str], sentence: Sentence, at: int) -> bool:
    """ "The ministers meet three times a year", "hold talks regularly": what is done time and again is no meeting."""
    present = any(verb.form in ("base", "third") for verb in load_meeting_terms().verbs.get(lower[at], ()))
    if not present or lower[at - 1] == "to" or not WILL.isdisjoint(lower[max(sentence.start, at - 3) : at]):
        return False
    rest = lower[at + 1 : min(sentence.end, at + _HABIT_REACH)]
    return not load_meeting_words().habit_words.isdisjoint(rest) or any(
        ((a, b) in _TIMES and c in _PERIODS) or (a in _EACH and b in _PERIODS) for a, b, c in _threes(rest)
    )


def is_repeated(layers: Layers, sentence: Sentence, at: int) -> bool:
    """ "Spoke by phone several times", "have met on many occasions": contacts that nobody tells apart are no single meeting."""
    if any(verb.sense in ("visit", "travel") for verb in load_meeting_terms().verbs.get(layers.tokens.lower[at], ())):
        return False  # "visited Lima twice in 2021": visits are told by their year
    rest = layers.tokens.lower[at + 1 : min(sentence.end, at + _HABIT_REACH)]
    rest = rest[: next((i for i, word in enumerate(rest) if word in CLAUSE_ENDERS or word == ","), len(rest))]
    often = any((a in _OFTEN or a in load_numbers().days) and b in ("times", "occasions") for a, b in pairwise(rest)) or "twice" in rest
    return often and not any(date.precision == "day" for date in layers.dates.within(sentence.start, sentence.end))


_OFTEN: Final = frozenset({"several", "many", "numerous", "countless", "multiple"})


def _threes(words: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


_HABIT_REACH: Final = 10
_TIMES: Final = frozenset({("times", "a"), ("once", "a"), ("twice", "a"), ("times", "per"), ("times", "each"), ("times", "every")})
_EACH: Final = frozenset({"every", "each"})
_PERIODS: Final = frozenset({"year", "month", "week"})

"""From readers of expressions to the dates of an article."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import cache
from operator import attrgetter
from typing import Final

from etl.extract.dates.context import MONTHS, SHIFTS, WEEKDAYS, DateContext
from etl.extract.dates.days import DAY_PARTS, DAYS_OFF, read_anaphoric, read_relative, read_weekday
from etl.extract.dates.months import read_month, read_numeric
from etl.extract.dates.periods import PART_ORDINALS, SEASONS, read_part, read_period, read_same_period, read_season, read_weekend, read_year
from etl.extract.layers import DateValue, Layers
from etl.extract.spans import Spans
from etl.extract.wordlists import WordList
from etl.lexicon.numbers import load_numbers

Reader = Callable[[DateContext, int], DateValue | None]

_FIGURES: Final[tuple[Reader, ...]] = (read_numeric, read_anaphoric, read_year)
"""Readers of what begins with a number in digits."""
_NUMERIC_SIZES: Final = frozenset({4, 6, 7, 8, 9, 10})
"""Characters of a year, and of a day written in figures ("3.9.21", "3.9.2021", "03.09.2021")."""
_ORDINALS: Final = ("st", "nd", "rd", "th")


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """Word to the readers of the expressions that begin with it, in the order of work: the first that reads one there has it."""
    openings: tuple[tuple[Reader, Set[str]], ...] = (
        (read_month, MONTHS.keys()),
        (read_season, SEASONS.keys()),
        (read_part, PART_ORDINALS.keys()),
        (read_weekday, WEEKDAYS.keys()),
        (read_relative, DAYS_OFF.keys() | load_numbers().days.keys() | DAY_PARTS | {"earlier", "this", "last"}),
        (read_period, SHIFTS.keys() | {"end"}),
        (read_same_period, {"earlier", "later", "early", "late", "same"}),
        (read_weekend, {"weekend"}),
        (read_anaphoric, load_numbers().days.keys() | DAY_PARTS | {"next", "following", "previous", "preceding", "day"}),
    )
    every = set[str]().union(*(opening for _, opening in openings))
    return {word: tuple(read for read, opening in openings if word in opening) for word in every}


@cache
def _openings() -> WordList:
    return WordList(_readers(), form=_is_figure, shape="figure")


def _is_figure(word: str) -> bool:
    return word[0].isdigit() and (len(word) in _NUMERIC_SIZES or word.lower().endswith(_ORDINALS))


def find_dates(layers: Layers) -> None:
    """Fill `dates`, in text order, not overlapping."""
    context, readers = DateContext(layers), _readers()
    found, done = context.found, 0
    for index in layers.tokens.where(_openings()):
        if index < done:
            continue
        value: DateValue | None = None
        for read in readers.get(context.lower[index], _FIGURES):
            value = read(context, index)
            if value is not None:
                break
        else:
            continue
        if found and _says_which_day(context, found[-1], value):
            found[-1] = value if found[-1].basis != "weekday" else value._replace(span=value.span._replace(start=found[-1].span.start))
        elif found and found[-1].span.end > value.span.start:
            found[-1] = value if value.span.end > found[-1].span.end else found[-1]
        else:
            found.append(value)
        done = value.span.end
    layers.dates = Spans(found, attrgetter("span"))


def _says_which_day(context: DateContext, last: DateValue, value: DateValue) -> bool:
    """Whether a date only says which day "today" or "Thursday" is: "received X today, 2 February 2020", "on Thursday, October 13"."""
    between = context.lower[last.span.end : value.span.start]
    named = value.basis == "explicit" and value.precision == "day" and context.word(last.span.end - 1) == "today"
    numbered = value.precision == "day" and any(word[0].isdigit() for word in context.lower[value.span.start : value.span.end])
    weekday = last.basis == "weekday" and last.precision == "day" and numbered
    return (named or weekday) and between in ([","], ["("], [")", ","], [])

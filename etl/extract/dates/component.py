"""From readers of expressions to the dates of an article."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter

from etl.extract.dates.context import MONTHS, SHIFTS, WEEKDAYS, DateContext
from etl.extract.dates.days import read_anaphoric, read_relative, read_weekday
from etl.extract.dates.months import read_month, read_numeric
from etl.extract.dates.periods import read_part, read_period, read_season, read_year
from etl.extract.layers import DateValue, Layers
from etl.extract.spans import Spans
from etl.lexicon.numbers import load_numbers

_READERS: tuple[Callable[[DateContext, int], DateValue | None], ...] = (
    read_numeric,
    read_month,
    read_season,
    read_part,
    read_weekday,
    read_relative,
    read_period,
    read_anaphoric,
    read_year,
)
"""In the order of work: the first that reads an expression at a token has it."""
_OPENINGS = (
    frozenset("today tonight yesterday tomorrow earlier preceding day the end spring summer autumn fall winter".split())
    | frozenset("first second third fourth last final".split())
    | SHIFTS.keys()
    | MONTHS.keys()
    | WEEKDAYS.keys()
)
"""Words other than numbers with which an expression begins."""
_ORDINALS = ("st", "nd", "rd", "th")
_NUMERIC_SIZES = frozenset({4, 8, 9, 10})
"""Characters of a year, and of a day written in figures ("3.9.2021", "03.09.2021")."""


def find_dates(layers: Layers) -> None:
    """Fill `dates`, in text order, not overlapping."""
    context = DateContext(layers)
    found, done = context.found, 0
    numeric = {
        word for word in layers.tokens.vocabulary if word[:1].isdigit() and (len(word) in _NUMERIC_SIZES or word.endswith(_ORDINALS))
    }
    for index in layers.tokens.places_of(_openings() | numeric):
        value = next((value for read in _READERS if (value := read(context, index)) is not None), None) if index >= done else None
        if value is None:
            continue
        if found and found[-1].span.end > value.span.start:
            found[-1] = value if value.span.end > found[-1].span.end else found[-1]
        else:
            found.append(value)
        done = value.span.end
    layers.dates = Spans(found, attrgetter("span"))


@cache
def _openings() -> frozenset[str]:
    """Words with which an expression begins, numbers in digits left out."""
    return _OPENINGS | load_numbers().days.keys()

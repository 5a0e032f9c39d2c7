"""Plans, mechanisms and counted principles: named by what they are about, in lower case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from etl.extract.grammar import DETERMINERS
from etl.extract.initiatives.place import Place
from etl.extract.layers import Layers, NewInitiative
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words
from etl.lexicon.numbers import load_numbers

_MAX_TERMS: Final = 8
_MAX_FIELD: Final = 14
_MAX_MODIFIERS: Final = 6
_MAX_QUOTED: Final = 4
_MECHANISM: Final = "mechanism"
_DETERMINERS: Final = frozenset({"the", "a", "this", "its", "their"})
"""Words that a mechanism named in lower case must follow."""


def plan_openings(layers: Layers) -> Iterator[int]:
    """The two words of "cooperation plan", and those before them."""
    lower, words = layers.tokens.lower, load_initiative_words()
    for head in layers.tokens.where(_plans()):
        if head and lower[head - 1] in words.plan_words:
            yield from range(max(0, head - 1 - _MAX_TERMS), head)


@cache
def _plans() -> WordList:
    return WordList(load_initiative_words().plan_heads)


def plan(place: Place) -> NewInitiative | None:
    """ "(medium- and long-term) cooperation plan on trade, investment and energy": a plan that is named by its field."""
    layers, index, limit, _ = place
    lower, words = layers.tokens.lower, load_initiative_words()
    step = index
    while step < limit and step - index < _MAX_TERMS:
        if lower[step].rstrip("-") not in words.plan_terms and (step == index or lower[step] not in "-–"):
            break
        step += 1
    if lower[index] == "and" or step + 2 >= limit or lower[step] not in words.plan_words or lower[step + 1] not in words.plan_heads:
        return None
    if lower[step + 2] not in ("on", "for"):
        return None
    end = _past_field(lower, step + 3, min(limit, step + _MAX_FIELD), limit)
    return place.initiative(end, "mechanism") if end > step + 3 else None


def _past_field(lower: list[str], start: int, stop: int, limit: int) -> int:
    """The end of "trade, investment and energy": a list ends with the word after its "and"."""
    stops = load_initiative_words().plan_stops
    end = start
    while end < stop and (lower[end].isalpha() or lower[end] in ",-") and lower[end] not in stops:
        if lower[end] == "," and not (end + 2 < limit and lower[end + 1].isalpha() and lower[end + 2] in (",", "and")):
            break
        if lower[end] == "and" and lower[end + 1] in DETERMINERS:
            break  # "a plan for the ferry and an agreement on fish"
        end += 1
        if lower[end - 2] == "and":
            break
    while lower[end - 1] in (",", "and"):
        end -= 1
    return end


def mechanism_openings(layers: Layers) -> Iterator[int]:
    """After a determiner not far before the noun."""
    lower = layers.tokens.lower
    for noun in layers.tokens.where(_mechanisms()):
        yield from (index for index in range(max(1, noun - _MAX_MODIFIERS), noun + 1) if lower[index - 1] in _DETERMINERS)


@cache
def _mechanisms() -> WordList:
    return WordList({_MECHANISM})


def named_mechanism(place: Place) -> NewInitiative | None:
    """ "trilateral foreign ministers' consultation mechanism": modifiers of cooperation before the noun, after a determiner."""
    lower, index, words = place.layers.tokens.lower, place.at, load_initiative_words().mechanism_words
    seen = 0
    for step in range(index, min(place.limit, index + _MAX_MODIFIERS + 1)):
        if lower[step] == _MECHANISM:
            return place.initiative(step + 1, "mechanism") if seen >= 2 else None
        if not (lower[step].isalpha() or lower[step] in ("'", "'s", "-")):
            return None
        seen += lower[step] in words
    return None


def numbered_openings(layers: Layers) -> Sequence[int]:
    """Number words."""
    return layers.tokens.where(_numbers())


@cache
def _numbers() -> WordList:
    return WordList(load_numbers().points, form=str.isdigit, shape="figure")


def numbered(place: Place) -> NewInitiative | None:
    """ "six-point consensus", "three-stage peace plan", "three principles", “three forces”."""
    layers, index, limit, _ = place
    tokens, heads = layers.tokens, load_initiative_heads().numbered
    step = index + 1
    if tokens.lower[step : step + 1] == ["-"] and not load_initiative_words().plan_measures.isdisjoint(tokens.lower[step + 1 : step + 2]):
        step += 2
        purposes = load_initiative_words().owned_plan_words
        while step < limit and step - index < _MAX_MODIFIERS and tokens.lower[step] in purposes:
            step += 1
    elif tokens.words[index].isdigit():
        return None
    elif index > 0 and tokens.words[index - 1] in "“\"'‘":
        while step < limit and tokens.lower[step].isalpha() and tokens.lower[step] not in heads and step - index < _MAX_QUOTED:
            step += 1
    elif tokens.lower[step : step + 1] != ["principles"]:
        return None
    if step < limit and tokens.lower[step] in heads:
        return place.initiative(step + 1, heads[tokens.lower[step]])
    return None

"""Names in quotation marks beside a class noun, and names that "called" gives: "the project 'Quiet Rivers'"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from etl.extract.grammar import DETERMINERS, NAME_CONNECTORS
from etl.extract.initiatives.place import Place
from etl.extract.layers import Layers, NewInitiative
from etl.extract.tokens import Tokens
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words
from etl.records import InitiativeKind

_MAX_NAME: Final = 9
_CONNECTORS: Final = NAME_CONNECTORS - {"in"}
_OPENING: Final = frozenset("\"“«‘'")
_CLOSING: Final = frozenset("\"”»’'")
_FEWEST_APPOSED: Final = 2
_AFTER_NAME: Final = frozenset({",", ".", ";", ")", "and", "which", "that", "in", "to", "for"})
"""What follows a name in apposition, as no verb of an owner does: "the plan Northern Rail wants"."""
_ENDS_NONE: Final = frozenset(".,;:!?")
"""What no name ends in: a quotation mark after it closes speech."""


def quoted_openings(layers: Layers) -> Iterator[int]:
    """The tokens after a quotation mark that stands not far from a class noun, and those after a participle that names."""
    tokens = layers.tokens
    for head in tokens.where(_plurals()):
        yield from (k + 1 for k in range(max(0, head - 2 * _MAX_NAME), head) if tokens.words[k] in _OPENING)
    for head in tokens.where(_heads()):
        if head and tokens.words[head - 1] in _CLOSING:
            yield from (k + 1 for k in range(max(0, head - 2 - _MAX_NAME), head - 2) if tokens.words[k] in _OPENING)
        elif head > 1 and tokens.words[head - 2] in _CLOSING:
            yield from (k + 1 for k in range(max(0, head - 3 - _MAX_NAME), head - 3) if tokens.words[k] in _OPENING)
        if tokens.lower[head + 1 : head + 2] == ["of"] and not _OPENING.isdisjoint(tokens.words[head + 2 : head + 3]):
            yield head + 3
        step = _past_participle(tokens, head + 1)
        if step < len(tokens):
            yield step + (tokens.words[step] in _OPENING)


@cache
def _heads() -> WordList:
    return WordList(load_initiative_heads().quoted)


@cache
def _plurals() -> WordList:
    heads = load_initiative_heads().quoted
    return WordList({f"{head.removesuffix('y')}ies" if head.endswith("y") else f"{head}s" for head in heads})


def quoted_name(place: Place) -> NewInitiative | None:
    """A capitalised name in quotation marks right before or after a class noun, or one that "called" joins to it."""
    layers, index, limit, _ = place
    tokens = layers.tokens
    if not tokens.capitalized[index] or index < 2:
        return None
    if tokens.words[index - 1] in _OPENING:
        return _in_marks(place)
    head = _head_before(tokens, index)
    if head is None:
        return None
    end = index
    while end < limit and end - index < _MAX_NAME and tokens.capitalized[end]:
        end += 1
        while end + 1 < limit and tokens.lower[end] in _CONNECTORS and tokens.capitalized[end + 1]:
            end += 1
    if tokens.lower[index - 1] not in load_initiative_words().naming_participles and not _is_apposed(place, head, end):
        return None
    return place.initiative(end, load_initiative_heads().quoted[tokens.lower[head]])


def _is_apposed(place: Place, head: int, end: int) -> bool:
    """Whether capitalised words stand as a name right behind "the programme", and nobody's who plans or wants it: "the programme Quiet
    Rivers of Tonga, which …"."""
    layers, index, limit, _ = place
    tokens = layers.tokens
    if head != index - 1 or tokens.capitalized[head] or tokens.lower[head - 1] not in DETERMINERS or end - index < _FEWEST_APPOSED:
        return False
    someone = layers.entity_at(index) or layers.person_mentions.covering(index) or any(title.start == index for title in layers.titles)
    return not someone and (end >= limit or tokens.lower[end] in _AFTER_NAME)


def _in_marks(place: Place) -> NewInitiative | None:
    layers, index, limit, _ = place
    tokens, kinds = layers.tokens, load_initiative_heads().quoted
    last = min(limit, index + _MAX_NAME + 1)
    close = next((k for k in range(index + 1, last) if tokens.words[k] in _CLOSING and not _is_genitive(tokens, k)), None)
    if close is None or tokens.words[close - 1] in _ENDS_NONE:
        return None
    noun = close + 1
    noun += noun + 1 < limit and tokens.lower[noun] in load_initiative_words().initiative_generics and tokens.words[noun].islower()
    if noun < limit and tokens.lower[noun] in kinds:
        return place.initiative(close, kinds[tokens.lower[noun]], f"{tokens.surface(index, close)} {tokens.words[noun]}")
    if (several := _kind_of_two(tokens, index, close)) is not None:
        return place.initiative(close, several, f"{tokens.surface(index, close)} {_singular(_plural_after(tokens, close))}")
    before = _head_before(tokens, index - 1)
    if before is None or (before == index - 2 - (tokens.lower[index - 2] == "of") and close - index < 2):
        # one word after "the plan" may be anything
        return None
    return place.initiative(close, kinds[tokens.lower[before]])


def _kind_of_two(tokens: Tokens, index: int, close: int) -> InitiativeKind | None:
    """The kind of each of two: "the 'Quiet Rivers' and 'Clear Lakes' policies"."""
    noun = _plural_after(tokens, close)
    paired = tokens.lower[index - 2 : index - 1] == ["and"] or tokens.lower[close + 1 : close + 2] == ["and"]
    return load_initiative_heads().quoted.get(_singular(noun)) if noun and paired else None


def _plural_after(tokens: Tokens, close: int) -> str:
    """The plural noun behind a closing mark, or behind another name in marks that "and" joins; empty where there is none."""
    step = close + 1
    if tokens.lower[step : step + 1] == ["and"] and not _OPENING.isdisjoint(tokens.words[step + 1 : step + 2]):
        step = next((k + 1 for k in range(step + 2, min(len(tokens), step + 3 + _MAX_NAME)) if tokens.words[k] in _CLOSING), step)
    noun = tokens.lower[step] if step < len(tokens) else ""
    return noun if noun != _singular(noun) else ""


def _singular(noun: str) -> str:
    return noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _is_genitive(tokens: Tokens, index: int) -> bool:
    """Whether an apostrophe ends a plural rather than a quotation that the same mark opened."""
    return (
        tokens.words[index] in "'’" and tokens.lower[index - 1].endswith("s") and index + 1 < len(tokens) and tokens.capitalized[index + 1]
    )


def _past_participle(tokens: Tokens, step: int) -> int:
    """Past "(,) called"."""
    step += step < len(tokens) and tokens.words[step] == ","
    return step + (step < len(tokens) and tokens.lower[step] in load_initiative_words().naming_participles)


def _head_before(tokens: Tokens, index: int) -> int | None:
    """The class noun that a name is said of, past a participle and its comma."""
    step = index - 1
    step -= step > 0 and tokens.lower[step] == "of"  # "the concept of 'Quiet Rivers'"
    step -= step > 0 and tokens.lower[step] in load_initiative_words().naming_participles
    step -= step > 0 and step < index - 1 and tokens.words[step] == ","
    return step if step >= 0 and tokens.lower[step] in load_initiative_heads().quoted else None

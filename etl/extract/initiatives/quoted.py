"""Names in quotation marks beside a class noun, and names that "called" gives: "the project 'Quiet Rivers'"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from etl.extract.grammar import NAME_CONNECTORS
from etl.extract.initiatives.place import Place
from etl.extract.layers import Layers, NewInitiative
from etl.extract.tokens import Tokens
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words

_MAX_NAME: Final = 9
_CONNECTORS: Final = NAME_CONNECTORS - {"in"}
_OPENING: Final = frozenset("\"“«‘'")
_CLOSING: Final = frozenset("\"”»’'")
_ENDS_NONE: Final = frozenset(".,;:!?")
"""What no name ends in: a quotation mark after it closes speech."""


def quoted_openings(layers: Layers) -> Iterator[int]:
    """The tokens after a quotation mark that stands not far from a class noun, and those after a participle that names."""
    tokens = layers.tokens
    for head in tokens.where(_heads()):
        if head and tokens.words[head - 1] in _CLOSING:
            yield from (k + 1 for k in range(max(0, head - 2 - _MAX_NAME), head - 2) if tokens.words[k] in _OPENING)
        elif head > 1 and tokens.words[head - 2] in _CLOSING:
            yield from (k + 1 for k in range(max(0, head - 3 - _MAX_NAME), head - 3) if tokens.words[k] in _OPENING)
        step = _past_participle(tokens, head + 1)
        if step < len(tokens):
            yield step + (tokens.words[step] in _OPENING)


@cache
def _heads() -> WordList:
    return WordList(load_initiative_heads().quoted)


def quoted_name(place: Place) -> NewInitiative | None:
    """A capitalised name in quotation marks right before or after a class noun, or one that "called" joins to it."""
    layers, index, limit, _ = place
    tokens = layers.tokens
    if not tokens.capitalized[index] or index < 2:
        return None
    if tokens.words[index - 1] in _OPENING:
        return _in_marks(place)
    head = _head_before(tokens, index)
    if head is None or tokens.lower[index - 1] not in load_initiative_words().naming_participles:
        return None
    end = index
    while end < limit and end - index < _MAX_NAME and tokens.capitalized[end]:
        end += 1
        while end + 1 < limit and tokens.lower[end] in _CONNECTORS and tokens.capitalized[end + 1]:
            end += 1
    return place.initiative(end, load_initiative_heads().quoted[tokens.lower[head]])


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
    before = _head_before(tokens, index - 1)
    if before is None or (before == index - 2 and close - index < 2):  # one word after "the plan" may be anything
        return None
    return place.initiative(close, kinds[tokens.lower[before]])


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
    step -= step > 0 and tokens.lower[step] in load_initiative_words().naming_participles
    step -= step > 0 and step < index - 1 and tokens.words[step] == ","
    return step if step >= 0 and tokens.lower[step] in load_initiative_heads().quoted else None

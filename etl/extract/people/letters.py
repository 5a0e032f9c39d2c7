"""Bodies that an article knows by letters: "China's Taiwan Affairs Office (TAO) … a spokesman for the TAO"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import GENITIVES
from etl.extract.layers import Layers, PersonEntity, PersonMention
from etl.records import ActorRef

_IN_NAMES: Final = frozenset({"of", "for", "and", "the"})
_LONGEST_NAME: Final = 10
_SHORTEST: Final = 3
_REACH: Final = 5
"""Tokens beside a name among which the letters of a body stand: "TAO spokesman X", "X, spokesperson for the TAO"."""
_BEFORE: Final = frozenset({"for", "of", "the", "at"})


def owner_of_letters(layers: Layers, letters: int) -> tuple[ActorRef, ...]:
    """The state whose body is named before its letters in brackets: "China's Taiwan Affairs Office (| TAO)"."""
    tokens, index = layers.tokens, letters - 2
    while index > 0 and (tokens.is_capitalized(index) or tokens.lower[index] in _IN_NAMES) and letters - index < _LONGEST_NAME:
        index -= 1
    owner = layers.entities.ending(index) if tokens.lower[index] in GENITIVES else None
    return (owner.actor,) if owner is not None and owner.kind == "state" else ()


def of_lettered_body(layers: Layers, person: PersonEntity, mention: PersonMention) -> ActorRef | None:
    """The state of the body whose letters stand beside somebody's title."""
    words, lower = layers.tokens.words, layers.tokens.lower
    if not person.titles:
        return None
    sentence = layers.sentence_at(mention.start)
    behind = range(mention.end, min(sentence.end, mention.end + _REACH))
    before = range(max(sentence.start, mention.name_start - _REACH), mention.name_start)
    near = [i for i in behind if lower[i - 1] in _BEFORE] + [i for i in before if words[i + 1] != "("]
    for index in near:
        if len(words[index]) < _SHORTEST or not words[index].isalpha() or not words[index].isupper():
            continue
        first = next((i for i in range(2, index) if words[i] == words[index] and words[i - 1] == "(" and words[i + 1] == ")"), None)
        owner = owner_of_letters(layers, first) if first is not None else ()
        if owner:
            return owner[0]
    return None

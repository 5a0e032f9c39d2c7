"""Bodies that an article knows by letters: "China's Taiwan Affairs Office (TAO) … a spokesman for the TAO"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from etl.extract.grammar import GENITIVES
from etl.extract.layers import Layers, PersonEntity, PersonMention
from etl.lexicon.naming import load_naming_words
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
    if not person.titles:
        return None
    owners = (owner_of_letters(layers, letters) for letters in _spelled_beside(layers, mention))
    return next((owner[0] for owner in owners if owner), None)


def is_private_by_letters(layers: Layers, mention: PersonMention) -> bool:
    """Whether the letters beside somebody's name are a private body's: "the People's Coast Front (PCF) … PCF spokesman X"."""
    tokens, private = layers.tokens, load_naming_words().private_body_nouns
    for letters in _spelled_beside(layers, mention):
        start = letters - 1
        while start > 0 and (tokens.is_capitalized(start - 1) or tokens.lower[start - 1] in GENITIVES) and letters - start < _LONGEST_NAME:
            start -= 1
        if not private.isdisjoint(tokens.lower[start : letters - 1]):
            return True
    return False


def _spelled_beside(layers: Layers, mention: PersonMention) -> Iterator[int]:
    """Where letters that stand beside somebody's name stand in brackets behind the name that they are short for."""
    words, lower = layers.tokens.words, layers.tokens.lower
    sentence = layers.sentence_at(mention.start)
    behind = range(mention.end, min(sentence.end, mention.end + _REACH))
    before = range(max(sentence.start, mention.name_start - _REACH), mention.name_start)
    apposed = range(mention.name_end, mention.end)
    for index in [i for i in (*apposed, *behind) if lower[i - 1] in _BEFORE] + [i for i in before if words[i + 1] != "("]:
        if len(words[index]) < _SHORTEST or not words[index].isalpha() or not words[index].isupper():
            continue
        first = next((i for i in range(2, index) if words[i] == words[index] and words[i - 1] == "(" and words[i + 1] == ")"), None)
        if first is not None:
            yield first

"""Levels of relations and communities: "comprehensive strategic partnership", "community with a shared future"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from etl.extract.initiatives.place import Place
from etl.extract.layers import Layers, NewInitiative
from etl.extract.tokens import Tokens
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words

_STRATEGIC: Final = "strategic"
"""What an alliance or coordination must be to be a level of relations; a partnership may be privileged or comprehensive as well."""
_PARTNERSHIP: Final = "partnership"


def level_openings(layers: Layers) -> Sequence[int]:
    """Words of levels, if any of them marks one."""
    return layers.tokens.where(_levels()) if layers.tokens.where(_marks()) else ()


@cache
def _marks() -> WordList:
    return WordList(load_initiative_words().level_marks)


@cache
def _levels() -> WordList:
    return WordList(load_initiative_words().level_words)


def level(place: Place) -> NewInitiative | None:
    """A level of relations without its pair: named by the pair of the article's principals when resolved."""
    tokens, index = place.layers.tokens, place.at
    heads, words = load_initiative_heads().levels, load_initiative_words()
    step = index
    while step < len(tokens) and tokens.lower[step] in words.level_words and tokens.lower[step] not in heads:
        step += 1
    step += _is_field(tokens, step)
    if step >= len(tokens) or tokens.lower[step] not in heads:
        return None
    marks = words.level_marks if tokens.lower[step] == _PARTNERSHIP else {_STRATEGIC}
    if marks.isdisjoint(tokens.lower[index:step]):
        return None
    return place.initiative(past_tail(tokens, step + 1, len(tokens)), "partnership")


def _is_field(tokens: Tokens, step: int) -> bool:
    """Whether one word between "strategic" and "partnership" says what the partnership is about: "strategic energy partnership"."""
    if step >= len(tokens):
        return False
    return tokens.lower[step - 1] == _STRATEGIC and tokens.lower[step].isalpha() and tokens.lower[step + 1 : step + 2] == [_PARTNERSHIP]


def community_openings(layers: Layers) -> list[int]:
    """The formula and the word before it."""
    tokens = layers.tokens
    found = [index for index in tokens.where(_communities()) if past_community(tokens, index) is not None]
    return [*found, *(index - 1 for index in found if index)]


@cache
def _communities() -> WordList:
    return WordList(words[0] for words in load_initiative_heads().communities)


def community(place: Place) -> NewInitiative | None:
    """A community of somebody ("Steppe community with …") is a partnership, one of all a principle."""
    tokens, index = place.layers.tokens, place.at
    if tokens.is_capitalized(index) and (end := past_community(tokens, index + 1)) is not None:
        return place.initiative(end, "partnership")
    end = past_community(tokens, index)
    return place.initiative(end, "principle") if end is not None else None


def past_community(tokens: Tokens, index: int) -> int | None:
    """The index after "community with a shared future"; None when it does not stand there."""
    return next(
        (index + len(words) for words in load_initiative_heads().communities if tuple(tokens.lower[index : index + len(words)]) == words),
        None,
    )


def past_tail(tokens: Tokens, end: int, limit: int) -> int:
    """Past what may follow a level of relations: "for a new era"."""
    for tail in load_initiative_heads().level_tails:
        if tuple(tokens.lower[end : min(end + len(tail), limit)]) == tail:
            return end + len(tail)
    return end

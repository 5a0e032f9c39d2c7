"""Capitalised names that end in a noun of cooperation: "Steppe Water Program"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from etl.extract.grammar import NAME_CONNECTORS
from etl.extract.initiatives.place import Place
from etl.extract.layers import Layers, NewInitiative
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_heads

_MAX_RUN = 16
_NO_NAME_WORDS = frozenset({"the", "mr.", "president"})
_JOINTS = "-–'s’s"


def capitalized_openings(layers: Layers) -> Iterator[int]:
    """The capitalised words before a noun of cooperation, as far back as one run may reach."""
    tokens = layers.tokens
    for head in tokens.where(_heads()):
        for index in range(head - 1, max(-1, head - _MAX_RUN), -1):
            if tokens.capitalized[index]:
                yield index
            elif tokens.lower[index] not in NAME_CONNECTORS and tokens.lower[index] not in _JOINTS:
                break


@cache
def _heads() -> WordList:
    return WordList(load_initiative_heads().names)


def capitalized_run(place: Place) -> NewInitiative | None:
    """Capitalised words, joined by small connectors, that end in a noun of cooperation."""
    layers, index, limit, known = place
    tokens, heads = layers.tokens, load_initiative_heads()
    step, last_head, capitals = index, 0, 0
    while step < limit and step - index < _MAX_RUN and not known[step]:
        word = tokens.lower[step]
        if tokens.is_capitalized(step) and word not in _NO_NAME_WORDS:
            capitals += 1
            step += 1
            if word in heads.names and step - 1 > index:
                last_head = step
            continue
        if word in heads.lower_case and capitals and step > index and tokens.is_capitalized(step - 1):
            last_head = step + 1
            break
        ahead = _past_joint(place, step) if capitals else None
        if ahead is None or (word == "and" and last_head):
            break
        step = ahead
    if not last_head or capitals < 2 or last_head - index < 2:
        return None
    while tokens.lower[index] == "the":
        index += 1
    return place.initiative(last_head, heads.names[tokens.lower[last_head - 1]], start=index)


def _past_joint(place: Place, step: int) -> int | None:
    """The capitalised word to which a small word inside a name leads."""
    layers, _, limit, known = place
    tokens = layers.tokens
    if tokens.lower[step] not in NAME_CONNECTORS and tokens.lower[step] not in _JOINTS:
        return None
    ahead = step + 1
    while ahead < limit and tokens.lower[ahead] in NAME_CONNECTORS:
        ahead += 1
    return ahead if ahead < limit and tokens.is_capitalized(ahead) and not known[ahead] else None

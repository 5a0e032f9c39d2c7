"""What two actors have with each other, named by its field and by them: "the free trade agreement between A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from etl.extract.initiatives.pairs import pair_name
from etl.extract.initiatives.place import Place
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, NewInitiative
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words
from etl.lexicon.words import load_words

_MAX_FIELD: Final = 4
_FREE: Final = "free"
_GENERAL: Final = frozenset({"bilateral", "joint", "comprehensive", "international", "regional", "cooperation"})
"""Words of a field that say nothing of what it is."""


def between_openings(layers: Layers) -> Iterator[int]:
    """The first word of the field before each noun that "between" follows."""
    lower, fields = layers.tokens.lower, _fields()
    for head in layers.tokens.where(_heads()):
        if lower[head + 1 : head + 2] == ["between"]:
            start = head
            while start > 0 and head - start < _MAX_FIELD and lower[start - 1] in fields:
                start -= 1
            if start < head:
                yield start


@cache
def _heads() -> WordList:
    return WordList(load_initiative_heads().between)


@cache
def _fields() -> frozenset[str]:
    """Words that say what an agreement or dialogue is about."""
    words = load_initiative_words()
    return words.initiative_fields | words.owned_plan_words | words.level_words | load_words().portfolios | {_FREE}


def between_two(place: Place) -> NewInitiative | None:
    """A field that is more than "bilateral", the noun, and the two actors after "between"."""
    layers, index, limit, _ = place
    tokens, kinds = layers.tokens, load_initiative_heads().between
    head = next((k for k in range(index, min(limit, index + _MAX_FIELD + 1)) if tokens.lower[k] in kinds), None)
    if head is None or head == index or tokens.capitalized[head] or _GENERAL.issuperset(tokens.lower[index:head]):
        return None
    first = _actor(place, head + 2)
    second = _actor(place, first.end + 1) if first is not None and tokens.lower[first.end : first.end + 1] == ["and"] else None
    if first is None or second is None or first.actor == second.actor:
        return None
    name = f"{pair_name([first.actor, second.actor])} {tokens.surface(index, head + 1)}"
    return place.initiative(second.end, kinds[tokens.lower[head]], name)


def _actor(place: Place, index: int) -> Entity | None:
    """The state or organization at a token, past its article."""
    index += index < place.limit and place.layers.tokens.lower[index] == "the"
    entity = place.layers.entity_at(index) if index < place.limit else None
    return entity if entity is not None and entity.end <= place.limit and entity.kind in ACTOR_NAMES - {"demonym"} else None

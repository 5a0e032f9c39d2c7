"""Plans without a name of their own, told by what they are for and whose they are: "the Fijian peace plan"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from etl.extract.initiatives.place import Place
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, NewInitiative
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words

_MAX_BACK: Final = 4
_MAX_OWNER: Final = 4
_PARTICLES: Final = frozenset({"up", "forward"})


def owned_openings(layers: Layers) -> Iterator[int]:
    """The words before "peace plan", and its own first one."""
    lower, purposes = layers.tokens.lower, load_initiative_words().owned_plan_words
    for head in layers.tokens.where(_heads()):
        if head and lower[head - 1] in purposes:
            yield from range(max(0, head - _MAX_BACK - _MAX_OWNER), head)


@cache
def _heads() -> WordList:
    return WordList(load_initiative_heads().owned)


def owned_plan(place: Place) -> NewInitiative | None:
    """A state or organization, what its plan is for, and the noun; or these two and whoever proposed it."""
    layers, index, limit, _ = place
    tokens, kinds = layers.tokens, load_initiative_heads().owned
    owner = layers.entity_at(index)
    step = index if owner is None else owner.end
    step += owner is not None and step < limit and tokens.lower[step] in ("'s", "'")
    purposes = load_initiative_words().owned_plan_words
    head = next((k for k in range(step + 1, min(limit, step + _MAX_BACK)) if tokens.lower[k] in kinds), None)
    if head is None or tokens.lower[head - 1] not in purposes or any(not tokens.lower[k].isalpha() for k in range(step, head)):
        return None
    if owner is not None:
        return place.initiative(head + 1, kinds[tokens.lower[head]]) if _owns(owner, step) else None
    author = _author(place, head + 1) if index == head - 1 else None
    return None if author is None else place.initiative(author.end, kinds[tokens.lower[head]])


def _owns(owner: Entity, step: int) -> bool:
    """Whether an actor stands before a plan as its owner: the name of a state needs a genitive for that."""
    return owner.kind in ("demonym", "organization") or step > owner.end


def _author(place: Place, step: int) -> Entity | None:
    """The actor after "proposed by"."""
    layers, _, limit, _ = place
    lower = layers.tokens.lower
    if step >= limit or lower[step] not in load_initiative_words().proposal_verbs:
        return None
    step += 1
    step += step < limit and lower[step] in _PARTICLES
    if step >= limit or lower[step] != "by":
        return None
    step += 1
    step += step < limit and lower[step] == "the"
    entity = layers.entity_at(step) if step < limit else None
    return entity if entity is not None and entity.kind in ACTOR_NAMES and entity.kind != "demonym" else None

"""The town that a name stands for."""

from __future__ import annotations

from etl.extract.layers import PLACE_KINDS, Entity, Layers
from etl.lexicon.actors import load_actors

Town = tuple[str, str | None]
"""The name of a place and of its state; no state for what lies in none, as a sea, or in one that is not known."""


def town_of(layers: Layers, entity: Entity | None) -> Town | None:
    """The known place whose name an entity is; None for a name that is no place's, and for no entity."""
    if entity is None or entity.kind not in PLACE_KINDS:
        return None
    place = load_actors().places.get(layers.tokens.surface(entity.start, entity.end))
    return (place[0], place[1] or None) if place is not None else None

"""The actor that an office acts for."""

from __future__ import annotations

from typing import Final

from etl.extract.layers import Entity, Layers
from etl.lexicon.actors import load_actors
from etl.lexicon.naming import load_naming_words
from etl.records import ActorRef


def actor_of_entity(entity: Entity) -> ActorRef:
    """The actor that an office of the entity acts for: a state's organ counts as its state, a party or an organization as itself."""
    if entity.kind != "organization":
        return entity.actor
    actors = load_actors()
    state = actors.state_of(entity.actor)
    return ActorRef("state", state) if state and actors.organization_kinds.get(entity.name) in ("state_organ", "party") else entity.actor


def owner_of(entity: Entity) -> ActorRef | None:
    """Whose office an entity beside a title makes it: the actor's own, or that of the state where the place lies."""
    if entity.kind != "place":
        return actor_of_entity(entity)
    state = load_actors().places.get(entity.name, ("", ""))[1]
    return ActorRef("state", state) if state else None


def names_private_body(layers: Layers, index: int) -> bool:
    """Whether the name of a body that is no state's follows that of a state: "Argentina's | General Labour Federation"."""
    tokens = layers.tokens
    start = end = index + (tokens.lower[index : index + 1] in (["'s"], ["'"]))
    while end < len(tokens) and end - start < _MAX_PRIVATE and tokens.is_capitalized(end):
        end += 1
    return end > start and tokens.lower[end - 1] in load_naming_words().private_body_nouns


_MAX_PRIVATE: Final = 6
"""Words of such a name."""

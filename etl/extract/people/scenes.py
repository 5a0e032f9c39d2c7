"""The state in which a story without a publisher or a dateline takes place: the one that it tells of above all others.

Whoever writes that "a Peruvian official said …" and goes on with "the justice minister, X" means Peru's.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from etl.extract.layers import Entity, Layers, PersonEntity, once
from etl.extract.people.home import in_headline
from etl.extract.people.phrases import NATIONAL_TITLES
from etl.lexicon.actors import load_actors
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

_LEAD: Final = 2
"""Sentences that open an article: states that they name, and not only a place of theirs, count twice."""
_ENOUGH: Final = 3
"""How much a state must weigh at least: named twice, once of it in the lead."""
_NAMES: Final = frozenset({"state", "demonym"})
_SPOKESMEN: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def scene(layers: Layers, index: int) -> ActorRef | None:
    """The state that an article has told of when it comes to a token: the only one so far, else the one that it names above all others."""
    named = _named(layers)
    until = layers.sentence_at(index).end
    so_far = {state for start, state in named if start < until and start != index}
    if len(so_far) == 1 and not in_headline(layers) - so_far:
        state = next(iter(so_far))
        return state if any(start < index for start, other in named) else None
    told = _foremost(layers)
    return told if told is not None and any(start < index for start, state in named if state == told) else None


@once
def _named(layers: Layers) -> list[tuple[int, ActorRef]]:
    """Where states are named, by a name of their own, a place or an organ."""
    return [(entity.start, state) for entity in layers.entities if (state := _state_of(entity)) is not None]


@once
def _foremost(layers: Layers) -> ActorRef | None:
    """The state that an article names first, and more than twice as much as any other; None where there is none."""
    weights = Counter[ActorRef]()
    lead = layers.sentences[min(_LEAD, len(layers.sentences)) - 1].end if layers.sentences else 0
    by_name = {entity.start for entity in layers.entities if entity.kind in _NAMES}
    for start, state in _named(layers):
        weights[state] += 2 if start < lead and start in by_name else 1
    for state in in_headline(layers):
        weights[state] += 2
    ranked = weights.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH or any(2 * weight >= ranked[0][1] for _, weight in ranked[1:]):
        return None
    foremost = ranked[0][0]
    return foremost if foremost in in_headline(layers) or foremost == _named(layers)[0][1] else None


def _state_of(entity: Entity) -> ActorRef | None:
    """The state that a name stands for: its own, that of a place, that of an organ of the state."""
    if entity.kind in ("state", "demonym", "metonym"):
        return None if entity.nested else entity.actor
    actors = load_actors()
    code = actors.places.get(entity.name, ("", ""))[1] if entity.kind == "place" else None
    if entity.kind == "organization" and actors.organization_kinds.get(entity.name) in ("state_organ", "party"):
        code = actors.state_of(entity.actor)
    return ActorRef("state", code) if code else None


def is_national(layers: Layers, person: PersonEntity) -> bool:
    """Whether the words before a name are those of a state's office: "justice minister", "military spokesman", "police chief"."""
    if any(title.lower().split()[-1] in NATIONAL_TITLES for title in person.titles):
        return True
    governing = (load_party_words().state_voices | load_words().portfolios) - _SPOKESMEN
    spans = ((mention.start, mention.name_start) for mention in layers.mentions_of(person.index))
    return any(not governing.isdisjoint(layers.tokens.lower[start:end]) for start, end in spans)

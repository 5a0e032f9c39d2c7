"""Which candidates are meetings of states and international organizations, and not of athletes, scholars or companies."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.layers import Layers, PersonEntity
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.followups import SEQUEL
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.parties import load_party_words
from etl.records import ActorRef

_SIDES = 2
_HIGHEST = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
_PUBLIC_KINDS = frozenset({"international", "regional", "state_organ", "armed_group", "other"})
"""Kinds of organizations that meet as such; companies, media and parties do not."""


def is_diplomatic(layers: Layers, candidate: Candidate, sides: tuple[Side, ...]) -> bool:
    """Whether two sovereign sides meet, one of them by somebody in office, or both as states in talks that only states hold."""
    public = [
        side for side in sides if _is_public(side.actor) and not (side.person is not None and _is_private(layers.people[side.person]))
    ]
    sovereign = {sovereign_of(side.actor) for side in public if side.actor is not None}
    at_home = any(side.person is not None and side.actor is None and is_of_government(layers.people[side.person]) for side in sides)
    if len(sovereign) + at_home < _SIDES:
        return False
    persons = [layers.people[side.person] for side in public if side.person is not None]
    if not persons:
        return candidate.rule == SEQUEL or candidate.noun in load_meeting_words().state_nouns
    at_play = not load_meeting_terms().settings.isdisjoint(layers.tokens.lower[candidate.sentence.start : candidate.sentence.end])
    return all(map(_in_office, persons)) if at_play else any(map(_in_office, persons))


def with_home_states(layers: Layers, candidate: Candidate, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Sides with the state of those whose office is written without one: that of the dateline, else of the place where they meet.

    A text names the state of foreign officials and leaves out that of its own.
    """
    if all(side.actor is not None or side.person is None for side in sides):
        return sides
    foreign = {sovereign_of(side.actor) for side in sides if side.actor is not None}
    foreign |= {state for name in candidate.destinations if (state := _state_of_place(name))}
    home = next((state for state in _homes(layers, candidate) if state not in foreign), None)
    if not foreign:
        # "in Vientiane, he met with Deputy Minister X": X is of the place
        there = next(_places_named(layers, candidate), None)
        return tuple(
            side._replace(actor=ActorRef("state", there)) if there and i >= candidate.hosts and _needs_home(layers, side) else side
            for i, side in enumerate(sides)
        )
    if home is None:
        return sides
    return tuple(side._replace(actor=ActorRef("state", home)) if _needs_home(layers, side) else side for side in sides)


def _needs_home(layers: Layers, side: Side) -> bool:
    if side.person is None or side.actor is not None:
        return False
    return is_of_government(layers.people[side.person]) or _is_counterpart(layers, side.person)


def _is_counterpart(layers: Layers, person: int) -> bool:
    """Whether the text introduces a person as somebody's counterpart, by which the office is the other's."""
    lower, counterparts = layers.tokens.lower, load_party_words().counterpart_nouns | {"colleague"}
    return any(
        mention.person == person and not counterparts.isdisjoint(lower[max(0, mention.start - 2) : mention.name_start])
        for mention in layers.person_mentions
    )


def _homes(layers: Layers, candidate: Candidate) -> Iterator[str]:
    dateline = (layers.article.dateline_place or "").split(",")[0].strip()
    for name in (dateline, dateline.title()):
        if state := _state_of_place(name):
            yield state
    yield from _places_named(layers, candidate)


def _places_named(layers: Layers, candidate: Candidate) -> Iterator[str]:
    for entity in layers.entities.within(candidate.sentence.start, candidate.sentence.end):
        here = entity.kind in ("place", "metonym") and layers.tokens.lower[entity.start - 1] in ("in", "at", "from")
        if here and (state := _state_of_place(layers.tokens.surface(entity.start, entity.end))):
            yield state


def _state_of_place(name: str) -> str:
    world = load_actors()
    if name in world.state_names:
        return name
    state = world.by_name.get(name)
    return world.places.get(name, ("", ""))[1] or (state.name if state is not None and state.kind == "state" else "")


def is_of_government(person: PersonEntity) -> bool:
    """Whether a title is one that only governments and their envoys give."""
    governing = load_meeting_words().government_titles
    return bool(person.offices & _HIGHEST) or any(title.lower().split()[-1] in governing for title in person.titles)


def is_official_visit(layers: Layers, state: str | None, sides: tuple[Side, ...]) -> bool:
    """Whether guests in office go to a state that is not their own."""
    guests = [side for side in sides if side.role == "guest"]
    persons = [layers.people[side.person] for side in guests if side.person is not None]
    if state is None or not persons or any(_is_private(p) for p in persons) or not any(_in_office(p) for p in persons):
        return False
    actors = {side.actor for side in guests}
    return None not in actors and ActorRef("state", state) not in actors


def sovereign_of(actor: ActorRef) -> str:
    """The state that an actor is or belongs to, or the organization itself."""
    return load_actors().state_of(actor) or actor.name


def _is_public(actor: ActorRef | None) -> bool:
    if actor is None:
        return False
    return actor.kind == "state" or load_actors().organization_kinds.get(actor.name, "other") in _PUBLIC_KINDS


def _is_private(person: PersonEntity) -> bool:
    """A coach, an author, a chief executive: somebody who stands for no state."""
    private = load_meeting_words().private_callings
    return person.known_by != "name" and bool(person.titles) and all(title.lower().split()[-1] in private for title in person.titles)


def _in_office(person: PersonEntity) -> bool:
    return bool(person.titles) or person.known_by != "text"

"""Which candidates are meetings of states and international organizations, and not of athletes, scholars or companies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from etl.extract.layers import ACTOR_NAMES, Layers, PersonEntity
from etl.extract.meetings.attendance import RULE as ATTENDED
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, Side
from etl.extract.meetings.descriptions import Descriptions
from etl.extract.meetings.encounters import RULE as ENCOUNTERED
from etl.extract.meetings.followups import SEQUEL
from etl.extract.meetings.regions import RULE as REGIONAL
from etl.extract.meetings.sides import HIGHEST_OFFICES, counterpart_mention, offices_of
from etl.extract.meetings.speakers import RULE as APPEARED
from etl.extract.people.home import home_state
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.records import ActorRef

_SIDES: Final = 2
_BETWEEN_STATES: Final = frozenset({"bilateral", "trilateral", "tripartite", "quadrilateral", "ministerial", "summit"})
"""Words of meetings that sports and companies do not hold."""
_PUBLIC_KINDS: Final = frozenset({"international", "regional", "state_organ", "armed_group", "other"})
"""Kinds of organizations that meet as such; companies, media and parties do not."""
_PARTY_STATES: Final = frozenset({"CN", "CU", "KP", "LA", "VN"})
"""States whose constitution makes one party the leading force: its envoys deal with other states."""


def is_diplomatic(layers: Layers, described: Descriptions, candidate: Candidate, sides: tuple[Side, ...]) -> bool:
    """Whether two sovereign sides meet, one of them by somebody in office, or both as states in talks that only states hold."""
    public = [side for side in sides if _is_public(side.actor) and not (side.person is not None and is_private(layers.people[side.person]))]
    sovereign = {sovereign_of(side.actor) for side in public if side.actor is not None}
    stateless = [side.person for side in sides if side.person is not None and side.actor is None]
    guessed = candidate.rule == ENCOUNTERED and len(stateless) > 1  # "a ceremony attended by A, director; B, rector; and C, minister"
    at_home = (
        candidate.rule != ATTENDED
        and not guessed
        and (  # a ceremony's own ministers
            any(_may_be_home(layers, described, person) for person in stateless) or _has_counterpart(layers, stateless, public)
        )
    )
    home = home_state(layers) if at_home and len(sovereign) == 1 else None
    if home is not None and home.name in sovereign and not share_office(layers, sides) and not _names_foreigners(layers, candidate, home):
        return False  # two of the text's own officials
    if len(sovereign) + at_home < _SIDES:
        return False
    persons = [layers.people[side.person] for side in public if side.person is not None]
    if candidate.rule in (APPEARED, REGIONAL):
        return True
    if persons and _is_business(layers, described, candidate, persons):
        return False
    if not persons:
        words = candidate.noun.split()
        official = not _BETWEEN_STATES.isdisjoint(words) or not load_meeting_words().joint_organs.isdisjoint(words)
        held = candidate.rule in ("states-hold", "pair-met") and official
        referred = candidate.sides == (PEOPLE_IN_VIEW,)  # "the foreign ministers of the two countries"
        as_states = candidate.rule == SEQUEL or held or referred or not load_meeting_words().state_nouns.isdisjoint(words[-1:])
        return as_states and not _is_of_play(layers, candidate)
    if _is_at_play(layers, candidate):
        return all(map(_in_office, persons))
    talks = candidate.noun in load_meeting_words().state_nouns
    if talks and any(_may_be_home(layers, described, person) for person in stateless):
        return True  # "talks between Y, the interior minister, and Peru's X"
    return any(map(_in_office, persons)) or any(
        described.in_office(person.index) or is_counterpart(layers, person.index) for person in persons
    )


def _has_counterpart(layers: Layers, stateless: list[int], public: list[Side]) -> bool:
    """Whether the one of whom nothing is told has somebody in office as counterpart: "X met his Peruvian counterpart Y"."""
    known = any(not is_private(layers.people[person]) for person in stateless)
    others = [side.person for side in public if side.person is not None]
    return known and any(_in_office(layers.people[person]) and is_counterpart(layers, person) for person in others)


def _is_at_play(layers: Layers, candidate: Candidate) -> bool:
    """Whether the sentence is one of sport or play."""
    return not load_meeting_terms().settings.isdisjoint(layers.tokens.lower[candidate.sentence.start : candidate.sentence.end])


def _is_of_play(layers: Layers, candidate: Candidate) -> bool:
    """Whether the paragraph is one of sport or play, where only states or teams are named: "won the tournament. A and B met on Friday"."""
    inside = [s for s in layers.sentences if s.paragraph == candidate.sentence.paragraph]
    return not load_meeting_terms().settings.isdisjoint(layers.tokens.lower[inside[0].start : inside[-1].end])


def _names_foreigners(layers: Layers, candidate: Candidate, home: ActorRef) -> bool:
    """Whether the sentence names another state or organization, of which a guest may be."""
    inside = layers.entities.within(candidate.sentence.start, candidate.sentence.end)
    return any(e.kind in ACTOR_NAMES and not e.nested and sovereign_of(e.actor) != home.name for e in inside)


def share_office(layers: Layers, sides: Iterable[Side]) -> bool:
    """Whether two hold an office that a state has once, and so are of two states."""
    offices = [office for side in sides if side.person is not None for office in offices_of(layers, side.person) & HIGHEST_OFFICES]
    return len(offices) > len(set(offices))


def _is_business(layers: Layers, described: Descriptions, candidate: Candidate, persons: list[PersonEntity]) -> bool:
    """Whether company people meet: a sentence of business, titles that companies give too, and nothing that says of which state."""
    words = load_meeting_words()
    if words.business_words.isdisjoint(layers.tokens.lower[candidate.sentence.start : candidate.sentence.end]):
        return False
    return all(
        person.known_by == "text"
        and all(title.lower().split()[-1] in words.company_titles for title in person.titles)
        and described.actor(person.index) is None
        for person in persons
    )


def is_of_government(person: PersonEntity) -> bool:
    """Whether a title is one that only governments and their envoys give."""
    governing = load_meeting_words().government_titles
    return bool(person.offices & HIGHEST_OFFICES) or any(title.lower().split()[-1] in governing for title in person.titles)


def _may_be_home(layers: Layers, described: Descriptions, person: int) -> bool:
    entity = layers.people[person]
    return may_be_home(entity) or (not is_private(entity) and described.in_office(person))


def may_be_home(person: PersonEntity) -> bool:
    """Whether a title without a state may be one of the writer's own state, which its texts leave out."""
    return is_of_government(person) or (bool(person.titles) and person.known_by != "name" and not is_private(person))


def is_official_visit(layers: Layers, described: Descriptions, state: str | None, sides: tuple[Side, ...]) -> bool:
    """Whether guests in office go to a state that is not their own."""
    guests = [side for side in sides if side.role == "guest"]
    persons = [layers.people[side.person] for side in guests if side.person is not None]
    if state is None or not persons or any(map(is_private, persons)) or not any(_holds(layers, described, p) for p in persons):
        return False
    actors = {side.actor for side in guests}
    return None not in actors and ActorRef("state", state) not in actors


def _holds(layers: Layers, described: Descriptions, person: PersonEntity) -> bool:
    return _in_office(person) or described.in_office(person.index) or is_counterpart(layers, person.index)


def in_office(layers: Layers, described: Descriptions, person: int) -> bool:
    """Whether somebody holds a public office, by title or description."""
    return not is_private(layers.people[person]) and _holds(layers, described, layers.people[person])


def is_counterpart(layers: Layers, person: int) -> bool:
    """Whether the text introduces a person as somebody's counterpart, by which the office is the other's."""
    return counterpart_mention(layers, person) is not None


def sovereign_of(actor: ActorRef) -> str:
    """The state that an actor is or belongs to, or the organization itself."""
    return load_actors().state_of(actor) or actor.name


def _is_public(actor: ActorRef | None) -> bool:
    if actor is None:
        return False
    if actor.kind == "state":
        return True
    kind = load_actors().organization_kinds.get(actor.name, "other")
    return kind in _PUBLIC_KINDS or (kind == "party" and sovereign_of(actor) in _PARTY_STATES)


def is_private(person: PersonEntity) -> bool:
    """A coach, an author, a chief executive: somebody who stands for no state."""
    private = load_meeting_words().private_callings
    return person.known_by != "name" and bool(person.titles) and all(title.lower().split()[-1] in private for title in person.titles)


def _in_office(person: PersonEntity) -> bool:
    return bool(person.titles) or person.known_by != "text"

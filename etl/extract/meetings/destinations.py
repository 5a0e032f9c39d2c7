"""Where a journey leads: states and towns as destinations, "the country", "here", an airport, and the stations of one journey."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.filing import filed_from
from etl.extract.layers import Entity, Layers, Sentence
from etl.extract.meetings.candidate import Candidate
from etl.extract.people.home import home_state
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

_DESTINATION_KINDS: Final = frozenset({"state", "place", "metonym"})
_OWN_COUNTRY: Final = (["the", "country"], ["the", "kingdom"], ["our", "country"])
_TOWN_OF: Final = (["city", "of"], ["town", "of"])
_SETTING_OUT: Final = frozenset(
    "began begins begin begun started starts start embarked embarks left leaves departed departs kicked".split()
)
"""Words of a journey that has only begun: its later stations are still to come."""
_TELLER: Final = 8
"""Tokens of "'s foreign minister X says" after a state."""


def destination_at(layers: Layers, index: int) -> Entity | None:
    """The state or place at a token, past "the"; "here" is where the text was filed from.

    "The country" is the one of which a visit was just told, else the writer's own.
    """
    own = layers.tokens.lower[index : index + 2] in _OWN_COUNTRY
    if own and (home := _just_visited(layers, index) or home_state(layers) or _of_teller(layers, index)) is not None:
        return Entity(index, index + 2, "state", home.name, False)
    if layers.tokens.lower[index : index + 1] == ["here"] and (filed := filed_from(layers)) is not None:
        return Entity(index, index + 1, "place", filed.split(",")[0].title(), False)
    if layers.tokens.lower[index : index + 1] == ["here"] and (first := _first_visited(layers, index)) is not None:
        return Entity(index, index + 1, "state", first.name, False)
    index += layers.tokens.lower[index : index + 1] in (["the"], ["neighboring"], ["neighbouring"], ["nearby"])
    index += 2 * (layers.tokens.lower[index : index + 2] in _TOWN_OF)
    owner = layers.entity_at(index)
    if owner is not None and owner.kind == "demonym" and layers.tokens.lower[owner.end : owner.end + 1] == ["capital"]:
        capital = load_actors().capitals.get(owner.name)
        return Entity(index, owner.end + 1, "place", capital, False) if capital is not None else None
    found = next((e for e in layers.entities.within(index, index + 1) if e.kind in _DESTINATION_KINDS and not e.nested), None)
    found = found or _state_of_unlisted(layers, index)
    return _town_of_seat(layers, found) if found is not None and found.kind == "metonym" else found


def _state_of_unlisted(layers: Layers, index: int) -> Entity | None:
    """The state with a town that no list has: "to Chiclayo (Peru)", "to Chiclayo, Peru,", "to the Peruvian city of Chiclayo"."""
    lower, end = layers.tokens.lower, index
    owner = layers.entity_at(index)
    if owner is not None and owner.kind == "demonym" and lower[owner.end : owner.end + 2] in _TOWN_OF:
        named = owner.end + 2
        town = layers.tokens.is_capitalized(named) and layers.entity_at(named) is None
        return Entity(index, named + 1, "state", owner.name, False) if town else None
    while end - index < _MAX_TOWN and layers.tokens.is_capitalized(end) and not layers.entities.covering(end):
        end += 1
    state = layers.entity_at(end + 1) if end > index and lower[end : end + 1] in (["("], [","]) else None
    if state is None or state.kind != "state" or layers.person_mentions.within(index, end) or layers.dates.covering(index):
        return None
    if lower[index - 1] == "the" or lower[state.end : state.end + 1] in (["'s"], ["'"]) or lower[end - 1] in load_words().nominal_heads:
        return None  # "visited the Cusi Foundation, Peru's largest charity"
    return Entity(index, state.end + (lower[state.end : state.end + 1] == [")"]), "state", state.name, False)


_MAX_TOWN: Final = 3
"""Words that the name of a town may have."""


def _town_of_seat(layers: Layers, seat: Entity) -> Entity:
    """The capital, for a house of its government: "a visit to the White House"; a town that stands for its state is itself."""
    world = load_actors()
    capital = world.capitals.get(seat.name) if layers.tokens.surface(seat.start, seat.end) not in world.places else None
    return Entity(seat.start, seat.end, "place", capital, seat.nested) if capital is not None else seat


def town_of_airport(layers: Layers, index: int, sentence: Sentence) -> Entity | None:
    """The town of an airport: "arrived at X International Airport in Lima"."""
    tokens = layers.tokens
    end = index + (tokens.lower[index] == "the")
    while end < sentence.end - 1 and tokens.is_capitalized(end):
        end += 1
    at_airport = tokens.lower[end - 1] == "airport" and tokens.lower[end] in ("in", ",")
    return destination_at(layers, end + 1) if at_airport else None


def _of_teller(layers: Layers, index: int) -> ActorRef | None:
    """The state of "Kenya's foreign minister says that X will visit the country"."""
    lower, start = layers.tokens.lower, layers.sentence_at(index).start
    owners = (e for e in layers.entities.within(start, index) if e.kind == "state" and lower[e.end] == "'s")
    first = next(owners, None)
    told = first is not None and not load_words().quote_verbs.isdisjoint(lower[first.end : first.end + _TELLER])
    return first.actor if first is not None and told else None


def _first_visited(layers: Layers, index: int) -> ActorRef | None:
    """The state of "arrived here on Monday on a visit, his first to Peru"."""
    lower, sentence = layers.tokens.lower, layers.sentence_at(index)
    for entity in layers.entities.within(index, sentence.end):
        if entity.kind == "state" and lower[entity.start - 1] == "to" and "first" in lower[max(index, entity.start - 5) : entity.start]:
            return entity.actor
    return None


def _just_visited(layers: Layers, index: int) -> ActorRef | None:
    """The state to which "visit to" leads in the same sentence before a token, or in the one before it."""
    lower, visits = layers.tokens.lower, load_meeting_words().visit_nouns
    number = layers.sentence_of[index]
    for entity in reversed(layers.entities.within(layers.sentences[max(0, number - 1)].start, index)):
        if entity.kind == "state" and lower[entity.start - 1] == "to" and lower[entity.start - 2] in visits:
            return entity.actor
    return None


def stops_from(layers: Layers, first: Entity) -> list[Entity]:
    """The stations of one journey: "to Ghana, Togo and Benin", "Ghana on May 3, Togo on May 5 and Benin on May 6"."""
    lower, stops = layers.tokens.lower, [first]
    while True:
        end = _after_days(layers, stops[-1].end)
        if lower[end : end + 1] not in ([","], ["and"]):
            break
        following = end + 1 + (lower[end + 1 : end + 2] in (["and"], ["then"]))
        entity = destination_at(layers, following + (lower[following : following + 1] in (["to"], ["in"])))
        if entity is None or entity.kind != first.kind or (end > stops[-1].end and _after_days(layers, entity.end) == entity.end):
            break
        stops.append(entity)
    return stops if lower[stops[-1].end - 1] != "," else stops[:1]


def _after_days(layers: Layers, index: int) -> int:
    """Where a phrase goes on after the days of one station: "on May 3", "from 3 to 5 May"; the same token where none are told."""
    date = layers.dates.starting(index + (layers.tokens.lower[index : index + 1] in (["on"], ["from"], ["between"])))
    return date.span.end if date is not None else index


def each_stop(layers: Layers, candidate: Candidate) -> list[Candidate]:
    """One visit a station: each with the days told beside it, or all with those of the journey."""
    if len(candidate.stops) <= 1:
        return [candidate]
    bounds = (*candidate.stops[1:], candidate.sentence.end)
    spans = list(zip(candidate.stops, bounds, strict=True))
    apart = sum(bool(layers.dates.within(start, end)) for start, end in spans) > 1
    words = layers.tokens.lower[candidate.sentence.start : max(candidate.trigger, candidate.stops[0])]
    begun = candidate.status == "held" and not apart and not _SETTING_OUT.isdisjoint(words)
    return [
        replace(
            candidate,
            destinations=(name,),
            stops=(at,),
            trigger=at if apart else candidate.trigger,
            leg=0 if apart else candidate.leg + leg,
            status="planned" if begun and leg else candidate.status,
        )
        for leg, (name, at) in enumerate(zip(candidate.destinations, candidate.stops, strict=True))
    ]

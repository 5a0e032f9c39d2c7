"""Who spoke for each side: "the Danish delegation was led by X", "talks co-chaired by X and Y", "A was represented by X, B by Y"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.claims.sources import source_left
from etl.extract.grammar import BE
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.company import SIDE_NOUNS, is_guess, listed, names_meeting, state_near
from etl.extract.meetings.objects import owned_by
from etl.extract.meetings.sides import members
from etl.lexicon.meetings import load_meeting_words
from etl.records import ActorRef

LEADING: Final = frozenset("led headed heads leads leading heading chaired chairmanship presidency represented".split())
LED: Final = "led-side"
LED_BY: Final = "led-by"
"""Of those who lead the sides of a meeting together."""
_SIDES: Final = SIDE_NOUNS | {"one"}
_ONLY_BOTH: Final = frozenset({"chaired", "chairmanship", "presidency", "represented"})
"""Words of leading that tell of one side only where they stand with both."""
_ACTING: Final = frozenset({"state", "organization", "demonym"})
_PAIR: Final = 2
_REACH: Final = 8
"""Tokens from "represented by" to the name, and from there to the next state."""


def read_leader(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """Who spoke for a side: "the Danish delegation was led by X", "X headed the Kenyan side"; "talks co-chaired by X and Y"."""
    lower = layers.tokens.lower
    if lower[index] not in LEADING:
        return None
    if (both := _led_by_both(layers, sentence, index)) is not None:
        return both
    if lower[index] in _ONLY_BOTH:
        chairs = _represented(layers, sentence, index) or _chair(layers, sentence, index)
        return make_candidate(layers, index, chairs, LED, 0.8) if chairs else None
    if lower[index + 1 : index + 2] == ["by"]:
        if lower[index - 1] not in BE or lower[index - 2] not in SIDE_NOUNS:
            return None
        leaders = [owned_by(layers, leader, sentence) or leader for leader in listed(layers, index + 2, sentence)[:1]]
    else:
        if (together := _lead_together(layers, sentence, index)) is not None:
            return together
        if not _leads_side(layers, sentence, index):
            return None
        subject, _ = source_left(layers, index, sentence)
        leaders = [subject] if subject is not None else []
    led = _state_of_side(layers, sentence, index)
    named = [side for nominal in leaders for side in members(layers, nominal) if side.person is not None]
    sides = [side._replace(actor=led or side.actor) if is_guess(layers, side) else side for side in named]
    other = _other_leader(layers, sentence, leaders) or _leader_opposite(layers, sentence, index)
    if sides and other and sides[0].actor != other[0].actor and _names_gathering(layers, sentence):
        return make_candidate(layers, index, [*sides, *other], LED_BY, 0.8, end=sentence.end)
    return make_candidate(layers, index, [*sides, *other], LED, 0.8) if sides else None


def _leader_opposite(layers: Layers, sentence: Sentence, index: int) -> list[Side]:
    """ "X led the Peruvian delegation while Y (led) the Estonian": Y."""
    lower = layers.tokens.lower
    while_at = next((i for i in range(index, sentence.end - 1) if lower[i] in ("while", "whereas", "whilst")), None)
    if while_at is None:
        return []
    person = next((n for n in layers.nominals.within(while_at + 1, sentence.end) if n.people and n.kind in ("person", "office")), None)
    if person is None:
        return []
    person = layers.nominals.starting(person.start) or person
    after = person.end
    leads = lower[after : after + 1] != [] and lower[after] in LEADING
    state = layers.entity_at(after + leads + (lower[after + leads : after + leads + 1] == ["the"]))
    sent = not SIDE_NOUNS.isdisjoint(lower[after : after + _REACH])
    if not (sent or (leads and state is not None and state.kind in _ACTING)) or len(person.people) != 1:
        return []
    sides = [side for side in members(layers, person) if side.person is not None]
    actor = state.actor if state is not None and state.kind in _ACTING else None
    return [side._replace(actor=actor or side.actor) if is_guess(layers, side) else side for side in sides]


def _other_leader(layers: Layers, sentence: Sentence, leaders: list[Nominal]) -> list[Side]:
    """ "The Indian side was headed by X and the Peruvian side by Y": Y."""
    lower = layers.tokens.lower
    if not leaders or lower[leaders[0].start - 1] != "by":
        return []
    for index in range(leaders[0].end, sentence.end - 1):
        if lower[index] in _SIDES and lower[index + 1] == "by":
            person = next((n for n in layers.nominals.within(index + 2, min(sentence.end, index + _REACH)) if n.people), None)
            state = layers.entities.ending(index)
            if person is None or state is None:
                return []
            found = [side for side in members(layers, person)[:1] if side.person is not None]
            return [side._replace(actor=state.actor) if is_guess(layers, side) else side for side in found]
    return []


def _leads_side(layers: Layers, sentence: Sentence, index: int) -> bool:
    """ "Headed the Kenyan side"; of a second one, "headed the Kenyan one"."""
    following = layers.tokens.lower[index + 1 : min(sentence.end, index + 7)]
    return not SIDE_NOUNS.isdisjoint(following) or ("one" in following and state_near(layers, sentence, index, {"one"}) is not None)


def _lead_together(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "X, minister of A, and Y, minister of B, led the consultations": both chair them."""
    if not names_meeting(layers, index + 1, min(sentence.end, index + _LED_REACH), definite=True):
        return None
    named = [n for n in listed(layers, statement_start(layers, sentence), sentence) if n.end <= index]
    sides = [side._replace(role="chair") for n in named for side in members(layers, n) if side.person is not None]
    sides = [side for side in sides if not _is_office_of_body(layers, side)]
    if len({side.actor for side in sides} - {None}) != len(sides) or len(sides) < _PAIR:
        return None
    return make_candidate(layers, index, sides, LED_BY, 0.8, end=sentence.end)


_LED_REACH: Final = 6


def _led_by_both(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "Consultations (were) led by X and Y", "met under the co-chairmanship of X and Y": those who lead a meeting together."""
    lower = layers.tokens.lower
    if lower[index + 1 : index + 2] not in (["by"], ["of"]) or (lower[index + 1] == "of" and lower[index] not in _ONLY_BOTH):
        return None
    if lower[index + 1] == "of" and "under" not in lower[index - 3 : index]:
        return None  # "the presidency of the Council was discussed at X's meeting with Y"
    leaders = [side for nominal in listed(layers, index + 2, sentence) for side in members(layers, nominal) if side.person is not None]
    if any(layers.people[side.person].name for side in leaders if side.person is not None):
        leaders = [side for side in leaders if not _is_office_of_body(layers, side)]
    leaders = _in_order_of_states(layers, sentence, index, leaders)
    if len({side.actor for side in leaders}) < _PAIR or not _names_gathering(layers, sentence):
        return None
    return make_candidate(layers, index, [side._replace(role="chair") for side in leaders], LED_BY, 0.85, end=sentence.end)


def _is_office_of_body(layers: Layers, side: Side) -> bool:
    """Whether nobody is named but an organization's office, which one of those named holds: "chaired by X, Chairperson of the Y"."""
    unnamed = side.person is not None and not layers.people[side.person].name
    return unnamed and side.actor is not None and side.actor.kind == "organization"


def _in_order_of_states(layers: Layers, sentence: Sentence, index: int, leaders: list[Side]) -> list[Side]:
    """ "A and B held talks, led by X and Y": X of A and Y of B, where nothing says of which state they are."""
    opening = next((n for n in layers.nominals.within(sentence.start, index) if n.kind == "actor" and len(n.actors) == len(leaders)), None)
    if opening is None or any(side.actor is not None for side in leaders):
        return leaders
    return [side._replace(actor=actor) for side, actor in zip(leaders, opening.actors, strict=True)]


def _represented(layers: Layers, sentence: Sentence, index: int) -> list[Side]:
    """ "A was represented by X and B by Y": X of A, and Y of B."""
    lower, sides, verb = layers.tokens.lower, list[Side](), index
    if lower[index] != "represented" or lower[index - 1] not in BE:
        return []
    state = layers.entities.ending(index - 1)
    while state is not None and state.kind in _ACTING and lower[verb + 1 : verb + 2] == ["by"]:
        person = next((n for n in layers.nominals.within(verb + 2, min(sentence.end, verb + _REACH)) if n.people), None)
        if person is None:
            break
        sides += [Side(p, layers.people[p].actor or state.actor) for p in person.people[:1]]
        state = next((e for e in layers.entities.within(person.end, min(sentence.end, person.end + _REACH)) if lower[e.end] == "by"), None)
        verb = state.end - 1 if state is not None else verb
    return sides


def _chair(layers: Layers, sentence: Sentence, index: int) -> list[Side]:
    """ "The meeting was chaired by X", "took place under the chairmanship of X": who led a meeting that the sentence calls by a noun."""
    lower = layers.tokens.lower
    passive = lower[index] == "chaired" and lower[index + 1 : index + 2] == ["by"] and lower[index - 1] in BE
    under = lower[index] == "chairmanship" and lower[index + 1 : index + 2] == ["of"] and lower[index - 2 : index] == ["under", "the"]
    if not (passive or under) or not _names_gathering(layers, sentence):
        return []
    named = listed(layers, index + 2, sentence)[:1]
    sides = [side for nominal in named for side in members(layers, nominal) if side.person is not None]
    return [side._replace(role="chair") for side in sides if len(sides) == 1 or not _is_office_of_body(layers, side)]


def _names_gathering(layers: Layers, sentence: Sentence) -> bool:
    """Whether a sentence names a meeting, or a standing body of two sides that meets."""
    organs = load_meeting_words().joint_organs
    words = layers.tokens.lower[sentence.start : sentence.end]
    return names_meeting(layers, sentence.start, sentence.end) or not organs.isdisjoint(words)


def _state_of_side(layers: Layers, sentence: Sentence, index: int) -> ActorRef | None:
    """Whose side is led: the state beside "delegation" in the clause."""
    after = state_near(layers, sentence, index, _SIDES)
    return after or state_near(layers, sentence, max(sentence.start, index - 6), SIDE_NOUNS, reach=6)

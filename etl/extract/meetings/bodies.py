"""States that meet and nobody is named: "delegations from A and B", "the foreign ministries of A and B", "A and B", "the A-B talks"."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.sources import source_left
from etl.extract.layers import Entity, Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Side
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.titles import load_titles
from etl.lexicon.words import load_words

_ACTING: Final = frozenset({"state", "demonym", "organization", "metonym"})
_OWNS: Final = frozenset({"'s", "'"})
_JOINS: Final = frozenset({"and", ",", "-", "–", "the", "as", "well"}) | _OWNS
_MAX_PAIR_GAP: Final = 5
"""Tokens between "the A-B" and the noun: "the India-Denmark expert consultations"."""
_MAX_HEAD_GAP: Final = 4
OFFICERS: Final = "officers"
"""What meets where those do who hold one office in several states."""


def acting_bodies(layers: Layers, verb: int, sentence: Sentence) -> tuple[list[Side], str]:
    """The states that are the subject of the verb at a token, and the bodies by which they act ("" for the states themselves)."""
    lower, words = layers.tokens.lower, load_meeting_words()
    subject, _ = source_left(layers, verb, sentence)
    end = subject.end if subject is not None else verb
    if halves := _halves(layers, end, sentence):
        return halves, lower[end - 1] if lower[end - 1] in words.delegate_nouns else OFFICERS
    states = _listed_before(layers, end, sentence)
    if len(states) >= 2:
        head = states[0].start - 1
        head -= lower[head] == "the"
        noun = lower[head - 1] if lower[head] in ("of", "from") and head > sentence.start else ""
        if noun in words.delegate_nouns:
            return _sides(states), noun
        return (
            (_sides(states), "") if states[0].kind != "demonym" and lower[head] not in ("of", "from", "in", "between", "with") else ([], "")
        )
    if lower[end - 1] in words.delegate_nouns:
        start = end - 1
        while start > sentence.start and end - start <= _MAX_HEAD_GAP and not _ends_entity(layers, start):
            start -= 1
        states = _listed_before(layers, start, sentence)
        return (_sides(states), lower[end - 1]) if len(states) >= 2 else ([], "")
    officers = subject if subject is not None and subject.kind == "role" and subject.plural and subject.head in load_titles() else None
    if officers is not None and len(officers.actors) >= 2:
        return [Side(None, actor) for actor in officers.actors], OFFICERS  # "the A and B chiefs of staff"
    owner = layers.entity_at(officers.start) if officers is not None else None
    if owner is not None and lower[owner.end] in _OWNS and len(states := _listed_before(layers, owner.end, sentence)) > 1:
        return _sides(states), OFFICERS  # "A's and B's deputy foreign ministers"
    return [], ""


def _halves(layers: Layers, end: int, sentence: Sentence) -> list[Side]:
    """ "North and South X", "officials of South and North X", "North and South Xian officials": two states that share a name."""
    lower, known = layers.tokens.lower, load_actors()
    for index in range(max(sentence.start, end - _HALVES_REACH), end - 2):
        if (lower[index], lower[index + 2]) not in _COMPASS or lower[index + 1] != "and" or index + 3 >= end:
            continue
        entity = next((e for e in layers.entities.within(index + 2, index + 4) if e.kind in ("state", "demonym")), None)
        name = f"{layers.tokens.words[index]} {layers.tokens.words[index + 3]}"
        other = known.by_name.get(name) or known.by_demonym.get(name) if entity is not None else None
        if entity is not None and other is not None and other != entity.actor:
            return [Side(None, other), Side(None, entity.actor)]
    return []


_HALVES_REACH: Final = 7
_COMPASS: Final = frozenset({("north", "south"), ("south", "north"), ("east", "west"), ("west", "east")})


def _ends_entity(layers: Layers, index: int) -> bool:
    entity = layers.entities.ending(index)
    return entity is not None and entity.kind in _ACTING


def _listed_before(layers: Layers, end: int, sentence: Sentence) -> list[Entity]:
    """States and organizations joined by commas and "and" that end before a token, in text order."""
    lower = layers.tokens.lower
    found: list[Entity] = []
    while end > sentence.start:
        entity = layers.entities.ending(end)
        if entity is None or entity.kind not in _ACTING or entity.nested or entity.start < sentence.start:
            break
        found.insert(0, entity)
        end = entity.start
        while end > sentence.start and lower[end - 1] in _JOINS:
            end -= 1
    return found


def paired(layers: Layers, noun: int, sentence: Sentence) -> list[Side]:
    """ "The A-B talks", "Russian-Finnish consultations": the two before a noun."""
    lower = layers.tokens.lower
    for end in range(noun, max(sentence.start, noun - _MAX_PAIR_GAP), -1):
        second = layers.entities.ending(end)
        if second is None:
            continue
        if second.kind not in _ACTING or second.nested or second.start < sentence.start + 2 or lower[second.start - 1] not in ("-", "–"):
            return []
        chain = [second]
        while lower[chain[0].start - 1] in _DASHES and (first := layers.entities.ending(chain[0].start - 1)) is not None:
            if first.kind not in _ACTING or first.start < sentence.start:
                break
            chain.insert(0, first)  # "the A-B-C talks"
        return _sides(chain) if len(chain) > 1 else []
    return []


def paired_people(layers: Layers, noun: int, sentence: Sentence) -> list[Side]:
    """ "The Quispe-Ojaste summit": two persons of different sides whom the text names otherwise too, by their last names."""
    lower, fillers, end = layers.tokens.lower, load_meeting_words().meeting_fillers, noun
    while end > sentence.start + 2 and noun - end < _MAX_PAIR_GAP and lower[end - 1] in fillers and lower[end - 2] not in _DASHES:
        end -= 1
    if end < sentence.start + 3 or lower[end - 2] not in _DASHES or not layers.tokens.is_capitalized(end - 1):
        return []
    last = [[i for i, p in enumerate(layers.people) if p.name and p.name.lower().split()[-1] == lower[k]] for k in (end - 3, end - 1)]
    sides = [Side(found[0], layers.people[found[0]].actor) for found in last if len(found) == 1]
    actors = {side.actor for side in sides if side.actor is not None}
    return sides if len(actors) == len(last) else []


_DASHES: Final = frozenset({"-", "–"})


def bodies_between(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """ "(Between) the foreign ministries of A and B", "the Ministry of Trade of A and that of B", "the A and B governments": the two.

    `index`: the token after "between". What else is joined there ("the ministry and the unions of A and B") is not read.
    """
    lower, bodies, found = layers.tokens.lower, load_meeting_words().ministry_nouns, list[Entity]()
    sends = False
    for step in range(index, min(sentence.end, index + _BODIES_REACH)):
        word = lower[step]
        entity = _state_at(layers, step)
        if entity is not None and all(e.actor != entity.actor for e in found):
            found.append(entity)
        sends = sends or word in bodies
        if len(found) == _PAIR and sends:
            joined = any(lower[i] in ("and", "&") for i in range(found[0].end, found[1].start))
            end = max(found[1].end, step + 1)
            return Nominal(index, end, "actor", actors=tuple(e.actor for e in found), plural=True, head="and") if joined else None
        named = word in _OF_BODIES or word in bodies or word in load_words().portfolios or layers.tokens.is_capitalized(step)
        if not named or (word == "and" and lower[step + 1] == "the" and bodies.isdisjoint(lower[step + 2 : step + 4])):
            return None
    return None


def _state_at(layers: Layers, index: int) -> Entity | None:
    """The state named at a token, though it ends a ministry's name: "the Ministry of Health of Peru"."""
    entity = layers.entity_at(index)
    return entity if entity is not None and entity.kind in ("state", "demonym") else None


_PAIR: Final = 2
_BODIES_REACH: Final = 24
_OF_BODIES: Final = frozenset("of for the and & 's ' that foreign two government governmental official parliamentary ministerial".split())
"""What may stand within the names of two ministries or delegations: "the Ministry for Trade", "the government delegations"."""


def _sides(states: list[Entity]) -> list[Side]:
    return [Side(None, actor) for actor in dict.fromkeys(state.actor for state in states)]


def bare_states(nominal: Nominal) -> bool:
    """Whether a nominal names states or organizations and nobody else."""
    return nominal.kind == "actor" and bool(nominal.actors) and not nominal.people

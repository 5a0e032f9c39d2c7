"""Where those who meet are: the capital of a state, the town they have come to, the one that hosts them."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import BE, FINITE, POSSESSIVES
from etl.extract.layers import PLACE_KINDS, Layers, Sentence
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.happenings import predicate_of
from etl.extract.meetings.named_places import beyond_clause
from etl.extract.meetings.towns import Town, town_of
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

_WHERE_REACH: Final = 10
_TO_VERB: Final = 3
"""Tokens of "the meeting was co-" before the verb by which it is told of."""
_HOSTING_REACH: Final = 7
"""Tokens at a sentence's beginning among which the city that hosts stands."""
_CAPITALS: Final = frozenset({"capital", "city", "town", "of"})
_PURPOSE_REACH: Final = 10
_DESTINATIONS: Final = PLACE_KINDS | {"state"}
_FRONT: Final = 12
"""Tokens of a phrase before the clause that says where its subject is."""


def capital(layers: Layers, candidate: Candidate) -> Town | None:
    """ "In the Estonian capital", "in the capital of Estonia"."""
    lower, world, sentence = layers.tokens.lower, load_actors(), candidate.sentence
    for index in range(candidate.trigger, sentence.end - 1):
        if lower[index] != "capital" or beyond_clause(layers, candidate.trigger, index):
            continue
        owned = layers.entities.ending(index - 1) if lower[index - 1] in ("'s", "'") else None  # "in Estonia's capital"
        owner = owned or layers.entities.ending(index) or (layers.entity_at(index + 2) if lower[index + 1] == "of" else None)
        if owner is not None and owner.actor.name in world.capitals:
            return world.capitals[owner.actor.name], owner.actor.name
    return None


def visited(layers: Layers, candidate: Candidate) -> Town | None:
    """Where somebody is who does it there: "Visiting Lima on Monday, X met Y", "In Peru, X will meet Y"."""
    lower, start, trigger = layers.tokens.lower, candidate.sentence.start, candidate.trigger
    comma = next((i for i in range(start, min(trigger, start + _FRONT)) if lower[i] == ","), 0)
    if not comma or lower[start] not in ("visiting", "in"):
        return None
    there = next((e for e in layers.entities.within(start + 1, start + 2) if e.kind in _DESTINATIONS and not e.nested), None)
    after = lower[there.end : comma] if there is not None else []
    if there is None or (after and layers.dates.starting(there.end + (after[0] == "on")) is None):
        return None
    if there.kind == "state":
        return load_actors().state_names[there.name], there.name
    return town_of(layers, there)


def where(layers: Layers, candidate: Candidate) -> Town | None:
    """The place to which a relative clause belongs: "flew to Lima, where she met X", "left for Lima on a visit during which …"."""
    lower, start = layers.tokens.lower, candidate.sentence.start
    clauses = (i for i in range(candidate.trigger, start, -1) if lower[i] == "where" or lower[i : i + 2] == ["during", "which"])
    where = next(clauses, None)
    if where is None:
        return None
    before = reversed(layers.entities.within(max(start, where - _WHERE_REACH), where))
    return next((town for entity in before if (town := town_of(layers, entity)) is not None), None)


def gone_to(layers: Layers, candidate: Candidate) -> Town | None:
    """Where somebody goes to meet: "flew to Lima for talks with X"; or two together: "the two presidents flew to Lima"."""
    lower, verbs = layers.tokens.lower, load_meeting_terms().verbs
    start, journey = candidate.sentence.start, candidate.trigger
    if lower[journey] in load_meeting_words().joint_journeys and lower[journey + 1] in ("to", "into"):
        behind = layers.entities.within(journey + 2, candidate.sentence.end)
        return town_of(layers, next((e for e in behind if e.start == journey + 2 and e.kind in PLACE_KINDS), None))
    if "for" not in lower[max(start, candidate.trigger - _PURPOSE_REACH) : candidate.trigger]:
        return None
    for entity in reversed(layers.entities.within(start, candidate.trigger)):
        to = entity.start - 1
        origin = layers.entities.ending(to)  # "flew from Lima to Suva"
        verb = origin.start - 2 if origin is not None and lower[origin.start - 1] == "from" else to - 1
        verb -= lower[verb] in _ON_THE_WAY  # "will leave later to Lima", "went on to Lima"
        gone = lower[to] in ("to", "into", "for") and any(v.sense == "travel" for v in verbs.get(lower[verb], ()))
        if gone and (town := town_of(layers, entity)) is not None:
            return town
        if entity.kind == "state" and not entity.nested and gone:
            return load_actors().state_names[entity.name], entity.name
    return None


_ON_THE_WAY: Final = frozenset({"later", "then", "on", "back", "straight", "again"})


def on_journey(layers: Layers, candidate: Candidate) -> Town | None:
    """Where somebody is on a journey during which they met: "as part of her visit to Lima, X met Y", "X, on a visit to Lima, met Y"."""
    lower = layers.tokens.lower
    for entity in reversed(layers.entities.within(candidate.sentence.start, candidate.sentence.end)):
        if entity.kind not in PLACE_KINDS or lower[entity.start - 1] not in ("to", "in") or lower[entity.start - 2] not in _JOURNEYS:
            continue
        opener = entity.start - 3
        while opener > candidate.sentence.start and lower[opener] in load_meeting_words().visit_fillers | POSSESSIVES | {"a", "the", "-"}:
            opener -= 1
        front = entity.start < candidate.trigger or not beyond_clause(layers, candidate.trigger, entity.start)
        framed = lower[opener] in _IN_COURSE or lower[opener - 1 : opener + 1] in _AS_PART
        if framed and front and (town := town_of(layers, entity)) is not None:
            return town
    return None


_JOURNEYS: Final = frozenset({"visit", "trip", "stay", "tour", "stopover"})
_IN_COURSE: Final = frozenset({"during", "on", "amid", "amidst"})
_AS_PART: Final = (["part", "of"], ["framework", "of"], ["course", "of"], ["within", "of"], ["occasion", "of"], ["margins", "of"])


def came_and(layers: Layers, candidate: Candidate) -> Town | None:
    """Where somebody came who did it there: "visited Lima on Monday and met X", "travelled to Lima and was received by X"."""
    lower, verbs = layers.tokens.lower, load_meeting_terms().verbs
    joined = candidate.trigger - 1
    while joined > candidate.sentence.start and (lower[joined] in BE or lower[joined].endswith("ly") or lower[joined] in _THERE):
        joined -= 1
    if lower[joined] != "and":
        return None
    named = [e for e in layers.entities.within(candidate.sentence.start, joined) if e.kind in PLACE_KINDS]
    town = named[-1] if named else None
    place = town_of(layers, town)
    if town is None or not FINITE.isdisjoint(lower[town.end : joined]) or "," in lower[town.end : joined]:
        return None
    verb = town.start - 1 - (lower[town.start - 1] in ("to", "in"))
    came = any(v.sense in ("travel", "visit") and v.form == "past" for v in verbs.get(lower[verb], ())) or lower[verb] in _CAME
    return place if came else None


_THERE: Final = frozenset({"there", "then", "also"})
_CAME: Final = frozenset({"visited", "arrived", "toured"})


def left_after(layers: Layers, candidate: Candidate) -> Town | None:
    """Where somebody leaves who was at a meeting there: "left Lima yesterday after attending the meeting of the X"."""
    lower, start = layers.tokens.lower, candidate.sentence.start
    for entity in layers.entities.within(start, candidate.trigger):
        left = lower[entity.start - 1] in _LEFT or (lower[entity.start - 1] == "from" and lower[entity.start - 2] in _BACK)
        town = town_of(layers, entity) if left else None
        if town is not None and "after" in lower[entity.end : candidate.trigger]:
            return town
    return None


_LEFT: Final = frozenset({"left", "leaves", "leaving", "departed"})
_BACK: Final = frozenset({"returned", "returns", "back", "home", "departed"})


def there(layers: Layers, candidate: Candidate) -> Town | None:
    """ "Talks there with X": the last place that the text has named before."""
    lower, trigger = layers.tokens.lower, candidate.trigger
    at = next(
        (i for i in range(max(candidate.sentence.start, trigger - 2), min(candidate.sentence.end, trigger + 4)) if lower[i] == "there"),
        None,
    )
    if at is None or lower[at + 1 : at + 2] in (["is"], ["are"], ["was"], ["were"], ["had"]):
        return None
    number = layers.sentence_of[trigger]
    before = layers.entities.within(layers.sentences[max(0, number - 1)].start, at)
    named = [town for e in before if (town := town_of(layers, e)) is not None]
    return named[-1] if named and named[-1][1] else None  # no sea


def place_before(layers: Layers, candidate: Candidate) -> Town | None:
    """Where the sentence before says that "the talks" were: "…, hours after talks in Riga broke up. The talks brought together …".

    Or that they took place: "The fifth session of the Commission was held in Riga. The session was chaired by …".
    """
    tokens, number = layers.tokens, layers.sentence_of[candidate.trigger]
    at = next((i for i in range(candidate.trigger, candidate.sentence.start, -1) if tokens.lower[i - 1] == "the"), None)
    if number == 0 or at is None or candidate.trigger - at > _TO_VERB or tokens.lower[at] not in load_meeting_terms().nouns:
        return None
    before, noun = layers.sentences[number - 1], tokens.lower[at]
    for index in range(before.start, before.end - 2):
        if tokens.lower[index] != noun:
            continue
        held = predicate_of(tokens.lower, index + 1, before)
        for entity in layers.entities.within(index + 2, before.end if held is not None else index + 3):
            town = town_of(layers, entity)
            if town is not None and tokens.lower[entity.start - 1] in ("in", "at") and not beyond_clause(layers, index, entity.start):
                return town
    return None


def hosting_city(layers: Layers, sentence: Sentence) -> Town | None:
    """A sentence may open with the host city: "Ashgabat hosts talks between …", "The Turkmen capital (of) Ashgabat hosted …"."""
    tokens, start = layers.tokens, statement_start(layers, sentence)
    opening = (e for e in layers.entities.within(start, min(sentence.end, start + _HOSTING_REACH)) if e.kind in _DESTINATIONS)
    first = next((e for e in opening if _hosts(tokens.lower[e.end : e.end + 3])), None)
    if first is None or (first.start > start and tokens.lower[first.start - 1] not in _CAPITALS):
        return None
    if first.kind == "state":
        return load_actors().state_names[first.name], first.name
    return town_of(layers, first)


def _hosts(words: list[str]) -> bool:
    """ "Hosts", "hosted", "is hosting", "will host"."""
    return words[:1] in (["hosts"], ["hosted"]) or words[:2] in (["is", "hosting"], ["will", "host"], ["was", "hosting"], ["to", "host"])

"""Where those who meet are: the capital of a state, the town they have come to, the one that hosts them."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import BE, FINITE, POSSESSIVES
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.happenings import predicate_of
from etl.extract.meetings.named_places import PLACE_KINDS, beyond_clause
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


def capital(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
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


def visited(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
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
    place = load_actors().places.get(layers.tokens.surface(there.start, there.end))
    return (place[0], place[1] or None) if place is not None else None


def where(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """The place to which a relative clause belongs: "flew to Lima, where she met X", "left for Lima on a visit during which …"."""
    tokens, places, trigger = layers.tokens, load_actors().places, candidate.trigger
    clauses = (
        i
        for i in range(trigger, candidate.sentence.start, -1)
        if tokens.lower[i] == "where" or tokens.lower[i : i + 2] == ["during", "which"]
    )
    where = next(clauses, None)
    if where is None:
        return None
    named = [e for e in layers.entities.within(max(candidate.sentence.start, where - _WHERE_REACH), where) if e.kind in PLACE_KINDS]
    known = [places[surface] for e in named if (surface := tokens.surface(e.start, e.end)) in places]
    return (known[-1][0], known[-1][1] or None) if known else None


def gone_to(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """Where somebody goes to meet: "flew to Lima for talks with X"; or two together: "the two presidents flew to Lima"."""
    lower, verbs, places = layers.tokens.lower, load_meeting_terms().verbs, load_actors().places
    start, journey = candidate.sentence.start, candidate.trigger
    if lower[journey] in load_meeting_words().joint_journeys and lower[journey + 1] in ("to", "into"):
        behind = layers.entities.within(journey + 2, candidate.sentence.end)
        town = next((e for e in behind if e.start == journey + 2 and e.kind in PLACE_KINDS), None)
        place = places.get(layers.tokens.surface(town.start, town.end)) if town is not None else None
        return (place[0], place[1] or None) if place is not None else None
    if "for" not in lower[max(start, candidate.trigger - _PURPOSE_REACH) : candidate.trigger]:
        return None
    for entity in reversed(layers.entities.within(start, candidate.trigger)):
        to = entity.start - 1
        origin = layers.entities.ending(to)  # "flew from Lima to Suva"
        verb = origin.start - 2 if origin is not None and lower[origin.start - 1] == "from" else to - 1
        verb -= lower[verb] in _ON_THE_WAY  # "will leave later to Lima", "went on to Lima"
        gone = lower[to] in ("to", "into", "for") and any(v.sense == "travel" for v in verbs.get(lower[verb], ()))
        if entity.kind in PLACE_KINDS and gone and (place := places.get(layers.tokens.surface(entity.start, entity.end))) is not None:
            return place[0], place[1] or None
        if entity.kind == "state" and not entity.nested and gone:
            return load_actors().state_names[entity.name], entity.name
    return None


_ON_THE_WAY: Final = frozenset({"later", "then", "on", "back", "straight", "again"})


def on_journey(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """Where somebody is on a journey during which they met: "as part of her visit to Lima, X met Y", "X, on a visit to Lima, met Y"."""
    lower, places = layers.tokens.lower, load_actors().places
    for entity in reversed(layers.entities.within(candidate.sentence.start, candidate.sentence.end)):
        if entity.kind not in PLACE_KINDS or lower[entity.start - 1] not in ("to", "in") or lower[entity.start - 2] not in _JOURNEYS:
            continue
        opener = entity.start - 3
        while opener > candidate.sentence.start and lower[opener] in load_meeting_words().visit_fillers | POSSESSIVES | {"a", "the", "-"}:
            opener -= 1
        front = entity.start < candidate.trigger or not beyond_clause(layers, candidate.trigger, entity.start)
        framed = lower[opener] in _IN_COURSE or lower[opener - 1 : opener + 1] in _AS_PART
        place = places.get(layers.tokens.surface(entity.start, entity.end))
        if framed and front and place is not None:
            return place[0], place[1] or None
    return None


_JOURNEYS: Final = frozenset({"visit", "trip", "stay", "tour", "stopover"})
_IN_COURSE: Final = frozenset({"during", "on", "amid", "amidst"})
_AS_PART: Final = (["part", "of"], ["framework", "of"], ["course", "of"], ["within", "of"], ["occasion", "of"], ["margins", "of"])


def came_and(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """Where somebody came who did it there: "visited Lima on Monday and met X", "travelled to Lima and was received by X"."""
    lower, verbs, places = layers.tokens.lower, load_meeting_terms().verbs, load_actors().places
    joined = candidate.trigger - 1
    while joined > candidate.sentence.start and (lower[joined] in BE or lower[joined].endswith("ly") or lower[joined] in _THERE):
        joined -= 1
    if lower[joined] != "and":
        return None
    named = [e for e in layers.entities.within(candidate.sentence.start, joined) if e.kind in PLACE_KINDS]
    town = named[-1] if named else None
    place = places.get(layers.tokens.surface(town.start, town.end)) if town is not None else None
    if town is None or place is None or not FINITE.isdisjoint(lower[town.end : joined]) or "," in lower[town.end : joined]:
        return None
    verb = town.start - 1 - (lower[town.start - 1] in ("to", "in"))
    came = any(v.sense in ("travel", "visit") and v.form == "past" for v in verbs.get(lower[verb], ())) or lower[verb] in _CAME
    return (place[0], place[1] or None) if came else None


_THERE: Final = frozenset({"there", "then", "also"})
_CAME: Final = frozenset({"visited", "arrived", "toured"})


def left_after(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """Where somebody leaves who was at a meeting there: "left Lima yesterday after attending the meeting of the X"."""
    lower, places, start = layers.tokens.lower, load_actors().places, candidate.sentence.start
    for entity in layers.entities.within(start, candidate.trigger):
        left = lower[entity.start - 1] in _LEFT or (lower[entity.start - 1] == "from" and lower[entity.start - 2] in _BACK)
        place = places.get(layers.tokens.surface(entity.start, entity.end)) if entity.kind in PLACE_KINDS and left else None
        if place is not None and "after" in lower[entity.end : candidate.trigger]:
            return place[0], place[1] or None
    return None


_LEFT: Final = frozenset({"left", "leaves", "leaving", "departed"})
_BACK: Final = frozenset({"returned", "returns", "back", "home", "departed"})


def there(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
    """ "Talks there with X": the last place that the text has named before."""
    lower, trigger, places = layers.tokens.lower, candidate.trigger, load_actors().places
    at = next(
        (i for i in range(max(candidate.sentence.start, trigger - 2), min(candidate.sentence.end, trigger + 4)) if lower[i] == "there"),
        None,
    )
    if at is None or lower[at + 1 : at + 2] in (["is"], ["are"], ["was"], ["were"], ["had"]):
        return None
    number = layers.sentence_of[trigger]
    before = layers.entities.within(layers.sentences[max(0, number - 1)].start, at)
    named = [place for e in before if e.kind in PLACE_KINDS and (place := places.get(layers.tokens.surface(e.start, e.end))) is not None]
    return named[-1] if named and named[-1][1] else None  # no sea


def place_before(layers: Layers, candidate: Candidate) -> tuple[str, str | None] | None:
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
            place = load_actors().places.get(tokens.surface(entity.start, entity.end)) if entity.kind in PLACE_KINDS else None
            if place is not None and tokens.lower[entity.start - 1] in ("in", "at") and not beyond_clause(layers, index, entity.start):
                return place[0], place[1] or None
    return None


def hosting_city(layers: Layers, sentence: Sentence) -> tuple[str, str | None] | None:
    """A sentence may open with the host city: "Ashgabat hosts talks between …", "The Turkmen capital (of) Ashgabat hosted …"."""
    tokens, start = layers.tokens, statement_start(layers, sentence)
    opening = (e for e in layers.entities.within(start, min(sentence.end, start + _HOSTING_REACH)) if e.kind in _DESTINATIONS)
    first = next((e for e in opening if _hosts(tokens.lower[e.end : e.end + 3])), None)
    if first is None or (first.start > start and tokens.lower[first.start - 1] not in _CAPITALS):
        return None
    if first.kind == "state":
        return load_actors().state_names[first.name], first.name
    name, state = load_actors().places.get(tokens.surface(first.start, first.end), ("", ""))
    return (name, state or None) if name else None


def _hosts(words: list[str]) -> bool:
    """ "Hosts", "hosted", "is hosting", "will host"."""
    return words[:1] in (["hosts"], ["hosted"]) or words[:2] in (["is", "hosting"], ["will", "host"], ["was", "hosting"], ["to", "host"])

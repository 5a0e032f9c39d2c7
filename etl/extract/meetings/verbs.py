"""Verbs of meeting: X met (with) Y · when meeting Y, X said · X sat down with Y · X received Y · X was received by Y · X called on Y ·
X spoke by phone with Y · X hosted Y for talks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from etl.extract.claims.sources import source_left
from etl.extract.grammar import BE, MODALS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, make_candidate
from etl.extract.meetings.parties import members, object_of, other_person, subject_of, with_subject
from etl.lexicon.meetings import MeetingVerb, VerbSense, load_meeting_terms, load_meeting_words

_OBJECT_REACH = 4
_PHONE_REACH = 11
_PARTNER_REACH = 9
_BEFORE_GERUNDS = frozenset({",", "when", "while", "after", "before", "by", "and", ".", "on", "upon", "in"})
_BEFORE_INFINITIVES = frozenset("to is are was were has have had been also will would".split())
_NOT_ACTING = frozenset({"thing", "name", "role", "actor"})
_CALLING_ADJUNCTS = frozenset({"today", "to", "on", "by"})


class _Place(NamedTuple):
    """A verb of meeting at tokens at..end of a sentence."""

    layers: Layers
    sentence: Sentence
    at: int
    end: int
    verb: MeetingVerb


def read_verb(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a verb of meeting at a token, if one stands there."""
    lower = layers.tokens.lower
    for verb in load_meeting_terms().verbs.get(lower[index], ()):
        end = index + 1 + len(verb.following)
        if verb.sense in _READERS and end <= sentence.end and tuple(lower[index + 1 : end]) == verb.following:
            return _READERS[verb.sense](_Place(layers, sentence, index, end, verb))
    return None


def _meet(place: _Place) -> Candidate | None:
    """X met Y, X and Y met; nobody meets a deadline."""
    layers, _, index, end, verb = place
    lower, things = layers.tokens.lower, load_meeting_terms().not_objects
    if any(w in things for w in lower[end : end + _OBJECT_REACH]) and lower[end] != "with":
        return None
    if not _may_be_verb(place):
        return None
    if _after_be(place) and verb.form in ("past", "participle"):
        return _passive(place)
    obj = object_of(layers, end, place.sentence)
    subject = _subject(place, obj)
    if subject is None or subject.kind in _NOT_ACTING or (obj is not None and obj.kind == "actor"):
        return None
    sides = with_subject(layers, subject, index)
    if obj is not None:
        further = _further_objects(layers, place.sentence, obj)
        sides += [side for nominal in (obj, *further) for side in members(layers, nominal)]
        return make_candidate(layers, index, sides, f"{verb.lemma}-{verb.form}", 0.9, end=obj.end, separate=bool(further))
    return make_candidate(layers, index, sides, "subjects-met", 0.85) if subject.plural and verb.form != "gerund" else None


def _further_objects(layers: Layers, sentence: Sentence, obj: Nominal) -> list[Nominal]:
    """ "Met A, then with B and, over lunch, with C": B and C."""
    lower = layers.tokens.lower
    found: list[Nominal] = []
    if "then" not in lower[obj.end : sentence.end]:
        return found
    for index in range(obj.end, sentence.end - 1):
        if lower[index] != "with":
            continue
        nominal = layers.nominals.starting(index + 1)
        if nominal is not None and nominal.kind == "actor" and lower[nominal.end : nominal.end + 1] == ["'s"]:
            nominal = layers.nominals.starting(nominal.end + 1)  # "with Peru's X Y"
        if nominal is not None and nominal.kind in ("person", "office") and nominal.people:
            found.append(nominal)
    return found


def _receive(place: _Place) -> Candidate | None:
    """X received Y; "hosted" and "welcomed" only where an occasion is named ("for talks")."""
    layers, _, _, end, verb = place
    if _after_be(place):
        return _passive(place) if verb.form in ("past", "participle") else None
    obj = object_of(layers, end, place.sentence) if verb.form != "gerund" else None
    if obj is None or not obj.people or (verb.sense == "host" and not _has_occasion(layers.tokens.lower, obj.end)):
        return None
    return _of_persons(place, obj, "received", 0.8)


def _has_occasion(lower: list[str], index: int) -> bool:
    return lower[index : index + 1] == ["for"] and not load_meeting_words().occasion_nouns.isdisjoint(lower[index + 1 : index + 4])


def _call_on(place: _Place) -> Candidate | None:
    """A courtesy call: "called on the Prime Minister in Lima"; with an infinitive after it, it is an appeal."""
    lower = place.layers.tokens.lower
    obj = place.layers.nominals.starting(place.end)
    if obj is None or obj.kind not in ("person", "office") or not obj.people or place.verb.form in ("gerund", "base"):
        return None
    if "to" in lower[obj.end : obj.end + 3] or "for" in lower[obj.end : obj.end + 2]:
        return None
    return _of_persons(place, obj, "called-on", 0.75)


def _speak(place: _Place) -> Candidate | None:
    """ "Spoke by phone with X": to speak with somebody is a call only if a phone is named."""
    layers, sentence, _, end, verb = place
    lower = layers.tokens.lower
    if verb.form == "gerund" or load_meeting_words().phone_words.isdisjoint(_near(place)):
        return None
    step = end
    while step < sentence.end and step - end < _PARTNER_REACH and lower[step] not in ("with", "to"):
        step += 1
    return _call(place, object_of(layers, step + 1, sentence) if step < sentence.end else None)


def _phone(place: _Place) -> Candidate | None:
    """ "Phoned X"; "called X" names and judges as well: it needs a phone, or what was discussed."""
    lower = place.layers.tokens.lower
    obj = place.layers.nominals.starting(place.end)
    if place.verb.form == "gerund" or obj is None or obj.kind not in ("person", "office"):
        return None
    discussed = "discuss" in lower[obj.end : obj.end + 8] and not _CALLING_ADJUNCTS.isdisjoint(lower[obj.end : obj.end + 3])
    if place.verb.sense == "phone_if" and not discussed and "phone" not in _near(place):
        return None
    return _call(place, obj)


_READERS: dict[VerbSense, Callable[[_Place], Candidate | None]] = {
    "meet": _meet,
    "receive": _receive,
    "host": _receive,
    "call_on": _call_on,
    "speak": _speak,
    "phone": _phone,
    "phone_if": _phone,
}
"""By sense. Verbs of holding are read with their nouns, verbs of visiting with visits."""


def _near(place: _Place) -> list[str]:
    return place.layers.tokens.lower[place.end : min(place.sentence.end, place.end + _PHONE_REACH)]


def _call(place: _Place, obj: Nominal | None) -> Candidate | None:
    layers, index = place.layers, place.at
    subject = _subject(place, obj)
    if obj is None or subject is None or obj.kind == "actor":
        return None
    sides = [*with_subject(layers, subject, index), *members(layers, obj)]
    apart = len(obj.people) > 1
    return make_candidate(layers, index, sides, "spoke-by-phone", 0.9, format="call", noun="call", separate=apart, end=obj.end)


def _of_persons(place: _Place, obj: Nominal, rule: str, confidence: float) -> Candidate | None:
    """A meeting whose subject must be a person too."""
    layers, index = place.layers, place.at
    subject = _subject(place, obj)
    if subject is None or not (subject.people or subject.kind == "pronoun"):
        return None
    return make_candidate(layers, index, [*with_subject(layers, subject, index), *members(layers, obj)], rule, confidence, end=obj.end)


def _passive(place: _Place) -> Candidate | None:
    """ "X was received by Y"."""
    layers, index = place.layers, place.at
    if layers.tokens.lower[index + 1 : index + 2] != ["by"]:
        return None
    agent = layers.nominals.starting(index + 2)
    subject, _ = source_left(layers, index, place.sentence)
    if agent is None or not agent.people or subject is None or not (subject.people or subject.kind == "pronoun"):
        return None
    return make_candidate(
        layers, index, [*members(layers, agent), *with_subject(layers, subject, index)], "received-by", 0.8, end=agent.end
    )


def _after_be(place: _Place) -> bool:
    return place.at > 0 and place.layers.tokens.lower[place.at - 1] in BE


def _may_be_verb(place: _Place) -> bool:
    """Whether a form may be a verb here: a gerund after a conjunction or comma, a bare form after a modal, "to" or a plural."""
    layers, sentence, index, _, verb = place
    previous = layers.tokens.lower[index - 1] if index > sentence.start else ""
    if verb.form == "gerund":
        return index == sentence.start or previous in _BEFORE_GERUNDS
    if verb.form == "base" and previous not in MODALS and previous != "to" and not previous.endswith("ly"):
        nominal = layers.nominals.ending(index)
        return nominal is not None and nominal.plural
    return True


def _subject(place: _Place, obj: Nominal | None) -> Nominal | None:
    """The verb's subject by its form: before it, before what arranges it ("is due to"), or in the main clause."""
    layers, sentence, index, _, verb = place
    lower, arranging = layers.tokens.lower, load_meeting_words().arranging_words
    if verb.form == "gerund":
        return other_person(layers, sentence, index, obj)
    start = index
    if lower[index - 1 : index] == ["to"]:
        while start > sentence.start and (lower[start - 1] in arranging or lower[start - 1] in _BEFORE_INFINITIVES):
            start -= 1
        nominal = layers.nominals.ending(start)
        if nominal is not None:
            return nominal
    subject = subject_of(layers, start, sentence)
    if subject is None and lower[start - 1 : start] == [","]:
        subject = other_person(layers, sentence, index, obj)
    return subject

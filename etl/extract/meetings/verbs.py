"""Verbs of meeting: X met (with) Y · when meeting Y, X said · X sat down with Y · X received Y · X was received by Y · X called on Y ·
X spoke by phone with Y · X hosted Y for talks."""

from __future__ import annotations

from etl.extract.claims.cues import BE, MODALS
from etl.extract.claims.sources import main_subject, source_left
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, make_candidate
from etl.extract.meetings.parties import members, object_of, other_person, with_subject
from etl.lexicon.meetings import MeetingTerms, MeetingVerb
from etl.lexicon.words import Words

BY_PHONE = frozenset({"phone", "telephone", "video", "videoconference", "phoned"})
_GERUND_AFTER = frozenset({",", "when", "while", "after", "before", "by", "and", ".", "on", "upon", "in"})
_OCCASION = frozenset("talks meeting summit consultations lunch dinner breakfast negotiations discussions visit".split())
_ARRANGING = frozenset(
    "to scheduled due expected set slated planned planning going likely about agreed hopes plans intends wants is are was were has have had been also will would".split()
)
_NOT_ACTING = frozenset({"thing", "name", "role", "actor"})


def read_verb(layers: Layers, sentence: Sentence, index: int, terms: MeetingTerms, words: Words) -> Candidate | None:
    """The candidate of a verb of meeting at a token, if one stands there."""
    lower = layers.tokens.lower
    for verb in terms.verbs.get(lower[index], ()):
        end = index + 1 + len(verb.following)
        if verb.sense in ("hold", "visit") or tuple(lower[index + 1 : end]) != verb.following or end > sentence.end:
            continue
        reader = {"meet": _meet, "receive": _receive, "host": _receive, "call_on": _call_on}.get(verb.sense, _speak)
        return reader(layers, sentence, index, end, verb, terms, words)
    return None


def _subject(layers: Layers, sentence: Sentence, index: int, verb: MeetingVerb, obj: Nominal | None, words: Words) -> Nominal | None:
    """The verb's subject by its form: before it, before what arranges it ("is due to"), or in the main clause."""
    lower = layers.tokens.lower
    if verb.form == "gerund":
        return other_person(layers, sentence, index, obj)
    start = index
    if lower[index - 1 : index] == ["to"]:
        while start > sentence.start and lower[start - 1] in _ARRANGING:
            start -= 1
        nominal = layers.nominal_ending(start)
        if nominal is not None:
            return nominal
    subject, _ = source_left(layers, start, sentence, words)
    if subject is None and lower[start - 1 : start] == ["and"]:
        subject = main_subject(layers, sentence)
    if subject is None and lower[start - 1 : start] == [","]:
        subject = other_person(layers, sentence, index, obj)
    return subject


def _finite_enough(layers: Layers, sentence: Sentence, index: int, verb: MeetingVerb) -> bool:
    lower = layers.tokens.lower
    previous = lower[index - 1] if index > sentence.start else ""
    if verb.form == "gerund":
        return index == sentence.start or previous in _GERUND_AFTER
    if verb.form == "base" and previous not in MODALS | {"to"} and not previous.endswith("ly"):
        nominal = layers.nominal_ending(index)
        return nominal is not None and nominal.plural
    return True


def _meet(
    layers: Layers, sentence: Sentence, index: int, end: int, verb: MeetingVerb, terms: MeetingTerms, words: Words
) -> Candidate | None:
    lower = layers.tokens.lower
    if any(w in terms.not_objects for w in lower[end : end + 4]) and lower[end : end + 1] != ["with"]:
        return None
    if not _finite_enough(layers, sentence, index, verb):
        return None
    if lower[index - 1 : index] and lower[index - 1] in BE and verb.form in ("past", "participle"):
        return _passive(layers, sentence, index, words)
    obj = object_of(layers, end, sentence)
    subject = _subject(layers, sentence, index, verb, obj, words)
    if subject is None or subject.kind in _NOT_ACTING or (obj is not None and obj.kind == "actor"):
        return None
    if obj is None:
        if not subject.plural or verb.form == "gerund":
            return None
        return make_candidate(layers, sentence, index, "meeting", "meeting", with_subject(layers, subject, index), "subjects-met", 0.85)
    sides = [*with_subject(layers, subject, index), *members(layers, obj)]
    return make_candidate(layers, sentence, index, "meeting", "meeting", sides, f"{verb.lemma}-{verb.form}", 0.9, end=obj.end)


def _passive(layers: Layers, sentence: Sentence, index: int, words: Words) -> Candidate | None:
    """ "X was received by Y"."""
    lower = layers.tokens.lower
    if lower[index + 1 : index + 2] != ["by"]:
        return None
    agent = layers.nominal_starting(index + 2)
    subject, _ = source_left(layers, index, sentence, words)
    if agent is None or not agent.people or subject is None or not (subject.people or subject.kind == "pronoun"):
        return None
    sides = [*members(layers, agent), *with_subject(layers, subject, index)]
    return make_candidate(layers, sentence, index, "meeting", "meeting", sides, "received-by", 0.8, end=agent.end)


def _receive(
    layers: Layers, sentence: Sentence, index: int, end: int, verb: MeetingVerb, _terms: MeetingTerms, words: Words
) -> Candidate | None:
    """X received Y; "hosted" and "welcomed" only where an occasion is named ("for talks") or a place that receives."""
    lower = layers.tokens.lower
    if lower[index - 1 : index] and lower[index - 1] in BE:
        return _passive(layers, sentence, index, words) if verb.form in ("past", "participle") else None
    if verb.form == "gerund":
        return None
    obj = object_of(layers, end, sentence)
    if obj is None or not obj.people:
        return None
    if verb.sense == "host" and not (lower[obj.end : obj.end + 1] == ["for"] and _OCCASION & set(lower[obj.end + 1 : obj.end + 4])):
        return None
    subject = _subject(layers, sentence, index, verb, obj, words)
    if subject is None or not (subject.people or subject.kind == "pronoun"):
        return None
    sides = [*with_subject(layers, subject, index), *members(layers, obj)]
    return make_candidate(layers, sentence, index, "meeting", "meeting", sides, "received", 0.8, end=obj.end)


def _call_on(
    layers: Layers, sentence: Sentence, index: int, end: int, verb: MeetingVerb, _terms: MeetingTerms, words: Words
) -> Candidate | None:
    """A courtesy call: "called on the Prime Minister in Lima"; with an infinitive after it, it is an appeal."""
    lower = layers.tokens.lower
    obj = layers.nominal_starting(end)
    if obj is None or obj.kind not in ("person", "office") or not obj.people or verb.form in ("gerund", "base"):
        return None
    if "to" in lower[obj.end : obj.end + 3] or "for" in lower[obj.end : obj.end + 2]:
        return None
    subject = _subject(layers, sentence, index, verb, obj, words)
    if subject is None or not (subject.people or subject.kind == "pronoun"):
        return None
    sides = [*with_subject(layers, subject, index), *members(layers, obj)]
    return make_candidate(layers, sentence, index, "meeting", "meeting", sides, "called-on", 0.75, end=obj.end)


def _speak(
    layers: Layers, sentence: Sentence, index: int, end: int, verb: MeetingVerb, _terms: MeetingTerms, words: Words
) -> Candidate | None:
    """ "Spoke by phone with X", "phoned X", "called X today to discuss"; to speak with somebody is a call only if a phone is named."""
    lower = layers.tokens.lower
    near = lower[end : min(sentence.end, end + 11)]
    if verb.form == "gerund":
        return None
    if verb.sense in ("phone", "phone_if"):
        obj = layers.nominal_starting(end)
        if obj is None or obj.kind not in ("person", "office"):
            return None
        stated = set(lower[obj.end : obj.end + 3]) & {"today", "to", "on", "by"} and "discuss" in lower[obj.end : obj.end + 8]
        if verb.sense == "phone_if" and not stated and "phone" not in near:
            return None
    else:
        if not set(near) & BY_PHONE:
            return None
        step = end
        while step < sentence.end and step - end < 9 and lower[step] not in ("with", "to"):
            step += 1
        obj = object_of(layers, step + 1, sentence) if step < sentence.end else None
    subject = _subject(layers, sentence, index, verb, obj, words)
    if obj is None or subject is None or obj.kind == "actor":
        return None
    sides = [*with_subject(layers, subject, index), *members(layers, obj)]
    return make_candidate(layers, sentence, index, "call", "call", sides, "spoke-by-phone", 0.9, separate=len(obj.people) > 1, end=obj.end)

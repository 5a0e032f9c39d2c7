"""Talk: X spoke (by phone) with Y · X and Y spoke face to face · X phoned Y · X discussed the ferry with Y · X spent an hour with Y."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.extract.grammar import FINITE, MODALS
from etl.extract.layers import Nominal
from etl.extract.meetings.candidate import Candidate, Format, make_candidate
from etl.extract.meetings.further_objects import repeated_partners
from etl.extract.meetings.objects import object_of, partner_after
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.subjects import subject_of_form
from etl.extract.meetings.verb_places import (
    NOT_ACTING,
    PARTNER_REACH,
    VerbPlace,
    after_be,
    may_be_verb,
    of_persons,
    with_objects,
    words_after,
)
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.speech import load_speech_words

SPOKEN: Final = "spoke-by-phone"
_SOMEWHERE: Final = frozenset("sidelines margins palace residence capital host corridor".split())
_TOPIC_REACH: Final = 24
_PRESS_REACH: Final = 4
_IN_PERSON: Final = frozenset("face person one tête tete aside delegations".split())
"""Words of "face to face", "in person", "one-on-one", "with delegations" by which talk is no call."""
_FACING: Final = frozenset({"converse", "chat"})
"""Verbs of talk that without a telephone is had in one room."""
_AFTER_TALK: Final = frozenset(
    ". , ; again earlier later today yesterday this late early briefly privately after before during for".split()
)
"""What stands after "X and Y spoke" where they spoke with each other."""
_CALLING_ADJUNCTS: Final = frozenset({"today", "to", "on", "by"})


def read_speaking(place: VerbPlace) -> Candidate | None:
    """ "Spoke (by phone) with X", "X and Y spoke face to face": a call unless a face, a place or a gathering is named."""
    layers, sentence, index, end, verb = place
    lower, near = layers.tokens.lower, words_after(place)
    face = not _IN_PERSON.isdisjoint(near)
    phone = not load_meeting_words().phone_words.isdisjoint(near)
    before = layers.nominals.ending(index)
    if verb.form == "gerund" or (lower[index] in load_meeting_terms().nouns and (before is None or before.kind == "actor")):
        return None  # "held talks with X", "ahead of the Lima talks"
    face = face or (not phone and verb.lemma in _FACING)
    form: Format = "meeting" if face or (not phone and _is_somewhere(place)) else "call"
    if not load_speech_words().press_nouns.isdisjoint(lower[end : end + _PRESS_REACH]):
        return None  # "spoke to the media"
    partner = partner_after(layers, end, sentence, {"with", "to"}, PARTNER_REACH)
    if partner is not None and _is_after_meeting(lower[end : partner[1].start]):
        return None  # "will speak publicly after the meeting with X"
    if partner is not None:
        form = "meeting" if not phone and "visiting" in lower[end : partner[1].end] else form
        return _call(place, partner[1], form) if partner[1].people or partner[1].kind in ("office", "role", "parties") else None
    subject = subject_of_form(layers, sentence, index, None)
    if "of" in lower[end : end + 3]:
        return None  # "spoke highly of"
    if subject is None or not subject.plural or not (phone or face or (_are_named(subject) and _is_mutual(place))):
        return None
    return make_candidate(layers, index, with_subject(layers, subject), "spoke-together", 0.85, format=form, noun=form)


def _is_after_meeting(between: list[str]) -> bool:
    """Whether somebody spoke only after or before a meeting with the partner: "spoke after the meeting with X"."""
    opener = next((i for i, word in enumerate(between) if word in ("after", "before")), None)
    if opener is None:
        return False
    behind = between[opener:]  # "spoke after the signing of a pact with X"
    return not (load_meeting_terms().nouns.keys().isdisjoint(behind) and load_meeting_words().contact_words.isdisjoint(behind))


def _are_named(subject: Nominal) -> bool:
    """Whether a subject is persons, or those in view: "X and Y", "the two (leaders)"."""
    return bool(subject.people) or (subject.kind == "parties" and subject.head == "leaders")


def _is_mutual(place: VerbPlace) -> bool:
    """Whether nothing is said of what or to whom several spoke: "X and Y spoke on Monday", not "spoke highly of"."""
    after = "".join(place.layers.tokens.lower[place.end : place.end + 1]) or "."
    dated = place.layers.dates.starting(place.end) or (after == "on" and place.layers.dates.starting(place.end + 1))
    return after in _AFTER_TALK or dated is not None


def _is_somewhere(place: VerbPlace) -> bool:
    """Whether the sentence names where they were: "in Lima", "on the sidelines of"."""
    layers, sentence = place.layers, place.sentence
    lower = layers.tokens.lower
    if not _SOMEWHERE.isdisjoint(lower[sentence.start : sentence.end]) or lower[place.end : place.end + 1] == ["here"]:
        return True
    venues = (i + 1 + (lower[i + 1] == "the") for i in range(place.end, sentence.end - 2) if lower[i] == "at")
    if any(layers.tokens.is_capitalized(i) or lower[i] in load_meeting_words().residence_nouns for i in venues):
        return True
    if any(e.kind == "place" and lower[e.start - 1] in ("in", "at") for e in layers.entities.within(sentence.start, sentence.end)):
        return True
    after = place.end
    while after < sentence.end - 1 and (lower[after] in _LENGTHS or lower[after].isdigit() or layers.dates.covering(after)):
        after += 1
    if after + 1 >= sentence.end:
        return False
    named = layers.entity_at(after + 1)
    tongue = named is not None and named.kind == "demonym"  # "spoke for an hour in French"
    return lower[after] == "in" and layers.tokens.is_capitalized(after + 1) and not tongue and not layers.dates.covering(after + 1)


_LENGTHS: Final = frozenset(
    "for on a an one two three four half quarter of hour hours minutes minute about some almost nearly over more less than and briefly "
    "privately alone again later earlier".split()
)
"""What stands between "spoke" and the town where two spoke: "for two hours on Monday in Lima"."""


def read_spending(place: VerbPlace) -> Candidate | None:
    """ "Spent an hour (at the palace) with X"."""
    partner = partner_after(place.layers, place.end, place.sentence, {"with"}, PARTNER_REACH)
    if partner is None or not partner[1].people:
        return None
    return of_persons(place, partner[1], "spent-time", 0.8)


def read_discussing(place: VerbPlace) -> Candidate | None:
    """ "Discussed the ferry with X", "X and Y discussed the ferry": a meeting that nothing names, unless another sentence does."""
    layers, sentence, index, end, verb = place
    ahead = verb.form == "base" and _is_due(layers.tokens.lower, index)
    if verb.form == "gerund" or after_be(place) or (verb.form == "base" and not ahead and layers.tokens.lower[index - 1] not in MODALS):
        return None
    form: Format = "meeting" if load_meeting_words().phone_words.isdisjoint(layers.tokens.lower[sentence.start : sentence.end]) else "call"
    partner = partner_after(layers, end, sentence, {"with"}, _TOPIC_REACH)
    subject = subject_of_form(layers, sentence, index, partner[1] if partner is not None else None)
    if subject is None or subject.kind in NOT_ACTING:
        return None
    sides = with_subject(layers, subject)
    if partner is not None and partner[1].people and not subject.plural:
        sides += members(layers, partner[1])
    elif ahead or layers.tokens.lower[index - 1] == "will":
        if not _is_meeting_of_pair(place, subject):
            return None
    elif not subject.people or not subject.plural or verb.form == "base":
        return None
    further = repeated_partners(layers, partner[1], sentence) if partner is not None else []
    anchors = tuple((p, nominal.start) for nominal in further for p in nominal.people)
    sides += [side for nominal in further for side in members(layers, nominal)]
    return make_candidate(
        layers,
        index,
        sides,
        "discussed",
        0.7,
        format=form,
        noun=form,
        implied=True,
        anchors=anchors,
        separate=bool(further) or (partner is not None and "meetings" in layers.tokens.lower[index : partner[1].start]),
        end=sentence.end,  # what is to come may be what was discussed
    )


def _is_due(lower: list[str], index: int) -> bool:
    """Whether a bare form is what is arranged: "are to discuss", "is due to discuss"."""
    return lower[index - 1] == "to" and (lower[index - 2] in _TO_BE or lower[index - 2] in load_meeting_words().arranged_words)


_TO_BE: Final = frozenset({"is", "are"})


def _is_meeting_of_pair(place: VerbPlace, subject: Nominal) -> bool:
    """Whether two persons will discuss something on a day that the clause gives: "the two ministers are to discuss fish on Tuesday"."""
    days = place.layers.dates.within(place.sentence.start, place.sentence.end)
    return _are_named(subject) and subject.plural and any(day.precision == "day" for day in days)


def read_phoning(place: VerbPlace) -> Candidate | None:
    """ "Phoned X"; "called X" names and judges as well: it needs a phone, or what was discussed."""
    lower = place.layers.tokens.lower
    obj = object_of(place.layers, place.end, place.sentence) if place.verb.sense == "phone" else place.layers.nominals.starting(place.end)
    if place.verb.form == "gerund" or not may_be_verb(place) or obj is None or obj.kind not in ("person", "office", "group"):
        return None
    discussed = "discuss" in lower[obj.end : obj.end + 8] and not _CALLING_ADJUNCTS.isdisjoint(lower[obj.end : obj.end + 3])
    purpose = _has_purpose(place, obj)
    phone = "phone" in lower[place.sentence.start : place.sentence.end]
    if place.verb.sense == "phone_if" and not (discussed or purpose or phone or _goes_on_phoning(place, obj) or _dated(place, obj)):
        return None
    return _call(place, obj)


def _has_purpose(place: VerbPlace, obj: Nominal) -> bool:
    """Whether what the call was for stands after who is called, past a day: "called X on the evening of May 13 to thank her"."""
    lower = place.layers.tokens.lower
    at = next((i for i in range(obj.end, min(place.sentence.end - 1, obj.end + _PURPOSE_REACH)) if lower[i] in _PHRASE_ENDS), None)
    return at is not None and lower[at] == "to" and lower[at + 1] in load_meeting_words().calling_purposes


_PURPOSE_REACH: Final = 10
"""Tokens of a day and a time between who is called and what for."""
_PHRASE_ENDS: Final = (FINITE - {"may"}) | {"to", ",", ".", ";", "and", "as", "that", "for"}


def _dated(place: VerbPlace, obj: Nominal) -> bool:
    """Whether only a day stands after who is called, or nothing, and the clause ends: "called X last night and the two spoke of tea"."""
    layers = place.layers
    if obj.people and layers.tokens.lower[obj.end : obj.end + 1] in (["."], [";"]):
        return True  # who names or judges somebody says what
    day = layers.dates.starting(obj.end + (layers.tokens.lower[obj.end] == "on"))
    after = layers.tokens.lower[day.span.end : day.span.end + 1] if day is not None else []
    return bool(obj.people) and (after in ([","], ["."], ["and"], ["to"]))


def _goes_on_phoning(place: VerbPlace, obj: Nominal) -> bool:
    """Whether the sentence before tells of calls: "made phone calls to three leaders. She called X, Y and Z"."""
    layers, lower, number = place.layers, place.layers.tokens.lower, place.layers.sentence_of[place.at]
    before = lower[layers.sentences[number - 1].start : place.sentence.start] if number else []
    calls = any(a in ("phone", "telephone") and b in ("call", "calls") for a, b in pairwise(before))
    return calls and bool(obj.people) and (lower[obj.end] in (",", "and", ".", "on") or layers.dates.starting(obj.end) is not None)


def _call(place: VerbPlace, obj: Nominal | None, form: Format = "call") -> Candidate | None:
    layers = place.layers
    subject = subject_of_form(layers, place.sentence, place.at, obj, gerund=place.verb.form == "gerund")
    if obj is None or subject is None or obj.kind == "actor":
        return None
    if subject.plural and not members(layers, obj):
        return None  # "the two presidents talked to students"
    return with_objects(place, with_subject(layers, subject), obj, SPOKEN, 0.9, form)

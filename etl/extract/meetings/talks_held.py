"""Nouns of meeting that somebody held, without a partner of their own: "the two ministers held talks", "had dinner together"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.addressed import both_who_speak
from etl.extract.meetings.bodies import acting_bodies
from etl.extract.meetings.candidate import ACTORS_IN_VIEW, PEOPLE_IN_VIEW, Candidate
from etl.extract.meetings.followups import SEQUEL
from etl.extract.meetings.happenings import sequel_of
from etl.extract.meetings.noun_places import (
    GATHERINGS,
    MeetingNoun,
    noun_candidate,
)
from etl.extract.meetings.sides import with_subject
from etl.extract.meetings.subjects import subject_of_form
from etl.lexicon.initiatives import load_initiative_words
from etl.lexicon.meetings import load_meeting_words

_ORGAN_REACH: Final = 8
_HOSTING: Final = frozenset({"host", "hosts", "hosted"})


def read_agreed_on(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """ "The two sides concurred on holding a meeting in Lima on May 2"."""
    lower, holding = layers.tokens.lower, noun.start - 1
    while holding > sentence.start and lower[holding] in load_meeting_words().meeting_fillers:
        holding -= 1
    verb = holding - 2
    if lower[holding] != "holding" or lower[holding - 1] != "on" or verb <= sentence.start:
        return None
    subject = subject_of_form(layers, sentence, verb, None)
    if subject is None or not subject.plural or not (subject.people or subject.kind in ("parties", "pronoun")):
        return None
    sides = [PEOPLE_IN_VIEW if side == ACTORS_IN_VIEW else side for side in with_subject(layers, subject)]
    return noun_candidate(layers, noun, sides, "agreed-on", 0.75, end=noun.end)


def read_held(layers: Layers, sentence: Sentence, noun: MeetingNoun, held_at: int) -> Candidate | None:
    """ "The two ministers held talks", "A and B held consultations"."""
    if layers.tokens.lower[held_at] in load_meeting_words().attending_words and layers.tokens.lower[noun.start - 1] == "the":
        return None  # "A and B also attended the meeting": the one in view
    subject = subject_of_form(layers, sentence, held_at, None)
    if both := both_who_speak(layers, sentence, subject, held_at):
        return noun_candidate(layers, noun, both, SEQUEL, 0.7, end=noun.end)
    if subject is not None and subject.plural and (subject.people or subject.kind in ("parties", "pronoun")):
        sides = with_subject(layers, subject)
        another = noun.kind not in GATHERINGS and noun.term.split()[-1] not in load_meeting_words().state_nouns
        if another and sides == [ACTORS_IN_VIEW] and sequel_of(layers, sentence, noun) is not None:
            return noun_candidate(layers, noun, sides, SEQUEL, 0.7, end=noun.end)  # "the two sides agreed to hold the next round in Lima"
        return noun_candidate(layers, noun, sides, f"hold-{noun.format}", 0.85, end=noun.end)
    unsaid = subject is not None and (_is_impersonal(layers, subject) or _is_host(layers, subject, held_at))
    subject = None if unsaid and _is_of_both(layers, noun) else subject
    sides, _ = acting_bodies(layers, held_at, sentence)
    if sides:
        organ = _organ_of(layers, sentence, noun)
        return noun_candidate(layers, noun._replace(term=organ or noun.term), sides, "states-hold", 0.75, end=noun.end)
    # "it was decided to hold the next session in Lima"
    sequel = subject is None and noun.kind not in GATHERINGS and sequel_of(layers, sentence, noun) is not None
    return noun_candidate(layers, noun, [ACTORS_IN_VIEW], SEQUEL, 0.7, end=noun.end) if sequel else None


def read_eaten(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """ "The two presidents had dinner (together) on Sunday"."""
    lower, verb = layers.tokens.lower, noun.start - 1
    while lower[verb] in load_meeting_words().meeting_fillers:
        verb -= 1
    subject = subject_of_form(layers, sentence, verb, None)
    if subject is None or not subject.plural or not (subject.people or subject.kind in ("parties", "pronoun")):
        return None
    return noun_candidate(layers, noun, with_subject(layers, subject), "hold-meeting", 0.75, end=noun.end)


def _is_impersonal(layers: Layers, subject: Nominal) -> bool:
    """ "It was agreed to hold the next session in Lima"."""
    return subject.head == "it" and not BE.isdisjoint(layers.tokens.lower[subject.end : subject.end + 1])


def _is_host(layers: Layers, subject: Nominal, held_at: int) -> bool:
    """ "Peru will host the next round of consultations": a state for which somebody in the text acts."""
    acting = {person.actor for person in layers.people}
    return layers.tokens.lower[held_at] in _HOSTING and subject.kind == "actor" and not acting.isdisjoint(subject.actors)


def _is_of_both(layers: Layers, noun: MeetingNoun) -> bool:
    """Whether a meeting is one of two sides, and no other body: "the next round of consultations", "session of the joint commission"."""
    lower = layers.tokens.lower
    joint = load_initiative_words().joint_body_words
    return lower[noun.end] != "of" or noun.term == "round" or not joint.isdisjoint(lower[noun.end + 1 : noun.end + _ORGAN_REACH])


def _organ_of(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> str:
    """The body whose meeting it is: "the tenth meeting of their Cooperation Council"; empty without one."""
    lower = layers.tokens.lower
    if lower[noun.end : noun.end + 1] != ["of"]:
        return ""
    following = lower[noun.end + 1 : min(sentence.end, noun.end + _ORGAN_REACH)]
    return next((word for word in following if word in load_meeting_words().joint_organs), "")

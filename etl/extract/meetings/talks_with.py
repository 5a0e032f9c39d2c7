"""Nouns of meeting with a partner: "X held talks with Y", "in his talks with Y, X said", "talks with A and with B"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import FINITE, GOVERNORS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.bodies import bare_states
from etl.extract.meetings.candidate import HOST_IN_VIEW, PEOPLE_IN_VIEW, Candidate, Side
from etl.extract.meetings.followups import SEQUEL
from etl.extract.meetings.further_objects import partners_of_states
from etl.extract.meetings.noun_places import (
    INDEFINITE,
    MeetingNoun,
    noun_candidate,
)
from etl.extract.meetings.sides import is_delegation, members, with_subject
from etl.extract.meetings.subjects import other_person, owner_of, possessor, subject_of_form
from etl.extract.meetings.unnamed import is_organ, whom_they_met
from etl.lexicon.meetings import load_meeting_words

_NEXT_GAP: Final = 6
"""Tokens of attributes and titles between "and with" and a further partner."""
_WITH_REACH: Final = 18
"""Tokens after a partner among which "and with" goes on to the next."""
_OPENING: Final = 4
"""Tokens before a noun of meeting that opens its sentence: "Talks there with X", "At a second meeting, with X"."""
PHRASE_ENDS: Final = frozenset({".", ";", ":", "that", "who", "which", "whose", "while", "but", "when"})
_ONE: Final = INDEFINITE | {"one", "first", "second", "third", "joint"}
"""Words before a noun of meeting in the singular by which all whom it names meet at once: "held a meeting with A, B and C"."""
_WHOSE: Final = {"his": "he", "her": "she"}
_OWN: Final = frozenset({"his", "her", "their", "'s", "'"})
"""Whose meeting it is: "said his meeting with A, B and C had been difficult"."""
_LED: Final = frozenset("chaired chairs chair convened convenes hosted hosts".split())
"""Verbs of who brings all together whom a meeting has: "chaired the meeting with her counterparts from A, B and C"."""
_ONE_REACH: Final = 4


def _and_with(layers: Layers, sentence: Sentence, first: Nominal) -> list[Nominal]:
    """ "Held talks with X and with Y": Y."""
    lower, found, end = layers.tokens.lower, list[Nominal](), first.end
    while True:
        after = _next_with(layers, sentence, end)
        if not after:
            return found
        nominals = layers.nominals.within(after + 2, min(sentence.end, after + 2 + _NEXT_GAP))
        further = next((n for n in nominals if "," not in lower[after + 2 : n.start]), None)
        if further is None or not further.people or set(further.people) & set(first.people):
            return found
        found.append(further)
        end = further.end


def _owning(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> int | None:
    """Where "his" or "her" stands before a noun of meeting and its attributes: "his closed-door meeting with X"."""
    lower, step = layers.tokens.lower, noun.start - 1
    while step > max(sentence.start, noun.start - _ATTRIBUTES) and lower[step] not in _POSSESSORS and lower[step] not in _NO_ATTRIBUTES:
        step -= 1
    return step if lower[step] in _POSSESSORS and step > sentence.start else None


_SENT: Final = frozenset({"delegation", "delegations", "team", "entourage", "experts", "officials"})
_SENT_REACH: Final = 4
"""Tokens between those who came along and "held", past "have already"."""
_POSSESSORS: Final = frozenset({"his", "her"})
_ATTRIBUTES: Final = 6
"""Tokens of attributes of a noun of meeting."""
_NO_ATTRIBUTES: Final = GOVERNORS | FINITE | {",", ";", "(", ")", "a", "an", "the", "their"}


def _next_with(layers: Layers, sentence: Sentence, end: int) -> int:
    """Where "and with" stands after a partner, past an apposition and a day: "with X, the envoy, on Monday, and with Y"; 0 if nowhere."""
    lower = layers.tokens.lower
    for index in range(end, min(sentence.end - 2, end + _WITH_REACH)):
        if lower[index : index + 2] == ["and", "with"]:
            return index
        if lower[index] in FINITE or lower[index] in PHRASE_ENDS or layers.person_mentions.covering(index):
            return 0
    return 0


def _officials(layers: Layers, sentence: Sentence, noun: MeetingNoun, subject: Nominal | None) -> list[Side]:
    """Who held talks with a state on a day: "Minister X held consultations with Peru", "X led the Estonian team at the talks with"."""
    lower, before = layers.tokens.lower, range(sentence.start, noun.start - 1)
    if noun.term.split()[-1] not in _CONSULTING or not any(d.precision == "day" for d in layers.dates.within(sentence.start, sentence.end)):
        return []
    if noun.held_at is not None:
        return [side for side in with_subject(layers, subject) if side.person is not None and side.actor is not None]
    led = next((i for i in before if lower[i] in _HEADING and not _SENT.isdisjoint(lower[i + 1 : i + 1 + _SENT_REACH])), None)
    leader = subject_of_form(layers, sentence, led, None) if led is not None else None
    sides = with_subject(layers, leader)
    sent = layers.entities.within(led or 0, min((led or 0) + _SENT_REACH, noun.start)) if sides else []
    return [side._replace(actor=side.actor or next((e.actor for e in sent if e.kind == "demonym"), None)) for side in sides]


_CONSULTING: Final = frozenset({"talks", "consultations", "negotiations", "dialogue", "consultation"})
_HEADING: Final = frozenset({"led", "headed", "leads", "heads"})


def read_with(layers: Layers, sentence: Sentence, noun: MeetingNoun, obj: Nominal) -> Candidate | None:
    """ "X held talks with Y", "in his talks with Y, X said"; "the meetings with A, B and C" have the host of the text before."""
    subject = possessor(layers, noun.start, sentence)
    if subject is None and noun.held_at is not None:
        subject = subject_of_form(layers, sentence, noun.held_at, obj)
    came_along = noun.held_at is not None and not _SENT.isdisjoint(layers.tokens.lower[noun.held_at - _SENT_REACH : noun.held_at])
    if came_along and (subject is None or (subject.kind == "role" and subject.head == "members")):
        return None  # "members of his delegation have held meetings with their counterparts"
    if subject is None and (own := _owning(layers, sentence, noun)) is not None:
        subject = owner_of(layers, sentence, own)
    if bare_states(obj) and not is_organ(obj):
        if subject is None and noun.held_at is None and noun.start - sentence.start <= _OPENING:
            return noun_candidate(layers, noun, [PEOPLE_IN_VIEW, *members(layers, obj)], SEQUEL, 0.7, end=obj.end)
        if (officials := _officials(layers, sentence, noun, subject)) and any(side.actor not in obj.actors for side in officials):
            others = [Side(None, actor) for actor in obj.actors]
            return noun_candidate(layers, noun, [*officials, *others], f"{noun.format}-noun", 0.75, end=obj.end)
        if subject is None or not bare_states(subject):
            return None
        return noun_candidate(layers, noun, [*members(layers, subject), *members(layers, obj)], "states-hold", 0.75, end=obj.end)
    hosts = with_subject(layers, subject)
    if not hosts and layers.tokens.lower[sentence.start] in _WHOSE and noun.held_at is None:
        head = _WHOSE[layers.tokens.lower[sentence.start]]  # "His engagements included talks with X"
        hosts = with_subject(layers, Nominal(sentence.start, sentence.start + 1, "pronoun", head=head))
    if not hosts or (subject is not None and subject.kind == "actor" and not is_delegation(subject)):
        hosts = with_subject(layers, other_person(layers, sentence, noun.start, obj))
    if hosts:
        further = _and_with(layers, sentence, obj) or partners_of_states(layers, obj, sentence)
        of_obj = whom_they_met(layers, hosts, obj)
        sides = [*hosts, *of_obj, *(side for nominal in further for side in members(layers, nominal))]
        if further:
            end, count = further[-1].end, len(hosts)
            anchors = tuple((person, nominal.start) for nominal in further for person in nominal.people)
            rule = f"{noun.format}-noun"
            return noun_candidate(layers, noun, sides, rule, 0.85, end=end, separate=True, hosts=count, anchors=anchors)
    elif "their" in layers.tokens.lower[sentence.start : noun.start]:
        return None  # "During their meeting with X, the ministers of the group welcomed": of those who are named behind it
    elif noun.start - sentence.start <= _OPENING or layers.tokens.lower[sentence.start] in INDEFINITE:
        sides = [HOST_IN_VIEW, *members(layers, obj)]
    else:
        return None
    before = layers.tokens.lower[max(sentence.start, noun.start - _ONE_REACH) : noun.start]
    single = not noun.plural and noun.term not in load_meeting_words().meeting_plurals
    led = noun.held_at is not None and layers.tokens.lower[noun.held_at] in _LED
    one = single and (led or not _ONE.isdisjoint(before) or not _OWN.isdisjoint(before[-2:]))
    rule = f"{noun.format}-with" if one and obj.plural else f"{noun.format}-noun"
    return noun_candidate(layers, noun, sides, rule, 0.85, end=obj.end, separate=noun.plural, hosts=max(1, len(hosts)))

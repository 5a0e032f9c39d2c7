"""What was said or done at a meeting: X told Y in a phone call that … · X and Y discussed it at talks in Lima."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import FINITE, HAVE
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, Side
from etl.extract.meetings.noun_places import INDEFINITE, MeetingNoun, noun_candidate
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.voices import told_alike
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

TOLD_IN: Final = "told-in"
"""How the rules of meetings begin in which one told the other something, in the narrator's own words."""
_TELLING: Final = frozenset("told assured thanked urged informed warned reassured congratulated reminded briefed asked".split())
_AT: Final = frozenset({"in", "at", "during", "over", "by"})
_OCCASION_REACH: Final = 5
_STAYING: Final = frozenset("remain remains remained stay stays stayed keep keeps kept be been".split())
_ONE_OCCASION: Final = INDEFINITE | {"their", "'s"}
"""Words before a noun of meeting by which it is one of those who are named: "at a meeting", "at their meeting", "at today's talks"."""
_ADDRESS_REACH: Final = 5
"""Tokens of "made the offer to" between who speaks and to whom."""
_MAX_FRONT: Final = 24
_PURPOSE_REACH: Final = 3
_THANKS_REACH: Final = 8
_PAIR: Final = 2
_OF_STATES: Final = frozenset({"talks", "negotiations", "consultations", "discussions"})
_ACHIEVED: Final = frozenset("agreed failed signed decided reached discussed pledged reaffirmed initialled".split())
_LINKS: Final = frozenset({"to", "of", "in", "at", "during", "his", "her"})


def read_on_occasion(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """What several did, or one with another, at a meeting: "X and Y discussed it at talks in Lima", "X briefed Y during a call"."""
    lower = layers.tokens.lower
    opening = lower[max(sentence.start, noun.start - _OCCASION_REACH) : noun.start]
    if "for" in opening[-_PURPOSE_REACH:]:
        return None  # "is to meet X in Lima for trade talks": what the meeting is for
    if not _STAYING.isdisjoint(opening) and noun.term.startswith("contact"):
        return None  # "agreed to remain in close contact": none that is arranged
    if (_AT.isdisjoint(opening) and not _is_before_or_after(layers, sentence, noun)) or "the" in opening[-2:]:
        return None
    if (states := _states_opening(layers, sentence, noun)) is not None:
        return states
    starts = dict.fromkeys(n.start for n in layers.nominals.within(sentence.start, sentence.end))
    whole = (layers.nominals.starting(start) for start in starts)
    named = [n for n in whole if n is not None and (n.people or n.kind in ("pronoun", "parties"))]
    for position, subject in enumerate(named):
        opens = subject.start - sentence.start <= 1 or lower[subject.start - 1] == ","
        if (
            not opens
            or not told_alike(layers, noun.start, subject.start)
            or subject.kind == "role"
            or lower[subject.end : subject.end + 1] == [":"]
        ):
            continue
        sides = with_subject(layers, subject)
        if noun.plural and PEOPLE_IN_VIEW in sides and "their" in opening:
            return None  # "The envoys were joined in their meetings by X": each with others
        if subject.plural and noun.start > subject.start - _MAX_FRONT:
            return noun_candidate(layers, noun, sides, f"{TOLD_IN}-{noun.format}", 0.75, end=noun.end, hosts=len(sides))
        told = named[position + 1] if position + 1 < len(named) else None
        if told is None or not told.people:
            return None
        between = lower[subject.end : told.start]
        if any(verb.sense == "meet" for word in between for verb in load_meeting_terms().verbs.get(word, ())):
            return None  # "came to meet X and confirm his presence at a summit"
        acted_on = 1 <= len(between) <= 2 and between[-1].endswith(("ed", "told", "gave", "s"))
        if acted_on or between[-1:] == ["with"]:
            return noun_candidate(layers, noun, [*sides, *members(layers, told)], f"{TOLD_IN}-{noun.format}", 0.75, end=noun.end)
        return None
    return None


def _states_opening(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """States that did something at talks: "A and B agreed at talks in Lima on Monday to reopen the crossing"."""
    lower, start = layers.tokens.lower, statement_start(layers, sentence)
    states = layers.nominals.starting(start)
    verb = states.end + (lower[states.end] in HAVE) if states is not None else 0
    if states is None or states.kind != "actor" or not states.plural or len(states.actors) < _PAIR or noun.term not in _OF_STATES:
        return None
    if lower[verb] not in _ACHIEVED or any(n.people for n in layers.nominals.within(states.end, noun.start)):
        return None
    sides = [Side(None, actor) for actor in states.actors]
    return noun_candidate(layers, noun, sides, "states-hold", 0.7, end=noun.end, hosts=len(sides))


def _is_before_or_after(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> bool:
    """Whether what is told came before or after a meeting: "embraced before two hours of closed-door talks"."""
    lower, fillers = layers.tokens.lower, load_meeting_words().meeting_fillers
    step = noun.start - 1
    while step > sentence.start and (lower[step] in fillers or lower[step].endswith("ly")):
        step -= 1
    return lower[step] in ("before", "after", "following", "into")


def _is_thanked_for(before: list[str]) -> bool:
    """Whether a noun of meeting is what somebody is thanked for: "thanked X for a frank and useful call"."""
    after = before[before.index("for") + 1 :] if "for" in before else []
    return after[:1] in (["a"], ["an"], ["their"], ["the"]) and not _LINKS.intersection(after)


def read_told_in(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """ "X told Y in a phone call that …"."""
    lower, quote_verbs = layers.tokens.lower, load_words().quote_verbs
    opening = lower[max(sentence.start, noun.start - _OCCASION_REACH) : noun.start]
    thanked = _is_thanked_for(lower[max(sentence.start, noun.start - _THANKS_REACH) : noun.start])
    if thanked:
        opening = ["a"]
    if (_AT.isdisjoint(opening) and not thanked) or not (_ONE_OCCASION & set(opening) or "over" in opening[-2:]):
        return None
    named = [n for n in layers.nominals.within(sentence.start, noun.start) if n.people or n.kind == "pronoun"]
    for teller, told in pairwise(named):
        between = lower[teller.end : told.start]
        if not told_alike(layers, noun.start, teller.start):
            continue  # "“X received Y”, Z told the paper by phone"
        tells = 1 <= len(between) <= 2 and (between[-1] in quote_verbs or between[-1] in _TELLING)
        addresses = 3 <= len(between) <= _ADDRESS_REACH and between[-1] == "to" and FINITE.isdisjoint(between) and "," not in between
        if thanked and between[-1:] != ["thanked"]:
            continue  # "thanked X for a frank call"
        if told.people and ((tells and between[-1] in _TELLING) or addresses):
            sides = [*with_subject(layers, teller), *members(layers, told)]
            return noun_candidate(layers, noun, sides, f"{TOLD_IN}-{noun.format}", 0.8, end=noun.end)
    return None

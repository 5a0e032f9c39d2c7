"""Meetings told of as what happens: the talks took place · the next round is due · their last exchange, in May, …"""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.bodies import paired, paired_people
from etl.extract.meetings.candidate import ACTORS_IN_VIEW, PEOPLE_IN_VIEW, Candidate
from etl.extract.meetings.followups import SEQUEL
from etl.extract.meetings.noun_places import GATHERINGS, MeetingNoun, noun_candidate
from etl.extract.meetings.subjects import possessor
from etl.lexicon.meetings import load_meeting_words

_PREDICATE_REACH: Final = 16
_SEQUEL_REACH: Final = 5
_UNINTRODUCED: Final = 2
"""Tokens before "(expert) consultations (were held in April)", which nothing has introduced."""
HAPPENS: Final = frozenset(
    "took takes take taking held convened begin began begins opened opens started starts resume resumed ended kicked kicks".split()
)
_ARRANGED_HAPPENS: Final = frozenset({"scheduled", "planned", "due", "set", "slated", "expected", "foreseen", "concluded"})
_ANOTHER: Final = frozenset({"its", "their", "his", "her"})
"""Words after "and" that open another subject."""
_ORGAN_REACH: Final = 6
_OTHER: Final = frozenset("their next last previous earlier".split())
_FRONTING: Final = frozenset({"during", "at", "in", "after", "before", "following", "ahead", "prior"})
_TOPICS: Final = frozenset({"of", "on", "about", "for"})
_DEFINITE: Final = frozenset({"the", "these", "this"})


def predicate_of(lower: list[str], index: int, sentence: Sentence) -> int | None:
    """Where the verb stands that says that a meeting takes place, is arranged or called off, after its noun phrase; None without one."""
    cancelling = load_meeting_words().cancelling_words
    for step in range(index, min(sentence.end - 1, index + _PREDICATE_REACH)):
        word, previous = lower[step], lower[step - 1]
        if word == "," and lower[sentence.start] in _FRONTING:
            return None  # "During the meeting, X and Y are expected to …"
        if word in (".", ";", "that", "said") or (word == "and" and lower[step + 1] in _ANOTHER):
            return None
        if word in HAPPENS and (word != "held" or previous in BE) and (not word.startswith("tak") or lower[step + 1] == "place"):
            return step
        arranged = word in _ARRANGED_HAPPENS and lower[step + 1] != "by"  # "its agenda was set by X"
        arranged = arranged and not _is_effect(lower, step + 1)
        if (arranged or word in cancelling) and (previous in BE or previous in ("originally", "been", "be")):
            return step
        if word in ("called", "put") and lower[step + 1] == "off":
            return step
        if word == "convene" and previous in ("to", "will", "would"):
            return step
    return None


def _is_effect(lower: list[str], index: int) -> bool:
    """Whether an infinitive tells what a meeting that is over will bring: "are expected | to (further) enhance"."""
    verb = next((i for i in range(index + 1, index + _TO_EFFECT) if not lower[i].endswith("ly") and lower[i] != "further"), index)
    return lower[index] == "to" and lower[verb] in load_meeting_words().effect_verbs


_TO_EFFECT: Final = 4
"""Tokens of "to further greatly enhance"."""


def is_looked_back_at(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> bool:
    """ "Their earlier exchange, on August 14, …", "the next round, in May, falls to Lima": another one of the same sides, with a date."""
    before = layers.tokens.lower[max(sentence.start, noun.start - _SEQUEL_REACH) : noun.start]
    dated = any(date.span.start >= noun.end for date in layers.dates.within(noun.end, min(sentence.end, noun.end + _PREDICATE_REACH)))
    return dated and noun.start - sentence.start <= _SEQUEL_REACH and not _OTHER.isdisjoint(before)


def read_taking_place(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """A meeting with a predicate of its own: "the talks took place in Lima", "the A-B consultations were held", "the next round is due"."""
    lower = layers.tokens.lower
    pair = paired(layers, noun.start, sentence) or paired_people(layers, noun.start, sentence)
    if pair:
        return noun_candidate(layers, noun, pair, "pair-met", 0.75, end=noun.end)
    sequel = sequel_of(layers, sentence, noun) if noun.kind not in GATHERINGS else None
    if sequel is not None and possessor(layers, noun.start, sentence) is None:
        organ = load_meeting_words().joint_organs & set(lower[noun.end : min(sentence.end, noun.end + _ORGAN_REACH)])
        own = (sequel in ("last", "previous", "earlier") and not organ) or "their" in lower[noun.start - _SEQUEL_REACH : noun.start]
        return noun_candidate(layers, noun, [PEOPLE_IN_VIEW if own else ACTORS_IN_VIEW], SEQUEL, 0.7, end=noun.end)
    opens = noun.start - sentence.start <= _UNINTRODUCED and lower[noun.start - 1] not in _DEFINITE
    if opens and noun.term in load_meeting_words().state_nouns:
        return noun_candidate(layers, noun, [ACTORS_IN_VIEW], SEQUEL, 0.65, end=noun.end)
    if lower[noun.end] in _TOPICS:
        return None  # "the meeting of the group on wool" is told apart by what it is
    if lower[noun.start - 1] in (_DEFINITE | {"their"}) and noun.start - sentence.start <= _SEQUEL_REACH:
        return noun_candidate(layers, noun, [PEOPLE_IN_VIEW], f"{noun.format}-took-place", 0.75, end=noun.end)
    return None


def is_remit(layers: Layers, start: int, end: int) -> bool:
    """Whether a noun of meeting only says what somebody's office is for: "the Special Representative for the A-B dialogue, X"."""
    lower, over = layers.tokens.lower, layers.nominals.covering(start)
    titled = (n for n in over if n.kind in ("person", "office") and n.start < start and end < n.end)
    return any(not _REMITS.isdisjoint(words) and "," not in words for words in (lower[n.start : start] for n in titled))


_REMITS: Final = frozenset({"for", "on", "to"})


def sequel_of(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> str | None:
    """The word before a noun that makes it another meeting of the same sides: "the next round of", "a second"."""
    before = layers.tokens.lower[max(sentence.start, noun.start - _SEQUEL_REACH) : noun.start]
    if layers.tokens.lower[noun.end : noun.end + 1] == ["since"]:
        return None  # "their first meeting since May" is the one just told of
    return next((word for word in reversed(before) if word in load_meeting_words().sequel_markers), None)

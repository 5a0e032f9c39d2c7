"""The words before and after the word of a meeting that say what became of it: those of its clause, in the same voice."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.extract.grammar import FINITE, MODALS, WAS
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.ahead import (
    AUXILIARIES,
)
from etl.extract.meetings.cancelling import PREDICATE, past_description
from etl.extract.meetings.unreal import CLAUSE_OPENERS
from etl.extract.meetings.voices import told_alike
from etl.lexicon.words import load_words

_BEFORE: Final = 12
"""Tokens before a trigger among which its status is looked for."""
CLAUSE_ENDERS: Final = frozenset("; . — – but while when whereas although though because after before since who which whose".split())
_ON_OCCASION: Final = frozenset({"in", "at", "during", "over", "after", "following", "before"})


def without_day(layers: Layers, sentence: Sentence, at: int, before: list[str]) -> list[str]:
    """The words of a clause without the day right before a noun: "has postponed her (March 28-31) visit"."""
    day = layers.dates.ending(at)
    if day is None or day.span.start <= sentence.start or at - day.span.start >= len(before):
        return before
    return before[: len(before) - (at - day.span.start)]


def without_day_after(before: list[str]) -> list[str]:
    """The words of a clause without "the next day", which follows what the text has told and says nothing of what is to come."""
    for index, (article, word) in enumerate(pairwise(before)):
        counted = article == "the" and word == "next" and before[index + 2 : index + 3] in _PARTS_OF_TIME
        if counted and _WITHIN.isdisjoint(before[index - 1 : index]):
            return [*before[:index], *before[index + 3 :]]
    return before


_PARTS_OF_TIME: Final = (["day"], ["morning"], ["afternoon"], ["evening"], ["night"], ["week"], ["month"], ["year"])
_WITHIN: Final = frozenset("in over within during for of".split())


def clause_before(layers: Layers, sentence: Sentence, trigger: int) -> list[str]:
    """The words of a clause before a trigger; a name that is a modal as well ("Ms. May", "Will") stands as a name."""
    lower, start = layers.tokens.lower, trigger
    while start > sentence.start and trigger - start < _BEFORE and lower[start - 1] not in CLAUSE_OPENERS:
        if not told_alike(layers, trigger, start - 1):
            break  # "“The pier will open,” X said after talks with Y"
        start -= 1
    opener = lower[start - 1 : start] if start > sentence.start else []
    start -= opener in (["who"], ["which"])
    if MODALS.isdisjoint(lower[start:trigger]):
        return lower[start:trigger]
    return ["" if lower[i] in MODALS and layers.person_mentions.covering(i) else lower[i] for i in range(start, trigger)]


def clause_after(layers: Layers, sentence: Sentence, trigger: int, end: int, reach: int) -> list[str]:
    """The words after a meeting's phrase in its clause, and in the same voice: "…, X said the cable would be repaired" is another's."""
    lower, stop, quote_verbs = layers.tokens.lower, end, load_words().quote_verbs
    telling = not _ON_OCCASION.isdisjoint(lower[trigger - 3 : trigger]) and not quote_verbs.isdisjoint(lower[sentence.start : trigger])
    while stop < sentence.end and stop - end < reach and told_alike(layers, trigger, stop):
        goes_on = lower[stop] == "but" and not AUXILIARIES.isdisjoint(lower[stop + 1 : stop + 2])  # "…, but was put off"
        told = lower[stop] == "that" and stop > end and (lower[stop - 1] in quote_verbs or telling)  # "it was noted that it would open"
        if lower[stop] == "which" and FINITE.isdisjoint(lower[end:stop]) and (past := past_description(lower, stop, sentence)) is not None:
            return lower[end:past] + lower[past : min(sentence.end, past + PREDICATE)]
        if lower[stop : stop + 3] == ["which", "should", "have"]:
            return lower[end : min(sentence.end, stop + PREDICATE)]
        if lower[stop : stop + 2] == ["ahead", "of"]:
            break  # "paid a call on X ahead of the summit to be held in May"
        if told or (lower[stop] in CLAUSE_ENDERS and not goes_on and not _of_the_meeting(lower, stop)):
            break
        if lower[stop] == "and" and lower[stop + 1 : stop + 2] in (["is"], ["are"]):
            break  # "is paying a visit to Lima and is scheduled to return on Friday"
        if lower[stop] == "and" and not WAS.isdisjoint(lower[end : end + 1]) and lower[end + 1 : end + 2] not in (["to"], ["due"]):
            break  # "her last visit was in May, and the next will be"
        stop += 1
    return lower[end:stop]


def _of_the_meeting(lower: list[str], index: int) -> bool:
    """A relative clause that goes on about the meeting: "that had been planned", "of which will be held"."""
    return (lower[index] == "that" and lower[index + 1] in AUXILIARIES) or (lower[index] == "which" and lower[index - 1] == "of")

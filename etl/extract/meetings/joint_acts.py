"""What several did together somewhere on a day: "the presidents of A and B signed a pact in Lima on Monday", "the two toured a mine".

Representatives of different states who sign, agree or open something in one place on one day were there together, though no word of
meeting stands there. What was done from afar is told without a place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.grammar import BE, MODALS, NEGATIONS, RELATIVES
from etl.extract.layers import PLACE_KINDS, Layers, Sentence
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, make_candidate
from etl.extract.meetings.objects import object_of
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.subjects import subject_of
from etl.extract.meetings.voices import told_alike
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

RULE: Final = "joint-act"
_PAIR: Final = 2
_WHERE: Final = frozenset({"in", "at", "outside", "near"})
_WHERE_REACH: Final = 5
"""Tokens from "in" to the noun of "in the Peruvian capital"."""
_CITY_NOUNS: Final = frozenset({"capital", "city", "town", "port"})
_JOINTLY: Final = frozenset({"jointly", "together", "also", "then", "later"})
_INTENDING: Final = frozenset("intend plan hope going agreed wish".split())
_BEFORE: Final = frozenset({"had", "has", "have", "also", "later", "then", "jointly", "together"})


def read_joint_act(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of what several of different states did together, whose verb stands at a token."""
    lower, words = layers.tokens.lower, load_meeting_words()
    past = lower[index] in words.joint_acts or lower[index] in words.joint_journeys
    if (not past and not _is_to_come(lower, index)) or not words.distance_words.isdisjoint(lower[sentence.start : sentence.end]):
        return None
    if not NEGATIONS.isdisjoint(lower[max(sentence.start, index - _WHERE_REACH) : index]):
        return None
    if any(lower[i] == "their" and lower[i + 1] in load_meeting_terms().nouns for i in range(index, sentence.end - 1)):
        return None  # "witnessed the signing after their talks in Lima": the talks are told
    if past and (by := _agents(layers, sentence, index)) is not None:
        return by
    start = index
    while start > sentence.start and (lower[start - 1] in _BEFORE or lower[start - 1] in MODALS or _is_intended(lower, start - 1)):
        start -= 1
    subject = subject_of(layers, start, sentence)
    if subject is None or not subject.plural:
        return None
    if subject.kind == "pronoun" and subject.start > sentence.start and not _opens_clause(lower[subject.start - 1]):
        return None  # "the truce they signed with the rebels in April"
    sides = with_subject(layers, subject)
    in_view = sides == [PEOPLE_IN_VIEW]
    if not in_view and (not subject.people or len({side.actor for side in sides} - {None}) < max(_PAIR, len(sides))):
        return None
    if not in_view and lower[index] in words.joint_journeys:
        return None  # "A and B flew to Lima on Monday", each from home
    if not _has_day(layers, sentence, index) or not (in_view or _has_place(layers, sentence, index)):
        return None
    found = make_candidate(layers, index, sides, RULE, 0.6, end=index + 1, implied=True)
    if found is not None and past and found.status == "planned":
        return replace(found, status="held")  # "the next day the two toured a mine"
    return found


def _opens_clause(word: str) -> bool:
    """Whether a word before "they" leaves it the subject of a clause of its own, and not of one that qualifies a noun."""
    return not word.isalpha() or word in RELATIVES or word in _CLAUSE_OPENERS


_CLAUSE_OPENERS: Final = frozenset("and but that as when while before after then today yesterday earlier later afterwards".split())


def _agents(layers: Layers, sentence: Sentence, participle: int) -> Candidate | None:
    """ "The bridge was opened in Lima on Monday by X of A and Y of B"."""
    lower = layers.tokens.lower
    noun = participle > sentence.start and lower[participle - 1].isalpha() and layers.nominals.ending(participle) is None
    if BE.isdisjoint(lower[max(sentence.start, participle - 2) : participle]) and not noun:
        return None
    by = next((i for i in range(participle + 1, min(sentence.end - 1, participle + _AGENT_REACH)) if lower[i] == "by"), None)
    agents = object_of(layers, by + 1, sentence) if by is not None else None
    if agents is None or not agents.plural or not agents.people:
        return None
    sides = members(layers, agents)
    several = len({side.actor for side in sides} - {None}) >= max(_PAIR, len(sides))
    if not several or not _has_day(layers, sentence, participle) or not _has_place(layers, sentence, participle):
        return None
    found = make_candidate(layers, participle, sides, RULE, 0.6, end=agents.end, implied=True)
    reduced = BE.isdisjoint(lower[max(sentence.start, participle - 2) : participle])
    return replace(found, status="held") if found is not None and reduced else found  # "will open under a pact signed by X and Y"


_AGENT_REACH: Final = 12
"""Tokens of where and when between a participle and "by"."""


def _is_to_come(lower: list[str], index: int) -> bool:
    """Whether a bare form is what they will do: "will sign", "will jointly open", "are to sign", "also intend to open"."""
    while lower[index - 1] in _JOINTLY:
        index -= 1
    if lower[index - 1] in ("will", "shall"):
        return True
    return lower[index - 1] == "to" and (lower[index - 2] == "are" or lower[index - 2] in load_meeting_words().arranged_words | _INTENDING)


def _is_intended(lower: list[str], index: int) -> bool:
    """Whether a token before the verb belongs to "are (due) to", "intend to"."""
    return lower[index] in ("to", "are") or lower[index] in load_meeting_words().arranged_words | _INTENDING


def _has_day(layers: Layers, sentence: Sentence, index: int) -> bool:
    """Whether the sentence gives the day of what is done."""
    days = (value for value in layers.dates.within(sentence.start, sentence.end) if value.precision == "day")
    return any(told_alike(layers, index, value.span.start) for value in days)


def _has_place(layers: Layers, sentence: Sentence, index: int) -> bool:
    """Whether the sentence names the town in which it is done."""
    lower = layers.tokens.lower
    for step in range(sentence.start, sentence.end - 1):
        if (lower[step] not in _WHERE and lower[step] != "here") or not told_alike(layers, index, step):
            continue
        if lower[step] == "here":
            return True
        entity = layers.entity_at(step + 1)
        named = layers.tokens.is_capitalized(step + 1) and not layers.dates.covering(step + 1)
        if (named and (entity is None or entity.kind in PLACE_KINDS)) or not _CITY_NOUNS.isdisjoint(lower[step : step + _WHERE_REACH]):
            return True
    return False

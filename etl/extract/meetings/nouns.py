"""Nouns of meeting: X held talks with Y · in his talks with Y · talks between X and Y · consultation among the ministers of A, B and C ·
the talks took place · the talks brought together X and Y."""

from __future__ import annotations

from typing import NamedTuple

from etl.extract.claims.sources import main_subject, source_left
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Format, Side, make_candidate
from etl.extract.meetings.parties import group_before, members, object_of, other_person, possessor, with_subject
from etl.extract.meetings.verbs import BY_PHONE
from etl.lexicon.meetings import MeetingTerms
from etl.lexicon.words import Words

_UNCOUNTED = frozenset({"talks", "consultations", "negotiations", "discussions"})
_FILLERS = frozenset(
    "a an the his her its their separate bilateral trilateral brief formal short long extensive wide - ranging candid first second third fourth fifth"
    " new round of series number substantive constructive face one on productive fruitful expanded delegation level telephone phone video official high".split()
)
_MAX_GAP = 14
_KINDS_HELD = frozenset({"any", "bilateral", "trilateral", "multilateral", "summit"})


class MeetingNoun(NamedTuple):
    """A noun of meeting at token positions, and what sort of meeting it names."""

    start: int
    end: int
    term: str
    kind: str
    format: Format
    plural: bool


def noun_at(layers: Layers, sentence: Sentence, index: int, terms: MeetingTerms) -> MeetingNoun | None:
    """The longest noun of meeting that begins at a token; an adjective ("trilateral cooperation") is none."""
    lower = layers.tokens.lower
    for size in (4, 3, 2, 1):
        end = index + size
        if end > sentence.end:
            continue
        term = " ".join(lower[index:end])
        for form in (term, term.removesuffix("s")):
            kind = terms.nouns.get(form)
            if kind is None or kind == "visit":
                continue
            if term.endswith("lateral") and lower[end : end + 1] not in (["with"], ["between"], ["among"], ["on"]):
                return None
            phone = (
                kind == "call" or any(w in BY_PHONE for w in lower[max(sentence.start, index - 3) : end]) or "video" in lower[end : end + 3]
            )
            return MeetingNoun(index, end, term, kind, "call" if phone else "meeting", term.endswith("s") and term not in _UNCOUNTED)
    return None


def governor(layers: Layers, index: int, sentence: Sentence, terms: MeetingTerms) -> int:
    """Where the verb stands that has the noun as its object ("held … talks"); the noun's own place when there is none.

    Between the two there may be only modifiers, or a place or time ("chaired this morning, at the Palace, the Fifth Meeting").
    """
    lower = layers.tokens.lower
    step = index - 1
    while step > sentence.start and (lower[step] in _FILLERS or lower[step].endswith("ly")):
        step -= 1
    if _is_holding(lower, step, terms):
        return step
    for step in range(index - 1, max(sentence.start, index - _MAX_GAP), -1):
        if lower[step] in ("with", "by", "of", "in", "to", "during") and step > index - 3:
            return index
        if _is_holding(lower, step, terms) and lower[step] not in ("had", "has", "have"):
            return step
    return index


def _is_holding(lower: list[str], index: int, terms: MeetingTerms) -> bool:
    return any(
        v.sense == "hold" and v.form != "gerund" and tuple(lower[index + 1 : index + 1 + len(v.following)]) == v.following
        for v in terms.verbs.get(lower[index], ())
    )


def read_noun(layers: Layers, sentence: Sentence, index: int, terms: MeetingTerms, words: Words) -> Candidate | None:
    """The candidate of a noun of meeting at a token, if one stands there."""
    noun = noun_at(layers, sentence, index, terms)
    if noun is None:
        return None
    preposition, obj = _complement(layers, sentence, noun)
    held_at = governor(layers, noun.start, sentence, terms)
    if obj is None:
        return _without_complement(layers, sentence, noun, held_at, words)
    if preposition in ("between", "among", "of"):
        return _among(layers, sentence, noun, obj, preposition, held_at, words)
    if obj.kind == "actor":
        return None
    subject = possessor(layers, noun.start, sentence)
    if subject is None and held_at != noun.start:
        subject = _subject_of(layers, sentence, held_at, words)
    if subject is None or not (subject.people or subject.kind == "pronoun"):
        subject = other_person(layers, sentence, noun.start, obj)
    if subject is None:
        if not (noun.plural and noun.start - sentence.start <= 2):
            return None
        sides = _inherited(layers, sentence, obj)
    else:
        sides = [*with_subject(layers, subject, noun.start), *members(layers, obj)]
    return make_candidate(
        layers, sentence, noun.start, noun.format, noun.term, sides, f"{noun.format}-noun", 0.85, separate=noun.plural, end=obj.end
    )


def _subject_of(layers: Layers, sentence: Sentence, verb: int, words: Words) -> Nominal | None:
    subject, _ = source_left(layers, verb, sentence, words)
    if subject is None and layers.tokens.lower[verb - 1 : verb] == ["and"]:
        subject = main_subject(layers, sentence)
    return subject


def _complement(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> tuple[str, Nominal | None]:
    """With, between, among or of whom."""
    lower = layers.tokens.lower
    for step in range(noun.end, min(noun.end + 11, sentence.end)):
        if lower[step] in ("with", "between", "among", "of") and (obj := object_of(layers, step + 1, sentence)) is not None:
            return lower[step], obj
        if lower[step] in (",", ".", ";", "to", "and", "that"):
            break
    return "", None


def _without_complement(layers: Layers, sentence: Sentence, noun: MeetingNoun, held_at: int, words: Words) -> Candidate | None:
    lower = layers.tokens.lower
    if lower[noun.end : noun.end + 2] in (["brought", "together"], ["gathered", "together"]):
        group = layers.nominal_starting(noun.end + 2)
        if group is not None and len(group.people) >= 2:
            return make_candidate(layers, sentence, noun.start, noun.format, noun.term, members(layers, group), "brought-together", 0.85)
    if held_at != noun.start and (noun.format == "call" or noun.kind in _KINDS_HELD):
        subject = _subject_of(layers, sentence, held_at, words)
        if subject is not None and subject.plural:
            sides = with_subject(layers, subject, noun.start)
            return make_candidate(layers, sentence, noun.start, noun.format, noun.term, sides, f"hold-{noun.format}", 0.85, end=noun.end)
    if lower[noun.start - 1 : noun.start] == ["the"] and _takes_place(lower, noun.end):
        sides = group_before(layers, noun.start)
        return make_candidate(layers, sentence, noun.start, noun.format, noun.term, sides, f"{noun.format}-took-place", 0.75, end=noun.end)
    return None


def _takes_place(lower: list[str], index: int) -> bool:
    return lower[index : index + 2] in (["took", "place"], ["was", "held"], ["were", "held"], ["takes", "place"])


def _among(
    layers: Layers, sentence: Sentence, noun: MeetingNoun, obj: Nominal, preposition: str, held_at: int, words: Words
) -> Candidate | None:
    """Talks between, among or of several; whoever chairs them takes part."""
    if not obj.plural or (preposition == "of" and (noun.kind == "summit" or not obj.people or noun.plural)):
        return None
    sides = members(layers, obj)
    verb = layers.tokens.lower[held_at]
    if held_at != noun.start and verb.endswith(("chaired", "chairs")):
        chair = with_subject(layers, _subject_of(layers, sentence, held_at, words), noun.start)
        chairs = {s[0] for s in chair}
        named = {s[0] for s in sides}
        sides = [(p, a, "chair" if p in chairs else r) for p, a, r in sides]
        if not chairs & named:
            sides = [(p, a, "chair") for p, a, _ in chair] + sides
    return make_candidate(layers, sentence, noun.start, noun.format, noun.term, sides, f"{noun.format}-{preposition}", 0.9, end=obj.end)


def _inherited(layers: Layers, sentence: Sentence, obj: Nominal) -> list[Side]:
    """ "The meetings with A, B and C were held …": the host is the person who opened the text before it."""
    for mention in layers.person_mentions:
        if mention.start >= sentence.start:
            break
        if mention.person not in obj.people:
            return [(mention.person, layers.people[mention.person].actor, "principal"), *members(layers, obj)]
    return members(layers, obj)

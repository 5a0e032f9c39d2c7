"""Nouns of meeting: X held talks with Y · in his talks with Y · talks between X and Y · consultation among the ministers of A, B and C ·
the talks took place · the talks brought together X and Y.
"""

from __future__ import annotations

from typing import NamedTuple

from etl.extract.grammar import HAVE
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Format, Side, make_candidate
from etl.extract.meetings.parties import group_before, members, object_of, other_person, possessor, subject_of, with_subject
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

_TERM_SIZES = (4, 3, 2, 1)
_PARTNER_REACH = 11
_PHONE_REACH = 3
_MAX_GAP = 14
"""Tokens between a verb and the noun that it holds, when a place or time stands between."""
_PARTNER_PREPOSITIONS = frozenset({"with", "between", "among", "of"})
_ENDS = frozenset({",", ".", ";", "to", "and", "that"})
_HELD_KINDS = frozenset({"any", "bilateral", "trilateral", "multilateral", "summit"})
_TAKES_PLACE = (["took", "place"], ["was", "held"], ["were", "held"], ["takes", "place"])
_GATHERS = (["brought", "together"], ["gathered", "together"])


class _Noun(NamedTuple):
    """A noun of meeting at tokens start..end, what sort of meeting it names, and the verb that holds it (None: nobody holds it)."""

    start: int
    end: int
    term: str
    kind: str
    format: Format
    plural: bool
    held_at: int | None


def read_noun(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a noun of meeting at a token, if one stands there."""
    noun = _noun(layers, sentence, index)
    if noun is None:
        return None
    preposition, obj = _complement(layers, sentence, noun)
    if obj is None:
        return _without_complement(layers, sentence, noun)
    if preposition != "with":
        return _among(layers, sentence, noun, preposition, obj)
    return _with(layers, sentence, noun, obj) if obj.kind != "actor" else None


def _noun(layers: Layers, sentence: Sentence, index: int) -> _Noun | None:
    """The longest noun of meeting that begins at a token; an adjective ("trilateral cooperation") is none."""
    lower, terms, words = layers.tokens.lower, load_meeting_terms(), load_meeting_words()
    if lower[index] not in terms.noun_openings:
        return None
    for size in _TERM_SIZES:
        end = index + size
        if end > sentence.end:
            continue
        term = " ".join(lower[index:end])
        kind = next((k for form in (term, term.removesuffix("s")) if (k := terms.nouns.get(form, "visit")) != "visit"), None)
        if kind is None:
            continue
        if term.endswith("lateral") and lower[end : end + 1] not in (["with"], ["between"], ["among"], ["on"]):
            return None
        phone = not words.phone_words.isdisjoint(lower[max(sentence.start, index - _PHONE_REACH) : end])
        called = kind == "call" or phone or "video" in lower[end : end + 3]
        plural = term.endswith("s") and term not in words.meeting_plurals
        return _Noun(index, end, term, kind, "call" if called else "meeting", plural, _holding(layers, sentence, index))
    return None


def _holding(layers: Layers, sentence: Sentence, index: int) -> int | None:
    """Where the verb stands that has a noun as its object ("held … talks").

    Between the two there may be only modifiers, or a place or time ("chaired this morning, at the Palace, the Fifth Meeting").
    """
    lower, fillers = layers.tokens.lower, load_meeting_words().meeting_fillers
    step = index - 1
    while step > sentence.start and (lower[step] in fillers or lower[step].endswith("ly")):
        step -= 1
    if _is_holding(lower, step):
        return step
    for step in range(index - 1, max(sentence.start, index - _MAX_GAP), -1):
        if lower[step] in ("with", "by", "of", "in", "to", "during") and step > index - 3:
            return None
        if lower[step] not in HAVE and _is_holding(lower, step):
            return step
    return None


def _is_holding(lower: list[str], index: int) -> bool:
    return any(
        verb.sense == "hold" and verb.form != "gerund" and tuple(lower[index + 1 : index + 1 + len(verb.following)]) == verb.following
        for verb in load_meeting_terms().verbs.get(lower[index], ())
    )


def _complement(layers: Layers, sentence: Sentence, noun: _Noun) -> tuple[str, Nominal | None]:
    """With, between, among or of whom."""
    lower = layers.tokens.lower
    for step in range(noun.end, min(noun.end + _PARTNER_REACH, sentence.end)):
        if lower[step] in _PARTNER_PREPOSITIONS and (obj := object_of(layers, step + 1, sentence)) is not None:
            return lower[step], obj
        if lower[step] in _ENDS:
            break
    return "", None


def _without_complement(layers: Layers, sentence: Sentence, noun: _Noun) -> Candidate | None:
    """ "The talks brought together X and Y", "the two ministers held talks", "the talks took place"."""
    lower = layers.tokens.lower
    if lower[noun.end : noun.end + 2] in _GATHERS:
        group = layers.nominals.starting(noun.end + 2)
        if group is not None and len(group.people) >= 2:
            return _candidate(layers, noun, members(layers, group), "brought-together", 0.85, end=0)
    if noun.held_at is not None and (noun.format == "call" or noun.kind in _HELD_KINDS):
        subject = subject_of(layers, noun.held_at, sentence)
        if subject is not None and subject.plural:
            return _candidate(layers, noun, with_subject(layers, subject, noun.start), f"hold-{noun.format}", 0.85, end=noun.end)
    if lower[noun.start - 1 : noun.start] == ["the"] and lower[noun.end : noun.end + 2] in _TAKES_PLACE:
        return _candidate(layers, noun, group_before(layers, noun.start), f"{noun.format}-took-place", 0.75, end=noun.end)
    return None


def _among(layers: Layers, sentence: Sentence, noun: _Noun, preposition: str, obj: Nominal) -> Candidate | None:
    """Talks between, among or of several; whoever chairs them takes part."""
    if not obj.plural or (preposition == "of" and (noun.kind == "summit" or not obj.people or noun.plural)):
        return None
    sides = members(layers, obj)
    if noun.held_at is not None and layers.tokens.lower[noun.held_at].endswith(("chaired", "chairs")):
        chair = with_subject(layers, subject_of(layers, noun.held_at, sentence), noun.start)
        sides = _chaired(sides, chair)
    return _candidate(layers, noun, sides, f"{noun.format}-{preposition}", 0.9, end=obj.end)


def _chaired(sides: list[Side], chair: list[Side]) -> list[Side]:
    """Those who take part with the chair among them, or before them when the chair is not one of them."""
    chairs = {side.person for side in chair}
    named = {side.person for side in sides}
    sides = [side._replace(role="chair") if side.person in chairs else side for side in sides]
    return sides if chairs & named else [*(side._replace(role="chair") for side in chair), *sides]


def _with(layers: Layers, sentence: Sentence, noun: _Noun, obj: Nominal) -> Candidate | None:
    """ "X held talks with Y", "in his talks with Y, X said"; "the meetings with A, B and C" have the host of the text before."""
    subject = possessor(layers, noun.start, sentence)
    if subject is None and noun.held_at is not None:
        subject = subject_of(layers, noun.held_at, sentence)
    if subject is None or not (subject.people or subject.kind == "pronoun"):
        subject = other_person(layers, sentence, noun.start, obj)
    if subject is not None:
        sides = [*with_subject(layers, subject, noun.start), *members(layers, obj)]
    elif noun.plural and noun.start - sentence.start <= 2:
        sides = _inherited(layers, sentence, obj)
    else:
        return None
    return _candidate(layers, noun, sides, f"{noun.format}-noun", 0.85, end=obj.end, separate=noun.plural)


def _inherited(layers: Layers, sentence: Sentence, obj: Nominal) -> list[Side]:
    """The host of the meetings with those named: the person who opened the text before and is not one of them."""
    host = next((m.person for m in layers.person_mentions.within(0, sentence.start) if m.person not in obj.people), None)
    guests = members(layers, obj)
    return guests if host is None else [Side(host, layers.people[host].actor), *guests]


def _candidate(
    layers: Layers, noun: _Noun, sides: list[Side], rule: str, confidence: float, *, end: int, separate: bool = False
) -> Candidate:
    return make_candidate(layers, noun.start, sides, rule, confidence, format=noun.format, noun=noun.term, separate=separate, end=end)

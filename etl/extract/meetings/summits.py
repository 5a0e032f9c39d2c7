"""Summits by themselves: X attended the tenth Basin Summit in Lima · A and B will take part in a summit · the Basin Summit opened."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE, DETERMINERS
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, Side, make_candidate
from etl.extract.meetings.happenings import HAPPENS
from etl.extract.meetings.noun_places import noun_at
from etl.extract.meetings.sides import with_subject
from etl.extract.meetings.subjects import subject_of_form
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.words import load_words

RULE: Final = "summit"
_MAX_NAME: Final = 8
"""Tokens before the noun among which a gathering's name begins: "the 13th India-Japan annual summit"."""
_MAX_TAIL: Final = 6
_MAX_WHEN: Final = 9
"""Tokens between a gathering and the verb that says that it takes place: "the summit in Lima on Monday opened"."""
_JOINTS: Final = frozenset({"-", "–", "&", "'s", "of", "the"})
_REPRESENTING: Final = frozenset({"represent", "represents", "represented", "representing"})
_INTO: Final = frozenset({"in", "at"})
_PARTNERS: Final = frozenset({"with", "between", "among"})
_ENDS: Final = frozenset({"concluded", "concludes", "closed", "closes", "closing"})
_INTERNATIONAL: Final = frozenset({"international", "regional"})


def read_summit(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The summit that a noun at a token names, where somebody attends it or the sentence says that it takes place."""
    noun = noun_at(layers, sentence, index)
    if noun is None or noun.kind != "summit" or noun.plural:
        return None
    lower = layers.tokens.lower
    start, end = _opening(layers, sentence, noun.start), _closing(layers, sentence, noun.end)
    if not _PARTNERS.isdisjoint(lower[noun.end : noun.end + 1]):
        return None
    named = any(layers.tokens.is_capitalized(i) for i in range(start, end))
    event = layers.tokens.surface(start, end) if named else None
    verb = attending(layers, sentence, start)
    if verb is not None:
        subject = subject_of_form(layers, sentence, verb, None, gerund=lower[verb].endswith("ing"))
        sides = [side for side in with_subject(layers, subject) if side.person is not None or side == PEOPLE_IN_VIEW]
        return _candidate(layers, noun.start, sides, event, end, verb) if sides else None
    if event is None or not _is_public(layers, start, end):
        return None
    taking_place = _taking_place(layers, sentence, end)
    return _candidate(layers, noun.start, [], event, end, taking_place) if taking_place is not None else None


def _candidate(layers: Layers, trigger: int, sides: list[Side], event: str | None, end: int, verb: int) -> Candidate | None:
    attending = [side._replace(role="attendee") if side != PEOPLE_IN_VIEW else side for side in sides]
    return make_candidate(layers, trigger, attending, RULE, 0.75, noun="summit", end=end, status_at=verb, event=event)


def _opening(layers: Layers, sentence: Sentence, noun: int) -> int:
    """Where a gathering's name begins: capitalised words, numbers and attributes before its noun."""
    tokens, fillers = layers.tokens, load_meeting_words().meeting_fillers
    step = noun
    while step > max(sentence.start, noun - _MAX_NAME):
        word = tokens.lower[step - 1]
        if word in DETERMINERS or not (tokens.is_capitalized(step - 1) or word in fillers or word in _JOINTS or word[:1].isdigit()):
            break
        step -= 1
    while step < noun and tokens.lower[step] in _JOINTS:
        step += 1
    return step


def _closing(layers: Layers, sentence: Sentence, end: int) -> int:
    """Where a gathering's name ends: "the Summit of Mountain Countries"."""
    tokens = layers.tokens
    if tokens.lower[end : end + 1] not in (["of"], ["for"], ["on"]):
        return end
    step = end + 1 + (tokens.lower[end + 1 : end + 2] == ["the"])
    first = step
    while step < min(sentence.end, end + _MAX_TAIL) and (tokens.is_capitalized(step) or tokens.lower[step] in ("of", "the", "and")):
        step += 1
    while step > first and not tokens.is_capitalized(step - 1):
        step -= 1
    dated = any(layers.dates.covering(i) for i in range(first, step))
    return step if step > first and not dated else end


def attending(layers: Layers, sentence: Sentence, start: int) -> int | None:
    """Where the verb stands by which somebody attends what is named at a token: "attended the", "will take part in a"."""
    lower, verbs = layers.tokens.lower, load_meeting_words().gathering_verbs
    step = start - 1
    while step > sentence.start and lower[step] in DETERMINERS:
        step -= 1
    step -= lower[step] in _INTO
    represented = layers.entities.ending(step + 1)
    if represented is not None and represented.kind == "state" and lower[represented.start - 1] in _REPRESENTING:
        return represented.start - 1  # "X represented Peru at the"
    if step <= sentence.start or lower[step] not in verbs:
        return None
    return step - 1 if lower[step] == "part" else step


def _taking_place(layers: Layers, sentence: Sentence, end: int) -> int | None:
    """Where the verb stands by which a gathering is told to take place, after its place and time."""
    lower = layers.tokens.lower
    for step in range(end, min(sentence.end, end + _MAX_WHEN)):
        word = lower[step]
        if (word in HAPPENS or word in _ENDS) and (word != "held" or lower[step - 1] in BE):
            return step
        if word in load_words().quote_verbs or word in (".", ";", "that", "which", "who"):
            return None
    return None


def _is_public(layers: Layers, start: int, end: int) -> bool:
    """Whether a gathering is one of states: an international organization's, or one to which ministers and leaders come."""
    kinds, titles = load_actors().organization_kinds, load_meeting_words().government_titles
    if any(kinds.get(entity.name) in _INTERNATIONAL for entity in layers.entities.within(start, end)):
        return True
    number = layers.sentence_of[start]
    around = layers.sentences[max(0, number - 1) : number + 2]
    words = {word.removesuffix("s") for word in layers.tokens.lower[around[0].start : around[-1].end]}
    return not words.isdisjoint(titles) or "leader" in words

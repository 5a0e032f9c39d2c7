"""Journeys told of by their stations: "will make an African tour that includes Togo and Benin", "a trip that will take her to Togo",
"embarks on Monday on a tour of Togo and Benin", "a two-nation tour including stops in Togo and Benin".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.grammar import BE, MODALS
from etl.extract.layers import Entity, Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.destinations import destination_at
from etl.extract.meetings.subjects import owner_of, possessor, subject_of_form
from etl.extract.meetings.visits import visit_candidate
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words

JOURNEYS: Final = frozenset({"tour", "tours", "trip", "journey", "swing", "visit", "visits"})
_GOING_ROUND: Final = frozenset({"tour", "tours", "swing"})
_INCLUDING: Final = frozenset({"including", "include", "includes", "included", "covering", "cover", "covers", "comprising", "comprises"})
_TAKING: Final = frozenset({"take", "takes", "taking", "took", "bring", "brings"})
_WHOM: Final = frozenset({"him", "her", "them"})
_STATIONS: Final = frozenset({"visits", "stops", "stopovers", "trips", "stays", "a", "visit", "stop", "to", "in", "at"})
_SETTING_OUT: Final = frozenset(
    "embark embarks embarked embarking leave leaves left leaving depart departs departed undertake undertakes undertook set sets off "
    "kick kicks kicked begin begins began beginning start starts started starting".split()
)
_ENDS: Final = frozenset({".", ";", ":", "said", "after", "before", "when", "while", "where", "who"})
_AHEAD: Final = frozenset("kicking starting beginning embarking began begins starts started kicked embarked embarks expected due".split())
"""Words of a journey that begins, or is still to come: the stations that it includes lie ahead."""
_COUNTRIES: Final = frozenset({"countries", "nations", "states", "capitals"})
_JOURNEYING: Final = frozenset({"visit", "travel"})
_LISTS: Final = frozenset({":", ",", "-", "–", "—", "(", "namely", "including"})
_OVER: Final = frozenset({"after", "returned", "returning", "back"})
_PARTS: Final = frozenset({"leg", "stop", "part", "end", "stage", "station", "day"})
_PART_REACH: Final = 5
_OWN_REACH, _TAKEN = 5, 6
_REACH, _BACK = 20, 12
"""Tokens after a noun of journey among which its stations are named, and before it among which somebody sets out on it."""


def read_tour(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The visits of a journey whose noun stands at a token and whose stations are named after it."""
    first = _stations(layers, sentence, index)
    if first is None:
        return None
    lower = layers.tokens.lower
    before = range(max(sentence.start, index - _PART_REACH), index)
    if any(lower[i] in _PARTS and lower[i - 1] != "-" for i in before):  # but "a four-day tour of"
        return None  # "on the second leg of her tour of": which station it is, another phrase tells
    guest, verb = _traveller(layers, sentence, index)
    found = visit_candidate(layers, sentence, index, guest, first, status_at=verb) if guest is not None else None
    if found is None:
        return None
    if lower[index + 1 : index + 2] == ["of"]:
        over = not _OVER.isdisjoint(lower[max(sentence.start, index - _OWN_REACH) : index])
        return replace(found, leg=1) if over else found  # "came home on Monday after her tour of": not then
    words = lower[sentence.start : first.start]
    ahead = not MODALS.isdisjoint(lower[index : first.start]) or not _AHEAD.isdisjoint(words)
    found = replace(found, leg=1)  # one day that is told is that of the departure
    return replace(found, status="planned") if ahead and found.status == "held" else found


def _stations(layers: Layers, sentence: Sentence, noun: int) -> Entity | None:
    """The first station that is named after a noun of journey."""
    lower = layers.tokens.lower
    if lower[noun + 1 : noun + 2] == ["of"]:
        named = destination_at(layers, noun + 2) if lower[noun] in _GOING_ROUND else None
        if named is not None:
            return named
    for step in range(noun + 1, min(sentence.end - 1, noun + _REACH)):
        if lower[step] in _COUNTRIES and lower[step + 1] in _LISTS and lower[noun + 1] in ("to", "of", "in"):
            return destination_at(layers, step + 2)
        if lower[step] in _ENDS or _is_met_there(lower[step]):
            return None
        to = _taking_to(layers, step)
        if to is not None or lower[step] in _INCLUDING:
            at = to + 1 if to is not None else step + 1
            while at < sentence.end and lower[at] in _STATIONS:
                at += 1
            return destination_at(layers, at)
    return None


def _is_met_there(word: str) -> bool:
    """Whether a word tells of a meeting on the journey: "on a visit to Peru, met envoys, including Chile's X"."""
    return any(verb.form == "past" and verb.sense not in _JOURNEYING for verb in load_meeting_terms().verbs.get(word, ()))


def _taking_to(layers: Layers, index: int) -> int | None:
    """The "to" of "will take her to", "will take X to"."""
    lower = layers.tokens.lower
    if lower[index] not in _TAKING:
        return None
    whom = layers.nominals.starting(index + 1)
    end = whom.end if whom is not None and len(whom.people) == 1 else index + 1 + (lower[index + 1] in _WHOM)
    return end if end > index + 1 and lower[end : end + 1] == ["to"] else None


def _traveller(layers: Layers, sentence: Sentence, noun: int) -> tuple[Nominal | None, int | None]:
    """Whose journey it is, and the verb by which it is made."""
    owner = possessor(layers, noun, sentence)
    if owner is not None and (owner.people or owner.kind == "pronoun"):
        return owner, None
    lower, paying = layers.tokens.lower, load_meeting_words().paying_verbs
    verb = next((i for i in range(noun - 1, max(sentence.start, noun - _BACK), -1) if lower[i] in paying or lower[i] in _SETTING_OUT), None)
    taken = next((n for n in layers.nominals.within(noun, min(sentence.end, noun + _TAKEN)) if len(n.people) == 1), None)
    if verb is None and taken is not None and lower[taken.start - 1] in _TAKING:
        return taken, taken.start - 1
    if verb is None and noun - sentence.start == 1 and lower[sentence.start] == "the":
        return _told_before(layers, sentence), None
    own = next((i for i in range(noun - 1, max(sentence.start, noun - _OWN_REACH), -1) if lower[i] in ("his", "her")), None)
    if own is not None and (owner := owner_of(layers, sentence, own)) is not None:
        return owner, verb
    if verb is None:
        before = {person: n for n in layers.nominals.within(sentence.start, noun) for person in n.people}
        return (next(iter(before.values())), None) if len(before) == 1 else (None, None)
    if lower[verb] == "off":
        verb -= 1
    finite = lower[verb].endswith("ing") and lower[verb - 1] not in BE and lower[verb - 1] not in MODALS
    guest = subject_of_form(layers, sentence, verb, None, gerund=finite)
    if guest is None or not (guest.people or guest.kind == "pronoun"):
        named = [n for n in layers.nominals.within(sentence.start, verb) if n.people]
        guest = named[-1] if named else None
    return guest, verb


def _told_before(layers: Layers, sentence: Sentence) -> Nominal | None:
    """Whose journey the sentence before tells of, where it names one person: "X plans a tour. The tour will include …"."""
    number = layers.sentence_of[sentence.start]
    if number == 0:
        return None
    before = layers.sentences[number - 1]
    named = [n for n in layers.nominals.within(before.start, before.end) if n.people]
    told = not JOURNEYS.isdisjoint(layers.tokens.lower[before.start : before.end])
    return named[0] if told and len({person for n in named for person in n.people}) == 1 else None

"""A verb of meeting at its place in a sentence, and what all readers of such verbs ask of it."""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.grammar import BE, MODALS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Format, Side, make_candidate
from etl.extract.meetings.further_objects import further_objects, listed_after, partners_of_states, repeated_partners
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.status import is_further_infinitive
from etl.extract.meetings.subjects import subject_of_form
from etl.extract.meetings.unnamed import whom_they_met
from etl.lexicon.meetings import MeetingVerb
from etl.lexicon.words import load_words

PARTNER_REACH: Final = 14
_PHONE_REACH: Final = 11
_BEFORE_GERUNDS: Final = frozenset({",", "when", "while", "after", "before", "by", "and", ".", "on", "upon", "in", "since"})
_BEFORE_FURTHER: Final = frozenset({"with", "to", ",", "and"})
NOT_ACTING: Final = frozenset({"thing", "name", "role", "actor"})


class VerbPlace(NamedTuple):
    """A verb of meeting at tokens at..end of a sentence."""

    layers: Layers
    sentence: Sentence
    at: int
    end: int
    verb: MeetingVerb


def words_after(place: VerbPlace) -> list[str]:
    return place.layers.tokens.lower[place.end : min(place.sentence.end, place.end + _PHONE_REACH)]


def after_be(place: VerbPlace) -> bool:
    return place.at > 0 and place.layers.tokens.lower[place.at - 1] in BE


def is_passive(place: VerbPlace) -> bool:
    """ "Was received"; "received by" and "received on Monday by" where a participle opens or interrupts a clause."""
    if place.verb.form not in ("past", "participle"):
        return False
    opening = place.at == place.sentence.start or place.layers.tokens.lower[place.at - 1] == ","
    return after_be(place) or (opening and place.layers.nominals.starting(place.end) is None)


def is_awaited(lower: list[str], index: int) -> bool:
    """Whether a gerund is what somebody looks forward to: "looks forward to meeting X", "to welcoming him in Lima"."""
    return lower[index - 2 : index] == ["forward", "to"]


def may_be_verb(place: VerbPlace) -> bool:
    """Whether a form may be a verb here: a gerund after a conjunction or comma, a bare form after a modal, "to" or a plural."""
    layers, sentence, index, _, verb = place
    lower, before, between = layers.tokens.lower, index, load_words().between
    while before > sentence.start and lower[before - 1] in between and lower[before - 1] not in _BEFORE_GERUNDS:
        before -= 1
    previous = lower[before - 1] if before > sentence.start else ""
    if verb.form == "gerund":
        return index == sentence.start or previous in _BEFORE_GERUNDS or (previous in BE and previous != "'s") or is_awaited(lower, index)
    if verb.form == "base" and previous not in MODALS and previous != "to" and not previous.endswith("ly"):
        nominal = layers.nominals.ending(index)
        return (nominal is not None and nominal.plural) or is_further_infinitive(lower, sentence.start, index)
    return True


def with_objects(
    place: VerbPlace, hosts: list[Side], obj: Nominal, rule: str, confidence: float, form: Format = "meeting"
) -> Candidate | None:
    """The hosts with whom they meet, and with those whom they meet after them."""
    layers, sentence = place.layers, place.sentence
    if not hosts:
        return None  # "I met A and B": of somebody unknown
    further = (
        partners_of_states(layers, obj, sentence)
        or further_objects(layers, sentence, obj, _BEFORE_FURTHER)
        or repeated_partners(layers, obj, sentence)
    )
    of_obj = whom_they_met(layers, hosts, obj)
    sides = [*hosts, *of_obj, *(side for nominal in further for side in members(layers, nominal))]
    if not obj.people and len(of_obj) > 1:
        rule = "meeting-with"  # "met the representatives of A, B and C": all at once
    further += [n for n in listed_after(layers, sentence, further[-1] if further else obj) if n not in further]
    sides += [side for nominal in further for side in members(layers, nominal)]
    anchors = tuple((person, nominal.start) for nominal in further for person in nominal.people)
    apart = bool(further) or (form == "call" and len(obj.people) > 1)
    return make_candidate(
        layers,
        place.at,
        sides,
        rule,
        confidence,
        end=obj.end,
        separate=apart,
        format=form,
        noun=form,
        hosts=max(1, len(hosts)),
        anchors=anchors,
    )


def of_persons(place: VerbPlace, obj: Nominal, rule: str, confidence: float) -> Candidate | None:
    """A meeting whose subject must be a person too."""
    layers = place.layers
    gerund = place.verb.form == "gerund" and not is_awaited(layers.tokens.lower, place.at)
    subject = subject_of_form(layers, place.sentence, place.at, obj, gerund=gerund)
    if subject is None or not (subject.people or subject.kind in ("pronoun", "role", "office")):
        return None
    return with_objects(place, with_subject(layers, subject), obj, rule, confidence)

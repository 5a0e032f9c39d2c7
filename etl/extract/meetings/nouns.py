"""Nouns of meeting with those who meet: X held talks with Y · in his talks with Y · talks between X and Y ·
consultation among the ministers of A, B and C · the talks brought together X and Y · the two ministers held talks.
"""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.bodies import bare_states, bodies_between, paired_people
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.further_objects import listed_after
from etl.extract.meetings.happenings import HAPPENS, is_looked_back_at, is_remit, predicate_of, read_taking_place
from etl.extract.meetings.mentions import read_mention
from etl.extract.meetings.noun_places import (
    HOSTED_FOR,
    MeetingNoun,
    is_holding,
    is_taken_together,
    noun_at,
    noun_candidate,
)
from etl.extract.meetings.objects import joined_by_and, object_of, partner_after
from etl.extract.meetings.occasions import read_on_occasion, read_told_in
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.subjects import subject_of_form
from etl.extract.meetings.talks_held import read_agreed_on, read_eaten, read_held
from etl.extract.meetings.talks_with import PHRASE_ENDS, read_with
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words

_PARTNER_REACH: Final = 16
_PARTNER_PREPOSITIONS: Final = frozenset({"with", "between", "among", "of"})
_PARTNER_GAP: Final = 6
_OF_THREE: Final = frozenset({"trilateral", "tripartite"})
_GIVEN: Final = frozenset("audience,audiences,private audience,reception,welcome ceremony,welcoming ceremony".split(","))
_HELD_KINDS: Final = frozenset({"any", "bilateral", "trilateral", "multilateral", "summit"})
_GATHERING_REACH: Final = 14
"""Tokens after a noun among which "brought together" stands."""
_GATHERS: Final = (["brought", "together"], ["gathered", "together"])


def read_noun(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a noun of meeting at a token, if one stands there."""
    noun = noun_at(layers, sentence, index)
    if noun is None or is_remit(layers, noun.start, noun.end):
        return None
    if (held := _held_in_clause(layers, sentence, noun)) is not None:
        return held
    if (officers := _of_their_officers(layers, sentence, noun)) is not None:
        return officers
    preposition, obj = _complement(layers, sentence, noun)
    if obj is None:
        return _without_complement(layers, sentence, noun)
    if preposition == "of" and not obj.plural and (other := _partner_of(layers, sentence, obj)) is not None:
        sides = [*members(layers, obj), *members(layers, other)]  # "a meeting of X with Y"
        return noun_candidate(layers, noun, sides, f"{noun.format}-noun", 0.85, end=other.end)
    if preposition != "with":
        return _among(layers, sentence, noun, preposition, obj)
    return read_with(layers, sentence, noun, obj)


def _of_their_officers(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """ "A and B will share the river, it was said after talks between their foreign ministers in Lima": those of the states named first."""
    lower, leaders = layers.tokens.lower, load_party_words().leader_nouns
    end = min(sentence.end - 1, noun.end + _PARTNER_REACH)
    their = next((i for i in range(noun.end, end) if lower[i] in _WHOSE_OFFICERS and lower[i + 1] == "their"), None)
    if their is None or any(n.people for n in layers.nominals.within(noun.end, their)):
        return None
    office = next((i for i in range(their + 2, min(sentence.end, their + _PARTNER_GAP)) if lower[i] in leaders), None)
    opening = layers.nominals.within(sentence.start, noun.start)
    states = next((n for n in opening if n.kind == "actor" and len(n.actors) >= _STATES), None)
    if office is None or states is None or any(n.people for n in opening):
        return None
    sides = [Side(None, actor) for actor in states.actors]
    return noun_candidate(layers, noun._replace(term="ministers"), sides, "states-hold", 0.8, end=office + 1)


_WHOSE_OFFICERS: Final = frozenset({"between", "of", "among"})
_STATES: Final = 2


def _complement(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> tuple[str, Nominal | None]:
    """With, between, among or of whom; a call comes from, and an audience or a dinner is given to or for somebody."""
    lower, terms, quote_verbs = layers.tokens.lower, load_meeting_terms(), load_words().quote_verbs
    given = noun.held_at is not None and (noun.kind in ("call", "meal") or noun.term in _GIVEN)
    far = about = False
    for step in range(noun.end, min(noun.end + _PARTNER_REACH, sentence.end - 1)):
        word = lower[step]
        far = far or word in (",", "and")
        about = about or (word == "for" and lower[step + 1] in load_words().determiners)  # "talks for the reconciliation of X and Y"
        shared = word == "between" and step > noun.end and lower[step - 1] in load_meeting_words().shared_nouns
        if shared:
            break  # "talks to boost cooperation between the two countries"
        if word in _PARTNER_PREPOSITIONS and not (((far or about) and word == "of") or (far and noun.kind == "meal")):
            bodies = bodies_between(layers, step + 1, sentence) if word in ("between", "of") else None
            if bodies is not None and word == "of" and noun.kind != "summit":
                return "between", bodies  # "a meeting of the delegations of A and B"
            obj = (bodies if word == "between" else None) or object_of(layers, step + 1, sentence)
            if obj is None and word != "with":
                obj = _parties(layers, step + 1)
            if obj is not None and (word == "with" or obj.plural or obj.people or (obj.kind == "office" and word == "between")):
                return word, obj
        if word == "by" and step == noun.end and (obj := _several_actors(layers, step + 1, sentence)) is not None:
            return "between", obj  # "two days of talks by the foreign ministers of A and B"
        if given and word in HOSTED_FOR and (obj := object_of(layers, step + 1, sentence)) is not None and obj.people:
            return "with", obj
        verb = word in terms.verbs and lower[step - 1] not in ("the", "a") and word not in HAPPENS and word not in _PARTNER_PREPOSITIONS
        beside = word == "as" and lower[step + 1 : step + 3] == [
            "well",
            "as",
        ]  # "X, envoy for the dialogue, as well as with Y": not with it
        if beside or word in PHRASE_ENDS or word in quote_verbs or (step > noun.end and (word in terms.nouns or (far and verb))):
            break
    return "", None


def _several_actors(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The persons of different states or bodies who stand at a token."""
    obj = object_of(layers, index, sentence)
    several = obj is not None and obj.plural and len({layers.people[person].actor for person in obj.people} - {None}) > 1
    return obj if several else None


def _partner_of(layers: Layers, sentence: Sentence, first: Nominal) -> Nominal | None:
    """With whom, where a noun of meeting names first whose it is."""
    found = partner_after(layers, first.end, sentence, {"with"}, _PARTNER_GAP)
    return found[1] if found is not None and found[1].people else None


def _held_in_clause(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """ "The talks (that) X held in Lima with Y"."""
    lower = layers.tokens.lower
    subject = layers.nominals.starting(noun.end + (lower[noun.end : noun.end + 1] in (["that"], ["which"])))
    if subject is None or subject.kind in ("thing", "name", "actor", "role"):
        return None
    verb = next((i for i in range(subject.end, min(sentence.end - 1, subject.end + 3)) if is_holding(lower, i)), None)
    partner = partner_after(layers, verb + 1, sentence, {"with"}, _PARTNER_REACH) if verb is not None else None
    if verb is None or partner is None or not partner[1].people:
        return None
    partners = [partner[1], *listed_after(layers, sentence, partner[1])]
    sides = [*with_subject(layers, subject), *(side for nominal in partners for side in members(layers, nominal))]
    return make_candidate(
        layers, verb, sides, f"{noun.format}-noun", 0.85, end=partner[1].end, format=noun.format, noun=noun.term, separate=noun.plural
    )


def _parties(layers: Layers, index: int) -> Nominal | None:
    """ "Between the two", "of the two officials", "between them"."""
    if layers.tokens.lower[index : index + 1] == ["them"]:
        return Nominal(index, index + 1, "parties", plural=True, head="leaders")
    nominal = layers.nominals.starting(index)
    return nominal if nominal is not None and nominal.kind == "parties" else None


def _without_complement(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """ "The talks brought together X and Y", "the two ministers held talks", "the talks took place", "their previous meeting was held"."""
    lower = layers.tokens.lower
    gathers = next((i for i in range(noun.end, min(sentence.end - 2, noun.end + _GATHERING_REACH)) if lower[i : i + 2] in _GATHERS), None)
    if gathers is not None:
        group = layers.nominals.starting(gathers + 2)
        if group is not None and len(group.people) >= 2:
            return noun_candidate(layers, noun, members(layers, group), "brought-together", 0.85, end=0)
        if group is not None and group.kind == "role" and len(group.actors) >= 2:
            sides = [Side(None, actor) for actor in group.actors]  # "representatives of A, B and C"
            whom = next((word for word in lower[group.start : group.end] if word in load_meeting_words().state_nouns), noun.term)
            return noun_candidate(layers, noun._replace(term=whom), sides, "brought-together", 0.8, end=group.end)
    if noun.kind == "meal" and is_taken_together(lower, noun.start):
        return read_eaten(layers, sentence, noun)
    if noun.held_at is not None and (noun.format == "call" or noun.kind in _HELD_KINDS):
        return read_held(layers, sentence, noun, noun.held_at) or read_told_in(layers, sentence, noun)
    if noun.term.startswith("round") and lower[noun.end : noun.end + 1] == ["of"]:
        return None  # "the third round of the A-B consultations": the noun after it has the sides
    predicate = predicate_of(lower, noun.end, sentence)
    planned = lower[noun.end : noun.end + 1] == ["that"] and not BE.isdisjoint(lower[noun.end + 1 : noun.end + 4])
    if predicate is not None or is_looked_back_at(layers, sentence, noun) or (planned and paired_people(layers, noun.start, sentence)):
        return read_taking_place(layers, sentence, noun)
    return (
        read_agreed_on(layers, sentence, noun)
        or read_told_in(layers, sentence, noun)
        or read_mention(layers, sentence, noun)
        or read_on_occasion(layers, sentence, noun)
    )


def _among(layers: Layers, sentence: Sentence, noun: MeetingNoun, preposition: str, obj: Nominal) -> Candidate | None:
    """Talks between, among or of several; whoever chairs them takes part."""
    referring = obj.kind == "parties"
    if not obj.plural and preposition == "between" and (other := joined_by_and(layers, obj, sentence)) is not None:
        return noun_candidate(layers, noun, [*members(layers, obj), *members(layers, other)], f"{noun.format}-between", 0.85, end=other.end)
    summit = noun.kind == "summit" and layers.tokens.lower[noun.start - 1] not in _OF_THREE
    if not obj.plural or (preposition == "of" and (summit or not (obj.people or referring) or noun.plural)):
        return None
    sides = members(layers, obj)
    if noun.held_at is not None and layers.tokens.lower[noun.held_at].endswith(("chaired", "chairs")):
        chair = with_subject(layers, subject_of_form(layers, sentence, noun.held_at, None))
        sides = _chaired(sides, chair)
    if not bare_states(obj):
        return noun_candidate(layers, noun, sides, f"{noun.format}-{preposition}", 0.9, end=obj.end)
    sent = next((word for word in layers.tokens.lower[obj.start : obj.end] if word in load_meeting_words().delegate_nouns), noun.term)
    return noun_candidate(layers, noun._replace(term=sent), sides, "states-hold", 0.9, end=obj.end)


def _chaired(sides: list[Side], chair: list[Side]) -> list[Side]:
    """Those who take part with the chair among them, or before them when the chair is not one of them."""
    chairs = {side.person for side in chair}
    named = {side.person for side in sides}
    sides = [side._replace(role="chair") if side.person in chairs else side for side in sides]
    return sides if chairs & named else [*(side._replace(role="chair") for side in chair), *sides]

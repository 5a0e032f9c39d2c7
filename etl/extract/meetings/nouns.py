"""Nouns of meeting with those who meet: X held talks with Y · in his talks with Y · talks between X and Y ·
consultation among the ministers of A, B and C · the talks brought together X and Y · the two ministers held talks.
"""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE, FINITE, GOVERNORS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.addressed import both_who_speak
from etl.extract.meetings.bodies import acting_bodies, bare_states, bodies_between, paired_people
from etl.extract.meetings.candidate import ACTORS_IN_VIEW, HOST_IN_VIEW, PEOPLE_IN_VIEW, Candidate, Side, make_candidate
from etl.extract.meetings.followups import SEQUEL
from etl.extract.meetings.further_objects import listed_after, partners_of_states
from etl.extract.meetings.happenings import HAPPENS, is_looked_back_at, is_remit, predicate_of, read_taking_place, sequel_of
from etl.extract.meetings.mentions import read_mention
from etl.extract.meetings.noun_places import (
    GATHERINGS,
    HOSTED_FOR,
    INDEFINITE,
    MeetingNoun,
    is_holding,
    is_taken_together,
    noun_at,
    noun_candidate,
)
from etl.extract.meetings.objects import joined_by_and, object_of, partner_after
from etl.extract.meetings.occasions import read_on_occasion, read_told_in
from etl.extract.meetings.sides import is_delegation, members, with_subject
from etl.extract.meetings.subjects import other_person, owner_of, possessor, subject_of_form
from etl.extract.meetings.unnamed import is_organ, whom_they_met
from etl.lexicon.initiatives import load_initiative_words
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words

_PARTNER_REACH: Final = 16
_PARTNER_PREPOSITIONS: Final = frozenset({"with", "between", "among", "of"})
_PARTNER_GAP: Final = 6
_WITH_REACH: Final = 18
"""Tokens after a partner among which "and with" goes on to the next."""
_ORGAN_REACH: Final = 8
_OPENING: Final = 4
"""Tokens before a noun of meeting that opens its sentence: "Talks there with X", "At a second meeting, with X"."""
_ENDS: Final = frozenset({".", ";", ":", "that", "who", "which", "whose", "while", "but", "when"})
_OF_THREE: Final = frozenset({"trilateral", "tripartite"})
_GIVEN: Final = frozenset("audience,audiences,private audience,reception,welcome ceremony,welcoming ceremony".split(","))
_ONE: Final = INDEFINITE | {"one", "first", "second", "third", "joint"}
"""Words before a noun of meeting in the singular by which all whom it names meet at once: "held a meeting with A, B and C"."""
_WHOSE: Final = {"his": "he", "her": "she"}
_OWN: Final = frozenset({"his", "her", "their", "'s", "'"})
"""Whose meeting it is: "said his meeting with A, B and C had been difficult"."""
_LED: Final = frozenset("chaired chairs chair convened convenes hosted hosts".split())
"""Verbs of who brings all together whom a meeting has: "chaired the meeting with her counterparts from A, B and C"."""
_ONE_REACH: Final = 4
_HOSTING: Final = frozenset({"host", "hosts", "hosted"})
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
    return _with(layers, sentence, noun, obj)


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
        if beside or word in _ENDS or word in quote_verbs or (step > noun.end and (word in terms.nouns or (far and verb))):
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
        return _eaten(layers, sentence, noun)
    if noun.held_at is not None and (noun.format == "call" or noun.kind in _HELD_KINDS):
        return _held(layers, sentence, noun, noun.held_at) or read_told_in(layers, sentence, noun)
    if noun.term.startswith("round") and lower[noun.end : noun.end + 1] == ["of"]:
        return None  # "the third round of the A-B consultations": the noun after it has the sides
    predicate = predicate_of(lower, noun.end, sentence)
    planned = lower[noun.end : noun.end + 1] == ["that"] and not BE.isdisjoint(lower[noun.end + 1 : noun.end + 4])
    if predicate is not None or is_looked_back_at(layers, sentence, noun) or (planned and paired_people(layers, noun.start, sentence)):
        return read_taking_place(layers, sentence, noun)
    return (
        _agreed_on(layers, sentence, noun)
        or read_told_in(layers, sentence, noun)
        or read_mention(layers, sentence, noun)
        or read_on_occasion(layers, sentence, noun)
    )


def _agreed_on(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """ "The two sides concurred on holding a meeting in Lima on May 2"."""
    lower, holding = layers.tokens.lower, noun.start - 1
    while holding > sentence.start and lower[holding] in load_meeting_words().meeting_fillers:
        holding -= 1
    verb = holding - 2
    if lower[holding] != "holding" or lower[holding - 1] != "on" or verb <= sentence.start:
        return None
    subject = subject_of_form(layers, sentence, verb, None)
    if subject is None or not subject.plural or not (subject.people or subject.kind in ("parties", "pronoun")):
        return None
    sides = [PEOPLE_IN_VIEW if side == ACTORS_IN_VIEW else side for side in with_subject(layers, subject)]
    return noun_candidate(layers, noun, sides, "agreed-on", 0.75, end=noun.end)


def _held(layers: Layers, sentence: Sentence, noun: MeetingNoun, held_at: int) -> Candidate | None:
    """ "The two ministers held talks", "A and B held consultations"."""
    if layers.tokens.lower[held_at] in load_meeting_words().attending_words and layers.tokens.lower[noun.start - 1] == "the":
        return None  # "A and B also attended the meeting": the one in view
    subject = subject_of_form(layers, sentence, held_at, None)
    if both := both_who_speak(layers, sentence, subject, held_at):
        return noun_candidate(layers, noun, both, SEQUEL, 0.7, end=noun.end)
    if subject is not None and subject.plural and (subject.people or subject.kind in ("parties", "pronoun")):
        sides = with_subject(layers, subject)
        another = noun.kind not in GATHERINGS and noun.term.split()[-1] not in load_meeting_words().state_nouns
        if another and sides == [ACTORS_IN_VIEW] and sequel_of(layers, sentence, noun) is not None:
            return noun_candidate(layers, noun, sides, SEQUEL, 0.7, end=noun.end)  # "the two sides agreed to hold the next round in Lima"
        return noun_candidate(layers, noun, sides, f"hold-{noun.format}", 0.85, end=noun.end)
    unsaid = subject is not None and (_is_impersonal(layers, subject) or _is_host(layers, subject, held_at))
    subject = None if unsaid and _is_of_both(layers, noun) else subject
    sides, _ = acting_bodies(layers, held_at, sentence)
    if sides:
        organ = _organ_of(layers, sentence, noun)
        return noun_candidate(layers, noun._replace(term=organ or noun.term), sides, "states-hold", 0.75, end=noun.end)
    # "it was decided to hold the next session in Lima"
    sequel = subject is None and noun.kind not in GATHERINGS and sequel_of(layers, sentence, noun) is not None
    return noun_candidate(layers, noun, [ACTORS_IN_VIEW], SEQUEL, 0.7, end=noun.end) if sequel else None


def _eaten(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> Candidate | None:
    """ "The two presidents had dinner (together) on Sunday"."""
    lower, verb = layers.tokens.lower, noun.start - 1
    while lower[verb] in load_meeting_words().meeting_fillers:
        verb -= 1
    subject = subject_of_form(layers, sentence, verb, None)
    if subject is None or not subject.plural or not (subject.people or subject.kind in ("parties", "pronoun")):
        return None
    return noun_candidate(layers, noun, with_subject(layers, subject), "hold-meeting", 0.75, end=noun.end)


def _is_impersonal(layers: Layers, subject: Nominal) -> bool:
    """ "It was agreed to hold the next session in Lima"."""
    return subject.head == "it" and not BE.isdisjoint(layers.tokens.lower[subject.end : subject.end + 1])


def _is_host(layers: Layers, subject: Nominal, held_at: int) -> bool:
    """ "Peru will host the next round of consultations": a state for which somebody in the text acts."""
    acting = {person.actor for person in layers.people}
    return layers.tokens.lower[held_at] in _HOSTING and subject.kind == "actor" and not acting.isdisjoint(subject.actors)


def _is_of_both(layers: Layers, noun: MeetingNoun) -> bool:
    """Whether a meeting is one of two sides, and no other body: "the next round of consultations", "session of the joint commission"."""
    lower = layers.tokens.lower
    joint = load_initiative_words().joint_body_words
    return lower[noun.end] != "of" or noun.term == "round" or not joint.isdisjoint(lower[noun.end + 1 : noun.end + _ORGAN_REACH])


def _organ_of(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> str:
    """The body whose meeting it is: "the tenth meeting of their Cooperation Council"; empty without one."""
    lower = layers.tokens.lower
    if lower[noun.end : noun.end + 1] != ["of"]:
        return ""
    following = lower[noun.end + 1 : min(sentence.end, noun.end + _ORGAN_REACH)]
    return next((word for word in following if word in load_meeting_words().joint_organs), "")


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


def _and_with(layers: Layers, sentence: Sentence, first: Nominal) -> list[Nominal]:
    """ "Held talks with X and with Y": Y."""
    lower, found, end = layers.tokens.lower, list[Nominal](), first.end
    while True:
        after = _next_with(layers, sentence, end)
        if not after:
            return found
        nominals = layers.nominals.within(after + 2, min(sentence.end, after + 2 + _PARTNER_GAP))
        further = next((n for n in nominals if "," not in lower[after + 2 : n.start]), None)
        if further is None or not further.people or set(further.people) & set(first.people):
            return found
        found.append(further)
        end = further.end


def _owning(layers: Layers, sentence: Sentence, noun: MeetingNoun) -> int | None:
    """Where "his" or "her" stands before a noun of meeting and its attributes: "his closed-door meeting with X"."""
    lower, step = layers.tokens.lower, noun.start - 1
    while step > max(sentence.start, noun.start - _ATTRIBUTES) and lower[step] not in _POSSESSORS and lower[step] not in _NO_ATTRIBUTES:
        step -= 1
    return step if lower[step] in _POSSESSORS and step > sentence.start else None


_SENT: Final = frozenset({"delegation", "delegations", "team", "entourage", "experts", "officials"})
_SENT_REACH: Final = 4
"""Tokens between those who came along and "held", past "have already"."""
_POSSESSORS: Final = frozenset({"his", "her"})
_ATTRIBUTES: Final = 6
"""Tokens of attributes of a noun of meeting."""
_NO_ATTRIBUTES: Final = GOVERNORS | FINITE | {",", ";", "(", ")", "a", "an", "the", "their"}


def _next_with(layers: Layers, sentence: Sentence, end: int) -> int:
    """Where "and with" stands after a partner, past an apposition and a day: "with X, the envoy, on Monday, and with Y"; 0 if nowhere."""
    lower = layers.tokens.lower
    for index in range(end, min(sentence.end - 2, end + _WITH_REACH)):
        if lower[index : index + 2] == ["and", "with"]:
            return index
        if lower[index] in FINITE or lower[index] in _ENDS or layers.person_mentions.covering(index):
            return 0
    return 0


def _officials(layers: Layers, sentence: Sentence, noun: MeetingNoun, subject: Nominal | None) -> list[Side]:
    """Who held talks with a state on a day: "Minister X held consultations with Peru", "X led the Estonian team at the talks with"."""
    lower, before = layers.tokens.lower, range(sentence.start, noun.start - 1)
    if noun.term.split()[-1] not in _CONSULTING or not any(d.precision == "day" for d in layers.dates.within(sentence.start, sentence.end)):
        return []
    if noun.held_at is not None:
        return [side for side in with_subject(layers, subject) if side.person is not None and side.actor is not None]
    led = next((i for i in before if lower[i] in _HEADING and not _SENT.isdisjoint(lower[i + 1 : i + 1 + _SENT_REACH])), None)
    leader = subject_of_form(layers, sentence, led, None) if led is not None else None
    sides = with_subject(layers, leader)
    sent = layers.entities.within(led or 0, min((led or 0) + _SENT_REACH, noun.start)) if sides else []
    return [side._replace(actor=side.actor or next((e.actor for e in sent if e.kind == "demonym"), None)) for side in sides]


_CONSULTING: Final = frozenset({"talks", "consultations", "negotiations", "dialogue", "consultation"})
_HEADING: Final = frozenset({"led", "headed", "leads", "heads"})


def _with(layers: Layers, sentence: Sentence, noun: MeetingNoun, obj: Nominal) -> Candidate | None:
    """ "X held talks with Y", "in his talks with Y, X said"; "the meetings with A, B and C" have the host of the text before."""
    subject = possessor(layers, noun.start, sentence)
    if subject is None and noun.held_at is not None:
        subject = subject_of_form(layers, sentence, noun.held_at, obj)
    came_along = noun.held_at is not None and not _SENT.isdisjoint(layers.tokens.lower[noun.held_at - _SENT_REACH : noun.held_at])
    if came_along and (subject is None or (subject.kind == "role" and subject.head == "members")):
        return None  # "members of his delegation have held meetings with their counterparts"
    if subject is None and (own := _owning(layers, sentence, noun)) is not None:
        subject = owner_of(layers, sentence, own)
    if bare_states(obj) and not is_organ(obj):
        if subject is None and noun.held_at is None and noun.start - sentence.start <= _OPENING:
            return noun_candidate(layers, noun, [PEOPLE_IN_VIEW, *members(layers, obj)], SEQUEL, 0.7, end=obj.end)
        if (officials := _officials(layers, sentence, noun, subject)) and any(side.actor not in obj.actors for side in officials):
            others = [Side(None, actor) for actor in obj.actors]
            return noun_candidate(layers, noun, [*officials, *others], f"{noun.format}-noun", 0.75, end=obj.end)
        if subject is None or not bare_states(subject):
            return None
        return noun_candidate(layers, noun, [*members(layers, subject), *members(layers, obj)], "states-hold", 0.75, end=obj.end)
    hosts = with_subject(layers, subject)
    if not hosts and layers.tokens.lower[sentence.start] in _WHOSE and noun.held_at is None:
        head = _WHOSE[layers.tokens.lower[sentence.start]]  # "His engagements included talks with X"
        hosts = with_subject(layers, Nominal(sentence.start, sentence.start + 1, "pronoun", head=head))
    if not hosts or (subject is not None and subject.kind == "actor" and not is_delegation(subject)):
        hosts = with_subject(layers, other_person(layers, sentence, noun.start, obj))
    if hosts:
        further = _and_with(layers, sentence, obj) or partners_of_states(layers, obj, sentence)
        of_obj = whom_they_met(layers, hosts, obj)
        sides = [*hosts, *of_obj, *(side for nominal in further for side in members(layers, nominal))]
        if further:
            end, count = further[-1].end, len(hosts)
            anchors = tuple((person, nominal.start) for nominal in further for person in nominal.people)
            rule = f"{noun.format}-noun"
            return noun_candidate(layers, noun, sides, rule, 0.85, end=end, separate=True, hosts=count, anchors=anchors)
    elif "their" in layers.tokens.lower[sentence.start : noun.start]:
        return None  # "During their meeting with X, the ministers of the group welcomed": of those who are named behind it
    elif noun.start - sentence.start <= _OPENING or layers.tokens.lower[sentence.start] in INDEFINITE:
        sides = [HOST_IN_VIEW, *members(layers, obj)]
    else:
        return None
    before = layers.tokens.lower[max(sentence.start, noun.start - _ONE_REACH) : noun.start]
    single = not noun.plural and noun.term not in load_meeting_words().meeting_plurals
    led = noun.held_at is not None and layers.tokens.lower[noun.held_at] in _LED
    one = single and (led or not _ONE.isdisjoint(before) or not _OWN.isdisjoint(before[-2:]))
    rule = f"{noun.format}-with" if one and obj.plural else f"{noun.format}-noun"
    return noun_candidate(layers, noun, sides, rule, 0.85, end=obj.end, separate=noun.plural, hosts=max(1, len(hosts)))

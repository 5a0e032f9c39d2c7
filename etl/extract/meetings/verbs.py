"""Verbs of meeting: X met (with) Y · when meeting Y, X said · X sat down with Y · X received Y · X was received by Y · X called on Y ·
X spoke by phone with Y · X hosted Y for talks · X hosted a dinner for Y · delegations from A and B met.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from etl.extract.grammar import BE, MODALS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.bodies import acting_bodies, paired
from etl.extract.meetings.candidate import ACTORS_IN_VIEW, PEOPLE_IN_VIEW, Candidate, Format, Side, make_candidate
from etl.extract.meetings.followups import SEQUEL
from etl.extract.meetings.parties import (
    further_objects,
    listed_after,
    members,
    object_beyond,
    object_of,
    partner_after,
    subject_beside,
    subject_of_form,
    with_subject,
)
from etl.lexicon.meetings import MeetingVerb, VerbSense, load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

_OBJECT_REACH = 4
_PHONE_REACH = 11
_PARTNER_REACH = 14
_TOPIC_REACH = 24
_AFTER_TALK = frozenset(". , ; again earlier later today yesterday this late early briefly privately after before during for".split())
"""What stands after "X and Y spoke" where they spoke with each other."""
_AGENT_REACH = 10
_BEFORE_GERUNDS = frozenset({",", "when", "while", "after", "before", "by", "and", ".", "on", "upon", "in", "since"})
_PHONE_NEAR = 6
_BEFORE_FURTHER = frozenset({"with", "to", ",", "and"})
_OTHER_TIMES = frozenset({"last", "next", "will", "to", "would", "again"})
_BEFORE_BODIES_MEET = _OTHER_TIMES | BE | frozenset({"had", "has", "also", "previously"})
_CHAIR_REACH = 26
_SEEING = frozenset("to will would after before had has".split())
_AFTER_SEEN = frozenset(". , ; on in at alone separately individually again yesterday today earlier later for".split())
"""What stands after the object where one saw somebody by appointment: no "as", no verb."""
_RECIPROCAL = (["each", "other"], ["one", "another"])
_NOT_ACTING = frozenset({"thing", "name", "role", "actor"})
_CALLING_ADJUNCTS = frozenset({"today", "to", "on", "by"})


class _Place(NamedTuple):
    """A verb of meeting at tokens at..end of a sentence."""

    layers: Layers
    sentence: Sentence
    at: int
    end: int
    verb: MeetingVerb


def read_verb(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a verb of meeting at a token, if one stands there."""
    lower = layers.tokens.lower
    for verb in load_meeting_terms().verbs.get(lower[index], ()):
        end = index + 1 + len(verb.following)
        if verb.sense in _READERS and end <= sentence.end and tuple(lower[index + 1 : end]) == verb.following:
            return _READERS[verb.sense](_Place(layers, sentence, index, end, verb))
    return None


def _meet(place: _Place) -> Candidate | None:
    """X met Y, X and Y met; nobody meets a deadline."""
    layers, sentence, index, end, verb = place
    lower, things = layers.tokens.lower, load_meeting_terms().not_objects
    if any(w in things for w in lower[end : end + _OBJECT_REACH]) and lower[end] != "with":
        return None
    if not _may_be_verb(place):
        return None
    if _is_passive(place) and (passive := _passive(place)) is not None:
        return passive
    if _after_be(place) and verb.form in ("past", "participle") and "with" not in verb.following:
        return None
    each_other = lower[end : end + 2] in _RECIPROCAL
    obj = object_of(layers, end, sentence) if not each_other else None
    if obj is None and not each_other and (partner := partner_after(layers, end, sentence, {"with"}, _PARTNER_REACH)) is not None:
        obj = partner[1]
    if obj is None and not each_other and verb.form != "gerund" and not verb.following:
        obj = object_beyond(layers, end, sentence)
    seen = obj is not None and obj.people and (lower[index - 1] in _SEEING or not _AFTER_SEEN.isdisjoint(lower[obj.end : obj.end + 1]))
    if verb.sense == "see" and not (each_other or seen):
        return None
    if obj is None and (standing := _standing_body(place)) is not None:
        return standing
    if obj is None and verb.form == "gerund" and lower[index - 1] == "since":
        return make_candidate(layers, index, [PEOPLE_IN_VIEW], "since-meeting", 0.7)
    subject = subject_of_form(layers, sentence, index, obj, gerund=verb.form == "gerund")
    if subject is not None and subject.kind in _NOT_ACTING | {"role"} and obj is None:
        sides, body = acting_bodies(layers, index, sentence)
        return make_candidate(layers, index, sides, "bodies-met", 0.75, noun=body) if body else None
    if subject is None or subject.kind in _NOT_ACTING or (obj is not None and obj.kind == "actor"):
        return None
    sides = with_subject(layers, subject, index)
    phone = not load_meeting_words().phone_words.isdisjoint(lower[end : min(sentence.end, end + _PHONE_NEAR)])
    form: Format = "call" if phone else "meeting"
    if obj is not None:
        return _with_objects(place, sides, obj, f"{verb.lemma}-{verb.form}", 0.9, form)
    opening = index == sentence.start
    plural = subject.plural and (verb.form != "gerund" or opening)
    return make_candidate(layers, index, sides, "subjects-met", 0.85, format=form, noun=form) if plural else None


def _standing_body(place: _Place) -> Candidate | None:
    """ "The A-B Commission last met in …", "the Mechanism is due to convene": a body of the two sides meets another time."""
    layers, sentence, index = place.layers, place.sentence, place.at
    lower, words = layers.tokens.lower, load_meeting_words()
    end = index
    while end > sentence.start and (lower[end - 1] in words.arranging_words or lower[end - 1] in _BEFORE_BODIES_MEET):
        end -= 1
    if _OTHER_TIMES.isdisjoint(lower[end:index]) or lower[end - 1] not in words.joint_organs:
        return None
    sides = paired(layers, end - 1, sentence) or [ACTORS_IN_VIEW]
    return make_candidate(layers, index, sides, SEQUEL, 0.7, noun="body")


def _with_objects(
    place: _Place, hosts: list[Side], obj: Nominal, rule: str, confidence: float, form: Format = "meeting"
) -> Candidate | None:
    """The hosts with whom they meet, and with those whom they meet after them."""
    layers, sentence = place.layers, place.sentence
    further = further_objects(layers, sentence, obj, _BEFORE_FURTHER)
    sides = [*hosts, *(side for nominal in (obj, *further) for side in members(layers, nominal))]
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


def _receive(place: _Place) -> Candidate | None:
    """X received Y; "hosted" and "welcomed" only where an occasion or a place is named ("for talks", "at the palace")."""
    layers, _, _, end, verb = place
    if _is_passive(place):
        return _passive(place)
    awaited = layers.tokens.lower[place.at - 2 : place.at] == ["forward", "to"]
    if verb.form == "gerund" and not awaited and (verb.sense == "host" or not _may_be_verb(place)):
        return None
    if verb.sense == "host" and (guests := _guests_of_meal(place)) is not None:
        return _of_persons(place, guests, "hosted-meal", 0.8)
    obj = object_of(layers, end, place.sentence) or (object_beyond(layers, end, place.sentence) if verb.sense == "receive" else None)
    if obj is None or not obj.people or layers.tokens.lower[obj.end : obj.end + 1] in (["'s"], ["'"]):
        return None
    if verb.sense == "host" and not (_has_occasion(layers.tokens.lower, obj.end) or _is_arrival(place, obj)):
        return None
    return _of_persons(place, obj, "received", 0.8)


def _guests_of_meal(place: _Place) -> Nominal | None:
    """Those for whom a dinner, or with whom a meeting, is hosted: "hosted a state dinner in honour of X"."""
    layers, sentence, _, end, _ = place
    lower, words = layers.tokens.lower, load_meeting_words()
    if lower[end : end + 1] not in (["a"], ["an"], ["the"]):
        return None
    for step in range(end + 1, min(sentence.end - 1, end + _OBJECT_REACH)):
        if lower[step] in words.occasion_nouns:
            after = step + 1 + 2 * (lower[step + 1 : step + 3] in (["in", "honour"], ["in", "honor"]))
            return object_of(layers, after + 1, sentence) if lower[after] in ("for", "of", "with") else None
    return None


def _has_occasion(lower: list[str], index: int) -> bool:
    """ "For talks"; "at the palace"."""
    words = load_meeting_words()
    if lower[index : index + 1] == ["for"]:
        return not words.occasion_nouns.isdisjoint(lower[index + 1 : index + 4])
    return lower[index : index + 1] == ["at"] and not words.residence_nouns.isdisjoint(lower[index + 1 : index + 6])


def _is_arrival(place: _Place, obj: Nominal) -> bool:
    """Whether a named guest was welcomed at a time or place, and not for what he did: "hosted X on Monday", "welcomed X in Lima"."""
    lower, dates = place.layers.tokens.lower, place.layers.dates
    after = lower[obj.end] if obj.end < place.sentence.end else "."
    return (
        any(place.layers.people[p].titles or place.layers.people[p].known_by != "text" for p in obj.people)
        and (after in _AFTER_ARRIVALS or dates.starting(obj.end) is not None)
        and lower[obj.end : obj.end + 2] not in (["on", "his"], ["on", "her"], ["on", "their"])
    )


_AFTER_ARRIVALS = frozenset(". in at on here today yesterday to".split())


def _call_on(place: _Place) -> Candidate | None:
    """A courtesy call: "called on the Prime Minister in Lima"; with an infinitive after it, it is an appeal."""
    lower = place.layers.tokens.lower
    obj = place.layers.nominals.starting(place.end)
    if obj is None or obj.kind not in ("person", "office") or not obj.people or place.verb.form in ("gerund", "base"):
        return None
    if "to" in lower[obj.end : obj.end + 3] or "for" in lower[obj.end : obj.end + 2]:
        return None
    return _of_persons(place, obj, "called-on", 0.75)


def _speak(place: _Place) -> Candidate | None:
    """ "Spoke (by phone) with X", "X and Y spoke face to face": a call unless a face, a place or a gathering is named."""
    layers, sentence, index, end, verb = place
    lower, near = layers.tokens.lower, _near(place)
    face = "face" in near or "person" in near
    phone = not load_meeting_words().phone_words.isdisjoint(near)
    if verb.form == "gerund" or (lower[index] in load_meeting_terms().nouns and layers.nominals.ending(index) is None):
        return None  # "held talks with X"
    form: Format = "meeting" if face or (not phone and _is_somewhere(place)) else "call"
    partner = partner_after(layers, end, sentence, {"with", "to"}, _PARTNER_REACH)
    if partner is not None:
        return _call(place, partner[1], form) if partner[1].people or partner[1].kind in ("office", "role", "parties") else None
    subject = subject_of_form(layers, sentence, index, None)
    if "of" in lower[end : end + 3]:
        return None  # "spoke highly of"
    if subject is None or not subject.plural or not (phone or face or (subject.people and _is_mutual(place))):
        return None
    return make_candidate(layers, index, with_subject(layers, subject, index), "spoke-together", 0.85, format=form, noun=form)


def _is_mutual(place: _Place) -> bool:
    """Whether nothing is said of what or to whom several spoke: "X and Y spoke on Monday", not "spoke highly of"."""
    after = "".join(place.layers.tokens.lower[place.end : place.end + 1]) or "."
    dated = place.layers.dates.starting(place.end) or (after == "on" and place.layers.dates.starting(place.end + 1))
    return after in _AFTER_TALK or dated is not None


def _is_somewhere(place: _Place) -> bool:
    """Whether the sentence names where they were: "in Lima", "on the sidelines of"."""
    layers, sentence = place.layers, place.sentence
    lower = layers.tokens.lower
    if not {"sidelines", "margins", "palace", "residence"}.isdisjoint(lower[sentence.start : sentence.end]):
        return True
    return any(e.kind == "place" and lower[e.start - 1] in ("in", "at") for e in layers.entities.within(sentence.start, sentence.end))


def _spend(place: _Place) -> Candidate | None:
    """ "Spent an hour (at the palace) with X"."""
    partner = partner_after(place.layers, place.end, place.sentence, {"with"}, _PARTNER_REACH)
    if partner is None or not partner[1].people:
        return None
    return _of_persons(place, partner[1], "spent-time", 0.8)


def _gather(place: _Place) -> Candidate | None:
    """ "Gathered X and Y around a table", "brought X and Y together": whoever brings several together takes part."""
    layers, sentence, index, end, verb = place
    obj = object_of(layers, end, sentence)
    if (
        obj is None
        or not obj.plural
        or not obj.people
        or (verb.lemma == "bring" and "together" not in layers.tokens.lower[obj.end : sentence.end])
    ):
        return _meet(place) if verb.lemma == "gather" else None
    subject = subject_of_form(layers, sentence, index, obj, gerund=verb.form == "gerund")
    hosts = with_subject(layers, subject, index) if subject is not None and subject.people else []
    return make_candidate(layers, index, [*hosts, *members(layers, obj)], "brought-together", 0.8, end=obj.end)


def _discuss(place: _Place) -> Candidate | None:
    """ "Discussed the ferry with X", "X and Y discussed the ferry": a meeting that nothing names, unless another sentence does."""
    layers, sentence, index, end, verb = place
    if verb.form in ("gerund", "base") or _after_be(place):
        return None
    form: Format = "meeting" if load_meeting_words().phone_words.isdisjoint(layers.tokens.lower[sentence.start : sentence.end]) else "call"
    partner = partner_after(layers, end, sentence, {"with"}, _TOPIC_REACH)
    subject = subject_of_form(layers, sentence, index, partner[1] if partner is not None else None)
    if subject is None or subject.kind in _NOT_ACTING | {"role"}:
        return None
    sides = with_subject(layers, subject, index)
    if partner is not None and partner[1].people and not subject.plural:
        sides += members(layers, partner[1])
    elif not subject.people or not subject.plural:
        return None
    return make_candidate(layers, index, sides, "discussed", 0.7, format=form, noun=form, implied=True)


def _phone(place: _Place) -> Candidate | None:
    """ "Phoned X"; "called X" names and judges as well: it needs a phone, or what was discussed."""
    lower = place.layers.tokens.lower
    obj = place.layers.nominals.starting(place.end)
    if place.verb.form == "gerund" or obj is None or obj.kind not in ("person", "office"):
        return None
    discussed = "discuss" in lower[obj.end : obj.end + 8] and not _CALLING_ADJUNCTS.isdisjoint(lower[obj.end : obj.end + 3])
    if place.verb.sense == "phone_if" and not discussed and "phone" not in _near(place):
        return None
    return _call(place, obj)


def _chair(place: _Place) -> Candidate | None:
    """ "Co-chaired the commission (together) with X", "X and Y co-chaired the commission"."""
    layers, sentence, index, end, _ = place
    lower = layers.tokens.lower
    subject = subject_of_form(layers, sentence, index, None)
    if subject is None or not (subject.people or subject.kind in ("pronoun", "parties")):
        return None
    hosts = with_subject(layers, subject, index)
    for step in range(end, min(sentence.end - 1, end + _CHAIR_REACH)):
        if lower[step] in ("with", "alongside") and (obj := object_of(layers, step + 1, sentence)) is not None and obj.people:
            return make_candidate(layers, index, [*hosts, *members(layers, obj)], "co-chair", 0.85, end=obj.end)
    return make_candidate(layers, index, hosts, "co-chair", 0.8) if subject.plural else None


_READERS: dict[VerbSense, Callable[[_Place], Candidate | None]] = {
    "meet": _meet,
    "see": _meet,
    "receive": _receive,
    "host": _receive,
    "chair": _chair,
    "call_on": _call_on,
    "speak": _speak,
    "discuss": _discuss,
    "spend": _spend,
    "gather": _gather,
    "phone": _phone,
    "phone_if": _phone,
}
"""By sense. Verbs of holding are read with their nouns, verbs of visiting with visits."""
VERB_SENSES = frozenset(_READERS)


def _near(place: _Place) -> list[str]:
    return place.layers.tokens.lower[place.end : min(place.sentence.end, place.end + _PHONE_REACH)]


def _call(place: _Place, obj: Nominal | None, form: Format = "call") -> Candidate | None:
    layers, index = place.layers, place.at
    subject = subject_of_form(layers, place.sentence, place.at, obj, gerund=place.verb.form == "gerund")
    if obj is None or subject is None or obj.kind == "actor":
        return None
    return _with_objects(place, with_subject(layers, subject, index), obj, "spoke-by-phone", 0.9, form)


def _of_persons(place: _Place, obj: Nominal, rule: str, confidence: float) -> Candidate | None:
    """A meeting whose subject must be a person too."""
    layers, index = place.layers, place.at
    subject = subject_of_form(layers, place.sentence, place.at, obj, gerund=place.verb.form == "gerund")
    if subject is None or not (subject.people or subject.kind in ("pronoun", "role", "office")):
        return None
    return _with_objects(place, with_subject(layers, subject, index), obj, rule, confidence)


def _passive(place: _Place) -> Candidate | None:
    """ "X was received (in Lima on Monday) by Y", "the visiting official was received by Y"; "received by Y, X said"."""
    layers, sentence, index = place.layers, place.sentence, place.at
    agents = partner_after(layers, index + 1, sentence, {"by"}, _AGENT_REACH)
    agent = agents[1] if agents is not None else None
    if agent is None or not agent.people:
        return None
    verb_start = index - 1 if _after_be(place) else index
    if layers.tokens.lower[index - 1] == "being" or not _after_be(place):
        subject = subject_beside(layers, sentence, index, agent)
    else:
        subject = subject_of_form(layers, sentence, verb_start, None)
    if subject is None:
        return None
    guests = with_subject(layers, subject, index)
    if not guests:
        return None
    return make_candidate(layers, index, [*members(layers, agent), *guests], "received-by", 0.8, end=agent.end, status_at=verb_start)


def _is_passive(place: _Place) -> bool:
    """ "Was received"; "received by" and "received on Monday by" where a participle opens or interrupts a clause."""
    if place.verb.form not in ("past", "participle"):
        return False
    opening = place.at == place.sentence.start or place.layers.tokens.lower[place.at - 1] == ","
    return _after_be(place) or (opening and place.layers.nominals.starting(place.end) is None)


def _after_be(place: _Place) -> bool:
    return place.at > 0 and place.layers.tokens.lower[place.at - 1] in BE


def _may_be_verb(place: _Place) -> bool:
    """Whether a form may be a verb here: a gerund after a conjunction or comma, a bare form after a modal, "to" or a plural."""
    layers, sentence, index, _, verb = place
    lower, before = layers.tokens.lower, index
    while before > sentence.start and lower[before - 1] in load_words().between - _BEFORE_GERUNDS:
        before -= 1
    previous = lower[before - 1] if before > sentence.start else ""
    if verb.form == "gerund":
        return index == sentence.start or previous in _BEFORE_GERUNDS or previous in BE - {"'s"}
    if verb.form == "base" and previous not in MODALS and previous != "to" and not previous.endswith("ly"):
        nominal = layers.nominals.ending(index)
        return nominal is not None and nominal.plural
    return True

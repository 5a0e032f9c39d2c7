"""Verbs of meeting: X met (with) Y · when meeting Y, X said · X sat down with Y · delegations from A and B met ·
X brought Y and Z together · X co-chaired the commission with Y; and which module reads the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import BE, DETERMINERS, PHRASE_OPENERS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.addressed import both_who_speak
from etl.extract.meetings.bodies import acting_bodies, paired
from etl.extract.meetings.candidate import (
    ACTORS_IN_VIEW,
    DELEGATIONS,
    HOST_IN_VIEW,
    PEOPLE_IN_VIEW,
    Candidate,
    Format,
    Side,
    make_candidate,
)
from etl.extract.meetings.followups import SEQUEL
from etl.extract.meetings.objects import object_beyond, object_of, partner_after
from etl.extract.meetings.pronouns import of_pronoun, pronoun_after
from etl.extract.meetings.receiving import read_calling_on, read_passive, read_receiving
from etl.extract.meetings.sides import is_delegation, members, with_subject
from etl.extract.meetings.speaking import read_discussing, read_phoning, read_speaking, read_spending
from etl.extract.meetings.subjects import subject_of_form
from etl.extract.meetings.unnamed import is_organ, partners
from etl.extract.meetings.verb_places import (
    NOT_ACTING,
    PARTNER_REACH,
    VerbPlace,
    after_be,
    is_awaited,
    is_passive,
    may_be_verb,
    with_objects,
)
from etl.lexicon.meetings import VerbSense, load_meeting_terms, load_meeting_words

_PHONE_NEAR: Final = 6
_AGREED, _AGREED_REACH = 3, 5
"""Tokens of "it was agreed", and after them to "with"."""
_OTHER_TIMES: Final = frozenset({"last", "next", "will", "to", "would", "again"})
_BEFORE_BODIES_MEET: Final = _OTHER_TIMES | BE | frozenset({"had", "has", "also", "previously"})
_CHAIR_REACH: Final = 26
_THING_REACH: Final = 4
"""Tokens after "met" among which a thing says that nobody is met: "met the requirements"."""
_SEEING: Final = frozenset("to will would after before had has".split())
_AFTER_SEEN: Final = frozenset(". , ; on in at alone separately individually again yesterday today earlier later for".split())
"""What stands after the object where one saw somebody by appointment: no "as", no verb."""
_NO_OBJECT: Final = PHRASE_OPENERS - {"for", "under"}
_BESIDE: Final = (("along", "with"), ("together", "with"), ("joined", "by"), ("alongside",), ("as", "well", "as"))
_UNDER_WAY: Final = frozenset({"are", "were", "been", "be", "'re"})
_RECIPROCAL: Final = (["each", "other"], ["one", "another"], ["with", "each", "other"], ["with", "one", "another"])


def read_verb(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a verb of meeting at a token, if one stands there."""
    lower = layers.tokens.lower
    for verb in load_meeting_terms().verbs.get(lower[index], ()):
        end = index + 1 + len(verb.following)
        if verb.sense in _READERS and end <= sentence.end and tuple(lower[index + 1 : end]) == verb.following:
            return _READERS[verb.sense](VerbPlace(layers, sentence, index, end, verb))
    return None


_REMOTELY: Final = frozenset({"virtually", "online", "remotely"})
"""Adverbs beside "met" by which nobody travelled."""


def _meet(place: VerbPlace) -> Candidate | None:
    """X met Y, X and Y met; nobody meets a deadline."""
    layers, sentence, index, end, verb = place
    lower, things = layers.tokens.lower, load_meeting_terms().not_objects
    thing = any(w in things for w in lower[end : end + _THING_REACH])
    if thing and lower[end] != "with" and lower[end] not in _NO_OBJECT:
        return None
    if not may_be_verb(place):
        return None
    if is_passive(place) and (passive := read_passive(place)) is not None:
        return passive
    if after_be(place) and verb.form in ("past", "participle") and "with" not in verb.following:
        return None
    if verb.sense == "meet" and (met := pronoun_after(place)) is not None:
        return of_pronoun(place, met, f"{verb.lemma}-{verb.form}")
    each_other = lower[end : end + 2] in _RECIPROCAL or lower[end : end + 3] in _RECIPROCAL
    obj = object_of(layers, end, sentence) if not each_other else None
    if obj is not None and verb.form == "gerund" and _opens_main_clause(place, obj):
        obj = None  # "Meeting in Lima on Monday, the two presidents agreed"
    if obj is None and not each_other and (partner := partner_after(layers, end, sentence, {"with"}, PARTNER_REACH)) is not None:
        obj = partner[1]
    if obj is None and not each_other and verb.form != "gerund" and not verb.following:
        obj = object_beyond(layers, end, sentence)
    if obj is not None and not obj.people and (named := _named_of(place, obj)) is not None:
        obj = named
    seen = obj is not None and obj.people and (lower[index - 1] in _SEEING or not _AFTER_SEEN.isdisjoint(lower[obj.end : obj.end + 1]))
    if verb.sense == "see" and (not (each_other or seen) or lower[end] == "off"):
        return None
    if obj is None and (standing := _standing_body(place)) is not None:
        return standing
    unread = obj is None or not partners(layers, obj)
    if unread and not each_other and ("with" in verb.following or lower[end : end + 1] == ["with"]):
        return None  # "agreed to meet with the envoys": with whom is not read
    if obj is None and verb.form == "gerund" and lower[index - 1] == "since":
        return make_candidate(layers, index, [PEOPLE_IN_VIEW], "since-meeting", 0.7)
    subject = subject_of_form(layers, sentence, index, obj, gerund=verb.form == "gerund" and not is_awaited(lower, index))
    if subject is not None and subject.kind in NOT_ACTING and obj is None:
        sides, body = acting_bodies(layers, subject.end, sentence)
        return make_candidate(layers, index, sides, "bodies-met", 0.75, noun=body) if body else None
    if obj is None and _is_agreed_upon(place):
        agreed = partner_after(layers, sentence.start + _AGREED, sentence, {"with"}, _AGREED_REACH)
        sides = [PEOPLE_IN_VIEW] if agreed is None or not agreed[1].people else [HOST_IN_VIEW, *members(layers, agreed[1])]
        return make_candidate(layers, index, sides, "agreed-on", 0.75)
    sent = subject is not None and obj is not None and is_delegation(subject)
    if (
        subject is None
        or (subject.kind in NOT_ACTING and not sent)
        or (obj is not None and obj.kind == "actor" and not (is_delegation(obj) or is_organ(obj)))
    ):
        return None
    if obj is None and (both := both_who_speak(layers, sentence, subject, index)):
        return make_candidate(layers, index, both, SEQUEL, 0.7)
    sides = with_subject(layers, subject)
    phone = not load_meeting_words().phone_words.isdisjoint(lower[end : min(sentence.end, end + _PHONE_NEAR)])
    phone = phone or not _REMOTELY.isdisjoint(lower[index - 1 : end + 1])
    form: Format = "call" if phone else "meeting"
    if obj is not None:
        found = with_objects(place, sides, obj, f"{verb.lemma}-{verb.form}", 0.9, form)
        return replace(found, noun=DELEGATIONS) if found is not None and sent and is_delegation(obj) else found
    opening = index == statement_start(layers, sentence)
    if not subject.plural and (whole := _those_before(place, subject.start)) is not None:
        sides, subject = [*members(layers, whole), *sides], whole
    else:
        sides += _along_with(place, subject.end)
    aside = subject.end == index - 1 and lower[index - 1] == "," and lower[end] in _NO_OBJECT  # "the leaders of A and B, meeting in Lima,"
    under_way = (
        lower[index - 1] in _UNDER_WAY or is_awaited(lower, index) or lower[index - 2 : index] == ["are", "also"]
    )  # "they are meeting in Lima"
    if verb.lemma == "convene" and _convenes_others(lower, end, sentence):
        return None
    plural = subject.plural and (verb.form != "gerund" or opening or aside or under_way)
    return make_candidate(layers, index, sides, "subjects-met", 0.85, format=form, noun=form) if plural else None


def _convenes_others(lower: list[str], end: int, sentence: Sentence) -> bool:
    """Whether a meeting of others is convened: "agreed to convene next week a meeting of trade experts"."""
    nouns = load_meeting_terms().nouns
    held = next((i for i in range(end, min(sentence.end, end + _CONVENED)) if lower[i] in nouns), None)
    return held is not None and lower[held + 1] == "of" and DETERMINERS.isdisjoint(lower[held + 2 : held + 3])


_CONVENED: Final = 7
"""Tokens of a day and an article between "convene" and what is convened."""


def _named_of(place: VerbPlace, obj: Nominal) -> Nominal | None:
    """ "Met (with) senior officials(,) including X": X."""
    lower = place.layers.tokens.lower
    start = obj.end + (lower[obj.end : obj.end + 1] == [","])
    named = object_of(place.layers, start + 1, place.sentence) if lower[start : start + 1] == ["including"] and obj.plural else None
    return named if named is not None and named.people else None


def _opens_main_clause(place: VerbPlace, obj: Nominal) -> bool:
    """Whether a participle that opens the sentence has whom it seems to take behind the comma, as the subject of what follows."""
    lower = place.layers.tokens.lower
    start = obj.start - (lower[obj.start - 1] in ("the", "his", "her"))
    return place.at == statement_start(place.layers, place.sentence) and start > place.end and lower[start - 1] == ","


def _along_with(place: VerbPlace, end: int) -> list[Side]:
    """ "The ministers of A and B, along with X, met": X, named between the subject and the verb."""
    layers, lower = place.layers, place.layers.tokens.lower
    start = end + (lower[end] == ",")
    opener = next((words for words in _BESIDE if tuple(lower[start : start + len(words)]) == words), ())
    other = object_of(layers, start + len(opener), place.sentence) if opener else None
    return members(layers, other) if other is not None and other.end <= place.at else []


def _those_before(place: VerbPlace, start: int) -> Nominal | None:
    """ "The ministers of A and B, along with X, recently met": the ministers, where X stands nearest to the verb."""
    layers, lower = place.layers, place.layers.tokens.lower
    start -= lower[start - 1] in ("the", "his", "her", "their")
    opener = next((words for words in _BESIDE if tuple(lower[max(0, start - len(words)) : start]) == words), ())
    end = start - len(opener)
    whole = layers.nominals.ending(end - (lower[end - 1] == ",")) if opener else None
    return whole if whole is not None and whole.people and whole.plural else None


def _is_agreed_upon(place: VerbPlace) -> bool:
    """ "It was agreed (with X) to meet in Lima on Friday"."""
    lower = place.layers.tokens.lower[place.sentence.start : place.at]
    return lower[-1:] == ["to"] and lower[:2] == ["it", "was"] and lower[2:3] in (["agreed"], ["decided"], ["arranged"])


def _standing_body(place: VerbPlace) -> Candidate | None:
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


def _gather(place: VerbPlace) -> Candidate | None:
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
    hosts = with_subject(layers, subject) if subject is not None and subject.people else []
    return make_candidate(layers, index, [*hosts, *members(layers, obj)], "brought-together", 0.8, end=obj.end)


def _chair(place: VerbPlace) -> Candidate | None:
    """ "Co-chaired the commission (together) with X", "X and Y co-chaired the commission"."""
    layers, sentence, index, end, _ = place
    lower = layers.tokens.lower
    subject = subject_of_form(layers, sentence, index, None)
    if subject is None or not (subject.people or subject.kind in ("pronoun", "parties")):
        return None
    hosts = with_subject(layers, subject)
    for step in range(end, min(sentence.end - 1, end + _CHAIR_REACH)):
        if lower[step] in ("with", "alongside") and (obj := object_of(layers, step + 1, sentence)) is not None and obj.people:
            return make_candidate(layers, index, [*hosts, *members(layers, obj)], "co-chair", 0.85, end=obj.end)
    return make_candidate(layers, index, hosts, "co-chair", 0.8) if subject.plural else None


_READERS: Final[dict[VerbSense, Callable[[VerbPlace], Candidate | None]]] = {
    "meet": _meet,
    "see": _meet,
    "receive": read_receiving,
    "host": read_receiving,
    "chair": _chair,
    "call_on": read_calling_on,
    "speak": read_speaking,
    "discuss": read_discussing,
    "spend": read_spending,
    "gather": _gather,
    "phone": read_phoning,
    "phone_if": read_phoning,
}
"""By sense. Verbs of holding are read with their nouns, verbs of visiting with visits."""
VERB_SENSES: Final = frozenset(_READERS)

"""Bodies of states that meet, where the text names the body and not who came: "the X Council of Ministers held its fifth session",
"Y foreign ministers met in Lima", "the Z summit opened on Monday", "Minister A attended the meeting of the Z ministers".

The body takes part as such, beside the states and persons that the text lists. What is no gathering of governments makes none: an
organization's staff, a court, a parliament, a federation of clubs.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from etl.extract.claims.openings import statement_start
from etl.extract.grammar import BE, DETERMINERS, FINITE, HAVE
from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.cancelling import called_off
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, Side, make_candidate
from etl.extract.meetings.gatherings import attendees, chairing, told_to_happen
from etl.extract.meetings.member_phrases import (
    AUXILIARIES,
    HOLDING,
    HOSTING,
    MEMBERS,
    SITTINGS,
    body_as_subject,
    body_named,
    closing_of,
    opening_of,
    sentences_of_bodies,
)
from etl.extract.meetings.objects import partner_after
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.subjects import subject_of_form
from etl.extract.meetings.summits import attending
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

RULE: Final = "assembly"
BODIES: Final = "bodies-met"
"""The rule of bodies that meet somebody."""
CONVENING: Final = frozenset(
    "met meet meets meeting convened convene convenes gathered gather gathers gathering assembled assemble".split()
)
_HIGHEST: Final = frozenset({"summit", "retreat", "heads", "leaders", "presidents"})
_OPENING_NOW: Final = frozenset({"opens", "begins", "starts", "kicks", "convenes", "concludes", "ends", "gets"})
_OPENED: Final = frozenset({"opened", "began", "started", "kicked", "convened", "concluded", "ended", "closed", "wrapped"})
_ARRANGED: Final = frozenset({"scheduled", "called"})
_PARTNER_REACH: Final = 10
_HOLD_REACH, _LISTED_IN, _SEVERAL = 22, 3, 2
_TERM, _FRONT = 8, 3
_HYPHENS: Final = frozenset({"-", "–"})
_JOURNEY_REACH, _ASIDE_REACH = 14, 24
_FRONTING: Final = frozenset({"ahead", "before", "after", "prior", "on", "at", "following"})
_FOLLOWING: Final = frozenset(
    "in on at behind here via by again urgently virtually online yesterday today tomorrow this last next late early to for amid during "
    "under as . , ; over separately informally".split()
)
"""What stands after "the ministers met", where nobody is met: a place, a time, a manner, a purpose."""
_ASIDE: Final = frozenset({"sidelines", "margins", "fringes", "eve", "results", "outcome", "agenda"})
_GOVERNING_PREPOSITIONS: Final = frozenset("at in on during to by before after with for since until following from".split())
_PARTNERS: Final = frozenset({"with", "between", "among"})
_LISTING: Final = frozenset({"participants", "attended", "participated"})
_INCLUDING: Final = frozenset({"include", "includes", "included", "including"})
_LISTED_REACH: Final = 5
_OPENING_REACH: Final = 14
"""Tokens at a sentence's beginning among which those who meet are its subject."""
_PHRASE_REACH: Final = 7
_IN_PHRASE: Final = FINITE | {",", ";", "of", "for", "to", "that"}
"""What stands in no phrase of a noun of meeting and its attributes."""
_ACTED_AT: Final = frozenset({"at", "in", "during", "after", "following"})


def read_assembly(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The meeting of a body's members of which a noun or verb at a token tells."""
    if layers.sentence_of[index] not in sentences_of_bodies(layers):
        return None
    index, lower = _head(layers.tokens.lower, index), layers.tokens.lower
    if lower[index] in CONVENING and (found := _met(layers, sentence, index)) is not None:
        return found
    if lower[index] not in SITTINGS or _has_partner(layers, sentence, index):
        return None
    readers = (_held, _attended, _took_place, _hosted, _told_there, _acted_there)
    return next((found for read in readers if (found := read(layers, sentence, index)) is not None), None)


@cache
def openings() -> frozenset[str]:
    """Words with which what this module reads begins: verbs of convening, nouns of sitting and the terms that end in one."""
    terms = {term.split()[0] for term in load_meeting_terms().nouns if term.split()[-1] in SITTINGS}
    return SITTINGS | CONVENING | terms


def _head(lower: list[str], index: int) -> int:
    """Where the noun of a term stands that begins at a token: "session" of "extraordinary session"."""
    nouns = load_meeting_terms().nouns
    ends = (end for end in range(min(len(lower), index + _TERM) - 1, index, -1) if lower[end] in SITTINGS)
    return next((end for end in ends if " ".join(lower[index : end + 1]) in nouns), index)


def _has_partner(layers: Layers, sentence: Sentence, noun: int) -> bool:
    """Whether a meeting is one with others: "a meeting in Lima with X", "talks between A and B"."""
    rest = layers.tokens.lower[noun + 1 : min(sentence.end, noun + _PARTNER_REACH)]
    clause = rest[: next((i for i, word in enumerate(rest) if word in (",", ";") or word in FINITE), len(rest))]
    return not _PARTNERS.isdisjoint(clause)


def _met(layers: Layers, sentence: Sentence, verb: int) -> Candidate | None:
    """ "X foreign ministers met in Lima", "the Y Council will convene on Monday"."""
    lower = layers.tokens.lower
    after = lower[verb + 1 : verb + 2]
    dated = verb + 1 < sentence.end and bool(layers.dates.covering(verb + 1))
    if lower[verb].endswith("ing") and BE.isdisjoint(lower[max(sentence.start, verb - 2) : verb]) and after not in (["in"], ["at"]):
        return None  # but "X foreign ministers meeting in Lima agreed"
    if _has_partner(layers, sentence, verb):
        return _with_partner(layers, sentence, verb, body_as_subject(layers, sentence, verb, bare=False))
    if _FOLLOWING.isdisjoint(after) and not dated:
        return None
    body = body_as_subject(layers, sentence, verb, bare=False)
    return _candidate(layers, sentence, verb, body, verb, verb + 1) if body is not None else None


def _with_partner(layers: Layers, sentence: Sentence, index: int, body: ActorRef | None) -> Candidate | None:
    """ "X foreign ministers met (in Lima) with President A": the body and those whom its members met."""
    found = partner_after(layers, index + 1, sentence, {"with"}, _PARTNER_REACH) if body is not None else None
    if found is None or not found[1].people:
        return None
    return make_candidate(layers, index, [Side(None, body), *members(layers, found[1])], BODIES, 0.75, end=found[1].end)


def _held(layers: Layers, sentence: Sentence, noun: int) -> Candidate | None:
    """ "The Ministerial Council of the X held its 5th session", "Y leaders began on Monday a two-day summit"."""
    lower = layers.tokens.lower
    for verb in range(noun - 1, max(sentence.start, noun - _HOLD_REACH), -1):
        if lower[verb] in HOLDING or (lower[verb] in _ARRANGED and not HAVE.isdisjoint(lower[verb - 1 : verb])):
            if lower[verb - 1] in _HYPHENS or lower[verb + 1] in _HYPHENS or lower[verb - 1] in BE - {"is", "are"}:
                continue  # "an open-ended session"
            start, end = opening_of(layers, sentence, noun), closing_of(layers, sentence, noun + 1)
            direct = verb == start - 1 - (lower[start - 1] in DETERMINERS)
            by_members = lower[noun] in ("talks", "discussions", "consultations")
            body = body_as_subject(layers, sentence, verb, bare=not by_members) or (body_named(layers, start, end) if direct else None)
            if body is None:
                continue
            found = _candidate(layers, sentence, noun, body, verb, noun + 1)
            return replace(found, status="planned") if found is not None and lower[verb] in _ARRANGED else found
        if (lower[verb] in FINITE and not layers.dates.covering(verb)) or lower[verb] in (";", "that", "which", "who"):
            return None
    return None


def _took_place(layers: Layers, sentence: Sentence, noun: int) -> Candidate | None:
    """ "The 5th X summit opened in Lima", "a session of the Council of Ministers of the Y took place yesterday"."""
    lower = layers.tokens.lower
    start, end = opening_of(layers, sentence, noun), closing_of(layers, sentence, noun + 1)
    own = _own_predicate(lower, sentence, end)
    arranged = own is None and end < sentence.end and lower[end] in load_meeting_words().arranged_words
    own = end if arranged else own
    after = _past_aside(lower, sentence, end)
    off = called_off(layers, sentence, after) if own is None else None
    happens = own if own is not None else told_to_happen(lower, sentence, after) if off is None else off
    if happens is None and lower[end : end + 1] and lower[end] in _OPENING_NOW:
        happens = end
    governed = own is None and lower[start - 1 - (lower[start - 1] in DETERMINERS)] in _GOVERNING_PREPOSITIONS
    if happens is None or governed or not _ASIDE.isdisjoint(lower[start:noun]):
        return None  # "on the margins of the session", "at the summit": where something else is told to happen
    body = body_named(layers, start, end)
    trigger = noun if after == end else happens
    found = _candidate(layers, sentence, trigger, body, happens, happens + 1) if body is not None else None
    echoed = own is not None and start - statement_start(layers, sentence) > _FRONT and not layers.dates.within(end, sentence.end)
    if found is not None and echoed:
        found = replace(found, earlier=True)  # "echoing the summit held in Lima", whenever that was
    if found is not None and off is not None:
        return replace(found, status="cancelled", earlier=False)
    ahead = arranged or lower[happens - 2 : happens] == ["to", "be"]
    return replace(found, status="planned") if found is not None and ahead and found.status == "held" else found


def _own_predicate(lower: list[str], sentence: Sentence, end: int) -> int | None:
    """Where the verb stands of "the session(,) which was held in Lima", "the session held in Lima", "the summit, which opened in Lima"."""
    step = end + (lower[end : end + 1] == [","])
    if lower[step : step + 1] in (["which"], ["that"]) and lower[step + 1 : step + 2] != [] and lower[step + 1] in _OPENED:
        return step + 1
    relative = lower[step : step + 1] in (["which"], ["that"]) and lower[step + 1 : step + 2] != [] and lower[step + 1] in BE
    verb = step + 2 if relative else end
    return (
        verb
        if verb < sentence.end and lower[verb] in ("held", "convened") and (relative or lower[verb + 1] in ("in", "on", "at"))
        else None
    )


def _past_aside(lower: list[str], sentence: Sentence, end: int) -> int:
    """Where a clause goes on after ", which is convened each year,"; the same token where nothing of the kind stands there."""
    if lower[end : end + 2] not in ([",", "which"], [",", "that"], [",", "where"]):
        return end
    return next((i + 1 for i in range(end + 2, min(sentence.end - 1, end + _ASIDE_REACH)) if lower[i] == ","), end)


def _hosted(layers: Layers, sentence: Sentence, noun: int) -> Candidate | None:
    """ "Quito hosted the regular meeting of the X ministers", "Peru will host the Y summit", "Peru postponed the Y summit"."""
    lower, start = layers.tokens.lower, opening_of(layers, sentence, noun)
    verb = start - 1 - (lower[start - 1] in DETERMINERS)
    off = lower[verb] in load_meeting_words().cancelling_words
    if verb <= sentence.start or not (off or lower[verb] in HOSTING):
        return None
    end = verb
    while end > sentence.start and (lower[end - 1] in AUXILIARIES or lower[end - 1].endswith("ly")):
        end -= 1
    date = layers.dates.ending(end) if off else None
    host = layers.entities.ending(date.span.start - (lower[date.span.start - 1] == "on") if date is not None else end)
    body = body_named(layers, start, closing_of(layers, sentence, noun + 1))
    if host is None or host.kind not in ("place", "metonym", "state") or body is None:
        return None
    found = _candidate(layers, sentence, noun, body, verb, noun + 1)
    return replace(found, status="cancelled", earlier=False) if found is not None and off else found


def _attended(layers: Layers, sentence: Sentence, noun: int) -> Candidate | None:
    """ "Minister A took part in the regular meeting of the X ministers", "A flew to Lima for the Y summit"."""
    start, end = opening_of(layers, sentence, noun), closing_of(layers, sentence, noun + 1)
    body = body_named(layers, start, end)
    if body is None:
        return None
    verb, lower = attending(layers, sentence, start), layers.tokens.lower
    journey = _journey_for(lower, sentence, start) if verb is None else None
    at = verb if verb is not None else journey
    if at is None:
        return None
    subject = subject_of_form(layers, sentence, at, None, gerund=lower[at].endswith("ing"))
    sides = [side._replace(role="attendee") for side in with_subject(layers, subject) if side.person is not None and side != PEOPLE_IN_VIEW]
    return _candidate(layers, sentence, noun, body, at, end, sides) if sides else None


def _journey_for(lower: list[str], sentence: Sentence, start: int) -> int | None:
    """The verb of travelling of "will travel to Lima on Monday for the"."""
    step, verbs = start - 1 - (lower[start - 1] in DETERMINERS), load_meeting_terms().verbs
    if step <= sentence.start or lower[step] != "for":
        return None
    for i in range(step - 1, max(sentence.start, step - _JOURNEY_REACH), -1):
        if any(verb.sense == "travel" for verb in verbs.get(lower[i], ())) or lower[i : i + 2] == ["expected", "in"]:
            return i
    return None


def _told_there(layers: Layers, sentence: Sentence, noun: int) -> Candidate | None:
    """ "Said after a meeting of the X ministers in Lima on Monday": a body's meeting whose place and day are both told beside it."""
    start, end = opening_of(layers, sentence, noun), closing_of(layers, sentence, noun + 1)
    if not _ASIDE.isdisjoint(layers.tokens.lower[start:noun]):
        return None
    placed, dated, end = _setting(layers, end)
    body = body_named(layers, start, closing_of(layers, sentence, noun + 1)) if placed and dated else None
    return _told(layers, sentence, noun, body, start, end) if body is not None else None


def _acted_there(layers: Layers, sentence: Sentence, noun: int) -> Candidate | None:
    """ "X leaders agreed at a summit in Lima to …", "Y foreign ministers said after their talks on Monday": those who meet act there."""
    lower, first = layers.tokens.lower, max(sentence.start, noun - _PHRASE_REACH)
    governor = next((i for i in range(noun - 1, first, -1) if lower[i] in _ACTED_AT), None)
    if governor is None or not _IN_PHRASE.isdisjoint(lower[governor + 1 : noun]) or layers.entities.within(governor, noun):
        return None
    placed, dated, end = _setting(layers, noun + 1)
    acting = _members_opening(layers, sentence, governor) if placed or dated else None
    body = body_as_subject(layers, sentence, acting, bare=False) if acting is not None else None
    return _told(layers, sentence, noun, body, sentence.start, end) if body is not None else None


def _members_opening(layers: Layers, sentence: Sentence, before: int) -> int | None:
    """Where the phrase ends that opens a sentence and names those who meet: "X foreign ministers", "leaders of the Y"."""
    lower, start = layers.tokens.lower, statement_start(layers, sentence)
    for end in range(start + 1, min(before, start + _OPENING_REACH)):
        goes_on = lower[end] in ("of", "from", "and", "the", "'s", "'") or lower[end] in MEMBERS or layers.tokens.is_capitalized(end)
        if not goes_on and not MEMBERS.isdisjoint(lower[start:end]) and (lower[end].islower() or lower[end] == ","):
            return end
    return None


def _setting(layers: Layers, end: int) -> tuple[bool, bool, int]:
    """Whether a place and a day stand right at a token, and where they end: "in Lima on Monday"."""
    lower, placed, dated = layers.tokens.lower, False, False
    while True:
        step = end + (lower[end : end + 1] in (["in"], ["at"], ["on"], ["from"], [","]))
        date = layers.dates.starting(step)
        place = next((e for e in layers.entities.within(step, step + 1) if e.kind in ("place", "metonym", "state")), None)
        if date is not None and not dated:
            dated, end = True, date.span.end
        elif place is not None and step > end and not placed:
            placed, end = True, place.end
        else:
            return placed, dated, end


def _told(layers: Layers, sentence: Sentence, noun: int, body: ActorRef, start: int, end: int) -> Candidate | None:
    """A body's meeting that is only told of where its place or day stands; `start`: where the phrase begins that says who met."""
    lower, sides = layers.tokens.lower, [Side(None, body)]
    found = make_candidate(layers, noun, sides, RULE, 0.7, end=end)
    if found is None:
        return None
    ahead = "will" in lower[sentence.start : noun] and found.status == "held"  # "will raise it at the X summit in Lima this month"
    summit = not _HIGHEST.isdisjoint(lower[start : noun + 1])
    return replace(found, joint=True, separate=False, at_summit=summit, status="planned" if ahead else found.status)


def _candidate(
    layers: Layers, sentence: Sentence, index: int, body: ActorRef | None, happens: int, end: int, named: list[Side] | None = None
) -> Candidate | None:
    """A body's meeting, with the persons and states whom this sentence and those after it list."""
    if body is None:
        return None
    number = layers.sentence_of[index]
    following = layers.sentences[number : number + _LISTED_IN]
    sides = [*(named or []), *(side for s in following for side in chairing(layers, s))]
    for position, further in enumerate(following):
        sides += attendees(layers, further, following[position + 1 :])
    sides += [state for s in following for state in _listed_states(layers, s)]
    if len({side.actor for side in sides if side.actor is not None}) < _SEVERAL:
        sides.append(Side(None, body))
    found = make_candidate(layers, index, sides, RULE, 0.75, status_at=happens, end=end)
    if found is None:
        return None
    words = layers.tokens.lower[sentence.start : max(index, happens) + 1]
    if words[0] in _FRONTING and "," in words:
        words = words[words.index(",") :]  # "Ahead of the summit, the ministers met"
    return replace(found, joint=True, separate=False, at_summit=not _HIGHEST.isdisjoint(words))


def _lists_members(lower: list[str], index: int) -> bool:
    """ "Including ministers of A, B and C", "included delegates from"."""
    return lower[index] in _INCLUDING and not MEMBERS.isdisjoint(lower[index + 1 : index + _LISTED_REACH])


def _listed_states(layers: Layers, sentence: Sentence) -> list[Side]:
    """States of which a sentence says that they took part: "the participants include ministers of A, B and C"."""
    lower = layers.tokens.lower
    words = range(sentence.start, sentence.end)
    marker = next((i for i in words if lower[i] in _LISTING or _lists_members(lower, i)), None)
    if marker is None or not load_words().quote_verbs.isdisjoint(lower[sentence.start : marker]):
        return []
    states = [e for e in layers.entities.within(marker, sentence.end) if e.kind == "state" and not e.nested]
    listed = [e for e in states if lower[e.end : e.end + 1] in ([","], ["and"], ["."]) or lower[e.end : e.end + 2] == ["as", "well"]]
    return [Side(None, e.actor, "attendee") for e in listed] if len(listed) > 2 else []

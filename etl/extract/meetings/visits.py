"""Visits: a guest, a destination, and those who invited. X paid a visit to A · X visited A · a visit to A by X · X's visit to A ·
X will travel to A · X last travelled to A in 2019.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from etl.extract.claims.sources import source_left
from etl.extract.dates.context import WEEKDAYS
from etl.extract.grammar import BE, FINITE, HAVE, MODALS, PERSONAL_POSSESSIVES
from etl.extract.layers import Entity, Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.company import SIDE_NOUNS
from etl.extract.meetings.destinations import destination_at, stops_from, town_of_airport
from etl.extract.meetings.journeys import is_visit
from etl.extract.meetings.objects import LEADERSHIP, object_of
from etl.extract.meetings.sides import members, with_subject
from etl.extract.meetings.subjects import other_person, owner_of, possessor, subject_beside, subject_of, subject_of_form
from etl.extract.meetings.verb_places import is_awaited
from etl.lexicon.meetings import MeetingVerb, load_meeting_terms, load_meeting_words
from etl.lexicon.words import load_words

_GUEST_KINDS: Final = frozenset({"person", "pronoun", "office", "group"})
_ABOUT: Final = frozenset("on for during from after following before recalled recalling".split())
_DELEGATIONS: Final = frozenset({"delegation", "delegations", "mission", "envoys"})
_LEAVING: Final = frozenset("leave leaves left leaving depart departs departed departing".split())
_BEFORE_PAYING: Final = frozenset({"after", "before", "while", "by", "since"})
_LED_REACH: Final = 6
_LEADING: Final = frozenset({"leads", "heads", "leading", "heading", "lead", "head"})
_MAX_INVITERS: Final = 3
_PAID_REACH: Final = 8
"""Tokens before a noun of visit among which the verb stands that pays it."""
_PLANS: Final = frozenset({"plan", "plans", "intention", "decision", "wish"})
NOW: Final = frozenset({"currently", "presently", "now", "also"})
_DAYTIMES: Final = frozenset({"morning", "afternoon", "evening", "night"})


def read_visit(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """The candidate of a visit at a token, verb or noun, if one stands there."""
    lower = layers.tokens.lower
    behind = _after_day(layers, index) if lower[index] in load_meeting_words().visit_nouns else len(lower)
    if lower[behind : behind + 1] in (["to"], ["of"], ["by"], ["in"]):
        return _of_noun(layers, sentence, index)
    if lower[index] in BE:
        return _being_there(layers, sentence, index)
    if lower[index] in NOW:
        return _apposed(layers, sentence, index)
    start = _after_date(layers, index)
    verbs = (v for v in load_meeting_terms().verbs.get(lower[index], ()) if v.sense in ("visit", "travel"))
    verb = next((v for v in verbs if tuple(lower[start : start + len(v.following)]) == v.following), None)
    return _of_verb(layers, sentence, index, verb) if verb is not None else None


def _of_noun(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    lower = layers.tokens.lower
    after, guest = _after_day(layers, index), None
    if lower[after] == "in" and lower[index] not in _STAYS:
        return None
    if lower[after] not in ("to", "in"):
        guest = object_of(layers, after + 1, sentence)  # "the visit of X(,) to A"
        if guest is None or not (guest.people or members(layers, guest)):
            return None
        after = guest.end + (lower[guest.end : guest.end + 1] == [","])
        if lower[after : after + 1] != ["to"]:
            return None
    destination = destination_at(layers, after + 1)
    if destination is None:
        return None
    guest = guest or _guest(layers, sentence, index, destination)
    if guest is not None and _is_of(layers, guest, destination) and not PERSONAL_POSSESSIVES.isdisjoint(lower[index - 3 : index]):
        guest = _received(layers, sentence, index, guest) or guest
    paying = load_meeting_words().paying_verbs
    before = _before_fillers(layers, sentence, index)
    near = (i for i in range(index - 1, max(sentence.start, index - _PAID_REACH), -1) if lower[i] in paying)
    return visit_candidate(layers, sentence, index, guest, destination, status_at=before if lower[before] in paying else next(near, None))


def _is_of(layers: Layers, guest: Nominal, destination: Entity) -> bool:
    """Whether somebody is of the state to which the visit is."""
    return any(actor is not None and actor.name == destination.name for actor in (layers.people[p].actor for p in guest.people))


def _received(layers: Layers, sentence: Sentence, index: int, host: Nominal) -> Nominal | None:
    """The other person before a noun of visit: "King X received Sultan Y at the start of his visit to Jordan" is Y's."""
    named = [n for n in layers.nominals.within(sentence.start, index) if n.kind == "person" and n.people and n.start > host.end]
    return named[-1] if named else None


def _after_day(layers: Layers, noun: int) -> int:
    """Where the phrase of a visit goes on: "began an official visit Monday to Peru"."""
    day = layers.dates.starting(noun + 1 + (layers.tokens.lower[noun + 1 : noun + 2] == ["on"]))
    return day.span.end if day is not None and layers.tokens.lower[day.span.end : day.span.end + 1] == ["to"] else noun + 1


def _before_fillers(layers: Layers, sentence: Sentence, index: int) -> int:
    """The token before the attributes of a visit and the day that stands among them: "will begin, on Friday, May 2, a two-day visit"."""
    lower, fillers, step = layers.tokens.lower, load_meeting_words().visit_fillers, index - 1
    while step > sentence.start:
        date = layers.dates.ending(step + 1)
        if date is not None and date.span.start > sentence.start + 1:
            step = date.span.start - 1 - (lower[date.span.start - 1] == "on")
        elif lower[step] in fillers or lower[step].isdecimal() or lower[step] in WEEKDAYS or lower[step] in ("'s", ","):
            step -= 1
        else:
            break
    return step


def _after_date(layers: Layers, verb: int) -> int:
    """Where a verb's phrase goes on after a date: "leaves on Wednesday for Quito", "left Lima yesterday for Quito"."""
    lower = layers.tokens.lower
    if lower[verb] in _LEAVING:
        left = layers.entity_at(verb + 1)
        verb = left.end - 1 if left is not None else verb + (lower[verb + 1 : verb + 2] in (["here"], ["home"]))
    date = layers.dates.starting(verb + 1) or (layers.dates.starting(verb + 2) if lower[verb + 1 : verb + 2] == ["on"] else None)
    return date.span.end + (not _DAYTIMES.isdisjoint(lower[date.span.end : date.span.end + 1])) if date is not None else verb + 1


def _being_there(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "X was in Lima from March 1 to 3", "X will be in Lima on Monday", "X is in Lima for talks": with a time or a purpose."""
    lower, words = layers.tokens.lower, load_meeting_words()
    expected = lower[index + 1 : index + 2] in (["expected"], ["due"], ["awaited"])
    inside = index + 1 + (expected or not (NOW | {"here"}).isdisjoint(lower[index + 1 : index + 2]))
    if lower[inside : inside + 1] != ["in"]:
        return None
    destination = destination_at(layers, inside + 1)
    if destination is None:
        return None
    after = lower[destination.end : destination.end + 2]
    dated = (
        after[:1] in (["on"], ["from"], ["between"], ["this"], ["last"], ["since"]) or layers.dates.starting(destination.end) is not None
    )
    invited = lower[destination.end : destination.end + 3] == ["at", "the", "invitation"]
    visiting = after[:1] == ["on"] and not words.visit_nouns.isdisjoint(lower[destination.end + 1 : destination.end + _STAY_REACH])
    at_work = after in (["where", "he"], ["where", "she"], ["to", "attend"])
    if not (dated or expected or invited or visiting or at_work or after[:1] == ["for"]):
        return None
    guest = subject_of_form(layers, sentence, index, None)
    if guest is None or guest.kind not in (("person", "office", "pronoun", "group") if visiting else ("person", "office", "pronoun")):
        return None
    found = visit_candidate(layers, sentence, index, guest, destination)
    if found is None or not (expected or visiting or at_work):
        return found
    here = not expected and lower[index] in ("is", "are")  # "are in Lima on a visit and are to meet X"
    return replace(found, status="planned" if expected else "held") if expected or here else found


def _apposed(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "X, now in Peru on an official visit, met Y"."""
    lower = layers.tokens.lower
    if lower[index - 1] != "," or lower[index + 1 : index + 2] != ["in"]:
        return None
    destination, guest = destination_at(layers, index + 2), layers.nominals.ending(index - 1)
    if destination is None or guest is None or not guest.people:
        return None
    after = lower[destination.end : destination.end + _STAY_REACH + 1]
    visiting = after[:1] == ["on"] and not load_meeting_words().visit_nouns.isdisjoint(after)
    return visit_candidate(layers, sentence, index, guest, destination) if visiting else None


_STAY_REACH: Final = 5
"""Tokens of "on an official visit" after a place."""
_STAYS: Final = frozenset({"stay", "stopover", "stop", "sojourn"})


def _of_verb(layers: Layers, sentence: Sentence, index: int, verb: MeetingVerb) -> Candidate | None:
    start = _after_date(layers, index)
    destination = destination_at(layers, start + len(verb.following))
    if destination is None and verb.following == ("at",):
        destination = town_of_airport(layers, start + 1, sentence)
    host = layers.nominals.starting(destination.start) if destination is not None and verb.sense == "visit" else None
    if host is not None and host.people:
        destination = None  # "will visit Peruvian Prime Minister X", "visited Peru President X"
    if destination is None and verb.sense == "visit" and verb.form != "gerund":
        return _of_host(layers, sentence, index)
    under_way = layers.tokens.lower[index - 1 - (layers.tokens.lower[index - 1] in NOW)] in BE or is_awaited(layers.tokens.lower, index)
    if destination is None or (verb.form == "gerund" and not under_way):
        return None
    infinitive = layers.tokens.lower[index - 1 : index] == ["to"]
    if verb.form == "base" and not infinitive:
        guest = source_left(layers, index, sentence)[0]
        if guest is None or not (guest.people or guest.kind == "pronoun"):
            guest = _leader(layers, sentence, index) or guest
    else:
        guest = subject_of_form(layers, sentence, index, None)
        if guest is None or guest.kind not in _GUEST_KINDS or not (guest.people or guest.kind == "pronoun") or guest.kind == "group":
            guest = _at_head(layers, sentence, index) or _with_spouse(layers, index) or guest
        if infinitive and layers.tokens.lower[index - 2] in _PLANS and layers.tokens.lower[index - 3] == "'s":
            guest = layers.nominals.ending(index - 3)  # "told him of the minister's plan to visit Peru"
    found = visit_candidate(layers, sentence, index, guest, destination)
    if found is None or verb.sense == "visit":
        return found
    return found if found.status != "held" or found.earlier or is_visit(layers, sentence, verb, destination) else None


def _at_head(layers: Layers, sentence: Sentence, verb: int) -> Nominal | None:
    """ "X, at the head of a delegation, left for Lima", "X, heading a delegation with Y and Z, left for Lima": X."""
    lower = layers.tokens.lower
    opening = range(sentence.start + 1, verb)
    leading = next((i for i in opening if lower[i] in _LEADING and lower[i - 1] == "," and lower[i].endswith("ing")), None)
    if leading is not None and lower[verb - 1 : verb] != ["and"] and not SIDE_NOUNS.isdisjoint(lower[leading : leading + _LED_REACH]):
        return layers.nominals.ending(leading - 1)
    head = next((i for i in range(verb - 1, sentence.start + 1, -1) if lower[i - 2 : i + 1] == ["at", "the", "head"]), None)
    clear = head is not None and FINITE.isdisjoint(lower[head:verb]) and not any(n.people for n in layers.nominals.within(head, verb))
    return layers.nominals.ending(head - 2 - (lower[head - 3] == ",")) if head is not None and clear else None


def _with_spouse(layers: Layers, verb: int) -> Nominal | None:
    """ "X and his wife have arrived in Lima": X."""
    lower, end = layers.tokens.lower, verb - (layers.tokens.lower[verb - 1] in _AUXILIARIES)
    beside = lower[end - 3 : end - 1] in (["and", "his"], ["and", "her"]) and lower[end - 1] in _SPOUSES
    return layers.nominals.ending(end - 3 - (lower[end - 4] == ",")) if beside else None


_AUXILIARIES: Final = HAVE | BE
_SPOUSES: Final = frozenset({"spouse", "wife", "husband", "delegation", "entourage"})


def _leader(layers: Layers, sentence: Sentence, verb: int) -> Nominal | None:
    """ "A Peruvian delegation led by X will travel to Lima": X."""
    lower = layers.tokens.lower
    before = [n for n in layers.nominals.within(sentence.start, verb) if n.people]
    end = verb - (lower[verb - 1] in MODALS)
    led = bool(before) and lower[end - 1] != "not" and before[-1].end in (end, end - 1)
    return before[-1] if led and lower[before[-1].start - 1] == "by" and lower[before[-1].start - 2] in LEADERSHIP else None


def _of_host(layers: Layers, sentence: Sentence, index: int) -> Candidate | None:
    """ "X visited Y at his residence": a meeting with the one visited."""
    host = object_of(layers, index + 1, sentence)
    if host is None or host.start > index + 1 + (layers.tokens.lower[index + 1] == "the") or not host.people:
        return None
    guest = subject_of_form(layers, sentence, index, host)
    if guest is None or guest.kind not in _GUEST_KINDS or guest.plural:
        return None
    sides = [*with_subject(layers, guest), *members(layers, host)]
    return make_candidate(layers, index, sides, "visited-person", 0.8, end=host.end, separate=host.plural)


def visit_candidate(
    layers: Layers, sentence: Sentence, index: int, guest: Nominal | None, destination: Entity, status_at: int | None = None
) -> Candidate | None:
    """The visit of a guest to a destination and the stations named after it."""
    if guest is None or guest.kind not in _GUEST_KINDS:
        return None
    guests = _official(layers, [side._replace(role="guest") for side in with_subject(layers, guest)])
    if not guests:
        return None
    visiting = {side.person for side in guests}
    hosts = [side for side in _inviters(layers, sentence) if side.person not in visiting]
    stops = stops_from(layers, destination)
    end = max(stops[-1].end, guest.end) if guest.start > index else stops[-1].end
    return make_candidate(
        layers,
        index,
        guests + hosts,
        "visit",
        0.85,
        format="visit",
        noun="visit",
        destinations=tuple(layers.tokens.surface(s.start, s.end) if s.kind == "metonym" else s.name for s in stops),
        stops=tuple(s.start for s in stops),
        end=end,
        status_at=status_at,
    )


def _official(layers: Layers, guests: list[Side]) -> list[Side]:
    """Guests without those who only come along: "Prime Minister X and Mrs. Y X arrived"."""
    known = [g for g in guests if g.actor is not None or g.person is None or layers.people[g.person].titles]
    return known or guests


def _guest(layers: Layers, sentence: Sentence, index: int, destination: Entity) -> Nominal | None:
    """Whose visit the noun names: "by X" after it, "X's" before it, the subject of "paid a visit", or of the clause it hangs on."""
    lower, words = layers.tokens.lower, load_meeting_words()
    after = destination.end
    guest = object_of(layers, after + 1, sentence) if lower[after : after + 1] == ["by"] else None
    paid = lower[after : after + 1] in (["made"], ["paid"], ["undertaken"]) and lower[after + 1 : after + 2] == ["by"]
    guest = guest or (object_of(layers, after + 2, sentence) if paid else None)  # "the visit to Peru made by X"
    guest = guest or (layers.nominals.starting(after + 1) if lower[after : after + 1] in (["by"], ["of"]) else None)
    guest = guest or possessor(layers, index, sentence)
    if guest is not None:
        return guest
    step = _before_fillers(layers, sentence, index)
    if lower[step] in words.paying_verbs:
        if lower[step].endswith("ing") and (step == sentence.start or lower[step - 1] in _BEFORE_PAYING):
            return subject_beside(layers, sentence, step, None)
        if lower[step - 1 : step] == ["to"]:
            return subject_of_form(layers, sentence, step, None)
        concluding = lower[step].endswith("ing") and lower[step - 1] not in BE
        return other_person(layers, sentence, index, None) if concluding else subject_of(layers, step, sentence)
    owned = not PERSONAL_POSSESSIVES.isdisjoint(lower[step + 1 : index])
    cancelled = lower[step] in words.cancelling_words or lower[step - 1 : step + 1] in (["called", "off"], ["put", "off"])
    own = next((i for i in range(step, index) if lower[i] in ("his", "her")), None)
    if own is not None and lower[own - 1] not in ("for", "on") and (owner := owner_of(layers, sentence, own)) is not None:
        return owner  # but "thanked X for his visit"
    over = lower[step] == "of" and lower[step - 1] in _OVER  # "returned home on completion of a four-day visit to Peru"
    if not (owned or cancelled or over or lower[step] in _ABOUT):
        return None
    if lower[step] == "on" and (antecedent := _who_is(layers, sentence, step)) is not None:
        return antecedent
    other = other_person(layers, sentence, index, None)
    return None if other is not None and not owned and _is_group(layers, other.end, step) else other


_OVER: Final = frozenset({"completion", "end", "conclusion", "course", "outset", "beginning", "start"})


def _who_is(layers: Layers, sentence: Sentence, index: int) -> Nominal | None:
    """The antecedent of "X, who is on a visit to Peru"."""
    lower = layers.tokens.lower
    who = index - 2 - (lower[index - 2] != "who")
    if who <= sentence.start or lower[who] != "who" or lower[who + 1] not in BE:
        return None
    nominal = layers.nominals.ending(who - (lower[who - 1] == ","))
    return nominal if nominal is not None and nominal.kind in _GUEST_KINDS and not nominal.plural else None


def _is_group(layers: Layers, start: int, end: int) -> bool:
    """Whether a delegation nearer than the person is who visits: "X received the delegation on a visit to Peru"; not where X led it."""
    words = layers.tokens.lower[start:end]
    led = not LEADERSHIP.isdisjoint(words) or not _LEADING.isdisjoint(words)
    return not _DELEGATIONS.isdisjoint(words) and not led


def _inviters(layers: Layers, sentence: Sentence) -> list[Side]:
    """ "At the invitation of X and Y"."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        if lower[index] != "invitation" or lower[index + 1] != "of":
            continue
        sides: list[Side] = []
        for nominal in layers.nominals.within(index + 1, sentence.end):
            if nominal.kind == "person":
                after = nominal.end + (lower[nominal.end : nominal.end + 1] == [","])
                telling = lower[after : after + 1] and lower[after] in load_words().quote_verbs
                if lower[nominal.start - 1] not in ("of", "and", ",") or telling:
                    break
                sides += [side._replace(role="inviter") for side in members(layers, nominal)]
        return sides if len(sides) <= _MAX_INVITERS else sides[:1]
    return []

"""Hosts and guests: X received Y · X was received by Y · X hosted Y for talks · X hosted a dinner for Y · X called on Y."""

from __future__ import annotations

from typing import Final

from etl.extract.layers import Nominal
from etl.extract.meetings.candidate import Candidate, Side, make_candidate
from etl.extract.meetings.destinations import destination_at
from etl.extract.meetings.further_objects import listed_after
from etl.extract.meetings.objects import object_beyond, object_of, partner_after
from etl.extract.meetings.pronouns import of_pronoun, pronoun_after
from etl.extract.meetings.sides import is_delegation, members, with_subject
from etl.extract.meetings.subjects import subject_beside, subject_of_form
from etl.extract.meetings.unnamed import partners
from etl.extract.meetings.verb_places import VerbPlace, after_be, is_awaited, is_passive, may_be_verb, of_persons
from etl.extract.meetings.visits import visit_candidate
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.parties import load_party_words

HOSTED: Final = "hosted"
HOSTED_MEAL: Final = "hosted-meal"
"""Of whoever has several guests at once."""
_INDEFINITE: Final = frozenset({"a", "an", "the", "another"})
_OBJECT_REACH: Final = 4
_AGENT_REACH: Final = 10
_MEAL_PREPOSITIONS: Final = frozenset({"for", "with"})
_GUEST_REACH: Final = 10
"""Tokens after "hosted a dinner" among which "in Lima on Monday for X" names the guest."""
_AFTER_ARRIVALS: Final = frozenset(". in at on here today yesterday to".split())


def read_receiving(place: VerbPlace) -> Candidate | None:
    """X received Y; "hosted" and "welcomed" only where an occasion or a place is named ("for talks", "at the palace")."""
    layers, _, _, end, verb = place
    if verb.lemma == "summon" and (summoned := _summoned(place)) is not None:
        return summoned
    if is_passive(place):
        return read_passive(place)
    if (guest := pronoun_after(place)) is not None and (verb.sense == "receive" or _is_greeted(place)):
        return of_pronoun(place, guest, "received")
    if verb.form == "gerund" and not is_awaited(layers.tokens.lower, place.at) and (verb.sense == "host" or not may_be_verb(place)):
        return None
    if verb.sense == "receive" and (visitor := _visitor(place)) is not None:
        return of_persons(place, visitor, "received", 0.8)
    if verb.sense == "host" and (guests := _guests_of_meal(place)) is not None:
        return of_persons(place, guests, HOSTED_MEAL, 0.8)
    obj = object_of(layers, end, place.sentence) or (object_beyond(layers, end, place.sentence) if verb.sense == "receive" else None)
    if obj is not None and _is_sent(layers.tokens.lower, end, obj.start):
        return None
    unnamed = obj is not None and (is_delegation(obj) or obj.head in load_party_words().counterpart_nouns)
    if obj is None or not (obj.people or (unnamed and members(layers, obj)) or (verb.sense == "receive" and partners(layers, obj))):
        return None
    if layers.tokens.lower[obj.end : obj.end + 1] in (["'s"], ["'"]):
        return None
    if verb.sense == "host" and not (_has_occasion(layers.tokens.lower, obj.end) or _is_arrival(place, obj)):
        return None
    if (visit := _visit_to_state(place, obj)) is not None:
        return visit
    return of_persons(place, obj, HOSTED if verb.sense == "host" else "received", 0.8)


def _summoned(place: VerbPlace) -> Candidate | None:
    """ "Peru (has) summoned Ambassador X", "the Foreign Ministry of Peru summoned X", "X was summoned to the Peruvian Foreign Ministry"."""
    layers, sentence = place.layers, place.sentence
    if is_passive(place):
        to = partner_after(layers, place.end, sentence, {"to"}, _AGENT_REACH)
        host, envoy = (to[1] if to is not None else None), subject_of_form(layers, sentence, place.at - 1, None)
    else:
        envoy = object_of(layers, place.end, sentence)
        host = subject_of_form(layers, sentence, place.at, envoy)
    if host is None or envoy is None or host.kind != "actor" or len(host.actors) != 1:
        return None
    envoys = [side for side in members(layers, envoy) if side.actor is not None and side.actor != host.actors[0]]
    return make_candidate(layers, place.at, [Side(None, host.actors[0]), *envoys], "summoned", 0.8, end=envoy.end) if envoys else None


def _visit_to_state(place: VerbPlace, guest: Nominal) -> Candidate | None:
    """The visit of somebody whom a state or its capital has as a guest: "Estonia will host President X of Peru on Friday"."""
    layers = place.layers
    host = subject_of_form(layers, place.sentence, place.at, guest)
    home = destination_at(layers, host.start) if host is not None and host.kind == "actor" and guest.people else None
    if host is None or home is None or home.end != host.end:
        return None
    actors = {layers.people[person].actor for person in guest.people}
    return visit_candidate(layers, place.sentence, place.at, guest, home) if actors.isdisjoint({None, *host.actors}) else None


def _is_greeted(place: VerbPlace) -> bool:
    """Whether a place or an occasion stands after "hosted him", "welcomed her": "at the airport", "in Lima", "for talks"."""
    after = place.layers.tokens.lower[place.end + 1 : place.end + 2]
    return after in (["at"], ["in"], ["on"], ["to"]) or _has_occasion(place.layers.tokens.lower, place.end + 1)


def _visitor(place: VerbPlace) -> Nominal | None:
    """ "Received a (courtesy) visit from X": X."""
    lower, visits = place.layers.tokens.lower, load_meeting_words().visit_nouns
    for index in range(place.end, min(place.sentence.end - 2, place.end + _OBJECT_REACH + 1)):
        if lower[index] in visits and lower[index + 1] in ("from", "by"):
            obj = object_of(place.layers, index + 2, place.sentence)
            return obj if obj is not None and obj.people else None
    return None


def _is_sent(lower: list[str], start: int, obj: int) -> bool:
    """ "Received a phone call from X", "received an invitation from X": what is received is no guest."""
    between = lower[start:obj]
    return "from" in between and not _INDEFINITE.isdisjoint(between[: between.index("from")])


def read_passive(place: VerbPlace) -> Candidate | None:
    """ "X was received (in Lima on Monday) by Y", "the visiting official was received by Y"; "received by Y, X said"."""
    layers, sentence, index = place.layers, place.sentence, place.at
    agents = partner_after(layers, index + 1, sentence, {"by"}, _AGENT_REACH)
    agent = agents[1] if agents is not None else None
    if agent is None or not agent.people:
        return None
    verb_start = index - 1 if after_be(place) else index
    if place.verb.sense == "host" and not after_be(place) and _meets_before(place):
        return None  # "A and B met in Lima, hosted by X": X is host of their meeting
    if layers.tokens.lower[index - 1] == "being" or not after_be(place):
        subject = subject_beside(layers, sentence, index, agent)
    else:
        subject = subject_of_form(layers, sentence, verb_start, None)
    if subject is None:
        return None
    guests = with_subject(layers, subject)
    if not guests:
        return None
    home = {guest.actor for guest in guests} - {None}
    receiving = [*members(layers, agent), *(side for n in listed_after(layers, sentence, agent) for side in members(layers, n))]
    hosts = [side for side in receiving if side.actor not in home] or receiving  # not those of the guest's own who wait there too
    return make_candidate(
        layers, index, [*hosts, *guests], "received-by", 0.8, end=agent.end, status_at=verb_start, hosts=max(1, len(hosts))
    )


def _meets_before(place: VerbPlace) -> bool:
    """Whether the clause before a participle tells of a meeting already."""
    terms = load_meeting_terms()
    before = place.layers.tokens.lower[place.sentence.start : place.at]
    return any(word in terms.nouns or any(verb.sense == "meet" for verb in terms.verbs.get(word, ())) for word in before)


def _guests_of_meal(place: VerbPlace) -> Nominal | None:
    """Those for whom a dinner, or with whom a meeting, is hosted: "hosted a state dinner in honour of X"."""
    layers, sentence, _, end, _ = place
    lower, words = layers.tokens.lower, load_meeting_words()
    bare = lower[end : end + 1] != [] and lower[end] in words.occasion_nouns  # "hosted lunch for X"
    if not bare and lower[end : end + 1] not in (["a"], ["an"], ["the"]):
        return None
    for step in range(end + (not bare), min(sentence.end - 1, end + _OBJECT_REACH)):
        if lower[step] in words.occasion_nouns:
            if lower[step + 1 : step + 3] in (["in", "honour"], ["in", "honor"]):
                return object_of(layers, step + 4, sentence) if lower[step + 3] == "of" else None
            guests = partner_after(layers, step + 1, sentence, _MEAL_PREPOSITIONS, _GUEST_REACH)
            return guests[1] if guests is not None else None
    return None


def _has_occasion(lower: list[str], index: int) -> bool:
    """ "For talks"; "at the palace"."""
    words = load_meeting_words()
    if lower[index : index + 1] == ["for"]:
        return not words.occasion_nouns.isdisjoint(lower[index + 1 : index + 4])
    return lower[index : index + 1] == ["at"] and not words.residence_nouns.isdisjoint(lower[index + 1 : index + 6])


def _is_arrival(place: VerbPlace, obj: Nominal) -> bool:
    """Whether a named guest was welcomed at a time or place, and not for what he did: "hosted X on Monday", "welcomed X in Lima"."""
    lower, dates = place.layers.tokens.lower, place.layers.dates
    end = obj.end + (lower[obj.end : obj.end + 1] == [","])
    after = lower[end] if end < place.sentence.end else "."
    dated = dates.starting(end) is not None or bool(dates.within(place.end, obj.start))  # "welcomed on Monday, at the palace, X"
    return (
        any(place.layers.people[p].titles or place.layers.people[p].known_by != "text" for p in obj.people)
        and (after in _AFTER_ARRIVALS or dated)
        and _BY_WORD.isdisjoint(lower[end : end + _WORD_REACH])  # "welcomed X in a message"
        and lower[end : end + 2] not in (["on", "his"], ["on", "her"], ["on", "their"])
    )


_BY_WORD: Final = frozenset("message messages tweet tweets post letter statement cable telegram account twitter facebook".split())
_WORD_REACH: Final = 5


def _caller(place: VerbPlace) -> Candidate | None:
    """ "He was talking to X, who called on him at his office", "he thanked X when the latter called on him": X, and whom the text goes on
    with.
    """
    layers, sentence, index, end, _ = place
    lower = layers.tokens.lower
    if lower[end : end + 1] not in (["him"], ["her"]):
        return None
    if lower[index - 2 : index] == ["the", "latter"]:
        named = [n for n in layers.nominals.within(sentence.start, index) if n.kind == "person" and n.people]
        of_two = len(named) == _TWO and not set(named[0].people) & set(named[1].people)
        sides = [side for nominal in named for side in members(layers, nominal)]
        return make_candidate(layers, index, sides, "called-on", 0.75, end=end + 1) if of_two else None
    if lower[index - 1] not in ("who", "had"):
        return None
    relative = index - 1 - (lower[index - 1] == "had")
    guest = layers.nominals.ending(relative - (lower[relative - 1] == ",")) if lower[relative] == "who" else None
    if guest is None or not guest.people:
        return None
    called = {side.person for side in members(layers, guest)}
    hosts = with_subject(layers, Nominal(guest.start, guest.start + 1, "pronoun", head=_SUBJECTS[lower[end]]))
    if not hosts or {host.person for host in hosts} & called:
        return None
    return make_candidate(layers, index, [*hosts, *members(layers, guest)], "called-on", 0.75, end=end + 1)


_TWO: Final = 2
_SUBJECTS: Final = {"him": "he", "her": "she"}


_BEFORE_CALLING: Final = frozenset({"before", "after"})
"""Words after which "calling on" is a call that is paid, not an appeal that is made."""


def read_calling_on(place: VerbPlace) -> Candidate | None:
    """A courtesy call: "called on the Prime Minister in Lima"; with an infinitive after it, it is an appeal."""
    lower = place.layers.tokens.lower
    if (caller := _caller(place)) is not None:
        return caller
    obj = place.layers.nominals.starting(place.end)
    if obj is not None and not obj.people and lower[obj.end : obj.end + 1] == ["("] and lower[obj.end + 2 : obj.end + 3] == [")"]:
        named = place.layers.nominals.starting(obj.end + 3)  # "the Chief of Staff (CoS) General X"
        obj = named if named is not None and named.people else obj
    gerund = place.verb.form == "gerund" and lower[place.at - 1] not in _BEFORE_CALLING
    if obj is None or obj.kind not in ("person", "group", "office", "role") or gerund:
        return None
    if not members(place.layers, obj):
        return None
    if place.verb.form == "base" and not may_be_verb(place):
        return None
    if "to" in lower[obj.end : obj.end + 3] or "for" in lower[obj.end : obj.end + 2]:
        return None
    return of_persons(place, obj, "called-on", 0.75)

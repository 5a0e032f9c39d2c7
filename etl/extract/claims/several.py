"""Whom a plural stands for: "the two leaders" are the principals of the meeting, "the two sides" its actors, nobody named."""

from __future__ import annotations

from typing import Final

from etl.extract.claims.talk import Holder, Talk, words_of
from etl.extract.layers import Nominal
from etl.extract.people.actors import two_sides
from etl.extract.people.publishing import convening_body
from etl.lexicon.numbers import load_numbers
from etl.lexicon.parties import load_party_words
from etl.records import MeetingReport

_PAIR: Final = 2
_BARE: Final = frozenset({"they", "their", "them", "two", "both"})
"""Words of parties that name nobody."""
_ENVOYS: Final = frozenset({"envoys", "ambassadors", "diplomats", "commissioners"})


def several_holder(talk: Talk, nominal: Nominal, excluded: frozenset[int]) -> Holder | None:
    """Those whom a plural means: those who have just spoken, or those of the meeting in view but for `excluded`."""
    floor = talk.floor
    if nominal.head != "leaders" and not nominal.actors and floor is not None and len(floor.actors) > 1:
        return Holder((), floor.actors, 0.85)  # those who have just spoken together
    if talk.meeting is None and not nominal.actors and floor is not None and _are_counted(talk, nominal) and _again(talk, nominal):
        return floor._replace(sure=0.8)  # "X and Y said … The two leaders added …"
    if talk.meeting is None:
        voices = talk.layers.tokens.lower[nominal.end - 1].removesuffix("s") in load_party_words().unnamed_voices
        body = convening_body(talk.layers) if not voices and not _are_counted(talk, nominal) else None  # "the three ministers" are no body
        sides = two_sides(talk.layers) if nominal.head != "leaders" else ()
        words = None if talk.layers.tokens.lower[nominal.end - 1] in _BARE else words_of(nominal)
        return Holder((), sides or ((body,) if body is not None else ()), 0.5, words)
    if nominal.head == "leaders" and not nominal.actors and not excluded and _again(talk, nominal) and talk.floor is not None:
        return talk.floor._replace(sure=0.85)  # the same ones again
    counts = load_numbers().speakers
    numbered = any(w in counts for w in talk.layers.tokens.lower[nominal.start : nominal.end])
    same = [m for m in talk.layers.meetings if m.span == talk.meeting.span and not m.background]
    told = (
        []
        if numbered and not _are_as_many(talk, nominal, same)
        else [m for m in same if (m.kind == "visit") == (talk.meeting.kind == "visit")]
    )
    everyone = dict.fromkeys(p for m in told or [talk.meeting] for p in m.participants)
    if len(told) > 1 and not _ENVOYS.isdisjoint(talk.layers.tokens.lower[nominal.start : nominal.end]):
        excluded |= _in_all(told)
    members = [p for p in everyone if p.person is None or p.person not in excluded]
    actors = tuple(dict.fromkeys(p.actor for p in members if p.actor is not None))
    if nominal.head == "leaders":
        people = tuple(p.person for p in members if p.person is not None)
        if len(people) < _PAIR and not nominal.actors:
            people = bearers if len(bearers := _bearers(talk, nominal)) == _PAIR else _last_pair(talk) or people
            if not excluded.isdisjoint(people):  # "the Heads urged X": others than X and whom X is to meet
                return Holder((), (), 0.5, words_of(nominal))
        if len(people) >= _PAIR and (pair := _pair_in_office(talk, nominal, people)):
            people = pair  # "Both Ministers", where one of those who met is the President
        if len(people) < _PAIR <= len(actors) and not excluded:
            return Holder(people, actors, 0.6)  # the other one is nowhere named
        return Holder(people, talk.actors_of(people) or actors, 0.85)
    return Holder((), actors, 0.85)


def _in_all(told: list[MeetingReport]) -> frozenset[int]:
    """Who takes part in each of several meetings: the host who has received envoy after envoy is none of "the envoys"."""
    present = [{p.person for p in report.participants if p.person is not None} for report in told]
    return frozenset(set.intersection(*present))


def _are_as_many(talk: Talk, nominal: Nominal, told: list[MeetingReport]) -> bool:
    """Whether those of several meetings of one sentence are as many as a number says: "met A and B. The three leaders …"."""
    counts = load_numbers().speakers
    number = next((counts[w] for w in talk.layers.tokens.lower[nominal.start : nominal.end] if w in counts), 0)
    return number > _PAIR and number == len({p.person for m in told for p in m.participants if p.person is not None})


def _bearers(talk: Talk, nominal: Nominal) -> tuple[int, ...]:
    """Those whom the article names with the office of which a plural speaks: "the Prime Ministers"."""
    title = " ".join(w for w in talk.layers.tokens.lower[nominal.start : nominal.end] if w not in ("the", "both", "two"))
    named = (m.person for m in talk.layers.person_mentions)
    return tuple(dict.fromkeys(p for p in named if any(t.lower() == title.removesuffix("s") for t in talk.layers.people[p].titles)))


def _pair_in_office(talk: Talk, nominal: Nominal, people: tuple[int, ...]) -> tuple[int, ...]:
    """The two ministers named last before "both ministers", where somebody else is among those who met; nobody otherwise."""
    lower = talk.layers.tokens.lower
    noun = lower[nominal.end - 1].removesuffix("s")
    counted = lower[nominal.start] == "both" or "two" in lower[nominal.start : nominal.end]

    def bears(person: int) -> bool:
        return any(title.lower().split()[-1:] == [noun] for title in talk.layers.people[person].titles)

    if noun not in _OFFICES or not counted or all(map(bears, people)):
        return ()
    before = (m.person for m in reversed(list(talk.layers.person_mentions.within(0, nominal.start))))
    last = [person for person in dict.fromkeys(before) if bears(person)][:_PAIR]
    return tuple(reversed(last)) if len(last) == _PAIR else ()


_OFFICES: Final = frozenset({"minister", "president", "premier", "ambassador", "speaker"})


def _last_pair(talk: Talk) -> tuple[int, ...]:
    """The persons of the last meeting of several that the article has told of: a visit has one alone."""
    several = [people for m in talk.layers.meetings if len(people := [p.person for p in m.participants if p.person is not None]) >= _PAIR]
    return tuple(several[-1]) if several else ()


def _are_counted(talk: Talk, nominal: Nominal) -> bool:
    """Whether a plural of persons says how many they are: "the two leaders", "both men"."""
    words = talk.layers.tokens.lower[nominal.start : nominal.end]
    return nominal.head == "leaders" and any(word in load_numbers().speakers or word == "both" for word in words)


def _again(talk: Talk, nominal: Nominal) -> bool:
    """Whether "the leaders" are those who spoke last: several, and as many as a number in the phrase says."""
    if talk.floor is None or len(talk.floor.people) < 2:
        return False
    counts = load_numbers().speakers
    words = talk.layers.tokens.lower[nominal.start : nominal.end]
    return all(counts.get(word, len(talk.floor.people)) == len(talk.floor.people) for word in words)

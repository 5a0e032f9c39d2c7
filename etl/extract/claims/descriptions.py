"""Whom a definite description means: "the Kyrgyz diplomat", "the guest", "the minister", "the congressman".

The words of the description decide, from the surest to the least sure: a nationality that one person of the article has; a guest or host,
who is not or is of the article's home; an office that somebody bears; else, of a common noun for a person, whoever was named last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from etl.extract.grammar import PERSONAL_POSSESSIVES, POSSESSIVES
from etl.extract.layers import Layers, Nominal
from etl.extract.nominals.comparing import plain_title
from etl.extract.nominals.peers import is_met_by_peer
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.naming import load_naming_words
from etl.lexicon.parties import load_party_words
from etl.lexicon.words import load_words
from etl.records import ActorRef

_DEFINITE: Final = frozenset({"the", "this", "that"})


class Described(NamedTuple):
    """The person meant, and how sure."""

    person: int
    sure: float


def described_person(
    layers: Layers, nominal: Nominal, named: Sequence[int], home: ActorRef | None, speaker: int | None
) -> Described | None:
    """The person whom a description in the singular means.

    `named`: persons named before it, the last one first; `speaker`: who has spoken so far, and is not meant by "his guest".
    """
    words = layers.tokens.lower[nominal.start : nominal.end]
    if len(words) > 2 and words[0] in PERSONAL_POSSESSIVES and words[1] in load_party_words().dignity_nouns:
        words = words[2:]  # "His Highness | the Deputy Emir"
    if words[0] in PERSONAL_POSSESSIVES and words[-1] in load_party_words().dignity_nouns:
        gender = {"his": "m", "her": "f"}.get(words[0])
        called = [p for p in named if _is_called(layers, p, words)]
        if called:
            return Described(speaker if speaker in called else called[-1], 0.8)  # the host is named before the guests
        return _first(named, 0.8, lambda p: layers.people[p].gender in (None, gender) and bool(layers.people[p].titles))
    described = nominal.kind in ("role", "office") and not nominal.plural and not nominal.people
    if not described or words[-1].endswith(("ers", "ors")) or (words[0] not in _DEFINITE and words[0] not in PERSONAL_POSSESSIVES):
        return None
    parties, head = load_party_words(), words[-1]
    if nominal.kind == "role" and nominal.head in load_naming_words().private_body_nouns:
        return None  # "the Peruvian union": nobody in particular
    if nominal.kind == "role" and ("'s" in words or "’s" in words) and not nominal.actors:
        return None  # "the minister's people": somebody of hers
    if words[0] in PERSONAL_POSSESSIVES:
        related = head in parties.other_party_nouns or head in parties.guest_nouns or head in parties.colleague_nouns
        side = layers.people[speaker].actor if speaker is not None else None
        return _first(named, 0.7, lambda p: p != speaker and layers.people[p].actor != side) if related and speaker is not None else None
    if words == ["the", "latter"]:
        return Described(named[0], 0.7) if named else None
    if words == ["the", "former"]:
        return Described(named[1], 0.7) if len(named) > 1 else None
    if nominal.kind == "office":
        named = _without_peers(layers, nominal, named)
    title = " ".join(words[1:])
    bearers = [p for p in named if any(title in borne.lower() or title in plain_title(borne) for borne in layers.people[p].titles)]
    if words[1:2] == ["party"] and words[-1] in _PARTY_LEADERS:
        bearers = bearers or [p for p in named if any("general secretary" in borne.lower() for borne in layers.people[p].titles)]
    if words[-1] in load_party_words().side_nouns and (leaders := [p for p in named if _leads(layers, p)]):
        return Described(leaders[0], 0.75) if len(leaders) == 1 else None
    if head in load_words().collective and head not in load_words().persons:
        return None  # "the council" is no councillor
    if "of" in words:
        if not bearers and nominal.actors:  # "the President-elect of the Republic of Turkey"
            borne = plain_title(layers.tokens.surface(nominal.start + 1, nominal.start + words.index("of")))
            bearers = [p for p in named if layers.people[p].actor in nominal.actors and borne in map(plain_title, layers.people[p].titles)]
        return Described(bearers[0], 0.75) if len(bearers) == 1 else None
    owners = {e.actor for e in layers.entities.within(nominal.start, nominal.end) if e.kind in ("state", "demonym")} | set(nominal.actors)
    if owners and _speaks_for(head, " ".join(words[-2:])):
        return None  # "the Kremlin's spokesman" is nobody who bears another office
    if owners:
        return _first(named, 0.8, lambda p: layers.people[p].actor in owners and not _bears_another(layers, p, nominal))
    visits = (m for m in layers.meetings if m.kind == "visit" and not m.background)
    guests = {p.person for m in visits for p in m.participants if p.role == "guest" and p.person is not None and p.person in named}
    if head in parties.guest_nouns and len(guests) == 1:
        return Described(guests.pop(), 0.75)  # the one whose visit is told, though it be the publisher's own minister
    if home is not None and (head in parties.guest_nouns or "visiting" in words):
        return _first(named, 0.75, lambda p: layers.people[p].actor not in (None, home))
    if home is not None and head in parties.host_nouns:
        return _first(named, 0.75, lambda p: layers.people[p].actor == home)
    if nominal.kind == "office" and " " in nominal.head:
        return Described(bearers[0], 0.75) if len(bearers) == 1 else None  # "the Prime Minister" is no other minister
    heads = {head, *_SAME_OFFICE.get(head, ())}
    fitting = [p for p in named if layers.people[p].actor == home] if home is not None and head in _SAME_OFFICE else named
    bearers = bearers or [p for p in fitting if any(not heads.isdisjoint((b.lower(), *b.lower().split())) for b in layers.people[p].titles)]
    own = [p for p in bearers if home is not None and layers.people[p].actor == home]
    if bearers:
        told = [speaker] if speaker in bearers else own  # "the minister", of several, is who has the floor
        return Described(bearers[0], 0.75) if len(bearers) == 1 else Described(told[0], 0.65) if len(told) == 1 else None
    if nominal.kind == "office" and layers.tokens.is_capitalized(nominal.end - 1):
        return None  # "the Secretary-General": an office which nobody named is said to hold
    if head == "leader" and (leading := [p for p in named if layers.people[p].offices & _LEADING]):
        told = [p for p in leading if p == speaker] or [p for p in leading if home is not None and layers.people[p].actor == home]
        return Described((told or leading)[0], 0.75) if told or len(leading) == 1 else None
    if len(words) > 2 and not _OF_BODIES.isdisjoint(words[1:-1]):
        return None  # "the government representative": somebody of a body, and not who was named last
    common = head in load_words().persons and head not in parties.unnamed_voices
    if "new" in words:
        return None  # "the new whip": somebody who has not been told of
    if head in load_meeting_words().private_callings or head in load_naming_words().lay_callings or head in _OF_COURTS:
        named = [p for p in named if not layers.people[p].titles]  # who holds an office is not "the lawyer"
    if nominal.kind == "office":
        named = [p for p in named if not layers.people[p].titles]  # who bears another title is not "the ambassador"
    latest = speaker if speaker is not None and speaker in named else named[0] if named else None
    return Described(latest, 0.5) if common and latest is not None else None


def _without_peers(layers: Layers, nominal: Nominal, named: Sequence[int]) -> list[int]:
    """Those of `named` who are not first named as whom the bearer of this very office meets."""
    title = next((t.title for t in layers.titles if nominal.start <= t.start and t.end == nominal.end), None)
    if title is None:
        return list(named)
    first = {person: mentions[0].start for person in named if (mentions := layers.mentions_of(person))}
    return [person for person in named if not is_met_by_peer(layers, first.get(person, -1), title.office)]


def _bears_another(layers: Layers, person: int, nominal: Nominal) -> bool:
    """Whether somebody holds an office of the same noun in another field: the prime minister is not "the Chilean justice minister"."""
    named = nominal.head.split()
    if nominal.kind != "office" or len(named) < 2:
        return False
    alike = [t for title in layers.people[person].titles if (t := plain_title(title)).split()[-1:] == named[-1:]]
    return bool(alike) and not any(plain_title(nominal.head) in title for title in alike)


def _is_called(layers: Layers, person: int, dignity: list[str]) -> bool:
    """Whether the article puts "His Highness", or "HH", before somebody's name."""
    words, lower, size = layers.tokens.words, layers.tokens.lower, len(dignity)
    letters = "".join(word[0] for word in dignity).upper()
    starts = [(m.start, m.name_start) for m in layers.mentions_of(person)]
    places = (index for start, name in starts for index in range(max(0, start - size), name))
    return any(dignity == lower[index : index + size] or words[index].replace(".", "") == letters for index in places)


def described_spokesman(layers: Layers, nominal: Nominal, named: Sequence[int]) -> Described | None:
    """Who "the president's spokesman" and "the presidential press secretary" is: the one spokesman whom the article has named before."""
    words = layers.tokens.lower[nominal.start : nominal.end]
    words = words[: next((i for i, word in enumerate(words) if i and word in ("at", "in", "on", "during")), len(words))]
    definite = words[0] in _DEFINITE or "'s" in words or "’s" in words
    if nominal.people or nominal.plural or not definite or not _speaks_for(words[-1], " ".join(words[-2:])):
        return None
    bearers = [
        p for p in named if any(_speaks_for(t.lower().split()[-1], " ".join(t.lower().split()[-2:])) for t in layers.people[p].titles)
    ]
    owners = set(nominal.actors)
    fitting = [p for p in bearers if not owners or layers.people[p].actor in owners]
    return Described(fitting[0], 0.75) if len(fitting) == 1 == len(bearers) else None


def _speaks_for(last: str, two: str) -> bool:
    return last in _SPOKESMEN or two == "press secretary"


_OF_BODIES: Final = frozenset("government rebel army police military union opposition company party security intelligence".split())
_LEADING: Final = frozenset({"head_of_state", "head_of_government"})
_SPOKESMEN: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_PARTY_LEADERS: Final = frozenset({"leader", "chief", "head"})
"""Nouns by which the General Secretary of a party is spoken of again."""
_SAME_OFFICE: Final = {"premier": ("prime minister",), "secretary": ("foreign minister",)}
"""Nouns by which a bearer of another title is spoken of again."""
_OF_COURTS: Final = frozenset({"judge", "magistrate", "prosecutor", "defendant", "plaintiff", "juror"})
_LED: Final = (["headed", "by"], ["led", "by"], ["head", "of"], ["leading", "a"], ["heading", "a"], ["leads", "a"], ["heads", "a"])
_LED_REACH: Final = 9


def _leads(layers: Layers, person: int) -> bool:
    """Whether the article says that somebody leads a delegation: "a delegation led by X", "X came at the head of a delegation"."""
    lower = layers.tokens.lower
    for mention in layers.person_mentions:
        if mention.person != person:
            continue
        start = mention.start - (mention.start > 0 and lower[mention.start - 1] in POSSESSIVES)
        before = lower[max(0, start - _LED_REACH) : start]
        if before[-2:] in _LED and not load_party_words().side_nouns.isdisjoint(before):
            return True
        sentence = layers.sentence_at(mention.start)
        after = lower[mention.end : sentence.end]
        if any(
            after[i : i + 2] in _LED and not load_party_words().side_nouns.isdisjoint(after[i : i + _LED_REACH]) for i in range(len(after))
        ):
            return True
    return False


def _first(named: Sequence[int], sure: float, fits: Callable[[int], bool]) -> Described | None:
    return next((Described(person, sure) for person in named if fits(person)), None)

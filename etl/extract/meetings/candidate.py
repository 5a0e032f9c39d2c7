"""A meeting candidate: what a construction says before dating and merging, and whether it was held, is planned or was cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.status import standing
from etl.extract.meetings.voices import is_denied
from etl.lexicon.meetings import load_meeting_words
from etl.records import ActorRef, MeetingStatus, Role

Format = Literal["meeting", "call", "visit"]


class Side(NamedTuple):
    """One who takes part: a person of the article (None: unnamed), the actor, and the part taken."""

    person: int | None
    actor: ActorRef | None
    role: Role = "principal"


_PAIR: Final = 2
_SUMMITS: Final = frozenset({"summit", "summits"})
_ASIDES: Final = frozenset({"sidelines", "margins", "fringes", "framework", "trilateral", "tripartite"})
"""Words that make of a summit only the occasion, or of the meeting one of three."""
_BESIDE: Final = frozenset({"sidelines", "margins", "ahead", "eve", "prior"})
"""Words before a summit of what is held beside or before it."""
_BESIDE_REACH: Final = 5
DELEGATIONS: Final = "delegations"
"""What meets where two delegations do, nobody of whom is named."""
PEOPLE_IN_VIEW: Final = Side(None, None, "principal")
"""In the place of those whom "the two leaders" goes back to: the persons of the meeting that the text has in view."""
ACTORS_IN_VIEW: Final = Side(None, None, "attendee")
"""In the place of those whom "the two sides" goes back to: its states and organizations."""
GUEST_IN_VIEW: Final = Side(None, None, "guest")
"""In the place of "the visiting official": who met the others there, and is not of their side."""
HOST_IN_VIEW: Final = Side(None, None, "host")
"""In the place of whose day is told ("a third meeting, with X, …"): who takes part in all meetings so far."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible meeting at a place in the text. `separate` and `joint`: whether several are met apart or together."""

    sentence: Sentence
    trigger: int
    format: Format
    noun: str
    sides: tuple[Side, ...]
    separate: bool
    joint: bool
    status: MeetingStatus
    earlier: bool
    """Told as past already ("had met"), or as the last one before ("last met")."""
    rule: str
    confidence: float
    destinations: tuple[str, ...] = ()
    stops: tuple[int, ...] = ()
    """Where the destinations stand."""
    leg: int = 0
    """Number of a later station, where one day is told for the whole journey: it is the first one's."""
    hosts: int = 1
    """How many of the first sides are on the one side, where the others are met one by one."""
    anchors: tuple[tuple[int, int], ...] = ()
    """Persons who are met apart from the first, and where the phrase about them stands."""
    at_summit: bool = False
    """Whether the sentence calls it a summit."""
    event: str | None = None
    """The name of a gathering that is itself told of."""
    implied: bool = False
    """Whether nothing says meeting or call, but what was done takes one: "discussed the ferry with X"."""


def make_candidate(
    layers: Layers,
    trigger: int,
    sides: Iterable[Side],
    rule: str,
    confidence: float,
    *,
    format: Format = "meeting",
    noun: str = "meeting",
    destinations: tuple[str, ...] = (),
    stops: tuple[int, ...] = (),
    hosts: int = 1,
    anchors: tuple[tuple[int, int], ...] = (),
    separate: bool = False,
    implied: bool = False,
    event: str | None = None,
    end: int = 0,
    status_at: int | None = None,
) -> Candidate | None:
    """Put a candidate together; None when the text does not say that it takes place. Nobody takes part twice.

    `end` is where the phrase that names the meeting and its participants ends, `status_at` the verb whose tense tells its status.
    """
    sentence, words = layers.sentence_at(trigger), load_meeting_words()
    unique: list[Side] = []
    for side in sides:
        if not any(s.person == side.person if side.person is not None else s.actor == side.actor for s in unique):
            unique.append(side)
    found = standing(layers, sentence, trigger, status_at, max(end, trigger + 1))
    if found is None or is_denied(layers, trigger):
        return None
    beside = _is_beside_summit(layers.tokens.lower[sentence.start : sentence.end])
    several = len(unique) > _PAIR or PEOPLE_IN_VIEW in unique
    present = set(layers.tokens.lower[sentence.start : sentence.end]) if several else set[str]()
    return Candidate(
        sentence=sentence,
        trigger=trigger,
        format=format,
        noun=noun,
        sides=tuple(unique),
        separate=separate or is_told_apart(layers.tokens.lower, sentence, trigger, words.separate_markers & present),
        joint=bool(present & (words.joint_markers - (_SUMMITS if beside else frozenset[str]())))
        or (several and _was_of_all(layers, sentence)),
        status=found.status,
        earlier=found.earlier or rule == "since-meeting",
        rule=rule,
        confidence=confidence,
        destinations=destinations,
        stops=stops,
        hosts=hosts,
        anchors=anchors,
        implied=implied,
        event=event,
        at_summit=not _SUMMITS.isdisjoint(present) and _ASIDES.isdisjoint(present) and not beside,
    )


def is_told_apart(lower: list[str], sentence: Sentence, trigger: int, markers: Set[str]) -> bool:
    """Whether words of a sentence say that several are met apart; not "respectively" before the verb, which sorts offices and names."""
    return any(word != _RESPECTIVELY or word in lower[trigger : sentence.end] for word in markers)


_RESPECTIVELY: Final = "respectively"


def _was_of_all(layers: Layers, sentence: Sentence) -> bool:
    """Whether a sentence soon after goes back to one meeting of three or more: "the trilateral meeting"; the next also by "the three"."""
    number = layers.sentence_of[sentence.start] + 1
    for position, following in enumerate(layers.sentences[number : number + _BACK_REACH]):
        lower = layers.tokens.lower[following.start : following.end]
        pointed = (lower[i + 1 : i + 3] for i, word in enumerate(lower) if word in _POINTING)
        if any(_are_all(words, near=position == 0) for words in pointed):
            return True
    return False


def _are_all(words: list[str], *, near: bool) -> bool:
    """Whether what follows "the" is of all of three or four: "trilateral", "three-way"; near by also "three (leaders)"."""
    if not words or words[0] in _OF_ALL:
        return bool(words)
    return words[0] in _SEVERAL and (words[1:] == ["-"] or (near and _UNITS.isdisjoint(words)))


_POINTING: Final = frozenset({"the", "their", "this"})
_OF_ALL: Final = frozenset("trilateral tripartite quadrilateral quadripartite trio quartet".split())
_SEVERAL: Final = frozenset({"three", "four"})
_BACK_REACH: Final = 4
"""Sentences after one that tells of several among which "the three-way talks" are these."""
_UNITS: Final = frozenset("minutes hours days weeks months years".split())


def _is_beside_summit(words: list[str]) -> bool:
    """Whether a sentence speaks of a summit only as what the meeting stands beside: "met A and B ahead of the summit"."""
    summits = [i for i, word in enumerate(words) if word in _SUMMITS]
    return bool(summits) and all(not _BESIDE.isdisjoint(words[max(0, i - _BESIDE_REACH) : i]) for i in summits)

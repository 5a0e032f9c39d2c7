"""A meeting candidate: what a construction says before dating and merging, and whether it was held, is planned or was cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from etl.extract.claims.cues import BE, HAVE
from etl.extract.layers import Layers, Sentence
from etl.records import ActorRef, MeetingStatus, Role

Format = Literal["meeting", "call", "visit"]
Side = tuple[int | None, ActorRef | None, Role]
"""A person of the article (None: unnamed), the actor, and the part taken."""

_SEPARATE = frozenset({"separately", "respectively", "separate", "individually", "individual"})
_JOINT = frozenset({"trilateral", "multilateral", "joint", "together", "summit", "quadrilateral", "four-way", "three-way", "collective"})
_CANCELLED = frozenset({"cancelled", "canceled", "postponed", "scrapped"})
_FUTURE = frozenset({"will", "would", "shall", "plans", "intends", "upcoming", "forthcoming", "next", "hopes", "agreed", "invited"})
_ARRANGED = frozenset({"scheduled", "planned", "expected", "due", "set", "slated", "likely", "going", "arranged"})
_PARTICIPLES = frozenset("met held spoken talked visited received paid conducted taken chaired hosted discussed sat conferred".split())
_AFTER = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible meeting at a place in the text."""

    sentence: Sentence
    trigger: int
    format: Format
    noun: str
    sides: tuple[Side, ...]
    separate: bool
    joint: bool
    status: MeetingStatus
    past_perfect: bool
    """Told as past already ("had met"), or as the last one before ("last met")."""
    rule: str
    confidence: float
    destination: str | None = None


def make_candidate(
    layers: Layers,
    sentence: Sentence,
    trigger: int,
    format: Format,
    noun: str,
    sides: list[Side],
    rule: str,
    confidence: float,
    *,
    destination: str | None = None,
    separate: bool = False,
    end: int = 0,
) -> Candidate:
    """Put a candidate together; `end` is where the phrase that names the meeting and its participants ends."""
    unique: list[Side] = []
    for side in sides:
        same = (s[0] == side[0] if side[0] is not None else s[1] == side[1] for s in unique)
        if not any(same):
            unique.append(side)
    status, earlier = _status(layers, sentence, trigger, max(end, trigger + 1))
    words = set(layers.tokens.lower[sentence.start : sentence.end])
    apart = bool(words & _SEPARATE) or separate
    return Candidate(
        sentence, trigger, format, noun, tuple(unique), apart, bool(words & _JOINT), status, earlier, rule, confidence, destination
    )


def _status(layers: Layers, sentence: Sentence, trigger: int, end: int) -> tuple[MeetingStatus, bool]:
    """Held, planned or cancelled by the words around, and whether it lies before what the text tells of."""
    lower = layers.tokens.lower
    before = lower[max(sentence.start, trigger - 7) : trigger]
    after = lower[end : min(sentence.end, end + _AFTER)]
    around = [*before, *after]
    if any(w in _CANCELLED for w in around) or any(a == "called" and b == "off" for a, b in pairwise(around)):
        return "cancelled", False
    if _not_held(around):
        return "cancelled", False
    if before[-1:] == ["to"] or any(w in _FUTURE for w in before[-5:]) or any(a in BE and b in _ARRANGED for a, b in pairwise(before)):
        return "planned", False
    if any(a in ("will", "to") and b == "be" for a, b in pairwise(after)) or any(
        a in BE | HAVE | {"been"} and b in _ARRANGED for a, b in pairwise(after)
    ):
        return "planned", False
    near = lower[max(sentence.start, trigger - 6) : min(sentence.end, trigger + 3)]
    perfect = any(a == "had" and _PARTICIPLES & set(near[i + 1 : i + 4]) for i, a in enumerate(near))
    return "held", perfect or "last" in before[-2:] or "previously" in near


def _not_held(around: list[str]) -> bool:
    """ "Did not take place", "could not take place"."""
    return any(around[i : i + 3] == ["not", "take", "place"] or around[i : i + 3] == ["not", "be", "held"] for i in range(len(around) - 2))

"""A meeting candidate: what a construction says before dating and merging, and whether it was held, is planned or was cancelled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from etl.extract.grammar import BE, HAVE
from etl.extract.layers import Layers, Sentence
from etl.lexicon.meetings import load_meeting_words
from etl.records import ActorRef, MeetingStatus, Role

Format = Literal["meeting", "call", "visit"]

_BEFORE, _AFTER = 7, 10
"""Tokens before a trigger and after the phrase it opens among which its status is looked for."""
_NOT_HELD = (["not", "take", "place"], ["not", "be", "held"])


class Side(NamedTuple):
    """One who takes part: a person of the article (None: unnamed), the actor, and the part taken."""

    person: int | None
    actor: ActorRef | None
    role: Role = "principal"


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
    past_perfect: bool
    """Told as past already ("had met"), or as the last one before ("last met")."""
    rule: str
    confidence: float
    destination: str | None = None


def make_candidate(
    layers: Layers,
    trigger: int,
    sides: Iterable[Side],
    rule: str,
    confidence: float,
    *,
    format: Format = "meeting",
    noun: str = "meeting",
    destination: str | None = None,
    separate: bool = False,
    end: int = 0,
) -> Candidate:
    """Put a candidate together; `end` is where the phrase that names the meeting and its participants ends. Nobody takes part twice."""
    sentence, words = layers.sentence_at(trigger), load_meeting_words()
    unique: list[Side] = []
    for side in sides:
        if not any(s.person == side.person if side.person is not None else s.actor == side.actor for s in unique):
            unique.append(side)
    status, earlier = _status(layers, sentence, trigger, max(end, trigger + 1))
    present = set(layers.tokens.lower[sentence.start : sentence.end])
    return Candidate(
        sentence=sentence,
        trigger=trigger,
        format=format,
        noun=noun,
        sides=tuple(unique),
        separate=separate or bool(present & words.separate_markers),
        joint=bool(present & words.joint_markers),
        status=status,
        past_perfect=earlier,
        rule=rule,
        confidence=confidence,
        destination=destination,
    )


def _status(layers: Layers, sentence: Sentence, trigger: int, end: int) -> tuple[MeetingStatus, bool]:
    """Held, planned or cancelled by the words around, and whether it lies before what the text tells of."""
    lower, words = layers.tokens.lower, load_meeting_words()
    before = lower[max(sentence.start, trigger - _BEFORE) : trigger]
    after = lower[end : min(sentence.end, end + _AFTER)]
    if _is_cancelled(before + after):
        return "cancelled", False
    if before[-1:] == ["to"] or any(w in words.planning_words for w in before[-5:]) or _is_arranged(before, BE):
        return "planned", False
    if any(a in ("will", "to") and b == "be" for a, b in pairwise(after)) or _is_arranged(after, BE | HAVE):
        return "planned", False
    near = lower[max(sentence.start, trigger - 6) : min(sentence.end, trigger + 3)]
    perfect = any(word == "had" and words.meeting_participles & set(near[i + 1 : i + 4]) for i, word in enumerate(near))
    return "held", perfect or "last" in before[-2:] or "previously" in near


def _is_cancelled(around: list[str]) -> bool:
    """ "Cancelled", "called off", "did not take place"."""
    if any(w in load_meeting_words().cancelling_words for w in around) or ("called", "off") in pairwise(around):
        return True
    return any(around[i : i + 3] in _NOT_HELD for i in range(len(around) - 2))


def _is_arranged(words: list[str], auxiliaries: frozenset[str]) -> bool:
    """ "Is scheduled", "had been due"."""
    return any(a in auxiliaries and b in load_meeting_words().arranged_words for a, b in pairwise(words))

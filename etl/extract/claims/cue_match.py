"""A cue at its place in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from etl.lexicon.cues import CueForm
from etl.records import Act

Construction = Literal["finite", "participle", "passive", "light", "adjective", "preposition", "noun", "described"]


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue at token positions: `start..end` with the words bound to it."""

    start: int
    end: int
    construction: Construction
    act: Act
    frames: frozenset[str]
    weight: float
    lemma: str
    form: CueForm
    negated: bool

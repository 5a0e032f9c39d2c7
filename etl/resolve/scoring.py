"""A comparison always explains itself: value, named features and reasons come back together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing compared: how well it agrees (0 to 1), how much it counts, and in words."""

    name: str
    value: float
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    """How sure it is that two observations are one: `value` in [0, 1], the features it was made of, and why."""

    value: float
    features: tuple[tuple[str, float], ...]
    reasons: tuple[str, ...]


def weigh(features: Iterable[Feature]) -> Score:
    """Return the weighted mean of the features, rounded to four digits (so that no sum depends on the order of adding)."""
    known = tuple(features)
    total = sum(f.weight for f in known)
    value = sum(f.weight * f.value for f in known) / total if total else 0.0
    return Score(
        value=round(value, 4),
        features=tuple((f.name, round(f.value, 4)) for f in known),
        reasons=tuple(f.reason for f in known if f.reason),
    )

"""From the score that a rule gives a row to the confidence that the row carries: `seeds/calibration/confidence.csv`, fitted to gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from etl.lexicon.tables import read_table

ANY_RULE: Final = "*"
"""In place of a rule: rows of this kind whose rule has no steps of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """Rows of a kind and rule with a score from `low` up to the next step: how many were judged, how many were right, what follows."""

    kind: str
    rule: str
    low: float
    rows: int
    right: int
    confidence: float


class Calibration:
    """The steps, looked up by kind, rule and score."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._steps: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
        for step in steps:
            self._steps[step.kind, step.rule].append((step.low, step.confidence))
        for found in self._steps.values():
            found.sort(reverse=True)
        self._known: dict[tuple[str, str, float], float] = {}
        """What was asked before: scores are few, for rules give them and they are rounded."""

    def confidence(self, kind: str, rule: str, score: float) -> float:
        """Return the confidence of a row; its score as it is where no gold says anything of this kind of rows."""
        asked = kind, rule, score
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = self._read(kind, rule, score)
        return known

    def _read(self, kind: str, rule: str, score: float) -> float:
        steps = self._steps.get((kind, rule)) or self._steps.get((kind, ANY_RULE))
        if not steps:
            return score
        for low, confidence in steps:
            if low <= score:
                return confidence
        return steps[-1][1]


@cache
def load_calibration() -> Calibration:
    """The calibration of the installed `seeds` package."""
    return Calibration(_read())


def _read() -> Iterator[Step]:
    for row in read_table("calibration", "confidence"):
        yield Step(row["kind"], row["rule"], float(row["score_from"]), int(row["rows"]), int(row["right"]), float(row["confidence"]))

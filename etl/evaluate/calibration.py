"""Fitting confidence to gold: how often rows of a rule with such a score turned out right.

A share of few rows says little, so each is drawn towards what all rows of its kind do at the same score, and those towards the share of
right rows of the whole kind: as if `WEIGHT` rows had been seen there already. Within a rule a higher score never gives a lower confidence:
steps that are out of order become one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.evaluate.judging import Judged
from etl.lexicon.confidence import ANY_RULE, Step

WEIGHT = 10.0
"""Rows that the prior counts as: by cross-validation on the development gold 4 to 16 are about as good where rows are many, and more is
better where they are few."""
SUREST = 0.99
"""No row is certain, however many before it were right."""
LOWS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Where the steps of a score begin. Below a half there are few rows."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """Rows between two scores, and how many right ones `WEIGHT` rows more would bring."""

    low: float
    rows: int
    right: int
    weight: float
    prior: float

    @property
    def value(self) -> float:
        return (self.right + self.weight * self.prior) / (self.rows + self.weight)

    def joined(self, other: _Cell) -> _Cell:
        weight = self.weight + other.weight
        prior = (self.weight * self.prior + other.weight * other.prior) / weight
        return _Cell(self.low, self.rows + other.rows, self.right + other.right, weight, prior)


def fit(judged: Iterable[Judged], *, weight: float = WEIGHT) -> list[Step]:
    """Return the steps from scores to confidence, by kind and rule. Rows that no rule of the table made get the steps of ANY_RULE."""
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for row in judged:
        kinds[row.kind].append(row)
    return [step for kind in sorted(kinds) for step in _fit_kind(kind, kinds[kind], weight)]


def _fit_kind(kind: str, rows: Sequence[Judged], weight: float) -> Iterator[Step]:
    overall = (sum(row.right for row in rows) + 1) / (len(rows) + 2)
    curve = _rising(_cells(rows, dict.fromkeys(LOWS, overall), weight))
    yield from _steps(kind, ANY_RULE, curve)
    expected = {low: next(cell.value for cell in reversed(curve) if cell.low <= low or cell is curve[0]) for low in LOWS}
    rules: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        rules[row.rule].append(row)
    for rule in sorted(rules):
        yield from _steps(kind, rule, _rising(_cells(rules[rule], expected, weight)))


def _cells(rows: Iterable[Judged], expected: Mapping[float, float], weight: float) -> list[_Cell]:
    counts: dict[float, list[bool]] = defaultdict(list)
    for row in rows:
        counts[max(low for low in LOWS if low <= row.confidence)].append(row.right)
    return [_Cell(low, len(counts[low]), sum(counts[low]), weight, expected[low]) for low in sorted(counts)]


def _rising(cells: Iterable[_Cell]) -> list[_Cell]:
    """Join neighbours until values rise (pool adjacent violators)."""
    risen: list[_Cell] = []
    for cell in cells:
        joined = cell
        while risen and risen[-1].value >= joined.value:
            joined = risen.pop().joined(joined)
        risen.append(joined)
    return risen


def _steps(kind: str, rule: str, cells: Iterable[_Cell]) -> Iterator[Step]:
    for cell in cells:
        yield Step(kind, rule, cell.low, cell.rows, cell.right, round(min(SUREST, cell.value), 2))

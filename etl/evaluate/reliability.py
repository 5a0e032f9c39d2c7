"""Whether confidence means what it says: of the rows with a confidence of 0.8, four in five should be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from etl.evaluate.judging import Judged

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows whose confidence lies in one tenth: how many, what they say of themselves on average, and how many are right."""

    low: float
    high: float
    rows: int
    confidence: float
    right: int

    @property
    def share(self) -> float:
        """Share of right rows."""
        return self.right / self.rows


@dataclass(frozen=True, slots=True)
class Reliability:
    """The reliability of one kind of rows."""

    kind: str
    bins: tuple[Bin, ...]
    brier: float
    """Mean square of the distance between confidence and truth (1 right, 0 wrong)."""

    @property
    def rows(self) -> int:
        """How many rows were judged."""
        return sum(b.rows for b in self.bins)

    @property
    def right(self) -> int:
        """How many of them are right."""
        return sum(b.right for b in self.bins)

    @property
    def confidence(self) -> float:
        """Mean confidence."""
        return sum(b.confidence * b.rows for b in self.bins) / self.rows

    @property
    def calibration_error(self) -> float:
        """Expected calibration error: mean distance between confidence and share of right rows over the bins."""
        return sum(b.rows * abs(b.confidence - b.share) for b in self.bins) / self.rows

    def as_record(self) -> dict[str, Any]:
        """Return the figures for JSON."""
        return {
            "rows": self.rows,
            "right": self.right,
            "confidence": self.confidence,
            "calibration_error": self.calibration_error,
            "brier": self.brier,
            "bins": [
                {"from": b.low, "to": b.high, "rows": b.rows, "right": b.right, "confidence": b.confidence, "share": b.share}
                for b in self.bins
            ],
        }


def reliability(judged: Iterable[Judged]) -> tuple[Reliability, ...]:
    """Return the reliability of each kind of rows, by the name of the kind."""
    kinds: dict[str, list[Judged]] = {}
    for row in judged:
        kinds.setdefault(row.kind, []).append(row)
    return tuple(_reliability(kind, rows) for kind, rows in sorted(kinds.items()))


def _reliability(kind: str, rows: Sequence[Judged]) -> Reliability:
    bins: dict[int, list[Judged]] = {}
    for row in rows:
        bins.setdefault(min(BINS - 1, int(row.confidence * BINS + 1e-9)), []).append(row)
    brier = sum((row.confidence - row.right) ** 2 for row in rows) / len(rows)
    return Reliability(kind, tuple(_bin(index, bins[index]) for index in sorted(bins)), brier)


def _bin(index: int, rows: Sequence[Judged]) -> Bin:
    mean = sum(row.confidence for row in rows) / len(rows)
    return Bin(index / BINS, (index + 1) / BINS, len(rows), mean, sum(row.right for row in rows))

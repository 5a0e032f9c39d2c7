"""Figures: how many rows are right, too many and missing, and how many of those found have the right value. With each, what was missed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Tally:
    """Rows of one kind: right ones, ones too many, missing ones."""

    right: int = 0
    too_many: int = 0
    missing: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None when nothing was found."""
        return self.right / (self.right + self.too_many) if self.right + self.too_many else None

    @property
    def recall(self) -> float | None:
        """Share of what is wanted that was found; None when nothing is wanted."""
        return self.right / (self.right + self.missing) if self.right + self.missing else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None when nothing was wanted and nothing found."""
        p, r = self.precision, self.recall
        if p and r:
            return 2 * p * r / (p + r)
        return None if p is None and r is None else 0.0

    @property
    def value(self) -> float | None:
        """The one number that stands for the figure."""
        return self.f1

    def add(self, *, right: int, wanted: int, found: int) -> None:
        """Count the rows of one document."""
        self.right += right
        self.missing += wanted - right
        self.too_many += found - right

    def as_record(self) -> dict[str, Any]:
        """Return the figure for JSON."""
        counts = {"tp": self.right, "fp": self.too_many, "fn": self.missing}
        return {"p": self.precision, "r": self.recall, "f1": self.f1, **counts}


@dataclass(slots=True)
class Rate:
    """How many values are right, of those that were looked at."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """Share of right values; None when none was looked at."""
        return self.right / self.of if self.of else None

    def judge(self, ok: bool) -> None:
        """Count one value."""
        self.of += 1
        self.right += ok

    def as_record(self) -> dict[str, Any]:
        """Return the figure for JSON."""
        return {"accuracy": self.value, "right": self.right, "of": self.of}


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is wrong: its kind ("claim not found"), the document, and what it is about."""

    kind: str
    document: str
    what: str


@dataclass(slots=True)
class Figures:
    """All figures over a gold directory, by name, in the order in which they were met."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    rates: dict[str, Rate] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def tally(self, name: str) -> Tally:
        """Return the tally of this name."""
        return self.tallies.setdefault(name, Tally())

    def judge(self, name: str, ok: bool) -> None:
        """Count one value under the rate of this name."""
        self.rates.setdefault(name, Rate()).judge(ok)

    def miss(self, kind: str, document: str, what: str) -> None:
        """Keep what is wrong."""
        self.misses.append(Miss(kind, document, what))

    def __getitem__(self, name: str) -> Tally | Rate:
        return self.tallies[name] if name in self.tallies else self.rates[name]

    def as_record(self) -> dict[str, Any]:
        """Return the figures for JSON, without the misses."""
        return {name: figure.as_record() for name, figure in (self.tallies | self.rates).items()}

"""B-cubed: how well things that belong together were put together, seen from each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class BCubed:
    """Means over things, each of which is together with itself.

    `precision`: of those put together with a thing, how many belong to it (None: nothing was found); `recall`: of those that belong to it,
    how many were put together with it (None: nothing was wanted).
    """

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None when nothing was wanted."""
        if self.precision and self.recall:
            return 2 * self.precision * self.recall / (self.precision + self.recall)
        return None if self.recall is None else 0.0

    @property
    def value(self) -> float | None:
        """The one number that stands for the figure."""
        return self.f1

    def as_record(self) -> dict[str, Any]:
        """Return the figure for JSON."""
        return {"p": self.precision, "r": self.recall, "f1": self.f1}


def bcubed(things: Sequence[tuple[Hashable, Hashable | None]]) -> BCubed:
    """Compare groups; of each thing its right group, and the group that it was put in: None when the thing itself was not found.

    What was not found lowers recall, its own (which is 0) and that of all that belong to it; precision looks at what was found.
    """
    found = [(right, put) for right, put in things if put is not None]
    belonging, together = Counter(right for right, _ in things), Counter(put for _, put in found)
    both = Counter(found)
    return BCubed(
        sum(both[thing] / together[thing[1]] for thing in found) / len(found) if found else None,
        sum(both[thing] / belonging[thing[0]] for thing in found) / len(things) if things else None,
    )

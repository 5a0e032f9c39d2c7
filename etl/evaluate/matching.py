"""Which wanted row is which found row: one to one, the most alike first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from etl.evaluate.names import same_person
from etl.records import Span

G = TypeVar("G")
F = TypeVar("F")

HALF = 0.5
"""What two claims or two meetings must share to be one."""


def overlap(one: Span, other: Span) -> float:
    """Return twice the common length over both lengths."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return 0.0 if common <= 0 else 2 * common / ((one.end - one.start) + (other.end - other.start))


def pair(wanted: Sequence[G], found: Sequence[F], likeness: Callable[[G, F], float], floor: float) -> dict[int, int]:
    """Return the partner of each wanted row that has one, as indexes: the most alike first, then in their order."""
    ranked = sorted((-likeness(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found))
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for distance, i, j in ranked:
        if -distance < floor:
            break
        if i not in partners and j not in taken:
            partners[i] = j
            taken.add(j)
    return partners


def count_same(wanted: Sequence[str], found: Sequence[str]) -> int:
    """Return how many persons of one list are in the other, each counted once."""
    return len(pair(wanted, found, lambda a, b: float(same_person(a, b)), 1.0))


def same_people(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Whether two lists name the same persons."""
    return len(wanted) == len(found) == count_same(wanted, found)


def days(text: str | None) -> tuple[str, str] | None:
    """Return first and last day of "2024", "2024-05", "2024-05-06" or of two of them joined by "/"."""
    if not text:
        return None
    first, _, last = text.partition("/")
    last = last or first
    return first + "-01-01"[len(first) - 4 :] if len(first) < 10 else first, last + "-12-31"[len(last) - 4 :] if len(last) < 10 else last

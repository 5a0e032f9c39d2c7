"""Which observations must be weighed together again: those that changed, and whatever agrees with them, near or far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

from etl.resolve.clusters import Compare

K = TypeVar("K", bound=tuple[Any, ...])


def closure(seeds: Collection[K], candidates: Callable[[set[K]], Iterable[tuple[K, K]]], compare: Compare[K], threshold: float) -> set[K]:
    """Return the seeds and all that hangs together with them by pairs that reach the threshold.

    `candidates` returns, for some items, the pairs (item, other) worth comparing.
    """
    reached = set(seeds)
    frontier = set(seeds)
    while frontier:
        found: set[K] = set()
        for item, other in candidates(frontier):
            if other not in reached and other not in found:
                score = compare(item, other)
                if score is not None and score.value >= threshold:
                    found.add(other)
        reached |= found
        frontier = found
    return reached

"""What people have decided about pairs: these two are one, these two are not. A decision outweighs every comparison."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from etl.resolve.scoring import Score

K = TypeVar("K", bound=tuple[Any, ...])
Pair = tuple[K, K]


@dataclass(frozen=True)
class Verdicts(Generic[K]):
    """Pairs (smaller item first) that are one and that are not, each with who said so."""

    same: Mapping[Pair[K], str] = field(default_factory=dict)
    different: Mapping[Pair[K], str] = field(default_factory=dict)

    def ruling(self, compare: Callable[[K, K], Score | None]) -> Callable[[K, K], Score | None]:
        """Return `compare` that asks the decisions first."""
        if not self.same and not self.different:
            return compare

        def ruled(a: K, b: K) -> Score | None:
            pair = (a, b) if a < b else (b, a)
            if pair in self.same:
                return Score(1.0, (("judgement", 1.0),), (f"judged the same by {self.same[pair]}",))
            return None if pair in self.different else compare(a, b)

        return ruled

    def pairs_among(self, items: Collection[K]) -> set[Pair[K]]:
        """Return the pairs judged the same of which both are among `items`."""
        return {(a, b) for a, b in self.same if a in items and b in items}


NO_VERDICTS: Verdicts[Any] = Verdicts()


def verdicts_of(decisions: Iterable[tuple[K, K, bool, str]]) -> Verdicts[K]:
    """Return the verdicts of decisions (one, other, whether they are one, who said so); of two about one pair the later counts."""
    same: dict[Pair[K], str] = {}
    different: dict[Pair[K], str] = {}
    for a, b, are_one, who in decisions:
        pair = (a, b) if a < b else (b, a)
        same.pop(pair, None)
        different.pop(pair, None)
        (same if are_one else different)[pair] = who
    return Verdicts(same, different)

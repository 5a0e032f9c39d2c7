"""What people have decided: these two are one, these two are not, this is somebody's name. A decision outweighs every comparison."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
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
            who = self.united(a, b)
            if who is not None:
                return Score(1.0, (("judgement", 1.0),), (f"judged the same by {who}",))
            return None if self.parted(a, b) else compare(a, b)

        return ruled

    @cached_property
    def _clusters(self) -> dict[K, tuple[K, str]]:
        """The smallest of all that are one with an item by decisions, and who said so."""
        home: dict[K, list[K]] = {}
        who: dict[K, set[str]] = {}
        for (a, b), name in sorted(self.same.items()):
            left, right = home.setdefault(a, [a]), home.setdefault(b, [b])
            if left is not right:
                left.extend(right)
                home.update((member, left) for member in right)
            who.setdefault(a, set()).add(name)
            who.setdefault(b, set()).add(name)
        smallest = {id(members): min(members) for members in home.values()}
        names = {id(members): ", ".join(sorted(set().union(*(who[m] for m in members)))) for members in home.values()}
        return {item: (smallest[id(members)], names[id(members)]) for item, members in home.items()}

    @cached_property
    def _apart(self) -> set[Pair[K]]:
        """Whose clusters are not one: what is different from an item is different from all that are one with it."""
        return {(min(x, y), max(x, y)) for x, y in ((self.home(a), self.home(b)) for a, b in self.different)}

    def home(self, item: K) -> K:
        """Return the smallest of all items that decisions make one with this one."""
        return self._clusters[item][0] if item in self._clusters else item

    def united(self, a: K, b: K) -> str | None:
        """Return who said that two items are one, None when nobody did."""
        x, y = self._clusters.get(a), self._clusters.get(b)
        if x is None or y is None or x[0] != y[0]:
            return None
        return self.same.get((a, b) if a < b else (b, a), x[1])

    def parted(self, a: K, b: K) -> bool:
        """Return whether somebody said that two items are not one, of them or of what is one with them."""
        if not self.different:
            return False
        x, y = self.home(a), self.home(b)
        return ((x, y) if x < y else (y, x)) in self._apart

    @cached_property
    def joined(self) -> frozenset[K]:
        """All items that are one with another by a decision."""
        return frozenset(self._clusters)

    @cached_property
    def _together(self) -> dict[K, list[K]]:
        """All that are one by decisions, under the smallest of them."""
        found: dict[K, list[K]] = {}
        for item in sorted(self._clusters):
            found.setdefault(self.home(item), []).append(item)
        return found

    def partners_of(self, items: Collection[K]) -> Iterator[Pair[K]]:
        """Yield (item, other) for each of `items` and whatever decisions make one with it."""
        for item in self.joined & set(items):
            yield from ((item, other) for other in self._together[self.home(item)] if other != item)

    def pairs_among(self, items: Collection[K]) -> set[Pair[K]]:
        """Return the pairs (smaller first) of `items` that decisions make one."""
        return {pair for members in self._together.values() for pair in combinations([m for m in members if m in items], 2)}


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


@dataclass(frozen=True)
class Decisions:
    """All that people decided about people (by name key), meeting reports and claims (by observation), and what people are called."""

    people: Verdicts[Any] = NO_VERDICTS
    meetings: Verdicts[tuple[int, int]] = NO_VERDICTS
    statements: Verdicts[tuple[int, int]] = NO_VERDICTS
    names: Mapping[Any, str] = field(default_factory=dict)


NO_DECISIONS = Decisions()


def decisions_of(
    people: Iterable[tuple[K, K, bool, str]],
    meetings: Iterable[tuple[tuple[int, int], tuple[int, int], bool, str]],
    statements: Iterable[tuple[tuple[int, int], tuple[int, int], bool, str]],
    names: Mapping[K, str],
) -> Decisions:
    """Return the decisions of pairs as `verdicts_of` takes them, and of names by name key."""
    return Decisions(verdicts_of(people), verdicts_of(meetings), verdicts_of(statements), dict(names))

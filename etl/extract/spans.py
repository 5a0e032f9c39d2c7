"""A layer's things over token spans, in text order, found by where they stand without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Generic, TypeVar

T = TypeVar("T")


class Spans(Generic[T]):
    """An immutable sequence of things that stand at half-open token spans. `span` tells a thing's span; by default (start, end)."""

    def __init__(self, items: Iterable[T] = (), span: Callable[[T], tuple[int, int]] = attrgetter("start", "end")) -> None:
        self._items = sorted(items, key=lambda item: span(item)[0])
        self._spans = [span(item) for item in self._items]
        self._starts = [start for start, _ in self._spans]

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def within(self, start: int, end: int) -> Sequence[T]:
        """Those that begin at tokens start..end (exclusive)."""
        return self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def starting(self, index: int) -> T | None:
        """The longest that begins at a token."""
        return self._longest_starting.get(index)

    def ending(self, index: int) -> T | None:
        """The longest that ends before a token."""
        return self._longest_ending.get(index)

    def covering(self, index: int) -> list[T]:
        """Those that stand over a token."""
        first, last = bisect_left(self._starts, index + 1 - self._longest), bisect_left(self._starts, index + 1)
        return [self._items[k] for k in range(first, last) if index < self._spans[k][1]]

    @cached_property
    def _longest(self) -> int:
        return max((end - start for start, end in self._spans), default=0)

    @cached_property
    def _longest_starting(self) -> dict[int, T]:
        found: dict[int, T] = {}
        ends: dict[int, int] = {}
        for item, (start, end) in zip(self._items, self._spans, strict=True):
            if end > ends.get(start, 0):
                found[start], ends[start] = item, end
        return found

    @cached_property
    def _longest_ending(self) -> dict[int, T]:
        found: dict[int, T] = {}
        for item, (_, end) in zip(self._items, self._spans, strict=True):
            found.setdefault(end, item)  # in text order: the first begins furthest to the left
        return found

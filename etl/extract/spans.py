"""A layer's things over token spans, in text order, found by where they stand without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, starmap
from operator import attrgetter, itemgetter
from typing import Generic, TypeVar

T = TypeVar("T")


class Spans(Generic[T]):
    """An immutable sequence of things that stand at half-open token spans. `span` tells a thing's span; by default (start, end)."""

    def __init__(self, items: Iterable[T] = (), span: Callable[[T], tuple[int, int]] = attrgetter("start", "end")) -> None:
        self._items = list(items)
        self._spans = list(map(span, self._items))
        self._starts = [start for start, _ in self._spans]
        if self._starts != sorted(self._starts):
            self._items.sort(key=lambda item: span(item)[0])
            self._spans.sort(key=itemgetter(0))
            self._starts.sort()
        self._longest_starting: dict[int, T] | None = None
        self._longest_ending: dict[int, T] | None = None
        self._length: int | None = None
        self._covered: set[int] | None = None

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def within(self, start: int, end: int) -> Sequence[T]:
        """Those that begin at tokens start..end (exclusive)."""
        if start >= end:
            return []
        starts = self._starts
        first = bisect_left(starts, start)
        return self._items[first : bisect_left(starts, end, first)]

    def starting(self, index: int) -> T | None:
        """The longest that begins at a token."""
        if self._longest_starting is None:
            self._longest_starting = self._by_start()
        return self._longest_starting.get(index)

    def ending(self, index: int) -> T | None:
        """The longest that ends before a token."""
        if self._longest_ending is None:
            self._longest_ending = self._by_end()
        return self._longest_ending.get(index)

    def covering(self, index: int) -> list[T]:
        """Those that stand over a token."""
        if self._covered is None:
            self._covered = set(chain.from_iterable(starmap(range, self._spans)))
        if index not in self._covered:
            return []
        if self._length is None:
            self._length = max(end - start for start, end in self._spans)
        first, last = bisect_left(self._starts, index + 1 - self._length), bisect_left(self._starts, index + 1)
        return [self._items[k] for k in range(first, last) if index < self._spans[k][1]]

    def _by_start(self) -> dict[int, T]:
        found: dict[int, T] = {}
        ends: dict[int, int] = {}
        for item, (start, end) in zip(self._items, self._spans, strict=True):
            if end > ends.get(start, 0):
                found[start], ends[start] = item, end
        return found

    def _by_end(self) -> dict[int, T]:
        found: dict[int, T] = {}
        for item, (_, end) in zip(self._items, self._spans, strict=True):
            found.setdefault(end, item)  # in text order: the first begins furthest to the left
        return found

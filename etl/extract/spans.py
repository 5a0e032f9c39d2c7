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
        self._span: Callable[[T], tuple[int, int]] = span
        self._items = sorted(items, key=lambda item: span(item)[0])
        self._starts = [span(item)[0] for item in self._items]

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
        return [item for item in self.within(index + 1 - self._longest, index + 1) if index < self._span(item)[1]]

    @cached_property
    def _longest(self) -> int:
        return max((end - start for start, end in map(self._span, self._items)), default=0)

    @cached_property
    def _longest_starting(self) -> dict[int, T]:
        found: dict[int, T] = {}
        for item in self._items:
            start, end = self._span(item)
            if start not in found or end > self._span(found[start])[1]:
                found[start] = item
        return found

    @cached_property
    def _longest_ending(self) -> dict[int, T]:
        found: dict[int, T] = {}
        for item in self._items:
            start, end = self._span(item)
            if end not in found or start < self._span(found[end])[0]:
                found[end] = item
        return found

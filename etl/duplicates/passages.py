"""The passages that two texts share: the longest equal runs of words, also where paragraphs have been moved."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from etl.duplicates.words import Words
from etl.records import Span

LEAST = 8
"""Words of the shortest passage told: fewer in a row are a phrase that everybody uses."""

_PLACES = 32
"""A run of words is looked for at its first places only: it stands at more in the rows of a table, where one is as good as another."""


class Passage(NamedTuple):
    """The same words in two texts. They may differ in case, accents and punctuation."""

    span: Span
    other: Span
    words: int


def shared_passages(a: Words, b: Words) -> list[Passage]:
    """Return the passages that `a` and `b` share, in the order of `a`; none overlaps another one in `a`.

    From left to right in `a`: at each place the longest run that stands in `b` too, the first of those equally long.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b.keys) - LEAST + 1):
        found_at = places[b.keys[j : j + LEAST]]
        if len(found_at) < _PLACES:
            found_at.append(j)
    found: list[Passage] = []
    i = 0
    while i <= len(a.keys) - LEAST:
        runs = [(_length(a.keys, i, b.keys, j), -j) for j in places.get(a.keys[i : i + LEAST], ())]
        if not runs:
            i += 1
            continue
        length, place = max(runs)
        found.append(Passage(_stretch(a, i, length), _stretch(b, -place, length), length))
        i += length
    return found


def _length(a: tuple[str, ...], i: int, b: tuple[str, ...], j: int) -> int:
    length = LEAST
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length


def _stretch(words: Words, first: int, length: int) -> Span:
    return Span(words.spans[first].start, words.spans[first + length - 1].end)

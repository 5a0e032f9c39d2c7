"""How far two articles are one text: which share of each stands in the other, and whether it still speaks of the same people and figures.

Ministries write by templates: "A sent a message of congratulations to B" and the same to C share most of their words. A template filled
anew differs just in its names and numbers, and a copy just not in them; so where these stand changed in the same frame, it is no copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from etl.duplicates.signature import LEAST_WORDS, SHINGLE, shingles
from etl.duplicates.words import Words

Sequences = npt.NDArray[np.int64]
"""Sequences of `SHINGLE` words by their hashes, each once, ascending. Hashes are those of one process, and are never stored."""

COPIED = 0.6
"""Two articles much of each of which stands in the other are versions of one text: the rest is house style or a sentence added."""
HELD = 0.75
"""An article of which so much stands in a longer one is a cut version of it. More than between versions, for a survey of many events holds
a good part of the report on each."""
CHANGED = 0.15
"""Of the names and numbers in the shared frame at most so many may differ: a corrected figure, a place spelt in another way."""
_SLOT = 6
"""Between two equal stretches so many words may be a slot that each text fills in its own way; more are a sentence of its own."""
_ONE_SPELLING = 75
"""Names so alike are spellings of one: Zelensky and Zelenskyy."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Which share of each of two articles stands in the other one."""

    share: float
    other_share: float

    @property
    def is_mutual(self) -> bool:
        """Whether the two are versions of one text."""
        return min(self.share, self.other_share) >= COPIED

    @property
    def is_cut(self) -> bool:
        """Whether one of the two is a cut version of the other; which one, the shares say."""
        return not self.is_mutual and max(self.share, self.other_share) >= HELD


def sequences_of(words: Words) -> Sequences:
    """Return the sequences of words of a text, of which a very short one has none: what its likeness to others is measured by."""
    if len(words.keys) < LEAST_WORDS:
        return np.empty(0, np.int64)
    return np.unique(np.array([hash(shingle) for shingle in shingles(words.keys, SHINGLE)], np.int64))


def shares(a: Sequences, b: Sequences) -> Likeness | None:
    """Return which share of each of two texts stands in the other; None when that is too little for a copy."""
    if not len(a) or not len(b):
        return None
    shared = len(np.intersect1d(a, b, assume_unique=True))
    found = Likeness(round(shared / len(a), 4), round(shared / len(b), 4))
    return found if found.is_mutual or found.is_cut else None


def compare(a: Words, b: Words) -> Likeness | None:
    """Return how alike two texts are; None when neither is a copy of the other."""
    found = shares(sequences_of(a), sequences_of(b))
    return found if found and not is_filled_anew(a, b) else None


def is_filled_anew(a: Words, b: Words) -> bool:
    """Whether two texts that share a frame are two fillings of it, with other names and numbers."""
    return _changed(a, b) > CHANGED


def _changed(a: Words, b: Words) -> float:
    """Return which share of the names and numbers in the frame that two texts share is not the same in both."""
    # One way round, whichever text comes first: there may be several shortest ways from one text to the other.
    a, b = sorted((a, b), key=lambda words: words.keys)
    kept: set[str] = set()
    changed: set[tuple[str, str]] = set()
    blocks = [op for op in Levenshtein.opcodes(a.keys, b.keys) if op.tag == "equal"]
    for block in blocks:
        kept.update(a.keys[i] for i in range(block.src_start, block.src_end) if i in a.names or i in a.numbers)
    for before, after in pairwise(blocks):
        slot, other = range(before.src_end, after.src_start), range(before.dest_end, after.dest_start)
        if 0 < len(slot) <= _SLOT and 0 < len(other) <= _SLOT:
            changed.update(_replaced(a, slot, b, other))
    different = min(len({x for x, _ in changed}), len({y for _, y in changed}))
    return different / (different + len(kept)) if different else 0.0


def _replaced(a: Words, slot: range, b: Words, other: range) -> Iterator[tuple[str, str]]:
    """Yield the names and numbers of a slot that the other text does not have anywhere, with those in their stead."""
    for of_a, of_b in ((a.names, b.names), (a.numbers, b.numbers)):
        gone = {a.keys[i] for i in slot if i in of_a} - set(b.keys)
        come = {b.keys[i] for i in other if i in of_b} - set(a.keys)
        for x in gone:
            for y in come:
                if of_a is a.numbers or ratio(x, y) < _ONE_SPELLING:
                    yield x, y

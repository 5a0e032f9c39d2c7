"""The words of a claim in short, by which claims that can be no one statement are passed over without reading them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from etl.resolve.wording import LEAST_CONTAINED, Wording, may_be_one, worth

Observation = tuple[int, int]

_STEP = 5
"""What a stem counts is a multiple of it, and stands in the low bits of its hash."""
_BITS = 5


class Terms(NamedTuple):
    """Hashes of the content words, and what they count together."""

    hashes: frozenset[int]
    weight: int


def pack(words: Wording) -> bytes:
    """Return the words' hashes, four bytes each: what the word counts, and a hash of it."""
    return array("I", sorted({_packed(stem) for stem in words.stems})).tobytes()


# A shelf's claims are asked for again while those beside them are resolved. Each takes a kilobyte.
@lru_cache(maxsize=8192)
def unpack(packed: bytes) -> Terms:
    """Return what `pack` packed."""
    hashes = array("I")
    hashes.frombytes(packed)
    found = frozenset(hashes)
    return Terms(found, _weight(found))


class TermIndex:
    """Claims by the words that they share with another: all of a shelf are weighed in one look at each word."""

    def __init__(self, claims: Iterable[tuple[Observation, Terms]]) -> None:
        self._weights: dict[Observation, int] = {}
        self._by_hash: dict[int, list[Observation]] = defaultdict(list)
        for key, terms in claims:
            self._weights[key] = terms.weight
            for packed in terms.hashes:
                self._by_hash[packed].append(key)
        self._lightest = min(self._weights.values(), default=0)

    def like(self, terms: Terms) -> Iterator[Observation]:
        """Yield the claims that may be one statement with such words: all but those of which `compare_sayings` says that they are none."""
        shared: dict[Observation, int] = {}
        so_far = shared.get
        for packed in terms.hashes & self._by_hash.keys():
            value = _value(packed)
            for key in self._by_hash[packed]:
                shared[key] = so_far(key, 0) + value
        # Most share a word or two: what `may_be_one` asks of all is asked of them here, without a call.
        enough = LEAST_CONTAINED * min(terms.weight, self._lightest)
        weights, own = self._weights, terms.weight
        return (key for key, weight in shared.items() if weight >= enough and may_be_one(weight, own, weights[key]))


def _packed(stem: str) -> int:
    return crc32(stem.encode()) >> _BITS << _BITS | worth(stem) // _STEP


def _weight(hashes: frozenset[int]) -> int:
    return sum(map(_value, hashes))


def _value(packed: int) -> int:
    return _STEP * (packed & (1 << _BITS) - 1)

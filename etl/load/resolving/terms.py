"""The words of a claim in short, by which claims that can be no one statement are passed over without reading them."""

from __future__ import annotations

from array import array
from typing import NamedTuple
from zlib import crc32

from etl.resolve.wording import Wording, may_be_one, worth

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


def unpack(packed: bytes) -> Terms:
    """Return what `pack` packed."""
    hashes = array("I")
    hashes.frombytes(packed)
    found = frozenset(hashes)
    return Terms(found, _weight(found))


def may_agree(a: Terms, b: Terms) -> bool:
    """Return False only for wordings of which `compare_sayings` says that they are no one statement."""
    return may_be_one(_weight(a.hashes & b.hashes), a.weight, b.weight)


def _packed(stem: str) -> int:
    return crc32(stem.encode()) >> _BITS << _BITS | worth(stem) // _STEP


def _weight(hashes: frozenset[int]) -> int:
    return sum(_STEP * (packed & (1 << _BITS) - 1) for packed in hashes)

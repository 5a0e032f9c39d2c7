"""The words of a claim in short, by which claims that can be no one statement are passed over without reading them."""

from __future__ import annotations

from array import array
from typing import NamedTuple
from zlib import crc32

from etl.resolve.statements import LEAST_CONTAINED, LEAST_LITERAL, LEAST_SHARED
from etl.resolve.wording import COMMON_STEMS, COMMON_WEIGHT, Wording

_COMMON = frozenset(crc32(stem.encode()) for stem in COMMON_STEMS)


class Terms(NamedTuple):
    """Hashes of the content words, and what they weigh."""

    hashes: frozenset[int]
    weight: float


def pack(words: Wording) -> bytes:
    """Return the words' hashes, four bytes each."""
    hashes = array("I", sorted({crc32(stem.encode()) for stem in words.stems}))
    return hashes.tobytes()


def unpack(packed: bytes) -> Terms:
    """Return what `pack` packed."""
    hashes = array("I")
    hashes.frombytes(packed)
    found = frozenset(hashes)
    return Terms(found, _weight(found))


def may_agree(a: Terms, b: Terms) -> bool:
    """Return False only for wordings of which `compare_sayings` says that they are no one statement."""
    shared = _weight(a.hashes & b.hashes)
    least = min(a.weight, b.weight)
    if not least or shared / least < LEAST_CONTAINED:
        return False
    return shared >= LEAST_SHARED or 2 * shared / (a.weight + b.weight) >= LEAST_LITERAL


def _weight(hashes: frozenset[int]) -> float:
    return len(hashes) - (1 - COMMON_WEIGHT) * len(hashes & _COMMON)

"""Under which keys an article is filed, so that its copies are found without comparing it with all others.

Two kinds of keys, for two kinds of copies:

- *Bands* of a MinHash signature (Broder 1997): articles most of whose word sequences are the same share a band almost surely, also when
  a word has been changed here and there all through the text.
- *Fingerprints* by winnowing (Schleimer, Wilkerson, Aiken 2003): of all runs of `RUN` words those with the smallest hash in a window. Two
  articles that share `RUN + WINDOW - 1` words in a row share a fingerprint for certain, however much longer one of them is.

Which keys an article has depends on its text alone, and so does every pair that they bring together.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from etl.duplicates.words import Words
from etl.keys import stable_id

LEAST_WORDS = 20
"""A shorter text says too little to be told from another by its words."""
SHINGLE = 4
"""Words of a sequence by which texts are measured: the choice of most studies of copied news is 3 to 5."""
RUN = 8
WINDOW = 16
"""With `RUN`, 23 words: a sentence of news."""
BANDS, ROWS = 16, 4
"""At a resemblance of 0.7 two articles share a band in 99 of 100 cases, at 0.2 in 2 of 100."""
DAYS_APART = 14
"""Copies follow within days. The same words a year later (greetings on a national day) are another occasion."""

_SEED = 1
_SCHEME = "affine32"
"""Which hash functions the library uses. Named here, because signatures are stored: another scheme would not compare."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What is stored of an article to find its copies. `minhash`: 32-bit values; `fingerprints`: 63-bit hashes of runs, ascending."""

    word_count: int
    minhash: bytes
    fingerprints: bytes

    def runs(self) -> frozenset[int]:
        """Return the hashes of the runs chosen."""
        return frozenset(number for (number,) in struct.iter_unpack("<q", self.fingerprints))

    def blocks(self) -> frozenset[int]:
        """Return all blocks that the article stands in."""
        return frozenset(self._bands()) | self.runs()

    def _bands(self) -> Iterator[int]:
        width = 4 * ROWS
        for band in range(len(self.minhash) // width):
            yield stable_id("band", band, self.minhash[band * width : (band + 1) * width].hex())


def shingles(keys: tuple[str, ...], length: int) -> list[str]:
    """Return all sequences of `length` words, in the order of the text."""
    return [" ".join(keys[i : i + length]) for i in range(len(keys) - length + 1)]


def sign(words: Words) -> Signature:
    """Return the signature of a text; that of a very short one has no keys."""
    if len(words.keys) < LEAST_WORDS:
        return Signature(len(words.keys), b"", b"")
    fingerprints = sorted(_winnowed([stable_id("run", run) for run in shingles(words.keys, RUN)]))
    return Signature(len(words.keys), _minhash(words), struct.pack(f"<{len(fingerprints)}q", *fingerprints))


def _minhash(words: Words) -> bytes:
    # Imported here, for it takes half a second, and a night without a new article needs none of it.
    from datasketch import MinHash

    made = MinHash(num_perm=BANDS * ROWS, seed=_SEED, scheme=_SCHEME)
    made.update_batch([shingle.encode() for shingle in sorted(set(shingles(words.keys, SHINGLE)))])
    return struct.pack(f"<{BANDS * ROWS}I", *map(int, made.hashvalues))


def _winnowed(hashes: list[int]) -> set[int]:
    """Return the smallest hash of every `WINDOW` in a row."""
    return {min(hashes[i : i + WINDOW]) for i in range(max(1, len(hashes) - WINDOW + 1))}


_MAY_RESEMBLE = 0.25
_MAY_HOLD = 0.2


def may_be_alike(a: Signature, b: Signature) -> bool:
    """Return whether it is worth while to read both texts: not where all that they share is a stock phrase."""
    if len(a.minhash) != len(b.minhash) or not a.minhash:
        return False
    same = sum(a.minhash[i : i + 4] == b.minhash[i : i + 4] for i in range(0, len(a.minhash), 4))
    if same >= _MAY_RESEMBLE * BANDS * ROWS:
        return True
    left, right = a.runs(), b.runs()
    return len(left & right) >= max(1.0, _MAY_HOLD * min(len(left), len(right)))

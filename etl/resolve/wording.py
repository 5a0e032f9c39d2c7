"""What two wordings of one statement share: content words, compared by stem, with what every readout says counting little."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from etl.lexicon.wording import load_wording_words
from etl.resolve.names import fold
from etl.resolve.stems import NUMBER, STATE, stem, stems_of

READOUT, STATE_NAME, EVERYDAY, TELLING, FIGURE = 35, 50, 60, 100, 120
"""What a stem counts, in hundredths: readouts are full of the first, what is counted is seldom the same by chance."""
LEAST_CONTAINED = 0.3
"""So much of the shorter wording must stand in the longer."""
LEAST_SHARED = 150
"""In hundredths: less is chance in short sentences."""
COVERED = 0.85
"""So much of a wording stands in one that covers it."""
LESS = 0.75
"""The covered wording counts at most so much of the other."""
LEAST_LITERAL = 0.6
"""Wordings that resemble each other less are not the same to the letter, however alike their strings are."""
_YEAR = re.compile(rf"{NUMBER}(?:19|20)\d\d")
_PAIR = frozenset({f"{NUMBER}2"})
"""The two countries, the two sides: nothing is counted."""
_PARTIES = _PAIR | {f"{NUMBER}3"}
"""The three countries as well: such numbers tell little."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text's content words (stems and what they count together), the numbers among them, and its folded form."""

    folded: str
    stems: frozenset[str]
    amounts: frozenset[str]
    years: frozenset[str]
    weight: int

    def contradicts(self, other: Wording) -> bool:
        """Whether both count something, or both name a year, and no number of one is in the other."""
        counted = self.amounts and other.amounts and self.amounts.isdisjoint(other.amounts)
        return bool(counted or (self.years and other.years and self.years.isdisjoint(other.years)))


# A claim's words are asked for again soon or never, and each takes kilobytes: many kept are memory that grows with the archive.
@lru_cache(maxsize=4096)
def wording(text: str, leave_out: frozenset[str] = frozenset(), *, shown: str | None = None) -> Wording:
    """Return the content words of a text, without the folded words of `leave_out` (the speaker's own name).

    `shown`: the text as it is printed, where states stand in `text` by their code (`stems`).
    """
    stems = stems_of(text, leave_out)
    numbers = {s for s in stems if s[0] == NUMBER}
    years = frozenset(s for s in numbers if _YEAR.fullmatch(s))
    return Wording(fold(shown or text), stems, frozenset(numbers - years - _PAIR), years, sum(map(worth, stems)))


@cache
def _plain() -> dict[str, int]:
    words = load_wording_words()
    return {stem(word): EVERYDAY for word in words.everyday} | {stem(word): READOUT for word in words.readout}


@lru_cache(maxsize=16384)
def worth(a_stem: str) -> int:
    """Return what a stem counts: rare words tell more than those of every readout."""
    if a_stem[0] == NUMBER:
        return FIGURE if a_stem not in _PARTIES else EVERYDAY
    return STATE_NAME if a_stem[0] == STATE else _plain().get(a_stem, TELLING)


def shared_weight(a: Wording, b: Wording) -> int:
    """Return what the content words in both count together."""
    return sum(map(worth, a.stems & b.stems))


def containment(a: Wording, b: Wording) -> float:
    """Return how much of the shorter text's content stands in the longer one, 0 to 1."""
    least = min(a.weight, b.weight)
    return shared_weight(a, b) / least if least else 0.0


def resemblance(a: Wording, b: Wording) -> float:
    """Return Dice's coefficient of the content words, 0 to 1."""
    total = a.weight + b.weight
    return 2 * shared_weight(a, b) / total if total else 0.0


def covers(whole: Wording, part: Wording) -> bool:
    """Whether all content of a shorter wording stands in the longer one, but for a word or two."""
    if not LEAST_SHARED <= part.weight <= LESS * whole.weight:
        return False
    return containment(whole, part) >= COVERED


def may_be_one(shared: int, one: int, other: int) -> bool:
    """Return False only for wordings that are no one statement: what they share, and what each counts."""
    least = min(one, other)
    if not least or shared / least < LEAST_CONTAINED:
        return False
    return shared >= LEAST_SHARED or 2 * shared / (one + other) >= LEAST_LITERAL


def verbatim(a: Wording, b: Wording) -> float:
    """Return how alike the two texts are as strings of words in order, 0 to 1; the shorter may stand inside the longer."""
    if a.folded == b.folded:
        return 1.0
    if min(len(a.folded), len(b.folded)) < 30:
        return fuzz.ratio(a.folded, b.folded) / 100
    return max(fuzz.ratio(a.folded, b.folded), fuzz.partial_ratio(a.folded, b.folded) * 0.97) / 100

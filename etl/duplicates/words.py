"""The words of a text as copies share them: without case, accents and punctuation, which every house writes in its own way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from etl.records import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’.-]?[^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n]['\"”’)\]]*)[\s\"“‘'(—–-]*$")
_BEFORE = 6
"""So many characters before a word show whether it opens a sentence."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: how they compare, where they stand, and which of them (by place) are names or numbers."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    names: frozenset[int]
    numbers: frozenset[int]


def words_of(text: str) -> Words:
    """Return the words of `text`. A name is a capitalized word that opens no sentence."""
    keys: list[str] = []
    spans: list[Span] = []
    names: set[int] = set()
    numbers: set[int] = set()
    for place, match in enumerate(_WORD.finditer(text)):
        word, start = match[0], match.start()
        keys.append(_folded(word))
        spans.append(Span(start, match.end()))
        if word[0].isdigit():
            numbers.add(place)
        elif word[0].isupper() and not _SENTENCE_START.search(text, max(0, start - _BEFORE), start):
            names.add(place)
    return Words(tuple(keys), tuple(spans), frozenset(names), frozenset(numbers))


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    """Return a word as it compares: "Erdoğan's" and "Erdogan’s" are one, and so are "1,200" and "1200"."""
    if word[0].isdigit():
        return word.replace(",", "")
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.casefold().replace("’", "'").replace(".", "").replace("-", "")

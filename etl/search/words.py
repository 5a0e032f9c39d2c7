"""What a word is for searching: letters and digits, whatever accents and endings they have. As the databases' indexes have it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("", "e", "ed", "ing", "ion", "ions")
"""Of what somebody begins to write, and has not written to its end."""
_STEMMER = snowballstemmer.stemmer("porter")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and where it stands. `stem`: what it is compared by."""

    start: int
    end: int
    folded: str
    stem: str


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text."""
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        yield Word(match.start(), match.end(), folded, _stem(folded))


def fold(word: str) -> str:
    """Return a word in lower case, without accents."""
    return "".join(one for one in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(one))


def beginning(word: Word) -> Word:
    """Return the beginning of a word as the indexes can look for it: they hold stems, and "negotiat" is longer than that of "negotiate"."""
    stems = [_stem(word.folded + ending) for ending in _ENDINGS]
    shortest = min((stem for stem in stems if len(stem) > 2 and word.folded.startswith(stem)), key=len, default=word.folded)
    return replace(word, folded=shortest, stem=shortest)


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    # The stemmers of the databases look at words of ASCII letters alone.
    return str(_STEMMER.stemWord(word)) if word.isascii() and word.isalpha() else word

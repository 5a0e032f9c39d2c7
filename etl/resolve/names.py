"""Names of people compared across spellings: accents, transliterations, word order, middle names, initials."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


HONORIFICS = word_set("""dr mr mrs ms sir prof professor madam madame lord lady sheikh he hon excellency""")

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ʻ": "", "ʼ": ""}
)
"""Letters that Unicode does not decompose; the Uzbek and Tatar modifier letters are no sound of their own in English press."""
_TRANSLITERATION = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"),
    ("sh", "s"), ("ch", "c"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("ks", "x"), ("q", "k"), ("w", "v"),
    ("ff", "f"), ("dj", "j"), ("ce", "se"), ("ci", "si"),
)  # fmt: skip
"""Spellings that differ between romanization systems of one name (ISO 9, BGN/PCGN, Library of Congress, national passports)."""


_HARD_C = re.compile(r"c(?=[aolrtu])")
"""Read as k in every language of the press: Victor and Viktor, Oscar and Oskar."""
_DIGRAPHS = frozenset({"ch", "dz", "gh", "kh", "ph", "sh", "th", "ts", "zh"})
"""Initials of two letters for one of another script ("Ts. Elbegdorj"); without a vowel none of them is a name."""


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Return lower-case, unaccented, single-spaced letters and digits. Apostrophes and hyphens inside a word join its parts."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+|_", " ", re.sub(r"(?<=\w)[-'’‘`ʻʼ](?=\w)", "", kept)).strip()


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, honorifics left out."""
    words = tuple(w for w in fold(name).split() if w not in HONORIFICS)
    return words or tuple(fold(name).split())


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """Return what romanization systems agree on: the consonants, with their variants made one ("ryzhenkov" -> "rjnkv")."""
    word = _HARD_C.sub("k", word)
    for spelling, common in _TRANSLITERATION:
        word = word.replace(spelling, common)
    bare = re.sub(r"[aeiouyh]", "", word[1:]) if word else ""
    first = {"y": "e", "i": "e", "j": "j", "c": "k"}.get(word[:1], word[:1])
    return re.sub(r"(.)\1+", r"\1", first + bare)


def first_letters(word: str) -> tuple[str, ...]:
    """Return with what the skeleton of a word begins; of an initial of two letters, of each word that it may stand for."""
    first = skeleton(word)[:1]
    return (first, "s") if word in _DIGRAPHS and first == "k" else (first,)


class _Beginnings(NamedTuple):
    """The first letters of a name's words, and all its letters."""

    first: frozenset[str]
    joined: str
    has_digraph: bool
    """Whether an initial of two letters is among the words, which may begin with either."""


@lru_cache(maxsize=65536)
def _beginnings(name: str) -> _Beginnings:
    words = name_words(name)
    return _Beginnings(frozenset(skeleton(w)[:1] for w in words), "".join(words), not _DIGRAPHS.isdisjoint(words))


def begin_alike(a: str, b: str) -> bool:
    """Return whether two names may be spellings of one: every word of one begins as some word of the other does, or all letters agree.

    Of the thousands of names in a block ("Nguyen Van …") hardly any do, and asking is much cheaper than `same_name`.
    """
    one, other = _beginnings(a), _beginnings(b)
    return one.first <= other.first or other.first <= one.first or one.has_digraph or other.has_digraph or one.joined == other.joined


def same_word(a: str, b: str) -> float:
    """Return how sure it is that two words of a name are one word, 0 to 1. An initial agrees with a word it begins."""
    if a == b:
        return 1.0
    if 1 in (len(a), len(b)):
        return 0.85 if a[0] == b[0] else 0.0
    if (a in _DIGRAPHS and b.startswith(a)) or (b in _DIGRAPHS and a.startswith(b)):
        return 0.85
    ratio = fuzz.ratio(a, b) / 100
    if skeleton(a) == skeleton(b) and (len(skeleton(a)) >= 3 or (ratio >= 0.75 and min(len(a), len(b)) >= 6)):
        return max(0.9, ratio)
    return ratio if ratio >= 0.85 and min(len(a), len(b)) >= 5 else 0.0


@lru_cache(maxsize=16384)
def same_name(a: str, b: str) -> float:
    """Return how sure it is that two names are spellings of one: 1 for the same words in any order, 0 when a word contradicts.

    Every word of the shorter name needs a partner in the longer one, and at least two partners must be more than initials.
    """
    one, other = name_words(a), name_words(b)
    if _PARTICLES.isdisjoint(one) != _PARTICLES.isdisjoint(other):
        one, other = _with_particles(one), _with_particles(other)
        few, many = sorted(({skeleton(word) for word in words} for words in (one, other)), key=len)
        return max(_same_words(name_words(a), name_words(b)), _same_words(one, other) if few <= many else 0.0)
    return _same_words(one, other)


_PARTICLES = word_set("ben bin el al abu ould de da la le van von")
"""Words that one writer joins with the name after them and another writes apart: Ben Hadda, Benhadda."""


def _with_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, particles joined with what follows them."""
    joined: list[str] = []
    for word in words:
        joined[-1:] = [joined[-1] + word] if joined and joined[-1] in _PARTICLES else [*joined[-1:], word]
    return tuple(joined)


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    x, y = sorted((one, other), key=lambda words: (len(words), words))
    if sorted(x) == sorted(y) or "".join(x) == "".join(y):
        return 1.0
    if len(x) < 2:
        return 0.0
    left, values, full = list(y), [], 0
    for word in sorted(x, key=lambda w: (-len(w), w)):
        value, partner = max(((same_word(word, other), other) for other in left), key=lambda t: (t[0], t[1]))
        if value == 0.0:
            return 0.0
        left.remove(partner)
        values.append(value)
        full += len(word) > 1 and len(partner) > 1
    if full < 2 and len(values) < 3 and min(values) < 0.85:
        return 0.0
    return round(sum(values) / len(values) - 0.04 * len(left), 4)

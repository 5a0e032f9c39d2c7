"""A text as the stems of its content words, so that inflection, numerals and near-synonyms make no difference.

Words are stemmed by Snowball's English stemmer. Words of one row of `near_synonyms.csv` share the stem of its first word. Numbers are
written in digits after `#`, states (as far as they were found in the text) by their code after `@`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer

from etl.lexicon.numbers import load_numbers
from etl.lexicon.wording import load_wording_words
from etl.resolve.names import fold

NUMBER, STATE = "#", "@"
_TOKEN = re.compile(r"@[A-Z]{2}\b|\d+(?:[.,]\d+)*(?!\w)|\w+(?:[-'’]\w+)*|[,;:.]")
_KEPT = frozenset((STATE, *",;:."))
"""What is not folded: codes, and marks, between which no number goes on."""
_POSSESSIVE = re.compile(r"['’]s?\b(?!\w)")
_PREFIX = 2
"""Letters of a prefix that a hyphen keeps with its word: "co-operation", not "wind-driven"."""
_INFLECTIONS = ("ies", "es", "s", "ied", "ed", "ing", "d")
_SHORTEST = 3
_HUNDRED = 100
"""Number words from a hundred on multiply what stands before them."""
_LONG = 1e6
"""Numbers from here on are written out, not with an exponent."""
_stemmer = snowballstemmer.stemmer("english")


def stems_of(text: str, leave_out: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the stems of a text's content words, without the folded words of `leave_out` (the speaker's own name)."""
    frame = load_wording_words().frame
    words = [word for word in _phrased(_counted(_words(text))) if word not in leave_out]
    return frozenset(stem(word) for word in words if word not in frame and len(word) > 1)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the stem of a folded word; a number or a state as it is."""
    if word[0] in (NUMBER, STATE):
        return word
    heads, found = _table().heads, _stem(word)
    for form in _bases(load_wording_words().lemmas.get(word, word)):
        if form in heads:
            return _stem(heads[form])
    return _stem(_table().by_stem.get(found, word))


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    lemma = load_wording_words().lemmas.get(word, word)
    return str(_stemmer.stemWord(lemma))


def _bases(word: str) -> Iterator[str]:
    """Yield a word and what it may be an inflected form of: stems join too much ("nation", "nationality") to ask for them first."""
    yield word
    for suffix in _INFLECTIONS:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            bare = word[: -len(suffix)]
            yield from (bare, f"{bare}e", f"{bare}y")
            if bare[-1] == bare[-2]:
                yield bare[:-1]


@dataclass(frozen=True, slots=True)
class _Synonyms:
    heads: dict[str, str]
    """Word to the word that stands for its row."""
    by_stem: dict[str, str]
    """The same for stems whose words are all of one row."""
    phrases: dict[tuple[str, ...], str]
    """Stems of a phrase to the word that stands for its row."""


@cache
def _table() -> _Synonyms:
    heads: dict[str, str] = {}
    of_stem: dict[str, set[str]] = defaultdict(set)
    phrases: dict[tuple[str, ...], str] = {}
    for row in load_wording_words().synonyms:
        for entry in row:
            words = tuple(_stem(word) for word in entry.split())
            if len(words) == 1:
                heads[entry] = row[0]
                of_stem[words[0]].add(row[0])
            else:
                phrases[words] = row[0]
    by_stem = {stem: min(rows) for stem, rows in of_stem.items() if len(rows) == 1}
    return _Synonyms(heads, by_stem, phrases)


def _words(text: str) -> Iterator[str]:
    """Yield the folded words of a text, hyphenated ones in their parts."""
    for found in _TOKEN.findall(_POSSESSIVE.sub("", text.replace("%", " percent "))):
        if found[0] in _KEPT or found[0].isdigit():
            yield found
            continue
        first, hyphen, rest = found.partition("-")
        if hyphen and len(first) > _PREFIX:
            yield from (part for word in (first, *rest.split("-")) for part in fold(word).split())
        else:
            yield from fold(found).split()


def _counted(words: Iterator[str]) -> Iterator[str]:
    """Yield the words with numbers, in digits or in words, as `#` and digits; "one" alone is no number."""
    ordinals = load_numbers().ordinals
    found = list(words)
    index = 0
    while index < len(found):
        value, end = _number(found, index)
        if end == index or (end == index + 1 and found[index] == "one"):
            ordinal = ordinals.get(found[index]) if found[index + 1 : index + 2] == ["of"] else None
            yield found[index] if ordinal is None else f"{NUMBER}{ordinal}"
            index += 1
        else:
            yield f"{NUMBER}{value:g}" if value < _LONG else f"{NUMBER}{value:.0f}"
            index = end


def _number(words: Sequence[str], start: int) -> tuple[float, int]:
    """Return the number that stands at a word, and where it ends: "one hundred and twenty", "1.5 million"."""
    amounts = load_numbers().amounts
    total = current = 0.0
    index = start
    while index < len(words):
        word = words[index]
        if word == "and" and index > start and words[index - 1] in amounts and current >= _HUNDRED and words[index + 1 : index + 2]:
            following = amounts.get(words[index + 1], _HUNDRED)
            if following >= _HUNDRED:
                break
        elif word[0].isdigit():
            if index > start:
                break
            current = _figure(word)
        elif (amount := amounts.get(word)) is None:
            break
        elif amount == _HUNDRED:
            current = (current or 1) * amount
        elif amount > _HUNDRED:
            total, current = total + (current or 1) * amount, 0.0
        elif index > start and not _adds(current, amount, words[index - 1]):
            break
        else:
            current += amount
        index += 1
    return total + current, index


def _adds(current: float, amount: int, before: str) -> bool:
    """Whether a number word goes on with the number before it: "twenty five", "two hundred ten", not "two three"."""
    if before[0].isdigit():
        return False
    return current % _HUNDRED == 0 or (amount < 10 and current % 10 == 0 and current % _HUNDRED >= 20)


def _figure(word: str) -> float:
    """Return the value of digits: commas before three digits group them, any other mark is the decimal one."""
    grouped = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", word) if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", word) else word.replace(",", "")
    try:
        return float(grouped)
    except ValueError:
        return float(re.sub(r"\D", "", word))


def _phrased(words: Iterator[str]) -> Iterator[str]:
    """Yield the words, phrases of the synonyms as the word that stands for them."""
    phrases = _table().phrases
    longest = max(map(len, phrases), default=1)
    found: Sequence[str] = list(words)
    stemmed = [word if word[0] in (NUMBER, STATE) else _stem(word) for word in found]
    index = 0
    while index < len(found):
        for size in range(longest, 1, -1):
            head = phrases.get(tuple(stemmed[index : index + size]))
            if head is not None:
                yield head
                index += size
                break
        else:
            yield found[index]
            index += 1

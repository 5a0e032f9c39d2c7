"""The form of personal names: runs of capitalised words with particles, initials, hyphens and suffixes.

Sources of the rules: the common forms of names in the English-language press (given + family, family + given, patronymics, Arabic and
Romance particles, initials, generational suffixes).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from etl.extract.cutting import INITIALS_OF_TWO
from etl.extract.tokens import Tokens
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import Words, load_words

_INITIALS: Final = re.compile(rf"(?:(?:[^\W\d_]|{'|'.join(INITIALS_OF_TWO)})\.){{1,4}}")
_HYPHENS: Final = frozenset("-–‑")
_CLOSE_INITIAL: Final = re.compile(r"(?:(?<=\b[A-Z]\.)|(?<=\b[A-Z][a-z]\.))(?=[A-Z][a-z]{2})")
_QUOTES: Final = frozenset("“”\"'‘’")
_NICKNAME: Final = re.compile(r"""\s*[“"'‘][^\s”"'’]+[”"'’](?=\s)""")
_ACRONYM: Final = 2
_NUMERAL: Final = re.compile("[ivx]+")


@lru_cache(maxsize=1 << 16)
def is_name_word(word: str) -> bool:
    """Whether a word may be part of a personal name by its form: capitalised letters, no common capitalised word, no acronym."""
    if not word[:1].isupper():
        return False
    if word[-1] == "." and is_initial(word):
        return True
    if word.lower().rstrip(".") in load_words().capitalized:
        return False
    if word.isalpha():
        return len(word) == 1 or not (word.isupper() or (len(word) > _ACRONYM and word[-1] == "s" and word[:-1].isupper()))
    letters = [c for c in word if c.isalpha()]
    return not (len(letters) > 1 and all(c.isupper() for c in letters)) and word[-1] != "."


def is_initial(word: str) -> bool:
    """Whether a token is an initial, or several in one: "B.", "B.R."; "D.C." and its like are not."""
    return _INITIALS.fullmatch(word) is not None and word.lower() not in load_words().capitalized


def name_run(tokens: Tokens, start: int, free: list[bool], blocked: list[bool], limit: int) -> int:
    """End of the name run that begins at `start`, a free name word. Never crosses `limit` (the sentence's end).

    `free`: for each token whether it may be part of a name by its form, and is not blocked.
    """
    words = load_words()
    index = start
    while index < limit:
        if free[index]:
            index += 1
            continue
        end = _past_joint(tokens, index, free, blocked, words, limit)
        if end == index:
            break
        index = end
    # an initial never ends a name
    while index > start and tokens.words[index - 1][-1] == "." and is_initial(tokens.words[index - 1]):
        index -= 1
    return index


def _past_joint(tokens: Tokens, index: int, free: list[bool], blocked: list[bool], words: Words, limit: int) -> int:
    """Past what may stand inside a name: a hyphen with the word after it, particles with theirs, a suffix; `index` itself otherwise."""
    word, endings = tokens.lower[index], load_naming_words().name_endings
    following = index + 1 < limit
    hyphened = word in _HYPHENS and following and tokens.glued(index) and tokens.glued(index + 1) and not blocked[index + 1]
    if hyphened and (free[index + 1] or tokens.words[index + 1].isalpha()):
        return index + 2
    if word in _QUOTES and index + 3 < limit and free[index + 1] and tokens.words[index + 2] in _QUOTES and free[index + 3]:
        return index + 4  # 'Joao "Jojo" Pires'
    if word in words.particles and following:
        step = index + 1
        while step < limit and (tokens.lower[step] in words.particles or tokens.words[step] in _HYPHENS):
            step += 1
        if step < limit and free[step]:
            return step + 1
    if word == "," and following and tokens.lower[index + 1] in endings and not _NUMERAL.fullmatch(tokens.lower[index + 1]):
        return index + 2
    return index + 1 if _is_ending(tokens, index) else index


def _is_ending(tokens: Tokens, index: int) -> bool:
    """Whether a generational suffix or regnal number stands at a token; numbers are written in capitals: Xi is no eleventh."""
    word = tokens.lower[index]
    return word in load_naming_words().name_endings and (tokens.words[index].isupper() or _NUMERAL.fullmatch(word) is None)


def name_text(tokens: Tokens, start: int, end: int) -> str:
    """The name as written, without a generational suffix, capitals made small; a monarch's number stays with the one name: "Harald V"."""
    if end == start + 1:
        return _in_small(tokens.words[start]).replace("’", "'")
    while end > start + 1 and (tokens.words[end - 1] == "," or _is_ending(tokens, end - 1)):
        if end == start + 2 and _NUMERAL.fullmatch(tokens.lower[end - 1]):
            break
        end -= 1
    return _in_small(_CLOSE_INITIAL.sub(" ", _NICKNAME.sub("", tokens.surface(start, end)))).replace("’", "'")


def nickname_in(tokens: Tokens, start: int, end: int) -> str | None:
    """What the quotation marks inside a name hold, or the brackets behind it: 'Joao "Jojo" Pires', "Joana Pires (Jona)"."""
    quoted = (i for i in range(start + 1, end - 2) if tokens.words[i] in _QUOTES and tokens.words[i + 2] in _QUOTES)
    return next((tokens.words[i + 1] for i in quoted), None) or _short_form(tokens, start, end)


def _short_form(tokens: Tokens, start: int, end: int) -> str | None:
    """The short form in brackets behind a name, which shares the beginning of one of its parts: "Theodora Mavridou (Thea)"."""
    if tokens.lower[end : end + 1] != ["("] or tokens.lower[end + 2 : end + 3] != [")"] or not is_name_word(tokens.words[end + 1]):
        return None
    short = tokens.lower[end + 1]
    alike = len(short) >= _SHORTENED and any(word[:2] == short[:2] for word in tokens.lower[start:end])
    return tokens.words[end + 1] if alike else None


_SHORTENED: Final = 3
"""Letters that a short form has at least."""


def _in_small(name: str) -> str:
    """ "Josep BORRELLO" as "Josep Borrello"; initials and a monarch's number stay."""
    words = name.split()
    number = len(words) - 1 if len(words) > 1 and _NUMERAL.fullmatch(words[-1].lower()) else len(words)
    capitals = [i < number and word.isupper() and "." not in word for i, word in enumerate(words)]
    if not any(capital and len(word) > _ACRONYM for word, capital in zip(words, capitals, strict=True)):
        return name
    return " ".join(word.title() if capital else word for word, capital in zip(words, capitals, strict=True))


def name_parts(name: str) -> list[str]:
    """The parts of a name by which it may be referred to again: words, particles bound to the word after them."""
    if " " not in name:
        return [name]
    parts: list[str] = []
    held = ""
    for word in name.split():
        if word.islower() and not word[0].isdigit():
            held += word + " "
            continue
        parts.append(held + word)
        held = ""
    return parts


def is_first_of_double(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen binds a word to a capitalised one: "Amir-Abdollahian"."""
    bound = index + 2 < len(tokens) and tokens.words[index + 1] == "-" and tokens.glued(index + 1) and tokens.glued(index + 2)
    return bound and tokens.is_capitalized(index + 2)

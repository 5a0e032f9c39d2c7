"""How texts are cut into tokens: spaCy's English tokenizer with two changes, asked once for each distinct run of text between white space.

No token reaches over white space, so that a run is cut alike wherever it stands; and most runs of a text have been seen before. What was
cut is kept here and not left to spaCy, whose cache takes nothing more from a text once it has met a special case ("U.S.", "don't").
"""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase
from typing import Any

import spacy

_EMOTICON_MARKS = frozenset("():;=<>[]{}/\\|^*@")
_KEPT = 100_000
"""Runs that are kept: more than the different ones of thousands of articles, a few dozen megabytes."""


Piece = tuple[str, str, bool, int, int]
"""A token inside a run: as it is written, in lower case with straight apostrophes, whether it begins with a capital, and its characters."""


class Cuts(dict[str, tuple[Piece, ...]]):
    """Runs of text without white space to their tokens. A run that is asked for the first time is cut."""

    def __missing__(self, run: str) -> tuple[Piece, ...]:
        if len(self) >= _KEPT:
            self.clear()
            _language.cache_clear()  # spaCy's vocabulary too grows with every new word
        pieces, start = [], 0
        for word in _cut(run):
            end = start + len(word)
            pieces.append((word, word.lower().replace("’", "'"), word[:1].isupper(), start, end))
            start = end
        self[run] = tuple(pieces)
        return self[run]


@cache
def known_cuts() -> Cuts:
    """The one dict that all articles share."""
    return Cuts()


@cache
def _language() -> Any:
    """What the tokenizer of `_cut` belongs to. Only the cut is wanted: nothing is computed about new words."""
    nlp: Any = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    nlp.vocab.lex_attr_getters = {}
    return nlp


def make_tokenizer(nlp: Any) -> Any:
    """The stock tokenizer, but a hyphen after an abbreviation splits (U.S.-China), and "):" in a transcript is no emoticon.

    (spaCy gives its tokenizer no type.)
    """
    nlp.tokenizer.rules = {text: parts for text, parts in nlp.tokenizer.rules.items() if not set(text) & _EMOTICON_MARKS}
    infixes = [*nlp.Defaults.infixes, r"(?<=\.)[-–](?=[A-Z])", r"(?<=[A-Za-z])[–](?=[A-Za-z0-9])"]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    return nlp.tokenizer


def split_words(surface: str) -> tuple[str, ...]:
    """The tokens of a surface form, as the pipeline would cut it."""
    return tuple(word for run in surface.split() for word, *_ in known_cuts()[run])


def _cut(run: str) -> list[str]:
    """The tokens of a run. The tokenizer is not asked where it could but say one thing.

    None of its rules splits letters from letters, a comma is always split from them, and a full stop from a small one, unless it has
    a special case for the word ("cannot", "etc.").
    """
    tokenizer = _language().tokenizer
    word, mark = (run[:-1], run[-1]) if run[-1] in ",." else (run, "")
    if word.isalpha() and (mark != "." or word[-1] in ascii_lowercase) and word not in tokenizer.rules and run not in tokenizer.rules:
        return [word, mark] if mark else [word]
    return [token.text for token in tokenizer(run)]

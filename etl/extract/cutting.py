"""How texts are cut into tokens: spaCy's English tokenizer with three changes, asked once for each distinct run of text between spaces.

No token reaches over white space, so that a run is cut alike wherever it stands; and most runs of a text have been seen before. What was
cut is kept here and not left to spaCy, whose cache takes nothing more from a text once it has met a special case ("U.S.", "don't").
"""

from __future__ import annotations

import re
from functools import cache
from string import ascii_lowercase
from typing import Any, Final

import spacy

from etl.extract.grammar import GENITIVE_S
from etl.extract.wordlists import lists_of, number_of_lists

_EMOTICON_MARKS: Final = frozenset("():;=<>[]{}/\\|^*@")
_SPLIT: Final = frozenset(",.:;") | GENITIVE_S
"""What is split from the end of a word."""
_KEPT: Final = 1_000_000
"""Characters of the runs that are kept: more than the different ones of thousands of articles, a few dozen megabytes."""

_LONGEST: Final = 400
"""Characters without a space between them: no word and hardly any address has more."""
_PART: Final = re.compile(rf"\S{{1,{_LONGEST}}}")

INITIALS_OF_TWO: Final = ("Ye", "Yu", "Ya", "Ts", "Sh", "Zh", "Kh", "Dz")
"""Single letters of other scripts that the Latin one writes as two: "Ye. Tulegenov", "Ts.Oyuun"."""


Form = tuple[str, bool]
"""A token in lower case with straight apostrophes, and whether it begins with a capital."""
Piece = tuple[str, Form | None, int, tuple[int, ...]]
"""A token inside a run: as it is written, its form where it is not in lower case as it stands, where it begins, and the numbers of the word
lists that hold it."""


class Cuts(dict[str, tuple[Piece, ...] | None]):
    """Runs of text without spaces to their tokens, other white space left out. A run that is asked for the first time is cut.

    None for a word in small letters that is a token as it stands, and in no list of words: of these nothing else need be fetched.
    """

    def __init__(self) -> None:
        super().__init__()
        self._begin()

    def _begin(self) -> None:
        self._forget()
        self._tokenizer = _stock_tokenizer()  # a new one: its vocabulary too grows with every new word
        self._special_cases = frozenset(self._tokenizer.rules)

    def _forget(self) -> None:
        self.clear()
        self._size = 0
        self[""] = ()  # between two spaces
        self._marks: dict[str, Piece] = {}
        self.lists = number_of_lists()

    def with_lists(self) -> Cuts:
        """Itself, nothing kept that was cut before the last list of words was made."""
        if self.lists < number_of_lists():
            self._forget()
        return self

    def __missing__(self, run: str) -> tuple[Piece, ...] | None:
        self._size += len(run)
        if self._size > _KEPT:
            self._begin()
        self[run] = found = self._pieces(run)
        return found

    def _pieces(self, run: str) -> tuple[Piece, ...] | None:
        """The tokens of a run. The tokenizer is not asked where it could but say one thing.

        None of its rules splits letters from letters; a comma, a colon, a semicolon and a genitive's ending are always split from them,
        and a full stop from a small one; a hyphen is a token between two words. All that unless it has a special case for the word
        ("cannot", "etc.", "he's").
        """
        if run not in self._special_cases:
            if run.isalpha():
                return None if run.islower() and not lists_of(run, run) else (_piece(run, 0),)
            mark = run[-2:] if run[-2:] in GENITIVE_S else run[-1]
            word = run[: len(run) - len(mark)]
            closed = mark in _SPLIT and word.isalpha() and (mark != "." or word[-1] in ascii_lowercase)
            if closed and word not in self._special_cases:
                _, form, _, lists = self._mark(mark)
                return *(self[word] or ((word, None, 0, ()),)), (mark, form, len(word), lists)
        return tuple([_piece(word, start) for word, start in self._cut(run)])

    def _mark(self, mark: str) -> Piece:
        if mark not in self._marks:
            self._marks[mark] = _piece(mark, 0)
        return self._marks[mark]

    def _cut(self, run: str) -> list[tuple[str, int]]:
        first, hyphen, second = run.partition("-")
        if hyphen and run.isascii() and first.isalpha() and second.isalpha() and self._special_cases.isdisjoint((run, first, second)):
            return [(first, 0), (hyphen, len(first)), (second, len(first) + 1)]
        return [(t.text, at + t.idx) for at, part in _parts(run) for t in self._tokenizer(part) if not t.text.isspace()]


def _parts(run: str) -> list[tuple[int, str]]:
    """A run in parts that the tokenizer can take, and where they begin: the time it takes grows with the square of what has no space in it,
    and five thousand brackets in a row are five seconds.
    """
    if len(run) <= _LONGEST:
        return [(0, run)]
    return [(found.start(), found[0]) for found in _PART.finditer(run)]


def _piece(word: str, start: int) -> Piece:
    lower, capital = word.lower().replace("’", "'"), word[:1].isupper()
    return word, (lower, capital) if capital or lower != word else None, start, lists_of(word, lower)


def known_cuts() -> Cuts:
    """The one dict that all articles share."""
    return _cuts().with_lists()


@cache
def _cuts() -> Cuts:
    return Cuts()


def _stock_tokenizer() -> Any:
    """A tokenizer that only cuts: nothing is computed about new words."""
    nlp: Any = spacy.blank("en")
    nlp.vocab.lex_attr_getters = {}
    return make_tokenizer(nlp)


def make_tokenizer(nlp: Any) -> Any:
    """The stock tokenizer, but a hyphen after an abbreviation splits (U.S.-China), an initial from the name that is set close to it
    (V.Petrov), "):" in a transcript is no emoticon, and initials of two letters keep their stop.

    (spaCy gives its tokenizer no type.)
    """
    nlp.tokenizer.rules = {text: parts for text, parts in nlp.tokenizer.rules.items() if not set(text) & _EMOTICON_MARKS}
    nlp.tokenizer.rules = nlp.tokenizer.rules | {f"{initial}.": [{spacy.attrs.ORTH: f"{initial}."}] for initial in INITIALS_OF_TWO}
    not_after_initials = "".join(rf"(?<!\b{initial})" for initial in INITIALS_OF_TWO)
    infixes = [not_after_initials + infix if r"\.(?=[" in infix else infix for infix in nlp.Defaults.infixes]
    infixes += [r"(?<=\.)[-–](?=[A-Z])", r"(?<=[A-Za-z])[–](?=[A-Za-z0-9])"]
    infixes += [r"(?<=[A-Za-z]{2})\.(?=[-–][A-Z]{2})"]  # "the foreign ministry.-VNA"
    infixes += [r"(?<=[A-Z]\.)(?=[A-Z][a-z]{2})", rf"(?<=\b(?:{'|'.join(INITIALS_OF_TWO)})\.)(?=[A-Z](?:[a-z]|\.))"]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    return nlp.tokenizer


def split_words(surface: str) -> tuple[str, ...]:
    """The tokens of a surface form, as the pipeline would cut it."""
    words: list[str] = []
    for run in surface.split(" "):
        pieces = known_cuts()[run]
        words += [run] if pieces is None else [word for word, *_ in pieces]
    return tuple(words)

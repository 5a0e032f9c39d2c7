"""What is asked: words that must all be there, "words in this order", beginnings*, -words that must not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.queries import QuestionError
from etl.search.words import Word, beginning, words_of

_PART = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side in this order. `begins`: the last of them is only the beginning of a word."""

    words: tuple[Word, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of `wanted` must be there, and none of `unwanted`."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]

    def for_sqlite(self) -> str:
        """Return the query as FTS5 reads it."""
        found = " AND ".join(map(_fts5, self.wanted))
        return " NOT ".join([f"({found})", *map(_fts5, self.unwanted)])

    def for_postgres(self) -> str:
        """Return the query as `to_tsquery` reads it."""
        return " & ".join([*map(_tsquery, self.wanted), *(f"!({_tsquery(term)})" for term in self.unwanted)])

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the words that were asked for stand in a text."""
        there = list(words_of(text))
        found: set[tuple[int, int]] = set()
        for term in self.wanted:
            size = len(term.words)
            for place in range(len(there) - size + 1):
                run = there[place : place + size]
                if _is(term, run):
                    found.update((word.start, word.end) for word in run)
        return tuple(sorted(found))


def read_query(asked: str) -> Query:
    """Read what was asked. Raises QuestionError when there is no word in it that must be there."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for part in _PART.finditer(asked):
        given = part["phrase"] if part["word"] is None else part["word"]
        words = tuple(words_of(given))
        if words:
            begins = part["word"] is not None and given.endswith("*")
            term = Term((*words[:-1], beginning(words[-1])) if begins else words, begins)
            (unwanted if part["no"] else wanted).append(term)
    if not wanted:
        raise QuestionError(f"there is no word to search for in {asked!r}")
    return Query(tuple(wanted), tuple(unwanted))


def _is(term: Term, run: Sequence[Word]) -> bool:
    *others, last = zip(term.words, run, strict=True)
    if any(asked.stem != there.stem for asked, there in others):
        return False
    asked, there = last
    return there.stem.startswith(asked.stem) if term.begins else asked.stem == there.stem


def _fts5(term: Term) -> str:
    # FTS5 folds and stems them itself.
    return f'"{" ".join(word.folded for word in term.words)}"{" *" if term.begins else ""}'


def _tsquery(term: Term) -> str:
    *others, last = [f"'{word.folded}'" for word in term.words]
    return f"({' <-> '.join([*others, last + (':*' if term.begins else '')])})"

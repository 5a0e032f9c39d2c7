"""Plain lists over the tokens of a text, whitespace left out: what the rules read, many times over, must be cheap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import add
from typing import Final

from etl.extract.cutting import Form, known_cuts
from etl.extract.marks import plain_marks
from etl.extract.wordlists import WordList
from etl.records import Span

CLOSING_QUOTES: Final = frozenset('”»“’"')


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry a token that is not whitespace. Offsets are characters of the article's text."""

    text: str
    words: list[str]
    lower: list[str]
    capitalized: list[bool]
    """Whether the token begins with an upper-case letter."""
    starts: list[int]
    ends: list[int]
    breaks: list[int]
    """Newlines before the token: 0, 1, or 2 for a blank line."""
    _places: list[list[int]] = field(repr=False, compare=False)
    """Where the words of each list stand, by the number of the list."""

    def __len__(self) -> int:
        return len(self.words)

    @classmethod
    def from_text(cls, text: str) -> Tokens:
        """Cut a text."""
        cuts = known_cuts()
        plain = plain_marks(text)
        runs = plain.replace("\n", " ").split(" ")
        words: list[str] = []
        starts: list[int] = []
        formed: list[tuple[int, Form]] = []
        places: list[list[int]] = [[] for _ in range(cuts.lists)]
        offset = 0
        for run, pieces in zip(runs, map(cuts.__getitem__, runs), strict=True):
            if pieces is None:
                words.append(run)
                starts.append(offset)
            else:
                for word, form, start, lists in pieces:
                    if lists:
                        index = len(words)
                        for number in lists:
                            places[number].append(index)
                    if form is not None:
                        formed.append((len(words), form))
                    words.append(word)
                    starts.append(offset + start)
            offset += len(run) + 1
        lower, capitalized = words.copy(), [False] * len(words)
        for index, (lowered, capital) in formed:
            lower[index] = lowered
            capitalized[index] = capital
        ends = list(map(add, starts, map(len, words)))
        return cls(text, words, lower, capitalized, starts, ends, _breaks(plain, starts), places)

    def span(self, start: int, end: int) -> Span:
        """Character span of tokens start..end (exclusive, at least one)."""
        return Span(self.starts[start], self.ends[end - 1])

    def surface(self, start: int, end: int) -> str:
        """The text of a run of tokens, line breaks made spaces."""
        if end - start == 1:
            return self.words[start]
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split())

    def glued(self, index: int) -> bool:
        """Whether the token follows the one before it without white space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def where(self, words: WordList) -> Sequence[int]:
        """Where any of the words of a list stands."""
        try:
            return self._places[words.number]
        except IndexError:  # the list is younger than the text's tokens
            self._places[:] = Tokens.from_text(self.text)._places
        return self._places[words.number]

    def where_within(self, words: WordList, start: int, end: int) -> Sequence[int]:
        """Where any of the words of a list stands at tokens start..end (exclusive)."""
        places = self.where(words)
        return places[bisect_left(places, start) : bisect_left(places, end)]

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after a character offset."""
        return bisect_left(self.starts, offset)

    def is_capitalized(self, index: int) -> bool:
        """Whether the token begins with an upper-case letter; none stands after the last."""
        return index < len(self.capitalized) and self.capitalized[index]


def _breaks(text: str, starts: list[int]) -> list[int]:
    """Newlines before each token, by where the tokens start."""
    breaks = [0] * len(starts)
    newline = text.find("\n")
    while newline >= 0:
        index = bisect_left(starts, newline)
        if index < len(breaks) and breaks[index] < _BLANK_LINE:
            breaks[index] += 1
        newline = text.find("\n", newline + 1)
    return breaks


_BLANK_LINE: Final = 2

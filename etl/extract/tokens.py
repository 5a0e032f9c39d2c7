"""Plain lists over a spaCy `Doc`'s tokens, whitespace left out: what the rules read, many times over, must be cheap."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc

from etl.records import Span

CLOSING_QUOTES = frozenset('”»“’"')


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry a token that is not whitespace. Offsets are characters of the article's text."""

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    breaks: list[int]
    """Newlines before the token: 0, 1, or 2 for a blank line."""

    def __len__(self) -> int:
        return len(self.words)

    @classmethod
    def from_doc(cls, doc: Doc) -> Tokens:
        """Read the tokens of a doc."""
        text = doc.text
        words, lower, starts, ends, breaks = [], [], [], [], []
        newlines = 0
        for token in doc:
            word = token.text
            if word.isspace():
                newlines += word.count("\n")
                continue
            start = token.idx
            words.append(word)
            lower.append(word.lower().replace("’", "'"))
            starts.append(start)
            ends.append(start + len(word))
            breaks.append(min(newlines, 2))
            newlines = 0
        return cls(text, words, lower, starts, ends, breaks)

    def span(self, start: int, end: int) -> Span:
        """Character span of tokens start..end (exclusive, at least one)."""
        return Span(self.starts[start], self.ends[end - 1])

    def surface(self, start: int, end: int) -> str:
        """The text of a run of tokens, line breaks made spaces."""
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split())

    def glued(self, index: int) -> bool:
        """Whether the token follows the one before it without white space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after a character offset."""
        return bisect_left(self.starts, offset)

    def is_capitalized(self, index: int) -> bool:
        """Whether the token begins with an upper-case letter."""
        return self.words[index][:1].isupper()

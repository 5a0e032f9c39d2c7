"""Sequences of tokens, found wherever they begin in a text.

spaCy's own PhraseMatcher compares whitespace tokens too, so that a name broken over two lines would be missed: hence a trie over `Tokens`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

Payload = TypeVar("Payload")


class Trie(Generic[Payload]):
    """Token sequences with a payload; `matches` yields the longest at a position first."""

    def __init__(self) -> None:
        self._root: dict[str | None, Any] = {}

    def add(self, words: Iterable[str], payload: Payload) -> None:
        """Add a sequence. Several payloads may stand at one sequence."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(None, []).append(payload)

    def first_words(self) -> Iterator[str]:
        """The words with which sequences begin."""
        return (word for word in self._root if word is not None)

    def opens(self, word: str) -> bool:
        """Whether a sequence begins with a word."""
        return word in self._root

    def matches(self, words: list[str], start: int, limit: int | None = None) -> list[tuple[int, list[Payload]]]:
        """All (end, payloads) of sequences that begin at `start` and do not reach over `limit`, longest first."""
        node: dict[str | None, Any] | None = self._root.get(words[start])
        found: list[tuple[int, list[Payload]]] = []
        index, stop = start + 1, len(words) if limit is None else limit
        while node is not None:
            payloads = node.get(None)
            if payloads:
                found.append((index, payloads))
            if index >= stop:
                break
            node = node.get(words[index])
            index += 1
        if len(found) > 1:
            found.reverse()
        return found

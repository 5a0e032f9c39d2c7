"""Words that are looked for in every article. The places of all of them are found in one pass over its tokens.

Most of what is looked for stands nowhere in most articles, and going through the tokens takes longer than reading what is found there:
hence one pass for all lists, and not one for each.
"""

from __future__ import annotations

from collections.abc import Iterable


class WordList:
    """Words, in lower case, that something begins with. To be made once, where it is looked for, and kept."""

    def __init__(self, words: Iterable[str]) -> None:
        self.number = _enter(frozenset(words))


_holding: dict[str, tuple[int, ...]] = {}
"""A word to the numbers of the lists that hold it."""
_count = 0


def _enter(words: frozenset[str]) -> int:
    global _count
    number = _count
    _count += 1
    for word in words:
        _holding[word] = (*_holding.get(word, ()), number)
    return number


def find_places(lower: list[str]) -> list[list[int]]:
    """Where the words of every list made so far stand, by the number of the list."""
    places: list[list[int]] = [[] for _ in range(_count)]
    for index, numbers in enumerate(map(_holding.get, lower)):
        if numbers is not None:
            for number in numbers:
                places[number].append(index)
    return places

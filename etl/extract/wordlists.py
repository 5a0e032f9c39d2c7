"""Words that are looked for in every article. A text's tokens are gone through once for all of them, when it is cut.

Most of what is looked for stands nowhere in most articles, and going through the tokens takes longer than reading what is found there.
Which lists hold a word is noted with how it is cut (`cutting.Cuts`), so that nothing is looked up a second time for a word met before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

Shape = Literal["any", "figure", "capitals"]
"""Which words may have a form: any, those that begin with a digit, others whose letters are all capital."""


class WordList:
    """Words that something begins with. To be made once, where it is looked for, and kept.

    `words` are in lower case, `written` as they are written. `form` tells by its form of a word as it is written (figures, capitals); it is
    asked only about words of that `shape`, and not about words in small letters alone.
    """

    def __init__(
        self,
        words: Iterable[str] = (),
        *,
        written: Iterable[str] = (),
        form: Callable[[str], bool] | None = None,
        shape: Shape = "any",
    ) -> None:
        self.number = number_of_lists()
        _lists.append(self)
        if form is not None:
            _forms[shape].append((self.number, form))
        for holding, held in ((_holding, words), (_holding_written, written)):
            for word in set(held):
                holding[word] = (*holding.get(word, ()), self.number)


_lists: list[WordList] = []
"""By their numbers."""
_forms: dict[Shape, list[tuple[int, Callable[[str], bool]]]] = {"any": [], "figure": [], "capitals": []}
"""The forms that some lists go by, with the numbers of these, by the shapes of the words that may have them."""
_holding: dict[str, tuple[int, ...]] = {}
"""A word in lower case to the numbers of the lists that hold it."""
_holding_written: dict[str, tuple[int, ...]] = {}


def number_of_lists() -> int:
    """How many lists there are so far: some are made only when an article needs them."""
    return len(_lists)


def lists_of(word: str, lower: str) -> tuple[int, ...]:
    """The numbers of the lists that hold a word, given as it is written and in lower case."""
    held = _holding.get(lower, ()) + _holding_written.get(word, ())
    if lower == word and word.isalpha():
        return held
    asked = _forms["any"]
    if word[0].isdigit():
        asked = asked + _forms["figure"]
    elif word.isupper():
        asked = asked + _forms["capitals"]
    formed = [number for number, form in asked if number not in held and form(word)]
    return (*held, *formed) if formed else held

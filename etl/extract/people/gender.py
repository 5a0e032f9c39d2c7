"""A person's gender, as far as honorifics, titles, kinship, the form of the name or the given name show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words

Gender = Literal["f", "m"] | None

_ENDINGS: Final[tuple[tuple[str, Gender], ...]] = (
    ("ovna", "f"),
    ("evna", "f"),
    ("ichna", "f"),
    ("skaya", "f"),
    ("ová", "f"),
    ("dóttir", "f"),
    ("dottir", "f"),
    ("ovich", "m"),
    ("evich", "m"),
)
"""Of patronymics and of surnames that women alone bear. "Oglu" and "kyzy" are words of their own."""


_TELLING: Final = tuple(ending for ending, _ in _ENDINGS)


def gender_of(text: str) -> Gender:
    """A gender as the lexicons write it; empty when unknown."""
    if text == "f":
        return "f"
    return "m" if text == "m" else None


def shown_gender(around: Iterable[str], name: Iterable[str]) -> Gender:
    """By the words around a name in lower case (honorifics, titles, "his wife"), then by its own words: the first sign counts."""
    naming = load_naming_words()
    for word in around:
        plain = word.rstrip(".")
        if plain in naming.feminine_honorifics or plain in naming.feminine_nouns or plain.endswith("woman"):
            return "f"
        if plain in naming.masculine_honorifics or plain in naming.masculine_nouns:
            return "m"
    words = list(name)
    for word in words:
        lower = word.lower()
        if lower in naming.feminine_particles:
            return "f"
        if lower in naming.masculine_particles:
            return "m"
        if lower.endswith(_TELLING):
            return next(gender for ending, gender in _ENDINGS if lower.endswith(ending))
    given = load_words().first_names
    return gender_of(given.get(words[0], "")) if words else None

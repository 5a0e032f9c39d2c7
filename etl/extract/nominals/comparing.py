"""Titles in the words by which they are compared: a vice-premier is a deputy prime minister."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

_SAME: Final = {
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
    "press secretary": "spokesman",
    "premier": "prime minister",
    "defence": "defense",
    "advisor": "adviser",
    "labour": "labor",
    "foreign affairs": "foreign",
    "high commissioner": "ambassador",
    "leader of the opposition": "opposition leader",
}
_UNSAID: Final = ("federal ", "union ", "his excellency ")
"""What may stand before a title or not."""


@cache
def plain_title(title: str) -> str:
    """In lower case, without hyphens, synonyms made one, and "minister of X" as "X minister"."""
    plain = title.lower().replace("-", " ")
    for word, same in _SAME.items():
        plain = plain.replace(word, same)
    for word in _UNSAID:
        plain = plain.removeprefix(word)
    if plain.startswith("vice ") and "minister" in plain:
        plain = "deputy" + plain.removeprefix("vice")
    if plain.startswith(("president of the ", "speaker of the ", "deputy speaker of the ")):
        office, _, body = plain.partition(" of the ")
        return f"{body} {office}"  # "the Senate President"
    for preposition in (" of ", " for "):
        head, _, field = plain.partition(preposition)
        if field and head.endswith("minister") and field != "state" and not field.startswith("state "):
            words = head.split()
            return " ".join([*words[:-1], field, words[-1]])
    return plain


def may_be_called(noun: str, titles: Iterable[str]) -> bool:
    """Whether who bears some titles may be spoken of by a noun of office: no president and no spokesman is called "the minister".

    Of other nouns that several offices share ("the official", "the diplomat") nothing is known; nor of who bears no title.
    """
    if noun != "minister":
        return True
    heads = {head_noun(title) for title in titles}
    return not heads or not heads <= _NO_MINISTERS


_NO_MINISTERS: Final = frozenset({
    "ambassador", "chairman", "chairperson", "chairwoman", "chief", "emir", "envoy", "general", "governor", "king", "leader", "mayor",
    "president", "prosecutor", "queen", "speaker", "spokesman", "spokesperson", "spokeswoman", "sultan",
})  # fmt: skip


@cache
def head_noun(title: str) -> str:
    """The noun of a title: "envoy" of "Special Envoy of the President"."""
    words = plain_title(title).split()
    end = next((i for i, word in enumerate(words) if word in ("of", "for", "to", "in")), len(words))
    return words[end - 1] if end else ""

"""Titles in the words by which they are compared: a vice-premier is a deputy prime minister."""

from __future__ import annotations

from functools import cache

_SAME = {"premier": "prime minister", "defence": "defense", "advisor": "adviser", "labour": "labor", "foreign affairs": "foreign"}
_UNSAID = ("federal ", "union ", "his excellency ")
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
    for preposition in (" of ", " for "):
        head, _, field = plain.partition(preposition)
        if field and head.endswith("minister") and field != "state" and not field.startswith("state "):
            words = head.split()
            return " ".join([*words[:-1], field, words[-1]])
    return plain


@cache
def head_noun(title: str) -> str:
    """The noun of a title: "envoy" of "Special Envoy of the President"."""
    words = plain_title(title).split()
    end = next((i for i, word in enumerate(words) if word in ("of", "for", "to", "in")), len(words))
    return words[end - 1] if end else ""

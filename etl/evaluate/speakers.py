"""Whether the speaker of an attribution is the one that the text names, by words alone: the gold gives names as they stand there."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_FORMS_OF_ADDRESS = frozenset(
    "the a an mr mrs ms miss dr sir lord lady mme h e his her excellency president presidents prime minister ministers foreign secretary"
    " general chairman chairwoman chair premier chancellor king queen prince princess senator sen rep congressman congresswoman gov"
    " governor former vice deputy spokesman spokeswoman spokesperson ambassador s of and".split()
)
"""Say nothing about who it is where other words stand beside them."""
_PRONOUNS = frozenset(
    "i we he she they it you who which that his her their its my our your him them me us himself herself themselves this these"
    " those".split()
)


def is_pronoun(words: str) -> bool:
    """Whether a source is nothing but a pronoun."""
    return words.strip().lower() in _PRONOUNS


def same_words(one: str, other: str) -> bool:
    """Whether two names are equal without case, articles, titles and punctuation."""
    return bool(one and other) and _words(one) == _words(other)


def same_name(one: str, other: str) -> bool:
    """Whether more than half the words of the shorter name are in the other."""
    a, b = set(_words(one)), set(_words(other))
    return bool(a and b) and len(a & b) > 0.5 * min(len(a), len(b))


def _words(name: str) -> list[str]:
    words = [word.lower() for word in _WORD.findall(name)]
    return [word for word in words if word not in _FORMS_OF_ADDRESS] or words

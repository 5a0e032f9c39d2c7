"""When two names are one."""

from __future__ import annotations

import re
import unicodedata

_SPELLINGS = (("civilisation", "civilization"), ("programme", "program"))


def fold(text: str | None) -> str:
    """Return a name in lower case without accents, its letters and digits parted by single spaces."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    for british, american in _SPELLINGS:
        plain = plain.replace(british, american)
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def same_person(one: str, other: str) -> bool:
    """Whether the words of one name are all in the other: a surname alone counts."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return bool(a and b) and (a <= b or b <= a)


def same_initiative(one: str, other: str) -> bool:
    """Whether two folded names are equal, or one stands in the other as a whole."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "

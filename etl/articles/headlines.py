"""Headlines: a line that stands alone, is short, and has no full stop.

Newspapers end sentences in the text with a full stop and headlines without one; a question or exclamation mark may end either. A line
that ends in a colon or comma announces what follows, and belongs to it.
"""

from __future__ import annotations

import re

MAX_CHARACTERS = 250
MAX_WORDS = 40
CLOSING = "\"'”’»)]*_ "
ABBREVIATION_END = re.compile(
    r"(?:\b[A-Z]\.(?:[A-Z]\.)+|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|Gov|Sen))$|\b(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Co|Corp)\.$"
)
SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]*$")
LONG_ENOUGH_TO_BE_THE_SAME = 15


def is_headline(flat: str) -> bool:
    """Could this paragraph (single-spaced) be a headline?"""
    bare = flat.rstrip(CLOSING)
    if not bare or len(flat) > MAX_CHARACTERS or len(flat.split()) > MAX_WORDS or sum(map(str.isalpha, flat)) < 3:
        return False
    first = flat.lstrip("\"'“‘«([*_# ")[:1]
    if first.islower() or not first.isalnum():
        return False
    if bare.endswith((",", ":", ";", "…", "...")):
        return False
    return not bare.endswith((".", "。")) or bool(ABBREVIATION_END.search(bare))


def is_sentence(flat: str) -> bool:
    """Does the paragraph end as a sentence does?"""
    return bool(SENTENCE_END.search(flat))


def same_headline(line: str, title: str) -> bool:
    """Is this line the title again? Case, spaces and punctuation aside; a page's title may carry the site's name at its end."""
    one, other = _letters(line), _letters(title)
    if not one or not other:
        return False
    return one == other or (len(one) >= LONG_ENOUGH_TO_BE_THE_SAME and other.startswith(one))


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())

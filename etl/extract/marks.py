"""Quotation marks of other houses as the usual double ones: ‘British’ and 'typed' single marks, ``wire`` and ''archive'' pairs, ″primes″.

Each text keeps its length, so that an offset means the same in both. What stands in double marks already is left as it is.
"""

from __future__ import annotations

import re
from typing import Final

_ODD: Final = re.compile(r"‘|`|″|‟|'(?:'|(?<![^\s(—–-]')(?=\w))")
"""Some mark that may be in question; most texts have none. (A pattern that opens with what is looked for is searched faster.)"""
_TYPED: Final = str.maketrans("″‟", '"“')
"""Marks for which a typed or an opening one stands: archives write primes, which do not tell opening from closing."""
_INCHES: Final = re.compile(r"(?<=\d)″")
_APOSTROPHE: Final = re.compile(r"(?<=\w)`(?=s\b)|(?<=s)`(?![`\w])")
_PAIR: Final = re.compile(r"``|''")
_OPENING: Final = re.compile(r"(?<![^\s(\[—–-])['‘](?=[^\W\d_])")
"""A single mark before a letter: not the apostrophe of ’90s, nor one inside a word."""
_DOUBLE: Final = re.compile('[“”"«»]')
_LEADS: Final = ("", ":", ",")
"""What stands before a quotation of several paragraphs."""
_MAX_BARE: Final = 25
"""Characters of a quotation that ends like a plural's genitive: ‘shared aims’."""


def plain_marks(text: str) -> str:
    """A text of the same length with double marks only."""
    if _ODD.search(text) is None:
        return text
    text = _typed(text)
    text = _APOSTROPHE.sub("’", text)
    text = _PAIR.sub(lambda match: _pair(text, match), text)
    return "\n".join(_paragraph(line) for line in text.split("\n"))


def _typed(text: str) -> str:
    """A text with typed marks for primes, where they are not all inches and seconds."""
    if "″" in text and len(_INCHES.findall(text)) == text.count("″"):
        return text
    return text.translate(_TYPED)


def _pair(text: str, match: re.Match[str]) -> str:
    """Two single marks as one double one and a blank, the mark at the outer edge of what they open or close."""
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isdigit():
        return match.group()  # inches and seconds
    if not before or before.isspace() or before in "([—–-":
        return "“ " if after and not after.isspace() else match.group()
    return " ”"


def _paragraph(line: str) -> str:
    """A paragraph whose single marks are made double ones."""
    spots = [match.start() for match in _OPENING.finditer(line)]
    if not spots:
        return line
    marks, done = list(line), 0
    for spot in spots:
        if spot < done or _is_inside(line, spot):
            continue
        close = _closing(line, spot)
        if close is not None and _DOUBLE.search(line, spot, close) is None:
            marks[spot], marks[close] = "“", "”"
            done = close + 1
        elif close is None and line[spot] == "‘" and line[:spot].rstrip()[-1:] in _LEADS:
            marks[spot] = "“"  # it goes on in the next paragraph
    return "".join(marks)


def _is_inside(line: str, spot: int) -> bool:
    """Whether a place stands in double marks."""
    before = line[:spot]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("«") > before.count("»")


def _closing(line: str, spot: int) -> int | None:
    """Where a single mark is closed: behind what is no plural's genitive, else soon behind what looks like one."""
    mark = "’" if line[spot] == "‘" else "'"
    following = _OPENING.search(line, spot + 1)
    limit = following.start() if following is not None else len(line)
    ends = [i for i in range(spot + 2, limit) if line[i] == mark and not line[i + 1 : i + 2].isalnum()]
    sure = next((i for i in ends if line[i - 1] != "s"), None)
    return sure if sure is not None else next((i for i in ends if i - spot <= _MAX_BARE), None)

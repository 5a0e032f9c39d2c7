"""A text as paragraphs with offsets, however it was typed.

Three habits occur: one line for each paragraph, with or without blank lines between; and paragraphs hard-wrapped at some column, with
blank lines between. A blank line always ends a paragraph. A single line end is a wrap only where a typewriter would have wrapped: the
next line's first word would not have fitted. So a heading directly above wrapped prose still stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LINE_END = re.compile(r"\r\n|\r|\n")
MIN_WRAP_COLUMN = 30
MAX_WRAP_COLUMN = 120
"""Nobody wraps prose narrower or wider than this; longer lines mean that each line is a paragraph."""
MIN_SHARE_OF_WRAPS = 2 / 3
"""Of the single line ends of a wrapped text, so many are wraps; the others stand below a heading or a short line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:end]` begins and ends with a visible character; `flat` is it on one line, single-spaced."""

    start: int
    end: int
    flat: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    blocks = list(_blocks(text))
    column = _wrap_column(blocks)
    return tuple(paragraph for block in blocks for paragraph in _split_block(text, block, column))


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines without a blank line between; each line trimmed."""
    block: list[_Line] = []
    line_number = -1
    for number, (start, end) in enumerate(_lines(text)):
        raw = text[start:end]
        stripped = raw.strip()
        if not stripped:
            continue
        if block and number != line_number + 1:
            yield block
            block = []
        begin = start + raw.index(stripped)
        block.append(_Line(begin, begin + len(stripped), stripped))
        line_number = number
    if block:
        yield block


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line_end in LINE_END.finditer(text):
        yield start, line_end.start()
        start = line_end.end()
    yield start, len(text)


def _wrap_column(blocks: list[list[_Line]]) -> int | None:
    """The column at which this text is wrapped, None when it is not. Addresses without a space cannot be wrapped and do not count."""
    column = max((len(line.text) for block in blocks if len(block) > 1 for line in block if " " in line.text), default=0)
    if not MIN_WRAP_COLUMN <= column <= MAX_WRAP_COLUMN:
        return None
    wraps = [_is_wrap(line.text, following.text, column) for block in blocks for line, following in pairwise(block)]
    return column if sum(wraps) >= MIN_SHARE_OF_WRAPS * len(wraps) else None


def _split_block(text: str, block: list[_Line], column: int | None) -> Iterator[Paragraph]:
    first = 0
    for index in range(1, len(block) + 1):
        if index < len(block) and column and _is_wrap(block[index - 1].text, block[index].text, column):
            continue
        start, end = block[first].start, block[index - 1].end
        yield Paragraph(start, end, " ".join(text[start:end].split()))
        first = index


def _is_wrap(line: str, following: str, column: int) -> bool:
    return len(line) <= column < len(line) + 1 + len(following.split(maxsplit=1)[0])

"""Finding a passage again in a text that may have changed: at its place, else in the same words nearby, else in like words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from etl.judgements.records import Found, TextAnchor
from etl.records import Span

CONTEXT = 60
"""Characters before and after a passage that are kept with it."""
ALIKE = 90.0
"""Passages less alike than this are not the same (rapidfuzz, 0 to 100): a changed word in a sentence of ten is still found."""
SHORT = 25
"""Shorter passages ("he", a name) are never found by likeness, and elsewhere only where their surroundings agree."""


class Passage(NamedTuple):
    """Where a passage was found, and how."""

    span: Span
    found: Found


def around(text: str, span: Span) -> tuple[str, str, str]:
    """Return a passage with the characters before and after it."""
    return text[span.start : span.end], text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


def find_passage(anchor: TextAnchor, text: str, *, unchanged: bool = False, doubtful: bool = False) -> Passage | None:
    """Return where the passage of `anchor` stands in `text`, None when it does not.

    `unchanged`: the text is the one judged. `doubtful`: little says that it is a version of it, so that the very words must stand among
    the very words.
    """
    size = len(anchor.quote)
    if unchanged and text[anchor.start : anchor.start + size] == anchor.quote:
        return Passage(Span(anchor.start, anchor.start + size), "exact")
    sides = min if doubtful else max
    places = [(sides(_company(anchor, text, start)), -abs(start - anchor.start), -start) for start in _occurrences(anchor.quote, text)]
    if places:
        company, _, start = max(places)
        if company >= ALIKE or (size >= SHORT and not doubtful):
            how: Found = "exact" if -start == anchor.start else "moved"
            return Passage(Span(-start, -start + size), how)
        return None
    return _alike(anchor, text) if size >= SHORT and not doubtful else None


def _occurrences(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _company(anchor: TextAnchor, text: str, start: int) -> tuple[float, float]:
    """How well either side agrees. An edit on one side leaves the other as it was: the better one tells where a passage moved."""
    _, before, after = around(text, Span(start, start + len(anchor.quote)))
    half = CONTEXT // 2
    return fuzz.ratio(anchor.before[-half:], before[-half:]), fuzz.ratio(anchor.after[:half], after[:half])


def _alike(anchor: TextAnchor, text: str) -> Passage | None:
    if len(text) < len(anchor.quote) // 2:
        return None
    best = fuzz.partial_ratio_alignment(anchor.quote, text, score_cutoff=ALIKE)
    # The quote is the needle: a text shorter than it would be sought in the quote instead.
    if best is None or best.score < ALIKE or best.dest_end - best.dest_start < len(anchor.quote) * 0.7:
        return None
    return Passage(Span(best.dest_start, best.dest_end), "similar")

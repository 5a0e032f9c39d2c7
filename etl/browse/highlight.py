"""Which characters of a text belong to which spans, where spans may lie inside one another or overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of a text: [start, end) in characters, what it is (`claim`, `report`) and its key."""

    start: int
    end: int
    kind: str
    key: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that the same spans cover. `begins`: those of them that begin with it."""

    text: str
    covered: tuple[Marked, ...]
    begins: tuple[Marked, ...]


def pieces(text: str, spans: Iterable[Marked]) -> Iterator[Piece]:
    """Cut a text at every edge of a span. The pieces joined are the text; a span that reaches over the end of the text is cut there."""
    inside = sorted((span for span in spans if 0 <= span.start < min(span.end, len(text))), key=lambda s: (s.start, -s.end, s.kind, s.key))
    edges = sorted({0, len(text), *(s.start for s in inside), *(min(s.end, len(text)) for s in inside)})
    for start, end in pairwise(edges):
        covered = tuple(span for span in inside if span.start <= start and span.end >= end)
        yield Piece(text[start:end], covered, tuple(span for span in covered if span.start == start))

"""Two holders of one office, of whom only one is named: "The President received the President of Peru, X. The President said"."""

from __future__ import annotations

from typing import Final

from etl.extract.layers import Layers

_TO_ANOTHER: Final = frozenset(
    "with to by met meets meet received receives hosted hosts welcomed welcomes greeted called phoned telephoned congratulated".split()
)
"""Words between who has the first word and whom he meets: "The President received the President of Peru, X"."""


def is_met_by_peer(layers: Layers, first: int, office: str) -> bool:
    """Whether somebody is first named, at token `first`, as whom one in the same office meets, who opens that sentence without a name."""
    if first < 0:
        return False
    start = layers.sentence_at(first).start
    if layers.tokens.lower[start] != "the":
        return False
    opening = next((t for t in layers.titles if t.start == start + 1), None)
    if opening is None or opening.title.office != office:
        return False
    return not _TO_ANOTHER.isdisjoint(layers.tokens.lower[opening.end : first])

"""Where a form is looked for."""

from __future__ import annotations

from typing import NamedTuple

from etl.extract.layers import Layers, NewInitiative, TokenSpan
from etl.records import InitiativeKind


class Place(NamedTuple):
    """A token at which an initiative may begin."""

    layers: Layers
    at: int
    limit: int
    """The end of the sentence."""
    known: list[bool]
    """For each token of the article whether a known name has it."""

    def initiative(self, end: int, kind: InitiativeKind, name: str | None = None, start: int | None = None) -> NewInitiative:
        """The initiative that reaches to `end` (exclusive), named as it is written unless `name` says otherwise."""
        begin = self.at if start is None else start
        return NewInitiative(TokenSpan(begin, end), name or self.layers.tokens.surface(begin, end), kind)

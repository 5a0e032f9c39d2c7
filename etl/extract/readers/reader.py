"""What a reader is, and the one that leaves everything to the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from etl.extract.layers import NO_ANNOTATIONS, Annotations
from etl.extract.tokens import Tokens


class Reader(Protocol):
    """Looks at an article's text before the rules do. Pure: the same text gives the same annotations."""

    @property
    def name(self) -> str:
        """What it is called on the command line."""

    @property
    def version(self) -> str:
        """What tells it from every other reader in an extractor version; empty for the rules alone."""

    def annotate(self, tokens: Tokens) -> Annotations:
        """What it says of a text."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules and lexicons of this project, with nothing beside them."""

    name: str = "rules"
    version: str = ""

    def annotate(self, tokens: Tokens) -> Annotations:  # noqa: ARG002  (the protocol's)
        """Nothing: the components find what there is."""
        return NO_ANNOTATIONS


RULES = Rules()

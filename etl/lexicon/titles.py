"""Titles and offices as they stand before and after names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.lexicon.tables import read_table


@dataclass(frozen=True, slots=True)
class Title:
    """A title; `office` is its class (head_of_state, …, other)."""

    title: str
    office: str
    plural: bool


@cache
def load_titles() -> dict[str, Title]:
    """Lower-cased surface, singular or plural, to its title."""
    found: dict[str, Title] = {}
    for row in read_table("lexicons", "titles"):
        found[row["title"].lower()] = Title(row["title"], row["office"], False)
        if row["plural"]:
            found.setdefault(row["plural"].lower(), Title(row["title"], row["office"], True))
    return found

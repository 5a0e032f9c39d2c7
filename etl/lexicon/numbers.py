"""Number words, each with its value, for the constructions that count with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.lexicon.tables import cell_list, read_table


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words to values, one table a use: a construction takes only those that it is written with."""

    days: dict[str, int]
    """"Two days ago", "a week before"; vague ones (several) with the value they are read as."""
    parties: dict[str, int]
    """"The two sides", "both leaders"."""
    points: dict[str, int]
    """"Six-point consensus", "three principles"."""
    speakers: dict[str, int]
    """"The two leaders": as many as spoke last."""
    amounts: dict[str, int]
    """"One hundred and twenty captains": words that stand together make one number."""
    ordinals: dict[str, int]
    """"The first of January"."""


@cache
def load_numbers() -> Numbers:
    """Read numbers.csv."""
    tables: dict[str, dict[str, int]] = {"days": {}, "parties": {}, "points": {}, "speakers": {}, "amounts": {}, "ordinals": {}}
    for row in read_table("lexicons", "numbers"):
        for use in cell_list(row["uses"]):
            tables[use][row["word"]] = int(row["value"])
    return Numbers(**tables)

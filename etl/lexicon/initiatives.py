"""Known initiatives and their names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from etl.errors import RunError
from etl.lexicon.actors import spelling_variants
from etl.lexicon.tables import cell_list, read_table
from etl.records import InitiativeKind


@dataclass(frozen=True, slots=True)
class Initiative:
    """A named programme, principle, mechanism, project or event of diplomacy."""

    name: str
    kind: InitiativeKind
    proposers: tuple[str, ...]


@cache
def load_initiatives() -> dict[str, Initiative]:
    """Every known surface form to its initiative."""
    known: dict[str, Initiative] = {}
    by_surface: dict[str, Initiative] = {}
    for row in read_table("reference", "initiatives"):
        if row["kind"] not in get_args(InitiativeKind):
            raise RunError(f"seeds/reference/initiatives.csv: {row['name']}: no such kind: {row['kind']}")
        known[row["name"]] = Initiative(row["name"], cast(InitiativeKind, row["kind"]), cell_list(row["proposers"]))
        for form in spelling_variants(row["name"]):
            by_surface[form] = known[row["name"]]
    for row in read_table("reference", "initiative_names"):
        for form in spelling_variants(row["name"]):
            by_surface.setdefault(form, known[row["initiative"]])
    return by_surface

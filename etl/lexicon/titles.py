"""Titles and offices as they stand before and after names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from etl.lexicon.tables import read_table


@dataclass(frozen=True, slots=True)
class Title:
    """A title; `office` is its class (head_of_state, …, other)."""

    title: str
    office: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A title's abbreviation as it is written. `use`: "alone", it is the title without a name too; "named", it has further senses
    (NSA, FM), so a name or a state stands beside it, or the article spells it out; "spelled", only where the article does (PS, DG)."""

    written: str
    title: str
    use: str


@cache
def load_abbreviations() -> dict[str, Abbreviation]:
    """Lower-cased abbreviation to what it stands for."""
    rows = read_table("lexicons", "title_abbreviations")
    return {row["abbreviation"].lower(): Abbreviation(row["abbreviation"], row["title"], row["use"]) for row in rows}


class Owner(NamedTuple):
    """Whose an office is when a text does not say so. `always`: no other state has one of that name."""

    actor: str
    always: bool


@cache
def load_title_owners() -> dict[str, Owner]:
    """Lower-cased title to its owner: a nuncio is the Holy See's, a secretary of state mostly the United States'."""
    return {row["title"].lower(): Owner(row["actor"], row["use"] == "always") for row in read_table("lexicons", "title_owners")}


@cache
def load_titles() -> dict[str, Title]:
    """Lower-cased surface, singular, plural or abbreviated, to its title."""
    found: dict[str, Title] = {}
    for row in read_table("lexicons", "titles"):
        found[row["title"].lower()] = Title(row["title"], row["office"], False)
        if row["plural"]:
            found.setdefault(row["plural"].lower(), Title(row["title"], row["office"], True))
    for lower, abbreviation in load_abbreviations().items():
        title = found[abbreviation.title.lower()]
        found.setdefault(lower, title)
        if abbreviation.use == "alone":
            found.setdefault(lower + "s", Title(title.title, title.office, True))  # "the two PMs"
    return found

"""People, their spellings and their offices in the seeds: in order, each referring to a person, and one holder of an office at a time."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, timedelta
from importlib.resources import files
from itertools import combinations

import pytest

from etl.lexicon.people import Tenure, load_people
from etl.lexicon.tables import read_table

SHARED = {
    ("BR", "head_of_state"),  # acting for a president who was suspended
    ("KG", "head_of_government"),  # acting for a prime minister who acted as president
    ("KH", "head_of_government"),  # a first and a second prime minister
    ("KR", "head_of_state"),  # acting for presidents who were suspended
    ("LY", "head_of_government"),  # a government and its rival
    ("LY", "head_of_state"),
    ("RS", "head_of_government"),  # a federation and its republic
    ("RS", "head_of_state"),
    ("RU", "foreign_minister"),  # the Soviet Union and its republic
    ("RU", "head_of_state"),
    ("TH", "head_of_government"),  # acting for a prime minister who was suspended
    ("ZM", "head_of_state"),  # acting for a president who was ill
}
"""Where several held an office at a time, and why."""
TURNOVER = timedelta(days=31)
"""Sources differ by weeks between an election, an oath and a first day in office."""


@pytest.mark.parametrize("name", ["people", "person_names", "offices"])
def test_a_table_is_sorted_and_has_no_row_twice(name: str) -> None:
    text = files("seeds").joinpath("reference", f"{name}.csv").read_bytes().decode()
    assert "\r" not in text
    _, *rows = csv.reader(text.splitlines())
    assert rows == sorted(rows)
    assert len(rows) == len({tuple(row[:-1]) for row in rows})


def test_every_spelling_and_every_office_is_a_known_persons() -> None:
    people = [row["name"] for row in read_table("reference", "people")]
    assert len(people) == len(set(people))
    for name in ("person_names", "offices"):
        assert {row["person"] for row in read_table("reference", name)} - set(people) == set(), name


def test_no_spelling_is_two_persons() -> None:
    bearers = defaultdict(set)
    for row in read_table("reference", "people"):
        bearers[row["name"]].add(row["name"])
    for row in read_table("reference", "person_names"):
        bearers[row["name"]].add(row["person"])
    assert {name: found for name, found in bearers.items() if len(found) > 1} == {}


def test_terms_end_after_they_begin() -> None:
    for term in terms():
        assert first_day(term.valid_from) <= last_day(term.valid_until), term


def test_an_office_has_one_holder_at_a_time() -> None:
    held = defaultdict(list)
    for term in terms():
        if term.office != "other":
            held[term.actor, term.office].append(term)
    together = {
        key
        for key, found in held.items()
        for one, other in combinations(found, 2)
        if min(first_day(one.valid_until, last=True), first_day(other.valid_until, last=True))
        - max(last_day(one.valid_from, first=True), last_day(other.valid_from, first=True))
        > TURNOVER
    }
    assert together == SHARED


def terms() -> list[Tenure]:
    """Return all terms of all offices."""
    return [term for found in load_people().by_actor.values() for term in found]


def first_day(text: str, *, last: bool = False) -> date:
    """Return the first day that a date of any precision may mean; without one, the end of time when a term would end with it."""
    if not text:
        return date.max if last else date.min
    year, month, day = (int(part) for part in f"{text}-01-01"[:10].split("-"))
    return date(year, month, day)


def last_day(text: str, *, first: bool = False) -> date:
    """Return the last day that a date of any precision may mean; without one, the beginning of time when a term would begin with it."""
    if not text:
        return date.min if first else date.max
    if len(text) == len("2025-01-01"):
        return date.fromisoformat(text)
    year, month = (int(part) for part in f"{text}-12"[:7].split("-"))
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)

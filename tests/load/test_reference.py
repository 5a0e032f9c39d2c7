"""The seeds into the reference tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from sqlalchemy import Engine

import etl.load.prepare
from etl.errors import RunError
from etl.lexicon.tables import read_table
from etl.load import load_reference, prepare_store, reference
from etl.load.reference import partial_date

from .dumps import dump, one, rows


def seeds(name: str) -> int:
    return sum(1 for _ in read_table("reference", name))


def test_every_row_of_the_seeds_is_loaded(store: Engine, store_url: str) -> None:
    prepared = prepare_store(store_url)
    assert not prepared.upgraded
    for name in (
        "states",
        "organizations",
        "actor_names",
        "places",
        "people",
        "person_names",
        "offices",
        "initiatives",
        "initiative_names",
    ):
        assert one(store, f"SELECT COUNT(*) FROM {name}") == seeds(name), name
    assert one(store, "SELECT COUNT(*) FROM actors") == seeds("states") + seeds("organizations")
    assert one(store, "SELECT COUNT(*) FROM actors WHERE provisional") == 0
    assert rows(store, "SELECT alpha3, m49, common_name, capital FROM states WHERE alpha2 = 'KZ'") == [
        ("KAZ", "398", "Kazakhstan", "Astana")
    ]
    proposers = "SELECT a.name FROM initiative_proposers p JOIN actors a ON a.id = p.actor_id JOIN initiatives i ON i.id = p.initiative_id"
    assert rows(store, f"{proposers} WHERE i.name = 'Belt and Road Initiative'") == [("CN",)]


def test_loading_again_changes_nothing(store: Engine) -> None:
    with store.begin() as connection:
        assert load_reference(connection) > 10_000
    before = dump(store)
    with store.begin() as connection:
        assert load_reference(connection) == 0
    assert dump(store) == before


def test_seeds_are_loaded_once_a_version(store: Engine, store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert prepare_store(store_url).reference_rows
    assert prepare_store(store_url).reference_rows is None
    assert one(store, "SELECT COUNT(*) FROM runs WHERE job = 'init'") == 1
    monkeypatch.setattr(etl.load.prepare, "seeds_version", lambda: "other")
    assert prepare_store(store_url).reference_rows == 0
    assert one(store, "SELECT COUNT(*) FROM runs WHERE job = 'init'") == 2


def test_changed_seeds_change_their_rows(store: Engine, store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare_store(store_url)
    places = one(store, "SELECT COUNT(*) FROM places")

    def changed(folder: str, name: str) -> Iterator[dict[str, str]]:
        for row in read_table(folder, name):
            if name == "states" and row["alpha2"] == "KZ":
                yield {**row, "capital": "Elsewhere"}
            elif not (name == "places" and row["name"] == "Abidjan") and not (name == "initiatives" and row["name"] == "1992 Consensus"):
                yield row

    def names(folder: str, name: str) -> Iterator[dict[str, str]]:
        return (row for row in changed(folder, name) if row.get("initiative") != "1992 Consensus")

    monkeypatch.setattr(reference, "_rows", partial(names, "reference"))
    with store.begin() as connection:
        load_reference(connection)
    assert one(store, "SELECT capital FROM states WHERE alpha2 = 'KZ'") == "Elsewhere"
    assert one(store, "SELECT COUNT(*) FROM places") == places - 1
    # Articles may speak of it: it stays until nothing refers to it.
    assert one(store, "SELECT provisional FROM initiatives WHERE name = '1992 Consensus'") in (True, 1)


def test_seeds_that_name_nobody_are_refused(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: str, name: str) -> Iterator[dict[str, str]]:
        for row in read_table(folder, name):
            yield {**row, "actor": "Atlantis"} if name == "offices" else row

    monkeypatch.setattr(reference, "_rows", partial(broken, "reference"))
    with pytest.raises(RunError, match=r"offices\.csv names the actor 'Atlantis'"), store.begin() as connection:
        load_reference(connection)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", (None, "unknown")),
        ("2012", (date(2012, 1, 1), "year")),
        ("2012-11", (date(2012, 11, 1), "month")),
        ("2012-11-15", (date(2012, 11, 15), "day")),
    ],
)
def test_dates_are_as_precise_as_the_seeds(cell: str, expected: tuple[date | None, str]) -> None:
    assert partial_date(cell) == expected

"""Writing rows, many at a time, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from etl.load import upsert as upsert_module
from etl.load.upsert import accumulate, compare, delete_where, insert, remove, replace, table, upsert, write

ACTORS = ("id", "kind", "name", "provisional")
RUNS = ("id", "job", "started_at", "status", "seconds")


@pytest.fixture(autouse=True, params=[1, upsert_module.ENOUGH], ids=["copied", "one by one"])
def _enough(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Postgres few rows go another way than many."""
    monkeypatch.setattr(upsert_module, "ENOUGH", request.param)


def names(store: Engine) -> list[tuple[int, str]]:
    actors = table("actors")
    with store.connect() as connection:
        return [tuple(row) for row in connection.execute(select(actors.c.id, actors.c.name).order_by(actors.c.id))]


def test_rows_are_inserted_then_updated(store: Engine) -> None:
    with store.begin() as connection:
        upsert(connection, "actors", ACTORS, [(1, "state", "NO", False), (2, "state", "BR", False)])
        upsert(connection, "actors", ACTORS, [(2, "state", "PT", True), (3, "state", "KE", False)])
        upsert(connection, "actors", ACTORS, [])
    assert names(store) == [(1, "NO"), (2, "PT"), (3, "KE")]


def test_rows_that_are_there_can_be_left_alone(store: Engine) -> None:
    with store.begin() as connection:
        upsert(connection, "actors", ACTORS, [(1, "state", "NO", False)])
        upsert(connection, "actors", ACTORS, [(1, "state", "BR", False), (2, "state", "PT", True)], update=False)
    assert names(store) == [(1, "NO"), (2, "PT")]


def test_columns_may_stand_in_any_order(store: Engine) -> None:
    with store.begin() as connection:
        upsert(connection, "actors", ("name", "provisional", "kind", "id"), [("NO", False, "state", 1)])
    assert names(store) == [(1, "NO")]


def test_values_come_back_as_they_went_in(store: Engine) -> None:
    moment = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
    office = ("id", "person_id", "title", "kind", "valid_from", "valid_from_precision", "valid_until_precision", "known_by")
    with store.begin() as connection:
        insert(connection, "runs", RUNS, [((1 << 63) - 1, "test", moment, "running", 0.1)])
        insert(connection, "people", ("id", "name", "provisional"), [(7, "Nobody", True)])
        insert(connection, "offices", office, [(1, 7, "Mayor", "other", date(2031, 5, 6), "day", "unknown", "seeds")])
    runs, offices = table("runs"), table("offices")
    with store.connect() as connection:
        assert tuple(connection.execute(select(*(runs.c[c] for c in RUNS))).one()) == ((1 << 63) - 1, "test", moment, "running", 0.1)
        assert connection.scalar(select(offices.c.valid_from)) == date(2031, 5, 6)


def test_only_differences_are_found(store: Engine) -> None:
    with store.begin() as connection:
        upsert(connection, "actors", ACTORS, [(1, "state", "NO", False), (2, "state", "BR", False), (3, "state", "PT", False)])
        wanted = [(1, "state", "NO", False), (2, "state", "BR", True), (4, "state", "KE", False)]
        diff = compare(connection, "actors", ACTORS, wanted)
        assert (diff.written, diff.changed, diff.deleted) == (tuple(wanted[1:]), ((2,),), ((3,),))
        write(connection, diff)
        remove(connection, diff)
        assert not compare(connection, "actors", ACTORS, wanted)
    assert names(store) == [(1, "NO"), (2, "BR"), (4, "KE")]


def test_rows_whose_unique_columns_change_places_can_be_replaced(store: Engine) -> None:
    with store.begin() as connection:
        upsert(connection, "actors", ACTORS, [(1, "state", "NO", False), (2, "state", "BR", False)])
        replace(connection, compare(connection, "actors", ACTORS, [(1, "state", "BR", False), (2, "state", "NO", False)]))
    assert names(store) == [(1, "BR"), (2, "NO")]


def test_rows_are_deleted_by_any_columns(store: Engine) -> None:
    with store.begin() as connection:
        upsert(connection, "actors", ACTORS, [(1, "state", "NO", False), (2, "state", "BR", False)])
        delete_where(connection, "actors", ["name", "kind"], [("NO", "state"), ("BR", "organization")])
    assert names(store) == [(2, "BR")]


def test_a_constraint_that_forbids_a_row_is_not_silent(store: Engine) -> None:
    with pytest.raises(IntegrityError), store.begin() as connection:
        upsert(connection, "actors", ACTORS, [(1, "planet", "NO", False)])
    assert names(store) == []


def test_of_two_rows_with_one_key_the_last_is_kept_and_with_keep_the_first(store: Engine) -> None:
    with store.begin() as connection:
        upsert(connection, "actors", ACTORS, [(1, "state", "NO", False), (1, "state", "BR", False)])
        upsert(connection, "actors", ACTORS, [(2, "state", "PT", False), (2, "state", "KE", False)], update=False)
    assert names(store) == [(1, "BR"), (2, "PT")]


def test_what_is_added_up_to_nothing_is_gone(store: Engine) -> None:
    columns = ("block", "person_id", "day", "times")
    with store.begin() as connection:
        accumulate(connection, "sightings", columns, [(5, 7, 1, 2), (5, 7, 1, 1), (5, 7, 2, 1)], total="times")
        accumulate(connection, "sightings", columns, [(5, 7, 1, -1), (5, 7, 2, -1)], total="times")
        assert connection.execute(select(*(table("sightings").c[c] for c in columns))).all() == [(5, 7, 1, 2)]


def test_parents_are_written_before_those_who_name_them(store: Engine) -> None:
    initiatives = ("id", "name", "kind", "parent_id", "provisional")
    with store.begin() as connection:
        upsert(connection, "initiatives", initiatives, [(9, "Whole", "principle", None, False), (3, "Part", "principle", 9, False)])
        insert(
            connection, "initiatives", initiatives, [(8, "Other whole", "principle", None, False), (2, "Part of it", "principle", 8, False)]
        )


def test_a_copy_that_is_forbidden_is_an_error_like_any_other_and_leaves_the_connection_usable(store: Engine) -> None:
    with store.connect() as connection:
        with pytest.raises(IntegrityError), connection.begin():
            insert(connection, "actors", ACTORS, [(1, "state", "NO", False), (1, "state", "NO", False)])
        with connection.begin():
            insert(connection, "actors", ACTORS, [(1, "state", "NO", False)])
    assert names(store) == [(1, "NO")]

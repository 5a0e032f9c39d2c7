"""Writing rows, always many at a time: the one boundary between tuples and SQL.

SQLAlchemy makes the statement once for each table (`etl.load.statements`); the driver runs it over plain tuples (`executemany`), which is
four times as fast as Core inserts and thirty times as fast as adding ORM objects. On Postgres many rows go by `COPY` (`etl.load.copying`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from etl.load.batches import IN_LIST, batches
from etl.load.copying import ENOUGH, copy
from etl.load.statements import Convert, How, Row, converts, for_one_row, key_places, refers_to_itself, table

__all__ = [
    "Diff", "How", "Row", "accumulate", "compare", "compare_within", "delete_where", "insert", "remove", "replace", "run", "select_in",
    "table", "upsert", "write",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Diff:
    """What must be done to a table so that it holds certain rows: rows to write (new or changed), keys of rows to delete."""

    table: Table
    columns: tuple[str, ...]
    written: tuple[Row, ...]
    changed: tuple[Row, ...]
    """Keys of those of `written` that stand in the table with other values."""
    deleted: tuple[Row, ...]

    def __bool__(self) -> bool:
        return bool(self.written or self.deleted)


def upsert(connection: Connection, name: str, columns: Sequence[str], rows: Iterable[Row], *, update: bool = True) -> None:
    """Insert `rows` (values of `columns`, in that order) into table `name`.

    A row whose primary key is there already takes the new values where they differ, or is left alone when `update` is False.
    Raises SQLAlchemy's IntegrityError when a constraint forbids a row.
    """
    run(connection, "change" if update else "keep", name, tuple(columns), list(rows))


def accumulate(connection: Connection, name: str, columns: Sequence[str], rows: Iterable[Row], *, total: str) -> None:
    """Insert `rows`; where one is there already, add to its column `total`. What comes to nothing is deleted."""
    place = columns.index(total)
    rows = [row for row in rows if row[place]]
    run(connection, "add", name, tuple(columns), rows)
    delete_where(connection, name, columns, [(*row[:place], 0, *row[place + 1 :]) for row in rows if row[place] < 0])


def insert(connection: Connection, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert `rows` into table `name`. Raises SQLAlchemy's IntegrityError when one is there already."""
    run(connection, "insert", name, tuple(columns), list(rows))


def delete_where(connection: Connection, name: str, columns: Sequence[str], keys: Iterable[Row]) -> None:
    """Delete the rows of table `name` whose `columns` have the values of one of `keys`."""
    run(connection, "delete", name, tuple(columns), list(keys))


def compare(
    connection: Connection, name: str, columns: Sequence[str], rows: Iterable[Row], *, scope: ColumnElement[bool] | None = None
) -> Diff:
    """Return what must change so that table `name` (of it: the rows that `scope` selects) holds exactly `rows`.

    `columns` must hold the primary key; columns that are left out are not looked at. Equal rows are in neither list, so that writing
    what is already there touches nothing.
    """
    target = table(name)
    query = select(*(target.c[c] for c in columns))
    if scope is not None:
        query = query.where(scope)
    return _difference(target, columns, map(tuple, connection.execute(query)), rows)


def _difference(target: Table, columns: Sequence[str], found: Iterable[Row], rows: Iterable[Row]) -> Diff:
    places = [columns.index(c.name) for c in target.primary_key.columns]
    there = {tuple(row[p] for p in places): row for row in found}
    wanted = {tuple(row[p] for p in places): row for row in rows}
    written = tuple(row for key, row in wanted.items() if there.get(key) != row)
    changed = tuple(key for key, row in wanted.items() if key in there and there[key] != row)
    return Diff(target, tuple(columns), written, changed, tuple(key for key in there if key not in wanted))


def compare_within(
    connection: Connection, name: str, columns: Sequence[str], rows: Iterable[Row], *, column: str, keys: Iterable[int]
) -> Diff:
    """Return what must change so that table `name` holds exactly `rows` of those whose `column` is one of `keys`."""
    target = table(name)
    there = list(select_in(connection, select(*(target.c[c] for c in columns)), target.c[column], keys))
    return _difference(target, columns, there, rows)


def select_in(connection: Connection, query: Select[Any], column: ColumnElement[Any], keys: Iterable[Any]) -> Iterator[Row]:
    """Yield the rows of `query` whose `column` is one of `keys`."""
    for chunk in batches(sorted(set(keys)), IN_LIST):
        yield from map(tuple, connection.execute(query.where(column.in_(chunk))))


def write(connection: Connection, diff: Diff) -> None:
    """Write the new and changed rows of `diff` in place, so that what refers to them stays."""
    upsert(connection, diff.table.name, diff.columns, diff.written)


def remove(connection: Connection, diff: Diff) -> None:
    """Delete the rows that `diff` found to be gone."""
    delete_where(connection, diff.table.name, [c.name for c in diff.table.primary_key.columns], diff.deleted)


def replace(connection: Connection, diff: Diff) -> None:
    """Delete what is gone or changed, then insert: for rows to which nothing refers, and whose unique columns may change places."""
    delete_where(connection, diff.table.name, [c.name for c in diff.table.primary_key.columns], (*diff.deleted, *diff.changed))
    insert(connection, diff.table.name, diff.columns, diff.written)


def run(connection: Connection, how: How, name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Do with rows what `how` says: the one way to the driver."""
    database = connection.dialect.name
    if not rows:
        return
    if how != "delete":
        rows = _in_order(how, name, columns, rows)
    if conversions := converts(database, name, columns):
        rows = [_converted(row, conversions) for row in rows]
    if database == "postgresql" and (len(rows) >= ENOUGH or how == "delete"):
        copy(connection, how, name, columns, rows)
        return
    statement = for_one_row(database, how, name, columns)
    if statement.order is not None:
        rows = [tuple(row[place] for place in statement.order) for row in rows]
    connection.exec_driver_sql(statement.text, list(rows))


def _in_order(how: How, name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows in the order of their keys, of those of one key what they come to.

    So neighbours in an index are written together, and no two writers wait for each other.
    """
    key = itemgetter(*key_places(name, columns))
    if how == "add":
        rows = _added_up(name, columns, rows)
    elif how != "insert":
        # Of two rows with one key, the one that would have had its way if they had been written one after the other.
        one_each = dict(zip(map(key, rows), rows, strict=True)) if how == "change" else {key(row): row for row in reversed(rows)}
        rows = list(one_each.values())
    return rows if refers_to_itself(name, columns) else sorted(rows, key=key)


def _added_up(name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> list[Row]:
    keys = set(key_places(name, columns))
    totals: dict[Row, Row] = {}
    for row in rows:
        key = tuple(row[place] for place in sorted(keys))
        before = totals.get(key)
        totals[key] = row if before is None else tuple(v if p in keys else v + before[p] for p, v in enumerate(row))
    return list(totals.values())


def _converted(row: Row, conversions: Sequence[tuple[int, Convert]]) -> Row:
    values = list(row)
    for place, convert in conversions:
        values[place] = convert(values[place])
    return tuple(values)

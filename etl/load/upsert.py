"""Writing rows, always many at a time: the one boundary between tuples and SQL.

SQLAlchemy compiles the statement once for each table, the driver runs it over plain tuples (`executemany`). That is four times as fast as
Core inserts and thirty times as fast as adding ORM objects; a way by `COPY` into a staging table would take the place of `_run` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Delete, Insert, Select, Table, and_, bindparam, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.engine import Dialect

from etl.load.batches import IN_LIST, batches
from models import Base

Row = tuple[Any, ...]
Convert = Callable[[Any], Any]
How = Literal["insert", "keep", "change", "add", "delete"]
"""What is done with rows: of those whose key is there already, `keep` leaves alone, `change` overwrites, `add` adds up."""

# Positional parameters, so that rows can be tuples.
_DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(paramstyle="qmark"),
    "postgresql": psycopg.dialect(paramstyle="format"),  # type: ignore[no-untyped-call]
}
_INSERTS: dict[str, Callable[[Table], postgresql.Insert | sqlite.Insert]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


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


def table(name: str) -> Table:
    """Return a table of the store. Raises KeyError for an unknown name."""
    return Base.metadata.tables[name]


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
    if not rows:
        return
    text, getters = _prepared(connection.dialect.name, how, name, columns)
    if getters is None:
        values = list(rows)
    else:
        values = [tuple(row[place] if convert is None else convert(row[place]) for place, convert in getters) for row in rows]
    connection.exec_driver_sql(text, values)


@cache
def _prepared(database: str, how: How, name: str, columns: tuple[str, ...]) -> tuple[str, list[tuple[int, Convert | None]] | None]:
    """Return the statement, and how it takes its values from a row: place and conversion of each; None where it takes the row as it is."""
    dialect, target = _DIALECTS[database], table(name)
    statement = _statement(database, how, target, columns)
    compiled = statement.compile(dialect=dialect, column_keys=list(columns) if isinstance(statement, Insert) else None)
    getters = [(columns.index(column), _converter(target, column, dialect)) for column in compiled.positiontup or columns]
    plain = all(convert is None for _, convert in getters) and [place for place, _ in getters] == list(range(len(columns)))
    return str(compiled), None if plain else getters


def _statement(database: str, how: How, target: Table, columns: tuple[str, ...]) -> Insert | Delete:
    if how == "insert":
        return target.insert()
    if how == "delete":
        return delete(target).where(and_(*(target.c[c] == bindparam(c) for c in columns)))
    new = _INSERTS[database](target)
    keys = list(target.primary_key.columns)
    rest = [target.c[c] for c in columns if not target.c[c].primary_key]
    if how == "add":
        return new.on_conflict_do_update(index_elements=keys, set_={c.name: c + new.excluded[c.name] for c in rest})
    if how == "keep" or not rest:
        return new.on_conflict_do_nothing(index_elements=keys)
    values = {column.name: new.excluded[column.name] for column in rest}
    differs = or_(*(column.is_distinct_from(new.excluded[column.name]) for column in rest))
    return new.on_conflict_do_update(index_elements=keys, set_=values, where=differs)


def _converter(target: Table, column: str, dialect: Dialect) -> Convert | None:
    """Return how a value must be changed before the driver gets it (dates, for SQLite), which `exec_driver_sql` leaves to its caller."""
    return target.c[column].type.dialect_impl(dialect).bind_processor(dialect)

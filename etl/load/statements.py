"""The statements that write rows of a table: made by SQLAlchemy once for each database, table and columns, as text for the driver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sqlalchemy import Boolean, Delete, Insert, Table, and_, bindparam, column, delete, or_, select
from sqlalchemy import table as named_table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.engine import Dialect

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
class RowStatement:
    """A statement for one row at a time. `order`: places of its parameters in a row; None where they stand as in the row."""

    text: str
    order: tuple[int, ...] | None


def table(name: str) -> Table:
    """Return a table of the store. Raises KeyError for an unknown name."""
    return Base.metadata.tables[name]


@cache
def key_places(name: str, columns: tuple[str, ...]) -> tuple[int, ...]:
    """Return where in a row of `columns` the primary key of a table stands."""
    return tuple(columns.index(c.name) for c in table(name).primary_key.columns)


@cache
def refers_to_itself(name: str, columns: tuple[str, ...]) -> bool:
    """Return whether one of `columns` names another row of the table, which must then be written first."""
    target = table(name)
    return any(key.column.table is target for c in columns for key in target.c[c].foreign_keys)


@cache
def converts(database: str, name: str, columns: tuple[str, ...]) -> tuple[tuple[int, Convert], ...]:
    """Return which values of a row (dates, for SQLite) must be changed before the driver gets them, and how."""
    dialect, target = _DIALECTS[database], table(name)
    # Both drivers take True and False as they are.
    types = [(place, target.c[c].type) for place, c in enumerate(columns) if not isinstance(target.c[c].type, Boolean)]
    found = [(place, of_type.dialect_impl(dialect).bind_processor(dialect)) for place, of_type in types]
    return tuple((place, convert) for place, convert in found if convert is not None)


@cache
def for_one_row(database: str, how: How, name: str, columns: tuple[str, ...]) -> RowStatement:
    """Return the statement that does with one row what `how` says."""
    target = table(name)
    statement: Insert | Delete
    if how == "delete":
        statement = delete(target).where(and_(*(target.c[c] == bindparam(c) for c in columns)))
    else:
        statement = _meeting(_INSERTS[database](target), how, columns)
    compiled = statement.compile(dialect=_DIALECTS[database], column_keys=list(columns) if isinstance(statement, Insert) else None)
    order = tuple(columns.index(c) for c in compiled.positiontup or columns)
    return RowStatement(str(compiled), None if order == tuple(range(len(columns))) else order)


@cache
def from_stage(how: How, stage: str, name: str, columns: tuple[str, ...]) -> str:
    """Return Postgres' statement that takes all rows out of the table `stage` and does with them what `how` says, in the order of keys."""
    target = table(name)
    staged = named_table("staged", *(column(c) for c in columns))
    rows = select(*(staged.c[c] for c in columns)).order_by(*(staged.c[c.name] for c in target.primary_key.columns))
    new = postgresql.insert(target).from_select(list(columns), rows)
    text = _meeting(new, how, columns).compile(dialect=_DIALECTS["postgresql"])
    return f"WITH staged AS (DELETE FROM {stage} RETURNING *) {text}"


@cache
def delete_all(name: str, columns: tuple[str, ...]) -> str:
    """Return Postgres' statement that deletes the rows whose `columns` have the values of one place of as many arrays."""
    target = table(name)
    arrays = ", ".join(f"%s::{target.c[c].type.compile(_DIALECTS['postgresql']).split(' COLLATE')[0]}[]" for c in columns)
    same = " AND ".join(f"{name}.{c} = gone.{c}" for c in columns)
    return f"DELETE FROM {name} USING unnest({arrays}) AS gone ({', '.join(columns)}) WHERE {same}"


def _meeting(new: Any, how: How, columns: Sequence[str]) -> Insert:
    """Return an insert with what it does where a row meets one that is there."""
    target: Table = new.table
    keys = list(target.primary_key.columns)
    rest = [target.c[c] for c in columns if not target.c[c].primary_key]
    done: Insert
    if how == "insert":
        done = new
    elif how == "add":
        done = new.on_conflict_do_update(index_elements=keys, set_={c.name: c + new.excluded[c.name] for c in rest})
    elif how == "keep" or not rest:
        done = new.on_conflict_do_nothing(index_elements=keys)
    else:
        values = {c.name: new.excluded[c.name] for c in rest}
        differs = or_(*(c.is_distinct_from(new.excluded[c.name]) for c in rest))
        done = new.on_conflict_do_update(index_elements=keys, set_=values, where=differs)
    return done

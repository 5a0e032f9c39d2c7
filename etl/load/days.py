"""Days as the shelves of the store file them: by number, and without one where no day is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select

from etl.load.upsert import Row, select_in

NO_DAY = 0


def day_of(when: date | None) -> int:
    """Return the ordinal of a day, `NO_DAY` where none is known."""
    return when.toordinal() if when else NO_DAY


def rows_between(
    connection: Connection, query: Select[Any], column: Column[Any], keys: Iterable[int], day: Column[int], first: int, last: int
) -> Iterator[Row]:
    """Yield the rows of `query` whose `column` is one of `keys` and whose `day` lies between two days, and those without a day.

    Two questions, not one with OR: so each is one stretch of the index under each key, however much stands there.
    """
    wanted: Collection[int] = set(keys)
    conditions: tuple[ColumnElement[bool], ...] = (day.between(max(first, NO_DAY + 1), last), day == NO_DAY)
    for condition in conditions:
        yield from select_in(connection, query.where(condition), column, wanted)

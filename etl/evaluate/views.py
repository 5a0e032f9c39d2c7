"""Rows of the contract views, and how their names and days are written in gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, text

from etl.load import batches

BATCH_KEYS = 500


def rows(connection: Connection, query: str, keys: Iterable[int] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a query; where it asks for `:keys`, of as many at a time as one statement takes."""
    if keys is None:
        yield from map(dict, connection.execute(text(query)).mappings())
        return
    asked = text(query).bindparams(bindparam("keys", expanding=True))
    for batch in batches(keys, BATCH_KEYS):
        yield from map(dict, connection.execute(asked, {"keys": batch}).mappings())


def last_part(name: str) -> str:
    """Return the name of a document; of an address what stands last in it."""
    return name.rstrip("/").rpartition("/")[2] if "://" in name else name


def dates_of(meeting: dict[str, Any]) -> str | None:
    """Return first and last day of a row of `v_meetings`, joined by "/"."""
    start, end = first_day(meeting["start_on"]), first_day(meeting["end_on"])
    return f"{start}/{end or start}" if start else None


def first_day(value: Any) -> str | None:
    """Return a day as text: SQLite keeps it so, Postgres returns a date."""
    return str(value)[:10] if value else None

"""Rows of the views, with dates as dates from either database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

_DAYS = frozenset({"start_on", "end_on", "published_on", "first_published_on", "first_seen", "last_seen", "signed_on", "since", "told_on"})


def rows(connection: Connection, sql: str) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a query as mappings by column."""
    for row in connection.execution_options(stream_results=True).execute(text(sql)).mappings():
        yield {name: date.fromisoformat(value) if name in _DAYS and isinstance(value, str) else value for name, value in row.items()}

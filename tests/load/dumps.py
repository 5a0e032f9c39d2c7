"""Whole stores, to be compared."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, select

from models import Base

JOURNAL = frozenset({"runs", "run_stages", "run_items", "quarantine", "source_states", "page_states"})
"""Tables that tell of the runs themselves and when they looked where, and so differ after every run."""


def dump(store: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but the journal, sorted."""
    with store.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in Base.metadata.tables.items()
            if name not in JOURNAL
        }


def rows(store: Engine, sql: str) -> list[tuple[Any, ...]]:
    with store.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def one(store: Engine, sql: str) -> Any:
    (row,) = rows(store, sql)
    (value,) = row
    return value

"""A store copied from one database into another, row by row as it is."""

from __future__ import annotations

from sqlalchemy import Engine, select

from etl.load import batches
from etl.load.upsert import insert
from models import Base
from models.store import refresh_statistics

ROWS = 20_000


def copy_store(source: Engine, target: Engine) -> int:
    """Copy all rows of a store into a migrated one that is empty; return how many."""
    copied = 0
    with source.connect() as reading, target.begin() as writing:
        for table in Base.metadata.sorted_tables:
            columns = [column.name for column in table.columns]
            own = [column.name for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
            rows = reading.execution_options(yield_per=ROWS).execute(select(table).order_by(*(table.c[name].is_not(None) for name in own)))
            for chunk in batches(map(tuple, rows), ROWS):
                insert(writing, table.name, columns, chunk)
                copied += len(chunk)
    with target.begin() as writing:
        refresh_statistics(writing)
    return copied

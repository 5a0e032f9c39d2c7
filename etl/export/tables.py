"""Every table and view as it stands, typed alike from either database."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from etl.export.wanted import ExportError, Wanted
from etl.export.writing import replacing
from models import Base
from models.columns import kind_of, typed
from models.views import VIEWS

ROWS = 20_000
"""Rows that are held at once."""


def write_parquet(connection: Connection, folder: Path, wanted: Wanted) -> dict[str, int]:
    """Write one Parquet file for each table and view: integers, dates, times and flags as such. Returns rows by name."""
    import pyarrow
    import pyarrow.parquet

    kinds = {
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        bool: pyarrow.bool_(),
        date: pyarrow.date32(),
        datetime: pyarrow.timestamp("us", tz="UTC"),
        bytes: pyarrow.large_binary(),
        str: pyarrow.string(),
    }

    def write(columns: Mapping[str, type], batches: Iterator[list[tuple[Any, ...]]], draft: Path) -> int:
        schema = pyarrow.schema([(column, kinds[kind]) for column, kind in columns.items()])
        with pyarrow.parquet.ParquetWriter(draft, schema) as writer:
            count = 0
            for rows in batches:
                arrays = [pyarrow.array([row[i] for row in rows], type=field.type) for i, field in enumerate(schema)]
                writer.write_batch(pyarrow.record_batch(arrays, schema=schema))
                count += len(rows)
        return count

    return _each(connection, folder, wanted, "parquet", write)


def write_csv(connection: Connection, folder: Path, wanted: Wanted) -> dict[str, int]:
    """Write one CSV file for each table and view: a header line, empty cells for nothing, true and false, bytes in hexadecimal."""

    def write(columns: Mapping[str, type], batches: Iterator[list[tuple[Any, ...]]], draft: Path) -> int:
        with draft.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(columns)
            count = 0
            for rows in batches:
                writer.writerows([_cell(value) for value in row] for row in rows)
                count += len(rows)
        return count

    return _each(connection, folder, wanted, "csv", write)


def write_jsonl(connection: Connection, folder: Path, wanted: Wanted) -> dict[str, int]:
    """Write one file of JSON lines for each table and view: an object a row, dates in ISO 8601, bytes in hexadecimal."""

    def write(columns: Mapping[str, type], batches: Iterator[list[tuple[Any, ...]]], draft: Path) -> int:
        with draft.open("w", encoding="utf-8") as stream:
            count = 0
            for rows in batches:
                for row in rows:
                    values = (value if isinstance(value, bool) else _cell(value) for value in row)
                    stream.write(json.dumps(dict(zip(columns, values, strict=True)), ensure_ascii=False) + "\n")
                count += len(rows)
        return count

    return _each(connection, folder, wanted, "jsonl", write)


Writer = Callable[[Mapping[str, type], Iterator[list[tuple[Any, ...]]], Path], int]


def _each(connection: Connection, folder: Path, wanted: Wanted, suffix: str, write: Writer) -> dict[str, int]:
    known = [*VIEWS, *sorted(Base.metadata.tables)]
    if unknown := [name for name in wanted.tables if name not in known]:
        raise ExportError(f"no table or view is called {', '.join(unknown)}")
    counts = {}
    for name in wanted.tables or known:
        result = connection.execution_options(stream_results=True).execute(text(f"SELECT * FROM {name}"))
        columns = {column: kind_of(name, column) for column in result.keys()}  # noqa: SIM118
        batches = (list(typed(rows, tuple(columns.values()))) for rows in result.partitions(ROWS))
        with replacing(folder / f"{name}.{suffix}") as draft:
            counts[name] = write(columns, batches, draft)
    return counts


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value

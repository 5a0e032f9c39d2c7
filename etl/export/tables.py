"""Every table and view as it stands, typed alike from either database."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Connection, Date, DateTime, Float, Integer, LargeBinary, TypeDecorator, text

from etl.export.wanted import ExportError, Wanted
from etl.export.writing import replacing
from models import Base
from models.views import VIEWS

if TYPE_CHECKING:
    pass

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
        columns = {column: _kind(name, column) for column in result.keys()}  # noqa: SIM118
        readers = [_READ[kind] for kind in columns.values()]
        batches = (
            [tuple(None if v is None else read(v) for read, v in zip(readers, row, strict=True)) for row in rows]
            for rows in result.partitions(ROWS)
        )
        with replacing(folder / f"{name}.{suffix}") as draft:
            counts[name] = write(columns, batches, draft)
    return counts


def _typed(rows: Iterable[Sequence[Any]], readers: Sequence[Callable[[Any], Any]]) -> list[tuple[Any, ...]]:
    return [tuple(None if value is None else read(value) for read, value in zip(readers, row, strict=True)) for row in rows]


def _kind(table: str, column: str) -> type:
    """What a column holds. Those of views are called as in the tables that they come from; counts are theirs alone."""
    if table in Base.metadata.tables:
        return _python(Base.metadata.tables[table].columns[column].type)
    if column.endswith("_count"):
        return int
    return _by_name().get(column, str)


@cache
def _by_name() -> dict[str, type]:
    found: dict[str, set[type]] = {}
    for table in Base.metadata.tables.values():
        for column in table.columns:
            found.setdefault(column.name, set()).add(_python(column.type))
    kinds = {name: next(iter(types)) for name, types in found.items() if len(types) == 1}
    return kinds | _OF_VIEWS


_OF_VIEWS: dict[str, type] = {
    **dict.fromkeys(
        (
            "agreement_id", "article_id", "articles", "claim_id", "claims", "cluster_id", "covered_by", "day_of_month", "day_of_year",
            "document_id", "documents", "duplicate_of", "entity_id", "initiative_id", "iso_week", "iso_year", "meeting_id",
            "meeting_report_id", "meetings", "mention_id", "month", "other_article_id", "other_end", "other_start", "part_of", "person_id",
            "person_reference_id", "quarantined", "quarter", "run_id", "statement_id", "topic_id", "weekday", "year",
        ),
        int,
    ),
    **dict.fromkeys(
        ("date", "first_claimed_on", "first_published_on", "first_seen", "last_published_on", "last_seen", "month_start", "week_start"),
        date,
    ),
    **dict.fromkeys(("other_share", "seconds", "share"), float),
    "position": str,
}  # fmt: skip
"""Columns that only views have, or that they call otherwise than the tables."""


def _python(kind: Any) -> type:
    kind = kind.impl if isinstance(kind, TypeDecorator) else kind
    for sql, python in ((Boolean, bool), (Integer, int), (Float, float), (DateTime, datetime), (Date, date), (LargeBinary, bytes)):
        if isinstance(kind, sql):
            return python
    return str


def _date(value: Any) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _datetime(value: Any) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


_READ: Mapping[type, Callable[[Any], Any]] = {
    int: int,
    float: float,
    bool: bool,
    bytes: bytes,
    str: str,
    date: _date,
    datetime: _datetime,
}
"""How a value of either database becomes one of Python."""


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value

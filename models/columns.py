"""What the columns of tables and views hold, and how a value of either database becomes one of Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Float, Integer, LargeBinary, TypeDecorator

from models.base import Base


def kind_of(table: str, column: str) -> type:
    """Return what a column of a table or view holds.

    Those of views are called as in the tables that they come from; counts are theirs alone.
    """
    if table in Base.metadata.tables:
        return _python(Base.metadata.tables[table].columns[column].type)
    if column.endswith("_count"):
        return int
    return _by_name().get(column, str)


def typed(rows: Iterable[Sequence[Any]], kinds: Sequence[type]) -> Iterator[tuple[Any, ...]]:
    """Yield rows of a database with each value as the kind of its column, None where there is none."""
    readers = [_READ[kind] for kind in kinds]
    for row in rows:
        yield tuple(None if value is None else read(value) for read, value in zip(readers, row, strict=True))


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

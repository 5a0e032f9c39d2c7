"""The declarative base, and the column idioms that recur in every table, each named once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column

KEY_TYPE = BigInteger().with_variant(Integer(), "sqlite")
"""63-bit keys. SQLite's INTEGER holds 64 bits, and only that spelling makes the key the table's rowid."""

TEXT_TYPE = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared by code point, as SQLite does, so that both databases sort names alike whatever the server's locale."""


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Takes and returns aware datetimes in UTC; SQLite, which knows no zones, stores the UTC wall clock."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What a value of the column is in Python."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware datetime into UTC. Raises ValueError for a naive one: nobody could say which instant it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone; use datetime.now(UTC)")
        return value.astimezone(UTC).replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant as an aware datetime in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Root of all tables: naming convention of constraints, and which SQL type a Python type becomes."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy reads it, and wants a plain dict)
        bool: Boolean(),
        bytes: LargeBinary(),
        date: Date(),
        datetime: UtcDateTime(),
        float: Float(),
        int: Integer(),
        str: TEXT_TYPE,
    }

    def __init_subclass__(cls, **options: Any) -> None:
        """Lift the CHECKs that columns bring along to their table, where Alembic sees them."""
        super().__init_subclass__(**options)
        table = cls.__table__
        if isinstance(table, Table):
            for column in table.columns:
                for check in [c for c in column.constraints if isinstance(c, CheckConstraint)]:
                    column.constraints.remove(check)
                    table.append_constraint(CheckConstraint(check.sqltext, name=check.name))


def vocabulary_check(column: str, words: Sequence[str]) -> CheckConstraint:
    """Return the CHECK that `column` holds one of `words` (or NULL, where the column allows it), named after the column."""
    return CheckConstraint(f"{column} IN ({', '.join(repr(word) for word in words)})", name=column)


def word(
    column: str, words: Sequence[str], comment: str, *, nullable: bool = False, index: bool = False, key: bool = False
) -> MappedColumn[Any]:
    """Return a column for one word of a vocabulary.

    The CHECK travels inside the column, not in `__table_args__`, so that no misspelling can lose it.
    """
    return mapped_column(
        column,
        TEXT_TYPE,
        vocabulary_check(column, words),
        nullable=nullable,
        index=index,
        primary_key=key,
        comment=f"{comment} One of: {', '.join(words)}.",
        info={"vocabulary": tuple(words)},
    )


def key(natural: str) -> MappedColumn[int]:
    """Return the primary key `id`; `natural` says which columns the client derives it from."""
    return mapped_column(
        KEY_TYPE,
        primary_key=True,
        autoincrement=False,
        comment=f"Stable 63-bit key, made by the client: {natural}.",
    )


def ref(
    target: str, comment: str, *, key: bool = False, nullable: bool = False, ondelete: str | None = None, index: bool | None = None
) -> MappedColumn[Any]:
    """Return a foreign key to `target` ("table.column").

    `key` makes it (part of) the primary key. It is indexed unless it is part of the key; `index=True` indexes it all the same
    (needed for every part of a composite key but the first).
    """
    return mapped_column(
        KEY_TYPE,
        ForeignKey(target, ondelete=ondelete),
        primary_key=key,
        nullable=nullable and not key,
        index=not key if index is None else index,
        comment=comment,
    )


def where_filled(name: str, *columns: str, include: Sequence[str] = ()) -> Index:
    """Return an index of the rows that have a value in the first of `columns`, which most rows leave empty.

    In Postgres it holds `include` too. SQLite's indexes hold the key anyway.
    """
    filled = text(f"{columns[0]} IS NOT NULL")
    return Index(name, *columns, sqlite_where=filled, postgresql_where=filled, postgresql_include=list(include))


def position(comment: str, *, name: str = "ordinal", key: bool = False) -> MappedColumn[int]:
    """Return a column that counts rows within their parent, from 0."""
    return mapped_column(
        name,
        Integer,
        CheckConstraint(f"{name} >= 0", name=name),
        primary_key=key,
        nullable=False,
        comment=comment,
    )


def rule() -> MappedColumn[str]:
    """Return the column that says which rule of the extractor made the row."""
    return mapped_column(TEXT_TYPE, nullable=False, comment="Name of the extraction rule that made this row.")


def confidence() -> MappedColumn[float]:
    """Return the column that says how far the extractor trusts the row, from 0 to 1."""
    return mapped_column(
        Float,
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence"),
        nullable=False,
        comment="How far the extractor trusts this row, from 0 (a guess) to 1 (certain).",
    )


def span_start(what: str, *, prefix: str = "char", key: bool = False, nullable: bool = False) -> MappedColumn[Any]:
    """Return `<prefix>_start`: where a span opens, in Unicode code points."""
    return mapped_column(
        f"{prefix}_start",
        Integer,
        CheckConstraint(f"{prefix}_start >= 0", name=f"{prefix}_start"),
        primary_key=key,
        nullable=nullable,
        comment=f"Offset of the first character of {what}, in Unicode code points from 0.",
    )


def span_end(
    what: str, *, prefix: str = "char", key: bool = False, nullable: bool = False, may_be_empty: bool = False
) -> MappedColumn[Any]:
    """Return `<prefix>_end`: where a half-open span closes. A span's two ends are both there or both missing."""
    start, end = f"{prefix}_start", f"{prefix}_end"
    return mapped_column(
        end,
        Integer,
        CheckConstraint(f"{end} {'>=' if may_be_empty else '>'} {start}", name=end),
        *([CheckConstraint(f"({start} IS NULL) = ({end} IS NULL)", name=f"{prefix}_span")] if nullable else []),
        primary_key=key,
        nullable=nullable,
        comment=f"Offset after the last character of {what}, in Unicode code points.",
    )


def dated(column: str, precision: str) -> CheckConstraint:
    """Return the CHECK that a date is missing exactly when its precision is unknown."""
    return CheckConstraint(f"({column} IS NULL) = ({precision} = 'unknown')", name=f"{column}_known")

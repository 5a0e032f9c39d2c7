"""Asks a documented question of a store."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, text

from etl.queries import QuestionError, Result, actor_name, initiative_name, person_name
from etl.questions.library import Question

_NAMES: Mapping[str, Callable[[str], str]] = {
    "actor": actor_name,
    "other": actor_name,
    "initiative": initiative_name,
    "person": person_name,
    "speaker": person_name,
}
"""Parameters that name somebody or something: "Kazakhstan" and "SCO" are asked for as the views write them."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD = frozenset({"since", "until", "day"})
_MAPPED_BYTES = 1 << 31
"""So much of a SQLite file is read in place; SQLite itself may have been built for less."""


def ask(connection: Connection, question: Question, params: Mapping[str, str] | None = None) -> Result:
    """Return the answer of a question, with the parameters given and the defaults of the others; dates are dates on either database.

    Raises QuestionError for a parameter that the question does not have, or a day or number that is none.
    """
    given = dict(params or {})
    for name, value in given.items():
        if name not in question.params:
            raise QuestionError(f"{question.name} has no parameter {name!r}; it has {', '.join(question.params) or 'none'}")
        _check(name, value, question.params[name])
        given[name] = _NAMES[name](value) if name in _NAMES else value
    _read_in_place(connection)
    found = connection.execute(text(question.sql), {**question.params, **given})
    columns = tuple(found.keys())
    rows = [tuple(row) for row in found]
    days = {i for i in range(len(columns)) if _are_days([row[i] for row in rows])}
    return Result(columns, tuple(tuple(_value(value, i in days) for i, value in enumerate(row)) for row in rows))


def _read_in_place(connection: Connection) -> None:
    """Let SQLite read the file where the system keeps it, without copying each page. Postgres does as it does.

    Who asks does so, not who writes: what is mapped counts as memory of the process, as far as it was read.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA mmap_size = {_MAPPED_BYTES}")


def _check(name: str, value: str, default: str) -> None:
    """A wrong day would find nothing on SQLite without a word, and be an error of the server on Postgres."""
    try:
        if name in _PERIOD:
            date.fromisoformat(value)
        elif re.fullmatch(r"[\d.]+", default):
            float(value)
    except ValueError as error:
        wanted = "a day (YYYY-MM-DD)" if name in _PERIOD else "a number"
        raise QuestionError(f"{name} must be {wanted}, not {value!r}") from error


def _are_days(values: list[Any]) -> bool:
    """SQLite keeps days as text."""
    told = [value for value in values if value is not None]
    return bool(told) and all(isinstance(value, str) and _DAY.fullmatch(value) for value in told)


def _value(value: Any, day: bool) -> Any:
    if day and value is not None:
        return date.fromisoformat(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value

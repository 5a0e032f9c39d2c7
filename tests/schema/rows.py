"""Rows for any table: the least that its constraints ask for, parents included."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy import Column, Connection, insert

from models import Base

PRESETS: dict[str, dict[str, Any]] = {
    "articles": {"dated_by": "unknown"},
    "judgement_anchors": {"name": "Somebody"},
    "judgements": {"decision": "accept"},
    "mentions": {"kind": "place"},
}
"""What a valid row needs beyond a value of the right type in each column that wants one."""

NEEDED = {"meeting_participants": ("actor_id",), "meeting_report_participants": ("actor_id",)}
"""Columns that a CHECK wants filled although they may be NULL."""


class Rows:
    """Inserts rows through a connection; every value is new, so that no two rows collide."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.numbers = count(1)

    def add(self, name: str, /, **given: Any) -> dict[str, Any]:
        """Insert a row into table `name` with the values given and inserted parents; return its values."""
        values = self.make(name, **given)
        self.connection.execute(insert(Base.metadata.tables[name]).values(values))
        return values

    def make(self, name: str, /, **given: Any) -> dict[str, Any]:
        """Return the values of a row that `add` would insert. Its parents are inserted."""
        table = Base.metadata.tables[name]
        values: dict[str, Any] = {**PRESETS.get(name, {}), **given}
        for column in table.columns:
            wanted = not column.nullable or column.name in NEEDED.get(name, ())
            if column.name not in values and wanted and column.server_default is None:
                values[column.name] = self._value(column)
        return values

    def _value(self, column: Column[Any]) -> Any:
        if column.foreign_keys:
            target = next(iter(column.foreign_keys)).column
            return self.add(target.table.name)[target.name]
        if words := column.info.get("vocabulary"):
            # "unknown" goes with the dates that are left out.
            return "unknown" if "unknown" in words else words[0]
        if column.name.endswith("_start"):
            return 0
        if column.name.endswith("_end"):
            return 5
        number = next(self.numbers)
        if column.name == "alpha2":
            return chr(65 + number // 26 % 26) + chr(65 + number % 26)
        kind = column.type.python_type
        by_type = {
            int: number,
            str: f"{column.name} {number}",
            bool: False,
            float: 0.5,
            bytes: b"content",
            date: date(2024, 7, 3),
            datetime: datetime(2024, 7, 3, 12, tzinfo=UTC),
        }
        return by_type[kind]

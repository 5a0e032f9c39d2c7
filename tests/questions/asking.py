"""Reads the questions of `docs/questions` and asks them of a store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "questions"

_HEADER = re.compile(
    r"-- (?P<number>\d\d) (?P<title>[^\n]+)\n--\n-- (?P<question>[^\n]+\?)\n--\n"
    r"(?P<params>(?:-- param [a-z_]+: [^\n]+\n)*)-- columns: (?P<columns>[^\n]+)\n--\n-- "
)


@dataclass(frozen=True, slots=True)
class Question:
    """A file of `docs/questions`: what its header states, and its SQL, comments included."""

    number: int
    title: str
    question: str
    params: Mapping[str, str]
    columns: tuple[str, ...]
    sql: str
    path: Path

    def ask(self, engine: Engine, **params: str) -> list[dict[str, Any]]:
        """Return the answer as dicts of text and numbers; parameters that are not given have their defaults. Dates become ISO 8601 text."""
        with engine.connect() as connection:
            found = connection.execute(text(self.sql), {**self.params, **params})
            assert tuple(found.keys()) == self.columns
            return [
                {key: value if value is None or isinstance(value, int) else str(value) for key, value in row._mapping.items()}
                for row in found
            ]


@cache
def questions() -> tuple[Question, ...]:
    """All questions, in the order of their numbers."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.sql")))


def question(number: int) -> Question:
    """The question with this number."""
    return next(q for q in questions() if q.number == number)


def _read(path: Path) -> Question:
    sql = path.read_text(encoding="utf-8")
    header = _HEADER.match(sql)
    assert header, f"{path.name} does not begin with a header like the others"
    return Question(
        number=int(header["number"]),
        title=header["title"],
        question=header["question"],
        params=dict(re.findall(r"^-- param ([a-z_]+): (.+)$", header["params"], re.MULTILINE)),
        columns=tuple(header["columns"].split(", ")),
        sql=sql,
        path=path,
    )

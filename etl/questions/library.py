"""Reads the SQL files of the documented questions: what a header states, and its SQL."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.queries import QuestionError

_PACKAGED = Path(__file__).resolve().parent / "sql"
_IN_THE_TREE = Path(__file__).resolve().parents[2] / "docs" / "questions"

_HEADER = re.compile(
    r"-- (?P<number>\d\d) (?P<title>[^\n]+)\n--\n-- (?P<question>[^\n]+\?)\n--\n"
    r"(?P<params>(?:-- param [a-z_]+: [^\n]+\n)*)-- columns: (?P<columns>[^\n]+)\n--\n(?P<notes>(?:-- [^\n]+\n)+)"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A documented question: what its header states, and its SQL, comments included.

    `name` is the file's name without number and ending; `params` maps each parameter to its default; `columns` are those of the answer.
    """

    name: str
    number: int
    title: str
    question: str
    params: Mapping[str, str]
    columns: tuple[str, ...]
    notes: str
    sql: str
    file: str


@cache
def questions() -> tuple[Question, ...]:
    """Return all questions, in the order of their numbers."""
    folder = _PACKAGED if _PACKAGED.is_dir() else _IN_THE_TREE
    return tuple(_read(path) for path in sorted(folder.glob("[0-9][0-9]-*.sql")))


def find_question(wanted: str) -> Question:
    """Return the question of a name (`busiest-people`), number (`9`, `09`) or file name. Raises QuestionError, naming the nearest."""
    plain = wanted.strip().lower().removesuffix(".sql")
    for question in questions():
        if plain in (question.name, f"{question.number:02}-{question.name}") or (plain.isdecimal() and int(plain) == question.number):
            return question
    near = difflib.get_close_matches(plain, [question.name for question in questions()], n=3, cutoff=0.5)
    hint = f"; near it: {', '.join(near)}" if near else ""
    raise QuestionError(f"no question is called {wanted!r}{hint}: `communique query` lists them")


def _read(path: Path) -> Question:
    sql = path.read_text(encoding="utf-8")
    header = _HEADER.match(sql)
    if not header:
        raise ValueError(f"{path.name} does not begin with a header like the others")
    return Question(
        name=path.stem[3:],
        number=int(header["number"]),
        title=header["title"],
        question=header["question"],
        params=dict(re.findall(r"^-- param ([a-z_]+): (.+)$", header["params"], re.MULTILINE)),
        columns=tuple(header["columns"].split(", ")),
        notes=" ".join(line.removeprefix("-- ") for line in header["notes"].splitlines()),
        sql=sql,
        file=path.name,
    )

"""Every question runs on both databases and gives the columns that its header states, from the contract views alone."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import Engine

from .asking import FOLDER, Question, question, questions

each_question = pytest.mark.parametrize("asked", questions(), ids=lambda q: q.path.stem)

SAMPLES: dict[int, dict[str, str]] = {
    1: {"person": "Wiratno Hadikusuma", "since": "2023-05-01", "until": "2023-05-31"},
    2: {"article": "Small ports%", "since": "2023-05-01", "until": "2023-05-31"},
    3: {"initiative": "Clean Bays Compact"},
    4: {"principle": "One-China principle"},
    5: {"actor": "RU"},
    8: {"speaker": "%"},
    9: {"since": "2023-05-01", "until": "2023-05-31", "at_least": "2"},
    11: {"speaker": "Oriwa%"},
    12: {"topic": "%tariffs%"},
    14: {"article": "Small ports%"},
    15: {"at_least": "2"},
    16: {"year": "2022"},
    18: {"state": "%"},
}
"""What to ask of the sample articles so that there is an answer. The other questions have none in them."""


def test_questions_are_numbered_from_1_to_20() -> None:
    assert [q.number for q in questions()] == list(range(1, 21))
    assert all(q.path.name.startswith(f"{q.number:02}-") for q in questions())


@each_question
def test_header_declares_the_parameters_that_are_used(asked: Question) -> None:
    assert set(asked.params) == set(re.findall(r"(?<![:\w]):(\w+)", asked.sql))


@each_question
def test_only_the_views_of_the_contract_are_read(asked: Question) -> None:
    code = re.sub(r"--[^\n]*", "", asked.sql)
    named_here = set(re.findall(r"(?:\bWITH(?: RECURSIVE)?|,)\s+(\w+)(?: \(\w+\))? AS \(", code))
    read = set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", code)) - named_here
    assert read
    assert all(name.startswith("v_") for name in read), read


@each_question
@pytest.mark.parametrize("database", ["samples_sqlite", "samples_postgres"])
def test_runs_with_its_defaults(asked: Question, database: str, request: pytest.FixtureRequest) -> None:
    asked.ask(request.getfixturevalue(database))


@each_question
def test_both_databases_answer_alike(asked: Question, samples_sqlite: Engine, samples_postgres: Engine) -> None:
    params = SAMPLES.get(asked.number, {})
    answer = asked.ask(samples_sqlite, **params)
    assert _counted(answer) == _counted(asked.ask(samples_postgres, **params))
    if asked.number in SAMPLES:
        assert answer


@each_question
def test_runs_as_it_stands_with_named_binds(asked: Question, samples_sqlite: Engine) -> None:
    connection = sqlite3.connect(f"file:{samples_sqlite.url.database}?mode=ro", uri=True)
    try:
        cursor = connection.execute(asked.sql, dict(asked.params))
        assert tuple(column[0] for column in cursor.description) == asked.columns
    finally:
        connection.close()


def test_a_transcript_is_quoted_in_full(samples_sqlite: Engine) -> None:
    answer = question(11).ask(samples_sqlite, speaker="Darko Velimirović")
    assert {row["extent"] for row in answer} == {"full"}


def test_readme_lists_every_question() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((\d\d-[a-z-]+\.sql)\)", readme) == [q.path.name for q in questions()]
    for asked in questions():
        assert asked.question in readme, asked.path.name


def _counted(answer: list[dict[str, Any]]) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row.values()) for row in answer)

"""Asks the questions of `docs/questions` of a store, as plain text and numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from etl.questions import Question, ask, find_question

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "questions"


def answer_of(question: Question, engine: Engine, **params: str) -> list[dict[str, Any]]:
    """Return the answer as dicts of text and numbers; dates are ISO 8601 text."""
    with engine.connect() as connection:
        found = ask(connection, question, params)
    assert found.columns == question.columns
    return [
        {key: value if value is None or isinstance(value, int | float) else str(value) for key, value in row.items()}
        for row in found.records()
    ]


def question(number: int) -> Question:
    """The question with this number."""
    return find_question(str(number))

"""Answers of the documented questions, and the list of the questions themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from etl.queries import Result
from etl.report.tables import Format, Listing, print_json, print_listing

if TYPE_CHECKING:
    from etl.questions import Question

_QUESTIONS = Listing(columns=(("number", ""), ("name", "name"), ("question", "question"), ("params", "parameters")), empty="no questions")


def print_questions(questions: Sequence[Question], form: Format) -> None:
    """Print the questions with their parameters and defaults."""
    if form is Format.JSON:
        print_json(
            [
                {
                    "number": q.number,
                    "name": q.name,
                    "title": q.title,
                    "question": q.question,
                    "params": dict(q.params),
                    "columns": list(q.columns),
                    "notes": q.notes,
                }
                for q in questions
            ]
        )
        return
    rows = ((q.number, q.name, q.question, "; ".join(f"{key}={value}" for key, value in q.params.items())) for q in questions)
    print_listing(Result(("number", "name", "question", "params"), tuple(rows)), _QUESTIONS, form)


def print_answer(answer: Result, form: Format) -> None:
    """Print an answer. The table leaves out keys, which lead from JSON and CSV back to the views."""
    shown = tuple((column, column.replace("_", " ")) for column in answer.columns if not column.endswith("_id"))
    print_listing(answer, Listing(columns=shown, empty="nothing in the database answers this"), form)


def write_parquet(answer: Result, file: Path) -> None:
    """Write an answer into a Parquet file, columns by name. Raises RunError without pyarrow."""
    from etl.errors import RunError

    try:
        import pyarrow
        import pyarrow.parquet
    except ModuleNotFoundError as error:
        raise RunError("Parquet needs pyarrow: pip install 'communique[parquet]'") from error
    columns = {name: [row[i] for row in answer.rows] for i, name in enumerate(answer.columns)}
    pyarrow.parquet.write_table(pyarrow.table(columns), file)

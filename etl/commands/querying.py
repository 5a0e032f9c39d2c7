"""The documented questions, listed and asked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.options import DEFAULT_DATABASE, AsCsv, AsJson, Database
from etl.commands.running import WRONG_USE, errors, form_of, stop


def query(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A question's name or number. Without it, all are listed.")] = None,
    param: Annotated[list[str] | None, typer.Option("--param", metavar="KEY=VALUE", help="A parameter. May be given again.")] = None,
    sql: Annotated[bool, typer.Option("--sql", help="Print the question's SQL, with what it says of itself, and ask nothing.")] = False,
    parquet: Annotated[Path | None, typer.Option("--parquet", metavar="FILE", help="Write the answer into a Parquet file.")] = None,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Ask a documented question, or list them all with their parameters."""
    form = form_of(as_json, as_csv)
    params = dict(_pair(given) for given in param or [])
    with errors():
        from etl.questions import ask, find_question, questions
        from etl.report import Format, print_answer, print_questions, write_parquet

        if name is None:
            print_questions(questions(), Format(form))
            return
        question = find_question(name)
        if sql:
            print(question.sql, end="")
            return
        from etl.queries import reading

        with reading(db) as connection:
            answer = ask(connection, question, params)
        if parquet:
            write_parquet(answer, parquet)
            print(f"{parquet}: {len(answer.rows)} rows")
        else:
            print_answer(answer, Format(form))


def _pair(given: str) -> tuple[str, str]:
    key, equals, value = given.partition("=")
    if not equals or not key:
        stop(f"--param takes KEY=VALUE, not {given!r}", WRONG_USE)
    return key.strip(), value

"""What people decide."""

from __future__ import annotations

from typing import Annotated

import typer

from etl.commands.options import DEFAULT_DATABASE, DEFAULT_READER, AsCsv, AsJson, Author, Database, ReaderName
from etl.commands.running import errors, form_of


def judge(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="same, different, merge, reject, accept, set or rename.")],
    words: Annotated[
        list[str], typer.Argument(metavar="WORD", help="Ids, as --json prints them; after set: ID FIELD VALUE; after rename: ID NAME.")
    ],
    author: Author = None,
    note: Annotated[str | None, typer.Option("--note", metavar="WHY", help="Why.")] = None,
    reader: ReaderName = DEFAULT_READER,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Record what you decide of a meeting, statement, claim, report, mention or person. It outlives every reading and rebuilding.

    What can be set: speaker and act of a claim; date, place, kind and status of a meeting.
    """
    with errors():
        from etl.decisions import judge as record
        from etl.report import print_recorded

        print_recorded(record(db, decision, words, author=author, note=note, reader=reader))


def review(
    kind: Annotated[
        str | None, typer.Option(help="Only these: meeting, statement, person, initiative, organization or claim. Default: all by turns.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Ask at most so many questions.")] = 20,
    author: Author = None,
    reader: ReaderName = DEFAULT_READER,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Ask you about what is least certain: joins near their threshold, new names, claims of low confidence. Answers are judgements."""
    with errors():
        from etl.decisions import review as walk
        from etl.report import ask_person, print_reviewed

        print_reviewed(walk(db, ask_person, kind=kind, limit=limit, author=author, reader=reader))


def judgements(
    action: Annotated[str, typer.Argument(metavar="ACTION", help="list, drop (with ids), export or import (with a CSV file).")],
    words: Annotated[list[str] | None, typer.Argument(metavar="WORD", help="Ids of judgements, or the file.")] = None,
    reader: ReaderName = DEFAULT_READER,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List what people decided and whether it holds here; drop it; take it to a CSV file and back."""
    form = form_of(as_json, as_csv)
    with errors():
        from etl.decisions import act_on_judgements
        from etl.report import Format, print_judgements

        print_judgements(act_on_judgements(db, action, words or [], reader=reader), Format(form))

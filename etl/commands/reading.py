"""Making a database, and reading what a person names into it."""

from __future__ import annotations

from typing import Annotated

import typer

from etl.commands.options import DEFAULT_DATABASE, DEFAULT_READER, AsJson, Database, ReaderName
from etl.commands.running import QUARANTINED, WRONG_USE, errors, stop


def init(db: Database = DEFAULT_DATABASE) -> None:
    """Create or upgrade the database and load the reference data."""
    with errors():
        from etl.load import prepare_store
        from etl.report import print_prepared

        print_prepared(prepare_store(db))


def ingest(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, folders or globs.")] = None,
    samples: Annotated[bool, typer.Option("--samples", help="Take the sample articles that come with communique.")] = False,
    reader: ReaderName = DEFAULT_READER,
    db: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """Read articles into the database. The same articles again, read in the same way, change nothing."""
    if not paths and not samples:
        stop("name at least one PATH, or --samples for the sample articles", WRONG_USE)
    with errors():
        from etl.intake import ingest as ingest_paths
        from etl.intake import sample_paths
        from etl.queries import find_initiatives, find_meetings, reading
        from etl.report import ProgressLine, print_next_commands, print_report

        with ProgressLine() as progress:
            report = ingest_paths([*(paths or []), *(sample_paths() if samples else [])], db, reader=reader, on_progress=progress)
        print_report(report, as_json=as_json)
        if not as_json:
            with reading(db) as connection:
                print_next_commands(find_meetings(connection), find_initiatives(connection), None if db == DEFAULT_DATABASE else db)
    if report.quarantined:
        raise typer.Exit(QUARANTINED)

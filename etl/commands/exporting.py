"""The store in the forms that other programs read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etl.commands.options import DEFAULT_DATABASE, Database, Day
from etl.commands.running import errors


class Form(StrEnum):
    """The forms of `etl.export`, which is not imported until the command runs."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"
    EVENTS = "events"
    FTM = "ftm"
    GEXF = "gexf"
    GRAPHML = "graphml"
    ICAL = "ical"


def export(
    form: Annotated[Form, typer.Argument(help="What for: tables and views (parquet, csv, jsonl), or one file (all others).")],
    out: Annotated[Path, typer.Option(metavar="PATH", help="Where to write: a folder for tables and views, else a file.")],
    since: Day = None,
    until: Day = None,
    table: Annotated[list[str] | None, typer.Option("--table", metavar="NAME", help="Only this table or view. May be given again.")] = None,
    nodes: Annotated[str, typer.Option(help="Who the nodes of a network are: people or actors.")] = "people",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write the database in a form that other programs read: tables, event data, entities, a network, a calendar."""
    with errors():
        from etl.export import Wanted, export
        from etl.queries import reading

        wanted = Wanted(since.date() if since else None, until.date() if until else None, tuple(table or ()), nodes)
        with reading(db) as connection:
            counts = export(connection, form, out, wanted)
    print(f"{out}: {', '.join(f'{count:,} {name}' for name, count in counts.items())}")

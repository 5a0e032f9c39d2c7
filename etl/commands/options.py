"""Arguments and options that several commands have in common."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_DATABASE = "communique.sqlite"
DEFAULT_READER = "rules"
DEFAULT_CONFIG = Path("communique.toml")


class Engine(StrEnum):
    """What does the work of a command."""

    processes = "processes"
    dask = "dask"


Database = Annotated[
    str,
    typer.Option(
        "--db",
        metavar="DATABASE",
        envvar="COMMUNIQUE_DATABASE_URL",
        help="Database: a SQLite file, sqlite:///FILE or postgresql://USER@HOST/NAME.",
    ),
]
ConfiguredDatabase = Annotated[
    str | None, typer.Option("--db", metavar="DATABASE", help="Database. Default: what the configuration or COMMUNIQUE_DATABASE_URL says.")
]
ConfigFile = Annotated[Path, typer.Option("--config", metavar="FILE", help="Sources and settings.")]
ReaderName = Annotated[
    str,
    typer.Option(
        "--reader",
        metavar="NAME",
        help="How articles are read: rules, or by an installed spaCy pipeline (its name or folder) beside the rules.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Print at most so many.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that extract.")]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who decides. Default: the user of the system.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]

"""Arguments and options that several commands have in common."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etl.commands.running import errors

DEFAULT_DATABASE = "communique.sqlite"
DEFAULT_READER = "rules"
DEFAULT_CONFIG = Path("communique.toml")


def _configured_database(context: typer.Context, value: str) -> str:
    """Return the database that was named, else that of `communique.toml` in the working folder, where the nightly job writes."""
    source = context.get_parameter_source("db")
    if source is None or source.name != "DEFAULT" or not DEFAULT_CONFIG.is_file():
        return value
    with errors():
        from etl.config import load_settings

        return load_settings(DEFAULT_CONFIG).database_url


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
        callback=_configured_database,
        help="Database: a SQLite file, sqlite:///FILE or postgresql://USER@HOST/NAME. A communique.toml here may name another.",
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

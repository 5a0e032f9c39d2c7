"""Dashboards for BI tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.options import DEFAULT_DATABASE, Database
from etl.commands.running import errors


def bi_superset(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write into.")],
    name: Annotated[str, typer.Option(metavar="NAME", help="What the database is called in Superset.")] = "Communique",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write a bundle that Apache Superset imports: the database, datasets, charts and two dashboards. It holds no password."""
    with errors():
        from etl.bi import superset

        print(superset(db, out, name))

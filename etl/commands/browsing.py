"""The store in the web browser."""

from __future__ import annotations

from typing import Annotated

import typer

from etl.commands.options import DEFAULT_DATABASE, Database
from etl.commands.running import errors


def browse(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8001,
    host: Annotated[
        str, typer.Option(help="Address to listen on. Others than this machine see it where this is not its own.")
    ] = "127.0.0.1",
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Show the database in the web browser, read-only: views, questions, a dashboard, and articles with their claims highlighted."""
    with errors():
        from etl.browse import serve

        serve(db, host=host, port=port, open_browser=not no_open)

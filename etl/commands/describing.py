"""The store described."""

from __future__ import annotations

from typing import Annotated

import typer

from etl.commands.running import FAILED, stop


def schema(
    diagram: Annotated[bool, typer.Option("--diagram", help="Print entity-relationship diagrams in Mermaid instead.")] = False,
) -> None:
    """Print the data dictionary: every table and column of the store, and what it means."""
    from models import description

    if not diagram:
        print(description.dictionary(), end="")
        return
    try:
        drawn = description.diagrams()
    except ModuleNotFoundError as error:
        stop(f"a diagram needs {error.name}: pip install 'communique[schema]'", FAILED)
    for heading, text in drawn.items():
        print(f"%% {heading}\n{text}")

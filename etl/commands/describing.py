"""The store described, and who may read it."""

from __future__ import annotations

from typing import Annotated

import typer

from etl.commands.options import DEFAULT_DATABASE, Database
from etl.commands.running import FAILED, errors, stop


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


def grants(
    role: Annotated[str, typer.Option(metavar="NAME", help="The role, made where there is none.")],
    apply: Annotated[bool, typer.Option("--apply", help="Make it so, instead of printing the SQL.")] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Print or create a role of Postgres that can read the views and nothing else."""
    with errors():
        from etl.load import grant
        from etl.load import grants as statements

        if apply:
            grant(db, role)
            print(f"{role} reads the views and nothing else; give it a password: ALTER ROLE … PASSWORD …")
        else:
            print("".join(f"{statement};\n" for statement in statements(db, role)), end="")

"""The store described: a data dictionary and entity-relationship diagrams, made from the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import Any

from models import Base

GROUPS = {
    "reference": "Reference: who and what there is",
    "sources": "Sources: what was read",
    "copies": "Copies: which articles repeat others",
    "observed": "Observed: what one article says",
    "resolved": "Resolved: what all articles together say",
    "resolving": "Resolving: what it remembers from one night to the next",
    "decisions": "Decisions of people",
    "operations": "Operations: what the jobs did",
}
"""Module of `models` -> heading, in the order of work."""

DRAWN = {
    "What is read, and where it stands": ("sources", "observed", "copies"),
    "What all articles together say": ("reference", "resolved"),
}
"""Heading -> modules of `models` whose tables make one diagram: those that an analyst may meet."""


def dictionary() -> str:
    """Return the data dictionary as Markdown."""
    return "\n".join(_dictionary()) + "\n"


def _dictionary() -> Iterator[str]:
    mappers = sorted(Base.registry.mappers, key=lambda m: str(m.local_table))
    yield "# Data dictionary"
    yield ""
    yield "Every table and column, made from the comments in `models/` by `make docs`."
    yield "Queries should read the [views](views.md): their columns stay, those of the tables may change."
    yield ""
    yield "Keys are 63-bit integers that the program makes from what identifies a row, so the same row has the same key in every database."
    yield "Types are those of Postgres; SQLite keeps dates as ISO 8601 text, instants as UTC text, and booleans as 0 and 1."
    for module, heading in GROUPS.items():
        yield ""
        yield f"## {heading}"
        for mapper in mappers:
            if mapper.class_.__module__ == f"models.{module}":
                yield from _table(mapper.local_table)


def _table(table: Any) -> Iterator[str]:
    yield ""
    yield f"### `{table.name}`"
    yield ""
    yield str(table.comment)
    yield ""
    yield "| column | type | | meaning |"
    yield "|---|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {_type(column)} | {_traits(column)} | {_cell(column.comment)} |"


def _type(column: Any) -> str:
    from sqlalchemy.dialects import postgresql

    dialect: Any = postgresql.dialect
    return str(column.type.compile(dialect())).removesuffix(' COLLATE "C"').replace("TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ").lower()


def _traits(column: Any) -> str:
    traits = ["key"] if column.primary_key else []
    traits += ["may be empty"] if column.nullable else []
    traits += [f"→ `{key.target_fullname}`" for key in sorted(column.foreign_keys, key=lambda k: k.target_fullname)]
    return ", ".join(traits)


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def diagrams() -> dict[str, str]:
    """Return the diagrams in Mermaid by heading. Raises ModuleNotFoundError without paracelsus."""
    from paracelsus.graph import get_graph_string

    tables = {
        heading: {str(m.local_table) for m in Base.registry.mappers if m.class_.__module__.removeprefix("models.") in modules}
        for heading, modules in DRAWN.items()
    }
    with redirect_stderr(StringIO()):  # It names every reference that leads out of a diagram.
        return {
            heading: get_graph_string(
                base_class_path="models:Base",
                import_module=[],
                include_tables=names,
                exclude_tables=set(),
                python_dir=[],
                format="mermaid",
                column_sort="preserve-order",
                omit_comments=True,
            )
            for heading, names in tables.items()
        }

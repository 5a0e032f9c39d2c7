"""The registry of forms, and the one way into each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from etl.export import agenda, entities, events, network, tables
from etl.export.wanted import ExportError, Wanted

__all__ = ["FORMATS", "ExportError", "Format", "Wanted", "export"]


@dataclass(frozen=True, slots=True)
class Format:
    """A form: what it is for, whether it makes a folder of files, and what writes it, returning how many rows of what it wrote."""

    meaning: str
    folder: bool
    write: Callable[[Connection, Path, Wanted], dict[str, int]]


FORMATS: dict[str, Format] = {
    "parquet": Format("every table and view, one Parquet file each", True, tables.write_parquet),
    "csv": Format("every table and view, one CSV file each", True, tables.write_csv),
    "jsonl": Format("every table and view, one file of JSON lines each", True, tables.write_jsonl),
    "events": Format("event data: one row for each event and pair of actors, with PLOVER and CAMEO codes, as CSV", False, events.write),
    "ftm": Format("FollowTheMoney entities, for Aleph and OpenSanctions, as JSON lines", False, entities.write),
    "gexf": Format("the network of meetings, for Gephi", False, network.write_gexf),
    "graphml": Format("the network of meetings, for igraph, networkx, yEd and others", False, network.write_graphml),
    "ical": Format("the meetings whose days are known, as a calendar (iCalendar)", False, agenda.write),
}


def export(connection: Connection, form: str, out: Path, wanted: Wanted | None = None) -> dict[str, int]:
    """Write a store into `out`, a file or a folder, and return how many rows of what that were.

    Files that stand there are replaced, each at once when it is whole. Raises ExportError for an unknown form, table or kind of node,
    and where a library is missing.
    """
    if form not in FORMATS:
        raise ExportError(f"{form!r} is no form; the forms are {', '.join(FORMATS)}")
    try:
        if FORMATS[form].folder:
            out.mkdir(parents=True, exist_ok=True)
        else:
            out.parent.mkdir(parents=True, exist_ok=True)
        return FORMATS[form].write(connection, out, wanted or Wanted())
    except ModuleNotFoundError as error:
        raise ExportError(f"{form} needs {error.name}: pip install 'communique[export]'") from error
    except OSError as error:
        raise ExportError(f"cannot write {out}: {error.strerror or error}") from error

"""Rows on the terminal, as JSON or as CSV. Tables show what fits; JSON and CSV hold every column."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from etl.queries import Result

PIPE_WIDTH = 140
"""Columns of a table that goes to a file or pipe, where nobody says how wide it may be."""


class Format(StrEnum):
    """How a result is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a table shows of a result: (column, heading) in order, and what it says when there are no rows.

    `cells` says how a column is shown that takes more than its own value (a date goes with its precision).
    """

    columns: Sequence[tuple[str, str]]
    empty: str
    cells: Mapping[str, Callable[[dict[str, Any]], str]] = field(default_factory=dict)


def make_console(*, stderr: bool = False) -> Console:
    """Return a console: colours and width of the terminal, or plain text of a fixed width when there is none."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    wide = not stream.isatty() and "COLUMNS" not in os.environ
    return Console(file=stream, width=PIPE_WIDTH if wide else None, highlight=False, markup=False, soft_wrap=False)


def print_listing(result: Result, listing: Listing, form: Format) -> None:
    """Print a result to standard output."""
    if form is Format.JSON:
        print_json(result.records())
    elif form is Format.CSV:
        print_csv(result.columns, result.rows)
    elif not result.rows:
        print(listing.empty)
    else:
        make_console().print(make_table(result, listing))


def make_table(result: Result, listing: Listing) -> Any:
    """Return the table of a result."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for column, heading in listing.columns:
        # Dates, counts and keys are never broken; names and sentences are.
        short = column in _UNBROKEN
        table.add_column(heading, no_wrap=short, overflow="fold", justify="right" if column.endswith("_count") else "left")
    for record in result.records():
        texts = (listing.cells[column](record) if column in listing.cells else show(record[column]) for column, _ in listing.columns)
        table.add_row(*map(Text, texts))
    return table


_UNBROKEN = frozenset(
    {
        "meeting_id", "entity_id", "judgement_id", "start_on", "published_on", "act", "kind", "status", "decision", "article_count",
        "claim_count", "actor_kind", "first_seen", "role",
    }
)  # fmt: skip


def show(value: Any) -> str:
    """Return a value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    return value.isoformat() if isinstance(value, date) else " ".join(str(value).split())


def when(meeting: dict[str, Any]) -> str:
    """Return the date of a meeting, no more precise than it is known; empty when it is not."""
    start, end = show(meeting["start_on"]), show(meeting["end_on"])
    match meeting["date_precision"]:
        case "year":
            return start[:4]
        case "month":
            return start[:7]
    return f"{start} to {end}" if end and end != start else start


def print_json(value: Any) -> None:
    """Print a value as JSON; dates in ISO 8601."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.write("\n")


def print_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print rows as CSV with a header line (RFC 4180 quoting); nothing is an empty cell, dates are ISO 8601, flags true and false."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no JSON form")


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else value

"""How the nightly job stands, as a person or a monitor reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from etl.report.tables import Listing, make_console, print_json

if TYPE_CHECKING:
    from etl.nightly import Finding, Status

QUARANTINE = Listing(
    columns=(
        ("id", "key"), ("document_name", "document"), ("source", "source"), ("state", "state"), ("stage", "stage"), ("error", "error"),
        ("bytes", "bytes"), ("tries", "tries"), ("last_at", "failed last"),
    ),
    empty="nothing is in quarantine",
)  # fmt: skip


def print_status(status: Status, *, as_json: bool) -> None:
    """Print how things stand."""
    if as_json:
        said = {
            "totals": asdict(status.totals), "runs": status.runs.records(), "sources": [asdict(source) for source in status.sources],
            "quarantine": status.quarantine, "growth": status.growth.records(),
        }  # fmt: skip
        print_json(said)
        return
    console = make_console()
    console.print(", ".join(f"{amount:,} {name}" for name, amount in asdict(status.totals).items()))
    _print("last runs", ("started", "job", "status", "documents", "claims", "meetings", "quarantined", "seconds"), [
        (_ago(run["started_at"]), run["job"], run["status"], run["documents"], run["claims"], run["meetings"], run["quarantined"],
         "" if run["seconds"] is None else f"{run['seconds']:.0f}")
        for run in status.runs.records()
    ])  # fmt: skip
    _print("sources", ("source", "asked", "read", "newest", "error"), [
        (source.name if source.configured else f"{source.name} (not configured)", _ago(source.checked_at), _ago(source.succeeded_at),
         (source.watermark or "")[:10], source.error or "")
        for source in status.sources
    ])  # fmt: skip
    _print("quarantine", ("stage", "waiting"), list(status.quarantine.items()))
    _print("growth", status.growth.columns, status.growth.rows)


def print_findings(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print what checks found."""
    if as_json:
        print_json([asdict(finding) for finding in findings])
        return
    for finding in findings:
        print(f"{'ok  ' if finding.sound else 'FAIL'}  {finding.check}: {finding.found}")


def _print(title: str, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from rich import box
    from rich.table import Table

    if not rows:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title=title, title_justify="left", title_style="bold")
    for heading in headings:
        table.add_column(
            heading, justify="right" if heading not in ("started", "job", "status", "source", "error", "stage", "day") else "left"
        )
    for row in rows:
        table.add_row(*(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row))
    make_console().print(table)


def _ago(instant: datetime | None) -> str:
    if instant is None:
        return "never"
    minutes = int((datetime.now(UTC) - instant).total_seconds() // 60)
    for size, name in ((1440, "d"), (60, "h")):
        if minutes >= 2 * size:
            return f"{minutes // size} {name} ago"
    return f"{max(minutes, 0)} min ago"

"""A run as a person sees it: how far it is, what it brought, and what to try next."""

from __future__ import annotations

import os
import shlex
import sys
import time
from collections import Counter
from dataclasses import asdict, fields
from types import TracebackType
from typing import TYPE_CHECKING, Self

from etl.report.tables import make_console, print_json

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from etl.intake import IngestReport, Progress
    from etl.load import Prepared
    from etl.nightly import DryRun
    from etl.queries import Result

SECONDS_BETWEEN_LINES = 5.0
DATABASE_VARIABLE = "COMMUNIQUE_DATABASE_URL"
MOST_LINES = 20
"""As many quarantined documents are named; all are in run_items."""


class ProgressLine:
    """Shows progress on standard error: a bar on a terminal, else a line every few seconds. Use it as a context manager."""

    def __init__(self) -> None:
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._last = self._begun = time.monotonic()

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                SpinnerColumn,
                TextColumn,
                TimeElapsedColumn,
                TimeRemainingColumn,
            )
            from rich.table import Column

            # What is long comes last and is cut: on a narrow terminal the figures stay whole.
            last = TextColumn("{task.description}", table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis"))
            columns = (
                SpinnerColumn(), BarColumn(bar_width=16), MofNCompleteColumn(table_column=Column(no_wrap=True)),
                TextColumn("files{task.fields[rate]}", table_column=Column(no_wrap=True)), TimeElapsedColumn(),
                TimeRemainingColumn(), TextColumn("left", table_column=Column(no_wrap=True)), last,
            )  # fmt: skip
            self._bar = Progress(*columns, console=make_console(stderr=True), transient=True, expand=True)
            self._task = self._bar.add_task("", total=None, rate="")
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self, progress: Progress) -> None:
        """Show how far a run is."""
        now = time.monotonic()
        words = f"{progress.documents} documents" + (f": {progress.document}" if progress.document else ", putting them together")
        if self._bar and self._task is not None:
            rate = f", {progress.documents / max(now - self._begun, 0.1):.1f} documents/s"
            self._bar.update(self._task, total=progress.files, completed=progress.files_done, description=words, rate=rate)
            return
        if now - self._last >= SECONDS_BETWEEN_LINES or progress.files_done == progress.files:
            self._last = now
            print(f"{progress.files_done} of {progress.files} files, {words}", file=sys.stderr, flush=True)


def print_prepared(prepared: Prepared) -> None:
    """Say what was done to make a store ready."""
    print(f"store {prepared.store}: schema {'created or upgraded' if prepared.upgraded else 'is up to date'}")
    rows = prepared.reference_rows
    print("reference data is up to date" if rows is None else f"reference data loaded: {rows} rows written")


def print_report(report: IngestReport, *, as_json: bool) -> None:
    """Print the summary of a run to standard output, and to standard error what was quarantined, skipped or noted."""
    for one in report.skipped[:MOST_LINES]:
        print(f"skipped: {one.origin}: {one.reason}", file=sys.stderr)
    _rest(len(report.skipped), "skipped", "")
    for note, times in sorted(report.notes.items()):
        print(f"note: {note} (in {times} document{'' if times == 1 else 's'})", file=sys.stderr)
    for judgement in report.lost:
        print(f"judgement lost: {judgement}: the passage is gone from its article", file=sys.stderr)
    for item in report.quarantined[:MOST_LINES]:
        print(f"quarantined: {item.document_name}: {item.error} (while {_DOING.get(item.stage or '', item.stage)})", file=sys.stderr)
    _rest(len(report.quarantined), "quarantined", "; run_items has them all")
    for reason in report.failed_sources:
        print(f"source failed: {reason}", file=sys.stderr)
    if report.stopped:
        print(f"not finished: {report.stopped}", file=sys.stderr)
    if as_json:
        print_json(_as_record(report))
        return
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    table.add_column("new", justify="right")
    table.add_column("in the store", justify="right")
    for entry in fields(report.totals):
        before, after = getattr(report.before, entry.name), getattr(report.totals, entry.name)
        table.add_row(entry.name, f"{after - before:+,}" if after != before else "", f"{after:,}")
    table.add_row("seconds", "", f"{report.seconds:.1f}")
    outcome = [f"{report.loaded} loaded", f"{report.unchanged} unchanged", f"{report.duplicates} duplicate"]
    if report.dropped:
        outcome.append(f"{report.dropped} dropped before")
    outcome.append(f"{len(report.quarantined)} quarantined")
    print(f"{report.documents} document{'' if report.documents == 1 else 's'} read: {', '.join(outcome)}")
    make_console().print(table)


def print_next_commands(meetings: Result, initiatives: Result, db: str | None) -> None:
    """Print commands to try, made of what the store holds. `db`: the database, None for the default."""
    # A URL from the environment needs no option, and may hold a password that belongs on no screen.
    option = f" --db {shlex.quote(db)}" if db and db != os.environ.get(DATABASE_VARIABLE) else ""
    commands = ["communique meetings"]
    titles = Counter(m["title"].lower() for m in meetings.records())
    # Only a title that is nobody else's is enough to name a meeting.
    told = [m for m in meetings.records() if titles[m["title"].lower()] == 1]
    if told:
        best = min(told, key=lambda m: (m["background"], -m["article_count"], m["title"]))
        commands.append(f"communique show {shlex.quote(best['title'])}")
    claimed = [i["name"] for i in initiatives.records() if i["claim_count"]]
    if claimed:
        commands.append(f"communique claims --initiative {shlex.quote(claimed[0])}")
    print("Try next:")
    for command in commands:
        print(f"  {command}{option}")


def print_dry_run(found: DryRun, *, as_json: bool) -> None:
    """Print what a night would do."""
    for reason in found.failed_sources:
        print(f"source failed: {reason}", file=sys.stderr)
    if as_json:
        print_json(asdict(found))
    else:
        print(f"{found.new} documents would be extracted, {found.known} are known already, {found.unreadable} cannot be read")


_DOING = {"read": "reading", "split": "finding its articles", "extract": "extracting", "load": "loading"}


def _rest(count: int, what: str, where: str) -> None:
    if count > MOST_LINES:
        print(f"{what}: and {count - MOST_LINES} more{where}", file=sys.stderr)


def _as_record(report: IngestReport) -> dict[str, object]:
    def numbers(totals: object) -> dict[str, int]:
        return {entry.name: getattr(totals, entry.name) for entry in fields(report.totals)}

    return {
        "run_id": report.run_id,
        "documents": report.documents,
        "loaded": report.loaded,
        "unchanged": report.unchanged,
        "duplicates": report.duplicates,
        "dropped": report.dropped,
        "quarantined": [
            {"document": item.document_name, "origin": item.origin, "stage": item.stage, "error": item.error} for item in report.quarantined
        ],
        "lost_judgements": list(report.lost),
        "skipped": [one.origin for one in report.skipped],
        "before": numbers(report.before),
        "totals": numbers(report.totals),
        "failed_sources": list(report.failed_sources),
        "stopped": report.stopped,
        "seconds": report.seconds,
        "stages": dict(report.stages),
    }

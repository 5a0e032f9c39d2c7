"""Figures of a run for Prometheus, in a text file that node-exporter's textfile collector reads."""

from __future__ import annotations

import time
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.intake import IngestReport


def write_metrics(report: IngestReport, file: Path) -> None:
    """Write the figures of a run; the file is replaced at once, never half written. Raises OSError when it cannot be."""
    from prometheus_client import CollectorRegistry, Gauge, write_to_textfile

    registry = CollectorRegistry()

    def gauge(name: str, said: str, value: float) -> None:
        Gauge(f"communique_{name}", said, registry=registry).set(value)

    gauge("last_run_timestamp_seconds", "When the last run ended (Unix time).", time.time())
    gauge("last_run_seconds", "How long it took.", report.seconds)
    gauge(
        "last_run_succeeded",
        "1 when it read everything and nothing failed.",
        not (report.stopped or report.quarantined or report.failed_sources),
    )
    gauge("last_run_failed_sources", "Sources that could not be read.", len(report.failed_sources))
    outcomes = Gauge("communique_last_run_documents", "Documents of the last run, by what became of them.", ["status"], registry=registry)
    counts = {
        "loaded": report.loaded, "unchanged": report.unchanged, "duplicate": report.duplicates, "dropped": report.dropped,
        "quarantined": len(report.quarantined),
    }  # fmt: skip
    for status, amount in counts.items():
        outcomes.labels(status).set(amount)
    stages = Gauge("communique_last_run_stage_seconds", "How long each stage of the last run took.", ["stage"], registry=registry)
    for stage, seconds in report.stages.items():
        stages.labels(stage).set(seconds)
    rows = Gauge("communique_rows", "What the database holds.", ["table"], registry=registry)
    for entry in fields(report.totals):
        rows.labels(entry.name).set(getattr(report.totals, entry.name))
    write_to_textfile(str(file), registry)

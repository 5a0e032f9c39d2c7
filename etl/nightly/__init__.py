"""The nightly job: everything that `communique.toml` names, fetched, read, extracted, loaded and resolved."""

from __future__ import annotations

from etl.nightly.backfill import backfill
from etl.nightly.cluster_backfill import backfill_by_cluster
from etl.nightly.doctor import Finding, check_sources, examine
from etl.nightly.forget import Forgotten, forget
from etl.nightly.job import DryRun, Night, dry_run, nightly
from etl.nightly.quarantine import drop, find_quarantine, quarantined_content
from etl.nightly.reprocess import Which, reprocess
from etl.nightly.retry import retry
from etl.nightly.status import SourceStanding, Status, read_status

__all__ = [
    "DryRun", "Finding", "Forgotten", "Night", "SourceStanding", "Status", "Which", "backfill", "backfill_by_cluster", "check_sources",
    "drop", "dry_run", "examine", "find_quarantine", "forget", "nightly", "quarantined_content", "read_status", "reprocess",
    "retry",
]  # fmt: skip

"""The nightly job: everything that `communique.toml` names, fetched, read, extracted, loaded and resolved."""

from __future__ import annotations

from etl.nightly.job import DryRun, Night, dry_run, nightly

__all__ = ["DryRun", "Night", "dry_run", "nightly"]

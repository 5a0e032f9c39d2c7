"""From paths to a store: read, split, extract, load, resolve.

A document that fails at any stage is kept in `quarantine` with its error and its bytes, and the rest is loaded. After a crash at any
moment the next run goes on where this one stopped: what is stored is unchanged, and what is not resolved is marked as such in the store.
"""

from __future__ import annotations

from etl.intake.advance import Advance
from etl.intake.documents import extract_again
from etl.intake.entries import Entry, Given, Whole
from etl.intake.extraction import InWorkers, LimitedReader, prepare_extractor
from etl.intake.files import documents_of, not_found
from etl.intake.loading import Loading
from etl.intake.opening import LimitedOpener, Opens
from etl.intake.paths import ingest, sample_paths
from etl.intake.resolving import resolve_store
from etl.intake.results import IngestReport, OnItems, OnProgress, Progress, Tally
from etl.intake.run import Run
from etl.intake.workers import Limits

__all__ = [
    "Advance", "Entry", "Given", "InWorkers", "IngestReport", "LimitedOpener", "LimitedReader", "Limits", "Loading", "OnItems",
    "OnProgress", "Opens", "Progress", "Run", "Tally", "Whole", "documents_of", "extract_again", "ingest", "not_found",
    "prepare_extractor", "resolve_store", "sample_paths",
]  # fmt: skip

"""From paths to a store: read, split, extract, load, resolve.

A document that fails at any stage is kept in `quarantine` with its error and its bytes, and the rest is loaded. After a crash at any
moment the next run goes on where this one stopped: what is stored is unchanged, and what is not resolved is marked as such in the store.
"""

from __future__ import annotations

from etl.ingest.documents import extract_again
from etl.ingest.entries import Entry, Given
from etl.ingest.extraction import InWorkers, LimitedReader, prepare_extractor
from etl.ingest.files import documents_of
from etl.ingest.paths import ingest, sample_paths
from etl.ingest.resolving import resolve_store
from etl.ingest.results import IngestReport, OnItems, OnProgress, Progress
from etl.ingest.run import Run
from etl.ingest.workers import Limits

__all__ = [
    "Entry", "Given", "InWorkers", "IngestReport", "LimitedReader", "Limits", "OnItems", "OnProgress", "Progress", "Run", "documents_of",
    "extract_again", "ingest", "prepare_extractor", "resolve_store", "sample_paths",
]  # fmt: skip

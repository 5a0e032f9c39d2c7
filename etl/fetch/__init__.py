"""Fetching: from addresses to bytes, and from feeds and sitemaps to addresses. Knows nothing of the store; has a clock, to be polite."""

from __future__ import annotations

from etl.fetch.documents import as_raw_document
from etl.fetch.hosts import Hosts
from etl.fetch.http import Client
from etl.fetch.records import (
    Answer,
    Entry,
    Failed,
    Fetched,
    Known,
    Listed,
    ListingState,
    NothingKnown,
    Page,
    Seen,
    Unchanged,
    Validators,
)
from etl.fetch.sources import fetch

__all__ = [
    "Answer", "Client", "Entry", "Failed", "Fetched", "Hosts", "Known", "Listed", "ListingState", "NothingKnown", "Page", "Seen",
    "Unchanged", "Validators", "as_raw_document", "fetch",
]  # fmt: skip

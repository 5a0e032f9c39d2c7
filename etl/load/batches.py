"""Batches: as many documents as one transaction loads, as many keys as one statement asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

IN_LIST = 500
"""Values of one IN list: SQLite allows 32,766, and a statement of many is slow to prepare."""


def batches(entries: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the entries in lists of at most `size`, in order; takes no more of them than a batch needs."""
    remaining = iter(entries)
    while batch := list(islice(remaining, size)):
        yield batch

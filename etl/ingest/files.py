"""The documents of files, and items for the quarantine where there are none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from etl.errors import DocumentError, in_one_line
from etl.load import Item
from etl.records import Document
from etl.sources import read_paths

QUARANTINE_BYTES = 10_000_000
"""A larger file is not copied into the store: its origin says where it is."""


def read_file(file: Path) -> Iterator[Document | Item]:
    """Yield a file's documents. Whatever a reader raises stops its file only."""
    try:
        for found in read_paths([file]):
            if isinstance(found, Document):
                yield found
            else:
                yield Item(0, found.document, str(file.resolve()), "quarantined", "read", found.reason, content=_bytes_of(file, found))
    except Exception as error:
        yield Item(0, file.name, str(file.resolve()), "quarantined", "read", in_one_line(error), content=_bytes_of(file, None))


def quarantined(ordinal: int, document: Document, stage: str, reason: str) -> Item:
    """Return the item of a document that failed at a stage, with its bytes unless they are too many."""
    content = document.content if len(document.content) <= QUARANTINE_BYTES else None
    return Item(
        ordinal, document.name, document.origin, "quarantined", stage, reason, document.notes, content, media_type=document.media_type
    )  # fmt: skip


def _bytes_of(file: Path, error: DocumentError | None) -> bytes | None:
    """Return the bytes of what could not be read: the line of a JSONL file, else the file; None when it is gone or too large."""
    try:
        _, _, line = error.document.rpartition(":") if error else ("", "", "")
        if line.isdigit():
            with file.open("rb") as lines:
                return next((text for number, text in enumerate(lines, start=1) if number == int(line)), None)
        return file.read_bytes() if file.stat().st_size <= QUARANTINE_BYTES else None
    except OSError:
        return None

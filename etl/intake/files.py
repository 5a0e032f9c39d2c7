"""The documents of files, and items for the quarantine where there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from etl.errors import DocumentError
from etl.intake.entries import Whole
from etl.intake.opening import Opens
from etl.load import Item
from etl.records import Document, RawDocument
from etl.sources import READERS, File, OnSkipped, format_of, origin_of, path_of, raw_documents
from etl.sources.limits import DOCUMENT_BYTES


def documents_of(
    file: File,
    *,
    columns: Mapping[str, str | None] | None = None,
    publisher: str | None = None,
    language: str | None = None,
    on_skipped: OnSkipped | None = None,
    opens: Opens = raw_documents,
) -> Iterator[RawDocument | Item | Whole]:
    """Yield a file's documents, unread, and items for what of it cannot be had, with its bytes; at last, that it was opened to its end,
    where it holds many documents and was. `opens`: what opens it; the other options are its own.

    Raises FetchError when a file elsewhere cannot be reached.
    """
    file_failed = False
    origin = origin_of(file)
    for found in opens(file, columns=columns, publisher=publisher, language=language, on_skipped=on_skipped):
        if isinstance(found, RawDocument):
            yield found
        else:
            file_failed = file_failed or found.origin == origin
            yield Item(0, found.document, found.origin or "", "quarantined", "read", found.reason, content=found.content)
    if format_of(path_of(file)) in READERS and not file_failed:
        yield Whole(origin)


def not_found(error: DocumentError) -> Item:
    """Return the item of a path that leads nowhere."""
    return Item(0, error.document, error.document, "quarantined", error.stage, error.reason)


def quarantined(ordinal: int, document: Document | RawDocument, stage: str, reason: str) -> Item:
    """Return the item of a document that failed at a stage, with its bytes unless they are too many."""
    content = document.content if len(document.content) <= DOCUMENT_BYTES else None
    return Item(
        ordinal, document.name, document.origin, "quarantined", stage, reason, document.notes, content,
        media_type=document.media_type,
    )  # fmt: skip

"""Sources of kind `files`: articles, and archives and tables of them, on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from etl.config import Files
from etl.errors import DocumentError
from etl.ingest import Entry, Given, Progress, read_file
from etl.load import Item, SourceMark
from etl.nightly.asked import Asked
from etl.records import Document
from etl.sources import READERS
from etl.sources.paths import find_files


def read_files(source: Files, asked: Asked) -> Iterator[Given]:
    """Yield the documents of files, items for what could not be read, and at last that it was read to its end.

    Raises DocumentError when a path leads nowhere.
    """
    begun = datetime.now(UTC)
    found = list(find_files(source.paths, suffixes=READERS))
    for path in found:
        if isinstance(path, DocumentError):
            raise path
    files = [path for path in found if not isinstance(path, DocumentError) and source.takes(str(path))]
    documents = 0
    for number, file in enumerate(files):
        for document in read_file(file):
            if isinstance(document, Document) and not asked.takes(document.published_on):
                continue
            if asked.limit is not None and documents >= asked.limit:
                return
            documents += 1
            name = document.name if isinstance(document, Document) else document.document_name
            asked.tell(Progress(number, len(files), documents, f"{source.name}: {name}"))
            yield Entry(_described(document, source), source.name)
    asked.tell(Progress(len(files), len(files), documents, ""))
    yield SourceMark(source.name, begun, succeeded_at=datetime.now(UTC))


def _described(found: Document | Item, source: Files) -> Document | Item:
    """Give a document what its source knows of it and it does not say itself."""
    if isinstance(found, Item):
        return found
    return replace(found, publisher=found.publisher or source.publisher, language=found.language or source.language)

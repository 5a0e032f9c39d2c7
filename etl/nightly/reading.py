"""What the configured sources hold, one after the other. A source that cannot be read stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from etl.config import Files, Source
from etl.errors import DocumentError, in_one_line
from etl.ingest import Entry, Given, OnProgress, Progress, read_file
from etl.load import Item, SourceMark
from etl.records import Document
from etl.sources import READERS
from etl.sources.paths import find_files


def read_files(source: Files, told: OnProgress | None) -> Iterator[Entry]:
    """Yield the documents of files, and items for what could not be read. Raises DocumentError when a path leads nowhere."""
    found = list(find_files(source.paths, suffixes=READERS))
    for path in found:
        if isinstance(path, DocumentError):
            raise path
    files = [path for path in found if not isinstance(path, DocumentError) and source.takes(str(path))]
    documents = 0
    for number, file in enumerate(files):
        for document in read_file(file):
            documents += 1
            if told:
                name = document.name if isinstance(document, Document) else document.document_name
                told(Progress(number, len(files), documents, f"{source.name}: {name}"))
            yield Entry(_described(document, source), source.name)
    if told:
        told(Progress(len(files), len(files), documents, ""))


def _described(found: Document | Item, source: Source) -> Document | Item:
    """Give a document what its source knows of it and it does not say itself."""
    if isinstance(found, Item):
        return found
    return replace(found, publisher=found.publisher or source.publisher, language=found.language or source.language)


READS: dict[str, Callable[[Any, OnProgress | None], Iterator[Entry]]] = {"files": read_files}
"""How each kind of source is read."""


def read_sources(
    sources: Iterable[Source],
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    told: OnProgress | None = None,
) -> Iterator[Given]:
    """Yield what the sources hold, each followed by its mark.

    Documents dated outside `since` … `until` (both included) are left out; those without a date are not. `limit`: so many documents in all.
    """
    taken = 0
    for source in sources:
        begun = datetime.now(UTC)
        try:
            for entry in READS[source.kind](source, told):
                day = entry.found.published_on if isinstance(entry.found, Document) else None
                if day and ((since and day < since) or (until and day > until)):
                    continue
                yield entry
                taken += 1
                if limit is not None and taken >= limit:
                    return
        except Exception as error:
            reason = error.reason if isinstance(error, DocumentError) else in_one_line(error)
            yield SourceMark(source.name, begun, error=reason)
        else:
            yield SourceMark(source.name, begun, succeeded_at=datetime.now(UTC))

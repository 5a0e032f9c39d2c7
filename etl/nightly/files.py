"""Sources of kind `files`: articles, and archives and tables of them, on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from etl.config import Files
from etl.errors import DocumentError
from etl.intake import Entry, Given, Progress, Whole, documents_of
from etl.load import SourceMark
from etl.nightly.asked import Asked
from etl.records import RawDocument
from etl.sources import find_files


def read_files(source: Files, asked: Asked) -> Iterator[Given]:
    """Yield the documents of files, items for what could not be read, and at last that it was read to its end.

    Raises DocumentError when a path leads nowhere.
    """
    begun = datetime.now(UTC)
    files = []
    for path in find_files(source.paths, takes=source.takes):
        if isinstance(path, DocumentError):
            raise path
        files.append(path)
    columns = source.columns.model_dump() if source.columns else None
    documents = 0
    for number, file in enumerate(files):
        for document in documents_of(file, columns=columns, publisher=source.publisher, language=source.language, opens=asked.opens):
            if isinstance(document, Whole):
                yield document
                continue
            if isinstance(document, RawDocument) and not asked.wants(document):
                continue
            if asked.limit is not None and documents >= asked.limit:
                return
            documents += 1
            name = document.name if isinstance(document, RawDocument) else document.document_name
            asked.tell(Progress(number, len(files), documents, f"{source.name}: {name}"))
            yield Entry(document, source.name)
    asked.tell(Progress(len(files), len(files), documents, ""))
    yield SourceMark(source.name, begun, succeeded_at=datetime.now(UTC))

"""Plain text: the document's text is exactly the decoded file, line ends and all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from etl.errors import DocumentError
from etl.records import Document
from etl.sources.decoding import UndecodableError, decode


def read(path: Path) -> Iterator[Document]:
    yield parse(path.read_bytes(), name=path.name, origin=str(path.resolve()))


def parse(content: bytes, *, name: str, origin: str, charset: str | None = None) -> Document:
    try:
        text, notes = decode(content, declared=(charset,))
    except UndecodableError as error:
        raise DocumentError(name, "read", str(error)) from error
    return Document(name=name, origin=origin, media_type="text/plain", content=content, text=text, notes=notes)

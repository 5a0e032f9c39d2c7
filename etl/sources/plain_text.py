"""Plain text: the document's text is exactly the decoded file, line ends and all."""

from __future__ import annotations

from etl.errors import DocumentError
from etl.records import Document
from etl.sources.decoding import UndecodableError, decode


def parse(content: bytes, *, name: str, origin: str, charset: str | None = None) -> Document:
    try:
        text, notes = decode(content, declared=(charset,))
    except UndecodableError as error:
        raise DocumentError(name, "read", str(error)) from error
    return Document(name=name, origin=origin, media_type="text/plain", content=content, text=text, notes=notes)

"""Sources: from paths to `Document`s. Never touches the database, never looks at the clock.

A new format is one file beside this one with a `read(path)`, and one line in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import html, jsonl, markdown, plain_text
from etl.sources.decoding import is_utf8
from etl.sources.media_types import type_and_charset
from etl.sources.paths import find_files

Reader = Callable[[Path], Iterator[Document | DocumentError]]

READERS: dict[str, Reader] = {
    ".txt": plain_text.read,
    ".text": plain_text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
}


def read_paths(paths: Iterable[Path | str], *, on_skipped: Callable[[Path], None] | None = None) -> Iterator[Document | DocumentError]:
    """The documents of files, directories and globs, in the order of the paths; what cannot be read is yielded as an error.

    `on_skipped` is told of files that a directory or glob brought along and no reader knows.
    """
    for file in find_files(paths, suffixes=READERS, on_skipped=on_skipped):
        if isinstance(file, DocumentError):
            yield file
            continue
        try:
            yield from READERS[file.suffix.lower()](file)
        except DocumentError as error:
            yield error
        except OSError as error:
            yield DocumentError(file.name, "read", error.strerror or str(error))


def read_content(media_type: str, content: bytes, *, name: str, origin: str) -> Document:
    """Return the document that bytes of a media type hold, as its reader makes it. Raises DocumentError when they cannot be read.

    A media type may have the charset of a server ("text/html; charset=windows-1251"). The document keeps it where it was needed, so that
    its bytes are read again as they were read.
    """
    kind, charset = type_and_charset(media_type)
    match kind:
        case "text/plain":
            document = plain_text.parse(content, name=name, origin=origin, charset=charset)
        case "text/markdown":
            document = markdown.parse(content, name=name, origin=origin, charset=charset)
        case "text/html" | "application/xhtml+xml":
            document = html.parse(content, name=name, origin=origin, charset=charset)
        case "application/xml" | "text/xml" if html.is_page(content):
            document = html.parse(content, name=name, origin=origin, charset=charset)
        case "application/jsonl":
            return jsonl.parse(content, place=name, origin=origin)
        case _:
            raise DocumentError(name, "read", f"documents of the type {kind} cannot be read")
    return replace(document, media_type=f"{document.media_type}; charset={charset}") if charset and not is_utf8(content) else document


__all__ = ["READERS", "Reader", "read_content", "read_paths"]

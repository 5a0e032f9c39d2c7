"""Sources: from paths to `Document`s. Never touches the database, never looks at the clock.

A new format is one file beside this one with a `read(path)`, and one line in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import html, jsonl, markdown, plain_text
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
    """Return the document that bytes of a media type hold, as its reader makes it. Raises DocumentError when they cannot be read."""
    match media_type:
        case "text/plain":
            return plain_text.parse(content, name=name, origin=origin)
        case "text/markdown":
            return markdown.parse(content, name=name, origin=origin)
        case "text/html":
            return html.parse(content, name=name, origin=origin)
        case "application/jsonl":
            return jsonl.parse(content, place=name, origin=origin)
    raise DocumentError(name, "read", f"documents of the type {media_type} cannot be read")


__all__ = ["READERS", "Reader", "read_content", "read_paths"]

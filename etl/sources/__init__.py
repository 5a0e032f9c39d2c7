"""Sources: from paths to `Document`s. Never touches the database, never looks at the clock.

A reader is handed an open file and yields raw documents; a parser turns the bytes of one into a document, and can do so again with the
bytes that a store kept. Both are listed in `etl.sources.formats`; how much of anything is read stands in `etl.sources.limits`.
"""

from __future__ import annotations

from etl.sources.formats import PAGES, READERS, format_of, kept_type, read_content
from etl.sources.opened import Skipped
from etl.sources.origins import file_of, unnumbered
from etl.sources.reading import (
    File,
    OnSkipped,
    address_of,
    find_files,
    origin_of,
    path_of,
    raw_documents,
    read_document,
    read_file,
    read_paths,
    size_of,
    unopened,
    version_of,
)

__all__ = [
    "PAGES", "READERS", "File", "OnSkipped", "Skipped", "address_of", "file_of", "find_files", "format_of", "kept_type", "origin_of",
    "path_of", "raw_documents", "read_content", "read_document", "read_file", "read_paths", "size_of", "unnumbered", "unopened",
    "version_of",
]  # fmt: skip

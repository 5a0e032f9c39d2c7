"""How much is read of anything, in one place: what goes beyond is an error that says so, and the memory of a run stays bounded.

A run holds one document at a time, and beside it at most one archive or table for each level of nesting that cannot be read as a stream.
"""

from __future__ import annotations

DOCUMENT_BYTES = 10_000_000
"""One document: a page, a member of an archive, a line of JSONL, a row of a table, a record of a WARC file (packed or not)."""

HELD_BYTES = 64_000_000
"""A zip or Parquet file that stands in another archive: these are read from their end, and so are held in memory."""

DIRECTORY_BYTES = 16_000_000
"""The list of members that a zip keeps at its end, and any one piece of it that is read at once."""

HEADER_BYTES = 64_000
"""The header of one WARC record, of the HTTP answer in it, and what tar says of one member beside its first block."""

MEMBERS = 100_000
"""Members of one archive."""

DEPTH = 6
"""Packings within each other; a `.tar.gz` is two."""

UNPACKED_RATIO = 200
UNPACKED_AT_LEAST = 20_000_000
"""All that comes out of one file, over all levels of nesting, beside the file's own size. Text is packed to a tenth, repeated rows to a
hundredth; what grows more than that was made to grow. Small files are allowed `UNPACKED_AT_LEAST`."""

ERRORS_IN_A_ROW = 1000
"""Pieces of one file that cannot be read, with none between them that can: the rest of it would be no better."""

XZ_BYTES = 100_000_000
"""What unpacking xz may need for itself; its highest preset needs 65 MB."""


def megabytes(count: int) -> str:
    """Return a limit as a person reads it."""
    return f"{count / 1_000_000:g} MB"

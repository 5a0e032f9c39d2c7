"""Parquet: one article a row, read in small batches and only the columns that hold something of an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from etl.errors import DocumentError
from etl.records import RawDocument
from etl.sources.limits import DOCUMENT_BYTES, UNPACKED_AT_LEAST, UNPACKED_RATIO, megabytes
from etl.sources.opened import BUFFER_BYTES, BombError, Opened
from etl.sources.origins import numbered
from etl.sources.tables import row_document

if TYPE_CHECKING:
    from pyarrow import Scalar
    from pyarrow.parquet import FileMetaData

BATCH_ROWS = 16


def read(opened: Opened) -> Iterator[RawDocument | DocumentError]:
    """Yield the rows, numbered from 1. Raises DocumentError when it is no Parquet, has no text, or pyarrow is not there."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise DocumentError(opened.name, "read", "Parquet is read by pyarrow: install communique[parquet]") from error
    try:
        table = ParquetFile(opened.seekable(), buffer_size=BUFFER_BYTES, pre_buffer=False)
        names = table.schema_arrow.names
        columns = opened.columns.of_table(opened.name, names)
        _refuse_bomb(opened, table.metadata)
        unused = set(names) - set(columns.values())
        number = 0
        for batch in table.iter_batches(batch_size=BATCH_ROWS, columns=list(columns.values()), use_threads=False):
            for row in range(batch.num_rows):
                number += 1
                try:
                    cells = {column: _value(batch.column(column)[row]) for column in columns.values()}
                except UnicodeDecodeError as error:
                    reason = f"the row is not UTF-8: {error.reason}"
                    yield DocumentError(numbered(opened.name, number), "read", reason, origin=numbered(opened.origin, number))
                    continue
                piece = row_document(opened, number, cells, columns, unused)
                opened.budget.spend(len(piece.content))
                if len(piece.content) > DOCUMENT_BYTES:
                    reason = f"the row is larger than {megabytes(DOCUMENT_BYTES)}, the most that is read of a document"
                    yield DocumentError(piece.name, "read", reason, origin=piece.origin)
                else:
                    yield piece
    except MemoryError:
        raise
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise DocumentError(opened.name, "read", f"it is not Parquet that can be read: {error}") from error


def _refuse_bomb(opened: Opened, metadata: FileMetaData) -> None:
    """Raise BombError when a part of the file says that it grows more when unpacked than text does: it is unpacked before it is seen."""
    for group in range(metadata.num_row_groups):
        for column in range(metadata.num_columns):
            chunk = metadata.row_group(group).column(column)
            if chunk.total_uncompressed_size > max(UNPACKED_AT_LEAST, UNPACKED_RATIO * chunk.total_compressed_size):
                raise BombError(opened.name, "read", f"a zip bomb: a column of it says it is more than {UNPACKED_RATIO} times its size")


def _value(cell: Scalar) -> object:
    """Return a cell as Python has it, or in its own words where Python has nothing like it (nanoseconds)."""
    try:
        value: object = cell.as_py()
    except UnicodeDecodeError:
        raise
    except ValueError:
        return str(cell)
    return value

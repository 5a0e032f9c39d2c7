"""CSV and TSV: one article a row, under a header that names the columns.

Fields may stand in double quotes, which are doubled within them; commas, semicolons, tabs or bars separate them, whichever the header has
most of. A row that is not made like that, or has more or fewer fields than the header, is an error of its own, and the next line goes on.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from etl.errors import DocumentError
from etl.records import RawDocument
from etl.sources.decoding import UndecodableError, encoding_of
from etl.sources.limits import DOCUMENT_BYTES
from etl.sources.lines import TOO_LONG, lines_of
from etl.sources.opened import BUFFER_BYTES, Opened
from etl.sources.origins import numbered
from etl.sources.tables import row_document

DELIMITERS = ",;\t|"
QUOTED = re.compile(r'"[^"]*"')
NOT_DECODED = re.compile("[\udc80-\udcff]")


def read(opened: Opened) -> Iterator[RawDocument | DocumentError]:
    """Yield the rows, numbered by the line on which each begins. Raises DocumentError when there is no header that can be used."""
    # A limit for the whole process, and 131,072 characters unless told: articles are longer.
    csv.field_size_limit(DOCUMENT_BYTES)
    try:
        encoding, notes = encoding_of(opened.stream.peek(BUFFER_BYTES))
        text = io.TextIOWrapper(opened.stream, encoding=encoding, errors="surrogateescape", newline="")
        try:
            yield from _rows(opened, _Lines(text), notes)
        finally:
            # The stream belongs to those who opened it.
            text.detach()
    except (UndecodableError, UnicodeError) as error:
        raise DocumentError(opened.name, "read", str(error)) from error


def _rows(opened: Opened, lines: _Lines, notes: tuple[str, ...]) -> Iterator[RawDocument | DocumentError]:
    try:
        first = next(lines, "")
        delimiter = "\t" if opened.suffix == ".tsv" else _delimiter(first)
        header = [cell.strip() for cell in next(csv.reader([first], delimiter=delimiter, strict=True), [])]
    except csv.Error as error:
        raise DocumentError(opened.name, "read", f"its header cannot be read: {error}") from error
    columns = opened.columns.of_table(opened.name, header)
    unused = set(header) - set(columns.values())
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin()
        number = lines.number + 1
        try:
            row = next(rows, None)
            if row is None:
                return
            if not row:
                continue
            if len(row) != len(header):
                raise csv.Error(f"the row has {len(row)} fields, and the header {len(header)}")
            if NOT_DECODED.search("".join(row)):
                raise csv.Error("the row is not in the encoding that the file begins in")
            yield row_document(opened, number, dict(zip(header, row, strict=True)), columns, unused, notes)
        except csv.Error as error:
            yield DocumentError(
                numbered(opened.name, number),
                "read",
                f"the row cannot be read: {error}",
                origin=numbered(opened.origin, number),
                content=lines.taken(),
            )


def _delimiter(header: str) -> str:
    bare = QUOTED.sub("", header)
    return max(DELIMITERS, key=bare.count)


class _Lines:
    """The lines of a file, one row's at a time in memory. Raises csv.Error for what is too long, and goes on after it."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._lines = lines_of(text, "\n")
        self._taken: list[str] = []
        self._size = 0
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        if line is None:
            raise csv.Error(TOO_LONG)
        self._taken.append(line)
        self._size += len(line)
        if self._size > DOCUMENT_BYTES:
            raise csv.Error(f"{TOO_LONG}: a quotation mark may be missing")
        return line

    def begin(self) -> None:
        """Begin a row."""
        self._taken, self._size = [], 0

    def taken(self) -> bytes:
        """Return the lines of the row."""
        return "".join(self._taken).encode("utf-8", errors="surrogateescape")

"""Lines of a stream, none longer than a document may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, AnyStr

from etl.sources.limits import DOCUMENT_BYTES, megabytes

TOO_LONG = f"the line is longer than {megabytes(DOCUMENT_BYTES)}, the most that is read of a document"
_STEP = 65_536


def lines_of(stream: IO[AnyStr], newline: AnyStr) -> Iterator[AnyStr | None]:
    """Yield each line with its line end; None for one that is too long, of which no more than the limit is ever in memory."""
    while line := stream.readline(DOCUMENT_BYTES + 1):
        if len(line) <= DOCUMENT_BYTES:
            yield line
            continue
        while line and not line.endswith(newline):
            line = stream.readline(_STEP)
        yield None

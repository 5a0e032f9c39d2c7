"""What the configured sources hold, one after the other. A source that cannot be read stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from etl.config import Source
from etl.errors import DocumentError, FetchError, in_one_line
from etl.intake import Entry, Given
from etl.load import SourceMark
from etl.nightly.asked import Asked
from etl.nightly.files import read_files
from etl.nightly.web import read_web

READS: dict[str, Callable[[Any, Asked], Iterator[Given]]] = {
    "files": read_files,
    "feed": read_web,
    "sitemap": read_web,
    "pages": read_web,
}
"""How each kind of source is read: its entries, and at last its mark when it was read to its end."""


def read_sources(sources: Iterable[Source], asked: Asked) -> Iterator[Given]:
    """Yield what the sources hold. `asked.limit` counts the documents of all of them together."""
    left = asked.limit
    for source in sources:
        if left is not None and left <= 0:
            return
        begun = datetime.now(UTC)
        try:
            for given in READS[source.kind](source, replace(asked, limit=left)):
                if left is not None and isinstance(given, Entry):
                    left -= 1
                yield given
        except Exception as error:
            reason = error.reason if isinstance(error, (DocumentError, FetchError)) else in_one_line(error)
            yield SourceMark(source.name, begun, error=reason)

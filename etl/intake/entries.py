"""What a run is given: documents or what became of them, with what is to be remembered of where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from etl.load import Item, PageMark, SourceMark
from etl.records import RawDocument


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to be read, or an item for one that could not be had or need not be. `source`: the configured source that brought it.

    `page`: what is to be remembered of its page, in the transaction that stores it. `stage`: which stage brought it.
    """

    found: RawDocument | Item
    source: str | None = None
    page: PageMark | None = None
    stage: Literal["fetch", "read"] = "read"


@dataclass(frozen=True, slots=True)
class Whole:
    """An archive or table that was opened to its end, whatever became of the documents in it: what was wrong with it is so no more."""

    origin: str


Given = Entry | Whole | SourceMark
"""In the order of reading: the mark of a source follows the last of its entries."""

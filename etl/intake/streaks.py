"""When a file is given up: its documents fail one after the other, with none between them that is sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from etl.intake.entries import Entry
from etl.load import Item
from etl.sources import file_of
from etl.sources.limits import ERRORS_IN_A_ROW


class Streaks:
    """How many documents of the file at hand failed in a row, be it in opening, reading or extracting them. Files are read one by one."""

    def __init__(self) -> None:
        self._file = ""
        self._failed = 0
        self._given_up: set[str] = set()
        self._told: set[str] = set()

    def count(self, items: Iterable[Item]) -> None:
        """Count what became of documents, in the order of reading."""
        for item in items:
            file = file_of(item.origin)
            if file == item.origin:
                # A document or page by itself: the next has nothing to do with it.
                continue
            if file != self._file:
                self._file, self._failed = file, 0
            self._failed = self._failed + 1 if item.status == "quarantined" else 0
            if self._failed >= ERRORS_IN_A_ROW:
                self._given_up.add(file)

    def gave_up(self, file: str) -> bool:
        """Return whether the rest of a file is not read."""
        return file in self._given_up

    def going_on(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the entries without those of files that are given up: in the place of the first of these stands an item that says so."""
        for entry in entries:
            file = file_of(entry.found.origin)
            if file not in self._given_up:
                yield entry
            elif file not in self._told:
                self._told.add(file)
                reason = f"{ERRORS_IN_A_ROW} errors in a row: the rest of it is not read"
                yield Entry(Item(0, Path(file).name, file, "quarantined", "read", reason), entry.source, stage=entry.stage)

"""How far the reading of files has come, told as their documents are handed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from etl.intake.entries import Entry, Given, Whole
from etl.intake.results import OnProgress, Progress
from etl.load import Item
from etl.records import RawDocument


class Advance:
    """The reading of so many files, of which `on_progress` is told."""

    def __init__(self, files: int, on_progress: OnProgress | None) -> None:
        self._files = files
        self._on_progress = on_progress
        self._documents = 0

    def entries(self, number: int, found: Iterable[RawDocument | Item | Whole]) -> Iterator[Given]:
        """Yield what is found in the file of that number, counted from 0, as entries. Raises what reading it raises."""
        for one in found:
            if isinstance(one, Whole):
                yield one
                continue
            self._documents += 1
            self._tell(number, one.name if isinstance(one, RawDocument) else one.document_name)
            yield Entry(one)

    def done(self) -> None:
        """Tell that all files are read."""
        self._tell(self._files, "")

    def _tell(self, files_done: int, document: str) -> None:
        if self._on_progress:
            self._on_progress(Progress(files_done, self._files, self._documents, document))

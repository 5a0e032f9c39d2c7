"""Small documents that go to a worker process together, until one of them turns out to need a process to itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from etl.errors import DocumentError
from etl.intake.documents import ExtractedDocument
from etl.intake.workers import Workers
from etl.records import RawDocument

Found = ExtractedDocument | DocumentError
Work = Callable[[Sequence[tuple[int, RawDocument]]], list[Found]]
"""What a worker does with documents, each given with its ordinal. It must be importable."""

DOCUMENTS = 8
"""Enough that sending costs little, and few enough that all processes have some of those that are begun before the first is fetched."""
BYTES = 100_000
"""A larger document goes alone: reading it with others would save nothing, and lets all of them wait."""


class Portion:
    """Documents that `work` is done on together, in one of the workers' processes, within the limits of one document.

    When it breaks them, or the process, nobody knows by which document. So each is sent again alone: the one at fault fails as if it had
    never been with others, and the others do not.
    """

    def __init__(self, workers: Workers, work: Work) -> None:
        self._workers = workers
        self._work = work
        self._given: list[tuple[int, RawDocument]] = []
        self._bytes = 0
        self._waiting: Callable[[], list[Found]] | None = None
        self._found: list[Callable[[], Found]] = []

    def takes(self, raw: RawDocument) -> bool:
        """Return whether there is room for a document, and the portion is not on its way."""
        return self._waiting is None and (not self._given or (len(self._given) < DOCUMENTS and self._bytes + len(raw.content) <= BYTES))

    def put(self, ordinal: int, raw: RawDocument) -> Callable[[], Found]:
        """Add a document. What is returned sends the portion if nobody has, and waits for what came of the document."""
        number = len(self._given)
        self._given.append((ordinal, raw))
        self._bytes += len(raw.content)
        return lambda: self._fetched()[number]()

    def send(self) -> None:
        """Send what is in it to the next process that is free, unless it was sent."""
        if self._given and self._waiting is None:
            self._waiting = self._begin(self._given)

    def _begin(self, given: Sequence[tuple[int, RawDocument]]) -> Callable[[], list[Found]]:
        return self._workers.begin(self._work, given, document=given[0][1].name)

    def _fetched(self) -> list[Callable[[], Found]]:
        self.send()
        if not self._found:
            assert self._waiting is not None
            try:
                self._found = [_known(found) for found in self._waiting()]
            except DocumentError as error:
                self._found = [_known(error)] if len(self._given) == 1 else [_of_one(self._begin([one])) for one in self._given]
            self._given = []
        return self._found


def _known(found: Found) -> Callable[[], Found]:
    return lambda: found


def _of_one(waiting: Callable[[], list[Found]]) -> Callable[[], Found]:
    def found() -> Found:
        try:
            (one,) = waiting()
        except DocumentError as error:
            return error
        return one

    return found

"""Where documents are read and extracted: in this process, or in others that can be stopped when one takes too long or too much memory."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import Final, Protocol, Self

from etl.errors import DocumentError
from etl.extract.readers.registry import load_reader
from etl.intake.documents import ExtractedDocument, Extractor
from etl.intake.portions import Portion
from etl.intake.workers import Limits, Workers, at_stage
from etl.judgements import Book, Judgement
from etl.records import Document, RawDocument
from etl.sources import read_document

_FIRST_WORDS = "The foreign ministers of both states met on Tuesday. Both sides said that they would meet again, and that talks went well."
"""Extracted once in each process before its documents, so that loading the lexicons counts as nobody's time."""

Extract = Callable[[Sequence[tuple[int, Document]]], list[ExtractedDocument | DocumentError]]
"""Extracts documents, each given with its ordinal, and tells what came of each."""
Pending = Callable[[], ExtractedDocument]
"""What was begun. Calling it waits for the document, and raises DocumentError when it cannot be read or extracted."""


_COLLECTING = (10_000, 10, 10)
"""When the garbage collector looks, here and in the workers. A document comes back as a thousand small records without circles: by Python's
own 700 it looked through this process for each of them, which was four fifths of the time that receiving them took."""


class Extraction(Protocol):
    """Reads documents and extracts what they say. `ahead`: how many batches may be begun before the first is fetched. Use it as a context
    manager.
    """

    ahead: int

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def begin(self, ordinal: int, raw: RawDocument) -> Pending:
        """Begin a document; `ordinal` is its place in the run."""
        ...


class InThisProcess:
    """Works when it is asked for the result. Nothing can stop a document that does not end."""

    ahead = 0

    def __init__(self, extract: Extract) -> None:
        self._extract = extract

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass

    def begin(self, ordinal: int, raw: RawDocument) -> Pending:
        """Note a document."""

        def result() -> ExtractedDocument:
            try:
                (found,) = _timed(self._extract, [(ordinal, raw)])
            except MemoryError as error:
                raise DocumentError(raw.name, "extract", "there is not enough memory for it") from error
            return _or_raised(found)

        return result


class InWorkers:
    """Works in processes of their own (see `Workers`). `prepare` is called once in each and returns what extracts there.

    Records travel back, never a `Doc`. Small documents are sent in portions (see `Portion`), which saves both sides much of their work;
    limits hold for each document all the same, and the one that breaks them fails alone. As long as it is used as a context manager, the
    garbage collector of this process looks less often.
    """

    ahead = 2

    def __init__(self, prepare: Callable[[], Extract], limits: Limits) -> None:
        self._workers = Workers(limits, partial(_prepare, prepare))
        self._portion = Portion(self._workers, _extract_here)

    def __enter__(self) -> Self:
        self._collecting = gc.get_threshold()
        gc.set_threshold(*_COLLECTING)
        self._workers.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        gc.set_threshold(*self._collecting)
        self._workers.__exit__(kind, error, trace)

    def dismiss(self) -> None:
        """End the processes when what was begun is done, for the memory that they hold. More documents would start new ones."""
        self._workers.dismiss()

    def stop(self) -> None:
        """End the processes at once, whatever they are at."""
        self._workers.stop()

    def begin(self, ordinal: int, raw: RawDocument) -> Pending:
        """Put a document into a portion, which goes to the next process that is free when it is full, or a document of it is asked for."""
        if not self._portion.takes(raw):
            self._portion.send()
            self._portion = Portion(self._workers, _extract_here)
        waiting = self._portion.put(ordinal, raw)

        def result() -> ExtractedDocument:
            found = _or_raised(waiting())
            return replace(found, document=replace(found.document, content=raw.content))

        return result


class LimitedReader:
    """Reads documents in a process of its own, which starts with the first of them, within the limits of `Workers`. A context manager."""

    def __init__(self, limits: Limits) -> None:
        self._workers = Workers(replace(limits, workers=1), _nothing)

    def __enter__(self) -> Self:
        self._workers.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._workers.__exit__(kind, error, trace)

    def __call__(self, raw: RawDocument) -> Document:
        """Return the document of these bytes. Raises DocumentError."""
        return replace(self._workers.begin(_read_here, raw, document=raw.name)(), content=raw.content)


def prepare_extractor(reader: str, judgements: Mapping[int, Judgement]) -> Extract:
    """Return what extracts as the reader of that name does, once it has loaded its words."""
    extractor = Extractor(load_reader(reader), Book(judgements))
    extractor.extract(0, Document("warming up", "", "text/plain", b"", _FIRST_WORDS))
    # The lexicons stay as long as the process. The garbage collector need not look through them again and again: a fifth of the time.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECTING)
    return extractor.extract_together


_extract: Extract | None = None
"""What this worker process extracts with; None in every other process."""


def _prepare(prepare: Callable[[], Extract]) -> None:
    global _extract
    _extract = prepare()
    collect_seldom()


def collect_seldom() -> None:
    """Let the garbage collector look through what was made less often: for processes that do nothing but extract.

    What is read of an article goes when nobody refers to it any more, and hardly anything refers to itself.
    """
    gc.set_threshold(*_COLLECTED_AFTER)


_COLLECTED_AFTER: Final = (20_000, 50, 100)
"""Objects made and not gone, and collections of the younger generations, after which those of the three generations are looked through."""


def _nothing() -> None:
    """Prepare nothing: what reads is loaded with the first document."""


def _extract_here(given: Sequence[tuple[int, RawDocument]]) -> list[ExtractedDocument | DocumentError]:
    assert _extract is not None
    # The bytes stay where they are: the process that stores has them.
    return [
        found if isinstance(found, DocumentError) else replace(found, document=replace(found.document, content=b""))
        for found in _timed(_extract, given)
    ]


def _read_here(raw: RawDocument) -> Document:
    return replace(_read(raw), content=b"")


def _read(raw: RawDocument) -> Document:
    at_stage("read")
    return read_document(raw)


def _or_raised(found: ExtractedDocument | DocumentError) -> ExtractedDocument:
    if isinstance(found, DocumentError):
        raise found
    return found


def _timed(extract: Extract, given: Sequence[tuple[int, RawDocument]]) -> list[ExtractedDocument | DocumentError]:
    """Read and extract documents. Each took the time of its own reading, and of extracting as large a part as it has of all text."""
    found: dict[int, ExtractedDocument | DocumentError] = {}
    read: list[tuple[int, Document]] = []
    seconds: dict[int, float] = {}
    for ordinal, raw in given:
        start = time.perf_counter()
        try:
            read.append((ordinal, _read(raw)))
        except DocumentError as error:
            found[ordinal] = error
        seconds[ordinal] = time.perf_counter() - start
    at_stage("extract")
    start = time.perf_counter()
    extracted = extract(read) if read else []
    each = (time.perf_counter() - start) / max(1, sum(len(document.text) for _, document in read))
    for (ordinal, document), one in zip(read, extracted, strict=True):
        taken = seconds[ordinal] + each * len(document.text)
        found[ordinal] = one if isinstance(one, DocumentError) else replace(one, seconds=taken)
    return [found[ordinal] for ordinal, _ in given]

"""Where documents are extracted: in this process, or in others that can be stopped when a document takes too long or too much memory."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass, replace
from multiprocessing import get_context
from types import TracebackType
from typing import Protocol, Self

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from etl.errors import DocumentError, in_one_line
from etl.extract.readers.registry import load_reader
from etl.ingest.documents import ExtractedDocument, Extractor
from etl.judgements import Book, Judgement
from etl.records import Document

_FIRST_WORDS = "The foreign ministers of both states met on Tuesday. Both sides said that they would meet again, and that talks went well."
"""Extracted once in each process before its documents, so that loading the lexicons counts as nobody's time."""

Extract = Callable[[int, Document], ExtractedDocument]
Pending = Callable[[], ExtractedDocument]
"""What was begun. Calling it waits for the document, and raises DocumentError when it cannot be extracted."""


class Extraction(Protocol):
    """Extracts documents. `ahead`: how many batches may be begun before the first is fetched. Use it as a context manager."""

    ahead: int

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def begin(self, ordinal: int, document: Document) -> Pending:
        """Begin a document; `ordinal` is its place in the run."""
        ...


class InThisProcess:
    """Extracts when it is asked for the result. Nothing can stop a document that does not end."""

    ahead = 0

    def __init__(self, extract: Extract) -> None:
        self._extract = extract

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass

    def begin(self, ordinal: int, document: Document) -> Pending:
        """Note a document."""
        return lambda: _timed(self._extract, ordinal, document)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many processes, and what each document may take of one."""

    workers: int = 1
    seconds_per_document: float = 60.0
    megabytes_per_worker: int = 2000


class InWorkers:
    """Extracts in processes of their own. One that takes too long, or dies, is replaced, and its document alone fails.

    `prepare` is called once in each process and returns what extracts there; it must be importable, for the processes are started afresh
    (forking would copy the database's connections and threads). Records travel back, never a `Doc`.
    """

    ahead = 2

    def __init__(self, prepare: Callable[[], Extract], limits: Limits) -> None:
        self._limits = limits
        self._pool = ProcessPool(
            max_workers=limits.workers,
            initializer=_start_worker,
            initargs=[prepare, limits.megabytes_per_worker],
            context=get_context("spawn"),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def begin(self, ordinal: int, document: Document) -> Pending:
        """Send a document to the next process that is free."""
        seconds = self._limits.seconds_per_document
        future: ProcessFuture[ExtractedDocument] = self._pool.schedule(_work, args=[ordinal, document], timeout=seconds)
        return lambda: self._result(future, document)

    def _result(self, future: ProcessFuture[ExtractedDocument], document: Document) -> ExtractedDocument:
        try:
            return replace(future.result(), document=document)
        except TooLong as error:
            raise DocumentError(document.name, "extract", f"took longer than {self._limits.seconds_per_document:g} seconds") from error
        except ProcessExpired as error:
            reason = f"the process that extracted it died (exit code {error.exitcode})"
            raise DocumentError(document.name, "extract", reason) from error
        except MemoryError as error:
            raise DocumentError(document.name, "extract", f"needs more than {self._limits.megabytes_per_worker} megabytes") from error


def prepare_extractor(reader: str, judgements: Mapping[int, Judgement]) -> Extract:
    """Return what extracts as the reader of that name does, once it has loaded its words."""
    extractor = Extractor(load_reader(reader), Book(judgements))
    extractor.extract(0, Document("warming up", "", "text/plain", b"", _FIRST_WORDS))
    # The lexicons stay as long as the process. The garbage collector need not look through them again and again: a fifth of the time.
    gc.collect()
    gc.freeze()
    return extractor.extract


_extract: Extract | None = None
"""What this worker process extracts with; None in every other process."""


def _start_worker(prepare: Callable[[], Extract], megabytes: int) -> None:
    global _extract
    # Ctrl-C goes to the whole group; the process that stores decides when the workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _extract = prepare()
    _limit_memory(megabytes)


def _limit_memory(megabytes: int) -> None:
    """Let this process take so much memory besides what it has mapped now. Only where the system can hold a process to it."""
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no path, the kernel's answer
            mapped = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (mapped + megabytes * 1_000_000,) * 2)


def _work(ordinal: int, document: Document) -> ExtractedDocument:
    assert _extract is not None
    # The bytes stay where they are: the process that stores has them.
    return replace(_timed(_extract, ordinal, document), document=replace(document, content=b"", text=""))


def _timed(extract: Extract, ordinal: int, document: Document) -> ExtractedDocument:
    start = time.perf_counter()
    try:
        return replace(extract(ordinal, document), seconds=time.perf_counter() - start)
    except (DocumentError, MemoryError):
        raise
    except RecursionError as error:
        raise DocumentError(document.name, "extract", in_one_line(error)) from error

"""Processes for work on one document each, which end when that takes too long, or more memory than it may have."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import TimeoutError as TooLong
from ctypes import Array, c_byte
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from etl.errors import DocumentError

T = TypeVar("T")
Stage = Literal["read", "split", "extract"]

_STAGES: tuple[Stage, ...] = ("read", "split", "extract")
_SLOTS = 1 << 17
"""More than documents can wait at once: each has a byte that says how far it came, which outlives the process that it breaks."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many processes, and what each document may take of one."""

    workers: int = 1
    seconds_per_document: float = 60.0
    megabytes_per_worker: int = 2000


class Workers:
    """Processes of their own. One that takes too long, or dies, is replaced, and its document alone fails.

    `prepare` is called once in each process; it and all work must be importable, for the processes are started afresh (forking would copy
    the database's connections and threads).
    """

    def __init__(self, limits: Limits, prepare: Callable[[], None]) -> None:
        context = get_context("spawn")
        self._limits = limits
        self._numbers = count()
        self._stages: Array[c_byte] = context.RawArray(c_byte, _SLOTS)
        self._pool = ProcessPool(
            max_workers=limits.workers,
            initializer=_start,
            initargs=[prepare, limits.megabytes_per_worker, self._stages],
            context=context,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def begin(self, work: Callable[..., T], *args: object, document: str) -> Callable[[], T]:
        """Send work on a document to the next process that is free. What is returned waits for it, and raises DocumentError."""
        slot = next(self._numbers) % _SLOTS
        self._stages[slot] = 0  # type: ignore[call-overload,unused-ignore]
        future: ProcessFuture[T] = self._pool.schedule(_work, args=[slot, work, *args], timeout=self._limits.seconds_per_document)
        return lambda: self._result(future, slot, document)

    def _result(self, future: ProcessFuture[T], slot: int, document: str) -> T:
        try:
            return future.result()
        except (TooLong, ProcessExpired, MemoryError) as error:
            raise DocumentError(document, _STAGES[self._stages[slot]], self._reason(error)) from error

    def _reason(self, error: BaseException) -> str:
        match error:
            case ProcessExpired():
                return f"the process that worked on it died (exit code {error.exitcode})"
            case MemoryError():
                return f"needs more than {self._limits.megabytes_per_worker} megabytes"
            case _:
                return f"took longer than {self._limits.seconds_per_document:g} seconds"


def at_stage(stage: Stage) -> Stage:
    """Note at which stage the document is on which this process works, and return it. In a process that is no worker nothing is noted."""
    if _stages is not None:
        _stages[_slot] = _STAGES.index(stage)
    return stage


_stages: Any = None
_slot = 0


def _start(prepare: Callable[[], None], megabytes: int, stages: Array[c_byte]) -> None:
    global _stages
    # Ctrl-C goes to the whole group; the process that stores decides when the workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prepare()
    _stages = stages
    _limit_memory(megabytes)


def _limit_memory(megabytes: int) -> None:
    """Let this process take so much memory besides what it has mapped now. Only where the system can hold a process to it."""
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no path, the kernel's answer
            mapped = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (mapped + megabytes * 1_000_000,) * 2)


def _work(slot: int, work: Callable[..., T], *args: object) -> T:
    global _slot
    _slot = slot
    return work(*args)

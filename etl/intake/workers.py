"""Processes for work on one document each, which end when that takes too long, or more memory than it may have."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import TimeoutError as TooLong
from concurrent.futures.process import BrokenProcessPool
from ctypes import Array, c_byte
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from etl.errors import DocumentError, RunError, in_one_line

T = TypeVar("T")
Stage = Literal["read", "split", "extract"]

_STAGES: tuple[Stage, ...] = ("read", "split", "extract")
_SLOTS = 1 << 17
"""More than documents can wait at once: each has a byte that says how far it came, which outlives the process that it breaks."""
STARTS = 3
"""How often processes are started anew that end before they begin with a document, as they do when the machine has no memory left."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many processes, and what each document may take of one."""

    workers: int = 1
    seconds_per_document: float = 60.0
    megabytes_per_worker: int = 2000


@dataclass(slots=True)
class _Sent:
    """Work on a document, and the processes that it was sent to. `slot`: where its stage is noted."""

    document: str
    slot: int
    work: Callable[..., Any]
    args: tuple[object, ...]
    pool: ProcessPool
    future: ProcessFuture[Any]


class Workers:
    """Processes of their own. One that takes too long, or dies, is replaced, and its document alone fails.

    Those that die before they begin with a document are started again, and what waits is sent to the new ones. `prepare` is called once in
    each process; it and all work must be importable, for the processes are started afresh (forking would copy the database's connections
    and threads).
    """

    def __init__(self, limits: Limits, prepare: Callable[[], None]) -> None:
        self._context = get_context("spawn")
        self._limits = limits
        self._prepare = prepare
        self._numbers = count()
        self._stages: Array[c_byte] = self._context.RawArray(c_byte, _SLOTS)
        self._pool = self._new_pool()
        self._ended_early = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
            self._pool.join()
        else:
            self.stop()

    def dismiss(self) -> None:
        """End the processes when what was begun is done, for the memory that they hold. More work would start new ones."""
        self._pool.close()  # type: ignore[no-untyped-call]
        self._pool.join()
        self._pool = self._new_pool()

    def stop(self) -> None:
        """End the processes at once, whatever they are at."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def begin(self, work: Callable[..., T], *args: object, document: str) -> Callable[[], T]:
        """Send work on a document to the next process that is free. What is returned waits for it, and raises DocumentError.

        Both raise RunError when processes end again and again before they begin.
        """
        slot = next(self._numbers) % _SLOTS
        sent = _Sent(document, slot, work, args, *self._send(slot, work, args))
        return lambda: self._result(sent)

    def _send(self, slot: int, work: Callable[..., Any], args: tuple[object, ...]) -> tuple[ProcessPool, ProcessFuture[Any]]:
        while True:
            self._stages[slot] = 0  # type: ignore[call-overload,unused-ignore]
            pool = self._pool
            try:
                return pool, pool.schedule(_work, args=[slot, work, *args], timeout=self._limits.seconds_per_document)
            except RuntimeError as error:
                # So pebble tells that the processes are gone.
                self._replace(pool, error)

    def _result(self, sent: _Sent) -> Any:
        while True:
            if sent.pool is not self._pool and not _has_answer(sent.future):
                # It was sent to processes that are gone.
                sent.pool, sent.future = self._send(sent.slot, sent.work, sent.args)
            broken = sent.future.exception()
            if isinstance(broken, BrokenProcessPool):
                self._replace(sent.pool, broken)
                continue
            self._ended_early = 0
            try:
                return sent.future.result()
            except (TooLong, ProcessExpired, MemoryError) as error:
                raise DocumentError(sent.document, _STAGES[self._stages[sent.slot]], self._reason(error)) from error

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._limits.workers,
            initializer=_start,
            initargs=[self._prepare, self._limits.megabytes_per_worker, self._stages],
            context=self._context,
        )

    def _replace(self, broken: ProcessPool, error: Exception) -> None:
        """Start processes anew, unless somebody who waited for the same ones has done so. Raises RunError when that does not help."""
        if broken is not self._pool:
            return
        self._ended_early += 1
        if self._ended_early >= STARTS:
            reason = f"processes were started {STARTS} times, and ended before they began with a document"
            raise RunError(f"{reason} ({in_one_line(error)}): is there enough memory for {self._limits.workers}?") from error
        broken.stop()  # type: ignore[no-untyped-call]
        broken.join()
        self._pool = self._new_pool()

    def _reason(self, error: BaseException) -> str:
        match error:
            case ProcessExpired():
                return f"the process that worked on it died (exit code {error.exitcode})"
            case MemoryError():
                return f"needs more than {self._limits.megabytes_per_worker} megabytes"
            case _:
                return f"took longer than {self._limits.seconds_per_document:g} seconds"


def _has_answer(future: ProcessFuture[Any]) -> bool:
    return future.done() and not isinstance(future.exception(), BrokenProcessPool)


def at_stage(stage: Stage) -> Stage:
    """Note at which stage the document is on which this process works, and return it. In a process that is no worker nothing is noted."""
    if _stages is not None:
        _stages[_slot] = _STAGES.index(stage)
    return stage


_stages: Any = None
_slot = 0


def _start(prepare: Callable[[], None], megabytes: int, stages: Array[c_byte]) -> None:
    global _stages
    # Signals go to the whole group (Ctrl-C, and what a service manager sends); the process that stores decides when the workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    prepare()
    _stages = stages
    limit_memory(megabytes)


def limit_memory(megabytes: int) -> None:
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

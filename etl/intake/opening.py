"""Opening archives and tables in a process of its own: what breaks the library that reads one, or never ends, costs that file alone."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Literal, Protocol, Self

from etl.errors import DocumentError, FetchError, RunError
from etl.intake.workers import STARTS, Limits, limit_memory
from etl.records import RawDocument
from etl.sources import READERS, File, OnSkipped, Skipped, format_of, path_of, raw_documents, unopened

_Told = RawDocument | DocumentError | FetchError | Skipped | Literal["alive", "end"]

_SIGNS_IN_TIME = 4
"""How often one that still reads says so in the time that it has for one document."""


class Opens(Protocol):
    """Yields the bytes of every document of one file, and errors, as `raw_documents` does, whose options these are."""

    def __call__(
        self,
        file: File,
        *,
        columns: Mapping[str, str | None] | None = None,
        publisher: str | None = None,
        language: str | None = None,
        on_skipped: OnSkipped | None = None,
    ) -> Iterator[RawDocument | DocumentError]: ...


@dataclass(slots=True)
class _Child:
    process: SpawnProcess
    channel: Connection

    def end(self) -> int | None:
        """End the process, which may not listen any more, and return how it ended if it had by itself."""
        self.channel.close()
        self.process.join(1.0)
        code = self.process.exitcode
        self.process.kill()
        self.process.join()
        return code


class LimitedOpener:
    """Opens files that hold many documents in a process of its own, which starts with the first of them. A context manager.

    One that dies, needs too much memory, or neither brings anything nor reads on for as long as one document may take, is replaced, and the
    rest of its file is an error. Files that are one document each are only handed on, and so stay in this process. `prepare` is called in
    the other process when it starts, and must be importable.
    """

    def __init__(self, limits: Limits, prepare: Callable[[], None] | None = None) -> None:
        self._limits = limits
        self._prepare = prepare
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def stop(self) -> None:
        """End the process at once, whatever it is at."""
        self._end()

    def __call__(
        self,
        file: File,
        *,
        columns: Mapping[str, str | None] | None = None,
        publisher: str | None = None,
        language: str | None = None,
        on_skipped: OnSkipped | None = None,
    ) -> Iterator[RawDocument | DocumentError]:
        """Yield what `raw_documents` yields of a file. Raises RunError when no process can be started, and what that raises."""
        if format_of(path_of(file)) not in READERS:
            yield from raw_documents(file, columns=columns, publisher=publisher, language=language, on_skipped=on_skipped)
            return
        ended = False
        try:
            child = self._ready()
            child.channel.send((file, {"columns": columns, "publisher": publisher, "language": language}))
            while not ended:
                if not child.channel.poll(self._limits.seconds_per_document):
                    raise TimeoutError
                told: _Told = child.channel.recv()
                if isinstance(told, Skipped):
                    if on_skipped:
                        on_skipped(told)
                elif isinstance(told, FetchError):
                    raise told
                elif not isinstance(told, str):
                    yield told
                ended = told == "end"
        except TimeoutError:
            yield unopened(file, f"took longer than {self._limits.seconds_per_document:g} seconds")
        except (EOFError, OSError):
            yield unopened(file, f"the process that opened it died (exit code {self._end()})")
        finally:
            if not ended:
                # It would go on with a file that nobody asks for any more.
                self._end()

    def _ready(self) -> _Child:
        for _ in range(STARTS):
            if self._child is None:
                self._child = self._start()
                try:
                    # How long a process takes to start counts as no file's time, and that it does not start is no file's fault.
                    self._child.channel.recv()
                except (EOFError, OSError):
                    self._end()
                    continue
            return self._child
        raise RunError(f"a process was started {STARTS} times, and ended before it opened a file: is there enough memory for it?")

    def _start(self) -> _Child:
        context = get_context("spawn")
        channel, theirs = context.Pipe()
        tick = self._limits.seconds_per_document / _SIGNS_IN_TIME
        process = context.Process(target=_serve, args=(theirs, self._limits.megabytes_per_worker, tick, self._prepare), daemon=True)
        process.start()
        # Only the other process may hold it: when that dies, the channel ends.
        theirs.close()
        return _Child(process, channel)

    def _end(self) -> int | None:
        child, self._child = self._child, None
        return child.end() if child else None


class _Telling:
    """Tells what is found, and between that, not too often, that somebody still reads."""

    def __init__(self, channel: Connection, tick: float) -> None:
        self._channel = channel
        self._tick = tick
        self._last = time.monotonic()

    def tell(self, told: _Told) -> None:
        self._channel.send(told)
        self._last = time.monotonic()

    def alive(self) -> None:
        if time.monotonic() - self._last > self._tick:
            self.tell("alive")


def _serve(channel: Connection, megabytes: int, tick: float, prepare: Callable[[], None] | None) -> None:
    # Signals go to the whole group; the process that stores decides when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if prepare:
        prepare()
    limit_memory(megabytes)
    telling = _Telling(channel, tick)
    try:
        telling.tell("alive")
        while True:
            file, options = channel.recv()
            try:
                for found in raw_documents(file, **options, on_skipped=telling.tell, on_read=telling.alive):
                    telling.tell(found)
            except MemoryError:
                telling.tell(unopened(file, f"needs more than {megabytes} megabytes"))
            except FetchError as error:
                telling.tell(error)
                continue
            telling.tell("end")
    except (EOFError, OSError):
        # Who asked is gone.
        return

"""Signals: a first one ends a run where nothing is lost, a second one at once."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType
from typing import Self

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopping:
    """While it is open, SIGTERM and SIGINT are noted; `reason` then says why a run should end. Only in the main thread."""

    def __init__(self) -> None:
        self._caught: str | None = None
        self._before: dict[signal.Signals, object] = {}

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what it was before

    def reason(self) -> str | None:
        """Return why the run should end, None while it should not."""
        return self._caught

    def _note(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the signature is the system's
        if self._caught:
            raise KeyboardInterrupt
        self._caught = f"stopped by {signal.Signals(number).name}; the next run goes on from here"

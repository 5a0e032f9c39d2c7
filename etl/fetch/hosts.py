"""Politeness: how often a host is asked, how many requests are under way at it, and when it is left alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from etl.errors import FetchError
from etl.fetch.network import Watch

GIVE_UP_AFTER = 5
"""So many addresses in a row that gave nothing after all retries, and the host is left alone for the night."""


class Host:
    """One host. All methods may be called from any thread."""

    def __init__(self, name: str, *, per_second: float, at_once: int) -> None:
        self.name = name
        self._interval = 1.0 / per_second
        self._at_once = at_once
        self._under_way = 0
        self._lock = threading.Lock()
        self._ended = threading.Condition(self._lock)
        self._next = 0.0
        self._failed = 0
        self._closed: str | None = None

    def agree(self, *, per_second: float, at_once: int) -> None:
        """Ask no more than this either: of what several sources allow, the least counts."""
        with self._lock:
            self._interval = max(self._interval, 1.0 / per_second)
            self._at_once = min(self._at_once, at_once)

    def slow_down(self, interval: float) -> None:
        """Leave at least so many seconds between two requests."""
        with self._lock:
            self._interval = max(self._interval, interval)

    def hold(self, seconds: float) -> None:
        """Ask nothing for so many seconds."""
        with self._lock:
            self._next = max(self._next, time.monotonic() + seconds)

    def close(self, reason: str) -> None:
        """Ask nothing more this night."""
        with self._lock:
            self._closed = self._closed or reason

    def answered(self) -> None:
        """Note that the host gave an answer, of whatever kind."""
        with self._lock:
            self._failed = 0

    def failed(self, reason: str) -> None:
        """Note that an address gave nothing after all retries."""
        with self._lock:
            self._failed += 1
            if self._failed >= GIVE_UP_AFTER:
                self._closed = self._closed or f"{self.name} failed {GIVE_UP_AFTER} times in a row, at last: {reason}"

    @contextmanager
    def turn(self, url: str, watch: Watch) -> Iterator[None]:
        """Wait for a turn to ask, and have it. Raises FetchError when the host is left alone or nothing is wanted any more."""
        self._check(url)
        with self._slot():
            # Not only at last: whoever waits behind others for a host that was given up would wait out every interval.
            self._check(url)
            with self._lock:
                now = time.monotonic()
                start = max(now, self._next)
                self._next = start + self._interval
            wanted = watch.sleep(start - now)
            if not wanted:
                raise FetchError(url, "the run was stopped before it was asked for")
            self._check(url)
            yield

    @contextmanager
    def _slot(self) -> Iterator[None]:
        with self._ended:
            self._ended.wait_for(lambda: self._under_way < self._at_once)
            self._under_way += 1
        try:
            yield
        finally:
            with self._ended:
                self._under_way -= 1
                self._ended.notify()

    def _check(self, url: str) -> None:
        if self._closed:
            raise FetchError(url, f"not asked for: {self._closed}")


class Hosts:
    """The hosts that were asked so far, by their names. One for a run: its sources share them, and what each has been through."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._hosts: dict[str, Host] = {}

    def named(self, name: str, *, per_second: float, at_once: int) -> Host:
        """Return a host, of which a source asks no more than this; it is made when it is asked for first."""
        with self._lock:
            host = self._hosts.setdefault(name, Host(name, per_second=per_second, at_once=at_once))
        host.agree(per_second=per_second, at_once=at_once)
        return host

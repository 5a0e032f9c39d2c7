"""Working ahead: calls made at the same time, their results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

AHEAD = 16
"""Calls under way, and results that wait to be taken: a bound on memory."""


def in_order(calls: Iterable[Callable[[], T]], *, stop: Callable[[], None], ahead: int = AHEAD) -> Generator[T, None, None]:
    """Yield what the calls return, in their order, while up to `ahead` of them are under way.

    The calls are made in threads, but taken from the iterable in the thread that iterates. When the iteration ends early, those not begun
    are dropped, and `stop` makes those under way end.
    """
    left = iter(calls)
    waiting: deque[Future[T]] = deque()
    with ThreadPoolExecutor(ahead, thread_name_prefix="fetch") as threads:
        try:
            waiting.extend(threads.submit(call) for call in islice(left, ahead))
            while waiting:
                yield waiting.popleft().result()
                waiting.extend(threads.submit(call) for call in islice(left, 1))
        finally:
            stop()
            threads.shutdown(wait=False, cancel_futures=True)

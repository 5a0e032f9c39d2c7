"""Handing the parts of an archive to the workers of a cluster, and waiting for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from etl.cluster.connection import Cluster
from etl.cluster.parts import Part, PartDone, Work
from etl.errors import RunError, in_one_line

if TYPE_CHECKING:
    from distributed import Future

OnParts = Callable[[PartDone], None]
"""Told what came of a part, once all of it is committed."""

SECONDS_BETWEEN_LOOKS = 1.0
TRIES = 2
"""How often a part is tried again that raised an error, besides those whose worker was lost: the database may have been away."""


def distribute(
    cluster: Cluster, work: Work, parts: Sequence[Part], *, on_part: OnParts, alive: Callable[[], None], stop: Callable[[], str | None]
) -> tuple[list[str], str | None]:
    """Have all parts loaded; return why parts of it could not be, and why it ended before all were tried.

    A part whose worker is lost is done again by another one. `alive` is called every second or so while this waits. Raises RunError when
    the workers cannot do the work, or the scheduler is lost.
    """
    from etl.cluster.worker import Loader, load_part

    client = cluster.client
    try:
        client.register_plugin(Loader(work))
    except Exception as error:
        raise RunError(f"the workers cannot do the work: {in_one_line(error)}") from error
    ended: SimpleQueue[Future] = SimpleQueue()
    waiting: dict[str, tuple[Part, Future]] = {}
    failed: list[str] = []
    try:
        for part in parts:
            future = client.submit(load_part, work.name, part, key=f"{work.name}-part-{part.number}", pure=False, retries=TRIES)
            waiting[future.key] = part, future
            future.add_done_callback(ended.put)
        while waiting:
            alive()
            if reason := stop():
                return failed, reason
            try:
                future = ended.get(timeout=SECONDS_BETWEEN_LOOKS)
            except Empty:
                continue
            part, _ = waiting.pop(future.key)
            try:
                done = future.result()
            except CancelledError as error:
                raise RunError("the scheduler of the cluster is gone; the next run goes on from here") from error
            except Exception as error:
                failed.append(f"part {part.number} ({_named(part)}): {in_one_line(error)}")
            else:
                failed += done.failed
                on_part(done)
        return failed, None
    finally:
        # A scheduler that is gone has nothing left to end.
        with suppress(OSError):
            client.cancel([future for _, future in waiting.values()])
            client.unregister_worker_plugin(work.name)


def _named(part: Part) -> str:
    first = part.files[0].file.name
    return first if len(part.files) == 1 else f"{first} and {len(part.files) - 1} more files"

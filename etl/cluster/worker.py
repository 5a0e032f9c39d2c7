"""What happens on a worker of the cluster: a part is read, extracted and loaded there, into the database itself."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from threading import Lock

from distributed import Worker, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from etl.cluster.parts import Part, PartDone, PartFile, Work
from etl.errors import FetchError, RunError
from etl.extract.pipeline import extractor_version
from etl.extract.readers.registry import load_reader
from etl.intake import Entry, Given, InWorkers, LimitedOpener, Loading, Opens, Tally, Whole, documents_of, prepare_extractor
from etl.judgements import Judgement
from etl.load import PartJournal, SourceMark, batches, committed, mark_sources, read_judgements, supersede_part
from models.store import open_engine

CHECKPOINTS = 500
"""Written in one transaction."""


class _Processes:
    """One process that opens files and one that extracts documents, for the parts of one thread."""

    def __init__(self, work: Work, judgements: Mapping[int, Judgement]) -> None:
        self.extraction = InWorkers(partial(prepare_extractor, work.reader, judgements), work.limits)
        self.opens = LimitedOpener(work.limits)

    def stop(self) -> None:
        """End both at once."""
        self.extraction.stop()
        self.opens.stop()


class Loader(WorkerPlugin):  # type: ignore[misc]  # mypy knows nothing of its types
    """The connections and processes of a run on one worker, made when it joins and kept for all of its parts.

    Documents are extracted in processes of their own, as everywhere, so that what one does to its process is no other's business: one for
    each thread of the worker, which loads its pipeline once.
    """

    def __init__(self, work: Work) -> None:
        self.name = work.name
        self.work = work

    def setup(self, worker: Worker) -> None:  # noqa: ARG002 - the signature is Dask's
        """Make ready. Raises RunError when the worker would extract otherwise than the program that began the run."""
        here = extractor_version(load_reader(self.work.reader))
        if here != self.work.version:
            raise RunError(f"a worker has another version of communique ({here}, not {self.work.version}): install the same everywhere")
        # Dask's workers are daemons, which may have no children. These end with the worker all the same: what they read from breaks off.
        multiprocessing.current_process().daemon = False
        self._lock = Lock()
        self._idle: list[_Processes] = []
        self._ended: str | None = None
        self._engine = open_engine(self.work.url)
        with self._engine.connect() as connection:
            self._judgements = read_judgements(connection)

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002
        """End the processes and connections. A part that is under way ends by itself after its batch: no document is to blame for this."""
        with self._lock:
            self._ended = "the work of this run has ended"
            idle, self._idle = self._idle, []
        for one in idle:
            one.stop()
        self._engine.dispose()

    def load(self, part: Part, worker: str) -> PartDone:
        """Load a part. Whatever of it an earlier try has loaded is unchanged; its files are marked as read when all of it is in the store.

        Raises RunError when the run or its work has ended, or a part holds more than it has numbers for.
        """
        work, begun, started = self.work, datetime.now(UTC), time.perf_counter()
        journal, tally = PartJournal(work.run_id, work.version), Tally()
        failed: dict[str, str] = {}
        with self._processes() as processes:
            loading = Loading(
                self._engine, journal, work.version, tally, processes.extraction,
                batch_documents=work.batch_documents, stop=lambda: self._ended, first=part.first,
            )  # fmt: skip
            seen = loading.over(_given(part, processes.opens, failed))
        if tally.stopped:
            raise RunError(tally.stopped)
        supersede_part(self._engine, seen)
        marks = (_mark(file, begun, failed.get(file.checkpoint)) for file in part.files)
        for some in batches(marks, CHECKPOINTS):
            committed(self._engine, partial(mark_sources, run=work.run_id, marks=some))
        return PartDone(
            part.number, len(part.files), tally.items, tally.loaded, len(tally.quarantined), time.perf_counter() - started,
            tally.stages, worker, tuple(failed.values()),
        )  # fmt: skip

    @contextmanager
    def _processes(self) -> Iterator[_Processes]:
        """Take processes that no other thread of the worker uses."""
        with self._lock:
            one = self._idle.pop() if self._idle else None
            if one is None:
                one = _Processes(self.work, self._judgements)
        try:
            yield one
        finally:
            with self._lock:
                ended = self._ended
                if not ended:
                    self._idle.append(one)
            if ended:
                one.stop()


def load_part(name: str, part: Part) -> PartDone:
    """Load a part of the run of that name: what Dask calls on a worker."""
    worker = get_worker()
    loader: Loader = worker.plugins[name]
    return loader.load(part, str(worker.address))


def _given(part: Part, opens: Opens, failed: dict[str, str]) -> Iterator[Given]:
    """Yield the documents of a part, and enter by checkpoint why a file could not be read to its end."""
    number = part.first
    for file in part.files:
        try:
            for found in documents_of(file.file, opens=opens):
                if isinstance(found, Whole):
                    yield found
                    continue
                if number == part.beyond:
                    raise RunError(f"part {part.number} holds more than {part.beyond - part.first} documents: divide its files")
                number += 1
                yield Entry(found)
        except FetchError as error:
            failed[file.checkpoint] = str(error)


def _mark(file: PartFile, begun: datetime, failed: str | None) -> SourceMark:
    if failed:
        return SourceMark(file.checkpoint, begun, error=failed)
    return SourceMark(file.checkpoint, begun, watermark=file.state, succeeded_at=datetime.now(UTC))

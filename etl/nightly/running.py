"""A run with the lock of its database, its worker processes and its signals: what every job here has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Engine

from etl.config import Settings
from etl.extract.pipeline import extractor_version
from etl.extract.readers.registry import load_reader
from etl.intake import Given, IngestReport, InWorkers, LimitedOpener, Limits, Loading, OnItems, Opens, Run, prepare_extractor
from etl.load import Place, prepare_store, read_judgements
from etl.nightly.lock import only_run
from etl.nightly.stopping import Stopping
from etl.queries import engine_for_reading
from models import schema
from models.store import open_engine


@dataclass(frozen=True, slots=True)
class Job:
    """A run that is ready, and the database that it writes to. `version`: of the extractor; `opens`: how archives and tables
    are opened.
    """

    engine: Engine
    version: str
    opens: Opens
    _run: Run
    _loading: Loading
    _dismiss: Callable[[], None]
    _judged: bool

    def over(self, given: Iterable[Given]) -> IngestReport:
        """Load what is given. Raises RunError when the run cannot go on; what was loaded until then stays."""
        return self._run.of(partial(self._load, given), judged=self._judged)

    def _load(self, given: Iterable[Given]) -> Mapping[int, frozenset[Place]]:
        seen = self._loading.over(given)
        # Resolving needs their memory, and nothing else of them.
        self._dismiss()
        return seen


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """Open a database that is made ready when it is not. Raises StoreError when it cannot be."""
    prepare_store(url)
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def looked_at(url: str) -> Iterator[Engine | None]:
    """Open a database that is only looked at: it is neither made nor upgraded. None where there is none yet.

    Raises StoreError when it cannot be opened, RunError when it is of another version than this program.
    """
    if schema.current(url) is None:
        yield None
        return
    engine = engine_for_reading(url)
    try:
        yield engine
    finally:
        engine.dispose()


def limits_of(settings: Settings, workers: int | None = None) -> Limits:
    """Return what a document may take, and how many processes there are, as the settings say or as is asked."""
    said = settings.job
    return Limits(workers or said.workers, said.seconds_per_document, said.megabytes_per_worker)


@contextmanager
def running(
    settings: Settings,
    job: str,
    *,
    workers: int | None = None,
    batch_size: int | None = None,
    on_items: OnItems | None = None,
    again: bool = False,
) -> Iterator[Job]:
    """Make a run of a job ready; what is None is as the settings say. Raises LockedError when another run has the database."""
    said = settings.job
    with opened(settings.database_url) as engine, only_run(engine), Stopping() as stopping:
        version = extractor_version(load_reader(said.reader))
        with engine.connect() as connection:
            judgements = read_judgements(connection)
        limits = limits_of(settings, workers)
        with InWorkers(partial(prepare_extractor, said.reader, judgements), limits) as extraction, LimitedOpener(limits) as opens:
            batch = batch_size or said.batch_size
            run = Run(engine, job, version)
            loading = Loading(
                engine, run.journal, version, run.tally, extraction,
                batch_documents=batch, stop=stopping.reason, on_items=on_items, again=again,
            )  # fmt: skip

            def dismiss() -> None:
                extraction.dismiss()
                opens.stop()

            yield Job(engine, version, opens, run, loading, dismiss, bool(judgements))

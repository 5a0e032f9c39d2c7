"""Reading an archive with the workers of a Dask cluster."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from etl.cluster import Cluster, Part, PartDone, PartFile, Work, connected, distribute, plan
from etl.config import Settings
from etl.errors import ConfigError, DocumentError
from etl.extract.pipeline import extractor_version
from etl.extract.readers.registry import load_reader
from etl.intake import IngestReport, OnProgress, Progress, Run, not_found
from etl.load import Place, Totals, committed, count_totals, items_of_run, read_judgements
from etl.nightly.backfill import unread
from etl.nightly.lock import only_run
from etl.nightly.running import limits_of, opened
from etl.nightly.stopping import Stopping
from etl.sources import size_of
from models.store import store_url

SECONDS_BETWEEN_HEARTBEATS = 30.0


def backfill_by_cluster(
    settings: Settings,
    paths: Iterable[Path | str],
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    on_cluster: Callable[[Cluster], None] | None = None,
    on_progress: OnProgress | None = None,
    on_part: Callable[[PartDone], None] | None = None,
) -> IngestReport:
    """Do what `backfill` does with the workers of the cluster whose scheduler is at `scheduler`, or of one of `workers` processes here.

    A part of the archive is marked as read when all of it is in the database, and what articles come to together is put together at last.
    `on_cluster` is told of the cluster before work begins. Raises ConfigError when the database cannot be written by many, or Dask is
    missing, and what `backfill` raises.
    """
    if store_url(settings.database_url).get_backend_name() == "sqlite":
        raise ConfigError(
            "--engine dask needs Postgres (--db postgresql://…): a SQLite file has one writer, and no other machine can open it; "
            "for SQLite there is --workers"
        )
    if scheduler and workers:
        raise ConfigError("--workers is for a cluster of this machine; how many the one at --scheduler has is its own business")
    with (
        connected(scheduler, workers or settings.job.workers) as cluster,
        opened(settings.database_url) as engine,
        only_run(engine),
        Stopping() as stopping,
    ):
        if on_cluster:
            on_cluster(cluster)
        version = extractor_version(load_reader(settings.job.reader))
        with engine.connect() as connection:
            judged = bool(read_judgements(connection))
        run = Run(engine, "backfill", version)
        distributed = _Distributed(settings, run, version, cluster, stopping.reason, on_progress, on_part)
        return run.of(partial(distributed.load, paths), judged=judged)


class _Distributed:
    """The loading of a run by a cluster."""

    def __init__(
        self,
        settings: Settings,
        run: Run,
        version: str,
        cluster: Cluster,
        stop: Callable[[], str | None],
        on_progress: OnProgress | None,
        on_part: Callable[[PartDone], None] | None,
    ) -> None:
        self._settings = settings
        self._run = run
        self._version = version
        self._cluster = cluster
        self._stop = stop
        self._on_progress = on_progress
        self._on_part = on_part
        self._files = self._files_done = self._documents = 0
        self._last_heartbeat = time.monotonic()

    def load(self, paths: Iterable[Path | str]) -> Mapping[int, frozenset[Place]]:
        """Have the parts loaded; count what came of it. What a part superseded is superseded already."""
        engine, tally = self._run.engine, self._run.tally
        with engine.connect() as connection:
            before = count_totals(connection)
        parts = self._plan(engine, paths)
        with tally.measured("extract"):
            failed, tally.stopped = distribute(
                self._cluster, self._work(), parts, on_part=self._done, alive=self._beat, stop=self._stop
            )  # fmt: skip
        tally.failed_sources += failed
        with engine.connect() as connection:
            after = count_totals(connection)
            more = {name: max(0, count - getattr(before, name)) for name, count in asdict(after).items()}
            tally.take_over(items_of_run(connection, self._run.journal.run_id), Totals(**more))
        return {}

    def _plan(self, engine: Engine, paths: Iterable[Path | str]) -> list[Part]:
        found = list(unread(engine, self._version, paths))
        errors = [one for one in found if isinstance(one, DocumentError)]
        items = [replace(not_found(error), ordinal=ordinal) for ordinal, error in enumerate(errors)]
        committed(engine, partial(self._run.journal.note, items=items))
        files = [PartFile(one[0], size_of(one[0]), *one[1:]) for one in found if isinstance(one, tuple)]
        self._files, self._files_done, self._documents = len(found), len(found) - len(files), len(items)
        return plan(files, self._cluster.workers, first=len(items))

    def _work(self) -> Work:
        said = self._settings.job
        limits = replace(limits_of(self._settings), workers=1)
        return Work(self._settings.database_url, self._run.journal.run_id, self._version, said.reader, limits, said.batch_size)

    def _done(self, part: PartDone) -> None:
        self._files_done += part.files
        self._documents += part.documents
        if self._on_part:
            self._on_part(part)
        self._tell(f"part {part.number} by {part.worker}")

    def _tell(self, what: str) -> None:
        if self._on_progress:
            self._on_progress(Progress(self._files_done, self._files, self._documents, what))

    def _beat(self) -> None:
        if time.monotonic() - self._last_heartbeat > SECONDS_BETWEEN_HEARTBEATS:
            self._last_heartbeat = time.monotonic()
            committed(self._run.engine, self._run.journal.live)

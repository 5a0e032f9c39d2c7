"""A night, from settings to a report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy import Engine

from etl.config import Settings, Source
from etl.errors import ConfigError
from etl.extract.pipeline import extractor_version
from etl.extract.readers.registry import load_reader
from etl.ingest import Entry, IngestReport, InWorkers, Limits, OnItems, OnProgress, Run, prepare_extractor
from etl.load import batches, find_documents, key_of, prepare_store, read_judgements
from etl.nightly.asked import Asked
from etl.nightly.lock import JOB, only_run
from etl.nightly.reading import read_sources
from etl.nightly.stopping import Stopping
from etl.records import Document
from models.store import open_store


@dataclass(frozen=True, slots=True)
class Night:
    """What a person asks of one night. `sources`: names, empty for all. The rest: None for what the settings say."""

    sources: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    limit: int | None = None
    batch_size: int | None = None
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a night would do: documents to be extracted and documents known already, and sources that cannot be read."""

    new: int
    known: int
    unreadable: int
    failed_sources: tuple[str, ...]


def nightly(
    settings: Settings, night: Night, *, url: str | None = None, on_progress: OnProgress | None = None, on_items: OnItems | None = None
) -> IngestReport:
    """Read the sources of `settings` into its database (or the one at `url`).

    Raises LockedError when another run has the database, ConfigError for a source that the settings do not have, StoreError when the
    database cannot be opened, RunError when the run cannot go on; what was loaded until then stays.
    """
    sources = _chosen(settings, night)
    with _store(url or settings.database_url) as engine, only_run(engine), Stopping() as stopping:
        version = extractor_version(load_reader(settings.job.reader))
        with engine.connect() as connection:
            judgements = read_judgements(connection)
        limits = Limits(night.workers or settings.job.workers, settings.job.seconds_per_document, settings.job.megabytes_per_worker)
        with InWorkers(partial(prepare_extractor, settings.job.reader, judgements), limits) as extraction:
            batch = night.batch_size or settings.job.batch_size
            run = Run(engine, JOB, version, extraction, batch_documents=batch, stop=stopping.reason, on_items=on_items)
            asked = Asked(engine, settings.http, night.since, night.until, night.limit, on_progress)
            return run.over(read_sources(sources, asked), judged=bool(judgements))


def dry_run(settings: Settings, night: Night, *, url: str | None = None) -> DryRun:
    """Say what a night would do. Sources are read, nothing is extracted or written. Raises what `nightly` raises."""
    sources = _chosen(settings, night)
    new = known = unreadable = 0
    failed: list[str] = []
    with _store(url or settings.database_url) as engine:
        version = extractor_version(load_reader(settings.job.reader))
        asked = Asked(engine, settings.http, night.since, night.until, night.limit)
        for batch in batches(read_sources(sources, asked), settings.job.batch_size):
            failed += [f"{mark.source}: {mark.error}" for mark in batch if not isinstance(mark, Entry) and mark.error]
            found = [entry.found for entry in batch if isinstance(entry, Entry)]
            documents = [document for document in found if isinstance(document, Document)]
            with engine.connect() as connection:
                stored = find_documents(connection, map(key_of, documents))
            fresh = [d for d in documents if key_of(d) not in stored or stored[key_of(d)].extractor_version != version]
            new, known, unreadable = new + len(fresh), known + len(documents) - len(fresh), unreadable + len(found) - len(documents)
    return DryRun(new, known, unreadable, tuple(failed))


def _chosen(settings: Settings, night: Night) -> list[Source]:
    names = {source.name for source in settings.sources}
    unknown = sorted(set(night.sources) - names)
    if unknown:
        raise ConfigError(f"no source is called {', '.join(unknown)}; there are: {', '.join(sorted(names)) or 'none'}")
    if not names:
        raise ConfigError("there are no sources: name some under [[sources]] (docs/nightly.md shows how)")
    return [source for source in settings.sources if not night.sources or source.name in night.sources]


@contextmanager
def _store(url: str) -> Iterator[Engine]:
    prepare_store(url)
    engine = open_store(url)
    try:
        yield engine
    finally:
        engine.dispose()

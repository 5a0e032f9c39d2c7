"""A night, from settings to a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine

from etl.config import Settings, Source
from etl.errors import ConfigError, DocumentError
from etl.extract.pipeline import extractor_version
from etl.extract.readers.registry import load_reader
from etl.intake import Entry, IngestReport, LimitedOpener, LimitedReader, OnItems, OnProgress
from etl.load import Item, SourceMark, StoredDocument, batches, find_documents, key_of
from etl.nightly.asked import Asked
from etl.nightly.reading import read_sources
from etl.nightly.running import limits_of, looked_at, running
from etl.records import Document, RawDocument


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

    @property
    def faultless(self) -> bool:
        """Return whether the night would end with nothing in quarantine and every source read."""
        return not self.unreadable and not self.failed_sources


def nightly(settings: Settings, night: Night, *, on_progress: OnProgress | None = None, on_items: OnItems | None = None) -> IngestReport:
    """Read the sources of `settings` into its database.

    Raises LockedError when another run has the database, ConfigError for a source that the settings do not have, StoreError when the
    database cannot be opened, RunError when the run cannot go on; what was loaded until then stays.
    """
    sources = _chosen(settings, night)
    with (
        running(settings, "nightly", workers=night.workers, batch_size=night.batch_size, on_items=on_items) as job,
        LimitedReader(limits_of(settings)) as read,
    ):
        asked = Asked(job.engine, settings.http, night.since, night.until, night.limit, on_progress, read, job.opens)
        return job.over(read_sources(sources, asked))


def dry_run(settings: Settings, night: Night) -> DryRun:
    """Say what a night would do. Sources are read, nothing is extracted or written, not even a database that is not there yet.

    Raises ConfigError as `nightly` does, and StoreError when the database cannot be opened or must be upgraded first.
    """
    sources = _chosen(settings, night)
    new = known = unreadable = 0
    failed: list[str] = []
    limits = limits_of(settings)
    with looked_at(settings.database_url) as engine, LimitedReader(limits) as read, LimitedOpener(limits) as opens:
        version = extractor_version(load_reader(settings.job.reader))
        asked = Asked(engine, settings.http, night.since, night.until, night.limit, read=read, opens=opens)
        for batch in batches(read_sources(sources, asked), settings.job.batch_size):
            failed += [f"{mark.source}: {mark.error}" for mark in batch if isinstance(mark, SourceMark) and mark.error]
            found = [entry.found for entry in batch if isinstance(entry, Entry)]
            documents = [document for document in found if isinstance(document, RawDocument)]
            stored = _stored(engine, documents)
            fresh = [d for d in documents if key_of(d) not in stored or stored[key_of(d)].extractor_version != version]
            unchanged = sum(isinstance(one, Item) and one.status == "unchanged" for one in found)
            readable = sum(_can_be_read(document, read) for document in fresh)
            new, known = new + readable, known + len(documents) - len(fresh) + unchanged
            unreadable += len(found) - len(documents) - unchanged + len(fresh) - readable
    return DryRun(new, known, unreadable, tuple(failed))


def _stored(engine: Engine | None, documents: Sequence[RawDocument]) -> Mapping[int, StoredDocument]:
    if engine is None:
        return {}
    with engine.connect() as connection:
        return find_documents(connection, map(key_of, documents))


def _can_be_read(document: RawDocument, read: Callable[[RawDocument], Document]) -> bool:
    try:
        read(document)
    except DocumentError:
        return False
    return True


def _chosen(settings: Settings, night: Night) -> list[Source]:
    names = {source.name for source in settings.sources}
    unknown = sorted(set(night.sources) - names)
    if unknown:
        raise ConfigError(f"no source is called {', '.join(unknown)}; there are: {', '.join(sorted(names)) or 'none'}")
    if not names:
        raise ConfigError("there are no sources: name some under [[sources]] (docs/nightly.md shows how)")
    return [source for source in settings.sources if not night.sources or source.name in night.sources]

"""Whether a database and its sources are sound."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, exists, func, select, text

from etl.config import Settings
from etl.errors import DocumentError
from etl.intake import Entry, LimitedOpener, LimitedReader
from etl.load import Item, SourceMark
from etl.load.upsert import table
from etl.nightly.asked import Asked
from etl.nightly.lock import dead_runs
from etl.nightly.reading import read_sources
from etl.nightly.running import limits_of
from etl.records import Document, RawDocument
from models import Base, schema
from models.store import StoreError, open_engine

LEAST_FREE_BYTES = 1_000_000_000
SILENT = timedelta(hours=6)
"""A run without a lock (`ingest`) that has not said for so long that it is alive is taken for dead."""

_TRIED = 5
"""Documents of a source that are tried: it is sound when one of them can be read."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    check: str
    sound: bool
    found: str


def examine(settings: Settings, *, sources: bool = True) -> list[Finding]:
    """Check schema, integrity, references, leftovers, disk, and on request whether every source can be read. Nothing is written."""
    where = settings.database_url
    try:
        version, newest = schema.current(where), schema.head()
    except StoreError as error:
        return [Finding("database", False, str(error))]
    findings = [Finding("schema", version == newest, f"version {version or 'none'}" + ("" if version == newest else f", not {newest}"))]
    if version == newest:
        engine = open_engine(where)
        try:
            with engine.connect() as connection:
                findings += [*_integrity(connection), *_references(connection), *_leftovers(connection), *_disk(engine)]
            if sources:
                findings += check_sources(settings)
        finally:
            engine.dispose()
    return findings


def check_sources(settings: Settings) -> Iterator[Finding]:
    """Try each source: whether a document can be had from it, as if nothing were known of it. No database is asked."""
    limits = limits_of(settings)
    with LimitedReader(limits) as read, LimitedOpener(limits) as opens:
        asked = Asked(None, settings.http, limit=_TRIED, read=read, opens=opens)
        for source in settings.sources:
            given = list(read_sources([source], asked))
            errors = [one.error for one in given if isinstance(one, SourceMark) and one.error]
            entries = [one.found for one in given if isinstance(one, Entry)]
            unreadable = [reason for one in entries if (reason := _unreadable(one, read))]
            if not errors and len(unreadable) == len(entries):
                errors = unreadable
            said = "; ".join(errors) or ("can be read" if entries else "can be read, holds nothing")
            yield Finding(f"source {source.name}", not errors, said)


def _unreadable(found: RawDocument | Item, read: Callable[[RawDocument], Document]) -> str | None:
    """Return why a document cannot be read, None when it can."""
    if isinstance(found, Item):
        return f"{found.document_name}: {found.error}" if found.status == "quarantined" else None
    try:
        read(found)
    except DocumentError as error:
        return f"{found.name}: {error.reason}"
    return None


def _integrity(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        said = list(connection.scalars(text("PRAGMA integrity_check(5)")))
        yield Finding("integrity", said == ["ok"], "; ".join(said))
        return
    invalid = list(connection.scalars(text("SELECT conname FROM pg_constraint WHERE NOT convalidated ORDER BY conname")))
    yield Finding(
        "integrity", not invalid, f"constraints not validated: {', '.join(invalid)}" if invalid else "all constraints are validated"
    )


def _references(connection: Connection) -> Iterator[Finding]:
    """Look for rows that refer to rows that are not there, whatever the database was told to hold."""
    broken = []
    for target in Base.metadata.sorted_tables:
        for key in target.foreign_keys:
            other = key.column.table.alias()
            column = key.parent
            missing = (
                select(func.count()).select_from(target).where(column.is_not(None), ~exists().where(other.c[key.column.name] == column))
            )
            amount = connection.scalar(missing) or 0
            if amount:
                broken.append(f"{amount} of {target.name}.{column.name}")
    yield Finding(
        "references",
        not broken,
        f"rows that refer to nothing: {', '.join(broken)}" if broken else "every row refers to rows that are there",
    )


def _leftovers(connection: Connection) -> Iterator[Finding]:
    documents, articles, runs = table("documents"), table("articles"), table("runs")
    empty = (
        connection.scalar(select(func.count()).select_from(documents).where(~exists().where(articles.c.document_id == documents.c.id))) or 0
    )
    yield Finding("documents", not empty, f"{empty} without articles" if empty else "all have articles")
    waiting = connection.scalar(select(func.count()).select_from(table("unresolved"))) or 0
    yield Finding("resolving", not waiting, f"{waiting} changes wait for the next run" if waiting else "nothing waits")
    silent = datetime.now(UTC) - SILENT
    quiet = connection.scalars(select(runs.c.id).where(runs.c.status == "running", runs.c.heartbeat_at < silent))
    dead = len(dead_runs(connection).union(quiet))
    yield Finding("runs", not dead, f"{dead} ended without a word" if dead else "none has died")


def _disk(engine: Engine) -> Iterator[Finding]:
    file = engine.url.database
    if engine.dialect.name != "sqlite" or not file:
        return
    free = shutil.disk_usage(Path(file).resolve().parent).free
    yield Finding("disk", free >= LEAST_FREE_BYTES, f"{free / 1e9:.1f} GB free")

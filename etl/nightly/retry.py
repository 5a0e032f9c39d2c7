"""Trying again what is in quarantine."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from etl.config import Files, Pages, Settings, Source, WebSource
from etl.errors import ConfigError, DocumentError
from etl.ingest import Entry, IngestReport, OnItems, documents_of
from etl.load import Item, Quarantined, content_of, list_quarantine
from etl.nightly.asked import Asked
from etl.nightly.running import Job, running
from etl.nightly.web import read_web
from etl.sources import file_of, read_content


def retry(settings: Settings, keys: Collection[int] = (), *, on_items: OnItems | None = None) -> IngestReport:
    """Try documents in quarantine again, those that were dropped too when they are named: all that wait, or those of `keys`.

    One whose bytes are kept is read from them, a file is read where it stood, a page is fetched from its source. Raises ConfigError when
    a key is not in quarantine, and what `nightly` raises.
    """
    with running(settings, "retry", on_items=on_items, again=True) as job:
        with job.engine.connect() as connection:
            there = {one.id: one for one in list_quarantine(connection, dropped=bool(keys))}
        unknown = sorted(set(keys) - there.keys())
        if unknown:
            raise ConfigError(f"not in quarantine: {', '.join(map(str, unknown))}")
        chosen = [one for key, one in there.items() if not keys or key in keys]
        return job.over(_entries(job, settings, chosen))


def _entries(job: Job, settings: Settings, chosen: list[Quarantined]) -> Iterator[Entry]:
    sources = {source.name: source for source in settings.sources}
    for one in chosen:
        with job.engine.connect() as connection:
            content = content_of(connection, one.id)
        source = sources.get(one.source or "")
        if content is not None and one.media_type:
            yield _from_bytes(one, one.media_type, content, source)
        elif isinstance(source, WebSource):
            yield from _fetched(job, settings, one, source)
        else:
            yield from _from_file(one, source)


def _from_bytes(one: Quarantined, media_type: str, content: bytes, source: Source | None) -> Entry:
    try:
        document = read_content(media_type, content, name=one.document_name, origin=one.origin)
    except DocumentError as error:
        return _failed(one, error.stage, error.reason)
    if source:
        document = replace(document, publisher=document.publisher or source.publisher, language=document.language or source.language)
    return Entry(document, one.source)


def _fetched(job: Job, settings: Settings, one: Quarantined, source: WebSource) -> Iterator[Entry]:
    said = {
        name: getattr(source, name) for name in type(source).model_fields if name in Pages.model_fields and name not in ("kind", "file")
    }
    page = Pages(kind="pages", **{**said, "urls": (one.origin,)})
    # How far the source itself was read is not what is asked here.
    yield from (given for given in read_web(page, Asked(job.engine, settings.http)) if isinstance(given, Entry))


def _from_file(one: Quarantined, source: Source | None) -> Iterator[Entry]:
    """Read a file, or the row, record or member of one, where it stood."""
    path = Path(file_of(one.origin))
    if not path.is_file():
        yield _failed(one, one.stage, f"{one.error} (tried again: it is gone from {one.origin})")
        return
    columns = source.columns.model_dump() if isinstance(source, Files) and source.columns else None
    for found in documents_of(
        path, columns=columns, publisher=source.publisher if source else None, language=source.language if source else None
    ):
        if found.origin == one.origin:
            yield Entry(found, one.source)
            return
    yield _failed(one, one.stage, f"{one.error} (tried again: {path} no longer has it)")


def _failed(one: Quarantined, stage: str, reason: str) -> Entry:
    return Entry(Item(0, one.document_name, one.origin, "quarantined", stage, reason), one.source)

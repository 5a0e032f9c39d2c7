"""Trying again what is in quarantine."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from etl.config import Files, Pages, Settings, Source, WebSource
from etl.errors import ConfigError
from etl.intake import Entry, IngestReport, OnItems, documents_of
from etl.load import Item, Quarantined, content_of, list_quarantine
from etl.nightly.asked import Asked
from etl.nightly.running import Job, running
from etl.nightly.web import read_web
from etl.records import RawDocument
from etl.sources import file_of


def retry(settings: Settings, keys: Collection[int] = (), *, on_items: OnItems | None = None) -> IngestReport:
    """Try documents in quarantine again, those that were dropped too when they are named: all that wait, or those of `keys`.

    A file is read where it stands, one that is gone and a page from the bytes that are kept; a page that never came is fetched. Raises
    ConfigError when
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
    asked = Asked(job.engine, settings.http)
    for one in chosen:
        with job.engine.connect() as connection:
            content = content_of(connection, one.id)
        source = sources.get(one.source or "")
        raw = _from_bytes(one, content, source)
        if not isinstance(source, WebSource) and (found := _from_file(job, one, source)):
            yield found
        elif raw:
            yield Entry(raw, one.source)
        elif isinstance(source, WebSource):
            yield from _fetched(asked, one, source)
        else:
            yield _failed(one)


def _from_bytes(one: Quarantined, content: bytes | None, source: Source | None) -> RawDocument | None:
    if content is None or not one.media_type:
        return None
    raw = RawDocument(one.document_name, one.origin, one.media_type, content)
    return replace(raw, publisher=source.publisher, language=source.language) if source else raw


def _fetched(asked: Asked, one: Quarantined, source: WebSource) -> Iterator[Entry]:
    said = {
        name: getattr(source, name) for name in type(source).model_fields if name in Pages.model_fields and name not in ("kind", "file")
    }
    page = Pages(kind="pages", **{**said, "urls": (one.origin,)})
    # How far the source itself was read is not what is asked here.
    yield from (given for given in read_web(page, asked) if isinstance(given, Entry))


def _from_file(job: Job, one: Quarantined, source: Source | None) -> Entry | None:
    """Return a file, or the row, record or member of one, as it stands where it stood; None when it is gone."""
    path = Path(file_of(one.origin))
    if not path.is_file():
        return None
    columns = source.columns.model_dump() if isinstance(source, Files) and source.columns else None
    publisher, language = (source.publisher, source.language) if source else (None, None)
    for found in documents_of(path, columns=columns, publisher=publisher, language=language, opens=job.opens):
        if found.origin == one.origin:
            return Entry(found, one.source)
    return None


def _failed(one: Quarantined) -> Entry:
    reason = f"{one.error} (tried again: it is gone from {one.origin})"
    return Entry(Item(0, one.document_name, one.origin, "quarantined", one.stage, reason), one.source)

"""Trying again what is in quarantine."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from etl.config import Files, Pages, Settings, Source, WebSource
from etl.intake import Entry, Given, IngestReport, OnItems, Whole, documents_of
from etl.load import Item, Quarantined, content_of, find_quarantined, list_quarantine
from etl.nightly.asked import Asked
from etl.nightly.quarantine import quarantine_keys
from etl.nightly.running import Job, running
from etl.nightly.web import read_web
from etl.records import RawDocument
from etl.sources import file_of


def retry(settings: Settings, documents: Collection[str] = (), *, on_items: OnItems | None = None) -> IngestReport:
    """Try documents in quarantine again, those that were dropped too when they are named: all that wait, or those of `documents`,
    each by its key, name, path or address.

    A file is read where it stands, all of it when it is an archive that could not be opened; one that is gone and a page are read from the
    bytes that are kept; a page that never came is fetched. Raises ConfigError when one is not in quarantine, and what `nightly` raises.
    """
    with running(settings, "retry", on_items=on_items, again=True) as job:
        with job.engine.connect() as connection:
            named = quarantine_keys(connection, documents)
            chosen = find_quarantined(connection, named) if named else list_quarantine(connection)
        return job.over(_entries(job, settings, chosen))


def _entries(job: Job, settings: Settings, chosen: list[Quarantined]) -> Iterator[Given]:
    sources = {source.name: source for source in settings.sources}
    asked = Asked(job.engine, settings.http)
    in_files: dict[tuple[Path, str | None], list[Quarantined]] = {}
    for one in chosen:
        source = sources.get(one.source or "")
        file = Path(file_of(one.origin))
        if not isinstance(source, WebSource) and file.is_file():
            in_files.setdefault((file, one.source), []).append(one)
        elif raw := _from_bytes(job, one, source):
            yield Entry(raw, one.source)
        elif isinstance(source, WebSource):
            yield from _fetched(asked, one, source)
        else:
            yield _failed(one)
    for (file, name), ones in in_files.items():
        yield from _from_file(job, file, ones, sources.get(name or ""))


def _from_bytes(job: Job, one: Quarantined, source: Source | None) -> RawDocument | None:
    with job.engine.connect() as connection:
        content = content_of(connection, one.id)
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


def _from_file(job: Job, path: Path, ones: list[Quarantined], source: Source | None) -> Iterator[Given]:
    """Yield what stood in a file as it stands there now, all that is in it when it could not be opened; what is gone from the bytes."""
    columns = source.columns.model_dump() if isinstance(source, Files) and source.columns else None
    publisher, language = (source.publisher, source.language) if source else (None, None)
    left = {one.origin: one for one in ones}
    name, everything = ones[0].source, str(path) in left
    for found in documents_of(path, columns=columns, publisher=publisher, language=language, opens=job.opens):
        if everything or found.origin in left:
            left.pop(found.origin, None)
            yield found if isinstance(found, Whole) else Entry(found, name)
        if not left and not everything:
            break
    for one in left.values():
        raw = _from_bytes(job, one, source)
        yield Entry(raw, name) if raw else _failed(one)


def _failed(one: Quarantined) -> Entry:
    reason = f"{one.error} (tried again: it is gone from {one.origin})"
    return Entry(Item(0, one.document_name, one.origin, "quarantined", one.stage, reason), one.source)

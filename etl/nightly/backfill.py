"""Reading an archive, however long it takes: file by file, with a checkpoint after each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from etl.config import Settings
from etl.errors import DocumentError, FetchError
from etl.intake import Advance, Entry, Given, IngestReport, OnItems, OnProgress, documents_of, not_found
from etl.load import SourceMark, read_source_marks
from etl.nightly.running import Job, running
from etl.sources import File, address_of, find_files, version_of

CHECKPOINT = "backfill:"
"""What the names of checkpoints among the source states begin with; the path or address of the file follows."""


def backfill(
    settings: Settings,
    paths: Iterable[Path | str],
    *,
    workers: int | None = None,
    on_progress: OnProgress | None = None,
    on_items: OnItems | None = None,
) -> IngestReport:
    """Read the files at `paths`. Those that an earlier backfill read to their end, and that are as they were, are passed over unread.

    The checkpoint of a file is committed with its last documents, so a run that is stopped or killed goes on with the file that it was in.
    Raises what `nightly` raises.
    """
    with running(settings, "backfill", workers=workers, on_items=on_items) as job:
        return job.over(_given(job, paths, on_progress))


def unread(engine: Engine, version: str, paths: Iterable[Path | str]) -> Iterator[tuple[File, str, str] | DocumentError | None]:
    """Yield the files that are to be read, each with the name of its checkpoint and what is noted there when it is; errors for paths that
    lead nowhere, or no longer; None for a file that was read. `version`: of the extractor.
    """
    with engine.connect() as connection:
        marks = read_source_marks(connection)
    for file in list(find_files(paths)):
        if isinstance(file, DocumentError):
            yield file
            continue
        try:
            name, state = f"{CHECKPOINT}{address_of(file)}", f"{version} {version_of(file)}"
        except OSError as error:
            yield DocumentError(str(file), "read", error.strerror or "it cannot be read")
            continue
        yield None if name in marks and marks[name].watermark == state else (file, name, state)


def _given(job: Job, paths: Iterable[Path | str], on_progress: OnProgress | None) -> Iterator[Given]:
    found = list(unread(job.engine, job.version, paths))
    advance = Advance(len(found), on_progress)
    for number, one in enumerate(found):
        if isinstance(one, DocumentError):
            yield Entry(not_found(one))
        if one is None or isinstance(one, DocumentError):
            continue
        file, name, state = one
        begun = datetime.now(UTC)
        try:
            yield from advance.entries(number, documents_of(file, opens=job.opens))
        except FetchError as error:
            yield SourceMark(name, begun, error=error.reason)
        else:
            yield SourceMark(name, begun, watermark=state, succeeded_at=datetime.now(UTC))
    advance.done()

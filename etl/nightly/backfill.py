"""Reading an archive, however long it takes: file by file, with a checkpoint after each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from etl.config import Settings
from etl.errors import DocumentError
from etl.intake import Entry, Given, IngestReport, OnItems, OnProgress, Progress, Whole, documents_of
from etl.load import Item, SourceMark, read_source_marks
from etl.nightly.running import Job, running
from etl.records import RawDocument
from etl.sources import find_files

CHECKPOINT = "backfill:"
"""What the names of checkpoints among the source states begin with; the path of the file follows."""


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


def _given(job: Job, paths: Iterable[Path | str], on_progress: OnProgress | None) -> Iterator[Given]:
    with job.engine.connect() as connection:
        marks = read_source_marks(connection)
    found = list(find_files(paths))
    documents = 0
    for number, file in enumerate(found):
        if isinstance(file, DocumentError):
            yield Entry(Item(0, file.document, file.document, "quarantined", file.stage, file.reason))
            continue
        name, state = f"{CHECKPOINT}{file.resolve()}", f"{job.version} {_state(file)}"
        if name in marks and marks[name].watermark == state:
            continue
        begun = datetime.now(UTC)
        for document in documents_of(file, opens=job.opens):
            if isinstance(document, Whole):
                yield document
                continue
            documents += 1
            if on_progress:
                said = document.name if isinstance(document, RawDocument) else document.document_name
                on_progress(Progress(number, len(found), documents, said))
            yield Entry(document)
        yield SourceMark(name, begun, watermark=state, succeeded_at=datetime.now(UTC))
    if on_progress:
        on_progress(Progress(len(found), len(found), documents, ""))


def _state(file: Path) -> str:
    """Return what tells a file from a changed one without reading it."""
    seen = file.stat()
    return f"{seen.st_size}-{seen.st_mtime_ns}"

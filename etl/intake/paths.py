"""Ingest: a run over paths that a person names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from importlib.resources import files
from pathlib import Path

from etl.errors import DocumentError, FetchError, RunError
from etl.extract.readers.reader import RULES
from etl.extract.readers.registry import load_reader
from etl.intake.advance import Advance
from etl.intake.documents import BATCH_DOCUMENTS, Extractor
from etl.intake.entries import Entry, Given
from etl.intake.extraction import InThisProcess
from etl.intake.files import documents_of, not_found
from etl.intake.loading import Loading
from etl.intake.results import IngestReport, OnProgress
from etl.intake.run import Run
from etl.judgements import Book
from etl.load import Item, prepare_store, read_judgements
from etl.sources import Skipped, find_files
from models.store import open_engine


def ingest(
    paths: Iterable[Path | str],
    url: str,
    *,
    reader: str = RULES.name,
    on_progress: OnProgress | None = None,
    batch_documents: int = BATCH_DOCUMENTS,
) -> IngestReport:
    """Bring the documents at `paths` (files, directories, globs) into the store at `url`, which is made ready when it is not.

    The same paths again, read by the same `reader`, change nothing. Raises ReaderError when there is no such reader, StoreError when the
    store cannot be opened, RunError when the run cannot go on; what was loaded until then stays.
    """
    reads = load_reader(reader)
    prepare_store(url)
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            extractor = Extractor(reads, Book(read_judgements(connection)))
        skipped: list[Skipped] = []
        with InThisProcess(extractor.extract_together) as extraction:
            run = Run(engine, "ingest", extractor.version)
            loading = Loading(engine, run.journal, extractor.version, run.tally, extraction, batch_documents=batch_documents)
            return run.of(partial(loading.over, _entries(paths, skipped, on_progress)), skipped=skipped, judged=bool(extractor.book))
    finally:
        engine.dispose()


def sample_paths() -> list[Path]:
    """Return the folder of the sample articles that come with the program. Raises RunError when the installation lacks them."""
    folder = Path(str(files("seeds") / "articles"))
    if not folder.is_dir():
        raise RunError(f"there are no sample articles in {folder}: the installation is not complete; install communique again")
    return [folder]


def _entries(paths: Iterable[Path | str], skipped: list[Skipped], on_progress: OnProgress | None) -> Iterator[Given]:
    """Yield documents, and items for what could not be read."""
    found = list(find_files(paths, on_skipped=skipped.append))
    advance = Advance(len(found), on_progress)
    for number, file in enumerate(found):
        if isinstance(file, DocumentError):
            yield Entry(not_found(file))
            continue
        try:
            yield from advance.entries(number, documents_of(file, on_skipped=skipped.append))
        except FetchError as error:
            yield Entry(Item(0, file.name, error.url, "quarantined", "read", error.reason))
    advance.done()

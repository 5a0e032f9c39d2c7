"""A run over some paths: batches of documents, each in one transaction, then what the store's articles come to together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from etl.errors import CommuniqueError, DocumentError, RunError, in_one_line
from etl.extract.readers.reader import RULES, Reader
from etl.extract.readers.registry import load_reader
from etl.ingest.documents import BATCH_DOCUMENTS, ExtractedDocument, Extractor, store_extracted
from etl.ingest.files import quarantined, read_file
from etl.ingest.resolving import resolve_in_transactions
from etl.ingest.results import IngestReport, OnProgress, Progress, Tally
from etl.judgements import Book, describe
from etl.load import (
    Item,
    ItemStatus,
    Journal,
    Place,
    RunStatus,
    StoredDocument,
    Totals,
    batches,
    count_totals,
    find_documents,
    judgement_states,
    key_of,
    place_of,
    prepare_store,
    read_judgements,
    supersede,
)
from etl.records import Document
from etl.sources import READERS
from etl.sources.paths import find_files
from models.store import StoreError, open_store


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
    engine = open_store(url)
    try:
        return _Run(engine, reads, on_progress, batch_documents).over(paths)
    finally:
        engine.dispose()


def sample_paths() -> list[Path]:
    """Return the folder of the sample articles that come with the program. Raises RunError when the installation lacks them."""
    folder = Path(str(files("seeds") / "articles"))
    if not folder.is_dir():
        raise RunError(f"there are no sample articles in {folder}: the installation is not complete; install communique again")
    return [folder]


class _Run:
    """One run over some paths."""

    def __init__(self, engine: Engine, reader: Reader, on_progress: OnProgress | None, batch_documents: int) -> None:
        self.engine = engine
        self.extractor = Extractor(reader, Book({}))
        self.on_progress = on_progress
        self.batch_documents = batch_documents
        self.journal = Journal("ingest", self.extractor.version)
        self.tally = Tally()
        self.seen: dict[int, frozenset[Place]] = {}
        self.skipped: list[Path] = []

    def over(self, paths: Iterable[Path | str]) -> IngestReport:
        with self.engine.begin() as connection:
            before = count_totals(connection)
            self.extractor.book = Book(read_judgements(connection))
            self.journal.start(connection)
        try:
            for batch in batches(self._read(paths), self.batch_documents):
                self._load(batch)
            with self.engine.begin() as connection:
                supersede(connection, self.seen)
            resolve_in_transactions(self.engine)
            totals, seconds = self._finish()
            lost = self._lost_judgements()
        except BaseException as error:
            self._fail(error)
            if isinstance(error, Exception) and not isinstance(error, (CommuniqueError, StoreError)):
                raise RunError(f"the run failed, what it had loaded stays: {in_one_line(error)}") from error
            raise
        tally = self.tally
        return IngestReport(
            run_id=self.journal.run_id,
            loaded=tally.loaded,
            unchanged=tally.unchanged,
            duplicates=tally.duplicates,
            quarantined=tuple(tally.quarantined),
            skipped=tuple(self.skipped),
            noted=tuple(tally.noted),
            lost=lost,
            brought=tally.totals(),
            before=before,
            totals=totals,
            seconds=seconds,
        )

    def _read(self, paths: Iterable[Path | str]) -> Iterator[Document | Item]:
        """Yield documents, and items for what could not be read."""
        found = list(find_files(paths, suffixes=READERS, on_skipped=self.skipped.append))
        documents = 0
        for number, file in enumerate(found):
            if isinstance(file, DocumentError):
                yield Item(0, file.document, file.document, "quarantined", "read", file.reason)
                continue
            for document in read_file(file):
                documents += 1
                if self.on_progress:
                    name = document.name if isinstance(document, Document) else document.document_name
                    self.on_progress(Progress(number, len(found), documents, name))
                yield document
        if self.on_progress:
            self.on_progress(Progress(len(found), len(found), documents, ""))

    def _load(self, batch: Sequence[Document | Item]) -> None:
        """Extract what is new in a batch and load it in one transaction; when that fails, each document in its own."""
        with self.engine.connect() as connection:
            stored = find_documents(connection, (key_of(d) for d in batch if isinstance(d, Document)))
        items: list[Item] = []
        extracted: list[ExtractedDocument] = []
        for entry in batch:
            ordinal = self.tally.items
            self.tally.items += 1
            if isinstance(entry, Item):
                items.append(replace(entry, ordinal=ordinal))
                continue
            known = self._known(entry, ordinal, stored)
            if known is not None:
                items.append(known)
                continue
            try:
                extracted.append(self.extractor.extract(ordinal, entry))
            except DocumentError as error:
                del self.seen[key_of(entry)]
                items.append(quarantined(ordinal, entry, error.stage, error.reason))
        try:
            with self.engine.begin() as connection:
                self._store(connection, extracted, [*items, *map(_loaded, extracted)])
        except OperationalError:
            # The database is locked, full or gone: no document's fault.
            raise
        except Exception:
            items.extend(self._store_each(extracted))
            with self.engine.begin() as connection:
                self.journal.note(connection, [item for item in items if item.status != "loaded"])
        else:
            items.extend(map(_loaded, extracted))
        self.tally.count(items, extracted)

    def _known(self, document: Document, ordinal: int, stored: dict[int, StoredDocument]) -> Item | None:
        """Return the item of a document that need not be loaded: the store or this run has its content already."""
        key, place = key_of(document), place_of(document)
        again = key in self.seen
        self.seen[key] = self.seen.get(key, frozenset()) | {place}
        there = stored.get(key)
        if again:
            return Item(ordinal, document.name, document.origin, "duplicate", notes=document.notes)
        if there is None or there.extractor_version != self.extractor.version:
            return None
        status: ItemStatus = "unchanged" if there.place.slot() == place.slot() else "duplicate"
        return Item(ordinal, document.name, document.origin, status, notes=document.notes)

    def _store(self, connection: Connection, extracted: Sequence[ExtractedDocument], items: Sequence[Item]) -> None:
        store_extracted(connection, extracted, self.extractor.version)
        self.journal.note(connection, sorted(items, key=lambda item: item.ordinal))

    def _store_each(self, extracted: Sequence[ExtractedDocument]) -> Iterator[Item]:
        for one in extracted:
            try:
                with self.engine.begin() as connection:
                    self._store(connection, [one], [_loaded(one)])
            except OperationalError:
                raise
            except Exception as error:
                del self.seen[key_of(one.document)]
                yield quarantined(one.ordinal, one.document, "load", in_one_line(error))
            else:
                yield _loaded(one)

    def _finish(self) -> tuple[Totals, float]:
        """End the run; return what the store holds now, and how many seconds the run took."""
        with self.engine.begin() as connection:
            totals = count_totals(connection)
            amount = len(self.tally.quarantined)
            status: RunStatus = "finished_with_quarantine" if amount else "succeeded"
            return totals, self.journal.finish(connection, status, self.tally.totals(), amount)

    def _lost_judgements(self) -> tuple[str, ...]:
        if not self.extractor.book:
            return ()
        with self.engine.connect() as connection:
            return tuple(describe(one.judgement) for one in judgement_states(connection) if one.state == "anchor gone")

    def _fail(self, error: BaseException) -> None:
        reason = in_one_line(error)
        try:
            with self.engine.begin() as connection:
                self.journal.finish(connection, "failed", self.tally.totals(), len(self.tally.quarantined), error=reason)
        except SQLAlchemyError as second:
            # The database itself is what failed: the run stays "running" in it.
            raise RunError(f"the run failed: {reason}; and so did the database: {in_one_line(second)}") from error


def _loaded(extracted: ExtractedDocument) -> Item:
    document = extracted.document
    return Item(extracted.ordinal, document.name, document.origin, "loaded", notes=document.notes, articles=len(extracted.articles))

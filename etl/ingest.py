"""From paths to a store: read, split, extract, load, resolve.

One transaction for each batch of documents, and one for resolving. A document that fails at any stage is kept in `run_items` with its
error and its bytes, and the rest is loaded. After a crash at any moment the next run goes on where this one stopped: what is stored is
unchanged, and a run that did not finish makes the next one resolve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from etl.articles import split_articles
from etl.errors import CommuniqueError, DocumentError, RunError
from etl.extract.pipeline import extract, extractor_version
from etl.extract.readers.reader import RULES, Reader
from etl.extract.readers.registry import load_reader
from etl.judgements import Book, describe
from etl.load import (
    ArticleObservations,
    Item,
    ItemStatus,
    Journal,
    JudgedDocument,
    Place,
    RunStatus,
    StoredDocument,
    Totals,
    article_id,
    batches,
    compare_some,
    count_totals,
    find_documents,
    judge_document,
    judgement_states,
    key_of,
    last_version,
    place_of,
    prepare_store,
    read_decisions,
    read_documents,
    read_judgements,
    resolve_some,
    store_documents,
    store_named_targets,
    store_observations,
    store_targets,
    supersede,
    tidy,
)
from etl.records import Article, Document, Observations
from etl.sources import READERS, read_paths
from etl.sources.paths import find_files
from models.store import StoreError, open_store

BATCH_DOCUMENTS = 50
QUARANTINE_BYTES = 10_000_000
"""A larger file is not copied into the store: its origin says where it is."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: files begun of all files, documents read so far, and the document at hand."""

    files_done: int
    files: int
    documents: int
    document: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a run did. `lost`: judgements whose passage is gone from its article, in words. `brought`: what the documents loaded hold;
    `totals`: what the store holds now, `before`: what it held before.
    """

    run_id: int
    loaded: int
    unchanged: int
    duplicates: int
    quarantined: tuple[Item, ...]
    skipped: tuple[Path, ...]
    noted: tuple[Item, ...]
    lost: tuple[str, ...]
    brought: Totals
    before: Totals
    totals: Totals
    seconds: float

    @property
    def documents(self) -> int:
        """How many documents were read or tried."""
        return self.loaded + self.unchanged + self.duplicates + len(self.quarantined)


OnProgress = Callable[[Progress], None]


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


@dataclass(frozen=True, slots=True)
class _Extracted:
    """A document that went through all the pure stages."""

    ordinal: int
    document: Document
    articles: tuple[Article, ...]
    judged: JudgedDocument

    @property
    def observations(self) -> tuple[Observations, ...]:
        """What the articles say, judgements of people included."""
        return self.judged.observations


@dataclass(slots=True)
class _Tally:
    """What a run has brought so far."""

    items: int = 0
    loaded: int = 0
    unchanged: int = 0
    duplicates: int = 0
    quarantined: list[Item] = field(default_factory=list)
    noted: list[Item] = field(default_factory=list)
    articles: int = 0
    claims: int = 0
    meetings: int = 0
    people: set[str] = field(default_factory=set)
    initiatives: set[str] = field(default_factory=set)

    def totals(self) -> Totals:
        return Totals(self.items, self.articles, len(self.people), self.meetings, self.claims, len(self.initiatives))


class _Run:
    """One run over some paths."""

    def __init__(self, engine: Engine, reader: Reader, on_progress: OnProgress | None, batch_documents: int) -> None:
        self.engine = engine
        self.reader = reader
        self.version = extractor_version(reader)
        self.on_progress = on_progress
        self.batch_documents = batch_documents
        self.journal = Journal("ingest", self.version)
        self.tally = _Tally()
        self.book = Book({})
        self.seen: dict[int, frozenset[Place]] = {}
        self.skipped: list[Path] = []

    def over(self, paths: Iterable[Path | str]) -> IngestReport:
        with self.engine.begin() as connection:
            unfinished = last_version(connection, "ingest", ["succeeded", "finished_with_quarantine"]) != self.version
            before = count_totals(connection)
            self.book = Book(read_judgements(connection))
            self.journal.start(connection)
        try:
            for batch in batches(self._read(paths), self.batch_documents):
                self._load(batch)
            totals, seconds = self._resolve(always=unfinished)
            lost = self._lost_judgements()
        except BaseException as error:
            self._fail(error)
            if isinstance(error, Exception) and not isinstance(error, (CommuniqueError, StoreError)):
                raise RunError(f"the run failed, what it had loaded stays: {_reason(error)}") from error
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
            for document in _read_file(file):
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
        extracted: list[_Extracted] = []
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
                extracted.append(_extract(ordinal, entry, self.reader, self.book))
            except DocumentError as error:
                del self.seen[key_of(entry)]
                items.append(_quarantined(ordinal, entry, error.stage, error.reason))
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
        self._count(items, extracted)

    def _known(self, document: Document, ordinal: int, stored: dict[int, StoredDocument]) -> Item | None:
        """Return the item of a document that need not be loaded: the store or this run has its content already."""
        key, place = key_of(document), place_of(document)
        again = key in self.seen
        self.seen[key] = self.seen.get(key, frozenset()) | {place}
        there = stored.get(key)
        if again:
            return Item(ordinal, document.name, document.origin, "duplicate", notes=document.notes)
        if there is None or there.extractor_version != self.version:
            return None
        status: ItemStatus = "unchanged" if there.place.slot() == place.slot() else "duplicate"
        return Item(ordinal, document.name, document.origin, status, notes=document.notes)

    def _store(self, connection: Connection, extracted: Sequence[_Extracted], items: Sequence[Item]) -> None:
        _store_extracted(connection, extracted, self.version)
        self.journal.note(connection, sorted(items, key=lambda item: item.ordinal))

    def _store_each(self, extracted: Sequence[_Extracted]) -> Iterator[Item]:
        for one in extracted:
            try:
                with self.engine.begin() as connection:
                    self._store(connection, [one], [_loaded(one)])
            except OperationalError:
                raise
            except Exception as error:
                del self.seen[key_of(one.document)]
                yield _quarantined(one.ordinal, one.document, "load", _reason(error))
            else:
                yield _loaded(one)

    def _count(self, items: Sequence[Item], extracted: Sequence[_Extracted]) -> None:
        tally = self.tally
        tally.loaded += sum(item.status == "loaded" for item in items)
        tally.unchanged += sum(item.status == "unchanged" for item in items)
        tally.duplicates += sum(item.status == "duplicate" for item in items)
        tally.quarantined += [item for item in items if item.status == "quarantined"]
        tally.noted += [item for item in items if item.notes and item.status != "quarantined"]
        loaded = {item.ordinal for item in items if item.status == "loaded"}
        for one in extracted:
            if one.ordinal not in loaded:
                continue
            tally.articles += len(one.articles)
            for observations in one.observations:
                tally.claims += len(observations.claims)
                tally.meetings += len(observations.meetings)
                tally.people |= {p.name for p in observations.people if p.name}
                tally.initiatives |= {m.name for m in observations.mentions if m.kind == "initiative"}

    def _resolve(self, *, always: bool) -> tuple[Totals, float]:
        """Compare and resolve what changed, or what an earlier run left undone, and end the run."""
        with self.engine.begin() as connection:
            superseded = supersede(connection, self.seen)
        comparing = resolving = True
        while comparing:
            with self.engine.begin() as connection:
                comparing = compare_some(connection)
        while resolving:
            with self.engine.begin() as connection:
                resolving = resolve_some(connection, read_decisions(connection))
        with self.engine.begin() as connection:
            if always or superseded or self.tally.loaded:
                _tidy(connection)
            totals = count_totals(connection)
            quarantined = len(self.tally.quarantined)
            status: RunStatus = "finished_with_quarantine" if quarantined else "succeeded"
            seconds = self.journal.finish(connection, status, self.tally.totals(), quarantined)
        return totals, seconds

    def _lost_judgements(self) -> tuple[str, ...]:
        if not self.book:
            return ()
        with self.engine.connect() as connection:
            return tuple(describe(one.judgement) for one in judgement_states(connection) if one.state == "anchor gone")

    def _fail(self, error: BaseException) -> None:
        reason = _reason(error)
        try:
            with self.engine.begin() as connection:
                self.journal.finish(connection, "failed", self.tally.totals(), len(self.tally.quarantined), error=reason)
        except SQLAlchemyError as second:
            # The database itself is what failed: the run stays "running" in it, which makes the next run resolve.
            raise RunError(f"the run failed: {reason}; and so did the database: {_reason(second)}") from error


def resolve_store(connection: Connection) -> None:
    """Put together whatever the store's articles say that is not yet resolved, by what people decided."""
    while compare_some(connection):
        pass
    while resolve_some(connection, read_decisions(connection)):
        pass
    _tidy(connection)


def _tidy(connection: Connection) -> None:
    tidy(connection)
    store_named_targets(connection)


def extract_again(connection: Connection, keys: Iterable[int], reader: Reader) -> None:
    """Extract documents of the store anew from the bytes that it holds, judgements included. Nothing is resolved.

    Raises DocumentError when a document can no longer be read.
    """
    book, version = Book(read_judgements(connection)), extractor_version(reader)
    for chunk in batches(sorted(set(keys)), BATCH_DOCUMENTS):
        documents = read_documents(connection, chunk)
        extracted = [_extract(ordinal, document, reader, book) for ordinal, document in enumerate(documents)]
        _store_extracted(connection, extracted, version)


def _store_extracted(connection: Connection, extracted: Sequence[_Extracted], version: str) -> None:
    store_documents(connection, ((e.document, e.articles) for e in extracted), version)
    store_observations(connection, (found for e in extracted for found in _observations_of(e)))
    store_targets(connection, (key for e in extracted for key in _article_keys(e)), (t for e in extracted for t in e.judged.targets))


def _read_file(file: Path) -> Iterator[Document | Item]:
    """Yield a file's documents. Whatever a reader raises stops its file only."""
    try:
        for found in read_paths([file]):
            if isinstance(found, Document):
                yield found
            else:
                yield Item(0, found.document, str(file.resolve()), "quarantined", "read", found.reason, content=_bytes_of(file, found))
    except Exception as error:
        yield Item(0, file.name, str(file.resolve()), "quarantined", "read", _reason(error), content=_bytes_of(file, None))


def _bytes_of(file: Path, error: DocumentError | None) -> bytes | None:
    """Return the bytes of what could not be read: the line of a JSONL file, else the file; None when it is gone or too large."""
    try:
        _, _, line = error.document.rpartition(":") if error else ("", "", "")
        if line.isdigit():
            with file.open("rb") as lines:
                return next((text for number, text in enumerate(lines, start=1) if number == int(line)), None)
        return file.read_bytes() if file.stat().st_size <= QUARANTINE_BYTES else None
    except OSError:
        return None


def _extract(ordinal: int, document: Document, reader: Reader, book: Book) -> _Extracted:
    """Split, extract and judge. Raises DocumentError, with the stage, for whatever goes wrong."""
    stage = "split"
    try:
        articles = split_articles(document)
        stage = "extract"
        observations = tuple(extract(article, reader) for article in articles)
        return _Extracted(ordinal, document, articles, judge_document(book, document, articles, observations))
    except (DocumentError, RunError):
        raise
    except Exception as error:
        raise DocumentError(document.name, stage, _reason(error)) from error


def _observations_of(extracted: _Extracted) -> Iterator[ArticleObservations]:
    key = key_of(extracted.document)
    for article, observations in zip(extracted.articles, extracted.observations, strict=True):
        yield ArticleObservations(article_id(key, article.position), article.text, observations)


def _article_keys(extracted: _Extracted) -> Iterator[int]:
    key = key_of(extracted.document)
    return (article_id(key, article.position) for article in extracted.articles)


def _loaded(extracted: _Extracted) -> Item:
    document = extracted.document
    return Item(extracted.ordinal, document.name, document.origin, "loaded", notes=document.notes, articles=len(extracted.articles))


def _quarantined(ordinal: int, document: Document, stage: str, reason: str) -> Item:
    content = document.content if len(document.content) <= QUARANTINE_BYTES else None
    return Item(ordinal, document.name, document.origin, "quarantined", stage, reason, document.notes, content)


def _reason(error: BaseException) -> str:
    """Return an exception in one line: the database's own words, without the statement."""
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    return f"{type(error).__name__}: {said[0]}" if said else type(error).__name__

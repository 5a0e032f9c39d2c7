"""A run: batches of documents, each in one transaction, then what the store's articles come to together."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from etl.errors import CommuniqueError, DocumentError, RunError, in_one_line
from etl.intake.documents import ExtractedDocument, store_extracted
from etl.intake.entries import Entry, Given, Whole
from etl.intake.extraction import Extraction, Pending
from etl.intake.files import quarantined
from etl.intake.known import Known
from etl.intake.resolving import resolve_in_transactions
from etl.intake.results import IngestReport, OnItems, Tally
from etl.intake.streaks import Streaks
from etl.judgements import describe
from etl.load import (
    Item,
    Journal,
    PageMark,
    RunStatus,
    SourceMark,
    Totals,
    batches,
    committed,
    count_totals,
    judgement_states,
    key_of,
    let_go,
    mark_pages,
    mark_sources,
    note_places,
    place_of,
    supersede,
)
from etl.records import RawDocument
from etl.sources import Skipped
from models.store import StoreError, refresh_statistics

Stop = Callable[[], str | None]
"""Asked before each document: why the run should end now, None while it should not."""


def never() -> None:
    """Let a run go on to its end."""


@dataclass(slots=True)
class _Batch:
    """Documents that are stored together, and what is remembered with them."""

    found: list[RawDocument] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    begun: list[tuple[int, Entry, RawDocument, Pending]] = field(default_factory=list)
    sources: list[SourceMark] = field(default_factory=list)
    pages: list[PageMark] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)


class Run:
    """One run of a job over what it is given. `version`: of the extractor that `extraction` uses; `again`: see `Known`."""

    def __init__(
        self,
        engine: Engine,
        job: str,
        version: str,
        extraction: Extraction,
        *,
        batch_documents: int,
        stop: Stop = never,
        on_items: OnItems | None = None,
        again: bool = False,
    ) -> None:
        self.journal = Journal(job, version)
        self.stages: dict[str, float] = {}
        self._engine = engine
        self._version = version
        self._extraction = extraction
        self._batch_documents = batch_documents
        self._stop = stop
        self._on_items = on_items
        self._stopped: str | None = None
        self._tally = Tally()
        self._failed_sources: list[str] = []
        self._known = Known(version, again=again)
        self._streaks = Streaks()

    def over(self, given: Iterable[Given], *, skipped: Sequence[Skipped] = (), judged: bool = False) -> IngestReport:
        """Load what is new in what is given, then resolve. `skipped`: files passed over, filled while `given` is read.

        `judged`: whether there are judgements, whose passages may be gone. Raises RunError when the run cannot go on.
        """
        with self._engine.connect() as connection:
            before = count_totals(connection)
        committed(self._engine, self.journal.start)
        try:
            waiting: deque[_Batch] = deque()
            for batch in batches(self._until_stopped(given), self._batch_documents):
                waiting.append(self._begin(batch))
                while len(waiting) > self._extraction.ahead:
                    self._load(waiting.popleft())
            while waiting:
                self._load(waiting.popleft())
            if not self._stopped:
                self._put_together()
            totals, seconds = self._finish()
            lost = self._lost_judgements() if judged else ()
        except BaseException as error:
            self._fail(error)
            if isinstance(error, Exception) and not isinstance(error, (CommuniqueError, StoreError)):
                raise RunError(f"the run failed, what it had loaded stays: {in_one_line(error)}") from error
            raise
        tally = self._tally
        return IngestReport(
            run_id=self.journal.run_id,
            loaded=tally.loaded,
            unchanged=tally.unchanged,
            duplicates=tally.duplicates,
            dropped=tally.dropped,
            quarantined=tuple(tally.quarantined),
            skipped=tuple(skipped),
            noted=tuple(tally.noted),
            lost=lost,
            brought=tally.totals(),
            before=before,
            totals=totals,
            seconds=seconds,
            stages=self.stages,
            failed_sources=tuple(self._failed_sources),
            stopped=self._stopped,
        )

    @contextmanager
    def measured(self, stage: str) -> Iterator[None]:
        """Count the seconds of a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self._count_seconds(stage, start)

    def _count_seconds(self, stage: str, start: float) -> None:
        self.stages[stage] = self.stages.get(stage, 0.0) + time.perf_counter() - start

    def _until_stopped(self, given: Iterable[Given]) -> Iterator[Given]:
        entries = iter(given)
        while True:
            self._stopped = self._stop()
            if self._stopped:
                return
            start = time.perf_counter()
            entry = next(entries, None)
            self._count_seconds(entry.stage if isinstance(entry, Entry) else "read", start)
            if entry is None:
                return
            yield entry

    def _begin(self, given: Sequence[Given]) -> _Batch:
        """Note what is known already, and begin to extract what is new."""
        entries = list(self._streaks.going_on(entry for entry in given if isinstance(entry, Entry)))
        batch = _Batch(
            found=[entry.found for entry in entries if isinstance(entry.found, RawDocument)],
            sources=[mark for mark in given if isinstance(mark, SourceMark)],
            pages=[entry.page for entry in entries if entry.page is not None],
            opened=[whole.origin for whole in given if isinstance(whole, Whole) and not self._streaks.gave_up(whole.origin)],
        )
        with self._engine.connect() as connection:
            self._known.look_up(connection, entries)
        for entry in entries:
            ordinal = self._tally.items
            self._tally.items += 1
            known = self._known.item_of(entry, ordinal)
            if known is not None:
                batch.items.append(known)
            elif isinstance(entry.found, RawDocument):
                batch.begun.append((ordinal, entry, entry.found, self._extraction.begin(ordinal, self._known.as_said_first(entry.found))))
        return batch

    def _load(self, batch: _Batch) -> None:
        """Store a batch in one transaction; when that fails, each document in its own."""
        items, extracted, source_of = batch.items, [], {}
        with self.measured("extract"):
            for ordinal, entry, document, result in batch.begun:
                source_of[ordinal] = entry.source
                try:
                    extracted.append(result())
                except DocumentError as error:
                    self._known.failed(document)
                    items.append(replace(quarantined(ordinal, document, error.stage, error.reason), source=entry.source))
        with self.measured("load"):
            try:
                loaded = [_loaded(one, source_of) for one in extracted]
                committed(self._engine, partial(self._store, batch=batch, extracted=extracted, items=[*items, *loaded]))
            except OperationalError:
                # The database is locked, full or gone: no document's fault.
                raise
            except Exception:
                items.extend(self._store_each(extracted, source_of))
                others = [item for item in items if item.status != "loaded"]
                committed(self._engine, partial(self._store, batch=batch, extracted=(), items=others))
            else:
                items.extend(loaded)
        self._tally.count(items, extracted)
        items.sort(key=lambda item: item.ordinal)
        self._streaks.count(items)
        if self._on_items:
            self._on_items(items)
        self._failed_sources += [f"{mark.source}: {mark.error}" for mark in batch.sources if mark.error]

    def _store(
        self, connection: Connection, *, extracted: Sequence[ExtractedDocument], items: Sequence[Item], batch: _Batch | None = None
    ) -> None:
        """Write documents and what became of each; with a batch, what is to be remembered with it."""
        store_extracted(connection, extracted, self._version)
        self.journal.note(connection, sorted(items, key=lambda item: item.ordinal))
        if batch is not None:
            note_places(connection, ((key_of(raw), place_of(raw), raw.fetched_at) for raw in batch.found))
            mark_pages(connection, batch.pages)
            let_go(connection, batch.opened)
            mark_sources(connection, self.journal.run_id, batch.sources)

    def _store_each(self, extracted: Sequence[ExtractedDocument], source_of: dict[int, str | None]) -> Iterator[Item]:
        for one in extracted:
            try:
                committed(self._engine, partial(self._store, extracted=[one], items=[_loaded(one, source_of)]))
            except OperationalError:
                raise
            except Exception as error:
                self._known.failed(one.document)
                yield replace(quarantined(one.ordinal, one.document, "load", in_one_line(error)), source=source_of[one.ordinal])
            else:
                yield _loaded(one, source_of)

    def _put_together(self) -> None:
        with self.measured("resolve"):
            committed(self._engine, partial(supersede, seen=self._known.seen), alone=True)
            resolve_in_transactions(self._engine)
        with self.measured("refresh"), self._engine.begin() as connection:
            refresh_statistics(connection)

    def _finish(self) -> tuple[Totals, float]:
        """End the run; return what the store holds now, and how many seconds the run took."""
        with self._engine.begin() as connection:
            totals = count_totals(connection)
            amount = len(self._tally.quarantined)
            status: RunStatus = "finished_with_quarantine" if amount or self._failed_sources else "succeeded"
            if self._stopped:
                status = "failed"
            brought, stages = self._tally.totals(), self.stages
            return totals, self.journal.finish(connection, status, brought, amount, error=self._stopped, stages=stages)

    def _lost_judgements(self) -> tuple[str, ...]:
        with self._engine.connect() as connection:
            return tuple(describe(one.judgement) for one in judgement_states(connection) if one.state == "anchor gone")

    def _fail(self, error: BaseException) -> None:
        reason = in_one_line(error)
        try:
            with self._engine.begin() as connection:
                self.journal.finish(connection, "failed", self._tally.totals(), len(self._tally.quarantined), error=reason)
        except SQLAlchemyError as second:
            # The database itself is what failed: the run stays "running" in it.
            raise RunError(f"the run failed: {reason}; and so did the database: {in_one_line(second)}") from error


def _loaded(extracted: ExtractedDocument, source_of: dict[int, str | None]) -> Item:
    document = extracted.document
    return Item(
        extracted.ordinal, document.name, document.origin, "loaded", notes=document.notes, articles=len(extracted.articles),
        source=source_of[extracted.ordinal], seconds=extracted.seconds,
    )  # fmt: skip

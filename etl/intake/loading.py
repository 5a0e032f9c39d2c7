"""Batches of documents, each stored in one transaction with what became of them."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from etl.errors import DocumentError, RunError, in_one_line
from etl.intake.documents import ExtractedDocument, store_extracted
from etl.intake.entries import Entry, Given, Whole
from etl.intake.extraction import Extraction, Pending
from etl.intake.files import quarantined
from etl.intake.known import Known
from etl.intake.results import OnItems, Tally
from etl.intake.streaks import Streaks
from etl.load import (
    Item,
    Notes,
    PageMark,
    Place,
    SourceMark,
    batches,
    committed,
    key_of,
    let_go,
    mark_pages,
    mark_sources,
    note_places,
    place_of,
)
from etl.records import RawDocument

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


class Loading:
    """Loads what is new in what it is given, and counts in `tally`.

    `version`: of the extractor that `extraction` uses; `again`: see `Known`. `first`: the ordinal of its first document.
    """

    def __init__(
        self,
        engine: Engine,
        journal: Notes,
        version: str,
        tally: Tally,
        extraction: Extraction,
        *,
        batch_documents: int,
        stop: Stop = never,
        on_items: OnItems | None = None,
        again: bool = False,
        first: int = 0,
    ) -> None:
        self._engine = engine
        self._journal = journal
        self._version = version
        self._tally = tally
        self._extraction = extraction
        self._batch_documents = batch_documents
        self._stop = stop
        self._on_items = on_items
        self._next = first
        self._known = Known(version, again=again)
        self._streaks = Streaks()

    def over(self, given: Iterable[Given]) -> Mapping[int, frozenset[Place]]:
        """Load until there is no more, or `stop` says why not to go on. Return the documents seen and all places at which each was."""
        waiting: deque[_Batch] = deque()
        for batch in batches(self._until_stopped(given), self._batch_documents):
            waiting.append(self._begin(batch))
            while len(waiting) > self._extraction.ahead:
                self._load(waiting.popleft())
        while waiting:
            self._load(waiting.popleft())
        return self._known.seen

    def _until_stopped(self, given: Iterable[Given]) -> Iterator[Given]:
        entries = iter(given)
        while True:
            self._tally.stopped = self._stop()
            if self._tally.stopped:
                return
            start = time.perf_counter()
            entry = next(entries, None)
            self._tally.count_seconds(entry.stage if isinstance(entry, Entry) else "read", start)
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
            ordinal, self._next = self._next, self._next + 1
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
        with self._tally.measured("extract"):
            for ordinal, entry, document, result in batch.begun:
                source_of[ordinal] = entry.source
                try:
                    extracted.append(result())
                except DocumentError as error:
                    self._known.failed(document)
                    items.append(replace(quarantined(ordinal, document, error.stage, error.reason), source=entry.source))
        with self._tally.measured("load"):
            try:
                loaded = [_loaded(one, source_of) for one in extracted]
                committed(self._engine, partial(self._store, batch=batch, extracted=extracted, items=[*items, *loaded]))
            except (OperationalError, RunError):
                # The database is locked, full or gone, or the run has ended: no document's fault.
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
        self._tally.failed_sources += [f"{mark.source}: {mark.error}" for mark in batch.sources if mark.error]

    def _store(
        self, connection: Connection, *, extracted: Sequence[ExtractedDocument], items: Sequence[Item], batch: _Batch | None = None
    ) -> None:
        """Write documents and what became of each; with a batch, what is to be remembered with it."""
        store_extracted(connection, extracted, self._version)
        self._journal.note(connection, sorted(items, key=lambda item: item.ordinal))
        if batch is not None:
            note_places(connection, ((key_of(raw), place_of(raw), raw.fetched_at) for raw in batch.found))
            mark_pages(connection, batch.pages)
            let_go(connection, batch.opened)
            mark_sources(connection, self._journal.run_id, batch.sources)

    def _store_each(self, extracted: Sequence[ExtractedDocument], source_of: dict[int, str | None]) -> Iterator[Item]:
        for one in extracted:
            try:
                committed(self._engine, partial(self._store, extracted=[one], items=[_loaded(one, source_of)]))
            except (OperationalError, RunError):
                raise
            except Exception as error:
                self._known.failed(one.document)
                yield replace(quarantined(one.ordinal, one.document, "load", in_one_line(error)), source=source_of[one.ordinal])
            else:
                yield _loaded(one, source_of)


def _loaded(extracted: ExtractedDocument, source_of: dict[int, str | None]) -> Item:
    document = extracted.document
    return Item(
        extracted.ordinal, document.name, document.origin, "loaded", notes=document.notes, articles=len(extracted.articles),
        source=source_of[extracted.ordinal], seconds=extracted.seconds,
    )  # fmt: skip

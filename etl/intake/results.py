"""What a run tells: how far it is while it runs, and what it did."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from etl.intake.documents import ExtractedDocument
from etl.load import Item, RunItems, Totals
from etl.sources import Skipped


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: files begun of all files, documents read so far, and the document at hand."""

    files_done: int
    files: int
    documents: int
    document: str


OnProgress = Callable[[Progress], None]
OnItems = Callable[[Sequence[Item]], None]
"""Told what became of documents, once that is committed."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a run did. `dropped`: documents that came again although a person had given them up. `quarantined`: without their bytes.
    `notes`: what readers noted, and in how many documents. `lost`: judgements whose passage is gone from its article, in words.
    `brought`: what the documents loaded hold. `before` and `totals`: what the store held before and holds now.
    """

    run_id: int
    loaded: int
    unchanged: int
    duplicates: int
    dropped: int
    quarantined: tuple[Item, ...]
    skipped: tuple[Skipped, ...]
    notes: Mapping[str, int]
    lost: tuple[str, ...]
    brought: Totals
    before: Totals
    totals: Totals
    seconds: float
    stages: Mapping[str, float]
    """Seconds for which the run waited for each stage."""
    failed_sources: tuple[str, ...] = ()
    """Configured sources that could not be read, each with the reason."""
    stopped: str | None = None
    """Why it ended before everything was read; the next run goes on from there."""

    @property
    def documents(self) -> int:
        """How many documents were read or tried."""
        return self.loaded + self.unchanged + self.duplicates + self.dropped + len(self.quarantined)


@dataclass(slots=True)
class Tally:
    """What a run has brought so far, and how it went: no more of it than may be kept of millions of documents."""

    items: int = 0
    loaded: int = 0
    unchanged: int = 0
    duplicates: int = 0
    dropped: int = 0
    quarantined: list[Item] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    claims: int = 0
    meetings: int = 0
    people: set[str] = field(default_factory=set)
    initiatives: set[str] = field(default_factory=set)
    stages: dict[str, float] = field(default_factory=dict)
    """Seconds for which it waited for each stage."""
    failed_sources: list[str] = field(default_factory=list)
    stopped: str | None = None
    """Why it ended before everything was read."""
    by_others: Totals | None = None
    """What the documents hold that other programs loaded for the run."""

    @contextmanager
    def measured(self, stage: str) -> Iterator[None]:
        """Count the seconds of a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.count_seconds(stage, start)

    def count_seconds(self, stage: str, start: float) -> None:
        """Count the seconds of a stage since `start`, a time of `perf_counter`."""
        self.stages[stage] = self.stages.get(stage, 0.0) + time.perf_counter() - start

    def count(self, items: Sequence[Item], extracted: Sequence[ExtractedDocument]) -> None:
        """Count the items of a batch, and what those of its documents hold that were loaded."""
        self.loaded += sum(item.status == "loaded" for item in items)
        self.unchanged += sum(item.status == "unchanged" for item in items)
        self.duplicates += sum(item.status == "duplicate" for item in items)
        self.dropped += sum(item.status == "dropped" for item in items)
        self.quarantined += [replace(item, content=None) for item in items if item.status == "quarantined"]
        self.notes.update(note for item in items if item.status != "quarantined" for note in item.notes)
        loaded = {item.ordinal for item in items if item.status == "loaded"}
        for one in extracted:
            if one.ordinal not in loaded:
                continue
            self.articles += len(one.articles)
            for observations in one.observations:
                self.claims += len(observations.claims)
                self.meetings += len(observations.meetings)
                self.people |= {p.name for p in observations.people if p.name}
                self.initiatives |= {m.name for m in observations.mentions if m.kind == "initiative"}

    def take_over(self, items: RunItems, more: Totals) -> None:
        """Count what other programs loaded for the run: `items` as they noted it, `more` of everything else in the store than before."""
        statuses = items.statuses
        self.items = sum(statuses.values())
        self.loaded, self.unchanged = statuses.get("loaded", 0), statuses.get("unchanged", 0)
        self.duplicates, self.dropped = statuses.get("duplicate", 0), statuses.get("dropped", 0)
        self.quarantined, self.notes = list(items.quarantined), Counter(items.notes)
        self.by_others = replace(more, documents=self.items, articles=items.articles)

    def totals(self) -> Totals:
        """Return what the documents loaded hold."""
        return self.by_others or Totals(self.items, self.articles, len(self.people), self.meetings, self.claims, len(self.initiatives))

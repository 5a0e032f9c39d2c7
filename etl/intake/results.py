"""What a run tells: how far it is while it runs, and what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from etl.intake.documents import ExtractedDocument
from etl.load import Item, Totals
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
    """What a run did. `dropped`: documents that came again although a person had given them up. `lost`: judgements whose passage is gone
    from its article, in words. `brought`: what the documents loaded hold. `before` and `totals`: what the store held before and holds now.
    """

    run_id: int
    loaded: int
    unchanged: int
    duplicates: int
    dropped: int
    quarantined: tuple[Item, ...]
    skipped: tuple[Skipped, ...]
    noted: tuple[Item, ...]
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
    """What a run has brought so far."""

    items: int = 0
    loaded: int = 0
    unchanged: int = 0
    duplicates: int = 0
    dropped: int = 0
    quarantined: list[Item] = field(default_factory=list)
    noted: list[Item] = field(default_factory=list)
    articles: int = 0
    claims: int = 0
    meetings: int = 0
    people: set[str] = field(default_factory=set)
    initiatives: set[str] = field(default_factory=set)

    def count(self, items: Sequence[Item], extracted: Sequence[ExtractedDocument]) -> None:
        """Count the items of a batch, and what those of its documents hold that were loaded."""
        self.loaded += sum(item.status == "loaded" for item in items)
        self.unchanged += sum(item.status == "unchanged" for item in items)
        self.duplicates += sum(item.status == "duplicate" for item in items)
        self.dropped += sum(item.status == "dropped" for item in items)
        self.quarantined += [item for item in items if item.status == "quarantined"]
        self.noted += [item for item in items if item.notes and item.status != "quarantined"]
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

    def totals(self) -> Totals:
        """Return what the documents loaded hold."""
        return Totals(self.items, self.articles, len(self.people), self.meetings, self.claims, len(self.initiatives))

"""The runs: what a job did, when, and what became of each document."""

from __future__ import annotations

import os
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Literal, Protocol

from sqlalchemy import Connection, func, select

from etl.errors import RunError
from etl.load.identity import run_id
from etl.load.quarantine import let_go, set_aside
from etl.load.upsert import insert, table, upsert

ItemStatus = Literal["loaded", "unchanged", "duplicate", "quarantined", "dropped"]
RunStatus = Literal["running", "succeeded", "failed", "finished_with_quarantine"]
ITEMS = ("run_id", "ordinal", "document_name", "origin", "status", "stage", "error", "notes", "source", "articles", "seconds")

_NEXT_NOTE = "; "

RUN_STAGES = ("run_id", "stage", "seconds")


@dataclass(frozen=True, slots=True)
class Item:
    """What became of one document. `content` and `media_type`: the bytes of a quarantined one, and what they are, as far as known.

    `source`: the configured source that brought it. `articles`: how many were found in it. `seconds`: how long extracting took.
    """

    ordinal: int
    document_name: str
    origin: str
    status: ItemStatus
    stage: str | None = None
    error: str | None = None
    notes: tuple[str, ...] = ()
    content: bytes | None = None
    articles: int = 0
    source: str | None = None
    media_type: str | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """How much the store holds."""

    documents: int = 0
    articles: int = 0
    people: int = 0
    meetings: int = 0
    claims: int = 0
    initiatives: int = 0


def count_totals(connection: Connection) -> Totals:
    """Count what the contract views show: people and initiatives count when an article speaks of them."""
    identities, mentions, claim_initiatives = table("person_identities"), table("mentions"), table("claim_initiatives")
    named = select(mentions.c.initiative_id).where(mentions.c.initiative_id.is_not(None)).union(select(claim_initiatives.c.initiative_id))

    def rows(name: str) -> int:
        return connection.scalar(select(func.count()).select_from(table(name))) or 0

    return Totals(
        documents=rows("documents"),
        articles=rows("articles"),
        people=connection.scalar(select(func.count(identities.c.person_id.distinct()))) or 0,
        meetings=rows("meetings"),
        claims=rows("claims"),
        initiatives=connection.scalar(select(func.count()).select_from(named.subquery())) or 0,
    )


class Notes(Protocol):
    """Where it is noted, in the transaction that stores documents, what became of them."""

    run_id: int

    def note(self, connection: Connection, items: Sequence[Item]) -> None:
        """Enter what became of documents, in the quarantine too."""
        ...


class Journal:
    """One run of a job, written as it goes. Written in the caller's transactions, so that a run never says more than is stored."""

    def __init__(self, job: str, version: str | None) -> None:
        self.job = job
        self.version = version
        self.started_at = datetime.now(UTC)
        self.run_id = run_id(job, self.started_at.isoformat(), f"{os.getpid()}-{uuid.uuid4().hex}")

    def start(self, connection: Connection) -> None:
        """Enter the run as running."""
        connection.execute(
            table("runs")
            .insert()
            .values(
                id=self.run_id,
                job=self.job,
                started_at=self.started_at,
                heartbeat_at=self.started_at,
                status="running",
                extractor_version=self.version,
                program_version=version("communique"),
            )
        )

    def note(self, connection: Connection, items: Sequence[Item]) -> None:
        """Enter what became of documents, in the quarantine too, and that the run is alive."""
        insert(connection, "run_items", ITEMS, (_row(self.run_id, item) for item in items))
        _to_quarantine(connection, self.run_id, self.version, items)
        self.live(connection)

    def live(self, connection: Connection) -> None:
        """Enter that the run is alive."""
        runs = table("runs")
        connection.execute(runs.update().where(runs.c.id == self.run_id).values(heartbeat_at=datetime.now(UTC)))

    def finish(
        self,
        connection: Connection,
        status: RunStatus,
        counts: Totals,
        quarantined: int,
        *,
        error: str | None = None,
        stages: Mapping[str, float] | None = None,
    ) -> float:
        """Enter how the run ended, how much it brought, and how many seconds each stage took; return its seconds."""
        insert(connection, "run_stages", RUN_STAGES, [(self.run_id, stage, seconds) for stage, seconds in (stages or {}).items()])
        now = datetime.now(UTC)
        seconds = max(0.0, (now - self.started_at).total_seconds())
        runs = table("runs")
        connection.execute(
            runs.update()
            .where(runs.c.id == self.run_id)
            .values(
                finished_at=now,
                heartbeat_at=now,
                status=status,
                documents=counts.documents,
                articles=counts.articles,
                people=counts.people,
                meetings=counts.meetings,
                claims=counts.claims,
                initiatives=counts.initiatives,
                quarantined=quarantined,
                seconds=seconds,
                error=error,
            )
        )
        return seconds


class PartJournal:
    """One part of a run that another program keeps: of a part that is done again, what was said first stays, for it was loaded then."""

    def __init__(self, run_id: int, version: str) -> None:
        self.run_id = run_id
        self.version = version

    def note(self, connection: Connection, items: Sequence[Item]) -> None:
        """Enter what became of documents. Raises RunError when the run has ended: whoever has died or was given up writes no more.

        The run cannot end before this transaction does.
        """
        runs = table("runs")
        if connection.scalar(select(runs.c.status).where(runs.c.id == self.run_id).with_for_update(read=True)) != "running":
            raise RunError(f"run {self.run_id} has ended: nothing is loaded for it any more")
        upsert(connection, "run_items", ITEMS, (_row(self.run_id, item) for item in items), update=False)
        _to_quarantine(connection, self.run_id, self.version, items)


@dataclass(frozen=True, slots=True)
class RunItems:
    """What became of the documents of a run: how many by status, the articles in those loaded, what was quarantined, and what was noted."""

    statuses: Mapping[str, int]
    articles: int
    quarantined: tuple[Item, ...]
    notes: Mapping[str, int]


def items_of_run(connection: Connection, run: int) -> RunItems:
    """Return what became of the documents of a run until now. Notes are those of documents that are not in quarantine."""
    items = table("run_items")
    of_run = items.c.run_id == run
    counted = connection.execute(
        select(items.c.status, func.count(), func.coalesce(func.sum(items.c.articles), 0)).where(of_run).group_by(items.c.status)
    ).all()
    columns = (items.c[name] for name in ("ordinal", "document_name", "origin", "status", "stage", "error"))
    failed = connection.execute(select(*columns).where(of_run, items.c.status == "quarantined").order_by(items.c.ordinal))
    said = select(items.c.notes, func.count()).where(of_run, items.c.status != "quarantined", items.c.notes.is_not(None))
    notes: Counter[str] = Counter()
    for joined, times in connection.execute(said.group_by(items.c.notes)):
        notes.update(dict.fromkeys(joined.split(_NEXT_NOTE), times))
    return RunItems(
        {status: count for status, count, _ in counted},
        sum(articles for _, _, articles in counted),
        tuple(Item(*row) for row in failed),
        notes,
    )


def _to_quarantine(connection: Connection, run: int, version: str | None, items: Sequence[Item]) -> None:
    failed = [item for item in items if item.status == "quarantined"]
    set_aside(connection, run, version, failed)
    let_go(connection, {item.origin for item in items if item.status not in ("quarantined", "dropped")} - {i.origin for i in failed})


def _row(run: int, item: Item) -> tuple[object, ...]:
    notes = _NEXT_NOTE.join(item.notes) or None
    return (
        run, item.ordinal, item.document_name, item.origin, item.status, item.stage, item.error, notes, item.source,
        item.articles, item.seconds,
    )  # fmt: skip


def last_version(connection: Connection, job: str, statuses: Iterable[RunStatus]) -> str | None:
    """Return the version of the last run of `job`, None when there was none or it did not end in one of `statuses`."""
    runs = table("runs")
    query = select(runs.c.status, runs.c.extractor_version).where(runs.c.job == job).order_by(runs.c.started_at.desc(), runs.c.id).limit(1)
    last = connection.execute(query).first()
    return last.extractor_version if last and last.status in set(statuses) else None

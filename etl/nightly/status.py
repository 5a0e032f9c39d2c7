"""How the nightly job stands: its last runs, how fresh each source is, what waits in quarantine, how the database grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select

from etl.config import Source
from etl.load import Totals, count_totals, read_source_marks
from etl.load.upsert import table
from etl.nightly.backfill import CHECKPOINT
from etl.nightly.lock import DEAD, dead_runs
from etl.queries import Result


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """One source: when it was asked and read last, and why not when it could not be. `configured`: whether the settings still name it."""

    name: str
    configured: bool
    checked_at: datetime | None
    succeeded_at: datetime | None
    watermark: str | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """How things stand. `growth`: what the runs of each of the last days brought; `quarantine`: how many wait, by stage."""

    totals: Totals
    runs: Result
    sources: tuple[SourceStanding, ...]
    quarantine: dict[str, int]
    growth: Result


def read_status(connection: Connection, sources: Sequence[Source] = (), *, runs: int = 7, days: int = 14) -> Status:
    """Read how things stand: so many of the last runs, and the growth of so many days."""
    marks = read_source_marks(connection)
    named = {source.name for source in sources}
    standing = [
        SourceStanding(name, name in named, m.checked_at, m.succeeded_at, m.watermark, m.error) if (m := marks.get(name)) else
        SourceStanding(name, True, None, None, None, None)
        for name in sorted(named | {name for name in marks if not name.startswith(CHECKPOINT)})
    ]  # fmt: skip
    return Status(count_totals(connection), _runs(connection, runs), tuple(standing), _quarantine(connection), _growth(connection, days))


def _runs(connection: Connection, amount: int) -> Result:
    target = table("runs")
    columns = (
        "id",
        "job",
        "started_at",
        "status",
        "documents",
        "claims",
        "meetings",
        "quarantined",
        "seconds",
        "extractor_version",
        "error",
    )
    query = select(*(target.c[name] for name in columns)).where(target.c.job != "init").order_by(target.c.started_at.desc()).limit(amount)
    rows = connection.execute(query).mappings()
    dead = dead_runs(connection)
    told = (row | {"status": "failed", "error": DEAD} if row["id"] in dead else row for row in map(dict, rows))
    return Result(columns, tuple(tuple(row.values()) for row in told))


def _quarantine(connection: Connection) -> dict[str, int]:
    target = table("quarantine")
    query = select(target.c.stage, func.count()).where(target.c.state == "waiting").group_by(target.c.stage).order_by(target.c.stage)
    return {row[0]: row[1] for row in connection.execute(query)}


def _growth(connection: Connection, days: int) -> Result:
    runs, items = table("runs"), table("run_items")
    since = datetime.now(UTC) - timedelta(days=days)
    day = func.date(runs.c.started_at).label("day")
    loaded = select(items.c.run_id, func.count().label("loaded")).where(items.c.status == "loaded").group_by(items.c.run_id).subquery()
    query = (
        select(
            day, func.count().label("runs"), func.coalesce(func.sum(loaded.c.loaded), 0).label("documents"),
            func.sum(runs.c.claims).label("claims"), func.sum(runs.c.meetings).label("meetings"),
        )
        .outerjoin(loaded, loaded.c.run_id == runs.c.id)
        .where(runs.c.started_at >= since, runs.c.job != "init")
        .group_by(day)
        .order_by(day)
    )  # fmt: skip
    rows = connection.execute(query)
    return Result(tuple(rows.keys()), tuple((str(row[0]), *map(int, row[1:])) for row in rows))

"""One run at a time for a database. The lock ends with its process, however that ends, so a killed run locks nobody out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, select, text

from etl.errors import LockedError
from etl.keys import stable_id
from etl.load.upsert import table

JOBS = ("nightly", "retry", "reprocess", "backfill")
"""Jobs of which one at a time may write to a database."""

_KEY = stable_id("lock", "nightly")


@contextmanager
def only_run(engine: Engine) -> Iterator[None]:
    """Hold the lock of a database: an advisory lock of Postgres, or a locked file beside a SQLite file.

    A run that its process left unfinished is entered as failed. Raises LockedError, which says since when another has it.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _KEY}):
                raise LockedError(_who(connection))
            try:
                _bury(engine)
                yield
            finally:
                # The connection goes back to the pool, and would keep the lock there.
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _KEY})
        return
    file = engine.url.database
    if not file or file == ":memory:":
        yield
        return
    try:
        with FileLock(f"{Path(file).resolve()}.lock", timeout=0):
            _bury(engine)
            yield
    except Timeout as error:
        with engine.connect() as connection:
            raise LockedError(_who(connection)) from error


def _who(connection: Connection) -> str:
    runs = table("runs")
    query = select(runs.c.id, runs.c.started_at).where(runs.c.job.in_(JOBS), runs.c.status == "running").order_by(runs.c.started_at.desc())
    last = connection.execute(query.limit(1)).first()
    since = f"run {last.id}, since {last.started_at:%Y-%m-%d %H:%M:%S} UTC" if last else "it has only just begun"
    return f"another run has this database ({since}); wait for it, or stop it"


def _bury(engine: Engine) -> None:
    """Enter runs whose process died as failed when they last said that they were alive."""
    runs = table("runs")
    died = runs.update().where(runs.c.job.in_(JOBS), runs.c.status == "running")
    with engine.begin() as connection:
        connection.execute(died.values(status="failed", finished_at=runs.c.heartbeat_at, error="the process ended without a word"))

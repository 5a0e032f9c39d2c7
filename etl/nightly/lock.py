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

DEAD = "the process ended without a word"
"""What is said of a run whose process was killed."""

_KEY = stable_id("lock", "nightly")
_GLANCE_SECONDS = 0.5
"""For how long a run waits for the lock of a SQLite file: looking whether it is held takes it for a moment."""


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
        with FileLock(lock_file(file), timeout=_GLANCE_SECONDS):
            _bury(engine)
            yield
    except Timeout as error:
        with engine.connect() as connection:
            raise LockedError(_who(connection)) from error


def dead_runs(connection: Connection) -> frozenset[int]:
    """Return the runs that are entered as running and whose process has ended: they had the lock, and nobody has it."""
    entered = _entered(connection)
    # Asked again: one that ended properly while the lock was looked at is no longer entered.
    return entered & _entered(connection) if entered and not is_held(connection) else frozenset()


def _entered(connection: Connection) -> frozenset[int]:
    runs = table("runs")
    return frozenset(connection.scalars(select(runs.c.id).where(runs.c.job.in_(JOBS), runs.c.status == "running")))


def is_held(connection: Connection) -> bool:
    """Return whether some run holds the lock of a database; it is taken to be held where that cannot be seen."""
    if connection.dialect.name == "postgresql":
        held = """
            SELECT EXISTS (
                SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    AND (classid::bigint << 32) | objid::bigint = :key
            )"""
        return bool(connection.scalar(text(held), {"key": _KEY}))
    file = connection.engine.url.database
    if not file or not lock_file(file).exists():
        return False
    try:
        with FileLock(lock_file(file), timeout=0):
            return False
    except (Timeout, OSError):
        return True


def lock_file(database: str) -> Path:
    """Return the file that is locked while a run has a SQLite file."""
    return Path(f"{Path(database).resolve()}.lock")


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
        connection.execute(died.values(status="failed", finished_at=runs.c.heartbeat_at, error=DEAD))

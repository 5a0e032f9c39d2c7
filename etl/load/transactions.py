"""Transactions that write: which of them may run at the same time, and what is done again when the database ended one.

On Postgres any number of loaders write at once, each article's own rows and what all articles share. What weighs articles against one
another, or takes them away, must see them standing still: it runs alone. Both hold the same advisory lock, loaders shared, for as long as
their transaction lasts. SQLite has one writer at a time: its lock is taken at the beginning, where waiting for it is possible.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from tenacity import RetryCallState, Retrying, stop_after_attempt, wait_random_exponential

from etl.keys import stable_id

T = TypeVar("T")

_KEY = stable_id("lock", "writing")
_LOST = frozenset({"40001", "40P01"})
"""What Postgres calls a failed serialization and a deadlock: of two transactions it ended this one, and nothing of it is left."""
_MET = "23505"
"""What Postgres calls a row that is there already. An upsert waits for another one of the same row by its key alone: where the row has a
unique name as well, it may meet the other one there. The next time that row is seen."""
TRIES, MEETINGS = 10, 5
"""How often a transaction is tried, and how often when it met a row: a name that is truly another row's will not go away."""


def committed(engine: Engine, work: Callable[[Connection], T], *, alone: bool = False) -> T:
    """Do `work` in a transaction and return what it returns, when that is committed. `alone`: with no loader beside it.

    When Postgres ends the transaction for the sake of another one, all of it is done again, so `work` must change nothing but the store.
    """
    again = Retrying(
        retry=_ended_for_another,
        wait=wait_random_exponential(multiplier=0.05, max=5),
        stop=stop_after_attempt(TRIES),
        reraise=True,
    )
    done: T = again(_commit, engine, work, alone)
    return done


def _commit(engine: Engine, work: Callable[[Connection], T], alone: bool) -> T:
    with engine.begin() as connection:
        take_turn(connection, alone=alone)
        return work(connection)


def take_turn(connection: Connection, *, alone: bool = False) -> None:
    """Begin to write in a transaction that has done nothing yet: wait until nobody writes whom that would disturb."""
    if connection.dialect.name == "sqlite":
        # Left to itself, SQLite takes the lock at the first write, after whatever was read for it.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        shared = "" if alone else "_shared"
        connection.execute(text(f"SELECT pg_advisory_xact_lock{shared}(:key)"), {"key": _KEY})


def _ended_for_another(tried: RetryCallState) -> bool:
    error = tried.outcome.exception() if tried.outcome else None
    state = getattr(error.orig, "sqlstate", None) if isinstance(error, DBAPIError) else None
    return state in _LOST or (state == _MET and tried.attempt_number < MEETINGS)

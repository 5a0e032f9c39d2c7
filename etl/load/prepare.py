"""Making a store ready: the schema by its migrations, then the seeds. Does nothing where both are as they should be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from etl.lexicon.tables import seeds_version
from etl.load.journal import Journal, Totals, last_version
from etl.load.reference import load_reference
from etl.load.transactions import committed
from models import schema
from models.store import open_engine, store_url

LOADER_VERSION = "1"
"""Raise it when `reference` makes other rows of the same seeds."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was done to a store: whether its schema was created or upgraded, and how many reference rows changed.

    None rows: the seeds were loaded already.
    """

    store: str
    upgraded: bool
    reference_rows: int | None


def store_name(url: str) -> str:
    """Return how messages name the store at `url`: a file by its path, a URL without its password."""
    return store_url(url).render_as_string(hide_password=True).removeprefix("sqlite:///")


def prepare_store(url: str) -> Prepared:
    """Create or upgrade the store at `url` and load the seeds.

    Which seeds a store holds is written in its last `init` run: their version is a hash of the files, so a changed seed is loaded by the
    next command, and an unchanged one costs a single query. Raises StoreError when the store cannot be opened, RunError when the seeds
    are not consistent.
    """
    upgraded = schema.current(url) != schema.head()
    if upgraded:
        schema.upgrade(url)
    version = f"{LOADER_VERSION}+{seeds_version()}"
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            loaded = _is_loaded(connection, version)
        # Asked without the lock first: most commands find nothing to do, and need not wait for whoever writes.
        changes = None if loaded else committed(engine, partial(_load, version=version), alone=True)
        return Prepared(store_name(url), upgraded, changes)
    finally:
        engine.dispose()


def _is_loaded(connection: Connection, version: str) -> bool:
    return last_version(connection, "init", ["succeeded"]) == version


def _load(connection: Connection, version: str) -> int | None:
    """Load the seeds and return how many rows changed; None when another program did so while this one waited."""
    if _is_loaded(connection, version):
        return None
    journal = Journal("init", version)
    journal.start(connection)
    changes = load_reference(connection)
    journal.finish(connection, "succeeded", Totals(), 0)
    return changes

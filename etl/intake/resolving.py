"""Putting together what the articles of a store say, in steps of which each may be a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine

from etl.load import committed, compare_some, read_decisions, resolve_some, store_named_targets, tidy


def _resolve_some(connection: Connection) -> bool:
    return resolve_some(connection, read_decisions(connection))


def _tidy(connection: Connection) -> bool:
    tidy(connection)
    store_named_targets(connection)
    return False


STEPS: tuple[Callable[[Connection], bool], ...] = (compare_some, _resolve_some, _tidy)
"""In their order; each is asked again while it returns that there may be more to do."""


def resolve_store(connection: Connection) -> None:
    """Put together whatever the store's articles say that is not yet resolved, by what people decided."""
    for step in STEPS:
        while step(connection):
            pass


def resolve_in_transactions(engine: Engine) -> None:
    """Do what `resolve_store` does, each step in a transaction of its own: what is done stays done when a later one fails.

    Several may do so at once: they take turns, for each step leaves a store that is right for what it has seen.
    """
    for step in STEPS:
        going_on = True
        while going_on:
            going_on = committed(engine, step, alone=True)

"""The stages, one after the other, over what is unresolved."""

from __future__ import annotations

from sqlalchemy import Connection

from etl.load.resolving.meetings import resolve_meetings
from etl.load.resolving.people import remove_people, resolve_people
from etl.load.resolving.relations import resolve_relations
from etl.load.resolving.statements import resolve_statements
from etl.load.resolving.unresolved import take_changes
from etl.resolve.verdicts import NO_DECISIONS, Decisions

ARTICLES_AT_ONCE = 500
"""As many articles as are resolved at once: what they touch is held in memory. More take as long, for what they share is little."""


def resolve_some(connection: Connection, decisions: Decisions = NO_DECISIONS, *, articles_at_once: int = ARTICLES_AT_ONCE) -> bool:
    """Resolve some of what is unresolved; return whether there was anything.

    It leaves the store as if the articles not yet resolved had not been loaded, so each call may be a transaction of its own.
    """
    changes = take_changes(connection, articles_at_once)
    if not changes:
        return False
    stirred = resolve_people(connection, changes, decisions)
    remeeting = resolve_meetings(connection, stirred.articles, changes, decisions.meetings)
    resolve_statements(connection, stirred.articles | remeeting, changes, decisions.statements)
    resolve_relations(connection, remeeting | set(changes.articles), changes)
    remove_people(connection, stirred.gone)
    return True

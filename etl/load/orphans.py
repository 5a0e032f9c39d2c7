"""Taking away what articles brought and no article speaks of any more, so that a store says nothing that its articles do not."""

from __future__ import annotations

from sqlalchemy import Connection, delete, exists, select

from etl.load.initiatives import settle_initiatives
from etl.load.resolving import take_removal
from etl.load.upsert import table
from models import Base

_OWN = {"actors": {"states", "organizations", "actor_names"}, "initiatives": {"initiative_names", "initiative_proposers"}}
"""Tables whose rows belong to the row itself, and so do not keep it."""


def tidy(connection: Connection) -> None:
    """Take away, after articles were changed or removed, what they alone brought and what they alone said of initiatives."""
    if take_removal(connection):
        settle_initiatives(connection)
        remove_orphans(connection)


def remove_orphans(connection: Connection) -> int:
    """Delete provisional initiatives and actors, and publishers, that nothing refers to; return how many."""
    return _remove(connection, "initiatives") + _remove(connection, "actors") + _remove(connection, "publishers")


def _remove(connection: Connection, name: str) -> int:
    target = table(name)
    condition = ~exists().where(target.c.id != target.c.id)
    own = _OWN.get(name, set())
    for other in Base.metadata.sorted_tables:
        for column in other.columns:
            refers = any(key.column is target.c.id for key in column.foreign_keys)
            if refers and not (other.name in own and column.primary_key | (column.name in ("actor_id", "initiative_id"))):
                alias = other.alias()
                condition = condition & ~exists().where(alias.c[column.name] == target.c.id)
    if "provisional" in target.columns:
        condition = condition & target.c.provisional.is_(True)
    gone = [key for (key,) in connection.execute(select(target.c.id).where(condition))]
    if not gone:
        return 0
    if name == "actors":
        # SQLite and Postgres both cascade; the seat's parent is a plain reference.
        organizations = table("organizations")
        connection.execute(organizations.update().where(organizations.c.parent_id.in_(gone)).values(parent_id=None))
    connection.execute(delete(target).where(target.c.id.in_(gone)))
    return len(gone)

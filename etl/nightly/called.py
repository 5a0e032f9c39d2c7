"""Which row a person means who names a document on the command line."""

from __future__ import annotations

from sqlalchemy import Connection, Table, or_, select

from etl.errors import ConfigError
from etl.keys import LARGEST_KEY

_NAMED_BY = ("name", "document_name", "origin", "url")


def key_called(connection: Connection, target: Table, name: str, *, what: str) -> int | None:
    """Return the key of the document that is called so by key, name, path or address; None when there is none.

    Raises ConfigError when several of `what` ("documents in quarantine") are.
    """
    said = [target.c[column] == name for column in _NAMED_BY if column in target.c]
    if name.isdecimal() and int(name) <= LARGEST_KEY:
        said.append(target.c.id == int(name))
    keys = connection.scalars(select(target.c.id).where(or_(*said)).order_by(target.c.id)).all()
    if len(keys) > 1:
        raise ConfigError(f"{len(keys)} {what} are called {name!r}; name one by its key: {', '.join(map(str, keys))}")
    return keys[0] if keys else None

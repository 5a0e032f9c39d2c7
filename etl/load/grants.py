"""A role of Postgres that can read the contract views and nothing else: for BI tools and analysts."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from etl.errors import RunError
from models.store import open_engine
from models.views import VIEWS


def grants(url: str, role: str) -> list[str]:
    """Return the statements that make `role` a reader of the views of the store at `url`, and of nothing else.

    They can be run again: after a migration has made the views anew, and when the role is there. The role cannot log in until it is
    given a password, which is left to whoever runs the server. Raises RunError for a store that is no Postgres database.
    """
    engine = _postgres(url)
    quote = engine.dialect.identifier_preparer.quote
    name, base = quote(role), quote(engine.url.database or "")
    engine.dispose()
    literal = "'" + role.replace("'", "''") + "'"
    return [
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {literal}) THEN CREATE ROLE {name} LOGIN; END IF; END $$",
        f"ALTER ROLE {name} SET default_transaction_read_only = on",
        f"GRANT CONNECT ON DATABASE {base} TO {name}",
        f"GRANT USAGE ON SCHEMA public TO {name}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}",
        f"GRANT SELECT ON {', '.join(VIEWS)} TO {name}",
    ]


def grant(url: str, role: str) -> None:
    """Make `role` a reader of the views, in one transaction. Raises RunError where it may not or cannot be done."""
    engine = _postgres(url)
    try:
        with engine.begin() as connection:
            _run(connection, grants(url, role))
    except OperationalError as error:
        raise RunError(f"cannot reach the database: {str(error.orig).splitlines()[0]}") from error
    finally:
        engine.dispose()


def _run(connection: Connection, statements: list[str]) -> None:
    try:
        for statement in statements:
            connection.execute(text(statement))
    except DBAPIError as error:
        raise RunError(f"the database refuses it: {str(error.orig).splitlines()[0]}") from error


def _postgres(url: str) -> Engine:
    engine = open_engine(url)
    if engine.dialect.name != "postgresql":
        engine.dispose()
        raise RunError("roles are of Postgres: a SQLite file is read by whoever may read the file")
    return engine

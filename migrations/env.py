"""Alembic's environment: which database, and how to connect."""

from __future__ import annotations

import os
from typing import Any

from alembic import context
from sqlalchemy import Connection, event, text

from models import Base
from models.store import open_engine

config = context.config

LOCK = 7_020_915_003_180_211
"""One program at a time migrates a Postgres database. Any number will do that nobody else locks."""


def database_url() -> str:
    """Return the database to migrate: as the caller set it, else `-x url=…`, else COMMUNIQUE_DATABASE_URL, else a file here."""
    given = config.attributes.get("url") or context.get_x_argument(as_dictionary=True).get("url")
    return given or os.environ.get("COMMUNIQUE_DATABASE_URL") or "sqlite:///communique.sqlite"


SEARCH = ("claim_words", "article_words", "ix_claims_words", "ix_articles_words")
"""How the names begin of what is there for searching alone: virtual tables and their parts, indexes of expressions. No model has them."""


def _is_modelled(_object: Any, name: str | None, _kind: str, _reflected: bool, _compared: Any) -> bool:
    return not (name or "").startswith(SEARCH)


def configure(**options: Any) -> None:
    """Set the options that online and offline runs share."""
    context.configure(
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
        include_object=_is_modelled,
        **options,
    )


def run_offline() -> None:
    """Print the SQL instead of running it."""
    configure(url=database_url(), literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


def run_online() -> None:
    """Migrate the database in one transaction."""
    engine = open_engine(database_url())
    sqlite = engine.dialect.name == "sqlite"
    if sqlite:
        event.listen(engine, "connect", _own_transactions)
        event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            configure(connection=connection, transactional_ddl=True)
            with context.begin_transaction():
                if not sqlite:
                    # Who comes second finds, when it has waited, that there is nothing left to do.
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
                context.run_migrations()
                if sqlite:
                    _check_foreign_keys(connection)
    finally:
        engine.dispose()


def _own_transactions(connection: Any, _record: Any) -> None:
    # Python's driver commits before DDL; taking over BEGIN makes a failed migration leave nothing behind.
    connection.isolation_level = None
    # A batch migration drops the old table: with foreign keys on, that deletes the children's rows without a word.
    connection.execute("PRAGMA foreign_keys = OFF")
    # And it renames the new one: by the newer rules, that fails on every view that names the table.
    connection.execute("PRAGMA legacy_alter_table = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _check_foreign_keys(connection: Connection) -> None:
    if broken := connection.execute(text("PRAGMA foreign_key_check")).first():
        raise RuntimeError(f"the migration would leave a row of {broken[0]} without its {broken[2]}; nothing was changed")


if context.is_offline_mode():
    run_offline()
else:
    run_online()

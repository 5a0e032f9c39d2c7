"""Opening the store: one function for SQLite and Postgres, so that both behave alike wherever they are used."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy import text as sql
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 30_000
"""How long a SQLite connection waits for another writer, in milliseconds: longer than any one batch takes to commit."""
CACHE_KIB = 64 * 1024
"""Memory for a SQLite connection's pages. Keys are hashes, so loading touches pages everywhere; SQLite's own 2 MB hold few of them."""
SORT_MIB = 32
"""Memory for one sort or hash table of a Postgres connection; the server's own 4 MB send those of a large store to the disk."""
JOINED = 11
"""So many tables of a question Postgres weighs in any order. By the server's 8, tables of a view stay together that are best asked last."""
LOG_BYTES = 64 * 1024 * 1024
"""To this size SQLite's write-ahead log is cut back when it has been written into the file; a large batch makes it grow beyond."""


class StoreError(Exception):
    """The store cannot be opened or is not what this version expects. The message is one line and says what to do."""


def store_url(text: str) -> URL:
    """Return the database URL that `text` means, with the driver that we use.

    `text` is `sqlite:///PATH`, `postgresql://…` (or `postgres://…`), or a plain path, which means a SQLite file.
    Raises StoreError when it is none of these.
    """
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"{text!r} is not a database URL; use sqlite:///FILE or postgresql://USER@HOST/NAME") from error
    match url.drivername:
        case "sqlite" | "sqlite+pysqlite" | "postgresql+psycopg":
            return url
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
        case other:
            raise StoreError(f"{other} databases are not supported; use sqlite:///FILE or postgresql://USER@HOST/NAME")


def open_engine(text: str) -> Engine:
    """Return an engine for the store at `text` (see `store_url`). Nothing is connected yet; the caller disposes of it.

    SQLite connections hold foreign keys, read while another process writes, and wait for the writer.
    Raises StoreError for an unusable URL, a missing driver, or a SQLite file in a folder that does not exist;
    connecting raises it for a file that is no database.
    """
    url = store_url(text)
    if url.drivername.startswith("sqlite"):
        _require_folder(url)
    try:
        engine = create_engine(url)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise StoreError("PostgreSQL needs the driver psycopg: pip install 'communique[postgres]'") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", partial(_prepare_sqlite, url.database))
    else:
        event.listen(engine, "connect", _prepare_postgres)
    return engine


def _require_folder(url: URL) -> None:
    # SQLite would only say "unable to open database file".
    if url.database and url.database != ":memory:" and not url.database.startswith("file:"):
        folder = Path(url.database).resolve().parent
        if not folder.is_dir():
            raise StoreError(f"there is no folder {folder} for the database file {Path(url.database).name}; create it first")


def _prepare_sqlite(file: str | None, connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    try:
        # First of all: switching to WAL takes a lock that another process may hold.
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        # Safe with WAL: a power cut may lose the last transactions, never the file.
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        cursor.execute(f"PRAGMA journal_size_limit = {LOG_BYTES}")
        cursor.execute("PRAGMA temp_store = MEMORY")
    except sqlite3.DatabaseError as error:
        raise StoreError(f"cannot use the database file {file}: {error}") from error
    finally:
        cursor.close()


def _prepare_postgres(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    try:
        # Keys are hashes, so questions look rows up all over a table. The server's default takes the disk for a turning one, where reading
        # a whole table costs less than that.
        cursor.execute("SET random_page_cost = 1.1")
        # Compiling a plan takes longer than the questions do.
        cursor.execute("SET jit = off")
        cursor.execute(f"SET work_mem = '{SORT_MIB}MB'")
        cursor.execute(f"SET join_collapse_limit = {JOINED}")
        cursor.execute(f"SET from_collapse_limit = {JOINED}")
        # Keys are hashes: in the order of one, rows are all over their table, and a plan that walks an index so takes it to end early.
        cursor.execute("SET enable_mergejoin = off")
        # What is set in a transaction that is rolled back is lost.
        connection.commit()
    finally:
        cursor.close()


def refresh_statistics(connection: Connection) -> None:
    """Let the database count what its tables hold now, for its plans go by that. Takes a second or two however large a store is."""
    if connection.dialect.name == "sqlite":
        # So many rows of each index are looked at. "PRAGMA optimize" would leave out tables that this connection has not asked yet.
        connection.execute(sql("PRAGMA analysis_limit = 1000"))
    connection.execute(sql("ANALYZE"))

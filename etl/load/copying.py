"""How Postgres is written to: many rows by `COPY`, all others as `etl.load.upsert` does it.

New rows are copied into their table. Rows of which some may be there are copied into a staging table, which lasts as long as the
connection and is empty between statements, and one statement brings them from there into the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from etl.load.statements import How, Row, delete_all, from_stage

if TYPE_CHECKING:
    from psycopg import Connection as Driver
    from psycopg import Cursor

ENOUGH = 40
"""From so many rows on, a staging table takes less time than a statement for each row."""


def copy(connection: Connection, how: How, name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Write rows, ready as the driver takes them and no key twice, in as few statements as there are."""
    if how == "delete":
        connection.exec_driver_sql(delete_all(name, columns), tuple(list(values) for values in zip(*rows, strict=True)))
        return
    listed = ", ".join(columns)
    if how == "insert":
        with _cursor(connection, f"COPY {name}") as cursor:
            _copy(cursor, f"{name} ({listed})", rows)
        return
    stage = f"stage_{name[:40]}_{blake2b(listed.encode(), digest_size=4).hexdigest()}"
    with _cursor(connection, f"COPY {stage}") as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE IF NOT EXISTS {stage} ON COMMIT DELETE ROWS AS SELECT {listed} FROM {name} WITH NO DATA".encode()
        )
        _copy(cursor, stage, rows)
    connection.exec_driver_sql(from_stage(how, stage, name, columns))


def _copy(cursor: Cursor[Any], into: str, rows: Sequence[Row]) -> None:
    with cursor.copy(f"COPY {into} FROM STDIN".encode()) as copying:
        for row in rows:
            copying.write_row(row)


@contextmanager
def _cursor(connection: Connection, statement: str) -> Iterator[Cursor[Any]]:
    """Open a cursor of the driver, which alone can copy, in the transaction of `connection`. Its errors come as SQLAlchemy's."""
    import psycopg

    driver: Driver[Any] | None = connection.connection.driver_connection
    assert driver is not None
    try:
        with driver.cursor() as cursor:
            yield cursor
    except psycopg.Error as error:
        lost = connection.dialect.is_disconnect(error, None, None)  # type: ignore[arg-type]
        if lost:
            connection.invalidate(error)
        raise DBAPIError.instance(statement, None, error, psycopg.Error, connection_invalidated=lost, dialect=connection.dialect) from error

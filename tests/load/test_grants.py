"""The role that reads the views and nothing else, on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import DBAPIError, ProgrammingError
from typer.testing import CliRunner

import cli
from etl.errors import RunError
from etl.load import grant, grants
from load.seeded import Maker, make_seeded
from models import Base
from models.views import VIEWS

__all__ = ["make_seeded"]

ROLE = "reader of 'news'"
"""A name that has to be quoted."""


@pytest.fixture
def store(make_seeded: Maker) -> Iterator[str]:
    url = make_seeded("postgresql")
    yield url
    with connected(url) as connection:
        if connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": ROLE}).first():
            quoted = connection.dialect.identifier_preparer.quote(ROLE)
            connection.execute(text(f"DROP OWNED BY {quoted}"))
            connection.execute(text(f"DROP ROLE {quoted}"))


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        yield connection


def as_reader(url: str, sql: str) -> None:
    with connected(url) as connection:
        connection.execute(text(f"SET SESSION AUTHORIZATION {connection.dialect.identifier_preparer.quote(ROLE)}"))
        connection.execute(text(sql))


def test_it_reads_every_view_and_no_table(store: str) -> None:
    grant(store, ROLE)
    grant(store, ROLE)
    for view in VIEWS:
        as_reader(store, f"SELECT * FROM {view} LIMIT 1")
    for table in Base.metadata.tables:
        with pytest.raises(ProgrammingError, match="permission denied"):
            as_reader(store, f"SELECT * FROM {table} LIMIT 1")


@pytest.mark.parametrize("sql", ["DELETE FROM v_claims", "CREATE TABLE mine (id int)", "UPDATE claims SET text = ''", "DROP VIEW v_claims"])
def test_it_writes_nothing(store: str, sql: str) -> None:
    grant(store, ROLE)
    with pytest.raises(DBAPIError, match=r"permission denied|must be owner|cannot delete|read-only"):
        as_reader(store, sql)


def test_the_statements_are_those_that_are_run(store: str) -> None:
    done = CliRunner().invoke(cli.app, ["grants", "--role", ROLE, "--db", store])
    assert done.exit_code == 0, done.output
    with connected(store) as connection:
        connection.exec_driver_sql(done.stdout)
    as_reader(store, "SELECT * FROM v_meetings")
    assert done.stdout == "".join(f"{statement};\n" for statement in grants(store, ROLE))


def test_a_file_has_no_roles(make_seeded: Maker) -> None:
    with pytest.raises(RunError, match="roles are of Postgres"):
        grant(make_seeded("sqlite"), ROLE)

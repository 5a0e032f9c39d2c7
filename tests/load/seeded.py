"""Stores with the reference data in them, copied from those made once a session: loading the seeds takes longer than most tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from sqlalchemy import Engine

Maker = Callable[[str], str]
"""From "sqlite" or "postgresql" to the URL of a new seeded store."""
_numbers = count(1)


@pytest.fixture(scope="module")
def make_seeded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Maker]:
    """Makes seeded stores; all are gone after the module."""
    folder = tmp_path_factory.mktemp("seeded")
    dropped: list[Callable[[], None]] = []

    def sqlite() -> str:
        return f"sqlite:///{shutil.copy(request.getfixturevalue('seeded_file'), folder / f'{next(_numbers)}.sqlite')}"

    def postgresql() -> str:
        server: Engine = request.getfixturevalue("postgres_template")
        name = f"seeded_{next(_numbers)}"
        with server.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('seeded_template')}")
        dropped.append(lambda: _drop(server, name))
        return server.url.set(database=name).render_as_string(hide_password=False)

    yield lambda kind: {"sqlite": sqlite, "postgresql": postgresql}[kind]()
    for drop in dropped:
        drop()


def _drop(server: Engine, name: str) -> None:
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")

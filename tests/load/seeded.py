"""Stores with the reference data in them, made once a module and then copied: loading the seeds takes longer than most tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.load import prepare_store

Maker = Callable[[str], str]
"""From "sqlite" or "postgresql" to the URL of a new seeded store."""
_numbers = count(1)


@pytest.fixture(scope="module")
def make_seeded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Maker]:
    """Makes seeded stores; all are gone after the module."""
    folder = tmp_path_factory.mktemp("seeded")
    made: dict[str, str] = {}
    dropped: list[Callable[[], None]] = []

    def sqlite() -> str:
        if "sqlite" not in made:
            file = shutil.copy(request.getfixturevalue("sqlite_template"), folder / "seeded.sqlite")
            prepare_store(f"sqlite:///{file}")
            made["sqlite"] = str(file)
        return f"sqlite:///{shutil.copy(Path(made['sqlite']), folder / f'{next(_numbers)}.sqlite')}"

    def postgresql() -> str:
        server: Engine = request.getfixturevalue("postgres_template")

        def copy(template: str, name: str) -> str:
            with server.connect() as connection:
                connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}")
            dropped.append(lambda: _drop(server, name))
            return server.url.set(database=name).render_as_string(hide_password=False)

        if "postgresql" not in made:
            made["postgresql"] = f"seeded_{next(_numbers)}"
            prepare_store(copy("communique_template", made["postgresql"]))
        return copy(made["postgresql"], f"seeded_{next(_numbers)}")

    yield lambda kind: {"sqlite": sqlite, "postgresql": postgresql}[kind]()
    for drop in dropped:
        drop()


def _drop(server: Engine, name: str) -> None:
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")

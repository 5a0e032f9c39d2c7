"""Stores with the sample articles, filled once and only read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from etl.intake import ingest, sample_paths
from etl.queries import reading


@pytest.fixture(scope="session")
def sqlite_samples(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("export") / "samples.sqlite")
    url = f"sqlite:///{path}"
    ingest(sample_paths(), url)
    return url


@pytest.fixture(scope="session")
def postgres_samples(postgres_template: Engine) -> Iterator[str]:
    with postgres_template.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE exporting TEMPLATE communique_template")
    url = postgres_template.url.set(database="exporting").render_as_string(hide_password=False)
    ingest(sample_paths(), url)
    yield url
    with postgres_template.connect() as connection:
        connection.exec_driver_sql("DROP DATABASE exporting WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def samples(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A connection to a store of each kind."""
    with reading(request.getfixturevalue(f"{request.param}_samples")) as connection:
        yield connection


@pytest.fixture
def sqlite(sqlite_samples: str) -> Iterator[Connection]:
    with reading(sqlite_samples) as connection:
        yield connection

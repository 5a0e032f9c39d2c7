"""Stores with the sample articles, filled once and only read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from etl.queries import reading


@pytest.fixture(scope="session")
def sqlite_samples(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{shutil.copy(sample_file, tmp_path_factory.mktemp('export') / 'samples.sqlite')}"


@pytest.fixture(params=["sqlite_samples", "sample_database"])
def samples(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A connection to a store of each kind."""
    with reading(request.getfixturevalue(request.param)) as connection:
        yield connection


@pytest.fixture
def sqlite(sqlite_samples: str) -> Iterator[Connection]:
    with reading(sqlite_samples) as connection:
        yield connection

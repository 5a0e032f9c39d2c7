"""Stores that all tests of this folder read and none changes: each is filled once a session."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.intake import ingest, sample_paths
from models.store import open_engine

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED") or Path(__file__).resolve().parents[3] / "shared")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real articles and their gold standard, which is no part of the repository."""
    if not (SHARED / "gold" / "questions.json").is_file():
        pytest.skip(f"there is no {SHARED / 'gold' / 'questions.json'}")
    return SHARED


HARBOURS = Path(__file__).with_name("harbours.jsonl")
"""Two states over nine months: for and against a convention, a reprint, talks beside a forum, a plan. The samples have none of that."""


@pytest.fixture(scope="session")
def samples_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The sample articles and those of the harbours, in SQLite."""
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("questions") / "samples.sqlite")
    yield from _filled([*sample_paths(), HARBOURS], f"sqlite:///{path}")


@pytest.fixture(scope="session")
def samples_postgres(postgres_template: Engine) -> Iterator[Engine]:
    """The same in Postgres."""
    yield from _in_postgres(postgres_template, "questions", [*sample_paths(), HARBOURS])


@pytest.fixture(scope="session")
def seeds_sqlite(shared: Path, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The real articles about the Astana meetings of July 2024, in SQLite."""
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("questions") / "seeds.sqlite")
    yield from _filled([shared / "articles" / "seeds"], f"sqlite:///{path}")


@pytest.fixture(scope="session")
def seeds_postgres(shared: Path, postgres_template: Engine) -> Iterator[Engine]:
    """The same in Postgres."""
    yield from _in_postgres(postgres_template, "seeds", [shared / "articles" / "seeds"])


def _in_postgres(template: Engine, name: str, paths: list[Path]) -> Iterator[Engine]:
    with template.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE communique_template")
    yield from _filled(paths, template.url.set(database=name).render_as_string(hide_password=False))
    with template.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


def _filled(paths: list[Path], url: str) -> Iterator[Engine]:
    report = ingest(paths, url)
    assert report.loaded and not report.quarantined
    engine = open_engine(url)
    yield engine
    engine.dispose()

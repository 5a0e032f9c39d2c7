"""Migrations: up, down and up again with data in it; no drift; nothing lost on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, func, inspect, select, text
from sqlalchemy.exc import IntegrityError

import migrations
from models import Base, schema
from models.store import StoreError
from models.views import VIEWS

from .rows import Rows

TABLES = Base.metadata.tables
VERSIONS = Path(migrations.__file__).parent / "versions"

BATCH = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None

def upgrade():
    for table in ("documents", "articles", "people", "claims"):
        # Postgres alters in place; SQLite is told to rebuild, as it must for most other changes.
        sqlite = op.get_context().dialect.name == "sqlite"
        with op.batch_alter_table(table, recreate="always" if sqlite else "auto") as batch:
            batch.add_column(sa.Column("extra", sa.Text(), nullable=True))

def downgrade():
    pass
"""

BROKEN = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None

def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    {step}

def downgrade():
    pass
"""


@pytest.fixture
def with_revision(tmp_path: Path) -> Iterator[Callable[[str, str], Config]]:
    """A function that returns the configuration of a store, with one more revision after the newest."""

    def configured(url: str, source: str) -> Config:
        folder = tmp_path / "more"
        folder.mkdir()
        (folder / "9999_more.py").write_text(source, encoding="utf-8")
        config = schema.config(url)
        config.set_main_option("version_locations", f"{VERSIONS}{os.pathsep}{folder}")
        return config

    yield configured


def fill(store: Engine) -> dict[str, int]:
    """Put a few rows, parents and children, into the store; return how many each table then holds."""
    with store.begin() as connection:
        rows = Rows(connection)
        for _ in range(3):
            article = rows.add("articles")
            person = rows.add("person_references", article_id=article["id"])
            claim = rows.add("claims", article_id=article["id"])
            rows.add("claim_people", claim_id=claim["id"], person_reference_id=person["id"])
            rows.add("person_identities", person_reference_id=person["id"])
            rows.add("meeting_participants")
    return counted(store)


def counted(store: Engine) -> dict[str, int]:
    """Return how many rows each table holds."""
    with store.connect() as connection:
        return {name: connection.scalar(select(func.count()).select_from(table)) or 0 for name, table in TABLES.items()}


def test_down_and_up_again_with_data(store_url: str, store: Engine) -> None:
    assert sum(fill(store).values()) > 20
    schema.downgrade(store_url, "base")
    assert schema.current(store_url) is None
    assert set(inspect(store).get_table_names()) == {"alembic_version"}
    assert inspect(store).get_view_names() == []
    schema.upgrade(store_url)
    assert schema.current(store_url) == schema.head()
    assert sum(counted(store).values()) == 0
    fill(store)


def test_one_revision_down_keeps_the_data(store_url: str, store: Engine) -> None:
    before = fill(store)
    schema.downgrade(store_url, "0001")
    assert inspect(store).get_view_names() == []
    schema.upgrade(store_url)
    # All articles are to be resolved and compared once more.
    again = {"unresolved": before["unresolved"] + before["articles"], "uncompared_articles": before["articles"]}
    # Every document stands where it is shown, other places of it are not known any more.
    again["document_places"] = before["documents"]
    assert counted(store) == before | again


def test_upgrading_twice_changes_nothing(store_url: str, store: Engine) -> None:
    before = fill(store)
    schema.upgrade(store_url)
    assert counted(store) == before


def test_no_drift(store_url: str) -> None:
    command.check(schema.config(store_url))


def test_drift_is_seen(store_url: str, store: Engine) -> None:
    with store.begin() as connection:
        connection.execute(text("CREATE TABLE stray (id INTEGER PRIMARY KEY)"))
    with pytest.raises(Exception, match="New upgrade operations detected"):
        command.check(schema.config(store_url))


def test_rebuilding_a_parent_table_keeps_its_children(store_url: str, store: Engine, with_revision: Callable[[str, str], Config]) -> None:
    before = fill(store)
    command.upgrade(with_revision(store_url, BATCH.format(head=schema.head())), "9999")
    assert counted(store) == before
    assert "extra" in {c["name"] for c in inspect(store).get_columns("articles")}
    with store.connect() as connection:
        for view in VIEWS:
            connection.execute(text(f"SELECT * FROM {view}"))
        with pytest.raises(IntegrityError):
            connection.execute(text("DELETE FROM actors"))


@pytest.mark.parametrize(
    "step",
    [
        'raise RuntimeError("in the middle")',
        'op.execute("DELETE FROM documents")',
    ],
    ids=["an error", "a broken foreign key"],
)
def test_a_failed_migration_leaves_nothing_behind(
    sqlite_url: str, store_on: Callable[[str], Engine], with_revision: Callable[[str, str], Config], step: str
) -> None:
    store = store_on(sqlite_url)
    before = fill(store)
    with pytest.raises(RuntimeError):
        command.upgrade(with_revision(sqlite_url, BROKEN.format(head=schema.head(), step=step)), "9999")
    assert "half" not in inspect(store).get_table_names()
    assert counted(store) == before
    assert schema.current(sqlite_url) == schema.head()


def test_a_store_newer_than_the_program_is_refused(store_url: str, store: Engine) -> None:
    with store.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="older than the database"):
        schema.upgrade(store_url)


def test_scripts_are_those_of_the_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "migrations").mkdir()
    (tmp_path / "alembic.ini").write_text("[alembic]\nscript_location = nowhere\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    url = "sqlite:///here.sqlite"
    assert schema.current(url) is None
    assert not (tmp_path / "here.sqlite").exists()
    schema.upgrade(url)
    assert (tmp_path / "here.sqlite").exists()
    assert schema.current(url) == schema.head()


def test_a_folder_with_percent_and_spaces(tmp_path: Path) -> None:
    folder = tmp_path / "50 % done"
    folder.mkdir()
    url = f"sqlite:///{folder}/store.sqlite"
    schema.upgrade(url)
    assert schema.current(url) == schema.head()


def test_developers_ini_reads_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ini = Path(__file__).parents[2] / "alembic.ini"
    monkeypatch.setenv("COMMUNIQUE_DATABASE_URL", f"sqlite:///{tmp_path}/env.sqlite")
    command.upgrade(Config(str(ini)), "head")
    assert schema.current(f"sqlite:///{tmp_path}/env.sqlite") == schema.head()

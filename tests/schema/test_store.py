"""Opening stores: pragmas, URLs, and errors that a person can read."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from models import schema
from models.store import StoreError, open_engine, store_url


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("sqlite:///a.sqlite", "sqlite:///a.sqlite"),
        ("folder/a.sqlite", "sqlite:///folder/a.sqlite"),
        ("postgresql://me@host/news", "postgresql+psycopg://me@host/news"),
        ("postgres://me@host/news", "postgresql+psycopg://me@host/news"),
        ("postgresql+psycopg://me@host/news", "postgresql+psycopg://me@host/news"),
    ],
)
def test_url(given: str, expected: str) -> None:
    assert str(store_url(given)) == expected


@pytest.mark.parametrize("given", ["mysql://me@host/news", "postgresql://me@host:port/news", "://"])
def test_unusable_url(given: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///FILE") as caught:
        store_url(given)
    assert "\n" not in str(caught.value)


def test_sqlite_pragmas(sqlite_url: str, store_on: Callable[[str], Engine]) -> None:
    with store_on(sqlite_url).connect() as connection:
        values = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("foreign_keys", "journal_mode", "busy_timeout", "synchronous", "cache_size", "journal_size_limit", "temp_store")
        }
    assert values == {
        "foreign_keys": 1, "journal_mode": "wal", "busy_timeout": 30_000, "synchronous": 1, "cache_size": -65_536,
        "journal_size_limit": 67_108_864, "temp_store": 2,
    }  # fmt: skip


def test_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no folder .*nowhere"):
        open_engine(f"sqlite:///{tmp_path}/nowhere/store.sqlite")


def test_missing_driver_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_psycopg(name: str, *rest: Any, **more: Any) -> Any:
        if name == "psycopg":
            raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_psycopg)
    with pytest.raises(StoreError, match=r"pip install 'communique\[postgres\]'"):
        open_engine("postgresql://me@host/news")


@pytest.mark.parametrize("call", [schema.current, schema.upgrade])
def test_unreachable_server_is_one_clear_line_without_password(call: Callable[[str], Any], tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot use the database") as caught:
        call(f"postgresql://me:secret@/news?host={tmp_path}")
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, not a database. " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="not a database"):
        schema.upgrade(f"sqlite:///{path}")
    with pytest.raises(StoreError, match="not a database"):
        schema.current(f"sqlite:///{path}")

"""The arrows between the rooms of the house, held by their imports (DESIGN.md, "One way through the house")."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cli

ROOT = Path(cli.__file__).parent
FREE = frozenset({"etl.errors", "etl.keys", "etl.records"})
"""What passes between the stages: every room may use it."""

MAY_USE: dict[str, frozenset[str]] = {
    "etl/sources": FREE,
    "etl/articles": FREE,
    "etl/lexicon": FREE,
    "etl/extract": FREE | {"etl.lexicon"},
    "etl/resolve": FREE | {"etl.lexicon"},
    "etl/config": FREE,
    "etl/fetch": FREE | {"etl.config", "etl.sources"},
    "etl/duplicates": FREE,
    "etl/judgements": FREE | {"etl.lexicon", "etl.resolve"},
    "etl/browse": FREE | {"etl.queries", "etl.questions", "models"},
    "etl/questions": FREE | {"etl.queries"},
    "etl/search": FREE | {"etl.queries"},
    "etl/export": FREE | {"etl.lexicon", "models"},
    "etl/bi": FREE | {"models"},
    "models": frozenset(),
}
"""Rooms, and what else of the project they may import."""

DOORS: dict[str, frozenset[str]] = {"models/__init__.py": frozenset({"etl.library"})}
"""Files by which a library's user comes in, and what they import when they are called."""


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted name of every module that a file imports, "package.name" where a name is imported from it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the arrows"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, packages: frozenset[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("room", MAY_USE)
def test_a_room_imports_only_what_it_may(room: str) -> None:
    own = frozenset({room.replace("/", ".")})
    project = frozenset({"etl", "models", "migrations", "seeds", "cli"})
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    wrong = [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in files
        for name in imports(file)
        if within(name, project) and not within(name, own | MAY_USE[room] | DOORS.get(file.relative_to(ROOT).as_posix(), frozenset()))
    ]
    assert wrong == []


def test_pure_stages_touch_no_database() -> None:
    for room in ("etl/sources", "etl/articles", "etl/lexicon", "etl/extract", "etl/resolve", "etl/judgements"):
        for file in (ROOT / room).rglob("*.py"):
            assert not any(within(name, frozenset({"sqlalchemy", "sqlite3", "psycopg"})) for name in imports(file)), file


def test_the_command_line_calls_public_functions_only() -> None:
    rooms = frozenset(
        {
            "etl.bi",
            "etl.browse",
            "etl.config",
            "etl.decisions",
            "etl.digest",
            "etl.errors",
            "etl.evaluate",
            "etl.export",
            "etl.intake",
            "etl.load",
            "etl.nightly",
            "etl.queries",
            "etl.questions",
            "etl.report",
            "etl.search",
            "models.description",
            "models.store",
        }
    )
    files = [ROOT / "cli.py", *(ROOT / "etl" / "commands").glob("*.py")]
    project = frozenset({"etl", "models", "migrations", "seeds"})
    names = [name for file in files for name in imports(file) if within(name, project) and not within(name, frozenset({"etl.commands"}))]
    assert [name for name in names if not within(name, rooms) or name.rpartition(".")[2].startswith("_")] == []
    # One dot below the room: a function, never something inside it.
    assert [name for name in names if name.count(".") > 2] == []


def test_the_command_line_imports_nothing_heavy() -> None:
    seen = "import sys, cli; print(*(name for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", seen], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert not {"spacy", "sqlalchemy", "pydantic", "rich", "trafilatura", "models"} & set(loaded)
    assert {name for name in loaded if name.startswith("etl.") and not within(name, frozenset({"etl.commands"}))} == set()


def test_no_room_uses_the_command_line() -> None:
    for file in (ROOT / "etl").rglob("*.py"):
        if file.parent.name != "commands":
            assert not any(within(name, frozenset({"cli", "etl.commands"})) for name in imports(file)), file


def test_the_doors_of_the_library_import_nothing_heavy() -> None:
    seen = "import sys, etl, models; print(*(name for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", seen], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert not {"spacy", "trafilatura", "pydantic", "rich"} & set(loaded)
    assert {name for name in loaded if name.startswith("etl.")} == set()

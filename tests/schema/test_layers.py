"""The arrows between the packages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import migrations
import models
from tests.test_architecture import DOORS

ROOTS = {"models": Path(models.__file__).parent, "migrations": Path(migrations.__file__).parent}


def imported(path: Path) -> set[str]:
    """Return the top-level names of all packages that the file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("package", sorted(ROOTS))
def test_imports_nothing_of_etl_or_cli(package: str) -> None:
    files = list(ROOTS[package].rglob("*.py"))
    assert files
    for path in files:
        door = str(path.relative_to(ROOTS[package].parent)) in DOORS
        assert imported(path).isdisjoint({"cli"} if door else {"etl", "cli"}), path


def test_revisions_do_not_read_the_models() -> None:
    for path in (ROOTS["migrations"] / "versions").glob("*.py"):
        assert "models" not in imported(path), f"{path}: what the models say later must not change history"

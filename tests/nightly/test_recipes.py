"""What `docs/recipes` gives to be copied."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cli
from etl.config import load_settings

RECIPES = Path(cli.__file__).parent / "docs" / "recipes"


def test_the_example_configuration_is_one() -> None:
    settings = load_settings(RECIPES / "communique.toml")
    assert {source.kind for source in settings.sources} == {"files", "feed", "sitemap", "pages"}


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_the_units_are_sound(tmp_path: Path) -> None:
    program = Path(sys.executable)
    for name in ("communique.service", "communique.timer"):
        said = (RECIPES / name).read_text().replace("/opt/communique/bin/communique", str(program)).replace("User=communique", "User=root")
        (tmp_path / name).write_text(said)
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", *tmp_path.iterdir()], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "communique" in line] == []
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("came_to", "ends"), [(0, 0), (1, 1), (3, 0), (75, 75)])
def test_the_airflow_task_ends_as_it_says(came_to: int, ends: int, tmp_path: Path) -> None:
    calls = [keyword.value for keyword in ast.walk(ast.parse((RECIPES / "airflow_dag.py").read_text())) if isinstance(keyword, ast.keyword)]
    (command,) = [call.value for call in calls if isinstance(call, ast.Constant) and str(call.value).startswith("communique ")]
    program = tmp_path / "communique"
    program.write_text(f"#!/bin/sh\nexit {came_to}\n")
    program.chmod(0o755)
    assert isinstance(command, str)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    assert subprocess.run(["sh", "-c", command], env={"PATH": path}, check=False).returncode == ends


@pytest.mark.parametrize("file", sorted(RECIPES.glob("*.py")), ids=lambda file: str(file.name))
def test_snippets_are_python_and_call_the_command(file: Path) -> None:
    ast.parse(file.read_text())
    assert "communique" in file.read_text()
    assert "nightly" in file.read_text()

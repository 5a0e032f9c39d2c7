"""What `docs/recipes` gives to be copied."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cli
from etl.config import load_settings

RECIPES = Path(cli.__file__).parent / "docs" / "recipes"
AIRFLOW, DAGSTER = (os.environ.get(f"COMMUNIQUE_{name}") for name in ("AIRFLOW", "DAGSTER"))
"""Programs of environments of their own."""


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
    assert isinstance(command, str)
    assert subprocess.run(["sh", "-c", command], env=ending(came_to, tmp_path), check=False).returncode == ends


def ending(code: int, folder: Path) -> dict[str, str]:
    """Return an environment in which `communique` does nothing, and ends with this code."""
    program = folder / "communique"
    program.write_text(f"#!/bin/sh\nexit {code}\n")
    program.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder)}


@pytest.mark.skipif(not AIRFLOW, reason="COMMUNIQUE_AIRFLOW names no program airflow: make test-recipes")
@pytest.mark.parametrize(("came_to", "state"), [(0, "success"), (1, "failed"), (3, "success"), (75, "skipped")])
def test_airflow_runs_its_recipe(came_to: int, state: str, tmp_path: Path) -> None:
    home = {"AIRFLOW_HOME": str(tmp_path), "AIRFLOW__CORE__DAGS_FOLDER": str(RECIPES), "AIRFLOW__CORE__LOAD_EXAMPLES": "False"}
    environment = ending(came_to, tmp_path) | home
    for call in (["db", "migrate"], ["dags", "test", "communique"]):
        done = subprocess.run([str(AIRFLOW), *call], env=environment, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert re.findall(r"new_state=(\w+)", said)[-1:] == [state], said
    assert [line for line in said.splitlines() if "deprecated" in line and "airflow_dag.py" in line] == []


@pytest.mark.skipif(not DAGSTER, reason="COMMUNIQUE_DAGSTER names no program dagster: make test-recipes")
@pytest.mark.parametrize(("came_to", "failed"), [(0, False), (1, True), (3, False), (75, False)])
def test_dagster_runs_its_recipe(came_to: int, failed: bool, tmp_path: Path) -> None:
    call = [str(DAGSTER), "job", "execute", "--python-file", str(RECIPES / "dagster_job.py"), "--job", "communique"]
    done = subprocess.run(call, env=ending(came_to, tmp_path), capture_output=True, text=True, check=False)
    assert bool(done.returncode) == failed, done.stderr
    assert ("some documents are in quarantine" in done.stderr + done.stdout) == (came_to == 3)


@pytest.mark.parametrize("file", sorted(RECIPES.glob("*.py")), ids=lambda file: str(file.name))
def test_snippets_are_python_and_call_the_command(file: Path) -> None:
    ast.parse(file.read_text())
    assert "communique" in file.read_text()
    assert "nightly" in file.read_text()

"""The wheel holds what an installation needs and nothing else, and every dependency is declared, bounded and pinned."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from configparser import ConfigParser
from email import message_from_string
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("etl", "models", "migrations", "seeds")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
NOT_BUILT = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "*.so", "build", "dist", "tests", "bench", "*.sqlite", "*.sqlite-*")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, so that leftovers of other builds do not get in."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, folder / "source", ignore=NOT_BUILT)
    # Not isolated: needs no network, and setuptools is among the dev dependencies.
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "dist"), str(folder / "source")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = (folder / "dist").glob("*.whl")
    return built


def needed() -> set[str]:
    """Return the files of the working tree that an installation needs."""
    files = {path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    questions = {f"etl/questions/sql/{path.name}" for path in (ROOT / "docs" / "questions").glob("*.sql")}
    return (
        {"cli.py"}
        | questions
        | {path.relative_to(ROOT).as_posix() for path in files if not path.name.startswith(".") and path.suffix != ".so"}
    )


def test_the_wheel_holds_all_and_nothing_else(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == needed()


@pytest.mark.parametrize(
    "pattern",
    [
        r"migrations/env\.py",
        r"migrations/script\.py\.mako",
        r"migrations/versions/0001_\w+\.py",
        r"migrations/views/0002/v_meetings\.sql",
        r"models/views/v_claims\.postgresql\.sql",
        r"etl/questions/sql/21-who-met-whom\.sql",
        r"seeds/reference/states\.csv",
        r"seeds/calibration/confidence\.csv",
        r"seeds/lexicons/cues\.csv",
        r"seeds/articles/.+\.txt",
        r"seeds/articles/.+\.jsonl",
        r"etl/py\.typed",
        r"models/py\.typed",
    ],
)
def test_what_the_program_reads_is_in_it(wheel: Path, pattern: str) -> None:
    assert any(re.fullmatch(pattern, name) for name in zipfile.ZipFile(wheel).namelist())


def test_metadata(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [folder] = {name.partition("/")[0] for name in archive.namelist() if ".dist-info/" in name}
        entry_points = ConfigParser()
        entry_points.read_string(archive.read(f"{folder}/entry_points.txt").decode())
        metadata = message_from_string(archive.read(f"{folder}/METADATA").decode())
        assert "Apache License" in archive.read(f"{folder}/licenses/LICENSE").decode()
    assert dict(entry_points["console_scripts"]) == {"communique": "cli:app"}
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert {"postgres", "dev"} <= set(metadata.get_all("Provides-Extra"))


def name_of(requirement: str) -> str:
    """Return a requirement's distribution as package indexes write it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~! ;]", requirement, maxsplit=1)[0]).lower()


def test_every_dependency_is_bounded() -> None:
    for requirement in [*PROJECT["dependencies"], *(r for extra in EXTRAS.values() for r in extra)]:
        assert re.search(r">=\d", requirement), requirement
        assert re.search(r"<\d", requirement), requirement


def test_every_dependency_is_pinned() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines:
        assert re.fullmatch(r"[\w.-]+==[\w.!+]+", line), f"{line}: only names and versions"
    assert {name_of(r) for r in [*PROJECT["dependencies"], *EXTRAS["dev"]]} <= {name_of(line) for line in lines}


def test_dev_has_what_postgres_needs() -> None:
    assert set(EXTRAS["postgres"]) <= set(EXTRAS["dev"])


def imported(path: Path) -> set[str]:
    """Return the top-level names that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize(("folders", "extra"), [(["cli.py", *PACKAGES], False), (["tests", "docs"], True)], ids=["program", "tests"])
def test_every_import_is_declared(folders: list[str], extra: bool) -> None:
    # What an extra brings is imported where it is needed, with a clear word when it is missing.
    extras = [required for name, those in EXTRAS.items() if extra or name != "dev" for required in those]
    declared = {name_of(r) for r in [*PROJECT["dependencies"], *extras]}
    ours = {"cli", "bench", "tests", *PACKAGES, *(path.stem for path in (ROOT / "tests").iterdir())} | sys.stdlib_module_names
    distributions = packages_distributions()
    files = [file for folder in folders for file in ([ROOT / folder] if folder.endswith(".py") else (ROOT / folder).rglob("*.py"))]
    for file in files:
        if file.parent.name == "recipes":
            # Snippets for other programs, which call the command.
            continue
        # What runs in an environment of its own has what stands beside it in requirements.txt.
        apart = file.with_name("requirements.txt")
        required = {name_of(line) for line in apart.read_text(encoding="utf-8").splitlines()} if apart.is_file() else set()
        for name in imported(file) - ours:
            if (file.parent / f"{name}.py").exists():
                continue
            assert {name_of(d) for d in distributions.get(name, [name])} & (declared | required), f"{file.relative_to(ROOT)} imports {name}"

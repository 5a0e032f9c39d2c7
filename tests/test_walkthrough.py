"""What README and tutorial tell their readers to type is typed here, in order, and does what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from test_docs import README, ROOT, blocks, generate

from etl import ingest, sample_paths

COMPLETED = {"que": "query", "claims --sp": "--speaker", "quarantine r": "retry", "export par": "parquet"}
"""What is typed after the program's name, and what the Tab key makes of its last word."""

SQLITE = """import sqlite3, sys
print(*sqlite3.connect(sys.argv[2]).execute(sys.argv[3]), sep="\\n")
"""
"""For machines that have no sqlite3 to type in."""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample articles in it."""
    database = tmp_path_factory.mktemp("walk") / "demo.sqlite"
    ingest(sample_paths(), database)
    return database


def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    text = generate.TUTORIAL.read_text(encoding="utf-8")
    assert generate.walked(text, tmp_path) == text, "run `make docs` and read the difference"
    assert (tmp_path / "pairs.csv").read_text(encoding="utf-8").startswith("actor_a,actor_b,meetings")


def test_what_the_readme_says_runs(tmp_path: Path, samples: Path) -> None:
    """In a folder as its readers may have one: articles, pages, an archive, a configuration, the database of `make demo`."""
    [articles] = sample_paths()
    (tmp_path / "more").mkdir()
    shutil.copytree(articles, tmp_path / "articles")
    shutil.copy(articles / "ferry-bill.html", tmp_path / "more")
    shutil.copy(articles / "wire.jsonl", tmp_path / "archive.jsonl")
    shutil.copy(samples, tmp_path / "demo.sqlite")
    shutil.copy(samples, tmp_path / "communique.sqlite")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "talks.txt").write_text("The ministers of Norway and Chile met in Oslo on Tuesday.\n", encoding="utf-8")
    (tmp_path / "communique.toml").write_text('[[sources]]\nname = "in"\nkind = "files"\npaths = ["in"]\n', encoding="utf-8")
    if not shutil.which("sqlite3"):
        (tmp_path / ".bin").mkdir()
        (tmp_path / ".bin" / "sqlite3").write_text(f"#!{sys.executable}\n{SQLITE}", encoding="utf-8")
        (tmp_path / ".bin" / "sqlite3").chmod(0o755)
    for body in blocks(README, "sh"):
        generate.type_in(body, tmp_path)
    assert (tmp_path / "parquet" / "v_claims.parquet").stat().st_size > 1000
    assert (tmp_path / "events.csv").read_text(encoding="utf-8").count("\n") > 10
    program = "\n".join(blocks(README, "python"))
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "meetings" in done.stdout


def test_what_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such reader"):
        generate.type_in("echo one\necho no such reader >&2 && false\necho two\n", tmp_path)


def test_what_finds_nothing_is_told(tmp_path: Path, samples: Path) -> None:
    shutil.copy(samples, tmp_path / "communique.sqlite")
    with pytest.raises(RuntimeError, match="nothing matches"):
        generate.type_in("communique search zeppelins\n", tmp_path)


@pytest.mark.skipif(not os.environ.get("COMMUNIQUE_NEW_USER"), reason="installs from the package index: make test-new-user")
def test_a_new_user_comes_through_the_tutorial(tmp_path: Path) -> None:
    """In a fresh clone, with nothing but Python."""
    checkout = tmp_path / "communique"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(checkout)], check=True)
    script = generate.SERVING.sub("", "\n".join(blocks(generate.TUTORIAL, "sh")))
    kept = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    environment = kept | {
        "HOME": str(tmp_path),
        "PATH": f"{Path(sys.base_prefix, 'bin')}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "COLUMNS": "118",
    }
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not generate.EMPTY.search(done.stdout)
    assert (checkout / "pairs.csv").is_file()


@pytest.mark.parametrize("page", [README, generate.TUTORIAL], ids=lambda page: page.name)
def test_the_browser_is_served(page: Path, samples: Path) -> None:
    [line] = generate.SERVING.findall(page.read_text(encoding="utf-8"))
    assert line == "communique browse"
    command = [sys.executable, "-c", "from cli import app; app()", "browse", "--no-open", "--port", "0"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COMMUNIQUE_DATABASE_URL": str(samples)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            [address] = re.findall(r"http://\S+", server.stdout.readline())
            with urllib.request.urlopen(address, timeout=60) as page_shown:
                assert b"Communique" in page_shown.read() or page_shown.status == 200
        finally:
            server.terminate()
            server.wait(30)


def test_tab_completes_in_bash(tmp_path: Path) -> None:
    script = "source <(communique --show-completion)\n" + "".join(
        f"COMP_WORDS=(communique {typed}) COMP_CWORD={len(typed.split())}\n_communique_completion communique\n"
        f'test "${{COMPREPLY[*]}}" = "{completed}" || {{ echo "{typed}: ${{COMPREPLY[*]}}" >&2; exit 1; }}\n'
        for typed, completed in COMPLETED.items()
    )
    generate.type_in(script, tmp_path)


def test_completion_is_installed_into_the_home_of_whoever_asks(tmp_path: Path) -> None:
    generate.type_in("communique --install-completion\n:\n", tmp_path)
    assert "communique" in (tmp_path / ".bashrc").read_text(encoding="utf-8")


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    # Or Material tells of the end of MkDocs.
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stdout + done.stderr
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="tutorial.html"' in home
    assert 'src="pictures/browse-article.png"' in home
    assert not re.findall(r'href="(?:\.\./)*docs/', home)
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    linked = {page.replace("README", "index").replace(".md", ".html") for page in pages}
    assert linked <= set(re.findall(r'href="([\w/.-]+\.html)"', home)), "all are in the navigation"
    assert (tmp_path / "site" / "notebook.ipynb").is_file()
    assert not (tmp_path / "site" / "generate.py").exists()

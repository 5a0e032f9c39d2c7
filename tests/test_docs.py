"""The documentation is true: what it names exists, what exists is named, and what it shows is what the program prints."""

from __future__ import annotations

import importlib.util
import re
import shlex
import sqlite3
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from cli import app
from models import vocabularies as vocabulary
from models.views import VIEWS, view_sql

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PAGES = sorted(
    path for path in [README, ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")] if not path.is_relative_to(ROOT / "docs" / "questions")
)
COMMANDS: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
OPTION = re.compile(r"--[a-z][a-z-]+")
FENCE = re.compile(r"^[ ]*```(?P<language>\w*)\n(?P<body>.*?)^[ ]*```$", re.DOTALL | re.MULTILINE)
NAMED_VIEW = re.compile(r"\b(?:v|dim|fact)_\w+")


def load_generator() -> ModuleType:
    """Return `docs/generate.py`, which is a script and no package."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = load_generator()


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample articles in it."""
    database = tmp_path_factory.mktemp("docs") / "demo.sqlite"
    generate.run("ingest --samples", database)
    return database


def blocks(page: Path, language: str) -> list[str]:
    """Return the fenced blocks of a page in one language."""
    return [found["body"] for found in FENCE.finditer(page.read_text(encoding="utf-8")) if found["language"] == language]


def named_commands() -> Iterator[tuple[Path, list[str]]]:
    """Yield every `communique …` of the documentation, in blocks and in running text, as its words."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = [line.partition("#")[0].strip() for body in blocks(page, "sh") for line in body.splitlines()]
        spans = re.findall(r"`(communique [^`\n]+)`", text) + re.findall(r"<!-- output of: (communique .*?) -->", text)
        for line in (line for line in [*lines, *spans] if line.startswith("communique ")):
            yield page, shlex.split(line)[1:]


def test_there_are_commands_to_check() -> None:
    assert {words[0] for page, words in named_commands() if page == README} >= {"ingest", "meetings", "claims", "show"}


@pytest.mark.parametrize(("page", "words"), [(page.name, words) for page, words in named_commands()])
def test_every_command_named_exists(page: str, words: list[str]) -> None:
    if words[0].startswith("--"):
        assert set(words) <= {"--help", *(option for parameter in get_command(app).params for option in parameter.opts)}, page
        return
    assert words[0] in COMMANDS, page
    command = COMMANDS[words[0]]
    if hasattr(command, "commands") and len(words) > 1:
        assert words[1] in command.commands, page
        command = command.commands[words[1]]
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}
    assert {word for word in words if word.startswith("--")} <= options, page


def test_every_option_named_in_running_text_exists() -> None:
    known = {option for _, command in generate._leaves(get_command(app)) for p in command.params for option in (*p.opts, *p.secondary_opts)}
    known |= {option for parameter in get_command(app).params for option in parameter.opts} | {"--help"}
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        shown = {option for found in FENCE.finditer(text) for option in OPTION.findall(found["body"])}  # of other programs too
        named = {option for span in re.findall(r"`(--[^`\n]+)`", FENCE.sub("", text)) for option in OPTION.findall(span)}
        assert named <= known | shown, page


def test_every_command_is_told_of_in_words() -> None:
    told = {" ".join(words[:n]) for page, words in named_commands() if page != generate.COMMANDS for n in (1, 2)}
    assert {name for name, _ in generate._leaves(get_command(app))} <= told


def test_every_extra_is_told_of() -> None:
    extras = set(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]) - {"dev"}
    table = README.read_text(encoding="utf-8").partition("| extra |")[2].partition("\n\n")[0]
    listed = {name for cell in re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", cell)}
    elsewhere = {
        name
        for page in PAGES
        for named in re.findall(r"(?:communique|\.)\[([\w,]+)\]", page.read_text(encoding="utf-8"))
        for name in named.split(",")
    }
    assert listed <= extras <= listed | elsewhere


def test_every_page_of_the_site_exists() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    entries = re.findall(r": ([\w/-]+\.md)$", text.partition("\nnav:\n")[2], re.MULTILINE)
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")} | {"index.md", "changelog.md"}
    assert len(entries) == len(set(entries)) > 20
    assert set(entries) <= pages


def vocabularies() -> dict[str, list[str]]:
    """Return the words of docs/vocabularies.md by heading."""
    sections = re.split(r"^## (.+)$", (ROOT / "docs" / "vocabularies.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        heading: [word for cell in re.findall(r"^\| (`[^|]*) \|", body, re.MULTILINE) for word in re.findall(r"`(\w+)`", cell)]
        for heading, body in zip(sections[1::2], sections[2::2], strict=True)
    }


def test_every_word_of_the_vocabularies_is_documented(samples: Path) -> None:
    told = vocabularies()
    connection = sqlite3.connect(samples)
    topics = dict(connection.execute("SELECT topic, definition FROM v_topics").fetchall())
    connection.close()
    positions = set(re.findall(r"(?:THEN|ELSE) '(\w+)'", view_sql("v_initiative_positions", "sqlite")))
    linked = {*vocabulary.CLAIM_PERSON_RELATIONS, *vocabulary.CLAIM_ACTOR_RELATIONS} - {"mentioned"} | {"mentions", "of_initiative"}
    closed: dict[str, set[str]] = {
        "Acts": set(vocabulary.ACTS),
        "Positions": positions,
        "Polarity": set(vocabulary.POLARITIES),
        "Modality": set(vocabulary.MODALITIES),
        "Kinds of meetings": set(vocabulary.MEETING_KINDS),
        "Statuses of meetings": set(vocabulary.MEETING_STATUSES),
        "Roles": set(vocabulary.ROLES),
        "Precision of dates": set(vocabulary.DATE_PRECISIONS),
        "How an article's day was found": set(vocabulary.DATED_BY),
        "Kinds of initiatives": set(vocabulary.INITIATIVE_KINDS),
        "Kinds of actors": set(vocabulary.ORGANIZATION_KINDS),
        "Offices": set(vocabulary.OFFICE_KINDS),
        "How somebody is tied to a claim": linked,
        "Topics": set(topics),
    }
    assert {heading: set(found) for heading, found in told.items()} == closed
    assert all(len(found) == len(set(found)) for found in told.values())
    page = (ROOT / "docs" / "vocabularies.md").read_text(encoding="utf-8")
    assert all(f"| `{topic}` | {definition} |" in page for topic, definition in topics.items())


def test_figures_of_the_weaknesses_were_measured() -> None:
    measured = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    figures = re.findall(r"\b0\.\d{2,3}\b", (ROOT / "docs" / "weaknesses.md").read_text(encoding="utf-8"))
    assert len(figures) > 20
    assert [figure for figure in figures if figure not in measured] == []


def test_the_nightly_command_of_the_readme_runs(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (words,) = [words for page, words in named_commands() if page == README and words[0] == "nightly"]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "talks.txt").write_text(
        "The ministers of Norway and Chile met in Oslo on Tuesday, and agreed to meet again in spring.\n"
    )
    said = f'database_url = "sqlite:///{samples}"\n[[sources]]\nname = "in"\nkind = "files"\npaths = ["in"]\n'
    (tmp_path / "communique.toml").write_text(said)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, [*words, "--dry-run"])
    assert (done.exit_code, "1 documents would be extracted" in done.stdout) == (0, True), done.output


def test_reading_commands_of_the_readme_run(samples: Path) -> None:
    for page, words in named_commands():
        if page == README and words[0] not in ("ingest", "nightly", "export", "browse"):
            done = CliRunner().invoke(app, words, env={"COMMUNIQUE_DATABASE_URL": f"sqlite:///{samples}"})
            assert done.exit_code == 0, (words, done.output)
            assert len(done.output.strip().splitlines()) > 1, f"{words} finds nothing among the samples"


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        named = set(re.findall(r"`make ([a-z-]+)", text)) | {
            t for b in blocks(page, "sh") for t in re.findall(r"^ *make ([a-z-]+)", b, re.M)
        }
        assert named <= targets, page


@pytest.mark.parametrize("page", generate.SHOWN, ids=lambda page: page.name)
def test_pages_show_what_the_program_prints(page: Path, samples: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert generate.OUTPUT.findall(text)
    assert generate.with_outputs(text, samples) == text, "run `make docs` and read the difference"


def test_no_other_page_shows_output() -> None:
    shown = {page for page in PAGES if generate.OUTPUT.search(page.read_text(encoding="utf-8"))}
    assert shown == {*generate.SHOWN, generate.TUTORIAL}


@pytest.mark.parametrize("page", ["dictionary", "diagram", "commands"])
def test_made_pages_are_up_to_date(page: str) -> None:
    path = {"dictionary": generate.DICTIONARY, "diagram": generate.DIAGRAM, "commands": generate.COMMANDS}[page]
    assert path.read_text(encoding="utf-8") == getattr(generate, page)(), "run `make docs`"


def test_dictionary_holds_every_table() -> None:
    from models import Base

    assert set(re.findall(r"^### `(\w+)`$", generate.dictionary(), re.MULTILINE)) == set(Base.metadata.tables)


def documented_views() -> dict[str, list[str]]:
    """Return the columns that docs/views.md describes, by view."""
    sections = re.split(r"^### `(\w+)`$", (ROOT / "docs" / "views.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        view: [column for cell in re.findall(r"^\| (`[^|]*) \|", body, re.MULTILINE) for column in re.findall(r"`(\w+)`", cell)]
        for view, body in zip(sections[1::2], sections[2::2], strict=True)
    }


def test_every_view_and_column_is_documented(samples: Path) -> None:
    connection = sqlite3.connect(samples)
    real = {view: [found[0] for found in connection.execute(f"SELECT * FROM {view}").description] for view in VIEWS}
    connection.close()
    assert documented_views() == real


def test_every_view_named_exists() -> None:
    for page in PAGES:
        text = re.sub(r"v_<?what>?", "", page.read_text(encoding="utf-8"))
        assert set(NAMED_VIEW.findall(text)) <= set(VIEWS), page
    assert set(NAMED_VIEW.findall(README.read_text(encoding="utf-8"))) == set(VIEWS)


def queries() -> Iterator[str]:
    """Yield the SQL of the documentation: blocks of SQL, and what is given to sqlite3."""
    for page in PAGES:
        # Grafana puts its range of time where it finds this.
        yield from (re.sub(r"\$__timeFilter\((.*?)\)", r"\1 IS NOT NULL", block) for block in blocks(page, "sql"))
        for body in blocks(page, "sh"):
            yield from (shlex.split(line)[-1] for line in body.splitlines() if line.startswith("sqlite3 "))


def test_queries_give_rows(samples: Path) -> None:
    found = list(queries())
    assert len(found) >= 2
    connection = sqlite3.connect(samples)
    for query in found:
        assert connection.execute(query).fetchone(), query
        assert set(re.findall(r"(?:FROM|JOIN) (\w+)", query)) <= set(VIEWS), "examples read the views alone"
    connection.close()


def test_columns_and_relationships_of_the_star_are_true(samples: Path) -> None:
    text = (ROOT / "docs" / "bi.md").read_text(encoding="utf-8")
    joins = re.findall(r"^\| `(\w+)\.(\w+)` \| `(\w+)\.(\w+)` \|$", text, re.MULTILINE)
    assert len(joins) > 10
    columns = documented_views()
    named = re.findall(r"`(\w+)\.(\w+)`", text)
    assert [(view, column) for view, column in named if column not in columns[view]] == []
    connection = sqlite3.connect(samples)
    for many, key, one, other in joins:
        joined = f"SELECT COUNT(*) FROM {many} AS m JOIN {one} AS o ON o.{other} = m.{key}"
        known = f"SELECT COUNT(*) FROM {many} WHERE {key} IS NOT NULL"
        assert connection.execute(joined).fetchone() == connection.execute(known).fetchone() != (0,), f"{many}.{key} to {one}.{other}"
    connection.close()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_files_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert "://" in target or (page.parent / target).exists(), target
    for path in re.findall(r"`((?:etl|models|migrations|seeds|tests|docs)/[\w./-]+|[a-z]+\.(?:py|toml|txt))`", text):
        assert (ROOT / path).exists() or "/" not in path, path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_names_in_code_exist(page: Path) -> None:
    """`NAME` in `file.py` is there."""
    for names, path in re.findall(r"((?:`\w+`(?:, | and )?(?:its rows in )?)+) in `([\w/]+\.py)`", page.read_text(encoding="utf-8")):
        source = (ROOT / path).read_text(encoding="utf-8")
        for name in re.findall(r"`(\w+)`", names):
            assert re.search(rf"\b{name}\b", source), f"{name} in {path}"

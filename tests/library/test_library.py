"""The program as a library: the two doors, what they return on either database, and that a strict type checker follows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from etl import ingest
from etl.errors import ReaderError, RunError
from etl.library import Store
from etl.queries import QuestionError
from models import open_store
from models.store import StoreError
from models.views import VIEWS

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "library.md"


@pytest.fixture(scope="module")
def sqlite_samples(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_file, tmp_path_factory.mktemp("library") / "samples.sqlite"))


@pytest.fixture(params=["sqlite_samples", "sample_database"])
def opened(request: pytest.FixtureRequest) -> Iterator[Store]:
    with open_store(request.getfixturevalue(request.param)) as store:
        yield store


def test_ingest_takes_one_path_or_many_and_says_what_became_of_each(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    said.write_text("OSLO, 3 May 2022 - The ministers of Norway and Chile met in Oslo on Tuesday.\n")
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{no json\n")
    store = tmp_path / "store.sqlite"
    first = ingest(said, store)
    assert (first.loaded, first.documents, first.totals.articles) == (1, 1, 1)
    second = ingest([str(said), broken], str(store))
    assert (second.loaded, second.unchanged) == (0, 1)
    assert [item.stage for item in second.quarantined] == ["read"]


def test_ingest_tells_how_far_it_is(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    said.write_text("The ministers met on Tuesday.\n")
    seen: list[int] = []
    ingest(said, tmp_path / "store.sqlite", on_progress=lambda progress: seen.append(progress.documents))
    assert seen[-1] == 1


def test_ingest_refuses_a_reader_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReaderError):
        ingest(tmp_path, tmp_path / "store.sqlite", reader="no_such_reader")


def test_packages_beneath_the_door_are_imported_as_ever() -> None:
    import etl
    import etl.intake.documents

    assert callable(etl.ingest)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_the_same_rows_on_both_databases(view: str, sqlite_samples: Path, sample_database: str) -> None:
    with open_store(sqlite_samples) as ours, open_store(sample_database) as theirs:
        one, other = ours.table(view), theirs.table(view)
    assert one.columns == other.columns
    kept = [i for i, column in enumerate(one.columns) if column not in ("started_at", "finished_at", "seconds", "run_id")]
    rows = [sorted(repr([row[i] for i in kept]) for row in found.rows) for found in (one, other)]
    assert rows[0] == rows[1]


def test_values_have_their_types(opened: Store) -> None:
    [held] = [row for row in opened.table("v_meetings").records() if row["title"] == "Nimal Weerakkody – Shen Guolin meeting"]
    assert held["start_on"] == date(2022, 6, 14)
    assert held["background"] is False
    assert isinstance(held["article_count"], int)


def test_a_table_may_be_cut(opened: Store) -> None:
    assert len(opened.table("v_claims", limit=3).rows) == 3
    assert opened.table("v_claims", limit=0).rows == ()
    assert opened.table("documents").rows


def test_questions_are_asked_by_name_and_number_with_values_of_any_type(opened: Store) -> None:
    named = opened.query("who-met-whom", since=date(2016, 1, 1), until="2025-12-31", at_least=1)
    assert named.rows
    assert named == opened.query(21, since="2016-01-01", until="2025-12-31", at_least="1")
    [question] = [question for question in opened.questions if question.name == "who-met-whom"]
    assert named.columns == question.columns
    # As the command does: by a name, where the views have a code.
    assert opened.query("meetings-of-two", actor="Brazil", other="Norway").rows


def test_sql_of_ones_own(opened: Store) -> None:
    found = opened.sql("SELECT COUNT(*) AS pledges FROM v_claims WHERE act = :act", act="pledge")
    assert found.records()[0]["pledges"] > 0


@pytest.mark.parametrize("statement", ["DELETE FROM claims", "CREATE TABLE t (a INTEGER)", "SELECT nothing FROM nowhere", "SELEC 1"])
def test_what_would_write_or_is_no_sql_is_refused(opened: Store, statement: str) -> None:
    before = opened.sql("SELECT COUNT(*) FROM claims").rows
    with pytest.raises(QuestionError):
        opened.sql(statement)
    assert opened.sql("SELECT COUNT(*) FROM claims").rows == before


def test_names_that_are_none(opened: Store) -> None:
    with pytest.raises(QuestionError, match="v_meetings"):
        opened.table("v_meeting; DROP TABLE claims")
    with pytest.raises(QuestionError, match="who-met-whom"):
        opened.query("who-met-who")
    with pytest.raises(QuestionError, match="no parameter"):
        opened.query("who-met-whom", whom="KZ")


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="ingest"):
        open_store(tmp_path / "none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()
    with pytest.raises(StoreError, match="not supported"):
        open_store("mysql://localhost/none")


def snippets() -> str:
    """The Python of the page, as one program."""
    return "\n".join(re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE))


def test_the_page_of_the_library_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(snippets(), PAGE.name, "exec"), {})
    assert "Ingrid Haugtveit" in capsys.readouterr().out


def test_the_page_of_the_library_is_typed(tmp_path: Path) -> None:
    program = tmp_path / "consumer.py"
    program.write_text(
        snippets() + "\nreveal_type(report.loaded)\nreveal_type(meetings.columns)\nreveal_type(store.questions[0].params)\n",
        encoding="utf-8",
    )
    # Any of the project's own types that got lost on the way would be Any here.
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), str(program)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"MYPYPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert re.findall(r'Revealed type is "(.*?)"', done.stdout) == ["int", "tuple[str, ...]", "typing.Mapping[str, str]"], done.stdout

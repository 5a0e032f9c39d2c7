"""The command that asks the documented questions."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path

import pyarrow.parquet
import pytest
from typer.testing import CliRunner, Result

import cli
from etl.questions import questions

PERIOD = ("--param", "since=2023-05-01", "--param", "until=2023-05-31")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, ["query", *map(str, arguments)])


@pytest.fixture(scope="module")
def samples(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_file, tmp_path_factory.mktemp("query") / "samples.sqlite"))


def test_without_a_name_all_are_listed() -> None:
    listed = json.loads(run("--json").stdout)
    assert [(q["number"], q["name"]) for q in listed] == [(q.number, q.name) for q in questions()]
    assert listed[8]["params"] == {"since": "2024-07-01", "until": "2024-07-31", "at_least": "2"}
    table = run().stdout
    assert all(q.name in table for q in questions())


def test_an_answer_as_table_json_and_csv(samples: Path) -> None:
    told = json.loads(run("busiest-people", *PERIOD, "--db", samples, "--json").stdout)
    assert [(row["person"], row["meetings"]) for row in told] == [("Baek Do-yeon", 2), ("Wiratno Hadikusuma", 2)]
    rows = list(csv.reader(io.StringIO(run("9", *PERIOD, "--db", samples, "--csv").stdout)))
    assert rows == [["person", "meetings", "person_id"], *([row["person"], "2", str(row["person_id"])] for row in told)]
    table = run("09", *PERIOD, "--db", samples).stdout
    assert "Baek Do-yeon" in table
    assert "person id" not in table


def test_an_answer_as_parquet_keeps_its_types(samples: Path, tmp_path: Path) -> None:
    file = tmp_path / "network.parquet"
    done = run("network-of-a-person", "--param", "person=Baek Do-yeon", "--db", samples, "--parquet", file)
    assert done.exit_code == 0, done.output
    [first, *_] = pyarrow.parquet.read_table(file).to_pylist()
    assert isinstance(first["first_on"], date)
    assert isinstance(first["meetings"], int)


def test_the_sql_is_shown_as_it_is_asked() -> None:
    assert run("who-met-whom", "--sql").stdout == next(q.sql for q in questions() if q.name == "who-met-whom")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["busy-people"], "near it: busiest-people"),
        (["9", "--param", "since"], "--param takes KEY=VALUE"),
        (["9", "--param", "since=soon"], "since must be a day"),
        (["9", "--param", "sinse=2024-01-01"], "it has since, until, at_least"),
        (["9", "--json", "--csv"], "exclude each other"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], said: str, samples: Path) -> None:
    done = run(*arguments, "--db", samples)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_nothing_found_is_said(samples: Path) -> None:
    assert "nothing in the database answers this" in run("who-opposes-whom", "--db", samples).stdout

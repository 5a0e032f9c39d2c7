"""What the commands print and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from load.articles import FJORD_PACT, MADE, NOTHING, TALKS, VISITOR, made_by_hand, observe_by_hand, talks, write
from load.seeded import Maker, make_seeded
from typer.testing import CliRunner, Result

import cli
from etl.records import Observations

__all__ = ["made_by_hand", "make_seeded"]

ROOT = Path(cli.__file__).parent


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, make_seeded: Maker, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of each kind with three articles in it. Tests only read it."""
    folder = write(tmp_path_factory.mktemp("in"), talks=TALKS, visitor=VISITOR, nothing=NOTHING)
    url = make_seeded(request.param)
    with pytest.MonkeyPatch.context() as patch:
        observe_by_hand(patch)
        assert run("ingest", folder, "--db", url).exit_code == 0
    return url


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_DATABASE_URL", raising=False)


@pytest.mark.usefixtures("made_by_hand")
def test_ingest_ends_in_a_summary_and_commands_to_try(tmp_path: Path) -> None:
    result = run("ingest", write(tmp_path / "in", talks=TALKS, visitor=VISITOR))
    assert result.exit_code == 0, result.stderr
    assert "2 documents read: 2 loaded, 0 unchanged, 0 duplicate, 0 quarantined" in result.stdout
    for word in ("documents", "articles", "people", "meetings", "claims", "initiatives", "seconds"):
        assert word in result.stdout
    assert "communique show 'Ragnhild Testesen – Tadeu Provador meeting'" in result.stdout
    assert f"communique claims --initiative '{FJORD_PACT}'" in result.stdout
    assert "\x1b" not in result.stdout + result.stderr
    assert (tmp_path / "communique.sqlite").exists()
    again = run("ingest", tmp_path / "in")
    assert "0 loaded, 2 unchanged" in again.stdout


@pytest.mark.usefixtures("made_by_hand")
def test_a_broken_document_is_reported_and_the_rest_loaded(make_seeded: Maker, tmp_path: Path) -> None:
    store_url = make_seeded("postgresql")
    folder = write(tmp_path / "in", talks=TALKS)
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02\x03")
    result = run("ingest", folder, "--db", store_url)
    assert result.exit_code == 3
    assert "quarantined: broken.txt: " in result.stderr
    assert "1 loaded" in result.stdout
    assert "1 quarantined" in result.stdout


@pytest.mark.usefixtures("made_by_hand")
def test_ingest_tells_programs_the_same_as_json(make_seeded: Maker, tmp_path: Path) -> None:
    store_url = make_seeded("sqlite")
    result = run("ingest", write(tmp_path / "in", talks=TALKS), "--json", "--db", store_url)
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert (told["loaded"], told["quarantined"], told["totals"]["meetings"]) == (1, [], 1)


def test_meetings(filled: str) -> None:
    result = run("meetings", "--db", filled)
    assert result.exit_code == 0, result.stderr
    assert "2031-05-06   Ragnhild Testesen – Tadeu Provador meeting" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 1),
        (["--person", "testesen"], 1),
        (["--person", "Nobody"], 0),
        (["--person", "%"], 0),
        (["--actor", "NO"], 1),
        (["--actor", "norway"], 1),
        (["--actor", "Brazilian"], 1),
        (["--actor", "Kenya"], 0),
        (["--since", "2031-05-06", "--until", "2031-05-06"], 1),
        (["--since", "2031-05-07"], 0),
        (["--until", "2031-05-05"], 0),
        (["--limit", "1"], 1),
    ],
)
def test_meetings_are_chosen(filled: str, options: list[str], count: int) -> None:
    result = run("meetings", *options, "--json", "--db", filled)
    assert result.exit_code == 0, result.stderr
    assert len(json.loads(result.stdout)) == count
    as_csv = run("meetings", *options, "--csv", "--db", filled)
    assert len(list(csv.DictReader(io.StringIO(as_csv.stdout)))) == count


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 1),
        (["--initiative", "kite pact"], 1),
        (["--initiative", "GSI"], 0),
        (["--speaker", "Ragnhild"], 1),
        (["--speaker", "Tadeu"], 0),
        (["--actor", "Norway"], 1),
        (["--actor", "BR"], 0),
        (["--act", "support"], 1),
        (["--act", "oppose"], 0),
        (["--initiative", FJORD_PACT, "--speaker", "testesen", "--actor", "no", "--act", "SUPPORT", "--limit", "5"], 1),
    ],
)
def test_claims_are_chosen(filled: str, options: list[str], count: int) -> None:
    result = run("claims", *options, "--json", "--db", filled)
    assert result.exit_code == 0, result.stderr
    assert len(json.loads(result.stdout)) == count
    as_csv = run("claims", *options, "--csv", "--db", filled)
    assert len(list(csv.DictReader(io.StringIO(as_csv.stdout)))) == count
    assert run("claims", *options, "--db", filled).exit_code == 0


def test_both_databases_print_the_same_types(filled: str) -> None:
    (meeting,) = json.loads(run("meetings", "--json", "--db", filled).stdout)
    assert (meeting["start_on"], meeting["end_on"], meeting["on_sidelines"], meeting["background"]) == ("2031-05-06", None, True, False)
    (claim,) = json.loads(run("claims", "--json", "--db", filled).stdout)
    assert (claim["is_direct"], claim["confidence"], claim["char_start"]) == (True, 0.8, 0)
    (line,) = csv.DictReader(io.StringIO(run("meetings", "--csv", "--db", filled).stdout))
    assert (line["start_on"], line["end_on"], line["on_sidelines"]) == ("2031-05-06", "", "true")


@pytest.mark.parametrize("wanted", ["Ragnhild Testesen – Tadeu Provador meeting", "ragnhild", "provador meeting", "KEY"])
def test_show_finds_a_meeting_by_key_title_or_part(filled: str, wanted: str) -> None:
    (meeting,) = json.loads(run("meetings", "--json", "--db", filled).stdout)
    result = run("show", wanted.replace("KEY", str(meeting["meeting_id"])), "--db", filled)
    assert result.exit_code == 0, result.stderr
    for words in ("Ragnhild Testesen (NO), host", "2031-05-06", "Oslo (NO)", "on the sidelines of 4th Kite Summit", "support", TALKS[:40]):
        assert words in result.stdout
    assert "characters 0 to 60" in result.stdout


def test_show_as_json_and_csv(filled: str) -> None:
    shown = json.loads(run("show", "ragnhild", "--json", "--db", filled).stdout)
    assert [p["person"] for p in shown["participants"]] == ["Tadeu Provador", "Ragnhild Testesen"]
    assert [r["document_name"] for r in shown["reports"]] == ["talks.txt"]
    assert [c["act"] for c in shown["claims"]] == ["support"]
    assert [a["title"] for a in shown["agreements"]] == [FJORD_PACT]
    lines = list(csv.DictReader(io.StringIO(run("show", "ragnhild", "--csv", "--db", filled).stdout)))
    assert [line["what"] for line in lines] == ["participant", "participant", "report", "claim"]


def test_people_and_initiatives(filled: str) -> None:
    people = json.loads(run("people", "--json", "--db", filled).stdout)
    assert [p["name"] for p in people] == ["Ragnhild Testesen", "Tadeu Provador", "Xi Jinping"]
    assert "Tadeu Provador" in run("people", "--actor", "brazil", "--db", filled).stdout
    assert FJORD_PACT in run("initiatives", "--db", filled).stdout
    (initiative,) = json.loads(run("initiatives", "--json", "--db", filled).stdout)
    assert (initiative["proposers"], initiative["claim_count"]) == ("NO", 1)


@pytest.mark.parametrize("command", [["meetings"], ["claims"], ["people"], ["initiatives"], ["show", "something"]])
def test_reading_where_there_is_no_store(command: list[str], tmp_path: Path) -> None:
    result = run(*command, "--db", "nowhere.sqlite")
    assert result.exit_code == 1
    assert result.stderr == "communique: no communique store at nowhere.sqlite: run `communique ingest` first\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["ingest"], 2, "name at least one PATH"),
        (["meetings", "--json", "--csv"], 2, "exclude each other"),
        (["meetings", "--since", "yesterday"], 2, "yesterday"),
        (["meetings", "--limit", "0"], 2, "--limit"),
        (["nonsense"], 2, "nonsense"),
        (["show"], 2, "MEETING"),
        (["init", "--db", "mysql://host/name"], 1, "mysql databases are not supported"),
        (["init", "--db", "no/such/folder/x.sqlite"], 1, "there is no folder"),
    ],
)
def test_wrong_use_and_failures(arguments: list[str], code: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "communique.sqlite").write_text("Dear diary, " * 100)
    for command in (["meetings"], ["init"], ["ingest", "."]):
        result = run(*command)
        assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
        assert result.stderr.startswith("communique: ")


def test_questions_that_cannot_be_answered(filled: str) -> None:
    assert run("show", "no such meeting", "--db", filled).exit_code == 1
    result = run("claims", "--act", "shout", "--db", filled)
    assert result.exit_code == 2
    assert "the acts are assert, assess" in result.stderr


@pytest.mark.usefixtures("made_by_hand")
def test_a_title_that_two_meetings_have(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def a_year_later(text: str) -> Observations:
        seen = talks(text)
        meeting = replace(seen.meetings[0], start_on=date(2032, 5, 6), end_on=date(2032, 5, 6))
        return replace(seen, meetings=(meeting,))

    monkeypatch.setitem(MADE, "again", a_year_later)
    run("ingest", write(tmp_path / "in", one=TALKS, two="Again " + TALKS), "--db", sqlite_url)
    found = json.loads(run("meetings", "--json", "--db", sqlite_url).stdout)
    assert len(found) == 2
    result = run("show", "ragnhild", "--db", sqlite_url)
    assert result.exit_code == 2
    assert "2032-05-06" in result.stderr
    assert all(str(meeting["meeting_id"]) in result.stderr for meeting in found)


def test_init_says_what_it_did(sqlite_url: str) -> None:
    assert "reference data loaded" in run("init", "--db", sqlite_url).stdout
    again = run("init", "--db", sqlite_url)
    assert (again.exit_code, "reference data is up to date" in again.stdout) == (0, True)


def test_the_environment_names_the_database(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DATABASE_URL", sqlite_url)
    assert run("init").exit_code == 0
    assert not (tmp_path / "communique.sqlite").exists()


def test_the_file_of_the_nightly_job_names_the_database(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "communique.toml").write_text(f'database_url = "{sqlite_url}"\n')
    assert run("init").exit_code == 0
    assert not (tmp_path / "communique.sqlite").exists()
    assert run("people", "--json").exit_code == 0
    assert run("people", "--db", "elsewhere.sqlite").exit_code == 1
    (tmp_path / "communique.toml").write_text('databaze_url = "night.sqlite"\n')
    result = run("people")
    assert result.exit_code == 2
    assert "communique.toml says what cannot be" in result.stderr


def test_the_samples_from_another_folder(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    command = [sys.executable, "-W", "error", "-c", "from cli import app; app(prog_name='communique')"]
    done = subprocess.run([*command, "ingest", "--samples"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "meetings" in done.stdout
    listed = subprocess.run([*command, "meetings", "--csv"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert len(list(csv.DictReader(io.StringIO(listed.stdout)))) > 5
    started = time.monotonic()
    subprocess.run([*command, "--help"], cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert time.monotonic() - started < 2.0, "--help must not import spaCy or SQLAlchemy"

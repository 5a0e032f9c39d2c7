"""A night over folders: what comes in, what is remembered, what fails alone, and who has to wait."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from load.articles import NOTHING, TALKS, VISITOR, write
from load.dumps import dump, one, rows
from load.seeded import Maker
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

import cli
from etl.config import Files, Settings
from etl.errors import ConfigError, LockedError
from etl.intake import ingest
from etl.load import Journal, drop_quarantined, list_quarantine
from etl.nightly import Night, dry_run, examine, nightly, read_status
from etl.nightly.lock import only_run
from models import schema
from models.store import open_engine


def settings(url: str, *folders: Path) -> Settings:
    sources = tuple(Files(kind="files", name=folder.name, paths=(str(folder),), publisher="Example Agency") for folder in folders)
    return Settings(database_url=url, sources=sources)


def test_a_second_night_changes_nothing(url: str, store: Engine, tmp_path: Path) -> None:
    asked = settings(url, write(tmp_path / "in", talks=TALKS, visitor=VISITOR, nothing=NOTHING))
    report = nightly(asked, Night(workers=2, batch_size=2))
    assert (report.loaded, report.unchanged, report.failed_sources) == (3, 0, ())
    assert set(report.stages) == {"read", "extract", "load", "resolve", "refresh"}
    assert one(store, "SELECT COUNT(*) FROM run_stages") == 5
    assert one(store, "SELECT COUNT(*) FROM run_items WHERE source = 'in' AND seconds > 0") == 3
    assert rows(store, "SELECT DISTINCT publisher FROM v_articles") == [("Example Agency",)]
    before = dump(store)
    report = nightly(asked, Night())
    assert (report.loaded, report.unchanged) == (0, 3)
    assert dump(store) == before
    assert rows(store, "SELECT source, error FROM source_states WHERE succeeded_at IS NOT NULL") == [("in", None)]


def test_a_night_makes_what_ingest_makes(url: str, store: Engine, make_seeded: Maker, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS, visitor=VISITOR)
    nightly(Settings(database_url=url, sources=(Files(kind="files", name="in", paths=(str(folder),)),)), Night(workers=2))
    other_url = make_seeded("sqlite")
    ingest([folder], other_url)
    other = open_engine(other_url)
    try:
        assert dump(store) == dump(other)
    finally:
        other.dispose()


def test_a_source_that_is_gone_fails_alone(url: str, store: Engine, tmp_path: Path) -> None:
    gone, there = write(tmp_path / "gone", talks=TALKS), write(tmp_path / "there", visitor=VISITOR)
    nightly(settings(url, gone, there), Night())
    read_at = one(store, "SELECT succeeded_at FROM source_states WHERE source = 'gone'")
    gone.rename(tmp_path / "elsewhere")
    write(there, nothing=NOTHING)
    report = nightly(settings(url, gone, there), Night())
    assert report.loaded == 1
    assert report.failed_sources == ("gone: there is no such file or directory",)
    assert one(store, "SELECT error FROM source_states WHERE source = 'gone'") == "there is no such file or directory"
    assert one(store, "SELECT succeeded_at FROM source_states WHERE source = 'gone'") == read_at
    assert one(store, "SELECT COUNT(*) FROM documents") == 3
    assert one(store, "SELECT status FROM runs WHERE job = 'nightly' ORDER BY started_at DESC LIMIT 1") == "finished_with_quarantine"


def test_what_failed_is_kept_once_and_not_tried_in_vain(url: str, store: Engine, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", broken="Share this\n", talks=TALKS)
    asked = settings(url, folder)
    for tries in (1, 2):
        report = nightly(asked, Night())
        assert [(item.document_name, item.stage) for item in report.quarantined] == [("broken.txt", "split")]
        assert rows(store, "SELECT document_name, state, tries FROM quarantine") == [("broken.txt", "waiting", tries)]
    with store.begin() as connection:
        assert drop_quarantined(connection, [one.id for one in list_quarantine(connection)]) == 1
    report = nightly(asked, Night())
    assert (report.dropped, report.quarantined) == (1, ())
    assert rows(store, "SELECT state, content FROM quarantine") == [("dropped", None)]
    write(folder, broken="Share that\n")
    assert len(nightly(asked, Night()).quarantined) == 1
    write(folder, broken=VISITOR)
    assert nightly(asked, Night()).loaded == 1
    assert rows(store, "SELECT * FROM quarantine") == []


def test_one_run_at_a_time(url: str, store: Engine, tmp_path: Path) -> None:
    asked = settings(url, write(tmp_path / "in", talks=TALKS))
    journal = Journal("nightly", "test")
    with only_run(store):
        with store.begin() as connection:
            journal.start(connection)
        with pytest.raises(LockedError, match=rf"run {journal.run_id}, since 20\d\d-"):
            nightly(asked, Night())
        assert told(store) == ("running", None)
    # Its process is gone, and never said how it ended: whoever asks is told, and the next run enters it.
    assert told(store) == ("failed", "the process ended without a word")
    assert [finding.found for finding in examine(asked) if not finding.sound] == ["1 ended without a word"]
    assert one(store, f"SELECT status FROM runs WHERE id = {journal.run_id}") == "running"
    assert nightly(asked, Night()).loaded == 1
    assert one(store, f"SELECT status FROM runs WHERE id = {journal.run_id}") == "failed"


def told(store: Engine) -> tuple[str, str | None]:
    """What is said of the last run."""
    with store.connect() as connection:
        last = read_status(connection).runs.records()[0]
    return last["status"], last["error"]


def test_a_night_may_be_narrowed(url: str, store: Engine, tmp_path: Path) -> None:
    a = write(tmp_path / "a", undated=VISITOR)
    days = ("2020-03-01", "2020-03-02", "2020-03-03")
    told = [{"id": day, "published_on": day, "text": TALKS.replace("Tuesday", day)} for day in days]
    (a / "rows.jsonl").write_text("\n".join(map(json.dumps, told)))
    asked = settings(url, a, write(tmp_path / "b", nothing=NOTHING))
    assert dry_run(asked, Night(("b",))).new == 1
    assert nightly(asked, Night(("b",))).loaded == 1
    assert nightly(asked, Night(("a",), since=date(2020, 3, 2), until=date(2020, 3, 2))).loaded == 2
    assert rows(store, "SELECT name FROM documents WHERE name < '3'") == [("2020-03-02",)]
    assert nightly(asked, Night(limit=2)).documents == 2
    with pytest.raises(ConfigError, match="no source is called c; there are: a, b"):
        nightly(asked, Night(("c",)))


def test_looking_writes_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS)
    database, config = tmp_path / "news.db", tmp_path / "communique.toml"
    config.write_text(f'database_url = "sqlite:///{database}"\n[[sources]]\nname = "in"\nkind = "files"\npaths = ["{folder}"]\n')
    dry = run("--config", config, "--dry-run")
    assert (dry.exit_code, dry.stdout) == (0, "1 documents would be extracted, 0 are known already, 0 cannot be read\n")
    assert CliRunner().invoke(cli.app, ["sources", "check", "--config", str(config)]).exit_code == 0
    assert not database.exists()
    schema.upgrade(f"sqlite:///{database}", "0001")
    old = run("--config", config, "--dry-run")
    assert (old.exit_code, "run `communique init`" in old.stderr) == (1, True)
    assert CliRunner().invoke(cli.app, ["sources", "check", "--config", str(config)]).exit_code == 0
    assert schema.current(f"sqlite:///{database}") == "0001"
    folder.rename(tmp_path / "elsewhere")
    database.unlink()
    # As the night itself would end.
    assert run("--config", config, "--dry-run").exit_code == 3


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, ["nightly", *map(str, arguments)])


def test_exit_codes(make_seeded: Maker, tmp_path: Path) -> None:
    config = tmp_path / "communique.toml"
    url = make_seeded("sqlite")
    config.write_text(f'database_url = "{url}"\n[[sources]]\nname = "in"\nkind = "files"\npaths = ["in"]\n')
    folder = write(tmp_path / "in", talks=TALKS)
    assert run("--config", config).exit_code == 0
    again = run("--config", config, "--json")
    assert json.loads(again.stdout)["unchanged"] == 1
    assert [json.loads(line)["event"] for line in again.stderr.splitlines()] == ["run_begun", "document", "run_ended"]
    write(folder, broken="Share this\n")
    assert run("--config", config).exit_code == 3
    assert run("--config", tmp_path / "none.toml").exit_code == 2
    assert run("--config", config, "--source", "nobody").exit_code == 2
    engine = open_engine(url)
    with only_run(engine):
        locked = run("--config", config)
    engine.dispose()
    assert (locked.exit_code, "another run has this database" in locked.stderr) == (75, True)
    assert run("--config", config, "--db", tmp_path / "no" / "folder.sqlite").exit_code == 1


def test_marks_are_instants_in_utc(url: str, store: Engine, tmp_path: Path) -> None:
    nightly(settings(url, write(tmp_path / "in", talks=TALKS)), Night())
    with store.connect() as connection:
        from etl.load import read_source_marks

        mark = read_source_marks(connection)["in"]
    assert mark.succeeded_at is not None
    assert abs((datetime.now(UTC) - mark.succeeded_at).total_seconds()) < 600

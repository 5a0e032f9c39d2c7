"""What a person does after a night: try again, give up, forget, read again, look, and be told."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib import import_module
from pathlib import Path

import pytest
from load.articles import NOTHING, TALKS, VISITOR, write
from load.dumps import dump, one, rows
from load.seeded import Maker
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Engine, text
from typer.testing import CliRunner, Result

import cli
from etl.config import Files, Settings
from etl.errors import ConfigError
from etl.load import list_quarantine
from etl.nightly import Night, Which, backfill, drop, examine, forget, nightly, quarantined_content, read_status, reprocess, retry
from models.store import open_engine
from tests.sources.made import as_zip


def settings(url: str, folder: Path) -> Settings:
    return Settings(database_url=url, sources=(Files(kind="files", name="in", paths=(str(folder),)),))


def waiting(store: Engine) -> list[str]:
    with store.connect() as connection:
        return [str(one.id) for one in list_quarantine(connection)]


def test_what_is_mended_is_loaded_when_it_is_tried_again(url: str, store: Engine, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", broken="\0", talks=TALKS)
    (folder / "rows.jsonl").write_text('{"id": "a", "text": 1}\n')
    asked = settings(url, folder)
    nightly(asked, Night())
    assert len(retry(asked).quarantined) == 2
    write(folder, broken=VISITOR)
    report = retry(asked)
    assert (report.loaded, [item.document_name for item in report.quarantined]) == (1, ["rows.jsonl:1"])
    assert rows(store, "SELECT document_name, tries FROM quarantine") == [("rows.jsonl:1", 3)]
    with pytest.raises(ConfigError, match="not in quarantine: 7"):
        retry(asked, ["7"])
    (folder / "rows.jsonl").unlink()
    (item,) = retry(asked).quarantined
    assert "it is gone" in (item.error or "")


def test_an_archive_that_is_mended_is_read_whole(url: str, store: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    asked = settings(url, folder)
    sound = as_zip({"talks.txt": TALKS.encode(), "visitor.txt": VISITOR.encode()})
    for name in ("a.zip", "b.zip"):
        (folder / name).write_bytes(sound[:-30])
    assert [item.document_name for item in nightly(asked, Night()).quarantined] == ["a.zip", "b.zip"]
    (folder / "a.zip").write_bytes(sound)
    report = retry(asked)
    assert (report.loaded, [item.document_name for item in report.quarantined]) == (2, ["b.zip"])
    assert rows(store, "SELECT document_name FROM quarantine") == [("b.zip",)]
    # Mended, and found so by the night.
    (folder / "b.zip").write_bytes(sound)
    assert nightly(asked, Night()).quarantined == ()
    assert waiting(store) == []


def test_a_row_that_says_its_name_only_once_it_is_mended(url: str, store: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    file = folder / "rows.jsonl"
    file.write_text('{"id": "talks", "text": 1}\n{"id": "visitor"\n')
    asked = settings(url, folder)
    assert len(nightly(asked, Night()).quarantined) == 2
    file.write_text("".join(json.dumps({"id": name, "text": said}) + "\n" for name, said in {"talks": TALKS, "visitor": VISITOR}.items()))
    assert retry(asked).loaded == 2
    assert waiting(store) == []
    assert rows(store, "SELECT name FROM documents ORDER BY name") == [("talks",), ("visitor",)]


def test_forgetting_leaves_what_there_would_be_without(url: str, store: Engine, make_seeded: Maker, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS, again="Again " + TALKS, visitor=VISITOR)
    asked = settings(url, folder)
    nightly(asked, Night())
    with pytest.raises(ConfigError, match="no document is called 'nobody'"):
        forget(asked, "nobody")
    gone = forget(asked, "again.txt")
    assert (gone.document_name, gone.articles) == ("again.txt", 1)
    other_url = make_seeded("sqlite")
    nightly(settings(other_url, write(tmp_path / "other", talks=TALKS, visitor=VISITOR)), Night())
    other = open_engine(other_url)
    says_where = {"documents", "document_places"}
    without_places = {name: rows for name, rows in dump(other).items() if name not in says_where}
    other.dispose()
    assert {name: rows for name, rows in dump(store).items() if name not in says_where} == without_places
    # It does not come back by itself, under another name either.
    write(folder, copy="Again " + TALKS)
    assert nightly(asked, Night()).dropped == 2
    assert retry(asked, ["again.txt"]).loaded == 1
    assert rows(store, "SELECT * FROM quarantine") == []


def test_dropping_needs_a_key_that_waits(url: str, store: Engine, tmp_path: Path) -> None:
    asked = settings(url, write(tmp_path / "in", broken="\0"))
    nightly(asked, Night())
    with pytest.raises(ConfigError, match="not in quarantine: 7"):
        drop(asked, [*waiting(store), "7"])
    with pytest.raises(ConfigError, match="not in quarantine: 99999999999999999999"):
        drop(asked, ["99999999999999999999"])
    assert drop(asked, waiting(store)) == 1
    assert waiting(store) == []


def test_what_is_in_quarantine_is_called_by_name_or_path(url: str, store: Engine, tmp_path: Path) -> None:
    first, second = write(tmp_path / "one", broken="\0", talks="\0\1"), write(tmp_path / "two", broken="\0\2")
    for folder in (first, second):
        nightly(settings(url, folder), Night())
    with store.connect() as connection:
        assert quarantined_content(connection, "talks.txt") == b"\0\1"
        assert quarantined_content(connection, str(second / "broken.txt")) == b"\0\2"
        with pytest.raises(ConfigError, match="2 documents in quarantine are called"):
            quarantined_content(connection, "broken.txt")
    assert drop(settings(url, first), ["talks.txt"]) == 1
    assert len(waiting(store)) == 2


def test_reprocessing_what_is_stale_makes_it_current(url: str, store: Engine, tmp_path: Path) -> None:
    asked = settings(url, write(tmp_path / "in", talks=TALKS, visitor=VISITOR, nothing=NOTHING))
    nightly(asked, Night())
    before = dump(store)
    assert reprocess(asked, Which(stale=True)).documents == 0
    with store.begin() as connection:
        others = "SELECT id FROM documents WHERE name <> 'talks.txt'"
        connection.execute(text(f"UPDATE articles SET extractor_version = 'old' WHERE document_id IN ({others})"))
    assert reprocess(asked, Which(stale=True)).loaded == 2
    assert dump(store) == before
    article = one(store, "SELECT MIN(id) FROM articles")
    assert reprocess(asked, Which(article=article)).loaded == 1
    assert dump(store) == before
    with pytest.raises(ConfigError, match="there is no article 7"):
        reprocess(asked, Which(article=7))


def test_a_backfill_goes_on_where_it_was(url: str, store: Engine, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS, visitor=VISITOR)
    asked = settings(url, folder)
    assert backfill(asked, [folder], workers=2).loaded == 2
    again = backfill(asked, [folder])
    assert (again.documents, again.totals.documents) == (0, 2)
    write(folder, talks="Again " + TALKS, nothing=NOTHING)
    more = backfill(asked, [folder, tmp_path / "gone"])
    assert (more.loaded, more.documents, len(more.quarantined)) == (2, 3, 1)
    with store.connect() as connection:
        assert [source.name for source in read_status(connection, asked.sources).sources] == ["in"]
    assert run("backfill", folder, "--db", url).exit_code == 0


def test_a_file_that_goes_away_before_its_turn_ends_no_backfill(
    make_seeded: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "in", talks=TALKS)
    found = [tmp_path / "gone.txt", folder / "talks.txt"]
    monkeypatch.setattr(import_module("etl.nightly.backfill"), "find_files", lambda _: iter(found))
    report = backfill(settings(make_seeded("sqlite"), folder), [folder])
    assert report.loaded == 1
    assert [item.document_name for item in report.quarantined] == [str(found[0])]


def test_status_tells_of_runs_sources_and_growth(url: str, store: Engine, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS, broken="\0")
    asked = settings(url, folder)
    nightly(asked, Night())
    nightly(asked, Night())
    with store.connect() as connection:
        status = read_status(connection, asked.sources)
        unconfigured = read_status(connection)
    told = [(run["job"], run["status"], run["documents"]) for run in status.runs.records()]
    assert told == [("nightly", "finished_with_quarantine", 2)] * 2
    (source,) = status.sources
    assert (source.name, source.configured, source.error) == ("in", True, None)
    assert source.succeeded_at
    assert not unconfigured.sources[0].configured
    assert status.quarantine == {"read": 1}
    (day,) = status.growth.records()
    assert (day["runs"], day["documents"]) == (2, 1)


def test_the_doctor_finds_what_is_wrong(url: str, store: Engine, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS)
    asked = settings(url, folder)
    nightly(asked, Night())
    assert [finding for finding in examine(asked) if not finding.sound] == []
    with store.connect() as connection:
        if store.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
        connection.execute(text("DELETE FROM publishers"))
        connection.execute(text("DELETE FROM articles"))
        connection.commit()
    folder.rename(tmp_path / "gone")
    wrong = {finding.check: finding.found for finding in examine(asked) if not finding.sound}
    assert {"references", "documents", "source in"} <= wrong.keys()
    assert "mentions.article_id" in wrong["references"]
    assert wrong["source in"] == "there is no such file or directory"


class _Hook(BaseHTTPRequestHandler):
    told: list[dict[str, str]]

    def do_POST(self) -> None:
        self.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def hook() -> Iterator[tuple[int, list[dict[str, str]]]]:
    """A web hook: its port, and what it was told."""
    told: list[dict[str, str]] = []
    server = HTTPServer(("127.0.0.1", 0), type("Hook", (_Hook,), {"told": told}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port, told
    server.shutdown()
    server.server_close()
    thread.join()


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


@pytest.mark.filterwarnings("ignore::DeprecationWarning:apprise")
def test_a_night_tells_prometheus_and_people(make_seeded: Maker, tmp_path: Path, hook: tuple[int, list[dict[str, str]]]) -> None:
    port, told = hook
    folder = write(tmp_path / "in", talks=TALKS, broken="\0")
    config = tmp_path / "communique.toml"
    config.write_text(
        f'database_url = "{make_seeded("sqlite")}"\n[metrics]\nfile = "{tmp_path / "communique.prom"}"\n'
        f'[notify]\nurls = ["json://127.0.0.1:{port}/hook"]\nonly_when = ["finished_with_quarantine"]\n'
        f'[[sources]]\nname = "in"\nkind = "files"\npaths = ["{folder}"]\n'
    )
    assert run("nightly", "--config", config).exit_code == 3
    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families((tmp_path / "communique.prom").read_text())
        for sample in family.samples
    }
    assert samples["communique_last_run_documents", "loaded"] == samples["communique_rows", "documents"] == 1
    assert samples["communique_last_run_documents", "quarantined"] == 1
    assert samples["communique_last_run_succeeded",] == 0
    (message,) = told
    assert message["title"] == "communique: finished with quarantine"
    assert "1 loaded" in message["message"]
    assert "broken.txt" in message["message"]
    (folder / "broken.txt").unlink()
    assert run("nightly", "--config", config).exit_code == 0
    assert len(told) == 1


def test_the_commands(make_seeded: Maker, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS, broken="\0\1")
    config = tmp_path / "communique.toml"
    config.write_text(f'database_url = "{make_seeded("sqlite")}"\n[[sources]]\nname = "in"\nkind = "files"\npaths = ["in"]\n')
    assert run("nightly", "--config", config).exit_code == 3
    (row,) = json.loads(run("quarantine", "list", "--config", config, "--json").stdout)
    assert (row["document_name"], row["bytes"]) == ("broken.txt", 2)
    assert run("quarantine", "show", row["id"], "--config", config).stdout_bytes == b"\0\1"
    assert run("quarantine", "retry", "--config", config).exit_code == 3
    assert run("quarantine", "drop", "--config", config).exit_code == 2
    assert run("quarantine", "drop", row["id"], "--config", config).stdout == "dropped: 1 document\n"
    assert run("quarantine", "show", row["id"], "--config", config).exit_code == 2
    assert json.loads(run("status", "--config", config, "--json").stdout)["totals"]["documents"] == 1
    assert "nightly" in run("status", "--config", config).stdout
    assert run("doctor", "--config", config).exit_code == 0
    assert run("sources", "check", "--config", config).exit_code == 0
    assert run("reprocess", "--config", config).exit_code == 2
    assert run("reprocess", "--stale", "--config", config).exit_code == 0
    assert run("forget", "talks.txt", "--config", config).stdout.endswith(", 1 article\n")
    folder.rename(tmp_path / "gone")
    assert run("sources", "check", "--config", config).exit_code == 1
    assert run("doctor", "--config", config).exit_code == 1
    assert run("doctor", "--no-sources", "--config", config).exit_code == 0

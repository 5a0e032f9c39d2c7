"""An archive loaded by a cluster is the archive loaded by one program, whatever happens to the cluster meanwhile."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from load.dumps import dump, one, rows
from load.seeded import Maker
from sqlalchemy import Engine
from typer.testing import CliRunner

import cli
from etl.cluster import Cluster, PartDone
from etl.config import Job, Settings
from etl.errors import ConfigError, RunError
from etl.nightly import backfill, backfill_by_cluster
from models.store import open_engine

from .conftest import PARTS, ROOT, ROWS, Machines

DOCUMENTS = PARTS * (ROWS + 2)


def settings(url: str) -> Settings:
    return Settings(database_url=url, job=Job(batch_size=10))


@pytest.fixture(scope="module")
def expected(make_seeded: Maker, archive: Path) -> dict[str, list[tuple[object, ...]]]:
    """What one program makes of the archive."""
    url = make_seeded("postgresql")
    backfill(settings(url), [archive])
    engine = open_engine(url)
    found = dump(engine)
    engine.dispose()
    return found


@pytest.fixture
def url(make_seeded: Maker) -> str:
    return make_seeded("postgresql")


@pytest.fixture
def store(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    yield engine
    engine.dispose()


def assert_whole(store: Engine, expected: dict[str, list[tuple[object, ...]]]) -> None:
    found = dump(store)
    assert {name: len(rows) for name, rows in found.items()} == {name: len(rows) for name, rows in expected.items()}
    assert found == expected
    assert one(store, "SELECT COUNT(*) FROM unresolved") == 0
    assert one(store, "SELECT COUNT(*) FROM source_states WHERE succeeded_at IS NOT NULL") == PARTS
    assert rows(store, "SELECT tries, COUNT(*) FROM quarantine GROUP BY tries") == [(1, PARTS)]


def test_a_worker_that_is_switched_off_leaves_no_trace(
    url: str, store: Engine, machines: Machines, archive: Path, expected: dict[str, list[tuple[object, ...]]]
) -> None:
    pids: dict[str, int] = {}
    lost: list[str] = []
    parts: list[PartDone] = []

    def begun(cluster: Cluster) -> None:
        cluster.client.wait_for_workers(2, timeout=60)
        pids.update(cluster.client.run(os.getpid))

    def done(part: PartDone) -> None:
        parts.append(part)
        if not lost and len({one.worker for one in parts}) == 2:
            # The other one is in the middle of its next part.
            lost.extend(pids.keys() - {part.worker})
            os.killpg(os.getpgid(pids[lost[0]]), signal.SIGKILL)

    report = backfill_by_cluster(settings(url), [archive], scheduler=machines.scheduler, on_cluster=begun, on_part=done)
    assert len(pids) == 2
    assert lost
    assert sorted(part.number for part in parts) == list(range(len(parts)))
    assert_whole(store, expected)
    # Of the row that stands in all parts, workers that meet it at the same moment each say that they loaded it.
    assert (report.loaded + report.duplicates, len(report.quarantined), report.documents) == (PARTS * (ROWS + 1), PARTS, DOCUMENTS)
    assert (report.failed_sources, report.stopped) == ((), None)
    assert rows(store, "SELECT status, documents FROM runs WHERE job = 'backfill'") == [("finished_with_quarantine", DOCUMENTS)]
    again = backfill_by_cluster(settings(url), [archive], scheduler=machines.scheduler)
    assert again.documents == 0


def test_a_client_that_is_killed_is_taken_up_where_it_was(
    url: str, store: Engine, machines: Machines, archive: Path, expected: dict[str, list[tuple[object, ...]]]
) -> None:
    call = [sys.executable, "-c", "from cli import app; app()", "backfill", str(archive), "--db", url, "--engine", "dask"]
    done: set[int] = set()
    with subprocess.Popen([*call, "--scheduler", machines.scheduler], cwd=ROOT, stderr=subprocess.PIPE, text=True) as client:
        assert client.stderr
        for line in client.stderr:
            told = json.loads(line)
            if told["event"] == "cluster":
                assert told["dashboard"].startswith("http://")
            if told["event"] == "part":
                done.add(told["number"])
            if len(done) == 3:
                client.kill()
                break
    # Its workers are at its parts still: what they load for a run that has ended is not taken.
    report = backfill_by_cluster(settings(url), [archive], scheduler=machines.scheduler)
    assert 0 < report.documents < DOCUMENTS
    assert_whole(store, expected)
    assert [row[0] for row in rows(store, "SELECT status FROM runs WHERE job = 'backfill' ORDER BY started_at")] == [
        "failed",
        "finished_with_quarantine",
    ]


def test_a_cluster_of_this_machine(url: str, store: Engine, archive: Path, expected: dict[str, list[tuple[object, ...]]]) -> None:
    told: list[Cluster] = []
    report = backfill_by_cluster(settings(url), [archive, "nowhere"], workers=2, on_cluster=told.append)
    assert told[0].workers == 2
    assert dump(store) == expected
    assert [item.document_name for item in report.quarantined if item.ordinal == 0] == ["nowhere"]
    # By address the parts are other places, of the same documents.
    elsewhere = backfill_by_cluster(settings(url), [f"local://{archive}/*.jsonl"], workers=1)
    assert (elsewhere.loaded, elsewhere.duplicates, len(elsewhere.quarantined)) == (0, PARTS * (ROWS + 1), PARTS)
    assert one(store, "SELECT COUNT(*) FROM document_places WHERE origin LIKE 'local:%%'") == PARTS * (ROWS + 1)


def test_what_cannot_be_is_said(url: str, make_seeded: Maker, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigError, match="needs Postgres"):
        backfill_by_cluster(settings(make_seeded("sqlite")), [archive])
    with pytest.raises(ConfigError, match="--workers is for a cluster of this machine"):
        backfill_by_cluster(settings(url), [archive], scheduler="tcp://127.0.0.1:1", workers=2)
    monkeypatch.setattr("etl.cluster.connection.SECONDS_TO_CONNECT", 0.2)
    with pytest.raises(RunError, match="no Dask scheduler answers at tcp:"):
        backfill_by_cluster(settings(url), [archive], scheduler="tcp://127.0.0.1:1")
    done = CliRunner().invoke(cli.app, ["backfill", str(archive), "--scheduler", "tcp://127.0.0.1:1"])
    assert (done.exit_code, "--scheduler is an option of --engine dask" in done.output) == (2, True)

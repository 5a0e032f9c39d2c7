"""A job that is killed at any moment, and started again, leaves the database of one that was left in peace.

`make test-crashes` kills as often as the README says; here it is a few times, so that every run of the tests shows that it holds.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from load.dumps import dump, one
from load.seeded import Maker

from bench.corpus import fresh_articles
from etl.config import Files, Http
from etl.errors import LockedError
from etl.extract.readers.reader import RULES
from etl.intake.documents import Extractor
from etl.intake.extraction import InThisProcess
from etl.intake.loading import Loading
from etl.intake.run import Run
from etl.judgements import Book
from etl.nightly.asked import Asked
from etl.nightly.lock import only_run
from etl.nightly.reading import read_sources
from models.store import open_engine

CRASHES = int(os.environ.get("COMMUNIQUE_CRASHES", "2"))
DOCUMENTS = 300


def night(url: str, source: Files) -> None:
    """One night, as `nightly` runs it, with extraction in the process that is killed: killing it kills everything."""
    engine = open_engine(url)
    extractor = Extractor(RULES, Book({}))
    try:
        with only_run(engine), InThisProcess(extractor.extract_together) as extraction:
            run = Run(engine, "nightly", extractor.version)
            loading = Loading(engine, run.journal, extractor.version, run.tally, extraction, batch_documents=20)
            run.of(partial(loading.over, read_sources([source], Asked(engine, Http()))))
    finally:
        engine.dispose()


def in_child(work: Callable[[], None]) -> int:
    """Start `work` in a child process; return its id. The child is forked before any connection is open, and ends without cleaning up."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("corpus")
    for number, article in enumerate(fresh_articles(DOCUMENTS, seed=11)):
        (folder / f"{number:04}.txt").write_text(f"{article.title}\n\n{article.text}\n", encoding="utf-8")
    return Files(kind="files", name="corpus", paths=(str(folder),))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_killed_and_started_again(kind: str, make_seeded: Maker, source: Files) -> None:
    undisturbed = make_seeded(kind)
    begun = time.monotonic()
    night(undisturbed, source)
    length = time.monotonic() - begun
    engine = open_engine(undisturbed)
    expected = dump(engine)
    assert len(expected["documents"]) == DOCUMENTS
    engine.dispose()

    rng = random.Random(f"{kind}-{os.getpid()}-{time.time()}")
    killed = ended = 0
    while killed < CRASHES:
        assert ended < 10 * CRASHES, "no night can be killed before its end"
        url = make_seeded(kind)
        wait = rng.uniform(0, length)
        child = in_child(lambda url=url: night(url, source))  # type: ignore[misc]
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        if os.WIFSIGNALED(os.waitpid(child, 0)[1]):
            killed += 1
        else:
            ended += 1
            length = min(length, wait)  # the machine has less to do than it had in the first night
        _again(url, source)
        engine = open_engine(url)
        assert dump(engine) == expected, f"killed after {wait:.3f} of {length:.3f} seconds"
        assert one(engine, "SELECT COUNT(*) FROM runs WHERE status = 'running'") == 0
        engine.dispose()
    print(f"{kind}: {killed} nights killed before their end, {ended} not; every dump equal")


def _again(url: str, source: Files) -> None:
    for _ in range(50):
        try:
            return night(url, source)
        except LockedError:
            # The server has not noticed yet that the other end of the connection is gone.
            time.sleep(0.1)
    raise AssertionError("the lock of a process that is gone holds")


def test_a_signal_ends_a_night_where_nothing_is_lost(make_seeded: Maker, source: Files, tmp_path: Path) -> None:
    undisturbed = make_seeded("sqlite")
    night(undisturbed, source)
    url = make_seeded("sqlite")
    config = tmp_path / "communique.toml"
    told_to = f'[[sources]]\nname = "corpus"\nkind = "files"\npaths = ["{source.paths[0]}"]\n'
    config.write_text(f'database_url = "{url}"\n[job]\nbatch_size = 20\n{told_to}')
    call = [sys.executable, "-c", "from cli import app; app()", "nightly", "--config", str(config)]
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as job:
        assert job.stderr
        for line in job.stderr:
            if '"loaded"' in line:
                job.send_signal(signal.SIGTERM)
                break
        told = job.stderr.read()
    assert job.returncode == 1
    assert "stopped by SIGTERM; the next run goes on from here" in told
    engine, other = open_engine(url), open_engine(undisturbed)
    try:
        assert 0 < one(engine, "SELECT COUNT(*) FROM documents") < DOCUMENTS
        assert one(engine, "SELECT status FROM runs WHERE job = 'nightly'") == "failed"
        night(url, source)
        assert dump(engine) == dump(other)
    finally:
        engine.dispose()
        other.dispose()

"""A Dask cluster as somebody would start it: a scheduler and two workers, processes of their own that meet over TCP."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from load.seeded import make_seeded

from bench.corpus import fresh_articles

__all__ = ["make_seeded"]

ROOT = Path(__file__).resolve().parents[2]
PARTS, ROWS = 12, 25


class Machines:
    """Processes that stand for machines: each is a group that can be switched off as a whole."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self._log = (folder / "dask.log").open("w")
        self._started: list[subprocess.Popen[bytes]] = []
        self._dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")

    @property
    def scheduler(self) -> str:
        """Where the scheduler listens."""
        begun = time.monotonic()
        while time.monotonic() - begun < 60:
            with suppress(OSError, ValueError):
                return str(json.loads(self._file.read_text())["address"])
            time.sleep(0.1)
        raise AssertionError("the scheduler does not start")

    def add_worker(self) -> None:
        """Start one more, as its users do: with a nanny, on one thread."""
        self._dask("worker", "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard", "--death-timeout", "60")

    def switch_off(self) -> None:
        """End all that is left."""
        for machine in self._started:
            with suppress(ProcessLookupError):
                os.killpg(machine.pid, signal.SIGKILL)
            machine.wait()
        self._log.close()

    def _dask(self, kind: str, *options: str) -> None:
        command = [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self._file), *options]
        self._started.append(subprocess.Popen(command, cwd=ROOT, stdout=self._log, stderr=self._log, start_new_session=True))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Parts of an archive: each holds rows of its own, one that stands in all of them, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("archive")
    articles = list(fresh_articles(PARTS * ROWS, seed=5))
    for part in range(PARTS):
        lines = [
            json.dumps({"id": f"{part}-{row}", "title": article.title, "published_on": str(article.published_on), "text": article.text})
            for row, article in enumerate(articles[part * ROWS : (part + 1) * ROWS])
        ]
        lines += [json.dumps({"id": "same", "text": "They met in Oslo."}), "{broken"]
        (folder / f"part-{part:02}.jsonl").write_text("\n".join(lines))
    return folder


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """A scheduler and two workers."""
    made = Machines(tmp_path)
    try:
        made.add_worker()
        made.add_worker()
        yield made
    finally:
        made.switch_off()

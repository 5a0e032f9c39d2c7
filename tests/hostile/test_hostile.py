"""Over two thousand inputs that are broken or made to break: each ends as documents or with a reason, in bounded memory and time."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from etl.errors import DocumentError
from etl.sources import Skipped, read_paths
from tests.hostile.mutations import MUTATIONS
from tests.hostile.seeds import HTML, SEEDS, TEXT

SEED, MUTATED, EVERY = 20310502, 2000, 10
MEGABYTES = 600
"""By which the peak of a process may grow over what it needs for the valid files. Making the bombs takes a part of that."""
SECONDS = 20
"""Of work for one input, on one core. What makes a reader hang takes minutes; an archive of the most members allowed takes four seconds, or
thrice that where others work on the same core.
"""

ROOT = Path(__file__).parents[2]


def test_each_ends_as_documents_or_with_a_reason() -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.hostile", str(SEED), str(MUTATED), str(EVERY)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout)
    assert found["inputs"] >= MUTATED + 500
    assert found["unexplained"] == []
    assert found["silent"] == 0
    assert found["documents"] > 1000
    assert found["errors"] > 1000
    assert found["extracted"] > 500
    assert found["megabytes"] < MEGABYTES, found["grown"]
    assert found["slow"][0][0] < SECONDS, found["slow"]


def test_the_same_seed_gives_the_same_inputs() -> None:
    for name, content in SEEDS.items():
        for mutation in MUTATIONS:
            assert mutation(content, Random(7)) == mutation(content, Random(7)), (name, mutation)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere.html")
    (tmp_path / "round.html").symlink_to(tmp_path / "round.html")
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "folder.html" / "a.txt").write_text(TEXT)
    (tmp_path / "null.html").symlink_to("/dev/zero")
    assert stat.S_ISFIFO((tmp_path / "pipe.html").stat().st_mode)
    skipped: list[Skipped] = []
    [document] = read_paths([tmp_path], on_skipped=skipped.append)
    assert not isinstance(document, DocumentError)
    assert {Path(one.origin).name for one in skipped} == {"pipe.html", "gone.html", "round.html", "null.html"}
    for name in ("pipe.html", "gone.html", "round.html", "null.html"):
        [error] = read_paths([tmp_path / name])
        assert isinstance(error, DocumentError)
        assert error.reason


def test_files_with_names_that_no_database_stores(tmp_path: Path) -> None:
    for name in (b"a\nb.html", b"caf\xe9.html", b"\x1b[31m.html"):
        (tmp_path / os.fsdecode(name)).write_bytes(HTML)
    found = list(read_paths([tmp_path]))
    assert len(found) == 3
    for one in found:
        assert not isinstance(one, DocumentError)
        assert one.name.isprintable()
        (one.name + one.origin).encode("utf-8")

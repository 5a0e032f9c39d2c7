"""What a worker does with a part, without a cluster around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from load.articles import TALKS, VISITOR
from load.dumps import one, rows
from load.seeded import Maker
from sqlalchemy import Engine, text

from etl.cluster import Part, PartFile, Work
from etl.cluster.worker import Loader
from etl.errors import RunError
from etl.extract.pipeline import extractor_version
from etl.extract.readers.reader import RULES
from etl.intake import Limits, Run
from etl.load import committed
from etl.sources import find_files, size_of, version_of
from models.store import open_engine


@pytest.fixture
def store(make_seeded: Maker) -> Iterator[Engine]:
    engine = open_engine(make_seeded("postgresql"))
    yield engine
    engine.dispose()


def begun(store: Engine) -> Run:
    run = Run(store, "backfill", extractor_version())
    committed(store, run.journal.start)
    return run


@contextmanager
def loader(store: Engine, run: Run, version: str | None = None) -> Iterator[Loader]:
    url = store.url.render_as_string(hide_password=False)
    made = Loader(Work(url, run.journal.run_id, version or extractor_version(), RULES.name, Limits(), 2))
    made.setup(None)
    try:
        yield made
    finally:
        made.teardown(None)


def part(*paths: object, first: int = 0, beyond: int = 100) -> Part:
    files = [file for file in find_files(str(path) for path in paths) if not isinstance(file, Exception)]
    return Part(0, tuple(PartFile(file, size_of(file), f"backfill:{file.name}", version_of(file)) for file in files), first, beyond)


def test_a_part_done_again_says_what_was_said_first(store: Engine, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TALKS)
    (tmp_path / "visitor.txt").write_text(VISITOR)
    (tmp_path / "broken.txt").write_text("\0")
    with loader(store, begun(store)) as made:
        first = made.load(part(tmp_path, first=40), "here")
        told = rows(store, "SELECT ordinal, document_name, status, run_id FROM run_items ORDER BY ordinal")
        again = made.load(part(tmp_path, first=40), "there")
        assert rows(store, "SELECT ordinal, document_name, status, run_id FROM run_items ORDER BY ordinal") == told
    assert [row[:3] for row in told] == [(40, "broken.txt", "quarantined"), (41, "talks.txt", "loaded"), (42, "visitor.txt", "loaded")]
    assert ((first.documents, first.loaded), (again.documents, again.loaded)) == ((3, 2), (3, 0))
    assert one(store, "SELECT tries FROM quarantine") == 1


def test_what_stood_in_a_file_before_is_superseded(store: Engine, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TALKS)
    (tmp_path / "zenith.txt").write_text(VISITOR)
    with loader(store, begun(store)) as made:
        made.load(part(tmp_path), "here")
    (tmp_path / "talks.txt").write_text("Again " + TALKS)
    (tmp_path / "again.txt").write_text(VISITOR)
    with loader(store, begun(store)) as made:
        made.load(part(tmp_path), "here")
    assert rows(store, "SELECT name, byte_count FROM documents ORDER BY name") == [
        ("again.txt", len(VISITOR.encode())),
        ("talks.txt", len(TALKS.encode()) + 6),
    ]


def test_nothing_is_loaded_for_a_run_that_has_ended(store: Engine, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TALKS)
    run = begun(store)
    with loader(store, run) as made:
        with store.begin() as connection:
            connection.execute(text("UPDATE runs SET status = 'failed', finished_at = started_at, error = 'killed'"))
        with pytest.raises(RunError, match="has ended"):
            made.load(part(tmp_path), "here")
    assert one(store, "SELECT COUNT(*) FROM documents") + one(store, "SELECT COUNT(*) FROM quarantine") == 0
    assert one(store, "SELECT COUNT(*) FROM source_states") == 0


def test_a_part_with_more_documents_than_numbers_is_refused(store: Engine, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "They met in Oslo."}\n{"text": "They met in Bern."}\n')
    with loader(store, begun(store)) as made, pytest.raises(RunError, match="part 0 holds more than 1 documents: divide its files"):
        made.load(part(tmp_path / "rows.jsonl", beyond=1), "here")
    assert one(store, "SELECT COUNT(*) FROM source_states") == 0


def test_a_worker_with_other_rules_is_refused(store: Engine) -> None:
    with pytest.raises(RunError, match="another version of communique"), loader(store, begun(store), "other"):
        pass

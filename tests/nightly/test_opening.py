"""Archives and tables are opened in a process of their own: what one does to it is no other file's business."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from load.articles import TALKS, VISITOR
from load.dumps import one, rows
from load.seeded import Maker

from etl.config import Files, Settings
from etl.errors import DocumentError, RunError
from etl.intake import LimitedOpener, Limits, streaks
from etl.nightly import Night, backfill, nightly
from etl.records import RawDocument
from etl.sources import READERS, OnSkipped, Skipped, raw_documents
from etl.sources.opened import Opened
from models.store import open_engine
from tests.sources.made import PAGE, as_csv, as_jsonl, as_parquet, as_tar, as_zip, http, record

LIMITS = Limits(seconds_per_document=4.0, megabytes_per_worker=1000)

MADE: dict[str, Callable[[], bytes]] = {
    "rows.parquet": as_parquet,
    "pages.warc": lambda: b"".join(record(http(PAGE, "Content-Type: text/html")) for _ in range(3)),
    "pages.warc.gz": lambda: b"".join(gzip.compress(record(http(PAGE, "Content-Type: text/html"))) for _ in range(3)),
    "pages.zip": lambda: as_zip({f"{n}.html": PAGE for n in range(3)}),
    "pages.tar": lambda: as_tar({f"{n}.html": PAGE for n in range(3)}),
    "pages.tar.gz": lambda: gzip.compress(as_tar({f"{n}.html": PAGE for n in range(3)})),
    "rows.csv": as_csv,
    "rows.jsonl": as_jsonl,
}


def faulty() -> None:
    """Let the reader of TSV do to its process what the file says."""

    def read(opened: Opened) -> Iterator[RawDocument]:
        said = opened.whole().split()
        for number, word in enumerate(said):
            match word:
                case b"dies":
                    os.abort()
                case b"hangs":
                    time.sleep(600)
                case b"grows":
                    bytearray(8_000_000_000)
            yield RawDocument(f"{number}.txt", f"{opened.origin}:{number}", "text/plain", word)

    READERS[".tsv"] = read


def outcome(opener: LimitedOpener, file: Path) -> list[str]:
    return [one.reason if isinstance(one, DocumentError) else one.content.decode() for one in opener(file)]


def test_a_process_that_dies_hangs_or_grows_is_replaced(tmp_path: Path) -> None:
    for name, content in {"dead": "a dies b", "stuck": "a hangs", "large": "a grows", "sound": "a b"}.items():
        (tmp_path / f"{name}.tsv").write_text(content)
    with LimitedOpener(LIMITS, faulty) as opener:
        assert outcome(opener, tmp_path / "dead.tsv") == ["a", "the process that opened it died (exit code -6)"]
        assert outcome(opener, tmp_path / "stuck.tsv") == ["a", "took longer than 4 seconds"]
        assert outcome(opener, tmp_path / "large.tsv") == ["a", "there is not enough memory for it"]
        assert outcome(opener, tmp_path / "sound.tsv") == ["a", "b"]
        (*_, died) = opener(tmp_path / "dead.tsv")
        assert isinstance(died, DocumentError)
        assert (died.document, died.origin, died.content) == ("dead.tsv", str(tmp_path / "dead.tsv"), b"a dies b")


def end_at_once() -> None:
    """End a process before it opens anything."""
    os._exit(9)


def test_a_process_that_does_not_start_is_no_files_fault(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(as_jsonl())
    with LimitedOpener(LIMITS, end_at_once) as opener, pytest.raises(RunError, match="ended before it opened a file"):
        list(opener(tmp_path / "rows.jsonl"))


def test_a_file_that_nobody_asks_for_any_more_is_left(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(as_jsonl())
    with LimitedOpener(LIMITS) as opener:
        found = opener(tmp_path / "rows.jsonl")
        first = next(found)
        found.close()  # type: ignore[attr-defined]
        assert next(opener(tmp_path / "rows.jsonl")) == first


@pytest.mark.parametrize("name", MADE)
def test_what_is_opened_elsewhere_is_what_is_opened_here(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    content = MADE[name]()
    # Whole, broken off at many places, and with bytes that were changed on the way.
    made = [content, b"", *(content[: len(content) * part // 7] for part in range(1, 7))]
    made += [
        content[:at] + bytes([content[at] ^ 0xFF]) * 4 + content[at + 4 :] for at in range(0, len(content) - 4, max(1, len(content) // 12))
    ]
    with LimitedOpener(LIMITS) as opener:
        for one_made in made:
            file.write_bytes(one_made)
            left: list[Skipped] = []
            there = [_plainly(found) for found in opener(file, publisher="Courier", on_skipped=left.append)]
            left_here: list[Skipped] = []
            assert there == [_plainly(found) for found in _here(file, left_here.append)]
            assert left == left_here
            assert there or left


def _here(file: Path, on_skipped: OnSkipped) -> Iterator[RawDocument | DocumentError]:
    return raw_documents(file, publisher="Courier", on_skipped=on_skipped)


def _plainly(found: RawDocument | DocumentError) -> object:
    return vars(found) if isinstance(found, DocumentError) else found


@pytest.mark.parametrize("name", ["rows.parquet", "pages.warc.gz", "pages.zip", "pages.tar"])
def test_a_broken_archive_is_quarantined_and_the_night_goes_on(name: str, make_seeded: Maker, tmp_path: Path) -> None:
    # Half of what is in it: a tar is filled up with zeros.
    content = MADE[name]().rstrip(b"\0")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(content[: len(content) // 2])
    (folder / "zz.txt").write_text(TALKS)
    url = make_seeded("sqlite")
    asked = Settings(database_url=url, sources=(Files(kind="files", name="in", paths=(str(folder),)),))
    report = nightly(asked, Night())
    assert report.loaded >= 1
    assert [item.stage for item in report.quarantined] == ["read"]
    engine = open_engine(url)
    try:
        assert rows(engine, "SELECT name FROM documents WHERE name = 'zz.txt'") == [("zz.txt",)]
        assert one(engine, "SELECT COUNT(*) FROM quarantine WHERE content IS NOT NULL AND stage = 'read'") == 1
    finally:
        engine.dispose()


def empty_page(title: object) -> bytes:
    """Return a page that is opened, and in which a worker finds nothing."""
    return f"<html><head><title>{title}</title></head><body><a href='/'>Share this</a></body></html>".encode()


def test_errors_in_a_row_count_what_fails_in_a_worker(make_seeded: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaks, "ERRORS_IN_A_ROW", 3)
    members = {f"{n:02}.html": empty_page(n) for n in range(20)} | {"99.txt": VISITOR.encode()}
    file = tmp_path / "pages.zip"
    file.write_bytes(as_zip(members))
    url = make_seeded("sqlite")
    asked = Settings(database_url=url, sources=(Files(kind="files", name="in", paths=(str(file),)),))
    report = nightly(asked, Night(batch_size=2))
    assert report.loaded == 0
    failed = [item for item in report.quarantined if item.origin != str(file)]
    # Two batches are begun before the first is known to have failed.
    assert 3 <= len(failed) <= 3 + 3 * 2
    assert [item.error for item in report.quarantined if item.origin == str(file)] == ["3 errors in a row: the rest of it is not read"]
    again = nightly(asked, Night(batch_size=2))
    assert [item.origin for item in again.quarantined] == [item.origin for item in report.quarantined]


def test_an_archive_whose_documents_fail_here_and_there_is_read_to_its_end(
    make_seeded: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaks, "ERRORS_IN_A_ROW", 3)
    bad = {f"{n}{letter}.html": empty_page(f"{n}{letter}") for n in range(4) for letter in "ab"}
    good = {f"{n}c.txt": f"{VISITOR}\nIt was day {n}.".encode() for n in range(4)}
    file = tmp_path / "pages.tar"
    file.write_bytes(as_tar(dict(sorted((bad | good).items()))))
    report = backfill(Settings(database_url=make_seeded("sqlite")), [file])
    assert (report.loaded, len(report.quarantined)) == (4, 8)

"""Files by address, as fsspec reaches them: here in memory, in place of an object store."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from etl.errors import DocumentError, FetchError
from etl.records import Document, RawDocument
from etl.sources import Skipped, find_files, raw_documents, read_paths, size_of, version_of
from etl.sources.remote import RemoteFile

from .made import ROWS, as_parquet

TEXT = "The foreign ministers of Norway and Chile met in Oslo on Tuesday."
LINE = b'{"id": "a", "text": "They met."}\n'


@pytest.fixture
def bucket() -> Iterator[Any]:
    """A store of objects, empty before and after."""
    store = fsspec.filesystem("memory")
    store.store.clear()
    yield store
    store.store.clear()


def told(*paths: str | Path) -> list[str]:
    return [one.origin if isinstance(one, Document) else f"! {one.document}: {one.reason}" for one in read_paths(paths)]


def test_an_address_is_of_a_file_of_a_folder_or_has_wildcards(bucket: Any) -> None:
    bucket.pipe({"/news/a.txt": TEXT.encode(), "/news/deep/rows.jsonl.gz": gzip.compress(LINE), "/news/b.odt": b"", "/news/.c.txt": b"-"})
    skipped: list[Skipped] = []
    assert [file.url for file in find_files(["memory://news"], on_skipped=skipped.append) if isinstance(file, RemoteFile)] == [
        "memory:///news/a.txt",
        "memory:///news/deep/rows.jsonl.gz",
    ]
    assert skipped == [Skipped("memory:///news/b.odt", "no format that can be read")]
    assert told("memory://news/**/*.gz", "memory://news/a.txt") == ["memory:///news/a.txt", "memory:///news/deep/rows.jsonl.gz:1"]


def test_formats_that_are_read_from_their_end_are_read_elsewhere_too(bucket: Any, tmp_path: Path) -> None:
    (tmp_path / "rows.parquet").write_bytes(as_parquet())
    bucket.pipe("/rows.parquet", as_parquet())
    here, there = (list(read_paths([path])) for path in (tmp_path, "memory://rows.parquet"))
    assert len(there) == len(ROWS)
    assert [one.text for one in there if isinstance(one, Document)] == [one.text for one in here if isinstance(one, Document)]


def test_a_changed_file_is_told_without_reading_it(bucket: Any) -> None:
    bucket.pipe("/a.txt", TEXT.encode())
    (first,) = find_files(["memory://a.txt"])
    bucket.pipe("/a.txt", TEXT.encode())
    (second,) = find_files(["memory://a.txt"])
    assert isinstance(first, RemoteFile) and isinstance(second, RemoteFile)
    assert version_of(first) != version_of(second)
    assert (size_of(second), second.name) == (len(TEXT), "a.txt")


def test_addresses_of_this_machine_are_paths(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert told(f"file://{tmp_path}", tmp_path) == [str(tmp_path / "a.txt")]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("memory://nothing", "nothing is there that can be read"),
        ("memory://b.odt", "nothing is there that can be read"),
        ("unheard-of://a", "it cannot be reached: ValueError: Protocol not known"),
        ("zip://a.txt::memory://b.zip", "it cannot be reached: ValueError: addresses in addresses"),
    ],
)
def test_what_leads_nowhere_is_an_error(bucket: Any, address: str, reason: str) -> None:
    bucket.pipe("/b.odt", b"")
    (error,) = read_paths([address])
    assert isinstance(error, DocumentError)
    assert error.reason.startswith(reason)


def test_a_file_that_breaks_off_is_no_error_of_its_documents(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bucket.pipe("/rows.jsonl", LINE + b" " * 200_000 + LINE)
    (file,) = find_files(["memory://rows.jsonl"])
    assert isinstance(file, RemoteFile)
    kind = type(bucket.open("/rows.jsonl", "rb"))
    read = kind.read

    def broken(self: Any, size: int = -1) -> bytes:
        if self.tell() > 100_000:
            raise ConnectionError("the line is dead")
        return bytes(read(self, size))

    monkeypatch.setattr(kind, "read", broken)
    found: list[RawDocument | DocumentError] = []
    with pytest.raises(FetchError, match="the line is dead"):
        found.extend(raw_documents(file))
    (only,) = [one for one in read_paths(["memory://rows.jsonl"]) if isinstance(one, DocumentError)]
    assert only.reason == "ConnectionError: the line is dead"

"""Zip, tar and packed files: what is in them is read as what it is, and nothing in them is believed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import Skipped, file_of, limits

from .made import PAGE, as_csv, as_jsonl, as_parquet, as_tar, as_zip, http, read, record, skipped, told

MEMBERS = {
    "in/a.html": PAGE,
    "in/b.csv": as_csv(),
    "in/c.jsonl": as_jsonl(),
    "in/d.parquet": as_parquet(),
    "in/e.warc": record(http(PAGE, "Content-Type: text/html")),
    "in/f.jsonl.gz": gzip.compress(as_jsonl()),
    "g.html.xz": lzma.compress(PAGE),
}
ROWS = ["courier-1", "courier-2", "courier-3"]
NAMES = ["a.html", *ROWS * 3, "https://courier.example/1", *ROWS, "g.html.xz"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", as_zip(MEMBERS)),
        ("b.zip", as_zip(MEMBERS, zipfile.ZIP_STORED)),
        ("c.zip", as_zip(MEMBERS, zipfile.ZIP_LZMA)),
        ("a.tar", as_tar(MEMBERS)),
        ("a.tar.gz", gzip.compress(as_tar(MEMBERS))),
        ("a.tgz", gzip.compress(as_tar(MEMBERS))),
        ("a.tar.bz2", bz2.compress(as_tar(MEMBERS))),
        ("A.TAR.XZ", lzma.compress(as_tar(MEMBERS))),
        ("d.zip", as_zip({"deep/a.tar.gz": gzip.compress(as_tar(MEMBERS))})),
        ("e.tar", as_tar({"a.zip": as_zip(MEMBERS)})),
    ],
)
def test_members_are_read_by_their_names(tmp_path: Path, name: str, content: bytes) -> None:
    assert told(read(tmp_path, name, content)) == NAMES


def test_a_member_is_found_again_by_its_origin(tmp_path: Path) -> None:
    found = read(tmp_path, "a.zip", as_zip({"x/a.html": PAGE, "b.tar": as_tar({"y/c.csv": as_csv()})}))
    assert [one.origin for one in found[:2]] == [f"{tmp_path}/a.zip!x/a.html", f"{tmp_path}/a.zip!b.tar!y/c.csv:2"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl.gz", gzip.compress(as_jsonl())),
        ("a.jsonl.bz2", bz2.compress(as_jsonl()[:50]) + bz2.compress(as_jsonl()[50:])),
        ("a.csv.xz", lzma.compress(as_csv())),
        ("a.parquet.gz", gzip.compress(as_parquet())),
    ],
)
def test_a_packed_file_is_read_as_what_it_is(tmp_path: Path, name: str, content: bytes) -> None:
    assert told(read(tmp_path, name, content)) == ROWS


def test_names_are_shown_and_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_bytes(PAGE.replace(b"Bern", b"secret"))
    names = ["../secret.html", str(secret), "a\nb.html", "\u202e.html", "x" * 5000 + ".html", "C:\\x\\y.html"]
    for content in (as_zip(dict.fromkeys(names, PAGE)), as_tar(dict.fromkeys([*names, "nul\x00.html", "caf\udce9.html"], PAGE))):
        name = "a.zip" if content.startswith(b"PK") else "a.tar"
        found = read(tmp_path, name, content)
        assert all(isinstance(one, Document) and "secret" not in one.text for one in found)
        assert [one.name if isinstance(one, Document) else "" for one in found][:3] == ["secret.html", "secret.html", r"a\x0ab.html"]
        for one in found:
            assert isinstance(one, Document)
            assert one.origin.startswith(str(tmp_path / name))
            assert len(one.origin.splitlines()) == 1
            assert "\x00" not in one.origin
            one.origin.encode("utf-8")


def test_links_and_devices_are_skipped_with_a_note(tmp_path: Path) -> None:
    special = []
    for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE)):
        info = tarfile.TarInfo(f"{number}.html")
        info.type = kind
        info.linkname = "/etc/passwd"
        special.append(info)
    assert told(read(tmp_path, "a.tar", as_tar({"a.html": PAGE}, special))) == ["a.html"]
    assert skipped(tmp_path / "a.tar") == [Skipped(f"{tmp_path}/a.tar!{number}.html", "a link or device") for number in range(4)]
    link = zipfile.ZipInfo("link.html")
    link.external_attr = 0o120777 << 16
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert told(read(tmp_path, "a.zip", content.getvalue())) == []
    assert skipped(tmp_path / "a.zip") == [Skipped(f"{tmp_path}/a.zip!link.html", "a link or device")]


def test_other_files_and_hidden_ones_are_skipped(tmp_path: Path) -> None:
    members = dict.fromkeys(("a.bin", "b.gz", ".c.html", "__MACOSX/._a.html", "./d.html", "feed.xml"), PAGE)
    assert told(read(tmp_path, "a.zip", as_zip(members))) == ["d.html"]
    assert {one.reason for one in skipped(tmp_path / "a.zip")} == {"no format that can be read", "a hidden file"}


def encrypted() -> bytes:
    """A zip whose member says that it is encrypted, in its header and in the directory."""
    content = bytearray(as_zip({"a.html": PAGE}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def wrong_sum() -> bytes:
    """A zip with another page in it than the one whose sum it gives."""
    return as_zip({"a.html": PAGE, "b.html": PAGE}, zipfile.ZIP_STORED).replace(b"Bern", b"Rome", 1)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.zip", encrypted(), "1 of its 1 members are encrypted"),
        ("a.zip", b"", "not a zip"),
        ("a.zip", as_zip({"a.html": PAGE})[:-30], "not a zip"),
        ("a.zip", wrong_sum(), "cannot be unpacked: Bad CRC-32"),
        ("a.tar", b"", "not a tar that can be read: empty file"),
        ("a.tar", PAGE * 100, "not a tar"),
        ("a.tar", as_tar({"a.html": PAGE})[:600], "unexpected end of data"),
        ("a.tar", as_tar({"a.html": PAGE})[:1024] + b"x" * 2048, "invalid header at byte 1024"),
        ("a.html.gz", gzip.compress(PAGE)[:-20], "cannot be unpacked"),
        ("a.html.gz", PAGE, "cannot be unpacked: Not a gzipped file"),
        ("a.html.bz2", bz2.compress(PAGE)[:-20], "ends before its end"),
        ("a.html.xz", b"", "ends before its end"),
        ("a.html.xz", lzma.compress(PAGE, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 30}]), "Memory usage limit"),
        ("a.html", b"a" * 10_000_001, "larger than 10 MB"),
        ("a.zip", as_zip({"a.html": b"a" * 10_000_001}), "larger than 10 MB"),
        ("a.jsonl.gz", gzip.compress(b"a" * 30_000_000), "zip bomb"),
        ("a.zip", as_zip({f"{n}.html": bytes(9_000_000) for n in range(9)}), "zip bomb"),
        ("a.tar.xz", lzma.compress(as_tar({"a.html": bytes(90_000_000)})), "zip bomb"),
        ("a.zip", as_zip({"a.zip": bytes(65_000_000)}, zipfile.ZIP_STORED), "larger than 64 MB"),
    ],
)
def test_what_is_wrong_with_an_archive_is_said(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    errors = [one for one in read(tmp_path, name, content) if isinstance(one, DocumentError)]
    assert any(reason in error.reason for error in errors), errors
    assert len(errors) <= 3


def test_what_is_whole_in_a_broken_archive_is_read(tmp_path: Path) -> None:
    members = {"a.html": PAGE, "b.html": PAGE, "c.html": PAGE}
    assert [one[:3] for one in told(read(tmp_path, "a.zip", wrong_sum()))] == ["! a", "b.h"]
    assert told(read(tmp_path, "a.tar", as_tar(members)[:2000]))[0] == "a.html"
    random = os.urandom(300_000).hex().encode()
    rows = as_jsonl([{"id": "r1", "text": "One."}, {"id": "r2", "text": random.decode()}, {"id": "r3", "text": "Three."}])
    assert told(read(tmp_path, "a.jsonl.gz", gzip.compress(rows)[:-100_000]))[0] == "r1"


def test_archives_in_archives_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = as_jsonl()
    name = "a.jsonl"
    for _ in range(limits.DEPTH + 1):
        content, name = gzip.compress(content), f"{name}.gz"
    [found] = told(read(tmp_path, name, content))
    assert f"more than {limits.DEPTH} deep" in found
    monkeypatch.setattr("etl.sources.zip_members.MEMBERS", 5)
    monkeypatch.setattr("etl.sources.tar_members.MEMBERS", 5)
    many = {f"{n}.html": PAGE for n in range(6)}
    assert "more than" in told(read(tmp_path, "a.zip", as_zip(many)))[0]
    assert "more than" in told(read(tmp_path, "a.tar", as_tar(many)))[-1]


def test_a_zip_that_claims_a_large_directory_is_not_believed(tmp_path: Path) -> None:
    content = bytearray(as_zip({"a.html": PAGE}))
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = (40_000_000).to_bytes(4, "little")
    file = tmp_path / "a.zip"
    with file.open("wb") as stream:
        stream.seek(50_000_000)
        stream.write(content)
    [found] = told(read(tmp_path, "a.zip", file.read_bytes()))
    assert "its directory is larger than 16 MB" in found


def test_sparse_and_long_headers_of_tar_are_refused(tmp_path: Path) -> None:
    info = tarfile.TarInfo("a.html")
    info.type = tarfile.GNUTYPE_SPARSE
    long = tarfile.TarInfo("b.html")
    long.type = tarfile.GNUTYPE_LONGNAME
    long.size = 1_000_000
    assert "sparse" in told(read(tmp_path, "a.tar", as_tar({}, [info])))[0]
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        archive.addfile(long, io.BytesIO(b"x" * 1_000_000))
    assert "a header of 1000000 bytes" in told(read(tmp_path, "a.tar", content.getvalue()))[0]


@pytest.mark.parametrize(
    ("origin", "file"),
    [
        ("/a/b.zip!c/d.tar.gz!e.csv:3", "/a/b.zip"),
        ("/a/b.jsonl.gz:3", "/a/b.jsonl.gz"),
        ("/a!/b.warc:17", "/a!/b.warc"),
        ("/a/b.tgz!x\\x0ay.html", "/a/b.tgz"),
        ("/a/b:3.html", "/a/b:3.html"),
    ],
)
def test_the_file_that_an_origin_leads_into(origin: str, file: str) -> None:
    assert file_of(origin) == file

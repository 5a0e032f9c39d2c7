"""WARC files, whole and with records that lie."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import limits, read_content

from .made import PAGE, PARAGRAPH, http, read, record, skipped, told

HTML = "Content-Type: text/html"
GOOD = record(http(PAGE, HTML))
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)


def test_a_page_has_its_address_and_time(tmp_path: Path) -> None:
    [document] = read(tmp_path, "a.warc", record(b"software: x", kind="warcinfo") + GOOD)
    assert isinstance(document, Document)
    assert (document.name, document.url, document.text) == ("https://courier.example/1", "https://courier.example/1", PARAGRAPH)
    assert (document.media_type, document.content) == ("text/html", PAGE)
    assert document.fetched_at == datetime(2031, 5, 2, 8, tzinfo=UTC)
    offset = len(record(b"software: x", kind="warcinfo"))
    assert document.origin == f"{tmp_path}/a.warc:{offset}"
    assert skipped(tmp_path / "a.warc") == []


@pytest.mark.parametrize(
    "content",
    [
        http(CHUNKED, HTML, "Transfer-Encoding: chunked"),
        http(PAGE, HTML, "Transfer-Encoding: chunked"),
        http(gzip.compress(PAGE), HTML, "Content-Encoding: gzip"),
        http(PAGE, HTML, "Content-Encoding: gzip"),
        http(zlib.compress(PAGE), HTML, "Content-Encoding: deflate"),
        http(zlib.compress(PAGE, wbits=-15), HTML, "Content-Encoding: deflate"),
        http(PAGE, "content-type: application/xhtml+xml; charset=UTF-8"),
    ],
)
def test_what_servers_do_to_pages_is_undone(tmp_path: Path, content: bytes) -> None:
    [document] = read(tmp_path, "a.warc", record(content))
    assert isinstance(document, Document)
    assert (document.content, document.media_type) == (PAGE, "text/html")


@pytest.mark.parametrize(
    ("content", "counted"),
    [
        (record(http(PAGE, HTML, status="404 Not Found")), ["2"]),
        (record(http(PAGE, "Content-Type: image/png")), ["2"]),
        (record(http(PAGE)), ["2"]),
        (record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), []),
        (record(PAGE, kind="resource", Content_Type="application/pdf"), ["2"]),
    ],
)
def test_what_is_no_page_is_left_out_and_counted(tmp_path: Path, content: bytes, counted: list[str]) -> None:
    assert told(read(tmp_path, "a.warc", content * 2 + GOOD)) == ["https://courier.example/1"]
    assert [one.reason.split()[0] for one in skipped(tmp_path / "a.warc")] == counted


def test_resources_and_plain_text(tmp_path: Path) -> None:
    content = record(PAGE, kind="resource", Content_Type="text/html", url="<https://courier.example/2>")
    content += record(http(PARAGRAPH.encode(), "Content-Type: text/plain"), url="urn:x")
    found = read(tmp_path, "a.warc", content)
    assert told(found) == ["https://courier.example/2", "urn:x"]
    assert [one.url for one in found if isinstance(one, Document)] == ["https://courier.example/2", None]


def test_the_charset_of_the_server_counts_and_is_kept(tmp_path: Path) -> None:
    page = PAGE.replace(b"Bern", "Берне".encode("koi8-r"))
    [document] = read(tmp_path, "a.warc", record(http(page, 'Content-Type: text/html; charset="KOI8-R"')))
    assert isinstance(document, Document)
    assert "Берне" in document.text
    assert document.media_type == "text/html; charset=koi8-r"
    assert read_content(document.media_type, document.content, name="x", origin="y").text == document.text


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (record(http(PAGE, HTML), length=20), "it says that it is 20 bytes long, and is longer"),
        (record(http(PAGE, HTML), length=500), "it says that it is 500 bytes long"),
        (record(http(PAGE, HTML), length=9_000_000), "it says that it is 9000000 bytes long"),
        (record(http(PAGE, HTML), Content_Length="-7"), "its length is no number: '-7'"),
        (record(http(PAGE, HTML), Content_Length="9" * 400), "its length is no number"),
        (record(b"no answer"), "holds no HTTP answer"),
        (record(http(b"\x1f\x8b\x08broken", HTML, "Content-Encoding: gzip")), "cannot be unpacked"),
        (record(http(gzip.compress(PAGE)[:-9], HTML, "Content-Encoding: gzip")), "breaks off"),
        (record(http(b"x", HTML, "Content-Encoding: br")), "cannot be read: br"),
        (record(http(gzip.compress(b"a" * 11_000_000), HTML, "Content-Encoding: gzip")), "larger than 10 MB when unpacked"),
        (b"garbage\r\nmore of it\r\n", "no record begins here: 21 bytes"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 20_000 + b"\r\n", "its header is longer than"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_broken_record_is_named_by_its_offset_and_the_others_are_read(tmp_path: Path, broken: bytes, reason: str, packed: bool) -> None:
    first, last = GOOD, record(http(PAGE, HTML), url="https://courier.example/2")
    parts = [gzip.compress(part) if packed else part for part in (first, broken, last)]
    found = read(tmp_path, "a.warc.gz" if packed else "a.warc", b"".join(parts))
    assert [told(found)[0], told(found)[-1]] == ["https://courier.example/1", "https://courier.example/2"]
    [error] = found[1:-1]
    assert isinstance(error, DocumentError)
    assert reason in error.reason or (packed and "the file ends after" in error.reason)
    suffix = ".warc.gz" if packed else ".warc"
    assert error.document == f"a{suffix}:{len(parts[0])}"


@pytest.mark.parametrize("place", [30, 200])
def test_a_record_whose_packing_is_broken_stops_no_other(tmp_path: Path, place: int) -> None:
    first, broken, last = (gzip.compress(record(http(PAGE, HTML), url=f"https://courier.example/{n}")) for n in (1, 2, 3))
    broken = broken[:place] + bytes(byte ^ 0x55 for byte in broken[place : place + 8]) + broken[place + 8 :]
    found = told(read(tmp_path, "a.warc.gz", first + broken + last))
    assert (found[0], found[-1]) == ("https://courier.example/1", "https://courier.example/3")
    assert any(f"a.warc.gz:{len(first)}: " in one for one in found[1:-1])


def test_a_warc_packed_as_one_is_read_too(tmp_path: Path) -> None:
    found = told(read(tmp_path, "a.warc.gz", gzip.compress(GOOD + record(http(PAGE, HTML), url="https://courier.example/2"))))
    assert found == ["https://courier.example/1", "https://courier.example/2"]


def test_a_file_of_lies_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.sources.opened.UNPACKED_AT_LEAST", 50_000_000)
    lies = record(http(PAGE, HTML), length=limits.DOCUMENT_BYTES) * 5000
    assert "zip bomb" in told(read(tmp_path, "a.warc", lies))[-1] or len(lies) < limits.DOCUMENT_BYTES

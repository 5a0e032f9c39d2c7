"""Small files of every format, made in memory."""

from __future__ import annotations

import csv
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from etl.errors import DocumentError
from etl.records import Document
from etl.sources import Skipped, read_file

PARAGRAPH = "The two ministers met in Bern on Friday and signed a protocol on the bridge over the river."
PAGE = f"<html><head><title>Ministers meet</title></head><body><article><p>{PARAGRAPH}</p></article></body></html>".encode()
ROWS: list[dict[str, object]] = [
    {
        "id": f"courier-{n}",
        "title": "Ministers meet",
        "published_on": f"2031-05-0{n}",
        "text": f'They met, in "Bern"\nand Basel, {n} times.',
    }
    for n in (1, 2, 3)
]


def read(tmp_path: Path, name: str, content: bytes, columns: Mapping[str, str] | None = None) -> list[Document | DocumentError]:
    """Return what a file of that name and content holds."""
    file = tmp_path / name
    file.write_bytes(content)
    return list(read_file(file, columns=columns))


def skipped(file: Path) -> list[Skipped]:
    """Return what is left out of a file."""
    found: list[Skipped] = []
    list(read_file(file, on_skipped=found.append))
    return found


def told(found: Iterable[Document | DocumentError]) -> list[str]:
    """Return what was read as names, and errors as names and reasons after an exclamation mark."""
    return [one.name if isinstance(one, Document) else f"! {one.document}: {one.reason}" for one in found]


def as_jsonl(rows: Iterable[Mapping[str, object]] = ROWS) -> bytes:
    return "\n".join(map(json.dumps, rows)).encode()


def as_csv(rows: Iterable[Mapping[str, object]] = ROWS, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    rows = list(rows)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def as_parquet(rows: Iterable[Mapping[str, object]] = ROWS) -> bytes:
    import pyarrow
    import pyarrow.parquet

    content = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), content)
    return content.getvalue()


def as_zip(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def as_tar(members: Mapping[str, bytes], more: Iterable[tarfile.TarInfo] = ()) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, member in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(member)
            archive.addfile(info, io.BytesIO(member))
        for info in more:
            archive.addfile(info)
    return content.getvalue()


def http(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """An HTTP answer."""
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


def record(
    content: bytes, *, kind: str = "response", length: int | None = None, url: str = "https://courier.example/1", **more: str
) -> bytes:
    """A WARC record, which may lie about its length."""
    headers = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2031-05-02T08:00:00Z",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(content) if length is None else length),
    } | {name.replace("_", "-"): value for name, value in more.items()}
    return "".join(["WARC/1.0\r\n", *(f"{k}: {v}\r\n" for k, v in headers.items()), "\r\n"]).encode() + content + b"\r\n\r\n"

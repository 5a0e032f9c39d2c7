"""WARC: the pages that a crawler brought home, each with its address and the time it was fetched.

Taken are records of the types response (with the HTTP status 200) and resource that hold HTML, XHTML or plain text. What the crawler met is
kept as the browser would have it: chunks joined, gzip and deflate taken off. How many records were something else is told once a file.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from warcio.bufferedreaders import ChunkedDataReader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from etl.errors import DocumentError
from etl.records import RawDocument
from etl.sources.limits import DOCUMENT_BYTES, HEADER_BYTES, megabytes
from etl.sources.media_types import type_and_charset
from etl.sources.metadata import one_line
from etl.sources.opened import Opened, Skipped
from etl.sources.origins import numbered, shown
from etl.sources.warc_records import BrokenRecord, Record, packed_records, records

MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})

ENCODINGS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""Content-Encoding -> how zlib calls it."""


class Page(NamedTuple):
    """What a record holds of a page."""

    content_type: str
    body: bytes


def read(opened: Opened) -> Iterator[RawDocument | Skipped | DocumentError]:
    """Yield the pages, numbered by the offset of their records."""
    yield from _pages(opened, records(opened.stream, opened.budget))


def read_packed(opened: Opened) -> Iterator[RawDocument | Skipped | DocumentError]:
    """Yield the pages of a WARC file of which each record is packed by itself; their offsets are those in the packed file."""
    yield from _pages(opened, packed_records(opened.stream, opened.budget))


def _pages(opened: Opened, found: Iterator[Record | BrokenRecord]) -> Iterator[RawDocument | Skipped | DocumentError]:
    others = 0
    for record in found:
        name, origin = numbered(opened.name, record.offset), numbered(opened.origin, record.offset)
        try:
            if isinstance(record, BrokenRecord):
                raise DocumentError(name, "read", record.reason)
            piece = _piece(record, name, origin)
        except DocumentError as error:
            yield DocumentError(name, "read", error.reason, origin=origin, content=record.content)
            continue
        if piece is None:
            others += 1
        else:
            opened.budget.spend(len(piece.content))
            yield piece
    if others:
        yield Skipped(opened.origin, f"{others} records that are no pages of text, or not answered with 200")


def _piece(record: Record, name: str, origin: str) -> RawDocument | None:
    """Return the page of a record; None when it is none. Raises DocumentError when it is one and cannot be read."""
    page = _resource(record) if record.type == "resource" else _answer(record, name)
    if page is None:
        return None
    if type_and_charset(page.content_type)[0] not in MEDIA_TYPES:
        return None
    url = one_line((record.headers.get_header("WARC-Target-URI") or "").strip("<>"))
    if url is None:
        raise DocumentError(name, "read", "the record does not say whose answer it is (WARC-Target-URI)")
    fetched_at, notes = _time(record.headers)
    cut = one_line(record.headers.get_header("WARC-Truncated"))
    if cut:
        notes += (f"the crawler cut it off ({cut})",)
    return RawDocument(
        name=shown(url),
        origin=origin,
        media_type=page.content_type,
        content=page.body,
        url=shown(url) if url.startswith(("http://", "https://")) else None,
        fetched_at=fetched_at,
        notes=notes,
    )


def _resource(record: Record) -> Page:
    return Page(record.headers.get_header("Content-Type") or "", record.content)


def _answer(record: Record, name: str) -> Page | None:
    """Return what an HTTP answer holds; None when its status is another than 200."""
    ends = [found + len(mark) for mark in (b"\r\n\r\n", b"\n\n") if (found := record.content.find(mark, 0, HEADER_BYTES)) >= 0]
    if not record.content.startswith(b"HTTP/") or not ends:
        raise DocumentError(name, "read", "the record is called a response and holds no HTTP answer")
    end = min(ends)
    headers = StatusAndHeadersParser(["HTTP/"], verify=False).parse(io.BytesIO(record.content[:end]))
    content_type = headers.get_header("Content-Type") or ""
    if headers.statusline.split(" ")[0] != "200" or type_and_charset(content_type)[0] not in MEDIA_TYPES:
        return None
    body = record.content[end:]
    if "chunked" in (headers.get_header("Transfer-Encoding") or "").lower():
        # Where there are no chunks although there should be, the crawler has joined them already.
        body = ChunkedDataReader(io.BytesIO(body)).read()
    for encoding in reversed((headers.get_header("Content-Encoding") or "").lower().split(",")):
        body = _unpacked(body, encoding.strip(), name)
    return Page(content_type, body)


def _unpacked(body: bytes, encoding: str, name: str) -> bytes:
    if encoding in ("", "identity", "none") or (encoding.endswith("gzip") and not body.startswith(b"\x1f\x8b")):
        # The last: the crawler has unpacked it already.
        return body
    if encoding not in ENCODINGS:
        raise DocumentError(name, "read", f"the answer is packed in a way that cannot be read: {encoding}")
    for bits in (ENCODINGS[encoding], -15):
        unpacker = zlib.decompressobj(bits)
        try:
            content = unpacker.decompress(body, DOCUMENT_BYTES + 1)
        except zlib.error as error:
            # What servers call deflate is often the bare stream, without zlib's header.
            if encoding != "deflate" or bits < 0:
                raise DocumentError(name, "read", f"the answer cannot be unpacked: {error}") from error
            continue
        if len(content) > DOCUMENT_BYTES:
            raise DocumentError(name, "read", f"the answer is larger than {megabytes(DOCUMENT_BYTES)} when unpacked")
        if not unpacker.eof:
            raise DocumentError(name, "read", "the answer breaks off before it is unpacked")
        break
    return content


def _time(headers: StatusAndHeaders) -> tuple[datetime | None, tuple[str, ...]]:
    """Return when a record was fetched, and a note when what it says is no time."""
    said = one_line(headers.get_header("WARC-Date"))
    if said is None:
        return None, ()
    try:
        time = datetime.fromisoformat(said)
        return (time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)), ()
    except (ValueError, OverflowError):
        return None, (f"WARC-Date is no time: {said!r}",)

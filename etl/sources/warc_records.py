"""The records of a WARC file, found again behind those that are broken.

A record says how long it is, and four bytes of line ends follow it. When they do not, the length is a lie, and the next record is looked
for by its first line: within what was read when the length is too large, behind it when it is too small.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from etl.sources.limits import DOCUMENT_BYTES, HEADER_BYTES, megabytes
from etl.sources.opened import BUFFER_BYTES, Budget

BEGIN = b"WARC/"
END = b"\r\n\r\n"
NEXT = b"\r\n\r\nWARC/1."
GZIP = b"\x1f\x8b\x08"
PACKED_BYTES = 4096
"""Unpacked at once: what of it belongs to the next record is given back."""
TAKEN = frozenset({"response", "resource"})


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a type that may hold a page. `content`: what stands under its headers."""

    offset: int
    type: str
    headers: StatusAndHeaders
    content: bytes


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A record that cannot be read, and why. `content`: what there is of it, unless that is too much."""

    offset: int
    reason: str
    content: bytes | None = None


class Ahead:
    """A stream of which what was read can be given back; counts where it stands."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget
        self._back = b""
        self._at = 0
        self.offset = 0

    def read(self, size: int) -> bytes:
        """Return `size` bytes, or what there is until the end."""
        data = self._back[self._at : self._at + size]
        self._at += len(data)
        if len(data) < size:
            data += self._stream.read(size - len(data))
        self.offset += len(data)
        return data

    def readline(self, size: int) -> bytes:
        """Return a line with its end, or as much of it as `size`."""
        end = self._back.find(b"\n", self._at, self._at + size)
        if end >= 0:
            return self.read(end + 1 - self._at)
        data = self.read(min(size, len(self._back) - self._at))
        if len(data) < size:
            more = self._stream.readline(size - len(data))
            self.offset += len(more)
            data += more
        return data

    def give_back(self, data: bytes) -> None:
        """Let bytes be read again. They count against the budget: a file of lies could have itself read any number of times."""
        self._budget.spend(len(data))
        self._back = data + self._back[self._at :]
        self._at = 0
        self.offset -= len(data)

    def skip(self, size: int) -> int:
        """Pass over bytes; return how many there were."""
        left = size
        while left and (data := self.read(min(left, BUFFER_BYTES))):
            left -= len(data)
        return size - left


def records(stream: BinaryIO, budget: Budget) -> Iterator[Record | BrokenRecord]:
    """Yield the records of a plain WARC file that may hold pages, and those that are broken."""
    yield from _records(Ahead(stream, budget))


def _records(ahead: Ahead) -> Iterator[Record | BrokenRecord]:
    lost = False
    while line := ahead.readline(HEADER_BYTES):
        if not line.strip(b"\r\n"):
            continue
        offset = ahead.offset - len(line)
        if not line.startswith(BEGIN):
            # After a broken record its rest; told only when nothing was told of it before.
            passed = len(line) + _pass_over(ahead)
            if not lost:
                yield BrokenRecord(offset, f"no record begins here: {passed} bytes are passed over")
            lost = False
            continue
        ahead.give_back(line)
        found = _record(ahead)
        lost = isinstance(found, BrokenRecord)
        if found is not None:
            yield found


def _pass_over(ahead: Ahead) -> int:
    """Pass over everything up to a line with which a record begins; return how many bytes that was."""
    begun = ahead.offset
    while line := ahead.readline(HEADER_BYTES):
        if line.startswith(BEGIN):
            ahead.give_back(line)
            break
    return ahead.offset - begun


def _record(ahead: Ahead) -> Record | BrokenRecord | None:
    """Return the record that begins here; None when it is whole and of no type that is taken."""
    offset = ahead.offset
    header = b""
    while line := ahead.readline(HEADER_BYTES):
        header += line
        if not line.strip(b"\r\n") or len(header) > HEADER_BYTES:
            break
    if len(header) > HEADER_BYTES:
        return BrokenRecord(offset, f"its header is longer than {HEADER_BYTES} bytes")
    headers = StatusAndHeadersParser(["WARC/"]).parse(io.BytesIO(header))
    kind = (headers.get_header("WARC-Type") or "").strip().lower()
    said = (headers.get_header("Content-Length") or "").strip()
    if not (said.isascii() and said.isdigit()) or len(said) > 18:
        return BrokenRecord(offset, f"its length is no number: {said[:40]!r}", header)
    length = int(said)
    if kind not in TAKEN or length > DOCUMENT_BYTES:
        there = ahead.skip(length)
        end = ahead.read(len(END))
        if there == length and end in (END, b""):
            large = f"it is larger than {megabytes(DOCUMENT_BYTES)}, the most that is read of a document"
            return BrokenRecord(offset, large) if kind in TAKEN else None
        ahead.give_back(end)
        return BrokenRecord(offset, f"it says that it is {length} bytes long, and is not", header)
    content = ahead.read(length)
    end = ahead.read(len(END))
    if len(content) == length and end in (END, b""):
        return Record(offset, kind, headers, content)
    following = content.find(NEXT)
    ahead.give_back(content[following + len(END) :] + end if following >= 0 else end)
    is_long = f"it says that it is {length} bytes long, and "
    if following >= 0:
        return BrokenRecord(offset, f"{is_long}the next record begins after {following}", header + content[:following])
    return BrokenRecord(
        offset, is_long + (f"the file ends after {len(content)}" if len(content) < length else "is longer"), header + content
    )


def packed_records(stream: BinaryIO, budget: Budget) -> Iterator[Record | BrokenRecord]:
    """Yield the records of a WARC file in gzip: each in a gzip member of its own, as crawlers write them, or several in one."""
    packed = Ahead(stream, budget)
    while start := packed.read(len(GZIP)):
        offset = packed.offset - len(start)
        packed.give_back(start)
        if start != GZIP:
            yield BrokenRecord(offset, f"no packed record begins here: {_to_next_member(packed)} bytes are passed over")
            continue
        member = _Member(packed, budget)
        broken: BrokenRecord | None = None
        for found in _records(Ahead(io.BufferedReader(member, BUFFER_BYTES), budget)):
            if broken:
                yield broken
            at, broken = found.offset or offset, None
            if isinstance(found, Record):
                yield Record(at, found.type, found.headers, found.content)
            else:
                broken = BrokenRecord(at, found.reason, found.content)
        if member.broken:
            # The record that the break goes through is told once, and it is not the record that lies.
            at, content = (broken.offset, broken.content) if broken else (offset, None)
            broken = BrokenRecord(at, f"it cannot be unpacked: {member.broken}", content)
        if broken:
            yield broken
        if member.broken:
            _to_next_member(packed)


def _to_next_member(packed: Ahead) -> int:
    """Pass over everything up to a gzip member that holds a record; return how many bytes that was."""
    begun = packed.offset
    # The first byte is not where the next one begins, or nobody would be looking for it.
    packed.read(1)
    while data := packed.read(BUFFER_BYTES):
        at = data.find(GZIP)
        while at >= 0:
            beginning = data[at : at + 4096]
            if len(data) - at < 4096 and (more := packed.read(4096)):
                beginning += more
                packed.give_back(more)
            if _holds_record(beginning):
                packed.give_back(data[at:])
                return packed.offset - begun
            at = data.find(GZIP, at + 1)
        if len(data) == BUFFER_BYTES:
            packed.give_back(data[-len(GZIP) + 1 :])
    return packed.offset - begun


def _holds_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, len(BEGIN)) == BEGIN
    except zlib.error:
        return False


class _Member(io.RawIOBase):
    """What is packed in one gzip member. Where it is broken it ends, and says why in `broken`; what it did not need is given back."""

    def __init__(self, packed: Ahead, budget: Budget) -> None:
        self._packed = packed
        self._budget = budget
        self._unpacker = zlib.decompressobj(31)
        self.broken: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        room = memoryview(buffer).cast("B")
        unpacker = self._unpacker
        while not self.broken and not unpacker.eof:
            packed = unpacker.unconsumed_tail or self._packed.read(PACKED_BYTES)
            if not packed:
                self.broken = "it breaks off"
                break
            try:
                data = unpacker.decompress(packed, len(room))
            except zlib.error as error:
                self.broken = str(error)
                self._packed.give_back(packed[1:])
                break
            if unpacker.eof:
                self._packed.give_back(unpacker.unused_data)
            if data:
                self._budget.spend(len(data))
                room[: len(data)] = data
                return len(data)
        return 0

"""One file packed by gzip, bzip2 or xz: read as what it is when unpacked, which its name says (`.csv.gz`, `.tgz`)."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Protocol, cast

from etl.sources.limits import XZ_BYTES
from etl.sources.opened import BUFFER_BYTES, Opened, suffix_of


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def needs_input(self) -> bool: ...
    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


INNER = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".gz": "", ".bz2": "", ".xz": ""}
"""Suffix of a packed file -> the suffix that takes its place when it is unpacked."""


def unpacked_path(path: str) -> str:
    """Return what a packed file would be called unpacked."""
    suffix = suffix_of(path)
    return path[: -len(suffix)] + INNER[suffix]


def read(opened: Opened) -> Iterator[Opened]:
    """Yield what is packed in a file."""
    yield opened.unpacked(unpacked_path(opened.path), lambda: _stream(opened))


def _stream(opened: Opened) -> BinaryIO:
    match opened.suffix:
        case ".gz" | ".tgz":
            return cast(BinaryIO, gzip.GzipFile(fileobj=opened.stream))
        case ".bz2" | ".tbz" | ".tbz2":
            return io.BufferedReader(_Unpacking(opened.stream, bz2.BZ2Decompressor), BUFFER_BYTES)
        case _:
            return io.BufferedReader(_Unpacking(opened.stream, lambda: lzma.LZMADecompressor(memlimit=XZ_BYTES)), BUFFER_BYTES)


class _Unpacking(io.RawIOBase):
    """Several packed streams may follow each other, as in what `cat` makes of two files. (`lzma.open` knows no limit of memory.)"""

    def __init__(self, packed: BinaryIO, new: Callable[[], _Unpacker]) -> None:
        self._packed = packed
        self._new = new
        self._unpacker = new()
        self._ahead = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        room = memoryview(buffer).cast("B")
        data = b""
        while not data:
            if self._unpacker.eof:
                self._ahead = self._unpacker.unused_data or self._packed.read(BUFFER_BYTES)
                if not self._ahead:
                    return 0
                self._unpacker = self._new()
            elif self._unpacker.needs_input and not self._ahead:
                self._ahead = self._packed.read(BUFFER_BYTES)
                if not self._ahead:
                    raise EOFError("it ends before its end")
            data = self._unpacker.decompress(self._ahead, len(room))
            self._ahead = b""
        room[: len(data)] = data
        return len(data)

"""What passes between a reader and what is around it: a file that is open, and what was left out of it.

A reader never opens anything: it is handed a stream and yields raw documents (the bytes of one each), or files within the file, which
are then read by their own readers while it waits.
"""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, NamedTuple

from etl.errors import DocumentError
from etl.sources.columns import Columns
from etl.sources.limits import DOCUMENT_BYTES, HELD_BYTES, UNPACKED_AT_LEAST, UNPACKED_RATIO, megabytes
from etl.sources.origins import member_of, shown

BUFFER_BYTES = 65_536
"""What is read at once, and how much of a file can be looked at before it is read."""

UNPACKED_AT_ONCE = 1_000_000

NAMED_AS_USUAL = Columns()

UNPACKING_ERRORS = (
    EOFError,
    OSError,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    tarfile.TarError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Skipped(NamedTuple):
    """Something a directory, glob or archive brought along that is not read, and why."""

    origin: str
    reason: str


class BombError(DocumentError):
    """More comes out of a file than anybody packs into one: nothing more of it is read."""


class Budget:
    """How much may still come out of one file, over all levels of nesting."""

    def __init__(self, name: str, size: int) -> None:
        self._name = name
        self._left = max(UNPACKED_AT_LEAST, UNPACKED_RATIO * size)

    def spend(self, count: int) -> None:
        """Take `count` bytes off. Raises BombError when there are no more."""
        self._left -= count
        if self._left < 0:
            raise BombError(
                self._name,
                "read",
                f"a zip bomb: more than {UNPACKED_RATIO} times its size (and {megabytes(UNPACKED_AT_LEAST)}) came out of it when unpacked",
            )


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that can be read once, from its beginning.

    `path`: what its readers are chosen by: its path, or its name in an archive, without the suffixes of packings already taken off.
    `depth`: how many archives and packings it stands in.
    """

    name: str
    origin: str
    path: str
    stream: io.BufferedReader
    budget: Budget
    columns: Columns = NAMED_AS_USUAL
    depth: int = 0

    @property
    def suffix(self) -> str:
        """Return the last suffix of the path, in small letters."""
        return suffix_of(self.path)

    def whole(self) -> bytes:
        """Return all bytes. Raises DocumentError when they are more than a document may have."""
        return self._at_most(DOCUMENT_BYTES, "a document")

    def seekable(self) -> BinaryIO:
        """Return the stream, in memory when it can only be read forwards. Raises DocumentError when it is too large for that."""
        if self.stream.seekable():
            return self.stream
        return io.BytesIO(self._at_most(HELD_BYTES, f"a {self.suffix} file inside another"))

    def member(self, path: str, unpack: Callable[[], BinaryIO]) -> Opened:
        """Return a file within this one, which calls it `path`; `unpack` is called when it is read, if it is."""
        name = shown(path.replace("\\", "/").rstrip("/").rpartition("/")[2])
        return replace(
            self,
            name=name,
            origin=member_of(self.origin, path),
            path=path,
            stream=_metered(name, unpack, self.budget),
            depth=self.depth + 1,
        )

    def unpacked(self, path: str, unpack: Callable[[], BinaryIO]) -> Opened:
        """Return what is packed in this file, as a file of the same name and origin that is read as `path` would be."""
        return replace(self, path=path, stream=_metered(self.name, unpack, self.budget), depth=self.depth + 1)

    def _at_most(self, most: int, what: str) -> bytes:
        content = self.stream.read(most + 1)
        if len(content) > most:
            raise DocumentError(self.name, "read", f"it is larger than {megabytes(most)}, the most that is read of {what}")
        return content


def suffix_of(path: str) -> str:
    """Return the last suffix of a path, in small letters; empty when there is none."""
    stem, dot, suffix = path.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""


def _metered(name: str, unpack: Callable[[], BinaryIO], budget: Budget) -> io.BufferedReader:
    """Return a stream of what is unpacked, on account of a budget; what breaks in unpacking is a DocumentError."""
    return io.BufferedReader(_Metered(name, unpack, budget), BUFFER_BYTES)


class _Metered(io.RawIOBase):
    def __init__(self, name: str, unpack: Callable[[], BinaryIO], budget: Budget) -> None:
        self._name = name
        self._unpack = unpack
        self._stream: BinaryIO | None = None
        self._budget = budget
        self._broken: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        room = memoryview(buffer).cast("B")
        if self._broken is None:
            try:
                self._stream = self._stream or self._unpack()
                data = self._stream.read(min(len(room), UNPACKED_AT_ONCE))
            except UNPACKING_ERRORS as error:
                self._broken = str(error) or type(error).__name__
            else:
                self._budget.spend(len(data))
                room[: len(data)] = data
                return len(data)
        raise DocumentError(self._name, "read", f"it cannot be unpacked: {self._broken}")

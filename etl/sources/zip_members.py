"""Zip: each member is read by its own name, in the order of the archive's directory, and never written to disk."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from etl.errors import DocumentError
from etl.sources.limits import DIRECTORY_BYTES, MEMBERS, megabytes
from etl.sources.opened import UNPACKING_ERRORS, Opened, Skipped
from etl.sources.origins import member_of

ENCRYPTED = 0x1
TOO_MANY = f"it has more than {MEMBERS} members, the most that are read of an archive"


def read(opened: Opened) -> Iterator[Opened | Skipped | DocumentError]:
    """Yield the members. Raises DocumentError when it is no zip that can be read, or has too many."""
    stream = opened.seekable()
    try:
        archive = zipfile.ZipFile(cast(IO[bytes], _Measured(opened.name, stream)))
    except UNPACKING_ERRORS as error:
        raise DocumentError(opened.name, "read", f"it is not a zip that can be read: {error}") from error
    members = archive.infolist()
    if len(members) > MEMBERS:
        raise DocumentError(opened.name, "read", TOO_MANY)
    locked = sum(bool(member.flag_bits & ENCRYPTED) for member in members)
    if locked:
        yield DocumentError(opened.name, "read", f"{locked} of its {len(members)} members are encrypted: unpack it with its password")
    for member in members:
        if member.is_dir() or member.flag_bits & ENCRYPTED:
            continue
        mode = member.external_attr >> 16
        if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
            yield Skipped(member_of(opened.origin, member.orig_filename), "a link or device")
            continue
        yield opened.member(member.orig_filename, lambda member=member: cast(BinaryIO, archive.open(member)))  # type: ignore[misc]


class _Measured:
    """A file of which no more is read at once than a directory may have: zips may claim any size for theirs."""

    def __init__(self, name: str, stream: BinaryIO) -> None:
        self._name = name
        self._stream = stream
        self.seek = stream.seek
        self.tell = stream.tell
        self.seekable = stream.seekable

    def read(self, size: int = -1) -> bytes:
        if size > DIRECTORY_BYTES:
            raise DocumentError(self._name, "read", f"its directory is larger than {megabytes(DIRECTORY_BYTES)}")
        return self._stream.read(size)

    def close(self) -> None:
        """Leave the stream to those who opened it."""

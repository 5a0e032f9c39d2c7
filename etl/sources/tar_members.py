"""Tar: each member is read by its own name, in the order in which they stand there, as a stream, and never written to disk."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from tarfile import GNUTYPE_LONGLINK, GNUTYPE_LONGNAME, GNUTYPE_SPARSE, SOLARIS_XHDTYPE, XGLTYPE, XHDTYPE, ReadError
from typing import BinaryIO, Self, cast

from etl.errors import DocumentError
from etl.sources.limits import HEADER_BYTES, MEMBERS
from etl.sources.opened import UNPACKING_ERRORS, Opened, Skipped
from etl.sources.origins import member_of
from etl.sources.zip_members import TOO_MANY

DESCRIBING = frozenset({GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE})
"""Headers whose content says something of the member after them."""
READS_AT_END = 20
BROKEN = (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError)  # type: ignore[attr-defined]


def read(opened: Opened) -> Iterator[Opened | Skipped]:
    """Yield the members. Raises DocumentError when it is no tar, breaks off, or has too many."""
    try:
        # Not closed: nothing was opened, and the stream belongs to those who did.
        archive = tarfile.open(fileobj=cast(BinaryIO, _Ending(opened.stream)), mode="r|", tarinfo=_Member, errors="surrogateescape")  # noqa: SIM115
        for number, member in enumerate(archive):
            if number == MEMBERS:
                raise DocumentError(opened.name, "read", TOO_MANY)
            if member.isreg():
                yield opened.member(member.name, lambda member=member: cast(BinaryIO, archive.extractfile(member)))  # type: ignore[misc]
            elif not member.isdir():
                yield Skipped(member_of(opened.origin, member.name), "a link or device")
    except DocumentError:
        raise
    except UNPACKING_ERRORS as error:
        raise DocumentError(opened.name, "read", f"it is not a tar that can be read: {error}") from error


class _Ending:
    """A stream that ends once: a member may say that it is any size, and tarfile would go on reading nothing until it is through."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._read_nothing = 0

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._read_nothing += not data
        if self._read_nothing > READS_AT_END:
            raise ReadError("unexpected end of data")
        return data


class _Member(tarfile.TarInfo):
    """A member that is believed less: Python's own ends an archive in silence at the first broken header, reads names of any size, and maps
    of holes that need more memory than the file has bytes.
    """

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:
        """Return the next member. Raises ReadError where the archive is broken, and HeaderError where it ends."""
        try:
            return super().fromtarfile(tarfile)
        except BROKEN as error:
            raise ReadError(f"{error} at byte {tarfile.offset}") from error

    def _proc_member(self, tarfile: tarfile.TarFile) -> Self:
        """Look at what a header says before it is believed. (tarfile names this method for members of other kinds.)"""
        if self.type in DESCRIBING and self.size > HEADER_BYTES:
            raise ReadError(f"a header of {self.size} bytes at byte {tarfile.offset}")
        if self.type == GNUTYPE_SPARSE:
            self._proc_gnusparse_10()
        return super()._proc_member(tarfile)  # type: ignore[misc, no-any-return]

    def _proc_gnusparse_10(self, *_: object) -> None:
        raise ReadError("it holds sparse files, which no text is")

"""Files on other machines, by address: object stores, HTTP, and whatever else fsspec reaches with the packages that are installed.

Who may read them is the business of fsspec and of the environment (`AWS_PROFILE`, `GOOGLE_APPLICATION_CREDENTIALS`, …). An address of this
machine (`file://`) is a path.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from etl.errors import DocumentError, FetchError, in_one_line
from etl.sources.opened import BUFFER_BYTES, Skipped
from etl.sources.origins import shown
from etl.sources.paths import WILDCARDS, listed

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

HERE = "file://"


@dataclass(frozen=True, slots=True, order=True)
class RemoteFile:
    """A file by its address. `version`: what tells it from a changed one, as its store says (an ETag, a time)."""

    url: str
    size: int
    version: str

    @property
    def name(self) -> str:
        """Return the last part of the address."""
        return self.url.rpartition("/")[2]

    def open(self, on_read: Callable[[], None] | None = None) -> io.BufferedReader:
        """Open it for reading in bytes; `on_read` is told whenever more is. Whatever goes wrong then, now or later, is a FetchError."""
        try:
            filesystem, path = _filesystem(self.url)
            return io.BufferedReader(_Reached(self.url, filesystem.open(path, "rb"), on_read), BUFFER_BYTES)
        except Exception as error:
            raise FetchError(self.url, in_one_line(error)) from error


def is_remote(path: Path | str) -> bool:
    """Return whether what a person typed is the address of another place than this machine's folders."""
    return "://" in str(path) and not str(path).startswith(HERE)


def local(path: Path | str) -> Path:
    """Return the path that is meant where it is not remote."""
    return Path(str(path).removeprefix(HERE))


def find_remote(
    urls: Iterable[str],
    *,
    known: Callable[[str], bool],
    suffixes: Collection[str],
    takes: Callable[[str], bool] | None = None,
    on_skipped: Callable[[Skipped], None] | None = None,
) -> Iterator[RemoteFile | DocumentError]:
    """Yield what `etl.sources.paths.find` does, of addresses: of a file, of a folder (a prefix of an object store), or with wildcards."""
    files: set[RemoteFile] = set()
    for url in urls:
        try:
            named, found = _expand(url)
        except Exception as error:
            yield DocumentError(shown(url), "read", shown(f"it cannot be reached: {in_one_line(error)}"))
            continue
        readable = [file for file in found if known(file.url)]
        for file in found:
            if not known(file.url) and not named and on_skipped:
                on_skipped(Skipped(shown(file.url), "no format that can be read"))
        if not readable:
            yield DocumentError(shown(url), "read", f"nothing is there that can be read: {listed(suffixes)}")
        files.update(file for file in readable if takes is None or takes(file.url))
    yield from sorted(files)


def _expand(url: str) -> tuple[bool, list[RemoteFile]]:
    """Return whether a file is named outright, and the files that are meant."""
    if "::" in url:
        raise ValueError("addresses in addresses (::) are not read; packed files are unpacked without")
    filesystem, path = _filesystem(url)
    if WILDCARDS & set(url):
        return False, _files(url, filesystem, filesystem.glob(path, detail=True))
    try:
        seen = filesystem.info(path)
    except FileNotFoundError:
        # Stores of objects know no folders; what begins like that may be there all the same.
        return False, _files(url, filesystem, filesystem.find(path, detail=True))
    if seen["type"] == "directory":
        return False, _files(url, filesystem, filesystem.find(path, detail=True))
    return True, _files(url, filesystem, {path: seen})


def _filesystem(url: str) -> tuple[AbstractFileSystem, str]:
    try:
        import fsspec
    except ImportError as error:
        raise ImportError("addresses are read by fsspec: install communique[cluster]") from error
    filesystem, path = fsspec.url_to_fs(url)
    return filesystem, str(path)


def _files(url: str, filesystem: AbstractFileSystem, seen: dict[str, dict[str, Any]]) -> list[RemoteFile]:
    protocol = url.partition("://")[0]
    found = []
    for path, told in seen.items():
        address = f"{protocol}://{filesystem.unstrip_protocol(path).partition('://')[2]}"
        if told["type"] == "file" and not any(part.startswith(".") for part in address.split("/")):
            found.append(RemoteFile(address, int(told["size"] or 0), str(filesystem.ukey(path))))
    return found


class _Reached(io.RawIOBase):
    """A stream from elsewhere. That it breaks off says nothing about the documents in it."""

    def __init__(self, url: str, stream: BinaryIO, on_read: Callable[[], None] | None) -> None:
        self._url = url
        self._stream = stream
        self._on_read = on_read

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        return int(self._asked(self._stream.seek, place, whence))

    def tell(self) -> int:
        return int(self._asked(self._stream.tell))

    def readinto(self, buffer: Any) -> int:
        if self._on_read:
            self._on_read()
        room = memoryview(buffer).cast("B")
        data = cast(bytes, self._asked(self._stream.read, len(room)))
        room[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()

    def _asked(self, ask: Callable[..., Any], *how: int) -> Any:
        try:
            return ask(*how)
        except Exception as error:
            raise FetchError(self._url, in_one_line(error)) from error

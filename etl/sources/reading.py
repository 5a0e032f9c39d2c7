"""From paths to documents. Whatever is wrong with one of them, or with how it is packed, stops no other."""

from __future__ import annotations

import io
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from etl.errors import DocumentError, FetchError, in_one_line
from etl.records import Document, RawDocument
from etl.sources.columns import Columns
from etl.sources.formats import PAGES, READERS, SUFFIXES, format_of, kept_type, read_content
from etl.sources.limits import DEPTH, DOCUMENT_BYTES, ERRORS_IN_A_ROW
from etl.sources.opened import BUFFER_BYTES, BombError, Budget, Opened, Skipped
from etl.sources.origins import hidden, shown
from etl.sources.paths import find
from etl.sources.remote import RemoteFile, find_remote, is_remote, local
from etl.sources.tables import MEDIA_TYPE as ROW

File = Path | RemoteFile
OnSkipped = Callable[[Skipped], None]


def find_files(
    paths: Iterable[Path | str], *, takes: Callable[[str], bool] | None = None, on_skipped: OnSkipped | None = None
) -> Iterator[File | DocumentError]:
    """Yield every file of files, directories and globs once, in the order of their paths, then those of addresses; before either what of
    them cannot be found.

    `takes` says of a path whether it is wanted. `on_skipped` is told of files that a directory or glob brought along and that are not read.
    """
    given = list(paths)
    addresses = [str(path) for path in given if is_remote(path)]
    here = [local(path) for path in given if not is_remote(path)]
    yield from find(here, known=_known, suffixes=SUFFIXES, takes=takes, on_skipped=on_skipped)
    yield from find_remote(addresses, known=_known, suffixes=SUFFIXES, takes=takes, on_skipped=on_skipped)


def _known(path: str) -> bool:
    return format_of(path) is not None


def version_of(file: File) -> str:
    """Return what tells a file from a changed one without reading it."""
    if isinstance(file, RemoteFile):
        return file.version
    seen = file.stat()
    return f"{seen.st_size}-{seen.st_mtime_ns}"


def size_of(file: File) -> int:
    """Return how many bytes a file has."""
    return file.size if isinstance(file, RemoteFile) else file.stat().st_size


def path_of(file: File) -> str:
    """Return the path or address of a file as it is given, which says its format: to find out where a path leads takes a while."""
    return file.url if isinstance(file, RemoteFile) else str(file)


def address_of(file: File) -> str:
    """Return the path or address of a file, the same wherever it is looked at from."""
    return file.url if isinstance(file, RemoteFile) else str(file.resolve())


def read_paths(
    paths: Iterable[Path | str],
    *,
    columns: Mapping[str, str | None] | None = None,
    publisher: str | None = None,
    language: str | None = None,
    takes: Callable[[str], bool] | None = None,
    on_skipped: OnSkipped | None = None,
) -> Iterator[Document | DocumentError]:
    """Yield the documents of files, directories and globs, in the order of the paths; what cannot be read is yielded as an error."""
    for file in find_files(paths, takes=takes, on_skipped=on_skipped):
        if isinstance(file, DocumentError):
            yield file
        else:
            yield from read_file(file, columns=columns, publisher=publisher, language=language, on_skipped=on_skipped)


def read_file(
    file: File,
    *,
    columns: Mapping[str, str | None] | None = None,
    publisher: str | None = None,
    language: str | None = None,
    on_skipped: OnSkipped | None = None,
) -> Iterator[Document | DocumentError]:
    """Yield the documents of one file, and errors for what in it cannot be read. Nothing is raised. The options are `raw_documents`'."""
    try:
        for found in raw_documents(file, columns=columns, publisher=publisher, language=language, on_skipped=on_skipped):
            if isinstance(found, DocumentError):
                yield found
                continue
            try:
                yield read_document(found)
            except (DocumentError, MemoryError) as error:
                yield _explained(error, found.name, found.origin, found.content)
    except FetchError as error:
        yield DocumentError(shown(file.name), "read", shown(error.reason), origin=shown(address_of(file)))


def raw_documents(
    file: File,
    *,
    columns: Mapping[str, str | None] | None = None,
    publisher: str | None = None,
    language: str | None = None,
    on_skipped: OnSkipped | None = None,
    on_read: Callable[[], None] | None = None,
) -> Iterator[RawDocument | DocumentError]:
    """Yield the bytes of every document of one file, and errors for what of it cannot be had.

    `columns`: field -> column, where tables and JSONL call their fields otherwise. `publisher` and `language` hold for documents that do
    not say so themselves. `on_skipped` is told of members of archives that are not read, `on_read` whenever more of the file is.
    Raises FetchError alone, when a file elsewhere cannot be reached, or no longer: the documents before that are sound.
    """
    name, origin = shown(file.name), origin_of(file)
    try:
        with _open(file, name, on_read) as stream:
            opened = Opened(name, origin, path_of(file), stream, Budget(name, size_of(file)), Columns(columns))
            errors = 0
            found: RawDocument | DocumentError | Skipped | None = None
            for found in _within(opened):
                if isinstance(found, RawDocument):
                    errors = 0
                    yield replace(found, publisher=publisher, language=language)
                elif isinstance(found, DocumentError):
                    yield _with_bytes(found, file) if found.origin == origin else found
                    errors += 1
                    if errors == ERRORS_IN_A_ROW:
                        raise DocumentError(name, "read", f"{errors} errors in a row: the rest of it is not read")
                elif on_skipped:
                    on_skipped(found)
            if found is None and on_skipped:
                on_skipped(Skipped(origin, "nothing is in it"))
    except (DocumentError, OSError, ValueError) as error:
        yield _explained(error, name, origin)


def unopened(file: File, reason: str) -> DocumentError:
    """Return the error of a whole file that could not be read to its end, with its bytes."""
    error = _explained(DocumentError(file.name, "read", reason), file.name, origin_of(file))
    with suppress(OSError, FetchError):
        return _with_bytes(error, file)
    return error


def origin_of(file: File) -> str:
    """Return the origin of a whole file, as errors of it have it."""
    with suppress(OSError):
        return shown(address_of(file))
    return shown(str(file.absolute()) if isinstance(file, Path) else file.url)


def _open(file: File, name: str, on_read: Callable[[], None] | None = None) -> io.BufferedReader:
    if isinstance(file, RemoteFile):
        return file.open(on_read)
    if not stat.S_ISREG(file.stat().st_mode):
        # Opening a pipe waits for somebody to write into it, and a device may never end.
        raise DocumentError(name, "read", "it is a directory, pipe, socket or device, and no file")
    return io.BufferedReader(_Heard(file, on_read) if on_read else file.open("rb", buffering=0), BUFFER_BYTES)


class _Heard(io.FileIO):
    """A file of which somebody is told whenever more of it is read."""

    def __init__(self, path: Path, on_read: Callable[[], None]) -> None:
        super().__init__(path)
        self._on_read = on_read

    def readinto(self, buffer: Any) -> int:
        self._on_read()
        return super().readinto(buffer)


def _with_bytes(error: DocumentError, file: File) -> DocumentError:
    """Return what is wrong with a whole file with its bytes, unless they are more than a document may have."""
    if error.content is None and size_of(file) <= DOCUMENT_BYTES:
        with _open(file, error.document) as stream:
            error.content = stream.read()
    return error


def read_document(raw: RawDocument) -> Document:
    """Return the document that bytes hold. Raises DocumentError: whatever its parser does wrong is this document's error alone.

    What it says of itself counts before what is said of it, but for where it came from.
    """
    try:
        document = read_content(raw.media_type, raw.content, name=raw.name, origin=raw.origin)
    except MemoryError:
        raise
    except Exception as error:
        raise _explained(error, raw.name, raw.origin, raw.content) from error
    return replace(
        document,
        title=document.title or raw.title,
        publisher=document.publisher or raw.publisher,
        published_on=document.published_on or raw.published_on,
        language=document.language or raw.language,
        url=raw.url or document.url,
        fetched_at=raw.fetched_at,
        notes=raw.notes + document.notes,
    )


def _within(opened: Opened) -> Iterator[RawDocument | DocumentError | Skipped]:
    """Yield what a file holds, and what the files within it hold. Raises what ends them all: BombError and FetchError."""
    suffix = format_of(opened.path)
    if suffix is None:
        yield Skipped(opened.origin, "no format that can be read")
        return
    try:
        if suffix in PAGES:
            yield RawDocument(opened.name, opened.origin, PAGES[suffix], opened.whole())
            return
        if opened.depth >= DEPTH:
            raise DocumentError(opened.name, "read", f"archives in archives, more than {DEPTH} deep")
        for found in READERS[suffix](opened):
            if isinstance(found, Opened):
                is_member = found.origin != opened.origin
                yield from [Skipped(found.origin, "a hidden file")] if is_member and hidden(found.path) else _within(found)
            elif isinstance(found, RawDocument):
                yield _named(found)
            elif isinstance(found, DocumentError):
                yield _explained(found, opened.name, opened.origin)
            else:
                yield found
    except (BombError, FetchError):
        raise
    except Exception as error:
        yield _explained(error, opened.name, opened.origin)


def _named(raw: RawDocument) -> RawDocument | DocumentError:
    """Return what stands in an archive or table under the type and name that its document will have, or why it cannot be read."""
    try:
        kept = kept_type(raw.media_type, raw.content, name=raw.name)
        # A row says itself how it is called; reading it is no more work than finding that out.
        name = read_content(kept, raw.content, name=raw.name, origin=raw.origin).name if kept == ROW else raw.name
    except DocumentError as error:
        return _explained(error, raw.name, raw.origin, raw.content)
    return replace(raw, media_type=kept, name=name)


def _explained(error: Exception, name: str, origin: str, content: bytes | None = None) -> DocumentError:
    """Return an error with all that is known of what it is about, in words that can be stored. `content`: of the document, if one."""
    if isinstance(error, DocumentError):
        known = error.content if content is None else content
        return DocumentError(shown(error.document), error.stage, shown(error.reason), origin=error.origin or origin, content=known)
    if isinstance(error, MemoryError):
        return _explained(DocumentError(name, "read", "there is not enough memory for it"), name, origin, content)
    reason = (isinstance(error, OSError) and error.strerror) or in_one_line(error)
    return _explained(DocumentError(name, "read", shown(reason)), name, origin, content)

"""From what a person types to the files that are meant.

A directory is searched through, hidden files and folders left out; a glob that is not itself a file is expanded, `**` included.
What is named stands for itself: a file named outright whose format is unknown is an error, one that a directory or glob brought along
is only skipped.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from etl.errors import DocumentError
from etl.sources.opened import Skipped
from etl.sources.origins import shown

WILDCARDS = frozenset("*?[")


def find(
    paths: Iterable[Path | str],
    *,
    known: Callable[[str], bool],
    suffixes: Collection[str],
    takes: Callable[[str], bool] | None = None,
    on_skipped: Callable[[Skipped], None] | None = None,
) -> Iterator[Path | DocumentError]:
    """Yield first what cannot be found or read, then every file once, in the order of their paths. `known`: whether a reader knows it."""
    files: dict[Path, Path] = {}
    skipped: dict[Path, Skipped] = {}
    for given in paths:
        try:
            named, brought, errors = expand(Path(given))
            real = {path: resolved(path) for path in ([named] if named else brought)}
        except (OSError, ValueError) as error:
            yield DocumentError(shown(str(given)), "read", shown(f"no path that can be followed: {error}"))
            continue
        yield from errors
        wanted = [path for path in real if takes is None or takes(str(path))]
        readable = []
        for path in wanted:
            if known(str(path)) and regular(path):
                readable.append(path)
            elif path != named:
                reason = "a broken link, pipe, socket or device" if known(str(path)) else "no format that can be read"
                skipped[real[path]] = Skipped(shown(str(path)), reason)
            elif known(str(path)):
                yield DocumentError(shown(str(given)), "read", "it is a pipe, socket or device, and no file")
            else:
                kind = named.suffix or "without a suffix"
                yield DocumentError(shown(str(given)), "read", shown(f"files of the kind {kind} cannot be read: {listed(suffixes)}"))
        if not named and not errors and not any(known(str(path)) for path in real):
            yield DocumentError(shown(str(given)), "read", nothing(Path(given), suffixes))
        for path in readable:
            files.setdefault(real[path], path)
    if on_skipped:
        for one in sorted(skipped[key] for key in skipped.keys() - files.keys()):
            on_skipped(one)
    yield from sorted(files.values())


def expand(given: Path) -> tuple[Path | None, list[Path], list[DocumentError]]:
    """Return the file that is named outright, or else the files that a directory or glob brings along, and folders that cannot be read."""
    if given.is_dir():
        return None, *under(given)
    if given.exists():
        return given, [], []
    files: list[Path] = []
    errors: list[DocumentError] = []
    for match in glob(given):
        if match.is_dir():
            more, wrong = under(match)
            files += more
            errors += wrong
        else:
            files.append(match)
    return None, files, errors


def under(directory: Path) -> tuple[list[Path], list[DocumentError]]:
    """Return the files in a directory and its folders, hidden ones left out, and errors for folders that cannot be read."""
    errors: list[DocumentError] = []

    def wrong(error: OSError) -> None:
        errors.append(DocumentError(shown(str(error.filename)), "read", f"the folder cannot be read: {error.strerror}"))

    files = []
    for folder, folders, names in os.walk(directory, onerror=wrong):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(folder, name) for name in names if not name.startswith(".")]
    return files, errors


def resolved(path: Path) -> Path:
    """Return where a path leads, or itself when that is in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def regular(path: Path) -> bool:
    """Return whether a path leads to a file, and to no pipe, which would be waited for, nor a device, which may never end."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def hidden(path: Path, base: Path) -> bool:
    """Return whether a file or a folder on the way to it is hidden."""
    return any(part.startswith(".") for part in path.relative_to(base).parts)


def glob(pattern: Path) -> list[Path]:
    """Return what a pattern matches; hidden files only when it names them."""
    for index, part in enumerate(pattern.parts):
        if WILDCARDS & set(part):
            base = Path(*pattern.parts[:index])
            named_hidden = any(part.startswith(".") for part in pattern.parts[index:])
            return [path for path in base.glob("/".join(pattern.parts[index:])) if named_hidden or not hidden(path, base)]
    return []


def nothing(given: Path, suffixes: Collection[str]) -> str:
    """Return why nothing was found."""
    if given.is_dir():
        return f"the directory holds nothing that can be read: {listed(suffixes)}"
    if WILDCARDS & set(str(given)):
        return f"the pattern matches nothing that can be read: {listed(suffixes)}"
    return "there is no such file or directory"


def listed(suffixes: Collection[str]) -> str:
    """Return the suffixes that can be read, for a message."""
    return f"known are {', '.join(sorted(suffixes))}"

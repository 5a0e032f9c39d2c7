"""From what a person types to the files that are meant.

A directory is searched through, hidden files and folders left out; a glob that is not itself a file is expanded, `**` included.
What is named stands for itself: a file named outright whose format is unknown is an error, one that a directory or glob brought along
is only skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from etl.errors import DocumentError

WILDCARDS = frozenset("*?[")


def find_files(
    paths: Iterable[Path | str], *, suffixes: Collection[str], on_skipped: Callable[[Path], None] | None = None
) -> Iterator[Path | DocumentError]:
    """First what cannot be found or read, then every file once, in the order of their paths."""
    files: dict[Path, Path] = {}
    skipped: dict[Path, Path] = {}
    for given in paths:
        try:
            named, brought = expand(Path(given))
        except (OSError, ValueError) as error:
            yield DocumentError(str(given), "read", f"no path that can be followed: {error}")
            continue
        readable = [path for path in brought if path.suffix.lower() in suffixes]
        skipped.update((path.resolve(), path) for path in brought if path.suffix.lower() not in suffixes)
        if named and named.suffix.lower() not in suffixes:
            yield DocumentError(
                str(given), "read", f"files of the kind {named.suffix or 'without a suffix'} cannot be read: {known(suffixes)}"
            )
        elif named:
            readable = [named]
        elif not readable:
            yield DocumentError(str(given), "read", nothing(Path(given), suffixes))
        for path in readable:
            files.setdefault(path.resolve(), path)
    if on_skipped:
        for path in sorted(skipped[key] for key in skipped.keys() - files.keys()):
            on_skipped(path)
    yield from sorted(files.values())


def expand(given: Path) -> tuple[Path | None, list[Path]]:
    """The file that is named outright, or else the files that a directory or glob brings along."""
    if given.is_dir():
        return None, under(given)
    if given.exists():
        return given, []
    matches = [match for match in glob(given) if match.exists()]
    return None, [path for match in matches for path in (under(match) if match.is_dir() else [match])]


def under(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*") if path.is_file() and not hidden(path, directory)]


def hidden(path: Path, base: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(base).parts)


def glob(pattern: Path) -> list[Path]:
    for index, part in enumerate(pattern.parts):
        if WILDCARDS & set(part):
            base = Path(*pattern.parts[:index])
            named_hidden = any(part.startswith(".") for part in pattern.parts[index:])
            return [path for path in base.glob("/".join(pattern.parts[index:])) if named_hidden or not hidden(path, base)]
    return []


def nothing(given: Path, suffixes: Collection[str]) -> str:
    if given.is_dir():
        return f"the directory holds nothing that can be read: {known(suffixes)}"
    if WILDCARDS & set(str(given)):
        return f"the pattern matches nothing that can be read: {known(suffixes)}"
    return "there is no such file or directory"


def known(suffixes: Collection[str]) -> str:
    return f"known are {', '.join(sorted(suffixes))}"

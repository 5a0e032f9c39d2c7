"""The parts into which an archive is divided, each read by one worker, and what travels between it and the program that waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from etl.intake import Limits
from etl.sources import File

MOST_BYTES = 64_000_000
"""Of one part, unless a single file is larger: some minutes of work, which is what a worker that is lost costs."""
MOST_FILES = 1000
PARTS_PER_WORKER = 8
"""At least so many if there is enough to divide, so that all workers end at about the same time."""
NUMBERS = 2**31 - 1
"""A run has so many places for documents: what a column of that type can count."""


@dataclass(frozen=True, slots=True)
class PartFile:
    """A file to be read. `checkpoint`: the name under which it is noted that it was read, and `state` what is noted: how it looked then."""

    file: File
    size: int
    checkpoint: str
    state: str


@dataclass(frozen=True, slots=True)
class Part:
    """Files that one worker reads. Their documents have the places from `first` on in the run, and come before `beyond`.

    So a document has the same place whenever its part is done again.
    """

    number: int
    files: tuple[PartFile, ...]
    first: int
    beyond: int


@dataclass(frozen=True, slots=True)
class PartDone:
    """What came of a part. `stages`: seconds for which it waited for each. `failed`: why files of it could not be read to their end."""

    number: int
    files: int
    documents: int
    loaded: int
    quarantined: int
    seconds: float
    stages: dict[str, float]
    worker: str
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker must know of a run. `version`: of the extractor that the run began with; `limits`: of one process that extracts."""

    url: str
    run_id: int
    version: str
    reader: str
    limits: Limits
    batch_documents: int

    @property
    def name(self) -> str:
        """Return the name of the run among all that the cluster works on."""
        return f"communique-{self.run_id}"


def plan(files: Sequence[PartFile], workers: int, *, first: int = 0) -> list[Part]:
    """Divide files into parts for so many workers. Each part has its share of the run's numbers from `first` on, by its size and for being
    one.
    """
    total = sum(file.size for file in files)
    most_bytes = min(MOST_BYTES, total // (PARTS_PER_WORKER * max(workers, 1)) + 1)
    most_files = min(MOST_FILES, len(files) // (PARTS_PER_WORKER * max(workers, 1)) + 1)
    groups = list(_groups(files, most_bytes, most_files))
    if not groups:
        return []
    sizes = [sum(file.size for file in group) + total // len(groups) + 1 for group in groups]
    parts, before, whole = [], 0, sum(sizes)
    for number, (group, size) in enumerate(zip(groups, sizes, strict=True)):
        start, end = (first + place * (NUMBERS - first) // whole for place in (before, before + size))
        parts.append(Part(number, tuple(group), start, end))
        before += size
    return parts


def _groups(files: Iterable[PartFile], most_bytes: int, most_files: int) -> Iterator[list[PartFile]]:
    group: list[PartFile] = []
    size = 0
    for file in files:
        if group and (size + file.size > most_bytes or len(group) == most_files):
            yield group
            group, size = [], 0
        group.append(file)
        size += file.size
    if group:
        yield group

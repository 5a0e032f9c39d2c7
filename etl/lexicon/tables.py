"""Read the reviewed CSV files of the installed `seeds` package."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from etl.errors import RunError

_FOLDERS: Final = ("calibration", "lexicons", "reference")


def _seed_file(folder: str, name: str) -> Traversable:
    return files("seeds").joinpath(folder, f"{name}.csv")


def read_table(folder: str, name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of `seeds/<folder>/<name>.csv` as dicts of stripped strings.

    Raises RunError when the file is missing or a row has another number of cells than the header.
    """
    path = _seed_file(folder, name)
    if not path.is_file():
        raise RunError(f"seeds/{folder}/{name}.csv is missing: the installation is not complete; install communique again")
    reader = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    header = next(reader)
    for cells in reader:
        if len(cells) != len(header):
            raise RunError(f"seeds/{folder}/{name}.csv, line {reader.line_num}: {len(cells)} cells where the header has {len(header)}")
        yield dict(zip(header, (cell.strip() for cell in cells), strict=True))


def cell_list(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a |-joined list."""
    return tuple(part for part in cell.split("|") if part)


@cache
def seeds_version() -> str:
    """Return a short hash of all seed tables: it is part of the extractor version."""
    digest = blake2b(digest_size=6)
    for folder in _FOLDERS:
        for path in sorted(files("seeds").joinpath(folder).iterdir(), key=lambda p: p.name):
            if path.name.endswith(".csv"):
                digest.update(path.name.encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()

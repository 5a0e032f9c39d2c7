"""From news articles and official readouts to rows. As a library it has one door: `from etl import ingest`.

What was read is opened with `from models import open_store`. Nothing heavy is imported until one of these is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.intake import IngestReport, Progress

__all__ = ["ingest", "sample_paths"]


def ingest(
    paths: Path | str | Iterable[Path | str],
    store: Path | str,
    *,
    reader: str = "rules",
    on_progress: Callable[[Progress], None] | None = None,
) -> IngestReport:
    """Read documents into a store, which is made when there is none, and report what became of them.

    `paths`: files, folders or globs, one or many; `store`: a SQLite file or a database URL; `reader`: how articles are read, "rules" or
    the name of an installed spaCy pipeline. The same paths again change nothing. A document that cannot be used stands in the report's
    `quarantined`, and the rest is loaded. Raises StoreError (`models.store`) when the store cannot be opened, and CommuniqueError
    (`etl.errors`) when the run cannot go on; what was loaded until then stays.
    """
    from etl.intake import ingest as ingest_paths

    return ingest_paths([paths] if isinstance(paths, Path | str) else paths, str(store), reader=reader, on_progress=on_progress)


def sample_paths() -> list[Path]:
    """Return where the sample articles are that come with the program: something to try with."""
    from etl.intake import sample_paths as installed

    return installed()

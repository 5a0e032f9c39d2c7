"""SQLAlchemy models of the store, and the views' SQL. Importing this package registers every table; none of that imports `etl`.

It has the door through which a library's user comes to what was read: `from models import open_store`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models import copies, decisions, observed, operations, reference, resolved, resolving, sources
from models.base import Base

if TYPE_CHECKING:
    from etl.library import Store

__all__ = ["Base", "copies", "decisions", "observed", "open_store", "operations", "reference", "resolved", "resolving", "sources"]


def open_store(store: Path | str) -> Store:
    """Open a store for reading: a SQLite file, or a database URL. Use what it returns as a context manager, or close it.

    Raises StoreError (`models.store`) when it cannot be opened, CommuniqueError (`etl.errors`) when there is none, or one of another
    version.
    """
    # The one arrow that points back: the questions are asked by the names that the lexicons know. It is drawn when somebody calls.
    from etl.library import Store

    return Store(str(store))

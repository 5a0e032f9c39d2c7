"""Views as a revision made them.

Each revision that makes or changes views keeps its own copies under `migrations/views/<revision>/`, so that what `models/views/` says later
does not change history.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "views"


def frozen_view(revision: str, view: str, dialect: str) -> str:
    """Return the CREATE VIEW statement of `view` as `revision` made it, for `dialect` ("sqlite" or "postgresql").

    Raises FileNotFoundError when that revision did not make the view.
    """
    own = FOLDER / revision / f"{view}.{dialect}.sql"
    return (own if own.is_file() else FOLDER / revision / f"{view}.sql").read_text(encoding="utf-8")

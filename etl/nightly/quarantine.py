"""Looking into the quarantine, and giving up what lies there."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from etl.config import Settings
from etl.errors import ConfigError
from etl.load import content_of, drop_quarantined, list_quarantine
from etl.load.upsert import table
from etl.nightly.called import key_called
from etl.nightly.lock import only_run
from etl.nightly.running import opened
from etl.queries import Result

_COLUMNS = ("id", "document_name", "origin", "source", "state", "stage", "error", "media_type", "tries", "first_at", "last_at", "bytes")


def find_quarantine(connection: Connection, *, dropped: bool = False) -> Result:
    """Return what waits in quarantine, and on request what was dropped; what failed last first."""
    return Result(_COLUMNS, tuple(tuple(getattr(one, name) for name in _COLUMNS) for one in list_quarantine(connection, dropped=dropped)))


def quarantined_content(connection: Connection, document: str) -> bytes:
    """Return the bytes of a document in quarantine. Raises ConfigError when there is no such document or its bytes are not kept."""
    (key,) = quarantine_keys(connection, [document])
    content = content_of(connection, key)
    if content is None:
        raise ConfigError(f"the bytes of {document} are not kept: it was too large, was never had, or was dropped")
    return content


def drop(settings: Settings, documents: Collection[str]) -> int:
    """Give documents up: their bytes go, and the same bytes are passed over from now on. Return how many.

    Raises ConfigError when one is not in quarantine, LockedError when a run has the database, StoreError.
    """
    with opened(settings.database_url) as engine, only_run(engine), engine.begin() as connection:
        return drop_quarantined(connection, quarantine_keys(connection, documents))


def quarantine_keys(connection: Connection, documents: Collection[str]) -> list[int]:
    """Return the keys of documents in quarantine that are named by key, name, path or address.

    Raises ConfigError when one is not there, or when several are called so.
    """
    found = {name: key_called(connection, table("quarantine"), name, what="documents in quarantine") for name in documents}
    if unknown := [name for name, key in found.items() if key is None]:
        raise ConfigError(f"not in quarantine: {', '.join(unknown)}")
    return [key for key in found.values() if key is not None]

"""Taking a document out of the database, with all that came from it alone."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from etl.config import Settings
from etl.errors import ConfigError
from etl.intake import resolve_store
from etl.load import drop_document, remove_documents, take_turn
from etl.load.upsert import table
from etl.nightly.called import key_called
from etl.nightly.lock import only_run
from etl.nightly.running import opened


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A document that was taken out: its key, its name, where it came from, and how many articles it had."""

    document_id: int
    document_name: str
    origin: str
    articles: int


def forget(settings: Settings, document: str) -> Forgotten:
    """Take out the document of that key, name, origin or address, and resolve anew what it took part in.

    The same bytes are passed over from now on, wherever they stand, until `quarantine retry` names them.

    Raises ConfigError when there is none, or more than one, LockedError when a run has the database, StoreError.
    """
    with opened(settings.database_url) as engine, only_run(engine), engine.begin() as connection:
        take_turn(connection, alone=True)
        found = _find(connection, document)
        drop_document(connection, found.document_id, "forgotten")
        remove_documents(connection, [found.document_id])
        resolve_store(connection)
    return found


def _find(connection: Connection, document: str) -> Forgotten:
    documents, articles = table("documents"), table("articles")
    key = key_called(connection, documents, document, what="documents")
    if key is None:
        raise ConfigError(f"no document is called {document!r}")
    name, origin = connection.execute(select(documents.c.name, documents.c.origin).where(documents.c.id == key)).one()
    amount = connection.scalar(select(func.count()).select_from(articles).where(articles.c.document_id == key)) or 0
    return Forgotten(key, name, origin, amount)

"""The quarantine: documents that could not be used, each once, until they are loaded after all or a person drops them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, Select, func, select

from etl.load.identity import content_hash, quarantined_id
from etl.load.upsert import delete_where, select_in, table, upsert

if TYPE_CHECKING:
    from etl.load.journal import Item

QuarantineState = Literal["waiting", "dropped"]
QUARANTINE = (
    "id", "document_name", "origin", "source", "state", "stage", "error", "media_type", "content", "content_hash", "extractor_version",
    "tries", "first_at", "last_at", "run_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A document in quarantine, without its bytes, of which so many are kept. `extractor_version`: of the extractor that it failed with."""

    id: int
    document_name: str
    origin: str
    source: str | None
    state: QuarantineState
    stage: str
    error: str
    media_type: str | None
    content_hash: str | None
    extractor_version: str | None
    tries: int
    first_at: datetime
    last_at: datetime
    run_id: int | None
    bytes: int | None


_SHOWN = (
    "id", "document_name", "origin", "source", "state", "stage", "error", "media_type", "content_hash", "extractor_version", "tries",
    "first_at", "last_at", "run_id",
)  # fmt: skip


def _shown() -> Select[Any]:
    target = table("quarantine")
    return select(*(target.c[name] for name in _SHOWN), func.length(target.c.content))


def set_aside(connection: Connection, run: int, version: str | None, items: Sequence[Item]) -> None:
    """Put items into quarantine, or note that they failed again: one without bytes leaves those that are there.

    What a person dropped stays dropped while its bytes are the same.
    """
    if not items:
        return
    now = datetime.now(UTC)
    before = {one.id: one for one in find_quarantined(connection, (quarantined_id(i.origin, i.document_name) for i in items))}
    target, rows = table("quarantine"), {}
    for item in items:
        key = quarantined_id(item.origin, item.document_name)
        known = before.get(key)
        if known and item.content is None:
            again = {"stage": item.stage, "error": item.error, "tries": _tries(known, run), "last_at": now, "run_id": run}
            connection.execute(target.update().where(target.c.id == key).values(again))
            continue
        hashed = content_hash(item.content) if item.content is not None else None
        dropped = known is not None and known.state == "dropped" and known.content_hash == hashed
        rows[key] = (
            key, item.document_name, item.origin, item.source, "dropped" if dropped else "waiting", item.stage, item.error,
            item.media_type, None if dropped else item.content, hashed, version, _tries(known, run),
            known.first_at if known else now, now, run,
        )  # fmt: skip
    upsert(connection, "quarantine", QUARANTINE, rows.values())


def _tries(known: Quarantined | None, run: int) -> int:
    """Return how often a document has failed now: in one run it fails once, however often its part is done again."""
    return 1 if known is None else known.tries + (known.run_id != run)


def let_go(connection: Connection, origins: Iterable[str]) -> None:
    """Take out of quarantine what could be used after all, by where it stands: what could not be read may not have told its name."""
    target = table("quarantine")
    found = select_in(connection, select(target.c.id), target.c.origin, origins)
    delete_where(connection, "quarantine", ["id"], [(row[0],) for row in found])


def find_quarantined(connection: Connection, keys: Iterable[int]) -> list[Quarantined]:
    """Return those of the documents that are in quarantine, by key."""
    target = table("quarantine")
    return [Quarantined(*row) for row in select_in(connection, _shown(), target.c.id, keys)]


def list_quarantine(connection: Connection, *, dropped: bool = False) -> list[Quarantined]:
    """Return what waits in quarantine, and on request what was dropped; what failed last first."""
    target = table("quarantine")
    states = ["waiting", "dropped"] if dropped else ["waiting"]
    query = _shown().where(target.c.state.in_(states)).order_by(target.c.last_at.desc(), target.c.id)
    return [Quarantined(*row) for row in connection.execute(query)]


def content_of(connection: Connection, key: int) -> bytes | None:
    """Return the bytes of a document in quarantine; None when they are not kept."""
    target = table("quarantine")
    content = connection.scalar(select(target.c.content).where(target.c.id == key))
    return None if content is None else bytes(content)


def drop_quarantined(connection: Connection, keys: Collection[int]) -> int:
    """Give documents up: their bytes go, and the same bytes at the same place are passed over from now on. Return how many."""
    target = table("quarantine")
    query = target.update().where(target.c.id.in_(sorted(keys)), target.c.state == "waiting").values(state="dropped", content=None)
    return connection.execute(query).rowcount


def drop_document(connection: Connection, document: int, reason: str) -> None:
    """Enter a document of the store as dropped, so that its bytes are passed over from now on."""
    documents, now = table("documents"), datetime.now(UTC)
    columns = (documents.c.name, documents.c.origin, documents.c.media_type, documents.c.content_hash)
    name, origin, media_type, hashed = connection.execute(select(*columns).where(documents.c.id == document)).one()
    key = quarantined_id(origin, name)
    row = (key, name, origin, None, "dropped", "load", reason, media_type, None, hashed, None, 0, now, now, None)
    upsert(connection, "quarantine", QUARANTINE, [row])


def find_dropped(connection: Connection, hashes: Iterable[str]) -> set[str]:
    """Return which of the contents a person gave up, by hash."""
    target = table("quarantine")
    query = select(target.c.content_hash).where(target.c.state == "dropped")
    return {row[0] for row in select_in(connection, query, target.c.content_hash, hashes)}

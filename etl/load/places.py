"""The places at which documents stand, and what becomes of a document when its places change.

All places are kept, those too that a night does not look at: a page whose server says that it did not change, a file of an archive that was
read to its end. So other content at one place takes a document from nowhere else, and only one that stands nowhere any more goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, Engine, func, select

from etl.load.documents import Place, remove_documents
from etl.load.identity import document_place_id
from etl.load.transactions import committed
from etl.load.upsert import delete_where, select_in, table, upsert

PLACES = ("id", "document_id", "origin", "name", "fetched_at")


def note_places(connection: Connection, found: Iterable[tuple[int, Place, datetime | None]]) -> None:
    """Enter where documents were found: the document, its place, and when it was fetched there. Those that the store lacks are left out."""
    rows = {(key, place): (document_place_id(key, *place), key, *place, fetched) for key, place, fetched in found}
    column = table("documents").c.id
    stored = {key for (key,) in select_in(connection, select(column), column, {key for key, _ in rows})}
    upsert(connection, "document_places", PLACES, (row for (key, _), row in rows.items() if key in stored), update=False)


def supersede(connection: Connection, seen: Mapping[int, frozenset[Place]]) -> int:
    """Take documents from places that have other content now, and put each at the smallest of its places.

    `seen`: the documents of the run and all places at which it found each. Return how many documents were deleted, which stand nowhere now.
    """
    return _take_away(connection, seen, {**_overwritten(connection, seen), **_refetched(connection)})


def supersede_part(engine: Engine, seen: Mapping[int, frozenset[Place]]) -> None:
    """Do what `supersede` does, but for what was fetched again, after a part of a run that read all that there is at its places.

    Other writers are waited for only when there is something to do, and no part needs to wait for another: whichever has noted its places
    last sees those of both.
    """
    with engine.connect() as connection:
        nothing = not _overwritten(connection, seen) and not _moved(connection, _smallest(connection, seen))
    if not nothing:
        committed(engine, lambda connection: _take_away(connection, seen, _overwritten(connection, seen)), alone=True)


def _take_away(connection: Connection, seen: Mapping[int, frozenset[Place]], left: Mapping[int, int]) -> int:
    delete_where(connection, "document_places", ["id"], [(place,) for place in sorted(left)])
    concerned = {*seen, *left.values()}
    standing = _smallest(connection, concerned)
    gone = set(left.values()) - standing.keys()
    remove_documents(connection, gone)
    documents = table("documents")
    for key, place in _moved(connection, standing).items():
        connection.execute(documents.update().where(documents.c.id == key).values(**place._asdict()))
    return len(gone)


def _moved(connection: Connection, standing: Mapping[int, Place]) -> dict[int, Place]:
    """Return those of the documents that the store shows at another place than they should stand at."""
    documents = table("documents")
    query = select(documents.c.id, documents.c.origin, documents.c.name)
    return {key: standing[key] for key, *shown in select_in(connection, query, documents.c.id, standing) if standing[key] != tuple(shown)}


def _overwritten(connection: Connection, seen: Mapping[int, frozenset[Place]]) -> dict[int, int]:
    """Return rows of places at which the run found something else, and their documents."""
    places = table("document_places")
    slots = {place.slot() for found in seen.values() for place in found}
    query = select(places.c.id, places.c.document_id, places.c.origin, places.c.name)
    left = {}
    for row, document, origin, name in select_in(connection, query, places.c.name, {name for _, name in slots}):
        place = Place(origin, name)
        if place.slot() in slots and place not in seen.get(document, ()):
            left[row] = document
    return left


def _refetched(connection: Connection) -> dict[int, int]:
    """Return rows of places from which something newer was fetched, and their documents.

    A run that dies before it supersedes leaves both, and a page that is known is not fetched again.
    """
    places = table("document_places")
    twice = (
        select(places.c.origin, places.c.name)
        .where(places.c.fetched_at.is_not(None))
        .group_by(places.c.origin, places.c.name)
        .having(func.count() > 1)
    )
    left: dict[int, int] = {}
    for origin, name in connection.execute(twice).all():
        here = select(places.c.id, places.c.document_id).where(
            places.c.origin == origin, places.c.name == name, places.c.fetched_at.is_not(None)
        )
        older = connection.execute(here.order_by(places.c.fetched_at.desc(), places.c.document_id)).all()[1:]
        left |= {row.id: row.document_id for row in older}
    return left


def _smallest(connection: Connection, documents: Iterable[int]) -> dict[int, Place]:
    places = table("document_places")
    query = select(places.c.document_id, places.c.origin, places.c.name)
    found: dict[int, Place] = {}
    for document, origin, name in select_in(connection, query, places.c.document_id, documents):
        place = Place(origin, name)
        found[document] = min(place, found.get(document, place))
    return found

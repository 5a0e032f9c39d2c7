"""The seeds into the reference tables.

The tables are compared with the seeds and only differences are written, so that loading twice changes nothing. What articles brought
(`provisional`) is left alone, until the seeds come to know it. What the seeds no longer hold becomes provisional, for articles may speak
of it; if none does, `remove_orphans` takes it away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from sqlalchemy import Connection, select, update

from etl.errors import RunError
from etl.keys import stable_id
from etl.lexicon.tables import cell_list, read_table
from etl.load.identity import actor_id, initiative_id, office_id, person_name_id, state_id, topic_id
from etl.load.initiatives import INITIATIVE_PROPOSERS
from etl.load.upsert import Diff, Row, compare, delete_where, remove, replace, table, write
from etl.records import ActorRef
from etl.resolve.bearers import person_key

_rows = partial(read_table, "reference")

ACTORS = ("id", "kind", "name", "provisional", "source")
STATES = ("actor_id", "alpha2", "alpha3", "m49", "common_name", "official_name", "region", "capital")
ORGANIZATIONS = ("actor_id", "kind", "seat", "parent_id")
ACTOR_NAMES = ("id", "actor_id", "name", "kind", "language", "source")
PLACES = ("id", "name", "state_id", "kind", "source")
PLACE_NAMES = ("id", "place_id", "name")
PEOPLE = ("id", "name", "family_name", "gender", "actor_id", "provisional", "source")
PERSON_NAMES = ("id", "person_id", "name", "kind", "source")
OFFICES = (
    "id", "person_id", "title", "kind", "actor_id", "valid_from", "valid_from_precision", "valid_until", "valid_until_precision",
    "known_by", "source",
)  # fmt: skip
INITIATIVES = ("id", "name", "kind", "parent_id", "provisional", "source")
INITIATIVE_NAMES = ("id", "initiative_id", "name", "kind", "source")
TOPICS = ("id", "name", "definition", "source")


def load_reference(connection: Connection) -> int:
    """Bring the reference tables to what the seeds say; return how many rows were written or deleted.

    Raises RunError when a row of the seeds names an actor, person or initiative that the seeds do not have.
    """
    find = _actor_finder()
    seeded = _Loader(connection)
    seeded.entities("actors", ACTORS, _actors())
    seeded.entities("people", PEOPLE, _people(find))
    seeded.initiatives(_initiatives())
    seeded.facts("states", STATES, _states())
    seeded.details("organizations", ORGANIZATIONS, _organizations(find))
    seeded.facts("actor_names", ACTOR_NAMES, _actor_names(find))
    seeded.facts("places", PLACES, _places())
    seeded.links("place_names", PLACE_NAMES, _place_names())
    seeded.links("person_names", PERSON_NAMES, _person_names(), of_seeds="source")
    seeded.links("offices", OFFICES, _offices(find), of_seeds="source")
    seeded.links("initiative_names", INITIATIVE_NAMES, _initiative_names())
    seeded.links("initiative_proposers", INITIATIVE_PROPOSERS, _initiative_proposers(find), parent=("initiative_id", "initiatives"))
    seeded.facts("topics", TOPICS, _topics())
    return seeded.changes


class _Loader:
    """Writes one table after the other and counts what changed."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.changes = 0

    def _count(self, diff: Diff) -> Diff:
        self.changes += len(diff.written) + len(diff.deleted)
        return diff

    def entities(self, name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
        """What articles may refer to: never deleted here."""
        target = table(name)
        diff = self._count(compare(self.connection, name, columns, rows, scope=target.c.provisional.is_(False)))
        # A row that articles brought and that the seeds now know is no new row for the database: upsert.
        write(self.connection, diff)
        for (key,) in diff.deleted:
            self.connection.execute(update(target).where(target.c.id == key).values(provisional=True, source=None))

    def initiatives(self, rows: Iterable[Row]) -> None:
        """Parents before children: the database checks each row as it comes."""
        pending = list(rows)
        everything = {row[0]: row for row in pending}
        depth = {key: sum(1 for _ in _ancestors(everything, key)) for key in everything}
        self.entities("initiatives", INITIATIVES, sorted(pending, key=lambda row: (depth[row[0]], row[0])))

    def details(self, name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
        """Details of an actor: written; they go when their actor goes."""
        rows = list(rows)
        scope = table(name).c[columns[0]].in_(select(table("actors").c.id).where(table("actors").c.provisional.is_(False)))
        diff = self._count(compare(self.connection, name, columns, rows, scope=scope))
        write(self.connection, diff)

    def facts(self, name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
        """Rows that come from the seeds alone and that others may refer to."""
        diff = self._count(compare(self.connection, name, columns, rows))
        if name == "places" and diff.deleted:
            mentions = table("mentions")
            gone = [key for (key,) in diff.deleted]
            self.connection.execute(update(mentions).where(mentions.c.place_id.in_(gone)).values(place_id=None))
            delete_where(self.connection, "place_names", ["place_id"], diff.deleted)
        write(self.connection, diff)
        remove(self.connection, diff)

    def links(
        self,
        name: str,
        columns: tuple[str, ...],
        rows: Iterable[Row],
        *,
        of_seeds: str | None = None,
        parent: tuple[str, str] | None = None,
    ) -> None:
        """Rows to which nothing refers. `of_seeds`: rows without that column's value came from articles and stay;

        `parent`: so do the rows of a provisional parent (column, table)."""
        target = table(name)
        scope = None
        if of_seeds:
            scope = target.c[of_seeds].is_not(None)
        elif parent:
            scope = target.c[parent[0]].in_(select(table(parent[1]).c.id).where(table(parent[1]).c.provisional.is_(False)))
        diff = self._count(compare(self.connection, name, columns, rows, scope=scope))
        if scope is not None:
            # The same row may have come from articles first.
            keys = [c.name for c in target.primary_key.columns]
            delete_where(self.connection, name, keys, [tuple(row[columns.index(k)] for k in keys) for row in diff.written])
        replace(self.connection, diff)


def _ancestors(rows: dict[int, Row], key: int) -> Iterator[int]:
    seen = {key}
    parent = rows[key][3]
    while parent is not None and parent not in seen:
        seen.add(parent)
        yield parent
        parent = rows[parent][3]


def _actor_finder() -> Callable[[str, str], int | None]:
    """Return what finds the key of the actor that a cell means: an alpha-2 code, a canonical name, or an organization's other full name."""
    known: dict[str, ActorRef] = {row["alpha2"]: ActorRef("state", row["alpha2"]) for row in _rows("states")}
    known |= {row["name"]: ActorRef("organization", row["name"]) for row in _rows("organizations")}
    others: dict[str, ActorRef] = {}
    for row in _rows("actor_names"):
        if row["kind"] in ("name", "short", "acronym") and row["actor"] in known:
            others.setdefault(row["name"], known[row["actor"]])

    def find(cell: str, where: str) -> int | None:
        if not cell:
            return None
        actor = known.get(cell) or others.get(cell)
        if actor is None:
            raise RunError(f"seeds/reference/{where}.csv names the actor {cell!r}, which neither states.csv nor organizations.csv has")
        return actor_id(actor)

    return find


def _some(cell: str) -> str | None:
    return cell or None


def _actors() -> Iterator[Row]:
    for row in _rows("states"):
        yield (state_id(row["alpha2"]), "state", row["alpha2"], False, _some(row["source"]))
    for row in _rows("organizations"):
        yield (actor_id(ActorRef("organization", row["name"])), "organization", row["name"], False, _some(row["source"]))


def _states() -> Iterator[Row]:
    for row in _rows("states"):
        alpha3, m49, official = _some(row["alpha3"]), _some(row["m49"]), _some(row["official_name"])
        yield (state_id(row["alpha2"]), row["alpha2"], alpha3, m49, row["name"], official, _some(row["region"]), _some(row["capital"]))


def _organizations(find: Callable[[str, str], int | None]) -> Iterator[Row]:
    for row in _rows("organizations"):
        key = actor_id(ActorRef("organization", row["name"]))
        yield (key, row["kind"], _some(row["seat"]), find(row["parent"], "organizations"))


def _actor_names(find: Callable[[str, str], int | None]) -> Iterator[Row]:
    for row in _rows("actor_names"):
        actor = find(row["actor"], "actor_names")
        key = stable_id("actor_name", actor, row["kind"], row["name"], row["language"])
        yield (key, actor, row["name"], row["kind"], row["language"], _some(row["source"]))


def _place_key(row: dict[str, str]) -> int:
    return stable_id("place", row["state"] or None, row["kind"], row["name"])


def _places() -> Iterator[Row]:
    for row in _rows("places"):
        state = state_id(row["state"]) if row["state"] else None
        yield (_place_key(row), row["name"], state, row["kind"], _some(row["source"]))


def _place_names() -> Iterator[Row]:
    for row in _rows("places"):
        for name in sorted(set(cell_list(row["aliases"]))):
            yield (stable_id("place_name", _place_key(row), name), _place_key(row), name)


def _person(name: str) -> int:
    return person_key(name, None, provisional=False)


def _people(find: Callable[[str, str], int | None]) -> Iterator[Row]:
    for row in _rows("people"):
        actor = find(row["actor"], "people")
        yield (_person(row["name"]), row["name"], _some(row["family_name"]), _some(row["gender"]), actor, False, _some(row["source"]))


def _person_names() -> Iterator[Row]:
    for row in _rows("person_names"):
        person = _person(row["person"])
        yield (person_name_id(person, row["name"]), person, row["name"], row["kind"], row["source"] or "seeds")


def _offices(find: Callable[[str, str], int | None]) -> Iterator[Row]:
    for row in _rows("offices"):
        person, actor = _person(row["person"]), find(row["actor"], "offices")
        start, start_precision = partial_date(row["valid_from"])
        end, end_precision = partial_date(row["valid_until"])
        if start and end and end < start:
            # A term that ended in the month or year in which it began, and whose end is known less exactly.
            end = start
        key = office_id(person, row["title"], actor, start)
        source = row["source"] or "seeds"
        yield (key, person, row["title"], row["office"], actor, start, start_precision, end, end_precision, "seeds", source)


def partial_date(cell: str) -> tuple[date | None, str]:
    """Return the first day of "2012", "2012-11" or "2012-11-15", and how exactly it is known; (None, "unknown") of an empty cell."""
    match [int(part) for part in cell.split("-") if part]:
        case [year]:
            return date(year, 1, 1), "year"
        case [year, month]:
            return date(year, month, 1), "month"
        case [year, month, day]:
            return date(year, month, day), "day"
    return None, "unknown"


def _initiatives() -> Iterator[Row]:
    for row in _rows("initiatives"):
        parent = initiative_id(row["parent"]) if row["parent"] else None
        yield (initiative_id(row["name"]), row["name"], row["kind"], parent, False, _some(row["source"]))


def _initiative_names() -> Iterator[Row]:
    for row in _rows("initiative_names"):
        owner = initiative_id(row["initiative"])
        yield (stable_id("initiative_name", owner, row["name"]), owner, row["name"], row["kind"], _some(row["source"]))


def _initiative_proposers(find: Callable[[str, str], int | None]) -> Iterator[Row]:
    for row in _rows("initiatives"):
        for proposer in cell_list(row["proposers"]):
            yield (initiative_id(row["name"]), find(proposer, "initiatives"))


def _topics() -> Iterator[Row]:
    for row in _rows("topics"):
        yield (topic_id(row["name"]), row["name"], row["definition"], _some(row["source"]))

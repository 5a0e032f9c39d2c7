"""Bearers in the store: what all references under one name say, kept as counts, and who that is."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from etl.keys import stable_id
from etl.load.upsert import Row, delete_where, select_in, table, upsert
from etl.records import ActorRef
from etl.resolve.bearers import Bearer, NameKey, Person, person_of
from etl.resolve.people import called_as_judged

NAME_BEARERS = ("id", "is_known", "name", "actor_kind", "actor", "seen", "component_id", "person_id", "score", "reason")


def bearer_id(key: NameKey) -> int:
    """Return the key of a bearer."""
    return stable_id("bearer", *key)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a bearer stands: the bearers weighed with it, the person it is, and why."""

    component_id: int
    person_id: int
    score: float
    reason: str


@dataclass(slots=True)
class StoredBearer:
    """A bearer and where it stood when it was read; None for one that is new."""

    bearer: Bearer
    standing: Standing | None


class BearerShelf:
    """The bearers of a store, read as they are asked for and kept as they were read."""

    def __init__(self, connection: Connection, names: Mapping[NameKey, str]) -> None:
        """`names`: what somebody said that people are called."""
        self.connection = connection
        self.names = names
        self._found: dict[int, StoredBearer] = {}
        self._people: dict[int, Person] = {}

    def read(self, keys: Iterable[int]) -> dict[int, StoredBearer]:
        """Return those of the bearers that the store has."""
        wanted = set(keys)
        missing = wanted - self._found.keys()
        if missing:
            target = table("name_bearers")
            for row in select_in(self.connection, select(*(target.c[c] for c in NAME_BEARERS)), target.c.id, missing):
                self._found[row[0]] = _read(row)
        return {key: self._found[key] for key in wanted if key in self._found}

    def of(self, column: str, values: Iterable[int]) -> set[int]:
        """Return the bearers of the components or people of these keys."""
        target = table("name_bearers")
        return {key for (key,) in select_in(self.connection, select(target.c.id), target.c[column], values)}

    def people(self, people: Iterable[int]) -> dict[int, Person]:
        """Return the people of these keys as the store has them now, without their aliases."""
        wanted = set(people)
        missing = wanted - self._people.keys()
        if missing:
            target = table("name_bearers")
            groups: dict[int, list[Bearer]] = defaultdict(list)
            for row in select_in(self.connection, select(*(target.c[c] for c in NAME_BEARERS)), target.c.person_id, missing):
                groups[row[7]].append(_read(row).bearer)
            self._people.update((key, called_as_judged(person_of(bearers), self.names)) for key, bearers in groups.items())
        return {key: self._people[key] for key in wanted if key in self._people}

    def write(self, bearers: Iterable[tuple[Bearer, Standing]], gone: Iterable[int]) -> None:
        """Write bearers, and take away those that are gone."""
        delete_where(self.connection, "name_bearers", ["id"], [(key,) for key in sorted(gone)])
        upsert(self.connection, "name_bearers", NAME_BEARERS, [_row(bearer, standing) for bearer, standing in bearers])
        self._found.clear()
        self._people.clear()


def _read(row: Row) -> StoredBearer:
    _, is_known, name, actor_kind, actor, seen, component, person, score, reason = row
    counts = json.loads(seen)
    bearer = Bearer(
        NameKey(bool(is_known), name, actor_kind, actor),
        Counter(counts["names"]),
        Counter({ActorRef(kind, who): count for kind, who, count in counts["actors"]}),
        Counter(counts["genders"]),
    )
    return StoredBearer(bearer, Standing(component, person, score, reason))


def _row(bearer: Bearer, standing: Standing) -> Row:
    seen = {
        "names": dict(sorted(bearer.names.items())),
        "actors": [[*actor, count] for actor, count in sorted(bearer.actors.items())],
        "genders": dict(sorted(bearer.genders.items())),
    }
    return (
        bearer_id(bearer.key), *bearer.key, json.dumps(seen, ensure_ascii=False), standing.component_id, standing.person_id,
        standing.score, standing.reason,
    )  # fmt: skip


def copy_of(bearer: Bearer) -> Bearer:
    """Return a bearer that counts on its own."""
    return Bearer(bearer.key, Counter(bearer.names), Counter(bearer.actors), Counter(bearer.genders))

"""The first stage: who is who in the articles that changed, and whom that makes somebody else in articles that did not.

A name makes its references one person (`names`). A surname alone or an office alone depends on who was seen around that time, so it is
asked again when somebody of that surname, or in that office, is seen at a time when they were not (`shelves.opened`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from sqlalchemy import Connection, select

from etl.load.days import NO_DAY, day_of
from etl.load.identity import actor_id, person_name_id, reference_id
from etl.load.observations import read_observations
from etl.load.resolving.bearers import BearerShelf, bearer_id
from etl.load.resolving.names import Regrouped, is_full, regroup_names
from etl.load.resolving.shelves import (
    NOBODY,
    Observation,
    Sightings,
    block_of,
    count_sightings,
    days_seen,
    file_observations,
    filed,
    filed_between,
    names_in,
    opened,
    seen_near,
)
from etl.load.resolving.unresolved import Changes
from etl.load.upsert import Row, compare_within, remove, replace, select_in, table, write
from etl.records import ActorRef
from etl.resolve.bearers import Person
from etl.resolve.people import (
    OFFICE_DAYS,
    SURNAME_DAYS,
    Reference,
    block_of_surname,
    identify,
    office_block,
    office_identity,
    references_of,
    sought_office,
    surname_blocks,
    who_bears,
    who_holds,
    with_aliases,
)
from etl.resolve.records import PersonIdentity, ResolvedPerson
from etl.resolve.verdicts import Decisions

PEOPLE = ("id", "name", "family_name", "gender", "actor_id", "provisional")
PERSON_NAMES = ("id", "person_id", "name", "kind")
IDENTITIES = ("person_reference_id", "person_id", "score", "reason")


@dataclass(slots=True)
class Stirred:
    """What the stage hands on: articles in which somebody is another or is called otherwise, and people whom no article names any more."""

    articles: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)


def resolve_people(connection: Connection, changes: Changes, decisions: Decisions) -> Stirred:
    """Bring identities and people up to date with the changes."""
    return _People(connection, changes, decisions).resolve()


class _People:
    def __init__(self, connection: Connection, changes: Changes, decisions: Decisions) -> None:
        self.connection = connection
        self.changes = changes
        self.decisions = decisions
        self.shelf = BearerShelf(connection, decisions.names)
        self.references: dict[Observation, Reference] = {}
        self.read: set[int] = set()
        self.near: dict[tuple[int, int], bool] = {}

    def resolve(self) -> Stirred:
        self._read(self.changes.articles)
        fresh = dict(self.references)
        regrouped = regroup_names(self.connection, self.shelf, fresh.values(), self.changes, self.decisions)
        self._file(fresh.values())
        came: Sightings = Counter()
        for one in fresh.values():
            if key := one.name_key:
                came[bearer_id(key), NOBODY, day_of(one.seen_on)] += 1
        lost: Sightings = Counter((key, NOBODY, day) for key, day, _ in self.changes.bearers)
        count_sightings(self.connection, _sum(came, lost))
        asked = self._named(fresh, regrouped) | self._surnames(regrouped, came, lost)
        identities = self._identify(asked)
        moved = self._store(identities)
        decided = {standing.person_id for key, standing in regrouped.now.items() if bearer_id(key) in self.changes.of["name"]}
        stayed = regrouped.people.keys() & regrouped.people_before.keys()
        renamed = {key for key in stayed if key in decided or regrouped.people[key].row != regrouped.people_before[key].row}
        holders = self._hold(fresh, moved, renamed | (regrouped.people_before.keys() - regrouped.people.keys()))
        moved.update(self._store(holders))
        concerned = {*self.changes.of["person"], *regrouped.people, *regrouped.people_before}
        for old, new in moved.values():
            concerned |= {person for person in (old, new) if person is not None}
        concerned |= {one.person_id for one in chain(identities.values(), holders.values()) if one is not None}
        stirred = Stirred({article for article, _ in moved} | set(self.changes.articles))
        stirred.articles |= self._articles_of(key for key in renamed if key in decided or _shown(regrouped, key))
        stirred.gone = self._store_people(concerned)
        return stirred

    def _read(self, articles: Iterable[int]) -> None:
        missing = set(articles) - self.read
        self.read |= missing
        for article in read_observations(self.connection, missing, {"people", "offices"}).articles:
            self.references.update((one.key, one) for one in references_of(article))

    def _file(self, fresh: Collection[Reference]) -> None:
        rows: list[tuple[int, int, Observation, bytes | None]] = []
        for one in fresh:
            day = day_of(one.seen_on)
            if key := one.name_key:
                rows.append((bearer_id(key), day, one.key, None))
                block = block_of_surname(one.reference) if not key.is_full else None
                if block:
                    rows.append((block_of(block), day, one.key, None))
            elif office := sought_office(one):
                rows.append((block_of(office_block(office)), day, one.key, None))
        file_observations(self.connection, "person", self.changes.articles, rows)

    def _named(self, fresh: Mapping[Observation, Reference], regrouped: Regrouped) -> set[Observation]:
        """Return the references that are new, or whose bearer stands elsewhere than before."""
        moved = {
            bearer_id(key)
            for key, standing in regrouped.now.items()
            if (old := regrouped.before.get(key))
            and (old.person_id, old.score, old.reason) != (standing.person_id, standing.score, standing.reason)
        }
        return {key for key, one in fresh.items() if one.name_key} | {key for _, _, key, _ in filed(self.connection, moved)}

    def _surnames(self, regrouped: Regrouped, came: Sightings, lost: Sightings) -> set[Observation]:
        """Return the references by surname that may mean another now."""
        days = _Days(came, lost)
        everywhere: set[int] = set()
        found: set[Observation] = set()
        for person_id in regrouped.people.keys() | regrouped.people_before.keys():
            old, new = regrouped.people_before.get(person_id), regrouped.people.get(person_id)
            blocks = {block_of(block) for person in (old, new) if person for block in surname_blocks(person)}
            if old is None or new is None or (old.row, old.keys, old.names, old.actors) != (new.row, new.keys, new.names, new.actors):
                everywhere |= blocks
                continue
            for first, last in self._opened({bearer_id(key) for key in new.keys}, NOBODY, days, SURNAME_DAYS):
                for block in blocks:
                    found |= set(filed_between(self.connection, block, first, last))
        return found | {key for _, _, key, _ in filed(self.connection, everywhere)}

    def _opened(self, blocks: set[int], person: int, days: _Days, reach: int) -> Iterator[tuple[int, int]]:
        """Yield the periods in which the changed days make a difference to whether the person was seen near."""
        came, changed = days.of(blocks, person)
        if not changed:
            return
        first, last = min(changed) - 2 * reach, max(changed) + 2 * reach
        if NO_DAY in changed:
            first, last = 0, date.max.toordinal()
        seen = days_seen(self.connection, blocks, person, first, last)
        yield from opened(changed, {day for day, count in seen.items() if count > came[day]}, reach)

    def _identify(self, asked: Collection[Observation]) -> dict[Observation, PersonIdentity | None]:
        """Return whom references by name mean (rules 1 to 3)."""
        self._read(article for article, _ in asked)
        ones = [self.references[key] for key in sorted(asked) if self.references[key].name_key]
        bearers = self.shelf.read({bearer_id(key) for one in ones if (key := one.name_key)})
        standing = {one.bearer.key: one.standing for one in bearers.values()}
        people = self.shelf.people({s.person_id for s in standing.values() if s})
        named: dict[int, set[int]] = defaultdict(set)
        surnames = {
            one.key: block
            for one in ones
            if (key := one.name_key) and not is_full(key, self.decisions.people) and (block := block_of_surname(one.reference))
        }
        for block, person in names_in(self.connection, {block_of(block) for block in surnames.values()}):
            named[block].add(person)
        candidates = self.shelf.people(set(chain.from_iterable(named.values())))
        found: dict[Observation, PersonIdentity | None] = {}
        for one in ones:
            key = one.name_key
            assert key is not None
            stands = standing[key]
            assert stands is not None
            found[one.key] = identify(one, people[stands.person_id])
            if one.key in surnames:
                near = [candidates[p] for p in sorted(named[block_of(surnames[one.key])]) if self._is_near(candidates[p], one.seen_on)]
                found[one.key] = who_bears(one, near) or found[one.key]
        return found

    def _is_near(self, person: Person, when: date | None) -> bool:
        if when is None:
            return True
        asked = person.row.person_id, day_of(when)
        if asked not in self.near:
            blocks = {bearer_id(key) for key in person.keys}
            self.near[asked] = bool(seen_near(self.connection, blocks, asked[1], SURNAME_DAYS))
        return self.near[asked]

    def _hold(
        self, fresh: Mapping[Observation, Reference], moved: Mapping[Observation, tuple[int | None, int | None]], renamed: Collection[int]
    ) -> dict[Observation, PersonIdentity | None]:
        """Return whom references by office alone mean (rule 4): those that are new, and those who may be another now."""
        came, lost = self._office_sightings(fresh, moved)
        count_sightings(self.connection, _sum(came, lost))
        asked = {key for key, one in fresh.items() if not one.name_key} | self._held_by(renamed)
        days = _Days(came, lost)
        for block, person in sorted({(block, person) for block, person, _ in (*came, *lost)}):
            for first, last in self._opened({block}, person, days, OFFICE_DAYS):
                asked |= set(filed_between(self.connection, block, first, last))
        self._read(article for article, _ in asked)
        found: dict[Observation, PersonIdentity | None] = {}
        seen: dict[tuple[int, int], set[int]] = {}
        for key in sorted(asked):
            one = self.references[key]
            office = sought_office(one)
            found[key] = None
            if office is None or one.name_key:
                continue
            near = block_of(office_block(office)), day_of(one.seen_on)
            if near not in seen:
                seen[near] = seen_near(self.connection, {near[0]}, near[1], OFFICE_DAYS)
            holder = who_holds(one, {office: [(one.seen_on, person) for person in sorted(seen[near])]})
            if holder is not None:
                found[key] = office_identity(one, self.shelf.people([holder])[holder].row)
        return found

    def _office_sightings(
        self, fresh: Mapping[Observation, Reference], moved: Mapping[Observation, tuple[int | None, int | None]]
    ) -> tuple[Sightings, Sightings]:
        came: Sightings = Counter()
        lost: Sightings = Counter(self.changes.sightings)
        self._read(article for article, _ in moved)
        current = self._persons_of(fresh)
        for key in {*fresh, *moved}:
            one = self.references[key]
            old, new = moved.get(key, (current.get(key), current.get(key)))
            for office in one.offices if one.name_key else ():
                block, day = block_of(office_block(office)), day_of(one.seen_on)
                if new is not None:
                    came[block, new, day] += 1
                if old is not None and key not in fresh:
                    lost[block, old, day] += 1
        return came, lost

    def _persons_of(self, keys: Iterable[Observation]) -> dict[Observation, int]:
        by_id = {reference_id(*key): key for key in keys}
        target = table("person_identities")
        query = select(target.c.person_reference_id, target.c.person_id)
        return {by_id[key]: person for key, person in select_in(self.connection, query, target.c.person_reference_id, by_id)}

    def _held_by(self, people: Collection[int]) -> set[Observation]:
        """Return the references without a name that mean one of the people."""
        identities, references = table("person_identities"), table("person_references")
        query = select(references.c.article_id, references.c.ordinal).join(identities, identities.c.person_reference_id == references.c.id)
        unnamed = query.where(references.c.name.is_(None))
        return {(article, ordinal) for article, ordinal in select_in(self.connection, unnamed, identities.c.person_id, people)}

    def _store(self, identities: Mapping[Observation, PersonIdentity | None]) -> dict[Observation, tuple[int | None, int | None]]:
        """Write identities; return the references that are somebody else than before, with whom they were and are."""
        keys = {reference_id(*key): key for key in identities}
        rows: list[Row] = [(reference_id(*key), one.person_id, one.score, one.reason) for key, one in identities.items() if one is not None]
        before = self._persons_of(identities)
        diff = compare_within(self.connection, "person_identities", IDENTITIES, rows, column="person_reference_id", keys=keys)
        self._ensure_people(one.person_id for one in identities.values() if one is not None)
        replace(self.connection, diff)
        return {
            key: (before.get(key), one.person_id if one else None)
            for key, one in identities.items()
            if before.get(key) != (one.person_id if one else None)
        }

    def _ensure_people(self, people: Iterable[int]) -> None:
        """Have a row for everybody to whom an identity is about to refer; what it says of them is filled in at the end."""
        target = table("people")
        wanted = set(people)
        missing = wanted - {key for (key,) in select_in(self.connection, select(target.c.id), target.c.id, wanted)}
        rows = [_person_row(person.row) for _, person in sorted(self.shelf.people(missing).items())]
        write(self.connection, compare_within(self.connection, "people", PEOPLE, rows, column="id", keys=missing))

    def _store_people(self, concerned: set[int]) -> set[int]:
        """Write the people whom articles alone know, with their other names; return those whom no article names any more."""
        target, identities, references, mentions = map(table, ("people", "person_identities", "person_references", "mentions"))
        provisional = select(target.c.id).where(target.c.provisional.is_(True))
        own = {key for (key,) in select_in(self.connection, provisional, target.c.id, concerned)}
        named = select(identities.c.person_id, references.c.name).distinct()
        named = named.join(references, references.c.id == identities.c.person_reference_id)
        called: dict[int, set[str]] = defaultdict(set)
        known: set[int] = set()
        for person, name in select_in(self.connection, named, identities.c.person_id, own):
            known.add(person)
            called[person] |= {name} if name else set()
        spelled = select(identities.c.person_id, mentions.c.surface).distinct()
        spelled = spelled.join(mentions, mentions.c.person_reference_id == identities.c.person_reference_id).where(
            mentions.c.kind == "person"
        )
        surfaces: dict[int, set[str]] = defaultdict(set)
        for person, surface in select_in(self.connection, spelled, identities.c.person_id, own):
            surfaces[person].add(surface)
        rows = [with_aliases(person, called[key], surfaces[key]) for key, person in sorted(self.shelf.people(known).items())]
        write(self.connection, compare_within(self.connection, "people", PEOPLE, map(_person_row, rows), column="id", keys=known))
        aliases = [(person_name_id(p.person_id, name), p.person_id, name, "variant") for p in rows for name in p.aliases]
        diff = compare_within(self.connection, "person_names", PERSON_NAMES, aliases, column="person_id", keys=own)
        replace(self.connection, diff)
        return own - known

    def _articles_of(self, people: Iterable[int]) -> set[int]:
        identities, references = table("person_identities"), table("person_references")
        query = select(references.c.article_id).distinct().join(identities, identities.c.person_reference_id == references.c.id)
        return {article for (article,) in select_in(self.connection, query, identities.c.person_id, people)}


def remove_people(connection: Connection, gone: Iterable[int]) -> None:
    """Take away people whom no article names any more, once nothing refers to them."""
    remove(connection, compare_within(connection, "people", ("id",), (), column="id", keys=gone))


class _Days:
    """On which days somebody came to be seen, or ceased to be."""

    def __init__(self, came: Sightings, lost: Sightings) -> None:
        self._came: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        self._changed: dict[tuple[int, int], set[int]] = defaultdict(set)
        for block, person, day in came:
            self._came[block, person][day] += came[block, person, day]
        for block, person, day in (*came, *lost):
            self._changed[block, person].add(day)

    def of(self, blocks: Iterable[int], person: int) -> tuple[Counter[int], set[int]]:
        """Return how often the person came to be seen in the blocks on which days, and the days on which anything changed."""
        keys = [(block, person) for block in blocks if (block, person) in self._changed]
        return sum((self._came[key] for key in keys), Counter()), {day for key in keys for day in self._changed[key]}


def _sum(came: Sightings, lost: Sightings) -> Sightings:
    total = Counter(came)
    total.subtract(lost)
    return total


def _shown(regrouped: Regrouped, key: int) -> bool:
    """Return whether other tables show what changed of a person: the name, or the actor."""
    old, new = regrouped.people_before[key].row, regrouped.people[key].row
    return (old.name, old.actor) != (new.name, new.actor)


def _person_row(person: ResolvedPerson) -> Row:
    """People of the seeds have rows already, which stay as the seeds have them."""
    return (person.person_id, person.name, person.family, person.gender, _actor(person.actor), True)


def _actor(actor: ActorRef | None) -> int | None:
    return actor_id(actor) if actor else None

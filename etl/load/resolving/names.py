"""Names into people: which bearers a night's articles touch, and who those are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from etl.load.resolving.bearers import BearerShelf, Standing, StoredBearer, bearer_id, copy_of
from etl.load.resolving.shelves import block_of, move_names, names_in
from etl.load.resolving.unresolved import Changes, name_key_of
from etl.load.upsert import Row
from etl.records import ActorRef
from etl.resolve.bearers import (
    SAME_PERSON,
    Bearer,
    NameKey,
    Person,
    blocks_of_bearer,
    compare_bearers,
    join_bearers,
    person_of,
    surname_person,
)
from etl.resolve.names import begin_alike
from etl.resolve.people import Reference, called_as_judged, surname_blocks
from etl.resolve.verdicts import Decisions, Verdicts


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Bearers whose counts or company changed: where each stood and stands, and the people they made and make."""

    before: Mapping[NameKey, Standing]
    now: Mapping[NameKey, Standing]
    people_before: Mapping[int, Person]
    people: Mapping[int, Person]


def regroup_names(
    connection: Connection, shelf: BearerShelf, references: Iterable[Reference], changes: Changes, decisions: Decisions
) -> Regrouped:
    """Count the references that came and went, and put the bearers that this can concern together anew."""
    counted = _count(shelf, references, changes)
    gone = {key for key, bearer in counted.items() if not bearer.names}
    stored = {one.bearer.key: one for one in shelf.read(map(bearer_id, counted)).values()}
    verdicts: Verdicts[NameKey] = decisions.people
    full = {key: bearer for key, bearer in counted.items() if is_full(key, verdicts)}
    # A surname stands among the full names while somebody says that it is one's name.
    move_names(connection, (row for key, bearer in counted.items() if not key.is_full for row in _name_rows(bearer)), ())
    move_names(
        connection,
        (row for key in full if key in stored and key.is_full for row in _name_rows(stored[key].bearer)),
        (row for key, bearer in full.items() if key not in gone for row in _name_rows(bearer)),
    )
    mates = shelf.of("component_id", (one.standing.component_id for one in stored.values() if one.standing))
    changed = _changed(full, stored, changes, gone)
    mates |= _mates_of_partners(connection, shelf, full, changed, verdicts)
    reached, settled = _reach(shelf, full, changed, gone, mates, verdicts)
    people, components = join_bearers(reached, verdicts, settled)
    people += [surname_person(bearer) for key, bearer in counted.items() if key not in full and key not in gone]
    people = [called_as_judged(person, decisions.names) for person in people]
    now = {
        key: Standing(bearer_id(min(components.get(key, (key,)))), person.row.person_id, *person.why[key])
        for person in people
        for key in person.keys
    }
    concerned = {one.bearer.key: one for one in shelf.read(map(bearer_id, {*reached, *counted})).values()}
    before = {key: one.standing for key, one in concerned.items() if one.standing}
    people_before = {key: called_as_judged(person, decisions.names) for key, person in _people_of(concerned.values()).items()}
    bearers = {**reached, **counted}
    shelf.write(((bearers[key], standing) for key, standing in now.items()), map(bearer_id, gone))
    after = {person.row.person_id: person for person in people}
    move_names(connection, _surname_rows(people_before.values()), _surname_rows(after.values()))
    return Regrouped(before, now, people_before, after)


def is_full(key: NameKey, verdicts: Verdicts[NameKey]) -> bool:
    """Return whether a name is more than a surname, or somebody said whose name it is."""
    return key.is_full or key in verdicts.joined


def _count(shelf: BearerShelf, references: Iterable[Reference], changes: Changes) -> dict[NameKey, Bearer]:
    """Return the bearers whose references changed, with the counts that they have now."""
    came = [(key, one) for one in references if (key := one.name_key) is not None]
    touched = {key for key, _ in came} | {name_key_of(detail) for _, _, detail in changes.bearers}
    touched |= {one.bearer.key for one in shelf.read(changes.of["name"]).values()}
    stored = shelf.read(map(bearer_id, touched))
    counted = {key: copy_of(stored[bearer_id(key)].bearer) if bearer_id(key) in stored else Bearer(key) for key in touched}
    for key, one in came:
        counted[key].add(one.reference.name or "", one.reference.actor, one.reference.gender)
    for _, _, detail in changes.bearers:
        name, actor, gender, _ = detail
        counted[name_key_of(detail)].add(name, ActorRef(*actor) if actor else None, gender, -1)
    for bearer in counted.values():
        bearer.names, bearer.actors, bearer.genders = +bearer.names, +bearer.actors, +bearer.genders
    return counted


def _changed(full: Mapping[NameKey, Bearer], stored: Mapping[NameKey, StoredBearer], changes: Changes, gone: set[NameKey]) -> set[NameKey]:
    """Return those of the counted full names that may agree with other names than they did: new ones, judged ones, of new actors."""
    return {
        key
        for key, bearer in full.items()
        if key not in gone and (key not in stored or bearer_id(key) in changes.of["name"] or not bearer.compares_like(stored[key].bearer))
    }


def _mates_of_partners(
    connection: Connection,
    shelf: BearerShelf,
    full: Mapping[NameKey, Bearer],
    changed: Collection[NameKey],
    verdicts: Verdicts[NameKey],
) -> set[int]:
    """Return the bearers of all components that changed ones reach now. What did not change agrees with whom it agreed with, no more."""
    compare = verdicts.ruling(lambda a, b: compare_bearers(known[a], known[b]))
    known = {key: full[key] for key in changed}
    by_block: dict[int, list[NameKey]] = {}
    for key in changed:
        for block, _ in _name_rows(full[key]):
            by_block.setdefault(block, []).append(key)
    # Blocks, not the names in them: a large archive has so many names in one block that all pairs would not stay in memory.
    shared: dict[int, list[int]] = {}
    for block, member in names_in(connection, by_block):
        shared.setdefault(member, []).append(block)
    told: dict[int, set[NameKey]] = {}
    for one, other in verdicts.partners_of(changed):
        told.setdefault(bearer_id(other), set()).add(one)
    components: set[int] = set()
    for member, stored in shelf.read(shared.keys() | told.keys()).items():
        key = stored.bearer.key
        if key in full or stored.standing is None or not is_full(key, verdicts):
            continue
        known[key] = stored.bearer
        alike = (one for block in shared.get(member, ()) for one in by_block[block] if begin_alike(key.name, one.name))
        near = told.get(member, set()).union(alike)
        scores = (compare(key, other) if key < other else compare(other, key) for other in near)
        if any(score is not None and score.value >= SAME_PERSON for score in scores):
            components.add(stored.standing.component_id)
        del known[key]
    return shelf.of("component_id", components)


def _reach(
    shelf: BearerShelf,
    full: Mapping[NameKey, Bearer],
    changed: Collection[NameKey],
    gone: Collection[NameKey],
    mates: Iterable[int],
    verdicts: Verdicts[NameKey],
) -> tuple[dict[NameKey, Bearer], dict[NameKey, int]]:
    """Return the full bearers of all components that the counted ones lie in, or lay in; and the component of each that did not change."""
    reached = {key: bearer for key, bearer in full.items() if key not in gone}
    settled: dict[NameKey, int] = {}
    for one in shelf.read({*mates, *map(bearer_id, reached)}).values():
        key = one.bearer.key
        if key in gone or not is_full(key, verdicts):
            continue
        reached.setdefault(key, one.bearer)
        if key not in changed and one.standing is not None:
            settled[key] = one.standing.component_id
    return reached, settled


def _name_rows(bearer: Bearer) -> Iterator[Row]:
    for block in set(map(block_of, blocks_of_bearer(bearer))):
        yield block, bearer_id(bearer.key)


def _surname_rows(people: Iterable[Person]) -> Iterator[Row]:
    for person in people:
        for block in set(map(block_of, surname_blocks(person))):
            yield block, person.row.person_id


def _people_of(stored: Iterable[StoredBearer]) -> dict[int, Person]:
    groups: dict[int, list[Bearer]] = {}
    for one in stored:
        if one.standing:
            groups.setdefault(one.standing.person_id, []).append(one.bearer)
    return {key: person_of(bearers) for key, bearers in groups.items()}

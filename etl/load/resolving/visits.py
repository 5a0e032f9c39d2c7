"""Which visits hold which meetings, asked again for the meetings that changed and for those under visits that did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from sqlalchemy import Connection, func, or_, select

from etl.load.upsert import select_in, table
from etl.resolve.visits import Occasion, Participant, umbrella

LONGEST_VISIT = timedelta(days=60)
"""No visit lasts longer; what is dated so holds nothing."""


def place_under_visits(connection: Connection, changed: Collection[int]) -> None:
    """Set `part_of_id` of the meetings that changed, and of those that visits among them hold, held or may hold."""
    occasions = _read(connection, changed)
    visits = [one for one in occasions.values() if one.kind == "visit"]
    meetings = table("meetings")
    asked = {key for key, one in occasions.items() if one.kind != "visit"}
    asked |= held_by(connection, changed)
    for visit in visits:
        asked |= _near(connection, visit, visit=False)
    inside = _read(connection, asked)
    around = {key: _near(connection, one, visit=True) for key, one in inside.items()}
    known = _read(connection, {visit for near in around.values() for visit in near})
    before: dict[int, int | None] = dict(select_in(connection, select(meetings.c.id, meetings.c.part_of_id), meetings.c.id, inside))
    for key, one in sorted(inside.items()):
        now = umbrella(one, (known[visit] for visit in sorted(around[key])))
        if before[key] != now:
            connection.execute(meetings.update().where(meetings.c.id == key).values(part_of_id=now))


def held_by(connection: Connection, visits: Collection[int]) -> set[int]:
    """Return the meetings that are part of the visits."""
    meetings = table("meetings")
    return {key for (key,) in select_in(connection, select(meetings.c.id), meetings.c.part_of_id, visits)}


def _near(connection: Connection, one: Occasion, *, visit: bool) -> set[int]:
    """Return the visits (or the meetings that are none) of the same days in which somebody of `one` takes part."""
    if one.start_on is None or not one.is_dated:
        return set()
    meetings, participants = table("meetings"), table("meeting_participants")
    last = one.last_on or one.start_on
    earliest: date = one.start_on - LONGEST_VISIT if visit else one.start_on
    query = (
        select(meetings.c.id)
        .join(participants, participants.c.meeting_id == meetings.c.id)
        .where(meetings.c.start_on.between(earliest, last), func.coalesce(meetings.c.end_on, meetings.c.start_on) >= one.start_on)
        .where(meetings.c.kind == "visit" if visit else meetings.c.kind != "visit")
        .where(
            or_(
                participants.c.person_id.in_([person for person, _, _ in one.participants if person is not None]),
                participants.c.actor_id.in_([actor for _, actor, _ in one.participants if actor is not None]),
            )
        )
    )
    return set(connection.scalars(query.distinct()))


def _read(connection: Connection, keys: Iterable[int]) -> dict[int, Occasion]:
    keys = set(keys)
    meetings, participants = table("meetings"), table("meeting_participants")
    present: dict[int, list[Participant]] = defaultdict(list)
    query = select(participants.c.meeting_id, participants.c.person_id, participants.c.actor_id, participants.c.role)
    for meeting, *who in select_in(connection, query, participants.c.meeting_id, keys):
        present[meeting].append((who[0], who[1], who[2]))
    columns = ("id", "kind", "status", "start_on", "end_on", "date_precision", "place_state_id")
    rows = select_in(connection, select(*(meetings.c[c] for c in columns)), meetings.c.id, keys)
    return {
        key: Occasion(key, kind, status, start, end, precision, state, tuple(present[key]))
        for key, kind, status, start, end, precision, state in rows
    }

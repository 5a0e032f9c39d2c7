"""Which visit a meeting was part of: the umbrella under which a guest meets their hosts.

A visit holds a meeting when a guest of the visit takes part, the meeting's days lie within those of the visit, and it is held in the state
that is visited, or with it. A visit whose guest nobody names holds the meetings of the guest's state.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from etl.records import DatePrecision, MeetingKind, MeetingStatus, Role

_PRECISE = frozenset({"day", "range"})
_INSIDE: frozenset[MeetingKind] = frozenset({"bilateral", "trilateral", "multilateral", "summit", "other"})
_HOSTING: frozenset[Role] = frozenset({"host", "inviter", "chair"})

Participant = tuple[int | None, int | None, Role]
"""Person, actor (both as keys) and role."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting as far as it matters to what it is part of. `place_state` is the key of the state that it is held in."""

    meeting_id: int
    kind: MeetingKind
    status: MeetingStatus
    start_on: date | None
    end_on: date | None
    date_precision: DatePrecision
    place_state: int | None
    participants: tuple[Participant, ...]

    @property
    def last_on(self) -> date | None:
        return self.end_on or self.start_on

    @property
    def is_dated(self) -> bool:
        """Whether its days are known."""
        return self.start_on is not None and self.date_precision in _PRECISE


def umbrella(meeting: Occasion, visits: Iterable[Occasion]) -> int | None:
    """Return the visit that a meeting was part of: of several, the shortest, then the earliest; None when there is none."""
    holding = [visit for visit in visits if holds(visit, meeting)]
    best = min(holding, key=lambda v: (_days(v), v.start_on or date.max, v.meeting_id), default=None)
    return best.meeting_id if best else None


def holds(visit: Occasion, meeting: Occasion) -> bool:
    """Return whether a visit holds a meeting."""
    if visit.kind != "visit" or meeting.kind not in _INSIDE or "cancelled" in (visit.status, meeting.status):
        return False
    if visit.start_on is None or meeting.start_on is None or not (visit.is_dated and meeting.is_dated):
        return False
    if not visit.start_on <= meeting.start_on <= (meeting.last_on or meeting.start_on) <= (visit.last_on or visit.start_on):
        return False
    return _guest_takes_part(visit, meeting) and _in_the_state_visited(visit, meeting)


def _days(visit: Occasion) -> int:
    return (visit.last_on - visit.start_on).days if visit.start_on and visit.last_on else 0


def _guests(visit: Occasion) -> list[Participant]:
    named = [p for p in visit.participants if p[2] == "guest"]
    return named or [p for p in visit.participants if p[2] not in _HOSTING]


def _guest_takes_part(visit: Occasion, meeting: Occasion) -> bool:
    guests = _guests(visit)
    people = {person for person, _, _ in guests if person is not None}
    if people:
        return any(person in people for person, _, _ in meeting.participants)
    actors = {actor for _, actor, _ in guests if actor is not None}
    return any(actor in actors for _, actor, _ in meeting.participants)


def _in_the_state_visited(visit: Occasion, meeting: Occasion) -> bool:
    if visit.place_state is not None and meeting.place_state is not None:
        return visit.place_state == meeting.place_state
    from_home = {actor for _, actor, _ in _guests(visit)}
    hosts = {actor for _, actor, _ in visit.participants if actor is not None and actor not in from_home} | {visit.place_state}
    return any(actor in hosts for _, actor, _ in meeting.participants if actor is not None) or (
        meeting.place_state is not None and meeting.place_state in hosts
    )

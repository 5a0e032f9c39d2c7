"""Summits and conferences, put together from the meetings that name them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from etl.load.identity import gathering_id
from etl.load.resolving.rows import GATHERINGS, last_day, state_key
from etl.load.upsert import Diff, Row, compare_within, select_in, table
from etl.resolve import ResolvedMeeting

_NUMBERED = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\s+", re.IGNORECASE)
_GATHERED = frozenset({"summit", "multilateral"})


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """A meeting as its gathering sees it."""

    meeting_id: int
    kind: str
    start_on: date | None
    end_on: date | None
    date_precision: str
    place: str | None
    place_state_id: int | None
    on_sidelines: bool


def resolve_gatherings(
    connection: Connection, before: Collection[int], meetings: Iterable[ResolvedMeeting]
) -> tuple[Diff, dict[int, int], dict[int, int]]:
    """Return what must change in the table of gatherings, the gathering of each of `meetings`, and of others that change theirs.

    `before`: the meetings in whose place `meetings` stand.
    """
    meetings = list(meetings)
    named: dict[str, list[Session]] = defaultdict(list)
    for meeting in meetings:
        if meeting.host_event:
            named[meeting.host_event].append(_session(meeting))
    target, events = table("meetings"), table("gatherings")
    old = select(events.c.name).join(target, target.c.gathering_id == events.c.id)
    names = {*named, *(name for (name,) in select_in(connection, old, target.c.id, before))}
    columns = ("id", "kind", "start_on", "end_on", "date_precision", "place", "place_state_id", "on_sidelines")
    others = select(events.c.name, events.c.id, *(target.c[c] for c in columns)).join(target, target.c.gathering_id == events.c.id)
    away = {*before, *(meeting.meeting_id for meeting in meetings)}
    stood: dict[int, int] = {}
    for name, gathering, meeting_id, *rest in select_in(connection, others, events.c.name, names):
        if meeting_id not in away:
            named[name].append(Session(meeting_id, *rest))
            stood[meeting_id] = gathering
    rows, gathering_of = _rows(named)
    keys = {key for (key,) in select_in(connection, select(events.c.id), events.c.name, names)} | {row[0] for row in rows}
    diff = compare_within(connection, "gatherings", GATHERINGS, rows, column="id", keys=keys)
    moved = {key: gathering_of[key] for key, gathering in stood.items() if gathering_of[key] != gathering}
    return diff, gathering_of, moved


def _session(m: ResolvedMeeting) -> Session:
    return Session(
        m.meeting_id, m.kind, m.start_on, last_day(m), m.date_precision, m.place, state_key(m.place_state), m.on_sidelines
    )  # fmt: skip


def _rows(named: Mapping[str, list[Session]]) -> tuple[list[Row], dict[int, int]]:
    """Return the rows, and the gathering of each meeting.

    One row for each name and year. A meeting without a date belongs to the only year in which others name the event. What is known of
    the event itself comes from the meetings that *are* the event, not from those on its sidelines.
    """
    rows: list[Row] = []
    gathering_of: dict[int, int] = {}
    for name, group in sorted(named.items()):
        years = {m.start_on.year for m in group if m.start_on}
        only = next(iter(years)) if len(years) == 1 else None
        by_year: dict[int | None, list[Session]] = defaultdict(list)
        for meeting in sorted(group, key=lambda m: m.meeting_id):
            by_year[meeting.start_on.year if meeting.start_on else only].append(meeting)
        for year, members in by_year.items():
            key = gathering_id(name, year)
            rows.append(_row(key, name, members))
            gathering_of.update((m.meeting_id, key) for m in members)
    return rows, gathering_of


def _row(key: int, name: str, members: list[Session]) -> Row:
    own = [m for m in members if m.kind in _GATHERED and not m.on_sidelines]
    dated = next((m for m in own if m.start_on), None)
    placed = next((m for m in own if m.place), None) or next((m for m in own if m.place_state_id), None)
    number = _NUMBERED.search(name)
    series = _NUMBERED.sub("", name, count=1) if number else None
    ordinal = int(number[1]) if number and int(number[1]) else None
    start, end, precision = (dated.start_on, dated.end_on, dated.date_precision) if dated else (None, None, "unknown")
    return (
        key, name, series, ordinal, placed.place if placed else None, placed.place_state_id if placed else None, start, end, precision,
    )  # fmt: skip

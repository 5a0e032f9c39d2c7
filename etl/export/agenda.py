"""Meetings as a calendar."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import Connection

from etl.export.reading import rows
from etl.export.wanted import Wanted
from etl.export.writing import replacing

_STATUS = {"held": "CONFIRMED", "planned": "TENTATIVE", "cancelled": "CANCELLED"}


def write(connection: Connection, file: Path, wanted: Wanted) -> dict[str, int]:
    """Write one all-day event (RFC 5545) for each meeting whose day is known; a month or a year is no day."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Communique//communique export//EN")
    calendar.add("version", "2.0")
    people = _participants(connection)
    count = 0
    for row in rows(connection, _MEETINGS):
        start, end = row["start_on"], row["end_on"]
        if start is None or not wanted.holds(start, end):
            continue
        event = Event()
        event.add("uid", f"{row['meeting_id']}@communique")
        event.add("summary", row["title"])
        event.add("dtstart", start)
        # The end of a day is the day after it.
        event.add("dtend", (end or start) + timedelta(days=1))
        # A stamp that is the same each time: of the article that reported it last, else of the day itself.
        event.add("dtstamp", datetime.combine(row["told_on"] or start, time(), UTC))
        event.add("status", _STATUS[row["status"]])
        event.add("categories", [row["kind"]])
        if row["place"]:
            event.add("location", row["place"])
        lines = [f"{name} ({actor})" if name and actor else name or actor or "" for name, actor in people[row["meeting_id"]]]
        if row["host_event"]:
            lines.append(row["host_event"])
        event.add("description", "\n".join([*lines, f"articles: {row['article_count']}"]))
        calendar.add_component(event)
        count += 1
    with replacing(file) as draft:
        draft.write_bytes(calendar.to_ical())
    return {"meetings": count}


_MEETINGS = """
    SELECT m.meeting_id, m.title, m.kind, m.status, m.start_on, m.end_on, m.place, m.host_event, m.article_count,
        (
            SELECT MAX(a.published_on)
            FROM v_meeting_reports AS r
            JOIN v_articles AS a ON a.article_id = r.article_id
            WHERE r.meeting_id = m.meeting_id
        ) AS told_on
    FROM v_meetings AS m
    WHERE m.date_precision IN ('day', 'range')
    ORDER BY m.start_on, m.title, m.meeting_id
"""


def _participants(connection: Connection) -> dict[int, list[tuple[str | None, str | None]]]:
    found: dict[int, list[tuple[str | None, str | None]]] = defaultdict(list)
    for row in rows(connection, "SELECT DISTINCT meeting_id, person, actor FROM v_meeting_participants ORDER BY meeting_id, actor, person"):
        found[row["meeting_id"]].append((row["person"], row["actor"]))
    return found

"""Event data in the terms of the field: one row for each event and pair of actors, so that users of POLECAT, ICEWS and GDELT can read it.

Meetings, statements, agreements and changes of relations are events. Each is one row a pair however many articles report it: the pairs
of a meeting are unordered, except that a guest is the actor and the host the recipient; of a statement, who makes it is the actor, at whom
it is aimed the recipient, which may be nobody. Statements that neither ontology has an event for are left out.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from etl.export.codes import Code, load_codes, load_contexts, load_countries
from etl.export.reading import rows
from etl.export.wanted import Wanted
from etl.export.writing import replacing


@dataclass(frozen=True, slots=True)
class Event:
    """A row. `event_id` is the same for all pairs of one event; `date_from` says whether its date is its own or that of its publication."""

    event_id: str
    event_date: date | None
    date_precision: str
    date_from: str
    event_type: str
    event_mode: str
    quad_code: int | None
    contexts: str
    cameo_root: str
    actor_name: str
    actor_country: str
    actor_sector: str
    recipient_name: str
    recipient_country: str
    recipient_sector: str
    place: str | None
    place_country: str
    article_count: int
    original_count: int
    publisher_count: int | None
    text: str


def write(connection: Connection, file: Path, wanted: Wanted) -> dict[str, int]:
    """Write event data as CSV, in the order of dates."""
    found = [
        event for read in (_meetings, _statements, _agreements, _relations) for event in read(connection) if wanted.holds(event.event_date)
    ]
    found.sort(key=lambda e: (e.event_date is None, e.event_date or date.min, e.event_id, e.actor_name, e.recipient_name))
    with replacing(file) as draft, draft.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, [field.name for field in fields(Event)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(event) for event in found)
    return {"events": len(found)}


def _meetings(connection: Connection) -> Iterator[Event]:
    kinds = _kinds(connection)
    for row in rows(
        connection,
        """
        SELECT m.meeting_id, m.title, m.kind, m.status, m.start_on, m.date_precision, m.place, m.place_state, m.article_count,
            m.original_count, m.publisher_count, d.actor_a, d.actor_b
        FROM v_dyads AS d
        JOIN v_meetings AS m ON m.meeting_id = d.meeting_id
        """,
    ):
        code = load_codes()[("meeting", row["kind"], row["status"])]
        actor, recipient = row["actor_a"], row["actor_b"]
        host = row["place_state"] if row["kind"] in ("bilateral", "visit") else None
        if host == actor:
            actor, recipient = recipient, actor
        if host and row["status"] == "held" and row["kind"] == "bilateral":
            code = Code(code.event_type, "visit" if recipient == host else "third-party", code.cameo_root)
        yield _event(
            f"M{row['meeting_id']}",
            code,
            (actor, kinds.get(actor, "state")),
            (recipient, kinds.get(recipient, "state")),
            on=row["start_on"],
            precision=row["date_precision"],
            dated_by="event",
            contexts=("diplomatic",),
            row=row,
            said=row["title"],
        )


def _statements(connection: Connection) -> Iterator[Event]:
    topics = defaultdict(set)
    for row in rows(
        connection,
        "SELECT DISTINCT c.statement_id, t.topic FROM v_claim_topics AS t JOIN v_claims AS c ON c.claim_id = t.claim_id",
    ):
        topics[row["statement_id"]].add(load_contexts().get(row["topic"], ""))
    for row in rows(
        connection,
        """
        SELECT c.statement_id, b.name AS actor, b.kind AS actor_kind, t.name AS target, t.kind AS target_kind, s.act,
            MAX(c.polarity) AS polarity, s.text, s.first_published_on, s.article_count, s.original_count, s.publisher_count,
            MIN(CASE WHEN m.date_precision = 'day' AND m.status = 'held' THEN m.start_on END) AS start_on,
            NULL AS place, NULL AS place_state
        FROM v_claims AS c
        JOIN v_statements AS s ON s.statement_id = c.statement_id
        JOIN v_claim_links AS b ON b.claim_id = c.claim_id AND b.relation = 'on_behalf_of'
        LEFT JOIN v_claim_links AS t ON t.claim_id = c.claim_id AND t.relation = 'target' AND t.name <> b.name
        LEFT JOIN v_meetings AS m ON m.meeting_id = c.meeting_id
        GROUP BY c.statement_id, b.name, b.kind, t.name, t.kind, s.act, s.text, s.first_published_on, s.article_count, s.original_count,
            s.publisher_count
        """,
    ):
        code = load_codes().get(("act", row["act"], row["polarity"]))
        if not code:
            continue
        on = row["start_on"] or row["first_published_on"]
        yield _event(
            f"S{row['statement_id']}",
            code,
            (row["actor"], row["actor_kind"]),
            (row["target"] or "", row["target_kind"] or ""),
            on=on,
            precision="day" if on else "unknown",
            dated_by="event" if row["start_on"] else "publication" if on else "",
            contexts=topics[row["statement_id"]],
            row=row,
            said=row["text"],
        )


def _agreements(connection: Connection) -> Iterator[Event]:
    kinds = _kinds(connection)
    code = load_codes()[("agreement", "signed", "")]
    for row in rows(
        connection,
        """
        SELECT agreement_id, title, signed_on, parties, article_count, original_count, NULL AS publisher_count, NULL AS place,
            NULL AS place_state
        FROM v_agreements
        """,
    ):
        parties = row["parties"].split("+") if row["parties"] else []
        for i, actor in enumerate(parties):
            for recipient in parties[i + 1 :]:
                yield _event(
                    f"A{row['agreement_id']}",
                    code,
                    (actor, kinds.get(actor, "state")),
                    (recipient, kinds.get(recipient, "state")),
                    on=row["signed_on"],
                    precision="day" if row["signed_on"] else "unknown",
                    dated_by="event" if row["signed_on"] else "",
                    contexts=("diplomatic",),
                    row=row,
                    said=row["title"],
                )


def _relations(connection: Connection) -> Iterator[Event]:
    kinds = _kinds(connection)
    for row in rows(
        connection,
        """
        SELECT actor_a, actor_b, level, since, since_precision, article_count, original_count, NULL AS publisher_count, NULL AS place,
            NULL AS place_state
        FROM v_relationships
        WHERE since IS NOT NULL
        """,
    ):
        if code := load_codes().get(("relations", row["level"], "")):
            yield _event(
                f"R{row['actor_a']}-{row['actor_b']}-{row['level']}-{row['since']}",
                code,
                (row["actor_a"], kinds.get(row["actor_a"], "state")),
                (row["actor_b"], kinds.get(row["actor_b"], "state")),
                on=row["since"],
                precision=row["since_precision"],
                dated_by="event",
                contexts=("diplomatic",),
                row=row,
                said=row["level"],
            )


def _event(
    event_id: str,
    code: Code,
    actor: tuple[str, str],
    recipient: tuple[str, str],
    *,
    on: date | None,
    precision: str,
    dated_by: str,
    contexts: Iterable[str],
    row: Mapping[str, Any],
    said: str,
) -> Event:
    return Event(
        event_id=event_id,
        event_date=on,
        date_precision=precision,
        date_from=dated_by,
        event_type=code.event_type,
        event_mode=code.event_mode,
        quad_code=code.quad,
        contexts=";".join(sorted({context for context in contexts if context})),
        cameo_root=code.cameo_root,
        actor_name=_name(*actor),
        actor_country=_country(*actor),
        actor_sector=_SECTORS.get(actor[1], ""),
        recipient_name=_name(*recipient),
        recipient_country=_country(*recipient),
        recipient_sector=_SECTORS.get(recipient[1], ""),
        place=row["place"],
        place_country=_country(row["place_state"] or "", "state"),
        article_count=row["article_count"],
        original_count=row["original_count"],
        publisher_count=row["publisher_count"],
        text=" ".join(said.split()),
    )


_SECTORS = {"state": "GOV", "organization": "ORG"}
"""A state acts through its government. What an organization is (IGO, NGO, MNC) the store does not say."""


def _name(actor: str, kind: str) -> str:
    return load_countries()[actor][1] if kind == "state" and actor in load_countries() else actor


def _country(actor: str, kind: str) -> str:
    return load_countries()[actor][0] if kind == "state" and actor in load_countries() else ""


def _kinds(connection: Connection) -> dict[str, str]:
    return {
        row["actor"]: row["actor_kind"]
        for row in rows(connection, "SELECT DISTINCT actor, actor_kind FROM v_meeting_participants WHERE actor IS NOT NULL")
    }

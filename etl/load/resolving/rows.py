"""Resolved records as rows of the resolved tables: their columns, and what each holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from etl.load.identity import actor_id, claim_id, meeting_report_id, state_id
from etl.load.upsert import Row
from etl.records import ActorRef
from etl.resolve import Agreement, MeetingLink, Membership, Relationship, ResolvedMeeting, ResolvedStatement, StatementLink

Observation = tuple[int, int]

GATHERINGS = ("id", "name", "series", "ordinal", "place", "place_state_id", "start_on", "end_on", "date_precision")
MEETINGS = (
    "id", "title", "kind", "status", "start_on", "end_on", "date_precision", "place", "place_state_id", "gathering_id", "on_sidelines",
    "background",
)  # fmt: skip
PARTICIPANTS = ("meeting_id", "ordinal", "person_id", "actor_id", "role")
MEETING_LINKS = ("meeting_report_id", "meeting_id", "score", "reasons", "component_id")
STATEMENTS = ("id", "text", "act")
STATEMENT_LINKS = ("claim_id", "statement_id", "score", "reasons", "component_id", "covered_by")
RELATIONSHIPS = ("id", "actor_a_id", "actor_b_id", "level", "previous_level", "since", "since_precision")
MEMBERSHIPS = ("id", "actor_id", "organization_id", "status", "since", "since_precision")
AGREEMENTS = ("id", "title", "kind", "signed_on", "meeting_id")


def actor_key(actor: ActorRef | None) -> int | None:
    """Return the key of an actor, None for none."""
    return actor_id(actor) if actor else None


def state_key(alpha2: str | None) -> int | None:
    """Return the key of a state, None for none."""
    return state_id(alpha2) if alpha2 else None


def last_day(meeting: ResolvedMeeting) -> date | None:
    """Return the last day of a meeting: a single day has no other."""
    return None if meeting.date_precision == "day" else meeting.end_on


def meeting_row(m: ResolvedMeeting, gathering: int | None) -> Row:
    """Return the row of a meeting."""
    return (
        m.meeting_id, m.title, m.kind, m.status, m.start_on, last_day(m), m.date_precision, m.place, state_key(m.place_state), gathering,
        m.on_sidelines, m.background,
    )  # fmt: skip


def participant_rows(meetings: Iterable[ResolvedMeeting]) -> Iterator[Row]:
    """Yield the rows of the meetings' participants."""
    for meeting in meetings:
        for ordinal, (person, actor, role) in enumerate(meeting.participants):
            yield (meeting.meeting_id, ordinal, person, actor_key(actor), role)


def meeting_link_rows(links: Iterable[MeetingLink], components: Mapping[Observation, int]) -> Iterator[Row]:
    """Yield the rows of the reports' links."""
    for link in links:
        key = (link.article_id, link.meeting_index)
        yield (meeting_report_id(*key), link.meeting_id, link.score, "; ".join(link.reasons), components[key])


def statement_row(statement: ResolvedStatement) -> Row:
    """Return the row of a statement."""
    return (statement.statement_id, statement.text, statement.act)


def statement_link_rows(links: Iterable[StatementLink], components: Mapping[Observation, int]) -> Iterator[Row]:
    """Yield the rows of the claims' links."""
    for link in links:
        key = (link.article_id, link.claim_index)
        covered_by = claim_id(*link.covered_by) if link.covered_by else None
        yield (claim_id(*key), link.statement_id, link.score, "; ".join(link.reasons), components[key], covered_by)


def relationship_row(key: int, r: Relationship) -> Row:
    """Return the row of a relationship."""
    return (key, actor_id(r.actor_a), actor_id(r.actor_b), r.level, r.previous_level, r.since, r.since_precision)


def membership_row(key: int, m: Membership) -> Row:
    """Return the row of a membership."""
    return (key, actor_id(m.member), actor_id(m.organization), m.status, m.since, m.since_precision)


def agreement_row(a: Agreement) -> Row:
    """Return the row of an agreement."""
    return (a.agreement_id, a.title, a.kind, a.signed_on, a.meeting_id)

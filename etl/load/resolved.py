"""What resolving found into the resolved tables: only what differs is written, and what is no longer so is deleted.

Entities are changed in place; links, to which nothing refers, are deleted and inserted. New entities come first, then the links, and what
is gone goes last, so that every foreign key holds at every step.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, select

from etl.keys import stable_id
from etl.load.identity import (
    actor_id,
    claim_id,
    gathering_id,
    meeting_report_id,
    person_name_id,
    reference_id,
    state_id,
)
from etl.load.upsert import Diff, Row, compare, remove, replace, table, write
from etl.records import ActorRef
from etl.resolve import Resolution, ResolvedMeeting

PEOPLE = ("id", "name", "family_name", "gender", "actor_id", "provisional")
PERSON_NAMES = ("id", "person_id", "name", "kind")
GATHERINGS = ("id", "name", "series", "ordinal", "place", "place_state_id", "start_on", "end_on", "date_precision")
MEETINGS = (
    "id", "title", "kind", "status", "start_on", "end_on", "date_precision", "place", "place_state_id", "gathering_id", "on_sidelines",
    "background",
)  # fmt: skip
STATEMENTS = ("id", "text", "act")
RELATIONSHIPS = ("id", "actor_a_id", "actor_b_id", "level", "since", "since_precision")
MEMBERSHIPS = ("id", "actor_id", "organization_id", "status", "since", "since_precision")
AGREEMENTS = ("id", "title", "kind", "signed_on", "meeting_id")

_NUMBERED = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\s+", re.IGNORECASE)
_GATHERED = frozenset({"summit", "multilateral"})

RelationKeys = Mapping[int, tuple[int, ...]]


def store_resolution(connection: Connection, resolution: Resolution, relation_keys: RelationKeys) -> int:
    """Make the resolved tables say what `resolution` says; return how many rows were written or deleted.

    `relation_keys`: the keys of each article's relation reports, in the order in which resolving saw them (`read_observations`).
    """
    people, aliases = _people(connection, resolution)
    gatherings, gathering_of = _gatherings(resolution.meetings)
    entities = [
        compare(connection, "people", PEOPLE, people, scope=table("people").c.provisional.is_(True)),
        compare(connection, "gatherings", GATHERINGS, gatherings),
        compare(connection, "meetings", MEETINGS, (_meeting_row(m, gathering_of) for m in resolution.meetings)),
        compare(connection, "statements", STATEMENTS, ((s.statement_id, s.text, s.act) for s in resolution.statements)),
        compare(connection, "relationships", RELATIONSHIPS, _relationships(resolution)),
        compare(connection, "memberships", MEMBERSHIPS, _memberships(resolution)),
        compare(connection, "agreements", AGREEMENTS, _agreements(resolution)),
    ]
    for diff in entities:
        write(connection, diff)
    links = [
        compare(connection, "person_names", PERSON_NAMES, aliases, scope=table("person_names").c.source.is_(None)),
        compare(connection, "person_identities", ("person_reference_id", "person_id", "score", "reason"), _identities(resolution)),
        compare(connection, "meeting_participants", ("meeting_id", "ordinal", "person_id", "actor_id", "role"), _participants(resolution)),
        compare(connection, "meeting_report_links", ("meeting_report_id", "meeting_id", "score", "reasons"), _meeting_links(resolution)),
        compare(connection, "statement_claims", ("claim_id", "statement_id", "score", "reasons"), _statement_links(resolution)),
        *_evidence(connection, resolution, relation_keys),
        compare(connection, "agreement_parties", ("agreement_id", "actor_id"), _agreement_parties(resolution)),
    ]
    for diff in links:
        replace(connection, diff)
    for diff in reversed(entities):
        remove(connection, diff)
    return sum(len(diff.written) + len(diff.deleted) for diff in (*entities, *links))


def _actor(actor: ActorRef | None) -> int | None:
    return actor_id(actor) if actor else None


def _state(alpha2: str | None) -> int | None:
    return state_id(alpha2) if alpha2 else None


def _people(connection: Connection, resolution: Resolution) -> tuple[list[Row], list[Row]]:
    """Return the people whom articles alone know, and their other names. People of the seeds are left as the seeds have them."""
    target = table("people")
    seeded = set(connection.scalars(select(target.c.id).where(target.c.provisional.is_(False))))
    found = [p for p in resolution.people if p.person_id not in seeded]
    people: list[Row] = [(p.person_id, p.name, p.family, p.gender, _actor(p.actor), True) for p in found]
    aliases: list[Row] = [(person_name_id(p.person_id, name), p.person_id, name, "variant") for p in found for name in p.aliases]
    return people, aliases


def _gatherings(meetings: Iterable[ResolvedMeeting]) -> tuple[list[Row], dict[int, int]]:
    """Return the summits and conferences that meetings name, and the gathering of each meeting.

    One row for each name and year. A meeting without a date belongs to the only year in which others name the event. What is known of
    the event itself comes from the meetings that *are* the event, not from those on its sidelines.
    """
    named: dict[str, list[ResolvedMeeting]] = defaultdict(list)
    for meeting in sorted(meetings, key=lambda m: m.meeting_id):
        if meeting.host_event:
            named[meeting.host_event].append(meeting)
    rows: list[Row] = []
    gathering_of: dict[int, int] = {}
    for name, group in sorted(named.items()):
        years = {m.start_on.year for m in group if m.start_on}
        only = next(iter(years)) if len(years) == 1 else None
        by_year: dict[int | None, list[ResolvedMeeting]] = defaultdict(list)
        for meeting in group:
            by_year[meeting.start_on.year if meeting.start_on else only].append(meeting)
        for year, members in by_year.items():
            key = gathering_id(name, year)
            rows.append(_gathering_row(key, name, members))
            gathering_of.update((m.meeting_id, key) for m in members)
    return rows, gathering_of


def _gathering_row(key: int, name: str, members: list[ResolvedMeeting]) -> Row:
    own = [m for m in members if m.kind in _GATHERED and not m.on_sidelines]
    dated = next((m for m in own if m.start_on), None)
    placed = next((m for m in own if m.place), None) or next((m for m in own if m.place_state), None)
    number = _NUMBERED.search(name)
    series = _NUMBERED.sub("", name, count=1) if number else None
    ordinal = int(number[1]) if number and int(number[1]) else None
    start, end, precision = (dated.start_on, _end(dated), dated.date_precision) if dated else (None, None, "unknown")
    return (
        key,
        name,
        series,
        ordinal,
        placed.place if placed else None,
        _state(placed.place_state if placed else None),
        start,
        end,
        precision,
    )


def _end(meeting: ResolvedMeeting) -> date | None:
    """A single day has no other last day."""
    return None if meeting.date_precision == "day" else meeting.end_on


def _meeting_row(m: ResolvedMeeting, gathering_of: Mapping[int, int]) -> Row:
    return (
        m.meeting_id, m.title, m.kind, m.status, m.start_on, _end(m), m.date_precision, m.place, _state(m.place_state),
        gathering_of.get(m.meeting_id), m.on_sidelines, m.background,
    )  # fmt: skip


def _relation_key(kind: str, evidence: Iterable[tuple[int, int]]) -> int:
    return stable_id(kind, *min(evidence))


def _relationships(resolution: Resolution) -> Iterator[Row]:
    for r in resolution.relationships:
        key = _relation_key("relationship", r.evidence)
        yield (key, actor_id(r.actor_a), actor_id(r.actor_b), r.level, r.since, r.since_precision)


def _memberships(resolution: Resolution) -> Iterator[Row]:
    for m in resolution.memberships:
        key = _relation_key("membership", m.evidence)
        yield (key, actor_id(m.member), actor_id(m.organization), m.status, m.since, m.since_precision)


def _agreements(resolution: Resolution) -> Iterator[Row]:
    for a in resolution.agreements:
        yield (a.agreement_id, a.title, a.kind, a.signed_on, a.meeting_id)


def _agreement_parties(resolution: Resolution) -> Iterator[Row]:
    for a in resolution.agreements:
        for party in a.parties:
            yield (a.agreement_id, actor_id(party))


def _evidence(connection: Connection, resolution: Resolution, keys: RelationKeys) -> Iterator[Diff]:
    found = {
        "relationship": [(_relation_key("relationship", r.evidence), r.evidence) for r in resolution.relationships],
        "membership": [(_relation_key("membership", m.evidence), m.evidence) for m in resolution.memberships],
        "agreement": [(a.agreement_id, a.evidence) for a in resolution.agreements],
    }
    for kind, evidence in found.items():
        rows = ((owner, keys[article][index]) for owner, reports in evidence for article, index in reports)
        yield compare(connection, f"{kind}_reports", (f"{kind}_id", "relation_report_id"), rows)


def _identities(resolution: Resolution) -> Iterator[Row]:
    for i in resolution.identities:
        yield (reference_id(i.article_id, i.person_index), i.person_id, i.score, i.reason)


def _participants(resolution: Resolution) -> Iterator[Row]:
    for meeting in resolution.meetings:
        for ordinal, (person, actor, role) in enumerate(meeting.participants):
            yield (meeting.meeting_id, ordinal, person, _actor(actor), role)


def _meeting_links(resolution: Resolution) -> Iterator[Row]:
    for link in resolution.meeting_links:
        yield (meeting_report_id(link.article_id, link.meeting_index), link.meeting_id, link.score, "; ".join(link.reasons))


def _statement_links(resolution: Resolution) -> Iterator[Row]:
    for link in resolution.statement_links:
        yield (claim_id(link.article_id, link.claim_index), link.statement_id, link.score, "; ".join(link.reasons))

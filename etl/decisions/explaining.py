"""Why a meeting is one meeting: its reports, how well they agree, what was near and was not joined, and what people decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from sqlalchemy import Connection, and_, or_, select

from etl.decisions.comparing import Comparison, Told, best
from etl.judgements import describe
from etl.load import judgement_states
from etl.load.identity import meeting_report_id
from etl.load.upsert import table
from etl.queries import Result, find_meeting, reading
from etl.resolve.meeting_reports import Observation
from etl.resolve.scoring import Score

NEAR_DAYS = 45
"""Meetings of the same people further away are no candidates that anybody would ask about."""
MOST_NEAR = 200


@dataclass(frozen=True, slots=True)
class Join:
    """Two reports of one meeting, by their ids, and how well they agree; no score: they are one through others."""

    left: int
    right: int
    score: float | None
    features: tuple[tuple[str, float], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A meeting near this one that was not joined with it: the two reports that come nearest, and why not."""

    meeting_id: int
    title: str
    start_on: date | None
    own: int
    report: Told
    score: float | None
    features: tuple[tuple[str, float], ...]
    why_not: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that says why a meeting is one, and no other is part of it."""

    meeting: Result
    reports: tuple[Told, ...]
    joins: tuple[Join, ...]
    near: tuple[NearMiss, ...]
    judgements: tuple[str, ...]


def explain(url: str, wanted: str, *, near: int = 5) -> Explanation:
    """Return why a meeting (its key, its title or part of it) is one; `near`: so many meetings that were not joined.

    Raises RunError when there is no such meeting, QuestionError when there are several.
    """
    with reading(url) as connection:
        meeting = find_meeting(connection, wanted)
        key: int = meeting.rows[0][0]
        others = _near_meetings(connection, key)
        links, reports = table("meeting_report_links"), table("meeting_reports")
        query = select(reports.c.article_id).join_from(links, reports, reports.c.id == links.c.meeting_report_id)
        articles = set(connection.scalars(query.where(links.c.meeting_id.in_([key, *others]))))
        compared = Comparison(connection, articles)
        groups: dict[int, list[Observation]] = defaultdict(list)
        for observation, home in sorted(compared.meeting_of.items()):
            groups[home].append(observation)
        own = groups[key]
        return Explanation(
            meeting,
            tuple(sorted(map(compared.report, own), key=lambda r: (r.published_on is None, r.published_on, r.article_id, r.char_start))),
            tuple(_join(compared, a, b) for a, b in combinations(own, 2)),
            _near_misses(compared, own, {home: groups[home] for home in others if home in groups}, others)[:near],
            tuple(_judgements(connection, {meeting_report_id(*one) for one in own} | _people(compared, own))),
        )


def _join(compared: Comparison, a: Observation, b: Observation) -> Join:
    score = compared.compare_reports(a, b)
    if score is None:
        return Join(meeting_report_id(*a), meeting_report_id(*b), None, (), (f"one through others: {compared.why_not(a, b)}",))
    return Join(meeting_report_id(*a), meeting_report_id(*b), score.value, score.features, score.reasons)


def _people(compared: Comparison, own: Collection[Observation]) -> set[int]:
    return {person for one in own for person in compared.reports[one].persons}


def _near_meetings(connection: Connection, key: int) -> dict[int, tuple[str, date | None]]:
    """Return meetings that share two participants with this one (or its only one) at about its time, or at an unknown time."""
    meetings, participants = table("meetings"), table("meeting_participants")
    own = connection.execute(select(participants).where(participants.c.meeting_id == key)).all()
    people = {row.person_id for row in own if row.person_id is not None}
    actors = {row.actor_id for row in own if row.actor_id is not None}
    start = connection.scalar(select(meetings.c.start_on).where(meetings.c.id == key))
    shared = select(participants.c.meeting_id, participants.c.person_id, participants.c.actor_id).join(
        meetings, meetings.c.id == participants.c.meeting_id
    )
    shared = shared.where(meetings.c.id != key, or_(participants.c.person_id.in_(people), participants.c.actor_id.in_(actors)))
    if start is not None:
        about = and_(meetings.c.start_on >= start - timedelta(days=NEAR_DAYS), meetings.c.start_on <= start + timedelta(days=NEAR_DAYS))
        shared = shared.where(or_(meetings.c.start_on.is_(None), about))
    counts: dict[int, set[int]] = defaultdict(set)
    for meeting, person, actor in connection.execute(shared):
        counts[meeting] |= ({actor} & actors) | ({person} & people)
    ranked = sorted(counts, key=lambda meeting: (-len(counts[meeting]), meeting))[:MOST_NEAR]
    query = select(meetings.c.id, meetings.c.title, meetings.c.start_on).where(meetings.c.id.in_(ranked))
    return {meeting: (title, day) for meeting, title, day in connection.execute(query)}


def _near_misses(
    compared: Comparison, own: list[Observation], others: dict[int, list[Observation]], titles: dict[int, tuple[str, date | None]]
) -> tuple[NearMiss, ...]:
    """Those that agree best first; then those that something forbids, most shared participants and nearest day first."""
    found: list[tuple[tuple[float, ...], NearMiss]] = []
    for meeting, reports in others.items():
        pairs: list[tuple[Observation, Observation, Score | None]] = [(a, b, compared.compare_reports(a, b)) for a in own for b in reports]
        nearest = best(pairs)
        a, b = nearest[:2] if nearest else min(((x, y) for x, y, _ in pairs), key=lambda pair: _distance(compared, *pair))
        score = nearest[2] if nearest else None
        apart = next(((x, y) for x, y, s in pairs if s is None), None)
        why = compared.why_not(a, b)
        if score is not None and score.value >= compared.threshold and apart is not None:
            why = f"two others of their reports exclude each other: {compared.why_not(*apart)}"
        title, day = titles[meeting]
        miss = NearMiss(
            meeting,
            title,
            day,
            meeting_report_id(*a),
            compared.report(b),
            score.value if score else None,
            score.features if score else (),
            why,
        )
        found.append(((-(score.value if score else 0.0), *_distance(compared, a, b)), miss))
    return tuple(miss for _, miss in sorted(found, key=lambda one: (one[0], one[1].meeting_id)))


def _distance(compared: Comparison, a: Observation, b: Observation) -> tuple[float, ...]:
    """What another article says tells more than that one article tells of both."""
    x, y = compared.reports[a], compared.reports[b]
    days = abs((x.first - y.first).days) if x.first and y.first else 1000
    return (a[0] == b[0], -len(x.persons & y.persons) - len(x.actors & y.actors), days)


def _judgements(connection: Connection, keys: set[int]) -> list[str]:
    """Return what people decided about any of the rows, in words, earliest first."""
    targets = table("judgement_targets")
    meant = set(connection.scalars(select(targets.c.judgement_id).where(targets.c.target_id.in_(keys))))
    return [
        f"{describe(one.judgement)} ({one.judgement.decided_by}, {one.judgement.decided_at:%Y-%m-%d}"
        + (f": {one.judgement.note})" if one.judgement.note else ")")
        for one in judgement_states(connection)
        if one.key in meant
    ]

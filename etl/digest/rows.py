"""What is new in some days: rows of the contract views, and the sentences that they stand in. Nothing here writes.

A meeting is new when it took place, or was to, in these days; one without a day when an article of these days tells of it, not looking
back. A statement is new when the first article that has it was published in these days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, text

CHART_DAYS = 30


@dataclass(frozen=True, slots=True)
class Days:
    """Some days, both included."""

    first: date
    last: date

    @classmethod
    def until(cls, last: date, amount: int = 1) -> Days:
        """Return so many days that end with `last`."""
        return cls(last - timedelta(days=amount - 1), last)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of an article."""

    sentence: str
    title: str | None
    publisher: str | None
    published_on: date | None
    url: str | None
    document: str


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """A meeting of the days. `participants`: (person or None, actor or None)."""

    id: int
    title: str
    kind: str
    status: str
    start_on: date | None
    end_on: date | None
    place: str | None
    host_event: str | None
    background: bool
    participants: tuple[tuple[str | None, str | None], ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class StatementNews:
    """A statement of the days, by the claim that has it first."""

    id: int
    speakers: str | None
    on_behalf_of: tuple[str, ...]
    act: str
    initiatives: tuple[str, ...]
    meeting: int | None
    claim_count: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FirstTime:
    """Something that had not been before. `kind`: meeting, support, relationship."""

    kind: str
    words: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Digest:
    """All that a page tells. `met`: how often two actors met; `positions`: (initiative, actor, position) to how many claims;
    `activity`: (day, meetings, statements) of the last weeks; `names`: of states by code.
    """

    days: Days
    meetings: tuple[MeetingNews, ...]
    statements: tuple[StatementNews, ...]
    first_times: tuple[FirstTime, ...]
    met: dict[tuple[str, str], int]
    positions: dict[tuple[str, str, str], int]
    activity: tuple[tuple[date, int, int], ...]
    names: dict[str, str] = field(default_factory=dict)

    def name(self, actor: str) -> str:
        """Return how an actor is called."""
        return self.names.get(actor, actor)


def read_digest(connection: Connection, days: Days) -> Digest:
    """Read what is new in some days."""
    names: dict[str, str] = {row.alpha2: row.name for row in connection.execute(text("SELECT alpha2, common_name AS name FROM states"))}
    meetings = _meetings(connection, days)
    return Digest(
        days=days,
        meetings=meetings,
        statements=_statements(connection, days),
        first_times=(
            *_first_meetings(connection, days, meetings, names),
            *_first_supports(connection, days, names),
            *_upgrades(connection, days, names),
        ),
        met=_met(connection, days),
        positions=_positions(connection, days),
        activity=_activity(connection, days.last),
        names=names,
    )


def last_day(connection: Connection, today: date) -> date:
    """Return the last day, not after today, of which there are articles; today when there are none."""
    asked = text("SELECT MAX(published_on) FROM articles WHERE published_on <= :today").bindparams(today=today)
    return _day(connection.scalar(asked)) or today


def _ask(connection: Connection, sql: str, days: Days, **more: object) -> list[dict[str, Any]]:
    said = text(sql).bindparams(first=days.first, last=days.last, **more)
    return [dict(row) for row in connection.execute(said).mappings()]


def _day(value: object) -> date | None:
    """Return a date column's value as a date: SQLite gives text."""
    return date.fromisoformat(value) if isinstance(value, str) else value  # type: ignore[return-value]


_SOURCE = """
    a.title, a.publisher, a.published_on, COALESCE(t.url, d.url) AS url, a.document_name, t.text AS article_text
"""
_JOINS = """
    JOIN v_articles AS a ON a.article_id = x.article_id
    JOIN articles AS t ON t.id = a.article_id
    JOIN documents AS d ON d.id = a.document_id
"""


def _evidence(row: dict[str, Any]) -> Evidence:
    sentence = " ".join(row["article_text"][row["char_start"] : row["char_end"]].split())
    return Evidence(sentence, row["title"], row["publisher"], _day(row["published_on"]), row["url"], row["document_name"])


_OF_THE_DAYS = """
    SELECT m.meeting_id FROM v_meetings AS m
    WHERE (m.start_on <= :last AND COALESCE(m.end_on, m.start_on) >= :first AND m.date_precision IN ('day', 'range'))
       OR (m.start_on IS NULL AND m.meeting_id IN (
            SELECT r.meeting_id FROM v_meeting_reports AS r JOIN v_articles AS a ON a.article_id = r.article_id
            WHERE NOT r.background AND a.published_on BETWEEN :first AND :last))
"""
_MEETINGS = f"SELECT m.* FROM v_meetings AS m WHERE m.meeting_id IN ({_OF_THE_DAYS}) ORDER BY m.start_on, m.title, m.meeting_id"
_PARTICIPANTS = f"""
    SELECT p.meeting_id, p.person, p.actor FROM v_meeting_participants AS p WHERE p.meeting_id IN ({_OF_THE_DAYS})
    ORDER BY p.meeting_id, p.person, p.actor
"""

_REPORTS = f"""
    SELECT x.meeting_id, x.char_start, x.char_end, {_SOURCE} FROM v_meeting_reports AS x {_JOINS}
    WHERE x.meeting_id IN ({_OF_THE_DAYS})
    ORDER BY a.published_on, x.article_id, x.char_start
"""
_INITIATIVES = "SELECT DISTINCT claim_id, name FROM v_claim_links WHERE kind = 'initiative' ORDER BY claim_id, name"


def _meetings(connection: Connection, days: Days) -> tuple[MeetingNews, ...]:
    found = _ask(connection, _MEETINGS, days)
    participants: dict[int, list[tuple[str | None, str | None]]] = defaultdict(list)
    for row in _ask(connection, _PARTICIPANTS, days):
        participants[row["meeting_id"]].append((row["person"], row["actor"]))
    reports: dict[int, list[Evidence]] = defaultdict(list)
    for row in _ask(connection, _REPORTS, days):
        reports[row["meeting_id"]].append(_evidence(row))
    return tuple(
        MeetingNews(
            row["meeting_id"], row["title"], row["kind"], row["status"], _day(row["start_on"]), _day(row["end_on"]), row["place"],
            row["host_event"], bool(row["background"]), tuple(participants[row["meeting_id"]]), tuple(reports[row["meeting_id"]]),
        )
        for row in found
    )  # fmt: skip


_STATEMENTS = f"""
    SELECT x.claim_id, x.statement_id, x.speakers, x.on_behalf_of, x.act, x.meeting_id, x.char_start, x.char_end, s.claim_count, {_SOURCE}
    FROM v_statements AS s
    JOIN v_claims AS x ON x.statement_id = s.statement_id
    {_JOINS}
    WHERE s.first_published_on BETWEEN :first AND :last AND s.covered_by IS NULL AND x.duplicate_of IS NULL
    ORDER BY x.on_behalf_of, x.speakers, a.published_on, x.article_id, x.char_start
"""


def _statements(connection: Connection, days: Days) -> tuple[StatementNews, ...]:
    found: dict[int, dict[str, Any]] = {}
    for row in _ask(connection, _STATEMENTS, days):
        best = found.setdefault(row["statement_id"], row)
        if _first(row) < _first(best):
            found[row["statement_id"]] = row
    about: dict[int, list[str]] = defaultdict(list)
    claims = {row["claim_id"] for row in found.values()}
    for link in connection.execute(text(_INITIATIVES)):
        if link.claim_id in claims:
            about[link.claim_id].append(link.name)
    return tuple(
        StatementNews(
            row["statement_id"], row["speakers"], tuple((row["on_behalf_of"] or "").split("+")) if row["on_behalf_of"] else (), row["act"],
            tuple(about[row["claim_id"]]), row["meeting_id"], row["claim_count"], _evidence(row),
        )
        for row in found.values()
    )  # fmt: skip


def _first(claim: dict[str, Any]) -> tuple[bool, str, int]:
    return claim["published_on"] is None, str(claim["published_on"]), claim["claim_id"]


def _met(connection: Connection, days: Days) -> dict[tuple[str, str], int]:
    sql = """
        SELECT actor_a, actor_b, COUNT(DISTINCT meeting_id) AS amount FROM v_dyads
        WHERE status = 'held' AND start_on BETWEEN :first AND :last GROUP BY actor_a, actor_b ORDER BY actor_a, actor_b
    """
    return {(row["actor_a"], row["actor_b"]): row["amount"] for row in _ask(connection, sql, days)}


def _positions(connection: Connection, days: Days) -> dict[tuple[str, str, str], int]:
    sql = """
        SELECT initiative, actor, position, claim_count FROM v_initiative_positions
        WHERE first_claimed_on BETWEEN :first AND :last ORDER BY initiative, actor, position
    """
    return {(row["initiative"], row["actor"], row["position"]): row["claim_count"] for row in _ask(connection, sql, days)}


def _first_meetings(connection: Connection, days: Days, meetings: Iterable[MeetingNews], names: dict[str, str]) -> list[FirstTime]:
    sql = """
        SELECT actor_a, actor_b, MIN(start_on) AS since FROM v_dyads WHERE status = 'held' AND start_on IS NOT NULL
        GROUP BY actor_a, actor_b HAVING MIN(start_on) BETWEEN :first AND :last ORDER BY actor_a, actor_b
    """
    told = list(meetings)
    found = []
    for row in _ask(connection, sql, days):
        pair = {row["actor_a"], row["actor_b"]}
        those = [
            m for m in told if m.status == "held" and pair <= {actor for _, actor in m.participants} and m.start_on == _day(row["since"])
        ]
        evidence = next((m.evidence[0] for m in those if m.evidence), None)
        a, b = (names.get(actor, actor) for actor in (row["actor_a"], row["actor_b"]))
        found.append(FirstTime("meeting", f"{a} and {b}: first meeting here", evidence))
    return found


def _first_supports(connection: Connection, days: Days, names: dict[str, str]) -> list[FirstTime]:
    sql = """
        SELECT initiative, actor FROM v_initiative_positions WHERE position = 'supports' AND first_claimed_on BETWEEN :first AND :last
        ORDER BY initiative, actor
    """
    claims = f"""
        SELECT x.char_start, x.char_end, {_SOURCE}, l.name AS initiative, b.name AS actor FROM v_claims AS x
        JOIN v_claim_links AS l ON l.claim_id = x.claim_id AND l.kind = 'initiative'
        JOIN v_claim_links AS b ON b.claim_id = x.claim_id AND b.relation = 'on_behalf_of'
        {_JOINS}
        WHERE a.published_on BETWEEN :first AND :last AND x.act IN ('support', 'praise', 'agree', 'pledge')
        ORDER BY a.published_on, x.article_id, x.char_start
    """
    evidence: dict[tuple[str, str], Evidence] = {}
    for row in _ask(connection, claims, days):
        evidence.setdefault((row["initiative"], row["actor"]), _evidence(row))
    found = [(row["initiative"], row["actor"]) for row in _ask(connection, sql, days)]
    return [FirstTime("support", f"{names.get(a, a)} supports {i}", evidence.get((i, a))) for i, a in found]


def _upgrades(connection: Connection, days: Days, names: dict[str, str]) -> list[FirstTime]:
    sql = """
        SELECT actor_a, actor_b, level, previous_level FROM v_relationships
        WHERE previous_level IS NOT NULL AND since BETWEEN :first AND :last ORDER BY actor_a, actor_b, level
    """
    found = []
    for row in _ask(connection, sql, days):
        a, b = (names.get(actor, actor) for actor in (row["actor_a"], row["actor_b"]))
        found.append(FirstTime("relationship", f"{a} and {b}: from {row['previous_level']} to {row['level']}", None))
    return found


_HELD = """
    SELECT start_on AS day, COUNT(*) AS amount FROM v_meetings
    WHERE status = 'held' AND date_precision = 'day' AND start_on BETWEEN :first AND :last GROUP BY start_on
"""
_SAID = """
    SELECT first_published_on AS day, COUNT(*) AS amount FROM v_statements
    WHERE first_published_on BETWEEN :first AND :last GROUP BY first_published_on
"""


def _activity(connection: Connection, last: date) -> tuple[tuple[date, int, int], ...]:
    days = Days.until(last, CHART_DAYS)
    meetings = {_day(row["day"]): row["amount"] for row in _ask(connection, _HELD, days)}
    statements = {_day(row["day"]): row["amount"] for row in _ask(connection, _SAID, days)}
    every = [days.first + timedelta(days=number) for number in range(CHART_DAYS)]
    return tuple((day, meetings.get(day, 0), statements.get(day, 0)) for day in every)

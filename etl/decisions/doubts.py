"""What is least certain in a store: joins near their threshold, names that nobody has reviewed, claims of low confidence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from rapidfuzz import fuzz
from sqlalchemy import Connection, and_, func, select, text

from etl.decisions.comparing import Comparison, Told
from etl.load.identity import claim_id, meeting_report_id
from etl.load.upsert import table
from etl.records import Span
from etl.resolve.clusters import Compare, strongest_tie
from etl.resolve.meeting_reports import Observation
from etl.resolve.names import fold
from etl.resolve.scoring import Score

Doubtful = Literal["meeting", "statement", "person", "initiative", "organization", "claim"]
DOUBTFUL: tuple[Doubtful, ...] = get_args(Doubtful)
LIKE_NAME = 70.0
"""Names less alike (rapidfuzz, 0 to 100) are not shown as perhaps the same."""
SURE = 0.9
"""Joins and claims that are surer are not asked about."""
MORE = 4
"""So many times as many rows are looked at as are asked for: some turn out to be judged already."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to decide: the question, the passages it is about, what speaks for it, and the ids that an answer judges.

    `pair`: what may be the same or different; `one`: what may be rejected or accepted. `joined`: the pair is one now.
    """

    kind: Doubtful
    question: str
    passages: tuple[Told, ...]
    score: float | None
    features: tuple[tuple[str, float], ...]
    reasons: tuple[str, ...]
    pair: tuple[int, int] | None = None
    one: int | None = None
    joined: bool = False


def doubts(connection: Connection, kind: Doubtful, limit: int) -> Iterator[Doubt]:
    """Yield what is least certain of a kind, the least certain first."""
    yield from _DOUBTS[kind](connection, limit)


def _meetings(connection: Connection, limit: int) -> Iterator[Doubt]:
    """The weakest ties of joined reports, and reports of meetings of the same people on one day that nearly agree."""
    links, reports = table("meeting_report_links"), table("meeting_reports")
    weak = _weakest(connection, "meeting_report_links", "meeting_id", limit * MORE)
    near = _same_day(connection, limit * MORE)
    homes = weak | {meeting for pair in near for meeting in pair}
    query = select(reports.c.article_id).join_from(links, reports, reports.c.id == links.c.meeting_report_id)
    compared = Comparison(connection, set(connection.scalars(query.where(links.c.meeting_id.in_(homes)))))
    groups = _groups(compared.meeting_of, homes)
    found = [(a, b, score, True) for a, b, score in _weak_ties(groups, weak, compared.compare_reports)]
    for one, two in near:
        pairs = ((a, b, compared.compare_reports(a, b)) for a in groups.get(one, ()) for b in groups.get(two, ()))
        scored = [(a, b, score) for a, b, score in pairs if score is not None]
        if scored:
            a, b, score = max(scored, key=lambda pair: (pair[2].value, pair[0], pair[1]))
            found.append((a, b, score, False))
    for a, b, score, joined in _least_certain(found, compared.threshold)[:limit]:
        question = "One meeting?" if joined else f"One meeting, though not joined ({compared.why_not(a, b)})?"
        ids = (meeting_report_id(*a), meeting_report_id(*b))
        passages = (compared.report(a), compared.report(b))
        yield Doubt("meeting", question, passages, score.value, score.features, score.reasons, pair=ids, joined=joined)


def _statements(connection: Connection, limit: int) -> Iterator[Doubt]:
    """The weakest ties of joined claims."""
    links, claims = table("statement_claims"), table("claims")
    weak = _weakest(connection, "statement_claims", "statement_id", limit * MORE)
    query = select(claims.c.article_id).join_from(links, claims, claims.c.id == links.c.claim_id)
    compared = Comparison(connection, set(connection.scalars(query.where(links.c.statement_id.in_(weak)))))
    ties = _weak_ties(_groups(compared.statement_of, weak), weak, compared.compare_claims)
    found = [(a, b, score, True) for a, b, score in ties]
    for a, b, score, _ in _least_certain(found, compared.claim_threshold)[:limit]:
        ids = (claim_id(*a), claim_id(*b))
        passages = (compared.claim(a), compared.claim(b))
        yield Doubt("statement", "One statement?", passages, score.value, score.features, score.reasons, pair=ids, joined=True)


def _weakest(connection: Connection, name: str, resolved: str, limit: int) -> set[int]:
    """Return the meetings or statements of which some report was joined by the weakest ties."""
    links = table(name)
    least = func.min(links.c.score)
    query = select(links.c[resolved]).group_by(links.c[resolved]).having(and_(func.count() > 1, least < SURE)).order_by(least).limit(limit)
    return set(connection.scalars(query))


def _same_day(connection: Connection, limit: int) -> set[tuple[int, int]]:
    """Return pairs of meetings that two of the same actors hold from the same day on."""
    meetings, participants = table("meetings"), table("meeting_participants")
    one, two = meetings.alias("one"), meetings.alias("two")
    a, b = participants.alias("a"), participants.alias("b")
    query = (
        select(one.c.id, two.c.id)
        .join_from(one, two, and_(one.c.start_on == two.c.start_on, one.c.id < two.c.id))
        .join(a, a.c.meeting_id == one.c.id)
        .join(b, and_(b.c.meeting_id == two.c.id, b.c.actor_id == a.c.actor_id))
        .group_by(one.c.id, two.c.id)
        .having(func.count(a.c.actor_id.distinct()) > 1)
        .order_by(one.c.id, two.c.id)
        .limit(limit)
    )
    return {(x, y) for x, y in connection.execute(query)}


def _groups(home_of: Mapping[Observation, int], wanted: Collection[int]) -> dict[int, list[Observation]]:
    groups: dict[int, list[Observation]] = {}
    for observation, home in sorted(home_of.items()):
        if home in wanted:
            groups.setdefault(home, []).append(observation)
    return groups


def _weak_ties(
    groups: Mapping[int, list[Observation]], homes: Collection[int], compare: Compare[Observation]
) -> Iterator[tuple[Observation, Observation, Score]]:
    """Yield each member's strongest tie in its group: what was judged already is certain."""
    seen: set[tuple[Observation, Observation]] = set()
    for home in homes:
        for item in groups.get(home, ()):
            tie = strongest_tie(item, groups[home], compare)
            if tie is None or tie[1].value >= SURE:
                continue
            pair = (min(item, tie[0]), max(item, tie[0]))
            if pair not in seen:
                seen.add(pair)
                yield (*pair, tie[1])


def _least_certain(
    found: list[tuple[Observation, Observation, Score, bool]], threshold: float
) -> list[tuple[Observation, Observation, Score, bool]]:
    return sorted(found, key=lambda one: (abs(one[2].value - threshold), one[0], one[1]))


def _claims(connection: Connection, limit: int) -> Iterator[Doubt]:
    """Claims of the lowest confidence."""
    claims = table("claims")
    query = (
        select(claims.c.article_id, claims.c.ordinal)
        .where(claims.c.confidence < SURE, claims.c.rule != "judgement")
        .order_by(claims.c.confidence, claims.c.article_id, claims.c.ordinal)
        .limit(limit)
    )
    keys = [(article, ordinal) for article, ordinal in connection.execute(query)]
    compared = Comparison(connection, {article for article, _ in keys})
    for key in keys:
        told, saying = compared.claim(key), compared.sayings[key]
        speakers = "; ".join(saying.voice.names)
        who = speakers or saying.claim.source_name or "+".join(a.name for a in saying.claim.on_behalf_of) or "nobody named"
        reasons = (f"speaker: {who}", f"act: {saying.claim.act}", f"rule: {told.rule}")
        yield Doubt("claim", f"Is this a claim of {who}?", (told,), told.confidence, (), reasons, one=told.id)


def _names(kind: Doubtful) -> Callable[[Connection, int], Iterator[Doubt]]:
    def find(connection: Connection, limit: int) -> Iterator[Doubt]:
        rows = _provisional(connection, kind, limit)
        first = {row.entity_id: _first_mention(connection, kind, row.entity_id) for row in rows}
        compared = Comparison(connection, {mention.article_id for mention in first.values() if mention is not None})
        for row in rows:
            mention = first[row.entity_id]
            told: tuple[Told, ...] = ()
            if mention is not None:
                span = Span(mention.char_start, mention.char_end)
                told = (compared.told(mention.id, mention.article_id, span, mention.rule, mention.confidence),)
            like = _like(connection, row) if kind == "person" else None
            behalf = f" ({row.actor})" if row.actor else ""
            reasons = [f"in {row.article_count} article{'' if row.article_count == 1 else 's'}"]
            reasons += [f"perhaps the same as {like.name}{f' ({like.actor})' if like.actor else ''}"] if like else []
            pair = (row.entity_id, like.id) if like else None
            yield Doubt(kind, f"Is {row.name}{behalf} rightly a new {kind}?", told, None, (), tuple(reasons), pair=pair, one=row.entity_id)

    return find


def _provisional(connection: Connection, kind: str, limit: int) -> list[Any]:
    query = "SELECT * FROM v_provisional WHERE kind = :kind ORDER BY article_count DESC, name, entity_id LIMIT :limit"
    return list(connection.execute(text(query), {"kind": kind, "limit": limit}))


def _first_mention(connection: Connection, kind: str, entity: int) -> Any:
    mentions, identities = table("mentions"), table("person_identities")
    query = select(mentions).order_by(mentions.c.article_id, mentions.c.char_start).limit(1)
    if kind == "person":
        query = query.join(identities, identities.c.person_reference_id == mentions.c.person_reference_id)
        query = query.where(identities.c.person_id == entity, mentions.c.name.is_not(None))
    else:
        query = query.where(mentions.c["initiative_id" if kind == "initiative" else "actor_id"] == entity)
    return connection.execute(query).first()


def _like(connection: Connection, row: Any) -> Any:
    """Return another person of the same actor whose name is most alike, None when none is."""
    people, actors, identities = table("people"), table("actors"), table("person_identities")
    query = (
        select(people.c.id, people.c.name, actors.c.name.label("actor"))
        .outerjoin(actors, actors.c.id == people.c.actor_id)
        .where(people.c.id != row.entity_id, people.c.id.in_(select(identities.c.person_id)))
    )
    query = query.where(actors.c.name == row.actor) if row.actor else query.where(people.c.actor_id.is_(None))
    scored = [(fuzz.token_sort_ratio(fold(row.name), fold(other.name)), -other.id, other) for other in connection.execute(query)]
    alike, _, other = max(scored, key=lambda one: one[:2], default=(0.0, 0, None))
    return other if alike >= LIKE_NAME else None


_DOUBTS: dict[Doubtful, Callable[[Connection, int], Iterator[Doubt]]] = {
    "meeting": _meetings,
    "statement": _statements,
    "person": _names("person"),
    "initiative": _names("initiative"),
    "organization": _names("organization"),
    "claim": _claims,
}

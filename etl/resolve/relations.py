"""How actors stand to each other: relationship levels, memberships and agreements, each a history with its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from rapidfuzz import fuzz

from etl.keys import stable_id
from etl.records import ActorRef, DatePrecision, ObservedArticle, RelationReport
from etl.resolve.blocks import Key, collect, pairs_within
from etl.resolve.clusters import complete_link, remembered, scored
from etl.resolve.names import fold
from etl.resolve.records import Agreement, Evidence, Membership, Relationship
from etl.resolve.scoring import Feature, Score, weigh

_PRECISIONS: tuple[DatePrecision, ...] = ("day", "range", "month", "year", "unknown")

Observation = tuple[int, int]

SAME_AGREEMENT = 0.5
"""Titles or dates that half agree, where nothing contradicts."""


class SeenRelation(NamedTuple):
    """A report of a relation, with its article and place."""

    key: Observation
    report: RelationReport


def relations_of(article: ObservedArticle) -> Iterator[SeenRelation]:
    """Yield the relations that an article reports."""
    for index, report in enumerate(article.observations.relations):
        yield SeenRelation((article.article_id, index), report)


def relation_blocks(report: RelationReport) -> Iterator[Key]:
    """Yield the blocks of a report: what it is a report of; for a document, its title and its parties. None for one that says nothing."""
    if report.kind == "agreement":
        yield ("agreement", "title", fold(report.label))
        yield ("agreement", "parties", *sorted(report.parties))
        return
    parties = _two_parties(report)
    if parties:
        yield (report.kind, *parties, fold(report.label))


def _two_parties(report: RelationReport) -> tuple[ActorRef, ActorRef] | None:
    """Return the actors of a relationship in order, or the member and the organization."""
    parties = sorted(set(report.parties), key=lambda a: (a.name, a.kind)) if report.kind == "relationship" else list(report.parties)
    return (parties[0], parties[1]) if len(parties) == 2 and parties[0] != parties[1] else None


def group_relationships(seen: Iterable[SeenRelation]) -> tuple[Relationship, ...]:
    """Return one row for each two actors and level; `since`: the most precise date, of equally precise ones the earliest."""
    rows = []
    for (a, b, _), group in _by_parties(seen, "relationship").items():
        since, precision = _since(group)
        rows.append(Relationship(a, b, _label(group), since, precision, _evidence(group), _previous(group)))
    return tuple(sorted(rows, key=lambda r: (r.actor_a, r.actor_b, fold(r.level))))


def group_memberships(seen: Iterable[SeenRelation]) -> tuple[Membership, ...]:
    """Return one row for each member, organization and status. `RelationReport.parties` are the member and the organization."""
    rows = []
    for (member, organization, _), group in _by_parties(seen, "membership").items():
        since, precision = _since(group)
        rows.append(Membership(member, organization, _label(group), since, precision, _evidence(group)))
    return tuple(sorted(rows, key=lambda r: (r.member, r.organization, fold(r.status))))


def _by_parties(seen: Iterable[SeenRelation], kind: str) -> dict[tuple[ActorRef, ActorRef, str], list[SeenRelation]]:
    groups: dict[tuple[ActorRef, ActorRef, str], list[SeenRelation]] = defaultdict(list)
    for one in seen:
        parties = _two_parties(one.report) if one.report.kind == kind else None
        if parties:
            groups[*parties, fold(one.report.label)].append(one)
    return groups


def adds_to(report: RelationReport, since: date | None, precision: DatePrecision, label: str, previous: str | None = None) -> bool:
    """Return whether a report may change what others make of a relationship or membership, and is not one more that says the same."""
    if report.label != label or (report.kind == "relationship" and report.detail and report.detail != previous):
        return True
    if report.since is None or report.since_precision == "unknown":
        return False
    return since is None or _rank(report.since_precision, report.since) < _rank(precision, since)


def group_agreements(relations: Iterable[SeenRelation], meeting_of: Mapping[Observation, int]) -> tuple[Agreement, ...]:
    """Return the documents. One document: agreeing parties, dates and titles (see `compare_agreements`)."""
    seen = {s.key: s for s in relations if s.report.kind == "agreement"}

    @remembered
    def compare(a: Observation, b: Observation) -> Score | None:
        return compare_agreements(seen[a], seen[b], meeting_of)

    blocks = collect((block, key) for key, s in seen.items() for block in relation_blocks(s.report))
    rows = []
    for group in complete_link(seen, scored(pairs_within(blocks), compare, SAME_AGREEMENT), compare, SAME_AGREEMENT):
        members = [seen[key] for key in group]
        kinds = Counter(m.report.detail or "agreement" for m in members)
        meetings = Counter(m for s in members if (m := _meeting(s, meeting_of)) is not None)
        dated = [m.report for m in members if m.report.since and m.report.since_precision == "day"]
        rows.append(
            Agreement(
                agreement_id=stable_id("agreement", *group[0]),
                title=_label(members),
                kind=min(kinds, key=lambda k: (k == "agreement", -kinds[k], k)),
                signed_on=min((r.since for r in dated if r.since), default=None),
                parties=tuple(sorted({p for m in members for p in m.report.parties})),
                meeting_id=min(meetings, key=lambda m: (-meetings[m], m), default=None),
                evidence=_evidence(members),
            )
        )
    return tuple(sorted(rows, key=lambda r: r.agreement_id))


def compare_agreements(a: SeenRelation, b: SeenRelation, meeting_of: Mapping[Observation, int]) -> Score | None:
    """The same title, parties that do not contradict and dates that do not; or the same parties, day and kind, titles alike."""
    x, y = a.report, b.report
    parties_x, parties_y = frozenset(x.parties), frozenset(y.parties)
    if parties_x and parties_y and not (parties_x <= parties_y or parties_y <= parties_x):
        return None
    dates = _dates_agree(x, y)
    meetings = _meeting(a, meeting_of), _meeting(b, meeting_of)
    together = meetings[0] is not None and meetings[0] == meetings[1]
    if dates == 0.0 or (None not in meetings and not together and dates < 1.0):
        return None
    titles = fuzz.token_set_ratio(fold(x.label), fold(y.label)) / 100
    if fold(x.label) != fold(y.label):
        telling = titles >= 0.95 and min(len(fold(r.label).split()) for r in (x, y)) >= 4
        if parties_x != parties_y or titles < 0.75 or not (dates == 1.0 or together or telling):
            return None
        if x.detail and y.detail and x.detail != y.detail:
            return None
    return weigh((Feature("title", titles, 0.6, "titles agree"), Feature("date", 1.0 if together else dates, 0.4, "dates agree")))


def _dates_agree(x: RelationReport, y: RelationReport) -> float:
    """Return 1 for the same day, 0.5 when one is unknown or vaguer and they do not contradict, 0 for different dates."""
    if x.since is None or y.since is None:
        return 0.5
    shown = {"day": 10, "range": 10, "month": 7, "year": 4, "unknown": 0}
    length = min(shown[x.since_precision], shown[y.since_precision])
    if x.since.isoformat()[:length] != y.since.isoformat()[:length]:
        return 0.0
    return 1.0 if length == 10 else 0.5


def _meeting(seen: SeenRelation, meeting_of: Mapping[Observation, int]) -> int | None:
    return meeting_of.get((seen.key[0], seen.report.meeting)) if seen.report.meeting is not None else None


def _since(group: Sequence[SeenRelation]) -> tuple[date | None, DatePrecision]:
    dated = [s.report for s in group if s.report.since is not None and s.report.since_precision != "unknown"]
    if not dated:
        return None, "unknown"
    best = min(dated, key=lambda r: _rank(r.since_precision, r.since or date.max))
    return best.since, best.since_precision


def _rank(precision: DatePrecision, since: date) -> tuple[int, date]:
    return _PRECISIONS.index(precision), since


def _label(group: Sequence[SeenRelation]) -> str:
    counts = Counter(s.report.label for s in group)
    return min(counts, key=lambda label: (-counts[label], -len(label), label))


def _previous(group: Sequence[SeenRelation]) -> str | None:
    """Return the level before that most reports name, of equally many the longest."""
    counts = Counter(s.report.detail for s in group if s.report.detail)
    return min(counts, key=lambda level: (-counts[level], -len(level), level), default=None)


def _evidence(group: Iterable[SeenRelation]) -> Evidence:
    return tuple(sorted(s.key for s in group))

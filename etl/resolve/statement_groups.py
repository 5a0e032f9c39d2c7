"""Claims into statements: from pairs of claims that agree to groups, their left-over parts, and the rows that tell of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from etl.keys import stable_id
from etl.records import ObservedArticle
from etl.resolve.clusters import Compare, link, remembered, scored, strongest_tie, unite
from etl.resolve.people import People
from etl.resolve.records import ResolvedStatement, StatementLink
from etl.resolve.scoring import Score
from etl.resolve.statements import (
    PART_OF_STATEMENT,
    SAME_STATEMENT,
    Observation,
    Saying,
    candidates,
    compare_sayings,
    sayings_of,
)
from etl.resolve.verdicts import NO_VERDICTS, Verdicts
from etl.resolve.wording import covers

Edges = Mapping[tuple[Observation, Observation], Score]
"""Pairs of claims (smaller first) that agree enough for one to be part of the other."""
Group = tuple[Observation, ...]
Tie = tuple[Observation, Score]


def resolve_statements(
    articles: Sequence[ObservedArticle],
    people: People,
    meeting_of: Mapping[Observation, int],
    verdicts: Verdicts[Observation] = NO_VERDICTS,
) -> tuple[tuple[ResolvedStatement, ...], tuple[StatementLink, ...]]:
    """Return the statements and the link of each claim."""
    sayings = {s.key: s for article in articles for s in sayings_of(article, people, meeting_of)}

    @remembered
    @verdicts.ruling
    def compare(a: Observation, b: Observation) -> Score | None:
        return compare_sayings(sayings[a], sayings[b])

    edges = scored(sorted(candidates(sayings.values()) | verdicts.pairs_among(sayings)), compare, PART_OF_STATEMENT)
    linked, _ = link(sayings, same_statement(edges), compare, SAME_STATEMENT, verdicts=verdicts)
    unite(linked, verdicts)
    groups = groups_of(linked)
    return rows_of(groups, parts_of(groups, edges, compare), edges, sayings, compare)


def same_statement(edges: Edges) -> dict[tuple[Observation, Observation], Score]:
    """Return the pairs that agree enough to be one statement."""
    return {pair: score for pair, score in edges.items() if score.value >= SAME_STATEMENT}


def groups_of(linked: Mapping[Observation, Iterable[Observation]]) -> dict[Observation, Group]:
    """Return the group of each claim, sorted."""
    done = {id(members): tuple(sorted(members)) for members in linked.values()}
    return {key: done[id(members)] for key, members in linked.items()}


def parts_of(
    groups: Mapping[Observation, Group], edges: Edges, compare: Compare[Observation], asked: Collection[Observation] | None = None
) -> dict[Observation, Tie]:
    """Return the claims (of `asked`; None: of all) that stand alone and are parts of another, each with the claim that holds it.

    A claim that stands alone joins a group that holds its neighbour in the article when a claim of another article says both.
    """
    offers: list[tuple[float, Observation, Observation, Score]] = []
    for pair in edges:
        for part, whole in (pair, pair[::-1]):
            if (asked is not None and part not in asked) or len(groups[part]) > 1 or len(groups[whole]) < 2 or part[0] == whole[0]:
                continue
            neighbours = [key for key in groups[whole] if key[0] == part[0] and abs(key[1] - part[1]) == 1]
            score = compare(part, whole)
            if not neighbours or score is None or score.value < PART_OF_STATEMENT:
                continue
            if any(compare(part, other) is None for other in groups[whole] if other[0] != part[0]):
                continue
            offers.append((score.value, part, whole, score))
    taken: dict[Observation, Tie] = {}
    for _, part, whole, score in sorted(offers, key=lambda offer: (-offer[0], offer[1], offer[2])):
        taken.setdefault(part, (whole, score))
    return taken


def rows_of(
    groups: Mapping[Observation, Group],
    parts: Mapping[Observation, Tie],
    edges: Edges,
    sayings: Mapping[Observation, Saying],
    compare: Compare[Observation],
) -> tuple[tuple[ResolvedStatement, ...], tuple[StatementLink, ...]]:
    """Return the statements that groups with their parts are, and the link of each claim."""
    added: dict[Group, list[Observation]] = defaultdict(list)
    for part, (whole, _) in parts.items():
        added[groups[whole]].append(part)
    covering = _covering(edges, sayings)
    statements: list[ResolvedStatement] = []
    links: list[StatementLink] = []
    for group in sorted({group for key, group in groups.items() if key not in parts}):
        members = tuple(sorted([*group, *added.get(group, ())]))
        statement_id = stable_id("statement", *members[0])
        statements.append(_statement(statement_id, [sayings[key] for key in members]))
        for key in members:
            tie = parts.get(key) or strongest_tie(key, members, compare)
            links.append(_link(key, statement_id, tie, covering.get(key), part=key in parts))
    statements.sort(key=lambda s: s.statement_id)
    return tuple(statements), tuple(sorted(links, key=lambda x: (x.article_id, x.claim_index)))


def _link(
    key: Observation, statement_id: int, tie: tuple[Observation, Score] | None, covered_by: Observation | None, *, part: bool
) -> StatementLink:
    if tie is None:
        return StatementLink(*key, statement_id, 1.0, ("the only report",), covered_by=covered_by)
    (article_id, index), score = tie
    reasons = (f"{'part of' if part else 'with'} article {article_id}, claim {index}", *score.reasons)
    return StatementLink(*key, statement_id, score.value, reasons, score.features, covered_by)


def _covering(
    edges: Mapping[tuple[Observation, Observation], Score], sayings: Mapping[Observation, Saying]
) -> dict[Observation, Observation]:
    """Return for each claim the claim of another article that holds all it says and more; of several, the one that agrees best."""
    offers: dict[Observation, list[tuple[float, Observation]]] = defaultdict(list)
    for pair, score in edges.items():
        for part, whole in (pair, pair[::-1]):
            if part[0] != whole[0] and covers(sayings[whole].words, sayings[part].words):
                offers[part].append((-score.value, whole))
    return {part: min(found)[1] for part, found in offers.items()}


def _statement(statement_id: int, members: Sequence[Saying]) -> ResolvedStatement:
    first = min(members, key=lambda s: (s.published_on or date.max, -len(s.text), s.key))
    acts = Counter(s.claim.act for s in members)
    act = min(acts, key=lambda a: (-acts[a], a != first.claim.act, a))
    actors = {a for s in members for a in s.claim.on_behalf_of}
    dates = [s.published_on for s in members if s.published_on]
    return ResolvedStatement(statement_id, first.text, act, min(dates, default=None), first.voice.speakers, tuple(sorted(actors)))

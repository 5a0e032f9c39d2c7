"""The third stage: which claims are one statement, asked again for those that the changes can reach.

Claims stand on the shelves of their voice, ten days by ten days, with their words in short, so that of a shelf only those are read that
share enough of them. A claim of an article without a date stands under `NO_DAY` and looks through the whole shelf.

Like claims of one voice hang together for years, each near the next. So not all that hangs together is grouped anew: only what changed,
and every group that an edge of this breaks open (`clusters.link`), with the statements that a part leaves or joins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection

from etl.load.days import NO_DAY
from etl.load.identity import claim_id
from etl.load.resolving.readings import Readings, homes_of
from etl.load.resolving.rows import STATEMENT_LINKS, STATEMENTS, statement_link_rows, statement_row
from etl.load.resolving.shelves import Observation, block_of, file_observations, filed, filed_on
from etl.load.resolving.standing import Standing
from etl.load.resolving.terms import TermIndex, pack, unpack
from etl.load.resolving.unresolved import Changes
from etl.load.upsert import compare_within, remove, replace, write
from etl.records import ObservedArticle
from etl.resolve.blocks import near_buckets
from etl.resolve.clusters import Compare, link, remembered, scored, unite
from etl.resolve.scoring import Score
from etl.resolve.statement_groups import Edges, Tie, groups_of, parts_of, rows_of, same_statement
from etl.resolve.statements import (
    PART_OF_STATEMENT,
    SAME_STATEMENT,
    Saying,
    candidates,
    compare_sayings,
    saying_blocks,
    sayings_of,
    sought_blocks,
)
from etl.resolve.verdicts import Verdicts
from etl.resolve.wording import covers


def resolve_statements(connection: Connection, articles: Collection[int], changes: Changes, verdicts: Verdicts[Observation]) -> None:
    """Bring statements up to date where the claims of `articles`, or those that are gone, made a difference."""
    _Statements(connection, articles, changes, verdicts).resolve()


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The groups of the claims that were asked anew, which of them are parts, and the smallest of each one's group before decisions."""

    groups: Mapping[Observation, tuple[Observation, ...]]
    parts: Mapping[Observation, Tie]
    first: Mapping[Observation, Observation]


class _Statements:
    def __init__(self, connection: Connection, articles: Collection[int], changes: Changes, verdicts: Verdicts[Observation]) -> None:
        self.connection = connection
        self.articles = articles
        self.changes = changes
        self.verdicts = verdicts
        self.readings = Readings(connection, frozenset({"people", "claims"}))
        self.sayings: dict[Observation, Saying] = {}
        self.standing = Standing(connection)
        self.edges: dict[tuple[Observation, Observation], Score] = {}
        self.sought: set[Observation] = set()
        """Claims of which all edges are known."""
        self.inner: dict[tuple[Observation, ...], Edges] = {}
        self.compare = remembered(verdicts.ruling(_comparing(self.sayings)))

    def resolve(self) -> None:
        self._keep(self.readings.read(self.articles))
        fresh = set(self.sayings)
        rows = ((block, day, key, pack(self.sayings[key].words)) for key in sorted(fresh) for block, day in self._blocks(key))
        file_observations(self.connection, "claim", self.articles, rows)
        left = self.standing.of("component_id", self.changes.of["claims"])
        left |= self.standing.of("statement_id", self.changes.of["statement"])
        left |= self.standing.of("covered_by", {claim_id(*key) for key in fresh})
        self._store(self._regroup(fresh, fresh | left))

    def _regroup(self, fresh: set[Observation], asked: set[Observation]) -> Regrouped:
        """Return what comes of the claims that are asked anew, of which there are more until no statement of others changes."""
        while True:
            asked = self.standing.company(asked)
            self._read(asked)
            asked &= self.sayings.keys()
            beside = self._beside(asked)
            self._seek(asked | beside)
            around = self.standing.company({key for pair in self.edges for key in pair} | beside) - asked
            self._read(around)
            more = self._judged(asked | around) | self._covered(fresh)
            if not more <= asked:
                asked |= more
                continue
            groups = self.standing.groups(around)
            edges = {pair: score for pair, score in self.edges.items() if not asked.isdisjoint(pair)}
            for group in set(groups.values()):
                edges |= self._within(group)
            standing = {key: group[0] for key, group in groups.items()}
            linked, fallen = link(
                (*asked, *around), same_statement(edges), self.compare, SAME_STATEMENT, verdicts=self.verdicts, standing=standing
            )
            if fallen:
                asked |= fallen
                continue
            first = {key: min(linked[key]) for key in asked}
            unite(linked, self.verdicts)
            home = groups_of(linked)
            parts = parts_of(home, self.edges, self.compare, asked | beside)
            moved = self._moved(asked, beside, parts)
            if not moved:
                return Regrouped({key: home[key] for key in asked}, {key: tie for key, tie in parts.items() if key in asked}, first)
            asked |= moved

    def _beside(self, asked: set[Observation]) -> set[Observation]:
        """Return the claims that stand alone next to those asked: they may be parts of what comes of these, or may have been."""
        beside = {(article, index + step) for article, index in asked for step in (-1, 1)} - asked
        self.standing.company(beside)
        found = {key for key, group in self.standing.groups(beside).items() if len(group) == 1}
        self._read(found)
        return found

    def _seek(self, claims: set[Observation]) -> None:
        """Find out with which others the claims agree."""
        new = claims - self.sought
        self.sought |= new
        for a, b in self._pairs(new):
            pair = (a, b) if a < b else (b, a)
            score = self.compare(*pair)
            if score is not None and score.value >= PART_OF_STATEMENT:
                self.edges[pair] = score

    def _within(self, group: tuple[Observation, ...]) -> Edges:
        """Return how the claims of a group agree."""
        if group not in self.inner:
            pairs = sorted(candidates(self.sayings[key] for key in group)) if len(group) > 1 else ()
            self.inner[group] = scored(pairs, self.compare, PART_OF_STATEMENT)
        return self.inner[group]

    def _judged(self, claims: set[Observation]) -> set[Observation]:
        """Return the claims about which something was decided, and what decisions make one with them."""
        judged = claims & self.verdicts.joined
        found = judged | {other for _, other in self.verdicts.partners_of(judged)}
        self._read(found)
        return found & self.sayings.keys()

    def _covered(self, fresh: set[Observation]) -> set[Observation]:
        """Return the claims of which a new one says all and more."""
        words = {key: self.sayings[key].words for pair in self.edges for key in pair}
        both = (ends for pair in self.edges for ends in (pair, pair[::-1]))
        return {part for part, whole in both if whole in fresh and part[0] != whole[0] and covers(words[whole], words[part])}

    def _moved(self, asked: set[Observation], beside: set[Observation], parts: Mapping[Observation, Tie]) -> set[Observation]:
        """Return the claims that are, or cease to be, parts of another statement than they were."""
        moved: set[Observation] = set()
        for part in asked | beside:
            if part not in parts:
                if part in beside and self.standing.is_with_others(part):
                    moved.add(part)
                continue
            whole, _ = parts[part]
            if part in asked and whole in asked:
                continue
            before = self.standing.statement_of
            if part in asked or whole in asked or before[part] != before[whole]:
                moved |= {part, whole}
        return moved

    def _read(self, claims: Iterable[Observation]) -> None:
        self._keep(self.readings.read_claims(set(claims) - self.sayings.keys()))

    def _keep(self, articles: Iterable[ObservedArticle]) -> None:
        found = list(articles)
        meeting_of = homes_of(self.connection, "meeting_report", (article.article_id for article in found))
        for article in found:
            self.sayings.update((saying.key, saying) for saying in sayings_of(article, self.readings.people, meeting_of))

    def _blocks(self, key: Observation) -> Iterator[tuple[int, int]]:
        for block, when in saying_blocks(self.sayings[key]):
            yield block_of(block), NO_DAY if when is None else when

    def _pairs(self, frontier: set[Observation]) -> Iterator[tuple[Observation, Observation]]:
        """Yield the pairs of claims of the frontier and those of their shelves that share words with them, or were judged the same."""
        wanted: dict[int, set[int]] = defaultdict(set)
        own: dict[int, list[Observation]] = defaultdict(list)
        near: dict[Observation, tuple[int, ...]] = {}
        for key in frontier:
            published_on = self.sayings[key].published_on
            if published_on is not None:
                near[key] = (*near_buckets(published_on), NO_DAY)
            for block in map(block_of, sought_blocks(self.sayings[key])):
                own[block].append(key)
                wanted[block].update(near.get(key, ()))
        terms = {key: unpack(pack(self.sayings[key].words)) for key in frontier}
        indexes = {block: TermIndex((key, terms[key]) for key in keys) for block, keys in own.items()}
        whole = {block for block, keys in own.items() if any(key not in near for key in keys)}
        pairs = set(self.verdicts.partners_of(frontier))
        for block, day, other, packed in chain(filed_on(self.connection, wanted), filed(self.connection, whole)):
            alike = indexes[block].like(unpack(packed)) if packed else ()
            pairs.update((key, other) for key in alike if key != other and (key not in near or day in near[key]))
        self._read(other for _, other in pairs)
        yield from sorted(pair for pair in pairs if pair[1] in self.sayings)

    def _store(self, regrouped: Regrouped) -> None:
        connection = self.connection
        found, links = rows_of(regrouped.groups, regrouped.parts, self.edges, self.sayings, self.compare)
        keys = {claim_id(*key) for key in regrouped.groups}
        firsts = {key: claim_id(*first) for key, first in regrouped.first.items()}
        before = self.standing.statement_of
        old = {before[key] for key in regrouped.groups if key in before} | self.changes.of["statement"]
        now = {statement.statement_id for statement in found}
        rows = map(statement_row, found)
        statements = compare_within(connection, "statements", STATEMENTS, rows, column="id", keys=old | now)
        link_rows = statement_link_rows(links, firsts)
        linked = compare_within(connection, "statement_claims", STATEMENT_LINKS, link_rows, column="claim_id", keys=keys)
        write(connection, statements)
        replace(connection, linked)
        remove(connection, statements)


def _comparing(sayings: Mapping[Observation, Saying]) -> Compare[Observation]:
    # No method of the stage: it would hold on to itself, and all that it read would stay after it, until the garbage collector comes.
    return lambda a, b: compare_sayings(sayings[a], sayings[b])

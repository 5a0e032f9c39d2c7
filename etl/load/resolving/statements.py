"""The third stage: which claims are one statement, asked again for those that the changes can reach.

Claims stand on the shelves of their voice, ten days by ten days, with their words in short, so that of a shelf only those are read that
share enough of them. A claim of an article without a date stands under `NO_DAY` and looks through the whole shelf.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from sqlalchemy import Connection, select

from etl.load.identity import claim_id
from etl.load.resolving.closure import closure
from etl.load.resolving.readings import Readings, homes_of
from etl.load.resolving.rows import STATEMENT_LINKS, STATEMENTS, statement_link_rows, statement_row
from etl.load.resolving.shelves import NO_DAY, Observation, block_of, file_observations, filed, filed_on
from etl.load.resolving.terms import TermIndex, pack, unpack
from etl.load.resolving.unresolved import Changes
from etl.load.upsert import compare_within, remove, replace, select_in, table, write
from etl.records import ObservedArticle
from etl.resolve.blocks import near_buckets
from etl.resolve.clusters import remembered
from etl.resolve.scoring import Score
from etl.resolve.statements import (
    PART_OF_STATEMENT,
    GroupedSayings,
    Saying,
    compare_sayings,
    group_sayings,
    saying_blocks,
    sayings_of,
    sought_blocks,
)
from etl.resolve.verdicts import Verdicts


def resolve_statements(connection: Connection, articles: Collection[int], changes: Changes, verdicts: Verdicts[Observation]) -> None:
    """Bring statements up to date where the claims of `articles`, or those that are gone, made a difference."""
    _Statements(connection, articles, changes, verdicts).resolve()


class _Statements:
    def __init__(self, connection: Connection, articles: Collection[int], changes: Changes, verdicts: Verdicts[Observation]) -> None:
        self.connection = connection
        self.articles = articles
        self.changes = changes
        self.verdicts = verdicts
        self.readings = Readings(connection, frozenset({"people", "claims"}))
        self.sayings: dict[Observation, Saying] = {}
        self.compare = remembered(verdicts.ruling(self._compare))

    def resolve(self) -> None:
        self._keep(self.readings.read(self.articles))
        fresh = set(self.sayings)
        rows = ((block, day, key, pack(self.sayings[key].words)) for key in sorted(fresh) for block, day in self._blocks(key))
        file_observations(self.connection, "claim", self.articles, rows)
        before = self._links("claim_id", {claim_id(*key) for key in fresh})
        components = {component for _, component in before.values()} | self.changes.claim_components
        mates = set(self._links("component_id", components))
        self._read(mates)
        weighed = closure(fresh | mates, self._pairs, self.compare, PART_OF_STATEMENT)
        self._store(group_sayings({key: self.sayings[key] for key in weighed}, self.verdicts), weighed)

    def _compare(self, a: Observation, b: Observation) -> Score | None:
        return compare_sayings(self.sayings[a], self.sayings[b])

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

    def _links(self, column: str, keys: Collection[int]) -> dict[Observation, tuple[int, int]]:
        """Return (statement, component) of the claims linked so."""
        links, claims = table("statement_claims"), table("claims")
        query = select(claims.c.article_id, claims.c.ordinal, links.c.statement_id, links.c.component_id)
        query = query.join(links, links.c.claim_id == claims.c.id)
        found = select_in(self.connection, query, links.c[column], keys)
        return {(article, ordinal): (statement, component) for article, ordinal, statement, component in found}

    def _store(self, grouped: GroupedSayings, weighed: set[Observation]) -> None:
        connection = self.connection
        keys = {claim_id(*key) for key in weighed}
        components = {key: claim_id(*min(members)) for key, members in grouped.components.items()}
        old = {statement for statement, _ in self._links("claim_id", keys).values()} | self.changes.statements
        now = {statement.statement_id for statement in grouped.statements}
        rows = map(statement_row, grouped.statements)
        statements = compare_within(connection, "statements", STATEMENTS, rows, column="id", keys=old | now)
        link_rows = statement_link_rows(grouped.links, components)
        links = compare_within(connection, "statement_claims", STATEMENT_LINKS, link_rows, column="claim_id", keys=keys)
        write(connection, statements)
        replace(connection, links)
        remove(connection, statements)

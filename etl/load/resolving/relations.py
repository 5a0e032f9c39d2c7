"""The last stage: relationships, memberships and agreements, asked again where a report of them came, went or belongs elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from etl.keys import stable_id
from etl.load.days import NO_DAY
from etl.load.identity import actor_id
from etl.load.observations import read_observations
from etl.load.resolving.closure import closure
from etl.load.resolving.readings import homes_of
from etl.load.resolving.rows import AGREEMENTS, MEMBERSHIPS, RELATIONSHIPS, agreement_row, membership_row, relationship_row
from etl.load.resolving.shelves import Observation, block_of, file_observations, filed, first_filed
from etl.load.resolving.unresolved import RELATIONS, Changes
from etl.load.upsert import Row, compare_within, remove, replace, select_in, table, upsert, write
from etl.resolve.clusters import Compare, remembered
from etl.resolve.records import Evidence
from etl.resolve.relations import (
    SAME_AGREEMENT,
    SeenRelation,
    adds_to,
    compare_agreements,
    group_agreements,
    group_memberships,
    group_relationships,
    relation_blocks,
    relations_of,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What became of some reports of one kind: the rows, the reports that each rests on, and the rows that these rested in before."""

    kind: str
    columns: tuple[str, ...]
    rows: list[Row]
    evidence: list[tuple[int, Evidence]]
    before: set[int]


def resolve_relations(connection: Connection, articles: Collection[int], changes: Changes) -> None:
    """Bring relations up to date where the reports of `articles`, or those that are gone, made a difference.

    `articles` are those whose relations, or the meetings these belong to, changed.
    """
    _Relations(connection, articles, changes).resolve()


class _Relations:
    def __init__(self, connection: Connection, articles: Collection[int], changes: Changes) -> None:
        self.connection = connection
        self.articles = articles
        self.changes = changes
        self.seen: dict[Observation, SeenRelation] = {}
        self.keys: dict[int, tuple[int, ...]] = {}
        self.meeting_of: dict[Observation, int] = {}
        self.compare = remembered(_comparing(self.seen, self.meeting_of))

    def resolve(self) -> None:
        self._read(self.articles)
        filing = [(block_of(block), NO_DAY, key, None) for key, one in self.seen.items() for block in relation_blocks(one.report)]
        file_observations(self.connection, "relation", self.articles, filing)
        documents = {key for key, one in self.seen.items() if one.report.kind == "agreement"}
        touched: dict[int, list[Observation]] = defaultdict(list)
        for block, _, key, _ in filing:
            if key not in documents:
                touched[block].append(key)
        asked = touched.keys() - self._grown(touched)
        members = {key for _, _, key, _ in filed(self.connection, asked | self.changes.of["relations"])}
        members |= documents | self._together(documents)
        self._read(article for article, _ in members)
        seen = [self.seen[key] for key in sorted(closure(members, self._pairs, self.compare, SAME_AGREEMENT))]
        before = self._before(seen)
        relationships = [(_key("relationship", r.evidence), r) for r in group_relationships(seen)]
        memberships = [(_key("membership", m.evidence), m) for m in group_memberships(seen)]
        agreements = [(a.agreement_id, a) for a in group_agreements(seen, self.meeting_of)]
        evidence = [[(key, one.evidence) for key, one in group] for group in (relationships, memberships, agreements)]
        rows = [relationship_row(*one) for one in relationships], [membership_row(*one) for one in memberships]
        self._store(_Found("relationship", RELATIONSHIPS, rows[0], evidence[0], before["relationship"]))
        self._store(_Found("membership", MEMBERSHIPS, rows[1], evidence[1], before["membership"]))
        signed = [agreement_row(one) for _, one in agreements]
        parties = [(key, actor_id(party)) for key, one in agreements for party in one.parties]
        self._store(_Found("agreement", AGREEMENTS, signed, evidence[2], before["agreement"]), parties)

    def _read(self, articles: Iterable[int]) -> None:
        missing = set(articles) - {article for article, _ in self.seen}
        self.meeting_of.update(homes_of(self.connection, "meeting_report", missing))
        stored = read_observations(self.connection, missing, {"relations"})
        self.keys.update(stored.relation_keys)
        self.seen.update((one.key, one) for article in stored.articles for one in relations_of(article))

    def _pairs(self, frontier: set[Observation]) -> Iterator[tuple[Observation, Observation]]:
        """Yield the pairs of documents that share a block."""
        own: dict[int, list[Observation]] = defaultdict(list)
        for key in frontier:
            if self.seen[key].report.kind == "agreement":
                for block in relation_blocks(self.seen[key].report):
                    own[block_of(block)].append(key)
        pairs = {(key, other) for block, _, other, _ in filed(self.connection, own) for key in own[block] if key != other}
        self._read(article for _, (article, _) in pairs)
        yield from sorted(pairs)

    def _grown(self, touched: Mapping[int, list[Observation]]) -> set[int]:
        """Return the blocks whose relation stays as it is, with more reports to rest on, and write these down.

        There, all reports of a block need not be read, of which there are more every year.
        """
        first = {block: key for block in touched if (key := first_filed(self.connection, block))}
        evidence: dict[str, list[Row]] = {}
        settled: set[int] = set()
        for kind, label, *previous in (("relationship", "level", "previous_level"), ("membership", "status")):
            target = table(f"{kind}s")
            columns = (target.c[c] for c in ("id", "since", "since_precision", label, *previous))
            keys = {_key(kind, (key,)): block for block, key in first.items() if self._kind(touched[block]) == kind}
            for key, *stands in select_in(self.connection, select(*columns), target.c.id, keys):
                block = keys[key]
                if block not in self.changes.of["relations"] and not any(adds_to(self.seen[one].report, *stands) for one in touched[block]):
                    settled.add(block)
                    evidence.setdefault(kind, []).extend((key, self.keys[article][index]) for article, index in touched[block])
        for kind, rows in evidence.items():
            upsert(self.connection, f"{kind}_reports", (f"{kind}_id", "relation_report_id"), rows, update=False)
        return settled

    def _kind(self, keys: Sequence[Observation]) -> str:
        """Return of what kind the reports of a block are."""
        return self.seen[keys[0]].report.kind

    def _together(self, documents: Collection[Observation]) -> set[Observation]:
        """Return the reports that were one document with those, or with reports that are gone."""
        link, reports = table("agreement_reports"), table("relation_reports")
        own = {self.keys[article][index] for article, index in documents}
        old = select_in(self.connection, select(link.c.agreement_id), link.c.relation_report_id, own)
        query = select(reports.c.article_id, reports.c.id).join(link, link.c.relation_report_id == reports.c.id)
        found = list(select_in(self.connection, query, link.c.agreement_id, {key for (key,) in old} | self.changes.of["agreement"]))
        self._read(article for article, _ in found)
        return {(article, self.keys[article].index(key)) for article, key in found}

    def _before(self, seen: Iterable[SeenRelation]) -> dict[str, set[int]]:
        """Return the relationships, memberships and agreements that rested on the reports, or on reports that are gone."""
        reports = {self.keys[one.key[0]][one.key[1]] for one in seen}
        found: dict[str, set[int]] = {}
        for kind in RELATIONS:
            link = table(f"{kind}_reports")
            rows = select_in(self.connection, select(link.c[f"{kind}_id"]), link.c.relation_report_id, reports)
            found[kind] = {key for (key,) in rows} | self.changes.of[kind]
        return found

    def _store(self, found: _Found, parties: Iterable[Row] | None = None) -> None:
        keys = found.before | {row[0] for row in found.rows}
        own, links = f"{found.kind}_id", f"{found.kind}_reports"
        entities = compare_within(self.connection, f"{found.kind}s", found.columns, found.rows, column="id", keys=keys)
        rows = [(key, self.keys[article][index]) for key, reports in found.evidence for article, index in reports]
        evidence = compare_within(self.connection, links, (own, "relation_report_id"), rows, column=own, keys=keys)
        write(self.connection, entities)
        replace(self.connection, evidence)
        if parties is not None:
            columns = (own, "actor_id")
            replace(self.connection, compare_within(self.connection, f"{found.kind}_parties", columns, parties, column=own, keys=keys))
        remove(self.connection, entities)


def _key(kind: str, evidence: Evidence) -> int:
    return stable_id(kind, *min(evidence))


def _comparing(seen: Mapping[Observation, SeenRelation], meeting_of: Mapping[Observation, int]) -> Compare[Observation]:
    # No method of the stage: see `statements`.
    return lambda a, b: compare_agreements(seen[a], seen[b], meeting_of)

"""What resolving still has to do. Written in the transaction that loads, changes or removes articles, taken in the one that resolves.

An article that is changed or removed takes its observations with it; what they were counted in and weighed with is written down first
(`release`), so that resolving can ask those that remain anew.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from etl.keys import stable_id
from etl.load.batches import IN_LIST, batches
from etl.load.days import day_of
from etl.load.identity import reference_id
from etl.load.observations import read_observations
from etl.load.resolving.bearers import bearer_id
from etl.load.resolving.shelves import block_of
from etl.load.upsert import Row, delete_where, select_in, table, upsert
from etl.resolve.bearers import NameKey
from etl.resolve.people import office_block, references_of
from etl.resolve.relations import relation_blocks

RELATIONS = ("relationship", "membership", "agreement")
UNRESOLVED = ("id", "kind", "key", "day", "detail")
LOSSES = 200_000
"""So many losses are taken at once at most."""


@dataclass(slots=True)
class Changes:
    """What resolving looks at: articles to be read, and what articles that are gone or changed took part in.

    `bearers`: (bearer, day, what it said) of every reference lost. `sightings`: (office's block, person, day) lost.
    `of`: keys by what they are keys of. "name": bearers about whom something was decided; "relations": blocks that lost a report; all
    others: people, meetings, statements, relationships and so on, and components of reports and claims that lost one.
    """

    articles: list[int] = field(default_factory=list)
    bearers: list[tuple[int, int, list[Any]]] = field(default_factory=list)
    sightings: list[tuple[int, int, int]] = field(default_factory=list)
    of: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def __bool__(self) -> bool:
        return bool(self.articles or self.bearers or self.sightings) or any(self.of.values())


def mark_articles(connection: Connection, articles: Iterable[int]) -> None:
    """Have the articles, which are in the store, resolved (anew)."""
    target = table("articles")
    days = select_in(connection, select(target.c.id, target.c.published_on), target.c.id, articles)
    upsert(connection, "unresolved", UNRESOLVED, [_row("article", key, day_of(day)) for key, day in days], update=False)


def mark_names(connection: Connection, names: Iterable[NameKey]) -> None:
    """Have it asked anew who bears the names: something was decided about them."""
    upsert(connection, "unresolved", UNRESOLVED, (_row("name", bearer_id(key)) for key in sorted(set(names))), update=False)


def release(connection: Connection, articles: Collection[int]) -> None:
    """Write down what the articles, which are about to change or go, took part in, and take them off the shelves.

    Articles that were never resolved took part in nothing.
    """
    mentions = table("mentions")
    for chunk in batches(sorted(set(articles)), IN_LIST):
        if connection.execute(select(mentions.c.id).where(mentions.c.article_id.in_(chunk)).limit(1)).first():
            upsert(connection, "unresolved", UNRESOLVED, [_row("removed", 0)], update=False)
    _take_off(connection, articles)


def _take_off(connection: Connection, articles: Collection[int]) -> None:
    for chunk in batches(sorted(set(articles)), IN_LIST):
        upsert(connection, "unresolved", UNRESOLVED, _losses(connection, chunk), update=False)
        delete_where(connection, "observation_blocks", ["article_id"], [(key,) for key in chunk])
        delete_where(connection, "unresolved", ["id"], [(_row("article", key)[0],) for key in chunk])


def take_changes(connection: Connection, limit: int) -> Changes:
    """Return what is to be done now, at most `limit` articles, and take it off the list.

    Articles of one time are taken together: they are weighed with the same others, so that what a step holds in memory hardly grows with
    the archive. Losses come first, so that none is counted twice.
    """
    target = table("unresolved")
    waiting = select(target.c.id, target.c.key).where(target.c.kind == "article").order_by(target.c.day, target.c.key).limit(limit)
    entries = [tuple(row) for row in connection.execute(waiting)]
    articles = sorted({key for _, key in entries})
    _take_off(connection, articles)
    # Entries that a migration wrote have keys of their own.
    delete_where(connection, "unresolved", ["id"], [(entry,) for entry, _ in entries])
    changes = Changes()
    losses = select(target.c.id, target.c.kind, target.c.key, target.c.day, target.c.detail).where(
        target.c.kind.not_in(("article", "removed"))
    )
    rows = [tuple(row) for row in connection.execute(losses.order_by(target.c.id).limit(LOSSES))]
    for _, kind, key, day, detail in rows:
        if kind == "bearer":
            changes.bearers.append((key, day, json.loads(detail)))
        elif kind == "sighting":
            changes.sightings.append((key, json.loads(detail), day))
        else:
            changes.of[kind].add(key)
    delete_where(connection, "unresolved", ["id"], [(row[0],) for row in rows])
    if len(rows) < LOSSES:
        changes.articles = articles
    else:
        mark_articles(connection, articles)
    return changes


def take_removal(connection: Connection) -> bool:
    """Return whether articles were changed or removed since this was asked last."""
    target = table("unresolved")
    return connection.execute(target.delete().where(target.c.kind == "removed")).rowcount > 0


def _row(kind: str, key: int, day: int = 0, detail: Any = None, *, once: int = 0) -> Row:
    """`once`: what tells apart losses that count each."""
    return (stable_id("unresolved", kind, key, once), kind, key, day, json.dumps(detail) if detail is not None else None)


def _losses(connection: Connection, articles: Collection[int]) -> Iterator[Row]:
    blocks, identities = table("observation_blocks"), table("person_identities")
    references = table("person_references")
    resolved = {key for (key,) in select_in(connection, select(blocks.c.article_id).distinct(), blocks.c.article_id, articles)}
    persons: dict[int, int] = dict(
        select_in(
            connection,
            select(identities.c.person_reference_id, identities.c.person_id).join(
                references, references.c.id == identities.c.person_reference_id
            ),
            references.c.article_id,
            articles,
        )
    )
    yield from (_row("person", person) for person in sorted(set(persons.values())))
    stored = read_observations(connection, resolved, {"people", "offices", "relations"})
    for article in stored.articles:
        day = day_of(article.published_on)
        for one in references_of(article):
            key = one.name_key
            if key is None:
                continue
            reference, once = one.reference, reference_id(*one.key)
            actor = list(reference.actor) if reference.actor else None
            yield _row("bearer", bearer_id(key), day, [reference.name, actor, reference.gender, list(key)], once=once)
            for office in one.offices:
                if once in persons:
                    block = block_of(office_block(office))
                    yield _row("sighting", block, day, persons[once], once=once)
        for report in article.observations.relations:
            yield from (_row("relations", block_of(block)) for block in relation_blocks(report))
    for kind, whole, links, owner, column, single in (
        ("reports", "meeting", "meeting_report_links", "meeting_reports", "meeting_report_id", "meeting_id"),
        ("claims", "statement", "statement_claims", "claims", "claim_id", "statement_id"),
    ):
        link, parent = table(links), table(owner)
        query = select(link.c.component_id, link.c[single]).join(parent, parent.c.id == link.c[column])
        for component, resolved_id in select_in(connection, query, parent.c.article_id, articles):
            yield _row(kind, component)
            yield _row(whole, resolved_id)
    statements, claims = table("statement_claims"), table("claims")
    covered = select(statements.c.statement_id).distinct().join(claims, claims.c.id == statements.c.covered_by)
    yield from (_row("statement", key) for (key,) in select_in(connection, covered, claims.c.article_id, articles))
    reports = table("relation_reports")
    for kind in RELATIONS:
        link = table(f"{kind}_reports")
        query = select(link.c[f"{kind}_id"]).distinct().join(reports, reports.c.id == link.c.relation_report_id)
        yield from (_row(kind, key) for (key,) in select_in(connection, query, reports.c.article_id, articles))


def name_key_of(detail: list[Any]) -> NameKey:
    """Return the key of the bearer that lost a reference."""
    return NameKey(*detail[3])

"""Observed articles with their people resolved, read as they are asked for; and which meeting or statement their observations belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from sqlalchemy import Connection, select

from etl.load.observations import Part, read_claims, read_observations
from etl.load.upsert import select_in, table
from etl.records import ActorRef, ObservedArticle
from etl.resolve.people import People
from etl.resolve.records import ResolvedPerson


def homes_of(connection: Connection, about: Literal["meeting_report", "claim"], articles: Iterable[int]) -> dict[tuple[int, int], int]:
    """Return the meeting of each report, or the statement of each claim, of the articles, as the store has it."""
    name, home = ("meeting_report_links", "meeting_id") if about == "meeting_report" else ("statement_claims", "statement_id")
    links, owner = table(name), table(f"{about}s")
    query = select(owner.c.article_id, owner.c.ordinal, links.c[home]).join(links, links.c[f"{about}_id"] == owner.c.id)
    return {(article, ordinal): key for article, ordinal, key in select_in(connection, query, owner.c.article_id, articles)}


class Readings:
    """Articles of which some parts are read, each once."""

    def __init__(self, connection: Connection, parts: frozenset[Part]) -> None:
        self.connection = connection
        self.parts = parts
        self.people = People((), (), {}, {})
        self._read: set[int] = set()
        self._person_of: dict[tuple[int, int], int] = {}
        self._by_id: dict[int, ResolvedPerson] = {}

    def read(self, articles: Iterable[int]) -> Iterator[ObservedArticle]:
        """Yield those of the articles that were not read before; `people` then knows theirs."""
        missing = set(articles) - self._read
        self._read |= missing
        self._read_people(missing)
        yield from read_observations(self.connection, missing, self.parts).articles

    def read_claims(self, claims: Iterable[tuple[int, int]]) -> Iterator[ObservedArticle]:
        """Yield the articles of the claims with these claims alone; `people` then knows theirs."""
        wanted = set(claims)
        self._read_people({article for article, _ in wanted})
        yield from read_claims(self.connection, wanted)

    def _read_people(self, articles: set[int]) -> None:
        identities, references = table("person_identities"), table("person_references")
        query = select(references.c.article_id, references.c.ordinal, identities.c.person_id)
        query = query.join(identities, identities.c.person_reference_id == references.c.id)
        self._person_of.update(
            ((article, ordinal), person)
            for article, ordinal, person in select_in(self.connection, query, references.c.article_id, articles)
        )
        people, actors = table("people"), table("actors")
        shown = select(people.c.id, people.c.name, people.c.provisional, actors.c.kind, actors.c.name)
        shown = shown.outerjoin(actors, actors.c.id == people.c.actor_id)
        missing = set(self._person_of.values()) - self._by_id.keys()
        for key, name, provisional, kind, actor in select_in(self.connection, shown, people.c.id, missing):
            who = ActorRef(kind, actor) if kind and provisional else None
            self._by_id[key] = ResolvedPerson(key, name, None, (), who, None, bool(provisional))
        self.people = People((), (), self._person_of, self._by_id)

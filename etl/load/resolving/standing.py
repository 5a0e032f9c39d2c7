"""How claims stand in the store: the statement of each, and the group that it was linked to before decisions and parts were looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Literal

from sqlalchemy import Connection, select

from etl.load.identity import claim_id
from etl.load.upsert import select_in, table

Observation = tuple[int, int]
Column = Literal["claim_id", "statement_id", "component_id", "covered_by"]


class Standing:
    """Read as it is asked for, and kept as it was read."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.statement_of: dict[Observation, int] = {}
        self._group_of: dict[Observation, int] = {}
        self._known: dict[Column, dict[int, set[Observation]]] = defaultdict(lambda: defaultdict(set))

    def of(self, column: Column, keys: Iterable[int]) -> set[Observation]:
        """Return the claims whose links have one of the keys in a column."""
        known = self._known[column]
        wanted = set(keys)
        missing = wanted - known.keys()
        links, claims = table("statement_claims"), table("claims")
        query = select(links.c[column], claims.c.article_id, claims.c.ordinal, links.c.statement_id, links.c.component_id)
        query = query.join(claims, claims.c.id == links.c.claim_id)
        for key, article, ordinal, statement, group in select_in(self.connection, query, links.c[column], missing):
            known[key].add((article, ordinal))
            self.statement_of[article, ordinal] = statement
            self._group_of[article, ordinal] = group
        return {claim for key in wanted for claim in known[key]}

    def company(self, claims: Collection[Observation]) -> set[Observation]:
        """Return the claims, with all that share a statement or a group with them, near or far."""
        reached = set(claims)
        self.of("claim_id", (claim_id(*key) for key in reached if key not in self.statement_of))
        frontier = {key for key in reached if key in self.statement_of}
        while frontier:
            found = self.of("statement_id", {self.statement_of[key] for key in frontier})
            found |= self.of("component_id", {self._group_of[key] for key in frontier})
            frontier = found - reached
            reached |= frontier
        return reached

    def groups(self, claims: Iterable[Observation]) -> dict[Observation, tuple[Observation, ...]]:
        """Return the group of each of the claims that the store has linked, sorted."""
        linked = [key for key in claims if key in self._group_of]
        self.of("component_id", {self._group_of[key] for key in linked})
        return {key: tuple(sorted(self._known["component_id"][self._group_of[key]])) for key in linked}

    def is_with_others(self, claim: Observation) -> bool:
        """Return whether a claim shares its statement."""
        return len(self.of("statement_id", [self.statement_of[claim]])) > 1

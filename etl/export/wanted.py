"""What part of a store is wanted, and what can go wrong with writing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from etl.errors import CommuniqueError


class ExportError(CommuniqueError):
    """It cannot be written as it was asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: of events, those dated between `since` and `until`, both included; a limit that is None is none.

    `tables`: only these tables and views, all when empty; `nodes`: who the nodes of a network are, "people" or "actors".
    """

    since: date | None = None
    until: date | None = None
    tables: tuple[str, ...] = ()
    nodes: str = "people"

    def holds(self, start: date | None, end: date | None = None) -> bool:
        """Whether something dated so is wanted. What has no date is wanted only where no limit is set."""
        if start is None:
            return self.since is None and self.until is None
        return (self.until is None or start <= self.until) and (self.since is None or (end or start) >= self.since)

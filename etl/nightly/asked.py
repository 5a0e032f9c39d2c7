"""What is asked of every source of one night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine

from etl.config import Http
from etl.ingest import OnProgress, Progress


@dataclass(frozen=True, slots=True)
class Asked:
    """How sources are read. `since` and `until`: days, both included. `limit`: so many documents of a source at most."""

    engine: Engine
    http: Http
    since: date | None = None
    until: date | None = None
    limit: int | None = None
    told: OnProgress | None = None

    def takes(self, day: date | None) -> bool:
        """Return whether documents of a day are wanted. Those of which no day is known are."""
        return day is None or not ((self.since and day < self.since) or (self.until and day > self.until))

    def tell(self, progress: Progress) -> None:
        """Tell how far reading is."""
        if self.told:
            self.told(progress)

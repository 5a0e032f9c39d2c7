"""What is asked of every source of one night."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Engine

from etl.config import Http
from etl.errors import DocumentError
from etl.fetch import Hosts
from etl.intake import OnProgress, Opens, Progress
from etl.records import Document, RawDocument
from etl.sources import raw_documents, read_document


@dataclass(frozen=True, slots=True)
class Asked:
    """How sources are read. `since` and `until`: days, both included. `limit`: so many documents of a source at most.

    `engine`: None where there is no database yet, so that nothing is known. `read`: how a document is read whose day must be known before
    it is taken. `opens`: how archives and tables are opened. `hosts`: what all sources together ask.
    """

    engine: Engine | None
    http: Http
    since: date | None = None
    until: date | None = None
    limit: int | None = None
    told: OnProgress | None = None
    read: Callable[[RawDocument], Document] = read_document
    opens: Opens = raw_documents
    hosts: Hosts = field(default_factory=Hosts)

    def takes(self, day: date | None) -> bool:
        """Return whether documents of a day are wanted. Those of which no day is known are."""
        return day is None or not ((self.since and day < self.since) or (self.until and day > self.until))

    def wants(self, raw: RawDocument) -> bool:
        """Return whether a document is wanted, which is read only if days were asked for. What cannot be read is: somebody must be told."""
        if self.since is None and self.until is None:
            return True
        try:
            return self.takes(self.read(raw).published_on)
        except DocumentError:
            return True

    def tell(self, progress: Progress) -> None:
        """Tell how far reading is."""
        if self.told:
            self.told(progress)

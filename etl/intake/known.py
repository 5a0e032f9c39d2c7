"""What need not be extracted: documents that the store or this run has already, and those that would only fail again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from etl.intake.entries import Entry
from etl.intake.files import quarantined
from etl.load import (
    Item,
    ItemStatus,
    Place,
    Quarantined,
    StoredDocument,
    content_hash,
    find_documents,
    find_dropped,
    find_quarantined,
    key_of,
    place_of,
    quarantined_id,
)
from etl.records import Document, RawDocument


class Known:
    """What a run knows of its entries. `again`: take what is known for new, that it be extracted once more.

    `seen`: the documents of the run, and all places at which it found each; those that fail are taken out again.
    """

    def __init__(self, version: str, *, again: bool = False) -> None:
        self.seen: dict[int, frozenset[Place]] = {}
        self._version = version
        self._again = again
        self._stored: Mapping[int, StoredDocument] = {}
        self._failed: Mapping[tuple[str, str], Quarantined] = {}
        self._dropped: set[str] = set()

    def look_up(self, connection: Connection, entries: Iterable[Entry]) -> None:
        """Ask the store about the entries of a batch, before their items are asked for."""
        entries = list(entries)
        documents = [entry.found for entry in entries if isinstance(entry.found, RawDocument)]
        self._stored = find_documents(connection, map(key_of, documents))
        self._dropped = find_dropped(connection, {content_hash(document.content) for document in documents})
        failed = find_quarantined(connection, map(_quarantined_id, entries))
        self._failed = {(one.origin, one.document_name): one for one in failed}

    def item_of(self, entry: Entry, ordinal: int) -> Item | None:
        """Return what became of an entry that need not be extracted; None for a document that must be."""
        if isinstance(entry.found, Item):
            item = self._as_it_failed(replace(entry.found, ordinal=ordinal))
        else:
            known = self._stored_or_seen(entry.found, ordinal) or self._known_to_fail(entry.found, ordinal)
            if known is None:
                return None
            item = known
        return replace(item, source=entry.source)

    def as_said_first(self, document: RawDocument) -> RawDocument:
        """Return a document with what was said of it when it was first stored, whoever brings it now."""
        there = self._stored.get(key_of(document))
        return replace(document, **there.said) if there else document

    def failed(self, document: Document | RawDocument) -> None:
        """Take a document out of those that the run has."""
        del self.seen[key_of(document)]

    def _stored_or_seen(self, document: RawDocument, ordinal: int) -> Item | None:
        key, place = key_of(document), place_of(document)
        twice = key in self.seen
        self.seen[key] = self.seen.get(key, frozenset()) | {place}
        there = self._stored.get(key)
        if twice:
            return Item(ordinal, document.name, document.origin, "duplicate", notes=document.notes)
        if there is None or there.extractor_version != self._version or self._again:
            return None
        status: ItemStatus = "unchanged" if there.place.slot() == place.slot() else "duplicate"
        return Item(ordinal, document.name, document.origin, status, notes=document.notes)

    def _known_to_fail(self, document: RawDocument, ordinal: int) -> Item | None:
        """Return the item of what would fail as it did before: the same bytes, and the same extractor."""
        before, hashed = self._failed.get((document.origin, document.name)), content_hash(document.content)
        if self._again:
            return None
        if hashed in self._dropped:
            self.failed(document)
            return Item(ordinal, document.name, document.origin, "dropped")
        if before is None or before.content_hash != hashed or before.extractor_version != self._version:
            return None
        self.failed(document)
        return self._as_it_failed(quarantined(ordinal, document, before.stage, before.error))

    def _as_it_failed(self, item: Item) -> Item:
        """Return an item as the quarantine has it: what is unchanged there failed; what was given up is dropped while the same."""
        before = self._failed.get((item.origin, item.document_name))
        if before is None or item.status not in ("unchanged", "quarantined"):
            return item
        same = item.status == "unchanged" or (item.content is not None and content_hash(item.content) == before.content_hash)
        if before.state == "dropped" and same:
            return replace(item, status="dropped", content=None)
        if item.status == "unchanged":
            return replace(item, status="quarantined", stage=before.stage, error=before.error)
        return item


def _quarantined_id(entry: Entry) -> int:
    return quarantined_id(entry.found.origin, entry.found.name if isinstance(entry.found, RawDocument) else entry.found.document_name)

"""Keys of rows, each from its natural key. One function a table, so that no two writers ever make different keys for one thing."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from hashlib import blake2b

from etl.keys import stable_id
from etl.records import ActorRef, InitiativeReference, Mention, OfficeReport, RelationReport


def content_hash(content: bytes) -> str:
    """Return the hash of bytes: 40 hexadecimal digits, so that no two documents ever share one by chance."""
    return blake2b(content, digest_size=20).hexdigest()


def text_hash(text: str) -> str:
    """Return the hash of a text."""
    return content_hash(text.encode("utf-8"))


def document_id(media_type: str, hash_of_content: str) -> int:
    """Return the key of a document: what it holds, never where it was found (see `etl.load.documents`)."""
    return stable_id("document", media_type, hash_of_content)


def article_id(document: int, position: int) -> int:
    """Return the key of an article."""
    return stable_id("article", document, position)


def likeness_id(article: int, other: int) -> int:
    """Return the key of the likeness of two articles, the one with the smaller key first."""
    return stable_id("likeness", article, other)


def publisher_id(name: str) -> int:
    """Return the key of a publisher."""
    return stable_id("publisher", name)


@lru_cache(maxsize=50_000)
def actor_id(actor: ActorRef) -> int:
    """Return the key of a state or an organization."""
    return stable_id("actor", actor.kind, actor.name)


def state_id(alpha2: str) -> int:
    """Return the key of a state, by its alpha-2 code."""
    return actor_id(ActorRef("state", alpha2))


@lru_cache(maxsize=50_000)
def initiative_id(initiative: InitiativeReference | str) -> int:
    """Return the key of an initiative, by its canonical name."""
    return stable_id("initiative", initiative if isinstance(initiative, str) else initiative.name)


@lru_cache(maxsize=1_000)
def topic_id(name: str) -> int:
    """Return the key of a topic."""
    return stable_id("topic", name)


def reference_id(article: int, index: int) -> int:
    """Return the key of a person reference."""
    return stable_id("person_reference", article, index)


def mention_id(article: int, mention: Mention) -> int:
    """Return the key of a mention."""
    return stable_id("mention", article, mention.span.start, mention.span.end, mention.kind, mention.name)


def meeting_report_id(article: int, index: int) -> int:
    """Return the key of a meeting report."""
    return stable_id("meeting_report", article, index)


def claim_id(article: int, index: int) -> int:
    """Return the key of a claim."""
    return stable_id("claim", article, index)


def office_report_id(article: int, report: OfficeReport) -> int:
    """Return the key of an office report."""
    return stable_id("office_report", article, report.span.start, report.span.end, report.person, report.title)


def relation_report_id(article: int, report: RelationReport) -> int:
    """Return the key of a relation report."""
    parties = "+".join(f"{p.kind}:{p.name}" for p in report.parties)
    return stable_id("relation_report", article, report.kind, report.span.start, report.span.end, report.label, parties)


def gathering_id(name: str, year: int | None) -> int:
    """Return the key of a summit or conference."""
    return stable_id("gathering", name, year)


def run_id(job: str, started: str, token: str) -> int:
    """Return the key of a run; `token` tells runs apart that start in the same instant."""
    return stable_id("run", job, started, token)


def person_name_id(person: int, name: str) -> int:
    """Return the key of another name of a person."""
    return stable_id("person_name", person, name)


def office_id(person: int, title: str, actor: int | None, valid_from: date | None) -> int:
    """Return the key of a term in an office."""
    return stable_id("office", person, title, actor, valid_from)


def quarantined_id(origin: str, document_name: str) -> int:
    """Return the key of a document in quarantine, by where it was found."""
    return stable_id("quarantined_document", origin, document_name)


def source_state_id(source: str) -> int:
    """Return the key of what is known of a configured source, by its name."""
    return stable_id("source_state", source)


def document_place_id(document: int, origin: str, name: str) -> int:
    """Return the key of a place at which a document was found."""
    return stable_id("document_place", document, origin, name)


def page_state_id(url: str) -> int:
    """Return the key of what is known of a page, by its address."""
    return stable_id("page_state", url)

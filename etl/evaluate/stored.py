"""What a store says of its documents, read through the contract views. Offsets are those of the document.

Only for the confidence of single rows the observed tables are read: views show what all articles together say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from etl.evaluate.views import dates_of, first_day, last_part, rows
from etl.load import read_observations
from etl.records import Claim, Observations, Span


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article of a document."""

    span: Span
    title: str | None
    published_on: str | None


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim; `content` is what is claimed without source and cue, or the whole span."""

    span: Span
    content: Span
    text: str
    speakers: tuple[str, ...]
    on_behalf_of: str | None
    act: str
    direct: bool


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """A meeting as all articles together tell it, in a document that reports it."""

    title: str
    kind: str
    status: str
    background: bool
    date: str | None
    place: str | None
    people: tuple[str, ...]
    actors: frozenset[str]


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """Everything that a store says of one document. `named`: names by kind of mention."""

    articles: list[FoundArticle] = field(default_factory=list)
    claims: list[FoundClaim] = field(default_factory=list)
    meetings: list[FoundMeeting] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(frozen=True, slots=True)
class Observed:
    """What was observed in one article of a document; `start`: where the article begins in the document."""

    start: int
    observations: Observations

    def names(self, people: Iterable[int]) -> tuple[str, ...]:
        """Return the names of those people of the article who have one."""
        return tuple(name for name in (self.observations.people[index].name for index in people) if name)

    def speakers(self, claim: Claim) -> tuple[str, ...]:
        """Return who makes a claim, as the views show it: by name, else in the article's words."""
        return self.names(claim.speakers) or ((claim.source_name,) if claim.source_name else ())

    def moved(self, span: Span) -> Span:
        """Return where a span of the article lies in the document."""
        return Span(self.start + span.start, self.start + span.end)


def read_documents(connection: Connection, names: Collection[str]) -> dict[str, FoundDocument]:
    """Return what the store says of the documents of these names: the file name, the id of a JSONL row, of an address the last part.

    Documents that are not there are left out; the store may hold any number of others.
    """
    documents: dict[str, FoundDocument] = defaultdict(FoundDocument)
    of_article: dict[int, tuple[FoundDocument, int]] = {}
    for row in rows(
        connection,
        "SELECT article_id, document_name, title, published_on, char_start, char_end FROM v_articles ORDER BY document_id, char_start",
    ):
        if (name := last_part(row["document_name"])) in names:
            document = documents[name]
            of_article[row["article_id"]] = document, row["char_start"]
            document.articles.append(FoundArticle(Span(row["char_start"], row["char_end"]), row["title"], first_day(row["published_on"])))
    for row in rows(connection, "SELECT * FROM v_claims WHERE article_id IN :keys ORDER BY claim_id", of_article):
        document, base = of_article[row["article_id"]]
        document.claims.append(_claim(row, base))
    for article, meeting in _meetings(connection, of_article):
        document, _ = of_article[article]
        if not any(meeting is known for known in document.meetings):
            document.meetings.append(meeting)
    for row in rows(connection, "SELECT DISTINCT article_id, kind, name FROM v_mentions WHERE article_id IN :keys", of_article):
        document, _ = of_article[row["article_id"]]
        document.named[row["kind"]].add(row["name"])
    return dict(documents)


def read_observed(connection: Connection) -> dict[str, list[Observed]]:
    """Return what was observed in each document, row by row, by the document's name."""
    starts = {row["article_id"]: row["char_start"] for row in rows(connection, "SELECT article_id, char_start FROM v_articles")}
    documents: dict[str, list[Observed]] = defaultdict(list)
    for article in read_observations(connection).articles:
        documents[last_part(article.document_name)].append(Observed(starts[article.article_id], article.observations))
    return dict(documents)


def _claim(row: dict[str, Any], base: int) -> FoundClaim:
    span = Span(base + row["char_start"], base + row["char_end"])
    content = span if row["content_start"] is None else Span(base + row["content_start"], base + row["content_end"])
    speakers = tuple(name for name in (row["speakers"] or "").split("; ") if name)
    return FoundClaim(span, content, row["text"], speakers, row["on_behalf_of"], row["act"], bool(row["is_direct"]))


def _meetings(connection: Connection, articles: Iterable[int]) -> Iterator[tuple[int, FoundMeeting]]:
    """Yield the meetings that each of these articles reports, with the article."""
    query = "SELECT DISTINCT meeting_id, article_id FROM v_meeting_reports WHERE article_id IN :keys ORDER BY meeting_id, article_id"
    reports = list(rows(connection, query, articles))
    keys = sorted({report["meeting_id"] for report in reports})
    people: dict[int, list[str]] = defaultdict(list)
    actors: dict[int, set[str]] = defaultdict(set)
    query = "SELECT meeting_id, person, actor FROM v_meeting_participants WHERE meeting_id IN :keys ORDER BY meeting_id, person, actor"
    for row in rows(connection, query, keys):
        if row["person"]:
            people[row["meeting_id"]].append(row["person"])
        if row["actor"]:
            actors[row["meeting_id"]].add(row["actor"])
    meetings = {
        row["meeting_id"]: _meeting(row, people[row["meeting_id"]], actors[row["meeting_id"]])
        for row in rows(connection, "SELECT * FROM v_meetings WHERE meeting_id IN :keys", keys)
    }
    for report in reports:
        yield report["article_id"], meetings[report["meeting_id"]]


def _meeting(row: dict[str, Any], people: Iterable[str], actors: Iterable[str]) -> FoundMeeting:
    background = bool(row["background"])
    return FoundMeeting(row["title"], row["kind"], row["status"], background, dates_of(row), row["place"], tuple(people), frozenset(actors))

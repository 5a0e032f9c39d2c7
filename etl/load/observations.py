"""Reading back what was observed, as the records that resolving works on.

Lists whose order says nothing come back sorted: speakers by their place in the article, actors by name, relation reports by their place
in the text. So the same rows always give the same records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from etl.load.upsert import table
from etl.records import (
    ActorRef,
    Claim,
    ClaimTopic,
    MeetingReport,
    Mention,
    Observations,
    ObservedArticle,
    OfficeReport,
    Participant,
    PersonReference,
    RelationReport,
    Span,
)


@dataclass(frozen=True, slots=True)
class StoredObservations:
    """All observed articles, and the keys of the relation reports in the order in which each article has them."""

    articles: tuple[ObservedArticle, ...]
    relation_keys: Mapping[int, tuple[int, ...]]


def read_observations(connection: Connection) -> StoredObservations:
    """Return everything that was observed, articles by key."""
    reader = _Reader(connection)
    people, mentions, meetings = reader.people(), reader.mentions(), reader.meetings()
    claims, topics, offices = reader.claims(), reader.topics(), reader.offices()
    relations = reader.relations()
    articles, documents, publishers = table("articles"), table("documents"), table("publishers")
    query = (
        select(articles.c.id, documents.c.name, articles.c.title, publishers.c.name, articles.c.published_on, articles.c.text)
        .join(documents, documents.c.id == articles.c.document_id)
        .outerjoin(publishers, publishers.c.id == articles.c.publisher_id)
        .order_by(articles.c.id)
    )
    found = [
        ObservedArticle(
            key, document, title, publisher, published_on, text,
            Observations(
                people=tuple(people[key]),
                mentions=tuple(mentions[key]),
                meetings=tuple(meetings[key]),
                claims=tuple(claims[key]),
                topics=tuple(topics[key]),
                offices=tuple(offices[key]),
                relations=tuple(report for _, report in relations[key]),
            ),
        )
        for key, document, title, publisher, published_on, text in connection.execute(query)
    ]  # fmt: skip
    return StoredObservations(tuple(found), {key: tuple(k for k, _ in reports) for key, reports in relations.items()})


class _Reader:
    """Reads one table after the other, rows grouped by article (or by the row that they belong to)."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        actors, references, reports = table("actors"), table("person_references"), table("meeting_reports")
        self.actors = {
            key: ActorRef(kind, name) for key, kind, name in connection.execute(select(actors.c.id, actors.c.kind, actors.c.name))
        }
        self.persons: dict[int, int] = dict(connection.execute(select(references.c.id, references.c.ordinal)).all())
        self.reports: dict[int, int] = dict(connection.execute(select(reports.c.id, reports.c.ordinal)).all())
        initiatives = table("initiatives")
        self.initiatives: dict[int, str] = dict(connection.execute(select(initiatives.c.id, initiatives.c.name)).all())

    def _rows(self, name: str, *order: str) -> Iterator[Row[Any]]:
        target = table(name)
        return iter(self.connection.execute(select(target).order_by(*(target.c[c] for c in order))))

    def _actor(self, key: int | None) -> ActorRef | None:
        return self.actors[key] if key is not None else None

    def _person(self, key: int | None) -> int | None:
        return self.persons[key] if key is not None else None

    def _meeting(self, key: int | None) -> int | None:
        return self.reports[key] if key is not None else None

    def people(self) -> dict[int, list[PersonReference]]:
        found = defaultdict(list)
        for r in self._rows("person_references", "article_id", "ordinal"):
            reference = PersonReference(r.ordinal, r.name, self._actor(r.actor_id), r.title, r.gender, r.known_by, r.rule, r.confidence)
            found[r.article_id].append(reference)
        return found

    def mentions(self) -> dict[int, list[Mention]]:
        found = defaultdict(list)
        for r in self._rows("mentions", "article_id", "char_start", "char_end", "kind", "id"):
            person = self._person(r.person_reference_id)
            span = Span(r.char_start, r.char_end)
            found[r.article_id].append(Mention(span, r.kind, r.name or "", r.surface, r.rule, r.confidence, person))
        return found

    def meetings(self) -> dict[int, list[MeetingReport]]:
        participants = defaultdict(list)
        for r in self._rows("meeting_report_participants", "meeting_report_id", "ordinal"):
            participant = Participant(self._person(r.person_reference_id), self._actor(r.actor_id), r.role)
            participants[r.meeting_report_id].append(participant)
        evidence = defaultdict(list)
        for r in self._rows("meeting_evidence", "meeting_report_id", "char_start", "char_end"):
            evidence[r.meeting_report_id].append(Span(r.char_start, r.char_end))
        found = defaultdict(list)
        for r in self._rows("meeting_reports", "article_id", "ordinal"):
            state = self._actor(r.place_state_id)
            found[r.article_id].append(
                MeetingReport(
                    r.ordinal, r.kind, r.status, r.background, r.start_on, r.end_on, r.date_precision, r.dated_by, r.place,
                    state.name if state else None, r.host_event, r.on_sidelines, tuple(participants[r.id]),
                    Span(r.char_start, r.char_end), tuple(evidence[r.id]), r.rule, r.confidence,
                )
            )  # fmt: skip
        return found

    def claims(self) -> dict[int, list[Claim]]:
        people, actors = defaultdict(list), defaultdict(list)
        for r in self._rows("claim_people", "claim_id", "relation"):
            people[r.claim_id, r.relation].append(self.persons[r.person_reference_id])
        for r in self._rows("claim_actors", "claim_id", "relation"):
            actors[r.claim_id, r.relation].append(self.actors[r.actor_id])
        initiatives = defaultdict(list)
        for r in self._rows("claim_initiatives", "claim_id"):
            initiatives[r.claim_id].append(self.initiatives[r.initiative_id])
        found = defaultdict(list)
        for r in self._rows("claims", "article_id", "ordinal"):
            found[r.article_id].append(
                Claim(
                    index=r.ordinal,
                    span=Span(r.char_start, r.char_end),
                    content=_span(r.content_start, r.content_end),
                    source=_span(r.source_start, r.source_end),
                    cue=_span(r.cue_start, r.cue_end),
                    cue_text=r.cue,
                    speakers=tuple(sorted(people[r.id, "speaker"])),
                    source_name=r.source_name,
                    on_behalf_of=tuple(sorted(actors[r.id, "on_behalf_of"])),
                    addressees=tuple(sorted(people[r.id, "addressee"])),
                    targets=tuple(sorted(actors[r.id, "target"])),
                    mentions_people=tuple(sorted(people[r.id, "mentioned"])),
                    mentions_actors=tuple(sorted(actors[r.id, "mentioned"])),
                    initiatives=tuple(sorted(initiatives[r.id])),
                    act=r.act,
                    is_direct=r.is_direct,
                    is_continuation=r.is_continuation,
                    polarity=r.polarity,
                    modality=r.modality,
                    meeting=self._meeting(r.meeting_report_id),
                    rule=r.rule,
                    confidence=r.confidence,
                )
            )
        return found

    def topics(self) -> dict[int, list[ClaimTopic]]:
        links, claims, topics = table("claim_topics"), table("claims"), table("topics")
        query = (
            select(
                claims.c.article_id,
                claims.c.ordinal,
                topics.c.name,
                *(links.c[c] for c in ("char_start", "char_end", "rule", "confidence")),
            )
            .join_from(links, claims, claims.c.id == links.c.claim_id)
            .join(topics, topics.c.id == links.c.topic_id)
            .order_by(claims.c.article_id, claims.c.ordinal, topics.c.name)
        )
        found = defaultdict(list)
        for r in self.connection.execute(query):
            found[r.article_id].append(ClaimTopic(r.ordinal, r.name, Span(r.char_start, r.char_end), r.rule, r.confidence))
        return found

    def offices(self) -> dict[int, list[OfficeReport]]:
        found = defaultdict(list)
        for r in self._rows("office_reports", "article_id", "char_start", "char_end", "id"):
            person, span = self.persons[r.person_reference_id], Span(r.char_start, r.char_end)
            found[r.article_id].append(OfficeReport(person, r.title, self._actor(r.actor_id), span, r.rule, r.confidence))
        return found

    def relations(self) -> dict[int, list[tuple[int, RelationReport]]]:
        parties = defaultdict(list)
        for r in self._rows("relation_report_parties", "relation_report_id", "ordinal"):
            parties[r.relation_report_id].append(self.actors[r.actor_id])
        found = defaultdict(list)
        for r in self._rows("relation_reports", "article_id", "char_start", "char_end", "kind", "label", "id"):
            report = RelationReport(
                r.kind, tuple(parties[r.id]), r.label, r.detail, r.since, r.since_precision, self._meeting(r.meeting_report_id),
                Span(r.char_start, r.char_end), r.rule, r.confidence,
            )  # fmt: skip
            found[r.article_id].append((r.id, report))
        return found


def _span(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None

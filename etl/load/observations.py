"""Reading back what was observed, as the records that resolving works on: all of it, or some parts of some articles.

Lists whose order says nothing come back sorted: speakers by their place in the article, actors by name, relation reports by their place
in the text. So the same rows always give the same records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, FromClause, Row, Select, select

from etl.load.batches import IN_LIST, batches
from etl.load.identity import claim_id
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

Part = Literal["people", "mentions", "meetings", "claims", "topics", "offices", "relations"]
PARTS: frozenset[Part] = frozenset(get_args(Part))


@dataclass(frozen=True, slots=True)
class StoredObservations:
    """Observed articles, and the keys of the relation reports in the order in which each article has them."""

    articles: tuple[ObservedArticle, ...]
    relation_keys: Mapping[int, tuple[int, ...]]


def read_observations(
    connection: Connection, articles: Collection[int] | None = None, parts: Collection[Part] = PARTS
) -> StoredObservations:
    """Return what was observed in the articles of these keys (None: in all), articles by key. Parts that are not asked for are empty.

    The text comes with the claims, the headline and publisher only where every part is asked for.
    """
    if articles is None:
        return _Reader(connection, None, frozenset(parts)).read()
    found: list[ObservedArticle] = []
    relations: dict[int, tuple[int, ...]] = {}
    for chunk in batches(sorted(set(articles)), IN_LIST):
        stored = _Reader(connection, chunk, frozenset(parts)).read()
        found.extend(stored.articles)
        relations.update(stored.relation_keys)
    return StoredObservations(tuple(found), relations)


def read_claims(connection: Connection, claims: Iterable[tuple[int, int]]) -> Iterator[ObservedArticle]:
    """Yield the articles of some claims (article, place in it) with their people and these claims alone; an article may come twice."""
    for chunk in batches(sorted(set(claims)), IN_LIST):
        articles = sorted({article for article, _ in chunk})
        yield from _Reader(connection, articles, frozenset({"people", "claims"}), [claim_id(*key) for key in chunk]).read().articles


class _Reader:
    """Reads one table after the other, rows grouped by article (or by the row that they belong to)."""

    def __init__(
        self, connection: Connection, articles: Sequence[int] | None, parts: frozenset[Part], claims_only: Sequence[int] | None = None
    ) -> None:
        self.connection = connection
        self.articles = articles
        self.parts = parts
        self.claims_only = claims_only
        """Keys of the claims to be read; None for all of the articles."""

    def read(self) -> StoredObservations:
        people, offices, mentions = self._part("people", self.people), self._part("offices", self.offices), self._mentions()
        meetings, claims = self._part("meetings", self.meetings), self._part("claims", self.claims)
        topics, relations = self._part("topics", self.topics), self._part("relations", self.relations)
        found = tuple(
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
            for key, document, title, publisher, published_on, text in self._heads()
        )  # fmt: skip
        return StoredObservations(found, {key: tuple(k for k, _ in reports) for key, reports in relations.items()})

    def _part(self, part: Part, read: Any) -> Any:
        return read() if part in self.parts else defaultdict(list)

    def _mentions(self) -> dict[int, list[Mention]]:
        """Claims need to know how their article calls states."""
        if "mentions" in self.parts:
            return self.mentions()
        return self.mentions("state") if "claims" in self.parts else defaultdict(list)

    def _heads(self) -> Iterator[tuple[Any, ...]]:
        articles, documents, publishers = table("articles"), table("documents"), table("publishers")
        if self.parts == PARTS:
            query = (
                select(articles.c.id, documents.c.name, articles.c.title, publishers.c.name, articles.c.published_on, articles.c.text)
                .join(documents, documents.c.id == articles.c.document_id)
                .outerjoin(publishers, publishers.c.id == articles.c.publisher_id)
            )
            yield from map(tuple, self.connection.execute(self._of(query.order_by(articles.c.id), articles.c.id)))
            return
        short = select(articles.c.id, articles.c.published_on, *([articles.c.text] if "claims" in self.parts else []))
        for key, published_on, *text in self.connection.execute(self._of(short.order_by(articles.c.id), articles.c.id)):
            yield (key, "", None, None, published_on, text[0] if text else "")

    def _of(self, query: Select[Any], article: Any) -> Select[Any]:
        return query if self.articles is None else query.where(article.in_(self.articles))

    def _rows(
        self, name: str, *order: str, actor: str | None = None, person: bool = False, report: bool = False, kind: str | None = None
    ) -> Iterator[Row[Any]]:
        """Yield rows that have an article, with the actor in column `actor`, and with the places of their person and their report."""
        target = table(name)
        source: FromClause = target
        more: list[Any] = []
        if actor:
            actors = table("actors")
            source = source.outerjoin(actors, actors.c.id == target.c[actor])
            more += [actors.c.kind.label("actor_kind"), actors.c.name.label("actor_name")]
        if person:
            references = table("person_references")
            source = source.outerjoin(references, references.c.id == target.c.person_reference_id)
            more.append(references.c.ordinal.label("person"))
        if report:
            reports = table("meeting_reports")
            source = source.outerjoin(reports, reports.c.id == target.c.meeting_report_id)
            more.append(reports.c.ordinal.label("meeting"))
        query = select(target, *more).select_from(source).order_by(*(target.c[c] for c in order))
        if kind:
            query = query.where(target.c.kind == kind)
        if name == "claims" and self.claims_only is not None:
            return iter(self.connection.execute(query.where(target.c.id.in_(self.claims_only))))
        return iter(self.connection.execute(self._of(query, target.c.article_id)))

    def _children(self, name: str, parent: str, key: str, *columns: Any, joined: FromClause | None = None, order: tuple[Any, ...]) -> Any:
        """Return rows (key of the parent, columns …) of a table whose rows belong to those of `parent`."""
        child, owner = table(name), table(parent)
        query = select(child.c[key], *columns).select_from(joined if joined is not None else child).order_by(*order)
        if parent == "claims" and self.claims_only is not None:
            query = query.where(child.c[key].in_(self.claims_only))
        elif self.articles is not None:
            query = query.join(owner, owner.c.id == child.c[key]).where(owner.c.article_id.in_(self.articles))
        return self.connection.execute(query)

    def people(self) -> dict[int, list[PersonReference]]:
        found = defaultdict(list)
        for r in self._rows("person_references", "article_id", "ordinal", actor="actor_id"):
            reference = PersonReference(r.ordinal, r.name, _actor(r), r.title, r.gender, r.known_by, r.rule, r.confidence)
            found[r.article_id].append(reference)
        return found

    def mentions(self, kind: str | None = None) -> dict[int, list[Mention]]:
        found = defaultdict(list)
        for r in self._rows("mentions", "article_id", "char_start", "char_end", "kind", "id", person=True, kind=kind):
            span = Span(r.char_start, r.char_end)
            found[r.article_id].append(Mention(span, r.kind, r.name or "", r.surface, r.rule, r.confidence, r.person))
        return found

    def meetings(self) -> dict[int, list[MeetingReport]]:
        participants = defaultdict(list)
        child, actors, references = table("meeting_report_participants"), table("actors"), table("person_references")
        joined = child.outerjoin(actors, actors.c.id == child.c.actor_id).outerjoin(
            references, references.c.id == child.c.person_reference_id
        )
        rows = self._children(
            "meeting_report_participants", "meeting_reports", "meeting_report_id", references.c.ordinal, actors.c.kind, actors.c.name,
            child.c.role, joined=joined, order=(child.c.meeting_report_id, child.c.ordinal),
        )  # fmt: skip
        for key, person, kind, name, role in rows:
            participants[key].append(Participant(person, ActorRef(kind, name) if kind else None, role))
        evidence = defaultdict(list)
        child = table("meeting_evidence")
        order = (child.c.meeting_report_id, child.c.char_start, child.c.char_end)
        for key, start, end in self._children("meeting_evidence", "meeting_reports", "meeting_report_id", *order[1:], order=order):
            evidence[key].append(Span(start, end))
        found = defaultdict(list)
        for r in self._rows("meeting_reports", "article_id", "ordinal", actor="place_state_id"):
            found[r.article_id].append(
                MeetingReport(
                    r.ordinal, r.kind, r.status, r.background, r.start_on, r.end_on, r.date_precision, r.dated_by, r.place,
                    r.actor_name, r.host_event, r.on_sidelines, tuple(participants[r.id]), Span(r.char_start, r.char_end),
                    tuple(evidence[r.id]), r.rule, r.confidence,
                )
            )  # fmt: skip
        return found

    def claims(self) -> dict[int, list[Claim]]:
        people, actors, initiatives = defaultdict(list), defaultdict(list), defaultdict(list)
        child, references = table("claim_people"), table("person_references")
        joined = child.join(references, references.c.id == child.c.person_reference_id)
        order = (child.c.claim_id, child.c.relation)
        for key, relation, ordinal in self._children(
            "claim_people", "claims", "claim_id", child.c.relation, references.c.ordinal, joined=joined, order=order
        ):
            people[key, relation].append(ordinal)
        child, targets = table("claim_actors"), table("actors")
        joined = child.join(targets, targets.c.id == child.c.actor_id)
        order = (child.c.claim_id, child.c.relation)
        for key, relation, kind, name in self._children(
            "claim_actors", "claims", "claim_id", child.c.relation, targets.c.kind, targets.c.name, joined=joined, order=order
        ):
            actors[key, relation].append(ActorRef(kind, name))
        child, named = table("claim_initiatives"), table("initiatives")
        joined = child.join(named, named.c.id == child.c.initiative_id)
        for key, name in self._children("claim_initiatives", "claims", "claim_id", named.c.name, joined=joined, order=(child.c.claim_id,)):
            initiatives[key].append(name)
        found = defaultdict(list)
        for r in self._rows("claims", "article_id", "ordinal", report=True):
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
                    meeting=r.meeting,
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
        for r in self.connection.execute(self._of(query, claims.c.article_id)):
            found[r.article_id].append(ClaimTopic(r.ordinal, r.name, Span(r.char_start, r.char_end), r.rule, r.confidence))
        return found

    def offices(self) -> dict[int, list[OfficeReport]]:
        found = defaultdict(list)
        for r in self._rows("office_reports", "article_id", "char_start", "char_end", "id", actor="actor_id", person=True):
            span = Span(r.char_start, r.char_end)
            found[r.article_id].append(OfficeReport(r.person, r.title, _actor(r), span, r.rule, r.confidence))
        return found

    def relations(self) -> dict[int, list[tuple[int, RelationReport]]]:
        parties = defaultdict(list)
        child, actors = table("relation_report_parties"), table("actors")
        joined = child.join(actors, actors.c.id == child.c.actor_id)
        order = (child.c.relation_report_id, child.c.ordinal)
        for key, kind, name in self._children(
            "relation_report_parties", "relation_reports", "relation_report_id", actors.c.kind, actors.c.name, joined=joined, order=order
        ):
            parties[key].append(ActorRef(kind, name))
        found = defaultdict(list)
        for r in self._rows("relation_reports", "article_id", "char_start", "char_end", "kind", "label", "id", report=True):
            report = RelationReport(
                r.kind, tuple(parties[r.id]), r.label, r.detail, r.since, r.since_precision, r.meeting,
                Span(r.char_start, r.char_end), r.rule, r.confidence,
            )  # fmt: skip
            found[r.article_id].append((r.id, report))
        return found


def _actor(row: Row[Any]) -> ActorRef | None:
    return ActorRef(row.actor_kind, row.actor_name) if row.actor_kind else None


def _span(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None

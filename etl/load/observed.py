"""Observations of articles into the observed tables. An article's rows are deleted and written anew; no other article's are touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from sqlalchemy import Connection, select

from etl.load.identity import (
    actor_id,
    claim_id,
    initiative_id,
    meeting_report_id,
    mention_id,
    office_report_id,
    reference_id,
    relation_report_id,
    state_id,
    topic_id,
)
from etl.load.initiatives import settle_initiatives
from etl.load.resolving import mark_articles, release
from etl.load.statements import key_places
from etl.load.upsert import Row, delete_where, insert, table, upsert
from etl.records import ActorRef, Claim, Observations, RelationReport, Span

ACTORS = ("id", "kind", "name", "provisional")
ORGANIZATIONS = ("actor_id", "kind")
INITIATIVES = ("id", "name", "kind", "provisional")
COLUMNS: dict[str, tuple[str, ...]] = {
    "person_references": ("id", "article_id", "ordinal", "name", "actor_id", "title", "gender", "known_by", "rule", "confidence"),
    "mentions": (
        "id", "article_id", "char_start", "char_end", "kind", "name", "surface", "actor_id", "person_reference_id", "place_id",
        "initiative_id", "rule", "confidence",
    ),
    "meeting_reports": (
        "id", "article_id", "ordinal", "kind", "status", "background", "start_on", "end_on", "date_precision", "dated_by", "place",
        "place_state_id", "host_event", "on_sidelines", "char_start", "char_end", "rule", "confidence",
    ),
    "meeting_report_participants": ("meeting_report_id", "ordinal", "person_reference_id", "actor_id", "role"),
    "meeting_evidence": ("meeting_report_id", "char_start", "char_end"),
    "claims": (
        "id", "article_id", "ordinal", "meeting_report_id", "text", "char_start", "char_end", "content_start", "content_end",
        "source_start", "source_end", "cue_start", "cue_end", "cue", "source_name", "act", "is_direct", "is_continuation", "polarity",
        "modality", "rule", "confidence",
    ),
    "claim_people": ("claim_id", "person_reference_id", "relation"),
    "claim_actors": ("claim_id", "actor_id", "relation"),
    "claim_initiatives": ("claim_id", "initiative_id"),
    "claim_topics": ("claim_id", "topic_id", "char_start", "char_end", "rule", "confidence"),
    "office_reports": ("id", "article_id", "person_reference_id", "title", "actor_id", "char_start", "char_end", "rule", "confidence"),
    "relation_reports": (
        "id", "article_id", "kind", "label", "detail", "since", "since_precision", "meeting_report_id", "char_start", "char_end",
        "rule", "confidence",
    ),
    "relation_report_parties": ("relation_report_id", "ordinal", "actor_id"),
    "initiative_reports": ("article_id", "initiative_id", "kind"),
    "initiative_report_proposers": ("article_id", "initiative_id", "actor_id"),
}  # fmt: skip
"""The observed tables, parents before children."""
_OF_ARTICLES = tuple(name for name, columns in COLUMNS.items() if "article_id" in columns)


@dataclass(frozen=True, slots=True)
class ArticleObservations:
    """An article of the store, its text, and what was observed in it."""

    article_id: int
    text: str
    observations: Observations


def store_observations(connection: Connection, articles: Iterable[ArticleObservations]) -> None:
    """Replace the observed rows of `articles`, which the store must have. Actors and initiatives that are new become provisional rows.
    The articles are to be resolved anew.

    Raises ValueError when an observation points outside its text or at nobody, and SQLAlchemy's IntegrityError when a constraint forbids
    a row.
    """
    articles = list(articles)
    release(connection, [article.article_id for article in articles])
    for name in reversed(_OF_ARTICLES):
        delete_where(connection, name, ["article_id"], [(article.article_id,) for article in articles])
    _store_actors(connection, articles)
    _store_initiatives(connection, articles)
    places = _places(connection)
    rows: dict[str, dict[Row, Row]] = {name: {} for name in COLUMNS}
    key_of = {name: itemgetter(*key_places(name, columns)) for name, columns in COLUMNS.items()}
    for article in articles:
        for name, row in _rows_of(article, places):
            # Two observations under one natural key say the same twice.
            rows[name].setdefault(key_of[name](row), row)
    for name, columns in COLUMNS.items():
        insert(connection, name, columns, rows[name].values())
    settle_initiatives(connection, {row[1] for row in rows["initiative_reports"].values()})
    mark_articles(connection, (article.article_id for article in articles))


def actors_of(observations: Observations) -> set[ActorRef]:
    """Return every state and organization that observations speak of."""
    found: set[ActorRef | None] = {ActorRef("organization", name) for name in observations.organizations}
    for mention in observations.mentions:
        if mention.kind == "state" or mention.kind == "organization":
            found.add(ActorRef(mention.kind, mention.name))
    found.update(p.actor for p in observations.people)
    found.update(p.actor for m in observations.meetings for p in m.participants)
    found.update(o.actor for o in observations.offices)
    found.update(a for c in observations.claims for _, a in _claim_actors(c))
    found.update(a for r in observations.relations for a in r.parties)
    found.update(a for i in observations.initiatives for a in i.proposers)
    return {actor for actor in found if actor is not None}


def _store_actors(connection: Connection, articles: list[ArticleObservations]) -> None:
    actors = sorted(set().union(*(actors_of(a.observations) for a in articles)))
    upsert(connection, "actors", ACTORS, ((actor_id(a), a.kind, a.name, True) for a in actors), update=False)
    organizations = (a for a in actors if a.kind == "organization")
    upsert(connection, "organizations", ORGANIZATIONS, ((actor_id(a), "other") for a in organizations), update=False)


def _store_initiatives(connection: Connection, articles: list[ArticleObservations]) -> None:
    """Have a row for every initiative that is named; what the articles say of those that are new is written beside it."""
    names: set[str] = set()
    for article in articles:
        seen = article.observations
        names.update(reference.name for reference in seen.initiatives)
        names.update(m.name for m in seen.mentions if m.kind == "initiative")
        names.update(name for claim in seen.claims for name in claim.initiatives)
    rows = ((initiative_id(name), name, "other", True) for name in sorted(names))
    upsert(connection, "initiatives", INITIATIVES, rows, update=False)


def _places(connection: Connection) -> dict[str, int]:
    """Return the key of each place by its canonical name; a name that two places bear means neither."""
    places = table("places")
    found: dict[str, set[int]] = defaultdict(set)
    for name, key in connection.execute(select(places.c.name, places.c.id)):
        found[name].add(key)
    return {name: min(keys) for name, keys in found.items() if len(keys) == 1}


def _rows_of(article: ArticleObservations, places: dict[str, int]) -> Iterator[tuple[str, Row]]:
    """Yield (table, row) for everything that was observed in an article."""
    key, seen, length = article.article_id, article.observations, len(article.text)
    persons = {p.index: reference_id(key, p.index) for p in seen.people}
    meetings = {m.index: meeting_report_id(key, m.index) for m in seen.meetings}
    claims = {c.index: claim_id(key, c.index) for c in seen.claims}

    def person(index: int | None) -> int | None:
        if index is None:
            return None
        if index not in persons:
            raise ValueError(f"an observation names person {index}, and the article has no such person")
        return persons[index]

    def meeting(index: int | None) -> int | None:
        if index is None:
            return None
        if index not in meetings:
            raise ValueError(f"an observation names meeting {index}, and the article has no such meeting")
        return meetings[index]

    def inside(span: Span) -> Span:
        if not 0 <= span.start < span.end <= length:
            raise ValueError(f"an observation points at {span.start}..{span.end} of a text of {length} characters")
        return span

    for p in seen.people:
        yield "person_references", (
            persons[p.index], key, p.index, p.name, _actor(p.actor), p.title, p.gender, p.known_by, p.rule, p.confidence,
        )  # fmt: skip
    for m in seen.mentions:
        actor = actor_id(ActorRef(m.kind, m.name)) if m.kind == "state" or m.kind == "organization" else None
        place = places.get(m.name) if m.kind == "place" else None
        initiative = initiative_id(m.name) if m.kind == "initiative" else None
        yield "mentions", (
            mention_id(key, m), key, *inside(m.span), m.kind, m.name or None, m.surface, actor, person(m.person), place, initiative,
            m.rule, m.confidence,
        )  # fmt: skip
    for r in seen.meetings:
        report = meetings[r.index]
        state = state_id(r.place_state) if r.place_state else None
        yield "meeting_reports", (
            report, key, r.index, r.kind, r.status, r.background, r.start_on, r.end_on, r.date_precision, r.dated_by, r.place, state,
            r.host_event, r.on_sidelines, *inside(r.span), r.rule, r.confidence,
        )  # fmt: skip
        for ordinal, participant in enumerate(r.participants):
            yield "meeting_report_participants", (report, ordinal, person(participant.person), _actor(participant.actor), participant.role)
        for span in r.evidence:
            yield "meeting_evidence", (report, *inside(span))
    for c in seen.claims:
        claim = claims[c.index]
        start, end = inside(c.span)
        yield "claims", (
            claim, key, c.index, meeting(c.meeting), article.text[start:end], start, end, *(c.content or (None, None)),
            *(c.source or (None, None)), *(c.cue or (None, None)), c.cue_text, c.source_name, c.act, c.is_direct, c.is_continuation,
            c.polarity, c.modality, c.rule, c.confidence,
        )  # fmt: skip
        for relation, index in _claim_people(c):
            yield "claim_people", (claim, person(index), relation)
        for relation, actor_ref in _claim_actors(c):
            yield "claim_actors", (claim, actor_id(actor_ref), relation)
        for name in c.initiatives:
            yield "claim_initiatives", (claim, initiative_id(name))
    for t in seen.topics:
        if t.claim not in claims:
            raise ValueError(f"a topic names claim {t.claim}, and the article has no such claim")
        yield "claim_topics", (claims[t.claim], topic_id(t.topic), *inside(t.term), t.rule, t.confidence)
    for o in seen.offices:
        yield "office_reports", (
            office_report_id(key, o), key, person(o.person), o.title, _actor(o.actor), *inside(o.span), o.rule, o.confidence,
        )  # fmt: skip
    for i in seen.initiatives:
        if not i.known:
            initiative = initiative_id(i.name)
            yield "initiative_reports", (key, initiative, i.kind)
            for proposer in i.proposers:
                yield "initiative_report_proposers", (key, initiative, actor_id(proposer))
    for x in seen.relations:
        yield from _relation_rows(key, x, meeting(x.meeting), inside(x.span))


def _relation_rows(article: int, report: RelationReport, meeting: int | None, span: Span) -> Iterator[tuple[str, Row]]:
    key = relation_report_id(article, report)
    yield "relation_reports", (
        key, article, report.kind, report.label, report.detail, report.since, report.since_precision, meeting, *span, report.rule,
        report.confidence,
    )  # fmt: skip
    for ordinal, party in enumerate(report.parties):
        yield "relation_report_parties", (key, ordinal, actor_id(party))


def _actor(actor: ActorRef | None) -> int | None:
    return actor_id(actor) if actor else None


def _claim_people(claim: Claim) -> Iterator[tuple[str, int]]:
    for relation, people in (("speaker", claim.speakers), ("addressee", claim.addressees), ("mentioned", claim.mentions_people)):
        for person in people:
            yield relation, person


def _claim_actors(claim: Claim) -> Iterator[tuple[str, ActorRef]]:
    for relation, actors in (("on_behalf_of", claim.on_behalf_of), ("target", claim.targets), ("mentioned", claim.mentions_actors)):
        for actor in actors:
            yield relation, actor

"""The observed layer: what one extractor version saw in one article. Re-extracting an article replaces its rows, nothing else."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from models import vocabularies as words
from models.base import Base, confidence, dated, key, position, ref, rule, span_end, span_start, where_filled, word

ANNIVERSARY = text("LOWER(text) LIKE '% anniversary of %'")
"""Claims that name an anniversary: few of very many, and a question asks for them by these words."""


def article_ref(*, index: bool = True) -> MappedColumn[int]:
    """Return the foreign key to the article that the row was seen in. `index=False` where a unique constraint begins with it."""
    return ref("articles.id", "The article that this was seen in.", ondelete="CASCADE", index=index)


class PersonReference(Base):
    """A person as one article presents them."""

    __tablename__ = "person_references"
    __table_args__ = (
        UniqueConstraint("article_id", "ordinal"),
        {"comment": "People as one article presents them: all mentions in the article that are one person, put together."},
    )

    id: Mapped[int] = key("person_reference, article, ordinal")
    article_id: Mapped[int] = article_ref(index=False)
    ordinal: Mapped[int] = position("Place among the article's people, from 0.")
    name: Mapped[str | None] = mapped_column(
        index=True, comment="Fullest name that the text or the lexicon gives; empty for an unnamed holder of an office."
    )
    actor_id: Mapped[int | None] = ref("actors.id", "The state or organization that the person stands for in this article.", nullable=True)
    title: Mapped[str | None] = mapped_column(comment="Title that the article gives the person.")
    gender: Mapped[str | None] = word("gender", words.GENDERS, "Grammatical gender in the text; empty when unknown.", nullable=True)
    known_by: Mapped[str] = word(
        "known_by", words.PERSON_KNOWN_BY, "What the name rests on: the names' lexicon, a dated office, or the text alone."
    )
    rule: Mapped[str] = rule()
    confidence: Mapped[float] = confidence()


class Mention(Base):
    """A span of text that names or refers to an entity."""

    __tablename__ = "mentions"
    __table_args__ = (
        CheckConstraint("kind <> 'person' OR person_reference_id IS NOT NULL", name="person"),
        CheckConstraint("kind NOT IN ('state', 'organization') OR actor_id IS NOT NULL", name="actor"),
        CheckConstraint("kind <> 'initiative' OR initiative_id IS NOT NULL", name="initiative"),
        where_filled("ix_mentions_initiative_id_article_id", "initiative_id", "article_id"),
        where_filled("ix_mentions_place_id", "place_id"),
        {"comment": "Spans that name an actor, place or initiative, or name or refer to a person."},
    )

    id: Mapped[int] = key("mention, article, char_start, char_end, kind, name")
    article_id: Mapped[int] = article_ref()
    char_start: Mapped[int] = span_start("the mention in the article's text")
    char_end: Mapped[int] = span_end("the mention in the article's text")
    kind: Mapped[str] = word("kind", words.MENTION_KINDS, "What sort of entity is mentioned.")
    name: Mapped[str | None] = mapped_column(
        index=True,
        comment="What extraction took it for: ISO alpha-2 code of a state, otherwise the canonical name; empty for an unnamed person.",
    )
    surface: Mapped[str] = mapped_column(comment="The characters of the span.")
    actor_id: Mapped[int | None] = ref("actors.id", "The state or organization mentioned.", nullable=True)
    person_reference_id: Mapped[int | None] = ref(
        "person_references.id", "The article's person whom the span refers to.", nullable=True, ondelete="CASCADE"
    )
    place_id: Mapped[int | None] = ref("places.id", "The place mentioned, where the reference data knows it.", nullable=True, index=False)
    initiative_id: Mapped[int | None] = ref("initiatives.id", "The initiative mentioned.", nullable=True, index=False)
    rule: Mapped[str] = rule()
    confidence: Mapped[float] = confidence()


class MeetingReport(Base):
    """One article's report of one meeting."""

    __tablename__ = "meeting_reports"
    __table_args__ = (
        UniqueConstraint("article_id", "ordinal"),
        dated("start_on", "date_precision"),
        CheckConstraint("end_on >= start_on", name="end_on"),
        CheckConstraint("end_on IS NULL OR start_on IS NOT NULL", name="start_on"),
        {"comment": "Reports of meetings: what one article says of one meeting. Resolving puts the reports of one meeting together."},
    )

    id: Mapped[int] = key("meeting_report, article, ordinal")
    article_id: Mapped[int] = article_ref(index=False)
    ordinal: Mapped[int] = position("Place among the article's meetings, from 0.")
    kind: Mapped[str] = word("kind", words.MEETING_KINDS, "What sort of meeting is reported.")
    status: Mapped[str] = word("status", words.MEETING_STATUSES, "Whether it took place.")
    background: Mapped[bool] = mapped_column(comment="True when the article only looks back or ahead at the meeting.")
    start_on: Mapped[date | None] = mapped_column(index=True, comment="First day, or first day of the month or year that is known.")
    end_on: Mapped[date | None] = mapped_column(comment="Last day; empty for a single day.")
    date_precision: Mapped[str] = word("date_precision", words.DATE_PRECISIONS, "How exactly the date is known.")
    dated_by: Mapped[str] = word("dated_by", words.DATE_BASES, "How the date was found.")
    place: Mapped[str | None] = mapped_column(comment="Place as the article names it.")
    place_state_id: Mapped[int | None] = ref("states.actor_id", "The state that the place lies in.", nullable=True)
    host_event: Mapped[str | None] = mapped_column(comment="Name of the summit or conference that it was part of or held beside.")
    on_sidelines: Mapped[bool] = mapped_column(comment="True when it was held on the sidelines of the host event.")
    char_start: Mapped[int] = span_start("the sentence that reports the meeting first, in the text")
    char_end: Mapped[int] = span_end("the sentence that reports the meeting first, in the text")
    rule: Mapped[str] = rule()
    confidence: Mapped[float] = confidence()


class MeetingReportParticipant(Base):
    """Who took part in a meeting, as one article reports it."""

    __tablename__ = "meeting_report_participants"
    __table_args__ = (
        CheckConstraint("person_reference_id IS NOT NULL OR actor_id IS NOT NULL", name="somebody"),
        {"comment": "Who took part in a meeting as one article reports it: a person, the actor they stand for, or both."},
    )

    meeting_report_id: Mapped[int] = ref("meeting_reports.id", "The report.", key=True, ondelete="CASCADE")
    ordinal: Mapped[int] = position("Place among the report's participants, from 0.", key=True)
    person_reference_id: Mapped[int | None] = ref(
        "person_references.id", "The article's person who took part.", nullable=True, ondelete="CASCADE"
    )
    actor_id: Mapped[int | None] = ref("actors.id", "The state or organization that took part or was stood for.", nullable=True)
    role: Mapped[str] = word("role", words.ROLES, "In which role they took part.")


class MeetingEvidence(Base):
    """A sentence that reports a meeting."""

    __tablename__ = "meeting_evidence"
    __table_args__ = ({"comment": "All sentences of an article that report one meeting."},)

    meeting_report_id: Mapped[int] = ref("meeting_reports.id", "The report that the sentence supports.", key=True, ondelete="CASCADE")
    char_start: Mapped[int] = span_start("the sentence in the article's text", key=True)
    char_end: Mapped[int] = span_end("the sentence in the article's text", key=True)


class Claim(Base):
    """A reported or quoted statement, as it stands in one article."""

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("article_id", "ordinal"),
        # Which claims of a period's articles are of an act, denied or quoted is read here alone. The meeting is asked for by the plan of
        # every view of claims, even where it leaves the meeting out. SQLite's indexes hold the key anyway.
        Index(None, "article_id", "act", "polarity", postgresql_include=["id", "meeting_report_id", "is_direct"]),
        where_filled("ix_claims_source_name", "source_name", include=["id"]),
        Index("ix_claims_anniversaries", "article_id", sqlite_where=ANNIVERSARY, postgresql_where=ANNIVERSARY),
        {"comment": "Reported and quoted statements: a sentence, or a split part of one, and within it source, cue and content."},
    )

    id: Mapped[int] = key("claim, article, ordinal")
    article_id: Mapped[int] = article_ref(index=False)
    ordinal: Mapped[int] = position("Place among the article's claims, from 0.")
    meeting_report_id: Mapped[int | None] = ref(
        "meeting_reports.id", "The reported meeting at which it was said.", nullable=True, ondelete="SET NULL"
    )
    text: Mapped[str] = mapped_column(comment="The characters of the claim's span, attribution included.")
    char_start: Mapped[int] = span_start("the claim in the article's text, attribution included")
    char_end: Mapped[int] = span_end("the claim in the article's text, attribution included")
    content_start: Mapped[int | None] = span_start("what is claimed, without source and cue", prefix="content", nullable=True)
    content_end: Mapped[int | None] = span_end("what is claimed, without source and cue", prefix="content", nullable=True)
    source_start: Mapped[int | None] = span_start("the words that name who claims it", prefix="source", nullable=True)
    source_end: Mapped[int | None] = span_end("the words that name who claims it", prefix="source", nullable=True)
    cue_start: Mapped[int | None] = span_start("the word of saying", prefix="cue", nullable=True)
    cue_end: Mapped[int | None] = span_end("the word of saying", prefix="cue", nullable=True)
    cue: Mapped[str | None] = mapped_column(comment="The word of saying; empty where the sentence has none.")
    source_name: Mapped[str | None] = mapped_column(
        comment="Who claims it in the article's words, where neither a person nor an actor is known."
    )
    act: Mapped[str] = word("act", words.ACTS, "What is done by saying it: one primary act a claim.", index=True)
    is_direct: Mapped[bool] = mapped_column(comment="True when the span holds a quotation.")
    is_continuation: Mapped[bool] = mapped_column(comment="True when the sentence has no word of saying and inherits its speaker.")
    polarity: Mapped[str] = word("polarity", words.POLARITIES, "Whether the content is affirmed or denied.")
    modality: Mapped[str] = word("modality", words.MODALITIES, "How the content stands to the facts.")
    rule: Mapped[str] = rule()
    confidence: Mapped[float] = confidence()


class ClaimPerson(Base):
    """A person of the article and how they stand to a claim."""

    __tablename__ = "claim_people"
    __table_args__ = (
        Index(None, "person_reference_id", "relation", "claim_id"),
        {"comment": "Who makes a claim, to whom, and who is spoken of in it."},
    )

    claim_id: Mapped[int] = ref("claims.id", "The claim.", key=True, ondelete="CASCADE")
    person_reference_id: Mapped[int] = ref("person_references.id", "The article's person.", key=True, ondelete="CASCADE")
    relation: Mapped[str] = word("relation", words.CLAIM_PERSON_RELATIONS, "How the person stands to the claim.", key=True)


class ClaimActor(Base):
    """An actor and how it stands to a claim."""

    __tablename__ = "claim_actors"
    __table_args__ = (
        Index(None, "actor_id", "relation", "claim_id"),
        {"comment": "On whose behalf a claim is made, at whom it is aimed, and which actors are spoken of in it."},
    )

    claim_id: Mapped[int] = ref("claims.id", "The claim.", key=True, ondelete="CASCADE")
    actor_id: Mapped[int] = ref("actors.id", "The state or organization.", key=True)
    relation: Mapped[str] = word("relation", words.CLAIM_ACTOR_RELATIONS, "How the actor stands to the claim.", key=True)


class ClaimInitiative(Base):
    """An initiative that a claim is about."""

    __tablename__ = "claim_initiatives"
    __table_args__ = (Index(None, "initiative_id", "claim_id"), {"comment": "Which initiatives a claim is about."})

    claim_id: Mapped[int] = ref("claims.id", "The claim.", key=True, ondelete="CASCADE")
    initiative_id: Mapped[int] = ref("initiatives.id", "The initiative.", key=True)


class ClaimTopic(Base):
    """A topic that a claim is about, and the words that show it."""

    __tablename__ = "claim_topics"
    __table_args__ = (
        Index(None, "topic_id", "claim_id"),
        {"comment": "Which topics a claim is about, each with the term of its content that shows it best."},
    )

    claim_id: Mapped[int] = ref("claims.id", "The claim.", key=True, ondelete="CASCADE")
    topic_id: Mapped[int] = ref("topics.id", "The topic.", key=True, ondelete="CASCADE")
    char_start: Mapped[int] = span_start("the term that shows the topic, in the article's text")
    char_end: Mapped[int] = span_end("the term that shows the topic, in the article's text")
    rule: Mapped[str] = rule()
    confidence: Mapped[float] = confidence()


class OfficeReport(Base):
    """An article's word that a person holds an office."""

    __tablename__ = "office_reports"
    __table_args__ = (
        # A title is looked up to know its holders: with them in the index, the table is not read for the few offices that are compared.
        Index("ix_office_reports_title", "title", "actor_id", "person_reference_id", "article_id"),
        {"comment": "What articles say of who holds which office."},
    )

    id: Mapped[int] = key("office_report, article, char_start, char_end, person_reference, title")
    article_id: Mapped[int] = article_ref()
    person_reference_id: Mapped[int] = ref("person_references.id", "The article's person who holds the office.", ondelete="CASCADE")
    title: Mapped[str] = mapped_column(comment="Title of the office.")
    actor_id: Mapped[int | None] = ref("actors.id", "The state or organization that the office belongs to.", nullable=True)
    char_start: Mapped[int] = span_start("the words that say so, in the article's text")
    char_end: Mapped[int] = span_end("the words that say so, in the article's text")
    rule: Mapped[str] = rule()
    confidence: Mapped[float] = confidence()


class RelationReport(Base):
    """An article's word about a relationship, a membership or an agreement."""

    __tablename__ = "relation_reports"
    __table_args__ = (
        dated("since", "since_precision"),
        {"comment": "What articles say of relationships between actors, of memberships, and of agreements."},
    )

    id: Mapped[int] = key("relation_report, article, kind, char_start, char_end, label, parties")
    article_id: Mapped[int] = article_ref()
    kind: Mapped[str] = word("kind", words.RELATION_KINDS, "What is reported.", index=True)
    label: Mapped[str] = mapped_column(comment="Level of the relationship, status of the member, or title of the document agreed.")
    detail: Mapped[str | None] = mapped_column(comment="Of an agreement: what sort of document it is (joint_statement, treaty, …).")
    since: Mapped[date | None] = mapped_column(comment="Since when it holds, or when it was signed; first day of the period that is known.")
    since_precision: Mapped[str] = word("since_precision", words.DATE_PRECISIONS, "How exactly that date is known.")
    meeting_report_id: Mapped[int | None] = ref(
        "meeting_reports.id", "The reported meeting at which it was declared or signed.", nullable=True, ondelete="SET NULL"
    )
    char_start: Mapped[int] = span_start("the sentence that says so, in the article's text")
    char_end: Mapped[int] = span_end("the sentence that says so, in the article's text")
    rule: Mapped[str] = rule()
    confidence: Mapped[float] = confidence()


class RelationReportParty(Base):
    """A party of a reported relation."""

    __tablename__ = "relation_report_parties"
    __table_args__ = ({"comment": "Parties of a reported relation: the two actors; member and organization; or all signers."},)

    relation_report_id: Mapped[int] = ref("relation_reports.id", "The report.", key=True, ondelete="CASCADE")
    ordinal: Mapped[int] = position("Place among the parties, from 0; of a membership, 0 is the member and 1 the organization.", key=True)
    actor_id: Mapped[int] = ref("actors.id", "The state or organization.")


class InitiativeReport(Base):
    """An article's word of what an initiative is that the reference data does not have."""

    __tablename__ = "initiative_reports"
    __table_args__ = ({"comment": "What articles say of initiatives that the reference data does not have."},)

    article_id: Mapped[int] = ref("articles.id", "The article that names it.", key=True, ondelete="CASCADE")
    initiative_id: Mapped[int] = ref("initiatives.id", "The initiative.", key=True, index=True)
    kind: Mapped[str] = word("kind", words.INITIATIVE_KINDS, "What sort of initiative the article takes it for.")


class InitiativeReportProposer(Base):
    """An actor whom an article gives as proposer of an initiative."""

    __tablename__ = "initiative_report_proposers"
    __table_args__ = ({"comment": "Whom articles name as proposers of initiatives that the reference data does not have."},)

    article_id: Mapped[int] = ref("articles.id", "The article that names it.", key=True, ondelete="CASCADE")
    initiative_id: Mapped[int] = ref("initiatives.id", "The initiative.", key=True, index=True)
    actor_id: Mapped[int] = ref("actors.id", "The state or organization.", key=True, index=True)

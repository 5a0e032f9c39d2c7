"""The resolved layer: what the world looks like when all observations are put together. Derived, so it can always be rebuilt."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from models import vocabularies as words
from models.base import KEY_TYPE, Base, dated, key, position, ref, where_filled, word


def score() -> MappedColumn[float]:
    """Return the column that says how strongly an observation was linked to what it was resolved to."""
    return mapped_column(comment="How strongly the evidence speaks for this link; higher is stronger.")


def reasons(column: str) -> MappedColumn[str]:
    """Return the column that says why an observation was linked to what it was resolved to."""
    return mapped_column(column, nullable=False, comment="Why: the features that spoke for the link, in words.")


class PersonIdentity(Base):
    """Which person an article's person is."""

    __tablename__ = "person_identities"
    __table_args__ = (
        # SQLite's indexes hold the key anyway.
        Index(None, "person_id", postgresql_include=["person_reference_id"]),
        {"comment": "Which person each article's person is. An unnamed person may have no row."},
    )

    person_reference_id: Mapped[int] = ref("person_references.id", "The article's person.", key=True, ondelete="CASCADE")
    person_id: Mapped[int] = ref("people.id", "Who that is.", ondelete="CASCADE", index=False)
    score: Mapped[float] = score()
    reason: Mapped[str] = reasons("reason")


class Gathering(Base):
    """A summit, conference or other event within or beside which meetings are held."""

    __tablename__ = "gatherings"
    __table_args__ = (
        dated("start_on", "date_precision"),
        CheckConstraint("end_on >= start_on", name="end_on"),
        CheckConstraint("end_on IS NULL OR start_on IS NOT NULL", name="start_on"),
        {"comment": "Summits, conferences and sessions within or beside which meetings are held."},
    )

    id: Mapped[int] = key("gathering, name and, where known, year")
    name: Mapped[str] = mapped_column(index=True, comment="Canonical name of this very event.")
    series: Mapped[str | None] = mapped_column(index=True, comment="Name of the series that it belongs to.")
    ordinal: Mapped[int | None] = mapped_column(
        CheckConstraint("ordinal >= 1", name="ordinal"), comment="Number within the series: 24 for the 24th meeting."
    )
    place: Mapped[str | None] = mapped_column(comment="Place where it is held.")
    place_state_id: Mapped[int | None] = ref("states.actor_id", "The state that the place lies in.", nullable=True)
    start_on: Mapped[date | None] = mapped_column(comment="First day, or first day of the month or year that is known.")
    end_on: Mapped[date | None] = mapped_column(comment="Last day; empty for a single day.")
    date_precision: Mapped[str] = word("date_precision", words.DATE_PRECISIONS, "How exactly the date is known.")


class Meeting(Base):
    """One meeting, however many articles report it."""

    __tablename__ = "meetings"
    __table_args__ = (
        dated("start_on", "date_precision"),
        CheckConstraint("end_on >= start_on", name="end_on"),
        CheckConstraint("end_on IS NULL OR start_on IS NOT NULL", name="start_on"),
        Index(None, "kind", "start_on"),
        {"comment": "Meetings: one row for each, however many articles report it."},
    )

    id: Mapped[int] = key("that of the smallest meeting_report")
    title: Mapped[str] = mapped_column(comment="Short title made of kind and participants, for people to read.")
    kind: Mapped[str] = word("kind", words.MEETING_KINDS, "What sort of meeting it is.")
    status: Mapped[str] = word("status", words.MEETING_STATUSES, "Whether it took place.", index=True)
    start_on: Mapped[date | None] = mapped_column(index=True, comment="First day, or first day of the month or year that is known.")
    end_on: Mapped[date | None] = mapped_column(comment="Last day; empty for a single day.")
    date_precision: Mapped[str] = word("date_precision", words.DATE_PRECISIONS, "How exactly the date is known.")
    place: Mapped[str | None] = mapped_column(index=True, comment="Place where it was held.")
    place_state_id: Mapped[int | None] = ref("states.actor_id", "The state that the place lies in.", nullable=True)
    gathering_id: Mapped[int | None] = ref(
        "gatherings.id", "The summit or conference that it was part of or held beside.", nullable=True, ondelete="SET NULL"
    )
    on_sidelines: Mapped[bool] = mapped_column(comment="True when it was held on the sidelines of the gathering.")
    background: Mapped[bool] = mapped_column(comment="True when every article only looks back or ahead at it.")
    part_of_id: Mapped[int | None] = ref("meetings.id", "The visit during which it was held.", nullable=True, ondelete="SET NULL")


class MeetingParticipant(Base):
    """Who took part in a meeting."""

    __tablename__ = "meeting_participants"
    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        CheckConstraint("person_id IS NOT NULL OR actor_id IS NOT NULL", name="somebody"),
        Index(None, "actor_id", "meeting_id"),
        {"comment": "Who took part in a meeting: a person, the actor they stand for, or both."},
    )

    meeting_id: Mapped[int] = ref("meetings.id", "The meeting.", key=True, ondelete="CASCADE")
    ordinal: Mapped[int] = position("Place among the meeting's participants, from 0.", key=True)
    person_id: Mapped[int | None] = ref("people.id", "Who took part; empty when no person is known.", nullable=True)
    actor_id: Mapped[int | None] = ref(
        "actors.id", "The state or organization that took part or was stood for.", nullable=True, index=False
    )
    role: Mapped[str] = word("role", words.ROLES, "In which role they took part.")


class MeetingReportLink(Base):
    """Which meeting a report is about."""

    __tablename__ = "meeting_report_links"
    __table_args__ = ({"comment": "Which meeting each report is about."},)

    meeting_report_id: Mapped[int] = ref("meeting_reports.id", "The report.", key=True, ondelete="CASCADE")
    meeting_id: Mapped[int] = ref("meetings.id", "The meeting.", ondelete="CASCADE")
    score: Mapped[float] = score()
    reasons: Mapped[str] = reasons("reasons")
    component_id: Mapped[int] = mapped_column(
        KEY_TYPE, index=True, nullable=False, comment="Smallest of the reports that were weighed together with this one."
    )


class Statement(Base):
    """One statement, however many articles report it."""

    __tablename__ = "statements"
    __table_args__ = ({"comment": "Statements: one row for each, however many articles report it in however many words."},)

    id: Mapped[int] = key("that of the smallest claim")
    text: Mapped[str] = mapped_column(comment="Its wording in the claim that represents it.")
    act: Mapped[str] = word("act", words.ACTS, "What is done by saying it.", index=True)


class StatementClaim(Base):
    """Which statement a claim reports."""

    __tablename__ = "statement_claims"
    __table_args__ = (
        where_filled("ix_statement_claims_covered_by", "covered_by"),
        {"comment": "Which statement each claim reports."},
    )

    claim_id: Mapped[int] = ref("claims.id", "The claim.", key=True, ondelete="CASCADE")
    statement_id: Mapped[int] = ref("statements.id", "The statement.", ondelete="CASCADE")
    score: Mapped[float] = score()
    reasons: Mapped[str] = reasons("reasons")
    component_id: Mapped[int] = mapped_column(
        KEY_TYPE,
        index=True,
        nullable=False,
        comment="Smallest of the claims that agree with one another and with this one; its own for a part.",
    )
    covered_by: Mapped[int | None] = ref(
        "claims.id",
        "The claim of another article that says all that this one says, and more.",
        nullable=True,
        ondelete="SET NULL",
        index=False,
    )


class Relationship(Base):
    """The level of the relations between two actors, since a date."""

    __tablename__ = "relationships"
    __table_args__ = (
        CheckConstraint("actor_a_id <> actor_b_id", name="two_actors"),
        dated("since", "since_precision"),
        {"comment": "Levels of bilateral relations over time."},
    )

    id: Mapped[int] = key("that of the smallest relation_report")
    actor_a_id: Mapped[int] = ref("actors.id", "One of the two actors.")
    actor_b_id: Mapped[int] = ref("actors.id", "The other.")
    level: Mapped[str] = mapped_column(comment="Level as the texts name it (comprehensive strategic partnership).")
    previous_level: Mapped[str | None] = mapped_column(
        comment="Level before it, where a text says from what relations were raised or lowered."
    )
    since: Mapped[date | None] = mapped_column(comment="Since when; first day of the period that is known.")
    since_precision: Mapped[str] = word("since_precision", words.DATE_PRECISIONS, "How exactly that date is known.")


class RelationshipReport(Base):
    """Evidence of a relationship."""

    __tablename__ = "relationship_reports"
    __table_args__ = ({"comment": "Which reports say so of a relationship."},)

    relationship_id: Mapped[int] = ref("relationships.id", "The relationship.", key=True, ondelete="CASCADE")
    relation_report_id: Mapped[int] = ref("relation_reports.id", "The report.", key=True, ondelete="CASCADE", index=True)


class Membership(Base):
    """What an actor is to an organization, since a date."""

    __tablename__ = "memberships"
    __table_args__ = (
        dated("since", "since_precision"),
        {"comment": "What actors are to organizations: members, observers, dialogue partners."},
    )

    id: Mapped[int] = key("that of the smallest relation_report")
    actor_id: Mapped[int] = ref("actors.id", "The member.")
    organization_id: Mapped[int] = ref("organizations.actor_id", "The organization.")
    status: Mapped[str] = mapped_column(comment="Status as the texts name it (member, observer, dialogue partner).")
    since: Mapped[date | None] = mapped_column(comment="Since when; first day of the period that is known.")
    since_precision: Mapped[str] = word("since_precision", words.DATE_PRECISIONS, "How exactly that date is known.")


class MembershipReport(Base):
    """Evidence of a membership."""

    __tablename__ = "membership_reports"
    __table_args__ = ({"comment": "Which reports say so of a membership."},)

    membership_id: Mapped[int] = ref("memberships.id", "The membership.", key=True, ondelete="CASCADE")
    relation_report_id: Mapped[int] = ref("relation_reports.id", "The report.", key=True, ondelete="CASCADE", index=True)


class Agreement(Base):
    """A document that actors agreed on."""

    __tablename__ = "agreements"
    __table_args__ = ({"comment": "Documents signed and joint statements issued."},)

    id: Mapped[int] = key("that of the smallest relation_report")
    title: Mapped[str] = mapped_column(comment="Title of the document.")
    kind: Mapped[str | None] = mapped_column(index=True, comment="What sort of document it is (joint_statement, treaty, agreement, …).")
    signed_on: Mapped[date | None] = mapped_column(index=True, comment="Day on which it was signed or issued.")
    meeting_id: Mapped[int | None] = ref("meetings.id", "The meeting at which it was signed or issued.", nullable=True, ondelete="SET NULL")


class AgreementParty(Base):
    """A party of an agreement."""

    __tablename__ = "agreement_parties"
    __table_args__ = ({"comment": "Who signed or issued a document."},)

    agreement_id: Mapped[int] = ref("agreements.id", "The document.", key=True, ondelete="CASCADE")
    actor_id: Mapped[int] = ref("actors.id", "The state or organization.", key=True, index=True)


class AgreementReport(Base):
    """Evidence of an agreement."""

    __tablename__ = "agreement_reports"
    __table_args__ = ({"comment": "Which reports say so of an agreement."},)

    agreement_id: Mapped[int] = ref("agreements.id", "The document.", key=True, ondelete="CASCADE")
    relation_report_id: Mapped[int] = ref("relation_reports.id", "The report.", key=True, ondelete="CASCADE", index=True)

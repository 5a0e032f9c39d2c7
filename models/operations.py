"""What the nightly job did: runs, what happened to each document, and how far each source has been read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Integer, UniqueConstraint, text
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from models import vocabularies as words
from models.base import Base, key, position, ref, word


def count(column: str, comment: str) -> MappedColumn[int]:
    """Return a column that counts something, 0 until it is known."""
    return mapped_column(
        column, Integer, CheckConstraint(f"{column} >= 0", name=column), nullable=False, server_default=text("0"), comment=comment
    )


class Run(Base):
    """One run of a job."""

    __tablename__ = "runs"
    __table_args__ = (
        CheckConstraint("(finished_at IS NULL) = (status = 'running')", name="finished_at"),
        {"comment": "Runs of jobs: when, with what outcome, and how much came in."},
    )

    id: Mapped[int] = key("run, job, started_at, and what tells concurrent runs apart")
    job: Mapped[str] = mapped_column(comment="Name of the job (ingest, init, …).")
    started_at: Mapped[datetime] = mapped_column(index=True, comment="When it started (UTC).")
    finished_at: Mapped[datetime | None] = mapped_column(comment="When it finished (UTC); empty while it runs.")
    heartbeat_at: Mapped[datetime | None] = mapped_column(
        comment="When it last said that it was alive (UTC), so that a crashed run does not hold the lock."
    )
    status: Mapped[str] = word("status", words.RUN_STATUSES, "How it stands.", index=True)
    documents: Mapped[int] = count("documents", "Documents read.")
    articles: Mapped[int] = count("articles", "Articles loaded.")
    people: Mapped[int] = count("people", "People in the articles loaded.")
    claims: Mapped[int] = count("claims", "Claims loaded.")
    meetings: Mapped[int] = count("meetings", "Meetings reported by the articles loaded.")
    initiatives: Mapped[int] = count("initiatives", "Initiatives named in the articles loaded.")
    quarantined: Mapped[int] = count("quarantined", "Documents that could not be used and were kept aside.")
    seconds: Mapped[float | None] = mapped_column(CheckConstraint("seconds >= 0", name="seconds"), comment="Duration in seconds.")
    extractor_version: Mapped[str | None] = mapped_column(comment="Version of the extractor that the run used.")
    program_version: Mapped[str | None] = mapped_column(comment="Version of the program.")
    error: Mapped[str | None] = mapped_column(comment="Why the run failed.")


class RunStage(Base):
    """How long one stage of a run took."""

    __tablename__ = "run_stages"
    __table_args__ = ({"comment": "How long each stage of a run took, all documents together."},)

    run_id: Mapped[int] = ref("runs.id", "The run.", key=True, ondelete="CASCADE")
    stage: Mapped[str] = word("stage", words.RUN_STAGES, "The stage.", key=True)
    seconds: Mapped[float] = mapped_column(CheckConstraint("seconds >= 0", name="seconds"), comment="Duration in seconds.")


class RunItem(Base):
    """What happened to one document in one run."""

    __tablename__ = "run_items"
    __table_args__ = (
        CheckConstraint("status <> 'quarantined' OR error IS NOT NULL", name="quarantined_error"),
        {"comment": "What happened to each document of a run."},
    )

    run_id: Mapped[int] = ref("runs.id", "The run.", key=True, ondelete="CASCADE")
    ordinal: Mapped[int] = position("Place among the run's documents, from 0.", key=True)
    document_name: Mapped[str] = mapped_column(index=True, comment="Name of the document: file name, address, or id of a JSONL row.")
    origin: Mapped[str] = mapped_column(comment="Where it came from.")
    status: Mapped[str] = word("status", words.ITEM_STATUSES, "What happened to it.", index=True)
    stage: Mapped[str | None] = word("stage", words.STAGES, "Where it failed.", nullable=True)
    error: Mapped[str | None] = mapped_column(comment="Why it was quarantined, in words.")
    notes: Mapped[str | None] = mapped_column(comment="What the reader saw and did not use: unknown fields, replaced bytes.")
    source: Mapped[str | None] = mapped_column(
        comment="Name of the configured source that brought it; empty when it was named on the command line."
    )
    articles: Mapped[int] = count("articles", "Articles found in it.")
    seconds: Mapped[float | None] = mapped_column(
        CheckConstraint("seconds >= 0", name="seconds"), comment="How long splitting and extracting it took; empty when it was not."
    )


class QuarantinedDocument(Base):
    """A document that could not be used, kept aside until it is tried again or dropped."""

    __tablename__ = "quarantine"
    __table_args__ = (
        UniqueConstraint("origin", "document_name"),
        {"comment": "Documents that could not be used, with the last error and the bytes. A row goes when its document is loaded."},
    )

    id: Mapped[int] = key("quarantined document, origin, document_name")
    document_name: Mapped[str] = mapped_column(index=True, comment="Name of the document: file name, address, or id of a JSONL row.")
    origin: Mapped[str] = mapped_column(comment="Where it came from.")
    source: Mapped[str | None] = mapped_column(comment="Name of the configured source that brought it.")
    state: Mapped[str] = word("state", words.QUARANTINE_STATES, "Whether it waits to be tried again or a person dropped it.", index=True)
    stage: Mapped[str] = word("stage", words.STAGES, "Where it failed.")
    error: Mapped[str] = mapped_column(comment="Why, in words.")
    media_type: Mapped[str | None] = mapped_column(comment="What the bytes are, where it is known.")
    content: Mapped[bytes | None] = mapped_column(comment="Its bytes; empty when they are too many, were gone or were dropped.")
    content_hash: Mapped[str | None] = mapped_column(index=True, comment="Hash of its bytes, so that the same ones are known again.")
    extractor_version: Mapped[str | None] = mapped_column(comment="Version of the extractor that it failed with.")
    tries: Mapped[int] = count("tries", "How often it failed.")
    first_at: Mapped[datetime] = mapped_column(comment="When it failed first (UTC).")
    last_at: Mapped[datetime] = mapped_column(comment="When it failed last (UTC).")
    run_id: Mapped[int | None] = ref("runs.id", "The run in which it failed last.", nullable=True, ondelete="SET NULL")


class SourceState(Base):
    """How far a source has been read."""

    __tablename__ = "source_states"
    __table_args__ = (
        UniqueConstraint("source"),
        {"comment": "How far each source has been read. Written in the same transaction as the rows it vouches for."},
    )

    id: Mapped[int] = key("source_state, source")
    source: Mapped[str] = mapped_column(comment="Name of the configured source.")
    watermark: Mapped[str | None] = mapped_column(comment="The newest item read, in the source's own terms.")
    etag: Mapped[str | None] = mapped_column(comment="ETag of the last answer.")
    last_modified: Mapped[str | None] = mapped_column(comment="Last-Modified of the last answer, as the server wrote it.")
    checked_at: Mapped[datetime | None] = mapped_column(comment="When the source was last asked (UTC).")
    succeeded_at: Mapped[datetime | None] = mapped_column(comment="When it was last read to its end (UTC).")
    error: Mapped[str | None] = mapped_column(comment="Why it could not be read when it was last asked; empty when it could.")
    run_id: Mapped[int | None] = ref("runs.id", "The run that read it last.", nullable=True, ondelete="SET NULL")


class PageState(Base):
    """What a server said of a page when it was last fetched, to ask it for what changed since."""

    __tablename__ = "page_states"
    __table_args__ = (
        UniqueConstraint("url"),
        {"comment": "What servers said of pages when they were last fetched. Written in the same transaction as the documents."},
    )

    id: Mapped[int] = key("page_state, url")
    url: Mapped[str] = mapped_column(comment="Address of the page, as it was asked for.")
    source: Mapped[str] = mapped_column(index=True, comment="Name of the configured source that it belongs to.")
    etag: Mapped[str | None] = mapped_column(comment="ETag of the last answer.")
    last_modified: Mapped[str | None] = mapped_column(comment="Last-Modified of the last answer, as the server wrote it.")
    checked_at: Mapped[datetime] = mapped_column(comment="When it was last fetched (UTC).")

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
    error: Mapped[str | None] = mapped_column(comment="Why the run failed.")


class RunItem(Base):
    """What happened to one document in one run."""

    __tablename__ = "run_items"
    __table_args__ = (
        CheckConstraint("status <> 'quarantined' OR error IS NOT NULL", name="quarantined_error"),
        {"comment": "What happened to each document of a run; a quarantined one is kept with its error and its bytes."},
    )

    run_id: Mapped[int] = ref("runs.id", "The run.", key=True, ondelete="CASCADE")
    ordinal: Mapped[int] = position("Place among the run's documents, from 0.", key=True)
    document_name: Mapped[str] = mapped_column(index=True, comment="Name of the document: file name, address, or id of a JSONL row.")
    origin: Mapped[str] = mapped_column(comment="Where it came from.")
    status: Mapped[str] = word("status", words.ITEM_STATUSES, "What happened to it.", index=True)
    stage: Mapped[str | None] = word("stage", words.STAGES, "Where it failed.", nullable=True)
    error: Mapped[str | None] = mapped_column(comment="Why it was quarantined, in words.")
    notes: Mapped[str | None] = mapped_column(comment="What the reader saw and did not use: unknown fields, replaced bytes.")
    content: Mapped[bytes | None] = mapped_column(comment="The bytes of a quarantined document, so that it can be tried again.")
    articles: Mapped[int] = count("articles", "Articles found in it.")


class SourceState(Base):
    """How far a source has been read."""

    __tablename__ = "source_states"
    __table_args__ = (
        UniqueConstraint("source"),
        {"comment": "How far each source has been read. Written in the same transaction as the rows it vouches for."},
    )

    id: Mapped[int] = key("source_state, source")
    source: Mapped[str] = mapped_column(comment="The source: path or address of a folder, feed, sitemap or archive.")
    watermark: Mapped[str | None] = mapped_column(comment="The newest item read, in the source's own terms.")
    etag: Mapped[str | None] = mapped_column(comment="ETag of the last answer.")
    last_modified: Mapped[str | None] = mapped_column(comment="Last-Modified of the last answer, as the server wrote it.")
    checked_at: Mapped[datetime | None] = mapped_column(comment="When the source was last asked (UTC).")
    run_id: Mapped[int | None] = ref("runs.id", "The run that read it last.", nullable=True, ondelete="SET NULL")

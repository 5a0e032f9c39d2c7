"""What the nightly job keeps: a quarantine, durations of stages, and what servers said of pages.

The bytes of documents that could not be used move from `run_items`, where every run kept another copy, to `quarantine`, once each.

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

from hashlib import blake2b

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)
ITEMS_BEFORE = "What happened to each document of a run; a quarantined one is kept with its error and its bytes."
ITEMS_NOW = "What happened to each document of a run."
STATUSES_BEFORE = ("loaded", "unchanged", "duplicate", "quarantined")
STATUSES_NOW = (*STATUSES_BEFORE, "dropped")
SOURCE_BEFORE = "The source: path or address of a folder, feed, sitemap or archive."
SOURCE_NOW = "Name of the configured source."


def upgrade() -> None:
    op.create_table(
        "page_states",
        sa.Column("id", KEY, autoincrement=False, nullable=False, comment="Stable 63-bit key, made by the client: page_state, url."),
        sa.Column("url", TEXT, nullable=False, comment="Address of the page, as it was asked for."),
        sa.Column("source", TEXT, nullable=False, comment="Name of the configured source that it belongs to."),
        sa.Column("etag", TEXT, nullable=True, comment="ETag of the last answer."),
        sa.Column("last_modified", TEXT, nullable=True, comment="Last-Modified of the last answer, as the server wrote it."),
        sa.Column("checked_at", INSTANT, nullable=False, comment="When it was last fetched (UTC)."),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_states")),
        sa.UniqueConstraint("url", name=op.f("uq_page_states_url")),
        comment="What servers said of pages when they were last fetched. Written in the same transaction as the documents.",
    )
    op.create_index(op.f("ix_page_states_source"), "page_states", ["source"])
    op.create_table(
        "quarantine",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: quarantined document, origin, document_name.",
        ),
        sa.Column("document_name", TEXT, nullable=False, comment="Name of the document: file name, address, or id of a JSONL row."),
        sa.Column("origin", TEXT, nullable=False, comment="Where it came from."),
        sa.Column("source", TEXT, nullable=True, comment="Name of the configured source that brought it."),
        sa.Column(
            "state", TEXT, nullable=False, comment="Whether it waits to be tried again or a person dropped it. One of: waiting, dropped."
        ),
        sa.Column("stage", TEXT, nullable=False, comment="Where it failed. One of: fetch, read, split, extract, resolve, load."),
        sa.Column("error", TEXT, nullable=False, comment="Why, in words."),
        sa.Column("media_type", TEXT, nullable=True, comment="What the bytes are, where it is known."),
        sa.Column(
            "content", sa.LargeBinary(), nullable=True, comment="Its bytes; empty when they are too many, were gone or were dropped."
        ),
        sa.Column("content_hash", TEXT, nullable=True, comment="Hash of its bytes, so that the same ones are known again."),
        sa.Column("extractor_version", TEXT, nullable=True, comment="Version of the extractor that it failed with."),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="How often it failed."),
        sa.Column("first_at", INSTANT, nullable=False, comment="When it failed first (UTC)."),
        sa.Column("last_at", INSTANT, nullable=False, comment="When it failed last (UTC)."),
        sa.Column("run_id", KEY, nullable=True, comment="The run in which it failed last."),
        sa.CheckConstraint("stage IN ('fetch', 'read', 'split', 'extract', 'resolve', 'load')", name=op.f("ck_quarantine_stage")),
        sa.CheckConstraint("state IN ('waiting', 'dropped')", name=op.f("ck_quarantine_state")),
        sa.CheckConstraint("tries >= 0", name=op.f("ck_quarantine_tries")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_quarantine_run_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
        sa.UniqueConstraint("origin", "document_name", name=op.f("uq_quarantine_origin_document_name")),
        comment="Documents that could not be used, with the last error and the bytes. A row goes when its document is loaded.",
    )
    for column in ("content_hash", "document_name", "run_id", "state"):
        op.create_index(op.f(f"ix_quarantine_{column}"), "quarantine", [column])
    op.create_table(
        "run_stages",
        sa.Column("run_id", KEY, nullable=False, comment="The run."),
        sa.Column("stage", TEXT, nullable=False, comment="The stage. One of: fetch, read, extract, load, resolve, refresh, report."),
        sa.Column("seconds", sa.Float(), nullable=False, comment="Duration in seconds."),
        sa.CheckConstraint(
            "stage IN ('fetch', 'read', 'extract', 'load', 'resolve', 'refresh', 'report')", name=op.f("ck_run_stages_stage")
        ),
        sa.CheckConstraint("seconds >= 0", name=op.f("ck_run_stages_seconds")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_run_stages_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "stage", name=op.f("pk_run_stages")),
        comment="How long each stage of a run took, all documents together.",
    )
    _move_contents()
    with op.batch_alter_table("run_items") as batch:
        batch.add_column(
            sa.Column(
                "source",
                TEXT,
                nullable=True,
                comment="Name of the configured source that brought it; empty when it was named on the command line.",
            )
        )
        batch.add_column(
            sa.Column("seconds", sa.Float(), nullable=True, comment="How long splitting and extracting it took; empty when it was not.")
        )
        batch.create_check_constraint(op.f("ck_run_items_seconds"), "seconds >= 0")
        batch.drop_constraint(op.f("ck_run_items_status"), type_="check")
        batch.create_check_constraint(op.f("ck_run_items_status"), f"status IN {STATUSES_NOW}")
        batch.drop_column("content")
    _comment(ITEMS_NOW, ITEMS_BEFORE, SOURCE_NOW, STATUSES_NOW)
    op.add_column("documents", sa.Column("publisher", TEXT, nullable=True, comment="Publisher, as the document or its source names it."))
    op.add_column(
        "documents", sa.Column("published_on", sa.Date(), nullable=True, comment="Day of publication, as the document or its source says.")
    )
    op.add_column("documents", sa.Column("language", TEXT, nullable=True, comment="Language, as the document or its source says."))
    op.add_column("runs", sa.Column("program_version", TEXT, nullable=True, comment="Version of the program."))
    op.add_column("source_states", sa.Column("succeeded_at", INSTANT, nullable=True, comment="When it was last read to its end (UTC)."))
    op.add_column(
        "source_states",
        sa.Column("error", TEXT, nullable=True, comment="Why it could not be read when it was last asked; empty when it could."),
    )


def downgrade() -> None:
    op.execute("DELETE FROM run_items WHERE status = 'dropped'")
    _comment(ITEMS_BEFORE, ITEMS_NOW, SOURCE_BEFORE, STATUSES_BEFORE)
    op.drop_column("source_states", "error")
    op.drop_column("source_states", "succeeded_at")
    op.drop_column("runs", "program_version")
    for column in ("language", "published_on", "publisher"):
        op.drop_column("documents", column)
    with op.batch_alter_table("run_items") as batch:
        batch.add_column(
            sa.Column(
                "content", sa.LargeBinary(), nullable=True, comment="The bytes of a quarantined document, so that it can be tried again."
            )
        )
        batch.drop_constraint(op.f("ck_run_items_status"), type_="check")
        batch.create_check_constraint(op.f("ck_run_items_status"), f"status IN {STATUSES_BEFORE}")
        batch.drop_constraint(op.f("ck_run_items_seconds"), type_="check")
        batch.drop_column("seconds")
        batch.drop_column("source")
    op.execute(
        "UPDATE run_items SET content = (SELECT q.content FROM quarantine AS q WHERE q.run_id = run_items.run_id "
        "AND q.origin = run_items.origin AND q.document_name = run_items.document_name) WHERE status = 'quarantined'"
    )
    op.drop_table("run_stages")
    op.drop_table("quarantine")
    op.drop_table("page_states")


def _comment(items: str, before: str, source: str, statuses: tuple[str, ...]) -> None:
    if op.get_context().dialect.supports_comments:
        op.create_table_comment("run_items", items, existing_comment=before)
        op.alter_column("source_states", "source", comment=source, existing_type=TEXT, existing_nullable=False)
        words = f"What happened to it. One of: {', '.join(statuses)}."
        op.alter_column("run_items", "status", comment=words, existing_type=TEXT, existing_nullable=False)


def _move_contents() -> None:
    """Keep of each document that failed the last failure, unless it was loaded since."""
    bind = op.get_bind()
    items = bind.execute(
        sa.text(
            "SELECT i.document_name, i.origin, i.status, i.stage, i.error, i.content, i.run_id, r.extractor_version, r.started_at "
            "FROM run_items AS i JOIN runs AS r ON r.id = i.run_id ORDER BY r.started_at, i.run_id, i.ordinal"
        ).columns(started_at=INSTANT)
    )
    kept: dict[tuple[str, str], dict[str, object]] = {}
    for name, origin, status, stage, error, content, run, version, started in items:
        before = kept.pop((origin, name), None)
        if status != "quarantined":
            continue
        kept[origin, name] = {
            "id": _key(origin, name), "document_name": name, "origin": origin, "state": "waiting", "stage": stage or "read", "error": error,
            "content": content, "content_hash": None if content is None else blake2b(content, digest_size=20).hexdigest(),
            "extractor_version": version, "tries": int(str(before["tries"])) + 1 if before else 1,
            "first_at": before["first_at"] if before else started, "last_at": started, "run_id": run,
        }  # fmt: skip
    columns = (
        "id", "document_name", "origin", "state", "stage", "error", "content", "content_hash", "extractor_version", "tries", "first_at",
        "last_at", "run_id",
    )  # fmt: skip
    instants = {"first_at", "last_at"}
    table = sa.table("quarantine", *(sa.column(name, INSTANT if name in instants else None) for name in columns))
    for row in kept.values():
        bind.execute(table.insert().values(row))


def _key(origin: str, name: str) -> int:
    """The program's key of the row, as it made it when this was written."""
    natural = "\x1f".join(["quarantined_document", origin, name])
    return int.from_bytes(blake2b(natural.encode("utf-8"), digest_size=8).digest(), "big") & ((1 << 63) - 1)

"""Indexes that answer for a period's articles and claims alone, and views of what questions would put together for every row.

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.frozen import frozen_view

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

NEW_VIEWS = ("v_office_titles", "v_claim_sources")
CHANGED_VIEWS = {"v_office_reports": "0010"}
"""Views that are read another way, and the revision that made them before."""

HOLDING: tuple[tuple[str, str, list[str], list[str], list[str]], ...] = (
    ("articles", "ix_articles_published_on", ["published_on"], [], ["id", "document_id", "publisher_id", "duplicate_of"]),
    ("claims", "ix_claims_article_id_act_polarity", ["article_id", "act", "polarity"], ["id"], ["id", "meeting_report_id", "is_direct"]),
    ("claims", "ix_claims_source_name", ["source_name"], [], ["id"]),
)
"""Table, index and its columns, and what it held besides in Postgres before and holds now. SQLite's indexes hold the key anyway."""
SOMETIMES = {"ix_claims_source_name": sa.text("source_name IS NOT NULL")}
"""Indexes of some rows, and of which."""


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    if dialect == "postgresql":
        for table, index, columns, _before, now in HOLDING:
            _replace(table, index, columns, now)
    op.create_index("ix_office_reports_title", "office_reports", ["title"])
    for view in CHANGED_VIEWS:
        op.execute(f"DROP VIEW {view}")
    for view in (*CHANGED_VIEWS, *NEW_VIEWS):
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in (*NEW_VIEWS, *CHANGED_VIEWS):
        op.execute(f"DROP VIEW {view}")
    for view, earlier in CHANGED_VIEWS.items():
        op.execute(frozen_view(earlier, view, dialect))
    op.drop_index("ix_office_reports_title", "office_reports")
    if dialect == "postgresql":
        for table, index, columns, before, _now in HOLDING:
            _replace(table, index, columns, before)


def _replace(table: str, index: str, columns: list[str], held: list[str]) -> None:
    op.drop_index(index, table)
    op.create_index(index, table, columns, postgresql_include=held, postgresql_where=SOMETIMES.get(index))

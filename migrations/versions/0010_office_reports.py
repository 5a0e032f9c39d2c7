"""Offices as each article names them: a view.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

from alembic import op

from migrations.frozen import frozen_view

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

VIEWS = ("v_office_reports",)


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in VIEWS:
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW {view}")

"""A star for BI tools: a dimension of dates and one of actors, meetings and positions as facts.

Revision ID: 0017
Revises: 0016
"""

from __future__ import annotations

from alembic import op

from migrations.frozen import frozen_view

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

VIEWS = ("dim_date", "dim_actor", "fact_meetings", "fact_positions")


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in VIEWS:
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW {view}")

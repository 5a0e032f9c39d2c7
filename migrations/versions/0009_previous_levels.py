"""Relationships know the level before them. What is there says none until its articles are read again.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.frozen import frozen_view

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
VIEW = "v_relationships"
BEFORE = "0007"
"""The revision whose view was there."""
COMMENT = "Level before it, where a text says from what relations were raised or lowered."


def upgrade() -> None:
    op.execute(f"DROP VIEW {VIEW}")
    op.add_column("relationships", sa.Column("previous_level", TEXT, nullable=True, comment=COMMENT))
    op.execute(frozen_view(revision, VIEW, op.get_context().dialect.name))


def downgrade() -> None:
    op.execute(f"DROP VIEW {VIEW}")
    op.drop_column("relationships", "previous_level")
    op.execute(frozen_view(BEFORE, VIEW, op.get_context().dialect.name))

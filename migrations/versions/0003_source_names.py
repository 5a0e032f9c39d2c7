"""Claims keep what the text calls a source of whom nobody is known, and `v_claims` gives it.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.frozen import frozen_view

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_COMMENT = "Who claims it in the article's words, where neither a person nor an actor is known."


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    op.add_column("claims", sa.Column("source_name", TEXT, nullable=True, comment=_COMMENT))
    op.execute("DROP VIEW v_claims")
    op.execute(frozen_view("0003", "v_claims", dialect))


def downgrade() -> None:
    dialect = op.get_context().dialect.name
    op.execute("DROP VIEW v_claims")
    op.drop_column("claims", "source_name")
    op.execute(frozen_view("0002", "v_claims", dialect))

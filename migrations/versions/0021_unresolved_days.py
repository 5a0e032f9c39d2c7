"""Articles that wait to be resolved are taken in the order of their days.

Revision ID: 0021
Revises: 0020
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

INDEX, TABLE = "ix_unresolved_kind", "unresolved"
BEFORE = "Ordinal of the day of the article that was taken away; 0 for none."
NOW = "Ordinal of the day of the article that waits or was taken away; 0 for none."


def _comment(before: str, now: str) -> None:
    """SQLite keeps no comments."""
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column(TABLE, "day", existing_type=sa.Integer(), comment=now, existing_comment=before)


def upgrade() -> None:
    _comment(BEFORE, NOW)
    op.drop_index(INDEX, TABLE)
    op.create_index(INDEX, TABLE, ["kind", "day", "key"])


def downgrade() -> None:
    _comment(NOW, BEFORE)
    op.drop_index(INDEX, TABLE)
    op.create_index(INDEX, TABLE, ["kind"])

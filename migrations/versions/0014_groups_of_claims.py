"""Claims are linked to groups that agree with one another, not to all that hangs together; reports stand in blocks with their days.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COMMENTS = (
    (
        "statement_claims",
        "component_id",
        sa.BigInteger(),
        "Smallest of the claims that were weighed together with this one.",
        "Smallest of the claims that agree with one another and with this one; its own for a part.",
    ),
    (
        "observation_blocks",
        "terms",
        sa.LargeBinary(),
        "Hashes of a claim's content words, by which claims that share none are passed over.",
        "A claim's content words, or the days that a report allows, in short: by these, what cannot agree is passed over.",
    ),
)


def _comment(*, new: bool) -> None:
    """SQLite keeps no comments."""
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, column, of_type, old, now in COMMENTS:
        op.alter_column(table, column, existing_type=of_type, comment=now if new else old, existing_comment=old if new else now)


def upgrade() -> None:
    _comment(new=True)
    _resolve_anew()


def downgrade() -> None:
    _comment(new=False)
    _resolve_anew()


def _resolve_anew() -> None:
    op.execute(
        "INSERT INTO unresolved (id, kind, key, day) SELECT id, 'article', id, 0 FROM articles WHERE id NOT IN (SELECT id FROM unresolved)"
    )

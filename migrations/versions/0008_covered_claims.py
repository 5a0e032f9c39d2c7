"""Which claim holds all that another one says; first publisher and last day of statements. All articles are to be resolved once more.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.frozen import frozen_view

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WIDENED = {"v_claims": "0007", "v_statements": "0007"}
"""Views that give more columns than they did, and the revision that made them before."""
LINKS, COLUMN = "statement_claims", "covered_by"
COMMENT = "The claim of another article that says all that this one says, and more."


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in WIDENED:
        op.execute(f"DROP VIEW {view}")
    with op.batch_alter_table(LINKS) as batch:
        batch.add_column(sa.Column(COLUMN, KEY, nullable=True, comment=COMMENT))
        batch.create_foreign_key(op.f(f"fk_{LINKS}_{COLUMN}"), "claims", [COLUMN], ["id"], ondelete="SET NULL")
    op.create_index(op.f(f"ix_{LINKS}_{COLUMN}"), LINKS, [COLUMN])
    op.execute(
        "INSERT INTO unresolved (id, kind, key, day) SELECT id, 'article', id, 0 FROM articles WHERE id NOT IN (SELECT id FROM unresolved)"
    )
    for view in WIDENED:
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in WIDENED:
        op.execute(f"DROP VIEW {view}")
    op.drop_index(op.f(f"ix_{LINKS}_{COLUMN}"), LINKS)
    with op.batch_alter_table(LINKS) as batch:
        batch.drop_constraint(op.f(f"fk_{LINKS}_{COLUMN}"), type_="foreignkey")
        batch.drop_column(COLUMN)
    for view, before in WIDENED.items():
        op.execute(frozen_view(before, view, dialect))

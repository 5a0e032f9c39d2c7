"""Meetings know the visit that they were part of, and `v_meetings` gives it.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.frozen import frozen_view

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
VIEWS = ("v_meetings",)


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in VIEWS:
        op.execute(f"DROP VIEW {view}")
    with op.batch_alter_table("meetings") as batch:
        batch.add_column(sa.Column("part_of_id", KEY, nullable=True, comment="The visit during which it was held."))
        batch.create_foreign_key(op.f("fk_meetings_part_of_id"), "meetings", ["part_of_id"], ["id"], ondelete="SET NULL")
        batch.create_index(op.f("ix_meetings_part_of_id"), ["part_of_id"])
    for view in VIEWS:
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in VIEWS:
        op.execute(f"DROP VIEW {view}")
    with op.batch_alter_table("meetings") as batch:
        batch.drop_index(op.f("ix_meetings_part_of_id"))
        batch.drop_constraint(op.f("fk_meetings_part_of_id"), type_="foreignkey")
        batch.drop_column("part_of_id")
    for view in VIEWS:
        op.execute(frozen_view("0007", view, dialect))

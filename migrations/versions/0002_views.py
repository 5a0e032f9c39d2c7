"""The contract views.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from alembic import op

from migrations.frozen import frozen_view

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

VIEWS = (
    "v_articles",
    "v_people",
    "v_offices",
    "v_meetings",
    "v_meeting_participants",
    "v_meeting_reports",
    "v_dyads",
    "v_claims",
    "v_claim_links",
    "v_mentions",
    "v_statements",
    "v_initiatives",
    "v_initiative_positions",
    "v_relationships",
    "v_memberships",
    "v_agreements",
    "v_runs",
)
"""The views made here, in the order in which they are created."""


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in VIEWS:
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW {view}")

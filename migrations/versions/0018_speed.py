"""Indexes and views for the documented questions over large stores: rows are looked up instead of put together for all articles.

Revision ID: 0018
Revises: 0017
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.frozen import frozen_view

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

NEW_VIEWS = ("v_claim_people", "v_claim_actors", "v_claim_initiatives")
CHANGED_VIEWS = {
    "v_articles": "0007",
    "v_claims": "0008",
    "v_claim_links": "0002",
    "v_claim_topics": "0004",
    "v_initiatives": "0007",
    "v_meeting_participants": "0002",
    "v_mentions": "0005",
    "v_people": "0007",
    "v_statements": "0008",
}
"""Views that are read another way, and the revision that made them before."""

REPLACED = (
    ("claim_people", ("person_reference_id",), ("person_reference_id", "relation", "claim_id")),
    ("claim_actors", ("actor_id",), ("actor_id", "relation", "claim_id")),
    ("claim_initiatives", ("initiative_id",), ("initiative_id", "claim_id")),
    ("claim_topics", ("topic_id",), ("topic_id", "claim_id")),
    ("meeting_participants", ("actor_id",), ("actor_id", "meeting_id")),
)
"""Table, columns of its index before and now: from which of the two tables ever a question comes, the index alone answers."""
FILLED = (
    ("mentions", "initiative_id", ("initiative_id", "article_id")),
    ("mentions", "place_id", ("place_id",)),
    ("statement_claims", "covered_by", ("covered_by",)),
)
"""Table, foreign key that most rows leave empty, columns of an index of those that do not."""
ANNIVERSARIES = "LOWER(text) LIKE '% anniversary of %'"


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in CHANGED_VIEWS:
        op.execute(f"DROP VIEW {view}")
    for table, before, now in REPLACED:
        op.drop_index(_name(table, before), table)
        op.create_index(_name(table, now), table, list(now))
    for table, column, columns in FILLED:
        filled = sa.text(f"{column} IS NOT NULL")
        op.drop_index(_name(table, (column,)), table)
        op.create_index(_name(table, columns), table, list(columns), sqlite_where=filled, postgresql_where=filled)
    op.create_index("ix_claims_article_id_act_polarity", "claims", ["article_id", "act", "polarity"], postgresql_include=["id"])
    named = sa.text("source_name IS NOT NULL")
    op.create_index("ix_claims_source_name", "claims", ["source_name"], sqlite_where=named, postgresql_where=named)
    words = sa.text(ANNIVERSARIES)
    op.create_index("ix_claims_anniversaries", "claims", ["article_id"], sqlite_where=words, postgresql_where=words)
    if dialect == "postgresql":
        op.drop_index("ix_person_identities_person_id", "person_identities")
        op.create_index("ix_person_identities_person_id", "person_identities", ["person_id"], postgresql_include=["person_reference_id"])
        # Between claim and relation, the actor would make the planner think that it must look in every actor's part of the index.
        _order_claim_actors("claim_id, relation, actor_id")
    for view in (*CHANGED_VIEWS, *NEW_VIEWS):
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in (*CHANGED_VIEWS, *NEW_VIEWS):
        op.execute(f"DROP VIEW {view}")
    if dialect == "postgresql":
        _order_claim_actors("claim_id, actor_id, relation")
        op.drop_index("ix_person_identities_person_id", "person_identities")
        op.create_index("ix_person_identities_person_id", "person_identities", ["person_id"])
    op.drop_index("ix_claims_anniversaries", "claims")
    op.drop_index("ix_claims_source_name", "claims")
    op.drop_index("ix_claims_article_id_act_polarity", "claims")
    for table, column, columns in FILLED:
        op.drop_index(_name(table, columns), table)
        op.create_index(_name(table, (column,)), table, [column])
    for table, before, now in REPLACED:
        op.drop_index(_name(table, now), table)
        op.create_index(_name(table, before), table, list(before))
    for view, earlier in CHANGED_VIEWS.items():
        op.execute(frozen_view(earlier, view, dialect))


def _order_claim_actors(columns: str) -> None:
    op.execute(f"ALTER TABLE claim_actors DROP CONSTRAINT pk_claim_actors, ADD CONSTRAINT pk_claim_actors PRIMARY KEY ({columns})")


def _name(table: str, columns: tuple[str, ...]) -> str:
    return f"ix_{table}_{'_'.join(columns)}"

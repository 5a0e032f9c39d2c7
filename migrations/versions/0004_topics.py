"""Topics: the closed list, which claims are about which, and the two views that show it.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.frozen import frozen_view

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
VIEWS = ("v_claim_topics", "v_topics")


def upgrade() -> None:
    op.create_table(
        "topics",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: topic, name.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="Name of the topic, as the views show it.",
        ),
        sa.Column(
            "definition",
            TEXT,
            nullable=False,
            comment="What belongs to the topic, in a sentence.",
        ),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topics")),
        sa.UniqueConstraint("name", name=op.f("uq_topics_name")),
        comment="The subjects that claims are told apart by: a closed list, reviewed.",
    )
    op.create_table(
        "claim_topics",
        sa.Column("claim_id", KEY, nullable=False, comment="The claim."),
        sa.Column("topic_id", KEY, nullable=False, comment="The topic."),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the term that shows the topic, in the article's text, in Unicode code points from 0.",
        ),
        sa.Column(
            "char_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the term that shows the topic, in the article's text, in Unicode code points.",
        ),
        sa.Column(
            "rule",
            TEXT,
            nullable=False,
            comment="Name of the extraction rule that made this row.",
        ),
        sa.Column(
            "confidence", sa.Float(), nullable=False, comment="How far the extractor trusts this row, from 0 (a guess) to 1 (certain)."
        ),
        sa.CheckConstraint("char_end > char_start", name=op.f("ck_claim_topics_char_end")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_claim_topics_char_start")),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_claim_topics_confidence")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_topics_claim_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["topic_id"], ["topics.id"], name=op.f("fk_claim_topics_topic_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim_id", "topic_id", name=op.f("pk_claim_topics")),
        comment="Which topics a claim is about, each with the term of its content that shows it best.",
    )
    op.create_index(op.f("ix_claim_topics_topic_id"), "claim_topics", ["topic_id"])
    dialect = op.get_context().dialect.name
    for view in VIEWS:
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW {view}")
    op.drop_table("claim_topics")
    op.drop_table("topics")

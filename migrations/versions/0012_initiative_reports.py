"""What each article says of initiatives that the reference data does not have, so that it goes when the article goes.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "initiative_reports",
        sa.Column("article_id", KEY, nullable=False, comment="The article that names it."),
        sa.Column("initiative_id", KEY, nullable=False, comment="The initiative."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of initiative the article takes it for. One of: global_initiative, infrastructure, national_strategy, mechanism, principle, consensus, partnership, forum_event, other.",  # noqa: E501
        ),
        sa.CheckConstraint(
            "kind IN ('global_initiative', 'infrastructure', 'national_strategy', 'mechanism', 'principle', 'consensus', 'partnership', 'forum_event', 'other')",  # noqa: E501
            name=op.f("ck_initiative_reports_kind"),
        ),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiatives.id"], name=op.f("fk_initiative_reports_initiative_id")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_initiative_reports_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "initiative_id", name=op.f("pk_initiative_reports")),
        comment="What articles say of initiatives that the reference data does not have.",
    )
    op.create_index(op.f("ix_initiative_reports_initiative_id"), "initiative_reports", ["initiative_id"])
    op.create_table(
        "initiative_report_proposers",
        sa.Column("article_id", KEY, nullable=False, comment="The article that names it."),
        sa.Column("initiative_id", KEY, nullable=False, comment="The initiative."),
        sa.Column("actor_id", KEY, nullable=False, comment="The state or organization."),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_initiative_report_proposers_actor_id")),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiatives.id"], name=op.f("fk_initiative_report_proposers_initiative_id")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_initiative_report_proposers_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "initiative_id", "actor_id", name=op.f("pk_initiative_report_proposers")),
        comment="Whom articles name as proposers of initiatives that the reference data does not have.",
    )
    op.create_index(op.f("ix_initiative_report_proposers_initiative_id"), "initiative_report_proposers", ["initiative_id"])
    op.create_index(op.f("ix_initiative_report_proposers_actor_id"), "initiative_report_proposers", ["actor_id"])
    # What was known until now, every article that speaks of it is taken to have said.
    op.execute(
        "INSERT INTO initiative_reports (article_id, initiative_id, kind) SELECT DISTINCT m.article_id, i.id, i.kind "
        "FROM mentions AS m JOIN initiatives AS i ON i.id = m.initiative_id WHERE i.provisional AND i.kind <> 'other'"
    )
    op.execute(
        "INSERT INTO initiative_report_proposers (article_id, initiative_id, actor_id) SELECT DISTINCT m.article_id, i.id, p.actor_id "
        "FROM mentions AS m JOIN initiatives AS i ON i.id = m.initiative_id JOIN initiative_proposers AS p ON p.initiative_id = i.id "
        "WHERE i.provisional"
    )


def downgrade() -> None:
    op.drop_table("initiative_report_proposers")
    op.drop_table("initiative_reports")

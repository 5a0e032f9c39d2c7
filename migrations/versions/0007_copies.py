"""Which articles repeat others: signatures, blocks, likenesses, shared passages; counts in the views with and without copies.

All articles are to be compared once, which fills the tables.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.frozen import frozen_view

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TABLES = ("uncompared_articles", "article_signatures", "article_blocks", "article_likenesses", "shared_passages")
WIDENED = {
    "v_articles": "0002",
    "v_people": "0002",
    "v_offices": "0002",
    "v_meetings": "0002",
    "v_claims": "0003",
    "v_topics": "0004",
    "v_statements": "0002",
    "v_initiatives": "0002",
    "v_initiative_positions": "0002",
    "v_relationships": "0002",
    "v_memberships": "0002",
    "v_agreements": "0002",
}
"""Views that give more columns than they did, and the revision that made them before."""
NO_DAY = 0
"""The days of articles that were there before only say which to compare first."""


def upgrade() -> None:
    op.create_table(
        "uncompared_articles",
        sa.Column("article_id", KEY, nullable=False, comment="The article."),
        sa.Column("day", sa.Integer(), nullable=False, comment="Ordinal of the day of publication; 0 for none."),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_uncompared_articles_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_uncompared_articles")),
        comment="Articles still to be compared with the others. Empty when it is known of every article what it repeats.",
    )
    op.create_index(op.f("ix_uncompared_articles_day"), "uncompared_articles", ["day"])
    op.create_table(
        "article_signatures",
        sa.Column("article_id", KEY, nullable=False, comment="The article."),
        sa.Column("text_hash", TEXT, nullable=False, comment="Hash of the text that was signed, in hexadecimal."),
        sa.Column("day", sa.Integer(), nullable=False, comment="Ordinal of the day of publication; 0 for none."),
        sa.Column("word_count", sa.Integer(), nullable=False, comment="Words of the text."),
        sa.Column(
            "minhash",
            sa.LargeBinary(),
            nullable=False,
            comment="MinHash of its sequences of words, as 32-bit numbers; empty for a very short text.",
        ),
        sa.Column(
            "fingerprints", sa.LargeBinary(), nullable=False, comment="Hashes of runs of words chosen by winnowing, as 64-bit numbers."
        ),
        sa.CheckConstraint("word_count >= 0", name=op.f("ck_article_signatures_word_count")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_article_signatures_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article_signatures")),
        comment="Signatures of the articles that have been compared.",
    )
    op.create_table(
        "article_blocks",
        sa.Column("block", KEY, autoincrement=False, nullable=False, comment="Hash of a band of the MinHash, or a fingerprint."),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False, comment="Ordinal of the day of publication; 0 for none."),
        sa.Column("article_id", KEY, autoincrement=False, nullable=False, comment="Key of the article."),
        sa.PrimaryKeyConstraint("block", "day", "article_id", name=op.f("pk_article_blocks")),
        comment="Blocks of articles: only those that share one are ever compared. Made from the signatures.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "article_likenesses",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: likeness, article_id, other_id.",
        ),
        sa.Column("article_id", KEY, nullable=False, comment="The article with the smaller key."),
        sa.Column("other_id", KEY, nullable=False, comment="The other one."),
        sa.Column(
            "share",
            sa.Float(),
            nullable=False,
            comment="Which share of the article's sequences of words stands in the other one, from 0 to 1.",
        ),
        sa.Column("other_share", sa.Float(), nullable=False, comment="Which share of the other one's stands in the article, from 0 to 1."),
        sa.CheckConstraint("article_id < other_id", name=op.f("ck_article_likenesses_order")),
        sa.CheckConstraint("share >= 0 AND share <= 1", name=op.f("ck_article_likenesses_share")),
        sa.CheckConstraint("other_share >= 0 AND other_share <= 1", name=op.f("ck_article_likenesses_other_share")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_article_likenesses_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["articles.id"], name=op.f("fk_article_likenesses_other_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_likenesses")),
        sa.UniqueConstraint("article_id", "other_id", name=op.f("uq_article_likenesses_article_id_other_id")),
        comment="Pairs of articles that are versions of one text, or of which one is a cut version of the other. Each pair once.",
    )
    op.create_index(op.f("ix_article_likenesses_other_id"), "article_likenesses", ["other_id"])
    op.create_table(
        "shared_passages",
        sa.Column("likeness_id", KEY, nullable=False, comment="The pair of articles."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the passages in the article with the smaller key, from 0."),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the passage in the article with the smaller key, in Unicode code points from 0.",
        ),
        sa.Column(
            "char_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the passage in the article with the smaller key, in Unicode code points.",
        ),
        sa.Column(
            "other_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the passage in the other one, in Unicode code points from 0.",
        ),
        sa.Column(
            "other_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the passage in the other one, in Unicode code points.",
        ),
        sa.Column("word_count", sa.Integer(), nullable=False, comment="Words of the passage."),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_shared_passages_ordinal")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_shared_passages_char_start")),
        sa.CheckConstraint("char_end > char_start", name=op.f("ck_shared_passages_char_end")),
        sa.CheckConstraint("other_start >= 0", name=op.f("ck_shared_passages_other_start")),
        sa.CheckConstraint("other_end > other_start", name=op.f("ck_shared_passages_other_end")),
        sa.CheckConstraint("word_count > 0", name=op.f("ck_shared_passages_word_count")),
        sa.ForeignKeyConstraint(
            ["likeness_id"], ["article_likenesses.id"], name=op.f("fk_shared_passages_likeness_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("likeness_id", "ordinal", name=op.f("pk_shared_passages")),
        comment="The longest equal runs of words of articles that are alike. Case, accents and punctuation may differ.",
    )
    op.execute(f"INSERT INTO uncompared_articles (article_id, day) SELECT id, {NO_DAY} FROM articles")
    dialect = op.get_context().dialect.name
    for view in WIDENED:
        op.execute(f"DROP VIEW {view}")
    for view in (*WIDENED, "v_shared_passages"):
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in ("v_shared_passages", *WIDENED):
        op.execute(f"DROP VIEW {view}")
    for view, before in WIDENED.items():
        op.execute(frozen_view(before, view, dialect))
    for table in reversed(TABLES):
        op.drop_table(table)
    op.execute("UPDATE articles SET duplicate_of = NULL, cluster_id = NULL")

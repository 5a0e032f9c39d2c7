"""What resolving remembers from one night to the next. All articles are to be resolved once more, which fills it.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TABLES = ("unresolved", "observation_blocks", "name_bearers", "name_blocks", "sightings")
LINKS = {
    "meeting_report_links": ("meeting_report_id", "Smallest of the reports that were weighed together with this one."),
    "statement_claims": ("claim_id", "Smallest of the claims that were weighed together with this one."),
}


def upgrade() -> None:
    op.create_table(
        "unresolved",
        sa.Column(
            "id", KEY, autoincrement=False, nullable=False, comment="Stable 63-bit key, made by the client: unresolved, kind, key, other."
        ),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What changed. One of: article, bearer, name, sighting, person, reports, meeting, claims, statement, relations, relationship, membership, agreement, removed.",  # noqa: E501
        ),
        sa.Column("key", KEY, nullable=False, comment="Key of the article, bearer, person, component or block that changed."),
        sa.Column("day", sa.Integer(), nullable=False, comment="Ordinal of the day of the article that was taken away; 0 for none."),
        sa.Column("detail", TEXT, nullable=True, comment="What was taken away, as JSON."),
        sa.CheckConstraint(
            "kind IN ('article', 'bearer', 'name', 'sighting', 'person', 'reports', 'meeting', 'claims', 'statement', 'relations', 'relationship', 'membership', 'agreement', 'removed')",  # noqa: E501
            name=op.f("ck_unresolved_kind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unresolved")),
        comment="What resolving still has to look at. Empty when the resolved tables say all that the observed ones do.",
    )
    op.create_index(op.f("ix_unresolved_kind"), "unresolved", ["kind"])
    op.create_table(
        "observation_blocks",
        sa.Column("block", KEY, autoincrement=False, nullable=False, comment="Hash of the blocking key."),
        sa.Column(
            "day",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Day, month or ten days that the observation is filed under; 0 for none.",
        ),
        sa.Column("article_id", KEY, nullable=False, comment="The article of the observation."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place of the observation in its article."),
        sa.Column("stage", TEXT, nullable=False, comment="What sort of observation it is. One of: person, report, claim, relation."),
        sa.Column(
            "terms",
            sa.LargeBinary(),
            nullable=True,
            comment="Hashes of a claim's content words, by which claims that share none are passed over.",
        ),
        sa.CheckConstraint("stage IN ('person', 'report', 'claim', 'relation')", name=op.f("ck_observation_blocks_stage")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_observation_blocks_article_id"), ondelete="CASCADE"),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_observation_blocks_ordinal")),
        sa.PrimaryKeyConstraint("block", "day", "article_id", "ordinal", name=op.f("pk_observation_blocks")),
        comment="Blocks of observations: only those that share a block are ever compared.",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_observation_blocks_article_id"), "observation_blocks", ["article_id"])
    op.create_table(
        "name_bearers",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: bearer, is_known, name, actor_kind, actor.",
        ),
        sa.Column("is_known", sa.Boolean(), nullable=False, comment="True for a name of the lexicon."),
        sa.Column("name", TEXT, nullable=False, comment="Canonical name of the lexicon, or the folded name."),
        sa.Column("actor_kind", TEXT, nullable=False, comment="state or organization; empty where no actor is known."),
        sa.Column("actor", TEXT, nullable=False, comment="ISO alpha-2 code or name of the actor; empty where none is known."),
        sa.Column("seen", TEXT, nullable=False, comment="How often each name, actor and gender is given, as JSON."),
        sa.Column("component_id", KEY, nullable=False, comment="Smallest bearer of those that were weighed together."),
        sa.Column("person_id", KEY, nullable=False, comment="The person."),
        sa.Column("score", sa.Float(), nullable=False, comment="How strongly the evidence speaks for it."),
        sa.Column("reason", TEXT, nullable=False, comment="Why, in words."),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name_bearers")),
        comment="Names as articles give them with their actor, how often, and the person that each is.",
    )
    op.create_index(op.f("ix_name_bearers_person_id"), "name_bearers", ["person_id"])
    op.create_index(op.f("ix_name_bearers_component_id"), "name_bearers", ["component_id"])
    op.create_table(
        "name_blocks",
        sa.Column("block", KEY, autoincrement=False, nullable=False, comment="Hash of the blocking key."),
        sa.Column("member", KEY, autoincrement=False, nullable=False, comment="Key of the bearer or person."),
        sa.PrimaryKeyConstraint("block", "member", name=op.f("pk_name_blocks")),
        comment="Blocks of names: bearers by the words of their full names, people by the surnames that they are called.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sightings",
        sa.Column("block", KEY, autoincrement=False, nullable=False, comment="Hash of the bearer or of the office."),
        sa.Column("person_id", KEY, autoincrement=False, nullable=False, comment="Who was seen in the office; 0 for the bearer itself."),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False, comment="Ordinal of the day of publication; 0 for none."),
        sa.Column("times", sa.Integer(), nullable=False, comment="How many references."),
        sa.PrimaryKeyConstraint("block", "person_id", "day", name=op.f("pk_sightings")),
        comment="On which days articles name a bearer, or a person in an office.",
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO unresolved (id, kind, key, day) SELECT id, 'article', id, 0 FROM articles")
    for name, (own, comment) in LINKS.items():
        op.add_column(name, sa.Column("component_id", KEY, nullable=True, comment=comment))
        op.execute(f"UPDATE {name} SET component_id = {own}")
        with op.batch_alter_table(name) as batch:
            batch.alter_column("component_id", existing_type=KEY, existing_comment=comment, nullable=False)
        op.create_index(op.f(f"ix_{name}_component_id"), name, ["component_id"])


def downgrade() -> None:
    for name in LINKS:
        op.drop_index(op.f(f"ix_{name}_component_id"), name)
        op.drop_column(name, "component_id")
    for name in reversed(TABLES):
        op.drop_table(name)

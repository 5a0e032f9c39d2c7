"""Judgements hold on to passages and names, no longer to keys; what they mean in this store; what nobody has reviewed yet.

Nothing ever wrote into the table of judgements that the first revision made: it is made anew.

Revision ID: 0005
Revises: 0004
"""
# ruff: noqa: E501

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.frozen import frozen_view

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)
WIDENED = ("v_meeting_reports", "v_mentions")
"""Views that give more columns than they did."""


def upgrade() -> None:
    dialect = op.get_context().dialect.name
    op.drop_table("judgements")
    op.create_table(
        "judgements",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: judgement, about, what is decided of it, its anchors.",
        ),
        sa.Column(
            "about",
            TEXT,
            nullable=False,
            comment="What sort of thing is judged. One of: meeting_report, claim, mention, person_reference, person, initiative, organization.",
        ),
        sa.Column("decision", TEXT, nullable=False, comment="What was decided. One of: same, different, reject, accept, set."),
        sa.Column(
            "field", TEXT, nullable=True, comment="Which property is set, for set. One of: speaker, act, date, place, kind, status, name."
        ),
        sa.Column("value", TEXT, nullable=True, comment="What the property is set to; empty sets it to nothing."),
        sa.Column("note", TEXT, nullable=True, comment="Why, in the words of whoever decided."),
        sa.Column("decided_by", TEXT, nullable=False, comment="Who decided."),
        sa.Column(
            "decided_at", INSTANT, nullable=False, comment="When it was decided (UTC). Of two decisions about one thing the later counts."
        ),
        sa.CheckConstraint(
            "about IN ('meeting_report', 'claim', 'mention', 'person_reference', 'person', 'initiative', 'organization')",
            name=op.f("ck_judgements_about"),
        ),
        sa.CheckConstraint("decision IN ('same', 'different', 'reject', 'accept', 'set')", name=op.f("ck_judgements_decision")),
        sa.CheckConstraint("field IN ('speaker', 'act', 'date', 'place', 'kind', 'status', 'name')", name=op.f("ck_judgements_field")),
        sa.CheckConstraint("(field IS NOT NULL) = (decision = 'set')", name=op.f("ck_judgements_set_field")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
        comment="What people decided: these two are one, these two are not, this is wrong or right, this speaker is X.",
    )
    op.create_index(op.f("ix_judgements_about"), "judgements", ["about"])
    op.create_table(
        "judgement_anchors",
        sa.Column("judgement_id", KEY, nullable=False, comment="The judgement."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="0 for the thing judged, 1 for the other of two."),
        sa.Column(
            "document_id",
            KEY,
            nullable=True,
            comment="Key of the document, which says what bytes it holds. No foreign key: it may be away.",
        ),
        sa.Column("document_name", TEXT, nullable=True, comment="Name of the document when it was judged."),
        sa.Column("origin", TEXT, nullable=True, comment="Where the document came from when it was judged."),
        sa.Column("url", TEXT, nullable=True, comment="Web address of the article or its document."),
        sa.Column("text_hash", TEXT, nullable=True, comment="Hash of the article's text when it was judged."),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=True,
            comment="Offset of the first character of the passage in the article's text, when it was judged, in Unicode code points from 0.",
        ),
        sa.Column("quote", TEXT, nullable=True, comment="The passage itself; empty for names."),
        sa.Column("before", TEXT, nullable=True, comment="Characters before the passage."),
        sa.Column("after", TEXT, nullable=True, comment="Characters after the passage."),
        sa.Column("hint", TEXT, nullable=True, comment="What tells the thing from others at the same passage."),
        sa.Column("name", TEXT, nullable=True, comment="Name of the person, initiative or organization; empty for passages."),
        sa.Column("known", sa.Boolean(), nullable=True, comment="Whether the name is one of the lexicon; empty for passages."),
        sa.Column("actor_kind", TEXT, nullable=True, comment="Kind of the actor whom the person stands for. One of: state, organization."),
        sa.Column("actor", TEXT, nullable=True, comment="The actor whom the person stands for: alpha-2 code or name."),
        sa.CheckConstraint("actor_kind IN ('state', 'organization')", name=op.f("ck_judgement_anchors_actor_kind")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_judgement_anchors_char_start")),
        sa.CheckConstraint("(quote IS NULL) = (char_start IS NULL)", name=op.f("ck_judgement_anchors_char_start_of_quote")),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_judgement_anchors_ordinal")),
        sa.CheckConstraint("(quote IS NULL) <> (name IS NULL)", name=op.f("ck_judgement_anchors_quote")),
        sa.ForeignKeyConstraint(["judgement_id"], ["judgements.id"], name=op.f("fk_judgement_anchors_judgement_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("judgement_id", "ordinal", name=op.f("pk_judgement_anchors")),
        comment="What judgements hold on to: passages of articles and names, which stay when keys and offsets change.",
    )
    op.create_index(op.f("ix_judgement_anchors_document_id"), "judgement_anchors", ["document_id"])
    op.create_index(op.f("ix_judgement_anchors_name"), "judgement_anchors", ["name"])
    op.create_index(op.f("ix_judgement_anchors_text_hash"), "judgement_anchors", ["text_hash"])
    op.create_table(
        "judgement_targets",
        sa.Column("judgement_id", KEY, nullable=False, comment="The judgement."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Which of its anchors."),
        sa.Column("target_id", KEY, nullable=False, comment="Key of the row meant. No foreign key: a row judged wrong is not there."),
        sa.Column("article_id", KEY, nullable=True, comment="The article in which the passage was found; empty for names."),
        sa.Column("found", TEXT, nullable=False, comment="How the anchor was found. One of: exact, moved, similar, name."),
        sa.CheckConstraint("found IN ('exact', 'moved', 'similar', 'name')", name=op.f("ck_judgement_targets_found")),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_judgement_targets_ordinal")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_judgement_targets_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["judgement_id"], ["judgements.id"], name=op.f("fk_judgement_targets_judgement_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("judgement_id", "ordinal", "target_id", name=op.f("pk_judgement_targets")),
        comment="Which rows each anchor means in this store, as last found. Derived: made anew whenever articles are read.",
    )
    op.create_index(op.f("ix_judgement_targets_article_id"), "judgement_targets", ["article_id"])
    op.create_index(op.f("ix_judgement_targets_target_id"), "judgement_targets", ["target_id"])
    for view in WIDENED:
        op.execute(f"DROP VIEW {view}")
    for view in (*WIDENED, "v_provisional"):
        op.execute(frozen_view(revision, view, dialect))


def downgrade() -> None:
    dialect = op.get_context().dialect.name
    for view in ("v_provisional", *WIDENED):
        op.execute(f"DROP VIEW {view}")
    for view in WIDENED:
        op.execute(frozen_view("0002", view, dialect))
    for name in ("judgement_targets", "judgement_anchors", "judgements"):
        op.drop_table(name)
    op.create_table(
        "judgements",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: judgement, about, subject, object, field.",
        ),
        sa.Column(
            "about",
            TEXT,
            nullable=False,
            comment="What sort of row is judged. One of: article, person_reference, meeting_report, claim, mention, office_report, relation_report.",
        ),
        sa.Column(
            "decision",
            TEXT,
            nullable=False,
            comment="What was decided. One of: same, different, right, wrong, set.",
        ),
        sa.Column(
            "subject_id",
            KEY,
            nullable=False,
            comment="Key of the row judged. No foreign key: the judgement stays while the row is away.",
        ),
        sa.Column(
            "object_id",
            KEY,
            nullable=True,
            comment="Key of the other row, for same and different.",
        ),
        sa.Column(
            "field",
            TEXT,
            nullable=True,
            comment="Which property is set, for set (speaker, act, kind, start_on, …).",
        ),
        sa.Column(
            "value",
            TEXT,
            nullable=True,
            comment="What the property is set to; empty sets it to nothing.",
        ),
        sa.Column(
            "note",
            TEXT,
            nullable=True,
            comment="Why, in the words of whoever decided.",
        ),
        sa.Column("decided_by", TEXT, nullable=True, comment="Who decided."),
        sa.Column("decided_at", INSTANT, nullable=False, comment="When it was decided (UTC)."),
        sa.CheckConstraint("(field IS NOT NULL) = (decision = 'set')", name=op.f("ck_judgements_field")),
        sa.CheckConstraint("(object_id IS NOT NULL) = (decision IN ('same', 'different'))", name=op.f("ck_judgements_object")),
        sa.CheckConstraint(
            "about IN ('article', 'person_reference', 'meeting_report', 'claim', 'mention', 'office_report', 'relation_report')",
            name=op.f("ck_judgements_about"),
        ),
        sa.CheckConstraint("decision IN ('same', 'different', 'right', 'wrong', 'set')", name=op.f("ck_judgements_decision")),
        sa.CheckConstraint("subject_id <> object_id", name=op.f("ck_judgements_two_things")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
        comment="What people decided: these two are one, these two are not, this is right or wrong, this speaker is X. Subjects are observations, whose keys do not change when resolved rows are rebuilt.",
    )
    op.create_index(op.f("ix_judgements_about"), "judgements", ["about"])
    op.create_index(op.f("ix_judgements_object_id"), "judgements", ["object_id"])
    op.create_index(op.f("ix_judgements_subject_id"), "judgements", ["subject_id"])

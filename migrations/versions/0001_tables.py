# ruff: noqa: E501  (comments of columns are whole sentences)
"""All tables.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The column types as they stood here: what `models` says later must not change history.
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)

TABLES = (
    "actors",
    "documents",
    "initiatives",
    "judgements",
    "publishers",
    "runs",
    "statements",
    "actor_names",
    "articles",
    "initiative_names",
    "initiative_proposers",
    "organizations",
    "people",
    "relationships",
    "run_items",
    "source_states",
    "states",
    "gatherings",
    "meeting_reports",
    "memberships",
    "offices",
    "person_names",
    "person_references",
    "places",
    "claims",
    "meeting_evidence",
    "meeting_report_participants",
    "meetings",
    "mentions",
    "office_reports",
    "person_identities",
    "place_names",
    "relation_reports",
    "agreements",
    "claim_actors",
    "claim_initiatives",
    "claim_people",
    "meeting_participants",
    "meeting_report_links",
    "membership_reports",
    "relation_report_parties",
    "relationship_reports",
    "statement_claims",
    "agreement_parties",
    "agreement_reports",
)
"""All tables, in the order in which they are created."""


def upgrade() -> None:
    op.create_table(
        "actors",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: actor, kind, name.",
        ),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="Which of the two kinds of actor this is. One of: state, organization.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="How the views show the actor: a state's ISO 3166-1 alpha-2 code, an organization's canonical name.",
        ),
        sa.Column(
            "provisional", sa.Boolean(), nullable=False, comment="True when the row was found in articles and is not in the reviewed seeds."
        ),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.",
        ),
        sa.CheckConstraint("kind IN ('state', 'organization')", name=op.f("ck_actors_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actors")),
        sa.UniqueConstraint("kind", "name", name=op.f("uq_actors_kind_name")),
        comment="Whoever can act. The details of each are in states or in organizations, under the same key.",
    )
    op.create_index(op.f("ix_actors_name"), "actors", ["name"])

    op.create_table(
        "documents",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: document, and what the loader takes as its natural key.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="File name, web address, or the id of a JSONL row.",
        ),
        sa.Column(
            "origin",
            TEXT,
            nullable=False,
            comment="Where it came from: path or address of the file, feed or archive.",
        ),
        sa.Column(
            "media_type",
            TEXT,
            nullable=False,
            comment="IANA media type of the content (text/plain, text/html, …).",
        ),
        sa.Column(
            "content_hash",
            TEXT,
            nullable=False,
            comment="Hash of the content, in hexadecimal; equal content has an equal hash.",
        ),
        sa.Column("content", sa.LargeBinary(), nullable=False, comment="The bytes as they were read."),
        sa.Column("byte_count", sa.Integer(), nullable=False, comment="Length of the content in bytes."),
        sa.Column("fetched_at", INSTANT, nullable=True, comment="When it was fetched (UTC); empty for local files."),
        sa.Column(
            "title",
            TEXT,
            nullable=True,
            comment="Title from the document's own metadata.",
        ),
        sa.Column("url", TEXT, nullable=True, comment="Canonical web address."),
        sa.CheckConstraint("byte_count >= 0", name=op.f("ck_documents_byte_count")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("origin", "name", "content_hash", name=op.f("uq_documents_origin_name_content_hash")),
        comment="What sources yielded: a file, a page, a row of a JSONL file, with its bytes. A document may hold many articles.",
    )
    op.create_index(op.f("ix_documents_content_hash"), "documents", ["content_hash"])
    op.create_index(op.f("ix_documents_name"), "documents", ["name"])

    op.create_table(
        "initiatives",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: initiative, name.",
        ),
        sa.Column("name", TEXT, nullable=False, comment="Canonical English name."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of initiative this is. One of: global_initiative, infrastructure, national_strategy, mechanism, principle, consensus, partnership, forum_event, other.",
        ),
        sa.Column(
            "parent_id",
            KEY,
            nullable=True,
            comment="The wider initiative that it belongs to.",
        ),
        sa.Column(
            "provisional", sa.Boolean(), nullable=False, comment="True when the row was found in articles and is not in the reviewed seeds."
        ),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.",
        ),
        sa.CheckConstraint(
            "kind IN ('global_initiative', 'infrastructure', 'national_strategy', 'mechanism', 'principle', 'consensus', 'partnership', 'forum_event', 'other')",
            name=op.f("ck_initiatives_kind"),
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["initiatives.id"], name=op.f("fk_initiatives_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiatives")),
        sa.UniqueConstraint("name", name=op.f("uq_initiatives_name")),
        comment="Initiatives, programmes, principles, mechanisms and events that claims are about.",
    )
    op.create_index(op.f("ix_initiatives_kind"), "initiatives", ["kind"])
    op.create_index(op.f("ix_initiatives_parent_id"), "initiatives", ["parent_id"])

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

    op.create_table(
        "publishers",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: publisher, name.",
        ),
        sa.Column("name", TEXT, nullable=False, comment="Name as articles give it."),
        sa.Column("url", TEXT, nullable=True, comment="Address of the publisher's site."),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publishers")),
        sa.UniqueConstraint("name", name=op.f("uq_publishers_name")),
        comment="News agencies, newspapers, ministries and others who publish articles.",
    )
    op.create_table(
        "runs",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: run, job, started_at, and what tells concurrent runs apart.",
        ),
        sa.Column(
            "job",
            TEXT,
            nullable=False,
            comment="Name of the job (ingest, init, …).",
        ),
        sa.Column("started_at", INSTANT, nullable=False, comment="When it started (UTC)."),
        sa.Column("finished_at", INSTANT, nullable=True, comment="When it finished (UTC); empty while it runs."),
        sa.Column(
            "heartbeat_at",
            INSTANT,
            nullable=True,
            comment="When it last said that it was alive (UTC), so that a crashed run does not hold the lock.",
        ),
        sa.Column(
            "status",
            TEXT,
            nullable=False,
            comment="How it stands. One of: running, succeeded, failed, finished_with_quarantine.",
        ),
        sa.Column("documents", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="Documents read."),
        sa.Column("articles", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="Articles loaded."),
        sa.Column("people", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="People in the articles loaded."),
        sa.Column("claims", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="Claims loaded."),
        sa.Column(
            "meetings", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="Meetings reported by the articles loaded."
        ),
        sa.Column(
            "initiatives", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="Initiatives named in the articles loaded."
        ),
        sa.Column(
            "quarantined",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="Documents that could not be used and were kept aside.",
        ),
        sa.Column("seconds", sa.Float(), nullable=True, comment="Duration in seconds."),
        sa.Column(
            "extractor_version",
            TEXT,
            nullable=True,
            comment="Version of the extractor that the run used.",
        ),
        sa.Column("error", TEXT, nullable=True, comment="Why the run failed."),
        sa.CheckConstraint("(finished_at IS NULL) = (status = 'running')", name=op.f("ck_runs_finished_at")),
        sa.CheckConstraint("status IN ('running', 'succeeded', 'failed', 'finished_with_quarantine')", name=op.f("ck_runs_status")),
        sa.CheckConstraint("articles >= 0", name=op.f("ck_runs_articles")),
        sa.CheckConstraint("claims >= 0", name=op.f("ck_runs_claims")),
        sa.CheckConstraint("documents >= 0", name=op.f("ck_runs_documents")),
        sa.CheckConstraint("initiatives >= 0", name=op.f("ck_runs_initiatives")),
        sa.CheckConstraint("meetings >= 0", name=op.f("ck_runs_meetings")),
        sa.CheckConstraint("people >= 0", name=op.f("ck_runs_people")),
        sa.CheckConstraint("quarantined >= 0", name=op.f("ck_runs_quarantined")),
        sa.CheckConstraint("seconds >= 0", name=op.f("ck_runs_seconds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        comment="Runs of jobs: when, with what outcome, and how much came in.",
    )
    op.create_index(op.f("ix_runs_started_at"), "runs", ["started_at"])
    op.create_index(op.f("ix_runs_status"), "runs", ["status"])

    op.create_table(
        "statements",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: that of the smallest claim.",
        ),
        sa.Column(
            "text",
            TEXT,
            nullable=False,
            comment="Its wording in the claim that represents it.",
        ),
        sa.Column(
            "act",
            TEXT,
            nullable=False,
            comment="What is done by saying it. One of: assert, assess, praise, support, oppose, pledge, urge, propose, thank, congratulate, announce, agree, convey.",
        ),
        sa.CheckConstraint(
            "act IN ('assert', 'assess', 'praise', 'support', 'oppose', 'pledge', 'urge', 'propose', 'thank', 'congratulate', 'announce', 'agree', 'convey')",
            name=op.f("ck_statements_act"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        comment="Statements: one row for each, however many articles report it in however many words.",
    )
    op.create_index(op.f("ix_statements_act"), "statements", ["act"])

    op.create_table(
        "actor_names",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: actor_name, actor, kind, name, language.",
        ),
        sa.Column("actor_id", KEY, nullable=False, comment="Whose name this is."),
        sa.Column("name", TEXT, nullable=False, comment="The name as it stands in texts."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of name this is. One of: name, short, demonym, metonym, acronym, former.",
        ),
        sa.Column(
            "language",
            TEXT,
            nullable=False,
            comment="ISO 639-1 code of the language that the name is in.",
        ),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.",
        ),
        sa.CheckConstraint("kind IN ('name', 'short', 'demonym', 'metonym', 'acronym', 'former')", name=op.f("ck_actor_names_kind")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_actor_names_actor_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor_names")),
        sa.UniqueConstraint("actor_id", "kind", "name", "language", name=op.f("uq_actor_names_actor_id_kind_name_language")),
        comment="Names of actors: full and short names, demonyms (Uzbek), metonyms (Tashkent), acronyms, former names.",
    )
    op.create_index(op.f("ix_actor_names_actor_id"), "actor_names", ["actor_id"])
    op.create_index(op.f("ix_actor_names_name"), "actor_names", ["name"])

    op.create_table(
        "articles",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: article, document, position.",
        ),
        sa.Column("document_id", KEY, nullable=False, comment="The document that it stands in."),
        sa.Column("position", sa.Integer(), nullable=False, comment="Place among the document's articles, from 0."),
        sa.Column("title", TEXT, nullable=True, comment="Headline."),
        sa.Column("publisher_id", KEY, nullable=True, comment="Who published it."),
        sa.Column("published_on", sa.Date(), nullable=True, comment="Day of publication."),
        sa.Column(
            "dated_by",
            TEXT,
            nullable=False,
            comment="How the day of publication was found. One of: metadata, header, dateline, inferred_year, weekday, unknown.",
        ),
        sa.Column(
            "dateline_place",
            TEXT,
            nullable=True,
            comment="Place that the dateline names.",
        ),
        sa.Column(
            "language",
            TEXT,
            nullable=False,
            comment="ISO 639-1 code of the text's language.",
        ),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the article in the document's text, in Unicode code points from 0.",
        ),
        sa.Column(
            "char_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the article in the document's text, in Unicode code points.",
        ),
        sa.Column(
            "text",
            TEXT,
            nullable=False,
            comment="The article's text; offsets of all observations point into it.",
        ),
        sa.Column(
            "text_hash",
            TEXT,
            nullable=False,
            comment="Hash of the text, in hexadecimal; equal texts have an equal hash.",
        ),
        sa.Column("url", TEXT, nullable=True, comment="Web address of the article."),
        sa.Column(
            "duplicate_of",
            KEY,
            nullable=True,
            comment="The article that this one repeats; empty for originals.",
        ),
        sa.Column(
            "cluster_id",
            KEY,
            nullable=True,
            comment="Cluster of near-duplicates: the smallest article key among them; empty when it stands alone.",
        ),
        sa.Column(
            "extractor_version",
            TEXT,
            nullable=True,
            comment="Version of the extractor that made the article's observations; empty before extraction.",
        ),
        sa.CheckConstraint("(published_on IS NULL) = (dated_by = 'unknown')", name=op.f("ck_articles_dated_by_known")),
        sa.CheckConstraint(
            "dated_by IN ('metadata', 'header', 'dateline', 'inferred_year', 'weekday', 'unknown')", name=op.f("ck_articles_dated_by")
        ),
        sa.CheckConstraint("char_end >= char_start", name=op.f("ck_articles_char_end")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_articles_char_start")),
        sa.CheckConstraint("duplicate_of <> id", name=op.f("ck_articles_duplicate_of")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_articles_position")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_articles_document_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["duplicate_of"], ["articles.id"], name=op.f("fk_articles_duplicate_of"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["publisher_id"], ["publishers.id"], name=op.f("fk_articles_publisher_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_articles_document_id_position")),
        comment="Articles found in documents. The text is a verbatim slice of the document's text, headline not included.",
    )
    op.create_index(op.f("ix_articles_cluster_id"), "articles", ["cluster_id"])
    op.create_index(op.f("ix_articles_duplicate_of"), "articles", ["duplicate_of"])
    op.create_index(op.f("ix_articles_published_on"), "articles", ["published_on"])
    op.create_index(op.f("ix_articles_publisher_id"), "articles", ["publisher_id"])
    op.create_index(op.f("ix_articles_text_hash"), "articles", ["text_hash"])

    op.create_table(
        "initiative_names",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: initiative_name, initiative, name.",
        ),
        sa.Column("initiative_id", KEY, nullable=False, comment="Whose name this is."),
        sa.Column("name", TEXT, nullable=False, comment="The name as it stands in texts."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of name this is. One of: name, short, acronym, former, variant.",
        ),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.",
        ),
        sa.CheckConstraint("kind IN ('name', 'short', 'acronym', 'former', 'variant')", name=op.f("ck_initiative_names_kind")),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiatives.id"], name=op.f("fk_initiative_names_initiative_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_names")),
        sa.UniqueConstraint("initiative_id", "name", name=op.f("uq_initiative_names_initiative_id_name")),
        comment="Names of initiatives: full and short names, acronyms, variants.",
    )
    op.create_index(op.f("ix_initiative_names_initiative_id"), "initiative_names", ["initiative_id"])
    op.create_index(op.f("ix_initiative_names_name"), "initiative_names", ["name"])

    op.create_table(
        "initiative_proposers",
        sa.Column("initiative_id", KEY, nullable=False, comment="What was put forward."),
        sa.Column("actor_id", KEY, nullable=False, comment="Who put it forward."),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_initiative_proposers_actor_id")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_initiative_proposers_initiative_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("initiative_id", "actor_id", name=op.f("pk_initiative_proposers")),
        comment="Which actors put an initiative forward.",
    )
    op.create_index(op.f("ix_initiative_proposers_actor_id"), "initiative_proposers", ["actor_id"])

    op.create_table(
        "organizations",
        sa.Column("actor_id", KEY, nullable=False, comment="The actor that this organization is."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of body this is. One of: international, regional, state_organ, party, company, media, armed_group, other.",
        ),
        sa.Column("seat", TEXT, nullable=True, comment="Town of the headquarters."),
        sa.Column(
            "parent_id",
            KEY,
            nullable=True,
            comment="The state or organization that it belongs to.",
        ),
        sa.CheckConstraint(
            "kind IN ('international', 'regional', 'state_organ', 'party', 'company', 'media', 'armed_group', 'other')",
            name=op.f("ck_organizations_kind"),
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_organizations_actor_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["parent_id"], ["actors.id"], name=op.f("fk_organizations_parent_id")),
        sa.PrimaryKeyConstraint("actor_id", name=op.f("pk_organizations")),
        comment="International organizations, state organs, parties, companies: the details of actors of kind organization.",
    )
    op.create_index(op.f("ix_organizations_kind"), "organizations", ["kind"])
    op.create_index(op.f("ix_organizations_parent_id"), "organizations", ["parent_id"])

    op.create_table(
        "people",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: person, name for the seeds; otherwise person, folded name, actor.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="Canonical name, as the English press prints it.",
        ),
        sa.Column(
            "family_name",
            TEXT,
            nullable=True,
            comment="Family name, whichever end of the name it stands at.",
        ),
        sa.Column(
            "gender",
            TEXT,
            nullable=True,
            comment="Grammatical gender in English texts; empty when unknown. One of: f, m.",
        ),
        sa.Column(
            "actor_id",
            KEY,
            nullable=True,
            comment="The state or organization that the person is chiefly known to stand for.",
        ),
        sa.Column(
            "provisional", sa.Boolean(), nullable=False, comment="True when the row was found in articles and is not in the reviewed seeds."
        ),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.",
        ),
        sa.CheckConstraint("gender IN ('f', 'm')", name=op.f("ck_people_gender")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_people_actor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        comment="People: those of the reviewed seeds, and those that resolving made of what articles say.",
    )
    op.create_index(op.f("ix_people_actor_id"), "people", ["actor_id"])
    op.create_index(op.f("ix_people_family_name"), "people", ["family_name"])
    op.create_index(op.f("ix_people_name"), "people", ["name"])

    op.create_table(
        "relationships",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: that of the smallest relation_report.",
        ),
        sa.Column("actor_a_id", KEY, nullable=False, comment="One of the two actors."),
        sa.Column("actor_b_id", KEY, nullable=False, comment="The other."),
        sa.Column(
            "level",
            TEXT,
            nullable=False,
            comment="Level as the texts name it (comprehensive strategic partnership).",
        ),
        sa.Column("since", sa.Date(), nullable=True, comment="Since when; first day of the period that is known."),
        sa.Column(
            "since_precision",
            TEXT,
            nullable=False,
            comment="How exactly that date is known. One of: day, range, month, year, unknown.",
        ),
        sa.CheckConstraint("(since IS NULL) = (since_precision = 'unknown')", name=op.f("ck_relationships_since_known")),
        sa.CheckConstraint(
            "since_precision IN ('day', 'range', 'month', 'year', 'unknown')", name=op.f("ck_relationships_since_precision")
        ),
        sa.CheckConstraint("actor_a_id <> actor_b_id", name=op.f("ck_relationships_two_actors")),
        sa.ForeignKeyConstraint(["actor_a_id"], ["actors.id"], name=op.f("fk_relationships_actor_a_id")),
        sa.ForeignKeyConstraint(["actor_b_id"], ["actors.id"], name=op.f("fk_relationships_actor_b_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relationships")),
        comment="Levels of bilateral relations over time.",
    )
    op.create_index(op.f("ix_relationships_actor_a_id"), "relationships", ["actor_a_id"])
    op.create_index(op.f("ix_relationships_actor_b_id"), "relationships", ["actor_b_id"])

    op.create_table(
        "run_items",
        sa.Column("run_id", KEY, nullable=False, comment="The run."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the run's documents, from 0."),
        sa.Column(
            "document_name",
            TEXT,
            nullable=False,
            comment="Name of the document: file name, address, or id of a JSONL row.",
        ),
        sa.Column("origin", TEXT, nullable=False, comment="Where it came from."),
        sa.Column(
            "status",
            TEXT,
            nullable=False,
            comment="What happened to it. One of: loaded, unchanged, duplicate, quarantined.",
        ),
        sa.Column(
            "stage",
            TEXT,
            nullable=True,
            comment="Where it failed. One of: fetch, read, split, extract, resolve, load.",
        ),
        sa.Column(
            "error",
            TEXT,
            nullable=True,
            comment="Why it was quarantined, in words.",
        ),
        sa.Column(
            "notes",
            TEXT,
            nullable=True,
            comment="What the reader saw and did not use: unknown fields, replaced bytes.",
        ),
        sa.Column(
            "content", sa.LargeBinary(), nullable=True, comment="The bytes of a quarantined document, so that it can be tried again."
        ),
        sa.Column("articles", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="Articles found in it."),
        sa.CheckConstraint("stage IN ('fetch', 'read', 'split', 'extract', 'resolve', 'load')", name=op.f("ck_run_items_stage")),
        sa.CheckConstraint("status <> 'quarantined' OR error IS NOT NULL", name=op.f("ck_run_items_quarantined_error")),
        sa.CheckConstraint("status IN ('loaded', 'unchanged', 'duplicate', 'quarantined')", name=op.f("ck_run_items_status")),
        sa.CheckConstraint("articles >= 0", name=op.f("ck_run_items_articles")),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_run_items_ordinal")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_run_items_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "ordinal", name=op.f("pk_run_items")),
        comment="What happened to each document of a run; a quarantined one is kept with its error and its bytes.",
    )
    op.create_index(op.f("ix_run_items_document_name"), "run_items", ["document_name"])
    op.create_index(op.f("ix_run_items_status"), "run_items", ["status"])

    op.create_table(
        "source_states",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: source_state, source.",
        ),
        sa.Column(
            "source",
            TEXT,
            nullable=False,
            comment="The source: path or address of a folder, feed, sitemap or archive.",
        ),
        sa.Column(
            "watermark",
            TEXT,
            nullable=True,
            comment="The newest item read, in the source's own terms.",
        ),
        sa.Column("etag", TEXT, nullable=True, comment="ETag of the last answer."),
        sa.Column(
            "last_modified",
            TEXT,
            nullable=True,
            comment="Last-Modified of the last answer, as the server wrote it.",
        ),
        sa.Column("checked_at", INSTANT, nullable=True, comment="When the source was last asked (UTC)."),
        sa.Column("run_id", KEY, nullable=True, comment="The run that read it last."),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_source_states_run_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_states")),
        sa.UniqueConstraint("source", name=op.f("uq_source_states_source")),
        comment="How far each source has been read. Written in the same transaction as the rows it vouches for.",
    )
    op.create_index(op.f("ix_source_states_run_id"), "source_states", ["run_id"])

    op.create_table(
        "states",
        sa.Column("actor_id", KEY, nullable=False, comment="The actor that this state is."),
        sa.Column(
            "alpha2",
            TEXT,
            nullable=False,
            comment="ISO 3166-1 alpha-2 code; the same as the actor's name.",
        ),
        sa.Column("alpha3", TEXT, nullable=True, comment="ISO 3166-1 alpha-3 code."),
        sa.Column(
            "m49",
            TEXT,
            nullable=True,
            comment="UN M49 code, three digits with leading zeros.",
        ),
        sa.Column(
            "common_name",
            TEXT,
            nullable=False,
            comment="Common short English name, as the press prints it.",
        ),
        sa.Column("official_name", TEXT, nullable=True, comment="Official English name."),
        sa.Column(
            "region",
            TEXT,
            nullable=True,
            comment="UN geographic region or subregion.",
        ),
        sa.Column(
            "capital",
            TEXT,
            nullable=True,
            comment="Name of the capital in English.",
        ),
        sa.CheckConstraint("length(alpha2) = 2", name=op.f("ck_states_alpha2")),
        sa.CheckConstraint("length(alpha3) = 3", name=op.f("ck_states_alpha3")),
        sa.CheckConstraint("length(m49) = 3", name=op.f("ck_states_m49")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_states_actor_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("actor_id", name=op.f("pk_states")),
        sa.UniqueConstraint("alpha2", name=op.f("uq_states_alpha2")),
        sa.UniqueConstraint("alpha3", name=op.f("uq_states_alpha3")),
        comment="States and territories with an ISO 3166-1 code: the details of actors of kind state.",
    )
    op.create_table(
        "gatherings",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: gathering, name and, where known, year.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="Canonical name of this very event.",
        ),
        sa.Column(
            "series",
            TEXT,
            nullable=True,
            comment="Name of the series that it belongs to.",
        ),
        sa.Column("ordinal", sa.Integer(), nullable=True, comment="Number within the series: 24 for the 24th meeting."),
        sa.Column("place", TEXT, nullable=True, comment="Place where it is held."),
        sa.Column(
            "place_state_id",
            KEY,
            nullable=True,
            comment="The state that the place lies in.",
        ),
        sa.Column("start_on", sa.Date(), nullable=True, comment="First day, or first day of the month or year that is known."),
        sa.Column("end_on", sa.Date(), nullable=True, comment="Last day; empty for a single day."),
        sa.Column(
            "date_precision",
            TEXT,
            nullable=False,
            comment="How exactly the date is known. One of: day, range, month, year, unknown.",
        ),
        sa.CheckConstraint("(start_on IS NULL) = (date_precision = 'unknown')", name=op.f("ck_gatherings_start_on_known")),
        sa.CheckConstraint("date_precision IN ('day', 'range', 'month', 'year', 'unknown')", name=op.f("ck_gatherings_date_precision")),
        sa.CheckConstraint("end_on >= start_on", name=op.f("ck_gatherings_end_on")),
        sa.CheckConstraint("end_on IS NULL OR start_on IS NOT NULL", name=op.f("ck_gatherings_start_on")),
        sa.CheckConstraint("ordinal >= 1", name=op.f("ck_gatherings_ordinal")),
        sa.ForeignKeyConstraint(["place_state_id"], ["states.actor_id"], name=op.f("fk_gatherings_place_state_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gatherings")),
        comment="Summits, conferences and sessions within or beside which meetings are held.",
    )
    op.create_index(op.f("ix_gatherings_name"), "gatherings", ["name"])
    op.create_index(op.f("ix_gatherings_place_state_id"), "gatherings", ["place_state_id"])
    op.create_index(op.f("ix_gatherings_series"), "gatherings", ["series"])

    op.create_table(
        "meeting_reports",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: meeting_report, article, ordinal.",
        ),
        sa.Column("article_id", KEY, nullable=False, comment="The article that this was seen in."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the article's meetings, from 0."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of meeting is reported. One of: bilateral, trilateral, multilateral, visit, call, summit, other.",
        ),
        sa.Column(
            "status",
            TEXT,
            nullable=False,
            comment="Whether it took place. One of: held, planned, cancelled.",
        ),
        sa.Column("background", sa.Boolean(), nullable=False, comment="True when the article only looks back or ahead at the meeting."),
        sa.Column("start_on", sa.Date(), nullable=True, comment="First day, or first day of the month or year that is known."),
        sa.Column("end_on", sa.Date(), nullable=True, comment="Last day; empty for a single day."),
        sa.Column(
            "date_precision",
            TEXT,
            nullable=False,
            comment="How exactly the date is known. One of: day, range, month, year, unknown.",
        ),
        sa.Column(
            "dated_by",
            TEXT,
            nullable=False,
            comment="How the date was found. One of: explicit, relative, weekday, anaphoric, publication, dateline, visit, unknown.",
        ),
        sa.Column("place", TEXT, nullable=True, comment="Place as the article names it."),
        sa.Column(
            "place_state_id",
            KEY,
            nullable=True,
            comment="The state that the place lies in.",
        ),
        sa.Column(
            "host_event",
            TEXT,
            nullable=True,
            comment="Name of the summit or conference that it was part of or held beside.",
        ),
        sa.Column("on_sidelines", sa.Boolean(), nullable=False, comment="True when it was held on the sidelines of the host event."),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the sentence that reports the meeting first, in the text, in Unicode code points from 0.",
        ),
        sa.Column(
            "char_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the sentence that reports the meeting first, in the text, in Unicode code points.",
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
        sa.CheckConstraint("(start_on IS NULL) = (date_precision = 'unknown')", name=op.f("ck_meeting_reports_start_on_known")),
        sa.CheckConstraint(
            "date_precision IN ('day', 'range', 'month', 'year', 'unknown')", name=op.f("ck_meeting_reports_date_precision")
        ),
        sa.CheckConstraint(
            "dated_by IN ('explicit', 'relative', 'weekday', 'anaphoric', 'publication', 'dateline', 'visit', 'unknown')",
            name=op.f("ck_meeting_reports_dated_by"),
        ),
        sa.CheckConstraint(
            "kind IN ('bilateral', 'trilateral', 'multilateral', 'visit', 'call', 'summit', 'other')", name=op.f("ck_meeting_reports_kind")
        ),
        sa.CheckConstraint("status IN ('held', 'planned', 'cancelled')", name=op.f("ck_meeting_reports_status")),
        sa.CheckConstraint("char_end > char_start", name=op.f("ck_meeting_reports_char_end")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_meeting_reports_char_start")),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_meeting_reports_confidence")),
        sa.CheckConstraint("end_on >= start_on", name=op.f("ck_meeting_reports_end_on")),
        sa.CheckConstraint("end_on IS NULL OR start_on IS NOT NULL", name=op.f("ck_meeting_reports_start_on")),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_meeting_reports_ordinal")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_meeting_reports_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["place_state_id"], ["states.actor_id"], name=op.f("fk_meeting_reports_place_state_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_reports")),
        sa.UniqueConstraint("article_id", "ordinal", name=op.f("uq_meeting_reports_article_id_ordinal")),
        comment="Reports of meetings: what one article says of one meeting. Resolving puts the reports of one meeting together.",
    )
    op.create_index(op.f("ix_meeting_reports_place_state_id"), "meeting_reports", ["place_state_id"])
    op.create_index(op.f("ix_meeting_reports_start_on"), "meeting_reports", ["start_on"])

    op.create_table(
        "memberships",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: that of the smallest relation_report.",
        ),
        sa.Column("actor_id", KEY, nullable=False, comment="The member."),
        sa.Column("organization_id", KEY, nullable=False, comment="The organization."),
        sa.Column(
            "status",
            TEXT,
            nullable=False,
            comment="Status as the texts name it (member, observer, dialogue partner).",
        ),
        sa.Column("since", sa.Date(), nullable=True, comment="Since when; first day of the period that is known."),
        sa.Column(
            "since_precision",
            TEXT,
            nullable=False,
            comment="How exactly that date is known. One of: day, range, month, year, unknown.",
        ),
        sa.CheckConstraint("(since IS NULL) = (since_precision = 'unknown')", name=op.f("ck_memberships_since_known")),
        sa.CheckConstraint("since_precision IN ('day', 'range', 'month', 'year', 'unknown')", name=op.f("ck_memberships_since_precision")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_memberships_actor_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organizations.actor_id"], name=op.f("fk_memberships_organization_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        comment="What actors are to organizations: members, observers, dialogue partners.",
    )
    op.create_index(op.f("ix_memberships_actor_id"), "memberships", ["actor_id"])
    op.create_index(op.f("ix_memberships_organization_id"), "memberships", ["organization_id"])

    op.create_table(
        "offices",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: office, person, title, actor, valid_from.",
        ),
        sa.Column("person_id", KEY, nullable=False, comment="Who holds the office."),
        sa.Column("title", TEXT, nullable=False, comment="Title of the office in English."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="Which office this is, whatever its local title. One of: head_of_state, head_of_government, foreign_minister, other.",
        ),
        sa.Column(
            "actor_id",
            KEY,
            nullable=True,
            comment="The state or organization that the office belongs to.",
        ),
        sa.Column("valid_from", sa.Date(), nullable=True, comment="First day of the term, or of the month or year that it began in."),
        sa.Column(
            "valid_from_precision",
            TEXT,
            nullable=False,
            comment="How exactly the beginning is known. One of: day, range, month, year, unknown.",
        ),
        sa.Column(
            "valid_until",
            sa.Date(),
            nullable=True,
            comment="Last day of the term, or first day of the month or year that it ended in; empty while it lasts or when unknown.",
        ),
        sa.Column(
            "valid_until_precision",
            TEXT,
            nullable=False,
            comment="How exactly the end is known. One of: day, range, month, year, unknown.",
        ),
        sa.Column(
            "known_by",
            TEXT,
            nullable=False,
            comment="How the term is known. One of: seeds, articles, judgement.",
        ),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.",
        ),
        sa.CheckConstraint("(valid_from IS NULL) = (valid_from_precision = 'unknown')", name=op.f("ck_offices_valid_from_known")),
        sa.CheckConstraint("(valid_until IS NULL) = (valid_until_precision = 'unknown')", name=op.f("ck_offices_valid_until_known")),
        sa.CheckConstraint("kind IN ('head_of_state', 'head_of_government', 'foreign_minister', 'other')", name=op.f("ck_offices_kind")),
        sa.CheckConstraint("known_by IN ('seeds', 'articles', 'judgement')", name=op.f("ck_offices_known_by")),
        sa.CheckConstraint(
            "valid_from_precision IN ('day', 'range', 'month', 'year', 'unknown')", name=op.f("ck_offices_valid_from_precision")
        ),
        sa.CheckConstraint(
            "valid_until_precision IN ('day', 'range', 'month', 'year', 'unknown')", name=op.f("ck_offices_valid_until_precision")
        ),
        sa.CheckConstraint("valid_until >= valid_from", name=op.f("ck_offices_term")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_offices_actor_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_offices_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offices")),
        comment="Who held which office, and when: dated terms of the reviewed seeds, and what resolving adds from articles.",
    )
    op.create_index(op.f("ix_offices_actor_id"), "offices", ["actor_id"])
    op.create_index(op.f("ix_offices_kind"), "offices", ["kind"])
    op.create_index(op.f("ix_offices_person_id"), "offices", ["person_id"])

    op.create_table(
        "person_names",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: person_name, person, name.",
        ),
        sa.Column("person_id", KEY, nullable=False, comment="Whose name this is."),
        sa.Column("name", TEXT, nullable=False, comment="The name as it stands in texts."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of name this is. One of: variant, transliteration, native_order, former.",
        ),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.",
        ),
        sa.CheckConstraint("kind IN ('variant', 'transliteration', 'native_order', 'former')", name=op.f("ck_person_names_kind")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_person_names_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_names")),
        sa.UniqueConstraint("person_id", "name", name=op.f("uq_person_names_person_id_name")),
        comment="Other names and spellings of people (Zhaparov for Japarov).",
    )
    op.create_index(op.f("ix_person_names_name"), "person_names", ["name"])
    op.create_index(op.f("ix_person_names_person_id"), "person_names", ["person_id"])

    op.create_table(
        "person_references",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: person_reference, article, ordinal.",
        ),
        sa.Column("article_id", KEY, nullable=False, comment="The article that this was seen in."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the article's people, from 0."),
        sa.Column(
            "name",
            TEXT,
            nullable=True,
            comment="Fullest name that the text or the lexicon gives; empty for an unnamed holder of an office.",
        ),
        sa.Column(
            "actor_id",
            KEY,
            nullable=True,
            comment="The state or organization that the person stands for in this article.",
        ),
        sa.Column(
            "title",
            TEXT,
            nullable=True,
            comment="Title that the article gives the person.",
        ),
        sa.Column(
            "gender",
            TEXT,
            nullable=True,
            comment="Grammatical gender in the text; empty when unknown. One of: f, m.",
        ),
        sa.Column(
            "known_by",
            TEXT,
            nullable=False,
            comment="What the name rests on: the names' lexicon, a dated office, or the text alone. One of: name, office, text.",
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
        sa.CheckConstraint("gender IN ('f', 'm')", name=op.f("ck_person_references_gender")),
        sa.CheckConstraint("known_by IN ('name', 'office', 'text')", name=op.f("ck_person_references_known_by")),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_person_references_confidence")),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_person_references_ordinal")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_person_references_actor_id")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_person_references_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_references")),
        sa.UniqueConstraint("article_id", "ordinal", name=op.f("uq_person_references_article_id_ordinal")),
        comment="People as one article presents them: all mentions in the article that are one person, put together.",
    )
    op.create_index(op.f("ix_person_references_actor_id"), "person_references", ["actor_id"])
    op.create_index(op.f("ix_person_references_name"), "person_references", ["name"])

    op.create_table(
        "places",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: place, state, kind, name.",
        ),
        sa.Column("name", TEXT, nullable=False, comment="Canonical English name."),
        sa.Column("state_id", KEY, nullable=True, comment="The state that it lies in."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of place this is. One of: capital, city, region, venue.",
        ),
        sa.Column("latitude", sa.Float(), nullable=True, comment="Degrees north (WGS 84)."),
        sa.Column("longitude", sa.Float(), nullable=True, comment="Degrees east (WGS 84)."),
        sa.Column(
            "source",
            TEXT,
            nullable=True,
            comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.",
        ),
        sa.CheckConstraint("kind IN ('capital', 'city', 'region', 'venue')", name=op.f("ck_places_kind")),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name=op.f("ck_places_coordinates")),
        sa.CheckConstraint("latitude >= -90 AND latitude <= 90", name=op.f("ck_places_latitude")),
        sa.CheckConstraint("longitude >= -180 AND longitude <= 180", name=op.f("ck_places_longitude")),
        sa.ForeignKeyConstraint(["state_id"], ["states.actor_id"], name=op.f("fk_places_state_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
        sa.UniqueConstraint("state_id", "kind", "name", name=op.f("uq_places_state_id_kind_name")),
        comment="Places: capitals, cities, regions and venues.",
    )
    op.create_index(op.f("ix_places_name"), "places", ["name"])
    op.create_index(op.f("ix_places_state_id"), "places", ["state_id"])

    op.create_table(
        "claims",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: claim, article, ordinal.",
        ),
        sa.Column("article_id", KEY, nullable=False, comment="The article that this was seen in."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the article's claims, from 0."),
        sa.Column(
            "meeting_report_id",
            KEY,
            nullable=True,
            comment="The reported meeting at which it was said.",
        ),
        sa.Column(
            "text",
            TEXT,
            nullable=False,
            comment="The characters of the claim's span, attribution included.",
        ),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the claim in the article's text, attribution included, in Unicode code points from 0.",
        ),
        sa.Column(
            "char_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the claim in the article's text, attribution included, in Unicode code points.",
        ),
        sa.Column(
            "content_start",
            sa.Integer(),
            nullable=True,
            comment="Offset of the first character of what is claimed, without source and cue, in Unicode code points from 0.",
        ),
        sa.Column(
            "content_end",
            sa.Integer(),
            nullable=True,
            comment="Offset after the last character of what is claimed, without source and cue, in Unicode code points.",
        ),
        sa.Column(
            "source_start",
            sa.Integer(),
            nullable=True,
            comment="Offset of the first character of the words that name who claims it, in Unicode code points from 0.",
        ),
        sa.Column(
            "source_end",
            sa.Integer(),
            nullable=True,
            comment="Offset after the last character of the words that name who claims it, in Unicode code points.",
        ),
        sa.Column(
            "cue_start",
            sa.Integer(),
            nullable=True,
            comment="Offset of the first character of the word of saying, in Unicode code points from 0.",
        ),
        sa.Column(
            "cue_end", sa.Integer(), nullable=True, comment="Offset after the last character of the word of saying, in Unicode code points."
        ),
        sa.Column(
            "cue",
            TEXT,
            nullable=True,
            comment="The word of saying; empty where the sentence has none.",
        ),
        sa.Column(
            "act",
            TEXT,
            nullable=False,
            comment="What is done by saying it: one primary act a claim. One of: assert, assess, praise, support, oppose, pledge, urge, propose, thank, congratulate, announce, agree, convey.",
        ),
        sa.Column("is_direct", sa.Boolean(), nullable=False, comment="True when the span holds a quotation."),
        sa.Column(
            "is_continuation",
            sa.Boolean(),
            nullable=False,
            comment="True when the sentence has no word of saying and inherits its speaker.",
        ),
        sa.Column(
            "polarity",
            TEXT,
            nullable=False,
            comment="Whether the content is affirmed or denied. One of: positive, negative.",
        ),
        sa.Column(
            "modality",
            TEXT,
            nullable=False,
            comment="How the content stands to the facts. One of: actual, future, conditional, obligation, possibility.",
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
        sa.CheckConstraint(
            "act IN ('assert', 'assess', 'praise', 'support', 'oppose', 'pledge', 'urge', 'propose', 'thank', 'congratulate', 'announce', 'agree', 'convey')",
            name=op.f("ck_claims_act"),
        ),
        sa.CheckConstraint("modality IN ('actual', 'future', 'conditional', 'obligation', 'possibility')", name=op.f("ck_claims_modality")),
        sa.CheckConstraint("polarity IN ('positive', 'negative')", name=op.f("ck_claims_polarity")),
        sa.CheckConstraint("(content_start IS NULL) = (content_end IS NULL)", name=op.f("ck_claims_content_span")),
        sa.CheckConstraint("(cue_start IS NULL) = (cue_end IS NULL)", name=op.f("ck_claims_cue_span")),
        sa.CheckConstraint("(source_start IS NULL) = (source_end IS NULL)", name=op.f("ck_claims_source_span")),
        sa.CheckConstraint("char_end > char_start", name=op.f("ck_claims_char_end")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_claims_char_start")),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_claims_confidence")),
        sa.CheckConstraint("content_end > content_start", name=op.f("ck_claims_content_end")),
        sa.CheckConstraint("content_start >= 0", name=op.f("ck_claims_content_start")),
        sa.CheckConstraint("cue_end > cue_start", name=op.f("ck_claims_cue_end")),
        sa.CheckConstraint("cue_start >= 0", name=op.f("ck_claims_cue_start")),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_claims_ordinal")),
        sa.CheckConstraint("source_end > source_start", name=op.f("ck_claims_source_end")),
        sa.CheckConstraint("source_start >= 0", name=op.f("ck_claims_source_start")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_claims_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["meeting_report_id"], ["meeting_reports.id"], name=op.f("fk_claims_meeting_report_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sa.UniqueConstraint("article_id", "ordinal", name=op.f("uq_claims_article_id_ordinal")),
        comment="Reported and quoted statements: a sentence, or a split part of one, and within it source, cue and content.",
    )
    op.create_index(op.f("ix_claims_act"), "claims", ["act"])
    op.create_index(op.f("ix_claims_meeting_report_id"), "claims", ["meeting_report_id"])

    op.create_table(
        "meeting_evidence",
        sa.Column(
            "meeting_report_id",
            KEY,
            nullable=False,
            comment="The report that the sentence supports.",
        ),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the sentence in the article's text, in Unicode code points from 0.",
        ),
        sa.Column(
            "char_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the sentence in the article's text, in Unicode code points.",
        ),
        sa.CheckConstraint("char_end > char_start", name=op.f("ck_meeting_evidence_char_end")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_meeting_evidence_char_start")),
        sa.ForeignKeyConstraint(
            ["meeting_report_id"], ["meeting_reports.id"], name=op.f("fk_meeting_evidence_meeting_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("meeting_report_id", "char_start", "char_end", name=op.f("pk_meeting_evidence")),
        comment="All sentences of an article that report one meeting.",
    )
    op.create_table(
        "meeting_report_participants",
        sa.Column("meeting_report_id", KEY, nullable=False, comment="The report."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the report's participants, from 0."),
        sa.Column(
            "person_reference_id",
            KEY,
            nullable=True,
            comment="The article's person who took part.",
        ),
        sa.Column(
            "actor_id",
            KEY,
            nullable=True,
            comment="The state or organization that took part or was stood for.",
        ),
        sa.Column(
            "role",
            TEXT,
            nullable=False,
            comment="In which role they took part. One of: principal, host, guest, chair, inviter, accompanying, attendee, speaker.",
        ),
        sa.CheckConstraint(
            "role IN ('principal', 'host', 'guest', 'chair', 'inviter', 'accompanying', 'attendee', 'speaker')",
            name=op.f("ck_meeting_report_participants_role"),
        ),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_meeting_report_participants_ordinal")),
        sa.CheckConstraint("person_reference_id IS NOT NULL OR actor_id IS NOT NULL", name=op.f("ck_meeting_report_participants_somebody")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_meeting_report_participants_actor_id")),
        sa.ForeignKeyConstraint(
            ["meeting_report_id"], ["meeting_reports.id"], name=op.f("fk_meeting_report_participants_meeting_report_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_reference_id"],
            ["person_references.id"],
            name=op.f("fk_meeting_report_participants_person_reference_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("meeting_report_id", "ordinal", name=op.f("pk_meeting_report_participants")),
        comment="Who took part in a meeting as one article reports it: a person, the actor they stand for, or both.",
    )
    op.create_index(op.f("ix_meeting_report_participants_actor_id"), "meeting_report_participants", ["actor_id"])
    op.create_index(op.f("ix_meeting_report_participants_person_reference_id"), "meeting_report_participants", ["person_reference_id"])

    op.create_table(
        "meetings",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: that of the smallest meeting_report.",
        ),
        sa.Column(
            "title",
            TEXT,
            nullable=False,
            comment="Short title made of kind and participants, for people to read.",
        ),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of meeting it is. One of: bilateral, trilateral, multilateral, visit, call, summit, other.",
        ),
        sa.Column(
            "status",
            TEXT,
            nullable=False,
            comment="Whether it took place. One of: held, planned, cancelled.",
        ),
        sa.Column("start_on", sa.Date(), nullable=True, comment="First day, or first day of the month or year that is known."),
        sa.Column("end_on", sa.Date(), nullable=True, comment="Last day; empty for a single day."),
        sa.Column(
            "date_precision",
            TEXT,
            nullable=False,
            comment="How exactly the date is known. One of: day, range, month, year, unknown.",
        ),
        sa.Column("place", TEXT, nullable=True, comment="Place where it was held."),
        sa.Column(
            "place_state_id",
            KEY,
            nullable=True,
            comment="The state that the place lies in.",
        ),
        sa.Column(
            "gathering_id",
            KEY,
            nullable=True,
            comment="The summit or conference that it was part of or held beside.",
        ),
        sa.Column("on_sidelines", sa.Boolean(), nullable=False, comment="True when it was held on the sidelines of the gathering."),
        sa.Column("background", sa.Boolean(), nullable=False, comment="True when every article only looks back or ahead at it."),
        sa.CheckConstraint("(start_on IS NULL) = (date_precision = 'unknown')", name=op.f("ck_meetings_start_on_known")),
        sa.CheckConstraint("date_precision IN ('day', 'range', 'month', 'year', 'unknown')", name=op.f("ck_meetings_date_precision")),
        sa.CheckConstraint(
            "kind IN ('bilateral', 'trilateral', 'multilateral', 'visit', 'call', 'summit', 'other')", name=op.f("ck_meetings_kind")
        ),
        sa.CheckConstraint("status IN ('held', 'planned', 'cancelled')", name=op.f("ck_meetings_status")),
        sa.CheckConstraint("end_on >= start_on", name=op.f("ck_meetings_end_on")),
        sa.CheckConstraint("end_on IS NULL OR start_on IS NOT NULL", name=op.f("ck_meetings_start_on")),
        sa.ForeignKeyConstraint(["gathering_id"], ["gatherings.id"], name=op.f("fk_meetings_gathering_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["place_state_id"], ["states.actor_id"], name=op.f("fk_meetings_place_state_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        comment="Meetings: one row for each, however many articles report it.",
    )
    op.create_index(op.f("ix_meetings_gathering_id"), "meetings", ["gathering_id"])
    op.create_index(op.f("ix_meetings_kind_start_on"), "meetings", ["kind", "start_on"])
    op.create_index(op.f("ix_meetings_place"), "meetings", ["place"])
    op.create_index(op.f("ix_meetings_place_state_id"), "meetings", ["place_state_id"])
    op.create_index(op.f("ix_meetings_start_on"), "meetings", ["start_on"])
    op.create_index(op.f("ix_meetings_status"), "meetings", ["status"])

    op.create_table(
        "mentions",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: mention, article, char_start, char_end, kind, name.",
        ),
        sa.Column("article_id", KEY, nullable=False, comment="The article that this was seen in."),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the mention in the article's text, in Unicode code points from 0.",
        ),
        sa.Column(
            "char_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the mention in the article's text, in Unicode code points.",
        ),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What sort of entity is mentioned. One of: person, state, organization, place, initiative.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=True,
            comment="What extraction took it for: ISO alpha-2 code of a state, otherwise the canonical name; empty for an unnamed person.",
        ),
        sa.Column("surface", TEXT, nullable=False, comment="The characters of the span."),
        sa.Column("actor_id", KEY, nullable=True, comment="The state or organization mentioned."),
        sa.Column(
            "person_reference_id",
            KEY,
            nullable=True,
            comment="The article's person whom the span refers to.",
        ),
        sa.Column(
            "place_id",
            KEY,
            nullable=True,
            comment="The place mentioned, where the reference data knows it.",
        ),
        sa.Column("initiative_id", KEY, nullable=True, comment="The initiative mentioned."),
        sa.Column(
            "rule",
            TEXT,
            nullable=False,
            comment="Name of the extraction rule that made this row.",
        ),
        sa.Column(
            "confidence", sa.Float(), nullable=False, comment="How far the extractor trusts this row, from 0 (a guess) to 1 (certain)."
        ),
        sa.CheckConstraint("kind <> 'initiative' OR initiative_id IS NOT NULL", name=op.f("ck_mentions_initiative")),
        sa.CheckConstraint("kind <> 'person' OR person_reference_id IS NOT NULL", name=op.f("ck_mentions_person")),
        sa.CheckConstraint("kind IN ('person', 'state', 'organization', 'place', 'initiative')", name=op.f("ck_mentions_kind")),
        sa.CheckConstraint("kind NOT IN ('state', 'organization') OR actor_id IS NOT NULL", name=op.f("ck_mentions_actor")),
        sa.CheckConstraint("char_end > char_start", name=op.f("ck_mentions_char_end")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_mentions_char_start")),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_mentions_confidence")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_mentions_actor_id")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_mentions_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiatives.id"], name=op.f("fk_mentions_initiative_id")),
        sa.ForeignKeyConstraint(
            ["person_reference_id"], ["person_references.id"], name=op.f("fk_mentions_person_reference_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_mentions_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentions")),
        comment="Spans that name an actor, place or initiative, or name or refer to a person.",
    )
    op.create_index(op.f("ix_mentions_actor_id"), "mentions", ["actor_id"])
    op.create_index(op.f("ix_mentions_article_id"), "mentions", ["article_id"])
    op.create_index(op.f("ix_mentions_initiative_id"), "mentions", ["initiative_id"])
    op.create_index(op.f("ix_mentions_name"), "mentions", ["name"])
    op.create_index(op.f("ix_mentions_person_reference_id"), "mentions", ["person_reference_id"])
    op.create_index(op.f("ix_mentions_place_id"), "mentions", ["place_id"])

    op.create_table(
        "office_reports",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: office_report, article, char_start, char_end, person_reference, title.",
        ),
        sa.Column("article_id", KEY, nullable=False, comment="The article that this was seen in."),
        sa.Column(
            "person_reference_id",
            KEY,
            nullable=False,
            comment="The article's person who holds the office.",
        ),
        sa.Column("title", TEXT, nullable=False, comment="Title of the office."),
        sa.Column(
            "actor_id",
            KEY,
            nullable=True,
            comment="The state or organization that the office belongs to.",
        ),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the words that say so, in the article's text, in Unicode code points from 0.",
        ),
        sa.Column(
            "char_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the words that say so, in the article's text, in Unicode code points.",
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
        sa.CheckConstraint("char_end > char_start", name=op.f("ck_office_reports_char_end")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_office_reports_char_start")),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_office_reports_confidence")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_office_reports_actor_id")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_office_reports_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["person_reference_id"], ["person_references.id"], name=op.f("fk_office_reports_person_reference_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_reports")),
        comment="What articles say of who holds which office.",
    )
    op.create_index(op.f("ix_office_reports_actor_id"), "office_reports", ["actor_id"])
    op.create_index(op.f("ix_office_reports_article_id"), "office_reports", ["article_id"])
    op.create_index(op.f("ix_office_reports_person_reference_id"), "office_reports", ["person_reference_id"])

    op.create_table(
        "person_identities",
        sa.Column("person_reference_id", KEY, nullable=False, comment="The article's person."),
        sa.Column("person_id", KEY, nullable=False, comment="Who that is."),
        sa.Column("score", sa.Float(), nullable=False, comment="How strongly the evidence speaks for this link; higher is stronger."),
        sa.Column(
            "reason",
            TEXT,
            nullable=False,
            comment="Why: the features that spoke for the link, in words.",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_person_identities_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["person_reference_id"], ["person_references.id"], name=op.f("fk_person_identities_person_reference_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_reference_id", name=op.f("pk_person_identities")),
        comment="Which person each article's person is. An unnamed person may have no row.",
    )
    op.create_index(op.f("ix_person_identities_person_id"), "person_identities", ["person_id"])

    op.create_table(
        "place_names",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: place_name, place, name.",
        ),
        sa.Column("place_id", KEY, nullable=False, comment="Whose name this is."),
        sa.Column("name", TEXT, nullable=False, comment="The name as it stands in texts."),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_place_names_place_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_names")),
        sa.UniqueConstraint("place_id", "name", name=op.f("uq_place_names_place_id_name")),
        comment="Other names and spellings of places.",
    )
    op.create_index(op.f("ix_place_names_name"), "place_names", ["name"])
    op.create_index(op.f("ix_place_names_place_id"), "place_names", ["place_id"])

    op.create_table(
        "relation_reports",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: relation_report, article, kind, char_start, char_end, label, parties.",
        ),
        sa.Column("article_id", KEY, nullable=False, comment="The article that this was seen in."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What is reported. One of: relationship, membership, agreement.",
        ),
        sa.Column(
            "label",
            TEXT,
            nullable=False,
            comment="Level of the relationship, status of the member, or title of the document agreed.",
        ),
        sa.Column(
            "detail",
            TEXT,
            nullable=True,
            comment="Of an agreement: what sort of document it is (joint_statement, treaty, …).",
        ),
        sa.Column(
            "since", sa.Date(), nullable=True, comment="Since when it holds, or when it was signed; first day of the period that is known."
        ),
        sa.Column(
            "since_precision",
            TEXT,
            nullable=False,
            comment="How exactly that date is known. One of: day, range, month, year, unknown.",
        ),
        sa.Column(
            "meeting_report_id",
            KEY,
            nullable=True,
            comment="The reported meeting at which it was declared or signed.",
        ),
        sa.Column(
            "char_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of the first character of the sentence that says so, in the article's text, in Unicode code points from 0.",
        ),
        sa.Column(
            "char_end",
            sa.Integer(),
            nullable=False,
            comment="Offset after the last character of the sentence that says so, in the article's text, in Unicode code points.",
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
        sa.CheckConstraint("(since IS NULL) = (since_precision = 'unknown')", name=op.f("ck_relation_reports_since_known")),
        sa.CheckConstraint("kind IN ('relationship', 'membership', 'agreement')", name=op.f("ck_relation_reports_kind")),
        sa.CheckConstraint(
            "since_precision IN ('day', 'range', 'month', 'year', 'unknown')", name=op.f("ck_relation_reports_since_precision")
        ),
        sa.CheckConstraint("char_end > char_start", name=op.f("ck_relation_reports_char_end")),
        sa.CheckConstraint("char_start >= 0", name=op.f("ck_relation_reports_char_start")),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_relation_reports_confidence")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_relation_reports_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["meeting_report_id"], ["meeting_reports.id"], name=op.f("fk_relation_reports_meeting_report_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation_reports")),
        comment="What articles say of relationships between actors, of memberships, and of agreements.",
    )
    op.create_index(op.f("ix_relation_reports_article_id"), "relation_reports", ["article_id"])
    op.create_index(op.f("ix_relation_reports_kind"), "relation_reports", ["kind"])
    op.create_index(op.f("ix_relation_reports_meeting_report_id"), "relation_reports", ["meeting_report_id"])

    op.create_table(
        "agreements",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: that of the smallest relation_report.",
        ),
        sa.Column("title", TEXT, nullable=False, comment="Title of the document."),
        sa.Column(
            "kind",
            TEXT,
            nullable=True,
            comment="What sort of document it is (joint_statement, treaty, agreement, …).",
        ),
        sa.Column("signed_on", sa.Date(), nullable=True, comment="Day on which it was signed or issued."),
        sa.Column(
            "meeting_id",
            KEY,
            nullable=True,
            comment="The meeting at which it was signed or issued.",
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_agreements_meeting_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
        comment="Documents signed and joint statements issued.",
    )
    op.create_index(op.f("ix_agreements_kind"), "agreements", ["kind"])
    op.create_index(op.f("ix_agreements_meeting_id"), "agreements", ["meeting_id"])
    op.create_index(op.f("ix_agreements_signed_on"), "agreements", ["signed_on"])

    op.create_table(
        "claim_actors",
        sa.Column("claim_id", KEY, nullable=False, comment="The claim."),
        sa.Column("actor_id", KEY, nullable=False, comment="The state or organization."),
        sa.Column(
            "relation",
            TEXT,
            nullable=False,
            comment="How the actor stands to the claim. One of: on_behalf_of, target, mentioned.",
        ),
        sa.CheckConstraint("relation IN ('on_behalf_of', 'target', 'mentioned')", name=op.f("ck_claim_actors_relation")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_claim_actors_actor_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_actors_claim_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim_id", "actor_id", "relation", name=op.f("pk_claim_actors")),
        comment="On whose behalf a claim is made, at whom it is aimed, and which actors are spoken of in it.",
    )
    op.create_index(op.f("ix_claim_actors_actor_id"), "claim_actors", ["actor_id"])

    op.create_table(
        "claim_initiatives",
        sa.Column("claim_id", KEY, nullable=False, comment="The claim."),
        sa.Column("initiative_id", KEY, nullable=False, comment="The initiative."),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_initiatives_claim_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiatives.id"], name=op.f("fk_claim_initiatives_initiative_id")),
        sa.PrimaryKeyConstraint("claim_id", "initiative_id", name=op.f("pk_claim_initiatives")),
        comment="Which initiatives a claim is about.",
    )
    op.create_index(op.f("ix_claim_initiatives_initiative_id"), "claim_initiatives", ["initiative_id"])

    op.create_table(
        "claim_people",
        sa.Column("claim_id", KEY, nullable=False, comment="The claim."),
        sa.Column("person_reference_id", KEY, nullable=False, comment="The article's person."),
        sa.Column(
            "relation",
            TEXT,
            nullable=False,
            comment="How the person stands to the claim. One of: speaker, addressee, mentioned.",
        ),
        sa.CheckConstraint("relation IN ('speaker', 'addressee', 'mentioned')", name=op.f("ck_claim_people_relation")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_people_claim_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["person_reference_id"], ["person_references.id"], name=op.f("fk_claim_people_person_reference_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim_id", "person_reference_id", "relation", name=op.f("pk_claim_people")),
        comment="Who makes a claim, to whom, and who is spoken of in it.",
    )
    op.create_index(op.f("ix_claim_people_person_reference_id"), "claim_people", ["person_reference_id"])

    op.create_table(
        "meeting_participants",
        sa.Column("meeting_id", KEY, nullable=False, comment="The meeting."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the meeting's participants, from 0."),
        sa.Column(
            "person_id",
            KEY,
            nullable=True,
            comment="Who took part; empty when no person is known.",
        ),
        sa.Column(
            "actor_id",
            KEY,
            nullable=True,
            comment="The state or organization that took part or was stood for.",
        ),
        sa.Column(
            "role",
            TEXT,
            nullable=False,
            comment="In which role they took part. One of: principal, host, guest, chair, inviter, accompanying, attendee, speaker.",
        ),
        sa.CheckConstraint(
            "role IN ('principal', 'host', 'guest', 'chair', 'inviter', 'accompanying', 'attendee', 'speaker')",
            name=op.f("ck_meeting_participants_role"),
        ),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_meeting_participants_ordinal")),
        sa.CheckConstraint("person_id IS NOT NULL OR actor_id IS NOT NULL", name=op.f("ck_meeting_participants_somebody")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_meeting_participants_actor_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_participants_meeting_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_meeting_participants_person_id")),
        sa.PrimaryKeyConstraint("meeting_id", "ordinal", name=op.f("pk_meeting_participants")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_meeting_participants_meeting_id_person_id")),
        comment="Who took part in a meeting: a person, the actor they stand for, or both.",
    )
    op.create_index(op.f("ix_meeting_participants_actor_id"), "meeting_participants", ["actor_id"])
    op.create_index(op.f("ix_meeting_participants_person_id"), "meeting_participants", ["person_id"])

    op.create_table(
        "meeting_report_links",
        sa.Column("meeting_report_id", KEY, nullable=False, comment="The report."),
        sa.Column("meeting_id", KEY, nullable=False, comment="The meeting."),
        sa.Column("score", sa.Float(), nullable=False, comment="How strongly the evidence speaks for this link; higher is stronger."),
        sa.Column(
            "reasons",
            TEXT,
            nullable=False,
            comment="Why: the features that spoke for the link, in words.",
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_report_links_meeting_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["meeting_report_id"], ["meeting_reports.id"], name=op.f("fk_meeting_report_links_meeting_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("meeting_report_id", name=op.f("pk_meeting_report_links")),
        comment="Which meeting each report is about.",
    )
    op.create_index(op.f("ix_meeting_report_links_meeting_id"), "meeting_report_links", ["meeting_id"])

    op.create_table(
        "membership_reports",
        sa.Column("membership_id", KEY, nullable=False, comment="The membership."),
        sa.Column("relation_report_id", KEY, nullable=False, comment="The report."),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["memberships.id"], name=op.f("fk_membership_reports_membership_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["relation_report_id"], ["relation_reports.id"], name=op.f("fk_membership_reports_relation_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("membership_id", "relation_report_id", name=op.f("pk_membership_reports")),
        comment="Which reports say so of a membership.",
    )
    op.create_index(op.f("ix_membership_reports_relation_report_id"), "membership_reports", ["relation_report_id"])

    op.create_table(
        "relation_report_parties",
        sa.Column("relation_report_id", KEY, nullable=False, comment="The report."),
        sa.Column(
            "ordinal",
            sa.Integer(),
            nullable=False,
            comment="Place among the parties, from 0; of a membership, 0 is the member and 1 the organization.",
        ),
        sa.Column("actor_id", KEY, nullable=False, comment="The state or organization."),
        sa.CheckConstraint("ordinal >= 0", name=op.f("ck_relation_report_parties_ordinal")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_relation_report_parties_actor_id")),
        sa.ForeignKeyConstraint(
            ["relation_report_id"], ["relation_reports.id"], name=op.f("fk_relation_report_parties_relation_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("relation_report_id", "ordinal", name=op.f("pk_relation_report_parties")),
        comment="Parties of a reported relation: the two actors; member and organization; or all signers.",
    )
    op.create_index(op.f("ix_relation_report_parties_actor_id"), "relation_report_parties", ["actor_id"])

    op.create_table(
        "relationship_reports",
        sa.Column("relationship_id", KEY, nullable=False, comment="The relationship."),
        sa.Column("relation_report_id", KEY, nullable=False, comment="The report."),
        sa.ForeignKeyConstraint(
            ["relation_report_id"], ["relation_reports.id"], name=op.f("fk_relationship_reports_relation_report_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["relationship_id"], ["relationships.id"], name=op.f("fk_relationship_reports_relationship_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("relationship_id", "relation_report_id", name=op.f("pk_relationship_reports")),
        comment="Which reports say so of a relationship.",
    )
    op.create_index(op.f("ix_relationship_reports_relation_report_id"), "relationship_reports", ["relation_report_id"])

    op.create_table(
        "statement_claims",
        sa.Column("claim_id", KEY, nullable=False, comment="The claim."),
        sa.Column("statement_id", KEY, nullable=False, comment="The statement."),
        sa.Column("score", sa.Float(), nullable=False, comment="How strongly the evidence speaks for this link; higher is stronger."),
        sa.Column(
            "reasons",
            TEXT,
            nullable=False,
            comment="Why: the features that spoke for the link, in words.",
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_statement_claims_claim_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("fk_statement_claims_statement_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_statement_claims")),
        comment="Which statement each claim reports.",
    )
    op.create_index(op.f("ix_statement_claims_statement_id"), "statement_claims", ["statement_id"])

    op.create_table(
        "agreement_parties",
        sa.Column("agreement_id", KEY, nullable=False, comment="The document."),
        sa.Column("actor_id", KEY, nullable=False, comment="The state or organization."),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_agreement_parties_actor_id")),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name=op.f("fk_agreement_parties_agreement_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("agreement_id", "actor_id", name=op.f("pk_agreement_parties")),
        comment="Who signed or issued a document.",
    )
    op.create_index(op.f("ix_agreement_parties_actor_id"), "agreement_parties", ["actor_id"])

    op.create_table(
        "agreement_reports",
        sa.Column("agreement_id", KEY, nullable=False, comment="The document."),
        sa.Column("relation_report_id", KEY, nullable=False, comment="The report."),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreements.id"], name=op.f("fk_agreement_reports_agreement_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["relation_report_id"], ["relation_reports.id"], name=op.f("fk_agreement_reports_relation_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("agreement_id", "relation_report_id", name=op.f("pk_agreement_reports")),
        comment="Which reports say so of an agreement.",
    )
    op.create_index(op.f("ix_agreement_reports_relation_report_id"), "agreement_reports", ["relation_report_id"])


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)

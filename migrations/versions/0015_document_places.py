"""All places at which a document was found are kept, so that one that changes takes it from no other.

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

from hashlib import blake2b

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "document_places",
        sa.Column(
            "id",
            KEY,
            autoincrement=False,
            nullable=False,
            comment="Stable 63-bit key, made by the client: document_place, document, origin, name.",
        ),
        sa.Column("document_id", KEY, nullable=False, comment="The document."),
        sa.Column("origin", TEXT, nullable=False, comment="Where it came from, as in documents."),
        sa.Column("name", TEXT, nullable=False, comment="What it is called there, as in documents."),
        sa.Column("fetched_at", INSTANT, nullable=True, comment="When it was first fetched there (UTC); empty for local files."),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_document_places_document_id_documents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_places")),
        sa.UniqueConstraint("document_id", "origin", "name", name=op.f("uq_document_places_document_id_origin_name")),
        comment="All places at which a document was found, of which documents shows the smallest. Other content there takes it away.",
    )
    op.create_index(op.f("ix_document_places_document_id"), "document_places", ["document_id"])
    op.create_index(op.f("ix_document_places_name"), "document_places", ["name"])
    _places_known()


def downgrade() -> None:
    op.drop_table("document_places")


def _places_known() -> None:
    """Enter the one place of each document that was kept until now."""
    bind = op.get_bind()
    there = bind.execute(sa.text("SELECT id, origin, name, fetched_at FROM documents").columns(fetched_at=INSTANT)).all()
    table = sa.table(
        "document_places", *(sa.column(name) for name in ("id", "document_id", "origin", "name")), sa.column("fetched_at", INSTANT)
    )
    rows = [
        {"id": _key(document, origin, name), "document_id": document, "origin": origin, "name": name, "fetched_at": fetched}
        for document, origin, name, fetched in there
    ]
    if rows:
        bind.execute(table.insert(), rows)


def _key(document: int, origin: str, name: str) -> int:
    """The program's key of the row, as it made it when this was written."""
    natural = "\x1f".join(["document_place", str(document), origin, name])
    return int.from_bytes(blake2b(natural.encode("utf-8"), digest_size=8).digest(), "big") & ((1 << 63) - 1)

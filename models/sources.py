"""What was read: publishers, documents with their bytes, and the articles found in them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models import vocabularies as words
from models.base import KEY_TYPE, Base, key, position, ref, span_end, span_start, word


class Publisher(Base):
    """Who publishes articles."""

    __tablename__ = "publishers"
    __table_args__ = (UniqueConstraint("name"), {"comment": "News agencies, newspapers, ministries and others who publish articles."})

    id: Mapped[int] = key("publisher, name")
    name: Mapped[str] = mapped_column(comment="Name as articles give it.")
    url: Mapped[str | None] = mapped_column(comment="Address of the publisher's site.")


class Document(Base):
    """One thing that a source yielded, with its bytes."""

    __tablename__ = "documents"
    __table_args__ = (
        UniqueConstraint("origin", "name", "content_hash"),
        {"comment": "What sources yielded: a file, a page, a row of a JSONL file, with its bytes. A document may hold many articles."},
    )

    id: Mapped[int] = key("document, and what the loader takes as its natural key")
    name: Mapped[str] = mapped_column(index=True, comment="File name, web address, or the id of a JSONL row.")
    origin: Mapped[str] = mapped_column(comment="Where it came from: path or address of the file, feed or archive.")
    media_type: Mapped[str] = mapped_column(comment="IANA media type of the content (text/plain, text/html, …).")
    content_hash: Mapped[str] = mapped_column(index=True, comment="Hash of the content, in hexadecimal; equal content has an equal hash.")
    content: Mapped[bytes] = mapped_column(comment="The bytes as they were read.")
    byte_count: Mapped[int] = mapped_column(
        CheckConstraint("byte_count >= 0", name="byte_count"), comment="Length of the content in bytes."
    )
    fetched_at: Mapped[datetime | None] = mapped_column(comment="When it was fetched (UTC); empty for local files.")
    publisher: Mapped[str | None] = mapped_column(comment="Publisher, as the document or its source names it.")
    published_on: Mapped[date | None] = mapped_column(comment="Day of publication, as the document or its source says.")
    language: Mapped[str | None] = mapped_column(comment="Language, as the document or its source says.")
    title: Mapped[str | None] = mapped_column(comment="Title from the document's own metadata.")
    url: Mapped[str | None] = mapped_column(comment="Canonical web address.")


class DocumentPlace(Base):
    """A place at which a document was found."""

    __tablename__ = "document_places"
    __table_args__ = (
        UniqueConstraint("document_id", "origin", "name"),
        {"comment": "All places at which a document was found, of which documents shows the smallest. Other content there takes it away."},
    )

    id: Mapped[int] = key("document_place, document, origin, name")
    document_id: Mapped[int] = ref("documents.id", "The document.", ondelete="CASCADE")
    origin: Mapped[str] = mapped_column(comment="Where it came from, as in documents.")
    name: Mapped[str] = mapped_column(index=True, comment="What it is called there, as in documents.")
    fetched_at: Mapped[datetime | None] = mapped_column(comment="When it was first fetched there (UTC); empty for local files.")


class Article(Base):
    """One article, a verbatim slice of its document."""

    __tablename__ = "articles"
    __table_args__ = (
        UniqueConstraint("document_id", "position"),
        CheckConstraint("(published_on IS NULL) = (dated_by = 'unknown')", name="dated_by_known"),
        CheckConstraint("duplicate_of <> id", name="duplicate_of"),
        # What a period's articles are counted by is read here alone, not in the table, whose rows are as long as the articles. The document
        # is asked for by the plan of `v_articles` even where it leaves the document out.
        Index("ix_articles_published_on", "published_on", postgresql_include=["id", "document_id", "publisher_id", "duplicate_of"]),
        {"comment": "Articles found in documents. The text is a verbatim slice of the document's text, headline not included."},
    )

    id: Mapped[int] = key("article, document, position")
    document_id: Mapped[int] = ref("documents.id", "The document that it stands in.", ondelete="CASCADE", index=False)
    position: Mapped[int] = position("Place among the document's articles, from 0.", name="position")
    title: Mapped[str | None] = mapped_column(comment="Headline.")
    publisher_id: Mapped[int | None] = ref("publishers.id", "Who published it.", nullable=True)
    published_on: Mapped[date | None] = mapped_column(comment="Day of publication.")
    dated_by: Mapped[str] = word("dated_by", words.DATED_BY, "How the day of publication was found.")
    dateline_place: Mapped[str | None] = mapped_column(comment="Place that the dateline names.")
    language: Mapped[str] = mapped_column(comment="ISO 639-1 code of the text's language.")
    char_start: Mapped[int] = span_start("the article in the document's text")
    char_end: Mapped[int] = span_end("the article in the document's text", may_be_empty=True)
    text: Mapped[str] = mapped_column(comment="The article's text; offsets of all observations point into it.")
    text_hash: Mapped[str] = mapped_column(index=True, comment="Hash of the text, in hexadecimal; equal texts have an equal hash.")
    url: Mapped[str | None] = mapped_column(comment="Web address of the article.")
    duplicate_of: Mapped[int | None] = ref(
        "articles.id", "The article that this one repeats; empty for originals.", nullable=True, ondelete="SET NULL"
    )
    cluster_id: Mapped[int | None] = mapped_column(
        KEY_TYPE, index=True, comment="Cluster of near-duplicates: the smallest article key among them; empty when it stands alone."
    )
    extractor_version: Mapped[str | None] = mapped_column(
        comment="Version of the extractor that made the article's observations; empty before extraction."
    )

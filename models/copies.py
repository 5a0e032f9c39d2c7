"""Which articles repeat others, and what is needed to find that out for new ones. All of it is derived from the articles' texts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Float, UniqueConstraint
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from models.base import KEY_TYPE, Base, key, position, ref, span_end, span_start


def part(column: str, comment: str) -> MappedColumn[Any]:
    """Return a column that holds a part of a whole, from 0 to 1."""
    return mapped_column(column, Float, CheckConstraint(f"{column} >= 0 AND {column} <= 1", name=column), nullable=False, comment=comment)


class UncomparedArticle(Base):
    """An article that waits to be compared."""

    __tablename__ = "uncompared_articles"
    __table_args__ = (
        {"comment": "Articles still to be compared with the others. Empty when it is known of every article what it repeats."},
    )

    article_id: Mapped[int] = ref("articles.id", "The article.", key=True, ondelete="CASCADE")
    day: Mapped[int] = mapped_column(index=True, comment="Ordinal of the day of publication; 0 for none.")


class ArticleSignature(Base):
    """By what the copies of an article are found."""

    __tablename__ = "article_signatures"
    __table_args__ = ({"comment": "Signatures of the articles that have been compared."},)

    article_id: Mapped[int] = ref("articles.id", "The article.", key=True, ondelete="CASCADE")
    text_hash: Mapped[str] = mapped_column(comment="Hash of the text that was signed, in hexadecimal.")
    day: Mapped[int] = mapped_column(comment="Ordinal of the day of publication; 0 for none.")
    word_count: Mapped[int] = mapped_column(CheckConstraint("word_count >= 0", name="word_count"), comment="Words of the text.")
    minhash: Mapped[bytes] = mapped_column(comment="MinHash of its sequences of words, as 32-bit numbers; empty for a very short text.")
    fingerprints: Mapped[bytes] = mapped_column(comment="Hashes of runs of words chosen by winnowing, as 64-bit numbers.")


class ArticleBlock(Base):
    """A block that an article stands in."""

    __tablename__ = "article_blocks"
    # No foreign key: its index would be as large as the table, and the signature says where an article stands.
    __table_args__ = (
        {
            "comment": "Blocks of articles: only those that share one are ever compared. Made from the signatures.",
            "sqlite_with_rowid": False,
        },
    )

    block: Mapped[int] = mapped_column(
        KEY_TYPE, primary_key=True, autoincrement=False, comment="Hash of a band of the MinHash, or a fingerprint."
    )
    day: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="Ordinal of the day of publication; 0 for none.")
    article_id: Mapped[int] = mapped_column(KEY_TYPE, primary_key=True, autoincrement=False, comment="Key of the article.")


class ArticleLikeness(Base):
    """Two articles, one of which at least is a copy of the other."""

    __tablename__ = "article_likenesses"
    __table_args__ = (
        UniqueConstraint("article_id", "other_id"),
        CheckConstraint("article_id < other_id", name="order"),
        {"comment": "Pairs of articles that are versions of one text, or of which one is a cut version of the other. Each pair once."},
    )

    id: Mapped[int] = key("likeness, article_id, other_id")
    article_id: Mapped[int] = ref("articles.id", "The article with the smaller key.", ondelete="CASCADE", index=False)
    other_id: Mapped[int] = ref("articles.id", "The other one.", ondelete="CASCADE")
    share: Mapped[float] = part("share", "Which share of the article's sequences of words stands in the other one, from 0 to 1.")
    other_share: Mapped[float] = part("other_share", "Which share of the other one's stands in the article, from 0 to 1.")


class SharedPassage(Base):
    """A passage that two articles share."""

    __tablename__ = "shared_passages"
    __table_args__ = ({"comment": "The longest equal runs of words of articles that are alike. Case, accents and punctuation may differ."},)

    likeness_id: Mapped[int] = ref("article_likenesses.id", "The pair of articles.", key=True, ondelete="CASCADE")
    ordinal: Mapped[int] = position("Place among the passages in the article with the smaller key, from 0.", key=True)
    char_start: Mapped[int] = span_start("the passage in the article with the smaller key")
    char_end: Mapped[int] = span_end("the passage in the article with the smaller key")
    other_start: Mapped[int] = span_start("the passage in the other one", prefix="other")
    other_end: Mapped[int] = span_end("the passage in the other one", prefix="other")
    word_count: Mapped[int] = mapped_column(CheckConstraint("word_count > 0", name="word_count"), comment="Words of the passage.")

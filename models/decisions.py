"""What people have decided. Judgements outlive every re-extraction and rebuild, so they hold words and places, never foreign keys."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models import vocabularies as words
from models.base import KEY_TYPE, Base, key, position, ref, span_start, word


class Judgement(Base):
    """One decision of a person about one thing, or about two."""

    __tablename__ = "judgements"
    __table_args__ = (
        CheckConstraint("(field IS NOT NULL) = (decision = 'set')", name="set_field"),
        {"comment": "What people decided: these two are one, these two are not, this is wrong or right, this speaker is X."},
    )

    id: Mapped[int] = key("judgement, about, what is decided of it, its anchors")
    about: Mapped[str] = word("about", words.JUDGEMENT_SUBJECTS, "What sort of thing is judged.", index=True)
    decision: Mapped[str] = word("decision", words.JUDGEMENT_DECISIONS, "What was decided.")
    field: Mapped[str | None] = word("field", words.JUDGEMENT_FIELDS, "Which property is set, for set.", nullable=True)
    value: Mapped[str | None] = mapped_column(comment="What the property is set to; empty sets it to nothing.")
    note: Mapped[str | None] = mapped_column(comment="Why, in the words of whoever decided.")
    decided_by: Mapped[str] = mapped_column(comment="Who decided.")
    decided_at: Mapped[datetime] = mapped_column(comment="When it was decided (UTC). Of two decisions about one thing the later counts.")


class JudgementAnchor(Base):
    """What a judgement holds on to: a passage of an article, or a name."""

    __tablename__ = "judgement_anchors"
    __table_args__ = (
        CheckConstraint("(quote IS NULL) <> (name IS NULL)", name="quote"),
        CheckConstraint("(quote IS NULL) = (char_start IS NULL)", name="char_start_of_quote"),
        {"comment": "What judgements hold on to: passages of articles and names, which stay when keys and offsets change."},
    )

    judgement_id: Mapped[int] = ref("judgements.id", "The judgement.", key=True, ondelete="CASCADE")
    ordinal: Mapped[int] = position("0 for the thing judged, 1 for the other of two.", key=True)
    document_id: Mapped[int | None] = mapped_column(
        KEY_TYPE, index=True, comment="Key of the document, which says what bytes it holds. No foreign key: it may be away."
    )
    document_name: Mapped[str | None] = mapped_column(comment="Name of the document when it was judged.")
    origin: Mapped[str | None] = mapped_column(comment="Where the document came from when it was judged.")
    url: Mapped[str | None] = mapped_column(comment="Web address of the article or its document.")
    text_hash: Mapped[str | None] = mapped_column(index=True, comment="Hash of the article's text when it was judged.")
    char_start: Mapped[int | None] = span_start("the passage in the article's text, when it was judged", nullable=True)
    quote: Mapped[str | None] = mapped_column(comment="The passage itself; empty for names.")
    before: Mapped[str | None] = mapped_column(comment="Characters before the passage.")
    after: Mapped[str | None] = mapped_column(comment="Characters after the passage.")
    hint: Mapped[str | None] = mapped_column(comment="What tells the thing from others at the same passage.")
    name: Mapped[str | None] = mapped_column(index=True, comment="Name of the person, initiative or organization; empty for passages.")
    known: Mapped[bool | None] = mapped_column(comment="Whether the name is one of the lexicon; empty for passages.")
    actor_kind: Mapped[str | None] = word("actor_kind", words.ACTOR_KINDS, "Kind of the actor whom the person stands for.", nullable=True)
    actor: Mapped[str | None] = mapped_column(comment="The actor whom the person stands for: alpha-2 code or name.")


class JudgementTarget(Base):
    """What a judgement was last found to be about."""

    __tablename__ = "judgement_targets"
    __table_args__ = (
        {"comment": "Which rows each anchor means in this store, as last found. Derived: made anew whenever articles are read."},
    )

    judgement_id: Mapped[int] = ref("judgements.id", "The judgement.", key=True, ondelete="CASCADE")
    ordinal: Mapped[int] = position("Which of its anchors.", key=True)
    target_id: Mapped[int] = mapped_column(
        KEY_TYPE,
        primary_key=True,
        index=True,
        autoincrement=False,
        comment="Key of the row meant. No foreign key: a row judged wrong is not there.",
    )
    article_id: Mapped[int | None] = ref(
        "articles.id", "The article in which the passage was found; empty for names.", nullable=True, ondelete="CASCADE"
    )
    found: Mapped[str] = word("found", words.JUDGEMENT_FOUND, "How the anchor was found.")

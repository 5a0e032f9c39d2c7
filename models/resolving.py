"""What resolving remembers from one night to the next, so that new articles touch only what they can change. All of it is derived.

`unresolved` is what is still to be done; the others are shelves on which resolving looks things up.
"""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from models import vocabularies as words
from models.base import KEY_TYPE, Base, key, position, ref, word


def block(comment: str) -> MappedColumn[int]:
    """Return the column of a block's hashed key."""
    return mapped_column(KEY_TYPE, primary_key=True, autoincrement=False, comment=comment)


def day(comment: str) -> MappedColumn[int]:
    """Return the column that says when, within a primary key, where nothing may be NULL."""
    return mapped_column(primary_key=True, autoincrement=False, comment=comment)


class Unresolved(Base):
    """Something that was loaded, changed or taken away since resolving looked last."""

    __tablename__ = "unresolved"
    __table_args__ = (
        # In this order articles are taken up.
        Index("ix_unresolved_kind", "kind", "day", "key"),
        {"comment": "What resolving still has to look at. Empty when the resolved tables say all that the observed ones do."},
    )

    id: Mapped[int] = key("unresolved, kind, key, other")
    kind: Mapped[str] = word("kind", words.UNRESOLVED_KINDS, "What changed.")
    key: Mapped[int] = mapped_column(KEY_TYPE, comment="Key of the article, bearer, person, component or block that changed.")
    day: Mapped[int] = mapped_column(comment="Ordinal of the day of the article that waits or was taken away; 0 for none.")
    detail: Mapped[str | None] = mapped_column(comment="What was taken away, as JSON.")


class ObservationBlock(Base):
    """A block that an observation stands in."""

    __tablename__ = "observation_blocks"
    __table_args__ = ({"comment": "Blocks of observations: only those that share a block are ever compared.", "sqlite_with_rowid": False},)

    block: Mapped[int] = block("Hash of the blocking key.")
    day: Mapped[int] = day("Day, month or ten days that the observation is filed under; 0 for none.")
    article_id: Mapped[int] = ref("articles.id", "The article of the observation.", key=True, ondelete="CASCADE", index=True)
    ordinal: Mapped[int] = position("Place of the observation in its article.", key=True)
    stage: Mapped[str] = word("stage", words.BLOCK_STAGES, "What sort of observation it is.")
    terms: Mapped[bytes | None] = mapped_column(
        comment="A claim's content words, or the days that a report allows, in short: by these, what cannot agree is passed over."
    )


class NameBearer(Base):
    """All references under one name and actor, and who that is."""

    __tablename__ = "name_bearers"
    __table_args__ = ({"comment": "Names as articles give them with their actor, how often, and the person that each is."},)

    id: Mapped[int] = key("bearer, is_known, name, actor_kind, actor")
    is_known: Mapped[bool] = mapped_column(comment="True for a name of the lexicon.")
    name: Mapped[str] = mapped_column(comment="Canonical name of the lexicon, or the folded name.")
    actor_kind: Mapped[str] = mapped_column(comment="state or organization; empty where no actor is known.")
    actor: Mapped[str] = mapped_column(comment="ISO alpha-2 code or name of the actor; empty where none is known.")
    seen: Mapped[str] = mapped_column(comment="How often each name, actor and gender is given, as JSON.")
    component_id: Mapped[int] = mapped_column(KEY_TYPE, index=True, comment="Smallest bearer of those that were weighed together.")
    person_id: Mapped[int] = mapped_column(KEY_TYPE, index=True, comment="The person.")
    score: Mapped[float] = mapped_column(comment="How strongly the evidence speaks for it.")
    reason: Mapped[str] = mapped_column(comment="Why, in words.")


class NameBlock(Base):
    """A block that a bearer or a person stands in."""

    __tablename__ = "name_blocks"
    __table_args__ = (
        {
            "comment": "Blocks of names: bearers by the words of their full names, people by the surnames that they are called.",
            "sqlite_with_rowid": False,
        },
    )

    block: Mapped[int] = block("Hash of the blocking key.")
    member: Mapped[int] = mapped_column(KEY_TYPE, primary_key=True, autoincrement=False, comment="Key of the bearer or person.")


class Sighting(Base):
    """On how many occasions somebody was seen on a day."""

    __tablename__ = "sightings"
    __table_args__ = ({"comment": "On which days articles name a bearer, or a person in an office.", "sqlite_with_rowid": False},)

    block: Mapped[int] = block("Hash of the bearer or of the office.")
    person_id: Mapped[int] = mapped_column(
        KEY_TYPE, primary_key=True, autoincrement=False, comment="Who was seen in the office; 0 for the bearer itself."
    )
    day: Mapped[int] = day("Ordinal of the day of publication; 0 for none.")
    times: Mapped[int] = mapped_column(comment="How many references.")

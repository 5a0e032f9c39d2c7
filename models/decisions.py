"""What people have decided. Judgements outlive every re-extraction and rebuild, so they hold keys, never foreign keys."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models import vocabularies as words
from models.base import KEY_TYPE, Base, key, word


class Judgement(Base):
    """One decision of a person about one observation, or about two."""

    __tablename__ = "judgements"
    __table_args__ = (
        CheckConstraint("(object_id IS NOT NULL) = (decision IN ('same', 'different'))", name="object"),
        CheckConstraint("(field IS NOT NULL) = (decision = 'set')", name="field"),
        CheckConstraint("subject_id <> object_id", name="two_things"),
        {
            "comment": "What people decided: these two are one, these two are not, this is right or wrong, this speaker is X. "
            "Subjects are observations, whose keys do not change when resolved rows are rebuilt."
        },
    )

    id: Mapped[int] = key("judgement, about, subject, object, field")
    about: Mapped[str] = word("about", words.JUDGEMENT_SUBJECTS, "What sort of row is judged.", index=True)
    decision: Mapped[str] = word("decision", words.JUDGEMENT_DECISIONS, "What was decided.")
    subject_id: Mapped[int] = mapped_column(
        KEY_TYPE, index=True, comment="Key of the row judged. No foreign key: the judgement stays while the row is away."
    )
    object_id: Mapped[int | None] = mapped_column(KEY_TYPE, index=True, comment="Key of the other row, for same and different.")
    field: Mapped[str | None] = mapped_column(comment="Which property is set, for set (speaker, act, kind, start_on, …).")
    value: Mapped[str | None] = mapped_column(comment="What the property is set to; empty sets it to nothing.")
    note: Mapped[str | None] = mapped_column(comment="Why, in the words of whoever decided.")
    decided_by: Mapped[str | None] = mapped_column(comment="Who decided.")
    decided_at: Mapped[datetime] = mapped_column(comment="When it was decided (UTC).")

"""A judgement and what it holds on to. No keys of rows: those change when articles are read anew, words and names do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

About = Literal["meeting_report", "claim", "mention", "person_reference", "person", "initiative", "organization"]
Decision = Literal["same", "different", "reject", "accept", "set"]
Property = Literal["speaker", "act", "date", "place", "kind", "status", "name"]
Found = Literal["exact", "moved", "similar", "name"]
"""How an anchor was found: a passage at its place, elsewhere in the same words, or in like words; or by name."""

NAMED: frozenset[About] = frozenset({"person", "initiative", "organization"})
"""What is judged by its name, wherever articles speak of it; all else is judged in one article."""


class TextAnchor(NamedTuple):
    """A passage of an article: where the article came from, what it read, the passage with its surroundings and place.

    `document` is the key of the document, which says what bytes it holds. `hint` tells the thing judged from others at one passage.
    """

    document: int
    document_name: str
    origin: str
    url: str | None
    text_hash: str
    start: int
    quote: str
    before: str
    after: str
    hint: str


class NameAnchor(NamedTuple):
    """A name. Of a person also whether the lexicon knows it, and the actor whom articles see them stand for."""

    name: str
    known: bool = False
    actor_kind: str = ""
    actor: str = ""


Anchor = TextAnchor | NameAnchor


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided of one thing, or of two (`other`)."""

    about: About
    decision: Decision
    subject: Anchor
    other: Anchor | None
    field: Property | None
    value: str | None
    note: str | None
    decided_by: str
    decided_at: datetime

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """What it holds on to, the thing judged first."""
        return (self.subject,) if self.other is None else (self.subject, self.other)

    @property
    def question(self) -> str:
        """What it answers. A later answer to the same question about the same thing takes the place of the earlier."""
        if self.decision == "set":
            return f"set {self.field}"
        return "one or two" if self.decision in ("same", "different") else "right or wrong"

"""Words of meeting, talking, calling and visiting, and the contexts in which they are no diplomacy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.lexicon.tables import read_table


@dataclass(frozen=True, slots=True)
class MeetingTerms:
    """Lower-cased terms; several words are joined by single spaces."""

    nouns: dict[str, str]
    """Meeting noun to kind (bilateral, trilateral, multilateral, call, summit, visit, other, any)."""
    not_diplomatic: frozenset[tuple[str, ...]]
    not_objects: frozenset[str]
    """What one "meets" without a meeting: requirements, deadlines."""


_MEETING_SENSES = frozenset({"meeting", "call", "visit"})


@cache
def load_meeting_terms() -> MeetingTerms:
    """Read meeting_terms.csv."""
    nouns: dict[str, str] = {}
    not_diplomatic: set[tuple[str, ...]] = set()
    not_objects: set[str] = set()
    for row in read_table("lexicons", "meeting_terms"):
        term = row["term"].lower()
        if row["sense"] == "not_diplomatic":
            not_diplomatic.add(tuple(term.split()))
        elif row["sense"] == "not_diplomatic_object":
            not_objects.add(term)
        elif row["word_class"] == "noun" and row["sense"] in _MEETING_SENSES:
            nouns[term] = row["sense"] if row["sense"] in ("call", "visit") else row["kind"]
    return MeetingTerms(nouns, frozenset(not_diplomatic), frozenset(not_objects))

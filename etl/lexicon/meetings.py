"""Words of meeting, talking, calling and visiting, and the contexts in which they are no diplomacy."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from etl.lexicon.tables import read_table

VerbForm = Literal["base", "third", "past", "participle", "gerund"]
VerbSense = Literal["meet", "receive", "host", "call_on", "speak", "phone", "phone_if", "hold", "visit"]


@dataclass(frozen=True, slots=True)
class MeetingVerb:
    """One form of a verb of meeting. `following` are the words bound to it ("down with" of "sit")."""

    lemma: str
    following: tuple[str, ...]
    form: VerbForm
    sense: VerbSense


@dataclass(frozen=True, slots=True)
class MeetingTerms:
    """Lower-cased terms; several words are joined by single spaces."""

    nouns: dict[str, str]
    """Meeting noun to kind (bilateral, trilateral, multilateral, call, summit, visit, other, any)."""
    verbs: dict[str, tuple[MeetingVerb, ...]]
    """Form to verbs, those with the most following words first."""
    not_diplomatic: frozenset[tuple[str, ...]]
    not_objects: frozenset[str]
    """What one "meets" without a meeting: requirements, deadlines."""


_MEETING_SENSES = frozenset({"meeting", "call", "visit"})
_FORMS: tuple[VerbForm, ...] = ("past", "third", "gerund", "participle")


def _verbs() -> dict[str, tuple[MeetingVerb, ...]]:
    found: dict[str, list[MeetingVerb]] = defaultdict(list)
    for row in read_table("lexicons", "meeting_verbs"):
        sense = cast(VerbSense, row["sense"])
        seen: set[str] = set()
        for form in _FORMS:
            if row[form] not in seen:
                seen.add(row[form])
                found[row[form]].append(MeetingVerb(row["lemma"], tuple(row["following"].split()), form, sense))
        if row["lemma"] not in seen:
            found[row["lemma"]].append(MeetingVerb(row["lemma"], tuple(row["following"].split()), "base", sense))
    return {form: tuple(sorted(verbs, key=lambda v: -len(v.following))) for form, verbs in found.items()}


@cache
def load_meeting_terms() -> MeetingTerms:
    """Read meeting_terms.csv and meeting_verbs.csv."""
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
    return MeetingTerms(nouns, _verbs(), frozenset(not_diplomatic), frozenset(not_objects))

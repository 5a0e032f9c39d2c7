"""Words of meeting, talking, calling and visiting, and the contexts in which they are no diplomacy."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from etl.errors import RunError
from etl.lexicon.tables import read_table
from etl.lexicon.words import fill_lists

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
    noun_openings: frozenset[str]
    """First words of meeting nouns, in the singular and in the plural: what need not be looked for anywhere else."""
    not_diplomatic: dict[str, tuple[tuple[str, ...], ...]]
    """First word to the phrases of two or three words in which a word of meeting is none: "meet the need"."""
    not_objects: frozenset[str]
    """What one "meets" without a meeting: requirements, deadlines."""


_INFLECTED: tuple[VerbForm, ...] = ("past", "third", "gerund", "participle")
_PHRASE_SIZES = (2, 3)
_MEETING_SENSES = frozenset({"meeting", "call", "visit"})


def _verbs() -> dict[str, tuple[MeetingVerb, ...]]:
    """The verbs of meeting_verbs.csv by each of their forms; a form that several columns share is the first of them."""
    found: dict[str, list[MeetingVerb]] = defaultdict(list)
    for row in read_table("lexicons", "meeting_verbs"):
        if row["sense"] not in get_args(VerbSense):
            raise RunError(f"seeds/lexicons/meeting_verbs.csv: {row['lemma']}: no such sense: {row['sense']!r}")
        sense, following = cast(VerbSense, row["sense"]), tuple(row["following"].split())
        forms: dict[str, VerbForm] = {}
        for form in _INFLECTED:
            forms.setdefault(row[form], form)
        forms.setdefault(row["lemma"], "base")
        for written, form in forms.items():
            found[written].append(MeetingVerb(row["lemma"], following, form, sense))
    return {form: tuple(sorted(verbs, key=lambda v: -len(v.following))) for form, verbs in found.items()}


@cache
def load_meeting_terms() -> MeetingTerms:
    """Read meeting_terms.csv and meeting_verbs.csv."""
    nouns: dict[str, str] = {}
    not_diplomatic: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    not_objects: set[str] = set()
    for row in read_table("lexicons", "meeting_terms"):
        term = row["term"].lower()
        if row["sense"] == "not_diplomatic":
            phrase = tuple(term.split())
            if len(phrase) in _PHRASE_SIZES:
                not_diplomatic[phrase[0]].append(phrase)
        elif row["sense"] == "not_diplomatic_object":
            not_objects.add(term)
        elif row["word_class"] == "noun" and row["sense"] in _MEETING_SENSES:
            nouns[term] = row["sense"] if row["sense"] in ("call", "visit") else row["kind"]
    openings = frozenset(term.split()[0] for noun in nouns for term in (noun, f"{noun}s"))
    return MeetingTerms(nouns, _verbs(), openings, {word: tuple(found) for word, found in not_diplomatic.items()}, frozenset(not_objects))


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Each field is a list of words.csv."""

    phone_words: frozenset[str]
    """Words that make talks a call."""
    separate_markers: frozenset[str]
    """Words by which several counterparts are met one after another."""
    joint_markers: frozenset[str]
    """Words by which they are met together."""
    cancelling_words: frozenset[str]
    planning_words: frozenset[str]
    """Words before a meeting that is still to come."""
    arranged_words: frozenset[str]
    """Words after "is" that put a meeting into the future: scheduled, due."""
    arranging_words: frozenset[str]
    """Words between a subject and its infinitive: "is (due) to meet"."""
    meeting_participles: frozenset[str]
    """Participles of meeting: after "had" they tell of an earlier one."""
    meeting_plurals: frozenset[str]
    """Plural nouns that are one meeting: talks, consultations."""
    meeting_fillers: frozenset[str]
    """Words between a verb and its noun of meeting: "held (a second round of) talks"."""
    occasion_nouns: frozenset[str]
    """What a guest is hosted or welcomed for: talks, dinner."""
    object_openers: frozenset[str]
    """Adverbs and attributes between a verb of meeting and whom it meets."""
    recency_words: frozenset[str]
    """Words that look back at what happened not long before: recently, ago."""
    day_parts: frozenset[str]
    """Nouns after "this" that say when: "met this morning with X"."""
    visit_nouns: frozenset[str]
    visit_fillers: frozenset[str]
    """Words between a verb and its noun of visit: "paid (a two-day official) visit"."""
    paying_verbs: frozenset[str]
    """Verb forms whose object is a visit: paid, made."""


@cache
def load_meeting_words() -> MeetingWords:
    """Read words.csv."""
    return fill_lists(MeetingWords)

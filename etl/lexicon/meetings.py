"""Words of meeting, talking, calling and visiting, and the contexts in which they are no diplomacy."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from etl.errors import RunError
from etl.lexicon.tables import read_table
from etl.lexicon.words import fill_lists

VerbForm = Literal["base", "third", "past", "participle", "gerund"]
VerbSense = Literal[
    "meet",
    "see",
    "receive",
    "host",
    "call_on",
    "speak",
    "discuss",
    "spend",
    "gather",
    "phone",
    "phone_if",
    "hold",
    "chair",
    "visit",
    "travel",
]


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
    """Meeting noun to kind (bilateral, trilateral, multilateral, call, summit, visit, meal, other, any)."""
    verbs: dict[str, tuple[MeetingVerb, ...]]
    """Form to verbs, those with the most following words first."""
    nouns_by_opening: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word to the meeting nouns but visits, singular and plural, and their kinds, those of most words first."""
    not_diplomatic: dict[str, tuple[tuple[str, ...], ...]]
    """First word to the phrases, longest first, in which a word of meeting is none: "meet the need"."""
    settings: frozenset[str]
    """Single words of sport and play beside which a verb of meeting needs people in office on both sides: tournament, semifinal."""
    not_objects: frozenset[str]
    """What one "meets" without a meeting: requirements, deadlines."""


def cut_words(term: str) -> tuple[str, ...]:
    """The words of a term as the tokenizer cuts them: a hyphen between letters stands alone."""
    return tuple(_HYPHEN.sub(" - ", term).split())


_HYPHEN: Final = re.compile(r"(?<=\w)-(?=[^\W\d])")
_INFLECTED: Final[tuple[VerbForm, ...]] = ("past", "third", "gerund", "participle")
_MEETING_SENSES: Final = frozenset({"meeting", "call", "visit", "meal"})


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
            first, *rest = cut_words(written)
            found[first].append(MeetingVerb(row["lemma"], (*rest, *following), form, sense))
    return {form: tuple(sorted(verbs, key=lambda v: -len(v.following))) for form, verbs in found.items()}


def load_meeting_terms() -> MeetingTerms:
    """Read meeting_terms.csv and meeting_verbs.csv."""
    if not _TERMS:
        _TERMS.append(_read_meeting_terms())
    return _TERMS[0]


_TERMS: Final[list[MeetingTerms]] = []
"""Read once (`words.load_words` tells why not by a cache)."""


def _read_meeting_terms() -> MeetingTerms:
    nouns: dict[str, str] = {}
    not_diplomatic: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    settings: set[str] = set()
    not_objects: set[str] = set()
    for row in read_table("lexicons", "meeting_terms"):
        term = " ".join(cut_words(row["term"].lower()))
        if row["sense"] == "not_diplomatic":
            phrase = tuple(term.split())
            if len(phrase) > 1:
                not_diplomatic[phrase[0]].append(phrase)
            else:
                settings.add(term)
        elif row["sense"] == "not_diplomatic_object":
            not_objects.add(term)
        elif row["word_class"] == "noun" and row["sense"] in _MEETING_SENSES:
            nouns[term] = row["sense"] if row["sense"] in ("call", "visit", "meal") else row["kind"]
    longest_first = {word: tuple(sorted(found, key=len, reverse=True)) for word, found in not_diplomatic.items()}
    return MeetingTerms(nouns, _verbs(), _by_opening(nouns), longest_first, frozenset(settings), frozenset(not_objects))


def _by_opening(nouns: dict[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    forms = {tuple(form.split()): kind for noun, kind in nouns.items() for form in (f"{noun}s", noun) if kind != "visit"}
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, kind in sorted(forms.items(), key=lambda item: -len(item[0])):
        found[words[0]].append((words, kind))
    return {word: tuple(terms) for word, terms in found.items()}


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Each field is a list of words.csv."""

    phone_words: frozenset[str]
    """Words that make talks a call."""
    shared_nouns: frozenset[str]
    """What is between two states without their meeting: relations, trade, disputes."""
    calling_purposes: frozenset[str]
    """Infinitives of why one calls somebody: to congratulate, to convey."""
    separate_markers: frozenset[str]
    """Words by which several counterparts are met one after another."""
    joint_markers: frozenset[str]
    """Words by which they are met together."""
    effect_verbs: frozenset[str]
    """What a meeting that is over "is expected to" do: strengthen, lead to."""
    cancelling_words: frozenset[str]
    rejecting_words: frozenset[str]
    """Words by which a report is called untrue: denied, dismissed, false."""
    rumour_nouns: frozenset[str]
    """What is so rejected: reports, rumours."""
    unreal_words: frozenset[str]
    """Words before a meeting that is refused, asked for or only thought of: declined, urged, possible."""
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
    recalling_verbs: frozenset[str]
    """Verb forms whose object lies back: "recalled her talks with X"."""
    recency_words: frozenset[str]
    """Words that look back at what happened not long before: recently, ago."""
    day_parts: frozenset[str]
    """Nouns after "this" that say when: "met this morning with X"."""
    visit_nouns: frozenset[str]
    visit_fillers: frozenset[str]
    """Words between a verb and its noun of visit: "paid (a two-day official) visit"."""
    paying_verbs: frozenset[str]
    """Verb forms whose object is a visit: paid, made."""
    presenting_verbs: frozenset[str]
    """Verb forms of an ambassador whose object are credentials."""
    accepting_verbs: frozenset[str]
    """Verb forms of a head of state whose object are credentials."""
    credential_nouns: frozenset[str]
    attending_words: frozenset[str]
    """Verbs and adjectives of those who take part in a meeting besides its principals: attended, present."""
    gathering_verbs: frozenset[str]
    """Forms of verbs by which somebody is at a gathering: attended, (took) part (in)."""
    joint_organs: frozenset[str]
    """Nouns of standing bodies of two sides: commission, mechanism."""
    joint_journeys: frozenset[str]
    """Past and bare forms of what "the two leaders" do together only when they are meant as a pair: "traveled", "flew"."""
    joint_acts: frozenset[str]
    """Past forms of what representatives do together in one place: signed, inaugurated, toured."""
    joint_act_bases: frozenset[str]
    """The bare forms of these."""
    delegate_nouns: frozenset[str]
    """Plural nouns by which states act: delegations, negotiators, ministries."""
    ministry_nouns: frozenset[str]
    """Bodies of a state that consult those of another: ministry, governments, parliaments."""
    glad_words: frozenset[str]
    """Adjectives of whoever likes to do what an infinitive says: pleased, honoured."""
    habit_words: frozenset[str]
    """Adverbs of what is done time and again: annually, regularly."""
    following_nouns: frozenset[str]
    """Nouns of those who come with a leader: delegation, mission, members."""
    contact_words: frozenset[str]
    """Words of contact, hospitality and talk: what officials named together in such a sentence do, they do in each other's presence."""
    distance_words: frozenset[str]
    """Words of what is done from afar, or is no diplomacy: wrote, accused, replaced, match."""
    state_nouns: frozenset[str]
    """Meetings that states hold as states, so that nobody need be named: consultations, negotiations."""
    government_titles: frozenset[str]
    """Last words of titles that only governments and their envoys give: minister, ambassador."""
    private_callings: frozenset[str]
    """Last words of titles whose bearers stand for no state: coach, author, executive."""
    company_titles: frozenset[str]
    """Last words of titles that companies give as well as states: president, chairman."""
    business_words: frozenset[str]
    """Words of business, beside which such a title is a company's where no state stands with it: firm, shareholders."""
    residence_nouns: frozenset[str]
    """Where a guest of state is welcomed: palace, residence, airport."""
    situation_nouns: frozenset[str]
    """What goes on somewhere and is talked about elsewhere: "the conflict in Lima"."""
    seats: frozenset[str]
    """Where a government receives, in its capital: presidential palace, ministry of foreign affairs."""
    far_capitals: frozenset[str]
    """States whose government sits elsewhere than in the capital, or whose capital has moved: alpha-2 in lower case."""
    sequel_markers: frozenset[str]
    """What makes a meeting another one of the same sides: next, previous, second."""


def load_meeting_words() -> MeetingWords:
    """Read words.csv."""
    if not _WORDS:
        _WORDS.append(fill_lists(MeetingWords))
    return _WORDS[0]


_WORDS: Final[list[MeetingWords]] = []
"""Read once (`words.load_words` tells why not by a cache)."""

"""Cue words of reported speech and stance, and stance phrases inside what is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast, get_args

from etl.errors import RunError
from etl.lexicon.tables import cell_list, read_table
from etl.records import Act

WordClass = Literal["verb", "noun", "adjective", "preposition"]
CueForm = Literal["base", "third", "past", "participle", "gerund", "singular", "plural", "fixed"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a cue word. `following` are the words that must come right after it ("on" of "call on")."""

    lemma: str
    word_class: WordClass
    act: Act
    frames: frozenset[str]
    following: tuple[str, ...]
    weight: float
    complements: frozenset[str] = frozenset()
    """Of a noun or adjective: the words with which what it is about begins."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A phrase, lemmas, that tells what is done in saying something ("be willing to")."""

    words: tuple[str, ...]
    act: Act
    weight: float


@dataclass(frozen=True, slots=True)
class StanceOptions:
    """The stances that begin with a word, to be found without trying them all. With each its rank: longest first."""

    alone: tuple[tuple[int, Stance], ...]
    """Those of one word."""
    by_second: dict[str, tuple[tuple[int, Stance], ...]]
    """Those of several, by every form of their second word."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Look-ups by lower-cased form."""

    verbs: dict[str, tuple[tuple[Cue, CueForm], ...]]
    """Form to readings, longest following words first. Past and participle often coincide: the first that fits is given."""
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    prepositions: tuple[tuple[str, ...], ...]
    light_verbs: dict[str, CueForm]
    stances: dict[str, tuple[Stance, ...]]
    """First word's every form to stances, longest first."""
    stance_options: dict[str, StanceOptions]
    """The same, by the second word too."""
    lemmas: dict[str, str]
    """Inflected form of any cue or light verb to its lemma."""


def _act(text: str, where: str) -> Act:
    if text not in get_args(Act):
        raise RunError(f"{where}: no such act: {text!r}")
    return cast(Act, text)


_BE: Final = ("be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m")
_HAVE: Final = ("have", "has", "had", "having", "'ve")
_WILL: Final = ("will", "'ll")


_INFLECTED: Final[tuple[CueForm, ...]] = ("past", "third", "gerund", "participle")


def _forms(row: dict[str, str]) -> Iterable[tuple[str, CueForm]]:
    seen: set[str] = set()
    for name in _INFLECTED:
        for form in cell_list(row[name]):
            if form not in seen:
                seen.add(form)
                yield form, name
    if row["lemma"] not in seen:
        yield row["lemma"], "base"


def _read_cues() -> Iterable[tuple[Cue, dict[str, str]]]:
    """The cues of cues.csv, each with its row."""
    for row in read_table("lexicons", "cues"):
        where, word_class = f"seeds/lexicons/cues.csv: {row['lemma']}", row["word_class"]
        if word_class not in get_args(WordClass):
            raise RunError(f"{where}: no such word class: {word_class!r}")
        following = tuple(row["preposition"].split()) if word_class == "verb" else ()
        frames, weight = frozenset(cell_list(row["frames"])), float(row["weight"])
        complements = frozenset(cell_list(row["preposition"])) if word_class in ("noun", "adjective") else frozenset()
        yield Cue(row["lemma"], cast(WordClass, word_class), _act(row["act"], where), frames, following, weight, complements), row


def _options(stances: tuple[Stance, ...], forms: dict[str, set[str]]) -> StanceOptions:
    """`forms`: of every lemma."""
    by_second: dict[str, list[tuple[int, Stance]]] = defaultdict(list)
    alone: list[tuple[int, Stance]] = []
    for rank, stance in enumerate(stances):
        if len(stance.words) == 1:
            alone.append((rank, stance))
            continue
        second = stance.words[1]
        for form in {second, second + "s"} | forms.get(second, set()):
            by_second[form].append((rank, stance))
    return StanceOptions(tuple(alone), {word: tuple(found) for word, found in by_second.items()})


def _forms_of(lemmas: dict[str, str]) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for form, lemma in lemmas.items():
        forms[lemma].add(form)
    return dict(forms)


def _read_stances(forms: dict[str, set[str]]) -> dict[str, tuple[Stance, ...]]:
    """The phrases of stances.csv by every form of their first word, longest first. `forms`: of every lemma."""
    stances: dict[str, list[Stance]] = defaultdict(list)
    for row in read_table("lexicons", "stances"):
        words = tuple(row["phrase"].lower().split())
        stance = Stance(words, _act(row["act"], f"seeds/lexicons/stances.csv: {row['phrase']}"), float(row["weight"]))
        for form in {words[0]} | forms.get(words[0], set()):
            stances[form].append(stance)
    return {form: tuple(sorted(found, key=lambda s: -len(s.words))) for form, found in stances.items()}


@cache
def cue_forms(form: CueForm) -> frozenset[str]:
    """The words that are such a form of some verb."""
    return frozenset(word for word, readings in load_cues().verbs.items() if any(name == form for _, name in readings))


def load_cues() -> Cues:
    """Read cues.csv, light_verbs.csv and stances.csv."""
    if not _CUES:
        _CUES.append(_read_all())
    return _CUES[0]


_CUES: Final[list[Cues]] = []
"""Read once (`words.load_words` tells why not by a cache)."""


def _read_all() -> Cues:
    verbs: dict[str, list[tuple[Cue, CueForm]]] = defaultdict(list)
    nouns: dict[str, Cue] = {}
    adjectives: dict[str, Cue] = {}
    prepositions: list[tuple[str, ...]] = []
    lemmas: dict[str, str] = dict.fromkeys(_BE, "be") | dict.fromkeys(_HAVE, "have") | dict.fromkeys(_WILL, "will")
    for cue, row in _read_cues():
        if cue.word_class == "verb":
            for form, name in _forms(row):
                verbs[form].append((cue, name))
                lemmas.setdefault(form, cue.lemma)
        elif cue.word_class == "noun":
            for form in (cue.lemma, *cell_list(row["third"])):
                nouns.setdefault(form, cue)
        elif cue.word_class == "adjective":
            adjectives.setdefault(cue.lemma, cue)
        elif "X" not in cue.lemma:
            prepositions.append(tuple(cue.lemma.split()))
    light: dict[str, CueForm] = {}
    for row in read_table("lexicons", "light_verbs"):
        for form, name in _forms(row):
            light.setdefault(form, name)
            lemmas.setdefault(form, row["lemma"])
    inflected = _forms_of(lemmas)
    stances = _read_stances(inflected)
    return Cues(
        verbs={form: tuple(sorted(found, key=lambda r: -len(r[0].following))) for form, found in verbs.items()},
        nouns=nouns,
        adjectives=adjectives,
        prepositions=tuple(sorted(prepositions, key=len, reverse=True)),
        light_verbs=light,
        stances=stances,
        stance_options={form: _options(found, inflected) for form, found in stances.items()},
        lemmas=lemmas,
    )

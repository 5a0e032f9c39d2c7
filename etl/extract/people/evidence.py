"""What an article shows of a capitalised word: who speaks or is called Mr., and what is a body or a thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from etl.extract.layers import Layers
from etl.extract.people.runs import NameRun
from etl.extract.tokens import CLOSING_QUOTES
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words


class Evidence(NamedTuple):
    """Words that stand alone in an article, by what is done with them."""

    speakers: frozenset[str]
    """Subjects of a verb of saying, or called Mr.: surnames."""
    speaking: frozenset[int]
    """Where such a subject stands."""
    bodies: frozenset[str]
    """With an article before them, or a noun of a body or thing after them: no surnames."""


def read_evidence(layers: Layers, runs: Iterable[NameRun], honorifics: list[bool]) -> Evidence:
    """Look at all runs of one word."""
    words = layers.tokens.words
    speakers: set[str] = set()
    speaking: set[int] = set()
    bodies: set[str] = set()
    for run in runs:
        if run.known is None and run.end - run.start == 1:
            says = speaks(layers, run)
            if says:
                speaking.add(run.start)
            if says or (run.start and honorifics[run.start - 1]):
                speakers.add(words[run.start])
            if _is_body(layers, run):
                bodies.add(words[run.start])
    return Evidence(frozenset(speakers - bodies), frozenset(speaking), frozenset(bodies))


def speaks(layers: Layers, run: NameRun) -> bool:
    """Whether a verb of saying has the run for its subject: "X (also) said", "…,” said X"."""
    lower, verbs = layers.tokens.lower, load_naming_words().speech_verbs
    start, end, sentence = run.start, run.end, run.sentence
    if start > sentence.start and lower[start - 1] in load_words().determiners:
        return False
    following = end + (end < sentence.end and lower[end] in load_words().between)
    if following < sentence.end and lower[following] in verbs:
        return True
    inverted = start - 1 > sentence.start and lower[start - 1] in verbs
    if end < sentence.end and lower[end] in load_words().persons:
        return False  # "…,” said X captain Y"
    if run.end - start > 1 and (verb := _verb_before(layers, start, sentence.start)) is not None:
        return layers.tokens.words[verb - 1] in CLOSING_QUOTES  # "…,” said national convenor X Y"
    return inverted and (lower[start - 2] == "," or layers.tokens.words[start - 2] in CLOSING_QUOTES)


def _verb_before(layers: Layers, start: int, limit: int) -> int | None:
    """Where a verb of saying stands with at most a few nouns in small letters between it and a name."""
    lower, verbs = layers.tokens.lower, load_naming_words().speech_verbs
    for index in range(start - 2, max(limit, start - 2 - _MAX_NOUNS), -1):
        if lower[index] in verbs:
            return index
        if not lower[index].isalpha() or layers.tokens.capitalized[index + 1] or lower[index + 1] in load_words().determiners:
            return None
    return None


def is_seat(layers: Layers, run: NameRun) -> bool:
    """Whether a run names a body's seat, whatever rank seems to stand before it: "at the army's General Headquarters"."""
    last = layers.tokens.lower[run.end - 1]
    return last in load_naming_words().body_nouns and last in load_meeting_words().residence_nouns


def is_thing(layers: Layers, run: NameRun) -> bool:
    """Whether the words around a run say that it names a thing: "the vessel X", "X province"."""
    lower, naming = layers.tokens.lower, load_naming_words()
    start = run.start
    if is_seat(layers, run):
        return True
    if start - 1 > run.sentence.start and lower[start - 1] == "of":
        body = start - 2
        if lower[body] in naming.speaking_heads and layers.tokens.is_capitalized(body):
            return True  # "the Confederation of Coastal Employers"
    before = start > run.sentence.start and lower[start - 1] in naming.named_things
    if (
        not before
        and start - 1 > run.sentence.start
        and lower[start - 2] in naming.place_openings
        and layers.tokens.is_capitalized(start - 2)
    ):
        before = layers.tokens.is_capitalized(start - 1)  # "Lake General X"
    return before or (run.end < run.sentence.end and lower[run.end] in naming.thing_nouns)


def _is_body(layers: Layers, run: NameRun) -> bool:
    lower, naming = layers.tokens.lower, load_naming_words()
    start, end, sentence = run.start, run.end, run.sentence
    following = lower[end] if end < sentence.end else ""
    if following in naming.thing_nouns or following in naming.body_nouns:
        return True
    before = lower[start - 1] if start > sentence.start else ""
    if before in naming.place_directions and layers.tokens.capitalized[start - 1]:
        return True
    if before == "the":
        return following in naming.speech_verbs or not following[:1].isalpha()
    role = start - 2 >= sentence.start and lower[start - 2] in load_words().persons
    return role and before in ("of", "at")


def may_be_surname(layers: Layers, run: NameRun, evidence: Evidence) -> bool:
    """Whether a single word that speaks may be the surname of somebody whom the article never introduces."""
    tokens, words = layers.tokens, load_words()
    word, lower = tokens.words[run.start], tokens.lower[run.start]
    if run.end - run.start != 1 or word in evidence.bodies or not _SURNAME.fullmatch(word):
        return False
    if lower in words.nominal_heads or lower in words.portfolios or lower in words.collective or lower in words.persons:
        return False
    if lower in load_naming_words().company_names or lower.endswith(_BODY_ENDINGS):
        return False
    opens = run.start == run.sentence.start or not tokens.lower[run.start - 1].isalpha()
    return not (opens and lower.endswith(_PLURAL_ROLES))


_MAX_NOUNS: Final = 3
_SURNAME: Final = re.compile(r"(?:Mc|Mac|De|Di|O'|O’)?[^\W\d_a-z][^\W\d_A-Z]+")
_BODY_ENDINGS: Final = ("news", "press", "bank", "corp", "pedia", "airlines", "telecom", "media")
_PLURAL_ROLES: Final = ("ers", "ors", "ists", "ants", "ents", "ians", "ees", "men", "women", "people", "cials", "body", "one")
"""Endings of nouns of persons, which stand capitalised where a sentence begins: "Organisers said"."""

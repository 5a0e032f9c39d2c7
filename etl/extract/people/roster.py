"""The persons of an article so far, and how a name leads to one of them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from etl.extract.layers import NER, Layers, PersonEntity
from etl.extract.people.gender import gender_of
from etl.extract.people.names import is_initial, name_parts
from etl.lexicon.actors import load_actors
from etl.lexicon.naming import load_naming_words
from etl.lexicon.people import Person, fold, load_people
from etl.lexicon.words import load_words

_CONFIDENCE: Final = {
    "lexicon": 0.98,
    "title": 0.9,
    "headline": 0.8,
    "apposition": 0.9,
    "turn_label": 0.85,
    "given_name": 0.75,
    "of_state": 0.75,
    "form": 0.65,
    "speech": 0.6,
    NER: 0.6,
}
"""By the grounds on which a run of capitalised words was read as a person's name."""

_OFFICE_RANK: Final = {"head_of_state": 0, "head_of_government": 1, "foreign_minister": 2}


_NOBODY: Final[dict[int, PersonEntity]] = {}


class Roster:
    """Persons by name, and by every part of a name that they may be referred to by."""

    def __init__(self, layers: Layers) -> None:
        self._people = layers.people
        self._day = layers.reference_date
        self._by_name: dict[str, PersonEntity] = {}
        self._by_form: dict[str, dict[int, PersonEntity]] = defaultdict(dict)

    def add(self, name: str, *, known: Person | None, rule: str) -> PersonEntity:
        """The person of that name, made when new. `known`: who it is in the lexicon."""
        key = fold(known.name if known else name)
        person = self._by_name.get(key)
        parts = name_parts(name)
        forms = {fold(name), *(fold(part) for part in parts), *(fold(half) for part in parts if (half := _second_half(part)))}
        forms.update(fold(part.split()[-1]) for part in parts[1:] if " " in part)  # "Ana de Sousa … President Sousa"
        forms.update(fold(part.split("-", 1)[1]) for part in parts[1:] if part[0].islower() and "-" in part[:_MAX_ARTICLE])  # "al-Sabah"
        if person is None:
            person = PersonEntity(len(self._people), known.name if known else name, known.family_name if known else _family(name))
            person.known_by = "name" if known else "text"
            person.rule, person.confidence = rule, _CONFIDENCE[rule]
            if known:
                person.gender = gender_of(known.gender)
                actor = self._actor_then(known)
                person.actor = load_actors().ref(actor) if actor else None
                forms.update(fold(part) for part in name_parts(known.name))
            self._people.append(person)
            self._by_name[key] = person
        if known:
            forms.add(fold(known.family_name))
        person.forms |= forms
        for form in forms:
            self._by_form[form][person.index] = person
        return person

    def call(self, person: PersonEntity, name: str) -> None:
        """Let a person be referred to by another name too."""
        person.forms.add(fold(name))
        self._by_form[fold(name)][person.index] = person

    def _actor_then(self, known: Person) -> str | None:
        """Whom a known person stood for at the article's date: by the highest of the offices held then, else the usual actor.

        None before the first office at an organization: nobody speaks for one years before joining it.
        """
        day = self._day
        if day is None:
            return known.actor
        people = load_people()
        held = people.held(known.name, day)
        ranked = sorted(held, key=lambda t: _OFFICE_RANK.get(t.office, len(_OFFICE_RANK)))
        if not ranked:
            there = [t for t in people.of_person.get(known.name, ()) if t.actor == known.actor]
            early = bool(there) and all(t.starts_after(day) for t in there)
            return None if early and load_actors().ref(known.actor).kind == "organization" else known.actor
        if any(t.actor == known.actor for t in held if t.office == ranked[0].office):
            return known.actor
        return ranked[0].actor

    def knows(self, word: str) -> bool:
        """Whether somebody may be called by a word."""
        return fold(word) in self._by_form

    def referred(self, name: str) -> list[PersonEntity]:
        """The persons of the article whose names cover all words of `name`; initials stand for given names."""
        parts = name_parts(name)
        called = self._by_form.get(fold(name), _NOBODY)
        if not called and len(parts) == 1:
            return []
        indexes = set(called)
        if len(parts) > 1:
            indexes |= set.intersection(*(set(self._by_form.get(fold(part), ())) for part in parts))
        if not indexes and len(parts) > 1 and is_initial(parts[0]):
            bearers = self._by_form.get(fold(parts[-1]), {}).values()
            indexes = {p.index for p in bearers if p.name and fold(p.name[0]) == fold(parts[0][0])}
        found = [self._people[index] for index in sorted(indexes)]
        if len(found) > 1:
            found = [p for p in found if fold(p.family) == fold(name)] or found
        return found


def _second_half(part: str) -> str:
    """What follows the hyphen of a double surname, by which alone its bearer may be called: "Amir-Abdollahian", not "Al-Sabah"."""
    first, _, second = part.rpartition("-")
    doubled = len(first) > _MAX_ARTICLE and first.lower() not in load_words().particles
    return second if doubled and len(second) > _MAX_ARTICLE and second[0].isupper() else ""


_MAX_ARTICLE: Final = 3
"""Letters of the articles of Arabic surnames, and below which half a surname is none."""


def _family(name: str) -> str:
    """The family name: the first one where the given name after it has two syllables ("Kim Jin-seok", "Kim Jin Seok"), else the last."""
    parts = name_parts(name)
    korean = parts[0].lower() in load_naming_words().korean_surnames
    syllables = len(parts) == 3 and korean and all(len(part) <= _MAX_SYLLABLE for part in parts[1:])
    return parts[0] if syllables or (len(parts) == 2 and _SYLLABLES.fullmatch(parts[1]) is not None) else parts[-1]


_MAX_SYLLABLE: Final = 6
_SYLLABLES: Final = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{1,6}")

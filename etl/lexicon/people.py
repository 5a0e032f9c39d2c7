"""People of the reference tables, their spellings, and who held which office when."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from etl.lexicon.actors import spelling_variants
from etl.lexicon.tables import read_table
from etl.lexicon.words import load_words


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the reference tables. `actor` is an alpha-2 code or an organization's name."""

    name: str
    family_name: str
    gender: str
    actor: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office. Bounds are as precise as known: '2012', '2012-11', '2012-11-15' or empty."""

    person: str
    title: str
    office: str
    actor: str
    valid_from: str
    valid_until: str

    def covers(self, day: date) -> bool:
        """Whether the tenure may cover the day, bounds read generously at their own precision."""
        text = day.isoformat()
        return (not self.valid_from or text[: len(self.valid_from)] >= self.valid_from) and (
            not self.valid_until or text[: len(self.valid_until)] <= self.valid_until
        )

    def starts_after(self, day: date) -> bool:
        """Whether the tenure is known to begin after the day."""
        return bool(self.valid_from) and day.isoformat()[: len(self.valid_from)] < self.valid_from


@dataclass(frozen=True, slots=True)
class People:
    """Look-ups over people and offices."""

    by_name: dict[str, Person]
    """Every spelling of a full name to its person."""
    by_plain: dict[str, Person | None]
    """The same without accents, hyphens and Arabic articles; None where several persons are spelled so."""
    by_family: dict[str, tuple[Person, ...]]
    of_person: dict[str, tuple[Tenure, ...]]
    by_actor: dict[str, tuple[Tenure, ...]]

    def of_family(self, name: str) -> tuple[Person, ...]:
        """The persons of a family name, with its Arabic article in any spelling or none: "El-Sisi"."""
        plain = plain_name(name)
        return self.by_family.get(fold(name)) or self.by_family.get(plain) or self.by_family.get(f"{_ARTICLES} {plain}", ())

    def held(self, person: str, day: date) -> list[Tenure]:
        """The tenures of a person that may cover the day."""
        return [tenure for tenure in self.of_person.get(person, ()) if tenure.covers(day)]

    def titled(self, title: str, family_name: str, day: date | None, actor: str | None = None) -> Person | None:
        """The one person of that family name who bore a title like `title` on the day (at any time when day is None)."""
        wanted = fold(title)
        found = {
            person.name
            for person in self.of_family(family_name)
            for tenure in self.of_person.get(person.name, ())
            if (fold(tenure.title) == wanted or wanted in fold(tenure.title))
            and (day is None or tenure.covers(day))
            and (actor is None or tenure.actor == actor)
        }
        return self.by_name[found.pop()] if len(found) == 1 else None


def fold(text: str) -> str:
    """Lower case without accents, for comparing names."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace("’", "'")


_ARTICLE: Final = re.compile(r"\b(?:al|el|ul)[- ](?=\w{3})")


_ARTICLES: Final = "*"
"""What stands before a family name without its article, which is no name by itself."""


def plain_name(name: str) -> str:
    """A full name as different papers would agree on it: "Mevlüt Cavusoğlu", "Ayman Al-Safadi"."""
    whole = fold(name)
    if not whole.isascii() or "'" in whole:
        whole = whole.translate(_LETTERS)
    if "bu" in whole or "ould" in whole:
        whole = _HOUSE.sub(r"\1", whole)
    if "l-" in whole or "l " in whole:
        whole = _ARTICLE.sub("", whole)
    return " ".join(whole.replace("-", " ").split())


_HOUSE: Final = re.compile(r"\b(bu|abu|ould)[ -](?=\w)")
"""Particles that are written with the word after them as often as not."""
_LETTERS: Final = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ə": "a", "'": "", "–": "-"})
"""Letters that Unicode does not decompose, and marks that are left out as often as not."""


@cache
def load_people() -> People:
    """Read people, their names and their offices."""
    by_name: dict[str, Person] = {}
    by_family: dict[str, list[Person]] = defaultdict(list)
    for row in read_table("reference", "people"):
        person = Person(row["name"], row["family_name"], row["gender"], row["actor"])
        for form in spelling_variants(person.name):
            by_name[form] = person
        by_family[fold(person.family_name)].append(person)
        if (plain := plain_name(person.family_name)) != fold(person.family_name):
            by_family[f"{_ARTICLES} {plain}"].append(person)
    for row in read_table("reference", "person_names"):
        for form in spelling_variants(row["name"]):
            by_name.setdefault(form, by_name[row["person"]])
    by_plain: dict[str, Person | None] = {}
    for form, person in by_name.items():
        plain = plain_name(form)
        by_plain[plain] = person if by_plain.get(plain, person) == person else None
    of_person: dict[str, list[Tenure]] = defaultdict(list)
    by_actor: dict[str, list[Tenure]] = defaultdict(list)
    for row in read_table("reference", "offices"):
        tenure = Tenure(row["person"], row["title"], row["office"], row["actor"], row["valid_from"], row["valid_until"])
        of_person[tenure.person].append(tenure)
        by_actor[tenure.actor].append(tenure)
    return People(
        by_name,
        by_plain,
        {family: tuple(found) for family, found in by_family.items()},
        {name: tuple(found) for name, found in of_person.items()},
        {actor: tuple(found) for actor, found in by_actor.items()},
    )


@cache
def titlelike_endings() -> frozenset[tuple[str, str]]:
    """The last two words, in lower case, of names whose last one with a full stop would be an abbreviation: "Hun Sen." ends a sentence."""
    words = load_words()
    shortened = words.honorifics | words.abbreviations
    names = (name.lower().split() for name in load_people().by_name)
    return frozenset((name[-2], f"{name[-1]}.") for name in names if len(name) > 1 and f"{name[-1]}." in shortened)

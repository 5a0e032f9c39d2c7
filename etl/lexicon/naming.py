"""Words around names and titles, by which names of persons are told from others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.lexicon.words import fill_lists


@dataclass(frozen=True, slots=True)
class NamingWords:
    """Each field is a list of words.csv."""

    name_endings: frozenset[str]
    """Generational endings of names: Jr., III."""
    speech_verbs: frozenset[str]
    """Verbs right after an unknown name that make it a person."""
    credit_verbs: frozenset[str]
    """What a credit line says was done: "(Reporting by X; editing by Y)"."""
    publisher_organs: frozenset[str]
    """Words in a publisher's name by which it is a state's organ."""
    masculine_honorifics: frozenset[str]
    feminine_honorifics: frozenset[str]
    title_premodifiers: frozenset[str]
    """Words before a title that belong to it: former, acting, deputy."""
    title_tail_nouns: frozenset[str]
    """Lower-case nouns inside "governor of the X region", between the title and the name."""
    title_tail_places: frozenset[str]
    """Those of them that name a place of office."""
    title_stops: frozenset[str]
    """Verbs that end the search for a title to the left of a name."""
    apposition_stops: frozenset[str]
    """Verbs that end a title in apposition after a name."""


@cache
def load_naming_words() -> NamingWords:
    """Read words.csv."""
    return fill_lists(NamingWords)

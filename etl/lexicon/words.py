"""Lists of ordinary words that the rules of several rooms ask for, from `seeds/lexicons/words.csv`."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import Field, dataclass, fields
from functools import cache
from typing import Any, ClassVar, Final, Protocol, TypeVar

from etl.errors import RunError
from etl.lexicon.tables import cell_list, read_table


class _Dataclass(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Lists = TypeVar("Lists", bound=_Dataclass)

_PRONOUNS: Final = frozenset("he she they it we i you this that these those there here who which what".split())
_GIVEN_NAME: Final = "first_name"


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Every list of words.csv, lower-cased, by its name; given names are not among them."""
    lists: dict[str, set[str]] = defaultdict(set)
    for row in read_table("lexicons", "words"):
        if not row["list"].startswith(_GIVEN_NAME):
            lists[row["list"]].add(row["word"].lower())
    return {name: frozenset(words) for name, words in lists.items()}


def fill_lists(record: type[Lists]) -> Lists:
    """A dataclass of word lists: each field is the list of words.csv that bears its name in the singular.

    Raises RunError when words.csv has no such list.
    """
    lists = word_lists()
    wanted = {field.name: field.name.removesuffix("s") for field in fields(record)}
    missing = sorted(name for name in wanted.values() if name not in lists)
    if missing:
        raise RunError(
            f"seeds/lexicons/words.csv has no list {', '.join(missing)}: add its words, or take the field out of {record.__name__}"
        )
    return record(**{field: lists[name] for field, name in wanted.items()})


def phrases(words: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """A list whose entries have several words, as tuples of tokens."""
    return frozenset(tuple(phrase.split()) for phrase in words)


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists, lower-cased unless said otherwise."""

    honorifics: frozenset[str]
    particles: frozenset[str]
    abbreviations: frozenset[str]
    """Abbreviations that never end a sentence; U.S. and its like may, and are not among them."""
    between: frozenset[str]
    """Adverbs that may stand between a source and its cue."""
    collective: frozenset[str]
    """Nouns of bodies that speak: ministry, government, police."""
    persons: frozenset[str]
    """Common nouns of persons: official, expert, residents."""
    determiners: frozenset[str]
    months: frozenset[str]
    capitalized: frozenset[str]
    """Words that are no names though they stand capitalised."""
    nominal_heads: frozenset[str]
    """Nouns after which a capitalised run is not a person: Agreement, University, Summit."""
    portfolios: frozenset[str]
    """Words of ministers' and commissioners' fields: transport, fisheries. They belong to a title, not to the name after it."""
    first_names: dict[str, str]
    """Given name as written to f, m or ''."""
    sentence_starters: frozenset[str]
    quote_verbs: frozenset[str]
    """Finite forms of verbs that introduce quotations, from cues.csv."""
    future_markers: frozenset[str]
    """Words that make a weekday or a month after them the coming one."""
    moving_words: frozenset[str]
    """Participles and forms of verbs that put something off to another day: postponed, moved."""


def _given_names() -> dict[str, str]:
    """Those of words.csv, which were reviewed one by one, before those of given_names.csv; without their accents too."""
    names = {row["name"]: row["gender"] for row in read_table("lexicons", "given_names")}
    for row in read_table("lexicons", "words"):
        if row["list"].startswith(_GIVEN_NAME):
            names[row["word"]] = row["list"].removeprefix(_GIVEN_NAME).removeprefix("_")
    for name in [name for name in names if not name.isascii()]:
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        names.setdefault(plain, names[name])
    return names


def _quote_verbs() -> frozenset[str]:
    return frozenset(
        form
        for row in read_table("lexicons", "cues")
        if row["word_class"] == "verb" and "quote" in row["frames"] and not row["preposition"]
        for cell in (row["third"], row["past"])
        for form in cell_list(cell)
    )


def load_words() -> Words:
    """Read words.csv, and the finite forms of verbs that introduce quotations from cues.csv."""
    if not _WORDS:
        _WORDS.append(_read_words())
    return _WORDS[0]


_WORDS: Final[list[Words]] = []
"""Read once. (What is asked for a thousand times an article is no `cache`: compiled code calls only functions of its own at once.)"""


def _read_words() -> Words:
    lists = word_lists()
    starters = lists["common_capitalized"] | lists["determiner"] | _PRONOUNS
    return Words(
        honorifics=lists["honorific"],
        particles=lists["name_particle"],
        abbreviations=lists["abbreviation"],
        between=lists["adverb_between"],
        collective=lists["collective_noun"],
        persons=lists["person_noun"],
        determiners=lists["determiner"],
        months=lists["month"],
        capitalized=starters | lists["month"] | lists["weekday"],
        nominal_heads=lists["nominal_head"],
        portfolios=lists["portfolio"],
        first_names=_given_names(),
        sentence_starters=starters,
        quote_verbs=_quote_verbs(),
        future_markers=lists["future_marker"],
        moving_words=lists["moving_word"],
    )

"""Closed word classes and lists of ordinary words that the rules ask for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from etl.lexicon.tables import cell_list, read_table

_PRONOUNS = frozenset("he she they it we i you this that these those there here who which what".split())


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists, lower-cased unless said otherwise."""

    honorifics: frozenset[str]
    particles: frozenset[str]
    abbreviations: frozenset[str]
    between: frozenset[str]
    """Adverbs that may stand between a source and its cue."""
    collective: frozenset[str]
    """Nouns of bodies that speak: ministry, government, police."""
    persons: frozenset[str]
    """Common nouns of persons: official, expert, residents."""
    determiners: frozenset[str]
    capitalized: frozenset[str]
    """Words that are no names though they stand capitalised."""
    nominal_heads: frozenset[str]
    """Nouns after which a capitalised run is not a person: Agreement, University, Summit."""
    portfolios: frozenset[str]
    """Words of ministers' and commissioners' fields: transport, fisheries. They belong to a title, not to the name after it."""
    first_names: dict[str, str]
    """Given name as written to f, m or ''."""
    plural_parties: frozenset[str]
    sentence_starters: frozenset[str]
    quote_verbs: frozenset[str]


@cache
def load_words() -> Words:
    """Read words.csv, and the finite forms of verbs that introduce quotations from cues.csv."""
    lists: dict[str, set[str]] = defaultdict(set)
    first_names: dict[str, str] = {}
    for row in read_table("lexicons", "words"):
        if row["list"].startswith("first_name"):
            first_names[row["word"]] = row["list"].removeprefix("first_name").removeprefix("_")
        else:
            lists[row["list"]].add(row["word"].lower())
    quote_verbs = {
        form
        for row in read_table("lexicons", "cues")
        if row["word_class"] == "verb" and "quote" in row["frames"] and not row["preposition"]
        for cell in (row["third"], row["past"])
        for form in cell_list(cell)
    }
    return Words(
        honorifics=frozenset(lists["honorific"]),
        particles=frozenset(lists["name_particle"]),
        abbreviations=frozenset(lists["abbreviation"] - {"u.s.", "u.n.", "u.k.", "e.u."}),
        between=frozenset(lists["adverb_between"]),
        collective=frozenset(lists["collective_noun"]),
        persons=frozenset(lists["person_noun"]),
        determiners=frozenset(lists["determiner"]),
        capitalized=frozenset(lists["common_capitalized"]) | _PRONOUNS | lists["determiner"] | lists["month"] | lists["weekday"],
        nominal_heads=frozenset(lists["nominal_head"]),
        portfolios=frozenset(lists["portfolio"]),
        first_names=first_names,
        plural_parties=frozenset(lists["plural_party"]),
        sentence_starters=frozenset(lists["common_capitalized"] | lists["determiner"]) | _PRONOUNS,
        quote_verbs=frozenset(quote_verbs),
    )

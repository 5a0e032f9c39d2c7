"""Closed grammatical classes that the rules ask for: the language has no others. Open ones are lists under `seeds/lexicons`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re"})
WAS: Final = frozenset({"was", "were"})
HAVE: Final = frozenset({"has", "have", "had", "'ve", "'d"})
MODALS: Final = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must", "did", "does", "do", "'ll"})
WILL: Final = frozenset({"will", "would", "shall", "'ll"})
"""The modals that tell of what is to come."""
NEGATIONS: Final = frozenset({"not", "n't", "never", "neither", "nor"})
DENIALS: Final = NEGATIONS | {"no", "without", "cannot"}
"""With them whatever says of a noun or a verb that it was not."""
FINITE: Final = frozenset(
    "is are was were has have had will would should must can could may might do does did 's 're cannot needs need".split()
)
"""Words whose presence makes a stretch a clause."""
PRESENT: Final = frozenset({"is", "are", "should", "must", "will", "has", "have", "can", "needs", "need"})
"""Those of them with which somebody speaks of what is and shall be, not of what was."""
PAST: Final = frozenset({"was", "were", "had", "did", "been", "be"})

PRONOUNS: Final = frozenset("he she they we i it".split())
FIRST_PERSON: Final = frozenset("i we me us my our mine ours".split())
PERSONAL: Final = frozenset({"he", "she", "they"})
POSSESSIVES: Final = frozenset({"his", "her", "its", "their"})
PERSONAL_POSSESSIVES: Final = POSSESSIVES - {"its"}
GENITIVE_S: Final = frozenset({"'s", "’s"})
GENITIVES: Final = GENITIVE_S | {"'", "’"}
"""The marks between who has something and what they have."""
OWNERS: Final = {"his": "he", "her": "she", "their": "they", "its": "it", "our": "we", "my": "i"}
OBJECT_PRONOUNS: Final = frozenset({"it", "them", "him", "her", "this", "that", "these", "us"})
OBLIQUE: Final = {"him": "he", "her": "she", "them": "they"}
REFLEXIVES: Final = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself"})
RELATIVES: Final = frozenset({"which", "who", "whose", "where", "whereby"})

DETERMINERS: Final = frozenset("the a an his her its their our this that these those some many several other both".split())
"""Words that open a noun phrase which names an office or a side."""
OWN_DETERMINERS: Final = frozenset("the a an its his her their our own any".split())
"""Words between a light verb and its noun: "expressed its (deep) gratitude"."""
NOUN_SIGNS: Final = frozenset(
    "the a an this that these those his her its their our my no any some such every each of for in on by with from to".split()
)
"""Words after which a form in -s is a plural, not a verb."""
BEFORE_NOUNS: Final = frozenset("the a an its his her their our this that any such each for of with in by to and 's".split())
"""Words after which a word like "support" is a noun."""

LOCATIVES: Final = frozenset("in at from to near of for through into around via the".split())
"""Words after which a capitalised word is a place rather than the surname that is written alike."""
GOVERNORS: Final = frozenset("for of at from with in to by between among under on about against including like towards toward over".split())
"""Prepositions that make the noun phrase after them the tail of a longer one."""
FRONTED_GOVERNORS: Final = frozenset("with after of between before by from for to on".split())
"""Prepositions of a fronted phrase whose comma is no comma of a list."""
PHRASE_OPENERS: Final = frozenset("in on at by after before with for from during to as of under over".split())
"""Prepositions with which no subject begins."""
OBJECTLESS: Final = frozenset("with at in on by for from about against of as into out up off over".split())
"""Prepositions after a verb of saying that open an adjunct, not what is said."""
ADJUNCT_OPENERS: Final = frozenset(
    "here there early late in at during when while after before on to via through following ahead as upon by for with beside "
    "alongside".split()
)
"""Words of when, where and to whom something was said."""
FRONTING: Final = frozenset(
    "in on at by after before with for from during to of under over since until amid despite following upon".split()
)
"""Words that open a phrase before a clause's subject."""
APPOSITION_OPENERS: Final = frozenset(
    "who whose which whom a an the his her its their one also as for at on in during when while speaking aged".split()
)
"""Words with which an apposition or relative clause after a source begins."""
CLAUSE_BOUNDARIES: Final = frozenset("that because while when whereas although though but if and as which who".split()) | frozenset(
    {",", ";", ":", "—", "–", "--", "(", ")", "“", "”", '"', "."}
)
"""What the subject of a clause cannot reach over."""
NAMED: Final = frozenset({"named", "called", "identified", "nicknamed", "known"})
"""Participles that bind a name to a common noun: "a driver named X"."""
NAME_CONNECTORS: Final = frozenset("of for on and the in to with".split())
"""Small words inside capitalised names of programmes and events."""
TRAILING: Final = frozenset({",", ";", "and", "but", "while", "as", "also", "—", "–", "then", "further", "though", "although", "whereas"})
"""What is cut from the end of a stretch before another attribution."""


def was_to_have(words: Sequence[str]) -> bool:
    """Whether some words tell of what did not come about: "was to have (met X)"."""
    return any(words[i] in WAS and words[i + 1] == "to" and words[i + 2] == "have" for i in range(len(words) - 2))

"""The state of officials in a list of which only the first is told whose minister he is.

"Peru's Foreign Minister A, Defence Minister B and Trade Minister C": the others are Peru's as well. Of two alone the second may be the
article's own official ("US Secretary A and Foreign Minister B"), unless both meet "their Chilean counterparts".
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.extract.layers import Layers, PersonEntity, PersonMention
from etl.lexicon.parties import load_party_words

_JOINS: Final = ([","], ["and"], [",", "and"], [",", "as", "well", "as"], ["as", "well", "as"])
_THREE: Final = 3
_COUNTERPARTS_REACH: Final = 8
"""Tokens after a list among which "their Chilean counterparts" stands."""
_GUESS: Final = 0.9


def share_state(layers: Layers) -> None:
    """Give those of a list who have an office and no state the state of the first, where the list itself says that they are one side."""
    for listed in _lists(layers):
        first, *others = (layers.people[mention.person] for mention in listed)
        if first.actor is None or not _names_state(layers, listed[0]):
            continue
        if len(listed) < _THREE and not _have_counterparts(layers, listed[-1].end):
            continue
        for person in others:
            if _may_share(person):
                person.actor = first.actor
                person.confidence = round(person.confidence * _GUESS, 2)
                person.rule = "actor_inferred"


def _lists(layers: Layers) -> list[list[PersonMention]]:
    """Runs of at least two persons with nothing but commas and conjunctions between them."""
    lower = layers.tokens.lower
    runs: list[list[PersonMention]] = []
    for one, other in pairwise(layers.person_mentions):
        if lower[one.end : other.start] not in _JOINS or one.person == other.person:
            continue
        if runs and runs[-1][-1] is one:
            runs[-1].append(other)
        else:
            runs.append([one, other])
    return runs


def _names_state(layers: Layers, mention: PersonMention) -> bool:
    """Whether a state stands in the words before the name."""
    return any(e.kind in ("state", "demonym") for e in layers.entities.within(mention.start, mention.name_start))


def _may_share(person: PersonEntity) -> bool:
    """Whether somebody is a minister or the like, of whom no state is known."""
    ministers = any(title.lower().split()[-1] == "minister" for title in person.titles)
    return person.actor is None and person.known_by == "text" and ministers


def _have_counterparts(layers: Layers, end: int) -> bool:
    """Whether a list meets "their (Chilean) counterparts"."""
    words = layers.tokens.lower[end : end + _COUNTERPARTS_REACH]
    nouns = {f"{noun}s" for noun in load_party_words().counterpart_nouns} | load_party_words().counterpart_nouns
    at = next((i for i, word in enumerate(words) if word in nouns), 0)
    return at > 0 and "their" in words[:at]

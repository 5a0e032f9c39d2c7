"""Initiatives by their form: names that the lexicon does not have.

Three forms carry them: two states joined by a hyphen before a noun of cooperation ("the A-B railway", "A-B community with …"); a run of
capitalised words that ends in such a noun ("Steppe Water Program"); and a level of relations ("comprehensive strategic partnership").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from operator import attrgetter

from etl.extract.initiatives.capitalized import capitalized_openings, capitalized_run
from etl.extract.initiatives.events import event_openings, ordinal_event
from etl.extract.initiatives.levels import community, community_openings, level, level_openings
from etl.extract.initiatives.pairs import pair_form, pair_openings
from etl.extract.initiatives.place import Place
from etl.extract.initiatives.plans import mechanism_openings, named_mechanism, numbered, numbered_openings, plan, plan_openings
from etl.extract.layers import Layers, NewInitiative
from etl.extract.spans import Spans

_Form = Callable[[Place], NewInitiative | None]

_FORMS: tuple[tuple[_Form, Callable[[Layers], Iterable[int]]], ...] = (
    (pair_form, pair_openings),
    (level, level_openings),
    (community, community_openings),
    (plan, plan_openings),
    (named_mechanism, mechanism_openings),
    (numbered, numbered_openings),
    (ordinal_event, event_openings),
    (capitalized_run, capitalized_openings),
)
"""In the order of work, each with what tells where it may begin: the first that reads a form at a token has it."""


def find_initiatives(layers: Layers) -> None:
    """Fill `initiatives` with what the lexicon does not already cover."""
    known = _known_tokens(layers)
    found: list[NewInitiative] = []
    done = sentence_read = -1
    openings = _openings(layers)
    for index in sorted(openings):
        number = layers.sentence_of[index]
        if known[index] or (number == sentence_read and index < done):
            continue
        place = Place(layers, index, layers.sentences[number].end, known)
        value = next((value for form in openings[index] if (value := form(place)) is not None), None)
        if value is not None:
            found.append(value)
            done, sentence_read = value.span.end, number
    layers.initiatives = Spans(found, attrgetter("span"))


def _openings(layers: Layers) -> dict[int, list[_Form]]:
    """Tokens at which a form may begin, with the forms that may: at most tokens there is none."""
    openings: dict[int, list[_Form]] = defaultdict(list)
    for form, openings_of in _FORMS:
        for index in set(openings_of(layers)):
            openings[index].append(form)
    return openings


def _known_tokens(layers: Layers) -> list[bool]:
    """For each token whether a known name has it already."""
    known = [False] * len(layers.tokens)
    for entity in layers.entities:
        if entity.kind in ("initiative", "person", "organization") and not entity.nested:
            known[entity.start : entity.end] = [True] * (entity.end - entity.start)
    for mention in layers.person_mentions:
        known[mention.name_start : mention.name_end] = [True] * (mention.name_end - mention.name_start)
    return known

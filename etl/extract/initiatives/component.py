"""Initiatives by their form: names that the lexicon does not have.

Three forms carry them: two states joined by a hyphen before a noun of cooperation ("the A-B railway", "A-B community with …"); a run of
capitalised words that ends in such a noun ("Steppe Water Program"); and a level of relations ("comprehensive strategic partnership").
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from etl.extract.initiatives.capitalized import capitalized_run
from etl.extract.initiatives.events import ordinal_event
from etl.extract.initiatives.levels import community, level
from etl.extract.initiatives.pairs import pair_form
from etl.extract.initiatives.place import Place
from etl.extract.initiatives.plans import MECHANISM_DETERMINERS, named_mechanism, numbered, plan
from etl.extract.layers import Layers, NewInitiative
from etl.extract.spans import Spans
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words
from etl.lexicon.numbers import load_numbers

_FORMS: tuple[Callable[[Place], NewInitiative | None], ...] = (
    pair_form,
    level,
    community,
    plan,
    named_mechanism,
    numbered,
    ordinal_event,
    capitalized_run,
)
"""In the order of work: the first that reads a form at a token has it."""


def find_initiatives(layers: Layers) -> None:
    """Fill `initiatives` with what the lexicon does not already cover."""
    known = _known_tokens(layers)
    found: list[NewInitiative] = []
    for sentence in layers.sentences:
        index = sentence.start
        while index < sentence.end:
            value = None if known[index] else _read(Place(layers, index, sentence.end, known))
            if value is None:
                index += 1
                continue
            found.append(value)
            index = value.span.end
    layers.initiatives = Spans(found, lambda initiative: initiative.span)


def _read(place: Place) -> NewInitiative | None:
    layers, index, _, _ = place
    if not layers.tokens.is_capitalized(index) and not _may_open(layers.tokens.lower, index):
        return None
    return next((value for form in _FORMS if (value := form(place)) is not None), None)


def _may_open(lower: list[str], index: int) -> bool:
    """Whether a form may begin at a word in lower case: most words are passed over by this alone."""
    word = lower[index]
    return word in _openings() or word[0].isdigit() or (index > 0 and lower[index - 1] in MECHANISM_DETERMINERS)


@cache
def _openings() -> frozenset[str]:
    words = load_initiative_words()
    communities = {words[0] for words in load_initiative_heads().communities}
    return words.level_words | words.plan_terms | words.plan_words | words.ordinals | load_numbers().points.keys() | communities


def _known_tokens(layers: Layers) -> list[bool]:
    """For each token whether a known name has it already."""
    known = [False] * len(layers.tokens)
    for entity in layers.entities:
        if entity.kind in ("initiative", "person", "organization") and not entity.nested:
            known[entity.start : entity.end] = [True] * (entity.end - entity.start)
    for mention in layers.person_mentions:
        known[mention.name_start : mention.name_end] = [True] * (mention.name_end - mention.name_start)
    return known

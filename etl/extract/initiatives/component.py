"""Initiatives by their form: names that the lexicon does not have.

Most are two states joined by a hyphen before a noun of cooperation ("the A-B railway", "A-B community with …"), capitalised words around
such a noun ("Steppe Water Program", "Pact for Clean Rivers"), or a level of relations ("comprehensive strategic partnership").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Final

from etl.extract.initiatives.acronyms import with_acronyms
from etl.extract.initiatives.between import between_openings, between_two
from etl.extract.initiatives.capitalized import capitalized_openings, capitalized_run
from etl.extract.initiatives.events import acronym_openings, event_openings, numbered_acronym, ordinal_event
from etl.extract.initiatives.levels import community, community_openings, level, level_openings
from etl.extract.initiatives.owned import owned_openings, owned_plan
from etl.extract.initiatives.pairs import pair_form, pair_openings
from etl.extract.initiatives.place import Place
from etl.extract.initiatives.plans import mechanism_openings, named_mechanism, numbered, numbered_openings, plan, plan_openings
from etl.extract.initiatives.quoted import quoted_name, quoted_openings
from etl.extract.layers import Layers, NewInitiative
from etl.extract.spans import Spans

_Form = Callable[[Place], NewInitiative | None]

_FORMS: Final[tuple[tuple[_Form, Callable[[Layers], Iterable[int]]], ...]] = (
    (quoted_name, quoted_openings),
    (pair_form, pair_openings),
    (level, level_openings),
    (community, community_openings),
    (between_two, between_openings),
    (plan, plan_openings),
    (named_mechanism, mechanism_openings),
    (numbered, numbered_openings),
    (ordinal_event, event_openings),
    (numbered_acronym, acronym_openings),
    (capitalized_run, capitalized_openings),
    (owned_plan, owned_openings),
)
"""In the order of work, each with what tells where it may begin: the first that reads a form at a token has it."""


_OF_ORGANIZATIONS: Final[frozenset[_Form]] = frozenset({pair_form, capitalized_run, owned_plan})
"""Forms that may begin with the name of an organization: "the ASEAN-Peru Forum", "the G20 summit"."""


def find_initiatives(layers: Layers) -> None:
    """Fill `initiatives` with what the lexicon does not already cover."""
    known = _known_tokens(layers)
    found: list[NewInitiative] = []
    done = sentence_read = -1
    openings = _openings(layers)
    for index in sorted(openings):
        number = layers.sentence_of[index]
        if number == sentence_read and index < done:
            continue
        forms = openings[index] if not known[index] else _forms_of_known(layers, index, openings[index])
        place = Place(layers, index, layers.sentences[number].end, known)
        for form in forms:
            value = form(place)
            if value is not None:
                found.append(value)
                done, sentence_read = value.span.end, number
                break
    layers.initiatives = Spans(with_acronyms(layers, found), attrgetter("span"))


def _forms_of_known(layers: Layers, index: int, forms: list[_Form]) -> list[_Form]:
    """The forms that may begin at a known name, if that begins here: of an organization, or of a person ("the Monroe Doctrine")."""
    entity = layers.entity_at(index)
    if entity is not None and entity.kind == "organization":
        return [form for form in forms if form in _OF_ORGANIZATIONS]
    person = any(mention.name_start == index for mention in layers.person_mentions.covering(index))
    return [capitalized_run] if person and capitalized_run in forms else []


def _openings(layers: Layers) -> dict[int, list[_Form]]:
    """Tokens at which a form may begin, with the forms that may: at most tokens there is none."""
    openings: dict[int, list[_Form]] = defaultdict(list)
    size = len(layers.tokens)
    for form, openings_of in _FORMS:
        for index in set(openings_of(layers)):
            if index < size:
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

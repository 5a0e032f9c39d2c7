"""Capitalised names that hold a class noun: "Steppe Water Program", "Pact for Clean Rivers", "Vision 2040", "the Quito process"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from etl.extract.grammar import NAME_CONNECTORS
from etl.extract.initiatives.bounds import MAX_RUN, name_start, past_tail
from etl.extract.initiatives.place import Place
from etl.extract.layers import Layers, NewInitiative
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words

_JOINTS = "-–'s’s+&"
_ACTORS = frozenset({"state", "demonym", "organization"})


def capitalized_openings(layers: Layers) -> Iterator[int]:
    """The words before a class noun, as far back as one name may reach."""
    tokens, fields = layers.tokens, load_initiative_words().initiative_fields
    for head in tokens.where(_heads()):
        for index in range(head, max(-1, head - MAX_RUN), -1):
            if tokens.capitalized[index] or tokens.words[index].isdigit():
                yield index
            elif tokens.lower[index] not in NAME_CONNECTORS and tokens.lower[index] not in _JOINTS:
                if index != head and tokens.lower[index] not in fields:
                    break


@cache
def _heads() -> WordList:
    return WordList(load_initiative_heads().names)


def capitalized_run(place: Place) -> NewInitiative | None:
    """The name that begins here and holds a class noun: the last one that the same name reaches."""
    layers, index, limit, known = place
    tokens, heads = layers.tokens, load_initiative_heads()
    head = None
    for step in tokens.where_within(_heads(), index, min(limit, index + MAX_RUN)):
        if not known[step] and _may_be_head(place, step) and name_start(place, step) == index:
            head = step
    if head is None:
        return None
    end = past_tail(place, head + 1)
    if not _is_name(place, head, end) or _goes_on(place, end):
        return None
    return place.initiative(end, heads.names[tokens.lower[head]])


def _may_be_head(place: Place, head: int) -> bool:
    tokens = place.layers.tokens
    if tokens.capitalized[head]:
        return not tokens.words[head].isupper()  # headings are in capitals
    heads, word = load_initiative_heads(), tokens.lower[head]
    return head > place.at and (word in heads.lower_case or word in heads.single or word in heads.places)


def _is_name(place: Place, head: int, end: int) -> bool:
    """Whether the words around a class noun make a name of it: at least one of them must be its own."""
    layers, index, _, _ = place
    tokens, heads = layers.tokens, load_initiative_heads()
    word = tokens.lower[head]
    own = [k for k in range(index, head) if _is_own(place, k)]
    if _is_part_of_body(place, head):
        return False
    if not tokens.capitalized[head]:
        capitals = sum(tokens.capitalized[index:head])
        if own and ((capitals > 1 and word in heads.lower_case) or word in heads.single):
            return True
        if word in heads.places and capitals == 1:
            return any(e.kind == "place" and e.start == index for e in layers.entities.covering(index))
        return word in heads.events and _is_of_organization(place, head)
    if own:
        return True
    if end > head + 1:  # what comes after the noun names it
        return word in heads.dated or any(_is_own(place, k) for k in range(head + 1, end)) or head > index
    return word in heads.events and _is_of_organization(place, head)


def _is_own(place: Place, index: int) -> bool:
    """Whether a word says which one it is: not "National", "Joint" or the name of a state."""
    layers = place.layers
    tokens = layers.tokens
    word = tokens.lower[index]
    if not tokens.capitalized[index] or len(word) == 1 or word in load_initiative_heads().names or word in load_words().determiners:
        return False
    if word in load_initiative_words().initiative_generics:
        return False
    return not any(e.kind in _ACTORS and not e.nested for e in layers.entities.covering(index))


def _is_of_organization(place: Place, head: int) -> bool:
    """ "the NATO summit": an organization right before it."""
    return any(e.kind == "organization" and e.start == place.at for e in place.layers.entities.covering(head - 1))


def _is_part_of_body(place: Place, head: int) -> bool:
    """ "Department for Trade and Partnership", "Elm Street Bridge": the noun is none of the name's class."""
    lower = place.layers.tokens.lower
    words = load_initiative_words()
    return any(
        lower[k] in words.initiative_streets or (lower[k] in words.initiative_body_nouns and lower[k + 1] in NAME_CONNECTORS)
        for k in range(place.at, head)
    )


def _goes_on(place: Place, end: int) -> bool:
    """Whether another noun has the name: "Amber Bridge Hotel", "Silk Bridge company"."""
    layers, _, limit, known = place
    tokens = layers.tokens
    if end >= limit or layers.tokens.breaks[end]:
        return False
    if not tokens.capitalized[end]:
        return tokens.lower[end] in load_naming_words().thing_nouns
    starts_name = known[end] or layers.entities.starting(end) is not None or any(title.start == end for title in layers.titles)
    return not starts_name

"""Capitalised names that hold a class noun: "Steppe Water Program", "Pact for Clean Rivers", "Vision 2040"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from etl.extract.grammar import GOVERNORS, NAME_CONNECTORS
from etl.extract.initiatives.bounds import MAX_RUN, NUMERALS, name_start, past_tail, person_before, start_of_word
from etl.extract.initiatives.place import Place
from etl.extract.layers import Layers, NewInitiative
from etl.extract.tokens import Tokens
from etl.extract.wordlists import WordList
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words
from etl.lexicon.naming import load_naming_words
from etl.lexicon.words import load_words

_JOINTS: Final = "-–'s’s+&"
_FEWEST_WORDS: Final = 3
"""Of a name that has no word of its own: "Comprehensive Peace Agreement"."""
_MAX_APPOSITION: Final = 5
_FOUNDING_REACH: Final = 14
_LOCATED: Final = (["at"], ["in"], ["from"], ["to"], ["near"])
_FREE: Final = "free"
"""What zones and areas must be to be of this kind: free of duties or of weapons."""
_ACTORS: Final = frozenset({"state", "demonym", "organization"})


def capitalized_openings(layers: Layers) -> Iterator[int]:
    """The words before a class noun, as far back as one name may reach."""
    tokens, fields = layers.tokens, load_initiative_words().initiative_fields
    for head in tokens.where(_heads()):
        for index in range(head, max(-1, head - MAX_RUN), -1):
            if tokens.capitalized[index] or tokens.words[index].isdigit():
                yield index
            elif index != head and not _may_stand_inside(tokens, index, fields):
                break


def _may_stand_inside(tokens: Tokens, index: int, fields: frozenset[str]) -> bool:
    """Whether a word in lower case may be of a name: one of a field, one that joins, or the second part of "Co-operation"."""
    word = tokens.lower[index]
    return word in fields or _joins(word) or start_of_word(tokens, index) < index


def _joins(word: str) -> bool:
    return word in NAME_CONNECTORS or word in _JOINTS


@cache
def _heads() -> WordList:
    heads = load_initiative_heads()
    return WordList({*heads.names, *heads.joints})


def capitalized_run(place: Place) -> NewInitiative | None:
    """The name that begins here and holds a class noun: the last one that the same name reaches."""
    layers, index, limit, known = place
    tokens, heads = layers.tokens, load_initiative_heads()
    if _is_field_of_title(place):
        return None
    within = tokens.where_within(_heads(), index, min(limit, index + MAX_RUN))
    reached = [k for k in within if not known[k] and _may_be_head(place, k) and name_start(place, k) == index]
    for head in reversed(reached):
        end = past_tail(place, head + 1)
        if not _is_part_of_body(place, head) and _is_name(place, head, end) and not _goes_on(place, end):
            word = tokens.lower[head]
            return place.initiative(end, heads.names.get(word) or heads.joints[word])
    return None


def _is_field_of_title(place: Place) -> bool:
    """Whether a name says what an officer is for: "High Representative for | Foreign Affairs and Security Policy"."""
    lower, step = place.layers.tokens.lower, place.at - 1
    step -= step > 0 and lower[step] == "the"
    return step > 0 and lower[step] == "for" and any(title.end == step and not title.title.plural for title in place.layers.titles)


def _may_be_head(place: Place, head: int) -> bool:
    tokens = place.layers.tokens
    if tokens.capitalized[head]:
        return not tokens.words[head].isupper()  # headings are in capitals
    heads, word = load_initiative_heads(), tokens.lower[head]
    return head > place.at and any(
        word in allowed for allowed in (heads.lower_case, heads.single, heads.places, heads.persons, heads.events)
    )


def _is_name(place: Place, head: int, end: int) -> bool:
    """Whether the words around a class noun make a name of it: most often one of them is its own."""
    tokens, heads = place.layers.tokens, load_initiative_heads()
    word = tokens.lower[head]
    if word not in heads.names:
        return tokens.capitalized[head] and _is_joint(place, head)
    if _lacks_something(place, head, end):
        return False
    if word in heads.events and _is_of_organization(place, head):
        return True
    own = any(_is_own(place, k) for k in range(place.at, head))
    if not tokens.capitalized[head]:
        return _is_small_name(place, head, own)
    if own or _has_name_after(place, head, end):
        return True
    if word in heads.persons and person_before(place, head) == place.at:
        return True
    return _is_name_of_kinds(place, head)


def _lacks_something(place: Place, head: int, end: int) -> bool:
    """Whether a class noun that needs more than a name does not have it."""
    tokens, heads = place.layers.tokens, load_initiative_heads()
    word = tokens.lower[head]
    if word in heads.free:
        return _FREE not in tokens.lower[place.at : head]
    if word in heads.tailed:
        return end == head + 1
    if word in heads.powered:
        return load_initiative_words().power_words.isdisjoint(tokens.lower[place.at : head])
    if word in heads.founded:
        return not _is_founded(place)
    return False


def _is_founded(place: Place) -> bool:
    """Whether something is founded or proposed before a name that no preposition of place stands before."""
    layers, index, _, _ = place
    before = layers.tokens.lower[max(layers.sentence_at(index).start, index - _FOUNDING_REACH) : index]
    if before[-1:] == ["the"]:
        before.pop()
    return before[-1:] not in _LOCATED and not load_initiative_words().founding_words.isdisjoint(before)


def _is_joint(place: Place, head: int) -> bool:
    """Whether a commission is one of several states: "Joint Fisheries Commission", but no "Intergovernmental Oceanographic Commission"."""
    lower = place.layers.tokens.lower[place.at : head]
    if load_initiative_words().joint_body_words.isdisjoint(lower):
        return False
    fields = load_words().portfolios
    return not any(_is_own(place, k) and place.layers.tokens.lower[k] not in fields for k in range(place.at, head))


def _is_small_name(place: Place, head: int, own: bool) -> bool:
    """Whether a class noun in lower case is named by what is before it: "Steppe Water program", "the Quito process"."""
    layers, index, _, _ = place
    word, heads = layers.tokens.lower[head], load_initiative_heads()
    capitals = sum(layers.tokens.capitalized[index:head])
    if own and ((capitals > 1 and word in heads.lower_case) or word in heads.single):
        return True
    if word in heads.persons and person_before(place, head) == index:
        return True
    return word in heads.places and capitals == 1 and any(e.kind == "place" and e.start == index for e in layers.entities.covering(index))


def _has_name_after(place: Place, head: int, end: int) -> bool:
    """Whether what comes after a class noun names it: a field, or a year for some."""
    if end == head + 1:
        return False
    tokens = place.layers.tokens
    heads, word = load_initiative_heads(), tokens.lower[head]
    if word in heads.circles:  # "the Friends of Peru"
        return head == place.at and tokens.lower[head - 1 : head] == ["the"]
    if all(tokens.words[k] in NUMERALS for k in range(head + 1, end)):
        return False  # "Work Plan III"
    if head == place.at and _is_about(place):
        return False
    return word in heads.dated or head > place.at or any(tokens.capitalized[k] and not _is_of_actor(place, k) for k in range(head + 1, end))


def _is_about(place: Place) -> bool:
    """Whether a name is what a longer one is about: "the Leaders' Statement on | Partnership for Clean Seas"."""
    layers, index, _, _ = place
    tokens = layers.tokens
    titled = index > 1 and tokens.lower[index - 1] == "on" and tokens.capitalized[index - 2]
    return titled and not _is_of_actor(place, index - 2) and not layers.person_mentions.covering(index - 2)


def _is_name_of_kinds(place: Place, head: int) -> bool:
    """Several capitalised words of kinds name a document, and two class nouns anything: "National Dialogue Congress"."""
    layers, index, _, _ = place
    tokens, heads = layers.tokens, load_initiative_heads()
    words = [k for k in range(index, head) if tokens.capitalized[k] and tokens.lower[k] not in load_words().determiners]
    if len(words) + 1 < _FEWEST_WORDS or tokens.starts[index] < layers.article.lead:
        return False
    opening = layers.entity_at(index)
    if opening is not None and opening.kind == "state" and opening.end < head and tokens.lower[head] in _RUN_BY_STATES:
        return True  # "the Singapore Cooperation Programme"
    return tokens.lower[head] in heads.documents or any(tokens.lower[k] in heads.names for k in words)


_RUN_BY_STATES: Final = frozenset({"programme", "program", "initiative"})


def _is_own(place: Place, index: int) -> bool:
    """Whether a word says which one it is: not "National", "Joint" or the name of a state."""
    layers = place.layers
    tokens = layers.tokens
    word = tokens.lower[index]
    if not tokens.capitalized[index] or len(word) == 1 or word in load_initiative_heads().names or word in load_words().determiners:
        return False
    words = load_initiative_words()
    if word in words.initiative_generics or word in words.ordinals:
        return False
    return not _is_of_actor(place, index)


def _is_of_actor(place: Place, index: int) -> bool:
    return any(e.kind in _ACTORS and not e.nested for e in place.layers.entities.covering(index))


def _is_of_organization(place: Place, head: int) -> bool:
    """ "the NATO summit", "the ASEAN ministerial meeting": an organization opens it, and no word of its own is between."""
    layers, index, _, _ = place
    fields, owner = load_initiative_words().initiative_fields, layers.entity_at(index)
    return owner is not None and owner.kind == "organization" and fields.issuperset(layers.tokens.lower[owner.end : head])


def _is_part_of_body(place: Place, head: int) -> bool:
    """ "Department for Trade and Partnership", "Elm Street Bridge": the noun is none of the name's class."""
    lower = place.layers.tokens.lower
    words = load_initiative_words()
    return any(
        lower[k] in words.initiative_streets or (lower[k] in words.initiative_body_nouns and lower[k + 1] in NAME_CONNECTORS)
        for k in range(place.at, head)
    )


def _goes_on(place: Place, end: int) -> bool:
    """Whether another noun has the name: "Amber Bridge Hotel", "Silk Bridge company", "the Fen Forum, a charity"."""
    layers, _, limit, known = place
    tokens = layers.tokens
    if end >= limit or tokens.breaks[end] or tokens.lower[end] in GOVERNORS:
        return False
    if tokens.words[end] == "," and tokens.lower[end + 1 : end + 2] in (["a"], ["an"]):
        apposition = tokens.lower[end + 2 : min(limit, end + 2 + _MAX_APPOSITION)]
        stop = apposition.index(",") if "," in apposition else len(apposition)
        return not load_initiative_words().private_owners.isdisjoint(apposition[:stop])
    if not tokens.capitalized[end]:
        circle = tokens.lower[place.at] in load_initiative_heads().circles  # "the Friends of Peru group"
        return tokens.lower[end] in load_naming_words().thing_nouns and not circle
    starts_name = known[end] or layers.entities.starting(end) is not None or any(title.start == end for title in layers.titles)
    return not starts_name

"""Initiatives of two or more actors joined by hyphens: "the A-B railway", "the A-Region Forum"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.extract.initiatives.bounds import past_tail as past_name_tail
from etl.extract.initiatives.levels import past_community, past_tail
from etl.extract.initiatives.place import Place
from etl.extract.layers import ACTOR_NAMES, Layers, NewInitiative
from etl.extract.tokens import Tokens
from etl.lexicon.actors import load_actors
from etl.lexicon.initiatives import load_initiative_heads, load_initiative_words
from etl.records import ActorRef, InitiativeKind

_FOREMOST: Final = frozenset({"CN", "FR", "GB", "RU", "US"})
_MAX_MODIFIERS: Final = 9
_HYPHENS: Final = "-–—"
_RELATIONSHIP: Final = "relationship"
"""A level only with a word of level before it: not "the Peru-Chile bilateral relationship"."""
_MOST: Final = 9
"""Actors that hyphens join to one name. What is longer is no name."""
_BREAKS: Final = frozenset({"and", "in", "on", "of", "to"})


def pair_name(actors: Sequence[ActorRef]) -> str:
    """ "A-B" with common names in one order however the text has it: permanent members of the Security Council first, then by alphabet."""
    names = load_actors().state_names
    ordered = sorted(actors, key=lambda a: (a.name not in _FOREMOST, names.get(a.name, a.name)))
    return "-".join(names.get(a.name, a.name) for a in ordered)


def pair_openings(layers: Layers) -> list[int]:
    """Names of actors before a hyphen."""
    words = layers.tokens.words
    return [e.start for e in layers.entities if e.kind in ACTOR_NAMES and e.end < len(words) and words[e.end] in _HYPHENS]


def pair_form(place: Place) -> NewInitiative | None:
    """Joined actors, a few modifiers, and a noun of cooperation or a level of relations."""
    layers, index, limit, _ = place
    tokens = layers.tokens
    if not tokens.is_capitalized(index):
        return None
    actors, tail = _actor_chain(layers, index, limit)
    if len(actors) < 2 or tail >= limit:
        if not (actors and tail + 1 < limit and tokens.words[tail - 1] in "-–" and tokens.is_capitalized(tail)):
            return None
        tail = _past_region(tokens, tail, limit)
    written = tokens.surface(index, tail)
    pair = pair_name(actors) if len(actors) == 2 else written
    for step in range(tail, min(limit, tail + _MAX_MODIFIERS)):
        word = tokens.lower[step]
        if (end := past_community(tokens, step)) is not None:
            return place.initiative(end, "partnership", f"{pair} {tokens.surface(tail, end)}")
        if (whole := _whole_head(tokens, step, limit)) is not None:
            return place.initiative(
                whole + 1, load_initiative_heads().names[tokens.lower[whole]], f"{written} {tokens.surface(tail, whole + 1)}"
            )
        if (kind := _head_kind(tokens, tail, step)) is not None and _head_kind(tokens, tail, step + 1) is None:
            levels = load_initiative_heads().levels
            end = past_tail(tokens, step + 1, limit) if word in levels and word != _RELATIONSHIP else past_name_tail(place, step + 1)
            name = pair if word in levels else written
            return place.initiative(end, kind, f"{name} {tokens.surface(tail, end)}")
        if not (word.isalpha() or word in "-–") or (word in _BREAKS and not _joins_fields(place, step)):
            return None
        if _are_relations(tokens, step) and not _joins_fields(place, step + 1):
            return None
    return None


def _joins_fields(place: Place, index: int) -> bool:
    """Whether an "and" stands inside a capitalised name: "A-B Friendship and Trade Treaty"."""
    layers, tokens = place.layers, place.layers.tokens
    if tokens.lower[index : index + 1] != ["and"] or not tokens.capitalized[index - 1] or not tokens.capitalized[index + 1 : index + 2]:
        return False
    inside = tokens.capitalized[index + 1] and not place.known[index + 1] and layers.entity_at(index - 1) is None
    return inside and layers.entity_at(index + 1) is None


def _whole_head(tokens: Tokens, step: int, limit: int) -> int | None:
    """The noun that ends "Partnership and Cooperation Agreement", seen from the first of two capitalised nouns that "and" joins."""
    heads = load_initiative_heads().names
    after = step + 3
    if after >= limit or tokens.lower[step + 1] != "and" or not all(tokens.capitalized[k] for k in (step, step + 2, after)):
        return None
    return after if tokens.lower[step] in heads and tokens.lower[step + 2] not in heads and tokens.lower[after] in heads else None


def _head_kind(tokens: Tokens, tail: int, step: int) -> InitiativeKind | None:
    """The kind of what two actors have, by its noun: one in lower case must be a noun of names or pairs, a relationship one of a level."""
    heads, word = load_initiative_heads(), tokens.lower[step]
    if tokens.words[step - 1] == "-" and tokens.glued(step) and step > tail:
        return None  # "inter-ministerial"
    if word in heads.pairs:
        return heads.pairs[word]
    if word in heads.levels:
        marked = word != _RELATIONSHIP or not load_initiative_words().level_marks.isdisjoint(tokens.lower[tail:step])
        return "partnership" if marked else None
    if tokens.capitalized[step] or word in heads.lower_case or word in heads.places:
        return heads.names.get(word)
    return None


def _are_relations(tokens: Tokens, step: int) -> bool:
    """ "Peru-Chile trade" names no initiative, but "Peru-Chile trade agreement" does."""
    heads = load_initiative_heads()
    after = tokens.lower[step + 1] if step + 1 < len(tokens) else ""
    return tokens.lower[step] in load_initiative_words().relations_nouns and after not in heads.names and after not in heads.levels


def _actor_chain(layers: Layers, index: int, limit: int) -> tuple[list[ActorRef], int]:
    """ "A-B(-C)" of states, organizations or regions: the actors and the index after them."""
    tokens = layers.tokens
    actors: list[ActorRef] = []
    step = index
    while step < limit:
        entity = layers.entity_at(step)
        if entity is None or entity.kind == "metonym":
            break
        actors.append(entity.actor)
        step = entity.end
        if not (step + 1 < limit and tokens.words[step] in _HYPHENS and tokens.glued(step)):
            break
        step += 1
        if len(actors) > _MOST:
            return [], index
    return actors, step


def _past_region(tokens: Tokens, step: int, limit: int) -> int:
    """Past the second part of "A-Region mechanism", which is no actor but a capitalised name."""
    heads = load_initiative_heads().names
    while step < limit and tokens.is_capitalized(step) and tokens.lower[step] not in heads:
        step += 1
    return step

"""Titles that several bear together, each for a state of his own.

"The foreign ministers of A, X Y; B, Z W; and C, V U" · "his counterparts from A, X Y, and B, Z W" · "Presidents X Y of A and Z W of B" ·
"Ministers X Y (A) and Z W (B)" · "the leaders of A and B, X Y and Z W" · "the A and B ministers X Y and Z W".
"""

from __future__ import annotations

from typing import Final, NamedTuple

from etl.extract.fronted import ends_at_comma
from etl.extract.layers import ACTOR_NAMES, Entity, Layers, TitleSpan
from etl.extract.titles.owners import actor_of_entity
from etl.extract.titles.places import TitlePhrase, Titles
from etl.extract.titles.premodified import with_premodifier
from etl.lexicon.words import load_words
from etl.records import ActorRef

_JOINS: Final = frozenset(", ; and of from the - – — ( ) as well both".split())
"""What joins the names and states of such a list."""
_JOINS_ACTORS: Final = frozenset({",", "and", "as", "well"})
_PEOPLES: Final = (["people"], ["nation"])


class _Part(NamedTuple):
    """A state (with its entity) or a name (without one) of the list, at tokens start..end."""

    start: int
    end: int
    entity: Entity | None


def title_in_list(titles: Titles, name_start: int, name_end: int, floor: int) -> TitlePhrase | None:
    """The plural title that a name shares with the others of its list, and the state that is its own; None outside such a list."""
    layers, title = titles.layers, titles.last_before(name_start)
    if title is None or title.start < floor or not title.title.plural:
        return None
    limit = layers.sentence_at(title.start).end
    of = title.end if layers.tokens.lower[title.end : title.end + 1] == ["of"] else None
    if of is not None and (bodies := _of_bodies(titles, of + 1, limit)) is not None:
        return _of_body(layers, title, bodies, name_start, limit)
    parts = _parts(layers, title.end if of is None else _past_bodies(titles, of + 1, limit), limit)
    own = next((i for i, part in enumerate(parts) if part.entity is None and part.start <= name_start and name_end <= part.end), None)
    if own is None:
        return None
    first = next(i for i, part in enumerate(parts) if part.entity is None)
    phrase = with_premodifier(titles, title, title.end, floor)
    if first == 0:
        return _before_states(layers, title, phrase, parts, own)
    states = [part for part in parts[:first] if part.entity is not None]
    if first > 1:
        names = [part for part in parts[first:] if part.entity is None]
        if len(names) != len(states) or len(names) != len(parts) - first:
            return None
        return _bearer(title, parts[own].start, name_start, _actor(states[names.index(parts[own])]))
    before = parts[own - 1]
    if before.entity is None:
        return None
    lower = layers.tokens.lower
    if "," not in lower[before.end : parts[own].start]:
        return None
    start = phrase.start if own == first else before.start - (lower[before.start - 1] == "the")
    return _bearer(title, start - (own > first and lower[start - 1] in ("of", "from")), name_start, _actor(before))


def _of_body(layers: Layers, title: TitleSpan, bodies: tuple[int, list[ActorRef]], name_start: int, limit: int) -> TitlePhrase | None:
    """The title of one of the names behind "the speakers of the A and B parliaments", which are as many as the states."""
    end, states = bodies
    names = [part for part in _parts(layers, end, limit) if part.entity is None]
    own = next((i for i, part in enumerate(names) if part.start <= name_start < part.end), None)
    return _bearer(title, names[own].start, name_start, states[own]) if own is not None and len(names) == len(states) else None


def _before_states(layers: Layers, title: TitleSpan, phrase: TitlePhrase, parts: list[_Part], own: int) -> TitlePhrase | None:
    """The title of names that follow it at once: of the state after each, or of the one or as many states before the title."""
    lower, name = layers.tokens.lower, parts[own]
    if parts[0].start != title.end and lower[title.end : parts[0].start] != [","]:
        return None
    start = phrase.start if own == 0 and parts[0].start == title.end else name.start
    following = parts[own + 1] if own + 1 < len(parts) else None
    if following is not None and following.entity is not None and lower[name.end] in ("of", "from", "("):
        return _bearer(title, start, name.start, _actor(following))
    names = [part for part in parts if part.entity is None]
    states = _nationalities(layers, title)
    if len(names) < len(parts) or len(names) == 1:
        return None
    if len(states) > 1:
        return _bearer(title, name.start, name.start, states[names.index(name)]) if len(states) == len(names) else None
    return _bearer(title, start, name.start, phrase.actor)


def _parts(layers: Layers, index: int, limit: int) -> list[_Part]:
    """The states and names from a token on, as long as nothing else stands between them."""
    tokens, words = layers.tokens, load_words()
    found: list[_Part] = []
    while index < limit:
        entity = layers.entity_at(index)
        if entity is not None and entity.kind in ACTOR_NAMES and entity.kind not in ("demonym", "metonym") and not entity.nested:
            found.append(_Part(index, entity.end, entity))
            index = entity.end
            continue
        if not found and tokens.lower[index] in words.portfolios:
            index += 1  # the field of the office
            continue
        end = index
        while end < limit and (tokens.is_capitalized(end) or _is_particle(tokens.lower[end]) or _hyphened(layers, end)):
            end += 1
        if end > index:
            found.append(_Part(index, end, None))
            index = end
        elif tokens.lower[index] in _JOINS:
            index += 1
        else:
            break
    return found


def _is_particle(word: str) -> bool:
    return word in load_words().particles or word in load_words().honorifics


def _hyphened(layers: Layers, index: int) -> bool:
    """Whether a token goes on in a name with a hyphen: "Sang-chul"."""
    tokens = layers.tokens
    if tokens.words[index] == "-":
        return tokens.glued(index)
    return tokens.words[index - 1] == "-" and tokens.glued(index) and tokens.glued(index - 1)


def _nationalities(layers: Layers, title: TitleSpan) -> list[ActorRef]:
    """The states of "the A and B ministers", in order."""
    lower, found, end = layers.tokens.lower, list[ActorRef](), title.start
    while (entity := layers.entities.ending(end)) is not None and entity.kind in ("demonym", "state"):
        found.insert(0, entity.actor)
        end = entity.start
        while end > 0 and lower[end - 1] in (",", "and"):
            end -= 1
    return found


def _actor(part: _Part) -> ActorRef | None:
    return actor_of_entity(part.entity) if part.entity is not None else None


def _bearer(title: TitleSpan, start: int, end: int, actor: ActorRef | None) -> TitlePhrase:
    return TitlePhrase(start, end, title.title.title, title.title.office, False, actor)


def _past_portfolio(titles: Titles, title: TitleSpan, of: int, limit: int) -> int:
    """Where the "of" of the states stands in "ministers of transport (and trade) of A and B"; that of the token itself without a field."""
    lower, portfolios, index = titles.layers.tokens.lower, load_words().portfolios, of + 1
    while index < limit and (lower[index] in portfolios or (lower[index] in ("and", "&") and index > of + 1)):
        index += 1
    return index if title.title.plural and of + 1 < index < limit and lower[index] == "of" else of


def _is_body(word: str) -> bool:
    """Whether a word names several bodies that states have: parliaments, armies."""
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return word.endswith("s") and singular in load_words().collective


def _past_bodies(titles: Titles, index: int, limit: int) -> int:
    """Past "the parliaments of" in "speakers of | the parliaments of | A and B"."""
    lower = titles.layers.tokens.lower
    body = index + (lower[index : index + 1] == ["the"])
    return body + 2 if body + 2 < limit and _is_body(lower[body]) and lower[body + 1] == "of" else index


def _of_bodies(titles: Titles, index: int, limit: int) -> tuple[int, list[ActorRef]] | None:
    """The states of "speakers of | the Peruvian and Chilean parliaments", and the index after them."""
    lower, actors = titles.layers.tokens.lower, list[ActorRef]()
    index += lower[index : index + 1] in (["the"], ["both"])
    while index < limit:
        entity = titles.entity_at.get(index)
        if entity is None or entity.kind not in ("demonym", "state"):
            break
        actors.append(actor_of_entity(entity))
        index = entity.end
        while index < limit and lower[index] in _JOINS_ACTORS:
            index += 1
    end = next((i + 1 for i in range(index, min(limit, index + _BODY_REACH)) if _is_body(lower[i])), None)
    return (end, actors) if len(actors) > 1 and end is not None and lower[index - 1] not in _JOINS_ACTORS else None


_BODY_REACH: Final = 3
"""Tokens of "national security councils"."""


def actors_after(titles: Titles, title: TitleSpan, limit: int) -> tuple[int, list[ActorRef]]:
    """The actors of "president(s) of A, B and C" after a title, and the index after them."""
    tokens = titles.layers.tokens
    index = title.end
    actors: list[ActorRef] = []
    if index >= limit or tokens.lower[index] not in ("of", "from"):
        return title.end, actors
    if title.title.plural and (bodies := _of_bodies(titles, index + 1, limit)) is not None:
        return bodies
    index = _past_portfolio(titles, title, index, limit) + 1
    index = _past_bodies(titles, index, limit) if title.title.plural else index
    ends: list[int] = []
    while index < limit:
        if tokens.lower[index] in ("the", "both"):
            index += 1
            continue
        entity = titles.entity_at.get(index)
        people = entity is not None and entity.kind == "demonym" and tokens.lower[entity.end : entity.end + 1] in _PEOPLES
        if entity is None or entity.kind == "place" or (entity.kind == "demonym" and not people):
            break
        actors.append(actor_of_entity(entity))
        ends.append(entity.end)
        index = entity.end
        closed = tokens.lower[ends[-2] : entity.start].count("and") if len(ends) > 1 else 0
        while index < limit and tokens.lower[index] in _JOINS_ACTORS:
            index += 1
        if index == entity.end or not title.title.plural or (closed and tokens.lower[entity.end] == ","):
            break  # "ambassadors of A and B, the agency C says"
    if not actors:
        return title.end, actors
    if len(actors) > 1 and tokens.lower[ends[0]] == "," and ends_at_comma(titles.layers, title.start, ends[-1]):
        return ends[0], actors[:1]
    return ends[-1], actors

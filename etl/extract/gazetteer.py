"""Find the names that the lexicon knows: longest match over tokens, case respected, nested state names kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from etl.extract.cutting import split_words
from etl.extract.layers import Entity, EntityKind, Layers
from etl.extract.spans import Spans
from etl.extract.tokens import Tokens
from etl.extract.trie import Trie
from etl.extract.wordlists import WordList
from etl.lexicon.actors import load_actors
from etl.lexicon.initiatives import load_initiatives
from etl.lexicon.naming import load_naming_words
from etl.lexicon.people import load_people, titlelike_endings
from etl.lexicon.words import load_words

_NESTED: Final = frozenset({"state", "demonym", "organization", "initiative"})
_UNION: Final = frozenset({"soviet", "soviets", "ussr", "u.s.s.r."})
_END_OF_UNION: Final = date(1991, 12, 26)
"""The day from which the Soviet Union, whose membership the Russian Federation continues, is a thing of the past."""
_PRIORITY: Final[tuple[EntityKind, ...]] = ("initiative", "person", "organization", "state", "demonym", "metonym", "place")
"""Where one surface names several things: the first is the one whose nested names count."""

Known = tuple[EntityKind, str]
"""Kind and name of what a surface names."""


@cache
def known_names() -> Trie[Known]:
    """One trie over all names of the lexicon, payload (kind, name), those of one sequence in the order of their rank."""
    trie: Trie[Known] = Trie()
    for words, known in sorted(_names(), key=lambda name: _PRIORITY.index(name[1][0])):
        trie.add(words, known)
    return trie


@cache
def _openings() -> WordList:
    return WordList(written=known_names().first_words())


def _names() -> Iterator[tuple[tuple[str, ...], Known]]:
    actors = load_actors()
    for surface, actor in actors.by_name.items():
        yield split_words(surface), ("state" if actor.kind == "state" else "organization", actor.name)
    for surface, actor in actors.by_demonym.items():
        yield split_words(surface), ("demonym", actor.name)
    for surface, actor in actors.by_metonym.items():
        yield split_words(surface), ("metonym", actor.name)
    for surface, (name, _) in actors.places.items():
        yield split_words(surface), ("place", name)
    for surface, person in load_people().by_name.items():
        words = split_words(surface)
        if len(words) > 1:
            yield words, ("person", person.name)
            if (words[-2].lower(), f"{words[-1].lower()}.") in titlelike_endings():
                yield (*words[:-1], f"{words[-1]}."), ("person", person.name)
    for surface, initiative in load_initiatives().items():
        words = split_words(surface)
        yield words, ("initiative", initiative.name)
        first = words[0]
        if first[:1].islower():
            yield (first.capitalize(), *words[1:]), ("initiative", initiative.name)


_MIN_CAPITALS: Final = 4
"""Letters of a name in capitals that is no acronym."""


@cache
def _states_in_capitals() -> dict[str, Known]:
    """States and their adjectives in one word, in capitals: "ZAMBIA", "BRITISH"."""
    actors = load_actors()
    states = {word: ("state", actor.name) for word, actor in actors.by_name.items() if actor.kind == "state"}
    adjectives = {word: ("demonym", actor.name) for word, actor in actors.by_demonym.items()}
    named = {**states, **adjectives}.items()
    return {word.upper(): known for word, known in named if word.isalpha() and len(word) >= _MIN_CAPITALS}  # type: ignore[misc]


@cache
def _in_capitals() -> WordList:
    return WordList(written=_states_in_capitals())


_DASHES: Final = frozenset({"–", "—", "-"})


def _opening_states(tokens: Tokens) -> Iterator[Entity]:
    """The first word of a report, which many newspapers print in capitals: "BRITISH ambassador X Y", "HARARE – ZAMBIA'S president"."""
    for index in tokens.where(_in_capitals()):
        opens = index == 0 or tokens.breaks[index] > 0 or tokens.words[index - 1] in _DASHES
        alone = index + 1 < len(tokens) and (not tokens.words[index + 1].isupper() or tokens.lower[index + 1] == "'s")
        if opens and alone:
            kind, name = _states_in_capitals()[tokens.words[index]]
            yield Entity(index, index + 1, kind, name, False)


def find_entities(layers: Layers) -> None:
    """Fill `entities`: outermost names by longest match, then the state names nested in organizations and initiatives."""
    tokens = layers.tokens
    trie = known_names()
    found: list[Entity] = []
    day = layers.reference_date
    of_union = day is not None and day < _END_OF_UNION
    end = 0
    for index in tokens.where(_openings()):
        if index < end or not (matches := trie.matches(tokens.words, index)):
            continue
        end, payloads = matches[0]
        if payloads[0][0] == "person" and (_goes_on(tokens, end) or _is_given_name(tokens, index, end)):
            continue  # another bearer of the name: "Park Jin" is not "Park Jin-seok", nor "Juan Carlos" whoever is called Juan Carlos
        if not of_union and payloads[0][0] in ("state", "demonym") and not _UNION.isdisjoint(tokens.lower[index:end]):
            continue  # of a time gone by: "the former Soviet Union", "Soviet-era"
        if payloads[0][0] == "organization" and index and tokens.words[index - 1] == "National":
            continue  # a state's own body: "the National Security Council"
        if payloads[0][0] == "organization" and _is_of_state(tokens, trie, end):
            continue  # "the Security Council of Kazakhstan"
        found += [Entity(index, end, kind, name, False) for kind, name in payloads]
        if payloads[0][0] in ("initiative", "organization"):
            found += _nested_states(tokens, trie, index, end)
    opening = list(_opening_states(tokens))
    if opening:
        taken = {index for entity in found for index in range(entity.start, entity.end)}
        found = sorted([*found, *(entity for entity in opening if entity.start not in taken)], key=lambda entity: entity.start)
    layers.entities = Spans(found)


def _is_of_state(tokens: Tokens, trie: Trie[Known], end: int) -> bool:
    """Whether "of Peru" goes on a name, which is then that of the state's own body."""
    if tokens.lower[end : end + 1] != ["of"]:
        return False
    start = end + 1 + (tokens.lower[end + 1 : end + 2] == ["the"])
    matches = trie.matches(tokens.words, start) if start < len(tokens) else []
    return bool(matches) and matches[0][1][0][0] == "state"


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen binds another part to the name that ends before a token; what is only said of its bearer ("-led") does not count."""
    bound = index + 1 < len(tokens) and tokens.words[index] == "-" and tokens.glued(index) and tokens.glued(index + 1)
    return bound and tokens.words[index + 1].islower() and tokens.lower[index + 1] not in load_naming_words().name_qualifiers


def _is_given_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a known name is only the beginning of another: given names alone before a surname, or another given name after it."""
    words = load_words()
    if tokens.is_capitalized(end) and tokens.words[end] in words.first_names and tokens.is_capitalized(end + 1):
        lower = tokens.lower[end]
        return lower not in words.capitalized and lower not in words.months and tokens.lower[end + 1] not in words.nominal_heads
    if not all(tokens.words[index] in words.first_names for index in range(start, end)) or not tokens.is_capitalized(end):
        return False
    ordinary = (words.capitalized, words.nominal_heads, words.months)
    return tokens.words[end].isalpha() and not any(tokens.lower[end] in listed for listed in ordinary)


def _nested_states(tokens: Tokens, trie: Trie[Known], start: int, end: int) -> Iterator[Entity]:
    """State and organization names inside a longer name: "one-China principle" names China; places inside do not count."""
    index = start
    while index < end:
        step = index + 1
        for stop, payloads in trie.matches(tokens.words, index):
            if stop <= end and (index, stop) != (start, end):
                inner = [(kind, name) for kind, name in payloads if kind in _NESTED]
                yield from (Entity(index, stop, kind, name, True) for kind, name in inner)
                if inner:
                    step = stop
                    break
        index = step

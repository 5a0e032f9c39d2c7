"""Whom a verb or preposition of meeting takes: the phrase after it, past when and where, and who leads a delegation."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from etl.extract.grammar import FINITE, GOVERNORS
from etl.extract.layers import Entity, Layers, Nominal, Sentence
from etl.lexicon.meetings import load_meeting_words

NAMED_KINDS: Final = frozenset({"person", "group", "office"})
_OBJECT_KINDS: Final = frozenset({"person", "group", "office", "actor", "role"})
LEADERSHIP: Final = frozenset({"headed", "led", "chaired"})
_MAX_DELEGATION: Final = 7
"""Tokens among which "delegation" is looked for."""
_MAX_LEADER: Final = 18
"""Tokens among which "headed by" is looked for."""
_MAX_DESCRIPTION: Final = 12
"""Tokens after "headed by" among which the leader's name stands."""
_MAX_LONG_TITLE: Final = 28
"""So far where only the title stands between: "led by Chairman of the A-B Friendship Group of the Senate of C X Y"."""
_MAX_BEYOND: Final = 22
_MAX_ASIDE: Final = 8
_MAX_VENUE: Final = 4
_MAX_OWNED: Final = 10
"""Tokens after "X's" among which the name of the one that is X's begins."""
_MAX_TITLE: Final = 10
"""Tokens of a title's list of fields."""
_TITLE_CONNECTORS: Final = frozenset({",", "and", "of", "for", "the"})
_PLACE_KINDS: Final = frozenset({"place", "metonym", "state"})
_OWN: Final = frozenset({"his", "her", "their", "the"})
_GROUPS: Final = frozenset({"group", "team", "number"})
_COUNTRIES: Final = frozenset({"country", "nation", "republic", "kingdom"})
NO_FURTHER: Final = frozenset({"who", "which", "that", "said", "told", ";", "but", "while", "when"})
_ENDING: Final = NO_FURTHER - {"who", "which", "that"}
_BEFORE_OBJECTS: Final = frozenset("with on from by his her the , via their".split())
_NO_PARTNER_BEYOND: Final = frozenset(
    "; : who which that whose said says told where when while but although because since as if to — –".split()
)
"""What no phrase of a verb's or noun's partner reaches over."""


def object_of(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The nominal that a verb or preposition before `index` takes, past adverbs, dates, places and "with".

    "The delegation of X headed by Y" is Y.
    """
    while index < sentence.end:
        nominal = layers.nominals.starting(index)
        if nominal is not None and _is_of_body(nominal):
            return nominal
        if nominal is not None and nominal.kind in _OBJECT_KINDS:
            if nominal.kind in ("person", "office") and (owned := owned_by(layers, nominal, sentence)) is not None:
                return owned if owned.people else None
            nominal = _named_by_state(layers, nominal) or _sent_by(layers, nominal) or _grouped(layers, nominal) or nominal
            return _led_by(layers, index, sentence) or named_after(layers, nominal, sentence) or named_counterpart(layers, nominal)
        size = _passed(layers, index) or _aside(layers, index, sentence)
        if not size:
            return _led_by(layers, index, sentence) if layers.tokens.lower[index] in ("a", "an") else None
        adverbial = size == 1 and layers.dates.starting(index) is None
        if adverbial and (leader := _led_by(layers, index, sentence)) is not None:
            return leader
        index += size
    return None


def _is_of_body(nominal: Nominal) -> bool:
    """Whether several unnamed persons are a body's: "(met) the ambassadors of the European Union"."""
    return nominal.kind == "parties" and len(nominal.actors) == 1 and nominal.actors[0].kind == "organization"


def _grouped(layers: Layers, nominal: Nominal) -> Nominal | None:
    """ "A group of Peruvian lawmakers": the lawmakers."""
    if nominal.kind != "role" or nominal.head not in _GROUPS or layers.tokens.lower[nominal.end : nominal.end + 1] != ["of"]:
        return None
    members = layers.nominals.starting(nominal.end + 1)
    return members if members is not None and members.kind == "role" and members.plural and members.actors else None


def _sent_by(layers: Layers, nominal: Nominal) -> Nominal | None:
    """ "The Peruvian government delegation": the delegation, where the one that sends it is a phrase of its own."""
    sent = layers.nominals.starting(nominal.end) if nominal.kind == "actor" else None
    if sent is None or sent.kind != "role" or sent.actors or not sent.head.startswith("delegation"):
        return None
    return sent._replace(start=nominal.start, actors=nominal.actors)


def _named_by_state(layers: Layers, nominal: Nominal) -> Nominal | None:
    """ "Chile's Ricardo Lagos", "the country's President X": the person, where the state is no more than a description."""
    of_country = nominal.kind == "role" and nominal.head in _COUNTRIES
    if (nominal.kind != "actor" and not of_country) or layers.tokens.lower[nominal.end : nominal.end + 1] not in (["'s"], ["'"]):
        return None
    named = layers.nominals.starting(nominal.end + 1)
    return named if named is not None and named.kind in ("person", "group") else None


def owned_by(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal | None:
    """ "X's adviser Y", "X's predecessor, President Y": Y; a thing where it is not told who that is, None where nothing is X's."""
    lower = layers.tokens.lower
    if lower[nominal.end : nominal.end + 1] not in (["'s"], ["'"]):
        return None
    for named in layers.nominals.within(nominal.end + 1, min(sentence.end, nominal.end + _MAX_OWNED)):
        between = lower[nominal.end + 1 : named.start]
        if not (FINITE.isdisjoint(between) and GOVERNORS.isdisjoint(between)):
            break
        if named.kind == "person" and "," not in between[:-1]:
            return named
    return Nominal(nominal.end, nominal.end + 1, "thing")


def _aside(layers: Layers, index: int, sentence: Sentence) -> int:
    """Tokens of a phrase between commas before the object: "received, each in turn, X"."""
    lower = layers.tokens.lower
    if lower[index] != ",":
        return 0
    end = next((i for i in range(index + 1, min(sentence.end, index + _MAX_ASIDE)) if lower[i] == ","), 0)
    plain = end and not any(True for _ in layers.nominals.within(index, end)) and FINITE.isdisjoint(lower[index:end])
    return end + 1 - index if plain else 0


def partner_after(layers: Layers, index: int, sentence: Sentence, prepositions: Set[str], reach: int) -> tuple[str, Nominal] | None:
    """The first preposition and the party it governs, past how long, when and where: "for two hours on Monday, in Lima, with X"."""
    lower = layers.tokens.lower
    for step in range(index, min(sentence.end - 1, index + reach)):
        word = lower[step]
        if word in prepositions and (obj := object_of(layers, step + 1, sentence)) is not None:
            return word, obj
        if word in _NO_PARTNER_BEYOND or word in FINITE:
            return None
    return None


def _passed(layers: Layers, index: int) -> int:
    """How many tokens of date, place or adverb stand between a verb and its object at a token; 0 when none do."""
    lower, words = layers.tokens.lower, load_meeting_words()
    word = lower[index]
    date = layers.dates.starting(index)
    if date is not None:
        return date.span.end - index
    if word in ("in", "at") and (size := _venue_size(layers, index + 1)):
        return 1 + size  # "received in his office", "at the League's headquarters"
    if word in ("in", "at"):
        article = int(lower[index + 1 : index + 2] == ["the"])
        size = place_size(layers, index + 1 + article)
        return 1 + article + size + _state_after(layers, index + 1 + article + size) if size else 0
    if word in ("this", "that") and index + 1 < len(lower) and lower[index + 1] in words.day_parts:
        return 2
    visiting = layers.tokens.lower[index + 1 : index + 2] == ["visiting"]
    if word in ("a", "an") or (word == "the" and visiting):
        following = layers.nominals.starting(index + 1 + visiting)
        sent = following is not None and (following.head.startswith("delegation") or _sent_by(layers, following) is not None)
        return 1 + visiting if sent else 0
    return int(word in _BEFORE_OBJECTS or word in words.object_openers or word.endswith("ly"))


def _venue_size(layers: Layers, index: int) -> int:
    """Tokens of "his office", "the presidential palace", "the League's headquarters"; 0 where none is named so."""
    lower = layers.tokens.lower
    if index >= len(lower) or lower[index] not in _OWN:
        return 0
    for end in range(index + 1, min(len(lower), index + 1 + _MAX_VENUE)):
        if lower[end] in load_meeting_words().residence_nouns:
            return end + 1 - index
        if lower[end] in FINITE - {"'s"} or lower[end] in GOVERNORS:
            return 0
    return 0


def named_counterpart(layers: Layers, nominal: Nominal) -> Nominal:
    """The person named right after "his counterpart"; the nominal itself when nobody is."""
    if nominal.kind != "role" or not nominal.head.startswith(("counterpart", "colleague")):
        return nominal
    comma = layers.tokens.lower[nominal.end : nominal.end + 1] == [","]
    named = layers.nominals.starting(nominal.end + comma)
    return named if named is not None and named.kind in ("person", "group") else nominal


def named_after(layers: Layers, nominal: Nominal, sentence: Sentence) -> Nominal | None:
    """The name at the end of a long title: "the Minister of Ports, Lakes and Canals, X Y"."""
    if nominal.kind != "office" or any(layers.people[p].name for p in nominal.people):
        return None
    tokens = layers.tokens
    for step in range(nominal.end, min(sentence.end, nominal.end + _MAX_TITLE)):
        named = layers.nominals.starting(step)
        if named is not None and named.kind == "person" and tokens.lower[step - 1] == ",":
            return named
        if not (tokens.is_capitalized(step) or tokens.lower[step] in _TITLE_CONNECTORS):
            return None
    return None


def _led_by(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """ "(the) delegation of A headed by X", "members of the B parliament under the leadership of X", "a mission whose chief, X, …": X."""
    lower = layers.tokens.lower
    if load_meeting_words().following_nouns.isdisjoint(lower[index : min(sentence.end, index + _MAX_DELEGATION)]):
        return None
    for step in range(index, min(sentence.end - 3, index + _MAX_LEADER)):
        if (lower[step] in LEADERSHIP and lower[step + 1] == "by") or lower[step : step + 2] in _LEADERS:
            return _named_from(layers, step + 2, sentence)
        if lower[step] == "leadership" and lower[step + 1] == "of":
            return _named_from(layers, step + 2, sentence)
        if step > index and (lower[step] in FINITE or lower[step] in _ENDING):
            return None
    return None


_LEADERS: Final = (["whose", "chief"], ["whose", "head"], ["whose", "leader"], ["with", "its"], ["with", "their"])
"""How a group is joined to who leads it: "whose chief, X", "with its acting head X"."""


def _named_from(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The first person named within the next few tokens."""
    for nominal in layers.nominals.within(index, min(sentence.end, index + _MAX_LONG_TITLE)):
        between = layers.tokens.lower[index : nominal.start]
        if len(between) > _MAX_DESCRIPTION and not (FINITE.isdisjoint(between) and _NO_PARTNER_BEYOND.isdisjoint(between)):
            return None
        if nominal.people and any(layers.people[p].name for p in nominal.people):
            owned = owned_by(layers, nominal, sentence) if nominal.kind in ("person", "office") else None
            return nominal if owned is None else owned if owned.people else None
    return None


def object_beyond(layers: Layers, index: int, sentence: Sentence) -> Nominal | None:
    """The object of a verb past whatever phrases of when, where and how stand before it: "received in his office this morning X"."""
    lower = layers.tokens.lower
    for nominal in layers.nominals.within(index, min(sentence.end, index + _MAX_BEYOND)):
        between = lower[index : nominal.start]
        if not _NO_PARTNER_BEYOND.isdisjoint(between) or not FINITE.isdisjoint(between):
            return None
        if nominal.kind in ("person", "group", "office") and nominal.people and lower[nominal.start - 1] not in GOVERNORS:
            return nominal
    return None


def joined_by_and(layers: Layers, first: Nominal, sentence: Sentence) -> Nominal | None:
    """The other of "between X, head of A, and Y": the nominal of persons after the "and" that closes the description of the first."""
    lower = layers.tokens.lower
    for step in range(first.end, min(sentence.end - 1, first.end + _MAX_BEYOND)):
        if lower[step] in (";", ".") or lower[step] in FINITE:
            return None
        if lower[step] == "and":
            nominal = object_of(layers, step + 1, sentence)
            if nominal is not None and nominal.people and not set(nominal.people) & set(first.people):
                return nominal
    return None


def place_size(layers: Layers, index: int) -> int:
    """Tokens of a place's name at `index`; capitalised words that no lexicon knows may be a venue ("at Jubilee House")."""
    known = next((e for e in layers.entities.within(index, index + 1) if e.kind in _PLACE_KINDS), None)
    if known is not None:
        return known.end - known.start
    size = 0
    while size < _MAX_VENUE and index + size < len(layers.tokens) and layers.tokens.is_capitalized(index + size):
        nominal = layers.nominals.starting(index + size)
        if nominal is not None and nominal.kind in NAMED_KINDS:
            return 0
        size += 1
    return size


def _state_after(layers: Layers, index: int) -> int:
    """Tokens of the comma and the state after a town: "in Nesset, Norway"."""
    state = _beside(layers, index)
    return state.end - index if state is not None else 0


def state_beside(layers: Layers, index: int) -> str | None:
    """The state named after a town and a comma: "in Nesset, Norway"."""
    state = _beside(layers, index)
    return state.name if state is not None else None


def _beside(layers: Layers, index: int) -> Entity | None:
    if layers.tokens.lower[index : index + 1] != [","]:
        return None
    state = next((e for e in layers.entities.within(index + 1, index + 2) if e.kind == "state" and e.start == index + 1), None)
    owns = state is not None and layers.tokens.lower[state.end : state.end + 1] in (["'s"], ["'"])
    return state if not owns else None

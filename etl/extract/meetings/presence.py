"""Where somebody is while the text tells of them: "X, who is in Lima for a fair", "X returned from Lima", "X attends the session of …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from etl.extract.layers import PLACE_KINDS, Layers, Sentence
from etl.extract.meetings.towns import town_of
from etl.extract.wordlists import WordList

_PREPOSITIONS: Final = frozenset({"in", "at"})
_FROM: Final = frozenset({"from"})
_TO_TOWN: Final = 4
_BE: Final = frozenset({"is", "are", "was", "were"})
_NOW: Final = frozenset({"currently", "now", "also", "presently", "already"})
_AHEAD: Final = frozenset("will would not if may plans due expected scheduled set leave leaves departs depart".split())
_OPENING_SENTENCES: Final = 3
_EVENT_REACH: Final = 12
_ASSEMBLY: Final = "United Nations General Assembly"
_ASSEMBLY_TOWN: Final = ("New York", "US")


class Presence(NamedTuple):
    """Who is where; `by_arrival` where they came or went, so that only what is told after it is there for certain."""

    person: int
    place: str
    state: str
    by_arrival: bool
    start: int
    """Where in the text that is said."""


def presences(layers: Layers) -> Iterator[Presence]:
    """Everybody of whom the text says in which town of another state they are or arrived."""
    tokens, lower = layers.tokens, layers.tokens.lower
    for index in tokens.where(_arriving()):
        wanted = _FROM if lower[index] in _RETURNED else _PREPOSITIONS
        reach = _TO_TOWN if lower[index] in _RETURNED else 1  # "returned last night from Lima"
        at = next((i for i in range(index + 1, min(len(lower), index + 1 + reach)) if lower[i] in wanted), None)
        if at is not None:
            yield from _of(layers, index, at + 1, by_arrival=True)
    for index in tokens.where(_being()):
        if lower[index - 1] != "who":
            continue
        at = index + 1 + (lower[index + 1] in _NOW)
        if lower[at] in _PREPOSITIONS:
            yield from _of(layers, index, at + 1, by_arrival=False)
    for sentence in layers.sentences[:_OPENING_SENTENCES]:
        yield from _at_assembly(layers, sentence)
        yield from _at_sidelines(layers, sentence)


def _at_sidelines(layers: Layers, sentence: Sentence) -> Iterator[Presence]:
    """ "X has conferred with several leaders on the sidelines of the summit in Lima": where X is, at home or not."""
    tokens, lower = layers.tokens, layers.tokens.lower
    beside = next((i for i in range(sentence.start, sentence.end - 1) if lower[i] in _SIDELINES and lower[i + 1] == "of"), None)
    if beside is None or not _AHEAD.isdisjoint(lower[sentence.start : beside]):
        return
    person = _subject(layers, sentence, beside)
    for city in layers.entities.within(beside, min(sentence.end, beside + _EVENT_REACH)):
        place = town_of(layers, city)
        if place is not None and place[1] and person is not None and lower[city.start - 1] == "in":
            yield Presence(person, place[0], place[1], by_arrival=False, start=tokens.span(beside, beside + 1).start)
            return


_SIDELINES: Final = frozenset({"sidelines", "margins", "fringes"})


def _of(layers: Layers, index: int, at: int, *, by_arrival: bool) -> Iterator[Presence]:
    """The one before a verb who is in the town at a token, in a state that is not their own."""
    tokens = layers.tokens
    city = next((e for e in layers.entities.within(at, at + 1) if e.kind in PLACE_KINDS), None)
    place = town_of(layers, city)
    person = _subject(layers, layers.sentence_at(index), index)
    actor = layers.people[person].actor if person is not None else None
    if place is not None and place[1] and person is not None and actor is not None and actor.name != place[1]:
        yield Presence(person, place[0], place[1], by_arrival, tokens.span(index, index + 1).start)


def _subject(layers: Layers, sentence: Sentence, index: int) -> int | None:
    """The person of whom the clause before a verb speaks: right before "who", else the first of the sentence."""
    named = [n for n in layers.nominals.within(sentence.start, index) if n.kind in ("person", "office") and len(n.people) == 1]
    if layers.tokens.lower[index - 1] == "who":
        named = [n for n in named if index - 1 - n.end <= 1][-1:]
    return named[0].people[0] if named else None


def _at_assembly(layers: Layers, sentence: Sentence) -> Iterator[Presence]:
    """ "X, who leads the delegation to the 77th session of the UN General Assembly, met …": in New York."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end):
        if lower[index] not in _attending() or not _AHEAD.isdisjoint(lower[sentence.start : index]):
            continue
        named = layers.entities.within(index, min(sentence.end, index + _EVENT_REACH))
        person = _subject(layers, sentence, index)
        session = "session" in lower[index : min(sentence.end, index + _EVENT_REACH)]
        actor = layers.people[person].actor if person is not None else None
        if session and any(e.name == _ASSEMBLY for e in named) and person is not None and actor is not None and actor.name != "US":
            yield Presence(person, *_ASSEMBLY_TOWN, by_arrival=False, start=layers.tokens.span(index, index + 1).start)


@cache
def _arriving() -> WordList:
    return WordList({"arrived", "landed", "arrives", *_RETURNED})


_RETURNED: Final = frozenset({"returned", "returns"})


@cache
def _being() -> WordList:
    return WordList(set(_BE))


_ATTEND: Final = (
    "attend attending attends attended participate participating participates participated lead leading leads led head heading heads "
    "headed accompany accompanying accompanies accompanied address addressing addressed"
)


@cache
def _attending() -> frozenset[str]:
    return frozenset(_ATTEND.split())

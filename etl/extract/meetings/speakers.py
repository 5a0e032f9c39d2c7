"""Who says "I" and "we" where a meeting is told of, and officials who speak to the press side by side."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from etl.extract.claims.speeches import speech_of
from etl.extract.claims.turns import turn_at
from etl.extract.layers import Layers, Nominal
from etl.extract.meetings.candidate import Candidate, Side
from etl.lexicon.actors import load_actors
from etl.lexicon.titles import load_titles
from etl.records import ActorRef

RULE: Final = "appeared-together"
"""Of officials of two states who speak in turn in one transcript: their joint appearance is part of a meeting."""
_PAIR, _MOST = 2, 4
"""How many officials appear together; more of them are a panel or a debate."""
_ONE: Final = frozenset({"i", "we"})


def is_speaker(nominal: Nominal) -> bool:
    """Whether a pronoun means who speaks."""
    return nominal.kind == "pronoun" and nominal.head in _ONE


def speaker_of(layers: Layers, index: int) -> list[Side]:
    """Who says a word: the one whose turn or speech it is, or to whom the sentence ascribes it; empty where nobody is named."""
    number = layers.sentence_of[index]
    person = _of_turn(layers, number) if layers.in_turn[number] else _of_saying(layers, number, index)
    return [Side(person, layers.people[person].actor)] if person is not None else []


def _of_turn(layers: Layers, number: int) -> int | None:
    for sentence in reversed(layers.sentences[: number + 1]):
        if sentence.first and (turn := turn_at(layers, sentence)) is not None:
            return turn.person
    return speech_of(layers)


def _of_saying(layers: Layers, number: int, index: int) -> int | None:
    for attribution in layers.attributions.get(number, ()):
        contents = (attribution.content, attribution.rest)
        says = attribution.says and any(c is not None and c.start <= index < c.end for c in contents)
        if says and attribution.source is not None and len(attribution.source.people) == 1:
            return attribution.source.people[0]
    return _of_quotation(layers, number) if layers.quoted[index] else None


def _of_quotation(layers: Layers, number: int) -> int | None:
    """Who says a sentence of a quotation that another sentence of the paragraph ascribes: “I met X. It was good,” Y said."""
    paragraph = layers.sentences[number].paragraph
    for other, sentence in enumerate(layers.sentences):
        if sentence.paragraph != paragraph:
            continue
        for attribution in layers.attributions.get(other, ()):
            source = attribution.source
            quoted = attribution.content is not None and layers.quoted[attribution.content.start]
            if attribution.says and quoted and source is not None and len(source.people) == 1:
                return source.people[0]
    return None


def _with_state_of_headline(layers: Layers, sides: list[Side]) -> list[Side]:
    """Those who speak for a state; the one official of whom the text does not say for which is of the one that the headline adds."""
    open_cases = [side for side in sides if side.actor is None and layers.people[side.person or 0].titles]
    known = [side for side in sides if side.actor is not None]
    further = _states_in(layers.article.title) - {side.actor for side in known}
    if len(open_cases) == len(further) == 1:
        known += [open_cases[0]._replace(actor=further.pop())]
    return known


def _states_in(headline: str | None) -> set[ActorRef]:
    words, world = _words(headline, lower=False), load_actors()
    found = (world.by_name.get(word) or world.by_demonym.get(word) for word in words)
    return {actor for actor in found if actor is not None and actor.kind == "state"}


def _words(headline: str | None, *, lower: bool = True) -> list[str]:
    """The words of a headline and the pairs of them that stand side by side."""
    words = [word.strip('.,:;()‘’“”"').removesuffix("’s").removesuffix("'s") for word in (headline or "").split()]
    words = [word.lower() for word in words] if lower else words
    return [*words, *(" ".join(pair) for pair in pairwise(words))]


def read_appearance(layers: Layers) -> Candidate | None:
    """The meeting of officials of different states who speak in turn to the press; None where all are of one, or too many speak."""
    if not any(layers.in_turn):
        return None
    first: int | None = None
    speaking: dict[int, Side] = {}
    for number, sentence in enumerate(layers.sentences):
        turn = turn_at(layers, sentence) if layers.in_turn[number] and sentence.first else None
        if turn is None or turn.person is None:
            continue
        first = turn.content_start if first is None else first
        speaking.setdefault(turn.person, Side(turn.person, layers.people[turn.person].actor))
    sides = _with_state_of_headline(layers, list(speaking.values()))
    titled = any(layers.people[person].titles for person in speaking)
    if not titled and not any(word in load_titles() for word in _words(layers.article.title)):
        return None
    if first is None or first >= len(layers.tokens) or not _PAIR <= len(sides) <= _MOST or len({side.actor for side in sides}) < _PAIR:
        return None
    return Candidate(
        sentence=layers.sentence_at(first),
        trigger=first,
        format="meeting",
        noun="meeting",
        sides=tuple(sides),
        separate=False,
        joint=True,
        status="held",
        earlier=False,
        rule=RULE,
        confidence=0.7,
        implied=True,
    )

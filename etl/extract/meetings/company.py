"""Those named together around a meeting: lists of persons, whose side they are on, and whether a meeting is named at all."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.candidate import Side
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.records import ActorRef

SIDE_NOUNS: Final = frozenset({"delegation", "side", "team"})
_STATES: Final = frozenset({"state", "demonym", "organization"})
_REACH: Final = 20
"""Tokens between two of a list, which hold an office or two."""
_OF_OFFICES: Final = frozenset({"to", "of", "for"})
_WITH: Final = frozenset({"accompanied", "joined", "flanked"})
_TOLD_BY: Final = frozenset(
    ("as", verb) for verb in "reported announced stated told said confirmed noted mentioned agreed described".split()
)


def names_meeting(layers: Layers, start: int, end: int, *, definite: bool = False) -> bool:
    """Whether a noun of meeting stands among some tokens; `definite`: as "the meeting" right there, with no name of its own."""
    lower, nouns = layers.tokens.lower, load_meeting_terms().nouns
    gatherings = load_meeting_words().occasion_nouns
    return any(
        (lower[i] in nouns or lower[i] in gatherings) and (not definite or lower[i - 1] == "the" or (lower[i - 2] == "the"))
        for i in range(start, end)
    )


def listed(layers: Layers, index: int, sentence: Sentence) -> list[Nominal]:
    """The persons named one after another from a token on."""
    lower = layers.tokens.lower
    found: list[Nominal] = []
    end = index
    for nominal in layers.nominals.within(index, sentence.end):
        if nominal.kind not in ("person", "office", "group") or not nominal.people or nominal.start < end:
            continue
        if found and nominal.kind == "office" and lower[nominal.start - 1] in _OF_OFFICES:
            continue  # "X, adviser to the President"
        if found and any(pair in _TOLD_BY for pair in zip(lower[end : nominal.start], lower[end + 1 : nominal.start], strict=False)):
            break  # "represented by X, as reported earlier by Y"
        if nominal.start - end > _REACH or not {"and", ",", ";", "as", "well", "the"}.issuperset(_small(lower[end : nominal.start])):
            break
        found.append(nominal)
        end = nominal.end
    return found


def _small(between: list[str]) -> set[str]:
    return {word for word in between if word in (";", ".", "who", "that", "said") or word == ","}


def state_near(layers: Layers, sentence: Sentence, start: int, nouns: Set[str], reach: int = 5) -> ActorRef | None:
    """The state that stands right before one of some nouns."""
    near = layers.entities.within(start, min(sentence.end, start + reach))
    lower = layers.tokens.lower
    return next((e.actor for e in near if e.kind in _STATES and not nouns.isdisjoint(lower[e.end : e.end + 1])), None)


def is_guess(layers: Layers, side: Side) -> bool:
    """Whether nothing says of which state somebody is."""
    return side.actor is None or (side.person is not None and layers.people[side.person].rule == "actor_inferred")


def companions(layers: Layers, sentence: Sentence, trigger: int, host: ActorRef | None) -> list[Side]:
    """Those of "X, accompanied by Y, met Z": Y, of X's state (`host`) where the text leaves it out; of either behind them all."""
    lower = layers.tokens.lower
    for index in range(sentence.start + 1, sentence.end - 2):
        if lower[index] in _WITH and lower[index + 1] == "by" and lower[index - 1] == ",":
            named = [person for nominal in listed(layers, index + 2, sentence) for person in nominal.people]
            own = host if index < trigger else None
            return [Side(person, layers.people[person].actor or own, "accompanying") for person in named if layers.people[person].name]
    return []

"""Diplomatic relations: established, severed, suspended, restored, downgraded."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import HAVE
from etl.extract.layers import Layers, Sentence
from etl.extract.relations.changes import Change, changes
from etl.extract.relations.dating import UNDATED, Since, held_since, since_of
from etl.extract.relations.parties import pair_of
from etl.records import RelationReport

DIPLOMATIC: Final = "diplomatic"
_NOUNS: Final = frozenset({"relations", "ties", "relationship", "relationships"})
_LABELS: Final = {
    "established": "diplomatic relations",
    "severed": "severed diplomatic relations",
    "suspended": "suspended diplomatic relations",
    "restored": "restored diplomatic relations",
    "lowered": "downgraded diplomatic relations",
}
"""Change to the level that it leaves: each is a step of the history of a pair."""
_BEFORE, _AFTER = 6, 12
_BREAKS: Final = frozenset({";", ":", "that", "but", "while", "“", "”"})


def find_ties(layers: Layers, sentence: Sentence) -> None:
    """ "A established diplomatic relations with B in 1992", "relations between A and B were severed"."""
    lower, told = layers.tokens.lower, list[Change]()
    for index in range(sentence.start, sentence.end - 1):
        if lower[index] != DIPLOMATIC or lower[index + 1] not in _NOUNS:
            continue
        if (since := held_since(layers, sentence, index + 2)) is not UNDATED and not HAVE.isdisjoint(
            lower[max(sentence.start, index - 3) : index]
        ):
            _report(layers, sentence, index, Change(index, index + 2, "established", True, False), since)
            continue
        told = told or [c for c in changes(layers, sentence) if c.kind in _LABELS]
        change = _active(lower, told, index) or _passive(lower, told, index + 2)
        if change is None or not change.real:
            continue
        since = UNDATED if change.anniversary else since_of(layers, sentence, max(change.start, index + 1))
        if since is UNDATED and not change.anniversary:
            since = since_of(layers, sentence, change.start)
        _report(layers, sentence, index, change, since)


def _report(layers: Layers, sentence: Sentence, noun: int, change: Change, since: Since) -> None:
    span = layers.tokens.span(min(change.start, noun), max(change.end, noun + 2))
    for pair in pair_of(layers, sentence, change.start, noun + 2):
        label = _LABELS[change.kind]
        report = RelationReport("relationship", pair, label, None, since.start, since.precision, None, span, "diplomatic", 0.85)
        layers.relations.append(report)


def _active(lower: list[str], told: list[Change], noun: int) -> Change | None:
    """The change whose object the noun is."""
    near = [c for c in told if c.end <= noun <= c.end + _BEFORE and _BREAKS.isdisjoint(lower[c.end : noun])]
    return near[-1] if near else None


def _passive(lower: list[str], told: list[Change], end: int) -> Change | None:
    """The change whose subject the noun is: "(between A and B) were (formally) established"."""
    for change in told:
        between = lower[end : change.start]
        if end <= change.start <= end + _AFTER and _BREAKS.isdisjoint(between) and not {"was", "were", "been"}.isdisjoint(between[-3:]):
            return change
    return None

"""Since when: the date that belongs to the verb of a relation."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from etl.extract.grammar import BE, HAVE
from etl.extract.layers import DateValue, Layers, Sentence
from etl.records import DatePrecision

_INTRODUCERS: Final = frozenset("in on since from during early late mid".split())
_BREAKS: Final = frozenset('; : that which when while but who whose until before after following amid “ ” "'.split())
"""What a date after the verb belongs to instead, if it stands between."""
_LIGHT: Final = BE | HAVE | {"also", "then", "to", ","}
_LISTING: Final = frozenset({",", "and", "the", "in", "at"})
_NEAR: Final = 4
_SINCE_REACH: Final = 6


class Since(NamedTuple):
    """A date with its precision, as `RelationReport` holds it."""

    start: date | None
    precision: DatePrecision


UNDATED: Final = Since(None, "unknown")


def since_of(layers: Layers, sentence: Sentence, verb: int) -> Since:
    """The first date after a verb in its clause; else the one right before it, or the one that opens the sentence."""
    dates = [d for d in layers.dates.within(sentence.start, sentence.end) if _is_past(layers, d) and _is_adverbial(layers, d)]
    best = next((d for d in dates if d.span.start > verb), None)
    if best is not None and not _is_of_clause(layers, verb, best):
        best = None
    if best is None:
        best = next((d for d in reversed(dates) if d.span.end <= verb and _precedes(layers, sentence, d, verb)), None)
    return Since(best.start, best.precision) if best is not None and best.precision != "unknown" else UNDATED


def held_since(layers: Layers, sentence: Sentence, end: int) -> Since:
    """ "since 2014" soon after a level or a status."""
    lower = layers.tokens.lower
    for step in range(end, min(sentence.end, end + _SINCE_REACH)):
        if lower[step] in (",", "and", ";", "that", "which"):
            break
        if lower[step] == "since" and any(d.span.start == step + 1 for d in layers.dates.within(step, sentence.end)):
            return since_of(layers, sentence, step)
    return UNDATED


def _is_past(layers: Layers, value: DateValue) -> bool:
    return layers.reference_date is None or value.start <= layers.reference_date


def _is_adverbial(layers: Layers, value: DateValue) -> bool:
    return layers.tokens.lower[value.span.start - 1] in _INTRODUCERS or value.basis in ("relative", "weekday", "anaphoric")


def _is_of_clause(layers: Layers, verb: int, value: DateValue) -> bool:
    between = layers.tokens.lower[verb + 1 : value.span.start]
    if between and between[-1] in _INTRODUCERS:
        between = between[:-1]
    return _BREAKS.isdisjoint(between) and between[-1:] != ["and"] and not _opens_clause(layers, verb + 1, verb + 1 + len(between))


def _opens_clause(layers: Layers, start: int, end: int) -> bool:
    """Whether a comma stands before a date with more after it than names of a list."""
    lower = layers.tokens.lower
    comma = next((k for k in range(start, end) if lower[k] == ","), None)
    if comma is None:
        return False
    names = {k for e in layers.entities.within(comma, end) for k in range(e.start, e.end)}
    return any(k not in names and lower[k] not in _LISTING for k in range(comma, end))


def _precedes(layers: Layers, sentence: Sentence, value: DateValue, verb: int) -> bool:
    between = layers.tokens.lower[value.span.end : verb]
    if len(between) <= _NEAR and all(word in _LIGHT or word.endswith("ly") for word in between):
        return True
    return value.span.start <= sentence.start + 2 and _BREAKS.isdisjoint(between)

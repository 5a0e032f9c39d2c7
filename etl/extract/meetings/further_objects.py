"""The rest of those whom a verb of meeting takes: lists, and whom one meets elsewhere or later."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import FINITE, GOVERNORS
from etl.extract.layers import Layers, Nominal, Sentence
from etl.extract.meetings.objects import NAMED_KINDS, NO_FURTHER, named_counterpart, place_size
from etl.lexicon.meetings import load_meeting_terms
from etl.lexicon.words import load_words

_VERBS: Final = FINITE - {"'s"}
_FURTHER: Final = frozenset({"then", "separately", "separate", "later", "subsequently", "afterwards"})
"""Adverbs by which others are met after the first, in one sentence."""
_MAX_LIST_GAP: Final = 6


def listed_after(layers: Layers, sentence: Sentence, obj: Nominal) -> list[Nominal]:
    """The rest of a list whose first member is an object, where adjectives keep it from being one phrase: "A, B and newly arrived C"."""
    lower, found, end = layers.tokens.lower, list[Nominal](), obj.end
    for nominal in layers.nominals.within(obj.end, sentence.end):
        between = lower[end : nominal.start]
        beside = found and not between and (found[-1].kind == "office" or not set(found[-1].people).isdisjoint(nominal.people))
        if beside:
            if nominal.end > end:
                found[-1], end = nominal, nominal.end  # "Chairwoman of the Presidency of A | X, President of B Y"
            continue
        joined = (
            between[:1] in ([","], ["and"])
            and len(between) <= _MAX_LIST_GAP
            and NO_FURTHER.isdisjoint(between)
            and GOVERNORS.isdisjoint(between)
        )
        joined = joined and load_meeting_terms().verbs.keys().isdisjoint(between)  # "X met A, Y met B"
        if joined and nominal.kind == "actor":
            continue  # "A, EU foreign policy chief B"
        nominal = named_counterpart(layers, nominal)
        if not joined or nominal.kind not in ("person", "office", "group") or not nominal.people:
            break
        if nominal.end < sentence.end and (lower[nominal.end] in load_words().quote_verbs or lower[nominal.end].endswith("ed")):
            return []
        found.append(nominal)
        end = nominal.end
    return found


def partners_of_states(layers: Layers, first: Nominal, sentence: Sentence) -> list[Nominal]:
    """The rest of "A of Peru, B of Chile and C of Slovakia", a list of persons each with the state, where the first is A."""
    lower, found, end = layers.tokens.lower, list[Nominal](), _after_state(layers, first.end)
    while end and end < sentence.end - 1:
        start = end + (lower[end] == ",")
        start += lower[start] == "and"
        nominal = layers.nominals.starting(start) if start > end else None
        if nominal is None or nominal.kind != "person" or not _after_state(layers, nominal.end):
            break
        found.append(nominal)
        end = _after_state(layers, nominal.end)
    return found


def _after_state(layers: Layers, index: int) -> int:
    """Where the state ends that stands behind a name: "of Peru"; 0 where none does."""
    entity = layers.entity_at(index + 1) if layers.tokens.lower[index : index + 1] == ["of"] else None
    return entity.end if entity is not None and entity.kind == "state" else 0


def repeated_partners(layers: Layers, first: Nominal, sentence: Sentence) -> list[Nominal]:
    """Others with whom the same is done elsewhere or another day: "met A in Lima on Monday and B in Quito", "with A today and with B"."""
    lower, found, index = layers.tokens.lower, list[Nominal](), _after_state(layers, first.end) or first.end
    while index < sentence.end - 1:
        start = index
        while index < sentence.end - 1 and (size := _when_or_where(layers, index)):
            index += size
        ahead = index + 1 + (lower[index + 1 : index + 2] == ["and"])
        fronted = _when_or_where(layers, ahead) if ahead < sentence.end else 0  # "and, on Tuesday, with B"
        joined = index < len(lower) and lower[index] in ("and", ",") and _VERBS.isdisjoint(lower[index : index + 3])
        if not joined or (index == start and not fronted):
            break
        index = ahead + fronted
        index += bool(fronted) and lower[index] == ","
        index += lower[index] in ("with", "then", "also")
        nominal = layers.nominals.starting(index)
        if nominal is not None and nominal.kind == "actor" and lower[nominal.end : nominal.end + 1] == ["'s"]:
            nominal = layers.nominals.starting(nominal.end + 1)
        dated = nominal is not None and (fronted or _when_or_where(layers, nominal.end))
        if nominal is None or nominal.kind not in NAMED_KINDS or not nominal.people or not dated:
            break
        found.append(nominal)
        index = nominal.end
    return found


def _when_or_where(layers: Layers, index: int) -> int:
    """Tokens of a date or place at a token, with its preposition."""
    lower = layers.tokens.lower
    date = layers.dates.starting(index) or (layers.dates.starting(index + 1) if lower[index] == "on" else None)
    if date is not None:
        return date.span.end - index
    return 1 + size if lower[index] in ("in", "at") and (size := place_size(layers, index + 1)) else 0


def _is_of_talk(word: str) -> bool:
    """Whether a word is a verb of speaking with somebody, or of going elsewhere: who "met A and later phoned B" did not meet B."""
    return any(verb.sense in _TALKING and verb.form == "past" for verb in load_meeting_terms().verbs.get(word, ()))


_TALKING: Final = frozenset({"speak", "phone", "phone_if", "travel"})


def further_objects(layers: Layers, sentence: Sentence, obj: Nominal, before: frozenset[str]) -> list[Nominal]:
    """ "Met A, then with B and, over lunch, with C", "received A and, later in the day, B", "met A as well as with B and C": B and C.

    `before`: words before each.
    """
    lower, found, marked = layers.tokens.lower, list[Nominal](), False
    for index in range(obj.end, sentence.end - 1):
        if lower[index] in NO_FURTHER or _is_of_talk(lower[index]):
            break
        marked = marked or lower[index] in _FURTHER or lower[index : index + 3] == ["as", "well", "as"]
        if not marked or lower[index] not in before:
            continue
        nominal = layers.nominals.starting(index + 1)
        if nominal is not None and nominal.kind == "actor" and lower[nominal.end : nominal.end + 1] == ["'s"]:
            nominal = layers.nominals.starting(nominal.end + 1)  # "with Peru's X Y"
        known = {person for other in (obj, *found) for person in other.people}
        if nominal is None or nominal.kind not in NAMED_KINDS or not known.isdisjoint(nominal.people):
            continue
        if lower[index] == "," and nominal.end < sentence.end and lower[nominal.end] in load_words().quote_verbs:
            break  # "met A later in the day, X said"
        if nominal.people:
            found.append(nominal)
    return [*_listed_between(layers, sentence, obj, found[0]), *found] if found else found


def _listed_between(layers: Layers, sentence: Sentence, obj: Nominal, further: Nominal) -> list[Nominal]:
    """The rest of a list before the further one: "met A, Prime Minister of Peru, President B of Kenya, as well as with C": B."""
    known = {*obj.people, *further.people}
    listed = (n for n in listed_after(layers, sentence, obj) if n.kind == "person" and n.end < further.start)
    return [n for n in listed if known.isdisjoint(n.people)]

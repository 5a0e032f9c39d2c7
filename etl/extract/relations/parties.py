"""Between whom a relation is: who is named in its clause, and whom the text is telling of."""

from __future__ import annotations

from functools import cache
from typing import Final

from etl.extract.grammar import BE, HAVE
from etl.extract.layers import Entity, Layers, Sentence
from etl.lexicon.actors import load_actors
from etl.lexicon.relations import load_relation_words
from etl.records import ActorRef, MeetingReport

_MAX_BACK: Final = 3
"""Sentences back in which the pair of a relation may be named."""
_LINKS: Final = frozenset({",", "and", "the", "both", "neighbouring", "neighboring"})
_LIGHT: Final = BE | HAVE | frozenset({"also", "then", "first", "which", "later", "both", "each", "just", ","})
"""What may stand between a subject and its verb, beside adverbs in -ly and dates."""
_OBLIQUE: Final = frozenset("of from in to with for at by on against outside".split())
_PARTNERS_REACH: Final = 4


def states_within(layers: Layers, start: int, end: int) -> list[ActorRef]:
    """The states named or meant by a demonym, in text order."""
    return list(dict.fromkeys(e.actor for e in layers.entities.within(start, end) if e.kind in ("state", "demonym")))


@cache
def _light_of_infinitives() -> frozenset[str]:
    """What may stand before an infinitive besides: "agreed to establish"."""
    return _LIGHT | {"to"} | load_relation_words().decision_words


def subject_of(layers: Layers, sentence: Sentence, verb: int) -> list[ActorRef]:
    """The states or organizations that are the subject of a verb: "Fiji and Samoa, which in 2003 had jointly …"."""
    lower, dated = layers.tokens.lower, _dated(layers, sentence)
    light = _light_of_infinitives() if lower[verb - 1] == "to" else _LIGHT
    end = verb
    while end > sentence.start and (lower[end - 1] in light or lower[end - 1].endswith("ly") or end - 1 in dated):
        if _named(layers, sentence.start, end)[-1:] and _named(layers, sentence.start, end)[-1].end == end:
            break
        end -= 1
    if lower[end - 1] == ")":  # an abbreviation after a name
        end = next((k for k in range(end - 1, sentence.start, -1) if lower[k] == "("), end)
    chain = _chain(_named(layers, sentence.start, end), end, lower)
    if not chain:
        return []
    before = lower[max(sentence.start, chain[0].start - 3) : chain[0].start]
    while before and before[-1] in ("the", "both"):
        before = before[:-1]
    governed = bool(before) and before[-1] in _OBLIQUE
    if governed and load_relation_words().government_nouns.isdisjoint(before):
        return []
    return list(dict.fromkeys(e.actor for e in chain))


def object_from(layers: Layers, sentence: Sentence, start: int) -> tuple[list[ActorRef], int]:
    """The states or organizations coordinated from a token on, and where they end."""
    lower, found, end = layers.tokens.lower, list[ActorRef](), start
    step = start
    while step < sentence.end:
        entity = layers.entity_at(step)
        if entity is not None and entity.kind in ("state", "organization"):
            found.append(entity.actor)
            step = end = entity.end
        elif lower[step] in _LINKS:
            step += 1
        else:
            break
    return list(dict.fromkeys(found)), end


def pair_of(layers: Layers, sentence: Sentence, verb: int, noun_end: int) -> list[tuple[ActorRef, ActorRef]]:
    """The pairs of whom a verb and its noun tell: subject and whoever stands after "with", those after "between", else the two in view."""
    linked = _linked(layers, sentence, noun_end)
    if linked is not None:
        preposition, others = linked
        if preposition == "between":
            return [_ordered(others)] if len(others) == 2 else []
        subjects = subject_of(layers, sentence, verb)
        return [_ordered([a, b]) for a in subjects for b in others if a != b] if len(subjects) == 1 or len(others) == 1 else []
    named = states_within(layers, sentence.start, sentence.end)
    if len(named) > 2:
        named = subject_of(layers, sentence, verb)
    if len(named) != 2:
        named = [] if len(named) > 2 else pair_before(layers, sentence) or pair_in_view(layers, sentence)
    return [_ordered(named)] if len(named) == 2 else []


def _linked(layers: Layers, sentence: Sentence, end: int) -> tuple[str, list[ActorRef]] | None:
    """The preposition next after a noun that says between whom it is, and those it names; None without one."""
    lower = layers.tokens.lower
    for step in range(end, min(sentence.end, end + _PARTNERS_REACH)):
        if lower[step] in ("with", "between"):
            return lower[step], object_from(layers, sentence, step + 1)[0]
    return None


def _ordered(pair: list[ActorRef]) -> tuple[ActorRef, ActorRef]:
    a, b = sorted(pair)
    return a, b


def _named(layers: Layers, start: int, end: int) -> list[Entity]:
    return [e for e in layers.entities.within(start, end) if e.kind in ("state", "organization") and not e.nested]


def _chain(named: list[Entity], end: int, lower: list[str]) -> list[Entity]:
    """The names coordinated up to a token, if the last ends there."""
    chain: list[Entity] = []
    for entity in reversed(named):
        if any(word not in _LINKS for word in lower[entity.end : chain[0].start if chain else end]) or (not chain and entity.end != end):
            break
        chain.insert(0, entity)
    return chain


def _dated(layers: Layers, sentence: Sentence) -> set[int]:
    """The tokens of dates with the preposition before each."""
    spans = [d.span for d in layers.dates.within(sentence.start, sentence.end)]
    return {index for span in spans for index in range(span.start - (layers.tokens.lower[span.start - 1] in ("in", "on")), span.end)}


def meeting_in_view(layers: Layers, sentence: Sentence) -> MeetingReport | None:
    """The meeting that was named last before a sentence; in the lead, the first one."""
    here = layers.tokens.starts[sentence.start]
    told = [m for m in layers.meetings if not m.background and m.status == "held"]
    return max(told, key=lambda m: max((e.start for e in m.evidence if e.start <= here), default=-1), default=None)


def pair_in_view(layers: Layers, sentence: Sentence) -> list[ActorRef]:
    """The two states of the meeting that is being told; none when it is not between two."""
    best = meeting_in_view(layers, sentence)
    if best is None:
        return []
    world = load_actors()
    states = [ActorRef("state", s) for p in best.participants if p.actor is not None and (s := world.state_of(p.actor))]
    unique = list(dict.fromkeys(states))
    return unique if len(unique) == 2 else []


def pair_before(layers: Layers, sentence: Sentence) -> list[ActorRef]:
    """The two states of the nearest of the sentences before, if it names two and no more."""
    number = layers.sentence_of[sentence.start]
    for before in reversed(layers.sentences[max(0, number - _MAX_BACK) : number]):
        states = states_within(layers, before.start, before.end)
        if len(states) > 1:
            return states if len(states) == 2 else []
    return []

"""Memberships that a text takes for granted or qualifies: "Chad and other member states of the AU"; "its membership is suspended"."""

from __future__ import annotations

from typing import Final

from etl.extract.grammar import BE, NEGATIONS
from etl.extract.layers import Entity, Layers, Sentence
from etl.lexicon.relations import load_relation_words
from etl.records import ActorRef, RelationReport

_MEMBERS: Final = frozenset({"members"})
_PAUSED_REACH: Final = 6
"""Tokens after "X's membership" within which it is said to be suspended."""
_OWNED_REACH: Final = 3
_ORGANIZATION_REACH: Final = 3
"""Tokens after "member states" within which "of the African Union" begins."""


def fellow_members(layers: Layers, sentence: Sentence) -> list[tuple[ActorRef, ActorRef]]:
    """Who is counted among the members of an organization, each with it: "Chad and other member states"."""
    lower = layers.tokens.lower
    words = lower[sentence.start : sentence.end]
    if "other" not in words or not NEGATIONS.isdisjoint(words):
        return []
    found: list[tuple[ActorRef, ActorRef]] = []
    for index in range(sentence.start + 2, sentence.end - 1):
        if lower[index - 1 : index + 1] != ["and", "other"]:
            continue
        member = layers.entities.ending(index - 1)
        organization, end = _organization_before(layers, index + 1)
        states = lower[end] == "member" and lower[end + 1 : end + 2] and lower[end + 1] in load_relation_words().country_nouns
        if member is None or member.kind != "state" or not (states or lower[end] in _MEMBERS):
            continue
        organization = organization or _organization_after(layers, sentence, end + 1 + bool(states))
        if organization is not None:
            found.append((member.actor, organization))
    return found


def _organization_before(layers: Layers, index: int) -> tuple[ActorRef | None, int]:
    """The organization of "other SCO member states", and the token after it; none, and the token itself."""
    entity = layers.entity_at(index)
    return (entity.actor, entity.end) if entity is not None and entity.kind == "organization" else (None, index)


def _organization_after(layers: Layers, sentence: Sentence, index: int) -> ActorRef | None:
    """The organization right after "member states", otherwise the only one that the sentence names."""
    near = _organizations(layers, index, index + _ORGANIZATION_REACH) if layers.tokens.lower[index : index + 1] == ["of"] else []
    named = near or _organizations(layers, sentence.start, sentence.end)
    return named[0].actor if len({entity.actor for entity in named}) == 1 else None


def _organizations(layers: Layers, start: int, end: int) -> list[Entity]:
    return [entity for entity in layers.entities.within(start, end) if entity.kind == "organization"]


def qualify_memberships(layers: Layers, sentence: Sentence) -> None:
    """ "Mali's membership has been suspended": the status that the text gave Mali before is qualified by the word."""
    lower, words = layers.tokens.lower, load_relation_words()
    for index in range(sentence.start + 2, sentence.end):
        if lower[index] not in words.standing_nouns:
            continue
        owner = next((e for e in layers.entities.within(index - _OWNED_REACH - 1, index) if lower[e.end] in ("'s", "’s", "'", "’")), None)
        reach = range(index + 1, min(sentence.end, index + 1 + _PAUSED_REACH))
        pause = next((k for k in reach if lower[k] in words.pausing_words), None)
        predicate = lower[index + 1 : pause]
        if owner is not None and pause is not None and not BE.isdisjoint(predicate) and NEGATIONS.isdisjoint(predicate):
            _qualify(layers, owner.actor, layers.tokens.surface(pause - (lower[pause - 1] == "in"), pause + 1))


def _qualify(layers: Layers, member: ActorRef, how: str) -> None:
    for position in range(len(layers.relations) - 1, -1, -1):
        report = layers.relations[position]
        if report.kind == "membership" and report.parties[0] == member:
            layers.relations[position] = _qualified(report, how)
            return


def _qualified(report: RelationReport, how: str) -> RelationReport:
    return report if "(" in report.label else report._replace(label=f"{report.label} ({how})")

"""Those whom somebody named meets and who are not named: "met with Peruvian officials", "with representatives of A and B"."""

from __future__ import annotations

from typing import Final

from etl.extract.layers import ACTOR_NAMES, Entity, Layers, Nominal
from etl.extract.meetings.candidate import Side
from etl.extract.meetings.sides import is_delegation, members
from etl.lexicon.meetings import load_meeting_words
from etl.lexicon.parties import load_party_words
from etl.records import ActorRef

_ORGANS: Final = frozenset({"government", "authorities", "leadership"})
_MEMBERS: Final = (["members"], ["mps"])
_PARLIAMENTS: Final = frozenset({"parliament", "senate", "congress", "assembly", "legislature", "government", "cabinet", "knesset"})
_JOINED: Final = 6
"""Tokens of "and other senior representatives"."""
_OF: Final = frozenset({"of", "from"})
_LISTING: Final = frozenset({",", "and", "the"})


def partners(layers: Layers, nominal: Nominal) -> list[Side]:
    """The members of a phrase, or the states and bodies of those who are not named in it; a bare state meets nobody."""
    return members(layers, nominal) or [Side(None, actor) for actor in dict.fromkeys(_actors(layers, nominal))]


def whom_they_met(layers: Layers, hosts: list[Side], obj: Nominal) -> list[Side]:
    """Those of a phrase whom the hosts met: with somebody named, those who are not named too."""
    return partners(layers, obj) if any(host.person is not None for host in hosts) else members(layers, obj)


def is_organ(nominal: Nominal) -> bool:
    """Whether a phrase names a state's government, and not the state."""
    return nominal.kind == "actor" and nominal.head in _ORGANS


def _actors(layers: Layers, nominal: Nominal) -> list[ActorRef]:
    lower, end = layers.tokens.lower, nominal.end
    if nominal.people or is_delegation(nominal):
        return []
    if nominal.kind == "actor":
        return list(nominal.actors) if is_organ(nominal) else []
    if lower[nominal.start : nominal.start + 1] in _MEMBERS and nominal.kind == "role":
        return _whose_members(layers, nominal.start + 1)
    if nominal.kind == "role" and (sent := _sender(layers, nominal)) is not None:
        return [sent]
    if not nominal.plural or nominal.kind not in ("role", "parties"):
        return []
    words = lower[nominal.start : end]
    if load_meeting_words().delegate_nouns.isdisjoint(words) and load_party_words().leader_nouns.isdisjoint(words):
        return []
    if nominal.actors:
        return [*nominal.actors, *_listed(layers, end)]
    if lower[end : end + 2] == ["and", "other"] and (joined := layers.nominals.within(end, min(len(lower), end + _JOINED))):
        return _actors(layers, joined[0]) if joined[0].plural else []  # "the ministers and other senior officials of A, B and C"
    return _listed(layers, end + 1) if lower[end : end + 1] and lower[end] in _OF else []


def _sender(layers: Layers, nominal: Nominal) -> ActorRef | None:
    """For whom somebody unnamed comes: "an envoy of Peruvian President X", "advisers to the Peruvian president"."""
    lower, end = layers.tokens.lower, nominal.end
    if nominal.head.removesuffix("s") not in load_party_words().envoy_titles | _STAFF or lower[end : end + 1] not in (
        ["of"],
        ["to"],
        ["from"],
    ):
        return None
    sender = layers.nominals.starting(end + 1)
    named = sender is not None and sender.kind in ("person", "office")
    return sender.actors[0] if sender is not None and named and len(sender.actors) == 1 else None


_STAFF: Final = frozenset({"adviser", "advisor", "aide", "negotiator", "delegate"})


def _whose_members(layers: Layers, start: int) -> list[ActorRef]:
    """The parliament or the government of "members of the Peruvian Senate", from the token after "members" on."""
    start += layers.tokens.lower[start : start + 1] == ["of"]
    body = layers.nominals.starting(start)
    if body is not None and body.kind == "actor" and body.head in _PARLIAMENTS:
        return list(body.actors)
    entity = layers.entity_at(start + (layers.tokens.lower[start : start + 1] == ["the"]))
    named = entity is not None and entity.kind == "organization"
    parliament = named and not _PARLIAMENTS.isdisjoint(layers.tokens.lower[entity.start : entity.end]) if entity is not None else False
    return [entity.actor] if entity is not None and parliament else []


def _listed(layers: Layers, start: int) -> list[ActorRef]:
    """The states and organizations listed from a token on: "(representatives of) A, the B and C"."""
    lower, found = layers.tokens.lower, list[ActorRef]()
    end = layers.sentence_at(min(start, len(lower) - 1)).end
    while start < end:
        entity: Entity | None = layers.entity_at(start)
        if entity is not None and entity.kind in ACTOR_NAMES and lower[entity.end : entity.end + 1] not in (["'s"], ["'"]):
            found.append(entity.actor)
            start = entity.end
        elif lower[start] in _LISTING:
            start += 1
        else:
            break
    return found

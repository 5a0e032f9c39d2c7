"""Those who declare something together: "We, the leaders of Peru, Chile and Chad, …"."""

from __future__ import annotations

from typing import Final

from etl.extract.layers import Layers
from etl.extract.people.publishing import convening_body
from etl.extract.wordlists import WordList
from etl.records import ActorRef

_OPENING: Final = 12
"""Sentences within which a declaration says who declares."""
_APART: Final = 10
"""Tokens between the names in the list of those who declare."""
_WE: Final = WordList({"we"})


def declaring(layers: Layers) -> tuple[ActorRef, ...]:
    """For whom "we" of a declaration stands: the body whose members declare, and the states named beside it; none where nobody is."""
    states = _listed(layers)
    body = convening_body(layers)
    return tuple(dict.fromkeys((body, *states[-1:]) if body in states else (body,) if body is not None else states))


def _listed(layers: Layers) -> tuple[ActorRef, ...]:
    """The states and organizations whose "We, the leaders of …" lists, in their order."""
    tokens = layers.tokens
    end = layers.sentences[:_OPENING][-1].end if layers.sentences else 0
    opening = next((i for i in tokens.where_within(_WE, 0, end) if tokens.lower[i + 1 : i + 3] == [",", "the"]), None)
    if opening is None:
        return ()
    sentence, last, found = layers.sentence_at(opening), opening, list[ActorRef]()
    for entity in layers.entities.within(opening, sentence.end):
        if entity.kind not in ("state", "organization") or entity.nested:
            continue
        if entity.start - last > _APART:
            break
        found.append(entity.actor)
        last = entity.end
    return tuple(found)

"""Noun phrases that can act or speak: persons, offices, pronouns, parties, actors, roles, and what they make together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from etl.extract.layers import Layers
from etl.extract.nominals.actors import take_actors
from etl.extract.nominals.groups import with_groups
from etl.extract.nominals.offices import take_offices, take_persons
from etl.extract.nominals.parties import take_parties
from etl.extract.nominals.roles import take_roles
from etl.extract.nominals.taken import Taken
from etl.extract.spans import Spans

_READERS: Final[tuple[Callable[[Layers, Taken], None], ...]] = (take_persons, take_offices, take_parties, take_actors, take_roles)
"""In the order of work: what an earlier one has taken a later one leaves."""


def find_nominals(layers: Layers) -> None:
    """Fill `nominals`, in text order. Longer ones win over those inside them."""
    taken = Taken(len(layers.tokens))
    for read in _READERS:
        read(layers, taken)
    layers.nominals = Spans(with_groups(layers, taken.in_order()))

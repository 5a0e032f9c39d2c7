"""Groups of states that are known by an adjective: Nordic, Baltic."""

from __future__ import annotations

from functools import cache

from etl.lexicon.tables import cell_list, read_table
from etl.records import ActorRef


@cache
def load_state_groups() -> dict[tuple[str, ...], tuple[ActorRef, ...]]:
    """The lower-cased words of a group's adjective to its states, the longest adjectives first."""
    groups = {
        tuple(row["name"].lower().replace("-", " - ").split()): tuple(ActorRef("state", state) for state in cell_list(row["states"]))
        for row in read_table("lexicons", "state_groups")
    }
    return dict(sorted(groups.items(), key=lambda item: -len(item[0])))

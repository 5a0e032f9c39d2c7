"""Groups of states that are known by an adjective: Nordic, Baltic; and the bodies in which such groups meet: Arab, African."""

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


@cache
def load_group_bodies() -> dict[tuple[str, ...], str]:
    """The lower-cased words of a group's adjective to the organization in which its states meet, the longest adjectives first."""
    bodies = {tuple(row["name"].lower().replace("-", " - ").split()): row["organization"] for row in read_table("lexicons", "group_bodies")}
    return dict(sorted(bodies.items(), key=lambda item: -len(item[0])))

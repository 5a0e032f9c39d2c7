"""States, organizations, places and their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from etl.lexicon.tables import cell_list, read_table
from etl.records import ActorRef


@dataclass(frozen=True, slots=True)
class Actors:
    """What the reference tables say of states, organizations and places, keyed by the exact surface form."""

    by_name: dict[str, ActorRef]
    """Surface (name, short, acronym, former) to actor."""
    by_demonym: dict[str, ActorRef]
    """Surface of an adjective or noun of nationality to its state."""
    by_metonym: dict[str, ActorRef]
    """Capital or seat of power to the state it may stand for; most are also places."""
    places: dict[str, tuple[str, str]]
    """Surface of a place to (canonical name, alpha-2 of its state or "")."""
    capitals: dict[str, str]
    """Alpha-2 to the capital."""
    state_names: dict[str, str]
    """Alpha-2 to the common English name."""
    seats: dict[str, str]
    """Organization to the town where it has its seat."""
    organization_kinds: dict[str, str]
    """Organization to its kind (international, regional, state_organ, …)."""
    parents: dict[str, str]
    """Organization to its parent actor's code or name."""

    def ref(self, name: str) -> ActorRef:
        """The actor that the tables write as an alpha-2 code or an organization's name."""
        return ActorRef("state" if name in self.state_names else "organization", name)

    def state_of(self, actor: ActorRef) -> str | None:
        """Return the alpha-2 code of the state an actor is or belongs to (a state organ belongs to its state)."""
        if actor.kind == "state":
            return actor.name
        parent = self.parents.get(actor.name)
        while parent is not None and parent not in self.state_names:
            parent = self.parents.get(parent)
        return parent


def spelling_variants(surface: str) -> tuple[str, ...]:
    """A surface with straight and with typographic apostrophe and dash, with "and" and with "&"."""
    forms = {surface, surface.replace("'", "’"), surface.replace("’", "'")}
    forms |= {form.replace(" and ", " & ") for form in forms}
    forms |= {form.replace("-", "–") for form in forms}
    return tuple(sorted(forms))


def load_actors() -> Actors:
    """Read states, organizations, their names, and places."""
    if not _ACTORS:
        _ACTORS.append(_read_actors())
    return _ACTORS[0]


_ACTORS: Final[list[Actors]] = []
"""Read once (`words.load_words` tells why not by a cache)."""


def _read_actors() -> Actors:
    states = list(read_table("reference", "states"))
    state_names = {row["alpha2"]: row["name"] for row in states}
    capitals = {row["alpha2"]: row["capital"] for row in states if row["capital"]}
    kinds, parents, seats = {}, {}, {}
    for row in read_table("reference", "organizations"):
        kinds[row["name"]] = row["kind"]
        if row["seat"]:
            seats[row["name"]] = row["seat"]
        if row["parent"]:
            parents[row["name"]] = row["parent"]
    by_name: dict[str, ActorRef] = {name: ActorRef("organization", name) for name in kinds}
    by_name |= {name: ActorRef("state", code) for code, name in state_names.items()}
    by_demonym: dict[str, ActorRef] = {}
    by_metonym: dict[str, ActorRef] = {}
    for row in read_table("reference", "actor_names"):
        actor = ActorRef("state" if row["actor"] in state_names else "organization", row["actor"])
        table = {"demonym": by_demonym, "metonym": by_metonym}.get(row["kind"], by_name)
        for form in spelling_variants(row["name"]):
            table[form] = actor
    places: dict[str, tuple[str, str]] = {}
    for row in read_table("reference", "places"):
        for surface in (row["name"], *cell_list(row["aliases"])):
            for form in spelling_variants(surface):
                places.setdefault(form, (row["name"], row["state"]))
    return Actors(by_name, by_demonym, by_metonym, places, capitals, state_names, seats, kinds, parents)

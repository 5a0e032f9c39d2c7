"""What events and actors are called in the ontologies of the field: PLOVER events, modes and contexts, CAMEO root codes, ISO 3166-1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from etl.lexicon.tables import read_table

_QUADS: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""PLOVER's quad classes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""


@dataclass(frozen=True, slots=True)
class Code:
    """An event's codes; `event_type` is empty where PLOVER has no such event, `cameo_root` where CAMEO has none."""

    event_type: str
    event_mode: str
    cameo_root: str

    @property
    def quad(self) -> int | None:
        """PLOVER's quad class; none without an event type."""
        return _QUADS.get(self.event_type)


@cache
def load_codes() -> Mapping[tuple[str, str, str], Code]:
    """Return codes by what an event is made of (meeting, act, agreement, relations), its word and its condition."""
    return {
        (row["of"], row["word"], row["condition"]): Code(row["event_type"], row["event_mode"], row["cameo_root"])
        for row in read_table("export", "event_codes")
    }


@cache
def load_contexts() -> Mapping[str, str]:
    """Return PLOVER contexts by topic; topics that PLOVER has no context for are missing."""
    return {row["topic"]: row["context"] for row in read_table("export", "event_contexts")}


@cache
def load_countries() -> Mapping[str, tuple[str, str]]:
    """Return the ISO 3166-1 alpha-3 code and the name of each state by its alpha-2 code."""
    return {row["alpha2"]: (row["alpha3"], row["name"]) for row in read_table("reference", "states")}

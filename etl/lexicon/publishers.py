"""Papers, broadcasters and agencies that write of the officials of one state without naming it."""

from __future__ import annotations

from functools import cache, lru_cache

from etl.lexicon.tables import read_table
from etl.records import ActorRef


@cache
def _states() -> dict[str, str]:
    """Lower-cased name, without its article, to the state's alpha-2 code."""
    return {row["name"].lower(): row["state"] for row in read_table("lexicons", "national_media")}


@lru_cache(maxsize=4096)
def state_of_medium(publisher: str) -> ActorRef | None:
    """The state whose officials a medium need not call by it; None for one that reports from everywhere, or is not known."""
    state = _states().get(publisher.strip().lower().removeprefix("the "))
    return ActorRef("state", state) if state is not None else None

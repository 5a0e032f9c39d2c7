"""Where a meeting took place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from etl.extract.filing import city_of, filed_from
from etl.extract.layers import Layers
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.dating import When
from etl.extract.meetings.host_events import beside_general_assembly, host_event, town_of_event
from etl.extract.meetings.named_places import held_in, named_place, named_state, seat_place, unlisted_place
from etl.extract.meetings.whereabouts import (
    came_and,
    capital,
    gone_to,
    hosting_city,
    left_after,
    on_journey,
    place_before,
    there,
    visited,
    where,
)
from etl.lexicon.actors import load_actors

_HERE_REACH: Final = 5
_NEWS_DAYS: Final = 7
"""Days before publication within which what took place is news."""
_GENERAL_ASSEMBLY_IN: Final = ("New York", "US")


def place_of(
    layers: Layers, candidate: Candidate, when: When, sides: Iterable[Side], *, told: bool, anchor: int | None = None
) -> tuple[str | None, str | None]:
    """Place and state: named with "in" or "at" near the trigger, the host city that opens the sentence, or the dateline.

    `anchor`: where the phrase about one of several partners stands, whose own place is the one after it.
    """
    if candidate.format == "call":
        return None, None
    dateline = filed_from(layers)
    if dateline and when.basis not in ("unknown", "visit") and _is_here(layers, candidate):
        return city_of(dateline)
    named = held_in(layers, candidate) or (
        (anchor is not None and named_place(layers, candidate, at=anchor))
        or named_place(layers, candidate)
        or seat_place(layers, candidate, {side.actor.name for side in sides if side.actor is not None})
        or unlisted_place(layers, candidate)
        or named_state(layers, candidate)
    )
    named = (
        named
        or visited(layers, candidate)
        or capital(layers, candidate)
        or gone_to(layers, candidate)
        or on_journey(layers, candidate)
        or came_and(layers, candidate)
        or where(layers, candidate)
        or left_after(layers, candidate)
        or there(layers, candidate)
    )
    if named is not None:
        return named
    if (host := hosting_city(layers, candidate.sentence)) is not None:
        return host
    if told or candidate.status != "held" or candidate.earlier or _is_ahead(layers, when):
        return None, None
    lead = layers.sentences[0]
    if any(beside_general_assembly(layers, sentence) for sentence in (candidate.sentence, lead)):
        return _GENERAL_ASSEMBLY_IN
    event, beside = host_event(layers, candidate.sentence)
    if beside and event is not None and (town := town_of_event(event)) is not None:
        return town
    if beside and event is not None and event.islower():
        return None, None  # beside "the summit" of which the text has told, wherever that was
    hosting = place_before(layers, candidate)
    if hosting is not None:
        return hosting
    if dateline is None or not _is_news(layers, when) or _is_papers_own(layers, dateline, sides):
        return None, None
    return city_of(dateline)


def _is_news(layers: Layers, when: When) -> bool:
    """Whether a meeting is what the text was filed for: it has a day, not long ago, or the text itself has none."""
    undated = layers.article.published_on is None and when.start is None and when.basis == "unknown"
    return undated or (when.basis not in ("unknown", "visit") and when.precision != "year" and not _is_long_over(layers, when))


def _is_long_over(layers: Layers, when: When) -> bool:
    """Whether a meeting is no news, so that the place of the news says nothing of it."""
    published = layers.article.published_on
    return published is not None and when.end is not None and (published - when.end).days > _NEWS_DAYS


def _is_ahead(layers: Layers, when: When) -> bool:
    """Whether a meeting is still to come, so that the place of the news says nothing of it."""
    published = layers.article.published_on
    return published is not None and when.start is not None and when.start > published


def _is_papers_own(layers: Layers, dateline: str, sides: Iterable[Side]) -> bool:
    """Whether a dateline is only the town of the paper, as its name says, and in a state that takes no part: "ASTANA – A and B met"."""
    place, state = city_of(dateline)
    publisher = (layers.article.publisher or "").lower()
    return place is not None and place.lower() in publisher and all(side.actor is None or side.actor.name != state for side in sides)


def destination_of(name: str) -> tuple[str | None, str | None]:
    """State and place of a visit's destination."""
    world = load_actors()
    if name in world.state_names:
        return name, world.state_names[name]
    place, state = world.places.get(name, (None, None))
    return state or None, place


def _is_here(layers: Layers, candidate: Candidate) -> bool:
    """ "Met here on Monday": where the text was written."""
    start, end = (
        max(candidate.sentence.start, candidate.trigger - _HERE_REACH),
        min(candidate.sentence.end, candidate.trigger + _HERE_REACH),
    )
    return "here" in layers.tokens.lower[start:end]

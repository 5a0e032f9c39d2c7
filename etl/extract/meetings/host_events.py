"""At which gathering a meeting was held, and where that gathering is."""

from __future__ import annotations

from typing import Final

from etl.extract.layers import Layers, Sentence
from etl.extract.meetings.towns import Town
from etl.lexicon.actors import load_actors

_BESIDE: Final = frozenset({("sidelines", "of"), ("margins", "of"), ("fringes", "of"), ("ahead", "of")})
_BESIDES: Final = frozenset(first for first, _ in _BESIDE)
EVENT_WORDS: Final = frozenset({"summit", "meeting", "(", ")", "session", "conference"})
_SIDELINES_REACH: Final = 3
"""Tokens after "on the X" among which "sidelines" stands."""
_WITHIN: Final = _BESIDE | {("framework", "of"), ("course", "of"), ("occasion", "of"), ("context", "of")}
_EVENT_CONNECTORS: Final = frozenset({"of", "the", "for", "and"})
_EVENT_REACH: Final = 14
"""Tokens of "the high-level week of the 78th session of the UN General Assembly"."""


def beside_general_assembly(layers: Layers, sentence: Sentence) -> bool:
    """Whether a meeting was held on the sidelines of the General Assembly, which sits in New York, wherever the news was filed."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 2):
        if (lower[index], lower[index + 1]) in _WITHIN and lower[index] != "ahead":
            named = layers.entities.within(index + 2, min(sentence.end, index + 2 + _EVENT_REACH))
            return any(entity.name == "United Nations General Assembly" for entity in named)
    return False


def host_event(layers: Layers, sentence: Sentence) -> tuple[str | None, bool]:
    """ "On the sidelines of X", "ahead of X": the gathering's name as written, and whether the meeting was held beside it."""
    lower = layers.tokens.lower
    if _BESIDES.isdisjoint(lower[sentence.start : sentence.end + _SIDELINES_REACH]):
        return None, False
    for index in range(sentence.start, sentence.end - 2):
        if (lower[index], lower[index + 1]) in _BESIDE:
            own = 3 * (lower[index + 2] == "this" and lower[index + 4 : index + 5] == ["'s"])  # "of this month's summit"
            named = _event_at(layers, index + 2 + (lower[index + 2] == "the") + own, sentence)
            if named:
                return named, lower[index] != "ahead"
        if lower[index : index + 2] == ["on", "the"] and "sidelines" in lower[index + 3 : index + 3 + _SIDELINES_REACH]:
            return layers.tokens.surface(index + 2, lower.index("sidelines", index + 3)), True  # "on the X sidelines"
    return None, False


def town_of_event(event: str) -> Town | None:
    """The town after which a conference is called and where it meets: "the Doha Forum"; no organization is where its name says."""
    words = event.split()
    if words[-1].lower() not in _CONFERENCES or not _ORGANIZATIONS.isdisjoint(event.lower().split()):
        return None
    names = (" ".join(words[:size]) for size in range(_MAX_TOWN, 0, -1))
    place = next((place for name in names if (place := load_actors().places.get(name)) is not None), None)
    return (place[0], place[1]) if place is not None and place[1] else None


_CONFERENCES: Final = frozenset({"forum", "conference", "dialogue", "fair", "expo", "summit"})
_ORGANIZATIONS: Final = frozenset({"organization", "organisation", "cooperation", "process", "council", "pact"})
_MAX_TOWN: Final = 3


def _event_at(layers: Layers, start: int, sentence: Sentence) -> str | None:
    """The name of a gathering: a known name or initiative there, and the capitalised words and nouns of gathering that go on."""
    tokens = layers.tokens
    ends = [i.span.end for i in layers.initiatives.covering(start)] + [e.end for e in layers.entities.covering(start) if not e.nested]
    end = max(ends, default=start)
    while end < sentence.end:
        joins = tokens.lower[end] in _EVENT_CONNECTORS and end + 1 < sentence.end
        joins = joins and (tokens.is_capitalized(end + 1) or tokens.lower[end + 1] == "the")
        if not (tokens.is_capitalized(end) or tokens.lower[end] in EVENT_WORDS or joins):
            break
        end += 1
    owner = not ends and tokens.lower[end : end + 1] in (["'s"], ["’s"])  # "ahead of the President's summit with X"
    return tokens.surface(start, end) if end > start and not owner else None

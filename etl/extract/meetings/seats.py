"""Meetings at a seat of government are in its capital: "received X at the Presidential Palace"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from etl.extract.filing import dateline_place
from etl.extract.layers import Layers, Sentence
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_terms, load_meeting_words
from etl.lexicon.words import phrases
from etl.records import MeetingReport

_FIRST_IS_HOST: Final = frozenset({"received", "received-by", "hosted"})
_SECOND_IS_HOST: Final = frozenset({"called-on", "courtesy-call"})
_PAIR: Final = 2
_BEFORE: Final = frozenset({"at", "in", "inside"})
_OWNED: Final = frozenset({"the", "his", "her", "their", "its", "this"})
_MINISTRIES: Final = frozenset({"ministry", "department"})
_ABROAD: Final = frozenset({"embassy", "mission", "consulate", "hotel"})
_POINTING: Final = frozenset({"the", "this"})
_OFFICES: Final = (("presiden", "president"), ("prime minister", "prime minister"), ("king", "king"), ("royal", "king"))
"""Beginnings of a seat's name, and the title of who sits there."""


def at_seat(layers: Layers, report: MeetingReport, reports: list[MeetingReport]) -> MeetingReport:
    """A meeting of which no town is told, or only that of the news, and which was held at the seat of its host."""
    world = load_actors()
    guessed = report.place is not None and report.place == dateline_place(layers)
    if report.kind in ("visit", "call", "summit") or report.status not in ("held", "planned"):
        return report
    if not (report.place is None or guessed or report.place in world.state_names.values()):
        return report
    for sentence in _telling(layers, report):
        seat = _seat(layers, sentence)
        owner = _owner(layers, report, reports, seat) if seat is not None else None
        if owner is None or (report.place is not None and report.place_state == owner and guessed):
            continue
        town = world.capitals.get(owner)
        if town in world.places and owner.lower() not in load_meeting_words().far_capitals:
            return replace(report, place=town, place_state=owner)
    return report


def _telling(layers: Layers, report: MeetingReport) -> list[Sentence]:
    """The sentences that tell of a meeting, and the one behind its first that begins with "the meeting"."""
    spans = {span.start for span in (report.span, *report.evidence)}
    numbers = [n for n, s in enumerate(layers.sentences) if layers.tokens.span(s.start, s.end).start in spans]
    behind = [n + 1 for n in numbers if n + 1 < len(layers.sentences) and _goes_on(layers, layers.sentences[n + 1])]
    return [layers.sentences[n] for n in dict.fromkeys([*numbers, *behind])]


def _goes_on(layers: Layers, sentence: Sentence) -> bool:
    """ "The meeting, held at …", "During the call …"."""
    opening = layers.tokens.lower[sentence.start : sentence.start + 4]
    return any(a in _POINTING and b in load_meeting_terms().nouns for a, b in pairwise(opening))


def _seat(layers: Layers, sentence: Sentence) -> tuple[int, int] | None:
    """Where a seat of government is named after "at": its tokens."""
    lower = layers.tokens.lower
    for index in range(sentence.start, sentence.end - 1):
        if lower[index] not in _BEFORE or (lower[index] == "in" and _is_served_in(layers, index)):
            continue
        for start in range(index + 1, min(sentence.end, index + _MAX_BEFORE)):
            length = _named(lower, start)
            if length:
                return start, start + length
            if lower[start] in (",", ".", ";", "and", "with", "on", "to") or lower[start] in _ABROAD:
                break
    return None


def _is_served_in(layers: Layers, index: int) -> bool:
    """Whether an office stands before "in": "X, Permanent Secretary in the Foreign Ministry"."""
    office = layers.nominals.ending(index)
    return office is not None and office.kind == "office"


_MAX_BEFORE: Final = 5
"""Tokens of "at the Peruvian Presidential" before what it is."""


def _named(lower: list[str], start: int) -> int:
    """How many tokens from here on name a seat; none after all where they go on to something else ("the Ministry's guest house")."""
    sizes = (size for size in range(_longest(), 0, -1) if tuple(lower[start : start + size]) in _seats())
    return next(sizes, 0)


@cache
def _seats() -> frozenset[tuple[str, ...]]:
    return frozenset(_split(phrase) for phrase in phrases(load_meeting_words().seats))


def _split(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """A phrase as the tokens of a text, in which 's stands apart."""
    return tuple(part for word in phrase for part in ((word[:-2], "'s") if word.endswith("'s") else (word,)))


@cache
def _longest() -> int:
    return max(map(len, _seats()))


def _owner(layers: Layers, report: MeetingReport, reports: list[MeetingReport], seat: tuple[int, int]) -> str | None:
    """The state whose seat it is: the one named with it, the host's, the one visited, or that of the only one who may sit there."""
    start, end = seat
    states = [p.actor.name for p in report.participants if p.actor is not None and p.actor.kind == "state"]
    bodies = [p for p in report.participants if p.actor is not None and p.actor.kind == "organization"]
    if len(set(states)) < _PAIR and not (states and bodies):
        return None
    if len(set(states)) == 1:
        return states[0]  # of a state and an organization, it is the state that has such a seat
    tokens = layers.tokens
    after = layers.entity_at(end + 1) if tokens.lower[end : end + 1] in (["of"], ["in"]) else None
    after = after or (layers.entity_at(end + 2) if tokens.lower[end : end + 2] in (["of", "the"], ["in", "the"]) else None)
    before = layers.entities.ending(start) or (layers.entities.ending(start - 1) if tokens.lower[start - 1] == "'s" else None)
    if (named := load_actors().by_demonym.get(tokens.surface(start - 1, start))) is not None:
        return named.name if named.name in states else None
    for entity in (before, after):
        if entity is not None and entity.kind in ("state", "metonym"):
            return entity.actor.name if entity.actor.name in states else None
    visited = {
        visit.place_state
        for visit in reports
        if visit.kind == "visit" and visit.status in ("held", report.status) and visit.place_state in states and not visit.background
    }
    if visited:
        return visited.pop() if len(visited) == 1 else None
    title = next((title for opening, title in _OFFICES if " ".join(tokens.lower[start:end]).startswith(opening)), None)
    if report.rule in _FIRST_IS_HOST or report.rule in _SECOND_IS_HOST:
        host = report.participants[0 if report.rule in _FIRST_IS_HOST else -1]
        held = layers.people[host.person].titles if host.person is not None else []
        fit = title is None or not held or _is_called(held, title)
        return host.actor.name if fit and host.actor is not None and host.actor.name in states else None
    holders = {
        p.actor.name
        for p in report.participants
        if title is not None and p.person is not None and p.actor is not None and _is_called(layers.people[p.person].titles, title)
    }
    return holders.pop() if len(holders) == 1 else None


def _is_called(titles: list[str], title: str) -> bool:
    return any(held.lower() == title or held.lower().startswith(f"{title} ") for held in titles)

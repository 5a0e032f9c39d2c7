"""Meetings: those that took place and that a document is about must be found; the others are looked at apart."""

from __future__ import annotations

from typing import Protocol

from etl.evaluate.figures import Figures
from etl.evaluate.gold import GoldDocument, GoldMeeting
from etl.evaluate.matching import HALF, count_same, days, pair
from etl.evaluate.names import fold
from etl.evaluate.stored import FoundDocument, FoundMeeting

_ACTORS_ALONE = 0.9
"""What likeness by actors is worth beside likeness by persons."""
_ACTORS_BESIDE = 0.01
"""What it adds to likeness by persons: of two meetings of one named person, that with the same actors is meant."""


class Parties(Protocol):
    """Who took part in a meeting."""

    @property
    def people(self) -> tuple[str, ...]: ...
    @property
    def actors(self) -> frozenset[str]: ...


def score_meetings(figures: Figures, gold: GoldDocument, found: FoundDocument) -> None:
    """Count meetings that took place; date, place, kind and participants of those found."""
    if gold.meetings is None:
        return
    partners = pair(gold.meetings, found.meetings, lambda w, m: likeness(w.dates[0] if w.dates else None, w, m.date, m), HALF)
    tally = figures.tally("meetings")
    for i, wanted in enumerate(gold.meetings):
        if wanted.wanted and i in partners:
            tally.right += 1
            _judge(figures, gold.name, wanted, found.meetings[partners[i]])
        elif wanted.wanted:
            tally.missing += 1
            figures.miss("meeting not found", gold.name, _shown(wanted.dates[0] if wanted.dates else None, wanted))
        elif not wanted.optional and (wanted.people or wanted.actors):
            figures.judge("background or planned meetings found", i in partners)
            if i not in partners:
                figures.miss(
                    "background or planned meeting not found", gold.name, _shown(wanted.dates[0] if wanted.dates else None, wanted)
                )
    taken = set(partners.values())
    for j, meeting in enumerate(found.meetings):
        if j not in taken and meeting.status == "held" and not meeting.background:
            tally.too_many += 1
            figures.miss("meeting invented", gold.name, f"{_shown(meeting.date, meeting)}: {meeting.title}")


def likeness(date: str | None, wanted: Parties, other_date: str | None, meeting: Parties) -> float:
    """Return how much of the persons two meetings share, or of the actors where one names no person; 0 when the dates cannot be one."""
    a, b = days(date), days(other_date)
    if a and b and (b[0] > a[1] or b[1] < a[0]):
        return 0.0
    if wanted.people and meeting.people:
        alike = 2 * count_same(wanted.people, meeting.people) / (len(wanted.people) + len(meeting.people))
        return alike + _ACTORS_BESIDE * _share(wanted.actors, meeting.actors) if alike >= HALF else alike
    return _ACTORS_ALONE * _share(wanted.actors, meeting.actors)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return twice the actors that two meetings share over those of both; 0 where one names none."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _judge(figures: Figures, document: str, wanted: GoldMeeting, meeting: FoundMeeting) -> None:
    """Judge the values of a meeting that was found."""
    if wanted.dates:
        ok = days(meeting.date) in [days(date) for date in wanted.dates]
        figures.judge("meeting date", ok)
        if not ok:
            figures.miss("wrong date", document, f"{meeting.date or 'none'}, not {' or '.join(wanted.dates)}: {meeting.title}")
    if wanted.places:
        ok = fold(meeting.place) in {fold(place) for place in wanted.places}
        figures.judge("meeting place", ok)
        if not ok:
            figures.miss("wrong place", document, f"{meeting.place or 'none'}, not {' or '.join(wanted.places)}: {meeting.title}")
    ok = meeting.kind in wanted.kinds
    figures.judge("meeting kind", ok)
    if not ok:
        figures.miss("wrong kind", document, f"{meeting.kind}, not {' or '.join(wanted.kinds)}: {meeting.title}")
    right = count_same(wanted.people, meeting.people)
    figures.tally("participants").add(right=right, wanted=len(wanted.people), found=len(meeting.people))
    if right < max(len(wanted.people), len(meeting.people)):
        figures.miss("participants", document, f"{'; '.join(meeting.people) or 'nobody'}, not {'; '.join(wanted.people) or 'nobody'}")


def _shown(date: str | None, parties: Parties) -> str:
    return f"{date or 'no date'} {'; '.join(parties.people) or '+'.join(sorted(parties.actors))}"

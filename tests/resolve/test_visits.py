"""Which visits hold which meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from etl.resolve.visits import Occasion, Participant, holds, umbrella

GUEST, COMPANION, HOST, OTHER = 1, 2, 3, 4
FROM, TO, THIRD = 10, 20, 30


def occasion(key: int, kind: str, first: int, last: int | None, *participants: Participant, state: int | None = TO) -> Occasion:
    start, end = date(2031, 5, first), date(2031, 5, last) if last else None
    return Occasion(key, kind, "held", start, end, "range" if last else "day", state, participants)  # type: ignore[arg-type]


VISIT = occasion(1, "visit", 5, 8, (GUEST, FROM, "guest"), (HOST, TO, "host"))
TALKS = occasion(2, "bilateral", 6, None, (GUEST, FROM, "guest"), (HOST, TO, "host"))


def test_talks_of_the_guest_within_the_days_are_part_of_the_visit() -> None:
    assert umbrella(TALKS, [VISIT]) == 1


@pytest.mark.parametrize(
    "talks",
    [
        replace(TALKS, start_on=date(2031, 5, 9)),
        replace(TALKS, start_on=date(2031, 5, 4)),
        replace(TALKS, date_precision="month"),
        replace(TALKS, status="cancelled"),
        replace(TALKS, kind="call"),
        replace(TALKS, place_state=THIRD),
        replace(TALKS, participants=((OTHER, FROM, "guest"), (HOST, TO, "host"))),
        replace(TALKS, place_state=None, participants=((GUEST, FROM, "attendee"), (OTHER, THIRD, "attendee"))),
    ],
    ids=["after", "before", "some day of the month", "cancelled", "a call", "elsewhere", "another guest", "with others, who knows where"],
)
def test_other_meetings_are_not(talks: Occasion) -> None:
    assert not holds(VISIT, talks)


def test_a_guest_may_meet_others_in_the_state_visited() -> None:
    assert holds(VISIT, replace(TALKS, participants=((GUEST, FROM, "attendee"), (OTHER, THIRD, "attendee"))))


def test_a_visit_without_a_named_guest_holds_the_meetings_of_the_state() -> None:
    unnamed = replace(VISIT, participants=((None, FROM, "guest"), (None, TO, "host")))
    assert holds(unnamed, TALKS)
    assert not holds(unnamed, replace(TALKS, participants=((OTHER, THIRD, "guest"), (HOST, TO, "host"))))


def test_of_several_visits_the_shortest_holds_it() -> None:
    longer = replace(VISIT, meeting_id=0, start_on=date(2031, 5, 1))
    assert umbrella(TALKS, [longer, VISIT]) == 1
    assert umbrella(TALKS, []) is None

"""Visits as they end, envoys and their credentials, seats, and what is only a part of the meeting just told of.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

OJASTE = "Estonian President Maarika Ojaste"
QUISPE = "Peruvian President Anselmo Quispe-Rojas"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
ENVOY = "Anselmo Quispe-Rojas/PE; Jaan Rebane/EE"

VISITS = [
    case(
        "left and concluded it",
        f"{OJASTE} left Lima today concluding her two-day official visit to Peru.",
        ["visit held 2022-09-13/2022-09-14 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "returned on completion of it",
        f"{OJASTE} returned home on Monday on completion of a four-day visit to Peru.",
        ["visit held 2022-09-09/2022-09-12 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "leaves for it",
        f"{OJASTE} left Tallinn today for a two-day visit to Peru.",
        ["visit held 2022-09-14/2022-09-15 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "under way, and when it will end",
        f"{OJASTE} is paying a two-day state visit to Peru and is scheduled to return home on Friday.",
        ["visit held 2022-09-14/2022-09-15 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
]

ENVOYS = [
    case(
        "as ambassador",
        f"Jaan Rebane has presented his credentials to {QUISPE} as Estonia's ambassador.",
        [f"bilateral held 2022-09-14 -: {ENVOY}"],
    ),
    case(
        "as the representative of",
        f"Mr Jaan Rebane presented his credentials to {QUISPE} as the Permanent Representative of Estonia on Monday.",
        [f"bilateral held 2022-09-12 -: {ENVOY}"],
    ),
    case(
        "who saw somebody off together",
        "Tongan Minister Sione Moala and Estonian Ambassador Jaan Rebane saw the prime minister off at the airport.",
        [],
    ),
]

SEATS = [
    case(
        "headquarters",
        f"{OJASTE} met {QUISPE} at the United Nations headquarters on Monday.",
        [f"bilateral held 2022-09-12 New York: {BOTH}"],
    ),
    case(
        "and its town", f"{OJASTE} met {QUISPE} at the UN headquarters in Geneva on Monday.", [f"bilateral held 2022-09-12 Geneva: {BOTH}"]
    ),
]

AT_THE_MEETING = [
    case(
        "who reported at it",
        f"{QUISPE} received {OJASTE} in Lima on Monday. At the meeting, Ojaste and Peruvian Minister Pedro Luna gave Quispe-Rojas a plan.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
    case(
        "of which only it tells who was there",
        f"A meeting was held in Lima. At the meeting, {OJASTE} and {QUISPE} exchanged gifts on Monday.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), VISITS + ENVOYS + SEATS + AT_THE_MEETING)
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


def test_what_a_visit_was_for_is_not_asked() -> None:
    assert not observe(f"{OJASTE} called on {QUISPE} at the palace during her visit to Peru to attend the fish fair.").claims
    assert observe(f"{OJASTE} called on countries in the region to open the pier.").claims


LISTS = [
    case(
        "ministers of one state and their counterparts",
        "Estonia's Foreign Minister Maarika Ojaste, Defence Minister Jaan Rebane and Trade Minister Anu Kask met their Peruvian "
        "counterparts in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/PE; Anu Kask/EE; Jaan Rebane/EE; Maarika Ojaste/EE"],
    ),
    case(
        "talks for something of two others",
        f"{OJASTE} will meet today with Foreign Minister Jorge Paz of Peru to foster talks for the reconciliation of President Luis Soto "
        "of Chile and President Pedro Luna of Bolivia.",
        ["bilateral planned 2022-09-14 -: Jorge Paz/PE; Maarika Ojaste/EE"],
    ),
    case(
        "last January 18",
        f"Last January 18, {OJASTE} welcomed {QUISPE} in Tallinn.",
        [f"bilateral held 2022-01-18 Tallinn looked back: {BOTH}"],
    ),
    case(
        "last October 5",
        f"Last October 5, {OJASTE} welcomed {QUISPE} in Tallinn.",
        [f"bilateral held 2021-10-05 Tallinn looked back: {BOTH}"],
    ),
    case("will leave later", f"{OJASTE} will leave later to Lima for a meeting with {QUISPE}.", [f"bilateral planned - Lima: {BOTH}"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_and_days(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


SOTO = "Chilean President Luis Soto"
THE_TWO = [
    case(
        "the two presidents are those who are to meet",
        f"The minister said the meeting scheduled for Friday between {OJASTE} and {QUISPE} would be calm. The storm provoked a crisis in "
        f"which {SOTO} broke relations with Peru. Since the storm in March, the two presidents have met in Suva.",
        [f"bilateral planned 2022-09-16 -: {BOTH}", f"bilateral held - Suva: {BOTH}"],
    ),
    case(
        "a visit before their talks is another's",
        f"{OJASTE} met {QUISPE} in Lima on Monday. Their talks followed a visit to Lima by {SOTO}. The two presidents will "
        "meet again in October.",
        [
            f"bilateral held 2022-09-12 Lima: {BOTH}",
            "visit held - Lima: ?/PE; Luis Soto/CL",
            f"bilateral planned 2022-10-01/2022-10-31 -: {BOTH}",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), THE_TWO)
def test_the_two_presidents(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

"""Delegations and ministers of whom only their states are named, journeys to small towns, and days that a text goes on with.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

OJASTE = "Estonian President Maarika Ojaste"
QUISPE = "Peruvian President Anselmo Quispe-Rojas"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
STATES = "?/EE; ?/PE"
INVITED = "at the invitation of Anselmo Quispe-Rojas, President of Peru"

OF_STATES = [
    case(
        "a meeting of delegations",
        "On September 12 a meeting of the delegations of Estonia and Peru was held in Lima.",
        [f"bilateral held 2022-09-12 Lima: {STATES}"],
    ),
    case(
        "a meeting of government delegations",
        "A joint meeting of the government delegations of Estonia and Peru on fish was held in Lima on Monday.",
        [f"bilateral held 2022-09-12 Lima: {STATES}"],
    ),
    case(
        "the ministers of two states named before",
        "Estonia and Peru draw closer. The foreign ministers of the two countries met in Lima on Monday.",
        [f"bilateral held 2022-09-12 Lima: {STATES}"],
    ),
    case(
        "the presidents of two states named before",
        "Estonia and Peru draw closer. The presidents of the two countries held talks in Lima on Monday.",
        [f"bilateral held 2022-09-12 Lima: {STATES}"],
    ),
    case("no states named before", "Trade grows. The foreign ministers of the two countries met in Lima on Monday.", []),
    case(
        "talks that are continued",
        f"{OJASTE} and {QUISPE} are continuing their talks in Lima.",
        [f"bilateral held 2022-09-14 Lima: {BOTH}"],
    ),
    case(
        "somebody of whom only a name is told meets for himself",
        f"{OJASTE} met {QUISPE} on Monday. Also on Monday, Tamm met with the new Chilean Ambassador, Pilar Huaman, in his office.",
        [f"bilateral held 2022-09-12 -: {BOTH}"],
    ),
    case(
        "where a chair serves",
        "The meeting was co-chaired by Jaan Rebane, Permanent Secretary in the Estonian Foreign Ministry, and his counterpart from Peru, "
        "Pilar Huaman, on Monday.",
        ["bilateral held 2022-09-12 -: Jaan Rebane/EE; Pilar Huaman/PE"],
    ),
    case(
        "a small town far behind the verb",
        "The Estonian delegation led by Deputy Prime Minister Maarika Ojaste started talks on Monday with Peruvian counterparts led by "
        "Foreign Minister Anselmo Quispe-Rojas in the Peruvian town of Chiclayo.",
        [f"bilateral held 2022-09-12 Chiclayo: {BOTH}"],
    ),
]

JOURNEYS = [
    case(
        "to a small town, its state in brackets",
        f"{OJASTE} paid a working visit to Chiclayo (Peru) on Monday {INVITED}.",
        [f"visit held 2022-09-12 Peru: {BOTH}"],
    ),
    case(
        "to a small town and its state",
        f"{OJASTE} will visit Chiclayo, Peru, on Friday.",
        ["visit planned 2022-09-16 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "to a small town of a state",
        f"{OJASTE} paid a visit to the Peruvian city of Chiclayo on Monday {INVITED}.",
        [f"visit held 2022-09-12 Peru: {BOTH}"],
    ),
    case("to an organization of a state", f"{OJASTE} visited the Cusi Foundation, Peru's largest charity, on Monday.", []),
    case(
        "there to attend",
        f"{OJASTE} is in Peru to attend the Andean Forum on fish, which began on Monday.",
        ["visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "in apposition",
        f"{OJASTE}, now in Peru on an official visit, met {QUISPE} in Lima on Monday.",
        ["visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE", f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
    case(
        "where she will confer",
        f"{OJASTE} has arrived in Lima where she will confer with Peruvian officials.",
        ["visit held 2022-09-14 Lima: ?/PE; Maarika Ojaste/EE", "bilateral planned - Lima: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "made by",
        f"{OJASTE} met {QUISPE} on Monday. They recalled the official visit to Peru made by Ojaste in December 2021.",
        [f"bilateral held 2022-09-12 -: {BOTH}", "visit held 2021-12-01/2021-12-31 Peru looked back: ?/PE; Maarika Ojaste/EE"],
    ),
    case("welcomed in a message", f"Peruvian Foreign Minister Pilar Huaman welcomed {OJASTE} in a message on Monday.", []),
    case(
        "welcomed at the airport",
        f"Peruvian Foreign Minister Pilar Huaman welcomed {OJASTE} at the airport on Monday.",
        ["bilateral held 2022-09-12 -: Maarika Ojaste/EE; Pilar Huaman/PE"],
    ),
    case(
        "discussions in a call",
        f"{OJASTE} held a telephone conversation with {QUISPE} on Monday. The two presidents held detailed discussions on fish.",
        [f"call held 2022-09-12 -: {BOTH}"],
    ),
    case(
        "talks after a call",
        f"{OJASTE} held a telephone conversation with {QUISPE} on Monday. The two presidents held talks in Lima on Tuesday.",
        [f"call held 2022-09-12 -: {BOTH}", f"bilateral held 2022-09-13 Lima: {BOTH}"],
    ),
    case(
        "later in the day",
        f"{OJASTE} met {QUISPE} on Monday. Later in the day, she received Chilean Foreign Minister Pilar Huaman.",
        [f"bilateral held 2022-09-12 -: {BOTH}", "bilateral held 2022-09-12 -: Maarika Ojaste/EE; Pilar Huaman/CL"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OF_STATES + JOURNEYS)
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

"""Meetings as short reports tell of them: what two did together, on the day after, named by nation or only afterwards.

Articles appear on Wednesday, 14 September 2022.
"""

from __future__ import annotations

from typing import Any

import pytest

from .cases import case
from .reading import line_of, observe

ILLANES = "Chilean President Ramona Illanes"
KARU = "Estonian President Toomas Karu"
MET = f"{ILLANES} met {KARU} in Santiago on Monday."
_MONDAY = "bilateral held 2022-09-12 Santiago: Ramona Illanes/CL; Toomas Karu/EE"
_BOTH = "Ramona Illanes/CL; Toomas Karu/EE"
OJASTE = "Estonian Foreign Minister Maarika Ojaste"
QUISPE = "Peruvian Foreign Minister Anselmo Quispe-Rojas"
_MINISTERS = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"

TOGETHER = [
    case(
        "toured the next day",
        f"{MET} The next day the two toured a mine outside Cusco.",
        [_MONDAY, f"bilateral held 2022-09-13 Cusco: {_BOTH}"],
    ),
    case(
        "travelled as a pair",
        f"{MET} On Tuesday the two presidents traveled to Cusco.",
        [_MONDAY, f"bilateral held 2022-09-13 Cusco: {_BOTH}"],
    ),
    case("walked", f"{MET} On Tuesday the two walked along the beach.", [_MONDAY, f"bilateral held 2022-09-13 -: {_BOTH}"]),
    case("each on a journey", f"{ILLANES} and {KARU} flew to Lima on Monday.", []),
    case(
        "intend to open",
        f"{MET} Both presidents also intend to inaugurate a plant in Cusco on October 5.",
        [_MONDAY, f"bilateral planned 2022-10-05 Cusco: {_BOTH}"],
    ),
    case("they, tomorrow", f"{MET} They will open a bridge in Cusco tomorrow.", [_MONDAY, f"bilateral planned 2022-09-15 Cusco: {_BOTH}"]),
    case(
        "opened by both",
        f"The bridge was opened in Cusco on Monday by {ILLANES} and {KARU}.",
        [f"bilateral held 2022-09-12 Cusco: {_BOTH}"],
    ),
    case("agreed here", f"{OJASTE} and {QUISPE} agreed here today to rebuild the pier.", [f"bilateral held 2022-09-14 -: {_MINISTERS}"]),
    case("had dinner", f"{MET} They had dinner together on Sunday.", [_MONDAY, f"bilateral held 2022-09-11 -: {_BOTH}"]),
    case("shared a lunch", f"{MET} On Sunday the two leaders shared a private lunch.", [_MONDAY, f"bilateral held 2022-09-11 -: {_BOTH}"]),
    case("one at dinner", f"{MET} He had dinner on Sunday.", [_MONDAY]),
    case(
        "are to discuss", f"{MET} The two presidents are to discuss fish on Friday.", [_MONDAY, f"bilateral planned 2022-09-16 -: {_BOTH}"]
    ),
]

WHO = [
    case(
        "the one of that nation",
        f"{ILLANES} and {OJASTE} met in Lima on Monday. The Estonian later met {QUISPE}.",
        ["bilateral held 2022-09-12 Lima: Maarika Ojaste/EE; Ramona Illanes/CL", f"bilateral held 2022-09-12 Lima: {_MINISTERS}"],
    ),
    case(
        "named next",
        f"When the two ministers shook hands in Lima on Monday, forty trams found a home. {OJASTE} and {QUISPE} signed no paper.",
        [f"bilateral held 2022-09-12 Lima: {_MINISTERS}"],
    ),
    case(
        "between their ministers",
        "Estonia and Peru launched on Tuesday a study of the pier during a meeting in Lima between their foreign ministers.",
        ["bilateral held 2022-09-13 Lima: ?/EE; ?/PE"],
    ),
    case(
        "ministers of a field",
        "The ministers of transport of Peru and Estonia met in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/EE; ?/PE"],
    ),
    case(
        "she and another",
        f"{OJASTE} returned on Tuesday from Lima, where she and Peru's Anselmo Quispe-Rojas discussed the pier on Monday.",
        [f"bilateral held 2022-09-12 Lima: {_MINISTERS}"],
    ),
    case(
        "two ministers, not the president",
        f"{ILLANES} received Estonian Transport Minister Ants Kask on Tuesday. She was told of the talks held the day before between "
        "the two transport ministers.",
        ["bilateral held 2022-09-13 -: Ants Kask/EE; Ramona Illanes/CL", "bilateral held 2022-09-12 -: ?/CL; Ants Kask/EE"],
    ),
]

WHEN = [
    case("meets on Friday", f"{OJASTE} meets {QUISPE} in Lima on Friday.", [f"bilateral planned 2022-09-16 Lima: {_MINISTERS}"]),
    case(
        "hold talks on Friday", f"{OJASTE} and {QUISPE} hold talks in Lima on Friday.", [f"bilateral planned 2022-09-16 Lima: {_MINISTERS}"]
    ),
    case(
        "where she will be received",
        f"{OJASTE} landed in Lima. On Friday she is expected at the palace, where Peruvian President Hugo Rivas will receive her.",
        ["bilateral planned 2022-09-16 Lima: Hugo Rivas/PE; Maarika Ojaste/EE"],
    ),
    case("is foreseen", f"{OJASTE} will visit Lima. A meeting with {QUISPE} is also foreseen.", [f"bilateral planned - -: {_MINISTERS}"]),
    case(
        "later, of the same day",
        f"{OJASTE} met {QUISPE} in Lima on Monday. Ms Ojaste, who later met {ILLANES}, flies home today.",
        [f"bilateral held 2022-09-12 Lima: {_MINISTERS}", "bilateral held 2022-09-12 Lima: Maarika Ojaste/EE; Ramona Illanes/CL"],
    ),
    case(
        "the day before",
        f"{OJASTE} met {ILLANES} on Tuesday. The day before, she met {QUISPE}.",
        ["bilateral held 2022-09-13 -: Maarika Ojaste/EE; Ramona Illanes/CL", f"bilateral held 2022-09-12 -: {_MINISTERS}"],
    ),
    case(
        "the next day is no plan",
        f"{OJASTE} met {ILLANES} on Monday. The next day the minister had an audience with {QUISPE}.",
        ["bilateral held 2022-09-12 -: Maarika Ojaste/EE; Ramona Illanes/CL", f"bilateral held 2022-09-13 -: {_MINISTERS}"],
    ),
    case(
        "agreed upon during a call",
        f"{OJASTE} met {QUISPE} on Tuesday. This had been agreed upon during their phone call last week.",
        [f"bilateral held 2022-09-13 -: {_MINISTERS}", f"call held 2022-09-05/2022-09-11 - looked back: {_MINISTERS}"],
    ),
]

ONE_BY_ONE = [
    case(
        "and on another day with",
        f"On Monday {OJASTE} met with {QUISPE}, and on Tuesday with {ILLANES}.",
        [f"bilateral held 2022-09-12 -: {_MINISTERS}", "bilateral held 2022-09-13 -: Maarika Ojaste/EE; Ramona Illanes/CL"],
    ),
    case(
        "before calling on",
        f"{OJASTE} will meet {QUISPE} on Thursday before calling on {ILLANES} on Friday.",
        [f"bilateral planned 2022-09-15 -: {_MINISTERS}", "bilateral planned 2022-09-16 -: Maarika Ojaste/EE; Ramona Illanes/CL"],
    ),
    case(
        "under what was signed",
        f"Pepper will get a code under a pact signed in Lima on Monday by {OJASTE} and {QUISPE}.",
        [f"bilateral held 2022-09-12 Lima: {_MINISTERS}"],
    ),
    case(
        "talks of a minister of the paper's own state",
        "After talks on Tuesday between Maarika Ojaste, the interior minister, and Peru's Hugo Rivas, lorries will cross.",
        ["bilateral held 2022-09-13 -: Hugo Rivas/PE; Maarika Ojaste/-"],
    ),
    case("who is no official", "After a match on Tuesday Maarika Ojaste, the interior minister, met Peru's Hugo Rivas.", []),
]

WHERE: list[Any] = [
    case(
        "as part of a visit",
        f"As part of her visit to Geneva, {OJASTE} met with {QUISPE} on Monday.",
        "Tallinn",
        [f"bilateral held 2022-09-12 Geneva: {_MINISTERS}"],
    ),
    case(
        "on a visit, told from home",
        f"{OJASTE}, on a visit to Lima, was received on Wednesday by Peruvian President Hugo Rivas. On Tuesday, she met {QUISPE}.",
        "Tallinn",
        ["bilateral held 2022-09-14 Lima: Hugo Rivas/PE; Maarika Ojaste/EE", f"bilateral held 2022-09-13 Lima: {_MINISTERS}"],
    ),
    case(
        "filed from abroad by one's own agency",
        f"Paris (Antara) - Foreign Minister Siti Wulandari met {QUISPE} here on Monday.",
        "Paris",
        ["bilateral held 2022-09-12 Paris: Anselmo Quispe-Rojas/PE; Siti Wulandari/ID"],
    ),
    case(
        "in the framework of an assembly",
        f"{OJASTE} met on Monday with her counterpart from Indonesia, Siti Wulandari, in the framework of the UN General Assembly.",
        "Tallinn",
        ["bilateral held 2022-09-12 New York: Maarika Ojaste/EE; Siti Wulandari/ID"],
    ),
    case("spoke here", f"{OJASTE} spoke here today with {QUISPE}.", "Lima", [f"bilateral held 2022-09-14 Lima: {_MINISTERS}"]),
    case("conversed", f"{OJASTE} conversed with {QUISPE} on Monday.", "Lima", [f"bilateral held 2022-09-12 Lima: {_MINISTERS}"]),
]


@pytest.mark.parametrize(("text", "expected"), [*TOGETHER, *WHO, *WHEN, *ONE_BY_ONE])
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings if meeting.kind != "visit"] == expected


@pytest.mark.parametrize(("text", "place", "expected"), WHERE)
def test_places(text: str, place: str, expected: list[str]) -> None:
    seen = observe(text, place=place, publisher="Antara" if "Antara" in text else None)
    assert [line_of(seen, meeting) for meeting in seen.meetings if meeting.kind != "visit"] == expected

"""Summits by themselves: who attends them, and those that a text only says take place.

Lines and the articles' day are as in `test_meeting_reports`; after them the name of the gathering.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

SUMMITS = [
    case(
        "one who attended",
        "Peruvian President Anselmo Quispe-Rojas attended the 12th River Summit in Quito on Tuesday.",
        [("summit held 2022-09-13 Quito: Anselmo Quispe-Rojas/PE", "12th River Summit")],
    ),
    case(
        "two who will attend do not meet by that",
        "Peruvian President Anselmo Quispe-Rojas and Estonian President Maarika Ojaste will take part in a "
        "summit of leaders in Riga on Friday.",
        [("summit planned 2022-09-16 Riga: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE", None)],
    ),
    case(
        "those in view",
        "Estonian President Maarika Ojaste met Peruvian President Anselmo Quispe-Rojas on Tuesday. "
        "The two leaders will attend a summit on fish tomorrow.",
        [
            ("bilateral held 2022-09-13 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE", None),
            ("summit planned 2022-09-15 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE", None),
        ],
    ),
    case(
        "who represents a state there",
        "State Secretary Maarika Ojaste of Estonia is representing Estonia at the Summit of Cold Harbours in "
        "Riga on 14 and 15 September 2022.",
        [("summit held 2022-09-14/2022-09-15 Riga: Maarika Ojaste/EE", "Summit of Cold Harbours")],
    ),
    case(
        "one that takes place, told twice",
        "The Summit of Cold Harbours opened in Riga on Tuesday. Ministers from nine states are there. "
        "Estonian Foreign Minister Maarika Ojaste attended the summit in Riga on Tuesday.",
        [("summit held 2022-09-13 Riga: Maarika Ojaste/EE", "Summit of Cold Harbours")],
    ),
    case(
        "one still to come",
        "The 7th River Summit will be held in Quito on November 21. Peruvian President Anselmo Quispe-Rojas "
        "will attend the River Summit in Quito.",
        [("summit planned 2022-11-21 Quito: Anselmo Quispe-Rojas/PE", "7th River Summit")],
    ),
    case("nobody named", "The 7th Summit of Cold Harbours was held in Riga on Monday, the leaders said.", []),
    case("a fair", "The Kiosk Summit opened in Quito on Monday with hundreds of stalls.", []),
    case("some summit some day", "Estonian Foreign Minister Maarika Ojaste has attended many a summit.", []),
    case(
        "beside which two met",
        "Estonian President Maarika Ojaste met Peruvian President Anselmo Quispe-Rojas on the sidelines of the "
        "River Summit in Quito on Monday.",
        [("bilateral held 2022-09-12 Quito: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE", "River Summit")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUMMITS)
def test_summits(text: str, expected: list[tuple[str, str | None]]) -> None:
    seen = observe(text)
    assert [(line_of(seen, meeting).strip(), meeting.host_event) for meeting in seen.meetings] == expected

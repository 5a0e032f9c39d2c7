"""Meetings that an article tells of in passing, between the lines of another: a noun phrase, a look back, who is told something there.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .cases import case
from .reading import line_of, observe

TALKS = "Estonian Foreign Minister Maarika Ojaste spoke by phone with Peruvian Foreign Minister Anselmo Quispe-Rojas on Monday. "
CALL = "call held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"

PASSING = [
    case(
        "their meeting with a place and a day",
        TALKS + "The plan goes back to their meeting in Lima on August 3.",
        [CALL, f"bilateral held 2022-08-03 Lima looked back: {BOTH}"],
        {},
    ),
    case("their meeting with neither is no other", TALKS + "Before their conversation, the ferry had been at anchor.", [CALL], {}),
    case(
        "a day's talks",
        "Estonian Foreign Minister Maarika Ojaste met Peruvian Foreign Minister Anselmo Quispe-Rojas in Lima on Tuesday. "
        "Monday's talks at the ministry had been about fish.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral held 2022-09-12 - looked back: {BOTH}"],
        {},
    ),
    case(
        "the first meeting since is the one just told of",
        "Estonian Foreign Minister Maarika Ojaste met Peruvian Foreign Minister Anselmo Quispe-Rojas in Lima on Tuesday. "
        "It was their first meeting since the flood in March.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
        {},
    ),
    case(
        "told at their meeting",
        "The ferry would sail again, Estonian Foreign Minister Maarika Ojaste told Peruvian Foreign Minister Anselmo Quispe-Rojas "
        "at their meeting in Lima on Tuesday.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
        {},
    ),
    case(
        "made an offer to somebody at a meeting",
        "Estonian Foreign Minister Maarika Ojaste made the offer to Peruvian Foreign Minister Anselmo Quispe-Rojas "
        "at a meeting in Lima on Tuesday.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
        {},
    ),
    case(
        "a state's own person",
        "Estonian Foreign Minister Maarika Ojaste telephoned Peru's Anselmo Quispe-Rojas on Monday.",
        [CALL],
        {},
    ),
    case(
        "talks with a state's own person",
        "Estonian Foreign Minister Maarika Ojaste held talks with Peru's Anselmo Quispe-Rojas in Lima on Tuesday.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
        {},
    ),
    case(
        "a third who was telephoned",
        "Estonian Foreign Minister Maarika Ojaste met Peruvian Foreign Minister Anselmo Quispe-Rojas in Lima on Monday. "
        "Ojaste also telephoned Chile's Ramona Illanes. The three are to meet in Lima on Friday.",
        [
            f"bilateral held 2022-09-12 Lima: {BOTH}",
            "call held 2022-09-12 -: Maarika Ojaste/EE; Ramona Illanes/CL",
            f"trilateral planned 2022-09-16 Lima: {BOTH}; Ramona Illanes/CL",
        ],
        {},
    ),
    case(
        "the three of whom the text has told",
        TALKS + "Chilean Foreign Minister Ramona Illanes has been invited. The three are to meet in Lima on Friday.",
        [CALL, f"trilateral planned 2022-09-16 Lima: {BOTH}; Ramona Illanes/CL"],
        {},
    ),
    case(
        "a reception for a guest, place and day between",
        "Estonian Foreign Minister Maarika Ojaste hosted a reception in Tallinn on Tuesday for Peruvian Foreign Minister "
        "Anselmo Quispe-Rojas.",
        [f"bilateral held 2022-09-13 Tallinn: {BOTH}"],
        {},
    ),
    case(
        "sat together",
        "Estonian Foreign Minister Maarika Ojaste and Peruvian Foreign Minister Anselmo Quispe-Rojas sat together in Lima on Tuesday.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
        {},
    ),
    case(
        "a clause with its own place",
        "Estonian Foreign Minister Maarika Ojaste met Peruvian Foreign Minister Anselmo Quispe-Rojas on Tuesday after fog had kept "
        "them from meeting in Cusco.",
        [f"bilateral held 2022-09-13 -: {BOTH}"],
        {},
    ),
    case(
        "a journey and its purpose",
        "Estonian Foreign Minister Maarika Ojaste will fly to Lima next Monday to meet her Peruvian counterpart, Anselmo Quispe-Rojas.",
        ["visit planned 2022-09-19 Lima: ?/PE; Maarika Ojaste/EE", f"bilateral planned 2022-09-19 -: {BOTH}"],
        {},
    ),
    case(
        "a journey that is not made",
        "Estonian Foreign Minister Maarika Ojaste will not fly to Lima on Friday to meet her Peruvian counterpart, Anselmo Quispe-Rojas.",
        [f"bilateral cancelled 2022-09-16 -: {BOTH}"],
        {},
    ),
    case(
        "an arrival here",
        "Peruvian Foreign Minister Anselmo Quispe-Rojas arrived here on Tuesday on a three-day visit.",
        ["visit held 2022-09-13 Tallinn: ?/EE; Anselmo Quispe-Rojas/PE"],
        {"place": "TALLINN"},
    ),
    case(
        "what is agreed upon",
        TALKS + "The two sides concurred on holding a meeting in Lima on October 3.",
        [CALL, f"bilateral planned 2022-10-03 Lima: {BOTH}"],
        {},
    ),
    case(
        "a present tense that looks ahead",
        "Peruvian Foreign Minister Anselmo Quispe-Rojas comes to Estonia on Friday for a two-day visit.",
        ["visit planned 2022-09-16 Estonia: ?/EE; Anselmo Quispe-Rojas/PE"],
        {},
    ),
    case(
        "a report taken over counts from its dateline",
        "Estonian Foreign Minister Maarika Ojaste will hold talks with Peruvian Foreign Minister Anselmo Quispe-Rojas in Lima tomorrow.",
        [f"bilateral planned 2022-09-13 Lima: {BOTH}"],
        {"near": date(2022, 9, 12)},
    ),
]


def test_whom_somebody_met_says_for_whom_an_official_acts() -> None:
    text = "In Quito, Deputy Minister Maarika Ojaste was received by the Secretary for Ports of Ecuador, Tomás Arregui."
    seen = observe(text, publisher="Ministry of Transport of Estonia")
    assert {p.name: p.actor and p.actor.name for p in seen.people} == {"Maarika Ojaste": "EE", "Tomás Arregui": "EC"}


@pytest.mark.parametrize(("text", "expected", "article"), PASSING)
def test_meetings_in_passing(text: str, expected: list[str], article: dict[str, Any]) -> None:
    seen = observe(text, **article)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

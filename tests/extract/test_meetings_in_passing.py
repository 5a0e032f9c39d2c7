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
        ["visit planned 2022-09-19 Lima: ?/PE; Maarika Ojaste/EE", f"bilateral planned 2022-09-19 Lima: {BOTH}"],
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
        ["visit held 2022-09-13/2022-09-15 Tallinn: ?/EE; Anselmo Quispe-Rojas/PE"],
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
        ["visit planned 2022-09-16/2022-09-17 Estonia: ?/EE; Anselmo Quispe-Rojas/PE"],
        {},
    ),
    case(
        "a report taken over counts from its dateline",
        "Estonian Foreign Minister Maarika Ojaste will hold talks with Peruvian Foreign Minister Anselmo Quispe-Rojas in Lima tomorrow.",
        [f"bilateral planned 2022-09-13 Lima: {BOTH}"],
        {"near": date(2022, 9, 12)},
    ),
    case(
        "agreed upon",
        TALKS + "It was agreed to meet in person on Friday in Lima.",
        [CALL, f"bilateral planned 2022-09-16 Lima: {BOTH}"],
        {},
    ),
    case(
        "at the end of the week",
        TALKS + "The ministers are to meet at the end of the week.",
        [CALL, f"bilateral planned 2022-09-15/2022-09-18 -: {BOTH}"],
        {},
    ),
    case(
        "a second plan without a day is the first",
        "Estonian Foreign Minister Maarika Ojaste will hold talks with Peruvian Foreign Minister Anselmo Quispe-Rojas in Lima on Friday. "
        "She had a cold last week. Ojaste intends to meet Quispe-Rojas, her office said.",
        [f"bilateral planned 2022-09-16 Lima: {BOTH}"],
        {},
    ),
    case(
        "of the meeting that is told of, others say what it is for",
        "Estonian Foreign Minister Maarika Ojaste and Peruvian Foreign Minister Anselmo Quispe-Rojas met in Lima on Tuesday. "
        "Officials said Ojaste's meeting with Quispe-Rojas in Lima was aimed at more ferries.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
        {},
    ),
    case(
        "counted back from when they met",
        "Estonian Foreign Minister Maarika Ojaste and Peruvian Foreign Minister Anselmo Quispe-Rojas met in Lima on Tuesday "
        "three days after they had spoken by phone.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"call held 2022-09-10 - looked back: {BOTH}"],
        {},
    ),
    case(
        "last met",
        "Estonian Foreign Minister Maarika Ojaste and Peruvian Foreign Minister Anselmo Quispe-Rojas last met on August 3 in Riga, "
        "hosted by Latvian Foreign Minister Zane Vilde.",
        [f"bilateral held 2022-08-03 Riga looked back: {BOTH}"],
        {},
    ),
    case(
        "the two sat together",
        TALKS + "When the two sat together in Lima in July, a year was named.",
        [CALL, f"bilateral held 2022-07-01/2022-07-31 Lima looked back: {BOTH}"],
        {},
    ),
    case(
        "each of several met one",
        "Estonian Foreign Minister Maarika Ojaste and Peruvian Foreign Minister Anselmo Quispe-Rojas met separately with "
        "Latvian Foreign Minister Zane Vilde on Tuesday.",
        [
            "bilateral held 2022-09-13 -: Maarika Ojaste/EE; Zane Vilde/LV",
            "bilateral held 2022-09-13 -: Anselmo Quispe-Rojas/PE; Zane Vilde/LV",
        ],
        {},
    ),
    case(
        "with one and with another",
        "Latvian Foreign Minister Zane Vilde held talks with the fisheries minister of Estonia, Maarika "
        "Ojaste, and with the river minister "
        "of Peru, Anselmo Quispe-Rojas, on Tuesday.",
        [
            "bilateral held 2022-09-13 -: Maarika Ojaste/EE; Zane Vilde/LV",
            "bilateral held 2022-09-13 -: Anselmo Quispe-Rojas/PE; Zane Vilde/LV",
        ],
        {},
    ),
    case(
        "not whose adviser is met",
        "Estonian Foreign Minister Maarika Ojaste met Peruvian President Anselmo Quispe-Rojas's security "
        "adviser Abel Lanza in Lima on Tuesday.",
        ["bilateral held 2022-09-13 Lima: Abel Lanza/PE; Maarika Ojaste/EE"],
        {},
    ),
    case(
        "not the late, but who is in office",
        "Estonian President Maarika Ojaste regretted the death of former Peruvian president Abel Lanza in a letter to Peruvian President "
        "Anselmo Quispe-Rojas. The two leaders held a bilateral meeting on Tuesday.",
        [f"bilateral held 2022-09-13 -: {BOTH}"],
        {},
    ),
    case(
        "received at the airport also by one's own",
        "Estonian President Maarika Ojaste was welcomed at the airport on Tuesday by Peruvian Foreign Minister Anselmo Quispe-Rojas and "
        "Estonian Ambassador Tarmo Kallas.",
        [f"bilateral held 2022-09-13 -: {BOTH}"],
        {},
    ),
    case(
        "a colleague of the one other state that is named",
        "Estonia will pass on its forecasts to Peru, Foreign Minister Maarika Ojaste promised in a telephone call on Monday "
        "with her colleague Anselmo Quispe-Rojas.",
        [CALL],
        {"place": "TALLINN"},
    ),
    case(
        "the head of a state",
        "Talks between the head of the Estonian state and President Anselmo Quispe-Rojas of Peru will be held in Lima.",
        ["bilateral planned - Lima: ?/EE; Anselmo Quispe-Rojas/PE"],
        {},
    ),
    case("with whom is not read", TALKS + "They agreed to meet with the fishermen of both coasts.", [CALL], {}),
    case(
        "no mention of any",
        "The ministry made no mention of any meeting between Maarika Ojaste of Estonia and President Abel Lanza.",
        [],
        {},
    ),
    case(
        "a journey of three days begins",
        "Estonian Foreign Minister Maarika Ojaste leaves today for a three-day official visit to Peru.",
        ["visit held 2022-09-14/2022-09-16 Peru: ?/PE; Maarika Ojaste/EE"],
        {},
    ),
    case(
        "a visit of two days is over",
        "Estonian Foreign Minister Maarika Ojaste ended a two-day visit to Peru on Tuesday.",
        ["visit held 2022-09-12/2022-09-13 Peru: ?/PE; Maarika Ojaste/EE"],
        {},
    ),
    case(
        "agreed with somebody",
        "Estonian Foreign Minister Maarika Ojaste spoke by phone with Peruvian Foreign Minister Anselmo Quispe-Rojas and Latvian Foreign "
        "Minister Zane Vilde on Monday. It was agreed with Minister Quispe-Rojas to meet in Lima on Friday.",
        [
            CALL,
            "call held 2022-09-12 -: Maarika Ojaste/EE; Zane Vilde/LV",
            f"bilateral planned 2022-09-16 Lima: {BOTH}",
        ],
        {},
    ),
    case(
        "what fog prevented",
        "Estonian Foreign Minister Maarika Ojaste and Peruvian Foreign Minister Anselmo Quispe-Rojas met at "
        "the ministry on Tuesday after fog "
        "had prevented them from meeting in Vallenar.",
        [f"bilateral held 2022-09-13 -: {BOTH}"],
        {},
    ),
    case(
        "where one told the other, and where it was written",
        "Estonian Foreign Minister Maarika Ojaste told Peruvian Foreign Minister Anselmo Quispe-Rojas in Lima "
        "on Tuesday that the ferry was "
        "late. As the two ministers met at the ministry, it rained.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
        {"place": "TALLINN"},
    ),
    case(
        "a trio",
        "Abel Lanza had brought Peruvian President Anselmo Quispe-Rojas and Estonian President Maarika Ojaste together. "
        "The trio met in Lima on Tuesday.",
        ["bilateral held 2022-09-13 Lima: Abel Lanza/-; Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
        {},
    ),
    case(
        "who is in power and who calls a gathering need not be there",
        "Peruvian President Anselmo Quispe-Rojas arrived in Estonia on Tuesday on his first visit during the administration of Estonian "
        "President Maarika Ojaste. He took a seat on Wednesday in a meeting of mayors called by Ojaste.",
        ["visit held 2022-09-13 Estonia: ?/EE; Anselmo Quispe-Rojas/PE"],
        {},
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

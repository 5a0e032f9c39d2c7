"""Meetings as readouts, transcripts and the world's press tell of them: who speaks, what is to come, lists, places of topics.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from etl.extract.pipeline import extract

from .cases import case
from .reading import line_of, make_article, observe

OJASTE = "Estonian Foreign Minister Maarika Ojaste"
QUISPE = "Peruvian Foreign Minister Anselmo Quispe-Rojas"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"

TOLD = [
    case(
        "to have dinner is no cancellation",
        f"{QUISPE} arrived in Tallinn on Tuesday for talks with {OJASTE}. Ojaste and Quispe-Rojas are scheduled to have dinner at the "
        "castle.",
        [
            "visit held 2022-09-13 Tallinn: ?/EE; Anselmo Quispe-Rojas/PE",
            f"bilateral held 2022-09-13 Tallinn: {BOTH}",
            f"bilateral planned - Tallinn: {BOTH}",
        ],
        {},
    ),
    case(
        "was to have met is one",
        f"{OJASTE} was to have met {QUISPE} in Lima on Monday.",
        [f"bilateral cancelled 2022-09-12 Lima: {BOTH}"],
        {},
    ),
    case(
        "what the news is expected to be about",
        f"{OJASTE} met {QUISPE} in Lima on Tuesday. Ojaste's talks with the Peruvian minister are expected to focus on fish.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
        {},
    ),
    case(
        "another one to come",
        f"{OJASTE} met {QUISPE} in Lima on Tuesday. The two ministers will meet again in Tallinn.",
        [f"bilateral held 2022-09-13 Lima: {BOTH}", f"bilateral planned - Tallinn: {BOTH}"],
        {},
    ),
    case(
        "somebody's first talks are those of the news",
        f"{OJASTE} walked along the pier before holding her first talks with {QUISPE} on Tuesday.",
        [f"bilateral held 2022-09-13 -: {BOTH}"],
        {},
    ),
    case(
        "telephoned after a meeting",
        f"{OJASTE} met {QUISPE} in Lima on Monday and later spoke by phone to Chilean Foreign Minister Ramona Illanes.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}", "call held 2022-09-12 -: Maarika Ojaste/EE; Ramona Illanes/CL"],
        {},
    ),
    case(
        "a circumstance of another year",
        f"With elections looming next year, {OJASTE} will meet {QUISPE}.",
        [f"bilateral planned - -: {BOTH}"],
        {},
    ),
    case("headed there", f"{OJASTE} is headed to Peru for talks on fish.", ["visit planned - Peru: ?/PE; Maarika Ojaste/EE"], {}),
    case(
        "a place that is talked about",
        f"{OJASTE} met {QUISPE} on Monday over the conflict in Kenya.",
        [f"bilateral held 2022-09-12 -: {BOTH}"],
        {},
    ),
    case("a place where they met", f"{OJASTE} met {QUISPE} on Monday in Kenya.", [f"bilateral held 2022-09-12 Kenya: {BOTH}"], {}),
    case(
        "visiting a city",
        f"Visiting Lima on Monday, {OJASTE} met with {QUISPE}.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
        {},
    ),
    case(
        "in a state, before the clause",
        f"In Peru, {OJASTE} will meet {QUISPE}.",
        [f"bilateral planned - Peru: {BOTH}"],
        {},
    ),
    case(
        "a list with states behind the names",
        f"{OJASTE} held talks with Anselmo Quispe-Rojas of Peru, Ramona Illanes of Chile and Peter Novotny of Slovakia on Monday.",
        [
            f"bilateral held 2022-09-12 -: {BOTH}",
            "bilateral held 2022-09-12 -: Maarika Ojaste/EE; Ramona Illanes/CL",
            "bilateral held 2022-09-12 -: Maarika Ojaste/EE; Peter Novotny/SK",
        ],
        {},
    ),
    case(
        "the ministers of others are not those just named",
        f"{OJASTE} met {QUISPE} in Lima on Monday. The prime ministers of the Nordic states will hold a separate meeting.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
        {},
    ),
    case(
        "a trip and its purpose",
        f"{OJASTE} will begin her trip in Lima on Friday to meet with {QUISPE} and other officials.",
        [f"bilateral planned 2022-09-16 Lima: {BOTH}"],
        {},
    ),
    case(
        "welcomed at a day and a house",
        f"{OJASTE} welcomed on Monday, at the Blue House, {QUISPE}, where the band played.",
        [f"bilateral held 2022-09-12 -: {BOTH}"],
        {},
    ),
    case(
        "who says I",
        f'{OJASTE} addressed reporters. "I met {QUISPE} in Lima on Tuesday," Ojaste said.',
        [f"bilateral held 2022-09-13 Lima: {BOTH}"],
        {},
    ),
    case(
        "I of somebody unknown",
        f"{OJASTE} met the press. I saw {QUISPE} in Lima on Tuesday and thought of fish.",
        [],
        {},
    ),
]

APPEARED = [
    case(
        "two who speak in turn",
        "SECRETARY OJASTE: It is good to see my friend the minister.\n\nFOREIGN MINISTER QUISPE: It is good to be seen.",
        "Remarks of the Estonian Secretary With Peruvian Foreign Minister Anselmo Quispe Before Their Meeting",
        {"publisher": "Government of Estonia"},
        ["bilateral held 2022-09-14 -: Ojaste/EE; Quispe/PE"],
    ),
    case(
        "a minister and the press",
        "FOREIGN MINISTER OJASTE: It is good to see you all.\n\nQUESTION: Will there be fish?\n\nFOREIGN MINISTER OJASTE: Yes.",
        "Remarks of the Estonian Foreign Minister With Peruvian Reporters",
        {"publisher": "Government of Estonia"},
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected", "article"), TOLD)
def test_meetings_told_of(text: str, expected: list[str], article: dict[str, Any]) -> None:
    seen = observe(text, **article)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


@pytest.mark.parametrize(("text", "title", "article", "expected"), APPEARED)
def test_joint_appearances(text: str, title: str, article: dict[str, Any], expected: list[str]) -> None:
    seen = extract(replace(make_article(text, **article), title=title))
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


WHOSE = [
    case(
        "his talks are the subject's",
        f"{OJASTE} will speak on Friday with {QUISPE} to follow up on her talks with Chilean Foreign Minister Ramona Illanes.",
        ["call planned 2022-09-16 -: " + BOTH, "bilateral held - - looked back: Maarika Ojaste/EE; Ramona Illanes/CL"],
    ),
    case(
        "his talks are those of whom the clause is about",
        f"{OJASTE} called on {QUISPE}, who recalled his talks with Chilean Foreign Minister Ramona Illanes in Quito in May.",
        [
            "bilateral held 2022-09-14 -: " + BOTH,
            "bilateral held 2022-05-01/2022-05-31 Quito looked back: Anselmo Quispe-Rojas/PE; Ramona Illanes/CL",
        ],
    ),
    case(
        "counterparts in pairs",
        "Estonian Foreign Minister Maarika Ojaste and Estonian Defence Minister Otso Kivi held talks on Monday with their Peruvian "
        "counterparts Anselmo Quispe-Rojas and Ramona Illanes.",
        ["bilateral held 2022-09-12 -: " + BOTH, "bilateral held 2022-09-12 -: Otso Kivi/EE; Ramona Illanes/PE"],
    ),
    case(
        "two who are met ahead of a summit",
        f"{OJASTE} met {QUISPE} and Chilean President Ramona Illanes on Monday in Lima ahead of the summit on fish.",
        ["bilateral held 2022-09-12 Lima: " + BOTH, "bilateral held 2022-09-12 Lima: Maarika Ojaste/EE; Ramona Illanes/CL"],
    ),
    case(
        "meetings that somebody held with several",
        f"The paper tells of the meetings {OJASTE} held on Monday with {QUISPE}, Chilean President Ramona Illanes and others.",
        ["bilateral held 2022-09-12 -: " + BOTH, "bilateral held 2022-09-12 -: Maarika Ojaste/EE; Ramona Illanes/CL"],
    ),
    case("dialogue relations", "This year marks the 35th anniversary of dialogue relations between Estonia and Peru in Tallinn.", []),
    case("two who arrive", f"Shortly after, {OJASTE} and {QUISPE} arrived at Lima airport.", []),
    case("who is in a delegation", "The Peruvian delegation will include Anselmo Quispe-Rojas and Estonian adviser Maarika Ojaste.", []),
    case("what somebody is in favour of", f"{OJASTE} is in favour of there being a meeting between {QUISPE} and herself.", []),
    case(
        "the day in brackets",
        f"{OJASTE} today (Wednesday) met with {QUISPE}.",
        ["bilateral held 2022-09-14 -: " + BOTH],
    ),
    case(
        "the other minister of a pair",
        "Maarika Ojaste, Estonia's prime minister, met with President Anselmo Quispe-Rojas of Peru and Foreign Minister Illanes on Monday.",
        ["bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Illanes/PE; Maarika Ojaste/EE"],
    ),
    case(
        "a day of what is due",
        f"During their meeting, {OJASTE} briefed {QUISPE} on the summits, due to be held online on 5 and 6 December.",
        ["bilateral held 2022-09-14 -: " + BOTH],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOSE)
def test_whose_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


def test_labels_of_transcripts_name_who_held_the_office() -> None:
    text = "PRESIDENT KENNEDY: It is good to see you.\n\nPRIME MINISTER MACMILLAN: It is good to be seen."
    seen = observe(text, on=date(1961, 4, 5))
    assert [line_of(seen, meeting) for meeting in seen.meetings] == ["bilateral held 1961-04-05 -: Harold Macmillan/GB; John F. Kennedy/US"]


REPORTED = [
    case(
        "what an agency says is the news",
        f"{OJASTE} opened a port. She spoke with {QUISPE} about fish, the agency said on Tuesday.",
        ["call held 2022-09-13 -: " + BOTH],
    ),
    case(
        "who says it is not met",
        f"{OJASTE} will meet {QUISPE} in Lima on October 14-16 to make plans for later in the year, "
        "Chilean Ambassador Ramona Illanes said Friday.",
        ["bilateral planned 2022-10-14/2022-10-16 Lima: " + BOTH],
    ),
    case(
        "a summit that a call prepares",
        f"{OJASTE} and {QUISPE} held a call on Monday to discuss preparations for the summit between Presidents Otso Kivi of Estonia and "
        "Ramona Illanes of Peru in Lima.",
        ["call held 2022-09-12 -: " + BOTH, "bilateral planned - Lima: Otso Kivi/EE; Ramona Illanes/PE"],
    ),
    case(
        "adjourned to the garden",
        f"{OJASTE} and {QUISPE} met on Monday in Lima and then adjourned to the garden.",
        ["bilateral held 2022-09-12 Lima: " + BOTH],
    ),
    case(
        "ministers of a region",
        "The Nordic Prime Ministers held their meeting on Tuesday in Helsinki.",
        ["multilateral held 2022-09-13 Helsinki: ?/DK; ?/FI; ?/IS; ?/NO; ?/SE"],
    ),
    case(
        "ministers of a region and of a state",
        f"Foreign ministers of the Baltic states and Germany met in Riga on Tuesday. {OJASTE} spoke of fish.",
        ["multilateral held 2022-09-13 Riga: ?/DE; ?/LT; ?/LV; Maarika Ojaste/EE"],
    ),
    case("whom somebody tells of", f"{OJASTE} spoke of the Nordic prime ministers.", []),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


ASIDE = [
    case(
        "the day of what is meant",
        f"{OJASTE} is visiting Peru in the aftermath of the September 11 flood. She met {QUISPE} on Monday.",
        ["visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE", "bilateral held 2022-09-12 -: " + BOTH],
    ),
    case(
        "a coming day of what was discussed",
        f"{OJASTE} and {QUISPE} discussed the chairmanship of the basin, which will begin on January 1, 2023.",
        ["bilateral held 2022-09-14 -: " + BOTH],
    ),
    case(
        "dropped in",
        f"The gardener dropped in to a meeting between {OJASTE} and {QUISPE} in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: " + BOTH],
    ),
    case(
        "a journey after a session",
        f"{OJASTE}, who met {QUISPE} on Sunday, arrived in Kenya on Monday.",
        ["bilateral held 2022-09-11 -: " + BOTH],
    ),
    case(
        "who goes on speaking",
        f"{OJASTE} was glad. “I met with {QUISPE} in Lima on Monday. The fish was good,” Ojaste said.",
        ["bilateral held 2022-09-12 Lima: " + BOTH],
    ),
    case(
        "arrived to do something",
        f"{OJASTE} has arrived in Peru to assess the flood.",
        ["visit held 2022-09-14 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "a title that ends before a name",
        f"{OJASTE} met on Monday separately with {QUISPE}, Chairwoman of the Presidency of Bosnia and Herzegovina Ramona Illanes and "
        "President of Chile Otso Kivi.",
        [
            "bilateral held 2022-09-12 -: " + BOTH,
            "bilateral held 2022-09-12 -: Maarika Ojaste/EE; Ramona Illanes/BA",
            "bilateral held 2022-09-12 -: Maarika Ojaste/EE; Otso Kivi/CL",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ASIDE)
def test_what_stands_beside_a_meeting(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


WEIGHED = [
    case(
        "a meeting that is weighed",
        "The sides also discussed holding a meeting between the foreign ministers of Peru and Estonia.",
        ["bilateral planned - -: ?/EE; ?/PE"],
    ),
    case(
        "where others are said to meet",
        f"On Monday, in Riga, Secretary of State Ramona Illanes said that {OJASTE} and {QUISPE} will meet soon.",
        ["bilateral planned - -: " + BOTH],
    ),
    case("no plans", f"A spokeswoman said there were no plans for a meeting with {QUISPE}.", []),
    case(
        "talked, after a call was told of",
        f"{OJASTE} had a telephone conversation with {QUISPE} on Monday. Ojaste talked with Quispe-Rojas about the ferry.",
        ["call held 2022-09-12 -: " + BOTH],
    ),
    case(
        "following talks",
        f"{OJASTE} and {QUISPE} restored the channels of communication following talks in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: " + BOTH],
    ),
    case(
        "which day today is",
        f"{OJASTE} received {QUISPE} in Riga today, 13 September 2022.",
        ["bilateral held 2022-09-13 Riga: " + BOTH],
    ),
    case(
        "an airport with a name",
        f"{OJASTE} greeted {QUISPE} and Chilean Foreign Minister Otso Kivi upon their arrivals at King Khalid International Airport.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WEIGHED)
def test_what_is_weighed_or_told_again(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


RECALLED = [
    case(
        "talks that somebody recalls",
        f"{OJASTE} recalled her talks in Lima with {QUISPE}.",
        f"bilateral held - Lima looked back: {BOTH}",
    ),
    case(
        "what was held some weeks before",
        f"The raid comes two weeks after {QUISPE} and {OJASTE} met in Oslo.",
        f"bilateral held - Oslo looked back: {BOTH}",
    ),
    case(
        "what was held right before",
        f"The raid came on the heels of a meeting between {QUISPE} and {OJASTE} in Oslo.",
        f"bilateral held - Oslo looked back: {BOTH}",
    ),
    case(
        "the day of a visit that is only proposed",
        f"{OJASTE} met {QUISPE} in Oslo to prepare the proposed visit to Peru of Prime Minister Otso Kivi of Estonia next year.",
        f"bilateral held 2022-09-14 Oslo: {BOTH}",
    ),
    case(
        "whose visit is only proposed",
        f"{OJASTE} will meet {QUISPE} on Friday to prepare the proposed visit to Peru of Prime Minister Otso Kivi of Estonia.",
        f"bilateral planned 2022-09-16 -: {BOTH}",
    ),
    case(
        "what was held some weeks after something else",
        f"Two weeks after the raid, {QUISPE} met {OJASTE} in Oslo.",
        f"bilateral held 2022-09-14 Oslo: {BOTH}",
    ),
    case(
        "whom a state has as a guest",
        f"Estonia will host {QUISPE} on Friday.",
        "visit planned 2022-09-16 Estonia: ?/EE; Anselmo Quispe-Rojas/PE",
    ),
    case(
        "officials who are to meet again",
        "Peruvian and Estonian officials are to meet again in Oslo on Friday.",
        "bilateral planned 2022-09-16 Oslo: ?/EE; ?/PE",
    ),
    case(
        "a visit that somebody looks back on",
        f"{OJASTE} looked back on her state visit to Peru with gratitude.",
        "visit held - Peru looked back: ?/PE; Maarika Ojaste/EE",
    ),
    case(
        "a minister whose field follows the office",
        f"{QUISPE} spoke of the forthcoming visit of the Estonian Minister of Fisheries to Lima.",
        "visit planned - Lima: ?/EE; ?/PE",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RECALLED)
def test_what_lies_back_or_ahead(text: str, expected: str) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == [expected]


GOING_ON = [
    case(
        "whom a quotation names",
        f"{OJASTE} is scheduled to travel to Peru. “Old bonds were reaffirmed during Chilean President Ramona Illanes’s meeting with "
        "President Otso Kivi in Riga last week,” she added.\n\nOn Friday, she will meet President Anselmo Quispe-Rojas of Peru.",
        "bilateral planned 2022-09-16 -: " + BOTH,
    ),
    case(
        "whom a tour is to meet",
        f"{OJASTE} will make a tour. The first leg will include a stop in Quito to meet Chilean Foreign Minister Ramona Illanes. "
        f"She will then meet {QUISPE}.",
        "bilateral planned - -: " + BOTH,
    ),
    case(
        "a person visited, with the state before the title",
        f"{OJASTE} will visit Peru President Anselmo Quispe-Rojas and Chilean President Ramona Illanes.",
        "bilateral planned - -: " + BOTH,
    ),
]


@pytest.mark.parametrize(("text", "expected"), GOING_ON)
def test_who_goes_on(text: str, expected: str) -> None:
    seen = observe(text)
    assert expected in [line_of(seen, meeting) for meeting in seen.meetings]

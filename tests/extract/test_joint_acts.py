"""Meetings of which no word of meeting tells: what several did together somewhere on a day; and how many were in one room.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

OJASTE = "Estonian President Maarika Ojaste"
QUISPE = "Peruvian President Anselmo Quispe-Rojas"
MOALA = "Tongan Prime Minister Sione Moala"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
ALL = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE; Sione Moala/TO"
THREE = "?/CL; ?/EE; ?/PE"

TOGETHER = [
    case(
        "presidents of three states who signed in a capital",
        "The presidents of Chile, Estonia and Peru signed a pact on ferries in the Peruvian capital on Monday.",
        [f"trilateral held 2022-09-12 Lima: {THREE}"],
    ),
    case(
        "ministers of three states in a capital that is named",
        "The foreign ministers of Chile, Estonia and Peru adopted a joint declaration in Lima on Monday.",
        [f"trilateral held 2022-09-12 Lima: {THREE}"],
    ),
    case(
        "the two and a third one",
        f"{QUISPE} received {OJASTE} in Lima on Monday. On Tuesday the two presidents and {MOALA} held a three-way meeting in Cusco.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}", f"trilateral held 2022-09-13 Cusco: {ALL}"],
    ),
    case(
        "named ones who agreed in a town",
        f"In Cusco on Monday, {QUISPE} and {OJASTE} agreed on how many ferries each may build.",
        [f"bilateral held 2022-09-12 Cusco: {BOTH}"],
    ),
    case(
        "the two who toured something the next day",
        f"{OJASTE} met {QUISPE} in Lima on Monday. On Tuesday the two toured a shipyard in Cusco.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}", f"bilateral held 2022-09-13 Cusco: {BOTH}"],
    ),
    case(
        "what the two will sign",
        f"{OJASTE} met {QUISPE} in Lima on Monday. The two leaders will sign a treaty on Friday.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}", f"bilateral planned 2022-09-16 -: {BOTH}"],
    ),
    case(
        "what was done from afar",
        "The presidents of Chile, Estonia and Peru signed a letter in Lima on Monday.",
        [],
    ),
    case(
        "nobody says where",
        "The presidents of Chile, Estonia and Peru signed a pact on ferries on Monday.",
        [],
    ),
    case(
        "nobody says when",
        "The presidents of Chile, Estonia and Peru agreed in principle on ferries.",
        [],
    ),
    case(
        "ministers of one state",
        "The ministers of finance and of transport of Peru opened a pier in Cusco on Monday.",
        [],
    ),
    case(
        "what they met to do is no second meeting",
        f"{OJASTE} and {QUISPE} met in Lima on Monday. The two leaders signed a treaty on Monday.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
]

HOW_MANY = [
    case(
        "talks of three, as a later sentence calls them",
        f"{OJASTE} met {QUISPE} and {MOALA} in Lima on Monday. The ferry is late. Before the three-way talks, Ojaste and Quispe-Rojas "
        "held bilateral talks.",
        [f"trilateral held 2022-09-12 Lima: {ALL}", f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
    case(
        "three who met two by two, and will meet all together",
        f"On Tuesday {OJASTE} held separate talks in Lima with {QUISPE} and {MOALA}. The three leaders will meet on Friday in Cusco.",
        [
            f"bilateral held 2022-09-13 Lima: {BOTH}",
            "bilateral held 2022-09-13 Lima: Maarika Ojaste/EE; Sione Moala/TO",
            f"trilateral planned 2022-09-16 Cusco: {ALL}",
        ],
    ),
    case(
        "deputies of those who met discussed something too",
        f"{OJASTE} met {QUISPE} in Lima on Monday. On the same day, Estonian Deputy Minister of Fisheries Arvo Raud and Peru's Deputy "
        "Minister of Transport Inés Oblitas discussed ferries.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}", "bilateral held 2022-09-12 -: Arvo Raud/EE; Inés Oblitas/PE"],
    ),
]

SAID_AT = [
    case(
        "what is to come was said there",
        f"{OJASTE} told {QUISPE} at their meeting in Lima on Monday that the ferry will be repaired.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
    case(
        "what is to come was told to the press",
        f"{OJASTE} told reporters after a meeting with {QUISPE} on Monday that the ferry would be repaired.",
        [f"bilateral held 2022-09-12 -: {BOTH}"],
    ),
    case(
        "agreed by video",
        f"{OJASTE} and {QUISPE} agreed by videoconference on Monday to repair the ferry.",
        [f"call held 2022-09-12 -: {BOTH}"],
    ),
    case(
        "a day of the main clause, and one of the meeting",
        f"{OJASTE} promised a survey in May when she received {QUISPE} in Tartu on 12 September.",
        [f"bilateral held 2022-09-12 Tartu: {BOTH}"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*TOGETHER, *HOW_MANY, *SAID_AT])
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


@pytest.mark.parametrize("surname", ["King", "Bishop"])
def test_a_title_is_a_surname_where_the_text_names_its_bearer(surname: str) -> None:
    text = f"Peruvian Foreign Minister Regina {surname} came to Tartu on Monday. {surname} said the ferry was late. Ms {surname} sighed."
    seen = observe(text)
    assert {claim.speakers for claim in seen.claims} == {(0,)}
    assert {p.name for p in seen.people if p.name} == {f"Regina {surname}"}

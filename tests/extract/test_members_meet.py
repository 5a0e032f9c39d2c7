"""Those who meet as members of a body: "Arab ministers", "Caribbean leaders", "A's and B's deputies"; and what they do at a meeting.

Each expected line reads "kind status day place: participants". Articles appear on Wednesday, 14 September 2022.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

LEAGUE, UNION, CARICOM, ECOWAS = "Arab League", "African Union", "Caribbean Community", "Economic Community of West African States"

GROUPS = [
    case(
        "ministers of a group whose body the text names",
        "Arab foreign ministers began a two-day meeting in Amman on Monday. The Arab League had called it.",
        [f"multilateral held 2022-09-12 Amman: ?/{LEAGUE}"],
    ),
    case("a group without its body", "African foreign ministers began a two-day meeting in Amman on Monday.", []),
    case("a group that does not govern", "African writers met in Accra on Monday. The African Union sent a message.", []),
    case(
        "leaders who are gathering",
        "West African leaders are gathering in Lomé on Friday for an emergency summit, ECOWAS said.",
        [f"summit planned 2022-09-16 Lome: ?/{ECOWAS}"],
    ),
    case(
        "leaders of the states of a group",
        "Leaders of Caribbean states met in Kingston on Tuesday. CARICOM will publish their statement.",
        [f"summit held 2022-09-13 Kingston: ?/{CARICOM}"],
    ),
    case(
        "the town as the attribute of the meeting",
        "An urgent Tunis meeting of Arab foreign ministers kicked off on Tuesday. The Arab League hosts it.",
        [f"multilateral held 2022-09-13 Tunis: ?/{LEAGUE}"],
    ),
    case(
        "an assembly of heads of state",
        "The 29th African Union heads of state assembly kicked off in Kigali on Monday.",
        [f"summit held 2022-09-12 Kigali: ?/{UNION}"],
    ),
    case(
        "a summit which opened somewhere",
        "Students sang at the African Union's annual summit, which opened in Kigali on Sunday.",
        [f"summit held 2022-09-11 Kigali: ?/{UNION}"],
    ),
    case(
        "the General Assembly is where other meetings are", "Minister Maarika Ojaste of Estonia came to join the UN General Assembly.", []
    ),
]

ACTS = [
    case(
        "leaders agreed at a summit",
        "EU leaders agreed at a summit in Tallinn on Friday to lower the tariff on tea.",
        ["summit held 2022-09-09 Tallinn: ?/European Union"],
    ),
    case(
        "ministers failed during their annual meeting",
        "G20 finance ministers failed to settle the question during their annual meeting in Lima on Saturday.",
        ["multilateral held 2022-09-10 Lima: ?/Group of 20"],
    ),
    case(
        "leaders of a body pledged at their summit",
        "Leaders of the Group of Seven pledged at their summit in Bari last week to plant trees.",
        ["summit held 2022-09-05/2022-09-11 Bari: ?/Group of Seven"],
    ),
    case("neither a place nor a day", "EU leaders have often quarrelled at a summit.", []),
    case("a meeting of others", "EU leaders were told at a meeting of farmers in Lima on Friday of the drought.", []),
]

OFFICERS = [
    case(
        "each state with its possessive",
        "Kenya's and Peru's deputy foreign ministers will hold consultations in Cusco on Friday.",
        ["bilateral planned 2022-09-16 Cusco: ?/KE; ?/PE"],
    ),
    case(
        "officials who are holding talks",
        "Senior officials from Kenya and Peru are holding talks in Cusco.",
        ["bilateral held 2022-09-14 Cusco: ?/KE; ?/PE"],
    ),
    case(
        "ministers of a group who are meeting",
        "The foreign ministers of the Baltic states are meeting in Riga on Wednesday.",
        ["trilateral held 2022-09-14 Riga: ?/EE; ?/LT; ?/LV"],
    ),
    case(
        "leaders of a group who were gathered as something else happened",
        "The quarrel went on as Baltic leaders were gathered in Riga on Tuesday.",
        ["trilateral held 2022-09-13 Riga: ?/EE; ?/LT; ?/LV"],
    ),
    case(
        "where another meeting is to be",
        "North and South Korea held their first talks today, seeking to set up a high-level meeting in Seoul.",
        ["bilateral held 2022-09-14 -: ?/KP; ?/KR"],
    ),
    case(
        "a special meeting",
        "A special meeting of the Economic Community of West African States (ECOWAS) was held in Lomé on Sunday.",
        [f"multilateral held 2022-09-11 Lome: ?/{ECOWAS}"],
    ),
    case(
        "two states that share a name",
        "North and South Korean officials met in Panmunjom on Monday.",
        ["bilateral held 2022-09-12 Panmunjom: ?/KP; ?/KR"],
    ),
    case("regions that share a name", "North and South Carolina officials met in Atlanta on Monday.", []),
    case(
        "presidents of several states are meeting",
        "The presidents of Kenya and Togo, as well as the prime ministers of Peru and Estonia, are meeting in Cusco today.",
        ["multilateral held 2022-09-14 Cusco: ?/EE; ?/KE; ?/PE; ?/TG"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*GROUPS, *ACTS, *OFFICERS])
def test_members_meet(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

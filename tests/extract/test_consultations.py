"""Consultations of ministries, sessions of joint bodies, and envoys whose office has a field: who met, and what is only a remit.

Each expected line reads "kind status day place: participants". Articles appear on Wednesday, 14 September 2022.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

CONSULTATIONS = [
    case(
        "ministries of two states",
        "The third round of political consultations between the Ministries of Foreign Affairs of Montenegro and Chile was held in "
        "Podgorica on Monday.",
        ["bilateral held 2022-09-12 Podgorica: ?/CL; ?/ME"],
    ),
    case(
        "one ministry and the other",
        "Consultations between the Ministry of Foreign Affairs of Georgia and the Ministry of Foreign Affairs of Japan were held in "
        "Tokyo on Monday.",
        ["bilateral held 2022-09-12 Tokyo: ?/GE; ?/JP"],
    ),
    case(
        "adjectives of the two states",
        "Regular talks between the Estonian and Peruvian foreign ministries took place in Lima on Tuesday.",
        ["bilateral held 2022-09-13 Lima: ?/EE; ?/PE"],
    ),
    case(
        "parliaments",
        "Consultations between the parliaments of Slovenia and Peru took place in Ljubljana today.",
        ["bilateral held 2022-09-14 Ljubljana: ?/PE; ?/SI"],
    ),
    case(
        "a joint body between two states",
        "The tenth session of the Joint Intergovernmental Commission for Trade between Oman and Kenya was held in Nairobi on Tuesday.",
        ["bilateral held 2022-09-13 Nairobi: ?/KE; ?/OM"],
    ),
    case("a joint body that decides", "The Joint Commission between Oman and Kenya approved the plan on Tuesday.", []),
    case("a ministry and others", "Talks between the ministry and the unions of Chile and Peru were held in Lima on Tuesday.", []),
    case(
        "ministries and hospitals", "Consultations between the Ministry of Health and hospitals of Chile and Peru were held on Monday.", []
    ),
    case("a paper between ministries", "A memorandum between the foreign ministries of Slovenia and Peru was printed in Lima.", []),
]

LEADERS = [
    case(
        "both lead their delegations",
        "The third round of Albania-Peru political consultations was held in Lima.\n\nAlbania's Deputy Foreign Minister Arta Hoxha and "
        "Peru's Deputy Foreign Minister Luis Prado led the consultations.",
        ["bilateral held 2022-09-14 Lima: Arta Hoxha/AL; Luis Prado/PE"],
    ),
    case(
        "a summit hosted by another",
        "Foreign Minister Peter Novak of Slovenia spoke at the Summit of the Three Lakes, hosted by President Luis Prado of Peru.",
        [],
    ),
    case(
        "several states on one side of a call",
        "The Ministers of Foreign Affairs of Estonia, Latvia and Lithuania held a video conference with the US Secretary of State David "
        "Carter on Monday.",
        ["call held 2022-09-12 -: ?/EE; ?/LT; ?/LV; David Carter/US"],
    ),
]

CHAINS = [
    case(
        "three states joined by hyphens",
        "The Peru-Chile-Estonia trilateral consultations were held in Paris on Monday.",
        ["trilateral held 2022-09-12 Paris: ?/CL; ?/EE; ?/PE"],
    ),
    case(
        "who is the first to do something does it",
        "On Monday Indian minister Hari Menon met US Secretary of State David Carter and Australian Foreign Minister Pia Wood.\n\nDr. "
        "Menon was the first foreign minister to hold a discussion with Secretary Carter.",
        ["bilateral held 2022-09-12 -: David Carter/US; Hari Menon/IN", "bilateral held 2022-09-12 -: Hari Menon/IN; Pia Wood/AU"],
    ),
]

SESSIONS = [
    case(
        "a minister attends a session",
        "Minister Luis Prado of Peru attended the third session of the Peru-Estonia Intergovernmental Commission in Tallinn on Monday.",
        ["bilateral held 2022-09-12 Tallinn: ?/EE; Luis Prado/PE"],
    ),
    case(
        "the two are named after the body",
        "Minister Luis Prado of Peru took part in a meeting of the Joint Commission between Peru and Estonia in Tallinn on Monday.",
        ["bilateral held 2022-09-12 Tallinn: ?/EE; Luis Prado/PE"],
    ),
    case(
        "a council of companies",
        "Minister Luis Prado of Peru attended the annual meeting of the Peru-China Business Council in New York on Monday.",
        [],
    ),
    case(
        "a body of two others",
        "Minister Luis Prado of Peru attended the third session of the Chile-Estonia Intergovernmental Commission in Tallinn on Monday.",
        [],
    ),
    case(
        "who stays away",
        "Minister Luis Prado of Peru did not attend the third session of the Peru-Estonia Intergovernmental Commission on Monday.",
        [],
    ),
]

TOGETHER = [
    case(
        "delegates who are brought together",
        "The meeting brought together representatives from Argentina, Bolivia and Peru in Santiago on Monday.",
        ["trilateral held 2022-09-12 Santiago: ?/AR; ?/BO; ?/PE"],
    ),
    case("teams are none", "The tournament brought together teams from Argentina and Brazil in Santiago on Monday.", []),
    case(
        "leaders of a body with its initials",
        "Leaders of the Intergovernmental Authority on Development (IGAD) met on Monday in Addis Ababa.",
        ["summit held 2022-09-12 Addis Ababa: ?/Intergovernmental Authority on Development"],
    ),
    case(
        "names sorted by their offices",
        "Foreign Ministers of Azerbaijan, Georgia and Peru, Elmar Petrov, David Gelashvili and Luis Prado, respectively, discussed "
        "trade at the meeting in Istanbul on Monday.",
        ["trilateral held 2022-09-12 Istanbul: David Gelashvili/GE; Elmar Petrov/AZ; Luis Prado/PE"],
    ),
    case(
        "another minister of the same state is another meeting",
        "Estonian Foreign Minister Sven Kask and Swedish Foreign Minister Maja Wall discussed trade at a meeting in Lund on Friday.\n\n"
        "Estonia's presidency of the Council of the EU was discussed at Kask's meeting with Swedish Trade Minister Anne Lind as well.",
        ["bilateral held 2022-09-09 Lund: Maja Wall/SE; Sven Kask/EE", "bilateral held 2022-09-14 -: Anne Lind/SE; Sven Kask/EE"],
    ),
]

WILLING = [
    case(
        "was pleased to receive",
        "Dr. Amos Brown, Foreign Minister of Belize, was pleased to receive Foreign Minister Albert Prado of Suriname on Monday.",
        ["bilateral held 2022-09-12 -: Albert Prado/SR; Amos Brown/BZ"],
    ),
    case(
        "would be pleased to", "Foreign Minister Maria Vella of Malta would be pleased to receive Foreign Minister Luis Prado of Peru.", []
    ),
    case("what is done each year", "The foreign ministers of Estonia and Peru meet every year in Lima.", []),
    case("what is done regularly", "The foreign ministers of Estonia and Peru meet regularly.", []),
    case("how many times", "The Nordic foreign ministers meet approximately three times a year.", []),
]

REMITS = [
    case(
        "a dialogue as what an office is for",
        "The EU Special Representative on Kosovo-Serbia dialogue, Peter Novy, met the Foreign Minister of Austria, Anna Gruber, on Monday.",
        ["bilateral held 2022-09-12 -: Anna Gruber/AT; Peter Novy/European Union"],
    ),
    case(
        "companions in meetings with others",
        "The envoys met with Foreign Minister Aram Petrosyan of Armenia and Foreign Minister Nino Kalandia of Georgia. The envoys were "
        "joined in their meetings by Josef Nowak, an adviser.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*CONSULTATIONS, *LEADERS, *CHAINS, *SESSIONS, *TOGETHER, *WILLING, *REMITS])
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        case("an envoy for a country is not its", "Special Representative for Kosovo Anna Berg met Ana Juric.", {"Anna Berg": None}),
        case(
            "a short name before the title",
            "Undersecretary Said Harthy of Oman received Timothy Carter, the UK Special Envoy for Yemen, in Muscat.",
            {"Timothy Carter": "GB"},
        ),
        case(
            "a surname with a particle and a town's name",
            "Foreign Minister Arta Hoxha of Albania met the OSCE Ambassador to Albania, Vincenzo Del Monaco.",
            {"Vincenzo Del Monaco": "Organization for Security and Co-operation in Europe"},
        ),
        case(
            "initials before such a surname",
            "Foreign Minister Arta Hoxha of Albania met Albert F. Del Rosario, Secretary of Trade of the Philippines.",
            {"Albert F. Del Rosario": "PH"},
        ),
        case(
            "a long office with the body's initials in brackets",
            "Foreign Minister Arta Hoxha of Albania met the Head of the United Nations Regional Centre for Preventive Diplomacy for "
            "Central Asia (RCPD), Kaha Beridze.",
            {"Kaha Beridze": "United Nations"},
        ),
        case(
            "what somebody serves as",
            "Foreign Minister Arta Hoxha of Albania met Natalya Petrova, who is completing her term as Peru's Ambassador to Greece.",
            {"Natalya Petrova": "PE"},
        ),
        case(
            "what somebody served as",
            "Foreign Minister Arta Hoxha of Albania met Natalya Petrova, who is known as a singer.",
            {"Natalya Petrova": None},
        ),
        case(
            "a commissioner is the Union's",
            "The European Commissioner for Trade, Marta Kovacs, met Trade Minister Luis Prado of Peru in Brussels.",
            {"Marta Kovacs": "European Union"},
        ),
        case(
            "an envoy of a body for a country",
            "EU Special Representative for Georgia Anna Berg met Ana Juric.",
            {"Anna Berg": "European Union"},
        ),
    ],
)
def test_envoys(text: str, actors: dict[str, str | None]) -> None:
    seen = observe(text)
    found = {person.name: person.actor.name if person.actor else None for person in seen.people}
    assert {name: found[name] for name in actors} == actors

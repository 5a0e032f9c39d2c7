"""Credentials, visits, envoys and honorifics as newspapers and ministries of Africa, the Caribbean and the Pacific tell of them.

Articles appear on Wednesday, 14 September 2022.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .cases import case
from .reading import cut, line_of, names, observe, people, speakers

MEETINGS = [
    case(
        "credentials, an envoy's state in capitals, an Excellency",
        "LUSAKA – PERU’S High Commissioner to Zambia His Excellency Mr. Anselmo Quispe-Rojas has presented letters of credence to Zambia’s "
        "President, Her Excellency Ms. Mutinta Hamoonga.",
        ["bilateral held 2022-09-14 Lusaka: Anselmo Quispe-Rojas/PE; Mutinta Hamoonga/ZM"],
    ),
    case(
        "an ambassador to a state acts for another",
        "United States (US) Ambassador to Jamaica, H.E. Nick Perrow today paid a Courtesy Call on Jamaican Foreign Minister, Sen. the Hon. "
        "Delroy Cummings.",
        ["bilateral held 2022-09-14 -: Delroy Cummings/JM; Nick Perrow/US"],
    ),
    case(
        "a visit of one day",
        "Ghanaian President Kwabena Oforiwaa yesterday paid a one-day working visit to Togo.",
        ["visit held 2022-09-13 Togo: ?/TG; Kwabena Oforiwaa/GH"],
    ),
    case(
        "somebody visited somebody",
        "President Kwabena Oforiwaa of Ghana visited President Kodjo Amegashie of Togo at his residence on Sunday.",
        ["bilateral held 2022-09-11 -: Kodjo Amegashie/TG; Kwabena Oforiwaa/GH"],
    ),
    case(
        "the first visit since, and when that was",
        "Ghanaian President Kwabena Oforiwaa paid a visit to Togo for the first time since his inauguration on January 7, 2021.",
        ["visit held 2022-09-14 Togo: ?/TG; Kwabena Oforiwaa/GH"],
    ),
    case(
        "another event's place",
        "Togolese President Kodjo Amegashie on Sunday received Ghanaian President Kwabena Oforiwaa. They discussed the forthcoming African "
        "Union Summit in Addis Ababa.",
        ["bilateral held 2022-09-11 -: Kodjo Amegashie/TG; Kwabena Oforiwaa/GH"],
    ),
    case(
        "whoever comes along is not met", "He will be accompanied to Accra by the National Security Adviser, Gen. Moussa Traoré-Keita.", []
    ),
    case(
        "an office that nobody in particular holds",
        "Crowds greeted the first visit by a Ghanaian president since Kodjo Amegashie of Togo took power.",
        [],
    ),
    case("whenever", "“Whenever I come to Togo, I sleep well,” said Ghanaian President Kwabena Oforiwaa.", []),
    case(
        "days of an Ethiopian agency",
        "Addis Ababa September 10/2022 (ENA) Ethiopian Foreign Minister Tessema Worku met Kenyan Foreign Minister Wanjiku Odera.",
        ["bilateral held 2022-09-10 -: Tessema Worku/ET; Wanjiku Odera/KE"],
    ),
    case(
        "envoys listed in the next sentence, each with a state after the name",
        "President Kwabena Oforiwaa of Ghana yesterday received letters of credence from three new envoys. The three envoys are Anselmo "
        "Quispe-Rojas of the Republic of Peru, Melanie Robarts of New Zealand and Kodjo Amegashie of Togo.",
        [
            "bilateral held 2022-09-13 -: Anselmo Quispe-Rojas/PE; Kwabena Oforiwaa/GH",
            "bilateral held 2022-09-13 -: Kwabena Oforiwaa/GH; Melanie Robarts/NZ",
            "bilateral held 2022-09-13 -: Kodjo Amegashie/TG; Kwabena Oforiwaa/GH",
        ],
    ),
    case(
        "offices before the names of those listed, and a president named later",
        "Three new envoys have presented their Letters of Credence to the President. They are the Ambassador of Peru to Ghana, Anselmo "
        "Quispe-Rojas and the High Commissioner of New Zealand to Ghana, Melanie Robarts\n\nPresident Kwabena Oforiwaa of Ghana waved.",
        [
            "bilateral held 2022-09-14 -: Anselmo Quispe-Rojas/PE; Kwabena Oforiwaa/GH",
            "bilateral held 2022-09-14 -: Kwabena Oforiwaa/GH; Melanie Robarts/NZ",
        ],
    ),
    case(
        "envoys whom nobody is said to receive",
        "Two new envoys have presented their credentials to the President. They are Anselmo Quispe-Rojas of Peru and Melanie Robarts of "
        "New Zealand.",
        [],
    ),
    case(
        "what a programme includes",
        "Her agenda in Lima includes a meeting of Ghanaian Foreign Minister Maarika Oforiwaa with Peruvian Foreign Minister Anselmo "
        "Quispe-Rojas.",
        ["bilateral planned - Lima: Anselmo Quispe-Rojas/PE; Maarika Oforiwaa/GH"],
    ),
    case(
        "a day until which somebody stays",
        "Ghanaian President Kwabena Oforiwaa will be in Lomé until September 20 and is expected to meet Togolese President Kodjo "
        "Amegashie.",
        ["bilateral planned - Lome: Kodjo Amegashie/TG; Kwabena Oforiwaa/GH"],
    ),
    case(
        "what is to come follows what was held",
        "The upcoming dialogue follows talks between Ghanaian President Kwabena Oforiwaa and Togolese President Kodjo Amegashie in "
        "November of 2020.",
        ["bilateral held 2020-11-01/2020-11-30 - looked back: Kodjo Amegashie/TG; Kwabena Oforiwaa/GH"],
    ),
    case(
        "a state's own ministers at its ceremony",
        "President Kwabena Oforiwaa of Ghana commissioned nine new envoys on Monday.\n\nThe ceremony was attended by Ghanaian Chief of "
        "Staff Akua Dansowaa, Foreign Affairs Minister Efua Boatengmaa and Deputy Foreign Affairs Minister Yaw Tachiebour.",
        [],
    ),
    case(
        "a visit that has begun",
        "Ghanaian President Kwabena Oforiwaa has begun a state visit to Togo.",
        ["visit held 2022-09-14 Togo: ?/TG; Kwabena Oforiwaa/GH"],
    ),
    case(
        "what was held before a visit ahead is not of its day",
        "Togolese President Kodjo Amegashie has held talks with Ghanaian President Kwabena Oforiwaa. Ghanaian President Kwabena "
        "Oforiwaa will visit Lima on 28 September.",
        [
            "bilateral held 2022-09-14 -: Kodjo Amegashie/TG; Kwabena Oforiwaa/GH",
            "visit planned 2022-09-28 Lima: ?/PE; Kwabena Oforiwaa/GH",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_ceremonies(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case(
            "a rank beside an office",
            "Peru's Minister of Defence, General Anselmo Quispe-Rojas, waved.",
            {"Anselmo Quispe-Rojas": ("PE", "minister")},
        ),
        case(
            "an honorific after the comma",
            "The Minister of Ports, Hon. Delroy Cummings said the pier was open.",
            {"Delroy Cummings": (None, "minister")},
        ),
        case(
            "two offices in a list, each with a name",
            "The Acting President, Kwabena Oforiwaa, and the President of Togo, Kodjo Amegashie, agreed to meet.",
            {"Kwabena Oforiwaa": (None, "acting president"), "Kodjo Amegashie": ("TG", "president")},
        ),
        case(
            "a state in capitals opens the report",
            "BRITISH ambassador to Peru Melanie Robarts waved.",
            {"Melanie Robarts": ("GB", "ambassador")},
        ),
        case(
            "a manager is no general",
            "Laura Barnes, general manager of a mill, waved.",
            {"Laura Barnes": (None, "general manager")},
        ),
        case(
            "a name that begins like a state's body",
            "Botswana President Duma Amegashie waved.",
            {"Duma Amegashie": ("BW", "president")},
        ),
        case(
            "a portfolio of peoples",
            "Minister for Pacific Peoples Aurora Ngatai waved.",
            {"Aurora Ngatai": (None, "minister")},
        ),
        case(
            "designated",
            "Kwabena Oforiwaa, Prime Minister Designate of the Republic of Togo, waved.",
            {"Kwabena Oforiwaa": ("TG", "prime minister")},
        ),
        case("given names alone, and a surname", "The baker Juan Carlos Barnes waved.", {"Juan Carlos Barnes": (None, None)}),
    ],
)
def test_offices_and_honorifics(text: str, expected: dict[str, Any]) -> None:
    found = people(observe(text))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        case("said this, when and where", "President Kwabena Oforiwaa said this in Accra when he opened the pier."),
        case("disclosed this, on which day", "President Kwabena Oforiwaa disclosed this on Monday."),
        case("letters of credence", "Ambassador Maarika Ojaste presented her Letters of Credence to the Governor-General."),
        case("a title claimed", "Wanjiku Odera claimed her maiden title in Nairobi."),
        case("a life claimed", "The flood has claimed one life in Lima."),
        case("a match held to a draw", "Peru were held to a draw by Ghana."),
    ],
)
def test_what_is_no_claim(text: str) -> None:
    seen = observe(text)
    assert [cut(text, claim.span) for claim in seen.claims] == []


def test_an_official_visit_is_nobody() -> None:
    assert people(observe("The Official Visit, the first in a decade, was short.")) == {}


def test_what_envoys_say_is_not_said_by_their_host() -> None:
    seen = observe(
        "President Kwabena Oforiwaa of Ghana received letters of credence from two new envoys. The two envoys are Anselmo Quispe-Rojas of "
        "Peru and Melanie Robarts of New Zealand. The envoys promised to work for trade with Ghana."
    )
    assert [speakers(seen, claim) for claim in seen.claims] == [("Anselmo Quispe-Rojas", "Melanie Robarts")]


def test_what_somebody_agrees_to_is_said() -> None:
    seen = observe("Peruvian Foreign Minister Anselmo Quispe-Rojas claimed the vote was rigged.", on=date(2022, 9, 14))
    assert len(seen.claims) == 1
    assert names(seen) == {"Anselmo Quispe-Rojas"}

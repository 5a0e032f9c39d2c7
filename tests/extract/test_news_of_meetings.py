"""Meetings as agencies of Asia, Africa, Latin America and the East tell them, line by line as in the tests of reports of meetings."""

from __future__ import annotations

from typing import Any

import pytest

from .cases import case
from .reading import line_of, observe

GUESTS = "Estonian Foreign Minister Maarika Ojaste"
HOST = "Peruvian President Anselmo Quispe-Rojas"


def told(what: str, text: str, expected: list[str], **article: Any) -> Any:
    """A case, with what is known of its article."""
    return case(what, text, expected, article)


DELEGATIONS = [
    told(
        "a delegation led by somebody without a title",
        f"LIMA - {HOST} received today an Estonian delegation headed by Toomas Laanemets.",
        ["bilateral held 2022-09-14 Lima: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE"],
        place="LIMA",
    ),
    told(
        "a delegation of a party of a state",
        f"LIMA - {HOST} received today a delegation representing the Estonian Orchard Party headed by Toomas Laanemets.",
        ["bilateral held 2022-09-14 Lima: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE"],
        place="LIMA",
    ),
    told(
        "a delegation of which nobody is named",
        f"{HOST} received an Estonian parliamentary delegation in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/EE; Anselmo Quispe-Rojas/PE"],
    ),
    told(
        "a delegation of lawmakers",
        f"{HOST} met with a delegation of Estonian lawmakers in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/EE; Anselmo Quispe-Rojas/PE"],
    ),
    told(
        "two delegations",
        "A Peruvian security delegation met with a delegation of Estonian officials in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/EE; ?/PE"],
    ),
    told(
        "two delegations at play",
        "The Peruvian delegation met with the Estonian delegation in the semifinal of the tournament on Monday.",
        [],
    ),
    told(
        "the one who leads it is named later",
        f"{HOST} received an Estonian delegation in Lima on Monday.\n\nDuring the meeting between President Quispe-Rojas and "
        "Estonian Foreign "
        "Minister Maarika Ojaste, ferries were discussed.",
        ["bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "those who saw them off",
        "Among those who came to the airport for the ceremony were Peruvian Foreign Minister Anselmo Quispe-Rojas and Estonian Ambassador "
        "Toomas Laanemets.",
        [],
    ),
]

STATUS = [
    told(
        "a visit that was spoken of and is to come",
        f"{HOST} met visiting {GUESTS} on Monday, discussing Estonian President Toomas Laanemets's visit to Peru later this year.",
        [
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
            "visit planned 2022-01-01/2022-12-31 Peru: ?/PE; Toomas Laanemets/EE",
        ],
    ),
    told(
        "a meeting that somebody had planned",
        f"{GUESTS} had a meeting with her Peruvian counterpart, Anselmo Quispe-Rojas, planned as well.",
        ["bilateral planned - -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "what it will be",
        "It will mark the first talks between Peruvian President Anselmo Quispe-Rojas and Estonian President Maarika Ojaste in Lima.",
        ["bilateral planned - Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "a visit to begin, and what is said of it",
        "Estonian President Maarika Ojaste will begin on Thursday, September 15, a two-day official visit to Peru, the envoy said. "
        "This is Ojaste's first trip to Lima since her election.",
        ["visit planned 2022-09-15/2022-09-16 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    told(
        "a gathering that is still to come",
        "Prior to the Kelp Forum on September 22 in Cusco, Peruvian Foreign Minister Anselmo Quispe-Rojas is to meet with his Estonian "
        'counterpart, Maarika Ojaste.\n\n"There will be a bilateral meeting between Peru and Estonia on September 21," the spokesman said.',
        ["bilateral planned 2022-09-21 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "what they are still to do together",
        "Estonian President Maarika Ojaste arrived in Lima for a two-day visit during which she, along with President Anselmo "
        "Quispe-Rojas of "
        "Peru, will co-chair the ferry council.",
        [
            "visit held 2022-09-14/2022-09-15 Lima: ?/PE; Maarika Ojaste/EE",
            "bilateral planned - Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
        ],
    ),
]

ONCE = [
    told(
        "a visit told of twice",
        "President Anselmo Quispe-Rojas of Peru held a meeting with Foreign Minister of Estonia Maarika Ojaste, who arrived in Lima for a "
        "working visit, the agency reports.\n\nEarlier it was reported that Estonian Foreign Minister Maarika Ojaste arrived in Lima on a "
        "two-day working visit.",
        [
            "bilateral held 2022-09-14 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
            "visit held 2022-09-14 Lima: ?/PE; Maarika Ojaste/EE",
        ],
    ),
    told(
        "talks of three, of which the text goes on",
        "Foreign Ministers Anselmo Quispe-Rojas of Peru, Maarika Ojaste of Estonia and Tevita Lolohea of Tonga will hold "
        "talks in Lima this "
        "week.\n\nThe talks are scheduled to take place on Friday.",
        ["trilateral planned 2022-09-16 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE; Tevita Lolohea/TO"],
    ),
    told(
        "beside a summit",
        "Foreign Ministers Anselmo Quispe-Rojas of Peru, Maarika Ojaste of Estonia and Tevita Lolohea of Tonga held talks in Lima on the "
        "fringes of the summit on Monday.",
        ["trilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE; Tevita Lolohea/TO"],
    ),
    told("a telephone is a thing", f"{HOST} opened a mobile phone factory with {GUESTS} on Monday.", []),
]

WHO = [
    told(
        "counterparts of an abbreviated state",
        "Peru's chief negotiator, Anselmo Quispe-Rojas, will meet with his U.S. and Estonian counterparts, Philippa Marsden and Toomas "
        "Laanemets, respectively, in Lima on Friday.",
        [
            "bilateral planned 2022-09-16 Lima: Anselmo Quispe-Rojas/PE; Philippa Marsden/US",
            "bilateral planned 2022-09-16 Lima: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE",
        ],
    ),
    told(
        "an envoy for a state, and with whom else on another day",
        "Peruvian Foreign Minister Anselmo Quispe-Rojas will hold talks with Philippa Marsden, the U.S. special "
        "representative for Tonga, on "
        "Thursday, and with Estonian Deputy Foreign Minister Toomas Laanemets on Friday.",
        [
            "bilateral planned 2022-09-15 -: Anselmo Quispe-Rojas/PE; Philippa Marsden/US",
            "bilateral planned 2022-09-16 -: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE",
        ],
    ),
    told(
        "who heads a staff is not whom it serves",
        "Estonian Foreign Minister Maarika Ojaste met with Head of the Administration of the President of the Republic of Peru Anselmo "
        "Quispe-Rojas on Monday.",
        ["bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "two of the text's own officials",
        "LIMA (Radio Nueve) - Interior Minister Anselmo Quispe-Rojas called on President Alba Illanes of Peru on Monday.",
        [],
    ),
    told(
        "the visiting president",
        "Peruvian Prime Minister Anselmo Quispe-Rojas and Estonian President Maarika Ojaste held talks on "
        "Monday.\n\nPresident Alba Illanes of "
        "Peru will meet the visiting president on Friday.",
        [
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
            "bilateral planned 2022-09-16 -: Alba Illanes/PE; Maarika Ojaste/EE",
        ],
        publisher="El Peruano",
    ),
    told(
        "heading talks, and who called on the guest",
        "LIMA: Peruvian Prime Minister Anselmo Quispe-Rojas and Estonian Premier Maarika Ojaste headed delegation-level talks "
        "here on Monday.",
        ["bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
        place="LIMA",
    ),
]

VISITS = [
    told(
        "who is on a visit",
        "The Prime Minister of Peru Anselmo Quispe-Rojas met with Estonian Foreign Minister Maarika "
        "Ojaste, who is "
        "on a visit to the country.",
        [
            "bilateral held 2022-09-14 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
            "visit held 2022-09-14 Peru: ?/PE; Maarika Ojaste/EE",
        ],
        place="LIMA, Peru",
    ),
    told(
        "after paying a visit",
        "The delegation of Estonia headed by Foreign Minister Maarika Ojaste left Lima on Monday after paying an official visit to Peru.",
        ["visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    told(
        "a delegation that somebody receives is who visits",
        f"{HOST} welcomed the delegation on a visit to Tonga in its year of friendship.",
        [],
    ),
    told(
        "at the head of a delegation",
        "Estonian Home Minister Maarika Ojaste at the head of a delegation left here yesterday for Peru on a three-day official visit.",
        ["visit held 2022-09-13/2022-09-15 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    told(
        "at somebody's invitation",
        "President Maarika Ojaste of Estonia is in Peru at the invitation of her host.",
        ["visit held 2022-09-14 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    told(
        "a visit after an election",
        "Estonian President Maarika Ojaste ended a visit to Peru on Monday. It was her first visit to Lima after her re-election in 2021.",
        ["visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    told(
        "what they will discuss during the talks",
        "Estonian President Maarika Ojaste will pay a visit to Peru on Thursday at the invitation of President Anselmo "
        "Quispe-Rojas.\n\nDuring the "
        "talks, the two presidents will discuss ferries.",
        [
            "visit planned 2022-09-15 Peru: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
        ],
    ),
    told(
        "the meetings of a visit are where it is",
        "Estonian President Maarika Ojaste paid a visit to Lima on Monday. She met President Anselmo Quispe-Rojas of Peru.",
        [
            "visit held 2022-09-12 Lima: ?/PE; Maarika Ojaste/EE",
            "bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
        ],
    ),
]

LEADERS = [
    told(
        "who led each delegation",
        "Peruvian Foreign Secretary Anselmo Quispe-Rojas led a ten-member delegation in the talks on Monday while Estonian "
        "Permanent Secretary "
        "Maarika Ojaste led an eight-member delegation.",
        ["bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "who led each side of the talks before",
        "The decision was taken at a bilateral meeting between Peru and Estonia in Lima on Monday. Peruvian Home Minister "
        "Anselmo Quispe-Rojas "
        "led the Peruvian delegation while his counterpart General Maarika Ojaste led Estonia.",
        ["bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "no counterpart of a president",
        f"{HOST} held talks with {GUESTS} in Lima on Monday. Shortly after her arrival, Ojaste met her Peruvian counterpart.",
        [
            "bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
            "bilateral held 2022-09-12 Lima: ?/PE; Maarika Ojaste/EE",
        ],
    ),
    told(
        "a minister responsible for something",
        "The second round of talks between Estonian Foreign Minister Maarika Ojaste and the Republic of Peru's Minister "
        "Responsible for Ports was "
        "held in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/PE; Maarika Ojaste/EE"],
    ),
]

PLACES = [
    told(
        "where the meeting was that was told of",
        "The Peruvian and Estonian foreign ministers, Anselmo Quispe-Rojas and Maarika Ojaste, held talks on Monday.\n\nIn "
        "the meeting held in the "
        "Peruvian capital of Lima, the two ministers hailed a ferry.",
        ["bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
        place="TALLINN",
    ),
    told(
        "a city before a colon",
        "Lima: Peruvian President Anselmo Quispe-Rojas met Estonian President Maarika Ojaste on Monday.",
        ["bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "what was long ago is not at the dateline",
        "Peruvian President Anselmo Quispe-Rojas met Estonian President Maarika Ojaste in May 2019.",
        ["bilateral held 2019-05-01/2019-05-31 - looked back: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
        place="LIMA",
    ),
    told(
        "the place of what they spoke of",
        f"{HOST} met {GUESTS} on Monday and discussed the situation in Quito.",
        ["bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
]

TOLD_ON = [
    told(
        "is also expected to pay a visit",
        "President Maarika Ojaste of Estonia visited Peru on Monday. The president is also expected to pay a state visit to Tonga.",
        ["visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE", "visit planned - Tonga: ?/TO; Maarika Ojaste/EE"],
    ),
    told(
        "a matter that lies somewhere",
        "No breakthrough emerged on Monday from the talks between Peruvian Foreign Minister Anselmo Quispe-Rojas and his "
        "Estonian counterpart "
        "Maarika Ojaste to resolve the conflict in Chankillo.",
        ["bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "during somebody's visit to a city",
        "Peruvian President Anselmo Quispe-Rojas congratulated the President of Estonia, Maarika Ojaste. The two leaders "
        "engaged in discussions "
        "during President Quispe-Rojas's visit to Tallinn on Monday.",
        [
            "bilateral held 2022-09-12 Tallinn: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
            "visit held 2022-09-12 Tallinn: ?/EE; Anselmo Quispe-Rojas/PE",
        ],
        place="LIMA",
    ),
    told(
        "where one of them had arrived",
        "Estonian Foreign Minister Maarika Ojaste held talks with Peruvian Prime Minister Anselmo Quispe-Rojas on "
        "Monday.\n\nOjaste arrived in "
        "Lima on Sunday from Quito.",
        ["bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
        place="TALLINN",
    ),
    told(
        "at a residence",
        "The Estonian Ambassador to Peru, Toomas Laanemets, met Peruvian Prime Minister Anselmo Quispe-Rojas at his Lima "
        "residence on Monday.",
        ["bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE"],
    ),
    told(
        "the guest's own credentials are no meeting of envoys",
        f"{HOST} received newly appointed envoys on Monday. His Excellency received the credentials of Ambassador of Estonia "
        "Toomas Laanemets, "
        "Ambassador of Tonga Tevita Lolohea and Oman's Ambassador Said Al Harrasi.",
        [
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE",
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Tevita Lolohea/TO",
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Said Al Harrasi/OM",
        ],
    ),
    told(
        "what one was sounded out on",
        "Peru sounded Estonia out on holding phone talks between President Anselmo Quispe-Rojas and Estonian President Maarika Ojaste.",
        [],
    ),
    told(
        "a guest received with his delegation",
        "On his arrival, Estonian President Toomas Laanemets and the Estonian delegation were received by Peruvian President "
        "Alba Illanes on Monday.",
        ["bilateral held 2022-09-12 -: Alba Illanes/PE; Toomas Laanemets/EE"],
    ),
    told(
        "heads of state, and who spoke of them; a counterpart by rank",
        "Estonian President Toomas Laanemets was received at the airport on Monday by Peruvian Foreign Minister Anselmo "
        "Quispe-Rojas.\n\nPeruvian "
        "President Alba Illanes received her counterpart on Monday evening.\n\nMr Quispe-Rojas noted that the two Heads of "
        "State will also hold "
        "talks in Cusco.",
        [
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE",
            "bilateral held 2022-09-12 -: Alba Illanes/PE; Toomas Laanemets/EE",
            "bilateral planned - Cusco: Alba Illanes/PE; Toomas Laanemets/EE",
        ],
    ),
    told(
        "offices behind names in a list",
        "The meeting of the foreign ministers of Peru, Estonia and Tonga was held in Lima on Monday.\n\nWithin the scope of "
        "the meeting, in which "
        "Mr. Anselmo Quispe-Rojas, Minister of Foreign Affairs of Peru, Ms. Maarika Ojaste, Minister of Foreign Affairs of "
        "Estonia and Mr. Tevita "
        "Lolohea, Minister of Foreign Affairs of Tonga took part, views were exchanged.",
        ["trilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE; Tevita Lolohea/TO"],
    ),
    told(
        "a neighbour visited",
        "Peruvian Foreign Minister Anselmo Quispe-Rojas will start a two-day official visit to neighboring Ecuador on Thursday.",
        ["visit planned 2022-09-15/2022-09-16 Ecuador: ?/EC; Anselmo Quispe-Rojas/PE"],
    ),
]


FRESH = [
    told(
        "talk with a visitor is no call",
        f"{HOST} on Monday talked with visiting {GUESTS} on efforts to revive the ferry.",
        ["bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "a suite of which the text gives a list",
        "Accompanying the President in his official visit to Peru are Harbour Secretary Toomas Laanemets, Ports Chief Tevita "
        "Lolohea and the Diplomatic Adviser Maarika Ojaste.",
        [],
    ),
    told(
        "a ceremony of directors and rectors",
        "The agreement was formalized in a ceremony attended by Toomas Laanemets, Director of the Harbour Archive; Tevita Lolohea, "
        "Rector of the Lakeside University; and Anselmo Quispe-Rojas, Peruvian Secretary of Science.",
        [],
    ),
    told(
        "who came in order to meet",
        f"{GUESTS} arrived on Monday in Lima to hold a bilateral meeting with the President of this country, Anselmo Quispe-Rojas.",
        ["bilateral planned - Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    told(
        "who is currently there",
        f"{GUESTS}, who is currently in Lima on an official visit, met on Monday with {HOST}.",
        [
            "visit held 2022-09-12 Lima: ?/PE; Maarika Ojaste/EE",
            "bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
        ],
    ),
    told(
        "a delegation on its way, and who leads it",
        f"An Estonian delegation led by {GUESTS} will travel to Peru on Friday for a two-day working visit.",
        ["visit planned 2022-09-16 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    told(
        "an official visit, before who pays it",
        f"As part of her official visit to Peru, {GUESTS} on Monday met with {HOST}.",
        [
            "visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE",
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
        ],
    ),
    told(
        "a visit, its day, and where",
        f"{GUESTS} began an official visit Monday to Peru as the guest of her counterpart.",
        ["visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    told(
        "who leaves in order to stay",
        f"{GUESTS} left Tallinn on Monday evening for Peru where she will spend two days.",
        ["visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    told(
        "a visit that somebody else plans",
        f"{GUESTS} informed {HOST} of Estonian Prime Minister Toomas Laanemets's plan to visit Peru next January.",
        ["visit planned 2023-01-01/2023-01-31 Peru: ?/PE; Toomas Laanemets/EE"],
    ),
    told(
        "a visit that was pushed back",
        f"{GUESTS} was to arrive in Peru on September 1, but the visit was pushed back.",
        ["visit cancelled 2022-09-01 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected", "article"), [*DELEGATIONS, *STATUS, *ONCE, *WHO, *VISITS, *LEADERS, *PLACES, *TOLD_ON, *FRESH]
)
def test_news_of_meetings(text: str, expected: list[str], article: dict[str, Any]) -> None:
    seen = observe(text, **article)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

"""Bodies of states that meet without named persons, and journeys told of by their stations.

Each expected line reads "kind status day place: participants". Articles appear on Wednesday, 14 September 2022.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

ASEAN, GCC, LEAGUE = "Association of Southeast Asian Nations", "Gulf Cooperation Council", "Arab League"
OJASTE, QUISPE = "Estonian Foreign Minister Maarika Ojaste", "Peruvian Foreign Minister Anselmo Quispe-Rojas"

ASSEMBLIES = [
    case(
        "its ministers meet",
        "EU foreign ministers met in Brussels on Monday to discuss sanctions.",
        ["multilateral held 2022-09-12 Brussels: ?/European Union"],
    ),
    case(
        "the ministers of its member states",
        "Ministers of the Gulf Cooperation Council (GCC) states will convene on Friday in Muscat.",
        [f"multilateral planned 2022-09-16 Muscat: ?/{GCC}"],
    ),
    case(
        "its organ holds a session",
        "Yesterday, the Ministerial Council of the Gulf Cooperation Council (GCC) held its 96th session in Jeddah.",
        [f"multilateral held 2022-09-13 Jeddah: ?/{GCC}"],
    ),
    case(
        "an organ of the United Nations as such",
        "The UN Security Council will hold closed-door consultations on Thursday to discuss the drought in Chad, diplomats said.",
        ["multilateral planned 2022-09-15 -: ?/United Nations Security Council"],
    ),
    case(
        "a summit that opened, with those who were there named later",
        "The 8th ASEAN summit opened on Tuesday in Cebu. Thai Prime Minister Somsak Chaiyong, Philippine President Rosario Villaflor and "
        "Lao President Khamla Souphan attended the opening ceremony in Cebu on Tuesday.",
        ["summit held 2022-09-13 Cebu: Khamla Souphan/LA; Rosario Villaflor/PH; Somsak Chaiyong/TH"],
    ),
    case(
        "the states that take part",
        "A meeting of ASEAN foreign ministers began on Monday in Cebu. The participants include ministers of Thailand, Laos, Malaysia and "
        "Brunei.",
        ["multilateral held 2022-09-12 Cebu: ?/BN; ?/LA; ?/MY; ?/TH"],
    ),
    case(
        "who attended it",
        f"{OJASTE} took part in the regular meeting of the EU Foreign Affairs Council held in Brussels on Monday.",
        ["multilateral held 2022-09-12 Brussels: ?/European Union; Maarika Ojaste/EE"],
    ),
    case(
        "still to be held",
        "A SADC summit to be held in Maseru on Friday will discuss the drought.",
        ["summit planned 2022-09-16 Maseru: ?/Southern African Development Community"],
    ),
    case(
        "told twice",
        "Arab League foreign ministers gathered in Cairo on Sunday.\n\nThe Arab League Council convened the session in Cairo on "
        "Sunday at the request of Jordan.",
        [f"multilateral held 2022-09-11 Cairo: ?/{LEAGUE}"],
    ),
    case(
        "the organization goes back to it",
        "The Organization of Islamic Cooperation (OIC) will hold, this Sunday, an open-ended emergency meeting of its committee on the "
        "drought.\n\nThe organization had held an emergency meeting last Tuesday at the request of Chad.",
        [
            "multilateral planned 2022-09-18 -: ?/Organization of Islamic Cooperation",
            "multilateral held 2022-09-13 -: ?/Organization of Islamic Cooperation",
        ],
    ),
    case(
        "told in a relative clause",
        "The statement of the 49th session of the ASEAN Council of Ministers, which was held in Cebu on Monday and Tuesday, is long.",
        [f"multilateral held 2022-09-12/2022-09-13 Cebu: ?/{ASEAN}"],
    ),
    case(
        "after an aside",
        "The summit of the leaders of the Gulf Cooperation Council states, which is convened each autumn, has started in Muscat.",
        [f"summit held 2022-09-14 Muscat: ?/{GCC}"],
    ),
    case(
        "due to take place",
        "Chad looks to the ECOWAS summit due to take place in Lomé tomorrow.",
        ["summit planned 2022-09-15 Lome: ?/Economic Community of West African States"],
    ),
    case(
        "a city that hosts it",
        "Cebu is hosting the regular meeting of ASEAN defence ministers.",
        [f"multilateral held 2022-09-14 Cebu: ?/{ASEAN}"],
    ),
    case(
        "only its day and place, beside what was said there",
        f"{OJASTE} spoke after a meeting of EU foreign ministers in Brussels on Monday.",
        ["multilateral held 2022-09-12 Brussels: ?/European Union"],
    ),
    case(
        "what a journey is for, and its day",
        "Estonian Prime Minister Maarika Ojaste left for Thailand on Monday to attend the 14th ASEAN summit in Bangkok.",
        [
            "visit held 2022-09-12 Thailand: ?/TH; Maarika Ojaste/EE",
            f"summit planned - Bangkok: ?/{ASEAN}; Maarika Ojaste/EE",
        ],
    ),
    case(
        "those who agree to convene it do not meet by that",
        f"{OJASTE} and {QUISPE} agreed to hold an extraordinary ministerial meeting of the OIC Executive Committee soon.",
        ["multilateral planned - -: ?/Organization of Islamic Cooperation"],
    ),
    case(
        "ahead of a summit",
        "Ahead of the summit, a meeting of the OIC Council of Foreign Ministers was held in Jeddah on Monday.",
        ["multilateral held 2022-09-12 Jeddah: ?/Organization of Islamic Cooperation"],
    ),
    case(
        "whom its members met",
        f"EU foreign ministers met in Brussels on Monday with {QUISPE}.",
        ["bilateral held 2022-09-12 Brussels: ?/European Union; Anselmo Quispe-Rojas/PE"],
    ),
    case(
        "a state's capital, and states that are only talked of",
        "Senior officials of ASEAN gathered in Estonia's capital Tallinn on Monday. They discussed crises, including Chad, Mali and Niger.",
        [f"multilateral held 2022-09-12 Tallinn: ?/{ASEAN}"],
    ),
    case(
        "ministers of something, and a session that opens today",
        "The ASEAN Ministers of Trade and Tourism held their annual meeting in Cebu on Monday.\n\nThe 46th regular meeting of the Heads of "
        "Government of the Caribbean Community opens today in Georgetown.",
        [f"multilateral held 2022-09-12 Cebu: ?/{ASEAN}", "summit held 2022-09-14 Georgetown: ?/Caribbean Community"],
    ),
    case(
        "who presided",
        "The regular meeting of the Heads of Government of the Caribbean Community was held in Georgetown on Monday. The President of "
        "Suriname, Delroy Cummings, presided over the proceedings.",
        ["summit held 2022-09-12 Georgetown: ?/Caribbean Community; Delroy Cummings/SR"],
    ),
    case(
        "raised at one to come",
        "Japan will raise the issue at the G7 Summit in Italy this month, Estonian Prime Minister Maarika Ojaste said.",
        ["summit planned 2022-09-01/2022-09-30 Italy: ?/Group of Seven"],
    ),
    case(
        "its day and place as attributes",
        "The 42nd IGAD Extraordinary Summit in Kampala on Monday also spoke of the drought.",
        ["summit held 2022-09-12 Kampala: ?/Intergovernmental Authority on Development"],
    ),
    case(
        "scheduled and planned, and what is only echoed",
        "The informal summit of the heads of state of ASEAN is scheduled to take place on October 5-6 in Cebu.\n\nA meeting of ASEAN "
        "ministers is planned to be held in Laos next month, the ministry said in Manila.\n\nThey issued a paper, echoing the Group of "
        "20 summit held in Rome.",
        [
            f"summit planned 2022-10-05/2022-10-06 Cebu: ?/{ASEAN}",
            f"multilateral planned 2022-10-01/2022-10-31 Laos: ?/{ASEAN}",
            "summit held - Rome looked back: ?/Group of 20",
        ],
    ),
    case("no day and no place", "ASEAN ministers have met often.", []),
    case("only what was said after it", f"Speaking after the EU summit, {OJASTE} said the night had been long.", []),
    case("beside it", "Two envoys had tea on the margins of the ASEAN summit in Cebu, it was held that day.", []),
    case("a bank", "The World Bank held its annual meeting in Lima on Monday.", []),
    case("a parliament", "The European Parliament held its session in Strasbourg on Monday.", []),
    case("clubs", "The FIFA Council held a meeting in Zurich on Monday.", []),
    case("a cabinet", "The Council of Ministers met in Lima on Monday.", []),
    case("what they met", "ASEAN ministers met the deadline in Cebu on Monday.", []),
]

JOURNEYS = [
    case(
        "days of their own",
        f"{OJASTE} will visit Peru on October 3, Chile on October 5 and Ecuador from October 7 to 9.",
        [
            "visit planned 2022-10-03 Peru: ?/PE; Maarika Ojaste/EE",
            "visit planned 2022-10-05 Chile: ?/CL; Maarika Ojaste/EE",
            "visit planned 2022-10-07/2022-10-09 Ecuador: ?/EC; Maarika Ojaste/EE",
        ],
    ),
    case(
        "the day of the whole is that of the first, and the others are still to come",
        f"{OJASTE} began a two-nation tour of Ghana and Togo on Monday.",
        ["visit held 2022-09-12 Ghana: ?/GH; Maarika Ojaste/EE", "visit planned - Togo: ?/TG; Maarika Ojaste/EE"],
    ),
    case(
        "a tour that includes",
        f"The ministry announced on Tuesday that {OJASTE} will make a regional tour that includes Peru and Chile, from October 3 to 9.",
        [
            "visit planned 2022-10-03/2022-10-09 Peru: ?/PE; Maarika Ojaste/EE",
            "visit planned 2022-10-03/2022-10-09 Chile: ?/CL; Maarika Ojaste/EE",
        ],
    ),
    case(
        "a trip that will take her",
        f"{OJASTE} left Tallinn on Monday embarking on an African tour that will take her to Ghana and Togo.",
        ["visit planned - Ghana: ?/GH; Maarika Ojaste/EE", "visit planned - Togo: ?/TG; Maarika Ojaste/EE"],
    ),
    case(
        "which leg it is",
        f"{OJASTE} arrived in Lomé on Monday on the second leg of her tour of Ghana, Togo and Benin.",
        ["visit held 2022-09-12 Lome: ?/TG; Maarika Ojaste/EE"],
    ),
    case(
        "the state of who tells it",
        "Peru's foreign minister says Estonian Prime Minister Maarika Ojaste will visit the country next week.",
        ["visit planned 2022-09-19/2022-09-25 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "another who speaks of it",
        "Estonian President Maarika Ojaste visited Peru on Monday, Chile's foreign ministry said.",
        ["visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "a tour that also includes what is still to come",
        "Estonian President Maarika Ojaste visited Peru on Monday, kicking off her tour which also includes Chile and Ecuador.",
        [
            "visit held 2022-09-12 Peru: ?/PE; Maarika Ojaste/EE",
            "visit planned - Chile: ?/CL; Maarika Ojaste/EE",
            "visit planned - Ecuador: ?/EC; Maarika Ojaste/EE",
        ],
    ),
    case(
        "the trip will take the president",
        "Estonian President Maarika Ojaste has left for a five-day tour.\n\nThe trip will take Ojaste to Peru and Chile.",
        ["visit planned - Peru: ?/PE; Maarika Ojaste/EE", "visit planned - Chile: ?/CL; Maarika Ojaste/EE"],
    ),
    case(
        "a guest and who came along",
        "Peruvian Prime Minister Anselmo Quispe-Rojas, and Mrs. Carmen Quispe-Rojas, arrived in Estonia today for a four-day visit.",
        ["visit held 2022-09-14/2022-09-17 Estonia: ?/EE; Anselmo Quispe-Rojas/PE"],
    ),
    case(
        "the visit of the one received",
        "Jordanian King Hamzah on Monday received Peruvian President Anselmo Quispe-Rojas at the start of his state visit to Jordan.",
        [
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Hamzah/JO",
            "visit held 2022-09-12 Jordan: ?/JO; Anselmo Quispe-Rojas/PE",
        ],
    ),
    case(
        "home after a tour",
        "Estonian President Maarika Ojaste came home on Monday after her official tour of Peru and Chile.",
        ["visit held - Peru: ?/PE; Maarika Ojaste/EE", "visit held - Chile: ?/CL; Maarika Ojaste/EE"],
    ),
    case(
        "who visits a continent in a trip",
        "Estonian President Maarika Ojaste will visit Africa in November in a trip that will take her to Ghana and Togo.",
        [
            "visit planned 2022-11-01/2022-11-30 Ghana: ?/GH; Maarika Ojaste/EE",
            "visit planned 2022-11-01/2022-11-30 Togo: ?/TG; Maarika Ojaste/EE",
        ],
    ),
    case(
        "visits to three countries, that are named after a colon",
        "Estonian President Maarika Ojaste is planned to conduct a working visit to 2 Latin American countries: Peru and Chile.",
        ["visit planned - Peru: ?/PE; Maarika Ojaste/EE", "visit planned - Chile: ?/CL; Maarika Ojaste/EE"],
    ),
    case("a tour of a band", "The band begins its tour of Peru, Chile and Ecuador on Monday.", []),
]

OCCASIONS = [
    case(
        "beside the General Assembly, wherever it was written",
        "LIMA, Peru – " + f"{QUISPE} met {OJASTE} on the sidelines of the 78th session of the UN General Assembly on Monday.",
        ["bilateral held 2022-09-12 New York: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    case(
        "the town after the house",
        f"{QUISPE} met {OJASTE} at State House, Entebbe on Monday.",
        ["bilateral held 2022-09-12 Entebbe: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    case(
        "an opportunity that was taken",
        f"{QUISPE} also had the opportunity, on the margins of the fair in Riga, to hold talks with {OJASTE}.",
        ["bilateral held 2022-09-14 Riga: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    case(
        "the country's president",
        "Estonian President Maarika Ojaste will be in Lima on Monday. In Peru, Ojaste will meet with the country's President Anselmo "
        "Quispe-Rojas.",
        [
            "visit planned 2022-09-19 Lima: ?/PE; Maarika Ojaste/EE",
            "bilateral planned 2022-09-19 Peru: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE",
        ],
    ),
    case(
        "envoys accredited to the state",
        "The new ambassadors of Spain and Peru to Togo presented their credentials to President Kodjo Amegashie in Lomé on September 12.",
        ["bilateral held 2022-09-12 Lome: ?/ES; Kodjo Amegashie/TG", "bilateral held 2022-09-12 Lome: ?/PE; Kodjo Amegashie/TG"],
    ),
    case(
        "the place of the session that somebody chaired, and an earlier one",
        "On Tuesday the tenth session of the Peru-Estonia Commission was held in Lima.\n\nThe session was chaired by Trade Ministers Rocío "
        "Salazar-Tello of Peru and Maarika Ojaste of Estonia.\n\nThey recalled the last session of the Commission, which was held in "
        "Tallinn in November 2019.",
        [
            "bilateral held 2022-09-13 Lima: Maarika Ojaste/EE; Rocío Salazar-Tello/PE",
            "bilateral held 2019-11-01/2019-11-30 Tallinn looked back: ?/EE; ?/PE",
        ],
    ),
    case(
        "what is done afterwards has its own day",
        f"{QUISPE} will travel to Estonia to meet President Maarika Tamm before returning home on Friday.",
        [
            "visit planned - Estonia: ?/EE; Anselmo Quispe-Rojas/PE",
            "bilateral planned - -: Anselmo Quispe-Rojas/PE; Maarika Tamm/EE",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*ASSEMBLIES, *JOURNEYS, *OCCASIONS])
def test_assemblies_and_journeys(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

"""Where and when those are who meet on a journey, and how ordinary news tells of their calls and talks.

Each expected line reads "kind status day place: participants". Articles appear on Wednesday, 14 September 2022.
"""

from __future__ import annotations

from typing import Any

import pytest

from .cases import case
from .reading import line_of, observe

KIPRONO, SALAZAR = "Kenyan President Daniel Kiprono", "Peruvian President Rosa Salazar"
BOTH = "Daniel Kiprono/KE; Rosa Salazar/PE"

PLACES = [
    case(
        "a house of government",
        f"{KIPRONO} paid a visit to the White House on Tuesday.",
        ["visit held 2022-09-13 Washington: ?/US; Daniel Kiprono/KE"],
        {},
    ),
    case(
        "a visit under way",
        f"{KIPRONO} is currently visiting Peru.",
        ["visit held 2022-09-14 Peru: ?/PE; Daniel Kiprono/KE"],
        {},
    ),
    case(
        "with each other",
        f"{KIPRONO} and {SALAZAR} sat down with each other in Quito on Monday.",
        [f"bilateral held 2022-09-12 Quito: {BOTH}"],
        {},
    ),
    case("calls that nobody tells apart", f"{KIPRONO} and {SALAZAR} spoke over the phone several times.", [], {}),
    case(
        "the town of somebody's talks",
        f"{KIPRONO} interrupted his Quito talks with {SALAZAR} on Tuesday.",
        [f"bilateral held 2022-09-13 Quito: {BOTH}"],
        {},
    ),
    case(
        "they are meeting in a town",
        f"{KIPRONO} has been meeting {SALAZAR}. They are meeting in the port of Punta Sal, where they are expected to sign accords.",
        [f"bilateral held 2022-09-14 Punta Sal: {BOTH}"],
        {},
    ),
    case(
        "what is to come is not where the news was written",
        f"{KIPRONO} and his Peruvian counterpart, Rosa Salazar, plan to meet next week in their first encounter since May.",
        [f"bilateral planned 2022-09-19/2022-09-25 -: {BOTH}"],
        {"place": "QUITO"},
    ),
    case(
        "where somebody left who was there",
        "Foreign Minister Rosa Salazar of Peru left Cairo yesterday after attending the meeting of Arab League foreign ministers.",
        ["multilateral held 2022-09-13 Cairo: ?/Arab League; Rosa Salazar/PE"],
        {},
    ),
    case(
        "beside the General Assembly of which the first sentence tells",
        f"{KIPRONO} held several meetings on the sidelines of the UN General Assembly.\n\nHe met {SALAZAR} on September 12.",
        [f"bilateral held 2022-09-12 New York: {BOTH}"],
        {},
    ),
    case(
        "where somebody is who also met others",
        f"{KIPRONO} is in New York where he is to open a school. He also met {SALAZAR}.",
        ["visit held 2022-09-14 New York: ?/US; Daniel Kiprono/KE", f"bilateral held 2022-09-14 New York: {BOTH}"],
        {"place": "NAIROBI"},
    ),
]

DAYS = [
    case(
        "the day on which a summit was held, not that of coming home",
        "Kenyan President Daniel Kiprono came home today after attending the Summit of Leaders of the Coastal States that was held in "
        "Quito on 12 September.",
        ["summit held 2022-09-12 Quito: Daniel Kiprono/KE"],
        {},
    ),
    case(
        "a day of what is arranged next",
        "Kenyan Defence Minister Daniel Kiprono and Kenyan Foreign Minister Grace Wanjiru are here in Lima on an official visit "
        "and are set to hold talks tomorrow.",
        ["visit held 2022-09-14 Lima: ?/PE; Daniel Kiprono/KE; Grace Wanjiru/KE"],
        {},
    ),
    case(
        "a day with its weekday",
        "NATO defence ministers will meet on Thursday, October 13, in Brussels.",
        ["multilateral planned 2022-10-13 Brussels: ?/North Atlantic Treaty Organization"],
        {},
    ),
    case(
        "the day in the dateline is that of the news",
        "LIMA, 11 September (Andina) - Tallinn hosted the fifth round of consultations between the Foreign Ministry of Peru and the "
        "Foreign Ministry of Estonia on 10 September.",
        ["bilateral held 2022-09-10 Tallinn: ?/EE; ?/PE"],
        {"lead": len("LIMA, 11 September (Andina) - ")},
    ),
    case(
        "a day that says which other meeting is meant",
        f"{SALAZAR}'s visit to Kenya comes before a September 28 meeting on trade in Quito.",
        ["visit held 2022-09-14 Kenya: ?/KE; Rosa Salazar/PE"],
        {},
    ),
    case(
        "the day of an earlier visit",
        f"{SALAZAR}'s visit to Kenya will follow her earlier visits to the country in January 2021 and March 2022.",
        ["visit planned - Kenya: ?/KE; Rosa Salazar/PE"],
        {},
    ),
]

JOURNEYS = [
    case(
        "stations of a journey and who received the traveller there",
        f"{SALAZAR} had flown to Nairobi in March for talks with President Daniel Kiprono of Kenya, and stopped over in Lomé on her way "
        "home, where Togolese Vice President Kodjo Amegashie received her at the airport.",
        [
            "visit held 2022-03-01/2022-03-31 Nairobi looked back: ?/KE; Rosa Salazar/PE",
            f"bilateral held 2022-03-01/2022-03-31 Nairobi looked back: {BOTH}",
            "bilateral held 2022-03-01/2022-03-31 Lome looked back: Kodjo Amegashie/TG; Rosa Salazar/PE",
        ],
        {},
    ),
    case(
        "the one whom she met there",
        f"{SALAZAR} is in Kenya. President Daniel Kiprono of Kenya met her in Nairobi on Monday.",
        [f"bilateral held 2022-09-12 Nairobi: {BOTH}"],
        {},
    ),
    case(
        "travelled to discuss",
        "The prime minister of Solomon Islands, Daniel Sade, has travelled to Papua New Guinea to discuss forestry.",
        ["visit held 2022-09-14 Papua New Guinea: ?/PG; Daniel Sade/SB"],
        {},
    ),
    case(
        "called a visit in the next sentence",
        f"{SALAZAR} arrived in Kenya on September 12 with many officials. She is to open a school during her three-day visit.",
        ["visit held 2022-09-12 Kenya: ?/KE; Rosa Salazar/PE"],
        {},
    ),
    case(
        "the month of what the visit follows",
        f"{SALAZAR}'s visit to Kenya comes as ties are low, following the quarrel over fish in May.",
        ["visit held 2022-09-14 Kenya: ?/KE; Rosa Salazar/PE"],
        {},
    ),
    case(
        "who was deposed by those whom one met",
        "A delegation led by former Nigerian president Abiodun Ojo arrived on Saturday to meet the junta that deposed President Moussa "
        "Diop of Mali.",
        [],
        {},
    ),
    case(
        "with a spouse, at an invitation",
        f"{SALAZAR} and her husband have arrived in Nairobi at the invitation of {KIPRONO}, the agency reported.",
        [f"visit held 2022-09-14 Nairobi: {BOTH}"],
        {},
    ),
    case(
        "hosts of one welcome",
        f"{SALAZAR} was welcomed by Kenyan Prime Minister Jane Achieng, {KIPRONO}, and other officials.",
        ["bilateral held 2022-09-14 -: Daniel Kiprono/KE; Jane Achieng/KE; Rosa Salazar/PE"],
        {},
    ),
    case(
        "who speaks is no host",
        f"{SALAZAR} will embark on a state visit to Kenya on Friday, upon the invitation of {KIPRONO}, the head of "
        "protocol, Ana Torres, said.",
        [f"visit planned 2022-09-16 Kenya: {BOTH}"],
        {},
    ),
    case(
        "what she would do there",
        f"{SALAZAR} will start a trip to Kenya on Wednesday. During her visit to Kenya, Salazar would call on {KIPRONO}.",
        ["visit planned 2022-09-14 Kenya: ?/KE; Rosa Salazar/PE", f"bilateral planned - -: {BOTH}"],
        {},
    ),
    case(
        "what goes on is no plan",
        f"{KIPRONO} is visiting Peru at the invitation of the government to continue talks on trade.",
        ["visit held 2022-09-14 Peru: ?/PE; Daniel Kiprono/KE"],
        {},
    ),
    case(
        "an airport of a town",
        f"{KIPRONO} is expected to arrive at Jorge Chávez International Airport in Lima on Friday to attend the fair.",
        ["visit planned 2022-09-16 Lima: ?/PE; Daniel Kiprono/KE"],
        {},
    ),
    case(
        "who heads a delegation travels",
        "Kenyan Vice President Daniel Kiprono, heading a delegation that includes Trade Minister Grace Wanjiru and adviser John Otieno, is "
        "set to arrive in Peru on Thursday.",
        ["visit planned 2022-09-15 Peru: ?/PE; Daniel Kiprono/KE"],
        {},
    ),
]

TALKS = [
    case(
        "called to congratulate",
        f"On Monday {KIPRONO} called {SALAZAR} to congratulate her on her re-election.",
        [f"call held 2022-09-12 -: {BOTH}"],
        {},
    ),
    case("called to account", f"{KIPRONO} called {SALAZAR} to account.", [], {}),
    case(
        "called one night",
        f"{KIPRONO} called {SALAZAR} last night and the two leaders spoke of the ferry.",
        [f"call held 2022-09-13 -: {BOTH}"],
        {},
    ),
    case("an unlikely call", f"It is unlikely that {KIPRONO} will phone {SALAZAR}.", [], {}),
    case(
        "an attribute is no cancelling",
        "Following a meeting on Thursday between President Rosa Salazar of Peru and Kenyan President Daniel Kiprono, delayed elections "
        "will be held in Quito.",
        [f"bilateral held 2022-09-08 -: {BOTH}"],
        {},
    ),
    case(
        "postponed",
        "Kenya announced the postponement of the meeting between President Daniel Kiprono and Peruvian President Rosa Salazar.",
        [f"bilateral cancelled - -: {BOTH}"],
        {},
    ),
    case(
        "a place in brackets",
        "Today the ambassador of Malta to Estonia Natasha Borg (residence in Warsaw) presented her credentials to President Jaan Tamm.",
        ["bilateral held 2022-09-14 -: Jaan Tamm/EE; Natasha Borg/MT"],
        {},
    ),
    case(
        "told a paper by phone",
        "“President Daniel Kiprono of Kenya received the Secretary General of the EAC on Saturday,” Minister Grace Wanjiru told the Daily "
        "Monitor by phone from Kigali.",
        ["bilateral held 2022-09-10 -: ?/East African Community; Daniel Kiprono/KE"],
        {},
    ),
    case(
        "the latter called on him",
        "Estonian Prime Minister Jaan Tamm thanked Kenyan Ambassador Daniel Kiprono when the latter called on him in Tallinn today.",
        ["bilateral held 2022-09-14 Tallinn: Daniel Kiprono/KE; Jaan Tamm/EE"],
        {},
    ),
    case(
        "will discuss with",
        f"{KIPRONO} will discuss with {SALAZAR} the future of the ferry.",
        [f"bilateral planned - -: {BOTH}"],
        {},
    ),
    case(
        "senior officials including",
        f"{KIPRONO} is expected to meet with senior officials, including {SALAZAR}.",
        [f"bilateral planned - -: {BOTH}"],
        {},
    ),
    case(
        "all of a list before those met as well",
        f"{KIPRONO} met on Monday with Anselmo Quispe, Prime Minister of Peru, President Kodjo Amegashie of Togo, as well as with the "
        "Chairman of the African Union Commission.",
        [
            "bilateral held 2022-09-12 -: Anselmo Quispe/PE; Daniel Kiprono/KE",
            "bilateral held 2022-09-12 -: Daniel Kiprono/KE; Kodjo Amegashie/TG",
            "bilateral held 2022-09-12 -: ?/African Union Commission; Daniel Kiprono/KE",
        ],
        {},
    ),
    case(
        "headquarters are no general",
        "The meeting took place at the Iranian General Staff Headquarters, where Kenyan Army Chief Daniel Kiprono met General Reza "
        "Bagheri of Iran.",
        ["bilateral held 2022-09-14 -: Daniel Kiprono/KE; Reza Bagheri/IR"],
        {},
    ),
    case(
        "will call on one and hold talks with another",
        f"{KIPRONO} will call on {SALAZAR} and also hold discussions with Peruvian Foreign Minister Anselmo Quispe on "
        "the whole range of ties.",
        [f"bilateral planned - -: {BOTH}", "bilateral planned - -: Anselmo Quispe/PE; Daniel Kiprono/KE"],
        {},
    ),
    case("seen off", f"Kenyan Foreign Minister Daniel Kiprono came to see off {SALAZAR} at the airport.", [], {}),
    case(
        "what is between two states is not their talks",
        "Kenyan Defence Minister Daniel Kiprono is in Peru for talks on a plan to deepen cooperation between the two countries.",
        ["visit held 2022-09-14 Peru: ?/PE; Daniel Kiprono/KE"],
        {},
    ),
    case(
        "those who also attended are no second meeting",
        f"{KIPRONO} and {SALAZAR} met in Lima on Monday. Togo's Minister Kodjo Amegashie and Estonian Minister Jaan Tamm also attended the "
        "meeting as observers.",
        ["bilateral held 2022-09-12 Lima: Daniel Kiprono/KE; Jaan Tamm/EE; Kodjo Amegashie/TG; Rosa Salazar/PE"],
        {},
    ),
]


@pytest.mark.parametrize(("text", "expected", "article"), [*PLACES, *DAYS, *JOURNEYS, *TALKS])
def test_meetings_and_journeys(text: str, expected: list[str], article: dict[str, Any]) -> None:
    seen = observe(text, **article)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

"""Who meets in lists, groups and standing bodies, and where and whether it was: one line a meeting, as in `test_meeting_reports`.

Articles appear on Wednesday, 14 September 2022.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

LINES = [
    case(
        "names with their states beside a minister",
        "Estonian minister Anneli Kukk, Jurgis Veide of Latvia and Pekka Halli of Finland met in Riga on Monday.",
        ["trilateral held 2022-09-12 Riga: Anneli Kukk/EE; Jurgis Veide/LV; Pekka Halli/FI"],
    ),
    case(
        "how long two spoke, and in which town",
        "Foreign ministers Ana Solano of Peru and Hugo Caballo of Paraguay spoke for two hours in Lima on Tuesday.",
        ["bilateral held 2022-09-13 Lima: Ana Solano/PE; Hugo Caballo/PY"],
    ),
    case(
        "in a language is in no town",
        "Foreign ministers Ana Solano of Peru and Hugo Caballo of Paraguay spoke for an hour in French.",
        ["call held 2022-09-14 -: Ana Solano/PE; Hugo Caballo/PY"],
    ),
    case(
        "after signing something with somebody",
        "Boats would come, Sri Lankan minister Chandri Weera said after signing a pact with Omani minister Salim Rawas.",
        ["bilateral held 2022-09-14 -: Chandri Weera/LK; Salim Rawas/OM"],
    ),
    case(
        "the host and the guest, and a clause of its own behind and",
        (
            "Malawian President Lucas Chikwa arrived in Lusaka yesterday for a state visit. "
            "Zambian President Moses Hich will hold talks with his guest "
            "today and tomorrow the two leaders will open a yard in Chipata."
        ),
        [
            "visit held 2022-09-13 Lusaka: ?/ZM; Lucas Chikwa/MW",
            "bilateral planned 2022-09-14 Lusaka: Lucas Chikwa/MW; Moses Hich/ZM",
            "bilateral planned 2022-09-15 Chipata: Lucas Chikwa/MW; Moses Hich/ZM",
        ],
    ),
    case(
        "somebody's meeting that was put off",
        "Peruvian Prime Minister Ana Solano's meeting with Chilean President Jorge Paz was postponed.",
        ["bilateral cancelled - -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "a commission that holds its session",
        "The Joint Commission of Chile and Peru held its fifth session in Lima on 13 September.",
        ["bilateral held 2022-09-13 Lima: ?/CL; ?/PE"],
    ),
    case(
        "a tour of some days",
        "Ecuador's Foreign Minister Ana Solano will begin a tour of Peru and Chile next Monday.",
        ["visit planned 2022-09-19 Peru: ?/PE; Ana Solano/EC", "visit planned - Chile: ?/CL; Ana Solano/EC"],
    ),
    case(
        "members of a parliament received",
        "Peruvian Foreign Minister Ana Solano received members of the Chilean Senate in Lima on Tuesday.",
        ["bilateral held 2022-09-13 Lima: ?/CL; Ana Solano/PE"],
    ),
    case(
        "a group of lawmakers",
        "Peruvian Foreign Minister Ana Solano received a group of Chilean lawmakers on Tuesday.",
        ["bilateral held 2022-09-13 -: ?/CL; Ana Solano/PE"],
    ),
    case("a group of tourists", "Peruvian Foreign Minister Ana Solano received a group of Chilean tourists on Tuesday.", []),
    case(
        "the envoys of a union",
        "Peruvian Foreign Minister Ana Solano met the ambassadors of the European Union member states on Tuesday.",
        ["bilateral held 2022-09-13 -: ?/European Union; Ana Solano/PE"],
    ),
    case(
        "a military title whose last word is no name",
        "Peru's Chief of General Staff Luis Vega met Chilean General Jorge Paz on Tuesday.",
        ["bilateral held 2022-09-13 -: Jorge Paz/CL; Luis Vega/PE"],
    ),
    case(
        "an envoy whose title is written apart",
        "Chilean charge d’ affaires Jorge Paz held a meeting with Peruvian Foreign Minister Ana Solano on Tuesday.",
        ["bilateral held 2022-09-13 -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "during a meeting, will",
        "Peruvian President Ana Solano, during her meeting with Chilean President Jorge Paz, will raise the tariff.",
        ["bilateral planned - -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case("a visit that is possible", "The embassy said that Chilean President Jorge Paz's visit to Peru is possible.", []),
    case(
        "a station of a visit of several days",
        "Peruvian President Ana Solano will visit Chile from 7 to 11 October. On October 9, Solano will proceed to Valparaiso.",
        ["visit planned 2022-10-07/2022-10-11 Chile: ?/CL; Ana Solano/PE"],
    ),
    case(
        "the two, and a spokesman in the next clause",
        (
            "Chilean President Jorge Paz will hold talks with Peruvian President Ana Solano next week. The embassy confirmed that the two "
            "will meet in Quito, though Peruvian spokesman Luis Vega said there was no agenda."
        ),
        ["bilateral planned 2022-09-19/2022-09-25 Quito: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "talks by the ministers of two states",
        "Two days of talks by the foreign ministers of Armenia and Azerbaijan ended in Geneva on Friday without agreement.",
        ["bilateral held 2022-09-09 Geneva: ?/AM; ?/AZ"],
    ),
    case(
        "ministers and other officials of several states",
        "The ministers and other senior officials from Japan, Fiji and Samoa met in Suva on Tuesday to discuss fisheries.",
        ["trilateral held 2022-09-13 Suva: ?/FJ; ?/JP; ?/WS"],
    ),
    case(
        "a session of a dialogue that is hosted",
        "The ministry hosted the 12th session of the Peru-Chile Dialogue on Migration in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/CL; ?/PE"],
    ),
    case(
        "a name that is a modal as well",
        "British Prime Minister Theresa May visited Peru on Monday.",
        ["visit held 2022-09-12 Peru: ?/PE; Theresa May/GB"],
    ),
    case(
        "a call of which nothing more is told",
        "Chilean Foreign Minister Jorge Paz called Peruvian Foreign Minister Ana Solano.",
        ["call held 2022-09-14 -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case("what somebody is called", "Chilean Foreign Minister Jorge Paz called Peruvian Foreign Minister Ana Solano a liar.", []),
    case(
        "a visit talked about has a day of its own",
        (
            "Chilean Foreign Minister Jorge Paz met Peruvian Foreign Minister Ana Solano to discuss the visit of President Vega to Chile "
            "scheduled for Friday."
        ),
        ["bilateral held 2022-09-14 -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "a recent visit is not of the day on which it is praised",
        (
            "Chilean Foreign Minister Jorge Paz met Peruvian Foreign Minister Ana Solano on Saturday and praised the recent visit of "
            "Chilean President Luis Vega to Peru."
        ),
        ["bilateral held 2022-09-10 -: Ana Solano/PE; Jorge Paz/CL", "visit held - Peru looked back: ?/PE; Luis Vega/CL"],
    ),
    case(
        "a report that comes weeks later",
        "Chilean Foreign Minister Jorge Paz met Peruvian Foreign Minister Ana Solano in Quito on 20 August 2022.",
        ["bilateral held 2022-08-20 Quito: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "a call that is spoken of again",
        (
            "Chilean President Jorge Paz spoke with Peruvian President Ana Solano on Monday. Following his Monday call with the Peruvian "
            "President, Paz said that the bridge would open."
        ),
        ["call held 2022-09-12 -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "a meeting of others that is convened",
        "Foreign Ministers Jorge Paz of Chile and Ana Solano of Peru agreed to convene next week a meeting of trade experts.",
        [],
    ),
    case(
        "other leaders beside one who is named",
        "Peruvian President Ana Solano and other leaders will pay a joint call on Chilean President Jorge Paz in Santiago.",
        ["bilateral planned - Santiago: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "a chief of staff to a president in a list",
        (
            "Chilean Foreign Minister Jorge Paz held meetings in Lima with Vice President Luis Vega of Peru and Chief of Staff to the "
            "President General Ana Solano of Peru."
        ),
        ["bilateral held 2022-09-14 Lima: Ana Solano/PE; Jorge Paz/CL", "bilateral held 2022-09-14 Lima: Jorge Paz/CL; Luis Vega/PE"],
    ),
    case(
        "co-chairs in brackets with their states",
        "The Co-Chairs (Igor Ruda of Russia and Ana Solano of Peru) met with Chilean President Jorge Paz in Quito on Monday.",
        ["trilateral held 2022-09-12 Quito: Ana Solano/PE; Igor Ruda/RU; Jorge Paz/CL"],
    ),
    case(
        "an itinerary",
        "Peruvian minister Ana Solano's itinerary in Chile includes a ceremony, in addition to her meeting with President Jorge Paz.",
        ["bilateral planned - -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "who only sent invitations",
        (
            "Responding to invitations from Chilean President Jorge Paz and Bolivian President Juan Torres, Peruvian President Ana Solano "
            "led a delegation to the two nations late last month."
        ),
        [],
    ),
    case(
        "a call paid ahead of a summit to be held",
        (
            "The Ambassador of Peru to Chile, Ana Solano, paid a courtesy call on Chilean Foreign Minister Jorge Paz, ahead of the forum, "
            "to be held in Quito in October."
        ),
        ["bilateral held 2022-09-14 -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "which should have been held and did not materialize",
        (
            "A session between Chilean Foreign Minister Jorge Paz and Peruvian Foreign Minister Ana Solano, which should have been held in "
            "Quito on Monday, did not materialize."
        ),
        ["bilateral cancelled - -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "two who are brought together by a third",
        (
            "Foreign ministers Jorge Paz of Chile and Ana Solano of Peru were brought together in Quito on Monday by Bolivian Foreign "
            "Minister Juan Torres."
        ),
        ["trilateral held 2022-09-12 Quito: Ana Solano/PE; Jorge Paz/CL; Juan Torres/BO"],
    ),
    case(
        "in the afternoon of the day that is told of",
        (
            "Peruvian President Ana Solano met Chilean President Jorge Paz in Quito on Monday. In the afternoon, she met Bolivian "
            "President Juan Torres."
        ),
        ["bilateral held 2022-09-12 Quito: Ana Solano/PE; Jorge Paz/CL", "bilateral held 2022-09-12 Quito: Ana Solano/PE; Juan Torres/BO"],
    ),
    case(
        "a visit to a city that is a state",
        (
            "Peruvian Foreign Minister Ana Solano is on an official visit to Singapore from 13 to 15 September 2022. In the afternoon "
            "Solano met Minister Lim Boon of Singapore."
        ),
        [
            "bilateral held 2022-09-14 Singapore: Ana Solano/PE; Lim Boon/SG",
            "visit held 2022-09-13/2022-09-15 Singapore: ?/SG; Ana Solano/PE",
        ],
    ),
    case(
        "what I can tell you",
        (
            "What I can tell you is that Chilean minister Jorge Paz met Peruvian President Ana Solano in Quito on Monday, and talked "
            "over the phone with Bolivian minister Juan Torres yesterday."
        ),
        ["bilateral held 2022-09-12 Quito: Ana Solano/PE; Jorge Paz/CL", "call held 2022-09-13 -: Jorge Paz/CL; Juan Torres/BO"],
    ),
    case(
        "who is en route",
        "Peruvian Foreign Minister Ana Solano is now en route to Quito for talks with Chilean Foreign Minister Jorge Paz.",
        ["bilateral planned - -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "talks in a phone call",
        "Peruvian Foreign Minister Ana Solano in a phone call on Tuesday held talks with her Chilean counterpart Jorge Paz.",
        ["call held 2022-09-13 -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "a name that ends like a title",
        "Peruvian President Ana Solano met Cambodian Prime Minister Hun Sen. He will visit Lima in October.",
        ["bilateral held 2022-09-14 -: Ana Solano/PE; Hun Sen/KH", "visit planned 2022-10-01/2022-10-31 Lima: ?/PE; Hun Sen/KH"],
    ),
    case(
        "their meeting",
        (
            "Peruvian President Ana Solano had a telephone conversation on Monday with Chilean President Jorge Paz. Their meeting in Quito "
            "is scheduled for next Monday."
        ),
        ["bilateral planned 2022-09-19 Quito: Ana Solano/PE; Jorge Paz/CL", "call held 2022-09-12 -: Ana Solano/PE; Jorge Paz/CL"],
    ),
    case(
        "whose visit",
        "Peruvian President Ana Solano sent regards to Japanese Prime Minister Shinzo Abe, whose visit to Lima in October 2015 pleased.",
        ["visit held 2015-10-01/2015-10-31 Lima looked back: ?/PE; Shinzo Abe/JP"],
    ),
    case(
        "who heads a mission is not on the way",
        "Peruvian President Ana Solano, who is heading mediation efforts, met Chilean President Jorge Paz in Quito on Friday.",
        ["bilateral held 2022-09-09 Quito: Ana Solano/PE; Jorge Paz/CL"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), LINES)
def test_who_meets(text: str, lines: list[str]) -> None:
    seen = observe(text)
    assert sorted(line_of(seen, meeting) for meeting in seen.meetings) == sorted(lines)


def test_a_guest_who_had_left_home_was_not_met_there() -> None:
    text = (
        "Fisheries Minister Chandri Weera of Sri Lanka returned yesterday from a five-day visit to Muscat. On Monday she met Omani "
        "minister Salim Rawas."
    )
    seen = observe(text, place="Colombo")
    assert "bilateral held 2022-09-12 Muscat: Chandri Weera/LK; Salim Rawas/OM" in [line_of(seen, m) for m in seen.meetings]


def test_a_name_of_the_lexicon_with_another_states_office_is_somebody_else() -> None:
    seen = observe("Costa Rica's transport minister Luis Arce signed the contract on Monday. Arce said that it was cheap.")
    assert {(person.name, person.actor.name if person.actor else None, person.known_by) for person in seen.people} == {
        ("Luis Arce", "CR", "text")
    }

"""Who met whom, when, where and at which gathering; and what is no meeting. Articles appear on Wednesday, 14 September 2022."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import observe, parties, when

OJASTE = "Estonian Foreign Minister Maarika Ojaste"
QUISPE = "Peruvian Foreign Minister Anselmo Quispe-Rojas"
ILLANES = "Chilean President Ramona Illanes"
BOTH = {"Maarika Ojaste/EE", "Anselmo Quispe-Rojas/PE"}

PARTIES = [
    case("met with", f"{OJASTE} met with {QUISPE}.", [("bilateral", BOTH)]),
    case("met", f"{OJASTE} met {QUISPE}.", [("bilateral", BOTH)]),
    case("both met", f"{OJASTE} and {QUISPE} met in Lima.", [("bilateral", BOTH)]),
    case("has met", f"{OJASTE} has met with {QUISPE}.", [("bilateral", BOTH)]),
    case("when meeting with", f"When meeting with {QUISPE}, {OJASTE} said that the pier was closed.", [("bilateral", BOTH)]),
    case("after meeting", f"The pier was closed, {OJASTE} said after meeting {QUISPE}.", [("bilateral", BOTH)]),
    case("held talks with", f"{OJASTE} held talks with {QUISPE}.", [("bilateral", BOTH)]),
    case("had a meeting with", f"{OJASTE} had a meeting with {QUISPE}.", [("bilateral", BOTH)]),
    case("held a meeting, both", f"{OJASTE} and {QUISPE} held a meeting in Lima.", [("bilateral", BOTH)]),
    case("in her talks with", f"In her talks with {QUISPE}, {OJASTE} praised the pier.", [("bilateral", BOTH)]),
    case("talks between", f"Talks between {OJASTE} and {QUISPE} lasted two hours.", [("bilateral", BOTH)]),
    case("a meeting took place between", f"A meeting took place between {OJASTE} and {QUISPE}.", [("bilateral", BOTH)]),
    case("received", f"{ILLANES} received {QUISPE} in Santiago.", [("bilateral", {"Ramona Illanes/CL", "Anselmo Quispe-Rojas/PE"})]),
    case(
        "was received by",
        f"{QUISPE} was received by {ILLANES} in Santiago.",
        [("bilateral", {"Ramona Illanes/CL", "Anselmo Quispe-Rojas/PE"})],
    ),
    case("spoke by phone with", f"{OJASTE} spoke by phone with {QUISPE}.", [("call", BOTH)]),
    case("telephone conversation", f"{OJASTE} had a telephone conversation with {QUISPE}.", [("call", BOTH)]),
    case("phone call", f"{OJASTE} held a phone call with {QUISPE}.", [("call", BOTH)]),
    case("video conference", f"{OJASTE} and {QUISPE} held talks via video link.", [("call", BOTH)]),
    case(
        "three met",
        f"{OJASTE}, {QUISPE} and {ILLANES} met in Lima.",
        [("trilateral", {*BOTH, "Ramona Illanes/CL"})],
    ),
    case(
        "trilateral meeting",
        f"{OJASTE} held a trilateral meeting with {QUISPE} and {ILLANES}.",
        [("trilateral", {*BOTH, "Ramona Illanes/CL"})],
    ),
    case(
        "separately",
        f"{OJASTE} met separately with {QUISPE} and {ILLANES}.",
        [("bilateral", BOTH), ("bilateral", {"Maarika Ojaste/EE", "Ramona Illanes/CL"})],
    ),
    case(
        "respectively",
        f"{OJASTE} held talks with {QUISPE} and {ILLANES}, respectively.",
        [("bilateral", BOTH), ("bilateral", {"Maarika Ojaste/EE", "Ramona Illanes/CL"})],
    ),
    case(
        "calls with several are one with each",
        f"{OJASTE} held telephone conversations with {QUISPE} and {ILLANES}.",
        [("call", BOTH), ("call", {"Maarika Ojaste/EE", "Ramona Illanes/CL"})],
    ),
    case(
        "two verbs, two meetings",
        f"{OJASTE} met with {QUISPE} on Monday and held talks with {ILLANES} on Tuesday.",
        [("bilateral", BOTH), ("bilateral", {"Maarika Ojaste/EE", "Ramona Illanes/CL"})],
    ),
    case("counterpart by nationality", f"{OJASTE} met with her Peruvian counterpart, Anselmo Quispe-Rojas.", [("bilateral", BOTH)]),
    case("sat down with", f"{OJASTE} sat down with {QUISPE} in Lima.", [("bilateral", BOTH)]),
    case("hosted for talks", f"{OJASTE} hosted {QUISPE} for talks in Tallinn.", [("bilateral", BOTH)]),
    case("welcomed for talks", f"{OJASTE} welcomed {QUISPE} for talks in Tallinn.", [("bilateral", BOTH)]),
    case("where she met", f"{OJASTE} flew to Lima, where she met {QUISPE}.", [("bilateral", BOTH)]),
    case("before meeting", f"{OJASTE} fed the gulls before meeting with {QUISPE}.", [("bilateral", BOTH)]),
    case("during a phone call with", f"During a phone call with {QUISPE}, {OJASTE} praised the pier.", [("call", BOTH)]),
    case("called", f"{OJASTE} called {QUISPE} on Monday to discuss the pier.", [("call", BOTH)]),
    case(
        "the two ministers met",
        f"{OJASTE} flew to Lima at the invitation of {QUISPE}. The two ministers met on Monday.",
        [("bilateral", BOTH)],
    ),
    case(
        "head of an organization",
        f"{OJASTE} met with Arab League Secretary-General Fadl Benhaddou.",
        [("bilateral", {"Maarika Ojaste/EE", "Fadl Benhaddou/Arab League"})],
    ),
    case(
        "states as parties",
        "Estonia and Peru held consultations on fisheries in Lima on Monday.",
        [("bilateral", {"?/EE", "?/PE"})],
    ),
    case(
        "both of one sentence, each with a title after",
        "Estonia's foreign minister, Maarika Ojaste, and her Peruvian counterpart, Anselmo Quispe-Rojas, met in Lima.",
        [("bilateral", BOTH)],
    ),
    case("sat across from", f"{OJASTE} sat across from {QUISPE} in Lima.", [("bilateral", BOTH)]),
    case("exchanged views with", f"{OJASTE} exchanged views with {QUISPE} on herring.", [("bilateral", BOTH)]),
    case(
        "hosted a dinner for",
        f"{OJASTE} hosted a dinner for her visiting Peruvian counterpart, Anselmo Quispe-Rojas, in Tallinn.",
        [("bilateral", BOTH)],
    ),
    case(
        "welcomed at the palace",
        f"{ILLANES} welcomed {QUISPE} at the presidential palace.",
        [("bilateral", {"Ramona Illanes/CL", "Anselmo Quispe-Rojas/PE"})],
    ),
    case(
        "courtesy call", f"{QUISPE} paid a courtesy call on {ILLANES}.", [("bilateral", {"Anselmo Quispe-Rojas/PE", "Ramona Illanes/CL"})]
    ),
    case(
        "credentials presented",
        f"Estonian Ambassador Maarika Ojaste presented her credentials to {ILLANES}.",
        [("bilateral", {"Maarika Ojaste/EE", "Ramona Illanes/CL"})],
    ),
    case(
        "credentials received",
        f"{ILLANES} accepted the credentials of Estonian Ambassador Maarika Ojaste.",
        [("bilateral", {"Maarika Ojaste/EE", "Ramona Illanes/CL"})],
    ),
    case(
        "credentials of several",
        f"{ILLANES} received letters of credence from the ambassadors of Estonia and Nauru.",
        [("bilateral", {"Ramona Illanes/CL", "?/EE"}), ("bilateral", {"Ramona Illanes/CL", "?/NR"})],
    ),
    case("spoke together", f"{OJASTE} and {QUISPE} spoke on the phone.", [("call", BOTH)]),
    case("face to face", f"{OJASTE} and {QUISPE} talked face to face in Lima.", [("bilateral", BOTH)]),
    case("told in a call", f"{OJASTE} told {QUISPE} in a phone call that the pier was closed.", [("call", BOTH)]),
    case("after receiving", f"The pier was closed, {OJASTE} said after receiving {QUISPE}.", [("bilateral", BOTH)]),
    case("co-chaired with", f"{OJASTE} co-chaired the Joint Commission on Kites in Lima together with {QUISPE}.", [("bilateral", BOTH)]),
    case(
        "counterparts of several states",
        f"{OJASTE} met separately with her Peruvian and Nauruan counterparts.",
        [("bilateral", {"Maarika Ojaste/EE", "?/PE"}), ("bilateral", {"Maarika Ojaste/EE", "?/NR"})],
    ),
    case(
        "one after the other",
        f"{OJASTE} sat down with {QUISPE} and then, over breakfast, with {ILLANES}.",
        [("bilateral", BOTH), ("bilateral", {"Maarika Ojaste/EE", "Ramona Illanes/CL"})],
    ),
    case(
        "two call a third",
        f"{OJASTE} and {QUISPE} consulted by video conference with {ILLANES}.",
        [("call", {*BOTH, "Ramona Illanes/CL"})],
    ),
    case("delegations", "Delegations from Estonia and Peru met in Lima on Monday.", [("bilateral", {"?/EE", "?/PE"})]),
    case(
        "ministries", "The foreign ministries of Estonia and Peru held political consultations in Lima.", [("bilateral", {"?/EE", "?/PE"})]
    ),
    case("pair", "The third round of the Estonia-Peru consultations was held in Lima on Monday.", [("bilateral", {"?/EE", "?/PE"})]),
    case(
        "who led the sides",
        "The Estonia-Peru consultations were held in Lima on Monday. The Estonian delegation was led by Ambassador Maarika Ojaste.",
        [("bilateral", {"Maarika Ojaste/EE", "?/PE"})],
    ),
    case(
        "attended by others",
        f"{OJASTE} met with {QUISPE} in Lima. The meeting was attended by Estonian Ambassador Delia Tamm.",
        [("bilateral", {*BOTH, "Delia Tamm/EE"})],
    ),
    case(
        "others were present",
        f"{OJASTE} met with {QUISPE} in Lima. Also present at the talks was Estonian Ambassador Delia Tamm.",
        [("bilateral", {*BOTH, "Delia Tamm/EE"})],
    ),
    case(
        "the visiting official",
        f"{OJASTE} held talks with {QUISPE} in Lima. Later, the visiting minister was received by Peruvian President Delia Illa.",
        [("bilateral", BOTH), ("bilateral", {"Delia Illa/PE", "Maarika Ojaste/EE"})],
    ),
    case(
        "an own minister names no state",
        f"Forestry Minister Delia Tamm received {QUISPE} on Monday.",
        [("bilateral", {"Delia Tamm/-", "Anselmo Quispe-Rojas/PE"})],
    ),
    case("unnamed counterpart", f"{OJASTE} met with her Nauruan counterpart.", [("bilateral", {"Maarika Ojaste/EE", "?/NR"})]),
    case(
        "twice told is once",
        f"{OJASTE} met with {QUISPE} in Lima. At the meeting, Ojaste praised the pier. The talks were friendly.",
        [("bilateral", BOTH)],
    ),
]

FRAMES = [
    case("opposite", f"{OJASTE} sat opposite {QUISPE} for two hours.", [("bilateral", BOTH)]),
    case("adverbials before the partner", f"{OJASTE} met behind closed doors on Monday with {QUISPE}.", [("bilateral", BOTH)]),
    case("agent at a distance", f"{QUISPE} was received in Tallinn on Monday by {OJASTE}.", [("bilateral", BOTH)]),
    case("participle first", f"Received by {OJASTE} on Monday, {QUISPE} praised the pier.", [("bilateral", BOTH)]),
    case("having met", f"Having met {QUISPE} on Monday, {OJASTE} praised the pier.", [("bilateral", BOTH)]),
    case("audience", f"{OJASTE} granted an audience to {QUISPE}.", [("bilateral", BOTH)]),
    case("a call from", f"{OJASTE} took a phone call from {QUISPE} on Monday.", [("call", BOTH)]),
    case("meeting of one with the other", f"A meeting of {OJASTE} with {QUISPE} took place in Lima on Monday.", [("bilateral", BOTH)]),
    case("talks that she held", f"The pier was the subject of talks that {OJASTE} held with {QUISPE} on Monday.", [("bilateral", BOTH)]),
    case("at a meeting", f"{OJASTE} and {QUISPE} praised the pier at a meeting in Lima.", [("bilateral", BOTH)]),
    case("over dinner", f"Over dinner in Lima on Monday, {OJASTE} and {QUISPE} praised the pier.", [("bilateral", BOTH)]),
    case("discussed with", f"{OJASTE} discussed the pier with {QUISPE} in Lima on Monday.", [("bilateral", BOTH)]),
    case("spoke with", f"{OJASTE} spoke on Monday with {QUISPE}.", [("call", BOTH)]),
    case("summoned", f"{OJASTE} summoned {QUISPE} on Monday.", [("bilateral", BOTH)]),
    case("spent an hour with", f"{OJASTE} spent an hour at the palace with {QUISPE}.", [("bilateral", BOTH)]),
    case("co-chaired by both", f"Consultations took place in Lima on Monday, led by {OJASTE} and {QUISPE}.", [("bilateral", BOTH)]),
    case(
        "a delegation met",
        f"A delegation of the Peruvian congress led by Speaker Anselmo Quispe-Rojas met {OJASTE}.",
        [("bilateral", BOTH)],
    ),
    case("whatever the words", f"{OJASTE} gave {QUISPE} forty minutes in her office.", [("bilateral", BOTH)]),
    case(
        "office behind the name",
        f"{OJASTE} received Anselmo Quispe-Rojas, adviser to the President of Peru, on Monday.",
        [("bilateral", BOTH)],
    ),
    case(
        "summit",
        f"The summit in Lima brought together {OJASTE}, {QUISPE} and {ILLANES}.",
        [("summit", {*BOTH, "Ramona Illanes/CL"})],
    ),
    case(
        "trilateral of states",
        "Peru, Chile and Bolivia held a trilateral meeting in Lima on Monday.",
        [("trilateral", {"?/PE", "?/CL", "?/BO"})],
    ),
]

VISITS = [
    case(
        "arrived for a visit",
        f"{QUISPE} arrived in Santiago on Monday for a two-day visit.",
        [("visit", {"Anselmo Quispe-Rojas/PE", "?/CL"}, "2022-09-12/2022-09-13", "")],
    ),
    case(
        "will travel",
        f"{QUISPE} will travel to Chile next month.",
        [("visit", {"Anselmo Quispe-Rojas/PE", "?/CL"}, "2022-10-01/2022-10-31", "")],
    ),
    case(
        "plans to visit",
        f"{QUISPE} plans to visit Chile next month.",
        [("visit", {"Anselmo Quispe-Rojas/PE", "?/CL"}, "2022-10-01/2022-10-31", "")],
    ),
    case(
        "two countries",
        f"{QUISPE} will pay an official visit to Chile and Nauru from September 20 to 22.",
        [
            ("visit", {"Anselmo Quispe-Rojas/PE", "?/CL"}, "2022-09-20/2022-09-22", ""),
            ("visit", {"Anselmo Quispe-Rojas/PE", "?/NR"}, "2022-09-20/2022-09-22", ""),
        ],
    ),
    case(
        "last travelled",
        f"{QUISPE} last travelled to Chile in 2019.",
        [("visit", {"Anselmo Quispe-Rojas/PE", "?/CL"}, "2019-01-01/2019-12-31", "")],
    ),
    case(
        "visit at the invitation",
        f"At the invitation of {ILLANES}, {QUISPE} paid an official visit to Chile from September 5 to 7.",
        [("visit", {"Anselmo Quispe-Rojas/PE", "Ramona Illanes/CL"}, "2022-09-05/2022-09-07", "inviter")],
    ),
]

STATUS = [
    case("held", f"{OJASTE} met with {QUISPE} on Monday.", "held"),
    case("after which something will be", f"After talks with {QUISPE}, {OJASTE} said that the pier would be mended.", "held"),
    case("will meet", f"{OJASTE} will meet with {QUISPE} on Friday.", "planned"),
    case("is scheduled to meet", f"{OJASTE} is scheduled to meet {QUISPE} next week.", "planned"),
    case("plans to hold talks", f"{OJASTE} plans to hold talks with {QUISPE} in October.", "planned"),
    case("talks will be held", f"Talks between {OJASTE} and {QUISPE} will be held in Lima.", "planned"),
    case("cancelled", f"A meeting between {OJASTE} and {QUISPE} was cancelled because of fog.", "cancelled"),
    case("called off", f"Talks between {OJASTE} and {QUISPE} were called off because of fog.", "cancelled"),
    case("is to be received", f"{QUISPE} is to be received by {ILLANES} on Friday.", "planned"),
    case("ahead of", f"Ahead of her meeting with {QUISPE} on Friday, {OJASTE} fed the gulls.", "planned"),
    case("preparations for", f"Preparations began for a summit between {ILLANES} and {QUISPE} in October.", "planned"),
    case("postponed", f"A planned meeting between {OJASTE} and {QUISPE} was postponed because of fog.", "cancelled"),
    case("cancelled by one", f"{OJASTE} cancelled her meeting with {QUISPE}.", "cancelled"),
]

TALKS = f"{OJASTE} met with {QUISPE} in Lima on Monday."
SEQUELS = [
    case(
        "since meeting",
        "It was their first handshake since meeting in Tallinn in May 2019.",
        ("held", True, "2019-05-01/2019-05-31", "Tallinn", BOTH),
    ),
    case(
        "expected somewhere",
        "Ojaste is expected in Santiago in October.",
        ("planned", True, "2022-10-01/2022-10-31", "Santiago", {"Maarika Ojaste/EE", "?/CL"}),
    ),
    case(
        "a follow-up",
        "A follow-up meeting will take place in Tallinn in October.",
        ("planned", True, "2022-10-01/2022-10-31", "Tallinn", {"?/EE", "?/PE"}),
    ),
    case("the two last met", "The two last met in Tallinn in May 2019.", ("held", True, "2019-05-01/2019-05-31", "Tallinn", BOTH)),
    case(
        "their previous meeting",
        "Their previous meeting was held in Tallinn in May 2019.",
        ("held", True, "2019-05-01/2019-05-31", "Tallinn", BOTH),
    ),
    case("the previous one", "The previous one was held in Tallinn in May 2019.", ("held", True, "2019-05-01/2019-05-31", "Tallinn", BOTH)),
    case("a call before", "The talks followed a phone call between the two on August 30.", ("held", True, "2022-08-30", None, BOTH)),
    case(
        "when they met", "When they met in Tallinn last year, they counted gulls.", ("held", True, "2021-01-01/2021-12-31", "Tallinn", BOTH)
    ),
    case(
        "agreed to meet again",
        "They agreed to meet again in Tallinn in October.",
        ("planned", True, "2022-10-01/2022-10-31", "Tallinn", BOTH),
    ),
    case(
        "the sides agreed to meet",
        "The two sides agreed to count gulls and hold a new round of consultations.",
        ("planned", True, "-", None, {"?/EE", "?/PE"}),
    ),
    case(
        "will see each other",
        "The two ministers will see each other in Tallinn in October.",
        ("planned", True, "2022-10-01/2022-10-31", "Tallinn", BOTH),
    ),
    case(
        "next round",
        "The next round of talks will be held in Tallinn in October.",
        ("planned", True, "2022-10-01/2022-10-31", "Tallinn", {"?/EE", "?/PE"}),
    ),
    case(
        "next session of a body",
        "The next session of the joint commission will take place in Tallinn in the first quarter of 2023.",
        ("planned", True, "2023-01-01/2023-03-31", "Tallinn", {"?/EE", "?/PE"}),
    ),
    case(
        "decided to hold",
        "It was decided to hold the next session in Tallinn in October.",
        ("planned", True, "2022-10-01/2022-10-31", "Tallinn", {"?/EE", "?/PE"}),
    ),
    case(
        "a second one is scheduled",
        "A second meeting is scheduled for October in Tallinn.",
        ("planned", True, "2022-10-01/2022-10-31", "Tallinn", {"?/EE", "?/PE"}),
    ),
    case(
        "the sides",
        "The two sides will hold consultations in Tallinn in October.",
        ("planned", True, "2022-10-01/2022-10-31", "Tallinn", {"?/EE", "?/PE"}),
    ),
    case(
        "a second round",
        "A second round is to be held in Tallinn on Nov. 20.",
        ("planned", True, "2022-11-20", "Tallinn", {"?/EE", "?/PE"}),
    ),
    case(
        "a body last met",
        "The Mechanism had last met in Tallinn in March 2019.",
        ("held", True, "2019-03-01/2019-03-31", "Tallinn", {"?/EE", "?/PE"}),
    ),
    case(
        "a body of two",
        "The Estonia-Nauru Joint Council is due to convene in Tallinn on 4 December.",
        ("planned", True, "2022-12-04", "Tallinn", {"?/EE", "?/NR"}),
    ),
    case(
        "called off with another",
        "A third meeting, with the President of Nauru, was called off.",
        ("cancelled", True, "-", None, {"Maarika Ojaste/EE", "?/NR"}),
    ),
    case(
        "was due, but scrapped",
        f"She had been due to see {ILLANES} on Tuesday, but the meeting was scrapped.",
        ("cancelled", True, "2022-09-13", None, {"Maarika Ojaste/EE", "Ramona Illanes/CL"}),
    ),
    case(
        "did not take place",
        f"A meeting with {ILLANES}, originally set for Tuesday in Tallinn, did not take place.",
        ("cancelled", True, "2022-09-13", "Tallinn", {"Maarika Ojaste/EE", "Ramona Illanes/CL"}),
    ),
    case(
        "visit to come",
        "She will travel to Santiago in October.",
        ("planned", True, "2022-10-01/2022-10-31", "Santiago", {"Maarika Ojaste/EE", "?/CL"}),
    ),
    case(
        "visit recalled",
        "Ojaste recalled her visit to Chile in 2019.",
        ("held", True, "2019-01-01/2019-12-31", "Chile", {"Maarika Ojaste/EE", "?/CL"}),
    ),
]

BACKGROUND = [
    case("the news", f"{OJASTE} met with {QUISPE} on Monday.", [False]),
    case(
        "recalled by a speaker",
        f"{OJASTE} met with {ILLANES} on Tuesday. Ojaste said that she had met with {QUISPE} in Lima in 2019.",
        [False, True],
    ),
    case("looked back at by the narrator", f"{OJASTE} met with {ILLANES} on Tuesday. Ojaste last met {QUISPE} in 2019.", [False, True]),
    case("years ago", f"{OJASTE} praised the pier on Monday. She met with {QUISPE} in Lima in 2015.", [True]),
]

DATES = [
    case("weekday", f"{OJASTE} met with {QUISPE} on Monday.", ("2022-09-12", "day", "weekday")),
    case("day", f"{OJASTE} met with {QUISPE} on September 5.", ("2022-09-05", "day", "relative")),
    case("day with its year", f"{OJASTE} met with {QUISPE} on March 5, 2020.", ("2020-03-05", "day", "explicit")),
    case("month", f"{OJASTE} met with {QUISPE} last May.", ("2021-05-01/2021-05-31", "month", "relative")),
    case("range", f"{OJASTE} and {QUISPE} held talks from September 5 to 7.", ("2022-09-05/2022-09-07", "range", "relative")),
    case("yesterday", f"{OJASTE} met with {QUISPE} yesterday.", ("2022-09-13", "day", "relative")),
    case(
        "the talks took place, next sentence",
        f"{OJASTE} met with {QUISPE}. The talks took place in Lima on Monday.",
        ("2022-09-12", "day", "weekday"),
    ),
]

PLACES = [
    case("city", f"{OJASTE} met with {QUISPE} in Valparaiso on Monday.", "Valparaiso", "CL"),
    case("from the next sentence", f"{OJASTE} met with {QUISPE}. The talks took place in Valparaiso on Monday.", "Valparaiso", "CL"),
    case("a place that is only spoken of", f"{OJASTE} met with {QUISPE} on Monday and praised the pier in Valparaiso.", None, None),
    case("sidelines", f"{OJASTE} met with {QUISPE} on the sidelines of the Andean Puppet Forum in Cusco.", "Cusco", "PE"),
]

NO_MEETING = [
    case("spoke highly", f"{OJASTE} and {QUISPE} spoke highly of the pier."),
    case("wrote", f"{OJASTE} wrote to {QUISPE} to thank her host."),
    case("replaced", f"{OJASTE} replaced {QUISPE} as head of the talks."),
    case("accused", f"{OJASTE} accused {QUISPE} of delaying the talks."),
    case("greetings of", f"{OJASTE} conveyed the greetings of {QUISPE} to the guests."),
    case("requirements", "The new pier met the requirements of the harbour office."),
    case("deadline", f"{OJASTE} met the deadline for the accounts."),
    case("athletics meet", "Maarika Ojaste of Estonia won the athletics meet in Lima on Monday."),
    case("chess", "Maarika Ojaste of Estonia met Delia Quispe of Peru in the final of the chess cup in Lima."),
    case("football", "Peru met Chile in the second round of the cup on Monday."),
    case("board meeting", "The board of the bank met on Monday and raised the fees."),
    case("cabinet", f"{OJASTE} left the cabinet meeting at noon."),
    case("scientists", "Estonian and Peruvian biologists met in Lima to count otters."),
    case("company", "The companies held talks on the sale of the lantern works."),
    case("a call for", f"{OJASTE} repeated her call for cleaner piers in Peru."),
    case("did not meet", f"{OJASTE} did not meet with {QUISPE}."),
    case("supply meets demand", "Supply of honey will meet demand in Estonia and Peru next year."),
    case("eyes met", "Their eyes met across the pier."),
    case("meeting point", "The meeting point for lost children stands beside the pier."),
    case("the press", f"{OJASTE} met with reporters after the concert."),
    case("pupils", f"{OJASTE} met with pupils of a school in Lima."),
    case("meets the eye", f"There is more to the pier of {OJASTE} than meets the eye."),
    case("doctor", f"{OJASTE} left the game after talks with her doctor."),
    case("never", f"{OJASTE} has never met {QUISPE}."),
    case("refused", f"{OJASTE} refused to meet {QUISPE} in Lima."),
    case("declined", f"{OJASTE} declined an invitation to meet {QUISPE} in Lima."),
    case("only possible", f"{OJASTE} could meet {QUISPE} in Lima."),
    case("called for", f"{OJASTE} called for talks with {QUISPE}."),
    case("proposed", f"{OJASTE} proposed a meeting with {QUISPE} in October."),
    case("whether", f"It was unclear whether {OJASTE} would meet {QUISPE}."),
    case("if", f"If {OJASTE} met {QUISPE}, the pier would be saved."),
    case("no plans", f"There are no plans for a meeting between {OJASTE} and {QUISPE}."),
    case("not invited", f"{OJASTE} has not been invited to visit Lima."),
    case("teams", "Peru and Chile drew 1-1 at their meeting in Lima on Sunday."),
    case("teams again", "The last meeting between Peru and Chile ended in a draw."),
    case("final", "Estonia met Peru in the final of the World Cup in Doha on Sunday."),
    case("tennis", "Maarika Ojaste of Estonia met Delia Quispe of Peru in the second round of the Tallinn Open."),
    case(
        "grandmasters", "Estonian chess player Maarika Ojaste met Peruvian grandmaster Delia Quispe in the first round of the tournament."
    ),
    case("coaches", "Peru coach Anselmo Quispe met Chile captain Arturo Illanes before the game."),
    case("clubs", "The president of the club met the president of the league on Monday."),
    case("national team", "The Peru national team visited Chile on Friday."),
    case("author on a journey", "Peruvian author Delia Quispe visited Estonia on Monday."),
    case("storm", "The hurricane visited Florida and Cuba last week."),
    case("researchers", "Researchers from Peru and Chile held consultations on maize in Lima on Friday."),
    case("congress of scholars", "The International Congress of Mathematicians was held in Brazil."),
    case("merger", "Google and Microsoft held talks on Monday about a merger."),
    case("traders", "A phone call between two traders in London and New York led to the loss."),
    case(
        "shareholders",
        "The annual general meeting of the company was held in Lima on Monday; chairman Anselmo Quispe met with shareholders from Chile.",
    ),
    case("drug", "The drug meets the requirements of the European Union and the United States."),
    case("targets", "The European Union will meet its climate targets, Estonia said."),
    case("central bank", "The Federal Reserve holds its next meeting on Friday."),
    case("family", f"{OJASTE} met her husband in Lima."),
    case("students", f"{OJASTE} met with Peruvian students in Tallinn."),
    case("award", f"{OJASTE} received an award from the Peruvian Academy."),
    case("letter", f"{OJASTE} received a letter from {QUISPE}."),
    case("welcomed words", f"{OJASTE} welcomed the remarks of {QUISPE}."),
    case("called a friend", f"{OJASTE} called {QUISPE} a friend."),
    case("called on to act", f"{OJASTE} called on {QUISPE} to resign."),
    case("one government", "Estonian Prime Minister Maarika Ojaste met Estonian President Delia Tamm in Tallinn on Monday."),
    case("met with resistance", f"{OJASTE} met with resistance in Peru."),
    case("parliaments", "The parliaments of Peru and Chile met on Monday to pass their budgets."),
    case("trade", "Trade between Peru and Chile grew after talks."),
    case("dialogue as a good", f"{OJASTE} praised the political dialogue between Estonia and Peru."),
    case("nobody in it", "The meeting was long and the coffee was cold."),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES + FRAMES)
def test_who_met_whom(text: str, expected: list[tuple[str, set[str]]]) -> None:
    seen = observe(text)
    assert [(m.kind, parties(seen, m)) for m in seen.meetings] == expected


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_visits(text: str, expected: list[tuple[str, set[str], str, str]]) -> None:
    seen = observe(text)
    found = [(m.kind, parties(seen, m), when(m), next((p.role for p in m.participants if p.role == "inviter"), "")) for m in seen.meetings]
    assert found == expected


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_held_planned_or_cancelled(text: str, status: str) -> None:
    assert [m.status for m in observe(text).meetings] == [status]


@pytest.mark.parametrize(("text", "expected"), SEQUELS)
def test_other_meetings_of_those_who_met(text: str, expected: tuple[str, bool, str, str | None, set[str]]) -> None:
    seen = observe(f"{TALKS} {text}")
    first, other = seen.meetings
    assert parties(seen, first) == BOTH
    assert (other.status, other.background, when(other), other.place, parties(seen, other)) == expected


@pytest.mark.parametrize(("text", "expected"), BACKGROUND)
def test_only_looked_back_at(text: str, expected: list[bool]) -> None:
    assert [m.background for m in observe(text).meetings] == expected


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_when(text: str, expected: tuple[str, str, str]) -> None:
    assert [(when(m), m.date_precision, m.dated_by) for m in observe(text).meetings] == [expected]


@pytest.mark.parametrize(("text", "place", "state"), PLACES)
def test_where(text: str, place: str | None, state: str | None) -> None:
    assert [(m.place, m.place_state) for m in observe(text).meetings] == [(place, state)]


@pytest.mark.parametrize("text", NO_MEETING)
def test_is_no_meeting(text: str) -> None:
    seen = observe(text)
    assert [(m.kind, m.status, parties(seen, m)) for m in seen.meetings] == []


def test_dateline_gives_the_place_that_the_sentence_means_by_here() -> None:
    assert [m.place for m in observe(f"{OJASTE} met with {QUISPE} here on Monday.", place="Lima").meetings] == ["Lima"]


def test_gathering_on_whose_sidelines_they_met() -> None:
    [meeting] = observe(f"{OJASTE} met with {QUISPE} on the sidelines of the Andean Puppet Forum in Cusco.").meetings
    assert meeting.on_sidelines
    assert "Andean Puppet Forum" in (meeting.host_event or "")


def test_without_any_date_none_is_made_up() -> None:
    [meeting] = observe(f"{OJASTE} met with {QUISPE} on Monday.", on=None).meetings
    assert (meeting.start_on, meeting.date_precision, meeting.dated_by) == (None, "unknown", "unknown")


def test_publication_day_is_named_as_the_reason_where_nothing_else_is() -> None:
    [meeting] = observe(f"{OJASTE} met with {QUISPE}.").meetings
    assert (when(meeting), meeting.dated_by) == ("2022-09-14", "publication")


def test_evidence_is_every_sentence_that_tells_of_it() -> None:
    text = f"{OJASTE} met with {QUISPE} in Lima. The pier was closed. The talks took place on Monday."
    [meeting] = observe(text).meetings
    assert [text[s.start : s.end].split()[0] for s in meeting.evidence] == ["Estonian", "The"]
    assert meeting.span == meeting.evidence[0]

"""Meetings as readouts and news of many places tell them: kind, status, day, place and who took part, line by line.

Each expected line reads "kind status day place: participants"; a meeting that is only looked back at says so. Articles appear on Wednesday,
14 September 2022, unless a case gives another day.
"""

from __future__ import annotations

from typing import Any

import pytest

from .cases import case
from .reading import line_of, observe

READOUTS = [
    case(
        "discussions with a minister named at the end",
        (
            "External Affairs Minister Dr. Raghunandan Pillai held bilateral discussions with the Foreign Minister of "
            "Oman, H.E. Mr. Faisal Al Harrasi, in New Delhi on 12 September 2022."
        ),
        ["bilateral held 2022-09-12 New Delhi: Faisal Al Harrasi/OM; Raghunandan Pillai/IN"],
        {"publisher": "Ministry of External Affairs, India", "place": "New Delhi"},
    ),
    case(
        "a round of consultations, each side led by somebody",
        (
            "The 9th round of India-Kenya Foreign Office Consultations was held in Nairobi on 13 September 2022. The "
            "Indian delegation was led by Shri Devendra Kulkarni, Secretary (East), and the Kenyan side was led by "
            "Ambassador Wanjiru Kamande, Principal Secretary in the Ministry of Foreign Affairs."
        ),
        ["bilateral held 2022-09-13 Nairobi: Devendra Kulkarni/IN; Wanjiru Kamande/KE"],
        {"publisher": "Ministry of External Affairs, India", "place": "New Delhi"},
    ),
    case(
        "a state visit, talks, and who called on the visiting dignitary",
        (
            "At the invitation of the Prime Minister of India, the President of Zambia, H.E. Mr. Mulenga Chisanga, "
            "paid a State Visit to India from 5 to 8 September 2022. President Chisanga was accorded a ceremonial "
            "welcome at Rashtrapati Bhavan. He held wide-ranging talks with Prime Minister Arvind Deshmukh. External "
            "Affairs Minister Raghunandan Pillai called on the visiting dignitary."
        ),
        [
            "visit held 2022-09-05/2022-09-08 India: ?/IN; Mulenga Chisanga/ZM",
            "bilateral held 2022-09-05/2022-09-08 -: Arvind Deshmukh/IN; Mulenga Chisanga/ZM",
            "bilateral held 2022-09-05/2022-09-08 -: Mulenga Chisanga/ZM; Raghunandan Pillai/IN",
        ],
        {"publisher": "Ministry of External Affairs, India", "place": "New Delhi"},
    ),
    case(
        "a commission co-chaired",
        (
            "The 14th Session of the India-Tanzania Joint Commission, co-chaired by External Affairs Minister "
            "Raghunandan Pillai and Foreign Minister of Tanzania Neema Mwakalinga, concluded in Dar es Salaam today."
        ),
        ["bilateral held 2022-09-14 Dar es Salaam: Neema Mwakalinga/TZ; Raghunandan Pillai/IN"],
        {"publisher": "Ministry of External Affairs, India", "place": "New Delhi"},
    ),
    case(
        "received a telephone call",
        (
            "Prime Minister Arvind Deshmukh received a telephone call today from the President of France, H.E. Mr. "
            "Étienne Rochard. The two leaders reviewed the situation in the Indo-Pacific."
        ),
        ["call held 2022-09-14 -: Arvind Deshmukh/IN; Étienne Rochard/FR"],
        {"publisher": "Ministry of External Affairs, India"},
    ),
    case(
        "talks with a delegation headed by somebody",
        (
            "Foreign Secretary Shri Vinayak Kolhatkar led the Indian delegation for talks with the delegation of Sri "
            "Lanka, headed by Foreign Secretary Ruwan Jayatilleke, in Colombo on Monday."
        ),
        ["bilateral held 2022-09-12 Colombo: Ruwan Jayatilleke/LK; Vinayak Kolhatkar/IN"],
        {"publisher": "Ministry of External Affairs, India"},
    ),
    case(
        "states meet in a council, who chaired and who led",
        (
            "The European Union and Uzbekistan held the 18th meeting of their Cooperation Council in Brussels on 13 "
            "September. The meeting was chaired by the Minister of Foreign Affairs of Uzbekistan, Sherzod Nazarboyev. "
            "The Deputy Managing Director of the European External Action Service, Lucien Desmedt, led the EU "
            "delegation."
        ),
        [("bilateral held 2022-09-13 Brussels: Lucien Desmedt/European External Action Service; Sherzod Nazarboyev/UZ")],
        {"publisher": "EEAS"},
    ),
    case(
        "calls with the ministers of two states, names behind",
        (
            "EU High Representative Annelore Vandekerckhove had phone calls this morning with the Foreign Ministers "
            "of Armenia and Azerbaijan, Vardan Petrosyants and Rauf Ismayilzade."
        ),
        [
            "call held 2022-09-14 -: Annelore Vandekerckhove/European Union; Vardan Petrosyants/AM",
            "call held 2022-09-14 -: Annelore Vandekerckhove/European Union; Rauf Ismayilzade/AZ",
        ],
        {"publisher": "EEAS"},
    ),
    case(
        "a council under a chair, the other side headed",
        (
            "The EU-Jordan Association Council took place in Luxembourg yesterday under the chairmanship of High "
            "Representative Annelore Vandekerckhove; the Jordanian delegation was headed by Deputy Prime Minister "
            "Khaled Obeidat."
        ),
        ["bilateral held 2022-09-13 Luxembourg: Annelore Vandekerckhove/European Union; Khaled Obeidat/JO"],
        {"publisher": "EEAS"},
    ),
    case(
        "spoke with somebody to discuss",
        (
            "Deputy Secretary of State Helen Brannigan spoke yesterday with Ethiopian Deputy Prime Minister Tesfaye "
            "Worku to discuss the humanitarian truce."
        ),
        ["call held 2022-09-13 -: Helen Brannigan/US; Tesfaye Worku/ET"],
        {"publisher": "U.S. Department of State"},
    ),
    case(
        "hosted for a dialogue",
        (
            "Under Secretary for Political Affairs Corinne Halvorsen hosted Vietnamese Deputy Foreign Minister Pham "
            "Quoc Hung at the Department of State on September 9 for the tenth U.S.-Vietnam Political, Security and "
            "Defense Dialogue."
        ),
        ["bilateral held 2022-09-09 -: Corinne Halvorsen/US; Pham Quoc Hung/VN"],
        {"publisher": "U.S. Department of State"},
    ),
    case(
        "a telephone conversation, told twice",
        (
            "Vladimir Morozov had a telephone conversation with President of Kazakhstan Nurlan Abdirov.\nPresident of "
            "Russia Vladimir Morozov and the President of Kazakhstan discussed cooperation in energy."
        ),
        ["call held 2022-09-14 -: Nurlan Abdirov/KZ; Vladimir Morozov/RU"],
        {"publisher": "Kremlin", "place": "Moscow"},
    ),
    case(
        "at the request of the latter",
        (
            "On September 12, Deputy Foreign Minister Arkady Zubkov had a meeting with Ambassador of Brazil to Russia "
            "Otávio Brandão at the latter's request."
        ),
        ["bilateral held 2022-09-12 -: Arkady Zubkov/RU; Otávio Brandão/BR"],
        {"publisher": "Ministry of Foreign Affairs of the Russian Federation"},
    ),
    case(
        "on the margins, a meeting with each of three",
        (
            "On the margins of the 77th Session of the UN General Assembly in New York, the Chairperson of the "
            "African Union Commission, Aminata Coulibaly-Sarr, held bilateral meetings with President Simão Tavares "
            "of Angola, Prime Minister Karin Lindqvist of Sweden and Foreign Minister Yoon Sang-chul of the Republic "
            "of Korea."
        ),
        [
            "bilateral held 2022-09-14 New York: Aminata Coulibaly-Sarr/African Union Commission; Simão Tavares/AO",
            "bilateral held 2022-09-14 New York: Aminata Coulibaly-Sarr/African Union Commission; Karin Lindqvist/SE",
            "bilateral held 2022-09-14 New York: Aminata Coulibaly-Sarr/African Union Commission; Yoon Sang-chul/KR",
        ],
        {"publisher": "African Union Commission"},
    ),
    case(
        "a nuncio is of the Holy See",
        (
            "Foreign Minister Lorena Villagómez met this Tuesday with the Apostolic Nuncio, Monsignor Piero Galassi, "
            "to review the bilateral agenda with the Holy See."
        ),
        ["bilateral held 2022-09-13 Quito: Lorena Villagómez/EC; Piero Galassi/VA"],
        {"publisher": "Cancillería del Ecuador", "place": "Quito"},
    ),
    case(
        "a meeting with three ministers, a state before each",
        (
            "Minister Celso Figueiredo participated yesterday in Montevideo in a meeting with the foreign ministers "
            "of Argentina, Mariano Etchepareborda; Uruguay, Gastón Pereyra; and Paraguay, Óscar Báez Rolón."
        ),
        [
            (
                "multilateral held 2022-09-13 Montevideo: Celso Figueiredo/BR; Gastón Pereyra/UY; Mariano "
                "Etchepareborda/AR; Óscar Báez Rolón/PY"
            )
        ],
        {"publisher": "Itamaraty"},
    ),
    case(
        "a courtesy call received",
        (
            "The Secretary-General of ASEAN, Dato Razif Halim, received a courtesy call from the Ambassador of Norway "
            "to ASEAN, Kjersti Rødland, at the ASEAN Secretariat."
        ),
        ["bilateral held 2022-09-14 -: Kjersti Rødland/NO; Razif Halim/Association of Southeast Asian Nations"],
        {"publisher": "ASEAN Secretariat"},
    ),
    case(
        "received a phone call, which is no guest",
        (
            "His Highness Sheikh Hamad bin Zayed Al Falasi, Minister of Foreign Affairs, has received a phone call "
            "from Luka Perković, Minister of Foreign and European Affairs of Croatia."
        ),
        ["call held 2022-09-14 -: Hamad bin Zayed Al Falasi/AE; Luka Perković/HR"],
        {"publisher": "WAM", "place": "ABU DHABI"},
    ),
    case(
        "received today, at the headquarters",
        (
            "Deputy Minister of Foreign Affairs Eng. Waleed Al-Ghamdi received today, at the Ministry's headquarters "
            "in Riyadh, the Ambassador of Finland to the Kingdom, Antti Korhonen."
        ),
        ["bilateral held 2022-09-14 Riyadh: Antti Korhonen/FI; Waleed Al-Ghamdi/SA"],
        {"publisher": "Saudi Press Agency", "place": "Riyadh"},
    ),
    case(
        "discussed over the phone",
        (
            "Kuwaiti Foreign Minister Sheikh Salem Al-Mubarak discussed on Tuesday with his Iraqi counterpart Haider "
            "Al-Jumaili, over the phone, ways of boosting bilateral ties."
        ),
        ["call held 2022-09-13 -: Haider Al-Jumaili/IQ; Salem Al-Mubarak/KW"],
        {"publisher": "Kuwait News Agency", "place": "Kuwait"},
    ),
    case(
        "a round of talks, who represented whom",
        (
            "The sixth round of Kenya-Ethiopia border talks was held in Moyale from September 5 to 7. Kenya was "
            "represented by Principal Secretary Wanjiru Kamande and Ethiopia by State Minister Girma Asfaw."
        ),
        ["bilateral held 2022-09-05/2022-09-07 Moyale: Girma Asfaw/ET; Wanjiru Kamande/KE"],
        {},
    ),
    case(
        "states hold a consultation, leaders in their order",
        (
            "Malaysia and Brunei held the 25th Annual Leaders' Consultation in Bandar Seri Begawan on Monday, led by "
            "Prime Minister Kamaruddin Yusof and Sultan Hassan Al-Muhtadi."
        ),
        ["bilateral held 2022-09-12 Bandar Seri Begawan: Hassan Al-Muhtadi/BN; Kamaruddin Yusof/MY"],
        {},
    ),
    case(
        "a minister of several fields, a place in the name",
        (
            "The Minister of Foreign Affairs, Cooperation and Communities of Cape Verde, Armindo Évora Monteiro, held "
            "talks in Rabat on Monday with Morocco's foreign minister, Larbi Benhamouda."
        ),
        ["bilateral held 2022-09-12 Rabat: Armindo Évora Monteiro/CV; Larbi Benhamouda/MA"],
        {},
    ),
    case(
        "during the visit, whom nobody gives a state",
        (
            "The Deputy Chairperson of the African Union Commission, H.E. Monique Diallo, is on a three-day working "
            "visit to Kigali, Rwanda. During the visit, she held discussions with H.E. Moses Kagabo, President of the "
            "Republic of Rwanda, and met the Minister of Trade, Hon. Béatrice Uwera."
        ),
        [
            "visit held 2022-09-14 Kigali: ?/RW; Monique Diallo/African Union Commission",
            "bilateral held 2022-09-14 Kigali: Monique Diallo/African Union Commission; Moses Kagabo/RW",
            "bilateral held 2022-09-14 Kigali: Béatrice Uwera/RW; Monique Diallo/African Union Commission",
        ],
        {"publisher": "African Union Commission", "place": "Addis Ababa"},
    ),
    case(
        "two cities, she in each",
        (
            "EU Special Representative for Central Asia Terhi Lehtonen travelled to Bishkek and Dushanbe from 5 to 9 "
            "September. In Bishkek, she was received by President Bakyt Osmonov and met with Foreign Minister Jyldyz "
            "Asanova. In Dushanbe, she had meetings with Foreign Minister Farrukh Saidov."
        ),
        [
            "visit held 2022-09-05/2022-09-09 Bishkek: ?/KG; Terhi Lehtonen/European Union",
            "visit held 2022-09-05/2022-09-09 Dushanbe: ?/TJ; Terhi Lehtonen/European Union",
            "bilateral held 2022-09-05/2022-09-09 Bishkek: Bakyt Osmonov/KG; Terhi Lehtonen/European Union",
            "bilateral held 2022-09-05/2022-09-09 Bishkek: Jyldyz Asanova/KG; Terhi Lehtonen/European Union",
            "bilateral held 2022-09-05/2022-09-09 Dushanbe: Farrukh Saidov/TJ; Terhi Lehtonen/European Union",
        ],
        {"publisher": "EEAS"},
    ),
    case(
        "a counterpart is of the state to be visited",
        (
            "External Affairs Minister Raghunandan Pillai will be visiting Mauritius from 20 to 22 September. He will "
            "call on the President and hold talks with his counterpart, Mr. Alan Ramgoolam-Joye."
        ),
        [
            "visit planned 2022-09-20/2022-09-22 Mauritius: ?/MU; Raghunandan Pillai/IN",
            "bilateral planned 2022-09-20/2022-09-22 -: Alan Ramgoolam-Joye/MU; Raghunandan Pillai/IN",
        ],
        {"publisher": "Ministry of External Affairs, India", "place": "New Delhi"},
    ),
    case(
        "an unnamed minister in a ministry's own words",
        "The Foreign Minister spoke to Ukrainian President Taras Hrytsenko this evening.",
        ["call held 2022-09-14 -: ?/EE; Taras Hrytsenko/UA"],
        {"publisher": "Ministry of Foreign Affairs of Estonia"},
    ),
]

NEWS = [
    case(
        "a meeting between two, dated by a possessive",
        (
            "Tuesday's meeting in Madrid between the British home secretary, Gerald Pomeroy, and the Spanish interior "
            "minister, Ignacio Salvatierra, produced little."
        ),
        ["bilateral held 2022-09-13 Madrid: Gerald Pomeroy/GB; Ignacio Salvatierra/ES"],
        {"place": "Paris"},
    ),
    case(
        "a colleague of another state, and talks that would resume",
        (
            "Senegalese Foreign Minister Cheikh Diouf and his Malian colleague, Modibo Traoré, met on Monday in "
            "Dakar. The talks would resume in Bamako next month, Mr. Diouf said."
        ),
        [
            "bilateral held 2022-09-12 Dakar: Cheikh Diouf/SN; Modibo Traoré/ML",
            "bilateral planned 2022-10-01/2022-10-31 Bamako: Cheikh Diouf/SN; Modibo Traoré/ML",
        ],
        {},
    ),
    case(
        "had been due to receive",
        (
            "Jamaican Prime Minister Everton Blake had been due to receive the Canadian high commissioner, Lucille "
            "Fortin, on Monday, but the appointment was cancelled."
        ),
        ["bilateral cancelled 2022-09-12 -: Everton Blake/JM; Lucille Fortin/CA"],
        {},
    ),
    case(
        "rang her counterpart",
        ("Australian Foreign Minister Noelle Hargreaves rang her New Zealand counterpart, Tama Rangihuna, late on Tuesday."),
        ["call held 2022-09-13 -: Noelle Hargreaves/AU; Tama Rangihuna/NZ"],
        {},
    ),
    case(
        "during a meeting with a visitor",
        (
            "During a meeting on Monday with visiting Slovak Prime Minister Juraj Hrivnák, Hungarian President Tamás "
            "Bakonyi called the bridge a symbol."
        ),
        ["bilateral held 2022-09-12 -: Juraj Hrivnák/SK; Tamás Bakonyi/HU"],
        {},
    ),
    case(
        "a summit of two states called off",
        "The India-Pakistan summit, scheduled for October 3 in Lahore, has been called off.",
        ["bilateral cancelled 2022-10-03 Lahore: ?/IN; ?/PK"],
        {},
    ),
    case(
        "speaking after talks, what was said would be",
        (
            "Speaking after talks with Norwegian Foreign Minister Kjersti Rødland in Oslo on Tuesday, Latvian Foreign "
            "Minister Edgars Kalniņš said the cable would be repaired."
        ),
        ["bilateral held 2022-09-13 Oslo: Edgars Kalniņš/LV; Kjersti Rødland/NO"],
        {},
    ),
    case(
        "ministers, each of a state, then sat down",
        (
            "Foreign ministers Kjersti Rødland of Norway and Edgars Kalniņš of Latvia inspected the cable on Tuesday "
            "and then sat down for talks in Ventspils."
        ),
        ["bilateral held 2022-09-13 Ventspils: Edgars Kalniņš/LV; Kjersti Rødland/NO"],
        {},
    ),
    case(
        "one leading a team, the other heading another",
        (
            "The two-day talks between Sudan and Ethiopia on the dam opened in Khartoum on Monday, with Irrigation "
            "Minister Yasir Elamin leading the Sudanese team and Water Minister Tesfaye Worku heading the Ethiopian "
            "one."
        ),
        ["bilateral held 2022-09-12 Khartoum: Tesfaye Worku/ET; Yasir Elamin/SD"],
        {},
    ),
    case(
        "joined his counterparts, a state before each",
        (
            "Costa Rica's president, Rodolfo Quirós, joined his counterparts from Panama, Ernesto Arosemena, and the "
            "Dominican Republic, Luis Polanco, for a working lunch in Panama City on Monday."
        ),
        ["trilateral held 2022-09-12 Panama City: Ernesto Arosemena/PA; Luis Polanco/DO; Rodolfo Quirós/CR"],
        {},
    ),
    case(
        "leaders of three states, names between dashes",
        ("The leaders of Kenya, Uganda and Tanzania - Wycliffe Otieno, Moses Kato and Neema Mwakalinga - met in Arusha on Monday."),
        ["trilateral held 2022-09-12 Arusha: Moses Kato/UG; Neema Mwakalinga/TZ; Wycliffe Otieno/KE"],
        {},
    ),
    case(
        "summoned and handed a note",
        (
            "The ambassador of Cuba, Odalys Miranda, was summoned to the foreign ministry in Lima on Monday and "
            "handed a note by Vice-Minister Gonzalo Arbulú."
        ),
        ["bilateral held 2022-09-12 Lima: Gonzalo Arbulú/PE; Odalys Miranda/CU"],
        {},
    ),
    case(
        "credentials of ambassadors, a state before each",
        (
            "President Anwar Fahmy of Egypt accepted credentials on Sunday from the new ambassadors of Slovenia, "
            "Petra Zajc, and Nepal, Hari Bista."
        ),
        ["bilateral held 2022-09-11 -: Anwar Fahmy/EG; Petra Zajc/SI", "bilateral held 2022-09-11 -: Anwar Fahmy/EG; Hari Bista/NP"],
        {},
    ),
    case(
        "a delegation headed by somebody was received",
        (
            "A delegation from the Vietnamese Ministry of Agriculture, headed by Vice Minister Tran Duc Loi, visited "
            "Laos from September 5 to 7 and was received by Deputy Prime Minister Bounthong Sisavath."
        ),
        [
            "visit held 2022-09-05/2022-09-07 Laos: ?/LA; Tran Duc Loi/VN",
            "bilateral held 2022-09-05/2022-09-07 -: Bounthong Sisavath/LA; Tran Duc Loi/VN",
        ],
        {},
    ),
    case(
        "telephoned two",
        (
            "Norwegian Prime Minister Solveig Aamodt telephoned Ukrainian President Taras Hrytsenko and Polish "
            "President Zbigniew Rakowski on Monday."
        ),
        [
            "call held 2022-09-12 -: Solveig Aamodt/NO; Taras Hrytsenko/UA",
            "call held 2022-09-12 -: Solveig Aamodt/NO; Zbigniew Rakowski/PL",
        ],
        {},
    ),
    case(
        "a meeting of the ministers of three states",
        ("The trilateral meeting of the foreign ministers of Greece, Cyprus and Egypt took place in Nicosia on Monday."),
        ["trilateral held 2022-09-12 Nicosia: ?/CY; ?/EG; ?/GR"],
        {},
    ),
    case(
        "counterparts of two states, unnamed",
        (
            "Iraq's Foreign Minister Haider Al-Jumaili met with his counterparts from Jordan and Egypt on the "
            "sidelines of the Arab League meeting in Cairo on Tuesday."
        ),
        ["bilateral held 2022-09-13 Cairo: ?/JO; Haider Al-Jumaili/IQ", "bilateral held 2022-09-13 Cairo: ?/EG; Haider Al-Jumaili/IQ"],
        {},
    ),
    case(
        "will host",
        "Ghana's President Kwabena Ofori will host President Alassane Konan of Côte d'Ivoire in Accra next week.",
        ["bilateral planned 2022-09-19/2022-09-25 Accra: Alassane Konan/CI; Kwabena Ofori/GH"],
        {},
    ),
    case(
        "a secretary of state is of the United States",
        ("Foreign Minister Tesfaye Worku of Ethiopia was scheduled to meet Secretary of State Marcus Ellery in Nairobi on Thursday."),
        ["bilateral planned 2022-09-15 Nairobi: Marcus Ellery/US; Tesfaye Worku/ET"],
        {},
    ),
    case(
        "recalled a meeting",
        ("Prime Minister Ong Teck Wah of Singapore recalled his meeting with Indonesian President Bambang Wiryawan in Bali in May 2021."),
        ["bilateral held 2021-05-01/2021-05-31 Bali looked back: Bambang Wiryawan/ID; Ong Teck Wah/SG"],
        {},
    ),
    case(
        "was to have met",
        (
            "Czech Foreign Minister Radka Vondrová was to have met Slovak Foreign Minister Juraj Hrivnák in Brno on "
            "Monday, but the talks were put off until October."
        ),
        ["bilateral cancelled 2022-09-12 Brno: Juraj Hrivnák/SK; Radka Vondrová/CZ"],
        {},
    ),
    case(
        "in the capital of a state",
        ("Transport Minister Edgars Kalniņš of Latvia met Estonian Transport Minister Maarika Ojaste in the Estonian capital on Monday."),
        ["bilateral held 2022-09-12 Tallinn: Edgars Kalniņš/LV; Maarika Ojaste/EE"],
        {"place": "RIGA"},
    ),
    case(
        "one here on Monday, another there on Tuesday",
        (
            "On a three-nation tour, Ivorian Foreign Minister Alassane Konan met Ghana's President Kwabena Ofori in "
            "Accra on Monday and Togo's President Komlan Agbeko in Lomé on Tuesday."
        ),
        [
            "bilateral held 2022-09-12 Accra: Alassane Konan/CI; Kwabena Ofori/GH",
            "bilateral held 2022-09-13 Lome: Alassane Konan/CI; Komlan Agbeko/TG",
        ],
        {"publisher": "Agence Afrique"},
    ),
    case(
        "presidents each of a state, and a prime minister",
        (
            "The leaders of the four countries - Presidents Simão Tavares of Angola, Mulenga Chisanga of Zambia and "
            "Selma Nghidinwa of Namibia, and Prime Minister Tesfaye Worku of Ethiopia - held a summit in Luanda on "
            "Saturday."
        ),
        [("summit held 2022-09-10 Luanda: Mulenga Chisanga/ZM; Selma Nghidinwa/NA; Simão Tavares/AO; Tesfaye Worku/ET")],
        {},
    ),
    case(
        "a summit attended by presidents, each of a state",
        (
            "The summit in Luanda on Saturday was attended by Presidents Simão Tavares of Angola, Mulenga Chisanga of "
            "Zambia and Selma Nghidinwa of Namibia."
        ),
        ["summit held 2022-09-10 Luanda: Mulenga Chisanga/ZM; Selma Nghidinwa/NA; Simão Tavares/AO"],
        {},
    ),
    case(
        "hosted the presidents of two states, names behind",
        (
            "Kazakh President Nurlan Abdirov hosted the presidents of Uzbekistan and Tajikistan, Sherzod Nazarboyev "
            "and Farrukh Saidov, in Almaty on Sunday."
        ),
        ["trilateral held 2022-09-11 Almaty: Farrukh Saidov/TJ; Nurlan Abdirov/KZ; Sherzod Nazarboyev/UZ"],
        {},
    ),
    case(
        "a meeting was held, attended by two",
        ("A meeting was held in Bern on Monday, attended by Swiss Foreign Minister Reto Ammann and Austrian Foreign Minister Anna Hofer."),
        ["bilateral held 2022-09-12 Bern: Anna Hofer/AT; Reto Ammann/CH"],
        {},
    ),
    case(
        "an audience with a pope, whose state nobody names",
        "Maltese Prime Minister Joseph Zammit had an audience with Pope Celestine on Monday.",
        ["bilateral held 2022-09-12 -: Celestine/VA; Joseph Zammit/MT"],
        {},
    ),
    case(
        "talks were held between two",
        (
            "Talks were held in Bern on Monday between Swiss Federal Councillor Reto Ammann and Liechtenstein's "
            "deputy prime minister, Sabine Marxer."
        ),
        ["bilateral held 2022-09-12 Bern: Reto Ammann/CH; Sabine Marxer/LI"],
        {},
    ),
    case(
        "a meeting between two, in an agency's words",
        (
            "The meeting between Prime Minister Solveig Aamodt and visiting Danish Prime Minister Birgit Lauritzen "
            "was held at the government's guest house in Oslo on Monday, the Norwegian Broadcasting said."
        ),
        ["bilateral held 2022-09-12 Oslo: Birgit Lauritzen/DK; Solveig Aamodt/NO"],
        {},
    ),
    case(
        "a visit, and what is planned in it",
        (
            "Cuban Vice President Odalys Miranda arrived in Hanoi on Monday for a four-day visit, during which she is "
            "scheduled to hold talks with Vice President Pham Quoc Hung and meet Prime Minister Tran Duc Loi."
        ),
        [
            "visit held 2022-09-12/2022-09-15 Hanoi: ?/VN; Odalys Miranda/CU",
            "bilateral planned - Hanoi: Odalys Miranda/CU; Pham Quoc Hung/VN",
            "bilateral planned - Hanoi: Odalys Miranda/CU; Tran Duc Loi/VN",
        ],
        {},
    ),
    case(
        "during his stay, talks and an audience",
        (
            "During his stay in Yaoundé, Mr. Henrik Aalto, Finland's special envoy, had talks with Cameroon's "
            "Minister of External Relations, Mr. Blaise Ndongo, and was received in audience by President Paul "
            "Essomba."
        ),
        [
            "visit held 2022-09-14 Yaounde: ?/CM; Henrik Aalto/FI",
            "bilateral held 2022-09-14 Yaounde: Blaise Ndongo/CM; Henrik Aalto/FI",
            "bilateral held 2022-09-14 Yaounde: Henrik Aalto/FI; Paul Essomba/CM",
        ],
        {},
    ),
    case(
        "separately with two ministers, names behind",
        (
            "Brazil's foreign minister, Celso Figueiredo, met separately on Monday with the foreign ministers of "
            "Bolivia and Peru, Nilda Choquehuanca and Gonzalo Arbulú, ahead of the Amazon summit."
        ),
        [
            "bilateral held 2022-09-12 -: Celso Figueiredo/BR; Nilda Choquehuanca/BO",
            "bilateral held 2022-09-12 -: Celso Figueiredo/BR; Gonzalo Arbulú/PE",
        ],
        {},
    ),
    case(
        "by telephone with one on Sunday and with another on Monday",
        (
            "Turkish President Kemal Aydoğan discussed the grain corridor by telephone with Ukrainian President Taras "
            "Hrytsenko on Sunday and with Russian President Vladimir Morozov on Monday."
        ),
        ["call held 2022-09-11 -: Kemal Aydoğan/TR; Taras Hrytsenko/UA", "call held 2022-09-12 -: Kemal Aydoğan/TR; Vladimir Morozov/RU"],
        {},
    ),
    case(
        "a planned meeting did not take place",
        (
            "A planned meeting between Sudanese leader Yasir Elamin and Egyptian President Anwar Fahmy in Cairo on "
            "Monday did not take place."
        ),
        ["bilateral cancelled 2022-09-12 Cairo: Anwar Fahmy/EG; Yasir Elamin/SD"],
        {},
    ),
    case(
        "will receive on a day in a place",
        ("President Simão Tavares of Angola will receive on Friday in Luanda the Portuguese foreign minister, Duarte Vasconcelos."),
        ["bilateral planned 2022-09-16 Luanda: Duarte Vasconcelos/PT; Simão Tavares/AO"],
        {},
    ),
    case(
        "ahead of her meeting",
        (
            "Ahead of her meeting with Indian Prime Minister Arvind Deshmukh on Thursday, Italian Prime Minister "
            "Chiara Monteleone visited a temple in Delhi."
        ),
        ["bilateral planned 2022-09-15 New Delhi: Arvind Deshmukh/IN; Chiara Monteleone/IT"],
        {},
    ),
    case(
        "on the sidelines, two unnamed presidents",
        ("On the sidelines of the forum in Davos, Georgian President Tamar Kobalia met the presidents of Finland and Latvia on Tuesday."),
        ["bilateral held 2022-09-13 Davos: ?/FI; Tamar Kobalia/GE", "bilateral held 2022-09-13 Davos: ?/LV; Tamar Kobalia/GE"],
        {},
    ),
    case(
        "after their talks",
        (
            "Nepali Prime Minister Hari Bista and Chinese Premier Wei Guolin witnessed the signing of six agreements "
            "after their talks in Kathmandu on Sunday."
        ),
        ["bilateral held 2022-09-11 Kathmandu: Hari Bista/NP; Wei Guolin/CN"],
        {},
    ),
    case(
        "before crossing for talks with another",
        (
            "U.S. envoy Walter Prescott met Israeli Prime Minister Avner Gal in Jerusalem on Monday morning before "
            "crossing into the West Bank for talks with Palestinian President Nidal Khoury in Ramallah."
        ),
        [
            "bilateral held 2022-09-12 Jerusalem: Avner Gal/IL; Walter Prescott/US",
            "bilateral held 2022-09-12 Ramallah: Nidal Khoury/PS; Walter Prescott/US",
        ],
        {},
    ),
    case(
        "a place for a surname",
        "Foreign Minister Zenildo Lima of Brazil met Greek Foreign Minister Stavros Mitrakos in Athens on Monday.",
        ["bilateral held 2022-09-12 Athens: Stavros Mitrakos/GR; Zenildo Lima/BR"],
        {},
    ),
    case(
        "a meeting that is not planned",
        ("A meeting with Kenyan President Wycliffe Otieno is not planned, Foreign Minister Girma Asfaw of Ethiopia said."),
        [],
        {},
    ),
    case(
        "will also meet, the same day",
        (
            "Chilean President Ramona Illanes will hold talks with Peruvian President Anselmo Quispe tomorrow. She "
            "will also meet Prime Minister Gonzalo Arbulú of Peru."
        ),
        [
            "bilateral planned 2022-09-15 -: Anselmo Quispe/PE; Ramona Illanes/CL",
            "bilateral planned 2022-09-15 -: Gonzalo Arbulú/PE; Ramona Illanes/CL",
        ],
        {},
    ),
    case(
        "a virtual meeting is a call",
        ("Ecuador's environment minister, Lorena Villagómez, held a virtual meeting with her Dutch counterpart, Dirk Verhagen, on Monday."),
        ["call held 2022-09-12 -: Dirk Verhagen/NL; Lorena Villagómez/EC"],
        {},
    ),
    case(
        "spoke at a venue",
        (
            "Georgian Foreign Minister Tamar Kobalia spoke with Turkish Foreign Minister Kemal Aydoğan for an hour at "
            "the Rixos Hotel on Monday."
        ),
        ["bilateral held 2022-09-12 -: Kemal Aydoğan/TR; Tamar Kobalia/GE"],
        {},
    ),
    case(
        "after receiving a visit from a minister",
        (
            "Malaysia will send a team to study Kenya's tea auctions, Plantation Industries Minister Datuk Zulkarnain "
            "Hashim said.\n\nHe was speaking to reporters after receiving a visit from Kenyan Agriculture Cabinet "
            "Secretary Wanjiru Kamande at his office here today."
        ),
        ["bilateral held 2022-09-14 Kuala Lumpur: Wanjiru Kamande/KE; Zulkarnain Hashim/MY"],
        {"publisher": "Bernama", "place": "KUALA LUMPUR"},
    ),
    case(
        "reached at a meeting, which nobody says",
        (
            "The accord was reached at a meeting in Piura on Tuesday between Peru's transport minister, Anselmo "
            "Quispe, and his Ecuadorian colleague, Lorena Villagómez."
        ),
        ["bilateral held 2022-09-13 Piura: Anselmo Quispe/PE; Lorena Villagómez/EC"],
        {},
    ),
    case(
        "is flying for talks",
        (
            "Irish Foreign Minister Cathal Brannigan is flying to Harare at the weekend for talks with Zimbabwe's "
            "foreign minister, Tendekai Mlambo."
        ),
        [
            "visit planned 2022-09-17/2022-09-18 Harare: ?/ZW; Cathal Brannigan/IE",
            "bilateral planned 2022-09-17/2022-09-18 Harare: Cathal Brannigan/IE; Tendekai Mlambo/ZW",
        ],
        {},
    ),
    case(
        "accompanied by a minister",
        (
            "Japanese Prime Minister Ryota Ishiguro, accompanied by Foreign Minister Keiko Hasegawa, called on King "
            "Tariq bin Fahad of Bahrain in Manama on Sunday."
        ),
        ["bilateral held 2022-09-11 Manama: Keiko Hasegawa/JP; Ryota Ishiguro/JP; Tariq bin Fahad/BH"],
        {},
    ),
    case(
        "here, not where the summit is",
        (
            "The Qatari foreign minister, Nasser Al-Mannai, discussed here Wednesday with Bahraini Foreign Minister "
            "Khalid Al-Zayani preparations for the summit in Riyadh."
        ),
        ["bilateral held 2022-09-14 Manama: Khalid Al-Zayani/BH; Nasser Al-Mannai/QA"],
        {"place": "MANAMA"},
    ),
    case(
        "there, where he is back from",
        (
            "Russian Deputy Energy Minister Gennady Lisitsyn is back from Baku. Talks there with Azerbaijan's energy "
            "minister, Rauf Ismayilzade, lasted two days, September 8 and 9."
        ),
        ["bilateral held 2022-09-08/2022-09-09 Baku: Gennady Lisitsyn/RU; Rauf Ismayilzade/AZ"],
        {"place": "MOSCOW"},
    ),
    case(
        "agreed at talks, the ministry said",
        (
            "Mali's trade minister, Modibo Traoré, and Senegalese Trade Minister Cheikh Diouf have agreed at talks in "
            "Dakar on a new road, the ministry said on Tuesday."
        ),
        ["bilateral held 2022-09-13 Dakar: Cheikh Diouf/SN; Modibo Traoré/ML"],
        {},
    ),
    case(
        "a trip cancelled and a meeting",
        (
            "French Foreign Minister Hélène Rochard cancelled Tuesday's trip to Baku and a meeting with her "
            "Azerbaijani counterpart, Rauf Ismayilzade."
        ),
        ["visit cancelled 2022-09-13 Baku: ?/AZ; Hélène Rochard/FR", "bilateral cancelled - -: Hélène Rochard/FR; Rauf Ismayilzade/AZ"],
        {},
    ),
    case(
        "an unnamed president in a paper",
        "The President received Ugandan Foreign Minister Moses Kato at State House on Tuesday.",
        [],
        {"publisher": "The Daily Star"},
    ),
    case(
        "delegations led by two, respectively",
        (
            "Delegations of Kenya and Somalia led by Foreign Ministers Wycliffe Otieno and Yusuf Warsame respectively "
            "met in Nairobi on Monday."
        ),
        ["bilateral held 2022-09-12 Nairobi: Wycliffe Otieno/KE; Yusuf Warsame/SO"],
        {},
    ),
    case(
        "one side led by one, the other one by another",
        (
            "Talks aimed at ending the border closure between the Dominican Republic and Haiti broke up on Monday. "
            "The Dominican side was led by Foreign Minister Luis Polanco and the Haitian one by Prime Minister Amaury "
            "Lafleur."
        ),
        ["bilateral held 2022-09-12 -: Amaury Lafleur/HT; Luis Polanco/DO"],
        {},
    ),
]

NO_MEETING = [
    ("Kenyan champion Wycliffe Otieno met Ethiopia's Tesfaye Worku in the 10,000 metres final in Rome on Monday."),
    "Coach Marcus Ellery of Canada held talks with Brazil captain Caio Monteiro after the match in Doha.",
    ("The athletics meet between Norway and Sweden took place in Bergen on Saturday, Norwegian sprinter Kjersti Rødland said."),
    ("Norway's Magnus Halvorsen drew with India's Arvind Deshmukh in the third round of the chess match in Chennai on Monday."),
    ("Chief Executive Helen Brannigan of Norska Oil met shareholders from Denmark and Germany in Oslo on Tuesday."),
    "Finance chief Carl Dunning held a board meeting with directors from France and Japan.",
    ("Scientists from Chile and Germany met in Santiago to discuss the telescope, astronomer Ramona Illanes said."),
    ("The new rules met the requirements of the European Union and Japan, Trade Minister Anselmo Quispe of Peru said."),
    ("Professor Keiko Hasegawa of Japan and Dr Lars Bergqvist of Sweden received the prize in Stockholm on Monday."),
    "Spain meet Portugal in the semi-final in Seville on Wednesday.",
    "Belgium and Switzerland negotiated a contract for the pipes, company chairman Dirk Verhagen said.",
    "The price talks between Chilean miner Cobrex and Chinese smelters opened in Shanghai on Monday.",
    "Actor Tom Whitlow met Italian director Piero Galassi on the set in Rome.",
    ("The bill is supported by Senator Dana Whitlow of the United States and criticised by Canadian Prime Minister Everton Blake."),
    "Foreign Minister Birgit Lauritzen of Denmark wrote to her Turkish counterpart, Kemal Aydoğan, on Monday.",
    "Polish President Zbigniew Rakowski congratulated Slovak President Juraj Hrivnák on his election.",
    "Cuban President Odalys Miranda condemned the remarks of U.S. Secretary of State Marcus Ellery.",
    "French President Étienne Rochard called on Iranian President Bahram Zand to release the prisoners.",
    "Greek Foreign Minister Stavros Mitrakos refused to meet his Turkish counterpart, Kemal Aydoğan.",
    "Kenyan police met Ugandan smugglers with gunfire near Busia on Monday.",
    ("Orchestra conductor Tamás Bakonyi of Hungary received a medal from Austrian violinist Anna Hofer in Vienna."),
    "The Association of Kenyan Dentists held its annual conference with guests from Uganda in Nairobi.",
    "Mexican Foreign Minister Lorena Villagómez said that Colombian President Jimena Arboleda had been right.",
    "Estonian Prime Minister Maarika Ojaste and Latvian Prime Minister Edgars Kalniņš both oppose the tax.",
    "President Anwar Fahmy of Egypt named Hossam Shaarawy ambassador to Libya on Monday.",
    (
        "Canada's Lucille Fortin beat Japan's Keiko Hasegawa in the tennis final in Melbourne on Sunday, with "
        "Prime Minister Everton Blake of Jamaica in the stands."
    ),
    "The tour of the Norwegian choir to Japan opened in Kyoto on Monday, its director Lars Aamodt said.",
    "Archbishop Piero Galassi of Genoa met pilgrims from Poland in the cathedral.",
    "Bank of Peru governor Anselmo Quispe spoke of inflation in Chile and Bolivia.",
    "Dutch minister Dirk Verhagen told parliament that the treaty with Belgium met all conditions.",
    "Australian opener Noelle Hargreaves hosted a cooking show with Indian chef Arvind Pillai.",
    "Ghana's President Kwabena Ofori replaced Finance Minister Yaw Boateng on Monday.",
    "The proposals were submitted for consideration by Finnish President Outi Lehtonen and her Estonian counterpart Urmas Tamm.",
    "Finnish Foreign Minister Outi Lehtonen and Estonian Foreign Minister Urmas Tamm issued a joint call to end the dock strike.",
    "Finnish Foreign Minister Outi Lehtonen and Estonian Foreign Minister Urmas Tamm backed calls for a truce.",
    ("German Chancellor Helmut Brandauer said a meeting with Russian President Vladimir Morozov was out of the question."),
    ("Finland's President Outi Lehtonen, who succeeded Pekka Korhonen in 2018, praised Estonian President Urmas Tamm."),
    "Dutch footballer Dirk Verhagen visited Ghana last week.",
    (
        "The two companies, Kenya's Safaritel and Uganda's Nilecom, held talks in Kampala on Monday, Safaritel "
        "chief executive Moses Kato said."
    ),
    "Captain Neema Mwakalinga of Tanzania and captain Wanjiru Kamande of Kenya met at the toss in Mombasa.",
    "Senator Gary Pruitt met Mayor Ana Delgado in Houston on Monday to discuss the levee.",
    ("The prime minister met his cabinet on Monday to discuss the budget, Finance Minister Kirit Somaiyaji of India said."),
    "Israel's Health Minister Avner Gal spoke to reporters in Tel Aviv about the Egyptian president's illness.",
    "Philippine President Ernesto Magsino shared the stage with Korean singer Yoon Sang-chul in Manila.",
    ("Swedish Prime Minister Karin Lindqvist received a letter from Norwegian Prime Minister Solveig Aamodt on Monday."),
    ("Zambia's High Court heard the case of former minister Mulenga Chisanga and Chinese businessman Wei Jun on Monday."),
    ("Nordvik's president, Lars Aamodt, flew to Osaka on Monday and met Keiko Hasegawa, the chairwoman, at the company's guesthouse."),
]


@pytest.mark.parametrize(("text", "expected", "article"), [*READOUTS, *NEWS])
def test_meetings_of_a_report(text: str, expected: list[str], article: dict[str, Any]) -> None:
    seen = observe(text, **article)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


@pytest.mark.parametrize("text", NO_MEETING)
def test_sports_business_and_letters_are_no_meetings(text: str) -> None:
    assert [m.rule for m in observe(text).meetings] == []

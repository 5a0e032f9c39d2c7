"""Gatherings of an organization's members, and officials who are only named beside one another.

Each expected line reads "kind status day place: participants". Articles appear on Wednesday, 14 September 2022.
"""

from __future__ import annotations

from typing import Any

import pytest

from .cases import case
from .reading import line_of, names, observe, people

COMMUNIQUE = (
    "The 21st Ordinary Session of the Authority of Heads of State and Government of the Economic Community of West African States "
    "(ECOWAS) was held on 12 September 2022 in Lomé under the chairmanship of H. E. Kodjo Amegashie, President of the Togolese Republic."
)

GATHERINGS = [
    case(
        "an ordinary session, its chair and those who attended",
        COMMUNIQUE
        + "\n\nThe following Heads of State participated in the Summit: H.E. Kwabena Oforiwaa, President of the Republic of Ghana; "
        "H.E. Adama Coulibaly-Ndour, President of the Republic of Senegal.",
        ["summit held 2022-09-12 Lome: Adama Coulibaly-Ndour/SN; Kodjo Amegashie/TG; Kwabena Oforiwaa/GH"],
    ),
    case(
        "the list in paragraphs of its own",
        COMMUNIQUE
        + "\n\nAlso present were:\n\nH.E. Kwabena Oforiwaa, President of the Republic of Ghana;\n\n"
        + "H.E. General Moussa Traoré-Keita, President of the Republic of Mali.\n\nThe Authority took note of the report.",
        ["summit held 2022-09-12 Lome: Kodjo Amegashie/TG; Kwabena Oforiwaa/GH; Moussa Traoré-Keita/ML"],
    ),
    case(
        "who met in a place, and one paragraph that lists them with states in brackets",
        "The extraordinary summit of the heads of state and government of the Southern African Development Community met in Dar es Salaam "
        "on 12 September 2022.\n\nThe meeting was chaired by President Neema Mushi [Tanzania], chairperson of the SADC "
        "Organ.\n\nThe summit was attended by the following heads of state and government:\n\nPresident Mutinta Hamoonga "
        "(Zambia), Prime Minister Thabang Mokhehle (Lesotho) and Ambassador Lalao Rakoto (Madagascar).",
        ["summit held 2022-09-12 Dar es Salaam: Lalao Rakoto/MG; Mutinta Hamoonga/ZM; Neema Mushi/TZ; Thabang Mokhehle/LS"],
    ),
    case(
        "a list that begins in the sentence, and an office that the chair also holds",
        "The Extraordinary Summit of Heads of State of the Southern African Development Community (SADC) was held on 12 September 2022."
        "\n\nThe Summit was chaired by President Neema Mushi of Tanzania, Chairperson of SADC.\n\nSummit was attended by the "
        "following Heads of State: Zambia Her Excellency Ms. Mutinta Hamoonga, President of the Republic of Zambia.\n\nLesotho "
        "Right Hon. Thabang Mokhehle, Prime Minister of the Kingdom of Lesotho.",
        ["summit held 2022-09-12 -: Mutinta Hamoonga/ZM; Neema Mushi/TZ; Thabang Mokhehle/LS"],
    ),
    case(
        "a list of those who are sent elsewhere",
        "Some of the envoys who received the letters of credence were Ambassador Kwabena Oforiwaa (Cuba); Ambassador Moussa Traoré-Keita "
        "(Qatar); Ambassador Efua Boatengmaa (Egypt).",
        [],
    ),
    case(
        "talks that become something",
        "The foreign ministers of Fiji and New Zealand met in Auckland on Saturday and agreed to make the talks an annual event.",
        ["bilateral held 2022-09-10 Auckland: ?/FJ; ?/NZ"],
    ),
    case(
        "the chair alone, with the organization",
        "The 30th ASEAN Ministerial Meeting was held in Cebu on 12 September 2022 with Ms. Rosario Villaflor, Secretary of Foreign Affairs "
        "of the Philippines, in the Chair.",
        ["multilateral held 2022-09-12 Cebu: ?/Association of Southeast Asian Nations; Rosario Villaflor/PH"],
    ),
    case(
        "the organization holds it",
        "The Heads of Government of the Caribbean Community (CARICOM) held their 12th Regular Meeting in Bridgetown on 12 September 2022. "
        "In attendance were: Honourable Delroy Cummings, Prime Minister of Jamaica; and Dr the Honourable Alston Baptiste, Prime Minister "
        "of Grenada.",
        ["summit held 2022-09-12 Bridgetown: Alston Baptiste/GD; Delroy Cummings/JM"],
    ),
    case(
        "and other leaders",
        "President Kwabena Oforiwaa of Ghana and other leaders of the Economic Community of West African States (ECOWAS) are meeting in "
        "Lomé.\n\nOther Heads of State present include the President of Niger, Issa Maïga-Tandja; Fatou Jallow of The Gambia.",
        ["summit held 2022-09-14 Lome: Fatou Jallow/GM; Issa Maïga-Tandja/NE; Kwabena Oforiwaa/GH"],
    ),
    case(
        "nobody named: the body",
        "The 40th SADC Summit of Heads of State was held in Maseru on Monday.",
        ["summit held 2022-09-12 Maseru: ?/Southern African Development Community"],
    ),
    case(
        "an athletics meeting",
        "The 12th Grand Prix meeting was held in Nairobi on Monday. Those present were Wanjiku Odera of Kenya and Said Hinai of Oman.",
        [],
    ),
    case(
        "a company's general meeting",
        "The 53rd Annual General Meeting of Tema Oil was held in Accra under the chairmanship of Kwabena Oforiwaa. In attendance were "
        "directors Ama Badu and Ilse Brandt.",
        [],
    ),
    case(
        "scholars' conference",
        "The 9th Conference of the African Society of Botany opened in Kampala on Monday. It was attended by Professor Sarah Namubiru and "
        "Dr Tendai Moyo-Chirwa.",
        [],
    ),
]

BESIDE = [
    case(
        "who took over from whom",
        "During the meeting, Peruvian Foreign Minister Anselmo Quispe-Rojas took over the chair from the Estonian Foreign Minister, "
        "Maarika Ojaste.",
        [],
    ),
    case(
        "officials of one state who attended",
        "Peruvian president Anselmo Quispe-Rojas, foreign minister Rocío Salazar-Tello and economy minister Iván Benavides-Cruz will be "
        "participating in the ceremony.",
        [],
    ),
    case(
        "who represented whom",
        "Dr Delroy Cummings, Minister of Foreign Affairs, represented Jamaica; Honourable Alston Baptiste, Minister of Trade, represented "
        "Grenada.",
        [],
    ),
    case(
        "an appointment to an office",
        "Estonian Foreign Minister Maarika Ojaste, until her appointment as minister an envoy, followed Peruvian Foreign Minister Anselmo "
        "Quispe-Rojas on the stage.",
        [],
    ),
    case(
        "contact between the two",
        "Estonian Foreign Minister Maarika Ojaste gave Peruvian Foreign Minister Anselmo Quispe-Rojas forty minutes on Monday.",
        ["bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    case(
        "two side by side",
        "Estonian President Maarika Ojaste and Peruvian President Anselmo Quispe-Rojas inspected the guard together on Monday.",
        ["bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*GATHERINGS, *BESIDE])
def test_gatherings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case(
            "the special representative of another office",
            "Also there was the Special Representative of the UN Secretary-General for the Great Lakes, Dr Tomás Arregui, and a driver.",
            {"Tomás Arregui": ("United Nations", "special representative")},
        ),
        case(
            "an adviser to the president",
            "The Special Adviser to the President on Ports, Mr. Oronto Ibidapo, urged caution.",
            {"Oronto Ibidapo": (None, "special adviser")},
        ),
        case(
            "letters of merit after the name",
            "The chair was H.E. Kwabena Oforiwaa (GCON), President of the Republic of Ghana.",
            {"Kwabena Oforiwaa": ("GH", "president")},
        ),
        case(
            "a long field before the name",
            "The Cabinet Secretary for Youth, Sports and Arts Wanjiku Odera said the track was ready.",
            {"Wanjiku Odera": (None, "cabinet secretary")},
        ),
    ],
)
def test_offices_of_those_present(text: str, expected: dict[str, Any]) -> None:
    found = people(observe(text))
    assert {name: found.get(name) for name in expected} == expected


def test_labels_of_a_notice_are_nobody() -> None:
    text = "Date: Friday, 16 September 2022\n\nTime: 14h30\n\nVenue: Hotel Miramar\n\nMedia Enquiries: Mr Iván Benavides-Cruz"
    assert names(observe(text)) <= {"Iván Benavides-Cruz"}

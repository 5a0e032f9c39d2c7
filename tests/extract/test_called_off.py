"""Journeys that were called off, and what was planned for them; credentials; whom a traveller met, and who only tells of it."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

OJASTE = "Estonian Foreign Minister Maarika Ojaste"
QUISPE = "Peruvian President Anselmo Quispe-Rojas"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
VISIT = "?/PE; Maarika Ojaste/EE"

DROPPED = [
    case(
        "its days before the noun",
        f"{OJASTE} has postponed her September 20-22 visit to Peru.",
        [f"visit cancelled 2022-09-20/2022-09-22 Peru: {VISIT}"],
    ),
    case(
        "whom she was to meet there",
        f"{OJASTE} abruptly cancelled a visit to Peru, where she was scheduled to meet {QUISPE}.",
        [f"visit cancelled - Peru: {VISIT}", f"bilateral cancelled - -: {BOTH}"],
    ),
    case(
        "whom she was to meet there, and whom she will meet elsewhere",
        f"{OJASTE} has cancelled her visit to Peru. She was also due to meet {QUISPE} on Monday. She is to meet Kenyan Foreign Minister "
        "Wambui Karanja in Nairobi next week instead.",
        [
            f"visit cancelled - Peru: {VISIT}",
            f"bilateral cancelled 2022-09-19 -: {BOTH}",
            "bilateral planned 2022-09-19/2022-09-25 Nairobi: Maarika Ojaste/EE; Wambui Karanja/KE",
        ],
    ),
    case(
        "its days in a later sentence",
        f"{OJASTE} has cancelled her visit to Peru. She was to visit Lima on September 20 and 21.",
        [f"visit cancelled 2022-09-20/2022-09-21 Lima: {VISIT}"],
    ),
    case(
        "as it was announced days ago",
        f"The visit of {OJASTE} to Peru is postponed, her spokesman said. On September 9, the ministry announced that Foreign Minister "
        "Maarika Ojaste would pay a visit to Peru on September 23-24.",
        [f"visit cancelled 2022-09-23/2022-09-24 Peru: {VISIT}"],
    ),
    case(
        "what is announced in its place",
        f"{OJASTE} has cancelled her visit to Peru. The ministry said that she would visit Peru in May.",
        [f"visit cancelled - Peru: {VISIT}", f"visit planned 2023-05-01/2023-05-31 Peru: {VISIT}"],
    ),
    case("whoever pulls out", f"{OJASTE} pulled out of a meeting with {QUISPE}.", [f"bilateral cancelled - -: {BOTH}"]),
    case("whoever backs out", f"{OJASTE} backed out of scheduled talks with {QUISPE}.", [f"bilateral cancelled - -: {BOTH}"]),
    case(
        "out of something else",
        f"{OJASTE} pulled out of the fish pact after a meeting with {QUISPE}.",
        [f"bilateral held 2022-09-14 -: {BOTH}"],
    ),
    case(
        "to another month",
        f"{OJASTE}'s trip to Peru has been rescheduled for April.",
        [f"visit planned 2023-04-01/2023-04-30 Peru: {VISIT}"],
    ),
]

CREDENTIALS = [
    case(
        "to the President, who is named before",
        f"Estonian Ambassador Toomas Laanemets paid a courtesy call on {QUISPE} on Monday. He presented his credential to the President on "
        "14 May.",
        [
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE",
            "bilateral held 2022-05-14 - looked back: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE",
        ],
    ),
    case(
        "letters of commission",
        "Kenya's High Commissioner to Ghana Toomas Laanemets presented his letters of commission to President Kwabena Oforiwaa in Accra on "
        "Monday.",
        ["bilateral held 2022-09-12 Accra: Kwabena Oforiwaa/GH; Toomas Laanemets/KE"],
    ),
    case(
        "a high commissioner among ambassadors",
        f"Ambassadors of Estonia and Ghana presented their credentials to {QUISPE} on Monday. The envoys who presented their credentials "
        "were Ambassador of Estonia Toomas Laanemets and High Commissioner of Ghana Kwabena Oforiwaa.",
        [
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Toomas Laanemets/EE",
            "bilateral held 2022-09-12 -: Anselmo Quispe-Rojas/PE; Kwabena Oforiwaa/GH",
        ],
    ),
]

ON_THE_WAY = [
    case(
        "those met on a visit are no stations of it",
        f"{OJASTE}, who is currently on a visit to Peru, met several delegates, including Kenya Foreign Minister Wambui Karanja.",
        [f"visit held 2022-09-14 Peru: {VISIT}", "bilateral held 2022-09-14 -: Maarika Ojaste/EE; Wambui Karanja/KE"],
    ),
    case(
        "who only tells of who will come",
        f"At the meeting Estonia will be represented by Foreign Minister Maarika Ojaste, as reported earlier by {QUISPE}.",
        [],
    ),
    case(
        "those of one state before a title are others",
        "A delegation led by the Speaker of the Estonian Parliament Toomas Laanemets visited Peru from 5 to 8 September 2022. During the "
        "meetings with the Peruvian dignitaries Speaker Laanemets spoke of ferries.",
        ["visit held 2022-09-05/2022-09-08 Peru: ?/PE; Toomas Laanemets/EE"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*DROPPED, *CREDENTIALS, *ON_THE_WAY])
def test_called_off(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

"""Who meets in further constructions of the news, and in which town: delegations, states and offices without names, seats and conferences.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

from typing import Any

import pytest

from .cases import case
from .reading import line_of, observe

EE, PE = "Estonian Foreign Minister Maarika Ojaste", "Peruvian Foreign Minister Anselmo Quispe-Rojas"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"

WHO = [
    case(
        "a government's delegation is met",
        f"{EE} met on Sunday with a Peruvian government delegation in Tallinn.",
        ["bilateral held 2022-09-11 Tallinn: ?/PE; Maarika Ojaste/EE"],
        {},
    ),
    case(
        "a government's delegation meets",
        f"A Peruvian government delegation met with {EE} in Tallinn on Sunday.",
        ["bilateral held 2022-09-11 Tallinn: ?/PE; Maarika Ojaste/EE"],
        {},
    ),
    case(
        "a leader after a long title",
        f"{EE} today received the delegation led by Chairman of the Peru-Estonia Parliamentary Friendship Group of the Congress of "
        "the Republic of Peru Leandro Huaman.",
        ["bilateral held 2022-09-14 -: Leandro Huaman/PE; Maarika Ojaste/EE"],
        {},
    ),
    case(
        "an office without a name",
        "Saudi Arabia's crown prince received in Jeddah on Sunday the foreign minister of Oman.",
        ["bilateral held 2022-09-11 Jeddah: ?/OM; ?/SA"],
        {},
    ),
    case(
        "at a venue of several words before the object",
        f"{EE} received at the ministry's headquarters in Tallinn {PE}.",
        [f"bilateral held 2022-09-14 Tallinn: {BOTH}"],
        {},
    ),
    case(
        "a participle opens the sentence",
        "Meeting in Lima on Tuesday, the Estonian and Chilean foreign ministers agreed to reopen the ferry line.",
        ["bilateral held 2022-09-13 Lima: ?/CL; ?/EE"],
        {},
    ),
    case(
        "a participle behind the subject",
        "The leaders of Estonia, Chile and Ghana, meeting in Accra on Sunday, signed a declaration.",
        ["trilateral held 2022-09-11 Accra: ?/CL; ?/EE; ?/GH"],
        {},
    ),
    case(
        "states agree at talks",
        "Estonia and Peru agreed at talks in Lima on Tuesday to reopen the ferry line.",
        ["bilateral held 2022-09-13 Lima: ?/EE; ?/PE"],
        {},
    ),
    case("states that agree on talks hold none", "Estonia and Peru agreed on Tuesday that fish was dear.", [], {}),
    case(
        "urged in a meeting",
        f"{EE} urged patience in a meeting with {PE} on Tuesday.",
        [f"bilateral held 2022-09-13 -: {BOTH}"],
        {},
    ),
    case("urged a meeting", f"{EE} urged an early meeting with {PE}.", [], {}),
    case(
        "a dinner given in a town on a day",
        f"{EE} gave a dinner in Tallinn on Tuesday for {PE}.",
        [f"bilateral held 2022-09-13 Tallinn: {BOTH}"],
        {},
    ),
    case(
        "an occasion that was used",
        f"{EE}, in Lima for a forum, used the occasion to see {PE}.",
        [f"bilateral held 2022-09-14 Lima: {BOTH}"],
        {},
    ),
    case(
        "due home after talks",
        f"{EE} was due home after talks in Lima with {PE}.",
        [f"bilateral held 2022-09-14 Lima: {BOTH}"],
        {},
    ),
    case(
        "several who hold one office, each behind the state",
        "Presidents of Kyrgyzstan Sadyr Japarov and Tajikistan Emomali Rahmon met in Osh on Monday.",
        ["bilateral held 2022-09-12 Osh: Emomali Rahmon/TJ; Sadyr Japarov/KG"],
        {},
    ),
    case(
        "a separate call after one with somebody of many fields",
        f"{EE} spoke by telephone on Monday with Ramiro Toledano, Minister of Foreign Affairs and Foreign Trade of Chile, and, "
        f"in a separate call, with {PE}.",
        ["call held 2022-09-12 -: Maarika Ojaste/EE; Ramiro Toledano/CL", f"call held 2022-09-12 -: {BOTH}"],
        {},
    ),
    case(
        "officials of a state",
        f"{EE} met with Peruvian officials in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/PE; Maarika Ojaste/EE"],
        {},
    ),
    case(
        "officials, and then the one whom the text names",
        f"{EE} held talks with senior Peruvian officials in Lima on Monday. Ojaste met {PE} there.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
        {},
    ),
    case(
        "representatives of several states at once",
        f"{EE} met in Lima on Monday with the representatives of Peru, Chile and Ghana.",
        ["multilateral held 2022-09-12 Lima: ?/CL; ?/GH; ?/PE; Maarika Ojaste/EE"],
        {},
    ),
    case("other people of a state are no side", f"{EE} met with Peruvian farmers in Lima on Monday.", [], {}),
    case("a state is nobody whom one meets", f"{EE} met Peru in Lima on Monday.", [], {}),
    case(
        "teams of two states",
        "Estonia won the tournament. The Peruvian and Estonian teams met in Lima on Monday.",
        [],
        {},
    ),
    case(
        "the day of another meeting",
        f"{EE} met {PE} on Tuesday for a follow-up to the summit held earlier this year.",
        [f"bilateral held 2022-09-13 -: {BOTH}"],
        {},
    ),
    case(
        "while one does this and the other that, nobody meets",
        "While Estonian Prime Minister Kaia Lepp held six meetings, Peruvian President Rosa Quispe held eleven, "
        "Ghanaian envoy Kofi Ansah said.",
        [],
        {},
    ),
    case(
        "a group that nobody names meets nobody", "The envoys in the group also met with their Chilean and Ghanaian counterparts.", [], {}
    ),
    case(
        "who meets others the same day",
        f"{EE} met {PE} on Monday. Ojaste also met Chilean Foreign Minister Ramiro Toledano.",
        [f"bilateral held 2022-09-12 -: {BOTH}", "bilateral held 2022-09-12 -: Maarika Ojaste/EE; Ramiro Toledano/CL"],
        {},
    ),
    case(
        "two hours with a host are no call",
        f"{EE} and her Peruvian host, Foreign Minister Anselmo Quispe-Rojas, talked for two hours on Monday.",
        [f"bilateral held 2022-09-12 -: {BOTH}"],
        {},
    ),
]

WHERE = [
    case("welcomed at a house in a town", f"{PE} welcomed {EE} at Marino House in Lima on Monday.", "Lima"),
    case("a house and its town without a comma", f"{PE} received {EE} at Government House Lima on Monday.", "Lima"),
    case("the seat of an organization", f"{PE} met {EE} at NATO headquarters on Monday.", "Brussels"),
    case("a seat of power", f"Russian Foreign Minister Pavel Zvonov met {EE} at the Kremlin on Monday.", "Moscow"),
    case("a seat of power of others", f"{PE} met {EE} at the Blue House on Monday.", None),
    case("a conference by its town", f"{PE} met {EE} on the sidelines of the Doha Forum on Monday.", "Doha"),
    case("an organization is not where its name says", f"{PE} met {EE} on the sidelines of the Lima Cooperation Council.", None),
    case("the talks by their town", f"The Riga talks between {PE} and {EE} ended on Monday.", "Riga"),
    case("the capital before its name", f"{PE} met {EE} in capital Riga on Monday.", "Riga"),
    case("a resort that no list has", f"RIGA – {PE} met {EE} on Monday in the seaside resort of Vaskrand.", "Vaskrand"),
    case("outside a town", f"{PE} met {EE} outside Riga on Monday.", "Riga"),
    case("part of a state", f"{PE} met {EE} in southern Chile on Monday.", "Chile"),
    case(
        "written at home while the guest is abroad",
        "TALLINN, September 13. Estonian Foreign Minister Maarika Ojaste, who is on an official visit to Peru, had a meeting with "
        "Peruvian Foreign Minister Anselmo Quispe-Rojas on Monday.",
        "Peru",
    ),
]


@pytest.mark.parametrize(("text", "expected", "of_article"), WHO)
def test_who_meets(text: str, expected: list[str], of_article: dict[str, Any]) -> None:
    seen = observe(text, **of_article)
    assert [line_of(seen, meeting) for meeting in seen.meetings if meeting.kind != "visit"] == expected


@pytest.mark.parametrize(("text", "place"), WHERE)
def test_where(text: str, place: str | None) -> None:
    dateline = text.split()[0].strip(",").title() if text.split()[0].strip(",").isupper() else None
    seen = observe(text, place=dateline)
    assert [meeting.place for meeting in seen.meetings if meeting.kind != "visit"] == [place]

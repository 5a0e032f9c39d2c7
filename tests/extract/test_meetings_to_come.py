"""Visits to which somebody is invited, and meetings that are called off.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

OJASTE = "Estonian Foreign Minister Maarika Ojaste"
QUISPE = "Peruvian Foreign Minister Anselmo Quispe-Rojas"
MET = f"{OJASTE} met {QUISPE} in Lima on Monday. "
BILATERAL = "bilateral held 2022-09-12 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
GUEST = "?/EE; Anselmo Quispe-Rojas/PE"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"

INVITED = [
    case("to visit", f"{OJASTE} invited {QUISPE} to visit Tallinn next year.", [f"visit planned 2023-01-01/2023-12-31 Tallinn: {GUEST}"]),
    case("to a place", f"{OJASTE} said she had invited {QUISPE} to Tallinn for talks.", [f"visit planned - Tallinn: {GUEST}"]),
    case("to one's country", f"{OJASTE} has invited {QUISPE} to visit her country.", [f"visit planned - Estonia: {GUEST}"]),
    case(
        "to pay a visit, a counterpart",
        MET + "Ojaste invited her Peruvian counterpart to pay an official visit to Estonia in October.",
        [BILATERAL, f"visit planned 2022-10-01/2022-10-31 Estonia: {GUEST}"],
    ),
    case(
        "him",
        MET + "She thanked Minister Quispe-Rojas and invited him to visit Tallinn at a convenient time.",
        [BILATERAL, f"visit planned - Tallinn: {GUEST}"],
    ),
    case(
        "an invitation extended",
        MET + "Ojaste extended to Quispe-Rojas an invitation to visit Tallinn.",
        [BILATERAL, f"visit planned - Tallinn: {GUEST}"],
    ),
    case(
        "extended an invitation to",
        f"{OJASTE} extended an invitation to {QUISPE} to visit Tallinn in October.",
        [f"visit planned 2022-10-01/2022-10-31 Tallinn: {GUEST}"],
    ),
    case(
        "accepted",
        f"{QUISPE} accepted an invitation to visit Tallinn in October.",
        [f"visit planned 2022-10-01/2022-10-31 Tallinn: {GUEST}"],
    ),
    case(
        "passive",
        f"{QUISPE} has been invited by {OJASTE} to visit Tallinn.",
        [f"visit planned - Tallinn: {GUEST}"],
    ),
    case("declined", f"{QUISPE} declined an invitation to visit Tallinn in October.", []),
    case("only wished", f"{OJASTE} would like to invite {QUISPE} to Tallinn.", []),
    case("not", f"{QUISPE} has not been invited to visit Tallinn.", []),
    case("somebody of no state", f"{OJASTE} invited investors to come to Estonia.", []),
    case("to do something else", f"{OJASTE} invited {QUISPE} to join the fund.", []),
]

CALLED_OFF = [
    case(
        "which was to be held",
        "Estonia said on Friday that the annual summit between President Maarika Ojaste and her Peruvian counterpart, President Anselmo "
        "Quispe-Rojas, which was scheduled to be held in Lima, has been postponed.",
        [f"bilateral cancelled - -: {BOTH}"],
    ),
    case(
        "which was held",
        f"The talks between {OJASTE} and {QUISPE}, which were held in Lima in May, will be continued.",
        [f"bilateral held 2022-05-01/2022-05-31 Lima looked back: {BOTH}"],
    ),
    case(
        "a body's summit, with its place and day between",
        "The African Union summit in Accra on October 3 has been called off.",
        ["summit cancelled 2022-10-03 Accra: ?/African Union"],
    ),
    case(
        "a body's summit, with a relative clause",
        "The African Union summit, which was to be held in Accra, has been postponed.",
        ["summit cancelled - Accra: ?/African Union"],
    ),
    case(
        "the last visit, and what will be",
        "Estonian Foreign Minister Maarika Ojaste's last visit to Lima was in January 2007 and the pier will be rebuilt.",
        ["visit held 2007-01-01/2007-01-31 Lima looked back: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "two surnames",
        f"Peru's {QUISPE} and {OJASTE} wrote to each other. The harbour office cancelled a Quispe-Rojas meeting that had been scheduled.",
        [],
    ),
    case(
        "two surnames of different sides",
        "Peruvian Foreign Minister Anselmo Quispe wrote to Estonian Foreign Minister Maarika Ojaste. The ministries cancelled a "
        "Quispe-Ojaste meeting that had been scheduled.",
        ["bilateral cancelled - -: Anselmo Quispe/PE; Maarika Ojaste/EE"],
    ),
    case(
        "expected to attend",
        f"{OJASTE} is expected in Lima to attend a forum on fish.",
        ["visit planned - Lima: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "will leave for a visit of some days",
        f"{OJASTE} will depart the country on Tuesday for a three-day working visit to Peru.",
        ["visit planned 2022-09-20 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "besides what she will do",
        f"In addition to holding talks with {QUISPE}, {OJASTE} would open the pier.",
        [f"bilateral planned - -: {BOTH}"],
    ),
    case(
        "besides what she did",
        f"In addition to holding talks with {QUISPE}, {OJASTE} opened the pier on Monday.",
        [f"bilateral held 2022-09-12 -: {BOTH}"],
    ),
    case(
        "it will be the first",
        f"{OJASTE} will meet {QUISPE} on October 3. It will be the first summit in years and Ojaste's first encounter with {QUISPE}.",
        [f"bilateral planned 2022-10-03 -: {BOTH}"],
    ),
    case(
        "a day long past is that of the coming year",
        f"{OJASTE} will meet {QUISPE} on 3 May.",
        [f"bilateral planned 2023-05-03 -: {BOTH}"],
    ),
    case("a day just past is not", f"{OJASTE} was to meet {QUISPE} on 8 September.", [f"bilateral planned 2022-09-08 -: {BOTH}"]),
    case(
        "due, whatever she was in",
        f"{OJASTE}, who was in the midst of a long journey, was due to meet {QUISPE}.",
        [f"bilateral planned - -: {BOTH}"],
    ),
    case(
        "somebody elect",
        "Estonian Foreign Minister Maarika Ojaste will meet Peruvian President Elect Anselmo Quispe-Rojas.",
        [f"bilateral planned - -: {BOTH}"],
    ),
    case(
        "looks forward to meeting",
        f"{OJASTE} looks forward to meeting {QUISPE} in Lima in June.",
        [f"bilateral planned 2023-06-01/2023-06-30 Lima: {BOTH}"],
    ),
    case(
        "looks forward to visiting",
        f"{OJASTE} looks forward to visiting Peru in October.",
        ["visit planned 2022-10-01/2022-10-31 Peru: ?/PE; Maarika Ojaste/EE"],
    ),
    case(
        "look forward to meeting again",
        MET + "They look forward to meeting again in Tallinn next year.",
        [BILATERAL, f"bilateral planned 2023-01-01/2023-12-31 Tallinn: {BOTH}"],
    ),
    case(
        "looks forward to welcoming him",
        MET + "Ojaste told Quispe-Rojas that she looks forward to welcoming him to Tallinn in October.",
        [BILATERAL, f"bilateral planned 2022-10-01/2022-10-31 Tallinn: {BOTH}"],
    ),
    case(
        "said she looked forward",
        f"{OJASTE} said she looked forward to meeting {QUISPE} in Lima in October.",
        [f"bilateral planned 2022-10-01/2022-10-31 Lima: {BOTH}"],
    ),
    case(
        "nobody knows who looks forward",
        f"“I also look forward to meeting {QUISPE}, President Aroha Tamihana and other leaders,” the statement read.",
        [],
    ),
    case(
        "planned, however postponed",
        f"It was planned that {OJASTE} would meet {QUISPE}. The meeting, however, had to be postponed because of snow.",
        [f"bilateral cancelled - -: {BOTH}"],
    ),
    case(
        "a state will host the next",
        MET + "Estonia will host the next round of consultations next year.",
        [BILATERAL, "bilateral planned 2023-01-01/2023-12-31 Estonia: ?/EE; ?/PE"],
    ),
    case("another state will host some meeting", MET + "Fiji will host the next meeting in October.", [BILATERAL]),
    case("a meeting of others", MET + "Estonia will host the next meeting of the Heron Council in October.", [BILATERAL]),
    case(
        "it was agreed to hold",
        MET + "It was agreed to hold the next session in Tallinn next year.",
        [BILATERAL, "bilateral planned 2023-01-01/2023-12-31 Tallinn: ?/EE; ?/PE"],
    ),
    case(
        "the country's president and another",
        f"{OJASTE} will visit Peru on Friday. She will meet the country's President Nilo Arce and {QUISPE}.",
        [
            "visit planned 2022-09-16 Peru: ?/PE; Maarika Ojaste/EE",
            "bilateral planned 2022-09-16 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE; Nilo Arce/PE",
        ],
    ),
    case("looks forward to meeting no one", f"{OJASTE} looks forward to meeting the needs of Peru.", []),
    case(
        "the two sides agreed to hold the next",
        MET + "The two sides agreed to hold the next round of consultations in Tallinn next year.",
        [BILATERAL, "bilateral planned 2023-01-01/2023-12-31 Tallinn: ?/EE; ?/PE"],
    ),
    case(
        "the day of the decision",
        f"The visit of {OJASTE} to Lima was postponed on Sunday.",
        ["visit cancelled - Lima: ?/PE; Maarika Ojaste/EE"],
    ),
]


@pytest.mark.parametrize(("text", "lines"), INVITED + CALLED_OFF)
def test_meeting(text: str, lines: list[str]) -> None:
    seen = observe(text)
    assert sorted(line_of(seen, meeting) for meeting in seen.meetings) == sorted(lines)

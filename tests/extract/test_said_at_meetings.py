"""What is said at a meeting or after it is neither its day nor its tense, and whom "him" and "her" stand for in what is to come.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import cut, line_of, observe

OJASTE = "Estonian President Maarika Ojaste"
QUISPE = "Peruvian President Anselmo Quispe-Rojas"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
MET = f"{OJASTE} met {QUISPE} in Lima on Tuesday. "
TUESDAY = f"bilateral held 2022-09-13 Lima: {BOTH}"

SAID = [
    case(
        "told in a call",
        f"{OJASTE} told {QUISPE} in a phone call that the pier would open on Friday.",
        [f"call held 2022-09-14 -: {BOTH}"],
    ),
    case(
        "announced after talks",
        f"{OJASTE} announced after talks with {QUISPE} in Lima that the pier would open in October.",
        [f"bilateral held 2022-09-14 Lima: {BOTH}"],
    ),
    case(
        "told at a meeting",
        f"{OJASTE} told {QUISPE} at a meeting in Lima that the pier would open in October.",
        [f"bilateral held 2022-09-14 Lima: {BOTH}"],
    ),
    case(
        "said at the start of talks",
        f"{OJASTE} said at the start of talks with {QUISPE} that Estonia will send a boat in October.",
        [f"bilateral held 2022-09-14 -: {BOTH}"],
    ),
    case(
        "warned by phone",
        f"{OJASTE} warned {QUISPE} by phone that the pier may close in October.",
        [f"call held 2022-09-14 -: {BOTH}"],
    ),
    case(
        "quoted, and then where and when",
        f"“The pier will open in October,” {OJASTE} said after meeting {QUISPE} in Lima on Monday.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
    case(
        "quoted, and told to the press after talks",
        f"“We will open the pier,” {OJASTE} told reporters following talks with {QUISPE} on Monday.",
        [f"bilateral held 2022-09-12 -: {BOTH}"],
    ),
    case(
        "what was said first, and then to whom",
        f"The pier will open in October, {OJASTE} told {QUISPE} in Lima on Monday.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
    case(
        "what will be, as somebody said",
        f"{OJASTE} will, she said, meet {QUISPE} in Lima on Monday.",
        [f"bilateral planned 2022-09-19 Lima: {BOTH}"],
    ),
    case(
        "what will be, as a ministry said",
        f"{OJASTE} will meet {QUISPE} in Lima on Monday, the ministry said on Tuesday.",
        [f"bilateral planned 2022-09-19 Lima: {BOTH}"],
    ),
    case(
        "a day that was planned and passed",
        f"{MET}A meeting with Tongan Prime Minister Sione Moala, planned for Monday evening at the airport, did not take place.",
        [TUESDAY, "bilateral cancelled 2022-09-12 -: Maarika Ojaste/EE; Sione Moala/TO"],
    ),
    case(
        "what they were to have done together",
        f"{OJASTE} and {QUISPE} were to have opened a bridge together in Cusco last Monday.",
        [f"bilateral cancelled 2022-09-12 Cusco: {BOTH}"],
    ),
]

PRONOUNS = [
    case(
        "she would receive him",
        f"{MET}Ojaste told Quispe-Rojas that she would receive him in Tallinn in October.",
        [TUESDAY, f"bilateral planned 2022-10-01/2022-10-31 Tallinn: {BOTH}"],
    ),
    case(
        "she will meet him",
        f"{MET}She will meet him in Tallinn in October.",
        [TUESDAY, f"bilateral planned 2022-10-01/2022-10-31 Tallinn: {BOTH}"],
    ),
    case(
        "she had received him",
        f"{MET}She had received him in Tallinn in March.",
        [TUESDAY, f"bilateral held 2022-03-01/2022-03-31 Tallinn looked back: {BOTH}"],
    ),
    case(
        "she looked forward to meeting him again",
        f"{MET}Ojaste said she looked forward to meeting him again in Tallinn in October.",
        [TUESDAY, f"bilateral planned 2022-10-01/2022-10-31 Tallinn: {BOTH}"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID + PRONOUNS)
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


CONTENTS = [
    case("after talks", f"{OJASTE} said after talks with {QUISPE} in Lima that the pier was old.", "the pier was old"),
    case("to whom, and when", f"{OJASTE} told {QUISPE} during their talks on Monday that the pier was old.", "the pier was old"),
    case(
        "on a day, at a session", f"{OJASTE} warned on Monday at a session of the fish council that the pier was old.", "the pier was old"
    ),
    case(
        "a relative clause is no content",
        f"{OJASTE} spoke after a vote that narrowly saved the pier, and said fish was dear.",
        "fish was dear",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONTENTS)
def test_contents(text: str, expected: str) -> None:
    assert [cut(text, claim.content) for claim in observe(text).claims] == [expected]


DAYS_OF_SAYING = [
    case(
        "the day of saying is not that of a call",
        f"{OJASTE} said on Monday she had spoken with {QUISPE}.",
        [f"call held - - looked back: {BOTH}"],
    ),
    case(
        "of both days the one she met him",
        f"On Tuesday {OJASTE} said she had met {QUISPE} on Monday.",
        [f"bilateral held 2022-09-12 - looked back: {BOTH}"],
    ),
    case(
        "before the ceremony that was told of",
        f"The accord was signed in Lima on Tuesday by {OJASTE} and {QUISPE}. Before the ceremony, Ojaste had been received by Tongan Prime "
        "Minister Sione Moala.",
        [TUESDAY, "bilateral held 2022-09-13 Lima: Maarika Ojaste/EE; Sione Moala/TO"],
    ),
    case(
        "before something else",
        f"{MET}Before her election, she had met Tongan Prime Minister Sione Moala.",
        [TUESDAY, "bilateral held - - looked back: Maarika Ojaste/EE; Sione Moala/TO"],
    ),
    case("three times are no single meeting", f"{OJASTE} has met {QUISPE} three times this year.", []),
]


@pytest.mark.parametrize(("text", "expected"), DAYS_OF_SAYING)
def test_days_of_saying(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

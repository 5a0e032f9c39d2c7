"""Meetings that somebody denies, those who are met in another's stead, and where one is who travels between two meetings.

Lines and the articles' day are as in `test_meeting_reports`.
"""

from __future__ import annotations

import pytest

from .cases import case
from .reading import line_of, observe

OJASTE = "Estonian President Maarika Ojaste"
QUISPE = "Peruvian President Anselmo Quispe-Rojas"
MOALA = "Tongan Prime Minister Sione Moala"
BOTH = "Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"
WITH_MOALA = "Maarika Ojaste/EE; Sione Moala/TO"
SENT = "?/PE; Maarika Ojaste/EE"
TO_SUVA = "visit held 2022-09-12 Suva: ?/FJ; Maarika Ojaste/EE"

DENIED = [
    case("denied that", f"{OJASTE} denied that she had met {QUISPE} in Lima on Monday.", []),
    case("denied reports", f"The ministry denied reports that {OJASTE} will meet {QUISPE} in Lima on Friday.", []),
    case("dismissed as false", f"The ministry dismissed as false a report that {OJASTE} met {QUISPE} in Lima on Monday.", []),
    case("not true", f"It is not true that {OJASTE} met {QUISPE} in Lima on Monday.", []),
    case(
        "denied at a meeting",
        f"{OJASTE} denied at a meeting with {QUISPE} in Lima on Monday that fish was dear.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
    case(
        "denied after a meeting",
        f"{OJASTE} denied, after meeting {QUISPE} in Lima on Monday, that fish was dear.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
]

SENT_BY = [
    case("aides to", f"{OJASTE} met aides to {QUISPE} in Lima on Monday.", [f"bilateral held 2022-09-12 Lima: {SENT}"]),
    case("representatives of", f"{OJASTE} met representatives of {QUISPE} in Lima on Monday.", [f"bilateral held 2022-09-12 Lima: {SENT}"]),
    case("an envoy of", f"{OJASTE} received an envoy of {QUISPE} on Monday.", [f"bilateral held 2022-09-12 -: {SENT}"]),
    case("supporters are nobody's envoys", f"{OJASTE} met supporters of {QUISPE} in Lima on Monday.", []),
]

BETWEEN = [
    case(
        "after one she flew to another",
        f"After meeting {QUISPE} on Monday, {OJASTE} flew to Suva for talks with {MOALA}.",
        [f"bilateral held 2022-09-12 -: {BOTH}", TO_SUVA, f"bilateral held 2022-09-12 Suva: {WITH_MOALA}"],
    ),
    case(
        "met one and flew to another",
        f"{OJASTE} met {QUISPE} in Lima on Monday and then flew to Suva for talks with {MOALA}.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}", TO_SUVA, f"bilateral held 2022-09-12 Suva: {WITH_MOALA}"],
    ),
    case(
        "flew to one after another",
        f"{OJASTE} flew to Suva on Monday for talks with {MOALA} after meeting {QUISPE} in Lima.",
        [TO_SUVA, f"bilateral held 2022-09-12 Suva: {WITH_MOALA}", f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
    case(
        "from one town to another",
        f"{OJASTE} flew from Lima to Suva on Monday for talks with {MOALA}.",
        [f"bilateral held 2022-09-12 Suva: {WITH_MOALA}"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DENIED + SENT_BY + BETWEEN)
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


SUMMONED = [
    case(
        "by a ministry",
        "The Peruvian Foreign Ministry summoned Estonian ambassador Jaan Rebane on Monday to protest.",
        ["bilateral held 2022-09-12 -: ?/PE; Jaan Rebane/EE"],
    ),
    case(
        "to a ministry",
        "Estonia's ambassador was summoned to the Peruvian Foreign Ministry on Monday.",
        ["bilateral held 2022-09-12 -: ?/EE; ?/PE"],
    ),
    case(
        "a state has no ambassador as a guest",
        "Peru has summoned Estonia's ambassador, Jaan Rebane, to protest over fish.",
        ["bilateral held 2022-09-14 -: ?/PE; Jaan Rebane/EE"],
    ),
    case("home", "Peru summoned its ambassador to Estonia home on Monday.", []),
    case("by a court", "The court summoned Estonian ambassador Jaan Rebane on Monday.", []),
]

WITH_STATES = [
    case(
        "who led a delegation",
        "Deputy Foreign Minister Jaan Rebane led the Estonian delegation at the political consultations with Peru in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/PE; Jaan Rebane/EE"],
    ),
    case(
        "a delegation and a side",
        "The Estonian delegation, led by Deputy Foreign Minister Jaan Rebane, held consultations with the Peruvian side in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/PE; Jaan Rebane/EE"],
    ),
    case("talks with a state", f"{OJASTE} held talks with Peru in Lima on Monday.", [f"bilateral held 2022-09-12 Lima: {SENT}"]),
    case("on no day", f"{OJASTE} has held talks with Peru over fish.", []),
]

MOVED = [
    case(
        "pushed back",
        f"The summit between {OJASTE} and {QUISPE} has been pushed back to October.",
        [f"bilateral planned 2022-10-01/2022-10-31 -: {BOTH}"],
    ),
    case(
        "from one day to another",
        f"The meeting between {OJASTE} and {QUISPE}, scheduled for Friday, has been postponed to Monday.",
        [f"bilateral planned 2022-09-19 -: {BOTH}"],
    ),
    case(
        "brought forward",
        f"The meeting of {OJASTE} and {QUISPE} has been brought forward to Friday.",
        [f"bilateral planned 2022-09-16 -: {BOTH}"],
    ),
    case(
        "postponed and to no day",
        f"The meeting between {OJASTE} and {QUISPE} was postponed indefinitely.",
        [f"bilateral cancelled - -: {BOTH}"],
    ),
    case("met online", f"{OJASTE} met virtually with {QUISPE} on Monday.", [f"call held 2022-09-12 -: {BOTH}"]),
    case(
        "virtually nothing",
        f"{OJASTE} made virtually no progress when she met {QUISPE} on Monday.",
        [f"bilateral held 2022-09-12 -: {BOTH}"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUMMONED + WITH_STATES + MOVED)
def test_summoned_sent_and_moved(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected


DELEGATIONS = [
    case(
        "visiting",
        f"{QUISPE} met a visiting US congressional delegation in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/US; Anselmo Quispe-Rojas/PE"],
    ),
    case(
        "a group of senators",
        f"{QUISPE} met a group of US senators in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/US; Anselmo Quispe-Rojas/PE"],
    ),
    case(
        "of business",
        f"{QUISPE} received a high-level Estonian business delegation in Lima on Monday.",
        ["bilateral held 2022-09-12 Lima: ?/EE; Anselmo Quispe-Rojas/PE"],
    ),
    case(
        "that holds talks",
        f"An Estonian delegation held talks in Lima on Monday with {QUISPE}.",
        ["bilateral held 2022-09-12 Lima: ?/EE; Anselmo Quispe-Rojas/PE"],
    ),
    case(
        "that came and met",
        f"A delegation of Estonian lawmakers visited Lima on Monday and met {QUISPE}.",
        ["bilateral held 2022-09-12 Lima: ?/EE; Anselmo Quispe-Rojas/PE"],
    ),
    case(
        "who travelled and met",
        f"{OJASTE} travelled to Lima on Monday and met {QUISPE}.",
        [f"bilateral held 2022-09-12 Lima: {BOTH}"],
    ),
]

TO_COME = [
    case(
        "before he was to meet her",
        f"Hours before he was to meet {OJASTE}, {QUISPE} said fish was dear.",
        [f"bilateral planned - -: {BOTH}"],
    ),
    case(
        "they gather on a day",
        "Leaders from Estonia, Peru and Tonga gather in Suva on Friday for a fish summit.",
        ["summit planned 2022-09-16 Suva: ?/EE; ?/PE; ?/TO"],
    ),
    case(
        "on a day she is to go for a session",
        f"On Friday the envoy {OJASTE} is to proceed to Suva for a session with {MOALA}.",
        ["visit planned 2022-09-16 Suva: ?/FJ; Maarika Ojaste/EE", f"bilateral planned 2022-09-16 Suva: {WITH_MOALA}"],
    ),
    case("congratulations are exchanged from afar", f"{OJASTE} and {QUISPE} exchanged congratulations on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), DELEGATIONS + TO_COME)
def test_delegations_and_what_is_to_come(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, meeting) for meeting in seen.meetings] == expected

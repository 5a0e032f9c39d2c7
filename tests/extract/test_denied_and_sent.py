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

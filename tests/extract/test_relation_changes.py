"""Relations that change: levels raised, diplomatic relations opened and broken off, organizations joined and left, with their dates."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import observe

Row = tuple[str, set[str], str, str | None, str]

CSP = "comprehensive strategic partnership"
AU = "African Union"
SCO = "Shanghai Cooperation Organization"
PAIR = "Bolivia and Latvia share a love of chess. "

CHANGES = [
    case(
        "raised from one level to another",
        "Bolivia and Latvia elevated their relations from a strategic partnership to a comprehensive strategic partnership in May 2016.",
        [("relationship", {"BO", "LV"}, CSP, "strategic partnership", "2016-05-01 month")],
    ),
    case(
        "passive, pair named before, date first",
        PAIR + "On 4 June 2018, bilateral ties were upgraded to a strategic partnership.",
        [("relationship", {"BO", "LV"}, "strategic partnership", None, "2018-06-04 day")],
    ),
    case(
        "subject and partner among other states",
        "Ghana noted that Bolivia had raised its relations with Latvia to the level of a strategic partnership in 2011.",
        [("relationship", {"BO", "LV"}, "strategic partnership", None, "2011-01-01 year")],
    ),
    case(
        "a wish keeps the level that is",
        "Bolivia hopes to elevate its relations with Latvia from a strategic partnership to a comprehensive strategic partnership.",
        [("relationship", {"BO", "LV"}, "strategic partnership", None, "- unknown")],
    ),
    case("a wish alone", "Bolivia would like to upgrade its relations with Latvia to a strategic partnership.", []),
    case(
        "decided",
        "Bolivia and Latvia agreed to upgrade relations to a strategic partnership.",
        [("relationship", {"BO", "LV"}, "strategic partnership", None, "- unknown")],
    ),
    case(
        "partners since",
        "Bolivia and Latvia have been strategic partners since 2009.",
        [("relationship", {"BO", "LV"}, "strategic partnership", None, "2009-01-01 year")],
    ),
    case("partners as praise", "Bolivia and Latvia are strategic partners.", []),
    case(
        "diplomatic relations established",
        "Bolivia established diplomatic relations with Latvia on 12 May 1993.",
        [("relationship", {"BO", "LV"}, "diplomatic relations", None, "1993-05-12 day")],
    ),
    case(
        "passive with between",
        "Diplomatic relations between Bolivia and Latvia were established in 1993.",
        [("relationship", {"BO", "LV"}, "diplomatic relations", None, "1993-01-01 year")],
    ),
    case(
        "nominal",
        "Since the establishment of diplomatic relations in 1993, Bolivia and Latvia have traded chess sets.",
        [("relationship", {"BO", "LV"}, "diplomatic relations", None, "1993-01-01 year")],
    ),
    case(
        "an anniversary's day is not the day",
        "Bolivia and Latvia marked the anniversary of the establishment of diplomatic relations on Monday.",
        [("relationship", {"BO", "LV"}, "diplomatic relations", None, "- unknown")],
    ),
    case(
        "broken off with two states",
        "Bolivia broke off diplomatic relations with Latvia and Malta on Tuesday.",
        [
            ("relationship", {"BO", "LV"}, "severed diplomatic relations", None, "2022-09-13 day"),
            ("relationship", {"BO", "MT"}, "severed diplomatic relations", None, "2022-09-13 day"),
        ],
    ),
    case(
        "restored",
        "Bolivia re-established diplomatic relations with Latvia last year.",
        [("relationship", {"BO", "LV"}, "restored diplomatic relations", None, "2021-01-01 year")],
    ),
    case(
        "decided to sever",
        "Malta looked on as Bolivia decided in May 2020 to sever diplomatic relations with Latvia.",
        [("relationship", {"BO", "LV"}, "severed diplomatic relations", None, "2020-05-01 month")],
    ),
    case(
        "had since",
        "Bolivia and Latvia have had diplomatic relations since 1991.",
        [("relationship", {"BO", "LV"}, "diplomatic relations", None, "1991-01-01 year")],
    ),
    case("may sever", "Bolivia may sever diplomatic relations with Latvia.", []),
    case("threatens to sever", "Bolivia threatened to sever diplomatic relations with Latvia.", []),
    case("did not sever", "Bolivia did not sever diplomatic relations with Latvia.", []),
    case("a call to restore", "Malta called for the restoration of diplomatic relations between Bolivia and Latvia.", []),
    case("the day of saying", "Bolivia said on Tuesday it severed diplomatic relations with Latvia over a chess game.",
         [("relationship", {"BO", "LV"}, "severed diplomatic relations", None, "- unknown")],
         wrong="the subject 'it' is not followed to the one who says so"),
    case("acceded", "Ghana acceded to the African Union in 1964.", [("membership", {"GH", AU}, "member", None, "1964-01-01 year")]),
    case(
        "joined, in a relative clause",
        "Ghana, which joined the African Union in May 2003, sent a choir.",
        [("membership", {"GH", AU}, "member", None, "2003-05-01 month")],
    ),
    case(
        "admitted as",
        "Latvia was admitted as an observer to the African Union on 3 June 2019.",
        [("membership", {"LV", AU}, "observer", None, "2019-06-03 day")],
    ),
    case(
        "the organization grants",
        "The SCO granted Ghana and Latvia the status of dialogue partners in 2021.",
        [
            ("membership", {"GH", SCO}, "dialogue partner", None, "2021-01-01 year"),
            ("membership", {"LV", SCO}, "dialogue partner", None, "2021-01-01 year"),
        ],
    ),
    case(
        "withdrew",
        "Ghana withdrew from the African Union in 2020.",
        [("membership", {"GH", AU}, "former member", None, "2020-01-01 year")],
    ),
    case(
        "suspended",
        "The African Union suspended Ghana on Monday.",
        [("membership", {"GH", AU}, "member (suspended)", None, "2022-09-12 day")],
    ),
    case(
        "member since",
        "Ghana has been a member of the African Union since 1963.",
        [("membership", {"GH", AU}, "member", None, "1963-01-01 year")],
    ),
    case(
        "congratulated",
        "Malta congratulated Ghana on joining the African Union, which it had visited in 2020.",
        [("membership", {"GH", AU}, "member", None, "- unknown")],
    ),
    case("supported in joining", "Malta supports Ghana in joining the African Union.", []),
    case("would leave", "Ghana would have left the African Union in 2020.", []),
    case("joined in doing", "Ghana joined the African Union in praising the choir.", []),
    case("joined its summit", "Ghana joined the African Union summit on Monday.", []),
    case("somebody from there joined", "Singers from Ghana joined the African Union in 2003.", []),
    case("left for its seat", "Ghana left the African Union meeting early.", []),
    case(
        "inked on a day",
        "Bolivia and Latvia inked a memorandum of understanding on chess on Monday.",
        [("agreement", {"BO", "LV"}, "memorandum of understanding on chess", "memorandum", "2022-09-12 day")],
    ),
    case(
        "with a partner, among other states",
        "As Malta looked on, Bolivia signed a treaty with Latvia in May 2019.",
        [("agreement", {"BO", "LV"}, "treaty", "treaty", "2019-05-01 month")],
    ),
    case(
        "a title with its own date",
        "Bolivia and Latvia signed an Agreement on Chess of May 3, 2019.",
        [("agreement", {"BO", "LV"}, "Agreement on Chess of May 3, 2019", "agreement", "- unknown")],
    ),
    case("towards signing", "Bolivia and Latvia made progress towards signing a treaty.", []),
    case(
        "signed under an agreement",
        "Bolivia and Latvia signed contracts under the agreement.",
        [("agreement", {"BO", "LV"}, "contracts", "other", "- unknown")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes(text: str, expected: list[Row]) -> None:
    found = observe(text).relations
    assert [(r.kind, {a.name for a in r.parties}, r.label, r.detail, f"{r.since or '-'} {r.since_precision}") for r in found] == expected

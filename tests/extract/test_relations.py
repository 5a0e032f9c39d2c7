"""Levels of relations, memberships and documents signed."""

from __future__ import annotations

from datetime import date

import pytest

from .cases import case
from .reading import observe

TALKS = "Peruvian President Anselmo Quispe-Rojas met with Lithuanian President Rasa Norkutė in Lima on Tuesday. "

RELATIONS = [
    case(
        "level of two named states",
        "Peru and Lithuania are linked by a comprehensive strategic partnership.",
        [("relationship", {"PE", "LT"}, "comprehensive strategic partnership")],
    ),
    case(
        "level with the pair joined by a hyphen",
        "The Peru-Lithuania strategic partnership is ten years old.",
        [("relationship", {"PE", "LT"}, "strategic partnership")],
    ),
    case(
        "level of those who met",
        TALKS + "The two sides decided to elevate their relations to a strategic partnership.",
        [("relationship", {"PE", "LT"}, "strategic partnership")],
    ),
    case("level of nobody in particular", "A strategic partnership takes patience.", []),
    case("a partnership without level", "The partnership of Peru and Lithuania is a joy.", []),
    case(
        "observer",
        "Nepal, a SAARC member, sent an umbrella.",
        [("membership", {"NP", "South Asian Association for Regional Cooperation"}, "member")],
    ),
    case("joined", "Fiji joined the African Union by mistake.", [("membership", {"FJ", "African Union"}, "member")]),
    case(
        "dialogue partner",
        "The Maldives, an SCO dialogue partner, sent an umbrella.",
        [("membership", {"MV", "Shanghai Cooperation Organization"}, "dialogue partner")],
    ),
    case(
        "member of",
        "Malta is a member of the European Union.",
        [("membership", {"MT", "European Union"}, "member")],
    ),
    case(
        "one of the member states",
        "Fiji and other member states of the African Union sent umbrellas.",
        [("membership", {"FJ", "African Union"}, "member")],
    ),
    case(
        "one of the members of the organization that is spoken of",
        "Peru will work with Chad and other member states for the growth of the African Union.",
        [("membership", {"TD", "African Union"}, "member")],
    ),
    case(
        "one of its members",
        "Malta and other EU members sent umbrellas.",
        [("membership", {"MT", "European Union"}, "member")],
    ),
    case("of which of two organizations", "The African Union asked Malta and other member states about the European Union.", []),
    case("other states", "Malta and other states wrote to the European Union.", []),
    case(
        "suspended",
        "Nepal, a SAARC member, sent an umbrella. However, Nepal's participation has been suspended since May.",
        [("membership", {"NP", "South Asian Association for Regional Cooperation"}, "member (suspended)")],
    ),
    case(
        "in abeyance",
        "Nepal, a SAARC observer, sent an umbrella. Nepal’s membership is now in abeyance.",
        [("membership", {"NP", "South Asian Association for Regional Cooperation"}, "observer (in abeyance)")],
    ),
    case(
        "not suspended",
        "Nepal, a SAARC member, sent an umbrella. Nepal's membership was never suspended.",
        [("membership", {"NP", "South Asian Association for Regional Cooperation"}, "member")],
    ),
    case("not a member", "Norway is not a member of the European Union.", []),
    case("wants to join", "Fiji hopes to join the African Union.", []),
    case("member states in general", "SCO member states sent umbrellas.", []),
    case(
        "signed by those who met",
        TALKS + "The two presidents signed an agreement on kite safety.",
        [("agreement", {"PE", "LT"}, "agreement on kite safety")],
    ),
    case(
        "statement issued by those who met",
        TALKS + "The two sides issued a joint statement.",
        [("agreement", {"PE", "LT"}, "joint statement")],
    ),
    case(
        "memorandum, states in the sentence",
        "Peru and Lithuania signed a memorandum of understanding on amber.",
        [("agreement", {"PE", "LT"}, "memorandum of understanding on amber")],
    ),
    case("will sign", TALKS + "The two presidents will sign an agreement on kite safety.", []),
    case("did not sign", TALKS + "The two presidents did not sign an agreement on kite safety.", []),
    case("signing a guest book", TALKS + "The two presidents signed the guest book.", []),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(text: str, expected: list[tuple[str, set[str], str]]) -> None:
    found = observe(text).relations
    assert [(r.kind, {a.name for a in r.parties}, r.label) for r in found] == expected


def test_what_was_signed_belongs_to_the_meeting_and_its_day() -> None:
    seen = observe(TALKS + "The two presidents signed an agreement on kite safety.")
    [report] = seen.relations
    assert (report.since, report.since_precision, report.meeting, report.detail) == (date(2022, 9, 13), "day", 0, "agreement")


def test_level_is_an_initiative_named_with_its_pair() -> None:
    seen = observe("Peru and Lithuania are linked by a comprehensive strategic partnership.")
    assert [i.kind for i in seen.initiatives] == ["partnership"]
    assert "comprehensive strategic partnership" in seen.initiatives[0].name

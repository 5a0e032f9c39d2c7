"""Statements under a letterhead, what bodies issue, and whom those serve who speak for missions and ministries."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe, speakers

LETTER = """Press Statement

{signed}

Washington, DC

December 22, 2017

The United States condemns the theft of the nets. The port must be free. We stand with the fishermen."""


@pytest.mark.parametrize(
    "signed", ["Tara Holm\n\nDepartment Spokesperson", "Tara Holm, Department Spokesperson", "Tara Holm\n\nSecretary of State"]
)
def test_a_letterhead_says_whose_a_statement_is(signed: str) -> None:
    seen = observe(LETTER.format(signed=signed))
    assert [(speakers(seen, claim), held_for(claim), claim.act) for claim in seen.claims] == [
        (("Tara Holm",), "US", "oppose"),
        (("Tara Holm",), "US", "urge"),
        (("Tara Holm",), "US", "support"),
    ]


def test_lines_without_an_office_are_no_letterhead() -> None:
    seen = observe(LETTER.format(signed="Harbour News\n\nFrom our reporter"))
    assert all(not speakers(seen, claim) for claim in seen.claims)


VOICES = [
    case("issued by", "Peru slept. In a statement issued by the African Union, it said that the pier is old.", "", "African Union"),
    case("issued its statement", "Chile wept.\n\nPeru issued a statement on Monday.\n\nIt read, “We condemn the theft.”", "", "PE"),
    case("ministry's spokeswoman", "The Czech Foreign Ministry denied it, the ministry's spokeswoman Eva Holub said.", "Eva Holub", "CZ"),
    case(
        "spokesman for the ministry",
        "The Peruvian Foreign Ministry rejects Oslo’s claim that eels are ill, spokesman for the ministry Raúl Ñahui said.",
        "Raúl Ñahui",
        "",
    ),
    case("mission chief", "“We saw fraud,” UN mission chief Petra Aich said.", "Petra Aich", "United Nations"),
    case("envoy of a body", "UN special envoy Jan Tamm of Estonia said the truce holds.", "Jan Tamm", "United Nations"),
    case("at this meeting", "The Danish Ambassador to Peru at this meeting stated that he had been called to Oslo.", "?", "DK"),
    case("officials in a paper", "American officials denied that the pier leaks, The New York Times reported Tuesday.", "", "US"),
]


@pytest.mark.parametrize(("text", "speaker", "actor"), VOICES)
def test_whose_voice(text: str, speaker: str, actor: str) -> None:
    seen = observe(text)
    assert (", ".join(speakers(seen, seen.claims[0])), held_for(seen.claims[0])) == (speaker, actor)


def test_a_treasurer_is_no_prime_minister_and_a_name_of_the_past_no_president() -> None:
    seen = observe("The British Chancellor, Mr Kenneth Drake, slept. The Prime Minister told reporters that the road was old.")
    assert [speakers(seen, claim) for claim in seen.claims] == [()]


ACTS = [
    case("added support", "Peruvian Foreign Minister Rosa Quiñe added her support, telling reporters that the pier is old.", "support"),
    case("express alone", "Peruvian Foreign Minister Rosa Quiñe has expressed her concern.", "oppose"),
    case("hinted of", "An ally of the mayor hinted of a dirty campaign.", "assert"),
    case("shared priorities", "Peruvian Foreign Minister Rosa Quiñe shared her priorities for the summit.", None),
    case("amid claims", "The union slept amid claims that the pier is old.", None),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_is_done(text: str, act: str | None) -> None:
    claims = observe(text).claims
    assert (claims[0].act if claims and claims[0].source is not None else None) == act

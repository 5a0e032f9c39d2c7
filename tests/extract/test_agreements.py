"""Documents signed and issued: which, under what title, by whom."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import observe

TALKS = "Peruvian President Anselmo Quispe-Rojas met with Lithuanian President Rasa Norkutė in Lima on Tuesday. "
BOTH = {"PE", "LT"}

TITLES = [
    case("attributes", "Peru and Lithuania signed a free trade agreement on Tuesday.", [(BOTH, "free trade agreement")]),
    case(
        "coordinated attributes",
        "Peru and Lithuania signed an economic and technical cooperation agreement.",
        [(BOTH, "economic and technical cooperation agreement")],
    ),
    case("a compound", TALKS + "They signed a visa-waiver agreement.", [(BOTH, "visa-waiver agreement")]),
    case(
        "several documents",
        TALKS + "They signed a visa-waiver agreement and a memorandum of understanding on amber.",
        [(BOTH, "visa-waiver agreement"), (BOTH, "memorandum of understanding on amber")],
    ),
    case(
        "several matters",
        TALKS + "The two sides signed three agreements on trade, energy and kites.",
        [(BOTH, "agreements on trade, energy and kites")],
    ),
    case("not where", "Peru and Lithuania signed an agreement on kites in Lima on Tuesday.", [(BOTH, "agreement on kites")]),
    case("nor on which day", "Peru and Lithuania signed a memorandum on Monday.", [(BOTH, "memorandum")]),
    case("nor with whom", "Peru signed a kite safety pact with Lithuania.", [(BOTH, "kite safety pact")]),
    case(
        "parties inside a formal title",
        TALKS + "They signed the Agreement between the Government of Peru and the Government of Lithuania on Kite Safety.",
        [(BOTH, "Agreement between the Government of Peru and the Government of Lithuania on Kite Safety")],
    ),
    case(
        "an abbreviation behind its name",
        "Peru and Lithuania signed a Memorandum of Understanding (MoU) on amber.",
        [(BOTH, "Memorandum of Understanding (MoU) on amber")],
    ),
    case(
        "what changes another",
        TALKS + "The two ministers signed a Protocol amending the Convention on Kites.",
        [(BOTH, "Protocol amending the Convention on Kites")],
    ),
    case("a field", TALKS + "They inked a pact in the field of kite safety.", [(BOTH, "pact in the field of kite safety")]),
    case(
        "a list behind a colon word",
        "Delegates from Peru and Lithuania signed two instruments, namely a treaty on amber and a protocol on kites.",
        [(BOTH, "instruments"), (BOTH, "treaty on amber"), (BOTH, "protocol on kites")],
    ),
    case(
        "not what follows", TALKS + "They signed an agreement on kites, which will enter into force in May.", [(BOTH, "agreement on kites")]
    ),
    case("not what else was done", TALKS + "They signed an agreement on kites and visited a mill.", [(BOTH, "agreement on kites")]),
]

SIGNERS = [
    case("passive, with agents", "The treaty on kites was signed by Peru and Lithuania.", [(BOTH, "treaty on kites")]),
    case("passive, of those who met", TALKS + "A treaty on kites was also signed.", [(BOTH, "treaty on kites")]),
    case(
        "passive, between governments",
        "A treaty on kites was signed between the Government of Peru and the Government of Lithuania.",
        [(BOTH, "treaty on kites")],
    ),
    case("three", "Peru, Lithuania and Samoa signed a pact on tuna.", [({"PE", "LT", "WS"}, "pact on tuna")]),
    case("one of the two who met", TALKS + "Quispe-Rojas signed the pact on amber.", [(BOTH, "pact on amber")]),
    case("a witness", TALKS + "The two presidents witnessed the signing of a pact on amber.", [(BOTH, "pact on amber")]),
    case(
        "host of the signing of one with another",
        "Peruvian President Anselmo Quispe-Rojas presided over the signing of a pact on amber with Lithuania.",
        [(BOTH, "pact on amber")],
    ),
    case("companies", TALKS + "Two companies signed a contract on the supply of kites.", []),
    case("what is spoken of", TALKS + "They spoke of the signing of a peace agreement in Chad.", []),
    case("hoped for", TALKS + "They called for the signing of a pact on amber.", []),
    case("signed as an attribute", TALKS + "They spoke of the implementation of signed agreements.", []),
    case("negotiations", TALKS + "They concluded negotiations on an agreement.", []),
    case("will be signed", TALKS + "A treaty on kites will be signed in May.", []),
    case("expected to", TALKS + "The two presidents are expected to sign a treaty on kites.", []),
    case("one on another day, of nobody", TALKS + "They praised the treaty on kites signed in 2001.", []),
]


@pytest.mark.parametrize(("text", "expected"), TITLES + SIGNERS)
def test_documents_signed(text: str, expected: list[tuple[set[str], str]]) -> None:
    found = [r for r in observe(text).relations if r.kind == "agreement"]
    assert [({a.name for a in r.parties}, r.label) for r in found] == expected

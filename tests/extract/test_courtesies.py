"""What is conveyed, forbidden and advised; what letters in brackets belong to; who serves as something."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe, speakers

QUIÑE = "Peruvian Foreign Minister Rosa Quiñe"

ACTS = [
    case("wish to convey", f"“On behalf of Lima, we wish to convey our congratulations to Chad,” {QUIÑE} said.", ["congratulate"]),
    case("do not", f"“Do not spoil the fair,” {QUIÑE} said.", ["urge"]),
    case("would advise", f"“I would advise them to wait,” {QUIÑE} said.", ["urge"]),
    case("too little interest", f"{QUIÑE} noted that the union shows too little interest in eels.", ["oppose"]),
    case("disputed before its noun", "Following last month’s disputed elections, the union slept.", []),
    case("comments that hit", "The mayor wept over comments that hit the headlines.", []),
]


@pytest.mark.parametrize(("text", "acts"), ACTS)
def test_what_is_done(text: str, acts: list[str]) -> None:
    assert [claim.act for claim in observe(text).claims] == acts


VOICES = [
    case("letters of a state's body", "Chile read Peru’s Coast Affairs Office (PAO) paper. The PAO said the port was shut.", ("", "PE")),
    case(
        "spokesman of letters",
        "Chile read Peru’s Coast Affairs Office (PAO) paper. “It is shut,” Ana Rojas, spokesperson for the PAO, said.",
        ("Ana Rojas", "PE"),
    ),
    case("letters of nobody's", "Chile read the Coast Affairs Paper (CAP). The CAP said the port was shut.", ("", "")),
    case("serving as", f"{QUIÑE} serving as head of observers from the union has urged Chad to wait.", ("Rosa Quiñe", "PE")),
]


@pytest.mark.parametrize(("text", "voice"), VOICES)
def test_whose_voice(text: str, voice: tuple[str, str]) -> None:
    seen = observe(text)
    assert [(", ".join(speakers(seen, claim)), held_for(claim)) for claim in seen.claims] == [voice]

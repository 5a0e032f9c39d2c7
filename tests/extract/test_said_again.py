"""Who says again behind a sentence what its subject insists on, whom a state's name stands before, and bodies named after a city."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe, speakers

WEN = "“We wait,” said China’s chief negotiator Su Wen. Danish Prime Minister Lars Holm slept.\n\n"

ROWS = [
    case("cited by", "“We wait,” Sudanese envoy Omar Khalil was cited as saying by the embassy.", ("Omar Khalil", "SD")),
    case("insisted … he said", WEN + "Holm insisted the text would be ready and would be read out, he said.", ("Lars Holm", "DK")),
    case(
        "told of another", WEN + "Holm visited Chad on Monday to see the pier, Su Wen said. Holm left on Friday, he said.", ("Su Wen", "CN")
    ),
    case("threatened by", "“We wait,” Ana Rojas, who speaks for islands badly threatened by storms, told reporters.", ("Ana Rojas", "")),
    case(
        "declared Sudan's X",
        "The text is a “breach that threatens us all,” declared Sudan’s Lumumba Stan Ping.",
        ("Lumumba Stan Ping", "SD"),
    ),
    case(
        "a university's city",
        "The director of Lima University’s Institute of Ports, Tom Otieno, says the pier is old.",
        ("Tom Otieno", ""),
    ),
]


def test_who_may_be_ready_pledges_nothing() -> None:
    for content, act in (("he may not yet be ready to sail", "assess"), ("he was ready to sail", "pledge")):
        assert [claim.act for claim in observe(f"Peruvian MP Omar Rojas said that {content}.").claims] == [act]


def test_who_cautions_that_something_is_so_judges() -> None:
    for content, act in (("that the seabed had yet to be read", "assess"), ("that Chad should wait", "urge"), ("against haste", "urge")):
        assert [claim.act for claim in observe(f"Peruvian MP Ana Rojas cautioned {content}.").claims] == [act]


@pytest.mark.parametrize(("text", "voice"), ROWS)
def test_the_last_voice(text: str, voice: tuple[str, str]) -> None:
    seen = observe(text)
    last = seen.claims[-1]
    assert (", ".join(speakers(seen, last)), held_for(last)) == voice

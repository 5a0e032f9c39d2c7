"""Unnamed voices that are nobody named before, phrases of time and place in a source, and the acts of quoted nouns."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe, speakers

QUIÑE = "Peruvian Foreign Minister Rosa Quiñe"
TAMM = "Estonian Foreign Minister Jan Tamm"
COUNCIL = "The UN Security Council met on Monday. Diplomats said the talks were slow. "

ROWS = [
    case("the diplomats", COUNCIL + "The diplomats, speaking anonymously, said it wanted more.", [("", ""), ("", "")]),
    case("two diplomats", f"{QUIÑE} met {TAMM}. No ship will sail, two EU diplomats said.", [("", "European Union")]),
    case("of a body", "UN envoy Jan Tamm slept. The government representative said the delegation was ill.", [("", "")]),
    case("added without that", f"{QUIÑE} wept. She added council members also want to sail.", [("Rosa Quiñe", "PE"), ("", "")]),
    case("said gravely", f"“There should be no theft in Lima,” {QUIÑE} said gravely as she left.", [("Rosa Quiñe", "PE")]),
    case("full date", "The Department of Ports on Monday, May 21, said it was ill.", [("", "")]),
    case("mission to", "The Russian mission to the EU said in a statement that both sides had talked.", [("", "RU")]),
    case("while", f"While {TAMM}, who sat, said it was “dull, dear,” {QUIÑE} said: “No.”", [("Jan Tamm", "EE"), ("Rosa Quiñe", "PE")]),
    case("it continued", "“We were ill,” an EU statement said. “We were told of it,” it continued.", [("", "European Union")] * 2),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_who_says_it(text: str, rows: list[tuple[str, str]]) -> None:
    seen = observe(text)
    assert [(", ".join(speakers(seen, claim)), held_for(claim)) for claim in seen.claims] == rows


ACTS = [
    case("quoted noun", f"{QUIÑE} expressed “her grave concern for the impact of the toll.”", "oppose"),
    case("little hope", f"{QUIÑE} offered little hope that the pier could be saved.", "assess"),
    case("will see", f"“If we wait we will see more theft,” {QUIÑE} said.", "assess"),
    case("will sail", f"“If we wait we will sail on Monday,” {QUIÑE} said.", "pledge"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_is_done(text: str, act: str) -> None:
    assert [claim.act for claim in observe(text).claims] == [act]


def test_a_participle_before_its_noun_says_nothing() -> None:
    assert not observe("Peru’s internationally recognized government sank.").claims

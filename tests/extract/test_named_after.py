"""Spokesmen who are named after they have spoken, women among those of whom no name tells, and what a person should do."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe, speakers

QUIÑE = "Peruvian Foreign Minister Rosa Quiñe"
COUNCIL = "A spokesman for the US National Security Council denied the report.\n\n"
HER = "Congress leader Sonia Devani spoke on Monday. Minister Qorlin Zhapp had accused her of theft.\n\n"
INSPECTOR = "Nina Kraska, inspector of the ministry’s department for visas in the town"

ROWS = [
    case("named after", COUNCIL + "“We were ill,” Tom Vetter said in a statement.", [("", "US"), ("Tom Vetter", "US")]),
    case("her", HER + "“We have waited,” she said.", [("Qorlin Zhapp", ""), ("Sonia Devani", "")]),
    case("long apposition", f"Ms Nina Kraska slept. {INSPECTOR} said the pier was old.", [("Nina Kraska", "")]),
    case("what somebody should do", "MP Ana Rojas said that Tom Otieno should call meetings.", [("Ana Rojas", "")]),
    case("of whom it tells", "Iran denied it after President Donald Trump had slept. Officials criticized the UN.", [("", "IR"), ("", "")]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_who_says_it(text: str, rows: list[tuple[str, str]]) -> None:
    seen = observe(text)
    assert [(", ".join(speakers(seen, claim)), held_for(claim)) for claim in seen.claims] == rows


@pytest.mark.parametrize(
    ("what", "act"), [("Chile as a partner", "assess"), ("Chile keeping its word", "urge"), ("painting the pier", "urge")]
)
def test_the_importance_of_a_partner_is_judged(what: str, act: str) -> None:
    assert [claim.act for claim in observe(f"{QUIÑE} emphasized the importance of {what}.").claims] == [act]

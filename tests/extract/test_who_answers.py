"""Names written with an article, who answers and who does not, and words between a source and its verb."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe, speakers

QUIÑE = "Peruvian Foreign Minister Rosa Quiñe"
SHAMI = "Sudanese army spokesman Anis Khalid al-Sabri dismissed the claims. "
LETTER = "Peru has sent a letter to Chile, foreign ministry spokesman Raúl Ñahui said Tuesday. "

ROWS = [
    case("al- in lower case", SHAMI + "The eels, al-Sabri added, are well.", [("Anis Khalid al-Sabri", "SD")] * 2),
    case("in response to a letter", LETTER + "He explained it was in response to another.", [("Raúl Ñahui", "PE")] * 2),
    case("described by", "The pier had been described by Mrs Clarkson as “a promising sign”.", [("Clarkson", "")]),
    case("come out to say", "A senior sailor has also come out to say that the pier is old.", [("", "")]),
    case("flatly", f"{QUIÑE} said it was true, but Chile’s foreign ministry “flatly” denied this.", [("Rosa Quiñe", "PE"), ("", "CL")]),
    case("not commented", f"{QUIÑE} has not commented on the report.", []),
    case("neither has commented", "Neither the army nor the Lima government have commented on the report.", []),
    case("traded blames", "The troops and the rebels traded blames for the theft.", []),
    case("rebels' statement", "Chile’s government slept. The rebels’ statement said they were ill.", [("", "")]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_who_says_it(text: str, rows: list[tuple[str, str]]) -> None:
    seen = observe(text)
    assert [(", ".join(speakers(seen, claim)), held_for(claim)) for claim in seen.claims] == rows


ACTS = [
    case("intended", f"“These claims are intended to spoil the visit,” {QUIÑE} said.", "assess"),
    case("intends", f"“We intend to paint the pier,” {QUIÑE} said.", "pledge"),
    case("wish to express", f"“We wish to express our sincere condolences to Norway,” {QUIÑE} said.", "convey"),
    case("guarded welcome", "Lima gave a guarded welcome to Chilean plans.", "support"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_what_is_done(text: str, act: str) -> None:
    assert [claim.act for claim in observe(text).claims] == [act]

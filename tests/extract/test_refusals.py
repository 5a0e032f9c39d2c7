"""Who keeps silent, who is called on the phone, what is only talked about, and plans that nobody makes yet."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import held_for, observe, speakers

ROJAS = "Peruvian President Ana Rojas"
TAMM = "Estonian Foreign Minister Jan Tamm"
OTIENO = "Kenyan Foreign Minister Tom Otieno"
QUIÑE = "Peruvian Foreign Minister Rosa Quiñe"

ACTS = [
    case("would not comment", f"{ROJAS} would not comment on the eel ban.", [("Ana Rojas", "oppose", "negative")]),
    case("would not elaborate", f"{ROJAS} would not elaborate.", [("Ana Rojas", "oppose", "negative")]),
    case("would not say whether", f"{ROJAS} wouldn't say whether the pier is safe.", [("Ana Rojas", "oppose", "negative")]),
    case("neither", f"Neither {ROJAS} nor {TAMM} would comment on the pier.", [("Ana Rojas, Jan Tamm", "oppose", "negative")]),
    case("called back", f"{ROJAS} called back the ambassador in Oslo.", []),
    case("discussed concerns", f"{QUIÑE} met {TAMM}. The ministers discussed concerns about the eel ban.", []),
    case(
        "discussed their concern",
        f"{QUIÑE} met {TAMM}. The ministers discussed their concern about eels.",
        [("Jan Tamm, Rosa Quiñe", "oppose", "positive")],
    ),
    case("unclear whether", f"“It is unclear whether we will go to Lima,” {TAMM} said.", [("Jan Tamm", "assess", "positive")]),
    case("probably", f"{TAMM} said that he would probably go to Lima.", [("Jan Tamm", "assess", "positive")]),
    case("plans call for", f"{TAMM} said that the plans call for two new piers.", [("Jan Tamm", "assess", "positive")]),
    case("want to say", f"“I want to say that the pier is old,” {TAMM} said.", [("Jan Tamm", "assess", "positive")]),
    case("earlier in the day", f"{TAMM}, earlier in the day, refuted the allegations.", [("Jan Tamm", "oppose", "negative")]),
]


@pytest.mark.parametrize(("text", "rows"), ACTS)
def test_what_is_done(text: str, rows: list[tuple[str, str, str]]) -> None:
    seen = observe(text)
    assert [(", ".join(sorted(speakers(seen, claim))), claim.act, claim.polarity) for claim in seen.claims] == rows


VOICES = [
    case("list between dashes", f"The three ministers - {QUIÑE}, {OTIENO} and {TAMM} - also thanked Norway.", ["EE+KE+PE"]),
    case("a statement read", "“We call on all sides to wait,” read the statement released by the Peruvian foreign ministry.", ["PE"]),
    case(
        "called by the noun again",
        f"{QUIÑE} slept. A senior minister said the pier is old. The minister added that it leaks.",
        ["PE", "PE"],
    ),
]


@pytest.mark.parametrize(("text", "actors"), VOICES)
def test_whose_voice(text: str, actors: list[str]) -> None:
    assert ["+".join(sorted(held_for(claim).split("+"))) for claim in observe(text).claims] == actors


def test_who_is_called_by_a_noun_again_is_not_the_minister_named_before() -> None:
    seen = observe(f"{QUIÑE} slept. A senior minister said the pier is old. The minister added that it leaks.")
    assert [speakers(seen, claim) for claim in seen.claims] == [(), ()]

"""Who speaks together: joint statements, several persons with brackets and other hats, sources in phrases with "with"."""

from __future__ import annotations

from datetime import date

import pytest

from .cases import case
from .reading import held_for, observe, speakers

MET = "Peruvian Foreign Minister Ana Quispe met her Chilean counterpart Luis Rojas in Lima.\n"

TOGETHER = [
    case("the governments it opens with", "The governments of Peru and Chile agreed to meet, said a joint communique.", "CL+PE"),
    case("it, closing after", "Peru and Chile agreed to meet, said a joint communique. The bridge was late, it said.", "CL+PE"),
    case("it, opening after", "Peru and Chile agreed to meet, said a joint communique. It said the bridge was late.", "CL+PE"),
    case("issued by both", "Peru and Chile issued a joint statement. The statement said the bridge was late.", "CL+PE"),
    case("listed behind it", "The joint statement of Norway, Sweden and Denmark said it was late.", "DK+NO+SE"),
    case("of those who met", f"{MET}Trade has grown, the joint statement said.", "CL+PE"),
    case(
        "it, after one side",
        f"{MET}Trade has grown, the joint statement said.\nPeru agreed to pay.\nThe two countries agreed to meet, it said.",
        "CL+PE",
    ),
    case("one side's own statement", f"{MET}Peru issued a statement. The statement said trade had grown.", "PE"),
]

ACTS = [
    case("what both did", "Peru and Chile issued a joint statement. The statement said the two countries agreed to meet.", "agree"),
    case("what one did", "Peru and Chile issued a joint statement. The statement said Peru agreed to meet.", "assert"),
    case("they in a quotation are others", "“They want to come here and sell the port,” Ms Ana Quispe said.", "assess"),
    case("we in a quotation", "“We want to come here and build the port,” Ms Ana Quispe said.", "pledge"),
]

QUISPE = "Chilean minister Ana Quispe spoke. "

ONE = [
    case("what another goes on with", f"{QUISPE}Peru, Quispe pointed out, continues to support smuggling against Chile.", "assess"),
    case("would like to do", f"{QUISPE}“We would like to engage in plans that would help our ports,” she said.", "pledge"),
    case(
        "there is going to be none", f"{QUISPE}“I think there is not going to be a vote, but we will make this push,” she said.", "pledge"
    ),
    case("what both needed to do", f"{QUISPE}She said Peru and Chile needed to build a bridge.", "urge"),
    case("what I needed to do", f"{QUISPE}“I needed to sell the boat,” she said.", "assert"),
    case("a call that is conveyed", f"{QUISPE}“We also convey a call to the army to stop,” said Quispe.", "urge"),
    case("whose responsibility it is", f"{QUISPE}“It is the responsibility of all members to respect it,” said Quispe.", "urge"),
    case("did not expect to", f"{QUISPE}She said she did not expect to get a deal.", "assess"),
    case("expects to", f"{QUISPE}She said she expects to get a deal.", "pledge"),
]

PERSONS = [
    case(
        "party and seat in brackets",
        "Mr Rui Sarn (Green Party, Callao North) and Mr Joe Mbeki (Socialist Party, Callao West) called for a statement.",
        ("Joe Mbeki", "Rui Sarn"),
    ),
    case(
        "his counterpart of a town",
        "Governor Adan Omar and his Callao counterpart Ruth Kilon faulted the president. Speaking on Sunday, the two said it was late.",
        ("Adan Omar", "Ruth Kilon"),
    ),
    case("an office that no list has", "The Rigsmand, Ms Ola Hagen, said it was late.", ("Ola Hagen",)),
    case("a deputy head of government", "The Tanaiste, Ms Harn, said it was late.", ("Harn",)),
    case(
        "a chamber's president for the time", "Senate President Pro Tempore Ralph Ocampo, meanwhile, said it was late.", ("Ralph Ocampo",)
    ),
    case("a portfolio before a name with a particle", "Minister of Communication Symon De Nobre said it was late.", ("Symon De Nobre",)),
    case("with an adverb", "The debate ended, with Minister Ana Quispe sharply criticizing the plan.", ("Ana Quispe",)),
    case("with a body and its letters", "The week began, with the Bakers Union (BU) insisting that it was late.", ()),
    case("no stance, but whom", "Minister Ana Quispe rose, addressing the eight opposition members there.", None),
]


@pytest.mark.parametrize(("text", "actors"), TOGETHER)
def test_a_joint_statement_speaks_for_all(text: str, actors: str) -> None:
    assert held_for(observe(text).claims[-1]) == actors


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_acts_of_several(text: str, act: str) -> None:
    assert observe(text).claims[-1].act == act


@pytest.mark.parametrize(("text", "act"), ONE)
def test_acts_of_one(text: str, act: str) -> None:
    assert observe(text).claims[-1].act == act


def test_a_given_name_may_tell_the_wrong_gender() -> None:
    seen = observe("Minister Vivian Kopp emphasized that it was late.\nHe also stated that it was cold.")
    assert [speakers(seen, claim) for claim in seen.claims] == [("Vivian Kopp",), ("Vivian Kopp",)]
    seen = observe("Ms Vivian Kopp emphasized that it was late.\nHe also stated that it was cold.")
    assert speakers(seen, seen.claims[-1]) != ("Vivian Kopp",)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Secretary of State George Shultz met Soviet leader Mikhail Gorbachev.", "US"),
        ("American Secretary of State George Shultz met President Mikhail Gorbachev.", "RU"),
    ],
)
def test_a_correspondent_abroad_is_at_home_with_the_officials_called_by_no_state(text: str, actor: str) -> None:
    seen = observe(f"{text} Administration officials said it was late.", place="Moscow", on=date(1985, 11, 6))
    assert held_for(seen.claims[-1]) == actor


def test_a_people_stands_for_its_state() -> None:
    text = "Peruvian Foreign Minister Ana Quispe met Chilean Foreign Minister Luis Rojas. The Chileans have demanded a vote."
    assert held_for(observe(text).claims[-1]) == "CL"


@pytest.mark.parametrize("who", ["Diplomats", "Some diplomats", "Western diplomats"])
def test_diplomats_are_of_no_state_that_is_not_named(who: str) -> None:
    assert held_for(observe(f"{who} said it was late.", place="Moscow").claims[-1]) == ""


@pytest.mark.parametrize(("text", "named"), PERSONS)
def test_who_speaks(text: str, named: tuple[str, ...] | None) -> None:
    seen = observe(text)
    said = [tuple(sorted(speakers(seen, claim))) for claim in seen.claims]
    assert (said[-1] if said else None) == named


def test_a_state_named_in_passing_is_nobodys() -> None:
    text = (
        "Works secretary Ann Sande accused the Opposition of spoiling the plan. Opposition leader Tony Abbott rejected it. "
        "The price hangs on demand from China."
    )
    assert held_for(observe(text).claims[0]) != "CN"

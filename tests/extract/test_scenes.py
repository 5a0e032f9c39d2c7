"""For whom officials speak in a story without publisher and dateline, whom it calls by no state: for the one that it tells of."""

import pytest

from tests.extract.cases import case
from tests.extract.reading import held_for, observe

SCENES = [
    case(
        "the only state so far",
        "A senior Peruvian official says the port will reopen. Justice Minister Rosa Quispe said on Tuesday that the guards agree.",
        ["PE", "PE"],
    ),
    case(
        "two fields joined, behind a nationality",
        "Peruvian Safety and Security Minister Rosa Quispe said the plan was dead.",
        ["PE"],
    ),
    case(
        "a ministry",
        "Two bridges in Peru fell on Sunday. The interior ministry said nobody was hurt.",
        ["PE"],
    ),
    case(
        "a police chief",
        "Two bridges in Peru fell on Sunday. Police chief Rosa Quispe said nobody was hurt.",
        ["PE"],
    ),
    case(
        "a state named far more than another",
        "Peru closed its ports on Sunday. Peru's fishermen, who sell to Chile, marched on Monday. In Peru nobody eats on Mondays. "
        "Fisheries Minister Rosa Quispe said the ports would open.",
        ["PE"],
    ),
    case(
        "a spokesman after his government",
        "The Peruvian government condemned the raid in Chile. “It is sad,” Foreign Affairs and Trade spokesperson Rosa Quispe said.",
        ["PE", "PE"],
    ),
    case(
        "a capital that speaks, and its spokesman",
        "Lima said the raid in Chile and the raid in Bolivia had no reason. “It is sad,” spokeswoman Rosa Quispe said.",
        ["PE", "PE"],
    ),
    case(
        "not of two states alike",
        "Peru and Chile closed their ports. Fisheries Minister Rosa Quispe said the ports would open.",
        [""],
    ),
    case(
        "not a state named later",
        "Justice Minister Rosa Quispe said the guards agree. They go to Chile next.",
        [""],
    ),
    case(
        "not whom no state has",
        "Two bridges in Peru fell on Sunday. Union president Rosa Quispe said nobody was hurt.",
        [""],
    ),
    case(
        "not the opposition",
        "Two bridges in Peru fell on Sunday. Opposition senator Rosa Quispe said the government slept.",
        [""],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SCENES)
def test_whose_story_it_is(text: str, expected: list[str]) -> None:
    assert [held_for(claim) for claim in observe(text).claims] == expected

"""Who bears the name of somebody of the lexicon and is another."""

from __future__ import annotations

from datetime import date

import pytest

from .cases import case
from .reading import observe

OTHERS = [
    case("another state's calling", "Fijian rugby coach Helen Clark said the squad was ready.", "Helen Clark"),
    case("a lay calling before", "Witness Julia Gillard told police that he saw a van.", "Julia Gillard"),
    case("a lay calling after", "John Major, a dairy farmer in Utah, said prices were too low.", "John Major"),
    case("too young to have been in office", "Police named the driver as John Kerry, 29. Kerry was unhurt.", "John Kerry"),
]


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_a_name_alone_makes_nobody_a_politician(text: str, name: str) -> None:
    person = next(p for p in observe(text, on=date(2025, 5, 6)).people if p.name == name)
    assert person.known_by == "text"


THEMSELVES = [
    case("an office of the past", "Former New Zealand Prime Minister Helen Clark said aid must rise.", "Helen Clark"),
    case("no word of who it is", "Helen Clark said aid must rise.", "Helen Clark"),
    case(
        "an office somewhere in the article",
        "John Major, a farmer, spoke. Former British prime minister John Major is 82.",
        "John Major",
    ),
    case("a calling of the past", "The former cricketer John Howard, once Australia's prime minister, said so.", "John Howard"),
    case("an age that fits", "John Kerry, 81, said the talks would go on.", "John Kerry"),
]


@pytest.mark.parametrize(("text", "name"), THEMSELVES)
def test_who_held_an_office_is_known(text: str, name: str) -> None:
    person = next(p for p in observe(text, on=date(2025, 5, 6)).people if p.name == name)
    assert person.known_by == "name"


def test_a_holder_of_an_office_is_no_namesake() -> None:
    person = observe("John Kerry, 29, a surfer, waved.", on=date(2014, 5, 6)).people[0]
    assert person.known_by == "name"

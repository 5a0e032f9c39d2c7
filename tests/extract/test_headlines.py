"""What a transcript leaves to its headline: who somebody is whose label is a name alone, and so that two of different states met."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from etl.extract.pipeline import extract

from .reading import line_of, make_article

TURNS = (
    "MAARIKA OJASTE: Mr President, good afternoon. I know that you had talks with our ministers yesterday.\n\n"
    "ANSELMO QUISPE-ROJAS (as translated): Madam President, thank you for finding the time. We will build the railway.\n\n"
    "MAARIKA OJASTE: Thank you. Estonia values this."
)


@pytest.mark.parametrize(
    "headline",
    [
        "Opening remarks by President of Estonia Maarika Ojaste at a meeting with President of Peru Anselmo Quispe-Rojas",
        "Estonian President Maarika Ojaste's meeting with Peruvian President Anselmo Quispe-Rojas",
        "Talks of the President of the Republic of Estonia, Maarika Ojaste, and the President of Peru, Anselmo Quispe-Rojas",
    ],
)
def test_who_speaks_is_told_by_the_headline(headline: str) -> None:
    seen = extract(replace(make_article(TURNS, on=date(2022, 9, 14), place="Tallinn"), title=headline))
    found = [line_of(seen, meeting) for meeting in seen.meetings]
    assert found == ["bilateral held 2022-09-14 Tallinn: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"]
    assert {person.name: person.actor and person.actor.name for person in seen.people} == {
        "Maarika Ojaste": "EE",
        "Anselmo Quispe-Rojas": "PE",
    }


def test_a_headline_without_offices_makes_nobody_an_official() -> None:
    seen = extract(replace(make_article(TURNS), title="Maarika Ojaste and Anselmo Quispe-Rojas on stage"))
    assert not seen.meetings
    assert {person.actor for person in seen.people} == {None}

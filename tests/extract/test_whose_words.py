"""Whose words a further clause is, where what is said begins, and names that are none; meetings in the same kind of news."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import cut, line_of, observe, people

TALKS = "Estonian President Maarika Ojaste met Peruvian President Anselmo Quispe-Rojas in Lima on Tuesday. "

WORDS = [
    case(
        "goes on with who passes it on",
        "The two ministers agreed on a truce, the Peruvian presidency said, adding that talks would go on.",
        [("the Peruvian presidency", "The two ministers agreed on a truce"), ("the Peruvian presidency", "talks would go on")],
    ),
    case(
        "a quoted title of who was told",
        'Estonian President Maarika Ojaste told the programme "Face to Face" that the pier was good.',
        [("Maarika Ojaste", "the pier was good")],
    ),
    case(
        "a quoted title behind its station",
        'Estonian President Maarika Ojaste told Peru TV\'s "Face to Face" that the pier was good.',
        [("Maarika Ojaste", "the pier was good")],
    ),
    case(
        "a statement announced before it is quoted",
        "The Estonian presidency also issued a statement: “The president commended the crew,” the presidency said.",
        [("the presidency", "The president commended the crew")],
    ),
    case(
        "an object and what is added",
        "Estonian President Maarika Ojaste praised the plan, adding that the pier was safe.",
        [("Maarika Ojaste", "the plan"), ("Maarika Ojaste", "the pier was safe")],
    ),
    case(
        "a noun of saying and what is added",
        "Estonian President Maarika Ojaste denied the report, adding that the pier was safe.",
        [("Maarika Ojaste", "the report"), ("Maarika Ojaste", "the pier was safe")],
    ),
    case("a guest who is welcomed", "Estonian President Maarika Ojaste was welcomed at the airport in Lima by officials.", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: list[tuple[str, str]]) -> None:
    seen = observe(text)
    found = [(", ".join(seen.people[p].name or "" for p in c.speakers) or c.source_name, cut(text, c.content)) for c in seen.claims]
    assert found == expected


MEETINGS = [
    case(
        "letters that are exchanged",
        TALKS + "The meeting followed an exchange of letters between the two presidents in May.",
        ["bilateral held 2022-09-13 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    case(
        "what others signed",
        TALKS + "The minister said the army would keep to the truce they signed in April with the rebels.",
        ["bilateral held 2022-09-13 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    case(
        "whom a mediator met first",
        "African Union Chief Mediator Themba Nkosi started a series of meetings in Lima on Tuesday. "
        "Nkosi first met with Peruvian President Anselmo Quispe-Rojas.",
        ["bilateral held 2022-09-13 -: Anselmo Quispe-Rojas/PE; Themba Nkosi/African Union"],
    ),
    case(
        "the first time of all",
        "Estonian President Maarika Ojaste first met Peruvian President Anselmo Quispe-Rojas at a fair in Lima.",
        ["bilateral held - Lima looked back: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    case(
        "a king in another spelling",
        "King Mohammad VI of Morocco received Estonian President Maarika Ojaste in Rabat on Tuesday.",
        ["bilateral held 2022-09-13 Rabat: Maarika Ojaste/EE; Mohammed VI/MA"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, m) for m in seen.meetings] == expected


def test_an_event_is_nobodys_name() -> None:
    text = "During this Audience, the President of the Government of Peru reiterated to Maarika Ojaste the position of Peru on the islands."
    assert "Audience" not in people(observe(text))


def test_a_monarch_nobody_knows_keeps_the_number() -> None:
    assert "Torvald IX" in people(observe("King Torvald IX of Norway met Estonian President Maarika Ojaste in Oslo on Tuesday."))

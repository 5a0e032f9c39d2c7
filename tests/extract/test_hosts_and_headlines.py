"""Meetings hosted for several, days of what lies ahead, places that the headline alone names, and voices that are nobody's in view."""

from __future__ import annotations

import dataclasses

import pytest

from etl.extract.pipeline import extract

from .cases import case
from .reading import cut, held_for, line_of, make_article, observe, speakers

OJASTE, QUISPE, MOALA = "Estonian President Maarika Ojaste", "Peruvian President Anselmo Quispe-Rojas", "Tongan Prime Minister Sione Moala"
TALKS = f"{OJASTE} met {QUISPE} on Tuesday. "

MEETINGS = [
    case(
        "one lunch for several",
        f"{OJASTE} hosted a lunch on Tuesday for {QUISPE} as well as {MOALA}.",
        ["trilateral held 2022-09-13 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE; Sione Moala/TO"],
    ),
    case(
        "lunch without an article",
        f"{OJASTE} hosted lunch on Tuesday for {QUISPE}.",
        ["bilateral held 2022-09-13 -: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    case(
        "the day of what lies ahead",
        f"{OJASTE} was among leaders who met yesterday, ahead of talks with {QUISPE} in Lima on Thursday.",
        ["bilateral planned 2022-09-15 Lima: Anselmo Quispe-Rojas/PE; Maarika Ojaste/EE"],
    ),
    case(
        "what the news came after",
        f"The port was shut on Tuesday. The disclosure came after {MOALA} met in Suva with {QUISPE}.",
        ["bilateral held - Suva: Anselmo Quispe-Rojas/PE; Sione Moala/TO"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings(text: str, expected: list[str]) -> None:
    seen = observe(text)
    assert [line_of(seen, m) for m in seen.meetings] == expected


VOICES = [
    case("officials nobody knows", TALKS + "Two senior officials said the pier would open.", [("", "", "the pier would open")]),
    case(
        "the two of them",
        TALKS + "The two presidents said the pier would open.",
        [("Anselmo Quispe-Rojas+Maarika Ojaste", "EE+PE", "the pier would open")],
    ),
    case(
        "announced by nobody in view",
        TALKS + "Last week it was announced that a ferry would come.",
        [("", "", "a ferry would come")],
    ),
    case("agreed by both", TALKS + "It was agreed that a ferry would come.", [("", "EE+PE", "a ferry would come")]),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_voices(text: str, expected: list[tuple[str, str, str]]) -> None:
    seen = observe(text)
    assert [("+".join(speakers(seen, c)), held_for(c), cut(text, c.content)) for c in seen.claims] == expected


HEADLINES = [
    case("where they meet", "Ojaste holds talks with Peruvian leader in Lima", "Lima"),
    case("where something else is", "Ojaste meets Peruvian leader over fighting in Lima", None),
    case("of others", "Moala meets ministers in Lima", None),
    case("no meeting", "Storm in Lima", None),
]


@pytest.mark.parametrize(("title", "place"), HEADLINES)
def test_places_of_headlines(title: str, place: str | None) -> None:
    seen = extract(dataclasses.replace(make_article(TALKS), title=title))
    assert [m.place for m in seen.meetings] == [place]

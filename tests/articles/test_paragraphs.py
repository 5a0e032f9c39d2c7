from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.articles.paragraphs import paragraphs

LONG = (
    "The two ministers spoke for more than three hours about the bridge, the road that leads to it, and the customs house on the far bank."
)
WRAPPED = "The two ministers spoke for more than\nthree hours about the bridge, the road\nthat leads to it, and the customs house."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n \r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\rTwo.", ["One.", "Two."]),
        ("Talks in Bern\n" + LONG, ["Talks in Bern", LONG]),
        (LONG + "\n" + LONG, [LONG, LONG]),
        (WRAPPED, [WRAPPED.replace("\n", " ")]),
        ("Talks in Bern\n" + WRAPPED + "\n\nThey met.", ["Talks in Bern", WRAPPED.replace("\n", " "), "They met."]),
        ("Q: Why?\nA: Because of the river.\nQ: Thanks.", ["Q: Why?", "A: Because of the river.", "Q: Thanks."]),
        ("  A\u00a0word\u2002here. \u00a0\n", ["A word here."]),
        (
            "A longer line of speech, some forty wide.\nYes.\nNo.\nYes.",
            ["A longer line of speech, some forty wide.", "Yes.", "No.", "Yes."],
        ),
        ("https://example.org/" + "x" * 150 + "\n" + WRAPPED, ["https://example.org/" + "x" * 150, WRAPPED.replace("\n", " ")]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [paragraph.flat for paragraph in paragraphs(text)] == expected


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u00a0\u2002\u0085"), max_size=200))
def test_every_visible_character_is_in_exactly_one_paragraph(text: str) -> None:
    found = paragraphs(text)
    covered = {position for unit in found for position in range(unit.start, unit.end)}
    assert {position for position, character in enumerate(text) if not character.isspace()} <= covered
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert all(text[unit.start : unit.end] == text[unit.start : unit.end].strip() != "" for unit in found)

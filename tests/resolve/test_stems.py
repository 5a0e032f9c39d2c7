"""Texts as stems: what makes no difference between two wordings, and what does."""

from __future__ import annotations

import pytest

from etl.lexicon.wording import load_wording_words
from etl.resolve.stems import stem, stems_of
from etl.resolve.wording import EVERYDAY, READOUT, TELLING, worth


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the ferries sank", "a ferry has sunk"),
        ("they built two hundred and fifteen wells", "215 wells are being built"),
        ("one thousand five hundred tents", "1,500 tents"),
        ("2.5 million seedlings", "2,500,000 seedlings"),
        ("on the third of May", "on May 3"),
        ("40% of the harvest", "forty per cent of the harvest"),
        ("the embargo is lifted", "the ban will be scrapped"),
        ("Norway bears the cost of the tunnel", "Norway funds the tunnel"),
        ("wind-driven pumps", "pumps driven by wind"),
        ("the co-operation of orchards", "orchards cooperate"),
        ("the @FJ delegation's tents", "tents of @FJ's delegation"),
    ],
    ids=[
        "inflection",
        "numerals",
        "groups of digits",
        "millions",
        "ordinals",
        "percent",
        "synonyms",
        "phrases",
        "hyphens",
        "prefixes",
        "states",
    ],
)
def test_two_ways_of_saying_the_same(one: str, other: str) -> None:
    assert stems_of(one) == stems_of(other)


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("two, three or twenty-five otters", {"#2", "#3", "#25", "otter"}),
        ("twenty thirty", {"#20", "#30"}),
        ("1.5 million, two", {"#1500000", "#2"}),
        ("one of the otters", {"otter"}),
        ("the first otters", {"first", "otter"}),
        ("12 hundred otters and ten", {"#1200", "#10", "otter"}),
        ("COVID-19 and the G20", {"covid", "#19", "g20"}),
        ("Solberg's otters", {"otter"}),
    ],
)
def test_numbers_and_names(text: str, stems: set[str]) -> None:
    assert stems_of(text, frozenset({"solberg"})) == stems


def test_rare_words_count_more() -> None:
    assert worth(stem("cooperation")) == READOUT
    assert worth(stem("months")) == EVERYDAY
    assert worth(stem("hydrogen")) == TELLING
    assert worth("@FJ") < TELLING < worth("#1200")


def test_no_word_stands_in_two_rows_of_synonyms() -> None:
    entries = [entry for row in load_wording_words().synonyms for entry in row]
    assert len(entries) == len(set(entries))
    assert [row for row in load_wording_words().synonyms if " " in row[0] or len(row) < 2] == []

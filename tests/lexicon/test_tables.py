"""The word lists of the seeds: in order, each entry with its source, and none that nothing reads."""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path

import pytest

from etl.errors import RunError
from etl.lexicon import initiatives, meetings, naming, parties, relations, speech
from etl.lexicon.words import fill_lists, word_lists

ROOT = Path(__file__).resolve().parents[2]
LEXICONS = sorted(path.name for path in files("seeds").joinpath("lexicons").iterdir() if path.name.endswith(".csv"))
RECORDS = (
    initiatives.InitiativeWords,
    meetings.MeetingWords,
    naming.NamingWords,
    parties.PartyWords,
    relations.RelationWords,
    speech.SpeechWords,
)


@pytest.mark.parametrize("name", LEXICONS)
def test_a_lexicon_is_sorted_sourced_and_has_no_row_twice(name: str) -> None:
    text = files("seeds").joinpath("lexicons", name).read_bytes().decode()
    assert "\r" not in text
    header, *rows = csv.reader(text.splitlines())
    assert header[-1] == "source"
    assert [row for row in rows if not row[-1]] == []
    assert [row[:2] for row in rows] == sorted(row[:2] for row in rows)
    assert len(rows) == len({tuple(row) for row in rows})


def test_every_list_is_read() -> None:
    by_field = {field.name.removesuffix("s") for record in RECORDS for field in fields(record)}
    readers = [(ROOT / "etl" / "lexicon" / name).read_text(encoding="utf-8") for name in ("words.py", "initiatives.py")]
    by_name = {name for name in word_lists() if any(f'["{name}"]' in reader for reader in readers)}
    assert set(word_lists()) - by_field - by_name == set()


def test_a_field_without_its_list_stops_the_run() -> None:
    @dataclass(frozen=True)
    class Wanting:
        no_such_words: frozenset[str]

    with pytest.raises(RunError, match=r"words\.csv has no list no_such_word: "):
        fill_lists(Wanting)

"""Judgements as CSV: whatever they say comes back the same."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.judgements import Judgement, NameAnchor, SheetError, TextAnchor, read_sheet, write_sheet

from .made import NOON, judged

# A carriage return alone is a line end to csv.
WORDS = st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]), min_size=1)
MAYBE = st.none() | WORDS
KEYS = st.integers(0, 2**63 - 1)
TEXTS = st.builds(
    TextAnchor, KEYS, WORDS, WORDS, MAYBE, WORDS, st.integers(0, 10**6), WORDS, st.text("ab "), st.text("ab "), st.text("ab ")
)
NAMES = st.builds(NameAnchor, WORDS, st.booleans(), st.sampled_from(["", "state", "organization"]), st.text("ab"))
MOMENTS = st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC))
JUDGEMENTS = st.one_of(
    st.builds(
        Judgement, st.sampled_from(["claim", "meeting_report"]), st.sampled_from(["same", "different"]), TEXTS, TEXTS, st.none(), st.none(),
        MAYBE, WORDS, MOMENTS,
    ),
    st.builds(
        Judgement, st.sampled_from(["claim", "mention", "person_reference"]), st.sampled_from(["reject", "accept"]), TEXTS, st.none(),
        st.none(), st.none(), MAYBE, WORDS, MOMENTS,
    ),
    st.builds(
        Judgement, st.just("claim"), st.just("set"), TEXTS, st.none(), st.just("speaker"), st.sampled_from(["", "Wang Yi"]), MAYBE, WORDS,
        MOMENTS,
    ),
    st.builds(Judgement, st.just("person"), st.just("same"), NAMES, NAMES, st.none(), st.none(), MAYBE, WORDS, MOMENTS),
)  # fmt: skip


@given(judgements=st.lists(JUDGEMENTS))
def test_a_round_trip_loses_nothing(judgements: list[Judgement]) -> None:
    file = io.StringIO(newline="")
    write_sheet(judgements, file)
    file.seek(0)
    assert list(read_sheet(file)) == judgements


def sheet(**changes: str) -> io.StringIO:
    file = io.StringIO(newline="")
    write_sheet([judged("claim", "set", TextAnchor(1, "a", "b", None, "c", 0, "words", "", "", ""), field="act", value="urge")], file)
    file.seek(0)
    (row,) = csv.DictReader(file)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, row.keys())
    writer.writeheader()
    writer.writerow({**row, **changes})
    out.seek(0)
    return out


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"about": "weather"}, "'weather' is none of"),
        ({"decision": "perhaps"}, "'perhaps' is none of"),
        ({"field": "date"}, "cannot be set of a claim"),
        ({"field": ""}, "what is set is not said"),
        ({"value": "shout"}, "'shout' is no act"),
        ({"decided_at": "2031-05-07 12:00"}, "no time zone"),
        ({"decided_at": "yesterday"}, "yesterday"),
        ({"subject_quote": ""}, "subject_quote is empty"),
        ({"subject_start": "x"}, "line 2"),
    ],
)
def test_a_line_that_means_nothing_is_named(changes: dict[str, str], words: str) -> None:
    with pytest.raises(SheetError, match=words):
        list(read_sheet(sheet(**changes)))


def test_another_file() -> None:
    with pytest.raises(SheetError, match="not a file of judgements"):
        list(read_sheet(io.StringIO("a,b\n1,2\n")))
    assert [j.decided_at for j in read_sheet(sheet())] == [NOON]

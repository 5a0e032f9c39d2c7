"""Passages are found again: at their place, elsewhere in the same words, in like words; or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.judgements.passages import SHORT, find_passage
from etl.records import Span

from .made import anchor_at

TEXT = (
    "The ministers met in Bergen on Monday. Both sides agreed to widen the ferry line to Recife. "
    "The line has run since spring. He thanked the port. Both sides agreed to widen the tunnel under the fjord."
)
SENTENCE = "Both sides agreed to widen the ferry line to Recife."
AT = TEXT.index(SENTENCE)
ANCHOR = anchor_at(TEXT, Span(AT, AT + len(SENTENCE)))
WORDS = st.text(alphabet=st.characters(categories=["L", "Zs", "P"]), max_size=200)


@given(before=WORDS, after=WORDS)
def test_a_passage_is_found_wherever_it_moves(before: str, after: str) -> None:
    found = find_passage(ANCHOR, before + TEXT + after, unchanged=False)
    assert found
    assert found.span == Span(len(before) + AT, len(before) + AT + len(SENTENCE))
    assert found.found == ("moved" if before else "exact")


@given(text=WORDS)
def test_what_is_found_reads_as_what_was_judged(text: str) -> None:
    found = find_passage(ANCHOR, text, unchanged=False)
    assert found is None or text[found.span.start : found.span.end] == SENTENCE


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        (TEXT.replace("widen the ferry line", "widen its ferry line"), "Both sides agreed to widen its ferry line to Recife."),
        (TEXT.replace("to widen the ferry", "to\nwiden the  ferry"), "Both sides agreed to\nwiden the  ferry line to Recife."),
        ("Talks on fish failed. Nobody agreed on anything, and the ferry was late.", None),
        (TEXT.replace(SENTENCE, ""), None),
    ],
)
def test_like_words_are_found_and_others_not(text: str, passage: str | None) -> None:
    found = find_passage(ANCHOR, text, unchanged=False)
    assert (found is None) == (passage is None)
    if found and passage:
        assert found.found == "similar"
        # As long as what was judged, so that an edit may push an end by as many characters as it adds.
        assert abs(found.span.start - text.index(passage)) <= 2


def test_of_two_equal_passages_the_one_in_its_surroundings_is_meant() -> None:
    text = "He left early. " + TEXT + " He said nothing."
    at = TEXT.index("He thanked")
    anchor = anchor_at(TEXT, Span(at, at + 2))
    assert len(anchor.quote) < SHORT
    found = find_passage(anchor, text, unchanged=False)
    assert found
    assert text[found.span.start :].startswith("He thanked the port")


def test_a_short_passage_out_of_its_surroundings_is_gone() -> None:
    anchor = anchor_at(TEXT, Span(TEXT.index("He thanked"), TEXT.index("He thanked") + 2))
    assert find_passage(anchor, "He was asked nothing, and so he went home to his cat.", unchanged=False) is None
    assert find_passage(anchor, "", unchanged=False) is None

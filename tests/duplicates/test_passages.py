"""Shared passages: as long as they can be, where they stand in both texts."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.duplicates import shared_passages, words_of
from etl.duplicates.passages import LEAST

from .test_likeness import SENTENCES, WIRE


def test_the_whole_text() -> None:
    (passage,) = shared_passages(words_of(f"OSLO -- {WIRE}"), words_of(WIRE.upper()))
    assert (passage.span.start, passage.span.end) == (8, 8 + len(WIRE) - 1)
    assert (passage.other.start, passage.other.end) == (0, len(WIRE) - 1)
    assert passage.words == len(words_of(WIRE).keys)


def test_moved_and_cut_passages() -> None:
    cut = f"{SENTENCES[5]} Something quite different stands in between here. {SENTENCES[0]}"
    found = shared_passages(words_of(WIRE), words_of(cut))
    assert [WIRE[p.span.start : p.span.end] + "." for p in found] == [SENTENCES[0], SENTENCES[5]]
    assert [cut[p.other.start : p.other.end] + "." for p in found] == [SENTENCES[0], SENTENCES[5]]


def test_a_phrase_is_no_passage() -> None:
    assert shared_passages(words_of("one two three four five six seven"), words_of("one two three four five six seven")) == []


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_passages_are_equal_and_cannot_grow_to_the_right(seed: int) -> None:
    rnd = random.Random(seed)
    texts = [" ".join(rnd.choices("ab cd ef".split(), k=rnd.randrange(5, 60))) for _ in range(2)]
    a, b = map(words_of, texts)
    at = {span.start: place for place, span in enumerate(a.spans)}, {span.start: place for place, span in enumerate(b.spans)}
    after = 0
    for passage in shared_passages(a, b):
        i, j = at[0][passage.span.start], at[1][passage.other.start]
        assert passage.words >= LEAST
        assert i >= after
        after = i + passage.words
        assert a.keys[i:after] == b.keys[j : j + passage.words]
        assert a.spans[after - 1].end == passage.span.end
        assert after == len(a.keys) or a.keys[after : after + 1] != b.keys[j + passage.words : j + passage.words + 1]

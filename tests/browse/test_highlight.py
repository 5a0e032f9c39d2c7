"""Cutting a text at the edges of spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.browse.highlight import Marked, pieces

TEXT = "Ana said that Bo had agreed to come."
spans = st.builds(Marked, st.integers(-2, 40), st.integers(-2, 45), st.just("claim"), st.integers(1, 9))


@given(st.lists(spans, max_size=8))
def test_nothing_is_lost_or_doubled(marked: list[Marked]) -> None:
    found = list(pieces(TEXT, marked))
    assert "".join(piece.text for piece in found) == TEXT
    begun = [span for piece in found for span in piece.begins]
    assert sorted(begun, key=repr) == sorted((s for s in marked if 0 <= s.start < min(s.end, len(TEXT))), key=repr)


def test_spans_inside_one_another() -> None:
    outer, inner = Marked(0, 36, "claim", 1), Marked(14, 35, "claim", 2)
    assert [(piece.text, [span.key for span in piece.covered]) for piece in pieces(TEXT, [inner, outer])] == [
        ("Ana said that ", [1]),
        ("Bo had agreed to come", [1, 2]),
        (".", [1]),
    ]

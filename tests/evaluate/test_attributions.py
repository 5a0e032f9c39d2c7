"""Figures of attributions, over a text made by hand."""

from __future__ import annotations

import pytest

from etl.evaluate import AttributionFigures, score_attributions
from etl.evaluate.attribution_gold import AttributedText, GoldAttribution
from etl.evaluate.attributions import Attribution
from etl.records import Span

TEXT = 'Harbour minister Oda Brekke said that the quay would open in May. She called it "a small wonder".'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def gold(
    content: str, source: str | None, *, kind: str = "indirect", pronoun: bool = False, names: tuple[str, ...] = ()
) -> GoldAttribution:
    place = span(source) if source else None
    return GoldAttribution(span(content), content, (span(content),), kind, source, place, pronoun, names, ())


OPENING = gold("the quay would open in May", "Harbour minister Oda Brekke")
WONDER = gold("a small wonder", "She", kind="direct", pronoun=True, names=("Oda Brekke",))


def scored(*found: tuple[str, str], wanted: tuple[GoldAttribution, ...] = (OPENING, WONDER)) -> AttributionFigures:
    text = AttributedText("quay", TEXT, wanted)
    return score_attributions([text], {"quay": [Attribution(span(content), speaker) for content, speaker in found]})


def test_all_right() -> None:
    figures = scored(("that the quay would open in May", "Oda Brekke"), ('"a small wonder"', "Oda Brekke"))
    assert (figures.found.right, figures.exact.right, figures.nearly_exact.right, figures.end_to_end.right) == (2, 1, 2, 2)
    assert figures.mean_shared == pytest.approx((2 * 6 / 13 + 1) / 2)
    assert {name: (rate.right, rate.of) for name, rate in figures.by_type.items()} == {
        "direct": (1, 1),
        "mixed": (0, 0),
        "indirect": (1, 1),
    }
    assert (figures.speakers.lenient.value, figures.speakers.resolved.value, figures.misses) == (1, 1, [])


@pytest.mark.parametrize(("content", "right"), [("the quay", 1), ("quay", 0), ("quay would open in May. She called it", 1)])
def test_half_of_the_words_must_be_shared(content: str, right: int) -> None:
    figures = scored((content, "Oda Brekke"), wanted=(OPENING,))
    assert (figures.found.right, figures.found.missing, figures.found.too_many) == (right, 1 - right, 1 - right)


@pytest.mark.parametrize(
    ("speaker", "lenient", "strict"),
    [
        ("Oda Brekke", True, False),
        ("the harbour minister, Oda Brekke", True, True),  # words that only address say nothing
        ("Brekke", True, False),
        ("Oda", True, False),
        ("Oda Lund", False, False),  # half of the words is not more than half
        ("", False, False),
        ("She", False, False),
    ],
)
def test_a_named_speaker(speaker: str, lenient: bool, strict: bool) -> None:
    figures = scored((OPENING.content_words, speaker), wanted=(OPENING,))
    assert (figures.speakers.named_lenient.right, figures.speakers.named_strict.right) == (lenient, strict)
    assert figures.end_to_end.right == lenient


def test_a_pronoun_repeated_is_no_name() -> None:
    figures = scored((WONDER.content_words, "She"), wanted=(WONDER,))
    assert (figures.speakers.pronoun_lenient.right, figures.speakers.resolved.right) == (1, 0)


def test_where_nobody_is_the_source_the_content_is_enough() -> None:
    figures = scored((OPENING.content_words, "Somebody Else"), wanted=(gold(OPENING.content_words, None),))
    assert (figures.end_to_end.right, figures.speakers.lenient.of) == (1, 0)


def test_content_in_parts_fits_its_parts_or_the_whole() -> None:
    whole = span("the quay would open in May. She called it")
    parts = GoldAttribution(whole, "…", (span("the quay"), span("called it")), "mixed", None, None, False, (), ())
    assert scored(("the quay would open in May. She called it", ""), wanted=(parts,)).exact.right == 1
    assert scored(("the quay", ""), wanted=(parts,)).found.right == 1
    assert scored(("would open in May", ""), wanted=(parts,)).found.right == 1

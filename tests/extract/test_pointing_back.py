"""Words whose speaker only the sentence after them names: "This was stated by X", "X made the remarks at a briefing"."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import observe, spoken

NOVIK = "Belarus' Foreign Minister Pavel Novik"
POINTED = [
    case(
        "this was stated by",
        f"The ferry will sail in May. This was stated by {NOVIK} at a briefing on Tuesday, the agency reports. The pier is old.",
        [("The ferry will", "Pavel Novik")],
    ),
    case("said this", f"The ferry will sail in May. {NOVIK} said this on Tuesday.", [("The ferry will", "Pavel Novik")]),
    case(
        "a lead of one sentence",
        f"The ferry will sail in May.\n\n{NOVIK} told reporters this in Minsk.\n\nThe pier is old.",
        [("The ferry will", "Pavel Novik")],
    ),
    case(
        "made the remarks, adding",
        f"The ferry will sail in May. {NOVIK} made the remarks at a briefing, adding that the pier was old.",
        [("The ferry will", "Pavel Novik"), ("Belarus' Foreign Minister", "Pavel Novik")],
    ),
    case(
        "a state's stance is who speaks for it",
        f"Belarus supports the plan for the pier. This was announced by {NOVIK}.",
        [("Belarus supports the", "Pavel Novik")],
    ),
    case(
        "whose words they are has been said",
        f"Ana Lopes said the ferry would sail in May. {NOVIK} made the remarks of the day on Tuesday.",
        [("Ana Lopes said", "Ana Lopes")],
    ),
    case(
        "said of this week",
        f"The ferry will sail in May. {NOVIK} said this week was wet.",
        [("Belarus' Foreign Minister", "Pavel Novik")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), POINTED)
def test_pointed_at(text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(text, observe(text)) == expected

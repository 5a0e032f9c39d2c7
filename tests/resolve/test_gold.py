"""What resolving alone reaches on the gold of `../shared` (skipped where that is not at hand)."""

from __future__ import annotations

import pytest

from etl.resolve import resolve

from .gold import SHARED, load_articles, meeting_f1, statement_f1

pytestmark = pytest.mark.skipif(not (SHARED / "gold/merge.json").exists(), reason="../shared is absent")


@pytest.mark.parametrize("vague", [False, True], ids=["as annotated", "dates and places missing"])
def test_merging_of_gold_observations(vague: bool) -> None:
    articles = load_articles(vague=vague)
    resolution = resolve(articles)
    assert meeting_f1(articles, resolution) == (1.0, 1.0)
    f1, too_many, missing = statement_f1(articles, resolution)
    assert f1 >= 0.9, f"too many {too_many}, missing {missing}"

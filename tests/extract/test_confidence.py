"""Rows carry calibrated confidence, not the scores that rules work with."""

from __future__ import annotations

from etl.extract.assemble import assemble
from etl.extract.pipeline import extract, read_layers
from etl.lexicon.confidence import load_calibration

from .reading import make_article

ARTICLE = make_article(
    "Foreign Minister Oda Brekke of Norway met Peru's foreign minister, Raúl Ñahui, in Lima on Monday. Brekke said that the quay would open"
    " in May. Norway and Peru signed the Agreement on Quiet Harbours."
)


def test_every_row_has_the_confidence_of_its_kind_rule_and_score() -> None:
    scored, calibrated = assemble(read_layers(ARTICLE)), extract(ARTICLE)
    confidence = load_calibration().confidence
    for kind in ("people", "meetings", "claims", "offices", "relations"):
        rows = list(zip(getattr(scored, kind), getattr(calibrated, kind), strict=True))
        assert rows, kind
        singular = {"people": "person"}.get(kind, kind.removesuffix("s"))
        for before, after in rows:
            assert (after.rule, after.confidence) == (before.rule, confidence(singular, before.rule, before.confidence))
    for before, after in zip(scored.mentions, calibrated.mentions, strict=True):
        assert after.confidence == confidence(f"{before.kind}_mention", before.rule, before.confidence)


def test_a_rule_that_the_gold_knows_changes_its_score() -> None:
    before, after = assemble(read_layers(ARTICLE)).claims, extract(ARTICLE).claims
    assert [claim.confidence for claim in before] != [claim.confidence for claim in after]

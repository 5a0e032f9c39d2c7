"""The very last step: each row's score becomes its confidence, the share of such rows that are right."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from etl.extract.layers import NER
from etl.lexicon.confidence import load_calibration
from etl.records import Claim, Observations, OfficeReport, PersonReference, RelationReport

_Row = TypeVar("_Row", Claim, OfficeReport, PersonReference, RelationReport)


def with_confidence(observations: Observations) -> Observations:
    """Return the observations with calibrated confidence. Everything before this works with the scores that the rules give.

    What only a trained reader saw keeps its score: the gold judges the rules, and says nothing of a model that anybody may name.
    """
    confidence = load_calibration().confidence
    return replace(
        observations,
        people=_calibrated("person", observations.people),
        mentions=tuple(
            [
                m if m.rule == NER else m._replace(confidence=confidence(f"{m.kind}_mention", m.rule, m.confidence))
                for m in observations.mentions
            ]
        ),
        meetings=tuple([replace(m, confidence=confidence("meeting", m.rule, m.confidence)) for m in observations.meetings]),
        claims=_calibrated("claim", observations.claims),
        offices=_calibrated("office", observations.offices),
        relations=_calibrated("relation", observations.relations),
    )


def _calibrated(kind: str, rows: tuple[_Row, ...]) -> tuple[_Row, ...]:
    confidence = load_calibration().confidence
    return tuple([row if row.rule == NER else row._replace(confidence=confidence(kind, row.rule, row.confidence)) for row in rows])

"""The very last step: each row's score becomes its confidence, the share of such rows that are right."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from etl.extract.layers import NER
from etl.lexicon.confidence import load_calibration
from etl.records import Claim, Mention, Observations, OfficeReport, PersonReference, RelationReport

_Row = TypeVar("_Row", Claim, OfficeReport, PersonReference, RelationReport)


def with_confidence(observations: Observations) -> Observations:
    """Return the observations with calibrated confidence. Everything before this works with the scores that the rules give.

    What only a trained reader saw keeps its score: the gold judges the rules, and says nothing of a model that anybody may name.
    """
    confidence = load_calibration().confidence
    return replace(
        observations,
        people=_calibrated("person", observations.people),
        mentions=tuple([m if m.rule == NER else _mention(m) for m in observations.mentions]),
        meetings=tuple([replace(m, confidence=confidence("meeting", m.rule, m.confidence)) for m in observations.meetings]),
        claims=_calibrated("claim", observations.claims),
        offices=_calibrated("office", observations.offices),
        relations=_calibrated("relation", observations.relations),
    )


def _calibrated(kind: str, rows: tuple[_Row, ...]) -> tuple[_Row, ...]:
    confidence = load_calibration().confidence
    return tuple([row if row.rule == NER else _with(row, confidence(kind, row.rule, row.confidence)) for row in rows])


def _with(row: _Row, confidence: float) -> _Row:
    """A row with its last field anew: there are many rows, and `_replace` would ask for each field by its name."""
    made: _Row = type(row)._make((*row[:-1], confidence))
    return made


def _mention(mention: Mention) -> Mention:
    span, kind, name, surface, rule, score, person = mention
    return Mention(span, kind, name, surface, rule, load_calibration().confidence(f"{kind}_mention", rule, score), person)

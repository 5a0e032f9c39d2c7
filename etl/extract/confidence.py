"""The very last step: each row's score becomes its confidence, the share of such rows that are right."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from etl.lexicon.confidence import load_calibration
from etl.records import Claim, MeetingReport, Mention, Observations, OfficeReport, PersonReference, RelationReport

_Row = TypeVar("_Row", Claim, MeetingReport, Mention, OfficeReport, PersonReference, RelationReport)


def with_confidence(observations: Observations) -> Observations:
    """Return the observations with calibrated confidence. Everything before this works with the scores that the rules give."""
    return replace(
        observations,
        people=_calibrated("person", observations.people),
        mentions=tuple(row for mention in observations.mentions for row in _calibrated(f"{mention.kind}_mention", (mention,))),
        meetings=_calibrated("meeting", observations.meetings),
        claims=_calibrated("claim", observations.claims),
        offices=_calibrated("office", observations.offices),
        relations=_calibrated("relation", observations.relations),
    )


def _calibrated(kind: str, rows: tuple[_Row, ...]) -> tuple[_Row, ...]:
    calibration = load_calibration()
    return tuple(replace(row, confidence=calibration.confidence(kind, row.rule, row.confidence)) for row in rows)

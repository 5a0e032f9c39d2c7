"""What was planned for a journey that was called off: "cancelled a visit to Peru, where she was to meet X. … She was due to see Y too"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from etl.extract.grammar import WAS
from etl.extract.layers import Layers
from etl.extract.meetings.candidate import Candidate
from etl.extract.meetings.merging import days_agree
from etl.lexicon.meetings import load_meeting_words
from etl.records import MeetingReport

_BEFORE_THAT: Final = frozenset({"earlier", "previously", "had", "originally", "initially"})
_REACH: Final = 9
"""Tokens before a meeting's word among which "was due to" stands."""
_NEWS: Final = timedelta(days=2)
"""How long before the text something was said that is no part of its news."""


def dropped_with(layers: Layers, candidate: Candidate, report: MeetingReport, reports: list[MeetingReport]) -> MeetingReport:
    """The report, cancelled where it tells of what was planned for a visit of the same person that the text before it calls off."""
    if report.status != "planned" or not (_was_due(layers, candidate) or _was_announced(layers, candidate)):
        return report
    people = {p.person for p in report.participants if p.person is not None}
    for visit in reports:
        guests = {p.person for p in visit.participants if p.role == "guest"}
        there = report.place_state in (None, visit.place_state)
        if (visit.kind, visit.status) == ("visit", "cancelled") and there and not guests.isdisjoint(people) and days_agree(visit, report):
            same = report.kind == "visit"
            return replace(report, status="cancelled", background=visit.background if same else report.background)
    return report


def _was_due(layers: Layers, candidate: Candidate) -> bool:
    """ "Was (also) scheduled to meet X", "was to visit Peru"."""
    lower, arranged = layers.tokens.lower, load_meeting_words().arranged_words
    before = lower[max(candidate.sentence.start, candidate.trigger - _REACH) : candidate.trigger]
    was = next((i for i in reversed(range(len(before))) if before[i] in WAS), None)
    if was is None:
        return False
    verb = was + 1 + (before[was + 1 : was + 2] in (["also"], ["then"]))
    return before[verb : verb + 1] == ["to"] or (before[verb : verb + 1] != [] and before[verb] in arranged)


def _was_announced(layers: Layers, candidate: Candidate) -> bool:
    """ "On Monday last week she said that she would visit Peru", "had said that she would": what was a plan before the news."""
    lower, start, day = layers.tokens.lower, candidate.sentence.start, layers.reference_date
    before = lower[start : candidate.trigger]
    if "would" not in before[-_REACH:]:
        return False
    told = (value.end for value in layers.dates.within(start, candidate.trigger) if value.precision == "day")
    long_ago = day is not None and any(end is not None and end <= day - _NEWS for end in told)
    return long_ago or not _BEFORE_THAT.isdisjoint(before)

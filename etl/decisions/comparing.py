"""Reports and claims of the store as resolving compares them: for showing why two were joined or were not."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from etl.load import read_decisions
from etl.load.identity import claim_id, meeting_report_id
from etl.load.observations import PARTS
from etl.load.resolving.readings import Readings, homes_of
from etl.records import Span
from etl.resolve.meeting_features import compare_reports, obstacle
from etl.resolve.meeting_reports import Observation, Report, reports_of
from etl.resolve.meetings import SAME_MEETING
from etl.resolve.scoring import Score
from etl.resolve.statements import SAME_STATEMENT, Saying, compare_sayings, sayings_of

CONTEXT = 160
"""Characters of the text that are shown on either side of a passage."""


class Told(NamedTuple):
    """A passage of an article as a person reads it: what stands before it, itself, and what follows; and what the row says of itself."""

    id: int
    article_id: int
    document_name: str
    title: str | None
    publisher: str | None
    published_on: date | None
    char_start: int
    char_end: int
    before: str
    passage: str
    after: str
    rule: str
    confidence: float


class Comparison:
    """All reports and claims of some articles, with who is who and which meeting is which as the store has it."""

    threshold = SAME_MEETING
    """How well reports must agree to be one meeting."""
    claim_threshold = SAME_STATEMENT
    """How well claims must agree to be one statement."""

    def __init__(self, connection: Connection, articles: Collection[int]) -> None:
        self.decisions = read_decisions(connection)
        readings = Readings(connection, PARTS)
        observed = list(readings.read(articles))
        self.people = readings.people
        self._heads = {a.article_id: a for a in observed}
        self.reports: dict[Observation, Report] = {r.key: r for a in observed for r in reports_of(a, self.people)}
        self.meeting_of = homes_of(connection, "meeting_report", articles)
        self.statement_of = homes_of(connection, "claim", articles)
        self.sayings: dict[Observation, Saying] = {s.key: s for a in observed for s in sayings_of(a, self.people, self.meeting_of)}
        self.compare_reports = self.decisions.meetings.ruling(lambda a, b: compare_reports(self.reports[a], self.reports[b], self.people))
        self.compare_claims = self.decisions.statements.ruling(lambda a, b: compare_sayings(self.sayings[a], self.sayings[b]))

    def report(self, key: Observation) -> Told:
        """Return a report as a person reads it."""
        report = self.reports[key].report
        return self.told(meeting_report_id(*key), key[0], report.span, report.rule, report.confidence)

    def claim(self, key: Observation) -> Told:
        """Return a claim as a person reads it."""
        claim = self.sayings[key].claim
        return self.told(claim_id(*key), key[0], claim.span, claim.rule, claim.confidence)

    def told(self, key: int, article: int, span: Span, rule: str, confidence: float) -> Told:
        """Return a passage of one of the articles as a person reads it."""
        head = self._heads[article]
        before, after = head.text[max(0, span.start - CONTEXT) : span.start], head.text[span.end : span.end + CONTEXT]
        passage = head.text[span.start : span.end]
        return Told(
            key, article, head.document_name, head.title, head.publisher, head.published_on, *span, before, passage, after, rule, confidence
        )

    def why_not(self, a: Observation, b: Observation) -> str:
        """Return what forbids that two reports are one meeting, or that they agree too little."""
        if self.decisions.meetings.parted(a, b):
            return "judged different"
        forbidden = obstacle(self.reports[a], self.reports[b], self.people)
        score = self.compare_reports(a, b)
        if forbidden is not None or score is None:
            return forbidden or "they exclude each other"
        if score.value < SAME_MEETING:
            return f"they agree to {score.value:.2f}, and {SAME_MEETING} is needed"
        return "they agree well enough, but one of them would fit several meetings"


def best(pairs: Iterable[tuple[Observation, Observation, Score | None]]) -> tuple[Observation, Observation, Score] | None:
    """Return the pair that agrees best (ties: the smallest), None when all exclude each other."""
    found = [(score.value, a, b, score) for a, b, score in pairs if score is not None]
    if not found:
        return None
    _, a, b, score = min(found, key=lambda one: (-one[0], one[1], one[2]))
    return a, b, score

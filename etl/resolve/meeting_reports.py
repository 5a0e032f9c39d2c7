"""A report as merging sees it: people resolved, company told from those who met, and the days its date allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from etl.records import ActorRef, MeetingKind, MeetingReport, ObservedArticle, Role
from etl.resolve.people import People, fallback_actor

NEWS_DAYS = 10
"""An undated report that is the news of its article is at most this much older than the article."""
LOOK_BACK_DAYS = 400
"""An undated report that only looks back is at most this far away."""
LOOK_AHEAD_DAYS = 100
"""What is announced without a date comes to pass within so many days: what is further off has a month or a year."""

Observation = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Party:
    """A participant, with the person resolved and the actor filled in from the person where the report leaves it open."""

    person: int | None
    actor: ActorRef | None
    role: Role
    title: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """A meeting report with its article's date and its resolved participants. `persons`, `actors`: those who met, company left out."""

    key: Observation
    report: MeetingReport
    published_on: date | None
    parties: tuple[Party, ...]
    persons: frozenset[int]
    actors: frozenset[ActorRef]
    first: date | None
    last: date | None
    """The days the date given allows; both None when the report gives no date."""
    earliest: date | None
    latest: date | None
    """The days that are plausible, with the article's own date where the report gives none."""

    @property
    def kind(self) -> MeetingKind:
        return self.report.kind

    def of(self, actor: ActorRef) -> frozenset[int]:
        return frozenset(p.person for p in self.parties if p.person is not None and p.actor == actor and p.person in self.persons)


def reports_of(article: ObservedArticle, people: People) -> Iterator[Report]:
    """Yield the reports of an article, people resolved."""
    references = {p.index: p for p in article.observations.people}
    for report in article.observations.meetings:
        parties = []
        for participant in report.participants:
            reference = references.get(participant.person) if participant.person is not None else None
            person = people.person_of.get((article.article_id, participant.person)) if participant.person is not None else None
            actor = participant.actor or (reference.actor if reference else None)
            if actor is None and person is not None:
                actor = fallback_actor(people.by_id[person])
            if person is not None or actor is not None:
                parties.append(Party(person, actor, participant.role, reference.title if reference else None))
        met = [p for p in parties if p.role != "accompanying"] or parties
        first, last = _until(article.published_on, report, *_allowed_days(report))
        earliest, latest = _plausible_days(report, first, last, article.published_on)
        yield Report(
            key=(article.article_id, report.index),
            report=report,
            published_on=article.published_on,
            parties=tuple(parties),
            persons=frozenset(p.person for p in met if p.person is not None),
            actors=frozenset(p.actor for p in met if p.actor is not None),
            first=first,
            last=last,
            earliest=earliest,
            latest=latest,
        )


def _allowed_days(report: MeetingReport) -> tuple[date | None, date | None]:
    start, precision = report.start_on, report.date_precision
    if start is None or precision == "unknown":
        return None, None
    if precision == "day":
        return start, start
    if precision == "range":
        return start, max(start, report.end_on or start)
    if precision == "month":
        next_month = date(start.year + start.month // 12, start.month % 12 + 1, 1)
        return start.replace(day=1), next_month - timedelta(days=1)
    return date(start.year, 1, 1), date(start.year, 12, 31)


def _until(published_on: date | None, report: MeetingReport, first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """The days without those after the publication: what was held at some time of a visit was held by then."""
    of_visit = report.status == "held" and report.dated_by == "visit"
    if not of_visit or first is None or last is None or published_on is None or published_on < first:
        return first, last
    return first, min(last, published_on)


def _plausible_days(
    report: MeetingReport, first: date | None, last: date | None, published_on: date | None
) -> tuple[date | None, date | None]:
    if first is not None or published_on is None:
        return first, last
    back = timedelta(days=LOOK_BACK_DAYS if report.background else NEWS_DAYS)
    if report.status == "planned":
        return published_on, published_on + timedelta(days=LOOK_AHEAD_DAYS)
    return published_on - back, published_on + timedelta(days=0 if report.background else 1)

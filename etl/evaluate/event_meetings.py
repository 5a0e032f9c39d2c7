"""Whether reports of one meeting in several articles were put together, and no others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from etl.evaluate.bcubed import bcubed
from etl.evaluate.event_figures import EventFigures
from etl.evaluate.event_gold import EventGold, GoldEvent, GoldParticipant, GoldReport
from etl.evaluate.figures import Miss, Rate
from etl.evaluate.matching import HALF, days, pair
from etl.evaluate.names import same_person
from etl.evaluate.stored_events import FoundEvent, FoundReport

_OTHER_DAY = 0.25
"""What another day takes away: of two meetings that one sentence tells of, a report is the one whose day it gives."""
_WHERE = 1.0
"""What it is worth that the words are the same, beside the share of participants: a second meeting of the same two stands elsewhere."""


def score_event_meetings(figures: EventFigures, gold: EventGold, found: Sequence[FoundReport]) -> None:
    """Count reports, compare which of them were put together, and judge the meetings that came of it."""
    events = {event.name: event for event in gold.events}
    partners = _partners(events, gold.reports, found)
    taken = set(partners.values())
    for j, report in enumerate(found):
        if j not in taken and report.event.status == "held" and not report.background:
            figures.reports.too_many += 1
            figures.misses.append(Miss("report invented", report.article, f"{report.event.date or 'no date'}: {report.event.title}"))
    partner = [found[partners[i]].event if i in partners else None for i in range(len(gold.reports))]
    sure = Counter(
        (wanted.meetings[0], event.key) for wanted, event in zip(gold.reports, partner, strict=True) if event and len(wanted.meetings) == 1
    )
    things: list[tuple[str, FoundEvent | None]] = []
    for wanted, event in zip(gold.reports, partner, strict=True):
        if wanted.optional:
            continue
        name = _meant(wanted, event, sure)
        things.append((name, event))
        figures.reports.right += event is not None
        figures.reports.missing += event is None
        if event is None:
            figures.misses.append(Miss("report not found", wanted.place.article, f"{name}: {wanted.place.words}"))
    keyed = [(name, event.key if event else None) for name, event in things]
    figures.meetings = bcubed(keyed)
    figures.meetings_found = bcubed([thing for thing in keyed if thing[1] is not None])
    _judge_meetings(figures, events, [(name, event) for name, event in things if event])


def _meant(report: GoldReport, event: FoundEvent | None, sure: Mapping[tuple[str, int], int]) -> str:
    """Return the meeting that words mean: of several that they can mean, the one whose other reports they were put together with."""
    return max(report.meetings, key=lambda name: sure[name, event.key]) if event else report.meetings[0]


def _partners(events: Mapping[str, GoldEvent], wanted: Sequence[GoldReport], found: Sequence[FoundReport]) -> dict[int, int]:
    """Return which report that was found is which of the gold, as indexes: article by article, one to one."""
    partners: dict[int, int] = {}
    of_article: dict[str, list[int]] = defaultdict(list)
    for j, report in enumerate(found):
        of_article[report.article].append(j)
    for article in {report.place.article for report in wanted}:
        rows = [i for i, report in enumerate(wanted) if report.place.article == article]
        others = of_article[article]
        pairs = pair([wanted[i] for i in rows], [found[j] for j in others], lambda w, f: _likeness(events, w, f), HALF)
        partners |= {rows[i]: others[j] for i, j in pairs.items()}
    return partners


def _likeness(events: Mapping[str, GoldEvent], wanted: GoldReport, report: FoundReport) -> float:
    """Return how sure a report is the one of the gold: it stands in the same words, or tells of the same people at a time that fits."""
    same_words = min(wanted.place.span.end, report.span.end) > max(wanted.place.span.start, report.span.start)
    return max(_event_likeness(events[name], report.event, same_words) for name in wanted.meetings)


def _event_likeness(wanted: GoldEvent, found: FoundEvent, same_words: bool) -> float:
    shared = _shared(wanted.participants, found.participants)
    a, b = days(wanted.date), days(found.date)
    apart = bool(a and b and (b[0] > a[1] or b[1] < a[0]))
    if same_words:
        return _WHERE + shared - _OTHER_DAY * apart if shared or not found.participants else 0.0
    return 0.0 if apart else shared


def _shared(wanted: Sequence[GoldParticipant], found: Sequence[tuple[str | None, str | None]]) -> float:
    """Return twice the participants in common over those of both: by name, by actor where one of the two has no name."""
    if not wanted or not found:
        return 0.0
    return 2 * len(pair(wanted, found, _same, 1.0)) / (len(wanted) + len(found))


def _same(wanted: GoldParticipant, found: tuple[str | None, str | None]) -> float:
    person, actor = found
    if person and wanted.names:
        return float(any(same_person(name, person) for name in wanted.names))
    return float(actor is not None and actor == wanted.actor)


def _judge_meetings(figures: EventFigures, events: Mapping[str, GoldEvent], things: Sequence[tuple[str, FoundEvent]]) -> None:
    """Judge status and date of each meeting that is found, whether it stays in one piece, and whether it stays by itself."""
    pieces: dict[str, Counter[FoundEvent]] = defaultdict(Counter)
    joined: dict[int, set[str]] = defaultdict(set)
    for name, event in things:
        pieces[name][event] += 1
        joined[event.key].add(name)
    for name, found in pieces.items():
        wanted, (most, _) = events[name], found.most_common(1)[0]
        figures.status.judge(most.status == wanted.status)
        if most.status != wanted.status:
            figures.misses.append(Miss("wrong status", name, f"{most.status}, not {wanted.status}: {most.title}"))
        if wanted.date:
            figures.date.judge(days(most.date) == days(wanted.date))
            if days(most.date) != days(wanted.date):
                figures.misses.append(Miss("wrong date", name, f"{most.date or 'none'}, not {wanted.date}: {most.title}"))
        for trap in wanted.traps:
            figures.traps.setdefault(trap, Rate()).judge(len(found) == 1 and joined[most.key] == {name})
        if len(found) > 1:
            parts = "; ".join(f"{event.status} {event.date or 'no date'} {event.title} ({count})" for event, count in found.items())
            figures.misses.append(Miss("meeting in pieces", name, parts))
    shown = {event.key: event for _, event in things}
    for key, names in joined.items():
        if len(names) > 1:
            figures.misses.append(Miss("meetings joined", ", ".join(sorted(names)), f"{shown[key].date or 'no date'} {shown[key].title}"))

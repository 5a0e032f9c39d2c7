"""Which reports are one meeting.

Two reports of different articles are one meeting when participants, dates, kind, status and place agree as far as they are known
(DESIGN.md, issue "One event, many reports"); each rule below hands back a `Feature` with its reason, or None when it forbids the join.
Two reports of one article are never one: the article itself tells them apart. Groups are complete-link (see `clusters`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from heapq import merge

from etl.keys import stable_id
from etl.records import ObservedArticle
from etl.resolve.blocks import Key, collect, lonely_sides, meeting_sides, months, pairs_within
from etl.resolve.clusters import (
    Compare,
    Components,
    complete_link,
    components_of,
    place_undated,
    remembered,
    scored,
    strongest_tie,
    without_ambiguous,
)
from etl.resolve.meeting_features import GUESSED, LATE_DAYS, PRECISE, compare_reports
from etl.resolve.meeting_merge import merge_reports
from etl.resolve.meeting_reports import Observation, Report, reports_of
from etl.resolve.people import People
from etl.resolve.records import MeetingLink, ResolvedMeeting
from etl.resolve.scoring import Score
from etl.resolve.verdicts import NO_VERDICTS, Verdicts

SAME_MEETING = 0.62
"""Below it: nobody named on both sides and no date that agrees better than a month."""
MARGIN = 0.03
"""Ties closer than this are no choice."""

UNDATED = "undated"
"""In place of a month in the blocks of reports of which no day is known."""


def resolve_meetings(
    articles: Sequence[ObservedArticle], people: People, verdicts: Verdicts[Observation] = NO_VERDICTS
) -> tuple[tuple[ResolvedMeeting, ...], tuple[MeetingLink, ...], dict[Observation, int]]:
    """Return the meetings, the link of each report, and the meeting of each report (article_id, index)."""
    found = group_reports({r.key: r for article in articles for r in reports_of(article, people)}, people, verdicts)
    return found.meetings, found.links, {(link.article_id, link.meeting_index): link.meeting_id for link in found.links}


@dataclass(frozen=True, slots=True)
class GroupedReports:
    """The meetings of some reports, the link of each report, and which reports were weighed together."""

    meetings: tuple[ResolvedMeeting, ...]
    links: tuple[MeetingLink, ...]
    components: Components[Observation]


def group_reports(
    reports: Mapping[Observation, Report],
    people: People,
    verdicts: Verdicts[Observation] = NO_VERDICTS,
    *,
    standing: Iterable[Iterable[Observation]] = (),
) -> GroupedReports:
    """Return the meetings that reports tell of.

    What comes of a component of agreeing dated reports depends on that component alone. A report without any date joins the one meeting
    that it fits, at whatever time that was. `standing`: groups of dated reports that are settled, among which undated ones look too.
    """

    @remembered
    @verdicts.ruling
    def compare(a: Observation, b: Observation) -> Score | None:
        return compare_reports(reports[a], reports[b], people)

    settled = [list(group) for group in standing]
    known = {key for group in settled for key in group}
    # What somebody put together with another report need not be looked for among all meetings.
    dated = [key for key, report in reports.items() if (report.earliest is not None or key in verdicts.joined) and key not in known]
    undated = sorted(key for key, report in reports.items() if report.earliest is None and key not in verdicts.joined)
    groups, components = _link_reports(dated, reports, compare, verdicts)
    homes = {min(group): sorted(group) for group in (*settled, *groups)}
    members = {home: list(group) for home, group in homes.items()}
    by_side = collect((side, home) for home, group in homes.items() for key in group for side in sides_of(reports[key]))
    candidates = {key: {home for side in sides_of(reports[key]) for home in by_side.get(side, ())} for key in undated}
    placed = place_undated(candidates, homes, compare, threshold=SAME_MEETING, margin=MARGIN)
    for key, home in placed.items():
        members[home].append(key)
    loose, more = _link_reports([key for key in undated if key not in placed], reports, compare, verdicts)
    members.update((min(group), list(group)) for group in loose)
    meetings: list[ResolvedMeeting] = []
    links: list[MeetingLink] = []
    for home, group in sorted(members.items()):
        meeting_id = stable_id("meeting", *home)
        meetings.append(merge_reports(meeting_id, [reports[key] for key in sorted(group)], people))
        links.extend(_link(key, meeting_id, strongest_tie(key, group, compare)) for key in group)
    meetings.sort(key=lambda m: m.meeting_id)
    return GroupedReports(tuple(meetings), tuple(sorted(links, key=lambda x: (x.article_id, x.meeting_index))), {**components, **more})


def _link_reports(
    keys: Collection[Observation], reports: Mapping[Observation, Report], compare: Compare[Observation], verdicts: Verdicts[Observation]
) -> tuple[tuple[tuple[Observation, ...], ...], Components[Observation]]:
    blocks = collect((block, key) for key in keys for block in report_blocks(reports[key]))
    edges = scored(merge(pairs_within(blocks), sorted(verdicts.pairs_among(set(keys)))), compare, SAME_MEETING)
    weak = frozenset(key for key in keys if _says_little(reports[key]))
    kept = without_ambiguous(edges, weak, compare, margin=MARGIN, threshold=SAME_MEETING)
    return complete_link(keys, kept, compare, SAME_MEETING, verdicts=verdicts), components_of(keys, edges)


def _link(key: Observation, meeting_id: int, tie: tuple[Observation, Score] | None) -> MeetingLink:
    if tie is None:
        return MeetingLink(*key, meeting_id, 1.0, ("the only report",))
    (article_id, index), score = tie
    return MeetingLink(*key, meeting_id, score.value, (f"with article {article_id}, report {index}", *score.reasons), score.features)


def _says_little(report: Report) -> bool:
    """Return whether a report alone can hardly tell two meetings apart: nobody named, or no day of its own, or those of a visit."""
    of_visit = report.report.dated_by == "visit" and report.first != report.last
    return (
        of_visit
        or report.report.dated_by in GUESSED
        or report.report.date_precision not in PRECISE
        or not report.persons
        or len(report.persons) < min(2, len(report.actors))
    )


def report_blocks(r: Report) -> Iterator[Key]:
    """Yield the blocks of a report: who met, in each month that is plausible. Reports without any date meet each other."""
    when = tuple(months_of(r)) or (UNDATED,)
    for side in sides_of(r):
        for month in when:
            yield (*side, month)


def sides_of(r: Report) -> list[Key]:
    """Return who a report is about, as blocks name it."""
    return sorted({*meeting_sides(r.kind, r.persons, r.actors, r.report.host_event), *lonely_sides(r.kind, r.persons)}, key=str)


def months_of(r: Report) -> Iterable[str]:
    """Return the months in which a reported meeting may have been; none where no date is plausible."""
    if r.earliest is None or r.latest is None:
        return ()
    start = r.earliest - timedelta(days=LATE_DAYS) if r.report.dated_by in GUESSED or r.kind == "visit" else r.earliest
    return months(start, r.latest)

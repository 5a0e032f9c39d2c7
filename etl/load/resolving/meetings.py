"""The second stage: which reports are one meeting, asked again for those that the changes can reach.

Reports stand in blocks of who met, filed under each month in which that may have been; `NO_DAY` holds those of which no date is plausible.
Those may belong to a meeting of any time, so they look through the months, and only they do. The days that a report allows stand there
too, so that of a month only those reports are read that may be of the same days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection, select, update

from etl.load.days import NO_DAY
from etl.load.identity import meeting_report_id
from etl.load.resolving.closure import closure
from etl.load.resolving.days import may_be_of_one_time, pack_days
from etl.load.resolving.gatherings import resolve_gatherings
from etl.load.resolving.readings import Readings
from etl.load.resolving.rows import MEETING_LINKS, MEETINGS, PARTICIPANTS, meeting_link_rows, meeting_row, participant_rows
from etl.load.resolving.shelves import Observation, block_of, file_observations, filed, filed_on
from etl.load.resolving.unresolved import Changes
from etl.load.resolving.visits import held_by, place_under_visits
from etl.load.upsert import compare_within, remove, replace, select_in, table, write
from etl.resolve.clusters import Compare, remembered
from etl.resolve.meeting_features import compare_reports
from etl.resolve.meeting_reports import Report, reports_of
from etl.resolve.meetings import SAME_MEETING, GroupedReports, group_reports, months_of, sides_of
from etl.resolve.verdicts import Verdicts


def resolve_meetings(connection: Connection, articles: Collection[int], changes: Changes, verdicts: Verdicts[Observation]) -> set[int]:
    """Bring meetings up to date where the reports of `articles`, or those that are gone, made a difference.

    Return the articles of which a report belongs to another meeting now.
    """
    return _Meetings(connection, articles, changes, verdicts).resolve()


class _Meetings:
    def __init__(self, connection: Connection, articles: Collection[int], changes: Changes, verdicts: Verdicts[Observation]) -> None:
        self.connection = connection
        self.articles = articles
        self.changes = changes
        self.verdicts = verdicts
        self.readings = Readings(connection, frozenset({"people", "meetings"}))
        self.reports: dict[Observation, Report] = {}
        self.compare = remembered(verdicts.ruling(_comparing(self.reports, self.readings)))

    def resolve(self) -> set[int]:
        self._read(self.articles)
        fresh = set(self.reports)
        self._file(fresh)
        before = self._links("meeting_report_id", {meeting_report_id(*key) for key in fresh})
        components = {component for _, _, component in before.values()} | self.changes.of["reports"]
        mates = self._links("component_id", components)
        self._read(article for article, _ in mates)
        seeds = fresh | set(mates)
        reached = closure({key for key in seeds if self._dated(key)}, self._pairs, self.compare, SAME_MEETING)
        dated = {key for key in reached if self._dated(key)}
        undated, standing = self._undated((seeds | reached) - dated, dated)
        reports = {key: self.reports[key] for key in (*dated, *undated, *(key for group in standing for key in group))}
        grouped = group_reports(reports, self.readings.people, self.verdicts, standing=standing)
        return self._store(grouped, set(reports))

    def _dated(self, key: Observation) -> bool:
        """What somebody put together with another report need not be looked for among all meetings."""
        return self.reports[key].earliest is not None or key in self.verdicts.joined

    def _read(self, articles: Iterable[int]) -> None:
        for article in self.readings.read(articles):
            self.reports.update((report.key, report) for report in reports_of(article, self.readings.people))

    def _blocks(self, key: Observation) -> Iterator[tuple[int, int]]:
        report = self.reports[key]
        days = [_month_number(month) for month in months_of(report)] or [NO_DAY]
        for side in sides_of(report):
            for day in days:
                yield block_of(side), day

    def _file(self, fresh: Collection[Observation]) -> None:
        rows = ((block, day, key, pack_days(self.reports[key])) for key in sorted(fresh) for block, day in self._blocks(key))
        file_observations(self.connection, "report", self.articles, rows)

    def _pairs(self, frontier: set[Observation]) -> Iterator[tuple[Observation, Observation]]:
        """Yield the pairs of reports of the frontier and those that share a block and a month with them, or were judged the same."""
        wanted: dict[int, set[int]] = defaultdict(set)
        own: dict[tuple[int, int], list[Observation]] = defaultdict(list)
        for key in frontier:
            for block, day in self._blocks(key):
                wanted[block].add(day)
                own[block, day].append(key)
        pairs = {
            (key, other)
            for block, day, other, packed in filed_on(self.connection, wanted)
            for key in own[block, day]
            if may_be_of_one_time(self.reports[key], packed)
        }
        pairs |= set(self.verdicts.partners_of(frontier))
        self._read(article for _, (article, _) in pairs)
        yield from sorted(pair for pair in pairs if pair[0] != pair[1] and pair[1] in self.reports)

    def _undated(self, seeds: set[Observation], dated: set[Observation]) -> tuple[set[Observation], list[list[Observation]]]:
        """Return the reports without a date that must be placed anew, and the other groups of dated reports that they may belong to."""
        sides = {block for key in dated for block, _ in self._blocks(key)}
        found = seeds | {key for _, _, key, _ in filed_on(self.connection, dict.fromkeys(sides, (NO_DAY,)))}
        undated: set[Observation] = set()
        members: dict[int, list[Observation]] = defaultdict(list)
        while found - undated:
            self._read(article for article, _ in found)
            undated |= closure(found - undated, self._pairs, self.compare, SAME_MEETING)
            blocks = {block for key in undated for block, _ in self._blocks(key)}
            near = {key for _, day, key, _ in filed(self.connection, blocks) if day != NO_DAY} - dated
            homes = {meeting for _, meeting, _ in self._links("meeting_report_id", {meeting_report_id(*key) for key in near}).values()}
            members.clear()
            for key, (_, meeting, _) in self._links("meeting_id", homes).items():
                members[meeting].append(key)
            self._read(article for group in members.values() for article, _ in group)
            found = {key for group in members.values() for key in group if not self._dated(key)}
        standing = [sorted(key for key in group if self._dated(key)) for group in members.values()]
        return undated, [group for group in standing if group]

    def _links(self, column: str, keys: Collection[int]) -> dict[Observation, tuple[int, int, int]]:
        """Return (report's key, meeting, component) of the reports linked so."""
        links, reports = table("meeting_report_links"), table("meeting_reports")
        query = select(reports.c.article_id, reports.c.ordinal, reports.c.id, links.c.meeting_id, links.c.component_id)
        query = query.join(links, links.c.meeting_report_id == reports.c.id)
        return {(article, ordinal): tuple(rest) for article, ordinal, *rest in select_in(self.connection, query, links.c[column], keys)}

    def _store(self, grouped: GroupedReports, weighed: set[Observation]) -> set[int]:
        connection = self.connection
        keys = {meeting_report_id(*key): key for key in weighed}
        before = {key: meeting for key, (_, meeting, _) in self._links("meeting_report_id", keys).items()}
        component_of = {key: meeting_report_id(*min(members)) for key, members in grouped.components.items()}
        stood = {key: component for key, (_, _, component) in self._links("meeting_report_id", keys).items()}
        homes: dict[int, int] = {}
        for link in grouped.links:
            report = (link.article_id, link.meeting_index)
            if self._dated(report):
                homes[link.meeting_id] = component_of.get(report, stood.get(report, 0))
        components = {
            (link.article_id, link.meeting_index): component_of.get((link.article_id, link.meeting_index), homes.get(link.meeting_id, 0))
            for link in grouped.links
        }
        old = {*before.values(), *self.changes.of["meeting"]}
        held = held_by(connection, old)
        now = {meeting.meeting_id for meeting in grouped.meetings}
        gatherings, gathering_of, moved = resolve_gatherings(connection, old, grouped.meetings)
        rows = (meeting_row(m, gathering_of.get(m.meeting_id)) for m in grouped.meetings)
        meetings = compare_within(connection, "meetings", MEETINGS, rows, column="id", keys=old | now)
        participants = participant_rows(grouped.meetings)
        present = compare_within(connection, "meeting_participants", PARTICIPANTS, participants, column="meeting_id", keys=old | now)
        link_rows = meeting_link_rows(grouped.links, components)
        links = compare_within(connection, "meeting_report_links", MEETING_LINKS, link_rows, column="meeting_report_id", keys=keys)
        write(connection, gatherings)
        write(connection, meetings)
        replace(connection, present)
        replace(connection, links)
        remove(connection, meetings)
        target = table("meetings")
        for key, gathering in moved.items():
            connection.execute(update(target).where(target.c.id == key).values(gathering_id=gathering))
        remove(connection, gatherings)
        place_under_visits(connection, old | now | held)
        new = {(link.article_id, link.meeting_index): link.meeting_id for link in grouped.links}
        return {article for (article, index), key in new.items() if before.get((article, index)) != key}


def _month_number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number)


def _comparing(reports: Mapping[Observation, Report], readings: Readings) -> Compare[Observation]:
    # No method of the stage: see `statements`.
    return lambda a, b: compare_reports(reports[a], reports[b], readings.people)

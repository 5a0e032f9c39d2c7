"""From candidates to meetings: who is met apart, who came along, and which sentences tell of one meeting."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from etl.extract.filing import dateline_place
from etl.extract.layers import Layers
from etl.extract.meetings.assemblies import RULE as ASSEMBLY
from etl.extract.meetings.attendance import RULE as ATTENDED
from etl.extract.meetings.candidate import PEOPLE_IN_VIEW, Candidate, Side
from etl.extract.meetings.candidates import find_candidates
from etl.extract.meetings.company import companions
from etl.extract.meetings.dating import Dating
from etl.extract.meetings.descriptions import Descriptions
from etl.extract.meetings.destinations import each_stop
from etl.extract.meetings.dropped_plans import dropped_with
from etl.extract.meetings.encounters import RULE as ENCOUNTER
from etl.extract.meetings.followups import CALLED_OFF
from etl.extract.meetings.gathering_towns import where_before, where_beside
from etl.extract.meetings.gatherings import RULE as GATHERING
from etl.extract.meetings.headline_places import where_headline
from etl.extract.meetings.joint_acts import RULE as JOINT_ACT
from etl.extract.meetings.leading import LED, LED_BY
from etl.extract.meetings.merging import IMPLIED, add_attendance, add_report, call_off, days_agree
from etl.extract.meetings.receiving import HOSTED, HOSTED_MEAL
from etl.extract.meetings.regions import RULE as REGIONAL
from etl.extract.meetings.reporting import looks_back, make_report, span_of, stands_apart, tells_of_another
from etl.extract.meetings.seats import at_seat
from etl.extract.meetings.speakers import RULE as APPEARED
from etl.extract.meetings.states import with_states
from etl.extract.meetings.stays import Stay, at_stay, stay_of, where_that_day, where_told, where_visited
from etl.extract.meetings.summits import RULE as SUMMIT
from etl.extract.meetings.view import View
from etl.lexicon.parties import load_party_words
from etl.records import ActorRef, MeetingReport

_SAID: Final = frozenset({"weekday", "relative"})
_SAID_TOO: Final = frozenset({"explicit", "anaphoric"})
_DATED_ACTS: Final = frozenset({ENCOUNTER, JOINT_ACT, "discussed"})
_PAIR: Final = 2
_COUNTERPART_REACH: Final = 4
_TOGETHER_RULES: Final = frozenset(
    "subjects-met hold-call hold-meeting states-hold bodies-met pair-met sequel spoke-together brought-together discussed".split()
) | {LED_BY, APPEARED, REGIONAL, JOINT_ACT}


def find_meetings(layers: Layers) -> None:
    """Fill `meetings`: one report a meeting, with all sentences that tell of it."""
    dating, described = Dating(layers), Descriptions(layers)
    view = View(layers, described)
    reports: list[MeetingReport] = []
    dateline = dateline_place(layers)
    candidates = list(find_candidates(layers))
    stay: Stay | None = None
    for candidate in (part for whole in candidates for part in each_stop(layers, whole)):
        if candidate.rule == CALLED_OFF:
            call_off(reports, span_of(layers, candidate))
            continue
        if _is_of_call(layers, candidate, view.told):
            candidate = replace(candidate, format="call")
        whole = with_states(layers, described, candidate, view.resolve(candidate), stay)
        gathered = candidate.rule == ATTENDED and (view.told is None or (view.told.kind == "visit" and len(whole) > 1))
        if gathered:
            whole = tuple(side._replace(role="attendee") for side in whole)
        elif candidate.rule in (ATTENDED, LED):
            at_visit = candidate.rule == ATTENDED and view.told is not None and view.told.kind == "visit"
            if view.passed_over or (at_visit and not any(_travels_with(view.told, side) for side in whole)):
                continue
            view.told = add_attendance(reports, view.told, whole, span_of(layers, candidate))
            continue
        for occasion in _occasions(layers, candidate, whole, candidates, view.told):
            sides = _with_companions(layers, candidate, occasion)
            report = make_report(layers, described, candidate, sides, dating, reports)
            named = sum(side.person is not None for side in sides) > 1 and not candidate.implied and candidate.status == "held"
            view.passed_over = report is None and named
            if report is not None:
                report = _placed(layers, at_stay(layers, candidate, report, stay), reports)
                report = dropped_with(layers, candidate, report, reports)
                stay = stay if candidate.leg else stay_of(report) or stay
                back, again = looks_back(layers, candidate, report), tells_of_another(layers, candidate)
                told = add_report(
                    reports,
                    report,
                    joint=candidate.joint,
                    looks_back=back,
                    again=again,
                    apart=stands_apart(layers, candidate),
                    dateline=dateline,
                )
                if candidate.rule == ASSEMBLY and told.status == "held" and not told.background:
                    view.told = told
                elif candidate.rule != SUMMIT:
                    view.remember(told)
    told_of = [report for report in reports if report.participants and not _told_elsewhere(report, reports)]
    single = [report for report in told_of if not _is_named_elsewhere(report, told_of)]
    told_where = [where_before(layers, where_beside(layers, where_told(layers, report))) for report in single]
    placed = [at_seat(layers, where_visited(layers, report, single), single) for report in told_where]
    told_that_day = [where_headline(layers, where_that_day(layers, report, placed)) for report in placed]
    layers.meetings = [report if report.index == i else replace(report, index=i) for i, report in enumerate(told_that_day)]
    _give_actors(layers)


def _is_of_call(layers: Layers, candidate: Candidate, told: MeetingReport | None) -> bool:
    """Whether "the two ministers held detailed discussions" goes on with the call just told of: nothing says when or where else."""
    sentence = candidate.sentence
    apart = layers.dates.within(sentence.start, sentence.end) or any(
        e.kind == "place" for e in layers.entities.within(sentence.start, sentence.end)
    )
    spoken = candidate.format == "meeting" and candidate.status == "held" and candidate.noun in _SPOKEN
    return told is not None and told.kind == "call" and candidate.sides == (PEOPLE_IN_VIEW,) and spoken and not apart


_SPOKEN: Final = frozenset({"discussions", "discussion", "talks", "conversation", "exchange of views"})


def _travels_with(visit: MeetingReport | None, side: Side) -> bool:
    """Whether somebody is of the side whose visit is told: those of the hosts attend what is done there."""
    return visit is not None and any(p.role == "guest" and p.actor == side.actor for p in visit.participants)


def _placed(layers: Layers, report: MeetingReport, reports: list[MeetingReport]) -> MeetingReport:
    """A meeting of which only what implies it too says where: "told X in Lima … as the two met", in a text written elsewhere."""
    dateline = dateline_place(layers)
    if report.rule in IMPLIED or report.place not in (None, dateline) or report.kind in ("visit", "call"):
        return report
    people = {p.person for p in report.participants}
    for other in reports:
        same = other.rule in IMPLIED and people == {p.person for p in other.participants} and days_agree(report, other)
        if same and other.place not in (None, dateline) and (report.status, report.background) == (other.status, other.background):
            return replace(report, place=other.place, place_state=other.place_state)
    return report


def _give_actors(layers: Layers) -> None:
    """Let those of whom nothing says for whom they act, or only a guess did, act as their meetings say, where all agree on all sides."""
    actors: dict[int, set[ActorRef]] = defaultdict(set)
    for participant in (p for report in layers.meetings for p in report.participants):
        if participant.person is not None and participant.actor is not None:
            actors[participant.person].add(participant.actor)
    unsure = {index for index, found in actors.items() if len(found) > 1}
    for report in layers.meetings:
        present = {p.person for p in report.participants if p.person in actors}
        if present & unsure:
            continue
        for index in present:
            person = layers.people[index]
            if person.known_by == "text" and (person.actor is None or person.rule == "actor_inferred"):
                (person.actor,) = actors[index]


def _with_companions(layers: Layers, candidate: Candidate, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """The sides of a meeting, and those who came with one of them."""
    if candidate.format != "meeting" or not sides:
        return sides
    present = {side.person for side in sides}
    beside = companions(layers, candidate.sentence, candidate.trigger, sides[0].actor)
    return (*sides, *(side for side in beside if side.person not in present))


def _told_elsewhere(report: MeetingReport, reports: list[MeetingReport]) -> bool:
    """Whether a meeting that is only implied is one of those that the article names."""
    if report.rule not in IMPLIED:
        return False
    actors = {p.actor for p in report.participants}
    standing = (report.status, report.background)
    named = (r for r in reports if r.rule not in IMPLIED and r.kind != "visit" and (r.status, r.background) == standing)
    # "signed a protocol this Wednesday. … They had met on Monday.", "the next day the two toured a mine"
    dated = report.rule in _DATED_ACTS and (report.dated_by in _SAID or (report.rule == JOINT_ACT and report.dated_by in _SAID_TOO))
    return any(
        actors <= {p.actor for p in other.participants} and not (dated and not days_agree(report, other)) and not _are_others(report, other)
        for other in named
    )


def _are_others(report: MeetingReport, other: MeetingReport) -> bool:
    """Whether all who take part are named in both, and others in each: two deputies discussed what their ministers met about."""
    one, two = ({p.person for p in r.participants if p.role != "accompanying"} for r in (report, other))
    return None not in one | two and not (one <= two or two <= one)


def _is_named_elsewhere(report: MeetingReport, reports: list[MeetingReport]) -> bool:
    """Whether a meeting with some officials of a state is that with one of them whom the text names: "met Peruvian officials"."""
    people = {p.person for p in report.participants if p.person is not None}
    unnamed = {p.actor for p in report.participants if p.person is None}
    if report.kind != "bilateral" or not unnamed or not people:
        return False
    return any(
        other.kind == report.kind
        and (other.status, other.background) == (report.status, report.background)
        and days_agree(report, other)
        and unnamed <= {p.actor for p in other.participants if p.person is not None}
        and people <= {p.person for p in other.participants}
        for other in reports
    )


def _occasions(
    layers: Layers, candidate: Candidate, sides: tuple[Side, ...], candidates: list[Candidate], told: MeetingReport | None
) -> list[tuple[Side, ...]]:
    """One set of participants a meeting: "met separately with A and B" is two meetings. `told`: the one in view."""
    again = told is not None and told.rule == GATHERING and {p.person for p in told.participants} >= {side.person for side in sides}
    together = (
        again
        or candidate.rule in (ASSEMBLY, ATTENDED, GATHERING, SUMMIT)
        or (candidate.sides == (PEOPLE_IN_VIEW,) and not candidate.separate)
        or all(side.person is None for side in sides)  # "talks of A, B, C and D"
        or (candidate.joint and not candidate.anchors and not candidate.separate)
        or (candidate.rule in _TOGETHER_RULES and not candidate.anchors)
        or candidate.rule == HOSTED_MEAL
        or (candidate.rule == HOSTED and not candidate.separate)
        or candidate.rule.endswith(("-between", "-among", "-of", "-with"))
    )
    if candidate.format == "visit" or len(sides) <= 2 or together:
        return [sides]
    if (pairs := _counterparts(layers, candidate, sides)) is not None:
        return pairs
    if candidate.separate and candidate.format == "meeting" and (single := _each_apart(candidate, sides)):
        return single
    hosts, others = sides[: candidate.hosts], sides[candidate.hosts :]
    own = [*hosts, *(s for s in others if s.actor in {host.actor for host in hosts})]
    guests = [s for s in others if s not in own]
    if len(guests) < 2:
        return [sides]
    if candidate.rule == ENCOUNTER and not candidate.separate:
        return [sides]
    apart = candidate.separate or (candidate.format == "meeting" and _apart(candidate, guests, candidates))
    if apart or len({guest.actor for guest in guests}) > 1:
        return [(*own, guest) for guest in guests]
    return [sides]


def _counterparts(layers: Layers, candidate: Candidate, sides: tuple[Side, ...]) -> list[tuple[Side, ...]] | None:
    """ "A and B held talks with their Peruvian counterparts X and Y": A with X, and B with Y; None where nothing of the kind is said."""
    hosts = tuple(side for side in sides if side.actor == sides[0].actor) if sides else ()
    guests = tuple(side for side in sides if side not in hosts)
    words = layers.tokens.lower[candidate.trigger : candidate.sentence.end]
    after = words[words.index("their") + 1 :][:_COUNTERPART_REACH] if "their" in words else []
    apart = len({side.actor for side in guests}) == 1
    if len(hosts) != len(guests) or len(hosts) < _PAIR or not apart or load_party_words().counterpart_nouns.isdisjoint(after):
        return None
    return list(zip(hosts, guests, strict=True))


def _each_apart(candidate: Candidate, sides: tuple[Side, ...]) -> list[tuple[Side, ...]]:
    """ "The ministers met separately with X", "A and B each met X": as many meetings as there are hosts of different sides."""
    named = {side.person or side.actor for side in candidate.sides[candidate.hosts :]}
    guests = [side for side in sides if (side.person or side.actor) in named]
    hosts = [side for side in sides if side not in guests]
    if len(guests) != 1 or len({host.actor for host in hosts}) != len(hosts) or guests[0].actor in {host.actor for host in hosts}:
        return []
    return [(host, *guests) for host in hosts]


def _apart(candidate: Candidate, guests: list[Side], candidates: list[Candidate]) -> bool:
    """Whether another sentence meets one of the guests alone."""
    wanted = {guest.person for guest in guests}
    return any(c is not candidate and len(c.sides) == 2 and {s.person for s in c.sides} & wanted for c in candidates)

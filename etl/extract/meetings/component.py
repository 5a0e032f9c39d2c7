"""From candidates to meeting reports: which candidates are diplomatic, when and where they took place, and which tell of one meeting."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.claims.sources import statement_start
from etl.extract.layers import Layers
from etl.extract.meetings.attendance import RULE as ATTENDED
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.candidates import find_candidates
from etl.extract.meetings.company import companions
from etl.extract.meetings.dating import Dating, When
from etl.extract.meetings.descriptions import Descriptions
from etl.extract.meetings.diplomacy import is_diplomatic, is_official_visit
from etl.extract.meetings.encounters import RULE as ENCOUNTER
from etl.extract.meetings.followups import CALLED_OFF, SEQUEL
from etl.extract.meetings.leading import LED, LED_BY
from etl.extract.meetings.merging import add_attendance, add_report, call_off
from etl.extract.meetings.noun_places import EXCHANGED
from etl.extract.meetings.occasions import TOLD_IN
from etl.extract.meetings.places import destination_of, host_event, place_of
from etl.extract.meetings.receiving import HOSTED
from etl.extract.meetings.states import Stay, with_states
from etl.extract.meetings.view import View
from etl.extract.meetings.voices import is_told
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_words
from etl.records import ActorRef, MeetingKind, MeetingReport, MeetingStatus, Participant, Span

_DATED = frozenset({"relative", "explicit", "weekday"})
"""How the text itself dates a meeting."""
_NEWS_DAYS = 4
"""Days within which what the first sentence tells of is the news."""
_BACKGROUND_DAYS = 7
"""A meeting that was over so many days before publication is looked back upon."""
_PAIR = 2
_LEAD_SENTENCES = 1
"""Number of the last sentence that can announce a planned or cancelled meeting as what the article is about."""
IMPLIED = frozenset({"discussed", ENCOUNTER, EXCHANGED})
"""Rules of meetings that nothing names."""
_TOGETHER_RULES = frozenset(
    "subjects-met hold-call hold-meeting states-hold bodies-met pair-met sequel spoke-together brought-together discussed".split()
) | {LED_BY}


def find_meetings(layers: Layers) -> None:
    """Fill `meetings`: one report a meeting, with all sentences that tell of it."""
    dating, view, described = Dating(layers), View(layers), Descriptions(layers)
    reports: list[MeetingReport] = []
    candidates = list(find_candidates(layers))
    stay: Stay | None = None
    for candidate in candidates:
        if candidate.rule == CALLED_OFF:
            call_off(reports, _span(layers, candidate))
            continue
        whole = with_states(layers, described, candidate, view.resolve(candidate), stay)
        gathered = candidate.rule == ATTENDED and view.told is None
        if gathered:
            whole = tuple(side._replace(role="attendee") for side in whole)
        elif candidate.rule in (ATTENDED, LED):
            view.told = add_attendance(reports, view.told, whole, _span(layers, candidate))
            continue
        for occasion in _occasions(candidate, whole, candidates):
            sides = _with_companions(layers, candidate, occasion)
            report = _report(layers, described, candidate, sides, dating, reports)
            if report is not None:
                report = _at_stay(layers, candidate, report, stay)
                stay = _stay_of(report) or stay
                view.remember(add_report(reports, report, joint=candidate.joint, looks_back=_looks_back(layers, candidate, report)))
    told = [report for report in reports if not _told_elsewhere(report, reports)]
    layers.meetings = [replace(r, index=i) for i, r in enumerate(told)]


def _stay_of(report: MeetingReport) -> Stay | None:
    """The stay that a visit is; None for other meetings and visits that are only looked back at."""
    if report.kind != "visit" or (report.background and report.status == "held"):
        return None
    return Stay(frozenset(p.person for p in report.participants if p.role == "guest"), report.place, report.place_state)


def _at_stay(layers: Layers, candidate: Candidate, report: MeetingReport, stay: Stay | None) -> MeetingReport:
    """A meeting "during the visit" is where the visit was, if that was a town."""
    words = layers.tokens.lower[candidate.sentence.start : candidate.sentence.end]
    during = "during" in words and not load_meeting_words().visit_nouns.isdisjoint(words)
    if stay is None or report.kind in ("visit", "call") or report.place is not None or not during:
        return report
    town = stay.place is not None and stay.place not in load_actors().state_names.values()
    guests = any(p.person in stay.guests for p in report.participants)
    return replace(report, place=stay.place, place_state=stay.state) if town and guests else report


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
    return any(actors <= {p.actor for p in other.participants} for other in named)


def _span(layers: Layers, candidate: Candidate) -> Span:
    return layers.tokens.span(candidate.sentence.start, candidate.sentence.end)


def _occasions(candidate: Candidate, sides: tuple[Side, ...], candidates: list[Candidate]) -> list[tuple[Side, ...]]:
    """One set of participants a meeting: "met separately with A and B" is two meetings."""
    together = (
        candidate.rule == ATTENDED
        or (candidate.joint and not candidate.anchors)
        or (candidate.rule in _TOGETHER_RULES and not candidate.anchors)
        or (candidate.rule == HOSTED and not candidate.separate)
        or candidate.rule.endswith(("-between", "-among", "-of", "-with"))
    )
    if candidate.format == "visit" or len(sides) <= 2 or together:
        return [sides]
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


def _apart(candidate: Candidate, guests: list[Side], candidates: list[Candidate]) -> bool:
    """Whether another sentence meets one of the guests alone."""
    wanted = {guest.person for guest in guests}
    return any(c is not candidate and len(c.sides) == 2 and {s.person for s in c.sides} & wanted for c in candidates)


def _report(
    layers: Layers, described: Descriptions, candidate: Candidate, sides: tuple[Side, ...], dating: Dating, reports: list[MeetingReport]
) -> MeetingReport | None:
    """One occasion as a report; None when it is no meeting of states or organizations. `reports`: those before it."""
    destinations = [destination_of(name) for name in candidate.destinations]
    if candidate.format == "visit":
        if not all(is_official_visit(layers, described, state, sides) for state, _ in destinations):
            return None
    elif not is_diplomatic(layers, described, candidate, sides):
        return None
    told = is_told(layers, candidate.trigger) and not candidate.rule.startswith(TOLD_IN)
    when = dating.date(candidate, sides, told=told)
    if told and (_is_recent(layers, when) or _opens_with(layers, candidate, when)):
        told = False  # what somebody tells of today or yesterday, or the text in its first sentence, is the news
        when = dating.date(candidate, sides, told=False)
    if candidate.format == "visit":
        state, place = destinations[0]
        sides = (*sides, *_host_states(sides, destinations))
    else:
        anchor = next((at for person, at in candidate.anchors if any(side.person == person for side in sides)), None)
        place, state = place_of(layers, candidate, when, told=told, anchor=anchor)
    vague = not dating.is_dated(candidate)
    if all(side.person is None for side in sides) and vague and place is None:
        return None  # "talks between A and B", somewhere, some day
    if candidate.rule == SEQUEL and candidate.status != "cancelled" and vague and place is None:
        return None
    status = _status(layers, candidate, when)
    by_phone = candidate.noun in ("conversation", "conversations") and any(_called(report, sides) for report in reports)
    event, sidelines = host_event(layers, candidate.sentence)
    span = _span(layers, candidate)
    earlier = candidate.earlier and not _is_recent(layers, when)
    return MeetingReport(
        index=0,
        kind=_kind(candidate, sides) if not by_phone else "call",
        status=status,
        background=told
        or _is_past(layers, when)
        or earlier
        or (status != "held" and not (not reports and layers.sentence_of[candidate.trigger] <= _LEAD_SENTENCES)),
        start_on=when.start,
        end_on=when.end,
        date_precision=when.precision,
        dated_by=when.basis,
        place=place,
        place_state=state,
        host_event=event,
        on_sidelines=sidelines,
        participants=tuple(Participant(*side) for side in sides),
        span=span,
        evidence=(span,),
        rule=candidate.rule,
        confidence=_confidence(candidate, sides, when),
    )


def _called(report: MeetingReport, sides: tuple[Side, ...]) -> bool:
    """Whether a report tells of a call of the same persons, to which "the conversation" goes back."""
    return report.kind == "call" and {p.person for p in report.participants} == {side.person for side in sides}


def _host_states(sides: tuple[Side, ...], destinations: list[tuple[str | None, str | None]]) -> list[Side]:
    """The states visited for whom no host is named."""
    present = {side.actor for side in sides}
    hosts = [ActorRef("state", state) for state, _ in destinations if state is not None]
    return [Side(None, host, "host") for host in dict.fromkeys(hosts) if host not in present]


def _status(layers: Layers, candidate: Candidate, when: When) -> MeetingStatus:
    """A meeting dated after the article is planned, whatever its tense."""
    published = layers.article.published_on
    ahead = when.start is not None and published is not None and when.start > published
    return "planned" if candidate.status == "held" and ahead else candidate.status


def _is_past(layers: Layers, when: When) -> bool:
    published = layers.article.published_on
    return when.end is not None and published is not None and (published - when.end).days > _BACKGROUND_DAYS


def _is_recent(layers: Layers, when: When) -> bool:
    """Whether the text dates a meeting to the day of the news or the one before."""
    reference = layers.reference_date
    return when.basis in _DATED and reference is not None and when.end is not None and (reference - when.end).days <= 1


def _opens_with(layers: Layers, candidate: Candidate, when: When) -> bool:
    """Whether the first sentence tells of a meeting of the last days, in whosever words: "X and Y held talks, the ministry said"."""
    reference = layers.reference_date
    first = layers.sentence_of[candidate.trigger] == layers.sentence_of[statement_start(layers, layers.sentences[0])]
    if not first or candidate.earlier:
        return False
    if when.end is None:
        return candidate.status == "held"
    return reference is not None and (reference - when.end).days <= _NEWS_DAYS and when.basis in _DATED


def _looks_back(layers: Layers, candidate: Candidate, report: MeetingReport) -> bool:
    """ "Had met just a few days ago": an undated look at what is recent, which may be the very meeting the article tells of."""
    words = layers.tokens.lower[candidate.sentence.start : candidate.sentence.end]
    return report.background and report.start_on is None and not load_meeting_words().recency_words.isdisjoint(words)


def _confidence(candidate: Candidate, sides: tuple[Side, ...], when: When) -> float:
    """That of the rule, less without a date or without all names."""
    dated = 0.9 if when.start is None else 1.0
    named = 0.85 if any(side.person is None for side in sides) else 1.0
    return round(candidate.confidence * dated * named, 2)


def _kind(candidate: Candidate, sides: tuple[Side, ...]) -> MeetingKind:
    if candidate.format != "meeting":
        return candidate.format
    actors = {side.actor for side in sides if side.actor is not None}
    if candidate.at_summit and len(actors) > _PAIR:
        return "summit"
    if len(actors) == 3:
        return "trilateral"
    return "multilateral" if len(actors) > 3 else "bilateral"

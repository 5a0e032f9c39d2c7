"""From candidates to meeting reports: which candidates are diplomatic, when and where they took place, and which tell of one meeting."""

from __future__ import annotations

from dataclasses import replace

from etl.extract.layers import Layers
from etl.extract.meetings.candidate import Candidate, Side
from etl.extract.meetings.candidates import find_candidates
from etl.extract.meetings.dating import Dating, When
from etl.extract.meetings.merging import add_report
from etl.extract.meetings.places import destination_of, host_event, place_of
from etl.extract.meetings.voices import is_told
from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_words
from etl.records import ActorRef, MeetingKind, MeetingReport, MeetingStatus, Participant

_BACKGROUND_DAYS = 7
"""A meeting that was over so many days before publication is looked back upon."""
_TOGETHER_RULES = frozenset({"subjects-met", "hold-call", "hold-meeting"})


def find_meetings(layers: Layers) -> None:
    """Fill `meetings`: one report a meeting, with all sentences that tell of it."""
    dating = Dating(layers)
    reports: list[MeetingReport] = []
    candidates = list(find_candidates(layers))
    for candidate in candidates:
        for sides in _occasions(candidate, candidates):
            report = _report(layers, candidate, sides, dating)
            if report is not None:
                add_report(reports, report, joint=candidate.joint, looks_back=_looks_back(layers, candidate, report))
    layers.meetings = [replace(r, index=i) for i, r in enumerate(reports)]


def _occasions(candidate: Candidate, candidates: list[Candidate]) -> list[tuple[Side, ...]]:
    """One set of participants a meeting: "met separately with A and B" is two meetings."""
    sides = candidate.sides
    together = candidate.joint or candidate.rule in _TOGETHER_RULES or candidate.rule.endswith(("-between", "-among", "-of"))
    if candidate.format == "visit" or len(sides) <= 2 or together:
        return [sides]
    host, others = sides[0], sides[1:]
    own = [s for s in others if s.actor == host.actor]
    guests = [s for s in others if s.actor != host.actor]
    if len(guests) < 2:
        return [sides]
    apart = candidate.separate or (candidate.format == "meeting" and _apart(candidate, guests, candidates))
    if apart or len({guest.actor for guest in guests}) > 1:
        return [(host, *own, guest) for guest in guests]
    return [sides]


def _apart(candidate: Candidate, guests: list[Side], candidates: list[Candidate]) -> bool:
    """Whether another sentence meets one of the guests alone."""
    wanted = {guest.person for guest in guests}
    return any(c is not candidate and len(c.sides) == 2 and {s.person for s in c.sides} & wanted for c in candidates)


def _report(layers: Layers, candidate: Candidate, sides: tuple[Side, ...], dating: Dating) -> MeetingReport | None:
    """One occasion as a report; None when it is no meeting of states or organizations."""
    if not (_is_visit(candidate, sides) if candidate.format == "visit" else _is_diplomatic(sides)):
        return None
    told = is_told(layers, candidate.trigger)
    when = dating.date(candidate, sides, told=told)
    if candidate.format == "visit":
        state, place = destination_of(candidate.destination or "")
    else:
        place, state = place_of(layers, candidate, when, told=told)
    confidence = _confidence(candidate, sides, when)
    if candidate.format == "visit" and all(side.actor != ActorRef("state", state or "") for side in sides):
        sides = (*sides, Side(None, ActorRef("state", state or ""), "host"))
    event, sidelines = host_event(layers, candidate.sentence)
    span = layers.tokens.span(candidate.sentence.start, candidate.sentence.end)
    return MeetingReport(
        index=0,
        kind=_kind(candidate, sides),
        status=_status(layers, candidate, when),
        background=told or _is_past(layers, when) or (candidate.past_perfect and not _is_recent(layers, when)),
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
        confidence=confidence,
    )


def _is_visit(candidate: Candidate, sides: tuple[Side, ...]) -> bool:
    """Whether guests of known actors go to a state that is not their own."""
    state, _ = destination_of(candidate.destination or "")
    guests = {side.actor for side in sides if side.role == "guest"}
    return state is not None and bool(guests) and None not in guests and ActorRef("state", state) not in guests


def _is_diplomatic(sides: tuple[Side, ...]) -> bool:
    """Whether two sovereign sides meet, one of them at least by a person."""
    world = load_actors()
    sovereign = {world.state_of(side.actor) or side.actor.name for side in sides if side.actor is not None}
    return len(sovereign) >= 2 and any(side.person is not None for side in sides)


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
    dated = when.basis in ("relative", "explicit", "weekday")
    return dated and reference is not None and when.end is not None and (reference - when.end).days <= 1


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
    if len(actors) == 3:
        return "trilateral"
    return "multilateral" if len(actors) > 3 else "bilateral"

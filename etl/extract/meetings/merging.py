"""Which reports of one article tell of the same meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from etl.extract.meetings.assemblies import RULE as ASSEMBLY
from etl.extract.meetings.candidate import Side
from etl.extract.meetings.encounters import RULE as ENCOUNTER
from etl.extract.meetings.gatherings import RULE as GATHERING
from etl.extract.meetings.joint_acts import RULE as JOINT_ACT
from etl.extract.meetings.noun_places import EXCHANGED
from etl.extract.meetings.occasions import TOLD_IN
from etl.extract.meetings.speakers import RULE as APPEARED
from etl.extract.meetings.speaking import SPOKEN
from etl.extract.meetings.summits import RULE as SUMMIT
from etl.lexicon.actors import load_actors
from etl.records import DateBasis, DatePrecision, MeetingKind, MeetingReport, Participant, Span

_PRECISIONS: Final[dict[DatePrecision, int]] = {"day": 0, "range": 1, "month": 2, "year": 3, "unknown": 4}
IMPLIED: Final = frozenset({"discussed", ENCOUNTER, EXCHANGED, APPEARED, JOINT_ACT})
"""Rules of meetings that nothing names."""
GUESSED: Final[frozenset[DateBasis]] = frozenset({"publication", "dateline"})
"""How a day is dated that is only that of the news."""
_OF_MANY: Final[frozenset[MeetingKind]] = frozenset({"multilateral", "summit", "trilateral"})
_NEWS_DAYS: Final = 3
_PAIR: Final = 2
_WEAK_BASES: Final[dict[DateBasis, int]] = {"dateline": 1, "publication": 1, "unknown": 2}


def add_report(
    reports: list[MeetingReport],
    new: MeetingReport,
    *,
    joint: bool,
    looks_back: bool,
    again: bool,
    apart: bool,
    dateline: str | None = None,
) -> MeetingReport:
    """Join the report with one of the same meeting, or keep it as another; return the report as it now stands.

    `joint`: its sentence says that all met together; `looks_back`: it looks back, without a date, at something recent; `again`: it tells of
    another meeting than those before; `apart`: it says that it stands before or after another of the same persons; `dateline`: a place that
    is only that of the news where another is named.
    """
    people = _people(new)
    covered: list[int] = []
    if apart and new.place is None and (beside := next((r for r in reports if _who(r) == _who(new) and days_agree(r, new)), None)):
        new = replace(new, place=beside.place, place_state=beside.place_state)
    for position, old in enumerate(reports):
        if apart and new.span != old.span:
            continue
        if not again and dateline is not None and _is_guess_of(dateline, old, new):
            reports[position] = old = replace(old, place=None, place_state=None)
        if not again and (talk := _is_by_phone(old, new, dateline)):
            reports[position] = old = _as_call(old) if talk is old else old
            new = _as_call(new) if talk is new else new
        if looks_back and not old.background and _who(old) == _who(new) and _places_agree(old, new):
            place, state = (old.place, old.place_state) if old.place else (new.place, new.place_state)
            reports[position] = replace(old, evidence=(*old.evidence, new.span), place=place, place_state=state)
            return reports[position]
        if old.status == "planned" and _is_mention_of(old, new):
            reports[position] = replace(old, evidence=(*old.evidence, new.span))
            return reports[position]
        if not again and _is_outlook_on(old, new):
            reports[position] = replace(old, evidence=(*old.evidence, new.span))
            return reports[position]
        if new.span == old.span and _format(old) == _format(new) and people < _people(old):
            return old  # a noun of the same sentence, with the nearest of its subjects alone
        if (
            new.span == old.span
            and _format(old) == _format(new)
            and new.rule == ENCOUNTER
            and new.start_on is None
            and people == _people(old)
        ):
            return old  # named in the same sentence already
        if new.span == old.span and _who(new) == _who(old) and _is_again(old, new):
            return old
        if not again and _is_of_one_assembly(old, new):
            reports[position] = _assembled(old, new)
            return reports[position]
        if _same(old, new):
            reports[position] = _joined(old, new)
            return reports[position]
        if not again and _came_to_pass(old, new):
            held = _joined(old, replace(new, status="held"))
            reports[position] = replace(held, status="held", background=old.background and new.background)
            return reports[position]
        whole = new.kind in ("bilateral", "trilateral") and old.status == new.status and days_agree(old, new)
        if whole and _people(old) < people and not old.background and old.kind == "bilateral":
            covered.append(position)
    if len(covered) >= 2 and not joint:
        # a summary of the single meetings that are told elsewhere
        for position in covered:
            reports[position] = replace(reports[position], evidence=(*reports[position].evidence, new.span))
        return reports[covered[-1]]
    reports.append(new)
    return new


def _is_again(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether a sentence only says once more what it says: "met at a meeting", "arrived here on Sunday on her first visit to Peru"."""
    visits = old.kind == new.kind == "visit" and old.status == new.status
    told = _format(old) == _format(new) == "meeting" and new.rule.startswith(TOLD_IN) and _places_agree(old, new)
    return visits or told


def _is_guess_of(dateline: str, old: MeetingReport, new: MeetingReport) -> bool:
    """Whether the place of a meeting is only where the news was filed, and the new report names where the same persons met that day."""
    if (
        old.place != dateline
        or new.place in (None, dateline)
        or new.rule in IMPLIED
        or _format(old) != "meeting"
        or _format(new) != "meeting"
    ):
        return False
    return _who(old) == _who(new) and len(_people(old)) >= _PAIR and old.status == new.status and days_agree(old, new)


def _is_by_phone(old: MeetingReport, new: MeetingReport, dateline: str | None) -> MeetingReport | None:
    """Which of two reports, "X spoke with Y on Monday", is that of the call which the other tells of: "following his call with Y"."""
    if {old.kind, new.kind} != {"call", "bilateral"} or old.status != new.status or _who(old) != _who(new) or not days_agree(old, new):
        return None
    call, talk = (old, new) if old.kind == "call" else (new, old)
    told = talk.rule == SPOKEN and talk.place in (None, dateline) and talk.date_precision == call.date_precision == "day"
    return talk if told else None


def _as_call(talk: MeetingReport) -> MeetingReport:
    return replace(talk, kind="call", place=None, place_state=None)


def call_off(reports: list[MeetingReport], span: Span) -> None:
    """The last meeting told of did not take place, if it was a planned one: "…, but the meeting was cancelled"."""
    if reports and reports[-1].status == "planned":
        last = reports[-1]
        evidence = last.evidence if span in last.evidence else (*last.evidence, span)
        reports[-1] = replace(last, status="cancelled", evidence=evidence)


def add_attendance(reports: list[MeetingReport], met: MeetingReport | None, sides: Iterable[Side], span: Span) -> MeetingReport | None:
    """Those who attended, added to the meeting in view; return it as it now stands."""
    position = next(
        (i for i, report in enumerate(reports) if met is not None and report.span == met.span and _who(report) == _who(met)), None
    )
    if position is None:
        return met
    old = reports[position]
    present = {p.person for p in old.participants}
    others = tuple(Participant(*side) for side in sides if side.person not in present)
    if others:
        speaking = {name for other in others if other.role in ("principal", "chair") for name in _bodies(other)}
        named = (p for p in old.participants if p.person is not None or p.actor is None or p.actor.name not in speaking)
        old = replace(old, participants=tuple(named))
        evidence = old.evidence if span in old.evidence else (*old.evidence, span)
        reports[position] = replace(old, participants=(*old.participants, *others), evidence=evidence)
    return reports[position]


def _bodies(participant: Participant) -> set[str]:
    """Whom somebody speaks for: the actor, and the organization or state that it belongs to."""
    actor = participant.actor
    return {actor.name, load_actors().parents.get(actor.name, actor.name)} if actor is not None else set()


def _people(report: MeetingReport) -> set[int]:
    return {p.person for p in report.participants if p.person is not None and p.role != "accompanying"}


def _same(old: MeetingReport, new: MeetingReport) -> bool:
    if _format(old) != _format(new) or old.status != new.status:
        return False
    if ASSEMBLY in (old.rule, new.rule) and not _places_agree(old, new):
        return False  # a body meets often
    if SUMMIT in (old.rule, new.rule):
        return old.rule == new.rule and _is_same_gathering(old, new)
    if _who(old) != _who(new):
        alike = old.background == new.background or old.status == "planned"
        return alike and (_is_of_states(old, new) or _names_more(old, new) or _names_more(new, old)) and days_agree(old, new)
    if old.start_on and new.start_on:
        return days_agree(old, new) or _is_day_before_news(old, new)
    if old.status == "planned":
        return _places_agree(old, new)  # "will meet X in Lima on Monday. … He intends to see X."
    if old.kind == "visit" and not new.background and old.dated_by in GUESSED:
        return True  # "X, who is in Lima for a visit, … X arrived in Lima earlier."
    # an undated look-back is not the meeting that the article tells of
    return old.background == new.background


def _came_to_pass(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether one tells of what the other says is to come: "arrived on Monday to meet X. … The two met for an hour."

    Of two persons or more at one place as far as known, on one day that the plan names, or of a plan without one that the text tells first.
    """
    if {old.status, new.status} != {"planned", "held"} or _format(old) != _format(new) or not _places_agree(old, new):
        return False
    plan, event = (old, new) if old.status == "planned" else (new, old)
    if _format(old) == "visit" or _who(old) != _who(new) or len(_people(plan)) < _PAIR or event.date_precision != "day":
        return False
    if plan.start_on is None:
        return plan is old and not event.background
    return plan.date_precision == "day" and plan.start_on == event.start_on


def _is_same_gathering(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether two summits that one text names are one: by name as far as both are named, place and day."""
    names = [set((report.host_event or "").lower().split()) for report in (old, new)]
    named = not all(names) or names[0] <= names[1] or names[1] <= names[0]
    return named and _places_agree(old, new) and days_agree(old, new)


def _places_agree(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether two places may be one: one is not told, or is the state in which the other lies."""
    if old.place is None or new.place is None or old.place == new.place:
        return True
    in_state = old.place_state is not None and old.place_state == new.place_state
    return in_state and not {old.place, new.place} <= load_actors().places.keys()


def _is_of_one_assembly(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether a body's meeting and another gathering are one: of the same body or of many states, on one day that both give."""
    shared = old.rule in (ASSEMBLY, GATHERING) and new.rule in IMPLIED and not _people(old).isdisjoint(_people(new))
    many = {old.kind, new.kind} <= _OF_MANY or shared
    if not (ASSEMBLY in (old.rule, new.rule) or shared) or not many or old.status != new.status:
        return False
    if old.start_on is None or new.start_on is None or not days_agree(old, new) or not _places_agree(old, new):
        return False
    actors = [{p.actor for p in report.participants if p.actor is not None} for report in (old, new)]
    implied = any(report.rule in IMPLIED and len(of) > _PAIR for report, of in zip((old, new), actors, strict=True))
    return implied or shared or not actors[0].isdisjoint(actors[1])


def _assembled(old: MeetingReport, new: MeetingReport) -> MeetingReport:
    """One report of a body's meeting, with all who are named; the body as such only where they are too few."""
    present = {p.person for p in old.participants if p.person is not None}
    states = {p.actor for p in old.participants}
    further = [p for p in new.participants if (p.person not in present if p.person is not None else p.actor not in states)]
    everybody = [replace(p, role="attendee") if p.role == "principal" else p for p in (*old.participants, *further)]
    named = [p for p in everybody if p.person is not None or p.actor is None or p.actor.kind == "state"]
    several = len({p.actor for p in named}) >= _PAIR
    joined = _joined(old, new)
    return replace(
        joined, kind="summit" if "summit" in (old.kind, new.kind) else old.kind, participants=tuple(named if several else everybody)
    )


def _is_mention_of(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether somebody speaks, without a day, of the meeting that is planned: "X said the meeting between A and B was important"."""
    if new.status != "held" or _who(old) != _who(new):
        return False
    if new.kind == "visit":
        return new.start_on is None and _places_agree(old, new)  # "this is her first trip to Lima"
    if new.place not in (None, old.place):
        return False
    implied = new.dated_by in GUESSED and (new.rule in IMPLIED or new.rule.startswith(TOLD_IN))
    return implied or (new.background and new.start_on is None and new.rule.endswith(("-between", "-noun")))


def _is_outlook_on(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether what is to come, at no day or place of its own, is the meeting of the news: "arrived for talks. … The two will discuss"."""
    if (old.status, new.status) != ("held", "planned") or old.background or new.start_on is not None or _format(old) != _format(new):
        return False
    return _format(old) == "meeting" and new.place in (None, old.place) and _who(old) == _who(new)


def _is_of_states(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether one names only the states of which the other names the persons."""
    named = {bool(_people(old)), bool(_people(new))}
    actors = [{p.actor for p in report.participants if p.role != "accompanying"} for report in (old, new)]
    return named == {True, False} and actors[0] == actors[1] and old.kind != "visit"


def _names_more(less: MeetingReport, more: MeetingReport) -> bool:
    """Whether one names those of whom the other says only for whom they came: "received a Peruvian delegation. … X, its head, told Y"."""
    added = [p for p in more.participants if p.person is not None and p.person not in _people(less)]
    unnamed = [p for p in less.participants if p.person is None]
    same = _people(less) < _people(more) and less.kind not in ("visit", "call")
    return same and bool(unnamed) and {p.actor for p in unnamed} == {p.actor for p in added}


def days_agree(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether two reports may be of one day, as far as both give one."""
    if old.start_on and new.start_on and old.end_on and new.end_on:
        return old.start_on <= new.end_on and new.start_on <= old.end_on
    return True


def _is_closer(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether the new report's place is the surer one: a town of the state that is the old one's, or of a meeting that is named."""
    if new.place is None or old.place is None:
        return False
    named = old.rule in IMPLIED and new.rule not in IMPLIED
    return named or (old.place_state == new.place_state and old.place in load_actors().state_names.values())


def _is_day_before_news(old: MeetingReport, new: MeetingReport) -> bool:
    """Whether one has only the day of the news, and the other, of the same persons, its own day shortly before."""
    guessed = [r for r in (old, new) if r.dated_by in GUESSED]
    if len(guessed) != 1 or old.status != "held" or not _people(old) or not (old.start_on and new.start_on):
        return False
    guess, other = (old, new) if old.dated_by in GUESSED else (new, old)
    days = (guess.start_on - other.start_on).days if guess.start_on and other.start_on else 0
    return other.date_precision == "day" and 0 < days <= _NEWS_DAYS


def _whole_of_station(old: MeetingReport, new: MeetingReport) -> MeetingReport | None:
    """The visit of several days to a state where the other tells of one town on a later day of it: "from 7 to 11 May. … On the 9th …"."""
    for whole, part in ((old, new), (new, old)):
        if whole.kind != "visit" or not (whole.start_on and whole.end_on and part.start_on) or whole.dated_by in _WEAK_BASES:
            continue
        inside = whole.start_on < part.start_on <= whole.end_on and part.date_precision == "day"
        if inside and whole.place in load_actors().state_names.values() and part.place not in (None, whole.place):
            return whole
    return None


def _days(report: MeetingReport) -> int:
    """How many days a report leaves open: "next week" gives way to "from Monday to Tuesday"."""
    return (report.end_on - report.start_on).days if report.start_on and report.end_on else 0


def _format(report: MeetingReport) -> str:
    return report.kind if report.kind in ("call", "visit") else "meeting"


def _who(report: MeetingReport) -> frozenset[object]:
    if report.kind == "visit":
        return frozenset({p.person for p in report.participants if p.role == "guest"} | {report.place_state})
    sides = [p for p in report.participants if p.role != "accompanying"]
    named = {p.actor for p in sides if p.person is not None}  # "A delegation" beside the one who heads it is nobody else
    return frozenset(p.person if p.person is not None else p.actor for p in sides if p.person is not None or p.actor not in named)


def _joined(old: MeetingReport, new: MeetingReport) -> MeetingReport:
    """One report of what two sentences tell: the surer date, the longer name, the roles that either gives."""
    whole = _whole_of_station(old, new)
    dated = whole or min((old, new), key=lambda r: (_WEAK_BASES.get(r.dated_by, 0), _PRECISIONS[r.date_precision], _days(r)))
    placed = whole or (new if _is_closer(old, new) or old.place is None else old)
    evidence: tuple[Span, ...] = old.evidence if new.span in old.evidence else (*old.evidence, new.span)
    roles = {p.person: p for p in new.participants if p.role != "principal"}
    further = tuple(p for p in new.participants if p not in old.participants) if new.rule == SUMMIT else ()
    return replace(
        old,
        background=old.background and new.background,
        start_on=dated.start_on,
        end_on=dated.end_on,
        date_precision=dated.date_precision,
        dated_by=dated.dated_by,
        place=placed.place,
        place_state=placed.place_state or old.place_state,
        host_event=max((old.host_event, new.host_event), key=lambda e: len(e or "")),
        on_sidelines=old.on_sidelines or new.on_sidelines,
        participants=new.participants
        if not _people(old) or _names_more(old, new)
        else (*(roles.get(p.person, p) if p.role == "principal" and p.person is not None else p for p in old.participants), *further),
        evidence=evidence,
        confidence=max(old.confidence, new.confidence),
    )

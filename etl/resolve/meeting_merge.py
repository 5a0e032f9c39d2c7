"""One meeting out of its reports: which date, place, kind, roles and title the resolved row shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from etl.lexicon.actors import load_actors
from etl.records import ActorRef, DatePrecision, MeetingKind, MeetingStatus, Role
from etl.resolve.meeting_reports import Report
from etl.resolve.names import fold
from etl.resolve.people import People
from etl.resolve.records import ResolvedMeeting

ROLE_ORDER: tuple[Role, ...] = ("chair", "host", "guest", "inviter", "principal", "speaker", "accompanying", "attendee")
"""What a report says of a participant's part beats the bare fact that they took part."""
_TITLE_ORDER: tuple[Role, ...] = ("chair", "host", "inviter", "principal", "guest", "speaker", "attendee", "accompanying")
_PRECISIONS: tuple[DatePrecision, ...] = ("day", "range", "month", "year", "unknown")
_LASTING: tuple[DatePrecision, ...] = ("range", "day", "month", "year", "unknown")
"""Of what lasts for days (visits, summits) the range says more than a day inside it."""
_KIND_ORDER: tuple[MeetingKind, ...] = ("bilateral", "trilateral", "summit", "multilateral", "visit", "call", "other")

Row = tuple[int | None, ActorRef | None, Role]


def merge_reports(meeting_id: int, reports: Sequence[Report], people: People) -> ResolvedMeeting:
    """Return the meeting that the reports (sorted by key, at least one) tell of."""
    kind = _kind(reports)
    start_on, end_on, precision = _date(reports, kind)
    place, place_state = _place(reports)
    host_event = min((r.report.host_event for r in reports if r.report.host_event), key=lambda e: (-len(e), e), default=None)
    participants = _participants(reports, people)
    return ResolvedMeeting(
        meeting_id=meeting_id,
        title=_title(kind, participants, place, place_state, host_event, people),
        kind=kind,
        status=_status(reports),
        background=all(r.report.background for r in reports),
        start_on=start_on,
        end_on=end_on,
        date_precision=precision,
        place=place,
        place_state=place_state,
        host_event=host_event,
        on_sidelines=any(r.report.on_sidelines for r in reports),
        participants=participants,
        confidence=max(r.report.confidence for r in reports),
    )


def _kind(reports: Sequence[Report]) -> MeetingKind:
    counts = Counter(r.kind for r in reports)
    return min(counts, key=lambda k: (k == "other", -counts[k], _KIND_ORDER.index(k)))


def _status(reports: Sequence[Report]) -> MeetingStatus:
    found = {r.report.status for r in reports}
    return "cancelled" if "cancelled" in found else "held" if "held" in found else "planned"


def _date(reports: Sequence[Report], kind: MeetingKind) -> tuple[date | None, date | None, DatePrecision]:
    """The most precise date; of equally precise ones, what the text says before what was taken from the publication, then the majority.

    Start and end are the first and last day that the date allows (of a month: its ends; of a day: the day twice).
    """
    order = _LASTING if kind in ("visit", "summit", "multilateral") else _PRECISIONS
    given = [r for r in reports if r.report.start_on is not None and r.report.date_precision != "unknown"]
    if not given:
        return None, None, "unknown"
    best = min(order.index(r.report.date_precision) for r in given)
    precise = [r for r in given if order.index(r.report.date_precision) == best]
    said = [r for r in precise if r.report.dated_by not in ("publication", "dateline")] or precise
    counts = Counter((r.first, r.last) for r in said if r.first and r.last)
    if kind == "visit" and order[best] == "day" and len(counts) > 1:
        return min(first for first, _ in counts), max(last for _, last in counts), "range"
    start, end = min(counts, key=lambda d: (-counts[d], d))
    return start, end, order[best]


def _place(reports: Sequence[Report]) -> tuple[str | None, str | None]:
    """The place most articles give; of equally frequent ones the one that says most; the state that goes with it."""
    spelled = Counter(r.report.place for r in reports if r.report.place)
    counts = Counter(fold(place) for place in spelled.elements())
    place = min(spelled, key=lambda p: (-counts[fold(p)], -len(fold(p)), -spelled[p], p), default=None)
    states = Counter(r.report.place_state for r in reports if r.report.place_state and (place is None or r.report.place == place))
    states = states or Counter(r.report.place_state for r in reports if r.report.place_state)
    return place, min(states, key=lambda s: (-states[s], s), default=None)


def _participants(reports: Sequence[Report], people: People) -> tuple[Row, ...]:
    """Everybody named, and every actor that nobody is named for. Sorted by role, actor and name."""
    actors: dict[int, Counter[ActorRef]] = {}
    roles: dict[int, set[Role]] = {}
    nameless: dict[ActorRef, set[Role]] = {}
    for party in (p for r in reports for p in r.parties):
        if party.person is None:
            if party.actor is not None:
                nameless.setdefault(party.actor, set()).add(party.role)
            continue
        roles.setdefault(party.person, set()).add(party.role)
        counts = actors.setdefault(party.person, Counter())
        if party.actor is not None:
            counts[party.actor] += 1
    rows: list[Row] = []
    for person, found in roles.items():
        counts = actors[person]
        actor = min(counts, key=lambda a: (-counts[a], a)) if counts else None
        rows.append((person, actor, min(found, key=ROLE_ORDER.index)))
    spoken_for = {actor for counts in actors.values() for actor in counts}
    rows.extend((None, actor, min(found, key=ROLE_ORDER.index)) for actor, found in nameless.items() if actor not in spoken_for)
    return tuple(sorted(rows, key=lambda row: (_TITLE_ORDER.index(row[2]), row[0] is None, _name(row, people), row[1] or ("", ""))))


def _name(row: Row, people: People) -> str:
    person, actor, _ = row
    return people.by_id[person].name if person is not None else _shown(actor) if actor else ""


def _shown(actor: ActorRef) -> str:
    """An actor as a reader calls it: a state by its name, not by its code."""
    return load_actors().state_names.get(actor.name, actor.name) if actor.kind == "state" else actor.name


def _title(
    kind: MeetingKind, rows: Sequence[Row], place: str | None, place_state: str | None, host_event: str | None, people: People
) -> str:
    """Return a readable title made of the row's own data, e.g. "Jan Novak – Ana Silva meeting", "Trilateral: Brazil, Czechia, Portugal"."""
    met = [row for row in rows if row[2] != "accompanying"] or list(rows)
    names = " – ".join(_name(row, people) for row in met[:4]) + (" and others" if len(met) > 4 else "")
    states = ", ".join(sorted({_shown(row[1]) for row in met if row[1]}))
    if kind == "visit":
        guests = [row for row in met if row[2] == "guest"] or [row for row in met if row[2] not in ("host", "inviter")] or met
        home = {row[1] for row in guests}
        hosts = sorted({_shown(row[1]) for row in met if row[1] and row not in guests and row[1] not in home})
        where = _shown(ActorRef("state", place_state)) if place_state else ", ".join(hosts) or place
        return f"Visit of {_join(_name(row, people) for row in guests)}" + (f" to {where}" if where else "")
    if kind == "call":
        return f"Call: {names}" if names else "Call"
    if kind == "trilateral":
        return f"Trilateral: {states}" if states else "Trilateral meeting"
    if kind in ("summit", "multilateral"):
        label = "Summit" if kind == "summit" else "Multilateral meeting"
        if host_event:
            return host_event
        return label + (f" in {place}" if place else "") + (f": {states}" if states else "")
    if not names:
        return "Meeting" + (f" in {place}" if place else "")
    return f"{names} meeting" if len(met) > 1 else f"{names}: {kind} meeting" if kind != "other" else f"{names}: meeting"


def _join(names: Iterable[str]) -> str:
    known = list(names)
    return ", ".join(known[:-1]) + f" and {known[-1]}" if len(known) > 1 else "".join(known)

"""How two reports agree: one feature for each thing that a report tells of a meeting, with its reason, or None when it forbids the join."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rapidfuzz import fuzz

from etl.lexicon.actors import load_actors
from etl.lexicon.meetings import load_meeting_words
from etl.records import ActorRef, MeetingKind
from etl.resolve.meeting_reports import Party, Report
from etl.resolve.names import fold
from etl.resolve.people import People, titles_agree
from etl.resolve.scoring import Feature, Score, weigh

PRECISE = frozenset({"day", "range"})
GUESSED = frozenset({"publication", "dateline"})
LATE_DAYS = 3
"""What is dated by its publication alone happened at most so many days before: papers of the week, readouts of the day after."""
VISIT_DAYS = 2
"""Days between two days that may be of one visit: nobody is back in the same state so soon."""
_GUESSED_VALUE, _GUESSED_VALUES = 0.66, (0.58, 0.45, 0.35)
"""How well a date agrees that is that of a publication, and one, two, three days before: the first two are no choice (`MARGIN`)."""
_PAIR = 2
_SOON, _AT_ONCE = 30, 7
"""Days within which a meeting that is announced without a day takes place: at the same place, and where the place is not told."""
_NO_OFFICES = frozenset({"colleague", "counterpart", "guest", "leader", "official", "representative", "visitor"})
"""Nouns that stand for an office without saying which."""
_BUILDINGS = frozenset({"hotel", "hall", "centre", "center", "guesthouse", "lodge", "club"})
_MULTI = frozenset({"multilateral", "summit"})
_KINDS: dict[frozenset[MeetingKind], float] = {
    frozenset({"multilateral", "summit"}): 0.8,
    frozenset({"trilateral", "multilateral"}): 0.7,
    frozenset({"other", "bilateral"}): 0.6,
    frozenset({"other", "trilateral"}): 0.6,
    frozenset({"other", "multilateral"}): 0.6,
    frozenset({"other", "summit"}): 0.5,
}
"""Different kinds that may be one meeting seen by two writers; a visit holds talks but is none, a call is no meeting in a room."""


def compare_reports(a: Report, b: Report, people: People) -> Score | None:
    """Return how sure it is that two reports are one meeting, None when something forbids it. Symmetric."""
    if a.key > b.key:
        a, b = b, a
    if a.key[0] == b.key[0]:
        return None
    features: list[Feature] = []
    for rule in (_kind, _date, _participants, _status, _place, _gathering):
        feature = rule(a, b, people)
        if feature is None:
            return None
        if feature.weight:
            features.append(feature)
    return weigh(features)


def obstacle(a: Report, b: Report, people: People) -> str | None:
    """Return in words what forbids that two reports are one meeting, None when nothing does."""
    if a.key[0] == b.key[0]:
        return "one article tells of both"
    x, y = a.report, b.report
    rules = (
        (_kind, f"{a.kind} and {b.kind} are not one kind of meeting"),
        (_date, f"other dates: {_days(a)} and {_days(b)}"),
        (_participants, "other participants"),
        (_status, f"one {x.status}, the other {y.status}"),
        (_place, f"other places: {x.place or x.place_state} and {y.place or y.place_state}"),
        (_gathering, f"other gatherings: {x.host_event} and {y.host_event}"),
    )
    first, second = (a, b) if a.key < b.key else (b, a)
    return next((words for rule, words in rules if rule(first, second, people) is None), None)


def _days(r: Report) -> str:
    return _span(r) if r.first is not None else f"some day from {r.earliest} to {r.latest}"


def kinds_agree(a: MeetingKind, b: MeetingKind) -> float:
    """Return 1 for one kind, less for two that may be one meeting, 0 for two that cannot."""
    return 1.0 if a == b else _KINDS.get(frozenset({a, b}), 0.0)


def _kind(a: Report, b: Report, _: People) -> Feature | None:
    value = kinds_agree(a.kind, b.kind)
    if value == 0.0 or ("trilateral" in (a.kind, b.kind) and a.kind != b.kind and a.actors != b.actors):
        return None
    return Feature("kind", value, 0.1, f"both {a.kind}" if a.kind == b.kind else f"{a.kind} may be {b.kind}")


def _date(a: Report, b: Report, _: People) -> Feature | None:
    """Known dates overlap; an unknown one is plausible by the date of its article, the nearer the better."""
    weight = 0.3
    if a.first is None or a.last is None or b.first is None or b.last is None:
        if _apart(a.earliest, a.latest, b.earliest, b.latest):
            return None
        near = 0.0
        unknown, known = (a, b) if a.first is None else (b, a)
        if unknown.report.status == "planned" and known.first is not None and _is_far_plan(unknown, known):
            return None
        if unknown.published_on and known.last:
            near = 1 / (1 + abs((unknown.published_on - known.last).days) / 30)
        return Feature("date", 0.2 + 0.3 * near, weight, "date not given in one of them")
    precisions = frozenset({a.report.date_precision, b.report.date_precision})
    if _apart(a.first, a.last, b.first, b.last):
        if _of_one_visit(a, b):
            return Feature("date", 0.6, weight, f"days of one visit: {_span(a)} and {_span(b)}")
        late = _late(a, b)
        if not late:
            return None
        days = "one day" if late == 1 else f"{late} days"
        value = _GUESSED_VALUES[late - 1]
        return Feature("date", value, weight, f"{days} apart ({_span(a)}, {_span(b)}), one of them dated by its publication only")
    if (a.first, a.last) == (b.first, b.last) and _is_guessed(a) != _is_guessed(b):
        return Feature("date", _GUESSED_VALUE, weight, f"same date: {_span(a)}, in one of them that of its publication only")
    if (a.first, a.last) == (b.first, b.last):
        value = 1.0 if precisions <= PRECISE else 0.8 if precisions == {"month"} else 0.5
        return Feature("date", value, weight, f"same date: {_span(a)}")
    vague = 0.4 if "year" in precisions else 0.65
    exact = 0.85 if "day" in precisions else 0.7
    value = exact if precisions <= PRECISE else vague
    return Feature("date", value, weight, f"dates agree: {_span(a)} and {_span(b)}")


def _is_guessed(r: Report) -> bool:
    return r.report.dated_by in GUESSED


def _is_far_plan(plan: Report, other: Report) -> bool:
    """Whether a meeting lies so far from an announcement without a day that it may well be a later one: not the same two or more people."""
    if plan.published_on is None or other.first is None or (plan.persons == other.persons and len(plan.persons) >= _PAIR):
        return False
    return (other.first - plan.published_on).days > _SOON


def _apart(first_a: date | None, last_a: date | None, first_b: date | None, last_b: date | None) -> bool:
    if first_a is None or last_a is None or first_b is None or last_b is None:
        return False
    return last_a < first_b or last_b < first_a


def _of_one_visit(a: Report, b: Report) -> bool:
    """Whether two reports give days of the same guests' visit so near to each other that they are its first, last or any."""
    if a.kind != "visit" or b.kind != "visit" or a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    named = {p.person for p in _guests(a) if p.person is not None} & {p.person for p in _guests(b) if p.person is not None}
    precise = {a.report.date_precision, b.report.date_precision} <= PRECISE
    gap = max((b.first - a.last).days, (a.first - b.last).days)
    return bool(named) and precise and gap <= VISIT_DAYS


def _late(a: Report, b: Report) -> int:
    """By how many days the publication that dates one of two reports may be later than the other's day; 0 when it is not that.

    More than a day apart, the same two people must be named in both.
    """
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0
    sooner, later = (a, b) if a.last < b.first else (b, a)
    guessed = later.report.dated_by in GUESSED and {a.report.date_precision, b.report.date_precision} <= PRECISE
    gap = (later.first - sooner.last).days if later.first and sooner.last else 0
    alike = a.persons == b.persons and len(a.persons) >= _PAIR
    return gap if guessed and 0 < gap <= (LATE_DAYS if alike else 1) else 0


def _span(r: Report) -> str:
    if r.report.date_precision == "day":
        return f"{r.first}"
    if r.report.date_precision == "month":
        return f"{r.first}"[:7]
    return f"{r.first}"[:4] if r.report.date_precision == "year" else f"{r.first} to {r.last}"


def _participants(a: Report, b: Report, people: People) -> Feature | None:
    if a.kind in _MULTI or b.kind in _MULTI:
        return _attendance(a, b)
    if a.kind == "visit":
        return _visitors(a, b)
    return _two_sides(a, b, people)


def _two_sides(a: Report, b: Report, people: People) -> Feature | None:
    """Talks: the same actors, and for each actor the same people as far as both name them."""
    weight = 0.45
    shared = a.persons & b.persons
    only_a, only_b = a.persons - shared, b.persons - shared
    for actor in a.actors & b.actors:
        x, y = a.of(actor), b.of(actor)
        if x and y and not (x <= y or y <= x):
            return None
        if bool(x) != bool(y) and not _titles_fit(a, b, actor):
            return None
    homeless_a = {p.person for p in a.parties if p.person in only_a and p.actor is None}
    homeless_b = {p.person for p in b.parties if p.person in only_b and p.actor is None}
    if (homeless_a and only_b) or (homeless_b and only_a):
        return None
    small, large = sorted((a.actors, b.actors), key=len)
    if not small <= large:
        return None
    if len(small) < len(large) and len(small) >= 2:
        return None
    if len(small) < 2 and len(large) != len(small) and not shared:
        return None
    if shared and not only_a and not only_b and len(shared) >= 2:
        return Feature("participants", 1.0, weight, f"same people: {_names(shared, people)}")
    if shared:
        return Feature("participants", 0.8 if small == large else 0.6, weight, f"{_names(shared, people)} in both, nobody contradicts")
    if small and small == large:
        return Feature("participants", 0.55, weight, f"same actors ({_actors(small)}), people not named in both")
    return None


def _titles_fit(a: Report, b: Report, actor: ActorRef) -> bool:
    """Someone named only by title does not stand for a person who holds another one ("the foreign minister" is not the president)."""
    x, y = (a, b) if a.of(actor) else (b, a)
    named = x.of(actor)
    held = [frozenset(fold(p.title) for p in x.parties if p.person == person and p.title) for person in sorted(named)]
    titles = [p.title for p in y.parties if p.actor == actor and p.person is None and p.title and fold(p.title) not in _NO_OFFICES]
    return not titles or not named or any(titles_agree(title, own) for title in titles for own in held)


def _visitors(a: Report, b: Report) -> Feature | None:
    """Visits: the same guests; those who receive them may differ from article to article, their state may not."""
    weight = 0.45
    guests_a, guests_b = _guests(a), _guests(b)
    people_a = {p.person for p in guests_a if p.person is not None}
    people_b = {p.person for p in guests_b if p.person is not None}
    from_a, from_b = {p.actor for p in guests_a if p.actor}, {p.actor for p in guests_b if p.actor}
    if people_a and people_b and not (people_a <= people_b or people_b <= people_a):
        return None
    if from_a and from_b and from_a.isdisjoint(from_b):
        return None
    to_a, to_b = a.actors - from_a, b.actors - from_b
    if to_a and to_b and to_a.isdisjoint(to_b):
        return None
    if people_a & people_b:
        return Feature("participants", 1.0 if to_a & to_b else 0.85, weight, "same guests" + (", same hosts' state" if to_a & to_b else ""))
    if from_a & from_b and to_a & to_b:
        return Feature("participants", 0.5, weight, "same states, guest not named in both")
    return None


def _guests(r: Report) -> list[Party]:
    guests = [p for p in r.parties if p.role == "guest"]
    return guests or [p for p in r.parties if p.role not in ("host", "inviter", "chair", "accompanying")]


def _attendance(a: Report, b: Report) -> Feature | None:
    """Gatherings: articles name those they care about; it is enough that some are in both or that the event is."""
    persons, actors = a.persons & b.persons, a.actors & b.actors
    small = min(len(a.persons), len(b.persons))
    if persons:
        return Feature("participants", 0.7 + 0.3 * len(persons) / small, 0.35, f"{len(persons)} of the same people present")
    if actors:
        return Feature("participants", 0.55, 0.35, f"same actors present ({_actors(actors)})")
    if a.report.host_event and b.report.host_event:
        return Feature("participants", 0.4, 0.2, "nobody named in both")
    return None


def _status(a: Report, b: Report, _: People) -> Feature | None:
    """What was planned and what became of it are one only on a day that agrees; an announcement may know less of who takes part."""
    x, y = a.report.status, b.report.status
    if x == y:
        return Feature("status", 1.0, 0.0, "")
    if {x, y} == {"held", "cancelled"}:
        return None
    precise = a.report.date_precision in PRECISE and b.report.date_precision in PRECISE
    if precise and (not _apart(a.first, a.last, b.first, b.last) or _late(a, b) or _of_one_visit(a, b)):
        return Feature("status", 0.6, 0.05, f"{x} in one, {y} in the other, on days that agree")
    plan, event = (a, b) if x == "planned" else (b, a)
    if _within(plan, event) or _within(event, plan):
        return Feature("status", 0.5, 0.05, f"{x} in one, {y} in the other, on days that agree as far as they are known")
    if _came_due(plan, event):
        return Feature("status", 0.5, 0.05, f"{x} in one, {y} in the other that appeared soon after the day, same people")
    if precise or not _follows(plan, event):
        return None
    return Feature("status", 0.4, 0.05, f"{x} in one, {y} in the other soon after, same people and place")


def _within(vague: Report, precise: Report) -> bool:
    """Whether the days of one report lie in the month or year that the other gives, of the same two or more people."""
    if vague.first is None or vague.last is None or precise.first is None or precise.last is None:
        return False
    if vague.report.date_precision in PRECISE or precise.report.date_precision not in PRECISE:
        return False
    same = vague.persons == precise.persons and len(vague.persons) >= _PAIR
    return same and vague.first <= precise.first and precise.last <= vague.last


def _came_due(plan: Report, event: Report) -> bool:
    """Whether what was announced for a day is what the same two or more people are told, within a week and without a day, to have done."""
    if plan.persons != event.persons or len(plan.persons) < _PAIR or plan.report.date_precision not in PRECISE:
        return False
    if event.first is not None or event.published_on is None or plan.last is None:
        return False
    return 0 <= (event.published_on - plan.last).days <= _AT_ONCE


def _follows(plan: Report, event: Report) -> bool:
    """Whether what was announced without a day is what the same two or more people did within a month at the same place, or in a week."""
    if plan.persons != event.persons or len(plan.persons) < _PAIR or event.report.date_precision not in PRECISE:
        return False
    if plan.published_on is None or event.last is None or _apart(plan.earliest, plan.latest, event.first, event.last):
        return False
    same_place = plan.report.place is not None and plan.report.place == event.report.place
    return (event.last - plan.published_on).days <= (_SOON if same_place else _AT_ONCE)


def _place(a: Report, b: Report, _: People) -> Feature | None:
    weight = 0.15
    x, y = fold(a.report.place or ""), fold(b.report.place or "")
    state_a, state_b = a.report.place_state, b.report.place_state
    if state_a and state_b and state_a != state_b:
        return None
    if x and y:
        if x == y:
            return Feature("place", 1.0, weight, f"same place: {a.report.place}")
        if f" {x} " in f" {y} " or f" {y} " in f" {x} ":
            return Feature("place", 0.9, weight, f"{a.report.place} and {b.report.place}")
        days = {a.report.date_precision, b.report.date_precision}
        venue = not {a.report.place, b.report.place} <= load_actors().places.keys()
        if state_a and state_a == state_b and (days <= PRECISE or a.kind == "visit" or venue):
            return Feature("place", 0.4, weight, f"{a.report.place} and {b.report.place}, both in {state_a}")
        may_lie = _is_building(x) or _is_building(y) or _is_state_around(a, b) or _is_state_around(b, a)
        if may_lie and a.persons == b.persons and len(a.persons) >= _PAIR:
            return Feature("place", 0.4, weight, f"{a.report.place} and {b.report.place}: one may lie in the other")
        return None
    if state_a and state_a == state_b:
        return Feature("place", 0.8, weight, f"both in {state_a}")
    return Feature("place", 0.5, weight, "place not given in one of them")


def _is_building(place: str) -> bool:
    """Whether a place is a house in some town: "the Government Palace"."""
    return not (load_meeting_words().residence_nouns | _BUILDINGS).isdisjoint(place.split())


def _is_state_around(a: Report, b: Report) -> bool:
    """Whether one names only a state, and the other a town of which it is not told where it lies."""
    return a.report.place in load_actors().state_names.values() and b.report.place_state is None


def _gathering(a: Report, b: Report, _: People) -> Feature | None:
    x, y = fold(a.report.host_event or ""), fold(b.report.host_event or "")
    gatherings = a.kind in _MULTI or b.kind in _MULTI
    weight = 0.2 if gatherings else 0.05
    if not x or not y:
        return Feature("gathering", 0.5, weight if gatherings else 0.0, "gathering not named in one of them")
    alike = fuzz.token_set_ratio(x, y) / 100
    if _numbers(x) and _numbers(y) and _numbers(x).isdisjoint(_numbers(y)):
        alike = min(alike, 0.3)
    if gatherings and alike < 0.6:
        return None
    return Feature("gathering", alike, weight, f"at {a.report.host_event}" if alike > 0.6 else "at gatherings of different names")


def _numbers(text: str) -> set[str]:
    return {"".join(c for c in word if c.isdigit()) for word in text.split() if word[0].isdigit()}


def _names(persons: Iterable[int], people: People) -> str:
    return ", ".join(sorted(people.by_id[p].name for p in persons))


def _actors(actors: Iterable[ActorRef]) -> str:
    return ", ".join(sorted(a.name for a in actors))

"""What a property may be set to, and how a person writes it. Parsing raises ValueError with words that say what would do."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple, get_args

from etl.judgements.records import About, Property
from etl.lexicon.actors import load_actors
from etl.records import Act, ActorRef, DatePrecision, MeetingKind, MeetingStatus

PROPERTIES: dict[About, tuple[Property, ...]] = {
    "claim": ("speaker", "act"),
    "meeting_report": ("date", "place", "kind", "status"),
    "person": ("name",),
}
"""What can be set, and of what."""

_WORDS: dict[Property, tuple[str, ...]] = {
    "act": get_args(Act),
    "kind": get_args(MeetingKind),
    "status": get_args(MeetingStatus),
}
_PERIOD = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_IN_BRACKETS = re.compile(r"(?P<name>[^()]+?)\s*\((?P<actor>[^()]+)\)")


class Period(NamedTuple):
    """A date as a meeting report has it: the first and last day that it allows."""

    start: date | None
    end: date | None
    precision: DatePrecision


class Named(NamedTuple):
    """A name and, where it was given in brackets, the actor behind it."""

    name: str
    actor: ActorRef | None


def check_value(field: Property, value: str) -> str:
    """Return the value as it is kept. Raises ValueError when the property cannot have it."""
    value = " ".join(value.split())
    if field in _WORDS:
        word = value.lower()
        if word not in _WORDS[field]:
            raise ValueError(f"{value!r} is no {field}; one of {', '.join(_WORDS[field])}")
        return word
    if field == "date":
        period(value)
    elif field == "name" and not value:
        raise ValueError("a person cannot be without a name")
    elif field == "place" and ";" in value:
        raise ValueError("a meeting has one place: `Oslo` or `Oslo (NO)`")
    return value


def period(value: str) -> Period:
    """Return the days that "2024-07-03", "2024-07-03..2024-07-05", "2024-07" or "2024" allows; of nothing, none."""
    if not value:
        return Period(None, None, "unknown")
    ends = value.split("..")
    try:
        spans = [_days(part) for part in ends]
    except ValueError:
        spans = []
    if len(spans) == 1:
        return spans[0]
    if len(spans) == 2 and spans[0].precision == spans[1].precision == "day":
        first, last = spans[0].start, spans[1].start
        if first and last and first < last:
            return Period(first, last, "range")
    raise ValueError(f"{value!r} is no date; write 2024-07-03, 2024-07-03..2024-07-05, 2024-07 or 2024, or nothing for unknown")


def _days(text: str) -> Period:
    found = _PERIOD.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    year, month, day = int(found[1]), found[2], found[3]
    if day:
        exact = date(year, int(month), int(day))
        return Period(exact, exact, "day")
    if month:
        last = calendar.monthrange(year, int(month))[1]
        return Period(date(year, int(month), 1), date(year, int(month), last), "month")
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def names(value: str) -> tuple[Named, ...]:
    """Return the people that "Wang Yi; Ragnhild Testesen (NO)" names, as the views join them; of nothing, nobody."""
    return tuple(_named(part) for part in value.split(";") if part.strip())


def place(value: str) -> tuple[str | None, str | None]:
    """Return place and state of "Oslo (NO)"; the state of a place that the reference data knows need not be said."""
    if not value:
        return None, None
    given = _named(value)
    known = load_actors().places.get(given.name)
    if given.actor and given.actor.kind == "state":
        return given.name, given.actor.name
    return (known[0], known[1] or None) if known else (given.name, None)


def _named(text: str) -> Named:
    text = " ".join(text.split())
    found = _IN_BRACKETS.fullmatch(text)
    if not found:
        return Named(text, None)
    actors = load_actors()
    word = found["actor"].strip()
    code = word.upper()
    return Named(found["name"], ActorRef("state", code) if code in actors.state_names else actors.by_name.get(word, actors.ref(word)))

"""Event gold: meetings and statements, and which articles report them in which words; docs/evaluate.md describes the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from etl.evaluate.fields import Fields, GoldError, read_json, read_text
from etl.records import MeetingStatus, Span


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article."""

    article: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class GoldParticipant:
    """Who takes part; `names`: every spelling that the articles use, none where only the actor is known."""

    names: tuple[str, ...]
    actor: str | None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """Where an article tells of a meeting. `meetings`: those that the words can mean, the first as good as the others."""

    place: Place
    meetings: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A meeting as it was, whatever an article makes of it. `traps`: what makes it easy to confuse with another one."""

    name: str
    status: str
    date: str | None
    participants: tuple[GoldParticipant, ...]
    traps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventGold:
    """What articles tell together.

    `statements`: places of one statement; `optional`: pairs that may be held for one or not; `apart`: pairs that are not one, however
    alike they sound; `copies`: articles that are one text, whole or cut.
    """

    events: tuple[GoldEvent, ...]
    reports: tuple[GoldReport, ...]
    statements: tuple[tuple[Place, ...], ...]
    optional: tuple[tuple[Place, ...], ...]
    apart: tuple[tuple[Place, ...], ...]
    copies: tuple[tuple[str, ...], ...]

    @property
    def articles(self) -> list[str]:
        """Every article that something is said of."""
        places = (place for group in (*self.statements, *self.optional, *self.apart) for place in group)
        named = {report.place.article for report in self.reports} | {place.article for place in places}
        return sorted(named.union(*self.copies))


def read_event_gold(path: Path) -> EventGold:
    """Return what a file of event gold says. Raises GoldError, naming file and key, for what cannot be used."""
    fields = read_json(read_text(path), str(path))
    people = {row.string("person"): row.strings("names") for row in fields.rows("people")}
    events: dict[str, GoldEvent] = {}
    reports: list[GoldReport] = []
    for row in fields.rows("meetings"):
        event = _event(row, people)
        if event.name in events:
            row.fail("id", f'"{event.name}" is there twice')
        events[event.name] = event
        reports += _reports(row, event.name)
        row.finish()
    for report in reports:
        for name in report.meetings:
            if name not in events:
                raise GoldError(f'{path}: a report in "{report.place.article}" is of "{name}", and there is no such meeting')
    gold = EventGold(
        tuple(events.values()),
        tuple(reports),
        _groups(fields, "statements"),
        _groups(fields, "statements_optional"),
        _groups(fields, "statements_apart"),
        fields.string_lists("duplicates"),
    )
    fields.finish()
    return gold


def _event(fields: Fields, people: Mapping[str, tuple[str, ...]]) -> GoldEvent:
    return GoldEvent(
        name=fields.string("id"),
        status=fields.choice("status", get_args(MeetingStatus)),
        date=fields.date("date"),
        participants=tuple(_participant(row, people) for row in fields.rows("participants")),
        traps=fields.strings("traps"),
    )


def _participant(fields: Fields, people: Mapping[str, tuple[str, ...]]) -> GoldParticipant:
    name = fields.maybe("person")
    if name and name not in people:
        fields.fail("person", f'"{name}" is not among "people"')
    return GoldParticipant((name, *people[name]) if name else (), fields.maybe("actor"))


def _reports(fields: Fields, event: str) -> Iterator[GoldReport]:
    for row in fields.rows("reports"):
        yield GoldReport(_place(row), (event, *row.strings("alt_meetings")), row.flag("optional"))
        row.finish()


def _groups(fields: Fields, key: str) -> tuple[tuple[Place, ...], ...]:
    return tuple(tuple(_place(place) for place in row.rows("reports")) for row in fields.rows(key))


def _place(fields: Fields) -> Place:
    return Place(fields.string("article"), fields.span(), fields.string("text"))

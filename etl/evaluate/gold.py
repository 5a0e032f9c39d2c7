"""Gold: what should be found in a document, as a person annotated it. One JSON file a document; docs/evaluate.md describes the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_args

from etl.evaluate.fields import Fields, GoldError, read_json, read_text
from etl.records import Act, MeetingKind, MeetingStatus, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """Where an article stands in its document, and what its head says."""

    span: Span
    title: str
    date: str | None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A statement. `speakers`, `on_behalf_of` and `acts`: all right answers, the first the annotator's own."""

    span: Span
    speakers: tuple[tuple[str, ...], ...]
    on_behalf_of: tuple[str, ...]
    acts: tuple[str, ...]
    continuation: bool
    direct: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """A meeting that the document reports. `dates`, `places` and `kinds`: all right answers; no date or place: not asked for.

    `people` and `actors`: who took part, by name and by what they stand for.
    """

    primary: bool
    status: str
    kinds: tuple[str, ...]
    dates: tuple[str, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]
    actors: frozenset[str]
    optional: bool

    @property
    def wanted(self) -> bool:
        """Whether it must be found: one that took place and that the document is about."""
        return self.primary and self.status == "held" and not self.optional


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """Somebody who is named, and the actor that they stand for."""

    name: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class GoldInitiative:
    """An initiative under all names that are right."""

    names: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """What should be found in one document; what is None was not annotated and is not scored."""

    name: str
    articles: tuple[GoldArticle, ...] | None
    claims: tuple[GoldClaim, ...] | None
    claims_scope: tuple[Span, ...] | None
    neutral: tuple[Span, ...]
    meetings: tuple[GoldMeeting, ...] | None
    persons: tuple[GoldPerson, ...] | None
    persons_optional: frozenset[str]
    states: tuple[str, ...] | None
    states_optional: frozenset[str]
    initiatives: tuple[GoldInitiative, ...] | None


def read_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """Return the gold of a folder, by file name. Raises GoldError, naming file and key, for what cannot be used."""
    found = [(path, _document(read_json(read_text(path), str(path)))) for path in sorted(folder.glob("*.json"))]
    if not found:
        raise GoldError(f"{folder}: there is no gold: it holds no *.json")
    files: dict[str, Path] = {}
    for path, gold in found:
        if gold.name in files:
            raise GoldError(f'{path}: doc_name: "{gold.name}" is also that of {files[gold.name]}')
        files[gold.name] = path
    return tuple(gold for _, gold in found)


def _document(fields: Fields) -> GoldDocument:
    gold = GoldDocument(
        name=fields.string("doc_name"),
        articles=_section(fields, "articles", _article),
        claims=_section(fields, "claims", _claim),
        claims_scope=fields.spans("claims_scope") if fields.has("claims_scope") else None,
        neutral=fields.spans("neutral"),
        meetings=_section(fields, "meetings", _meeting),
        persons=_section(fields, "people", lambda row: GoldPerson(row.string("canonical_name"), row.maybe("actor"))),
        persons_optional=frozenset(fields.strings("persons_optional")),
        states=fields.strings("states") if fields.has("states") else None,
        states_optional=frozenset(fields.strings("states_optional")),
        initiatives=_section(fields, "initiatives", _initiative),
    )
    fields.finish()
    return gold


def _section(fields: Fields, key: str, read: Callable[[Fields], T]) -> tuple[T, ...] | None:
    if not fields.has(key):
        return None
    found = []
    for row in fields.rows(key):
        found.append(read(row))
        row.finish()
    return tuple(found)


def _article(fields: Fields) -> GoldArticle:
    return GoldArticle(fields.span(), fields.string("title"), fields.date("date"))


def _claim(fields: Fields) -> GoldClaim:
    behalf = fields.maybe("on_behalf_of")
    others = fields.strings("alt_on_behalf_of")
    return GoldClaim(
        span=fields.span(),
        speakers=(fields.strings("speakers"), *fields.string_lists("alt_speakers")),
        # Alternatives to nobody are not asked for: who stands for nobody is not scored.
        on_behalf_of=(behalf, *others) if behalf else (),
        acts=(fields.choice("act", get_args(Act)), *fields.choices("alt_acts", get_args(Act))),
        continuation=fields.flag("continuation"),
        direct=fields.flag("direct"),
        optional=fields.flag("optional"),
    )


def _meeting(fields: Fields) -> GoldMeeting:
    participants = list(fields.rows("participants"))
    date, place = fields.date("date"), fields.maybe("place")
    other_dates, other_places = fields.dates("alt_dates"), fields.strings("alt_places")
    return GoldMeeting(
        primary=fields.flag("primary", otherwise=True),
        status=fields.choice("status", get_args(MeetingStatus)),
        kinds=(fields.choice("kind", get_args(MeetingKind)), *fields.choices("alt_kinds", get_args(MeetingKind))),
        dates=(date, *other_dates) if date else (),
        places=(place, *other_places) if place else (),
        people=tuple(name for name in (p.maybe("person") for p in participants) if name),
        actors=frozenset(name for name in (p.maybe("actor") for p in participants) if name),
        optional=fields.flag("optional"),
    )


def _initiative(fields: Fields) -> GoldInitiative:
    return GoldInitiative((fields.string("name"), *fields.strings("aliases")), fields.flag("optional"))

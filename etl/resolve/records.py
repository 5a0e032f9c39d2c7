"""What resolving hands on: frozen rows of the resolved layer, and the links that lead back to the observations.

An observation is named by `(article_id, index)`: its article and its place in that article's `Observations`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from etl.records import Act, ActorRef, DatePrecision, MeetingKind, MeetingStatus, Role

Evidence = tuple[tuple[int, int], ...]
"""Observations `(article_id, index)`, sorted."""


@dataclass(frozen=True, slots=True)
class ResolvedPerson:
    """One person of the world.

    `person_id` is `people.person_key(...)`. `family` is the one word of the name that articles use alone, when they do.
    `aliases` are the other ways the name is written, titles not included. `provisional`: not in the lexicon, seen in articles only.
    """

    person_id: int
    name: str
    family: str | None
    aliases: tuple[str, ...]
    actor: ActorRef | None
    gender: Literal["f", "m"] | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class PersonIdentity:
    """The person that one article's person reference (`Observations.people[person_index]`) is, and why. `score` is in (0, 1]."""

    article_id: int
    person_index: int
    person_id: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ResolvedMeeting:
    """One meeting, put together from all its reports.

    `meeting_id` is `stable_id("meeting", article_id, index)` of its smallest report. `participants` are (person, actor, role), one
    row a person, or one row an actor that nobody is named for. `background`: all its reports only look back or ahead at it.
    `confidence` is that of its best report.
    """

    meeting_id: int
    title: str
    kind: MeetingKind
    status: MeetingStatus
    background: bool
    start_on: date | None
    end_on: date | None
    date_precision: DatePrecision
    place: str | None
    place_state: str | None
    host_event: str | None
    on_sidelines: bool
    participants: tuple[tuple[int | None, ActorRef | None, Role], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class MeetingLink:
    """A report and the meeting it belongs to. Score, features and reasons are those of the report's strongest tie to another report."""

    article_id: int
    meeting_index: int
    meeting_id: int
    score: float
    reasons: tuple[str, ...]
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedStatement:
    """One statement, reported by one or more claims.

    `statement_id` is `stable_id("statement", article_id, index)` of its smallest claim; `text`, the content as first published (the
    longest wording of that day); `speakers`, person ids, sorted; `on_behalf_of`, sorted.
    """

    statement_id: int
    text: str
    act: Act
    first_published_on: date | None
    speakers: tuple[int, ...] = ()
    on_behalf_of: tuple[ActorRef, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementLink:
    """A claim and the statement it reports. Score, features and reasons are those of the claim's strongest tie to another claim.

    `covered_by`: the claim of another article that says all that this one says, and more.
    """

    article_id: int
    claim_index: int
    statement_id: int
    score: float
    reasons: tuple[str, ...]
    features: tuple[tuple[str, float], ...] = ()
    covered_by: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """A level of the relationship of two actors (a < b), with the earliest of the most precise dates given for it.

    `previous_level`: the level before it, as most texts that say so name it.
    """

    actor_a: ActorRef
    actor_b: ActorRef
    level: str
    since: date | None
    since_precision: DatePrecision
    evidence: Evidence
    previous_level: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """An actor's status in an organization."""

    member: ActorRef
    organization: ActorRef
    status: str
    since: date | None
    since_precision: DatePrecision
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Agreement:
    """A document that several actors signed or issued.

    `agreement_id` is `stable_id("agreement", article_id, index)` of its smallest report.
    """

    agreement_id: int
    title: str
    kind: str
    signed_on: date | None
    parties: tuple[ActorRef, ...]
    meeting_id: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Resolution:
    """All of it; every tuple is sorted by its key, so that equal inputs in any order compare equal."""

    people: tuple[ResolvedPerson, ...] = ()
    identities: tuple[PersonIdentity, ...] = ()
    meetings: tuple[ResolvedMeeting, ...] = ()
    meeting_links: tuple[MeetingLink, ...] = ()
    statements: tuple[ResolvedStatement, ...] = ()
    statement_links: tuple[StatementLink, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    memberships: tuple[Membership, ...] = ()
    agreements: tuple[Agreement, ...] = ()

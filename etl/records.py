"""The frozen, typed records that pass between the stages. Those of which an article has dozens are named tuples, the soonest made.

Every stage takes one of these and returns another; none of them grows on the way. Offsets are Unicode code points.
Offsets of an `Article` point into its document's text; offsets of an observation point into its article's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

ActorKind = Literal["state", "organization"]
MentionKind = Literal["person", "state", "organization", "place", "initiative"]
DatedBy = Literal["metadata", "header", "dateline", "inferred_year", "weekday", "unknown"]
DatePrecision = Literal["day", "range", "month", "year", "unknown"]
DateBasis = Literal["explicit", "relative", "weekday", "anaphoric", "publication", "dateline", "visit", "unknown"]
MeetingKind = Literal["bilateral", "trilateral", "multilateral", "visit", "call", "summit", "other"]
MeetingStatus = Literal["held", "planned", "cancelled"]
Role = Literal["principal", "host", "guest", "chair", "inviter", "accompanying", "attendee", "speaker"]
Act = Literal[
    "assert", "assess", "praise", "support", "oppose", "pledge", "urge", "propose",
    "thank", "congratulate", "announce", "agree", "convey",
]  # fmt: skip
Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "future", "conditional", "obligation", "possibility"]
RelationKind = Literal["relationship", "membership", "agreement"]
InitiativeKind = Literal[
    "global_initiative", "infrastructure", "national_strategy", "mechanism", "principle",
    "consensus", "partnership", "forum_event", "other",
]  # fmt: skip


class Span(NamedTuple):
    """Half-open character offsets."""

    start: int
    end: int


class ActorRef(NamedTuple):
    """A state (name: ISO 3166-1 alpha-2 code) or an organization (name: its canonical name)."""

    kind: ActorKind
    name: str


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The bytes of one document before they are read, and what is said of it where it was found.

    `media_type` is the one that the document will have. `url` is where it really came from, whatever it says itself; `title`, `publisher`,
    `published_on` and `language` hold where its bytes do not say so themselves.
    """

    name: str
    origin: str
    media_type: str
    content: bytes
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    language: str | None = None
    fetched_at: datetime | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that a source yielded: a file, a page, a row of a table, a record or member of an archive.

    `text` is the decoded text (of HTML: the main text) that article offsets point into; `content` the bytes it came from.
    `name` is what v_articles shows as document_name: the file name, the address, or the `id` of a row.
    """

    name: str
    origin: str
    media_type: str
    content: bytes
    text: str
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    url: str | None = None
    language: str | None = None
    fetched_at: datetime | None = None
    notes: tuple[str, ...] = ()
    """What a reader saw and did not use (unknown fields, replaced bytes): shown to the person, kept in run_items."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a document. `text` is exactly `document.text[char_start:char_end]`, headline not included."""

    position: int
    char_start: int
    char_end: int
    text: str
    title: str | None
    publisher: str | None
    published_on: date | None
    dated_by: DatedBy
    dateline_place: str | None
    language: str
    url: str | None = None
    lead: int = 0
    """Offset in `text` where the dateline ends and the first sentence begins."""
    context_date: date | None = None
    """The day of its dateline, for an article that was published days later. For one without a date: a day near which it was written, by
    the other dates of its document, of which only the year is trusted."""


class PersonReference(NamedTuple):
    """A person as one article presents them: all mentions in the article that are this person, put together.

    `name` is the fullest name known (canonical where the lexicon knows the person), None for an unnamed holder of an office.
    """

    index: int  # type: ignore[assignment]  # in place of the method of tuples
    name: str | None
    actor: ActorRef | None
    title: str | None
    gender: Literal["f", "m"] | None
    known_by: Literal["name", "office", "text"]
    """name: the lexicon's alias table; office: a dated office of the lexicon; text: the article alone."""
    rule: str
    confidence: float


class Mention(NamedTuple):
    """A span that names (or, for a person, refers to) an entity. `name`: ISO alpha-2 for states, else the canonical name."""

    span: Span
    kind: MentionKind
    name: str
    surface: str
    rule: str
    confidence: float
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part: a person of the article and the actor they stand for; either may be unknown, not both."""

    person: int | None
    actor: ActorRef | None
    role: Role


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """One article's report of one meeting. `span` is the sentence that says so first; `evidence` all that say so."""

    index: int
    kind: MeetingKind
    status: MeetingStatus
    background: bool
    start_on: date | None
    end_on: date | None
    date_precision: DatePrecision
    dated_by: DateBasis
    place: str | None
    place_state: str | None
    host_event: str | None
    on_sidelines: bool
    participants: tuple[Participant, ...]
    span: Span
    evidence: tuple[Span, ...]
    rule: str
    confidence: float


class Claim(NamedTuple):
    """A reported or quoted statement: the sentence (or split part of it), and within it source, cue and content."""

    index: int  # type: ignore[assignment]  # in place of the method of tuples
    span: Span
    content: Span | None
    source: Span | None
    cue: Span | None
    cue_text: str | None
    speakers: tuple[int, ...]
    source_name: str | None
    """What the text calls a source of whom neither a person nor an actor is known: "the researchers"."""
    on_behalf_of: tuple[ActorRef, ...]
    addressees: tuple[int, ...]
    targets: tuple[ActorRef, ...]
    mentions_people: tuple[int, ...]
    mentions_actors: tuple[ActorRef, ...]
    initiatives: tuple[str, ...]
    act: Act
    is_direct: bool
    is_continuation: bool
    polarity: Polarity
    modality: Modality
    meeting: int | None
    rule: str
    confidence: float


class ClaimTopic(NamedTuple):
    """A topic that a claim is about. `term`: the words of its content that show it best."""

    claim: int
    topic: str
    term: Span
    rule: str
    confidence: float


class OfficeReport(NamedTuple):
    """The article says that a person holds an office."""

    person: int
    title: str
    actor: ActorRef | None
    span: Span
    rule: str
    confidence: float


class RelationReport(NamedTuple):
    """A relationship between two actors, a membership of one in the other, or an agreement among several.

    relationship: parties are the two actors, `label` the level ("comprehensive strategic partnership", "diplomatic relations"), `detail`
    the level before it, where the text says from what it was raised.
    membership: parties are the member and the organization, `label` the status ("member", "observer", "former member").
    agreement: parties are the signers, `label` the document's title, `detail` its kind (joint_statement, treaty, agreement, …).
    """

    kind: RelationKind
    parties: tuple[ActorRef, ...]
    label: str
    detail: str | None
    since: date | None
    since_precision: DatePrecision
    meeting: int | None
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class InitiativeReference:
    """An initiative that an article names; `known` when the lexicon has it, otherwise newly seen in this text."""

    name: str
    kind: InitiativeKind
    proposers: tuple[ActorRef, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class Observations:
    """All that one extractor version observed in one article."""

    people: tuple[PersonReference, ...] = ()
    organizations: tuple[str, ...] = ()
    """Canonical names of organizations mentioned that the lexicon does not have (provisional actors)."""
    initiatives: tuple[InitiativeReference, ...] = ()
    mentions: tuple[Mention, ...] = ()
    meetings: tuple[MeetingReport, ...] = ()
    claims: tuple[Claim, ...] = ()
    topics: tuple[ClaimTopic, ...] = ()
    offices: tuple[OfficeReport, ...] = ()
    relations: tuple[RelationReport, ...] = ()


@dataclass(frozen=True, slots=True)
class ObservedArticle:
    """An article with its key and what was observed in it: what resolving works on."""

    article_id: int
    document_name: str
    title: str | None
    publisher: str | None
    published_on: date | None
    text: str
    observations: Observations = field(default_factory=Observations)

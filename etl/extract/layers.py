"""The annotation layers that the pipeline's components lay over a spaCy `Doc`, each component reading the ones before it.

Token indexes are those of `Tokens`, which leaves out the `Doc`'s whitespace tokens: a name broken over two lines is one run.
Token spans are half open, like character spans.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeVar

from etl.extract.spans import Spans
from etl.extract.tokens import Tokens
from etl.lexicon.titles import Title
from etl.records import (
    Act,
    ActorKind,
    ActorRef,
    Article,
    Claim,
    ClaimTopic,
    DateBasis,
    DatePrecision,
    InitiativeKind,
    MeetingReport,
    OfficeReport,
    RelationReport,
    Span,
)

if TYPE_CHECKING:
    from etl.extract.claims.attribution import Attribution
    from etl.extract.claims.stances import Hit


class TokenSpan(NamedTuple):
    """Half-open token indexes."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the paragraph it stands in, and whether it opens it.

    (Most of the small things here are tuples, which are made faster. What is made once and read a hundred times is a class, whose parts
    are read faster, above all where it is compiled.)
    """

    start: int
    end: int
    paragraph: int
    first: bool


EntityKind = Literal["state", "demonym", "metonym", "organization", "place", "initiative", "person"]
ACTOR_NAMES: Final = frozenset({"state", "demonym", "metonym", "organization"})
"""Kinds of entities that are or stand for an actor."""
PLACE_KINDS: Final = frozenset({"place", "metonym"})
"""Kinds of entities that may be a town: the name of a capital stands for its state where it says or does something."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A known name found in the text. `name`: alpha-2, canonical name, or for a place its canonical name."""

    start: int
    end: int
    kind: EntityKind
    name: str
    nested: bool
    """Inside a longer known name."""

    @property
    def actor(self) -> ActorRef:
        """The organization or state that the name of an actor stands for."""
        return _actor("organization" if self.kind == "organization" else "state", self.name)


@cache  # of no more than the lexicon names; asked for over and over
def _actor(kind: ActorKind, name: str) -> ActorRef:
    return ActorRef(kind, name)


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """A title word or compound at token positions."""

    start: int
    end: int
    title: Title


class DateValue(NamedTuple):
    """A date expression resolved against the article's date."""

    span: TokenSpan
    start: date
    end: date
    precision: DatePrecision
    basis: DateBasis


NominalKind = Literal["person", "group", "office", "actor", "parties", "pronoun", "role", "name", "thing"]


class Nominal(NamedTuple):
    """A noun phrase that may act or speak, with what it stands for as far as its own words tell.

    person: one named person; group: several coordinated ones; office: a description by office; actor: a state or organization or
    "the X side"; parties: "the two sides", "both leaders"; role: a common noun of a person; name: an unknown proper name; thing: else.
    """

    start: int
    end: int
    kind: NominalKind
    people: tuple[int, ...] = ()
    actors: tuple[ActorRef, ...] = ()
    plural: bool = False
    head: str = ""


@dataclass(slots=True)
class PersonEntity:
    """A person as the article presents them, while the article is being read. It becomes a `PersonReference` at the end."""

    index: int
    name: str | None
    family: str
    forms: set[str] = field(default_factory=set)
    actor: ActorRef | None = None
    titles: list[str] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    gender: Literal["f", "m"] | None = None
    known_by: Literal["name", "office", "text"] = "text"
    rule: str = "name"
    confidence: float = 0.8


class PersonMention(NamedTuple):
    """Where a person stands: the name itself, and the noun phrase around it (title before, apposition after)."""

    start: int
    end: int
    name_start: int
    name_end: int
    person: int
    rule: str


class NewInitiative(NamedTuple):
    """An initiative by its form alone: not in the lexicon."""

    span: TokenSpan
    name: str
    kind: InitiativeKind


class Subject(NamedTuple):
    """The phrase of a verb's subject, and the token that is its head."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the reader of an article says of its text, at token positions: what its words do not tell the rules.

    Verbs are named by their token. The rules themselves, read alone, have nothing here.
    """

    persons: tuple[TokenSpan, ...] = ()
    organizations: tuple[TokenSpan, ...] = ()
    subjects: Mapping[int, Subject] = field(default_factory=dict)
    """Verb to its subject, of active clauses."""
    complements: Mapping[int, TokenSpan] = field(default_factory=dict)
    """Verb to the clause that is its object, where its sentence goes on after it."""
    adverbials: Mapping[int, TokenSpan] = field(default_factory=dict)
    """Verb to the clause of when, why and how that stands before it."""


NO_ANNOTATIONS: Final = Annotations()
NER: Final = "ner"
"""The rule of a row for which an entity that the reader saw is the only ground."""


NO_SPANS: Final[Spans[Any]] = Spans()


@dataclass(slots=True)
class Layers:
    """All that the components have found in one article so far. A component puts a whole new layer in the place of an empty one."""

    article: Article
    tokens: Tokens
    annotations: Annotations = NO_ANNOTATIONS
    sentences: list[Sentence] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    entities: Spans[Entity] = NO_SPANS
    titles: list[TitleSpan] = field(default_factory=list)
    people: list[PersonEntity] = field(default_factory=list)
    person_mentions: Spans[PersonMention] = NO_SPANS
    new_organizations: Mapping[str, str] = field(default_factory=dict)
    """Names of organizations among `entities` that the lexicon does not have, and the rule that found each."""
    in_office: list[bool] = field(default_factory=list)
    """For each token whether it stands between a title and the name that bears it, both included."""
    nominals: Spans[Nominal] = NO_SPANS
    dates: Spans[DateValue] = NO_SPANS
    initiatives: Spans[NewInitiative] = NO_SPANS
    statements: dict[int, int] = field(default_factory=dict)
    """Where the sentences begin to say something (`claims.sources.statement_start`), by their first tokens."""
    openers: dict[tuple[int, bool, bool], Nominal | None] = field(default_factory=dict)
    """Main subjects that were looked for (`claims.openings.main_subject`), by the first token of the sentence and what may be one."""
    subjects: dict[tuple[int, int], tuple[Nominal | None, int]] = field(default_factory=dict)
    """Subjects that were looked for (`claims.sources.source_left`), by verb and the start of its sentence: one rule in three asks again."""
    acts: dict[tuple[TokenSpan, tuple[ActorRef, ...], Act | None], Act] = field(default_factory=dict)
    """Acts of the contents that were asked for, by whose they are and the act without any sign: claims ask again what drafts did."""
    stances: dict[TokenSpan, list[Hit]] = field(default_factory=dict)
    """Stances of the clauses that were looked through: acts and targets ask for the same ones."""
    attributions: dict[int, list[Attribution]] = field(default_factory=dict)
    """Sentence number to its attributions."""
    in_turn: list[bool] = field(default_factory=list)
    """For each sentence whether somebody speaks it in a transcript."""
    meetings: list[MeetingReport] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    topics: list[ClaimTopic] = field(default_factory=list)
    offices: list[OfficeReport] = field(default_factory=list)
    relations: list[RelationReport] = field(default_factory=list)
    known: dict[Callable[[Layers], Any], Any] = field(default_factory=dict)
    """What was read `once`."""
    _mentions: Spans[PersonMention] | None = None
    """The mentions that `_mentions_of` was made of."""
    _mentions_of: dict[int, list[PersonMention]] = field(default_factory=dict)

    def entity_at(self, index: int) -> Entity | None:
        """The outermost state, demonym, metonym or organization name that begins at a token."""
        if self.entities.starting(index) is None:
            return None
        return next((e for e in self.entities.within(index, index + 1) if e.kind in ACTOR_NAMES and not e.nested), None)

    def mentions_of(self, person: int) -> Sequence[PersonMention]:
        """Where a person is mentioned, in text order."""
        if self._mentions is not self.person_mentions:
            self._mentions, self._mentions_of = self.person_mentions, defaultdict(list)
            for mention in self.person_mentions:
                self._mentions_of[mention.person].append(mention)
        return self._mentions_of.get(person, ())

    def sentence_at(self, index: int) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[self.sentence_of[index]]

    def number_of(self, span: Span) -> int | None:
        """The number of the sentence that stands at a span of the text, exactly."""
        return next((i for i, s in enumerate(self.sentences) if self.tokens.span(s.start, s.end) == span), None)

    @property
    def reference_date(self) -> date | None:
        """The day that relative dates are counted from."""
        return self.article.context_date or self.article.published_on


_T = TypeVar("_T")


def once(read: Callable[[Layers], _T]) -> Callable[[Layers], _T]:
    """Read once an article what is asked for again and again: only of what the article itself or finished layers decide."""

    def reading(layers: Layers) -> _T:
        found: _T
        try:
            found = layers.known[read]
        except KeyError:
            found = layers.known[read] = read(layers)
        return found

    return reading

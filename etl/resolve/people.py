"""Who is who: person references of single articles put together into people.

Rules (DESIGN.md "Resolved"; issue "One event, many reports"), in this order:

1. References that the lexicon knows (by name or by a dated office) and that carry one canonical name are one person.
2. Provisional people: same folded name and same actor are one; spelling variants of one actor's person are one; a name without an actor
   joins the only person of that very name. Different actors, different genders, two names of the lexicon: never one.
3. A surname alone is the one person of that surname and actor in articles at most 60 days away; otherwise it stays a person of its own.
4. A holder of an office without a name is the one person whom articles at most 90 days away name with that title and actor;
   otherwise nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from etl.keys import stable_id
from etl.records import ActorRef, ObservedArticle, PersonReference
from etl.resolve.blocks import Key, collect, family_keys, name_keys, pairs_within
from etl.resolve.clusters import complete_link, remembered, scored, without_ambiguous
from etl.resolve.names import fold, name_words, same_name, skeleton, word_set
from etl.resolve.records import PersonIdentity, ResolvedPerson
from etl.resolve.scoring import Feature, Score, weigh

SURNAME_DAYS = 60
OFFICE_DAYS = 90
SAME_PERSON = 0.84
"""Names that agree less are two people: below it "Bek" and "Bekov" begin to meet."""

_SHARED_TITLES = word_set(
    """official officer spokesperson spokesman spokeswoman minister deputy lawmaker diplomat ambassador envoy leader counterpart
    member representative expert analyst scholar"""
)
"""Titles that many hold at one time: they name nobody."""

Observation = tuple[int, int]
Gender = Literal["f", "m"]


class NameKey(NamedTuple):
    """References that are one person without asking further: a name of the lexicon, or a folded name with its actor."""

    known: bool
    name: str
    actor_kind: str
    actor: str


@dataclass(slots=True)
class _Bearer:
    """All references under one `NameKey`."""

    key: NameKey
    names: Counter[str] = field(default_factory=Counter)
    actors: Counter[ActorRef] = field(default_factory=Counter)
    genders: Counter[Gender] = field(default_factory=Counter)
    references: list[tuple[Observation, date | None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class People:
    """The result: people and identities by key, and whom each reference is."""

    people: tuple[ResolvedPerson, ...]
    identities: tuple[PersonIdentity, ...]
    person_of: Mapping[Observation, int]
    titles_of: Mapping[int, frozenset[str]]
    """Folded titles that the articles give a person."""
    by_id: Mapping[int, ResolvedPerson]


def person_key(name: str, actor: ActorRef | None, *, provisional: bool) -> int:
    """Return the key of a person: from the canonical name for people of the lexicon, so that `seeds` makes the same key without asking."""
    if provisional:
        return stable_id("person", fold(name), actor.name if actor else "")
    return stable_id("person", name)


def actors_conflict(a: ActorRef | None, b: ActorRef | None) -> bool:
    """Return whether two actors cannot be one person's: both known, of one kind, and different (a minister also heads an organization)."""
    return a is not None and b is not None and a.kind == b.kind and a.name != b.name


def resolve_people(articles: Iterable[ObservedArticle]) -> People:
    """Return the people of the articles (sorted by article_id, each once)."""
    named: dict[NameKey, _Bearer] = {}
    surnames: dict[NameKey, _Bearer] = {}
    unnamed: list[tuple[Observation, PersonReference, date | None]] = []
    mentioned: dict[Observation, set[str]] = defaultdict(set)
    titles: dict[Observation, set[str]] = defaultdict(set)
    dates: dict[Observation, date | None] = {}
    by_title: list[tuple[Observation, str, ActorRef | None]] = []
    for article in articles:
        for mention in article.observations.mentions:
            if mention.kind == "person" and mention.person is not None:
                mentioned[article.article_id, mention.person].add(mention.surface)
        for office in article.observations.offices:
            titles[article.article_id, office.person].add(fold(office.title))
            by_title.append(((article.article_id, office.person), fold(office.title), office.actor))
        for reference in article.observations.people:
            observation = (article.article_id, reference.index)
            dates[observation] = article.published_on
            if reference.title:
                titles[observation].add(fold(reference.title))
                by_title.append((observation, fold(reference.title), reference.actor))
            if not reference.name or not name_words(reference.name):
                unnamed.append((observation, reference, article.published_on))
                continue
            key = _name_key(reference)
            shelf = named if key.known or len(name_words(reference.name)) > 1 else surnames
            _enter(shelf.setdefault(key, _Bearer(key)), observation, reference, article.published_on)

    ledger = _Ledger()
    for bearers in _join_names(named):
        ledger.open_person(bearers)
    ledger.place_surnames(surnames)
    ledger.place_offices(unnamed, by_title, dates)
    return ledger.close(mentioned, titles)


def _name_key(reference: PersonReference) -> NameKey:
    name = reference.name or ""
    if reference.known_by != "text":
        return NameKey(True, name, "", "")
    actor = reference.actor
    return NameKey(False, " ".join(name_words(name)), actor.kind if actor else "", actor.name if actor else "")


def _enter(bearer: _Bearer, observation: Observation, reference: PersonReference, published_on: date | None) -> None:
    bearer.names[reference.name or ""] += 1
    if reference.actor:
        bearer.actors[reference.actor] += 1
    if reference.gender:
        bearer.genders[reference.gender] += 1
    bearer.references.append((observation, published_on))


def _join_names(named: Mapping[NameKey, _Bearer]) -> list[list[_Bearer]]:
    """Return the bearers of full names, those of one person together."""

    @remembered
    def compare(a: NameKey, b: NameKey) -> Score | None:
        return compare_names(named[a], named[b])

    blocks: dict[Key, list[NameKey]] = collect(
        (block, key) for key, bearer in named.items() for block in name_keys(key.name, bearer.actors)
    )
    edges = scored(sorted(pairs_within(blocks)), compare, SAME_PERSON)
    homeless = frozenset(key for key, bearer in named.items() if not bearer.actors and not key.known)
    edges = without_ambiguous(edges, homeless, compare, margin=0.2, threshold=SAME_PERSON)
    return [[named[key] for key in group] for group in complete_link(sorted(named), edges, compare, SAME_PERSON)]


def compare_names(a: _Bearer, b: _Bearer) -> Score | None:
    """Return how sure it is that two full names are one person's (rule 2), None when they cannot be."""
    if a.key.known and b.key.known:
        return None
    if a.genders and b.genders and not set(a.genders) & set(b.genders):
        return None
    similarity = same_name(a.key.name, b.key.name)
    actors = [(x, y) for x in a.actors for y in b.actors]
    if any(x == y for x, y in actors):
        actor = Feature("actor", 1.0, 0.3, "same actor")
    elif actors:
        if similarity < 1.0 or all(actors_conflict(x, y) for x, y in actors):
            return None
        actor = Feature("actor", 0.6, 0.3, "a state and an organization that one person may stand for")
    elif similarity < 1.0:
        return None
    else:
        actor = Feature("actor", 0.5, 0.3, "actor unknown in one of them")
    if similarity == 0.0:
        return None
    words = "same name" if similarity == 1.0 else f"spelling variant ({a.key.name} / {b.key.name})"
    return weigh((Feature("name", similarity, 0.7, words), actor))


@dataclass(slots=True)
class _Person:
    person_id: int
    name: str
    actor: ActorRef | None
    gender: Gender | None
    provisional: bool
    names: Counter[str]
    actors: frozenset[ActorRef]
    references: list[tuple[Observation, date | None]]


class _Ledger:
    """People opened so far, and the identities entered for them."""

    def __init__(self) -> None:
        self.people: dict[int, _Person] = {}
        self.identities: dict[Observation, PersonIdentity] = {}

    def open_person(self, bearers: list[_Bearer]) -> None:
        names: Counter[str] = sum((b.names for b in bearers), Counter())
        actors: Counter[ActorRef] = sum((b.actors for b in bearers), Counter())
        genders: Counter[Gender] = sum((b.genders for b in bearers), Counter())
        known = sorted(b.key.name for b in bearers if b.key.known)
        name = known[0] if known else min(names, key=lambda n: (-len(name_words(n)), -sum(map(len, name_words(n))), -names[n], n))
        actor = min(actors, key=lambda a: (-actors[a], a.kind != "state", a.name)) if actors else None
        gender: Gender | None = min(genders.items(), key=lambda g: (-g[1], g[0]))[0] if genders else None
        person_id = person_key(name, actor, provisional=not known)
        references = sorted((r for b in bearers for r in b.references), key=lambda r: r[0])
        if person_id in self.people:  # the same folded name and actor reached by another way, e.g. a surname that stays alone
            self.people[person_id].references.extend(references)
            self.people[person_id].names += names
        else:
            self.people[person_id] = _Person(person_id, name, actor, gender, not known, names, frozenset(actors), references)
        for bearer in bearers:
            score, reason = _why(bearer, bearers, name)
            for observation, _ in bearer.references:
                self._identify(observation, person_id, score, reason)

    def _identify(self, observation: Observation, person_id: int, score: float, reason: str) -> None:
        self.identities[observation] = PersonIdentity(*observation, person_id, score, reason)

    def place_surnames(self, surnames: Mapping[NameKey, _Bearer]) -> None:
        """Rule 3, reference by reference: one surname may mean two people in two years."""
        shelf: dict[tuple[str, ActorRef], set[int]] = defaultdict(set)
        for person in self.people.values():
            for word in {w for name in person.names for w in family_keys(name) if len(name_words(name)) > 1 or not person.provisional}:
                for actor in person.actors:
                    shelf[skeleton(word), actor].add(person.person_id)
        alone: list[_Bearer] = []
        for key in sorted(surnames):
            bearer = surnames[key]
            home = min(bearer.actors) if bearer.actors else None
            near = sorted(shelf.get((skeleton(key.name), home), ())) if home else []
            rest = _Bearer(key, Counter(), bearer.actors, bearer.genders, [])
            for observation, published_on in sorted(bearer.references, key=lambda r: r[0]):
                candidates = [p for p in near if self._carries(p, key.name) and self._seen_near(p, published_on, SURNAME_DAYS)]
                candidates = [p for p in candidates if not _genders_differ(self.people[p].gender, bearer.genders)]
                candidates = [p for p in candidates if self._carries(p, key.name, exactly=True)] or candidates
                if len(candidates) == 1:
                    person = self.people[candidates[0]]
                    of = f" of {home.name}" if home else ""
                    reason = f"surname only: {person.name} is the one {key.name.title()}{of} within {SURNAME_DAYS} days"
                    self._identify(observation, person.person_id, 0.85, reason)
                else:
                    rest.references.append((observation, published_on))
            if rest.references:
                rest.names = Counter({min(bearer.names, key=lambda n: (-bearer.names[n], n)): len(rest.references)})
                alone.append(rest)
        for bearer in alone:
            self.open_person([bearer])

    def _carries(self, person_id: int, word: str, *, exactly: bool = False) -> bool:
        ends = {w for name in self.people[person_id].names for w in family_keys(name)}
        if exactly:
            return word in ends
        return any(w == word or (len(skeleton(w)) >= 3 and skeleton(w) == skeleton(word)) for w in ends)

    def _seen_near(self, person_id: int, published_on: date | None, days: int) -> bool:
        seen = [when for _, when in self.people[person_id].references]
        return published_on is None or any(when is None or abs((when - published_on).days) <= days for when in seen)

    def place_offices(
        self,
        unnamed: list[tuple[Observation, PersonReference, date | None]],
        by_title: list[tuple[Observation, str, ActorRef | None]],
        dates: Mapping[Observation, date | None],
    ) -> None:
        """Rule 4: a title and an actor mean a person when only one is seen to hold it around that time."""
        holders: dict[tuple[str, ActorRef], list[tuple[date | None, int]]] = defaultdict(list)
        for observation, title, actor in by_title:
            if actor and observation in self.identities:
                holders[title, actor].append((dates.get(observation), self.identities[observation].person_id))
        for observation, reference, published_on in unnamed:
            if not reference.title or not reference.actor or not _names_one(reference.title):
                continue
            held = holders.get((fold(reference.title), reference.actor), [])
            near = {
                person for when, person in held
                if published_on is None or when is None or abs((when - published_on).days) <= OFFICE_DAYS
            }  # fmt: skip
            if len(near) == 1:
                person_id = near.pop()
                office = f"{reference.title} of {reference.actor.name}"
                reason = f"not named: {self.people[person_id].name} is the only {office} in articles within {OFFICE_DAYS} days"
                self._identify(observation, person_id, 0.5, reason)

    def close(self, mentioned: Mapping[Observation, set[str]], titles: Mapping[Observation, set[str]]) -> People:
        surfaces: dict[int, set[str]] = defaultdict(set)
        held: dict[int, set[str]] = defaultdict(set)
        for observation, identity in self.identities.items():
            surfaces[identity.person_id] |= mentioned.get(observation, set())
            held[identity.person_id] |= titles.get(observation, set())
        people = []
        for person in sorted(self.people.values(), key=lambda p: p.person_id):
            words = {w for name in person.names for w in name_words(name)}
            spelled = {s for s in surfaces[person.person_id] if name_words(s) and set(name_words(s)) <= words}
            aliases = (set(person.names) | spelled) - {person.name}
            alone = Counter(fold(a) for a in aliases if len(name_words(a)) == 1)
            family = min(alone, key=lambda w: (-alone[w], w)) if alone else None
            people.append(
                ResolvedPerson(
                    person.person_id, person.name, family, tuple(sorted(aliases)), person.actor, person.gender, person.provisional
                )
            )
        return People(
            people=tuple(people),
            identities=tuple(self.identities[key] for key in sorted(self.identities)),
            person_of={key: identity.person_id for key, identity in self.identities.items()},
            titles_of={person_id: frozenset(found) for person_id, found in held.items()},
            by_id={person.person_id: person for person in people},
        )


def _names_one(title: str) -> bool:
    """Return whether a title is one that few hold at a time ("foreign minister", but not "minister")."""
    return not set(fold(title).split()) <= _SHARED_TITLES


def _genders_differ(gender: str | None, others: Counter[Gender]) -> bool:
    return gender is not None and bool(others) and gender not in others


def _why(bearer: _Bearer, bearers: list[_Bearer], name: str) -> tuple[float, str]:
    """Return score and reason of a bearer's part in a person."""
    if bearer.key.known:
        return 1.0, f"known to the lexicon as {name}"
    if len(bearers) == 1:
        return 0.95, "same name and actor" if len(bearer.references) > 1 else "named in this article"
    others = [other for other in bearers if other is not bearer]
    best = max((s for other in others if (s := compare_names(bearer, other)) is not None), key=lambda s: (s.value, s.reasons), default=None)
    return (best.value, "; ".join(best.reasons)) if best else (0.5, "joined through others")


def titles_agree(title: str, held: frozenset[str]) -> bool:
    """Return whether a title may be one that a person holds ("president" / "president of the republic"), unknown titles agree."""
    return not held or any(fuzz.token_set_ratio(fold(title), other) >= 80 for other in held)

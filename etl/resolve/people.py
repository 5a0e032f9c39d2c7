"""Who is who: person references of single articles put together into people.

Rules (DESIGN.md "Resolved"; issue "One event, many reports"), in this order:

1. References that the lexicon knows (by name or by a dated office) and that carry one canonical name are one person.
2. Provisional people: same folded name and same actor are one; spelling variants of one actor's person are one; a name without an actor
   joins the only person of that very name. Different actors, different genders, two names of the lexicon: never one (`bearers`).
3. A surname alone is the one person of that surname and actor in articles at most 60 days away; otherwise it stays a person of its own.
4. A holder of an office without a name is the one person whom articles at most 90 days away name with that title and actor;
   otherwise nobody. Articles without a day of their own tell and are told nothing.

Rules 3 and 4 are asked for one reference at a time (`who_bears`, `who_holds`), so that a night's articles ask them anew only for the
references that they touch.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz

from etl.lexicon.titles import load_titles
from etl.records import ActorRef, ObservedArticle, PersonReference
from etl.resolve.bearers import Bearer, NameKey, Person, join_bearers, key_of_name, surname_person
from etl.resolve.blocks import Key, family_keys
from etl.resolve.names import fold, name_words, skeleton, word_set
from etl.resolve.records import PersonIdentity, ResolvedPerson
from etl.resolve.verdicts import NO_VERDICTS, Verdicts

SURNAME_DAYS = 60
OFFICE_DAYS = 90

_SHARED_TITLES = word_set(
    """official officer spokesperson spokesman spokeswoman minister deputy lawmaker diplomat ambassador envoy leader counterpart
    member representative expert analyst scholar"""
)
"""Titles that many hold at one time: they name nobody."""

Observation = tuple[int, int]
_NO_NAMES: Mapping[NameKey, str] = {}
Office = tuple[str, ActorRef]
"""A folded title and the actor for whom it is held."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A person reference with its article's date and the offices that the article, if it has a date, gives it."""

    key: Observation
    reference: PersonReference
    seen_on: date | None
    offices: frozenset[Office]

    @property
    def name_key(self) -> NameKey | None:
        return key_of_name(self.reference)


@dataclass(frozen=True, slots=True)
class People:
    """The result: people and identities by key, and whom each reference is."""

    people: tuple[ResolvedPerson, ...]
    identities: tuple[PersonIdentity, ...]
    person_of: Mapping[Observation, int]
    by_id: Mapping[int, ResolvedPerson]


def references_of(article: ObservedArticle) -> Iterator[Reference]:
    """Yield the person references of an article."""
    offices: dict[int, set[Office]] = defaultdict(set)
    for office in article.observations.offices:
        if office.actor:
            offices[office.person].add((fold(office.title), office.actor))
    for reference in article.observations.people:
        if reference.title and reference.actor:
            offices[reference.index].add((fold(reference.title), reference.actor))
        # Without a day of its own an article says nothing of who held an office when.
        held = frozenset(offices[reference.index]) if article.published_on is not None else frozenset[Office]()
        yield Reference((article.article_id, reference.index), reference, article.published_on, held)


def resolve_people(
    articles: Iterable[ObservedArticle], verdicts: Verdicts[NameKey] = NO_VERDICTS, names: Mapping[NameKey, str] = _NO_NAMES
) -> People:
    """Return the people of the articles (sorted by article_id, each once). `names`: what somebody said that people are called."""
    mentioned: dict[Observation, set[str]] = defaultdict(set)
    references: list[Reference] = []
    for article in articles:
        references.extend(references_of(article))
        for mention in article.observations.mentions:
            if mention.kind == "person" and mention.person is not None:
                mentioned[article.article_id, mention.person].add(mention.surface)
    bearers: dict[NameKey, Bearer] = {}
    named: dict[NameKey, list[Reference]] = defaultdict(list)
    unnamed: list[Reference] = []
    for one in references:
        key, reference = one.name_key, one.reference
        if key is None:
            unnamed.append(one)
            continue
        named[key].append(one)
        bearers.setdefault(key, Bearer(key)).add(reference.name or "", reference.actor, reference.gender)
    # A surname that somebody said to be a person's name is not looked up any more.
    full = {key: bearer for key, bearer in bearers.items() if key.is_full or key in verdicts.joined}
    joined, _ = join_bearers(full, verdicts)
    people = [called_as_judged(person, names) for person in joined]
    identities = {one.key: identify(one, person) for person in people for key in person.keys for one in named[key]}
    shelf = Shelf(people, {key: [one.seen_on for one in named[key]] for key in named})
    for key in sorted(bearers.keys() - full.keys()):
        alone = called_as_judged(surname_person(bearers[key]), names)
        found = {one.key: shelf.bearer_of(one) for one in named[key]}
        identities |= {one.key: found[one.key] or identify(one, alone) for one in named[key]}
        if None in found.values():
            people.append(alone)
    by_id = {person.row.person_id: person for person in people}
    holders: dict[Office, list[tuple[date | None, int]]] = defaultdict(list)
    for one in references:
        if one.key in identities:
            for office in one.offices:
                holders[office].append((one.seen_on, identities[one.key].person_id))
    for one in unnamed:
        holder = who_holds(one, holders)
        if holder is not None:
            identities[one.key] = office_identity(one, by_id[holder].row)
    surfaces: dict[int, set[str]] = defaultdict(set)
    called: dict[int, set[str]] = defaultdict(set)
    for one in references:
        if one.key in identities:
            person_id = identities[one.key].person_id
            surfaces[person_id] |= mentioned.get(one.key, set())
            if one.reference.name:
                called[person_id].add(one.reference.name)
    rows = {key: with_aliases(person, called[key], surfaces[key]) for key, person in sorted(by_id.items())}
    return People(
        people=tuple(rows.values()),
        identities=tuple(identities[key] for key in sorted(identities)),
        person_of={key: identity.person_id for key, identity in identities.items()},
        by_id=rows,
    )


def called_as_judged(person: Person, names: Mapping[NameKey, str]) -> Person:
    """Return the person under the name that somebody gave one of their names' bearers; those of the lexicon keep theirs."""
    given = [names[key] for key in person.keys if key in names]
    if not given or not person.row.provisional:
        return person
    return replace(person, row=replace(person.row, name=given[0]))


def identify(one: Reference, person: Person) -> PersonIdentity:
    """Return the identity of a reference whose own name makes it this person."""
    key = one.name_key
    assert key is not None
    return PersonIdentity(*one.key, person.row.person_id, *person.why[key])


class Shelf:
    """People by the surnames that they may be called, and when articles name them in full."""

    def __init__(self, people: Iterable[Person], seen: Mapping[NameKey, Sequence[date | None]]) -> None:
        self._seen = seen
        self._people: dict[Key, list[Person]] = defaultdict(list)
        for person in people:
            for block in sorted(set(surname_blocks(person)), key=str):
                self._people[block].append(person)

    def bearer_of(self, one: Reference) -> PersonIdentity | None:
        """Return whom a surname means (rule 3), None when nobody or several."""
        block = block_of_surname(one.reference)
        people = self._people.get(block, ()) if block else ()
        near = [p for p in people if _near(one.seen_on, (when for key in p.keys for when in self._seen[key]), SURNAME_DAYS)]
        return who_bears(one, near)


def surname_blocks(person: Person) -> Iterator[Key]:
    """Yield the blocks under which a surname finds a person: each word that may be used alone, with each actor."""
    for name in person.names:
        if len(name_words(name)) > 1 or not person.row.provisional:
            for word in family_keys(name):
                for actor in person.actors:
                    yield ("surname", skeleton(word), actor)


def block_of_surname(reference: PersonReference) -> Key | None:
    """Return the block in which a surname looks for its bearer; None for one whose actor is not known."""
    if reference.actor is None or not reference.name:
        return None
    return ("surname", skeleton(name_words(reference.name)[0]), reference.actor)


def _near(day: date | None, seen: Iterable[date | None], days: int) -> bool:
    return day is None or any(when is None or abs((when - day).days) <= days for when in seen)


def who_bears(one: Reference, near: Iterable[Person]) -> PersonIdentity | None:
    """Return whom a surname means: the only one of the people named in full near it who is called so (rule 3)."""
    word, actor, gender = name_words(one.reference.name or "")[0], one.reference.actor, one.reference.gender
    candidates = [p for p in near if _carries(p, word) and not (p.row.gender and gender and p.row.gender != gender)]
    candidates = [p for p in candidates if any(word in family_keys(name) for name in p.names)] or candidates
    if len(candidates) != 1 or actor is None:
        return None
    person = candidates[0].row
    reason = f"surname only: {person.name} is the one {word.title()} of {actor.name} within {SURNAME_DAYS} days"
    return PersonIdentity(*one.key, person.person_id, 0.85, reason)


def _carries(person: Person, word: str) -> bool:
    ends = {w for name in person.names for w in family_keys(name)}
    return any(w == word or (len(skeleton(w)) >= 3 and skeleton(w) == skeleton(word)) for w in ends)


def office_block(office: Office) -> Key:
    """Return the block in which those who are seen in an office are found."""
    return ("office", *office)


def sought_office(one: Reference) -> Office | None:
    """Return the office by which an unnamed reference may be known; None when it has none that only few hold at a time, or no day."""
    title, actor = one.reference.title, one.reference.actor
    if one.seen_on is None or not title or not actor or set(fold(title).split()) <= _SHARED_TITLES:
        return None
    return (fold(title), actor)


def who_holds(one: Reference, holders: Mapping[Office, Iterable[tuple[date | None, int]]]) -> int | None:
    """Return whom a title and an actor mean: the only one seen to hold it around that time (rule 4)."""
    office = sought_office(one)
    if office is None:
        return None
    near = {person for when, person in holders.get(office, ()) if _near(one.seen_on, (when,), OFFICE_DAYS)}
    return near.pop() if len(near) == 1 else None


def office_identity(one: Reference, person: ResolvedPerson) -> PersonIdentity:
    """Return the identity of an unnamed reference whom rule 4 found."""
    actor = one.reference.actor
    office = f"{one.reference.title} of {actor.name if actor else ''}"
    return PersonIdentity(
        *one.key, person.person_id, 0.5, f"not named: {person.name} is the only {office} in articles within {OFFICE_DAYS} days"
    )


def with_aliases(person: Person, names: Iterable[str], surfaces: Iterable[str]) -> ResolvedPerson:
    """Return the person with the other ways of writing the name: `names` of references, and `surfaces` that are made of its words."""
    row = person.row
    called = person.names | set(names)
    words = {w for name in called for w in name_words(name)}
    spelled = {s for s in surfaces if name_words(s) and set(name_words(s)) <= words}
    aliases = (called | spelled) - {row.name}
    alone = Counter(fold(a) for a in aliases if len(name_words(a)) == 1)
    family = min(alone, key=lambda w: (-alone[w], w)) if alone else None
    return ResolvedPerson(row.person_id, row.name, family, tuple(sorted(aliases)), row.actor, row.gender, row.provisional)


def fallback_actor(person: ResolvedPerson) -> ActorRef | None:
    """Return the actor that a person whom only articles know stands for, where an article leaves it open.

    Those of the lexicon hold offices over time: which one they held, the article's own date has told already.
    """
    return person.actor if person.provisional else None


def titles_agree(title: str, held: frozenset[str]) -> bool:
    """Return whether a title may be one that a person holds ("president" / "president of the republic"), unknown titles agree.

    So do titles of one high office: "top diplomat" / "foreign minister", "premier" / "prime minister".
    """
    office = _office(title)
    return not held or any(fuzz.token_set_ratio(fold(title), other) >= 80 or (office and _office(other) == office) for other in held)


def _office(title: str) -> str | None:
    """The high office that a title is of; None for any other."""
    known = load_titles().get(title.lower())
    return known.office if known is not None and known.office != "other" else None

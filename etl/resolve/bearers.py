"""Full names and who bears them: the names that articles give, put together into people.

A *bearer* is all references under one `NameKey`. Rules 1 and 2 of `people`: bearers of the lexicon's names are people of their own;
spelling variants of one actor's person are one; a name without an actor joins the only person of that very name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import merge
from typing import Literal, NamedTuple

from etl.keys import stable_id
from etl.records import ActorRef, PersonReference
from etl.resolve.blocks import NOTHING_SETTLED, Key, collect, name_keys, pairs_within
from etl.resolve.clusters import Components, complete_link, components_of, remembered, scored, without_ambiguous
from etl.resolve.names import begin_alike, fold, name_words, same_name
from etl.resolve.records import ResolvedPerson
from etl.resolve.scoring import Feature, Score, weigh
from etl.resolve.verdicts import NO_VERDICTS, Verdicts

SAME_PERSON = 0.84
"""Names that agree less are two people: below it "Bek" and "Bekov" begin to meet."""

Gender = Literal["f", "m"]


class NameKey(NamedTuple):
    """References that are one person without asking further: a name of the lexicon, or a folded name with its actor."""

    known: bool
    name: str
    actor_kind: str
    actor: str

    @property
    def is_full(self) -> bool:
        """Whether this is more than a surname: a name of the lexicon, or one of several words."""
        return self.known or len(name_words(self.name)) > 1


@dataclass(slots=True)
class Bearer:
    """What all references under one `NameKey` say: how often each name, actor and gender."""

    key: NameKey
    names: Counter[str] = field(default_factory=Counter)
    actors: Counter[ActorRef] = field(default_factory=Counter)
    genders: Counter[Gender] = field(default_factory=Counter)

    def compares_like(self, other: Bearer) -> bool:
        """Whether comparing this bearer with any third gives what comparing the other gives: how often a thing was said does not count."""
        return (self.key, set(self.actors), set(self.genders)) == (other.key, set(other.actors), set(other.genders))

    def add(self, name: str, actor: ActorRef | None, gender: Gender | None, count: int = 1) -> None:
        """Take in `count` references."""
        self.names[name] += count
        if actor:
            self.actors[actor] += count
        if gender:
            self.genders[gender] += count


@dataclass(frozen=True, slots=True)
class Person:
    """A person as names make them: the bearers that are this person, and why each is."""

    row: ResolvedPerson
    keys: tuple[NameKey, ...]
    names: frozenset[str]
    actors: frozenset[ActorRef]
    why: Mapping[NameKey, tuple[float, str]]


def key_of_name(reference: PersonReference) -> NameKey | None:
    """Return the key of the name that a reference gives; None for an unnamed holder of an office."""
    if not reference.name or not name_words(reference.name):
        return None
    if reference.known_by != "text":
        return NameKey(True, reference.name, "", "")
    actor = reference.actor
    return NameKey(False, " ".join(name_words(reference.name)), actor.kind if actor else "", actor.name if actor else "")


def person_key(name: str, actor: ActorRef | None, *, provisional: bool) -> int:
    """Return the key of a person: from the canonical name for people of the lexicon, so that `seeds` makes the same key without asking."""
    if provisional:
        return stable_id("person", fold(name), actor.name if actor else "")
    return stable_id("person", name)


def actors_conflict(a: ActorRef | None, b: ActorRef | None) -> bool:
    """Return whether two actors cannot be one person's: both known, of one kind, and different (a minister also heads an organization)."""
    return a is not None and b is not None and a.kind == b.kind and a.name != b.name


def blocks_of_bearer(bearer: Bearer) -> Iterator[Key]:
    """Yield the blocks of a bearer: those of its name with each actor that references give (a name of the lexicon may have several)."""
    yield from name_keys(bearer.key.name, bearer.actors)


def join_bearers(
    bearers: Mapping[NameKey, Bearer], verdicts: Verdicts[NameKey] = NO_VERDICTS, settled: Mapping[NameKey, int] = NOTHING_SETTLED
) -> tuple[list[Person], Components[NameKey]]:
    """Return the people that the bearers of full names are, and which bearers were weighed together.

    The people of a component depend on its bearers alone. `settled`: the component in which each bearer lay that says what it said then.
    """

    @verdicts.ruling
    def compare(a: NameKey, b: NameKey) -> Score | None:
        return compare_bearers(bearers[a], bearers[b])

    blocks = collect((block, key) for key in bearers for block in blocks_of_bearer(bearers[key]))
    alike = (pair for pair in pairs_within(blocks, settled) if begin_alike(pair[0].name, pair[1].name))
    edges = scored(merge(alike, sorted(verdicts.pairs_among(bearers))), compare, SAME_PERSON)
    components = components_of(bearers, edges)
    homeless = frozenset(key for key, bearer in bearers.items() if not bearer.actors and not key.known)
    # Of the pairs above most are asked about once.
    again = remembered(compare)
    kept = without_ambiguous(edges, homeless, again, margin=0.2, threshold=SAME_PERSON)
    groups = complete_link(sorted(bearers), kept, again, SAME_PERSON, verdicts=verdicts)
    return [person_of([bearers[key] for key in group]) for group in groups], components


def compare_bearers(a: Bearer, b: Bearer) -> Score | None:
    """Return how sure it is that two full names are one person's (rule 2), None when they cannot be."""
    if a.key.known and b.key.known:
        return None
    if (a.key.known and not b.actors) or (b.key.known and not a.actors):
        return None  # an article that meant the lexicon's person would have known the name: it gives it to a namesake
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


def surname_person(bearer: Bearer) -> Person:
    """Return the person that a surname stands for where nobody of that full name is found."""
    return person_of([bearer])


def person_of(bearers: Collection[Bearer]) -> Person:
    """Return the person that bearers (at least one) are together."""
    names: Counter[str] = sum((b.names for b in bearers), Counter())
    actors: Counter[ActorRef] = sum((b.actors for b in bearers), Counter())
    genders: Counter[Gender] = sum((b.genders for b in bearers), Counter())
    known = sorted(b.key.name for b in bearers if b.key.known)
    name = known[0] if known else min(names, key=lambda n: (-len(name_words(n)), -sum(map(len, name_words(n))), -names[n], n))
    actor = min(actors, key=lambda a: (-actors[a], a.kind != "state", a.name)) if actors else None
    gender: Gender | None = min(genders.items(), key=lambda g: (-g[1], g[0]))[0] if genders else None
    keys = tuple(sorted(b.key for b in bearers))
    # Of the smallest name, not of the canonical one, which changes as articles come: no two people ever share a key.
    person_id = person_key(name, None, provisional=False) if known else stable_id("person", keys[0].name, keys[0].actor)
    row = ResolvedPerson(person_id, name, None, (), actor, gender, not known)
    return Person(row, keys, frozenset(names), frozenset(actors), {b.key: _why(b, bearers, name) for b in bearers})


def _why(bearer: Bearer, bearers: Iterable[Bearer], name: str) -> tuple[float, str]:
    """Return score and reason of a bearer's part in a person."""
    if bearer.key.known:
        return 1.0, f"known to the lexicon as {name}"
    others = [other for other in bearers if other is not bearer]
    if not others:
        return 0.95, "the name and actor that the article gives"
    best = max((s for o in others if (s := compare_bearers(bearer, o)) is not None), key=lambda s: (s.value, s.reasons), default=None)
    return (best.value, "; ".join(best.reasons)) if best else (0.5, "joined through others")

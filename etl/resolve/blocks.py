"""Which observations are compared at all: blocking keys, made from one observation alone.

Two observations are candidates when they share a key. No key depends on the rest of the corpus (no document frequencies), so that new
articles touch only the blocks whose keys they carry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, pairwise, permutations
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from etl.records import ActorRef, MeetingKind
from etl.resolve.names import first_letters, fold, name_words, skeleton

K = TypeVar("K", bound=tuple[Any, ...])
Key = tuple[object, ...]

NOTHING_SETTLED: Mapping[Any, int] = MappingProxyType({})
DAYS_OF_A_BUCKET = 10
"""Claims are compared when published at most this many days apart: same or neighbouring bucket."""

_CLASSES: dict[MeetingKind, tuple[str, ...]] = {
    "bilateral": ("talks",),
    "trilateral": ("talks", "multi"),
    "multilateral": ("multi", "talks"),
    "summit": ("multi",),
    "visit": ("visit",),
    "call": ("call",),
    "other": ("talks", "multi"),
}
"""Kinds that can be one meeting share a class (see `meetings.kinds_agree`)."""


def name_keys(name: str, actors: Iterable[ActorRef]) -> Iterator[Key]:
    """Yield the keys of a full name: its words in order and sorted; and for each actor every word with the first letter of another."""
    words = name_words(name)
    yield ("whole", "".join(words))
    yield ("sorted", *sorted(words))
    for actor in actors:
        for a, b in permutations(words, 2):
            for first in first_letters(b):
                yield ("words", actor, skeleton(a)[:3], first)


def family_keys(name: str) -> Iterator[str]:
    """Yield the words of a full name that an article may use alone: its first and its last (family names stand on either end)."""
    words = name_words(name)
    yield from sorted({words[0], words[-1]})


def months(start: date, end: date) -> Iterator[str]:
    """Yield "2024-07" for each month from start to end, both included."""
    year, month = start.year, start.month
    while (year, month) <= (end.year, end.month):
        yield f"{year:04d}-{month:02d}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def meeting_sides(kind: MeetingKind, persons: Iterable[int], actors: Iterable[ActorRef], host_event: str | None) -> Iterator[Key]:
    """Yield who a report is about: every two actors.

    Of kinds whose reports name few of those present: every person, every actor, and every two words in a row of the event's name.
    """
    known = sorted(set(actors))
    for group in _CLASSES[kind]:
        for a, b in combinations(known, 2):
            if group in ("talks", "call"):
                yield (group, a, b)
        if group in ("visit", "multi") or len(known) < 2:
            for person in sorted(set(persons)):
                yield (group, "person", person)
            for actor in known:
                yield (group, "actor", actor)
        if group == "multi" and host_event:
            words = [word for word in fold(host_event).split() if not word[0].isdigit()]
            for one, two in pairwise(words if len(words) > 1 else [*words, ""]):
                yield (group, "event", one, two)


def lonely_sides(kind: MeetingKind, persons: Iterable[int]) -> Iterator[Key]:
    """Yield the person keys under which a two-sided report can be found by one that knows one side only."""
    for group in _CLASSES[kind]:
        for person in sorted(set(persons)):
            yield (group, "person", person)


def bucket(published_on: date) -> int:
    """Return the number of the ten-day bucket of a date."""
    return published_on.toordinal() // DAYS_OF_A_BUCKET


def near_buckets(published_on: date) -> tuple[int, int, int]:
    """Return the buckets that hold all dates at most ten days away."""
    middle = bucket(published_on)
    return (bucket(published_on - timedelta(days=DAYS_OF_A_BUCKET)), middle, bucket(published_on + timedelta(days=DAYS_OF_A_BUCKET)))


def pairs_within(blocks: dict[Key, list[K]], settled: Mapping[K, int] = NOTHING_SETTLED) -> Iterator[tuple[K, K]]:
    """Yield each two members of a block once, smaller one first, in their order.

    One member's pairs are in memory at a time: a large archive has thousands of names in one block, and so millions of pairs.

    `settled`: the group of each member that is as it was when it was last compared with all others that are; of those only such as
    are of one group are paired, for the others are known not to agree.
    """
    blocks_of: dict[K, list[_Block[K]]] = defaultdict(list)
    for members in map(set, blocks.values()):
        block = _Block(members, members - settled.keys(), defaultdict(set))
        for member in members:
            blocks_of[member].append(block)
            if member in settled:
                block.of_group[settled[member]].add(member)
    for one, shared in sorted(blocks_of.items()):
        others: set[K] = set()
        group = settled.get(one)
        for block in shared:
            block.members.discard(one)
            if group is None:
                block.open.discard(one)
                others |= block.members
            else:
                block.of_group[group].discard(one)
                others |= block.open | block.of_group[group]
        yield from ((one, other) for other in sorted(others))


class _Block(NamedTuple, Generic[K]):
    """The members of a block that are still to be paired: all of them, those not settled, and the others by their groups."""

    members: set[K]
    open: set[K]
    of_group: defaultdict[int, set[K]]


def collect(keyed: Iterable[tuple[Key, K]]) -> dict[Key, list[K]]:
    """Return the members of each key."""
    blocks: dict[Key, list[K]] = defaultdict(list)
    for key, member in keyed:
        blocks[key].append(member)
    return blocks

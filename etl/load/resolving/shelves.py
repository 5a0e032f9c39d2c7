"""Blocks in the store: which observations, bearers and people are filed under a key, and on which days somebody was seen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from sqlalchemy import Connection, select

from etl.keys import stable_id
from etl.load.batches import IN_LIST, batches
from etl.load.days import NO_DAY, rows_between
from etl.load.upsert import Row, accumulate, delete_where, insert, select_in, table
from etl.resolve.blocks import Key

Observation = tuple[int, int]
Stage = Literal["person", "report", "claim", "relation"]

OBSERVATION_BLOCKS = ("block", "day", "article_id", "ordinal", "stage", "terms")
NAME_BLOCKS = ("block", "member")
SIGHTINGS = ("block", "person_id", "day", "times")
NOBODY = 0
"""In place of a person, where a bearer itself is seen."""

Sightings = Counter[tuple[int, int, int]]
"""How often (block, person, day)."""


def block_of(key: Key) -> int:
    """Return the hash of a blocking key."""
    return stable_id("block", *key)


def file_observations(
    connection: Connection, stage: Stage, articles: Collection[int], rows: Iterable[tuple[int, int, Observation, bytes | None]]
) -> None:
    """Let the observations of a stage in `articles` stand in the blocks of `rows` (block, day, observation, terms), and in no others."""
    target = table("observation_blocks")
    for chunk in batches(sorted(articles), IN_LIST):
        connection.execute(target.delete().where(target.c.article_id.in_(chunk), target.c.stage == stage))
    unique = {(block, day, *key): (block, day, *key, stage, terms) for block, day, key, terms in rows}
    insert(connection, "observation_blocks", OBSERVATION_BLOCKS, unique.values())


def filed(connection: Connection, blocks: Iterable[int]) -> Iterator[tuple[int, int, Observation, bytes | None]]:
    """Yield what stands in the blocks: (block, day, observation, terms)."""
    target = table("observation_blocks")
    query = select(target.c.block, target.c.day, target.c.article_id, target.c.ordinal, target.c.terms)
    for block, day, article, ordinal, terms in select_in(connection, query, target.c.block, blocks):
        yield block, day, (article, ordinal), terms


def first_filed(connection: Connection, block: int) -> Observation | None:
    """Return the smallest observation without a day in a block."""
    target = table("observation_blocks")
    query = select(target.c.article_id, target.c.ordinal).where(target.c.block == block, target.c.day == NO_DAY)
    row = connection.execute(query.order_by(target.c.article_id, target.c.ordinal).limit(1)).first()
    return (row[0], row[1]) if row else None


def filed_on(connection: Connection, wanted: Mapping[int, Collection[int]]) -> Iterator[tuple[int, int, Observation, bytes | None]]:
    """Yield what stands in each block on the days wanted of it."""
    target = table("observation_blocks")
    by_day: dict[int, set[int]] = defaultdict(set)
    for block, days in wanted.items():
        for day in days:
            by_day[day].add(block)
    query = select(target.c.block, target.c.day, target.c.article_id, target.c.ordinal, target.c.terms)
    for day, blocks in sorted(by_day.items()):
        for block, _, article, ordinal, terms in select_in(connection, query.where(target.c.day == day), target.c.block, blocks):
            yield block, day, (article, ordinal), terms


def filed_between(connection: Connection, block: int, first: int, last: int) -> Iterator[Observation]:
    """Yield what stands in a block from one day to another, and what has no day."""
    target = table("observation_blocks")
    query = select(target.c.article_id, target.c.ordinal)
    rows = rows_between(connection, query, target.c.block, [block], target.c.day, first, last)
    yield from ((article, ordinal) for article, ordinal in rows)


def move_names(connection: Connection, before: Iterable[Row], now: Iterable[Row]) -> None:
    """Change rows (block, member) of the names' blocks from what they were to what they are."""
    old, new = set(before), set(now)
    delete_where(connection, "name_blocks", NAME_BLOCKS, sorted(old - new))
    insert(connection, "name_blocks", NAME_BLOCKS, sorted(new - old))


def names_in(connection: Connection, blocks: Iterable[int]) -> Iterator[Row]:
    """Yield (block, member) of the names' blocks."""
    target = table("name_blocks")
    yield from select_in(connection, select(target.c.block, target.c.member), target.c.block, blocks)


def count_sightings(connection: Connection, seen: Sightings) -> None:
    """Add to how often somebody was seen (negative: seen no more)."""
    rows = [(*key, times) for key, times in sorted(seen.items())]
    accumulate(connection, "sightings", SIGHTINGS, rows, total="times")


def seen_near(connection: Connection, blocks: Collection[int], day: int, reach: int) -> set[int]:
    """Return the people who were seen in one of the blocks at most `reach` days from `day`; what has no day is near to all days."""
    target = table("sightings")
    query = select(target.c.person_id).distinct()
    if day == NO_DAY:
        rows = select_in(connection, query, target.c.block, blocks)
    else:
        rows = rows_between(connection, query, target.c.block, blocks, target.c.day, day - reach, day + reach)
    return {person for (person,) in rows}


def days_seen(connection: Connection, blocks: Collection[int], person: int, first: int, last: int) -> Counter[int]:
    """Return how often a person was seen in the blocks on each day from one to another, and without a day."""
    target = table("sightings")
    query = select(target.c.day, target.c.times).where(target.c.person_id == person)
    found: Counter[int] = Counter()
    for day, times in rows_between(connection, query, target.c.block, blocks, target.c.day, first, last):
        found[day] += times
    return found


def opened(changed: Iterable[int], steady: Collection[int], reach: int) -> Iterator[tuple[int, int]]:
    """Yield the periods (first and last day) in which only `changed` days lie at most `reach` days away, none of `steady` does.

    There, and nowhere else, it makes a difference that somebody was, or no longer is, seen on those days.
    """
    if NO_DAY in steady:
        return
    ordered = sorted(steady)
    for day in sorted(set(changed)):
        if day == NO_DAY:
            yield from _gaps(ordered, reach)
            continue
        before, after = bisect_right(ordered, day), bisect_left(ordered, day)
        first = max(day - reach, ordered[before - 1] + reach + 1) if before else day - reach
        last = min(day + reach, ordered[after] - reach - 1) if after < len(ordered) else day + reach
        if first <= last:
            yield first, last


def _gaps(ordered: list[int], reach: int) -> Iterator[tuple[int, int]]:
    edge = 1
    for day in ordered:
        if edge <= day - reach - 1:
            yield edge, day - reach - 1
        edge = day + reach + 1
    yield edge, date.max.toordinal()

"""Signatures of articles, and the blocks in which articles that may be alike meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from etl.duplicates import DAYS_APART, Signature
from etl.load.days import NO_DAY, rows_between
from etl.load.upsert import delete_where, insert, select_in, table

SIGNATURES = ("article_id", "text_hash", "day", "word_count", "minhash", "fingerprints")
BLOCKS = ("block", "day", "article_id")


class Filed(NamedTuple):
    """How an article is filed. `day`: ordinal of the day of publication, `NO_DAY` where none is known."""

    text_hash: str
    day: int
    signature: Signature


def filed(connection: Connection, articles: Iterable[int]) -> dict[int, Filed]:
    """Return how those of the articles that are filed are filed."""
    target = table("article_signatures")
    rows = select_in(connection, select(*(target.c[c] for c in SIGNATURES)), target.c.article_id, articles)
    return {key: Filed(text_hash, day, Signature(*signature)) for key, text_hash, day, *signature in rows}


def file(connection: Connection, articles: Mapping[int, Filed]) -> None:
    """File articles that are not filed yet."""
    rows = [(key, f.text_hash, f.day, f.signature.word_count, f.signature.minhash, f.signature.fingerprints) for key, f in articles.items()]
    insert(connection, "article_signatures", SIGNATURES, rows)
    insert(connection, "article_blocks", BLOCKS, sorted(_blocks(articles)))


def unfile(connection: Connection, articles: Mapping[int, Filed]) -> None:
    """Take articles out of the files."""
    delete_where(connection, "article_blocks", BLOCKS, sorted(_blocks(articles)))
    delete_where(connection, "article_signatures", ["article_id"], [(key,) for key in articles])


def _blocks(articles: Mapping[int, Filed]) -> Iterator[tuple[int, int, int]]:
    for key, one in articles.items():
        yield from ((block, one.day, key) for block in one.signature.blocks())


def neighbours(connection: Connection, articles: Mapping[int, Filed]) -> set[tuple[int, int]]:
    """Return the pairs (smaller key first) of one of the articles with another one that shares a block and was published about then.

    An article without a day is near to all days.
    """
    by_day: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for key, one in articles.items():
        for block in one.signature.blocks():
            by_day[one.day][block].append(key)
    pairs: set[tuple[int, int]] = set()
    for day, wanted in by_day.items():
        for block, other in _standing(connection, wanted, day):
            pairs.update((min(key, other), max(key, other)) for key in wanted[block] if key != other)
    return pairs


def _standing(connection: Connection, blocks: Collection[int], day: int) -> Iterator[tuple[int, int]]:
    """Yield (block, article) of what stands in the blocks near to a day."""
    target = table("article_blocks")
    query = select(target.c.block, target.c.article_id)
    if day == NO_DAY:
        rows = select_in(connection, query, target.c.block, blocks)
    else:
        rows = rows_between(connection, query, target.c.block, blocks, target.c.day, day - DAYS_APART, day + DAYS_APART)
    yield from ((block, article) for block, article in rows)

"""Articles that wait to be compared. Written in the transaction that loads or removes articles, so that none is forgotten in a crash."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, or_, select

from etl.load.batches import IN_LIST, batches
from etl.load.comparing.filing import filed, unfile
from etl.load.days import day_of
from etl.load.upsert import delete_where, select_in, table, upsert

WAITING = ("article_id", "day")


def await_comparison(connection: Connection, articles: Iterable[int]) -> None:
    """Have the articles, which are in the store, compared with the others (anew)."""
    target = table("articles")
    days = select_in(connection, select(target.c.id, target.c.published_on), target.c.id, articles)
    upsert(connection, "uncompared_articles", WAITING, [(key, day_of(published_on)) for key, published_on in days])


def forget(connection: Connection, articles: Collection[int]) -> None:
    """Take articles, which are about to change or go, out of the comparison, and have looked again at those that were like them."""
    for chunk in batches(sorted(set(articles)), IN_LIST):
        alike = _alike(connection, chunk)
        unfile(connection, filed(connection, chunk))
        likenesses = table("article_likenesses")
        connection.execute(delete(likenesses).where(or_(likenesses.c.article_id.in_(chunk), likenesses.c.other_id.in_(chunk))))
        await_comparison(connection, alike - set(articles))


def _alike(connection: Connection, articles: list[int]) -> set[int]:
    target = table("article_likenesses")
    query = select(target.c.article_id, target.c.other_id)
    pairs = connection.execute(query.where(or_(target.c.article_id.in_(articles), target.c.other_id.in_(articles))))
    return {key for pair in pairs for key in pair}


def next_waiting(connection: Connection, limit: int) -> list[int]:
    """Return the articles to be compared now: those of one time together, for they meet the same others."""
    target = table("uncompared_articles")
    query = select(target.c.article_id).order_by(target.c.day, target.c.article_id).limit(limit)
    return list(connection.scalars(query))


def compared(connection: Connection, articles: Iterable[int]) -> None:
    """Take articles off the list."""
    delete_where(connection, "uncompared_articles", ["article_id"], [(key,) for key in articles])

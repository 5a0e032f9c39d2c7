"""Pairs of articles that are alike, with the passages that they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, or_, select

from etl.duplicates import Copy, Likeness, compare, shared_passages, words_of
from etl.load.batches import IN_LIST, batches
from etl.load.identity import likeness_id
from etl.load.upsert import Row, select_in, table, upsert

LIKENESSES = ("id", "article_id", "other_id", "share", "other_share")
PASSAGES = ("likeness_id", "ordinal", "char_start", "char_end", "other_start", "other_end", "word_count")
_PAIRS_AT_ONCE = 200


def compare_pairs(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Read both articles of each pair (smaller key first), and keep those that are alike."""
    articles = table("articles")
    for chunk in batches(sorted(pairs), _PAIRS_AT_ONCE):
        texts = select_in(connection, select(articles.c.id, articles.c.text), articles.c.id, {key for pair in chunk for key in pair})
        words = {key: words_of(text) for key, text in texts}
        found: list[Row] = []
        passages: list[Row] = []
        for one, other in chunk:
            likeness = compare(words[one], words[other])
            if likeness is None:
                continue
            key = likeness_id(one, other)
            found.append((key, one, other, likeness.share, likeness.other_share))
            for ordinal, (span, other_span, count) in enumerate(shared_passages(words[one], words[other])):
                passages.append((key, ordinal, *span, *other_span, count))
        upsert(connection, "article_likenesses", LIKENESSES, found)
        upsert(connection, "shared_passages", PASSAGES, passages)


def copies_around(connection: Connection, articles: Collection[int]) -> tuple[set[int], list[Copy]]:
    """Return the articles and all that hang together with them by likenesses, and those likenesses."""
    target = table("article_likenesses")
    query = select(target.c.article_id, target.c.other_id, target.c.share, target.c.other_share)
    reached = set(articles)
    frontier = set(articles)
    copies: set[Copy] = set()
    while frontier:
        for chunk in batches(sorted(frontier), IN_LIST):
            for one, other, share, other_share in connection.execute(
                query.where(or_(target.c.article_id.in_(chunk), target.c.other_id.in_(chunk)))
            ):
                copies.add(Copy(one, other, Likeness(share, other_share)))
        frontier = {key for copy in copies for key in copy[:2]} - reached
        reached |= frontier
    return reached, sorted(copies, key=lambda copy: copy[:2])

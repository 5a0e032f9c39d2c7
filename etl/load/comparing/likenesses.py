"""Pairs of articles that are alike, with the passages that they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection, or_, select

from etl.duplicates import Copy, Likeness, Sequences, Words, is_filled_anew, sequences_of, shared_passages, shares, words_of
from etl.load.batches import IN_LIST, batches
from etl.load.identity import likeness_id
from etl.load.upsert import Row, select_in, table, upsert

LIKENESSES = ("id", "article_id", "other_id", "share", "other_share")
PASSAGES = ("likeness_id", "ordinal", "char_start", "char_end", "other_start", "other_end", "word_count")
_PAIRS_AT_ONCE = 200
_TEXTS_KEPT = 4_000
"""Texts of which the sequences of words stay in memory, three kilobytes each: those made by one template meet again and again."""


def compare_pairs(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Read both articles of each pair (smaller key first), and keep those that are alike."""
    known: dict[int, Sequences] = {}
    for chunk in batches(sorted(pairs), _PAIRS_AT_ONCE):
        new = {key for pair in chunk for key in pair} - known.keys()
        known |= {key: sequences_of(words) for key, words in _read(connection, new)}
        shared = {(one, other): found for one, other in chunk if (found := shares(known[one], known[other]))}
        _keep(connection, shared)
        for key in [*known][:-_TEXTS_KEPT]:
            del known[key]


def _read(connection: Connection, keys: Collection[int]) -> Iterator[tuple[int, Words]]:
    articles = table("articles")
    yield from ((key, words_of(text)) for key, text in select_in(connection, select(articles.c.id, articles.c.text), articles.c.id, keys))


def _keep(connection: Connection, shared: Mapping[tuple[int, int], Likeness]) -> None:
    """Write which articles are alike, of pairs that share enough, with what they share."""
    words = dict(_read(connection, {key for pair in shared for key in pair}))
    found: list[Row] = []
    passages: list[Row] = []
    for (one, other), likeness in shared.items():
        if is_filled_anew(words[one], words[other]):
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

"""The comparison: what waits is filed, looked up by what it is filed under, compared with what is found there, and decided on."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from etl.duplicates import Version, decide, may_be_alike, sign, words_of
from etl.load.comparing.filing import Filed, file, filed, neighbours
from etl.load.comparing.likenesses import compare_pairs, copies_around
from etl.load.comparing.waiting import compared, forget, next_waiting
from etl.load.days import day_of
from etl.load.upsert import select_in, table

ARTICLES_AT_ONCE = 500
"""As many articles as are compared at once: what may be like them is held in memory."""


def compare_some(connection: Connection, *, articles_at_once: int = ARTICLES_AT_ONCE) -> bool:
    """Compare some of the articles that wait for it with the others; return whether there was any.

    It leaves the store as if the articles still waiting had not been loaded, so each call may be a transaction of its own. What it comes to
    in the end depends on the articles in the store alone: whether two are alike depends on these two, and who repeats whom on all that
    hang together by likeness.
    """
    waiting = next_waiting(connection, articles_at_once)
    _look_up(connection, _file_changed(connection, waiting))
    _decide(connection, waiting)
    compared(connection, waiting)
    return bool(waiting)


def _file_changed(connection: Connection, articles: Collection[int]) -> dict[int, Filed]:
    """File those of the articles whose text or day is new; return how."""
    target = table("articles")
    before = filed(connection, articles)
    heads = list(select_in(connection, select(target.c.id, target.c.text_hash, target.c.published_on), target.c.id, articles))
    new = {
        key: (text_hash, day_of(published_on))
        for key, text_hash, published_on in heads
        if key not in before or before[key][:2] != (text_hash, day_of(published_on))
    }
    forget(connection, [key for key in new if key in before])
    texts = select_in(connection, select(target.c.id, target.c.text), target.c.id, new)
    changed = {key: Filed(*new[key], sign(words_of(text))) for key, text in texts}
    file(connection, changed)
    return changed


def _look_up(connection: Connection, changed: dict[int, Filed]) -> None:
    pairs = neighbours(connection, changed)
    known = changed | filed(connection, {key for pair in pairs for key in pair} - changed.keys())
    # Somebody may have deleted an article by hand: what it was filed under leads nowhere.
    there = (pair for pair in pairs if known.keys() >= set(pair))
    compare_pairs(connection, ((a, b) for a, b in there if may_be_alike(known[a].signature, known[b].signature)))


def _decide(connection: Connection, articles: Collection[int]) -> None:
    """Say of the articles, and of all that they hang together with, what they repeat."""
    reached, copies = copies_around(connection, articles)
    target, signatures = table("articles"), table("article_signatures")
    query = select(target.c.id, target.c.published_on, signatures.c.word_count, target.c.duplicate_of, target.c.cluster_id)
    rows = list(select_in(connection, query.join(signatures, signatures.c.article_id == target.c.id), target.c.id, reached))
    verdicts = decide([Version(*row[:3]) for row in rows], copies)
    for key, _, _, *before in rows:
        if verdicts[key] != tuple(before):
            connection.execute(target.update().where(target.c.id == key).values(verdicts[key]._asdict()))

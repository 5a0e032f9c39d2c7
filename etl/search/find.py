"""Asks the store for the newest claims or articles that hold what was asked, through the view `v_search` and the indexes of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from sqlalchemy import Connection, bindparam, text

from etl.queries import QuestionError
from etl.search.query import read_query

In = Literal["claims", "articles"]
IN: tuple[In, ...] = get_args(In)
_AROUND = 110
"""So many characters of an article's text on each side of the first hit, to the next space."""

_KINDS: dict[In, str] = {"claims": "claim", "articles": "article"}
_NEWEST = "ORDER BY a.published_on IS NULL, a.published_on DESC, a.id"
_MATCHES = {
    ("claims", "sqlite"): (
        "SELECT c.id FROM claim_words AS w JOIN claims AS c ON c.id = w.rowid JOIN articles AS a ON a.id = c.article_id"
        f" WHERE claim_words MATCH :asked {_NEWEST}, c.char_start, c.id LIMIT {{limit}}"
    ),
    ("articles", "sqlite"): (
        "SELECT a.id FROM article_words AS w JOIN articles AS a ON a.id = w.rowid"
        f" WHERE article_words MATCH :asked {_NEWEST} LIMIT {{limit}}"
    ),
    ("claims", "postgresql"): (
        "SELECT c.id FROM claims AS c JOIN articles AS a ON a.id = c.article_id"
        " WHERE to_tsvector('communique', communique_words(c.text)) @@ to_tsquery('communique', :asked)"
        f" {_NEWEST}, c.char_start, c.id LIMIT {{limit}}"
    ),
    ("articles", "postgresql"): (
        "SELECT a.id FROM articles AS a"
        " WHERE to_tsvector('communique', communique_words(COALESCE(a.title, '') || ' ' || a.text)) @@ to_tsquery('communique', :asked)"
        f" {_NEWEST} LIMIT {{limit}}"
    ),
}
"""How the newest that match are found, on either database."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim or article that holds what was asked.

    `snippet`: the claim, or the article's text around the first hit; `marks`: where in it the words stand that were asked for.
    """

    kind: str
    article_id: int
    claim_id: int | None
    title: str | None
    publisher: str | None
    published_on: date | None
    speakers: str
    snippet: str
    marks: tuple[tuple[int, int], ...]

    def marked(self, before: str = "[", after: str = "]") -> str:
        """Return the snippet with signs around each word that was asked for."""
        parts, end = [], 0
        for start, stop in self.marks:
            parts += [self.snippet[end:start], before, self.snippet[start:stop], after]
            end = stop
        return "".join([*parts, self.snippet[end:]])


def search(connection: Connection, asked: str, *, within: str = "claims", limit: int = 20) -> list[Hit]:
    """Return the newest claims or articles that hold what was asked, at most `limit`.

    Raises QuestionError when nothing is asked for, or `within` something that cannot be searched.
    """
    place = next((one for one in IN if one == within), None)
    if place is None:
        raise QuestionError(f"{within!r} cannot be searched; one of {', '.join(IN)}")
    query = read_query(asked)
    dialect = connection.dialect.name
    match = _MATCHES[place, dialect].format(limit=int(limit))
    # Which they are is found first, and the view read of those alone: it has texts and speakers to put together.
    keys = connection.scalars(text(match), {"asked": query.for_sqlite() if dialect == "sqlite" else query.for_postgres()}).all()
    if not keys:
        return []
    found = connection.execute(
        text("""
        SELECT kind, article_id, claim_id, title, publisher, published_on, speakers, text
        FROM v_search
        WHERE kind = :kind AND id IN :keys
        ORDER BY published_on IS NULL, published_on DESC, article_id, char_start, id
        """).bindparams(bindparam("keys", expanding=True)),
        {"kind": _KINDS[place], "keys": keys},
    )
    hits = []
    for kind, article, claim, title, publisher, published_on, speakers, whole in found:
        snippet, marks = _around(whole, query.marks(whole)) if kind == "article" else (whole, query.marks(whole))
        day = date.fromisoformat(published_on) if isinstance(published_on, str) else published_on
        hits.append(Hit(kind, article, claim, title, publisher, day, speakers, snippet, marks))
    return hits


def _around(whole: str, marks: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Cut a text around its first hit; where that is in the title alone, it is the text's beginning."""
    start, end = marks[0] if marks else (0, 0)
    start, end = max(0, start - _AROUND), min(len(whole), end + _AROUND)
    if start and (space := whole.find(" ", start)) >= 0:
        start = space + 1
    if end < len(whole) and (space := whole.rfind(" ", start, end)) > start:
        end = space
    # A line break is a space here: as many characters, so that the marks stay where they are.
    return whole[start:end].replace("\n", " "), tuple((a - start, b - start) for a, b in marks if start <= a and b <= end)

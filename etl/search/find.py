"""Asks the store for the newest claims or articles that hold what was asked, through the view `v_search` and the indexes of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from sqlalchemy import Connection, text

from etl.queries import QuestionError
from etl.search.query import read_query

In = Literal["claims", "articles"]
IN: tuple[In, ...] = get_args(In)
_AROUND = 110
"""So many characters of an article's text on each side of the first hit, to the next space."""

_KINDS: dict[In, str] = {"claims": "claim", "articles": "article"}
_MATCHES = {
    ("claims", "sqlite"): "SELECT rowid FROM claim_words WHERE claim_words MATCH :asked",
    ("articles", "sqlite"): "SELECT rowid FROM article_words WHERE article_words MATCH :asked",
    ("claims", "postgresql"): (
        "SELECT id FROM claims WHERE to_tsvector('communique', communique_words(text)) @@ to_tsquery('communique', :asked)"
    ),
    ("articles", "postgresql"): (
        "SELECT id FROM articles"
        " WHERE to_tsvector('communique', communique_words(COALESCE(title, '') || ' ' || text)) @@ to_tsquery('communique', :asked)"
    ),
}


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
    found = connection.execute(
        # Which they are is found first, so that the texts and speakers are read of those alone.
        text(f"""
        SELECT s.kind, s.article_id, s.claim_id, s.title, s.publisher, s.published_on, s.speakers, s.text
        FROM v_search AS s
        JOIN (
            SELECT m.id
            FROM v_search AS m
            WHERE m.kind = :kind AND m.id IN ({_MATCHES[place, dialect]})
            ORDER BY m.published_on IS NULL, m.published_on DESC, m.article_id, m.char_start, m.id
            LIMIT :limit
        ) AS newest ON newest.id = s.id
        WHERE s.kind = :kind
        ORDER BY s.published_on IS NULL, s.published_on DESC, s.article_id, s.char_start, s.id
        """),
        {"kind": _KINDS[place], "asked": query.for_sqlite() if dialect == "sqlite" else query.for_postgres(), "limit": limit},
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

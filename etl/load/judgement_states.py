"""Whether judgements hold in a store: what their anchors were found to be, or what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

from sqlalchemy import Connection, or_, select

from etl.judgements import Anchor, Judgement, TextAnchor
from etl.load.documents import Place
from etl.load.judgements import read_judgements
from etl.load.upsert import table

State = Literal["applied", "not read anew yet", "anchor gone", "article not in store", "name not in store"]


class JudgementState(NamedTuple):
    """A judgement, whether it holds, and how its anchors were found (exact, moved, similar, name)."""

    key: int
    judgement: Judgement
    state: State
    found: tuple[str, ...]


def judgement_states(connection: Connection) -> Iterator[JudgementState]:
    """Yield all judgements, earliest first."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for row in connection.execute(select(table("judgement_targets"))):
        found[row.judgement_id, row.ordinal].add(row.found)
    for key, judgement in read_judgements(connection).items():
        missing = [anchor for ordinal, anchor in enumerate(judgement.anchors) if (key, ordinal) not in found]
        how = sorted(found.get((key, 0), set()) | found.get((key, 1), set()))
        yield JudgementState(key, judgement, _missing(connection, missing[0]) if missing else "applied", tuple(how))


def _missing(connection: Connection, anchor: Anchor) -> State:
    if not isinstance(anchor, TextAnchor):
        return "name not in store"
    documents, articles = documents_of(connection, anchor), table("articles")
    if not documents:
        return "article not in store"
    unread = select(articles.c.id).where(articles.c.document_id.in_(documents), articles.c.extractor_version.is_(None)).limit(1)
    return "anchor gone" if connection.scalar(unread) is None else "not read anew yet"


def documents_of(connection: Connection, anchor: TextAnchor) -> set[int]:
    """Return the documents that an anchor was made in, later versions of it, and other copies of its text."""
    articles, documents = table("articles"), table("documents")
    same = [articles.c.text_hash == anchor.text_hash, documents.c.id == anchor.document]
    if anchor.url:
        same += [articles.c.url == anchor.url, documents.c.url == anchor.url]
    query = select(documents.c.id, documents.c.origin, documents.c.name).outerjoin(articles, articles.c.document_id == documents.c.id)
    found = {row.id for row in connection.execute(query.where(or_(*same)))}
    named = connection.execute(query.where(documents.c.name == anchor.document_name))
    return found | {row.id for row in named if Place(row.origin, row.name).slot() == (anchor.origin, anchor.document_name)}

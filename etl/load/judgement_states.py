"""Whether judgements hold in a store: what their anchors were found to be, or what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, select

from etl.judgements import Anchor, Judgement, TextAnchor
from etl.load.batches import batches
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
    missing: dict[int, Anchor] = {}
    judgements = read_judgements(connection)
    for key, judgement in judgements.items():
        for ordinal, anchor in enumerate(judgement.anchors):
            if (key, ordinal) not in found:
                missing.setdefault(key, anchor)
    documents = documents_of(connection, [anchor for anchor in missing.values() if isinstance(anchor, TextAnchor)])
    for key, judgement in judgements.items():
        how = sorted(found.get((key, 0), set()) | found.get((key, 1), set()))
        state: State = _missing(connection, missing[key], documents) if key in missing else "applied"
        yield JudgementState(key, judgement, state, tuple(how))


def _missing(connection: Connection, anchor: Anchor, documents: Mapping[TextAnchor, set[int]]) -> State:
    if not isinstance(anchor, TextAnchor):
        return "name not in store"
    if not documents.get(anchor):
        return "article not in store"
    articles = table("articles")
    unread = select(articles.c.id).where(articles.c.document_id.in_(documents[anchor]), articles.c.extractor_version.is_(None)).limit(1)
    return "anchor gone" if connection.scalar(unread) is None else "not read anew yet"


def documents_of(connection: Connection, anchors: Collection[TextAnchor], *, by_name: bool = False) -> dict[TextAnchor, set[int]]:
    """Return the documents that anchors were made in, later versions of them, and other copies of their text.

    `by_name`: also those that only have their name.
    """
    articles, documents = table("articles"), table("documents")
    of_articles = [articles.c.document_id, articles.c.text_hash, articles.c.url]
    of_documents = [documents.c.id, documents.c.origin, documents.c.name, documents.c.url]
    marks: dict[object, set[int]] = defaultdict(set)
    urls: set[object] = {anchor.url for anchor in anchors if anchor.url}
    for column, values in ((articles.c.text_hash, {anchor.text_hash for anchor in anchors}), (articles.c.url, urls)):
        for document, text, url in _where(connection, of_articles, column, values):
            marks[text].add(document)
            marks[url].add(document)
    of_document: tuple[tuple[Any, set[object]], ...] = (
        (documents.c.id, {anchor.document for anchor in anchors}),
        (documents.c.name, {anchor.document_name for anchor in anchors}),
        (documents.c.url, urls),
    )
    for column, values in of_document:
        for document, origin, name, url in _where(connection, of_documents, column, values):
            for mark in (document, Place(origin, name).slot(), ("named", name), url):
                marks[mark].add(document)
    found: dict[TextAnchor, set[int]] = {}
    for anchor in anchors:
        own: list[object] = [anchor.text_hash, anchor.document, (anchor.origin, anchor.document_name)]
        own += [anchor.url] if anchor.url else []
        own += [("named", anchor.document_name)] if by_name else []
        found[anchor] = set().union(*(marks.get(mark, set()) for mark in own))
    return found


def _where(connection: Connection, columns: list[Any], column: Any, values: Collection[object]) -> Iterator[Any]:
    for chunk in batches(sorted(values, key=str), 500):
        yield from connection.execute(select(*columns).where(column.in_(chunk)))

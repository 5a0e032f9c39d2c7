"""Making judgements hold: which documents they touch, and reading those anew, in the transaction that writes the judgements."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, select

from etl.extract.pipeline import extractor_version
from etl.extract.readers.reader import Reader
from etl.extract.readers.registry import load_reader
from etl.intake import extract_again, resolve_store
from etl.judgements import About, NameAnchor, TextAnchor, name_key
from etl.load import documents_of, named_people, prepare_store, read_judgements, take_turn
from etl.load.upsert import table
from etl.queries import QuestionError, reading
from models.store import open_engine


@contextmanager
def deciding(url: str, reader: str) -> Iterator[tuple[Connection, Reader]]:
    """Open a store to write decisions into, all in one transaction. Raises RunError when there is no store."""
    with reading(url):
        pass
    reads = load_reader(reader)
    prepare_store(url)
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            take_turn(connection, alone=True)
            yield connection, reads
    finally:
        engine.dispose()


def make_hold(connection: Connection, keys: Collection[int], reader: Reader) -> int:
    """Read anew the documents that judgements touch, and put everything together again; return how many documents that were."""
    return read_touched(connection, touched(connection, keys), reader)


def begin_to_hold(connection: Connection, keys: Collection[int], reader: Reader) -> None:
    """Mark the articles that judgements touch as not read yet, so that they will be, whatever happens until then."""
    documents = touched(connection, keys)
    _check_reader(connection, documents, reader)
    articles = table("articles")
    connection.execute(articles.update().where(articles.c.document_id.in_(documents)).values(extractor_version=None))


def read_touched(connection: Connection, documents: set[int], reader: Reader) -> int:
    """Read documents anew, those too that were marked, put everything together again, and return how many documents those were."""
    _check_reader(connection, documents, reader)
    articles = table("articles")
    documents = documents | set(connection.scalars(select(articles.c.document_id).where(articles.c.extractor_version.is_(None))))
    extract_again(connection, documents, reader)
    resolve_store(connection)
    return len(documents)


def touched(connection: Connection, keys: Collection[int]) -> set[int]:
    """Return the documents about whose articles judgements say something: those that hold a passage or a name that was judged."""
    articles, targets = table("articles"), table("judgement_targets")
    # A name that was judged wrong is in no article any more: where it was stands among the targets.
    query = select(targets.c.judgement_id, articles.c.document_id).join(articles, articles.c.id == targets.c.article_id)
    found = {document for key, document in connection.execute(query.distinct()) if key in keys}
    judged = [judgement for key, judgement in read_judgements(connection).items() if key in keys]
    passages = [anchor for judgement in judged for anchor in judgement.anchors if isinstance(anchor, TextAnchor)]
    found = found.union(*documents_of(connection, passages, by_name=True).values())
    for judgement in judged:
        if judgement.decision == "reject" and isinstance(judgement.subject, NameAnchor):
            found |= documents_naming(connection, judgement.about, judgement.subject)
    return found


def documents_naming(connection: Connection, about: About, anchor: NameAnchor) -> set[int]:
    """Return the documents with an article that speaks of a person, initiative or organization by a name."""
    articles, mentions, claims = table("articles"), table("mentions"), table("claims")
    if about == "person":
        identities, references = table("person_identities"), table("person_references")
        bearers = named_people(connection, {name_key(anchor)}).get(name_key(anchor), set())
        spelled = (
            select(references.c.article_id)
            .join_from(references, identities, identities.c.person_reference_id == references.c.id)
            .where(identities.c.person_id.in_(bearers))
        )
        return set(connection.scalars(select(articles.c.document_id).where(articles.c.id.in_(spelled))))
    found = set(
        connection.scalars(
            select(articles.c.document_id)
            .join_from(mentions, articles, articles.c.id == mentions.c.article_id)
            .where(mentions.c.kind == about, mentions.c.name == anchor.name)
        )
    )
    if about == "initiative":
        links, initiatives = table("claim_initiatives"), table("initiatives")
        found |= set(
            connection.scalars(
                select(articles.c.document_id)
                .join_from(links, initiatives, initiatives.c.id == links.c.initiative_id)
                .join(claims, claims.c.id == links.c.claim_id)
                .join(articles, articles.c.id == claims.c.article_id)
                .where(initiatives.c.name == anchor.name)
            )
        )
    return found


def _check_reader(connection: Connection, documents: set[int], reader: Reader) -> None:
    """Raise QuestionError when an article was read with another reader: reading it anew would not give the same rows."""
    articles = table("articles")
    for version in set(connection.scalars(select(articles.c.extractor_version).where(articles.c.document_id.in_(documents)))):
        if version and version.split("+")[2:] != extractor_version(reader).split("+")[2:]:
            raise QuestionError(f"these articles were read with another reader ({version}): name it with --reader")

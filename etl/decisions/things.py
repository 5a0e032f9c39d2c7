"""What an id means: from the keys that views and listings print to passages and names that last.

What was resolved is put down to what was observed: a meeting to its reports, a statement to its claims, a person to their name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, select

from etl.errors import RunError
from etl.judgements import About, NameAnchor, TextAnchor, around, things_of
from etl.load.documents import Place
from etl.load.identity import claim_id, meeting_report_id, mention_id, reference_id
from etl.load.observations import read_observations
from etl.load.upsert import table
from etl.records import ActorRef, Mention, PersonReference
from etl.resolve.bearers import key_of_name

Sort = Literal["meeting", "statement", "meeting_report", "claim", "mention", "person_reference", "person", "initiative", "organization"]
_TABLES: tuple[tuple[Sort, str], ...] = (
    ("meeting", "meetings"),
    ("statement", "statements"),
    ("meeting_report", "meeting_reports"),
    ("claim", "claims"),
    ("person", "people"),
    ("mention", "mentions"),
    ("person_reference", "person_references"),
    ("initiative", "initiatives"),
    ("organization", "actors"),
)
"""Where an id may stand: what listings print most often first."""


class Named(NamedTuple):
    """A person, initiative or organization by name; `provisional`: articles alone know it."""

    key: int
    anchor: NameAnchor
    provisional: bool


class Passage(NamedTuple):
    """An observation by its passage."""

    key: int
    article: int
    anchor: TextAnchor


class Thing(NamedTuple):
    """What an id means: the sort of row it is, what a judgement of it is about, and that itself.

    `passages` are all observations that it was put together from, the smallest first. A person of an article has a name besides.
    """

    sort: Sort
    about: About
    passages: tuple[Passage, ...]
    named: Named | None = None


def find_thing(connection: Connection, given: str) -> Thing:
    """Return what an id means. Raises RunError when it means nothing in this store."""
    if not given.isdigit():
        raise RunError(f"{given!r} is no id; ids are the numbers that --json and --csv print (meeting_id, claim_id, person_id, …)")
    key = int(given)
    for sort, name in _TABLES:
        row = connection.execute(select(table(name)).where(table(name).c.id == key)).first()
        if row is not None:
            return _thing(connection, sort, row)
    raise RunError(f"nothing in this store has the id {given}; ids of meetings and statements change when they are put together anew")


def _thing(connection: Connection, sort: Sort, row: Any) -> Thing:
    match sort:
        case "meeting":
            links = table("meeting_report_links")
            return _observed(connection, sort, "meeting_report", _keys(connection, links.c.meeting_report_id, links.c.meeting_id, row.id))
        case "statement":
            links = table("statement_claims")
            return _observed(connection, sort, "claim", _keys(connection, links.c.claim_id, links.c.statement_id, row.id))
        case "person_reference":
            person = reference_anchor(connection, row)
            return _observed(connection, sort, sort, [row.id])._replace(named=Named(row.id, person, True) if person else None)
        case "meeting_report" | "claim" | "mention":
            return _observed(connection, sort, sort, [row.id])
        case "person":
            return Thing(sort, "person", (), Named(row.id, person_anchor(connection, row), bool(row.provisional)))
        case _:
            if sort == "organization" and row.kind != "organization":
                raise RunError(f"{row.name} is a state: states are not judged")
            about: About = "initiative" if sort == "initiative" else "organization"
            return Thing(sort, about, (), Named(row.id, NameAnchor(row.name), bool(row.provisional)))


def _keys(connection: Connection, wanted: Any, owner: Any, key: int) -> list[int]:
    return list(connection.scalars(select(wanted).where(owner == key)))


def _observed(connection: Connection, sort: Sort, about: About, keys: Sequence[int]) -> Thing:
    found = sorted(passages_of(connection, about, keys), key=lambda p: (p.article, p.anchor.start, p.key))
    if len(found) < len(keys):
        raise RunError("there are no words in the text to hold a judgement on to: judge a mention, or what is said of it")
    return Thing(sort, about, tuple(found))


def passages_of(connection: Connection, about: About, keys: Sequence[int]) -> Iterator[Passage]:
    """Yield the passages of observations, by their keys."""
    owner = table({"person_reference": "person_references"}.get(about, f"{about}s"))
    articles = dict(connection.execute(select(owner.c.id, owner.c.article_id).where(owner.c.id.in_(keys))).all())
    heads = dict(_heads(connection, set(articles.values())))
    wanted = set(keys)
    for article in read_observations(connection, set(articles.values())).articles:
        for thing in things_of(about, article.observations, article.text):
            key = _key(about, article.article_id, thing.which)
            if key in wanted:
                # The first mention of a person stands for them.
                wanted.discard(key)
                quote, before, after = around(article.text, thing.span)
                anchor = heads[article.article_id]._replace(
                    start=thing.span.start, quote=quote, before=before, after=after, hint=thing.hint
                )
                yield Passage(key, article.article_id, anchor)


def _key(about: About, article: int, which: int | Mention) -> int:
    if isinstance(which, Mention):
        return mention_id(article, which)
    return {"claim": claim_id, "meeting_report": meeting_report_id, "person_reference": reference_id}[about](article, which)


def _heads(connection: Connection, keys: set[int]) -> Iterator[tuple[int, TextAnchor]]:
    """Yield for articles an anchor that holds on to nothing yet but the article."""
    articles, documents = table("articles"), table("documents")
    query = (
        select(articles.c.id, articles.c.text_hash, articles.c.url, documents.c.id, documents.c.name, documents.c.origin, documents.c.url)
        .join(documents, documents.c.id == articles.c.document_id)
        .where(articles.c.id.in_(sorted(keys)))
    )
    for article, text_hash, url, document, name, origin, document_url in connection.execute(query):
        slot, _ = Place(origin, name).slot()
        yield article, TextAnchor(document, name, slot, url or document_url, text_hash, 0, "", "", "", "")


def person_anchor(connection: Connection, person: Any) -> NameAnchor:
    """Return the name that stands for a person: of the names that articles give them the first, those of the lexicon before others."""
    references, identities, actors = table("person_references"), table("person_identities"), table("actors")
    query = (
        select(references.c.name, references.c.known_by, actors.c.kind, actors.c.name)
        .join_from(references, identities, identities.c.person_reference_id == references.c.id)
        .outerjoin(actors, actors.c.id == references.c.actor_id)
        .where(identities.c.person_id == person.id, references.c.name.is_not(None))
        .distinct()
    )
    anchors = [a for name, known_by, kind, actor in connection.execute(query) if (a := name_anchor(name, known_by, kind, actor))]
    if not anchors:
        raise RunError(f"no article names {person.name}, so there is no name to hold a judgement on to")
    full = [a for a in anchors if a.known or " " in a.name]
    return min(full or anchors, key=lambda a: (not a.known, *a))


def reference_anchor(connection: Connection, reference: Any) -> NameAnchor | None:
    """Return the name of an article's person, None for one without a name."""
    actors = table("actors")
    actor = connection.execute(select(actors.c.kind, actors.c.name).where(actors.c.id == reference.actor_id)).first()
    kind, name = actor if actor else (None, None)
    return name_anchor(reference.name, reference.known_by, kind, name) if reference.name else None


def name_anchor(name: str, known_by: Any, kind: Any, actor: str | None) -> NameAnchor | None:
    """Return the name of a person reference as an anchor, None for one that is no name."""
    key = key_of_name(PersonReference(0, name, ActorRef(kind, actor) if actor else None, None, None, known_by, "", 0.0))
    return NameAnchor(name, key.known, key.actor_kind, key.actor) if key else None

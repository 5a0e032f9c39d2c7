"""Judgements in the store: rows of what was decided, and what each was last found to be about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection, and_, delete, select

from etl.judgements import NAMED, About, Anchor, Book, JudgedText, Judgement, NameAnchor, Target, TextAnchor, name_key
from etl.keys import stable_id
from etl.load.documents import key_of, place_of
from etl.load.identity import actor_id, article_id, claim_id, initiative_id, meeting_report_id, mention_id, reference_id, text_hash
from etl.load.resolving import mark_names
from etl.load.resolving.bearers import bearer_id
from etl.load.upsert import Row, delete_where, insert, select_in, table, upsert
from etl.records import ActorRef, Article, Document, Mention, Observations
from etl.resolve.bearers import NameKey
from etl.resolve.verdicts import Decisions, decisions_of

JUDGEMENTS = ("id", "about", "decision", "field", "value", "note", "decided_by", "decided_at")
ANCHORS = (
    "judgement_id", "ordinal", "document_id", "document_name", "origin", "url", "text_hash", "char_start", "quote", "before", "after",
    "hint", "name", "known", "actor_kind", "actor",
)  # fmt: skip
TARGETS = ("judgement_id", "ordinal", "target_id", "article_id", "found")
_INDEXED = {"claim": claim_id, "meeting_report": meeting_report_id, "person_reference": reference_id}


class FoundTarget(NamedTuple):
    """A row that an anchor means."""

    judgement: int
    ordinal: int
    target: int
    article: int
    found: str


class JudgedDocument(NamedTuple):
    """What the articles of a document say once they are judged, and the rows that anchors mean in it."""

    observations: tuple[Observations, ...]
    targets: tuple[FoundTarget, ...]


def judgement_id(judgement: Judgement) -> int:
    """Return the key of a judgement: of what it answers, so that the next answer takes its place."""
    about = sorted((_identity(anchor) for anchor in judgement.anchors), key=repr)
    return stable_id("judgement", judgement.about, judgement.question, *about)


def _in_order(judgement: Judgement) -> Judgement:
    """Of a pair it says nothing which one is named first."""
    if judgement.other is None or repr(_identity(judgement.subject)) <= repr(_identity(judgement.other)):
        return judgement
    return replace(judgement, subject=judgement.other, other=judgement.subject)


def _identity(anchor: Anchor) -> tuple[object, ...]:
    if isinstance(anchor, TextAnchor):
        return (anchor.text_hash, anchor.start, anchor.quote, anchor.hint)
    return tuple(name_key(anchor))


def store_judgements(connection: Connection, judgements: Iterable[Judgement]) -> list[int]:
    """Write judgements and return their keys. Of two answers to one question the later stays."""
    there = read_judgements(connection)
    new: dict[int, Judgement] = {}
    for judgement in map(_in_order, judgements):
        key = judgement_id(judgement)
        old = new.get(key) or there.get(key)
        if old is None or judgement.decided_at >= old.decided_at:
            new[key] = judgement
    upsert(connection, "judgements", JUDGEMENTS, (_row(key, judgement) for key, judgement in new.items()))
    upsert(connection, "judgement_anchors", ANCHORS, (row for key, one in new.items() for row in _anchor_rows(key, one)))
    mark_names(connection, _names_in(new.values()))
    return list(new)


def drop_judgements(connection: Connection, keys: Iterable[int]) -> None:
    """Delete judgements, with their anchors and targets."""
    keys = set(keys)
    mark_names(connection, _names_in(one for key, one in read_judgements(connection).items() if key in keys))
    delete_where(connection, "judgements", ["id"], [(key,) for key in keys])


def _names_in(judgements: Iterable[Judgement]) -> Iterator[NameKey]:
    """Yield the people's names about which something is decided."""
    for one in judgements:
        yield from (name_key(anchor) for anchor in one.anchors if one.about == "person" and isinstance(anchor, NameAnchor))


def read_judgements(connection: Connection) -> dict[int, Judgement]:
    """Return all judgements by key, earliest first."""
    anchors: dict[int, dict[int, Anchor]] = defaultdict(dict)
    for row in connection.execute(select(table("judgement_anchors"))):
        anchors[row.judgement_id][row.ordinal] = (
            NameAnchor(row.name, bool(row.known), row.actor_kind or "", row.actor or "")
            if row.name is not None
            else TextAnchor(
                row.document_id, row.document_name, row.origin, row.url, row.text_hash, row.char_start, row.quote, row.before, row.after,
                row.hint,
            )
        )  # fmt: skip
    judgements = table("judgements")
    return {
        row.id: Judgement(
            row.about, row.decision, anchors[row.id][0], anchors[row.id].get(1), row.field, row.value, row.note, row.decided_by,
            row.decided_at,
        )
        for row in connection.execute(select(judgements).order_by(judgements.c.decided_at, judgements.c.id))
    }  # fmt: skip


def judge_document(book: Book, document: Document, articles: Sequence[Article], observations: Sequence[Observations]) -> JudgedDocument:
    """Return what the articles of a document say once they are judged."""
    key, place = key_of(document), place_of(document)
    texts = [
        JudgedText(article.text, text_hash(article.text), article.url or document.url, seen)
        for article, seen in zip(articles, observations, strict=True)
    ]
    judged, found = book.judge(key, place.slot(), texts)
    rows = [_found(book.judgements[t.judgement].about, t, article_id(key, articles[t.position].position)) for t in found]
    return JudgedDocument(judged, tuple(rows))


def _found(about: About, target: Target, article: int) -> FoundTarget:
    if target.which is None:
        row = article
    else:
        row = mention_id(article, target.which) if isinstance(target.which, Mention) else _INDEXED[about](article, target.which)
    return FoundTarget(target.judgement, target.ordinal, row, article, target.found)


def store_targets(connection: Connection, articles: Iterable[int], found: Iterable[FoundTarget]) -> None:
    """Replace what anchors mean in `articles`."""
    delete_where(connection, "judgement_targets", ["article_id"], [(key,) for key in articles])
    insert(connection, "judgement_targets", TARGETS, sorted(set(found)))


def read_decisions(connection: Connection) -> Decisions:
    """Return the judgements about pairs and names in the form that resolving takes."""
    judgements = read_judgements(connection)
    if not judgements:
        return Decisions()
    targets = table("judgement_targets")
    means: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in connection.execute(select(targets).order_by(targets.c.target_id)):
        means[row.judgement_id, row.ordinal].append(row.target_id)
    places = {name: _places(connection, name, means) for name in ("meeting_reports", "claims")}
    people: list[tuple[NameKey, NameKey, bool, str]] = []
    pairs: dict[str, list[tuple[tuple[int, int], tuple[int, int], bool, str]]] = {"meeting_report": [], "claim": []}
    names: dict[NameKey, str] = {}
    for key, judgement in judgements.items():
        subject, other = judgement.subject, judgement.other
        if judgement.decision == "set" and isinstance(subject, NameAnchor):
            names[name_key(subject)] = judgement.value or ""
        if other is None:
            continue
        one = judgement.decision == "same"
        if isinstance(subject, NameAnchor) and isinstance(other, NameAnchor):
            people.append((name_key(subject), name_key(other), one, judgement.decided_by))
        elif judgement.about in pairs:
            where = places[f"{judgement.about}s"]
            for a in (where[t] for t in means[key, 0] if t in where):
                pairs[judgement.about] += [(a, where[t], one, judgement.decided_by) for t in means[key, 1] if t in where and where[t] != a]
    return decisions_of(people, pairs["meeting_report"], pairs["claim"], names)


def _places(connection: Connection, name: str, means: Mapping[tuple[int, int], list[int]]) -> dict[int, tuple[int, int]]:
    """Return article and index of the rows of a table that judgements mean."""
    target, wanted = table(name), {key for keys in means.values() for key in keys}
    query = select(target.c.id, target.c.article_id, target.c.ordinal)
    return {key: (article, index) for key, article, index in select_in(connection, query, target.c.id, wanted)}


def store_named_targets(connection: Connection) -> None:
    """Find anew whom and what the names in judgements mean. To be called after resolving, which says who is who."""
    targets = table("judgement_targets")
    connection.execute(delete(targets).where(targets.c.article_id.is_(None)))
    rows: set[Row] = set()
    people: list[tuple[int, int, NameAnchor]] = []
    for key, judgement in read_judgements(connection).items():
        for ordinal, anchor in enumerate(judgement.anchors):
            if judgement.about not in NAMED or not isinstance(anchor, NameAnchor):
                continue
            if judgement.about == "person":
                people.append((key, ordinal, anchor))
                continue
            name = "initiatives" if judgement.about == "initiative" else "actors"
            row = initiative_id(anchor.name) if judgement.about == "initiative" else actor_id(ActorRef("organization", anchor.name))
            if connection.scalar(select(table(name).c.id).where(table(name).c.id == row)) is not None:
                rows.add((key, ordinal, row, None, "name"))
    bearers = named_people(connection, {name_key(anchor) for _, _, anchor in people}) if people else {}
    rows.update((key, ordinal, person, None, "name") for key, ordinal, anchor in people for person in bearers.get(name_key(anchor), ()))
    insert(connection, "judgement_targets", TARGETS, sorted(rows, key=repr))


def named_people(connection: Connection, wanted: set[NameKey]) -> dict[NameKey, set[int]]:
    """Return the people who bear each name in the store."""
    keys = {bearer_id(key): key for key in wanted}
    blocks, references, identities = table("observation_blocks"), table("person_references"), table("person_identities")
    here = and_(references.c.article_id == blocks.c.article_id, references.c.ordinal == blocks.c.ordinal)
    query = select(blocks.c.block, identities.c.person_id).join_from(blocks, references, here)
    query = query.join(identities, identities.c.person_reference_id == references.c.id).distinct()
    found: dict[NameKey, set[int]] = defaultdict(set)
    for bearer, person in select_in(connection, query, blocks.c.block, keys):
        found[keys[bearer]].add(person)
    return found


def _row(key: int, j: Judgement) -> Row:
    return (key, j.about, j.decision, j.field, j.value, j.note, j.decided_by, j.decided_at)


def _anchor_rows(key: int, judgement: Judgement) -> Iterable[Row]:
    for ordinal, a in enumerate(judgement.anchors):
        if isinstance(a, TextAnchor):
            yield (
                key, ordinal, a.document, a.document_name, a.origin, a.url, a.text_hash, a.start, a.quote, a.before, a.after, a.hint, None,
                None, None, None,
            )  # fmt: skip
        else:
            yield (key, ordinal, *([None] * 10), a.name, a.known, a.actor_kind or None, a.actor or None)

"""FollowTheMoney entities: people, states, organizations, their offices and memberships, meetings, relations, and the articles behind them.

The entities are written as plain JSON: the library brings stubs that hide the types of SQLAlchemy from whoever checks them, and newer
versions need a compiler to install. It reads and validates what is written here in `make test-consumers`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from etl.export.codes import load_countries
from etl.export.reading import rows
from etl.export.wanted import Wanted
from etl.export.writing import replacing

Entity = dict[str, Any]
"""`id`, `schema` and `properties`, each property a list of strings."""


def write(connection: Connection, file: Path, wanted: Wanted) -> dict[str, int]:
    """Write entities as JSON lines, each once, those that others point to first. Returns their numbers by schema."""
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    with replacing(file) as draft, draft.open("w", encoding="utf-8") as stream:
        for entity in _entities(connection, wanted):
            if entity["id"] in seen:
                continue
            seen.add(entity["id"])
            counts[entity["schema"]] += 1
            stream.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")
    return dict(sorted(counts.items()))


def _entities(connection: Connection, wanted: Wanted) -> Iterator[Entity]:
    yield from _actors(connection)
    yield from _people(connection)
    yield from _articles(connection)
    yield from _meetings(connection, wanted)
    yield from _relations(connection)


def _actors(connection: Connection) -> Iterator[Entity]:
    named = """
        SELECT actor, actor_kind FROM v_people WHERE actor IS NOT NULL
        UNION SELECT actor, actor_kind FROM v_offices WHERE actor IS NOT NULL
        UNION SELECT actor, actor_kind FROM v_meeting_participants WHERE actor IS NOT NULL
        UNION SELECT name, kind FROM v_claim_links WHERE relation = 'on_behalf_of'
        UNION SELECT organization, 'organization' FROM v_memberships
        UNION SELECT actor, CASE WHEN LENGTH(actor) = 2 THEN 'state' ELSE 'organization' END FROM v_memberships
        UNION SELECT actor_a, CASE WHEN LENGTH(actor_a) = 2 THEN 'state' ELSE 'organization' END FROM v_relationships
        UNION SELECT actor_b, CASE WHEN LENGTH(actor_b) = 2 THEN 'state' ELSE 'organization' END FROM v_relationships
        ORDER BY 1, 2
    """
    for row in rows(connection, named):
        actor = row["actor"]
        if row["actor_kind"] == "state":
            name = load_countries()[actor][1] if actor in load_countries() else actor
            # A state as such is no schema of FollowTheMoney: what acts in its name is a public body of the country.
            yield _make("PublicBody", _actor_id(actor), name=name, country=actor.lower())
        else:
            yield _make("Organization", _actor_id(actor), name=actor)


def _people(connection: Connection) -> Iterator[Entity]:
    for row in rows(connection, "SELECT person_id, name, actor, actor_kind FROM v_people ORDER BY person_id"):
        country = row["actor"].lower() if row["actor"] and row["actor_kind"] == "state" else None
        yield _make("Person", f"communique-person-{row['person_id']}", name=row["name"], country=country)
    offices = "SELECT person_id, title, actor, actor_kind, first_seen, last_seen FROM v_offices ORDER BY person_id, title, actor"
    for row in rows(connection, offices):
        actor = row["actor"] or ""
        post = _key("communique-position", row["title"], actor)
        state = row["actor_kind"] == "state"
        where = load_countries()[actor][1] if state and actor in load_countries() else actor
        yield _make(
            "Position",
            post,
            name=f"{row['title']} ({where})" if where else row["title"],
            country=actor.lower() if state else None,
            organization=_actor_id(actor) if actor and not state else None,
        )
        # The days are those of articles that say so, not those of the term.
        yield _make(
            "Occupancy",
            _key("communique-occupancy", str(row["person_id"]), row["title"], actor),
            holder=f"communique-person-{row['person_id']}",
            post=post,
            date=[row["first_seen"], row["last_seen"]],
        )


def _articles(connection: Connection) -> Iterator[Entity]:
    articles = "SELECT article_id, title, publisher, published_on, document_name, language FROM v_articles ORDER BY article_id"
    for row in rows(connection, articles):
        address = row["document_name"] if str(row["document_name"]).startswith(("http://", "https://")) else None
        yield _make(
            "Article",
            f"communique-article-{row['article_id']}",
            title=row["title"],
            publisher=row["publisher"],
            publishedAt=row["published_on"],
            language=_LANGUAGES.get(row["language"]),
            sourceUrl=address,
        )


_LANGUAGES = {"en": "eng"}
"""ISO 639-1 -> 639-3, which FollowTheMoney wants: of the languages that are read."""


def _meetings(connection: Connection, wanted: Wanted) -> Iterator[Entity]:
    involved: dict[int, list[str]] = {}
    participants = (
        "SELECT meeting_id, person_id, actor FROM v_meeting_participants WHERE role <> 'inviter' ORDER BY meeting_id, person_id, actor"
    )
    for row in rows(connection, participants):
        ids = involved.setdefault(row["meeting_id"], [])
        if row["person_id"]:
            ids.append(f"communique-person-{row['person_id']}")
        if row["actor"]:
            ids.append(_actor_id(row["actor"]))
    proofs: dict[int, list[str]] = {}
    for row in rows(connection, "SELECT DISTINCT meeting_id, article_id FROM v_meeting_reports ORDER BY meeting_id, article_id"):
        proofs.setdefault(row["meeting_id"], []).append(f"communique-article-{row['article_id']}")
    meetings = """
        SELECT meeting_id, title, kind, status, start_on, end_on, date_precision, place, place_state FROM v_meetings ORDER BY meeting_id
    """
    for row in rows(connection, meetings):
        if not wanted.holds(row["start_on"], row["end_on"]):
            continue
        start = row["start_on"]
        known = {"month": 7, "year": 4}.get(row["date_precision"], 10)
        yield _make(
            "Event",
            f"communique-meeting-{row['meeting_id']}",
            name=row["title"],
            keywords=[row["kind"], row["status"]],
            startDate=start.isoformat()[:known] if start else None,
            endDate=row["end_on"] if known == 10 else None,
            location=row["place"],
            country=row["place_state"].lower() if row["place_state"] else None,
            involved=involved.get(row["meeting_id"], []),
            proof=proofs.get(row["meeting_id"], []),
        )


def _relations(connection: Connection) -> Iterator[Entity]:
    for row in rows(connection, "SELECT actor, organization, status, since FROM v_memberships ORDER BY 1, 2, 3, 4"):
        yield _make(
            "Membership",
            _key("communique-membership", row["actor"], row["organization"], row["status"], str(row["since"] or "")),
            member=_actor_id(row["actor"]),
            organization=_actor_id(row["organization"]),
            role=row["status"],
            startDate=row["since"],
        )
    for row in rows(connection, "SELECT actor_a, actor_b, level, since FROM v_relationships ORDER BY 1, 2, 3, 4"):
        yield _make(
            "UnknownLink",
            _key("communique-relation", row["actor_a"], row["actor_b"], row["level"], str(row["since"] or "")),
            subject=_actor_id(row["actor_a"]),
            object=_actor_id(row["actor_b"]),
            role=row["level"],
            startDate=row["since"],
        )


def _make(schema: str, entity_id: str, **properties: Any) -> Entity:
    """Values that are None are left out; one that is given twice stands once."""
    told = {name: values if isinstance(values, list) else [values] for name, values in properties.items()}
    kept = {name: list(dict.fromkeys(str(value) for value in values if value)) for name, values in told.items()}
    return {"id": entity_id, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _actor_id(actor: str) -> str:
    return _key("communique-actor", actor)


def _key(kind: str, *parts: str) -> str:
    """Names may hold whatever an identifier may not."""
    return f"{kind}-{blake2b(chr(31).join(parts).encode(), digest_size=8).hexdigest()}"

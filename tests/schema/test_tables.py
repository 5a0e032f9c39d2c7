"""Tables: every constraint holds, every vocabulary is closed, everything is commented."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Engine, PrimaryKeyConstraint, UniqueConstraint, delete, func, inspect, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from models import Base

from .rows import Rows

TABLES = Base.metadata.tables
CHECKS = sorted((str(c.name), t.name) for t in TABLES.values() for c in t.constraints if isinstance(c, CheckConstraint))

VOCABULARY_NAMES = {
    "kind", "status", "role", "act", "relation", "polarity", "modality", "gender", "known_by", "dated_by",
    "decision", "about", "stage",
}  # fmt: skip
OPEN_WORDING = {("memberships", "status"), ("agreements", "kind")}
"""Columns whose name sounds like a vocabulary but that keep the texts' own wording."""

DAY = date(2024, 7, 3)
MOMENT = datetime(2024, 7, 3, 12, tzinfo=UTC)

VIOLATIONS: dict[str, dict[str, Any]] = {
    "ck_states_alpha2": {"alpha2": "CHN"},
    "ck_states_alpha3": {"alpha3": "CN"},
    "ck_states_m49": {"m49": "4"},
    "ck_places_coordinates": {"latitude": 51.2},
    "ck_places_latitude": {"latitude": 91.0, "longitude": 0.0},
    "ck_places_longitude": {"latitude": 0.0, "longitude": -181.0},
    "ck_offices_term": {
        "valid_from": DAY, "valid_from_precision": "day", "valid_until": date(2020, 1, 1), "valid_until_precision": "day",
    },
    "ck_documents_byte_count": {"byte_count": -1},
    "ck_articles_dated_by_known": {"dated_by": "metadata"},
    "ck_articles_duplicate_of": {"id": 7, "duplicate_of": 7},
    "ck_mentions_person": {"kind": "person"},
    "ck_mentions_actor": {"kind": "state"},
    "ck_mentions_initiative": {"kind": "initiative"},
    "ck_meeting_report_participants_somebody": {"actor_id": None},
    "ck_meeting_participants_somebody": {"actor_id": None},
    "ck_gatherings_ordinal": {"ordinal": 0},
    "ck_judgements_set_field": {"decision": "set"},
    "ck_judgement_anchors_char_start": {"char_start": -1, "quote": "words", "name": None},
    "ck_judgement_anchors_quote": {"name": None},
    "ck_judgement_anchors_char_start_of_quote": {"char_start": 3},
    "ck_article_likenesses_order": {"article_id": 7, "other_id": 7},
    "ck_article_likenesses_share": {"share": 1.5},
    "ck_article_likenesses_other_share": {"other_share": -0.5},
    "ck_runs_finished_at": {"status": "succeeded"},
    "ck_runs_seconds": {"seconds": -1.0},
    "ck_run_items_quarantined_error": {"status": "quarantined"},
    "ck_run_items_seconds": {"seconds": -1.0},
    "ck_run_stages_seconds": {"seconds": -1.0},
}  # fmt: skip
"""A row that breaks each CHECK that follows no pattern; `violation` knows the patterns."""

COMPANIONS: dict[tuple[str, str], dict[str, Any]] = {
    ("judgements", "field"): {"decision": "set"},
    ("articles", "dated_by"): {"published_on": DAY},
    ("runs", "status"): {"finished_at": MOMENT},
}
"""What must change with a word so that only the vocabulary's own CHECK is broken."""


def violation(table: str, check: str) -> dict[str, Any]:
    """Return column values with which a row of `table` breaks `check` and nothing else."""
    if check in VIOLATIONS:
        return VIOLATIONS[check]
    part = check.removeprefix(f"ck_{table}_")
    columns = TABLES[table].columns
    if part in columns and "vocabulary" in columns[part].info:
        dates = {f"{c}_precision": {c: DAY} for c in ("since", "valid_from", "valid_until")} | {"date_precision": {"start_on": DAY}}
        return {part: "no such word", **COMPANIONS.get((table, part), dates.get(part, {}))}
    prefix = part.rpartition("_")[0]
    match part.rpartition("_")[2]:
        case "start":
            return {f"{prefix}_start": -1, f"{prefix}_end": 3}
        case "end":
            return {f"{prefix}_start": 5, f"{prefix}_end": 2}
        case "span":
            return {f"{prefix}_start": 5, f"{prefix}_end": None}
        case "known":
            return {prefix: DAY}
    match part:
        case "confidence":
            return {part: 1.5}
        case "end_on":
            return {"start_on": DAY, "end_on": date(2024, 7, 2), "date_precision": "range"}
        case "start_on":
            return {"end_on": DAY}
        case "two_actors":
            return {"actor_a_id": 1, "actor_b_id": 1}
    if part in columns and columns[part].type.python_type is int:
        return {part: -1}
    raise AssertionError(f"say in VIOLATIONS how a row breaks {check}")


def test_least_row_is_accepted(store: Engine) -> None:
    for name, table in TABLES.items():
        with store.connect() as connection:
            Rows(connection).add(name)
            assert connection.scalar(select(func.count()).select_from(table)) == 1, name


def test_every_check_is_in_the_database(store: Engine) -> None:
    inspector = inspect(store)
    assert sorted((str(c["name"]), t) for t in TABLES for c in inspector.get_check_constraints(t)) == CHECKS


def test_every_check_can_be_violated(store: Engine) -> None:
    for check, table in CHECKS:
        with store.connect() as connection:
            row = Rows(connection).make(table, **violation(table, check))
            with pytest.raises(IntegrityError, match=check):
                connection.execute(TABLES[table].insert().values(row))


def test_every_vocabulary_has_a_check() -> None:
    checks = {c for c, _ in CHECKS}
    for table in TABLES.values():
        for column in table.columns:
            named_so = column.name in VOCABULARY_NAMES or column.name.endswith("_precision")
            if (named_so and (table.name, column.name) not in OPEN_WORDING) or "vocabulary" in column.info:
                assert "vocabulary" in column.info, f"{column} has no vocabulary"
                assert f"ck_{table.name}_{column.name}" in checks


@pytest.mark.parametrize("table", sorted(TABLES))
def test_table_and_columns_are_commented(table: str) -> None:
    assert TABLES[table].comment
    for column in TABLES[table].columns:
        assert column.comment, f"{column} has no comment"
        assert column.comment.endswith("."), f"the comment of {column} is no sentence"


def test_comments_reach_postgres(postgres_url: str, store_on: Any) -> None:
    inspector = inspect(store_on(postgres_url))
    for table in TABLES.values():
        assert inspector.get_table_comment(table.name)["text"] == table.comment
        assert {c["name"]: c["comment"] for c in inspector.get_columns(table.name)} == {c.name: c.comment for c in table.columns}


def test_constraints_and_indexes_are_named_after_their_table() -> None:
    for table in TABLES.values():
        names = [str(c.name) for c in table.constraints] + [str(i.name) for i in table.indexes]
        assert len(names) == len(set(names))
        for name in names:
            assert name.partition("_")[0] in {"pk", "fk", "uq", "ck", "ix"}
            assert f"_{table.name}" in name
            # Postgres cuts longer names without a word.
            assert len(name) <= 63


def test_every_foreign_key_is_indexed() -> None:
    for table in TABLES.values():
        leading = {next(iter(i.columns)).name for i in table.indexes}
        leading |= {next(iter(c.columns)).name for c in table.constraints if isinstance(c, PrimaryKeyConstraint | UniqueConstraint)}
        for key in table.foreign_keys:
            assert key.parent.name in leading, f"no index begins with {key.parent}"


def test_keys_are_63_bit_and_made_by_the_client(store: Engine) -> None:
    largest = 2**63 - 1
    with store.begin() as connection:
        Rows(connection).add("publishers", id=largest)
        assert connection.scalar(select(TABLES["publishers"].c.id)) == largest
    with store.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(text("INSERT INTO person_identities (person_id, score, reason) VALUES (1, 1, 'none')"))


def test_foreign_keys_hold(store: Engine) -> None:
    with store.connect() as connection, pytest.raises(IntegrityError):
        Rows(connection).add("mentions", article_id=12345)
        connection.commit()


def test_deleting_a_document_takes_what_was_seen_in_it(store: Engine) -> None:
    with store.begin() as connection:
        rows = Rows(connection)
        article = rows.add("articles")
        person = rows.add("person_references", article_id=article["id"])
        report = rows.add("meeting_reports", article_id=article["id"])
        claim = rows.add("claims", article_id=article["id"], meeting_report_id=report["id"])
        relation = rows.add("relation_reports", article_id=article["id"], meeting_report_id=report["id"])
        rows.add("mentions", article_id=article["id"], kind="person", person_reference_id=person["id"])
        rows.add("meeting_report_participants", meeting_report_id=report["id"], person_reference_id=person["id"])
        rows.add("meeting_evidence", meeting_report_id=report["id"])
        rows.add("claim_people", claim_id=claim["id"], person_reference_id=person["id"])
        rows.add("claim_actors", claim_id=claim["id"])
        rows.add("claim_initiatives", claim_id=claim["id"])
        rows.add("office_reports", article_id=article["id"], person_reference_id=person["id"])
        rows.add("relation_report_parties", relation_report_id=relation["id"])
        rows.add("person_identities", person_reference_id=person["id"])
        rows.add("meeting_report_links", meeting_report_id=report["id"])
        rows.add("statement_claims", claim_id=claim["id"])
        rows.add("relationship_reports", relation_report_id=relation["id"])
        rows.add("articles", duplicate_of=article["id"])
        connection.execute(delete(TABLES["documents"]).where(TABLES["documents"].c.id == article["document_id"]))
        gone = [
            "person_references", "meeting_reports", "claims", "relation_reports", "mentions", "meeting_report_participants",
            "meeting_evidence", "claim_people", "claim_actors", "claim_initiatives", "office_reports", "relation_report_parties",
            "person_identities", "meeting_report_links", "statement_claims", "relationship_reports",
        ]  # fmt: skip
        assert [t for t in gone if connection.scalar(select(func.count()).select_from(TABLES[t]))] == []
        articles = TABLES["articles"]
        assert connection.execute(select(articles.c.duplicate_of)).all() == [(None,)]


def test_instants_come_back_in_utc(store: Engine) -> None:
    with store.begin() as connection:
        Rows(connection).add("runs", started_at=datetime.fromisoformat("2024-07-03T14:00:00+02:00"))
        (started,) = connection.scalars(select(TABLES["runs"].c.started_at))
        assert started == MOMENT
        assert started.tzinfo is UTC


def test_instants_without_zone_are_refused(store: Engine) -> None:
    with store.connect() as connection, pytest.raises(StatementError, match="no time zone"):
        Rows(connection).add("runs", started_at=datetime(2024, 7, 3))


def test_text_sorts_by_code_point(store: Engine) -> None:
    with store.begin() as connection:
        rows = Rows(connection)
        for name in ("Österreich", "a", "Z", "_"):
            rows.add("publishers", name=name)
        publishers = TABLES["publishers"]
        assert list(connection.scalars(select(publishers.c.name).order_by(publishers.c.name))) == ["Z", "_", "a", "Österreich"]

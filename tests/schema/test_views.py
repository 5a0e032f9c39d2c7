"""Views: exactly the contract's columns, the files' SQL, and the right rows, on both databases."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text

import migrations
from migrations.frozen import frozen_view
from models.views import VIEWS, view_file, view_sql

from .rows import Rows

FROZEN = Path(migrations.__file__).parent / "views"
FILES = Path(__file__).parents[2] / "models" / "views"

CONTRACT = {
    "v_articles": "article_id document_id document_name title publisher published_on dated_by dateline_place char_start char_end language "
    "duplicate_of cluster_id",
    "v_shared_passages": "article_id other_article_id char_start char_end other_start other_end word_count share other_share",
    "v_people": "person_id name actor actor_kind first_seen last_seen article_count original_count",
    "v_offices": "person_id name title actor actor_kind first_seen last_seen article_count original_count",
    "v_office_titles": "title office",
    "v_office_reports": "person_id name title office actor actor_kind article_id char_start char_end",
    "v_meetings": "meeting_id title kind status start_on end_on date_precision place place_state host_event on_sidelines background "
    "article_count publisher_count original_count part_of",
    "v_meeting_participants": "meeting_id person_id person actor actor_kind role person_actor",
    "v_meeting_reports": "meeting_id article_id char_start char_end background confidence meeting_report_id",
    "v_dyads": "meeting_id kind status start_on place host_event actor_a actor_b",
    "v_claims": "claim_id article_id meeting_id statement_id speakers on_behalf_of act is_direct is_continuation cue text char_start "
    "char_end content_start content_end source_start source_end cue_start cue_end polarity modality rule confidence duplicate_of "
    "covered_by source_name",
    "v_claim_links": "claim_id relation kind name",
    "v_claim_sources": "claim_id source_name",
    "v_claim_people": "claim_id relation person_id name person_reference_id",
    "v_claim_actors": "claim_id relation actor_id kind name",
    "v_claim_initiatives": "claim_id initiative_id kind name",
    "v_claim_topics": "claim_id article_id topic term char_start char_end rule confidence",
    "v_topics": "topic_id topic definition claim_count article_count original_count",
    "v_mentions": "article_id char_start char_end kind name surface mention_id person_reference_id initiative_id",
    "v_statements": "statement_id text speakers act first_published_on claim_count article_count publisher_count original_count "
    "last_published_on first_publisher covered_by",
    "v_initiatives": "initiative_id name kind proposers first_seen article_count claim_count original_count",
    "v_initiative_positions": "initiative actor position first_claimed_on claim_count article_count original_count",
    "v_relationships": "actor_a actor_b level since since_precision article_count original_count previous_level",
    "v_memberships": "actor organization status since since_precision article_count original_count",
    "v_agreements": "agreement_id title kind signed_on parties meeting_id article_count original_count",
    "v_provisional": "kind entity_id name actor first_seen article_count",
    "v_runs": "run_id job started_at finished_at status documents articles claims meetings quarantined seconds",
    "v_search": "kind id article_id claim_id title publisher published_on speakers text char_start char_end",
    "dim_date": "date year quarter year_quarter month month_name year_month month_start iso_year iso_week year_week week_start weekday "
    "weekday_name day_of_month day_of_year",
    "dim_actor": "actor actor_kind actor_name alpha3 region organization_kind provisional",
    "fact_meetings": "meeting_id title kind status start_on date_precision place place_state place_state_name host_event actor actor_name "
    "counterpart counterpart_name",
    "fact_positions": "claim_id article_id published_on initiative initiative_kind actor actor_name position act speakers text confidence "
    "publisher duplicate_of",
}
"""The contract of the design: columns are never removed or renamed, only added."""


def test_views_are_those_of_the_contract() -> None:
    assert set(VIEWS) == set(CONTRACT)


def test_columns_are_those_of_the_contract(store: Engine) -> None:
    with store.connect() as connection:
        for view, columns in CONTRACT.items():
            assert list(connection.execute(text(f"SELECT * FROM {view}")).keys()) == columns.split(), view


def test_every_file_is_a_views() -> None:
    used = {view_file(view, dialect) for view in VIEWS for dialect in ("sqlite", "postgresql")}
    assert {p.name for p in FILES.iterdir()} == used
    with pytest.raises(KeyError):
        view_file("v_nothing", "sqlite")


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_newest_frozen_copies_are_the_views_of_today(dialect: str) -> None:
    for view in VIEWS:
        made = [folder for folder in sorted(FROZEN.iterdir()) if any(folder.glob(f"{view}.*"))]
        assert frozen_view(made[-1].name, view, dialect) == view_sql(view, dialect), view


def without_comments(sql: str) -> str:
    """Return the statement on one line, without comments."""
    return " ".join(re.sub(r"--.*", "", sql).split())


def test_views_in_sqlite_are_their_files(sqlite_url: str, store_on: Any) -> None:
    with store_on(sqlite_url).connect() as connection:
        stored = {row.name: row.sql for row in connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'view'"))}
    assert {v: without_comments(sql) for v, sql in stored.items()} == {v: without_comments(view_sql(v, "sqlite")) for v in VIEWS}


def test_views_in_postgres_are_their_files(postgres_url: str, store_on: Any) -> None:
    """Postgres keeps a view parsed: making each again from its file must give the same definition."""
    engine = store_on(postgres_url)
    definition = text("SELECT pg_get_viewdef(CAST(:view AS regclass))")
    with engine.begin() as connection:
        assert set(inspect(connection).get_view_names()) == set(VIEWS)
        for view in VIEWS:
            before = connection.scalar(definition, {"view": view})
            connection.exec_driver_sql(f"DROP VIEW {view}")
            connection.exec_driver_sql(view_sql(view, "postgresql"))
            assert connection.scalar(definition, {"view": view}) == before


def day(value: Any) -> Any:
    """Return a date as ISO text, as SQLite gives it, and booleans as they come from either database."""
    return value.isoformat() if isinstance(value, date) else value


@pytest.fixture
def world(store: Engine) -> Engine:
    """An article and its copy by another publisher, on a meeting of a Chinese, a Belarusian and an unnamed envoy of the United Nations."""
    with store.begin() as connection:
        rows = Rows(connection)
        for key, (kind, name) in enumerate([("state", "CN"), ("state", "BY"), ("organization", "United Nations")], start=1):
            rows.add("actors", id=key, kind=kind, name=name, provisional=kind == "organization")
        rows.add("states", actor_id=1, alpha2="CN", alpha3="CHN", common_name="China", region="Asia")
        rows.add("states", actor_id=2, alpha2="BY", alpha3="BLR", common_name="Belarus", region="Europe")
        rows.add("organizations", actor_id=3, kind="international")
        rows.add("publishers", id=1, name="Agency")
        rows.add("publishers", id=2, name="Ministry")
        rows.add("documents", id=1, name="a.txt")
        for key, published in [(1, date(2024, 7, 8)), (2, date(2024, 7, 9))]:
            rows.add(
                "articles", id=key, document_id=1, position=key, publisher_id=key, published_on=published, dated_by="header", language="en",
                title=f"Article {key}", text="Öffentliche Worte", char_start=10 * key, char_end=10 * key + 9,
                duplicate_of=1 if key == 2 else None, cluster_id=1,
            )  # fmt: skip
        rows.add("article_likenesses", id=1, article_id=1, other_id=2, share=0.9, other_share=0.8)
        rows.add("shared_passages", likeness_id=1, ordinal=0, char_start=0, char_end=7, other_start=8, other_end=17, word_count=9)
        rows.add("people", id=1, name="Wang Yi", actor_id=1, provisional=True)
        rows.add("people", id=2, name="Maksim Ryzhenkov", actor_id=2, provisional=True)
        rows.add("judgements", id=1, about="person", decision="accept")
        rows.add("judgement_targets", judgement_id=1, ordinal=0, target_id=1, found="name")
        rows.add("people", id=3, name="Nobody's Subject", actor_id=None)
        # In both articles Wang (10, 20) and Ryzhenkov (11, 21); in the second also an unnamed envoy (22) and Wang once more (23).
        for key, article, person, name in [
            (10, 1, 1, "Wang Yi"), (11, 1, 2, "Ryzhenkov"), (20, 2, 1, "Wang"), (21, 2, 2, "Ryzhenkov"),
            (22, 2, None, None), (23, 2, 1, "Wang Yi"),
        ]:  # fmt: skip
            rows.add("person_references", id=key, article_id=article, ordinal=key, name=name)
            if person:
                rows.add("person_identities", person_reference_id=key, person_id=person)
        rows.add("office_reports", id=1, article_id=1, person_reference_id=10, title="Foreign Minister", actor_id=1)
        rows.add("office_reports", id=2, article_id=2, person_reference_id=20, title="Foreign Minister", actor_id=1)
        rows.add("office_reports", id=3, article_id=2, person_reference_id=22, title="Envoy", actor_id=3)
        rows.add("offices", id=1, person_id=2, title="Foreign minister", kind="foreign_minister", actor_id=2)
        rows.add("gatherings", id=1, name="Forum")
        rows.add(
            "meetings", id=1, title="Wang Yi - Maksim Ryzhenkov meeting", kind="bilateral", status="held", start_on=date(2024, 7, 8),
            date_precision="day", place="Beijing", place_state_id=1, gathering_id=1, on_sidelines=True, background=False,
        )  # fmt: skip
        for ordinal, (person, actor, role) in enumerate([(1, 1, "host"), (2, 2, "guest"), (3, 2, "accompanying"), (None, 3, "attendee")]):
            rows.add("meeting_participants", meeting_id=1, ordinal=ordinal, person_id=person, actor_id=actor, role=role)
        for key, article in [(1, 1), (2, 2), (3, 2)]:
            rows.add("meeting_reports", id=key, article_id=article, ordinal=key, background=key == 3)
            rows.add("meeting_report_links", meeting_report_id=key, meeting_id=1)
        rows.add("initiatives", id=1, name="Global Security Initiative", kind="global_initiative", provisional=True)
        rows.add("initiatives", id=2, name="Never Named", kind="other")
        for actor in (2, 1):
            rows.add("initiative_proposers", initiative_id=1, actor_id=actor)
        for key, article, act in [(1, 1, "support"), (2, 2, "praise"), (3, 2, "assert")]:
            rows.add(
                "claims",
                id=key,
                article_id=article,
                ordinal=key,
                act=act,
                meeting_report_id=1 if key == 1 else None,
                text=f"Claim {key}",
                source_name="observers" if key == 1 else None,
            )
        for claim, person, relation in [
            (1, 10, "speaker"), (1, 11, "addressee"), (2, 20, "speaker"), (2, 23, "speaker"), (2, 21, "speaker"),
            (3, 22, "speaker"), (3, 21, "mentioned"),
        ]:  # fmt: skip
            rows.add("claim_people", claim_id=claim, person_reference_id=person, relation=relation)
        for claim, actor, relation in [
            (1, 1, "on_behalf_of"), (2, 1, "on_behalf_of"), (2, 2, "on_behalf_of"), (2, 3, "target"), (3, 3, "mentioned"),
        ]:  # fmt: skip
            rows.add("claim_actors", claim_id=claim, actor_id=actor, relation=relation)
        rows.add("claim_initiatives", claim_id=1, initiative_id=1)
        rows.add("claim_initiatives", claim_id=2, initiative_id=1)
        rows.add("topics", id=1, name="security", definition="Being safe.")
        rows.add("topics", id=2, name="trade", definition="Buying and selling.")
        for claim, start, end in [(1, 0, 7), (2, 3, 7)]:
            rows.add("claim_topics", claim_id=claim, topic_id=1, char_start=start, char_end=end, rule="term", confidence=0.9)
        rows.add("statements", id=1, text="Claim 1", act="support")
        rows.add("statement_claims", claim_id=1, statement_id=1)
        rows.add("statement_claims", claim_id=2, statement_id=1, covered_by=1)
        for key, kind, more in [
            (1, "person", {"person_reference_id": 10}), (2, "person", {"person_reference_id": 22}), (3, "state", {"actor_id": 2}),
            (4, "organization", {"actor_id": 3}), (5, "place", {"name": "Beijing"}), (6, "initiative", {"initiative_id": 1}),
        ]:  # fmt: skip
            rows.add("mentions", id=key, article_id=1, kind=kind, char_start=key, char_end=key + 2, surface=f"span {key}", **more)
        for key, kind, article in [(1, "relationship", 1), (2, "relationship", 2), (3, "membership", 1), (4, "agreement", 1)]:
            rows.add("relation_reports", id=key, kind=kind, article_id=article)
        levels = {"level": "partnership", "previous_level": "friendship"}
        rows.add("relationships", id=1, actor_a_id=1, actor_b_id=2, **levels, since=date(2022, 9, 1), since_precision="month")
        rows.add("relationship_reports", relationship_id=1, relation_report_id=1)
        rows.add("relationship_reports", relationship_id=1, relation_report_id=2)
        rows.add("memberships", id=1, actor_id=2, organization_id=3, status="member")
        rows.add("membership_reports", membership_id=1, relation_report_id=3)
        rows.add("agreements", id=1, title="Joint Statement", kind="joint_statement", signed_on=date(2024, 7, 8), meeting_id=1)
        for actor in (1, 2):
            rows.add("agreement_parties", agreement_id=1, actor_id=actor)
        rows.add("agreement_reports", agreement_id=1, relation_report_id=4)
        rows.add("runs", id=1, job="ingest", started_at=datetime(2024, 7, 10, tzinfo=UTC), documents=1, articles=2)
    return store


GSI, BOTH = "Global Security Initiative", "Maksim Ryzhenkov; Wang Yi"

ROWS = {
    "SELECT article_id, document_name, title, publisher, published_on, dated_by, char_start, char_end, language, duplicate_of, cluster_id "
    "FROM v_articles": [
        (1, "a.txt", "Article 1", "Agency", "2024-07-08", "header", 10, 19, "en", None, 1),
        (2, "a.txt", "Article 2", "Ministry", "2024-07-09", "header", 20, 29, "en", 1, 1),
    ],
    "SELECT * FROM v_shared_passages": [(1, 2, 0, 7, 8, 17, 9, 0.9, 0.8), (2, 1, 8, 17, 0, 7, 9, 0.8, 0.9)],
    "SELECT * FROM v_people": [
        (1, "Wang Yi", "CN", "state", "2024-07-08", "2024-07-09", 2, 1),
        (2, "Maksim Ryzhenkov", "BY", "state", "2024-07-08", "2024-07-09", 2, 1),
    ],
    "SELECT * FROM v_offices": [(1, "Wang Yi", "Foreign Minister", "CN", "state", "2024-07-08", "2024-07-09", 2, 1)],
    "SELECT person_id, name, title, office, actor, actor_kind, article_id FROM v_office_reports ORDER BY article_id": [
        (1, "Wang Yi", "Foreign Minister", "foreign_minister", "CN", "state", 1),
        (1, "Wang Yi", "Foreign Minister", "foreign_minister", "CN", "state", 2),
    ],
    "SELECT * FROM v_meetings": [
        (
            1, "Wang Yi - Maksim Ryzhenkov meeting", "bilateral", "held", "2024-07-08", None, "day", "Beijing", "CN", "Forum",
            True, False, 2, 2, 1, None,
        ),
    ],
    "SELECT * FROM v_meeting_participants ORDER BY person_id IS NULL, person_id": [
        (1, 1, "Wang Yi", "CN", "state", "host", "CN"),
        (1, 2, "Maksim Ryzhenkov", "BY", "state", "guest", "BY"),
        (1, 3, "Nobody's Subject", "BY", "state", "accompanying", None),
        (1, None, None, "United Nations", "organization", "attendee", None),
    ],
    "SELECT meeting_id, article_id, background, meeting_report_id FROM v_meeting_reports": [
        (1, 1, False, 1), (1, 2, False, 2), (1, 2, True, 3),
    ],
    "SELECT * FROM v_dyads ORDER BY actor_a, actor_b": [
        (1, "bilateral", "held", "2024-07-08", "Beijing", "Forum", "BY", "CN"),
        (1, "bilateral", "held", "2024-07-08", "Beijing", "Forum", "BY", "United Nations"),
        (1, "bilateral", "held", "2024-07-08", "Beijing", "Forum", "CN", "United Nations"),
    ],
    "SELECT kind, id, article_id, claim_id, published_on, speakers, text FROM v_search WHERE kind = 'claim' ORDER BY id": [
        ("claim", 1, 1, 1, "2024-07-08", "Wang Yi", "Claim 1"),
        ("claim", 2, 2, 2, "2024-07-09", "Maksim Ryzhenkov; Wang Yi", "Claim 2"),
        ("claim", 3, 2, 3, "2024-07-09", "", "Claim 3"),
    ],
    "SELECT claim_id, article_id, meeting_id, statement_id, speakers, on_behalf_of, act, text, duplicate_of FROM v_claims": [
        (1, 1, 1, 1, "Wang Yi", "CN", "support", "Claim 1", None),
        (2, 2, None, 1, "Maksim Ryzhenkov; Wang Yi", "BY+CN", "praise", "Claim 2", 1),
        (3, 2, None, None, "", "", "assert", "Claim 3", 1),
    ],
    "SELECT * FROM v_claim_links ORDER BY claim_id, relation, name": [
        (1, "addressee", "person", "Maksim Ryzhenkov"),
        (1, "of_initiative", "initiative", "Global Security Initiative"),
        (1, "on_behalf_of", "state", "CN"),
        (1, "speaker", "person", "Wang Yi"),
        (2, "of_initiative", "initiative", "Global Security Initiative"),
        (2, "on_behalf_of", "state", "BY"),
        (2, "on_behalf_of", "state", "CN"),
        (2, "speaker", "person", "Maksim Ryzhenkov"),
        (2, "speaker", "person", "Wang Yi"),
        (2, "target", "organization", "United Nations"),
        (3, "mentions", "person", "Maksim Ryzhenkov"),
        (3, "mentions", "organization", "United Nations"),
    ],
    "SELECT * FROM v_office_titles ORDER BY title": [("Foreign Minister", "foreign_minister")],
    "SELECT * FROM v_claim_sources ORDER BY claim_id": [(1, "observers")],
    "SELECT * FROM v_claim_people ORDER BY claim_id, relation, person_reference_id": [
        (1, "addressee", 2, "Maksim Ryzhenkov", 11),
        (1, "speaker", 1, "Wang Yi", 10),
        (2, "speaker", 1, "Wang Yi", 20),
        (2, "speaker", 2, "Maksim Ryzhenkov", 21),
        (2, "speaker", 1, "Wang Yi", 23),
        (3, "mentioned", 2, "Maksim Ryzhenkov", 21),
    ],
    "SELECT * FROM v_claim_actors ORDER BY claim_id, relation, actor_id": [
        (1, "on_behalf_of", 1, "state", "CN"),
        (2, "on_behalf_of", 1, "state", "CN"),
        (2, "on_behalf_of", 2, "state", "BY"),
        (2, "target", 3, "organization", "United Nations"),
        (3, "mentioned", 3, "organization", "United Nations"),
    ],
    "SELECT * FROM v_claim_initiatives ORDER BY claim_id": [
        (1, 1, "global_initiative", "Global Security Initiative"),
        (2, 1, "global_initiative", "Global Security Initiative"),
    ],
    "SELECT * FROM v_claim_topics ORDER BY claim_id": [
        (1, 1, "security", "Öffentl", 0, 7, "term", 0.9),
        (2, 2, "security", "entl", 3, 7, "term", 0.9),
    ],
    "SELECT * FROM v_topics ORDER BY topic": [
        (1, "security", "Being safe.", 2, 2, 1),
        (2, "trade", "Buying and selling.", 0, 0, 0),
    ],
    "SELECT char_start, char_end, kind, name, surface, mention_id, person_reference_id FROM v_mentions": [
        (1, 3, "person", "Wang Yi", "span 1", 1, 10),
        (3, 5, "state", "BY", "span 3", 3, None),
        (4, 6, "organization", "United Nations", "span 4", 4, None),
        (5, 7, "place", "Beijing", "span 5", 5, None),
        (6, 8, "initiative", "Global Security Initiative", "span 6", 6, None),
    ],
    "SELECT claim_id, article_id, covered_by FROM v_claims WHERE covered_by IS NOT NULL": [(2, 2, 1)],
    "SELECT * FROM v_statements": [
        (1, "Claim 1", "Maksim Ryzhenkov; Wang Yi", "support", "2024-07-08", 2, 2, 2, 1, "2024-07-09", "Agency", None)
    ],
    "SELECT * FROM v_initiatives": [(1, "Global Security Initiative", "global_initiative", "BY+CN", "2024-07-08", 2, 2, 1)],
    "SELECT * FROM v_initiative_positions ORDER BY actor": [
        ("Global Security Initiative", "BY", "supports", "2024-07-09", 1, 1, 1),
        ("Global Security Initiative", "CN", "supports", "2024-07-08", 2, 2, 1),
    ],
    "SELECT * FROM v_relationships": [("BY", "CN", "partnership", "2022-09-01", "month", 2, 1, "friendship")],
    "SELECT * FROM v_memberships": [("BY", "United Nations", "member", None, "unknown", 1, 1)],
    "SELECT * FROM v_agreements": [(1, "Joint Statement", "joint_statement", "2024-07-08", "BY+CN", 1, 1, 1)],
    "SELECT * FROM v_provisional ORDER BY kind": [
        ("initiative", 1, "Global Security Initiative", None, "2024-07-08", 1),
        ("organization", 3, "United Nations", None, "2024-07-08", 1),
        ("person", 2, "Maksim Ryzhenkov", "BY", "2024-07-08", 2),
    ],
    "SELECT * FROM dim_date WHERE date IN ('2022-01-01', '2024-12-31') ORDER BY date": [
        ("2022-01-01", 2022, 1, "2022-Q1", 1, "January", "2022-01", "2022-01-01", 2021, 52, "2021-W52", "2021-12-27", 6, "Saturday", 1, 1),
        (
            "2024-12-31", 2024, 4, "2024-Q4", 12, "December", "2024-12", "2024-12-01", 2025, 1, "2025-W01", "2024-12-30", 2, "Tuesday",
            31, 366,
        ),
    ],
    "SELECT * FROM dim_actor ORDER BY actor": [
        ("BY", "state", "Belarus", "BLR", "Europe", None, False),
        ("CN", "state", "China", "CHN", "Asia", None, False),
        ("United Nations", "organization", "United Nations", None, None, "international", True),
    ],
    "SELECT meeting_id, title, kind, status, start_on, date_precision, place, place_state, place_state_name, host_event, actor, "
    "counterpart FROM fact_meetings WHERE actor <> 'United Nations' AND counterpart <> 'United Nations' ORDER BY actor": [
        (1, "Wang Yi - Maksim Ryzhenkov meeting", "bilateral", "held", "2024-07-08", "day", "Beijing", "CN", "China", "Forum", *pair)
        for pair in (("BY", "CN"), ("CN", "BY"))
    ],
    "SELECT actor_name, counterpart_name FROM fact_meetings ORDER BY actor_name, counterpart_name": [
        ("Belarus", "China"), ("Belarus", "United Nations"), ("China", "Belarus"), ("China", "United Nations"),
        ("United Nations", "Belarus"), ("United Nations", "China"),
    ],
    "SELECT claim_id, article_id, published_on, initiative, initiative_kind, actor, actor_name, position, act, speakers, text, publisher, "
    "duplicate_of FROM fact_positions ORDER BY claim_id, actor": [
        (1, 1, "2024-07-08", GSI, "global_initiative", "CN", "China", "supports", "support", "Wang Yi", "Claim 1", "Agency", None),
        (2, 2, "2024-07-09", GSI, "global_initiative", "BY", "Belarus", "supports", "praise", BOTH, "Claim 2", "Ministry", 1),
        (2, 2, "2024-07-09", GSI, "global_initiative", "CN", "China", "supports", "praise", BOTH, "Claim 2", "Ministry", 1),
    ],
    "SELECT run_id, job, finished_at, status, documents, articles, claims, meetings, quarantined, seconds FROM v_runs": [
        (1, "ingest", None, "running", 1, 2, 0, 0, 0, None),
    ],
}  # fmt: skip


def test_every_views_rows_are_tested() -> None:
    assert {re.search(r"FROM (\w+)", query)[1] for query in ROWS} == set(VIEWS)  # type: ignore[index]


def test_rows(world: Engine) -> None:
    with world.connect() as connection:
        for query, expected in ROWS.items():
            ordered = query if "ORDER BY" in query else f"{query} ORDER BY 1, 2, 3"
            assert [tuple(day(v) for v in row) for row in connection.execute(text(ordered))] == expected, query


@pytest.mark.parametrize(
    ("act", "position"),
    [
        ("support", "supports"), ("praise", "supports"), ("agree", "supports"), ("oppose", "opposes"), ("pledge", "pledges"),
        ("urge", "urges"), ("propose", "urges"), ("assert", "mentions"), ("assess", "mentions"), ("thank", "mentions"),
        ("congratulate", "mentions"), ("announce", "mentions"), ("convey", "mentions"),
    ],
)  # fmt: skip
def test_position_follows_from_the_act(sqlite_url: str, store_on: Any, act: str, position: str) -> None:
    with store_on(sqlite_url).begin() as connection:
        rows = Rows(connection)
        claim = rows.add("claims", act=act)
        rows.add("claim_actors", claim_id=claim["id"], relation="on_behalf_of")
        rows.add("claim_initiatives", claim_id=claim["id"])
        for view in ("v_initiative_positions", "fact_positions"):
            assert connection.scalar(text(f"SELECT position FROM {view}")) == position


def test_dates_are_those_of_the_calendar(store: Engine) -> None:
    """Every day of whole years, from the first to the last that anything has, as Python's calendar knows it."""
    with store.begin() as connection:
        assert connection.execute(text("SELECT * FROM dim_date")).all() == []
        rows = Rows(connection)
        rows.add("articles", published_on=date(1998, 3, 5), dated_by="header")
        rows.add("meetings", start_on=date(2003, 1, 1), end_on=date(2021, 6, 30), date_precision="range")
        found = [tuple(day(v) for v in row) for row in connection.execute(text("SELECT * FROM dim_date ORDER BY date"))]
    days = [date.fromordinal(n) for n in range(date(1998, 1, 1).toordinal(), date(2021, 12, 31).toordinal() + 1)]
    assert found == [as_the_calendar_says(today) for today in days]


def as_the_calendar_says(today: date) -> tuple[Any, ...]:
    """Return the row of `dim_date`."""
    quarter, week = (today.month + 2) // 3, today.isocalendar()
    return (
        today.isoformat(), today.year, quarter, f"{today.year}-Q{quarter}", today.month, calendar.month_name[today.month],
        f"{today:%Y-%m}", today.replace(day=1).isoformat(), week.year, week.week, f"{week.year}-W{week.week:02}",
        (today - timedelta(days=week.weekday - 1)).isoformat(), week.weekday, calendar.day_name[week.weekday - 1],
        today.day, today.timetuple().tm_yday,
    )  # fmt: skip


def test_every_date_of_a_fact_is_in_the_dimension(store: Engine) -> None:
    facts: dict[str, dict[str, Any]] = {
        "articles": {"published_on": date(1999, 5, 5), "dated_by": "header"},
        "meetings": {"start_on": date(2001, 5, 5), "end_on": date(2002, 5, 5), "date_precision": "range"},
        "agreements": {"signed_on": date(2004, 5, 5)},
        "relationships": {"since": date(2006, 5, 5), "since_precision": "day"},
        "memberships": {"since": date(2008, 5, 5), "since_precision": "day"},
    }
    for table, values in facts.items():
        with store.connect() as connection:
            Rows(connection).add(table, **values)
            for column in (column for column, value in values.items() if isinstance(value, date)):
                joined = f"SELECT COUNT(*) FROM v_{table} AS v JOIN dim_date AS d ON d.date = v.{column}"
                assert connection.scalar(text(joined)) == 1, (table, column)
            connection.rollback()

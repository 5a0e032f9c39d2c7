"""Each index that was made for the questions is one that a question needs, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from .asking import question
from .test_files import SAMPLES

USED = {
    "ix_claim_actors_actor_id_relation_claim_id": 42,
    "ix_claim_initiatives_initiative_id_claim_id": 23,
    "ix_claim_people_person_reference_id_relation_claim_id": 20,
    "ix_claim_topics_topic_id_claim_id": 12,
    "ix_claims_anniversaries": 16,
    "ix_claims_source_name": 11,
    "ix_articles_published_on": 41,
    "ix_claims_article_id_act_polarity": 29,
    "ix_meeting_participants_actor_id_meeting_id": 31,
    "ix_office_reports_title": 19,
    "ix_mentions_initiative_id_article_id": 15,
    "ix_person_identities_person_id": 20,
}
"""Index, and the number of a question that reads it."""
LARGE = {("ix_office_reports_title", "samples_postgres")}
"""What Postgres reads over very many articles only: of a few, every other index holds all titles in a page or two."""


@pytest.mark.parametrize(
    ("index", "database"),
    [(index, database) for index in USED for database in ("samples_sqlite", "samples_postgres") if (index, database) not in LARGE],
)
def test_a_question_reads_the_index(index: str, database: str, request: pytest.FixtureRequest) -> None:
    engine: Engine = request.getfixturevalue(database)
    asked = question(USED[index])
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        if engine.dialect.name == "postgresql":
            # The tables of a few articles fit on a page or two, and to read these is cheaper than any index.
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            connection.exec_driver_sql("SET LOCAL enable_bitmapscan = off")
        plan = connection.execute(text(f"{explain} {asked.sql}"), {**asked.params, **SAMPLES.get(asked.number, {})}).all()
        connection.rollback()
    assert index in " ".join(str(row) for row in plan)

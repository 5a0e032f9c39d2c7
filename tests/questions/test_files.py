"""Every question runs on both databases and gives the columns that its header states, from the contract views alone."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import Engine

from etl.queries import QuestionError
from etl.questions import Question, find_question, questions

from .asking import FOLDER, answer_of, question

each_question = pytest.mark.parametrize("asked", questions(), ids=lambda q: q.name)

SAMPLES: dict[int, dict[str, str]] = {
    1: {"person": "Wiratno Hadikusuma", "since": "2023-05-01", "until": "2023-05-31"},
    2: {"article": "Small ports%", "since": "2023-05-01", "until": "2023-05-31"},
    3: {"initiative": "Clean Bays Compact"},
    4: {"principle": "One-China principle"},
    5: {"actor": "RU"},
    8: {"speaker": "%"},
    9: {"since": "2023-05-01", "until": "2023-05-31", "at_least": "2"},
    11: {"speaker": "Oriwa%"},
    12: {"topic": "%tariffs%"},
    14: {"article": "Small ports%"},
    15: {"at_least": "2"},
    16: {"year": "2022"},
    18: {"state": "%"},
    21: {"since": "2018-01-01", "until": "2023-12-31", "at_least": "1"},
    22: {"actor": "BR", "other": "NO"},
    23: {"initiative": "Quiet Harbours Convention"},
    24: {},
    25: {"since": "2022-03-01", "until": "2022-03-31", "at_least": "2"},
    26: {"meeting": "Ingrid Haugtveit – Rubens Tavares meeting"},
    27: {"person": "Baek Do-yeon"},
    28: {"person": "Gao Yiming"},
    29: {"actor": "EE", "since": "2025-01-01", "until": "2025-12-31"},
    30: {"actor": "NA"},
    31: {"since": "2016-01-01", "until": "2016-12-31"},
    32: {"initiative": "Quiet Harbours Convention"},
    33: {"actor": "RU"},
    34: {"initiative": "Quiet Harbours Convention", "day": "2022-11-21"},
    35: {"topic": "security", "day": "2022-11-21"},
    36: {"since": "2018-01-01", "until": "2025-12-31"},
    37: {"since": "2016-01-01", "until": "2025-12-31"},
    38: {"since": "2016-01-01", "until": "2025-12-31"},
    39: {"since": "2016-01-01", "until": "2025-12-31"},
    40: {"since": "2016-01-01", "until": "2025-12-31"},
    41: {"since": "2022-01-01", "until": "2022-12-31"},
    42: {"actor": "NA", "since": "2022-01-01", "until": "2022-12-31"},
    43: {"actor": "EE"},
    44: {"meeting": "Ingrid Haugtveit – Rubens Tavares meeting"},
    45: {"since": "2016-01-01", "until": "2025-12-31"},
    46: {"event": "Northern Fisheries Forum"},
    47: {"since": "2022-01-01", "until": "2022-12-31"},
    48: {},
    49: {"actor": "KR"},
    50: {"since": "2016-01-01", "until": "2025-12-31", "below": "0.95"},
}
"""What to ask of the sample articles so that there is an answer. The other questions have none in them."""


def test_questions_are_numbered_without_a_gap() -> None:
    assert [q.number for q in questions()] == list(range(1, len(questions()) + 1))
    assert len({q.name for q in questions()}) == len(questions())


def test_a_question_is_found_by_name_number_and_file() -> None:
    busiest = question(9)
    assert busiest is find_question("busiest-people") is find_question("09") is find_question("09-busiest-people.sql")
    with pytest.raises(QuestionError, match="busiest-people"):
        find_question("busy-people")


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"until": "July"}, "until must be a day"),
        ({"at_least": "many"}, "must be a number"),
        ({"whom": "x"}, "it has since, until, at_least"),
    ],
)
def test_a_wrong_parameter_is_told(params: dict[str, str], said: str, samples_sqlite: Engine) -> None:
    with pytest.raises(QuestionError, match=said):
        answer_of(question(9), samples_sqlite, **params)


def test_an_actor_may_be_named_as_people_name_it(samples_sqlite: Engine) -> None:
    assert answer_of(question(22), samples_sqlite, actor="Brazil", other="Norwegian") == answer_of(
        question(22), samples_sqlite, actor="BR", other="NO"
    )


@each_question
def test_header_declares_the_parameters_that_are_used(asked: Question) -> None:
    assert set(asked.params) == set(re.findall(r"(?<![:\w]):(\w+)", asked.sql))


@each_question
def test_only_the_views_of_the_contract_are_read(asked: Question) -> None:
    code = re.sub(r"--[^\n]*", "", asked.sql)
    named_here = set(re.findall(r"(?:\bWITH(?: RECURSIVE)?|,)\s+(\w+)(?: \(\w+\))? AS (?:MATERIALIZED )?\(", code))
    read = set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", code)) - named_here
    assert read
    assert all(name.startswith("v_") for name in read), read


@each_question
@pytest.mark.parametrize("database", ["samples_sqlite", "samples_postgres"])
def test_runs_with_its_defaults(asked: Question, database: str, request: pytest.FixtureRequest) -> None:
    answer_of(asked, request.getfixturevalue(database))


@each_question
def test_both_databases_answer_alike(asked: Question, samples_sqlite: Engine, samples_postgres: Engine) -> None:
    params = SAMPLES.get(asked.number, {})
    found = answer_of(asked, samples_sqlite, **params)
    assert _counted(found) == _counted(answer_of(asked, samples_postgres, **params))
    if asked.number in SAMPLES:
        assert found


def test_who_was_for_and_then_against(samples_sqlite: Engine) -> None:
    sides = [(row["actor"], row["side"], row["first_on"]) for row in answer_of(question(23), samples_sqlite, initiative="Quiet Harbours%")]
    assert [row for row in sides if row[0] == "NA"] == [("NA", "for", "2022-03-02"), ("NA", "against", "2022-09-14")]
    assert ("LV", "for", "2022-03-02") in sides


def test_who_opposes_whom_counts_each_claim_once(samples_sqlite: Engine) -> None:
    assert [tuple(row.values()) for row in answer_of(question(41), samples_sqlite, since="2022-09-01", until="2022-09-30")] == [
        ("NA", "LV", 1, 1, "2022-09-14")
    ]


def test_a_reprint_is_told_with_both_publishers(samples_sqlite: Engine) -> None:
    reprints = [(row["publisher"], row["copied_from"], row["articles"]) for row in answer_of(question(48), samples_sqlite)]
    assert ("Walvis Daily", "Baltic Courier", 1) in reprints


def test_silent_is_who_spoke_before_and_not_since(samples_sqlite: Engine) -> None:
    silent = [(row["actor"], row["last_on"]) for row in answer_of(question(34), samples_sqlite, initiative="Quiet%", day="2022-11-21")]
    assert silent == [("LV", "2022-03-03")]


@each_question
def test_runs_as_it_stands_with_named_binds(asked: Question, samples_sqlite: Engine) -> None:
    connection = sqlite3.connect(f"file:{samples_sqlite.url.database}?mode=ro", uri=True)
    try:
        cursor = connection.execute(asked.sql, dict(asked.params))
        assert tuple(column[0] for column in cursor.description) == asked.columns
    finally:
        connection.close()


def test_a_transcript_is_quoted_in_full(samples_sqlite: Engine) -> None:
    found = answer_of(question(11), samples_sqlite, speaker="Darko Velimirović")
    assert {row["extent"] for row in found} == {"full"}


def test_readme_lists_every_question() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\((\d\d-[a-z-]+\.sql)\)", readme) == [q.file for q in questions()]
    for asked in questions():
        assert asked.question in readme, asked.file


def _counted(answer: list[dict[str, Any]]) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row.values()) for row in answer)

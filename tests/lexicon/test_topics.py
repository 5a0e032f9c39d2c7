"""The terms of topics: all of topics that exist, each form once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from etl.errors import RunError
from etl.lexicon import topics
from etl.lexicon.tables import read_table
from etl.lexicon.topics import load_topic_names, read_topic_terms


def test_no_form_is_there_twice() -> None:
    assert [form for form, times in Counter(term.form for term in read_topic_terms()).items() if times > 1] == []


def test_every_topic_is_defined_and_has_plain_terms() -> None:
    assert all(row["definition"].endswith(".") for row in read_table("reference", "topics"))
    plain = Counter(topic for term in read_topic_terms() if term.weight >= 0.6 for topic in term.topics)
    assert {name for name in load_topic_names() if plain[name] >= 10} == set(load_topic_names())


def test_a_term_without_topics_has_no_weight() -> None:
    for row in read_table("lexicons", "topic_terms"):
        assert bool(row["topics"]) == bool(row["weight"]), row["term"]
        assert not row["weight"] or 0.5 <= float(row["weight"]) < 1, row["term"]


def test_a_term_of_a_topic_that_does_not_exist_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def rows(folder: str, name: str) -> Iterator[dict[str, str]]:
        if folder == "reference":
            yield from read_table(folder, name)
        else:
            yield {"term": "beekeeping", "forms": "", "topics": "trade|bees", "weight": "0.9"}

    monkeypatch.setattr(topics, "read_table", rows)
    with pytest.raises(RunError, match=r"beekeeping: no such topic in topics\.csv: bees"):
        list(read_topic_terms())

"""The same articles in any order give the same rows; nothing outside this stage is needed for it."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import etl.resolve
from etl.resolve import Resolution, resolve

from .builders import Draft
from .near_misses import random_articles


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), order=st.randoms(use_true_random=False))
def test_any_order_gives_the_same_rows(seed: int, order: random.Random) -> None:
    articles = random_articles(seed)
    expected = resolve(articles)
    shuffled = [*articles, articles[0]]
    order.shuffle(shuffled)
    assert resolve(shuffled) == expected


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_every_observation_is_linked_once_and_to_a_row(seed: int) -> None:
    articles = random_articles(seed)
    resolution = resolve(articles)
    assert [(x.article_id, x.meeting_index) for x in resolution.meeting_links] == sorted(
        (a.article_id, m.index) for a in articles for m in a.observations.meetings
    )
    assert [(x.article_id, x.claim_index) for x in resolution.statement_links] == sorted(
        (a.article_id, c.index) for a in articles for c in a.observations.claims
    )
    assert {x.meeting_id for x in resolution.meeting_links} == {m.meeting_id for m in resolution.meetings}
    assert {x.statement_id for x in resolution.statement_links} == {s.statement_id for s in resolution.statements}
    people = {p.person_id for p in resolution.people}
    assert {x.person_id for x in resolution.identities} == people
    assert len(people) == len(resolution.people)
    assert {row[0] for m in resolution.meetings for row in m.participants} - {None} <= people


def test_nothing_gives_nothing_and_two_versions_are_an_error() -> None:
    assert resolve([]) == Resolution()
    one, two = Draft(1), Draft(1)
    two.person("Siv Moen", "NO")
    with pytest.raises(ValueError, match="two different observations of article 1"):
        resolve([one.done(), two.done()])


def test_resolving_imports_nothing_of_its_neighbours() -> None:
    for path in Path(etl.resolve.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            if module and module.split(".")[0] in ("etl", "models", "migrations", "seeds"):
                assert module in ("etl.records", "etl.keys") or module.startswith(("etl.lexicon", "etl.resolve")), (
                    f"{path.name} imports {module}"
                )

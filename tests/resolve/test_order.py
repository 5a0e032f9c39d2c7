"""The same articles in any order give the same rows; nothing outside this stage is needed for it."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import etl.resolve
from etl.records import ObservedArticle
from etl.resolve import Resolution, resolve

from .builders import Draft

NAMES = [("Mateus Carvalho", "BR"), ("Carvalho", "BR"), ("Matheus Carvalho", "BR"), ("Mateus Carvalho", None), ("Ingrid Solberg", "NO"),
         ("Solberg", "NO"), ("Siv Moen", "NO"), (None, "NO"), ("Pedro Carvalho", "BR")]  # fmt: skip
WORDS = (
    "hydrogen", "terminal", "Recife", "engineers", "Bergen", "train", "finance", "salmon", "licence", "rainforest", "fund", "open",
    "autumn", "cooperation", "support",
)  # fmt: skip


def random_articles(seed: int, count: int = 14) -> list[ObservedArticle]:
    """Articles full of near misses: variants of names, overlapping dates, half-known participants, similar sentences."""
    rnd = random.Random(seed)
    made = []
    for _ in range(count):
        draft = Draft(rnd.randrange(10**12), rnd.choice(["2031-05-06", "2031-05-09", "2031-05-15", None]))
        people = [draft.person(n, a, title="president", surfaces=[n] if n else []) for n, a in rnd.sample(NAMES, 4)]
        for _ in range(rnd.randrange(1, 4)):
            draft.meet(
                *rnd.sample([*people, "BR", "NO"], rnd.choice([2, 2, 3])),
                on=rnd.choice(["2031-05-05", "2031-05-06", None]),
                precision=rnd.choice([None, None, "month"]),
                dated_by=rnd.choice(["explicit", "publication"]),
                kind=rnd.choice(["bilateral", "bilateral", "other", "visit", "summit", "trilateral"]),
                status=rnd.choice(["held", "held", "planned"]),
                background=rnd.random() < 0.3,
                place=rnd.choice([None, "Bergen", "Recife", "Bergen Hall"]),
                event=rnd.choice([None, "River Summit"]),
            )
        for _ in range(rnd.randrange(1, 5)):
            words = " ".join(rnd.sample(WORDS, 8))
            draft.claim(words, rnd.choice(people), to=rnd.sample(people, 1), behalf=["NO"], act=rnd.choice(["pledge", "assert"]), meeting=0)
        draft.relation("relationship", rnd.choice(["partnership", "Partnership"]), "BR", "NO", since=rnd.choice([None, "2030-01-01"]))
        draft.relation("agreement", rnd.choice(["Joint Statement", "Treaty on Salmon"]), "BR", "NO", since=rnd.choice([None, "2031-05-05"]))
        made.append(draft.done())
    return made


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
                assert module in ("etl.records", "etl.keys") or module.startswith("etl.resolve"), f"{path.name} imports {module}"

"""Groups that stand while others are asked anew: what comes of it is what comes of all items at once."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from etl.resolve.clusters import Compare, link
from etl.resolve.scoring import Score

Item = tuple[int]
Group = frozenset[Item]
SAME = 0.5
VALUES = [None, 0.2, 0.6, 0.6, 0.7, 0.9]


def _scores(count: int, data: st.DataObject) -> dict[tuple[Item, Item], Score | None]:
    pairs = combinations([(i,) for i in range(count)], 2)
    values = ((pair, data.draw(st.sampled_from(VALUES))) for pair in pairs)
    return {pair: None if value is None else Score(value, (), ()) for pair, value in values}


def _compare(scores: dict[tuple[Item, Item], Score | None]) -> Compare[Item]:
    return lambda a, b: scores[min(a, b), max(a, b)]


def _at_once(items: set[Item], scores: dict[tuple[Item, Item], Score | None]) -> set[Group]:
    edges = {pair: score for pair, score in scores.items() if score and score.value >= SAME and items.issuperset(pair)}
    group, _ = link(sorted(items), edges, _compare(scores), SAME)
    return {frozenset(members) for members in group.values()}


def _regrouped(asked: set[Item], before: set[Group], scores: dict[tuple[Item, Item], Score | None]) -> tuple[set[Group], set[Item]]:
    """Ask items anew, and all groups that this breaks open; return the groups of all items, and what was asked."""
    items = asked.union(*before)
    while True:
        standing = {item: min(group) for group in before if asked.isdisjoint(group) for item in group}
        edges = {
            (a, b): score
            for (a, b), score in scores.items()
            if score and score.value >= SAME and items.issuperset((a, b))
            if not asked.isdisjoint((a, b)) or standing[a] == standing[b]
        }
        group, fallen = link(sorted(items), edges, _compare(scores), SAME, standing=standing)
        if not fallen:
            return {frozenset(members) for members in group.values()}, asked
        asked = asked.union(*(members for members in before if not members.isdisjoint(fallen)))


@given(count=st.integers(2, 9), data=st.data())
def test_what_comes_and_goes_leaves_the_groups_of_all_at_once(count: int, data: st.DataObject) -> None:
    scores = _scores(count, data)
    items = {(i,) for i in range(count)}
    come = data.draw(st.sets(st.sampled_from(sorted(items)), max_size=3))
    gone = data.draw(st.sets(st.sampled_from(sorted(items)), max_size=3)) - come
    before = _at_once(items - come, scores)
    left = {frozenset(group - gone) for group in before} - {frozenset()}
    mates = {item for group in before if not group.isdisjoint(gone) for item in group - gone}
    found, _ = _regrouped(come | mates, {group for group in left if mates.isdisjoint(group)}, scores)
    assert found == _at_once(items - gone, scores)


def test_of_a_chain_only_its_end_is_asked() -> None:
    scores = {((i,), (j,)): Score(0.8, (), ()) if j - i == 1 else None for i, j in combinations(range(40), 2)}
    before = _at_once({(i,) for i in range(39)}, scores)
    found, asked = _regrouped({(39,)}, before, scores)
    assert found == _at_once({(i,) for i in range(40)}, scores)
    assert len(asked) <= 3

"""From scored pairs to groups, the same for any order of the input.

Complete link: a pair joins two groups only if every member of one is compatible with every member of the other, so that a chain
of half-agreeing reports never becomes one event. The result for a connected component of candidate pairs depends on that
component alone: a night's articles touch only the components they fall into.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar

from etl.resolve.scoring import Score
from etl.resolve.verdicts import NO_VERDICTS, Verdicts

K = TypeVar("K", bound=tuple[Any, ...])
Compare = Callable[[K, K], Score | None]
"""Return how well two items agree, or None when they cannot be one."""
Components = Mapping[K, tuple[K, ...]]
"""The connected component that each item lies in: what is grouped within depends on nothing without."""


def remembered(compare: Compare[K]) -> Compare[K]:
    """Return `compare` that asks once for every unordered pair, always smaller item first."""
    seen: dict[tuple[K, K], Score | None] = {}

    def ask(a: K, b: K) -> Score | None:
        pair = (a, b) if a < b else (b, a)
        if pair not in seen:
            seen[pair] = compare(*pair)
        return seen[pair]

    return ask


def scored(pairs: Iterable[tuple[K, K]], compare: Compare[K], threshold: float) -> dict[tuple[K, K], Score]:
    """Return the candidate pairs (smaller item first) that reach the threshold."""
    edges: dict[tuple[K, K], Score] = {}
    for pair in pairs:
        score = compare(*pair)
        if score is not None and score.value >= threshold:
            edges[pair] = score
    return edges


def without_ambiguous(
    edges: dict[tuple[K, K], Score], weak: Collection[K], compare: Compare[K], *, margin: float, threshold: float
) -> dict[tuple[K, K], Score]:
    """Drop the pairs of a weak item (one that says little) that fits two groups equally well.

    A weak item whose best partners, within `margin` of each other, are certainly not one thing says nothing about which it means:
    it keeps none of these ties (a guess would be right half the time). Ties to other weak items stay.
    """
    partners: dict[K, list[tuple[float, K]]] = defaultdict(list)
    for (a, b), score in edges.items():
        partners[a].append((score.value, b))
        partners[b].append((score.value, a))
    dropped: set[tuple[K, K]] = set()
    for item in weak:
        strong = [(value, other) for value, other in partners.get(item, ()) if other not in weak]
        if len(strong) < 2:
            continue
        best = max(value for value, _ in strong)
        near = [other for value, other in strong if value >= best - margin]
        far = [other for value, other in strong if value < best - margin]
        if _contradict(near, compare, threshold):
            away = near + far
        else:
            away = [other for other in far if any(_apart(other, one, compare, threshold) for one in near)]
        dropped.update((item, other) if item < other else (other, item) for other in away)
    return {pair: score for pair, score in edges.items() if pair not in dropped}


def _apart(a: K, b: K, compare: Compare[K], threshold: float) -> bool:
    score = compare(a, b)
    return score is None or score.value < threshold


def _contradict(items: list[K], compare: Compare[K], threshold: float) -> bool:
    return any(_apart(a, b, compare, threshold) for i, a in enumerate(items) for b in items[i + 1 :])


def components_of(items: Iterable[K], edges: Iterable[tuple[K, K]]) -> Components[K]:
    """Return the connected component of each item: its members, sorted."""
    group: dict[K, list[K]] = {item: [item] for item in items}
    for a, b in edges:
        left, right = group[a], group[b]
        if left is right:
            continue
        if len(left) < len(right):
            left, right = right, left
        left.extend(right)
        for member in right:
            group[member] = left
    done = {id(members): tuple(sorted(members)) for members in group.values()}
    return {item: done[id(members)] for item, members in group.items()}


def complete_link(
    items: Collection[K],
    edges: dict[tuple[K, K], Score],
    compare: Compare[K],
    threshold: float,
    *,
    verdicts: Verdicts[K] = NO_VERDICTS,
) -> tuple[tuple[K, ...], ...]:
    """Return the groups of `items`: each sorted, and the groups sorted by their smallest member.

    Pairs are taken from the best to the worst (ties: smallest items first). `compare` answers for pairs that no block proposed.
    Groups of which people said that a member of one is a member of the other are then one, whatever the comparison says.
    """
    group, _ = link(items, edges, compare, threshold, verdicts=verdicts)
    unite(group, verdicts)
    unique = {id(members): members for members in group.values()}
    return tuple(sorted(tuple(sorted(members)) for members in unique.values()))


def link(
    items: Iterable[K],
    edges: Mapping[tuple[K, K], Score],
    compare: Compare[K],
    threshold: float,
    *,
    verdicts: Verdicts[K] = NO_VERDICTS,
    standing: Mapping[K, K] = MappingProxyType({}),
) -> tuple[dict[K, list[K]], set[K]]:
    """Return the group of each item, before decisions make groups one, and those items of `standing` whose groups do not stand.

    `standing`: items whose groups (by their smallest member) are known. Every two members of a group agree, so that each edge within it
    joins what is there by then: how it grew is known as well. It stands as long as every edge out of it meets somebody who does not agree.
    So of a grouping that something is added to, only those groups are asked anew that an edge of what is asked breaks open; when none
    does, the grouping is that of all items at once, however far the rest hangs together.
    """
    group: dict[K, list[K]] = {item: [item] for item in items}
    fallen: set[K] = set()
    barred: dict[K, set[K]] = defaultdict(set)
    """By the first member of a group, those of the groups in which somebody does not agree with it: they never will, however they grow."""
    for (a, b), _ in sorted(edges.items(), key=lambda edge: (-edge[1].value, edge[0])):
        left, right = group[a], group[b]
        if left is right or verdicts.united(a, b) is not None:
            continue
        one, other = left[0], right[0]
        settled = {item for item in (a, b) if item in standing}
        joining = len(settled) == 2 and standing[a] == standing[b]
        if not joining:
            if other in barred[one]:
                continue
            if any(_apart(x, y, compare, threshold) for x in left for y in right):
                barred[one].add(other)
                barred[other].add(one)
                continue
            fallen |= settled
        if joining or not settled:
            _join(group, left, right)
            for third in barred.pop(other, ()):
                barred[third].add(one)
                barred[one].add(third)
    return group, fallen


def unite(group: dict[K, list[K]], verdicts: Verdicts[K]) -> None:
    """Make the groups one of which decisions say so."""
    judged: dict[K, list[K]] = defaultdict(list)
    for item in sorted(item for item in verdicts.joined if item in group):
        judged[verdicts.home(item)].append(item)
    for members in judged.values():
        _unite(group, members, verdicts)


def _join(group: dict[K, list[K]], left: list[K], right: list[K]) -> None:
    left.extend(right)
    for member in right:
        group[member] = left


def _unite(group: dict[K, list[K]], judged: Sequence[K], verdicts: Verdicts[K]) -> None:
    """Make the groups of items judged the same one group; where other members were judged apart, the items leave their groups for it."""
    groups = list({id(group[item]): group[item] for item in judged}.values())
    if any(verdicts.parted(x, y) for i, left in enumerate(groups) for right in groups[i + 1 :] for x in left for y in right):
        for item in judged:
            group[item].remove(item)
            group[item] = [item]
    first = group[judged[0]]
    for item in judged[1:]:
        if group[item] is not first:
            _join(group, first, group[item])


def place_undated(
    candidates: Mapping[K, Collection[K]], groups: Mapping[K, Sequence[K]], compare: Compare[K], *, threshold: float, margin: float
) -> dict[K, K]:
    """Return the group (by its key) that each item fits, of its candidates, where it fits one better than any other by at least `margin`.

    An item fits a group when it agrees with every member. Each item is asked alone, so that none waits for another; of two that exclude
    each other and fit one group, the better (tie: the smaller) has it.
    """
    chosen: dict[K, list[tuple[float, K]]] = defaultdict(list)
    for item in sorted(candidates):
        fits: list[tuple[float, K]] = []
        for home in candidates[item]:
            scores = [compare(item, member) for member in groups[home]]
            if all(score is not None and score.value >= threshold for score in scores):
                fits.append((max(score.value for score in scores if score is not None), home))
        fits.sort(key=lambda fit: (-fit[0], fit[1]))
        if fits and (len(fits) == 1 or fits[0][0] - fits[1][0] >= margin):
            chosen[fits[0][1]].append((-fits[0][0], item))
    placed: dict[K, K] = {}
    for home, offers in chosen.items():
        taken: list[K] = []
        for _, item in sorted(offers):
            if all(compare(item, other) is not None for other in taken):
                taken.append(item)
                placed[item] = home
    return placed


def strongest_tie(item: K, members: Iterable[K], compare: Compare[K]) -> tuple[K, Score] | None:
    """Return the other member that the item agrees with best (ties: the smallest), None when it is alone."""
    best: tuple[K, Score] | None = None
    for other in sorted(members):
        if other == item:
            continue
        score = compare(item, other)
        if score is not None and (best is None or score.value > best[1].value):
            best = (other, score)
    return best

"""Which article the others repeat.

Versions of one text (each stands in the other) are put together, and the first published of them is the original. A cut version goes to
the text that holds it; never the other way round, so that two reports that both quote one flash do not become one, nor do two reports
that one review of the week takes over. Nor does a text without a date, which is near to all days, make one of two occasions at which the
same words were published: it goes to one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from etl.duplicates.likeness import Likeness


class Version(NamedTuple):
    """An article that may repeat others."""

    article_id: int
    published_on: date | None
    word_count: int

    @property
    def rank(self) -> tuple[date, int, int]:
        """How near it is to being the original: the first published, then the longest, then the smallest key. No date is the last date."""
        return (self.published_on or date.max, -self.word_count, self.article_id)


class Copy(NamedTuple):
    """Two articles, one of which at least is a copy of the other."""

    article_id: int
    other_id: int
    likeness: Likeness


class Verdict(NamedTuple):
    """What an article is. `cluster_id`: the smallest key of those that are one text; None for an article that stands alone."""

    duplicate_of: int | None
    cluster_id: int | None


def decide(versions: Iterable[Version], copies: Iterable[Copy]) -> dict[int, Verdict]:
    """Return the verdict of each article. `copies` must hold all copies among `versions`, in any order."""
    by_key = {version.article_id: version for version in versions}
    within = {key: key for key in by_key}
    cut: list[tuple[int, int]] = []
    undated: list[tuple[int, int]] = []
    for one, other, likeness in copies:
        if likeness.is_cut:
            cut.append((one, other) if likeness.share > likeness.other_share else (other, one))
        elif (by_key[one].published_on is None) == (by_key[other].published_on is None):
            within[_root(within, one)] = _root(within, other)
        else:
            undated.append((one, other) if by_key[one].published_on is None else (other, one))
    original = {root: min(group, key=lambda v: v.rank) for root, group in _groups(by_key, within).items()}
    for root, dated in _targets(within, undated).items():
        within[root] = min(dated, key=lambda r: original[r].rank)
    groups = _groups(by_key, within)
    original = {root: min(group, key=lambda v: v.rank) for root, group in groups.items()}
    holders = _targets(within, cut)
    # A text goes to a longer one only: so there is always one that goes to none.
    size = {root: max((v.word_count, -v.article_id) for v in group) for root, group in groups.items()}
    home: dict[int, int] = {}
    for root in sorted(groups, key=lambda r: size[r], reverse=True):
        longer = [holder for holder in holders.get(root, ()) if size[holder] > size[root]]
        home[root] = home[min(longer, key=lambda r: original[r].rank)] if longer else root
    clusters: dict[int, list[int]] = defaultdict(list)
    for root, group in groups.items():
        clusters[home[root]].extend(v.article_id for v in group)
    return {
        key: Verdict(None if key == original[root].article_id else original[root].article_id, min(keys) if len(keys) > 1 else None)
        for root, keys in clusters.items()
        for key in keys
    }


def _groups(by_key: Mapping[int, Version], within: dict[int, int]) -> dict[int, list[Version]]:
    groups: dict[int, list[Version]] = defaultdict(list)
    for key, version in by_key.items():
        groups[_root(within, key)].append(version)
    return groups


def _targets(within: dict[int, int], arrows: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """Return to which groups each group has an arrow."""
    targets: dict[int, set[int]] = defaultdict(set)
    for source, target in arrows:
        targets[_root(within, source)].add(_root(within, target))
    return targets


def _root(within: dict[int, int], key: int) -> int:
    while within[key] != key:
        within[key] = within[within[key]]
        key = within[key]
    return key

"""Events: whether what several articles tell of one meeting, or of one statement, was put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from etl.evaluate.event_figures import EventFigures
from etl.evaluate.event_gold import EventGold
from etl.evaluate.event_meetings import score_event_meetings
from etl.evaluate.event_statements import score_event_statements
from etl.evaluate.figures import Miss
from etl.evaluate.stored_events import FoundEvents


def score_events(gold: EventGold, found: FoundEvents) -> EventFigures:
    """Score what a store says of the articles that the gold describes."""
    figures = EventFigures()
    score_event_meetings(figures, gold, found.reports)
    score_event_statements(figures, gold, found.statements)
    _score_duplicates(figures, gold.copies, found.copies)
    return figures


def _score_duplicates(figures: EventFigures, wanted: Iterable[Sequence[str]], found: Iterable[tuple[str, str]]) -> None:
    """Count pairs of articles that are one text; copies of one article are copies of each other."""
    right = {frozenset(pair) for group in wanted for pair in combinations(group, 2)}
    original = dict(found)
    copies: dict[str, set[str]] = defaultdict(set)
    for article in original:
        first = article
        while first in original:
            first = original[first]
        copies[first] |= {first, article}
    told = {frozenset(pair) for group in copies.values() for pair in combinations(sorted(group), 2)}
    figures.duplicates.add(right=len(right & told), wanted=len(right), found=len(told))
    for kind, pairs in (("copy not found", right - told), ("copy invented", told - right)):
        figures.misses += [Miss(kind, *sorted(pair)) for pair in sorted(pairs, key=sorted)]

"""Whether claims of several articles that report one statement were put together, and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from etl.evaluate.event_figures import EventFigures
from etl.evaluate.event_gold import EventGold, Place
from etl.evaluate.figures import Miss
from etl.evaluate.matching import HALF, overlap
from etl.evaluate.stored_events import FoundStatement


def score_event_statements(figures: EventFigures, gold: EventGold, found: Sequence[FoundStatement]) -> None:
    """Count pairs of claims that report one statement, and look at those that only sound alike."""
    of_article: dict[str, list[FoundStatement]] = defaultdict(list)
    for claim in found:
        of_article[claim.article].append(claim)
    right: set[frozenset[FoundStatement]] = set()
    for one, other in _pairs(gold.statements):
        a, b = _claim(one, of_article), _claim(other, of_article)
        same = bool(a and b and _joined(a, b))
        for tally in (figures.statements, figures.statements_found) if a and b else (figures.statements,):
            tally.right += same
            tally.missing += not same
        if a and b and same:
            right.add(frozenset((a, b)))
        else:
            kind = "statements not joined" if a and b else "claim of a pair not found"
            figures.misses.append(Miss(kind, one.article, f"{one.words} | {other.article}: {other.words}"))
    for one, other in _pairs(gold.apart):
        a, b = _claim(one, of_article), _claim(other, of_article)
        if a and b:
            figures.apart.judge(not _joined(a, b))
    neutral = [*gold.statements, *gold.optional]
    copied = {frozenset(pair) for group in gold.copies for pair in combinations(group, 2)}
    for a, b in _joined_pairs(found):
        if frozenset((a, b)) in right:
            continue
        # Copies say the same in every sentence; of a sentence cut in two, both parts say what it says.
        if frozenset((a.article, b.article)) in copied or any(_within(a, group) and _within(b, group) for group in neutral):
            continue
        for tally in (figures.statements, figures.statements_found):
            tally.too_many += 1
        figures.misses.append(Miss("statements joined", a.article, f"{a.words} | {b.article}: {b.words}"))


def _pairs(groups: Iterable[Sequence[Place]]) -> Iterator[tuple[Place, Place]]:
    for group in groups:
        yield from ((one, other) for one, other in combinations(group, 2) if one.article != other.article)


def _claim(place: Place, of_article: Mapping[str, Sequence[FoundStatement]]) -> FoundStatement | None:
    """Return the claim that stands in these words, if one does."""
    best = max(of_article.get(place.article, ()), key=lambda claim: overlap(place.span, claim.span), default=None)
    return best if best and overlap(place.span, best.span) >= HALF else None


def _joined(one: FoundStatement, other: FoundStatement) -> bool:
    return one.statement is not None and one.statement == other.statement


def _joined_pairs(found: Iterable[FoundStatement]) -> Iterator[tuple[FoundStatement, FoundStatement]]:
    """Yield the pairs of claims in two articles that were held for one statement."""
    by_statement: dict[int, list[FoundStatement]] = defaultdict(list)
    for claim in found:
        if claim.statement is not None:
            by_statement[claim.statement].append(claim)
    for claims in by_statement.values():
        yield from ((one, other) for one, other in combinations(claims, 2) if one.article != other.article)


def _within(claim: FoundStatement, group: Iterable[Place]) -> bool:
    """Whether at least half of a claim lies in the words of one of these places."""
    common = (
        min(place.span.end, claim.span.end) - max(place.span.start, claim.span.start) for place in group if place.article == claim.article
    )
    return max(common, default=0) >= HALF * (claim.span.end - claim.span.start)

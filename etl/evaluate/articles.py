"""The split of a document into articles, their titles and dates."""

from __future__ import annotations

from etl.evaluate.figures import Figures
from etl.evaluate.gold import GoldArticle, GoldDocument
from etl.evaluate.matching import overlap, pair
from etl.evaluate.names import fold
from etl.evaluate.stored import FoundArticle, FoundDocument

_SAME = 0.8
"""What two articles must share to be one: an article is cut off somewhere, not in the middle."""


def score_articles(figures: Figures, gold: GoldDocument, found: FoundDocument) -> None:
    """Count articles by their spans; title and date of those found."""
    tally = figures.tally("articles")
    if gold.articles is None:
        return
    partners = pair(gold.articles, found.articles, _likeness, _SAME)
    tally.add(right=len(partners), wanted=len(gold.articles), found=len(found.articles))
    for i, j in partners.items():
        wanted, article = gold.articles[i], found.articles[j]
        figures.judge("article title", fold(wanted.title) == fold(article.title))
        if wanted.date:
            figures.judge("article date", article.published_on == wanted.date)


def _likeness(wanted: GoldArticle, article: FoundArticle) -> float:
    return overlap(wanted.span, article.span)

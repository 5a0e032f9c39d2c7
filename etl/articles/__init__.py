"""Articles: from a `Document` to the `Article`s it holds. Pure: no database, no clock, no network."""

from __future__ import annotations

from etl.articles.split import split_articles

__all__ = ["split_articles"]

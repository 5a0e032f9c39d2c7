"""The gold spans of the real documents, where they are at hand (they are not part of this project)."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from etl.articles import split_articles
from etl.records import Article, Document
from etl.sources import read_paths

SHARED = Path(os.environ.get("COMMUNIQUE_SHARED") or Path(__file__).parents[3] / "shared")
SEEDS = SHARED / "articles/seeds"
ROWS = sorted((SHARED / "articles").glob("*/*.jsonl"))
PAGES = SHARED / "articles/readouts/html"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not at hand: set COMMUNIQUE_SHARED")


def read(*paths: Path) -> list[tuple[Document, tuple[Article, ...]]]:
    documents = list(read_paths(paths))
    assert all(isinstance(document, Document) for document in documents)
    return [(document, split_articles(document)) for document in documents if isinstance(document, Document)]


def test_seed_articles_are_those_of_the_gold_standard() -> None:
    found = 0
    for document, articles in read(SEEDS):
        gold = json.loads((SHARED / "gold/seeds" / f"{Path(document.name).stem}.json").read_text(encoding="utf-8"))["articles"]
        assert [
            (article.char_start, article.char_end, article.title, article.publisher, article.dateline_place) for article in articles
        ] == [(row["start"], row["end"], row["title"], row["publisher"], row["dateline_place"]) for row in gold]
        assert [article.published_on and article.published_on.isoformat() for article in articles] == [row["date"] for row in gold]
        found += len(articles)
    assert found == 14


def test_every_row_is_one_article_without_its_title() -> None:
    for document, articles in read(*ROWS):
        assert len(articles) == 1, document.name
        assert articles[0].title == document.title
        assert articles[0].published_on == document.published_on
        assert document.title
        assert not articles[0].text.startswith(document.title)
        assert "###" not in articles[0].text
        assert not articles[0].text.endswith("See also")


def test_pages_give_the_text_and_metadata_of_their_rows() -> None:
    rows = {document.name.removesuffix(".txt"): (document, articles) for document, articles in read(*ROWS)}
    for document, articles in read(PAGES):
        row, expected = rows[Path(document.name).stem]
        assert articles[0].text.split() == expected[0].text.split()
        assert (document.title, document.publisher, document.published_on, document.url) == (
            row.title,
            row.publisher,
            row.published_on,
            row.url,
        )
        assert document.language == "en"

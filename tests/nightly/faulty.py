"""What reads and extracts in worker processes of tests, and fails as a text's first word says."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from etl.extract.pipeline import extract_all
from etl.extract.readers.reader import RULES, Reader
from etl.intake import documents
from etl.intake.extraction import Extract, prepare_extractor
from etl.records import Article, Document, Observations
from etl.sources import plain_text


def prepare() -> Extract:
    """Return an extractor with faults, and let the reader of plain text have some."""
    sound = prepare_extractor("rules", {})
    parse = plain_text.parse

    def faulty(content: bytes, *, name: str, origin: str, charset: str | None = None) -> Document:
        match content.split()[0]:
            case b"Unending":
                time.sleep(600)
            case b"Bloated":
                bytearray(8_000_000_000)
            case b"Fatal":
                os.abort()
            case b"Twisted":
                raise ValueError("too twisted")
        return parse(content, name=name, origin=origin, charset=charset)

    plain_text.parse = faulty

    def read_articles(articles: Iterable[Article], reader: Reader = RULES) -> Iterator[Observations]:
        articles = list(articles)
        for article in articles:
            match article.text.split()[0]:
                case "Endless":
                    time.sleep(600)
                case "Hungry":
                    bytearray(8_000_000_000)
                case "Deadly":
                    os.abort()
                case "Deep":
                    raise RecursionError("too deep")
        return extract_all(articles, reader)

    documents.extract_all = read_articles  # type: ignore[attr-defined]
    return sound


def prepare_after(ended: Path, times: int) -> Extract:
    """Return an extractor once so many processes have ended in preparing one, each with a line in the file `ended`."""
    with ended.open("a+") as lines:
        lines.seek(0)
        if len(lines.readlines()) < times:
            lines.write("ended\n")
            lines.flush()
            os._exit(9)
    return prepare()

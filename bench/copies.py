"""Seconds to find the copies among 1,000 new articles, in stores of growing size.

    python -m bench.copies [--new 1000] [--stores 10000 100000 300000] [--json]

The new articles have texts of news length: one in five is a copy of another, whole or cut, and one in five ends with the stock paragraph of
its publisher. The articles already in the store, 1,000 a day, are filed under as many blocks, stock paragraphs among them;
their texts are left out, for only those of articles that may be alike are ever read.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine

from etl.duplicates import Signature, sign, words_of
from etl.load import compare_some, store_documents
from etl.load.batches import batches
from etl.load.comparing.filing import Filed, file
from etl.load.upsert import insert
from etl.records import Article, Document
from models import schema
from models.store import open_engine

TODAY = date(2031, 5, 6)
A_DAY = 1000
PUBLISHERS = 50
WORDS = 400
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()


def _prose(rnd: random.Random, words: int) -> str:
    """Words of three syllables, the common ones far more common, in sentences of twenty."""
    chosen = ["".join(_SYLLABLES[int(20 * rnd.random() ** 3)] for _ in range(3)) for _ in range(words)]
    return " ".join(" ".join(chosen[i : i + 20]).capitalize() + "." for i in range(0, words, 20))


def _stock() -> list[str]:
    rnd = random.Random(0)
    return [_prose(rnd, 60) for _ in range(PUBLISHERS)]


def _texts(rnd: random.Random, count: int) -> Iterator[str]:
    stock = _stock()
    made: list[str] = []
    for _ in range(count):
        sentences = _prose(rnd, WORDS).split(". ") if rnd.random() > 0.2 or not made else rnd.choice(made).split(". ")
        text = ". ".join(sentences[: rnd.randrange(8, len(sentences) + 1)] if len(sentences) > 8 and rnd.random() < 0.1 else sentences)
        made.append(text)
        yield f"{text} {rnd.choice(stock)}" if rnd.random() < 0.2 else text


def _document(number: int, text: str) -> tuple[Document, tuple[Article, ...]]:
    name = f"new {number}"
    article = Article(0, 0, len(text), text, name, f"Publisher {number % PUBLISHERS}", TODAY, "header", None, "en")
    return Document(name, f"/{name}", "text/plain", f"{name}\n{text}".encode(), text), (article,)


def _fill(connection: Connection, first: int, count: int) -> None:
    """Put `count` articles into the store that are filed, but have no text."""
    rnd = random.Random(first)
    stock = [sorted(sign(words_of(text)).runs()) for text in _stock()]
    keys = range(first, first + count)
    insert(
        connection,
        "documents",
        ("id", "name", "origin", "media_type", "content_hash", "content", "byte_count"),
        [(key, f"old {key}", f"/old {key}", "text/plain", str(key), b"", 0) for key in keys],
    )
    days = {key: TODAY - timedelta(1 + key // A_DAY) for key in keys}
    insert(
        connection,
        "articles",
        ("id", "document_id", "position", "published_on", "dated_by", "language", "char_start", "char_end", "text", "text_hash"),
        [(key, key, 0, days[key], "header", "en", 0, 0, "", str(key)) for key in keys],
    )
    filed = {}
    for key in keys:
        runs = {rnd.getrandbits(62) for _ in range(46)} | set(rnd.choice(stock) if rnd.random() < 0.2 else ())
        signature = Signature(WORDS, rnd.randbytes(256), b"".join(run.to_bytes(8, "little") for run in sorted(runs)))
        filed[key] = Filed(str(key), days[key].toordinal(), signature)
    file(connection, filed)


def _measure(engine: Engine, new: int, seed: int) -> float:
    documents = [_document(seed * new + number, text) for number, text in enumerate(_texts(random.Random(seed), new))]
    with engine.begin() as connection:
        store_documents(connection, documents, "bench")
    start = time.process_time()
    comparing = True
    while comparing:
        with engine.begin() as connection:
            comparing = compare_some(connection)
    return time.process_time() - start


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--new", type=int, default=1000)
    parser.add_argument("--stores", type=int, nargs="+", default=[10_000, 100_000, 300_000])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    figures: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sorted(args.stores):
            # A store of its own for each size: the new articles of one would be the old ones of the next.
            url = f"sqlite:///{Path(folder) / f'{size}.sqlite'}"
            schema.upgrade(url)
            engine = open_engine(url)
            for keys in batches(range(1, size + 1), 10_000):
                with engine.begin() as connection:
                    _fill(connection, keys[0], len(keys))
            figures[size] = _measure(engine, args.new, seed=1)
            engine.dispose()
            if not args.json:
                print(f"{args.new:,} new articles into {size:>9,}: {figures[size]:6.2f} s", flush=True)
    growth = figures[max(figures)] / figures[min(figures)]
    print(json.dumps({"seconds": figures, "growth": round(growth, 2)}) if args.json else f"grows {growth:.2f}-fold")


if __name__ == "__main__":
    main()

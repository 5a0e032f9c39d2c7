"""Seconds to resolve 1,000 new articles into stores of growing size.

    python -m bench.resolve [--new 1000] [--stores 10000 100000 300000] [--a-day 100] [--db FILE] [--corpus PATH] [--json]

One archive grows, at the same pace from its first day to its last (`bench.archive`: 100 articles a day, so that 10,000 cover a hundred days
and 300,000 more than eight years). It is resolved batch by batch, as it comes. Whenever it has reached one of the sizes, the next articles
are timed: the median of three lots, in processor time and by the clock, with how many rows the database handed out, which other work on the
machine does not change. With `--db`, a store that a run before has begun is filled further, from where that run stopped.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, func, select

from bench.archive import Archive
from etl.load import ArticleObservations, prepare_store, resolve_some, store_documents, store_observations
from etl.load.documents import key_of
from etl.load.identity import article_id
from etl.load.upsert import table
from etl.records import Document
from models.store import open_engine

STORIES = 2000
BATCH = 2000
"""As many articles as are loaded and resolved at once while the store is filled."""
TIMED = 3


@dataclass(slots=True)
class Cost:
    """What resolving took."""

    processor: float
    clock: float
    rows: int


class Store:
    """An archive in a store, and how many rows were read of it."""

    def __init__(self, url: str, archive: Archive) -> None:
        prepare_store(url)
        self.engine: Engine = open_engine(url)
        self.archive = archive
        self.rows = 0
        event.listen(self.engine, "connect", self._count)
        with self.engine.connect() as connection:
            self.size: int = connection.scalar(select(func.count()).select_from(table("articles"))) or 0
        self.resolve()

    def _count(self, connection: Any, _record: object) -> None:
        def counted(_cursor: object, row: Any) -> Any:
            self.rows += 1
            return row

        connection.row_factory = counted

    def load(self, count: int) -> None:
        """Put the next articles of the archive into the store, unresolved."""
        documents, observed = [], []
        for told in self.archive.articles(self.size, count):
            name, article = f"{told.number}.txt", told.article
            document = Document(name, f"bench/{name}", "text/plain", str(told.number).encode(), article.text)
            documents.append((document, (article,)))
            observed.append(ArticleObservations(article_id(key_of(document), article.position), article.text, told.observations))
        with self.engine.begin() as connection:
            store_documents(connection, documents, "bench")
            store_observations(connection, observed)
        self.size += count

    def resolve(self) -> Cost:
        """Resolve what was loaded."""
        self.rows = 0
        processor, clock = time.process_time(), time.perf_counter()
        resolving = True
        while resolving:
            with self.engine.begin() as connection:
                resolving = resolve_some(connection)
        return Cost(time.process_time() - processor, time.perf_counter() - clock, self.rows)

    def words(self) -> int:
        """Return how many different words the articles have."""
        texts = table("articles").c.text
        found: set[str] = set()
        with self.engine.connect() as connection:
            for (text,) in connection.execution_options(yield_per=1000).execute(select(texts)):
                found.update(re.findall(r"\w+", text.lower()))
        return len(found)


def measure(url: str, sizes: list[int], new: int, archive: Archive) -> Iterator[dict[str, float]]:
    """Fill the store at `url` and yield what new articles cost at each of the sizes."""
    store = Store(url, archive)
    for size in (size for size in sizes if size >= store.size):
        while store.size < size:
            store.load(min(BATCH, size - store.size))
            store.resolve()
        words = store.words()
        costs = []
        for _ in range(TIMED):
            store.load(new)
            costs.append(store.resolve())
        yield {
            "store": size,
            "new": new,
            "processor_seconds": round(statistics.median(cost.processor for cost in costs), 2),
            "seconds": round(statistics.median(cost.clock for cost in costs), 2),
            "rows": round(statistics.median(cost.rows for cost in costs)),
            "words": words,
        }
    store.engine.dispose()


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--new", type=int, default=1000)
    parser.add_argument("--stores", type=int, nargs="+", default=[10_000, 100_000, 300_000])
    parser.add_argument("--a-day", type=int, default=100, help="articles of one day of the archive")
    parser.add_argument("--db", help="a store of this benchmark, new or begun; by default a file that is deleted afterwards")
    parser.add_argument("--corpus", type=Path, help="articles to make the archive of instead of fresh ones")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found: list[dict[str, float]] = []
        archive = Archive(STORIES, options.a_day, options.corpus)
        for row in measure(options.db or str(Path(folder) / "store.sqlite"), options.stores, options.new, archive):
            found.append(row)
            if not options.json:
                growth = row["processor_seconds"] / found[0]["processor_seconds"]
                cost = f"{row['processor_seconds']:7.2f} s ({row['seconds']:.2f} s by the clock), {growth:.2f} times the first"
                print(f"{row['store']:>9,} articles of {row['words']:,} words: {cost}; {row['rows']:,} rows read", flush=True)
        print(json.dumps(found))


if __name__ == "__main__":
    main()

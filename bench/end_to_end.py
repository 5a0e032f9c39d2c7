"""Articles a second from files to committed rows, and the memory that this takes: processes and Dask, SQLite and Postgres.

    python -m bench.end_to_end [--articles 2000] [--sizes 1000 10000 50000] [--rounds 3] [--corpus PATH] [--json]

Fresh articles (`bench.corpus`) stand in parts of JSONL, or the corpus is what is at a path. `communique backfill` reads them into a new
store, in a process tree of its own, with one worker and with two, in turns; `extraction` reads and extracts, and stores nothing. The *rate*
is that at which articles arrive from a tenth of them to nine tenths: starting processes costs the same however many there are, and so is
left to the seconds of the whole. Ratios are medians over the rounds: of the rate to that of one worker of the same way, and of Dask's to
that of as many processes. On a machine that has other work, compare processor time: `ms/article` of all processes, `busiest` of one.

Then each way that stores reads each size with two workers. Memory is that of the whole tree at its most, what processes share counted once;
the database server is not in it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import SpawnProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

import psutil
from sqlalchemy import Engine, text

from bench.corpus import articles_of, fresh_articles
from bench.stores import Stores
from etl.config import Job, Settings
from etl.extract.readers.reader import RULES
from etl.intake import InWorkers, Limits, documents_of, prepare_extractor
from etl.intake.extraction import Pending
from etl.nightly import backfill, backfill_by_cluster
from etl.records import Article, RawDocument

WAYS = ("extraction", "processes-sqlite", "processes-postgresql", "dask-postgresql")
PART = 250
"""Articles of one file."""
AHEAD = 150
"""Documents begun before the first is fetched: three batches, as in a run."""
SECONDS_BETWEEN_LOOKS = 0.25
SPAWN = get_context("spawn")


@dataclass(frozen=True, slots=True)
class Measured:
    """One reading of the corpus. `rate`: articles a second between a tenth and nine tenths; `megabytes`: of the tree at its most.

    `processor_ms`: what an article takes of the processor meanwhile, in all processes together, and `busiest_ms` in the one with most work.
    """

    way: str
    workers: int
    articles: int
    rate: float
    seconds: float
    megabytes: float
    processor_ms: float
    busiest_ms: float


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen from outside at one moment: articles that had arrived, and by process the seconds of the processor it had used."""

    when: float
    arrived: int
    processor: dict[int, float]


class Corpus:
    """Articles in files, as many as are asked for: each size begins with the files of the smaller ones."""

    def __init__(self, folder: Path, given: Path | None) -> None:
        self._folder = folder
        self._articles: Iterator[Article] = iter(articles_of(given)) if given else fresh_articles(10**9, seed=int(time.time()))
        self._files: list[Path] = []
        self._tokens: set[str] = set()
        self._distinct: list[int] = []

    def files(self, count: int) -> list[Path]:
        """Return files of so many articles, or of all when there are fewer."""
        while PART * len(self._files) < count and (articles := list(islice(self._articles, PART))):
            self._write(articles)
        return self._files[: -(-count // PART)]

    def _write(self, articles: Sequence[Article]) -> None:
        file = self._folder / f"{len(self._files):06}.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for number, article in enumerate(articles):
                self._tokens.update(article.text.split())
                day = str(article.published_on) if article.published_on else None
                row = {"id": f"{file.stem}-{number}", "title": article.title, "published_on": day, "text": article.text}
                lines.write(json.dumps({name: value for name, value in row.items() if value}) + "\n")
        self._files.append(file)
        self._distinct.append(len(self._tokens))

    def distinct(self, count: int) -> int:
        """Return how many distinct tokens so many articles hold."""
        return self._distinct[len(self.files(count)) - 1]


def read(way: str, url: str, workers: int, files: Sequence[Path]) -> None:
    """Read files into a store, as the command does. Runs in a process of its own."""
    settings = Settings(database_url=url, job=Job(workers=workers))
    (backfill_by_cluster if way.startswith("dask") else backfill)(settings, files, workers=workers)


def extract(workers: int, files: Sequence[Path], done: Synchronized[int]) -> None:
    """Extract files, as a run does, a few batches ahead of what is fetched, and keep nothing. Runs in a process of its own."""
    with InWorkers(partial(prepare_extractor, RULES.name, {}), Limits(workers)) as extraction:
        waiting: deque[Pending] = deque()
        documents = (found for file in files for found in documents_of(file) if isinstance(found, RawDocument))
        for number, document in enumerate(documents):
            waiting.append(extraction.begin(number, document))
            if len(waiting) > AHEAD:
                waiting.popleft()()
                done.value += 1
        while waiting:
            waiting.popleft()()
            done.value += 1


def measure(stores: Stores, way: str, workers: int, files: Sequence[Path]) -> Measured:
    """Read files into a new store, and look at it from outside meanwhile."""
    if way == "extraction":
        done: Synchronized[int] = SPAWN.Value("q", 0)
        return _watched(way, workers, SPAWN.Process(target=extract, args=(workers, list(files), done)), lambda: done.value)
    with stores.new(way.partition("-")[2]) as engine:
        url = engine.url.render_as_string(hide_password=False)
        return _watched(way, workers, SPAWN.Process(target=read, args=(way, url, workers, list(files))), partial(_documents, engine))


def _watched(way: str, workers: int, process: SpawnProcess, count: Callable[[], int]) -> Measured:
    started = time.perf_counter()
    process.start()
    looks: list[Look] = []
    most = 0.0
    while process.is_alive():
        megabytes, processor = _of_tree(process.pid or 0)
        looks.append(Look(time.perf_counter(), count(), processor))
        most = max(most, megabytes)
        process.join(SECONDS_BETWEEN_LOOKS)
    seconds = time.perf_counter() - started
    if process.exitcode:
        raise SystemExit(f"{way} with {workers} workers failed")
    within = [look for look in looks if count() / 10 <= look.arrived <= count() * 9 / 10]
    if len(within) < 2:
        raise SystemExit(f"{count()} articles are too few to tell a rate: take more")
    first, last = within[0], within[-1]
    articles = max(1, last.arrived - first.arrived)
    spent = [seconds - first.processor.get(pid, 0.0) for pid, seconds in last.processor.items()]
    measured = Measured(
        way, workers, count(), round(articles / (last.when - first.when), 1), round(seconds, 1), round(most, 1),
        round(1000 * sum(spent) / articles, 2), round(1000 * max(spent) / articles, 2),
    )  # fmt: skip
    print(json.dumps(asdict(measured)), file=sys.stderr, flush=True)
    return measured


def _documents(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(text("SELECT COUNT(*) FROM documents")) or 0


def _of_tree(root: int) -> tuple[float, dict[int, float]]:
    """Return the megabytes that a process and those that it started hold, and the seconds of the processor that each has used."""
    total, processor = 0.0, {}
    with suppress(psutil.Error):
        for process in [psutil.Process(root), *psutil.Process(root).children(recursive=True)]:
            with suppress(psutil.Error):
                memory, times = process.memory_full_info(), process.cpu_times()
                # What several processes share: to each its part, where the system can tell.
                total += getattr(memory, "pss", memory.uss)
                processor[process.pid] = times.user + times.system
    return total / 1e6, processor


def speed(stores: Stores, ways: Sequence[str], files: Sequence[Path], rounds: int) -> list[dict[str, object]]:
    """Measure all ways with one worker and with two, in turns, and return their medians."""
    found: dict[tuple[str, int], list[Measured]] = {(way, workers): [] for way in ways for workers in (1, 2)}
    for _ in range(rounds):
        for (way, workers), measured in found.items():
            measured.append(measure(stores, way, workers, files))

    def ratio(one: tuple[str, int], other: tuple[str, int]) -> float | None:
        if other not in found or one == other:
            return None
        return round(statistics.median(a.rate / b.rate for a, b in zip(found[one], found[other], strict=True)), 2)

    return [
        {
            "way": way,
            "workers": workers,
            "articles_per_second": round(statistics.median(one.rate for one in measured), 1),
            "seconds": round(statistics.median(one.seconds for one in measured), 1),
            "megabytes": round(statistics.median(one.megabytes for one in measured), 1),
            "processor_ms": round(statistics.median(one.processor_ms for one in measured), 2),
            "busiest_ms": round(statistics.median(one.busiest_ms for one in measured), 2),
            "of_one_worker": ratio((way, workers), (way, 1)),
            "of_processes": ratio((way, workers), (way.replace("dask", "processes"), workers)),
        }
        for (way, workers), measured in found.items()
    ]


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000, help="for the rates; 0: none")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 50_000], help="articles for the memory")
    parser.add_argument("--ways", choices=WAYS, nargs="+", default=WAYS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--corpus", type=Path, help="files to read instead of fresh articles")
    parser.add_argument("--server", help="URL of a Postgres server on which databases may be created")
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Stores(options.server) as stores:
        corpus = Corpus(Path(folder), options.corpus)
        rates = speed(stores, options.ways, corpus.files(options.articles), options.rounds) if options.articles else []
        memory = [measure(stores, way, 2, corpus.files(size)) for size in options.sizes for way in options.ways if way != "extraction"]
        tokens = {size: corpus.distinct(size) for size in (options.articles, *options.sizes) if size}
    result = {
        "load": [round(load, 1) for load in os.getloadavg()],
        "distinct_tokens": tokens,
        "speed": rates,
        "memory": [asdict(one) for one in memory],
    }
    if not options.json:
        for size, distinct in tokens.items():
            print(f"{size:,} articles: {distinct:,} distinct tokens")
        costs = f"{'ms/article':>12}{'busiest':>9}{'MB':>8}{'seconds':>9}"
        print(f"{'':<22}{'workers':>8}{'articles/s':>12}{'of one':>8}{'of processes':>14}{costs}")
        for row in rates:
            of_one, of_processes = (f"{row[name] or ''}" for name in ("of_one_worker", "of_processes"))
            print(
                f"{row['way']:<22}{row['workers']:>8}{row['articles_per_second']:>12}{of_one:>8}{of_processes:>14}{row['processor_ms']:>12}"
                f"{row['busiest_ms']:>9}{row['megabytes']:>8}{row['seconds']:>9}"
            )
        print(f"\n{'':<22}{'articles':>9}{'MB':>8}{'articles/s':>12}{'seconds':>9}")
        for one in memory:
            print(f"{one.way:<22}{one.articles:>9,}{one.megabytes:>8}{one.rate:>12}{one.seconds:>9}")
    print(json.dumps(result))


if __name__ == "__main__":
    main()

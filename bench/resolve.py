"""Seconds to resolve a night of 1,000 new articles into stores of growing size.

    python -m bench.resolve [--new 1000] [--stores 10000 100000 300000] [--db URL] [--json]

One store grows: it is filled 1,000 articles a night, and whenever it has reached one of the sizes, the next nights are timed (median of
three; processor time, and the clock's). The articles are those of `bench.corpus`, observed once by the extractor
and then retold in other words: the people whom the lexicon does not know get new names in every second one, those whom it knows stay, and
the day is the night's. So the blocks of well-known people and offices grow with the store, as they do in life.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Engine

from bench.corpus import fresh_articles
from etl.extract.pipeline import extract
from etl.load import ArticleObservations, prepare_store, resolve_some, store_documents, store_observations
from etl.load.documents import key_of
from etl.load.identity import article_id
from etl.records import Article, Document, MeetingReport, Observations, PersonReference
from models.store import open_store

POOL = 2000
"""Articles that are observed; all others are these, retold."""
FIRST_NIGHT = date(2000, 1, 1)
TIMED_NIGHTS = 3
_LONG_WORD = re.compile(r"\b[a-z]{4,}\b")
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()

Observed = tuple[Article, Observations]


def _pool(size: int) -> list[Observed]:
    return [(article, extract(article)) for article in fresh_articles(size, seed=7)]


def _word(rnd: random.Random, length: int) -> str:
    return "".join(rnd.choice(_SYLLABLES) for _ in range(length // 2 + 1))[:length]


def _reworded(text: str, rnd: random.Random) -> str:
    """Return the text with most of its longer words exchanged for invented ones of the same length, so that spans still hold."""
    exchange: dict[str, str] = {}

    def fresh(match: re.Match[str]) -> str:
        word = match[0]
        if word not in exchange:
            exchange[word] = _word(rnd, len(word)) if rnd.random() < 0.9 else word
        return exchange[word]

    return _LONG_WORD.sub(fresh, text)


def retold(observed: Observed, occasion: int, day: date) -> Observed:
    """Return the article as told on `day` of another occasion: in other words, and half the time of other people."""
    article, seen = observed
    rnd = random.Random(occasion)
    renamed = rnd.random() < 0.5
    shift = day - (article.published_on or day)

    def person(one: PersonReference) -> PersonReference:
        new = renamed and one.known_by == "text" and one.name and " " in one.name
        return one._replace(name=f"{_word(rnd, 6)} {_word(rnd, 7)}".title()) if new else one

    def meeting(one: MeetingReport) -> MeetingReport:
        moved = {"start_on": one.start_on and one.start_on + shift, "end_on": one.end_on and one.end_on + shift}
        return replace(one, **moved) if one.date_precision in ("day", "range") else one

    people, meetings = tuple(map(person, seen.people)), tuple(map(meeting, seen.meetings))
    told = replace(article, text=_reworded(article.text, rnd), published_on=day, dated_by="metadata")
    return told, replace(seen, people=people, meetings=meetings)


def night(pool: list[Observed], number: int, articles: int) -> Iterator[tuple[int, Observed]]:
    """Yield the articles of a night, each with its number; one in five tells what the one before it tells."""
    rnd = random.Random(f"night {number}")
    occasion, observed = 0, pool[0]
    for own in range(number * articles, (number + 1) * articles):
        if rnd.random() > 0.2:
            occasion, observed = own, rnd.choice(pool)
        yield own, retold(observed, occasion, FIRST_NIGHT + timedelta(days=number))


def _load(engine: Engine, pool: list[Observed], number: int, articles: int) -> None:
    documents, observed = [], []
    for own, (article, seen) in night(pool, number, articles):
        document = Document(f"{own}.txt", f"bench/{own}.txt", "text/plain", str(own).encode(), article.text)
        documents.append((document, (article,)))
        observed.append(ArticleObservations(article_id(key_of(document), article.position), article.text, seen))
    with engine.begin() as connection:
        store_documents(connection, documents, "bench")
        store_observations(connection, observed)


def _resolve(engine: Engine) -> tuple[float, float]:
    """Resolve what was loaded; return processor time and time by the clock, in seconds."""
    processor, clock = time.process_time(), time.perf_counter()
    resolving = True
    while resolving:
        with engine.begin() as connection:
            resolving = resolve_some(connection)
    return time.process_time() - processor, time.perf_counter() - clock


def measure(url: str, sizes: list[int], articles: int) -> Iterator[dict[str, float]]:
    """Fill the store at `url` and yield the time that a night takes at each of the sizes."""
    prepare_store(url)
    engine = open_store(url)
    pool = _pool(POOL)
    nights = 0
    for size in sizes:
        while (nights + 1) * articles <= size:
            _load(engine, pool, nights, articles)
            _resolve(engine)
            nights += 1
        times = []
        for _ in range(TIMED_NIGHTS):
            _load(engine, pool, nights, articles)
            times.append(_resolve(engine))
            nights += 1
        processor, clock = (statistics.median(column) for column in zip(*times, strict=True))
        yield {"store": size, "new": articles, "seconds": round(clock, 2), "processor_seconds": round(processor, 2)}
    engine.dispose()


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--new", type=int, default=1000)
    parser.add_argument("--stores", type=int, nargs="+", default=[10_000, 100_000, 300_000])
    parser.add_argument("--db", help="an empty database; by default a SQLite file that is deleted afterwards")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for row in measure(options.db or str(Path(folder) / "store.sqlite"), options.stores, options.new):
            found.append(row)
            if not options.json:
                growth = row["processor_seconds"] / found[0]["processor_seconds"]
                cost = f"{row['processor_seconds']:7.2f} s ({row['seconds']:.2f} s by the clock)"
                print(f"{row['store']:>9,} articles: {cost}, {growth:.2f} times the first", flush=True)
        if options.json:
            print(json.dumps(found))


if __name__ == "__main__":
    main()

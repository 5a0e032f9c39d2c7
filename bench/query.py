"""Milliseconds that the documented questions take over a large store: median and 95th percentile, on each database.

    python -m bench.resolve --stores 100000 --db STORE.sqlite        # makes such a store, in an hour or two
    python -m bench.query STORE.sqlite [--copy-to postgresql://…/EMPTY] [postgresql://…] [--times 7] [--json]

`--copy-to` copies the first store into an empty Postgres database and asks that one, too. Questions are asked as `communique query` asks
them, about whoever and whatever the store speaks of most, and about its last month. What takes longer than `--give-up` seconds is ended.
"""

from __future__ import annotations

import argparse
import json
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from bench.copying import copy_store
from etl.questions import Question, ask, questions
from etl.search import IN, search
from models import schema
from models.store import open_engine

LIMIT_MS = 200
_MOST = {
    "person": "SELECT p.name FROM people AS p JOIN meeting_participants AS m ON m.person_id = p.id GROUP BY p.id, p.name",
    "speaker": "SELECT p.name FROM people AS p JOIN person_identities AS i ON i.person_id = p.id GROUP BY p.id, p.name",
    "initiative": "SELECT n.name FROM initiatives AS n JOIN claim_initiatives AS c ON c.initiative_id = n.id GROUP BY n.id, n.name",
    "meeting": "SELECT m.title FROM meetings AS m JOIN meeting_report_links AS l ON l.meeting_id = m.id GROUP BY m.id, m.title",
    "article": "SELECT title FROM articles WHERE title IS NOT NULL GROUP BY title",
}
"""What is asked about: of each the one that occurs most often."""
SEARCHES = ("cooperation", "security initiative", '"strategic partnership"', "sovereign* -trade")


def common(connection: Connection) -> dict[str, str]:
    """Return values of parameters that find something in a store."""
    found = {name: connection.scalar(text(f"{query} ORDER BY COUNT(*) DESC, 1 LIMIT 1")) for name, query in _MOST.items()}
    last = connection.scalar(text("SELECT MAX(published_on) FROM articles"))
    if last is not None:
        until = date.fromisoformat(str(last))
        found |= {
            "since": str(until - timedelta(days=30)),
            "until": str(until),
            "day": str(until - timedelta(days=15)),
            "year": str(until.year),
        }
    return {name: value for name, value in found.items() if value}


@contextmanager
def ended_after(connection: Connection, seconds: float) -> Iterator[None]:
    """End a question that takes longer, as an OperationalError."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET statement_timeout = {int(seconds * 1000)}")
        yield
        return
    driver: Any = connection.connection.driver_connection
    timer = threading.Timer(seconds, driver.interrupt)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def measure(url: str, times: int, give_up: float) -> Iterator[dict[str, Any]]:
    """Yield how long each question and each search takes in a store."""
    engine = open_engine(url)
    with engine.connect() as connection:
        values = common(connection)
    for question in questions():
        params = {name: values[name] for name in question.params if name in values}
        yield {"database": engine.dialect.name, "question": f"{question.number:02} {question.name}"} | _timed(
            engine.connect, question, params, times, give_up
        )
    for place in IN:
        for asked in SEARCHES:
            yield {"database": engine.dialect.name, "question": f"search {asked} in {place}"} | _timed(
                engine.connect, (asked, place), {}, times, give_up
            )
    engine.dispose()


def _timed(connect: Any, asked: Question | tuple[str, str], params: dict[str, str], times: int, give_up: float) -> dict[str, Any]:
    taken, rows = [], 0
    for _ in range(times):
        with connect() as connection:
            begun = time.perf_counter()
            try:
                with ended_after(connection, give_up):
                    if isinstance(asked, Question):
                        rows = len(ask(connection, asked, params).rows)
                    else:
                        rows = len(search(connection, asked[0], within=asked[1]))
            except OperationalError:
                return {"rows": None, "median_ms": None, "p95_ms": None}
            taken.append(1000 * (time.perf_counter() - begun))
            if taken[0] > 1000 * give_up / times:
                # It is far too slow, and once is enough to know it.
                break
    p95 = sorted(taken)[min(len(taken) - 1, round(0.95 * len(taken)))]
    return {"rows": rows, "median_ms": round(statistics.median(taken), 1), "p95_ms": round(p95, 1)}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stores", nargs="+", metavar="STORE")
    parser.add_argument("--copy-to", metavar="URL", help="an empty Postgres database, into which the first store is copied")
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--give-up", type=float, default=20.0, metavar="SECONDS")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.copy_to:
        schema.upgrade(options.copy_to)
        copy_store(open_engine(options.stores[0]), open_engine(options.copy_to))
    found = []
    for url in [*options.stores, *([options.copy_to] if options.copy_to else [])]:
        for row in measure(url, options.times, options.give_up):
            found.append(row)
            if not options.json:
                median, p95 = (f"{row[name]:,.1f} ms" if row[name] is not None else "ended" for name in ("median_ms", "p95_ms"))
                print(f"{row['database']:<11}{row['question']:<48}{row['rows'] or 0:>8,} rows{median:>14}{p95:>14}", flush=True)
    if not options.json:
        fast = sum(row["median_ms"] is not None and row["median_ms"] < LIMIT_MS for row in found)
        print(f"{fast} of {len(found)} under {LIMIT_MS} ms at the median")
    print(json.dumps(found))


if __name__ == "__main__":
    main()

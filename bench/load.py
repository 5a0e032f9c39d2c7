"""Rows a second into SQLite and Postgres: the loading path against the bare drivers.

    python -m bench.load [--articles 4000] [--batch 200] [--rounds 3] [--database sqlite postgresql] [--corpus PATH] [--json]

Articles of `bench.archive` are observed first. Then, in each round, the same rows go into new, migrated stores with the reference data

- by the loading path: from records to committed rows, with all that it looks up, compares, deletes and marks on the way;
- raw: the rows that the loading path wrote, ready as the driver takes them, by `sqlite3.executemany`; on Postgres by `COPY` into the
  tables, and by `COPY` into temporary tables with an upsert from there.

Tables, indexes, triggers, connection settings and transactions (so many documents each) are the same. A ratio is the median over the
rounds, in each of which all ways take turns. Postgres is a server of its own in a temporary folder, or the one of `--server`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from sqlalchemy import Connection, Engine, select

from bench.archive import Archive
from bench.stores import DATABASES, Stores
from etl.load import ArticleObservations, batches, store_documents, store_observations, upsert
from etl.load.documents import key_of
from etl.load.identity import article_id
from etl.load.upsert import Row, table
from etl.records import Article, Document

STORIES = 300
"""Of so many articles, observed once each, the archive is made."""

Given = tuple[Document, tuple[Article, ...], ArticleObservations]


@dataclass(frozen=True, slots=True)
class Written:
    """Rows that go into one table together, as the driver takes them."""

    name: str
    columns: tuple[str, ...]
    rows: list[Row]


Transactions = list[list[Written]]


def prepare(count: int, corpus: Path | None) -> list[Given]:
    """Return documents with what was observed in them."""
    given = []
    for told in Archive(STORIES, 100, corpus).articles(0, count):
        name, article = f"{told.number}.txt", told.article
        document = Document(name, f"bench/{name}", "text/plain", article.text.encode(), article.text)
        key = article_id(key_of(document), article.position)
        given.append((document, (article,), ArticleObservations(key, article.text, told.observations)))
    return given


def load(engine: Engine, given: Sequence[Given], batch: int) -> None:
    """Load by the loading path."""
    for chunk in batches(given, batch):
        with engine.begin() as connection:
            store_documents(connection, ((document, articles) for document, articles, _ in chunk), "bench")
            store_observations(connection, (observed for _, _, observed in chunk))


def written_by(engine: Engine, given: Sequence[Given], batch: int) -> Transactions:
    """Load by the loading path, and return the rows that are in the store since then."""
    kept: Transactions = []
    seen: dict[str, set[Row]] = {}
    run = upsert.run

    def noted(connection: Connection, how: upsert.How, name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
        if name not in seen:
            seen[name] = {tuple(row) for row in connection.execute(select(*table(name).primary_key.columns))}
        run(connection, how, name, columns, rows)
        if how != "delete":
            kept[-1].append(_as_the_driver_takes(engine, name, columns, _new(seen[name], name, columns, rows)))

    with mock.patch.object(upsert, "run", noted):
        for chunk in batches(given, batch):
            kept.append([])
            load(engine, chunk, batch)
    return kept


def _new(seen: set[Row], name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> list[Row]:
    places = [columns.index(column.name) for column in table(name).primary_key.columns]
    new = {key: row for row in rows if (key := tuple(row[place] for place in places)) not in seen}
    seen.update(new)
    return list(new.values())


def _as_the_driver_takes(engine: Engine, name: str, columns: tuple[str, ...], rows: list[Row]) -> Written:
    convert = [table(name).c[column].type.dialect_impl(engine.dialect).bind_processor(engine.dialect) for column in columns]
    return Written(name, columns, [tuple(v if c is None else c(v) for v, c in zip(row, convert, strict=True)) for row in rows])


def raw_executemany(engine: Engine, transactions: Transactions) -> None:
    """Write by `sqlite3.executemany`."""
    connection = engine.raw_connection()
    cursor = connection.cursor()
    for transaction in transactions:
        for one in transaction:
            marks = ", ".join("?" * len(one.columns))
            cursor.executemany(f"INSERT INTO {one.name} ({', '.join(one.columns)}) VALUES ({marks})", one.rows)
        connection.commit()
    connection.close()


def raw_copy(engine: Engine, transactions: Transactions) -> None:
    """Write by `COPY` into the tables."""
    connection = engine.raw_connection()
    cursor: Any = connection.cursor()
    for transaction in transactions:
        for one in transaction:
            _copy(cursor, one.name, one)
        connection.commit()
    connection.close()


def raw_copy_and_upsert(engine: Engine, transactions: Transactions) -> None:
    """Write by `COPY` into temporary tables, then by `INSERT … ON CONFLICT DO UPDATE` from these."""
    connection = engine.raw_connection()
    cursor: Any = connection.cursor()
    for transaction in transactions:
        for one in transaction:
            stage, columns = f"bench_{one.name}", ", ".join(one.columns)
            keys = [column.name for column in table(one.name).primary_key.columns]
            rest = ", ".join(f"{column} = excluded.{column}" for column in one.columns if column not in keys)
            cursor.execute(f"CREATE TEMP TABLE {stage} ON COMMIT DROP AS SELECT {columns} FROM {one.name} WITH NO DATA")
            _copy(cursor, stage, one)
            action = f"UPDATE SET {rest}" if rest else "NOTHING"
            cursor.execute(f"INSERT INTO {one.name} ({columns}) SELECT * FROM {stage} ON CONFLICT ({', '.join(keys)}) DO {action}")
            cursor.execute(f"DROP TABLE {stage}")
        connection.commit()
    connection.close()


def _copy(cursor: Any, into: str, written: Written) -> None:
    with cursor.copy(f"COPY {into} ({', '.join(written.columns)}) FROM STDIN") as copy:
        for row in written.rows:
            copy.write_row(row)


RAW: dict[str, dict[str, Callable[[Engine, Transactions], None]]] = {
    "sqlite": {"executemany": raw_executemany},
    "postgresql": {"COPY": raw_copy, "COPY and upsert": raw_copy_and_upsert},
}


def measure(stores: Stores, database: str, given: Sequence[Given], batch: int, rounds: int) -> list[dict[str, Any]]:
    """Return a row for each way: rows a second, and the ratio of the loading path to it."""
    with stores.new(database) as engine:
        transactions = written_by(engine, given, batch)
    count = sum(len(one.rows) for transaction in transactions for one in transaction)
    ways: dict[str, Callable[[Engine], None]] = {"loading path": lambda engine: load(engine, given, batch)}
    for name, raw in RAW[database].items():
        ways[name] = lambda engine, raw=raw: raw(engine, transactions)  # type: ignore[misc]
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, way in ways.items():
            with stores.new(database) as engine:
                start = time.perf_counter()
                way(engine)
                seconds[name].append(time.perf_counter() - start)
    return [
        {
            "database": database,
            "way": name,
            "rows": count,
            "rows_per_second": round(count / statistics.median(taken)),
            "ratio": round(statistics.median(raw / ours for raw, ours in zip(taken, seconds["loading path"], strict=True)), 3),
        }
        for name, taken in seconds.items()
    ]


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--batch", type=int, default=200, help="documents of one transaction")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--database", choices=DATABASES, nargs="+", default=DATABASES)
    parser.add_argument("--corpus", type=Path, help="articles to make the archive of instead of fresh ones")
    parser.add_argument("--server", help="URL of a Postgres server on which databases may be created")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    given = prepare(options.articles, options.corpus)
    with Stores(options.server) as stores:
        found = [row for database in options.database for row in measure(stores, database, given, options.batch, options.rounds)]
    if not options.json:
        print(f"{options.articles:,} articles, {options.batch} in a transaction, {found[0]['rows']:,} rows")
        print(f"{'database':<12}{'way':<18}{'rows/s':>10}{'the loading path is so many times it':>40}")
        for row in found:
            print(f"{row['database']:<12}{row['way']:<18}{row['rows_per_second']:>10,}{row['ratio']:>40.2f}")
    print(json.dumps(found))


if __name__ == "__main__":
    main()

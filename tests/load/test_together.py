"""Several programs that write to one store at the same time."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from sqlalchemy import Connection, Engine, text

from etl.intake.resolving import resolve_in_transactions
from etl.load import ArticleObservations, article_id, batches, committed, key_of, store_documents, store_observations
from etl.load.upsert import upsert
from etl.queries import reading
from etl.records import ActorRef, Article, Document, InitiativeKind, InitiativeReference, Mention, Observations, Span
from models.store import open_engine
from models.views import VIEWS

from .articles import talks
from .dumps import dump
from .seeded import Maker

ROOT = Path(__file__).resolve().parents[2]
LOADERS = 8
ARTICLES = 64
ORGANIZATIONS = [f"Kite League of {place}" for place in ("Abari", "Belo", "Curo", "Dinda", "Efar", "Golta", "Hume")]
INITIATIVES = [f"{word} Kite Compact" for word in ("Amber", "Blue", "Crimson", "Drab", "Ebony")]
PEOPLE = [f"{name} Testesen" for name in ("Ragnhild", "Sigrun", "Torvald", "Ulrik")]

Given = tuple[Document, Article, Observations]


def made(number: int) -> Given:
    """A document that speaks of what several others speak of, too, and that says something else of it than they do."""
    rnd = random.Random(f"together {number}")
    told = f"Talks {number} were held in Oslo. They praised the kites of round {number}."
    seen = talks(told)
    organizations = rnd.sample(ORGANIZATIONS, 3)
    kind = rnd.choice(("partnership", "mechanism", "principle"))
    compacts = [
        InitiativeReference(name, kind, (ActorRef("organization", organizations[0]),), False) for name in rnd.sample(INITIATIVES, 2)
    ]
    seen = replace(
        seen,
        people=(seen.people[0]._replace(name=rnd.choice(PEOPLE)), *seen.people[1:]),
        organizations=(*seen.organizations, *organizations),
        initiatives=(*seen.initiatives, *compacts),
        mentions=(*seen.mentions, *(Mention(Span(0, 4), "initiative", one.name, told[0:4], "test", 0.9) for one in compacts)),
    )
    day = date(2031, 5, 6) + timedelta(days=number % 5)
    name = f"{number}.txt"
    document = Document(name, f"shares/{name}", "text/plain", told.encode(), told)
    return document, Article(0, 0, len(told), told, f"Talks {number}", f"Agency {number % 3}", day, "metadata", "Oslo", "en"), seen


def store(connection: Connection, given: Sequence[Given]) -> None:
    """Store documents with what was observed in them."""
    store_documents(connection, ((document, (article,)) for document, article, _ in given), "test")
    keys = (article_id(key_of(document), 0) for document, _, _ in given)
    store_observations(connection, (ArticleObservations(key, a.text, seen) for key, (_, a, seen) in zip(keys, given, strict=True)))


def load(engine: Engine, share: Sequence[Given], at_once: int) -> None:
    """Load a share, and put together after each batch what is there then."""
    for batch in batches(share, at_once):
        committed(engine, partial(store, given=batch))
    resolve_in_transactions(engine)


@pytest.fixture
def engines(make_seeded: Maker) -> Iterator[list[Engine]]:
    """One engine for each loader on one Postgres store."""
    url = make_seeded("postgresql")
    made = [open_engine(url) for _ in range(LOADERS)]
    yield made
    for engine in made:
        engine.dispose()


def test_loaders_of_overlapping_shares_leave_what_one_loader_leaves(engines: list[Engine], make_seeded: Maker) -> None:
    corpus = [made(number) for number in range(ARTICLES)]
    alone = open_engine(make_seeded("postgresql"))
    load(alone, corpus, ARTICLES)
    expected = dump(alone)
    alone.dispose()
    ready = threading.Barrier(LOADERS)

    def work(number: int) -> None:
        rnd = random.Random(number)
        share = [given for place, given in enumerate(corpus) if place % LOADERS == number or rnd.random() < 0.5]
        rnd.shuffle(share)
        ready.wait()
        load(engines[number], share, rnd.choice((3, 5, 9)))

    with ThreadPoolExecutor(LOADERS) as pool:
        list(pool.map(work, range(LOADERS)))
    found = dump(engines[0])
    assert {name: len(rows) for name, rows in found.items()} == {name: len(rows) for name, rows in expected.items()}
    assert found == expected


def test_what_two_loaders_say_of_one_initiative_at_once_is_settled_by_whoever_is_last(engines: list[Engine]) -> None:
    document, article, seen = made(1)
    others = [Document(name, f"shares/{name}", "text/plain", name.encode(), article.text) for name in ("before.txt", "beside.txt")]
    before, one, two = (
        replace(seen, initiatives=(InitiativeReference("Kite Compact", kind, (), False),), mentions=(), claims=(), topics=())
        for kind in ("other", "principle", "partnership")
    )
    committed(engines[0], partial(store, given=[(others[0], article, before)]))
    written = threading.Event()

    def first(connection: Connection) -> None:
        store(connection, [(document, article, one)])
        written.set()
        # Long enough for the other to come to the row, where it waits for this transaction to end.
        time.sleep(2)

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(committed, engines[0], first)
        written.wait()
        committed(engines[1], partial(store, given=[(others[1], article, two)]))
        running.result()
    with engines[0].connect() as connection:
        kind = connection.scalar(text("SELECT kind FROM initiatives WHERE name = 'Kite Compact'"))
    assert kind == min("partnership", "principle", key=get_args(InitiativeKind).index)


def test_a_transaction_that_a_deadlock_ended_is_done_again(engines: list[Engine]) -> None:
    columns = ("id", "name", "provisional")
    first, second = threading.Event(), threading.Event()

    def rename(engine: Engine, one: int, other: int, mine: threading.Event, theirs: threading.Event) -> int:
        tries = 0

        def work(connection: Connection) -> None:
            nonlocal tries
            tries += 1
            connection.execute(text("UPDATE people SET name = name || :mark WHERE id = :id"), {"mark": f" {one}", "id": one})
            mine.set()
            theirs.wait(10)
            connection.execute(text("UPDATE people SET name = name || :mark WHERE id = :id"), {"mark": f" {one}", "id": other})

        committed(engine, work)
        return tries

    with engines[0].begin() as connection:
        upsert(connection, "people", columns, [(1, "Nobody", True), (2, "Nobody", True)])
    with ThreadPoolExecutor(2) as pool:
        a = pool.submit(rename, engines[0], 1, 2, first, second)
        b = pool.submit(rename, engines[1], 2, 1, second, first)
        assert sorted((a.result(), b.result())) == [1, 2]
    with engines[0].connect() as connection:
        names = connection.scalars(text("SELECT name FROM people WHERE id IN (1, 2)")).all()
    assert {frozenset(name.split()) for name in names} == {frozenset(("Nobody", "1", "2"))}


def test_an_error_of_ones_own_is_not_tried_again(engines: list[Engine]) -> None:
    tries = 0

    def work(_: Connection) -> None:
        nonlocal tries
        tries += 1
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        committed(engines[0], work)
    assert tries == 1


def test_stores_are_made_ready_by_several_programs_at_once(postgres_server: Engine) -> None:
    with postgres_server.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE made_at_once")
    url = postgres_server.url.set(database="made_at_once").render_as_string(hide_password=False)
    prepare = "import sys; from etl.load import prepare_store; print(prepare_store(sys.argv[1]).reference_rows is not None)"
    try:
        programs = [subprocess.Popen([sys.executable, "-c", prepare, url], stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(2)]
        assert sorted(program.communicate()[0].strip() for program in programs) == ["False", "True"]
    finally:
        with postgres_server.connect() as connection:
            connection.exec_driver_sql("DROP DATABASE made_at_once WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, make_seeded: Maker) -> str:
    return make_seeded(request.param)


def test_readers_read_and_a_second_writer_waits_while_a_long_write_goes_on(url: str) -> None:
    corpus = [made(number) for number in range(4)]
    first, second = open_engine(url), open_engine(url)
    committed(first, partial(store, given=corpus[:1]))
    written, seen = threading.Event(), threading.Event()

    def long_write(connection: Connection) -> None:
        store(connection, corpus[1:3])
        written.set()
        assert seen.wait(30)

    with ThreadPoolExecutor(2) as pool:
        writing = pool.submit(committed, first, long_write, alone=True)
        assert written.wait(30)
        waiting = pool.submit(committed, second, partial(store, given=corpus[3:]))
        begun = time.monotonic()
        with reading(url) as connection:
            for view in VIEWS:
                connection.execute(text(f"SELECT * FROM {view} LIMIT 1"))
            assert connection.scalar(text("SELECT COUNT(*) FROM v_articles")) == 1
        took = time.monotonic() - begun
        assert not writing.done() and not waiting.done()
        seen.set()
        writing.result()
        waiting.result()
    # Whoever waits for a writer does so for thirty seconds.
    assert took < 10
    with reading(url) as connection:
        assert connection.scalar(text("SELECT COUNT(*) FROM v_articles")) == 4
    first.dispose()
    second.dispose()

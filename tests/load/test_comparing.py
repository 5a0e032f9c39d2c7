"""Copies in the store: found night by night, the same whatever order the articles came in, and forgotten with them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from etl.load import compare_some, store_documents
from etl.load.comparing import run
from etl.load.documents import key_of, remove_documents
from etl.load.identity import article_id
from etl.records import Article, Document
from models.store import open_engine

from .dumps import dump, one, rows

DAY = date(2031, 5, 6)
NOUNS = (
    "harbour ferry pact minister envoy summit treaty salmon rice tunnel bridge loan visa reef port turbine council border railway fleet "
    "quota tariff satellite museum vaccine lithium orchard canal glacier academy"
).split()
VERBS = "praised signed opened delayed funded inspected renamed widened blocked joined doubled mapped".split()


class Piece(NamedTuple):
    """An article to be: published by whom and when, in one document with nothing else."""

    name: str
    publisher: str
    published_on: date | None
    text: str


def sentences(seed: int, number: int = 8) -> list[str]:
    """Made-up news, the same for the same seed."""
    rnd = random.Random(seed)
    return [
        f"The {rnd.choice(NOUNS)} {rnd.choice(NOUNS)} {rnd.choice(VERBS)} the {rnd.choice(NOUNS)} and the {rnd.choice(NOUNS)} while the "
        f"{rnd.choice(NOUNS)} {rnd.choice(VERBS)} another {rnd.choice(NOUNS)} for {rnd.randrange(2, 90)} days."
        for _ in range(number)
    ]


def document(piece: Piece) -> tuple[Document, tuple[Article, ...]]:
    content = f"{piece.name}\n{piece.text}".encode()
    made = Article(0, 0, len(piece.text), piece.text, piece.name, piece.publisher, piece.published_on,
                   "header" if piece.published_on else "unknown", None, "en")  # fmt: skip
    return Document(piece.name, f"/in/{piece.name}", "text/plain", content, piece.text), (made,)


def key(piece: Piece) -> int:
    return article_id(key_of(document(piece)[0]), 0)


def put(store: Engine, pieces: Iterable[Piece]) -> None:
    with store.begin() as connection:
        store_documents(connection, map(document, pieces), "test-1")


def take(store: Engine, pieces: Iterable[Piece]) -> None:
    with store.begin() as connection:
        remove_documents(connection, [key_of(document(piece)[0]) for piece in pieces])


def compare_store(store: Engine, at_once: int = 500) -> int:
    """Compare all that waits; return how many transactions that took."""
    turns = 0
    while True:
        with store.begin() as connection:
            if not compare_some(connection, articles_at_once=at_once):
                return turns
        turns += 1


def repeats(store: Engine) -> dict[str, str]:
    """Which article repeats which, by their names."""
    return dict(rows(store, "SELECT a.title, b.title FROM v_articles AS a JOIN v_articles AS b ON b.article_id = a.duplicate_of"))


WIRE = sentences(1)
WHOLE = " ".join(WIRE)
AGENCY = Piece("agency", "Agency", DAY, WHOLE)
PAPER = Piece("paper", "Paper", DAY + timedelta(1), f"{WHOLE} Readers of this paper have waited long for it.")
BRIEF = Piece("brief", "Radio", DAY, " ".join(WIRE[:3]))
UNDATED = Piece("undated", "Site", None, WHOLE)
A_YEAR_LATER = DAY.replace(year=2032)
NEXT_YEAR = Piece("next-year", "Agency", A_YEAR_LATER, WHOLE)
OTHER = Piece("other", "Agency", DAY, " ".join(sentences(2)))
ALL = [AGENCY, PAPER, BRIEF, UNDATED, NEXT_YEAR, OTHER]


def test_copies_are_found_night_by_night(store: Engine) -> None:
    put(store, [PAPER, OTHER])
    assert compare_store(store) == 1
    assert repeats(store) == {}
    put(store, [BRIEF])
    assert compare_store(store) == 1
    assert repeats(store) == {"brief": "paper"}
    put(store, [AGENCY])
    compare_store(store)
    assert repeats(store) == {"brief": "agency", "paper": "agency"}
    assert compare_store(store) == 0


def test_the_same_words_a_year_later_are_another_occasion(store: Engine) -> None:
    put(store, [AGENCY, NEXT_YEAR])
    compare_store(store)
    assert repeats(store) == {}


def test_an_article_without_a_day_is_near_to_all(store: Engine) -> None:
    put(store, [AGENCY])
    compare_store(store)
    put(store, [UNDATED])
    compare_store(store)
    assert repeats(store) == {"undated": "agency"}
    take(store, [AGENCY])
    put(store, [NEXT_YEAR])
    compare_store(store)
    assert repeats(store) == {"undated": "next-year"}


def test_a_copy_keeps_its_row_and_its_publisher(store: Engine) -> None:
    put(store, [AGENCY, PAPER])
    compare_store(store)
    assert rows(store, "SELECT publisher, cluster_id IS NOT NULL, duplicate_of IS NULL FROM v_articles ORDER BY publisher") == [
        ("Agency", True, True),
        ("Paper", True, False),
    ]


def test_shared_passages_lead_to_both_texts(store: Engine) -> None:
    put(store, [AGENCY, BRIEF])
    compare_store(store)
    for piece, other in ((AGENCY, BRIEF), (BRIEF, AGENCY)):
        ((start, end, other_start, other_end),) = rows(
            store,
            "SELECT char_start, char_end, other_start, other_end FROM v_shared_passages "
            f"WHERE article_id = {key(piece)} AND other_article_id = {key(other)}",
        )
        assert piece.text[start:end] == other.text[other_start:other_end] == BRIEF.text[:-1]


def test_loading_again_changes_nothing(store: Engine) -> None:
    put(store, ALL)
    compare_store(store)
    before = dump(store)
    put(store, ALL)
    assert one(store, "SELECT COUNT(*) FROM uncompared_articles") == len(ALL)
    compare_store(store)
    assert dump(store) == before


def test_an_article_that_moves_to_another_day_is_compared_anew(store: Engine) -> None:
    put(store, ALL)
    compare_store(store)
    moved = AGENCY._replace(published_on=A_YEAR_LATER - timedelta(1))
    assert key(moved) == key(AGENCY)
    put(store, [moved])
    compare_store(store)
    assert repeats(store) == {"next-year": "agency", "undated": "paper", "brief": "paper"}


def test_what_was_there_before_is_compared_once(store: Engine) -> None:
    put(store, ALL)
    compare_store(store)
    before = dump(store)
    with store.begin() as connection:
        # As a migrated store is: articles, and nothing known of them.
        for name in ("shared_passages", "article_likenesses", "article_blocks", "article_signatures"):
            connection.exec_driver_sql(f"DELETE FROM {name}")
        connection.exec_driver_sql("UPDATE articles SET duplicate_of = NULL, cluster_id = NULL")
        connection.exec_driver_sql("INSERT INTO uncompared_articles (article_id, day) SELECT id, 0 FROM articles")
    compare_store(store)
    assert dump(store) == before


def test_articles_deleted_by_hand_do_no_harm(store: Engine) -> None:
    put(store, [AGENCY])
    compare_store(store)
    with store.begin() as connection:
        connection.exec_driver_sql("DELETE FROM documents")
    put(store, [PAPER])
    compare_store(store)
    assert repeats(store) == {}


def test_a_crash_loses_nothing(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, ALL)

    def crash(*_: Any) -> None:
        raise RuntimeError("the power failed")

    with monkeypatch.context() as patch:
        patch.setattr(run, "_decide", crash)
        with pytest.raises(RuntimeError):
            compare_store(store)
    compare_store(store)
    assert repeats(store) == {"brief": "agency", "paper": "agency", "undated": "agency"}


def pieces(seed: int) -> list[Piece]:
    """Articles of which many are copies of others: as they are, cut, added to, two in one; on near and far days."""
    rnd = random.Random(seed)
    sources = [sentences(rnd.randrange(10**6), rnd.randrange(3, 9)) for _ in range(3)]
    made = []
    for number in range(rnd.randrange(5, 12)):
        text = list(rnd.choice(sources))
        match rnd.randrange(5):
            case 0:
                text = text[: rnd.randrange(2, len(text) + 1)]
            case 1:
                text.insert(rnd.randrange(len(text)), rnd.choice(sentences(rnd.randrange(10**6), 1)))
            case 2:
                text += rnd.choice(sources)
            case 3:
                text[rnd.randrange(len(text))] = rnd.choice(sentences(rnd.randrange(10**6), 1))
            case _:
                pass
        day = rnd.choice([None, DAY, DAY + timedelta(rnd.randrange(20)), DAY + timedelta(400)])
        made.append(Piece(f"piece {number}", f"Publisher {number % 3}", day, " ".join(text)))
    return made


@contextmanager
def opened(template: Path, folder: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{shutil.copy(template, folder / f'{next(_numbers)}.sqlite')}")
    try:
        yield engine
    finally:
        engine.dispose()


_numbers = count(1)


def without_publishers(store: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Publishers without articles go at the end of a run, which is not looked at here."""
    return {name: held for name, held in dump(store).items() if name != "publishers"}


def in_parts(rnd: random.Random, entries: Sequence[Piece]) -> Iterator[list[Piece]]:
    entries = rnd.sample(entries, len(entries))
    while entries:
        size = rnd.randrange(1, 5)
        yield list(entries[:size])
        entries = entries[size:]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 100_000))
def test_any_order_batches_removals_and_reloads_give_the_same_store(seed: int, sqlite_template: Path, tmp_path: Path) -> None:
    rnd = random.Random(seed)
    wanted = pieces(seed)
    guests = [piece._replace(name=f"guest {n}") for n, piece in enumerate(rnd.sample(wanted, 2))]
    with opened(sqlite_template, tmp_path) as store:
        put(store, wanted)
        compare_store(store)
        expected = without_publishers(store)
    with opened(sqlite_template, tmp_path) as store:
        for part in in_parts(rnd, [*wanted, *guests, *rnd.sample(wanted, 2)]):
            put(store, part)
            if rnd.random() < 0.5:
                compare_store(store, at_once=rnd.randrange(1, 4))
            if rnd.random() < 0.3:
                gone = rnd.choice(wanted)
                take(store, [gone])
                if rnd.random() < 0.5:
                    compare_store(store, at_once=2)
        take(store, guests)
        put(store, wanted)
        compare_store(store, at_once=rnd.randrange(1, 4))
        assert without_publishers(store) == expected


def test_a_duplicate_is_never_itself_repeated(store: Engine) -> None:
    for seed in range(6):
        put(store, [piece._replace(name=f"{seed} {piece.name}") for piece in pieces(seed)])
    compare_store(store)
    assert one(store, "SELECT COUNT(*) FROM articles WHERE duplicate_of IS NOT NULL") > 5
    assert rows(store, "SELECT a.id FROM articles AS a JOIN articles AS b ON b.id = a.duplicate_of WHERE b.duplicate_of IS NOT NULL") == []
    with store.connect() as connection:
        assert_cluster_names(connection)


def assert_cluster_names(connection: Connection) -> None:
    clusters: dict[int, list[int]] = {}
    for name, member in connection.exec_driver_sql("SELECT cluster_id, id FROM articles WHERE cluster_id IS NOT NULL"):
        clusters.setdefault(name, []).append(member)
    for name, members in clusters.items():
        assert name == min(members)
        assert len(members) > 1

"""Resolving a store bit by bit: any order, any batches, articles read again or taken away, and always the rows that all at once give."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from resolve.builders import Draft
from resolve.near_misses import DAYS, FAR_DAYS, WORDS, random_articles, random_decisions
from sqlalchemy import Engine, event

from etl.articles import split_articles
from etl.extract.pipeline import extract
from etl.intake import sample_paths
from etl.load import read_observations, resolve_some, tidy
from etl.load.days import day_of
from etl.load.documents import key_of
from etl.load.identity import article_id, claim_id, meeting_report_id, reference_id
from etl.load.resolving.days import may_be_of_one_time, pack_days
from etl.load.resolving.shelves import opened
from etl.load.resolving.terms import TermIndex, pack, unpack
from etl.load.resolving.unresolved import take_changes
from etl.records import Document, ObservedArticle
from etl.resolve import resolve
from etl.resolve.meeting_features import compare_reports
from etl.resolve.meeting_reports import reports_of
from etl.resolve.people import People
from etl.resolve.verdicts import NO_DECISIONS, Decisions
from etl.resolve.visits import Occasion, umbrella
from etl.resolve.wording import may_be_one, shared_weight, wording
from etl.sources import read_paths
from models import Base
from models.store import open_engine

from .dumps import dump
from .putting import put, resolve_all, take_away

Dump = dict[str, list[tuple[Any, ...]]]
SLOW = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)


@pytest.fixture(scope="module")
def new_store(make_seeded: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Engine]]:
    """Returns new seeded stores; each is gone when the next one comes."""
    folder = tmp_path_factory.mktemp("resolving")
    template = make_seeded("sqlite").removeprefix("sqlite:///")
    opened_stores: list[Engine] = []

    def new() -> Engine:
        for engine in opened_stores:
            engine.dispose()
        opened_stores.clear()
        for file in folder.glob("store.sqlite*"):
            file.unlink()
        shutil.copy(template, folder / "store.sqlite")
        opened_stores.append(open_engine(f"sqlite:///{folder / 'store.sqlite'}"))
        return opened_stores[0]

    yield new
    for engine in opened_stores:
        engine.dispose()


@pytest.fixture(scope="module")
def samples() -> list[ObservedArticle]:
    """The sample articles, observed."""
    found = []
    for document in read_paths(sample_paths()):
        assert isinstance(document, Document)
        for article in split_articles(document):
            key = article_id(key_of(document), article.position)
            found.append(
                ObservedArticle(key, document.name, article.title, article.publisher, article.published_on, article.text, extract(article))
            )
    assert len(found) > 12
    return found


def step(
    store: Engine, articles: Sequence[ObservedArticle], gone: Sequence[ObservedArticle] = (), decisions: Decisions = NO_DECISIONS
) -> None:
    """Take articles away, load others, and resolve."""
    with store.begin() as connection:
        take_away(connection, gone)
        put(connection, articles)
    resolve_all(store, decisions=decisions)


def settled(store: Engine) -> Dump:
    with store.begin() as connection:
        tidy(connection)
    return dump(store)


def at_once(store: Engine, articles: Sequence[ObservedArticle]) -> Dump:
    step(store, articles)
    return settled(store)


def in_some_way(store: Engine, articles: Sequence[ObservedArticle], others: Sequence[ObservedArticle], data: st.DataObject) -> Dump:
    """Load the articles in any order and batches, some of them twice, some taken away in between, and others that do not stay."""
    order = data.draw(st.permutations(articles))
    while order:
        size = data.draw(st.integers(min(4, len(order)), len(order)))
        batch, order = order[:size], order[size:]
        match data.draw(st.sampled_from(["plain", "plain", "others", "again", "away", "unresolved"])):
            case "others":
                step(store, [*batch, *others])
                step(store, [], others)
            case "again":
                step(store, batch)
                step(store, batch[:2])
            case "away":
                step(store, batch)
                step(store, [], batch[:2])
                step(store, batch[:2])
            case "unresolved":
                with store.begin() as connection:
                    put(connection, batch)
                    put(connection, batch[:1])
            case _:
                step(store, batch)
    resolve_all(store, data.draw(st.sampled_from([1, 3, 1000])))
    return settled(store)


@pytest.fixture(scope="module")
def sample_rows(new_store: Callable[[], Engine], samples: list[ObservedArticle]) -> Dump:
    """What all the sample articles at once give."""
    return at_once(new_store(), samples)


def occasions_of(rows: Dump) -> list[Occasion]:
    """The meetings of a dump, as far as it matters to which visits they are part of."""
    names = [c.name for c in Base.metadata.tables["meetings"].columns]
    wanted = [names.index(c) for c in ("id", "kind", "status", "start_on", "end_on", "date_precision", "place_state_id")]
    present = {row[0]: [p for p in rows["meeting_participants"] if p[0] == row[0]] for row in rows["meetings"]}
    return [Occasion(*(row[place] for place in wanted), tuple((p[2], p[3], p[4]) for p in present[row[0]])) for row in rows["meetings"]]


def same(one: Dump, other: Dump) -> None:
    for name, rows in one.items():
        assert rows == other[name], name


@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_the_sample_articles_in_any_way_give_the_same_rows(
    new_store: Callable[[], Engine], samples: list[ObservedArticle], sample_rows: Dump, data: st.DataObject
) -> None:
    same(sample_rows, in_some_way(new_store(), samples, random_articles(1, 3), data))


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(seed=st.integers(0, 10_000), days=st.sampled_from([DAYS, FAR_DAYS]), data=st.data())
def test_near_misses_in_any_way_give_the_same_rows(
    new_store: Callable[[], Engine], seed: int, days: tuple[str | None, ...], data: st.DataObject
) -> None:
    articles = random_articles(seed, 12, days)
    expected = at_once(new_store(), articles)
    same(expected, in_some_way(new_store(), articles, random_articles(seed + 20_000, 4, days), data))


@settings(max_examples=20, deadline=None, suppress_health_check=SLOW)
@given(seed=st.integers(0, 10_000), days=st.sampled_from([DAYS, FAR_DAYS]), decided=st.booleans())
def test_the_store_holds_what_resolving_all_says(
    new_store: Callable[[], Engine], seed: int, days: tuple[str | None, ...], decided: bool
) -> None:
    store = new_store()
    articles = random_articles(seed, 12, days)
    decisions = random_decisions(articles, seed) if decided else NO_DECISIONS
    for article in articles:
        step(store, [article], decisions=decisions)
    with store.connect() as connection:
        found = resolve(read_observations(connection).articles, decisions)
    rows = dump(store)
    assert {row[:4] for row in rows["person_identities"]} == {
        (reference_id(i.article_id, i.person_index), i.person_id, i.score, i.reason) for i in found.identities
    }
    assert {row[:4] for row in rows["meeting_report_links"]} == {
        (meeting_report_id(x.article_id, x.meeting_index), x.meeting_id, x.score, "; ".join(x.reasons)) for x in found.meeting_links
    }
    assert {(*row[:4], row[5]) for row in rows["statement_claims"]} == {
        (claim_id(x.article_id, x.claim_index), x.statement_id, x.score, "; ".join(x.reasons), x.covered_by and claim_id(*x.covered_by))
        for x in found.statement_links
    }
    assert {(row[0], row[1]) for row in rows["meetings"]} == {(m.meeting_id, m.title) for m in found.meetings}
    assert {row[:3] for row in rows["statements"]} == {(s.statement_id, s.text, s.act) for s in found.statements}
    assert len(rows["relationships"]) == len(found.relationships)
    assert {row[0] for row in rows["agreements"]} == {a.agreement_id for a in found.agreements}
    assert {(p.person_id, p.name, p.family) for p in found.people if p.provisional} <= {row[:3] for row in rows["people"]}
    assert rows["unresolved"] == []
    occasions = occasions_of(rows)
    assert {row[0]: row[-1] for row in rows["meetings"]} == {one.meeting_id: umbrella(one, occasions) for one in occasions}


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_both_databases_hold_the_same(make_seeded: Callable[[str], str], new_store: Callable[[], Engine], kind: str) -> None:
    articles = random_articles(7, 12, FAR_DAYS)
    expected = at_once(new_store(), articles)
    store = open_engine(make_seeded(kind))
    try:
        for article in articles:
            step(store, [article])
        step(store, [], articles[:3])
        step(store, articles[:3])
        same(expected, settled(store))
    finally:
        store.dispose()


@given(changed=st.sets(st.integers(1, 120), max_size=4), steady=st.sets(st.integers(1, 120), max_size=4), reach=st.integers(1, 15))
def test_a_day_opens_exactly_the_days_that_it_alone_is_near(changed: set[int], steady: set[int], reach: int) -> None:
    periods = list(opened(changed, steady, reach))
    for day in range(-20, 150):
        alone = any(abs(day - c) <= reach for c in changed) and not any(abs(day - s) <= reach for s in steady)
        assert any(first <= day <= last for first, last in periods) == alone


def test_a_sighting_without_a_day_is_near_to_all_days() -> None:
    assert list(opened({100}, {0}, 10)) == []
    assert list(opened({0}, {100}, 10)) == [(1, 89), (111, date.max.toordinal())]


@given(a=st.lists(st.sampled_from(WORDS), max_size=8), b=st.lists(st.sampled_from(WORDS), max_size=8))
def test_words_in_short_never_pass_over_a_pair_that_may_agree(a: list[str], b: list[str]) -> None:
    x, y = wording(" ".join(a)), wording(" ".join(b))
    if may_be_one(shared_weight(x, y), x.weight, y.weight):
        assert list(TermIndex([((1, 0), unpack(pack(x)))]).like(unpack(pack(y)))) == [(1, 0)]


def test_what_a_migration_has_resolved_anew_is_resolved_once(new_store: Callable[[], Engine]) -> None:
    store = new_store()
    expected = at_once(store, random_articles(3, 4))
    with store.begin() as connection:
        connection.exec_driver_sql("INSERT INTO unresolved (id, kind, key, day) SELECT id, 'article', id, 0 FROM articles")
    resolve_all(store)
    same(expected, settled(store))


def test_articles_of_one_time_are_resolved_together(new_store: Callable[[], Engine]) -> None:
    # Else each step would be weighed with the whole archive, and its memory grow with that.
    articles = random_articles(5, 12, FAR_DAYS)
    with new_store().begin() as connection:
        put(connection, articles)
        days = {article.article_id: day_of(article.published_on) for article in articles}
        taken = []
        while changes := take_changes(connection, 3):
            taken.append([days[key] for key in changes.articles])
    assert [len(step) for step in taken] == [3] * 4
    assert [day for step in taken for day in sorted(step)] == sorted(days.values())


@pytest.fixture
def rows_read(new_store: Callable[[], Engine]) -> tuple[Engine, Callable[[Sequence[ObservedArticle]], int]]:
    """Returns a new store, and how to load articles into it with the number of rows that resolving them reads."""
    store, read = new_store(), [0]

    def counted(_cursor: object, row: Any) -> Any:
        read[0] += 1
        return row

    event.listen(store, "connect", lambda connection, _: setattr(connection, "row_factory", counted))

    def load(articles: Sequence[ObservedArticle]) -> int:
        with store.begin() as connection:
            put(connection, articles)
        read[0] = 0
        resolve_all(store)
        return read[0]

    return store, load


def test_what_is_said_again_for_years_is_not_read_from_its_beginning(
    new_store: Callable[[], Engine], rows_read: tuple[Engine, Callable[[Sequence[ObservedArticle]], int]]
) -> None:
    """Each agrees with the one before: words, relation and people of one voice hang together without end."""
    store, load = rows_read
    articles = []
    for number in range(40):
        draft = Draft(1000 + number, f"{date(2031, 1, 1) + timedelta(days=7 * number)}")
        speaker = draft.person("Ingrid Solberg", "NO", known_by="name")
        draft.claim("Norway will finance the new hydrogen terminal in Recife and train engineers in Bergen", speaker, act="pledge")
        draft.relation("relationship", "strategic partnership", "BR", "NO", since="2030-01-01")
        articles.append(draft.done())
    costs = [load([article]) for article in articles]
    # Every seventh day falls on the same days of a ten-day bucket after ten times.
    assert max(costs[30:]) <= 1.1 * max(costs[10:20])
    rows = settled(store)
    assert len(rows["relationship_reports"]) == 40
    same(rows, at_once(new_store(), articles))


@given(seed=st.integers(0, 10_000))
def test_days_in_short_never_pass_over_reports_that_may_be_one(seed: int) -> None:
    articles = random_articles(seed, 4, FAR_DAYS)
    people = People((), (), {}, {})
    reports = [report for article in articles for report in reports_of(article, people)]
    for a, b in combinations(reports, 2):
        if compare_reports(a, b, people) is not None:
            assert may_be_of_one_time(a, pack_days(b)) and may_be_of_one_time(b, pack_days(a))


def test_what_a_step_read_goes_with_it(new_store: Callable[[], Engine], samples: list[ObservedArticle]) -> None:
    # What holds on to itself stays until the garbage collector comes, and so two steps' memory would stand beside each other.
    gc.collect()
    gc.disable()
    try:
        with new_store().begin() as connection:
            put(connection, samples)
            resolve_some(connection)
        kept = {type(one) for one in gc.get_objects() if str(type(one).__module__).startswith("etl.load.resolving.")}
    finally:
        gc.enable()
    assert {kind.__name__ for kind in kept} <= {"Terms"}

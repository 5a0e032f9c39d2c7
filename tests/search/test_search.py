"""Searching: the same hits on both databases, and right after whatever was loaded, changed and taken away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest
from load.seeded import Maker
from sqlalchemy import Engine, text
from typer.testing import CliRunner

import cli
from etl.load import ArticleObservations, article_id, key_of, remove_documents, resolve_some, store_documents, store_observations
from etl.load.upsert import delete_where
from etl.queries import QuestionError, reading
from etl.records import ActorRef, Article, Claim, Document, Observations, PersonReference, Span
from etl.search import Hit, read_query, search
from models.store import open_engine

ARTICLES = {
    "grain": ("Grain and ports", "Ilse Kraus said that exporters' negotiations on grain-export corridors would go on. Rain fell."),
    "rail": ("A railway", "Ilse Kraus said that negotiators of the G20 want a railway by 2031. Nobody met in São Gonçalo."),
    "visit": ("On the Erdoğan visit", "Ilse Kraus said nothing of U.S. tariffs; 5.2 % of the trade is grain."),
    "none": (None, "A list of names."),
}
"""Headline and text by name; the first sentence of three of them is a claim."""


def given(name: str, day: int, words: str | None = None) -> tuple[Document, Article, Observations]:
    title, whole = ARTICLES[name]
    whole = words or whole
    document = Document(f"{name}.txt", f"search/{name}.txt", "text/plain", name.encode(), whole)
    article = Article(0, 0, len(whole), whole, title, "The Daily Kite", date(2031, 5, day), "metadata", None, "en")
    if name == "none":
        return document, article, Observations()
    span = Span(0, whole.index(" ", 40) if name == "none" else len(whole.split(". ")[0]) + (0 if name == "visit" else 1))
    if name == "visit":
        span = Span(0, len(whole))
    people = (PersonReference(0, "Ilse Kraus", ActorRef("state", "DE"), None, "f", "text", "test", 0.9),)
    claim = Claim(
        0, span, span, None, None, None, (0,), None, (), (), (), (), (), (), "assert", False, False, "positive", "actual", None, "test", 0.9
    )  # fmt: skip
    return document, article, Observations(people=people, claims=(claim,))


def load(store: Engine, *articles: tuple[Document, Article, Observations]) -> None:
    with store.begin() as connection:
        store_documents(connection, ((document, (article,)) for document, article, _ in articles), "test")
        observed = (ArticleObservations(article_id(key_of(document), 0), article.text, seen) for document, article, seen in articles)
        store_observations(connection, observed)
        while resolve_some(connection):
            pass


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, make_seeded: Maker) -> str:
    return make_seeded(request.param)


@pytest.fixture
def store(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    load(engine, *(given(name, day) for day, name in enumerate(ARTICLES, 1)))
    yield engine
    engine.dispose()


def names(store: Engine, asked: str, within: str = "articles", limit: int = 20) -> list[str]:
    by_key = {article_id(key_of(given(name, 1)[0]), 0): name for name in ARTICLES}
    with store.connect() as connection:
        return [by_key[hit.article_id] for hit in search(connection, asked, within=within, limit=limit)]


FOUND = [
    ("grain", ["visit", "grain"]),
    ("grain railway", []),
    ("RAILWAYS", ["rail"]),
    ("negotiation", ["rail", "grain"]),
    ("negotiat*", ["rail", "grain"]),
    ('"grain export"', ["grain"]),
    ('"export grain"', []),
    ("grain-export", ["grain"]),
    ("grain -tariffs", ["grain"]),
    ('grain -"of the trade"', ["grain"]),
    ("the", ["visit", "rail"]),
    ("Erdogan", ["visit"]),
    ("erdoğan", ["visit"]),
    ("SAO goncalo", ["rail"]),
    ("G20", ["rail"]),
    ("g2*", ["rail"]),
    ("2031", ["rail"]),
    ("5.2", ["visit"]),
    ("U.S.", ["visit"]),
    ("exporter's", []),
    ("exporters'", ["grain"]),
    ("kite", []),
    ("a ' list ) OR & names :* !", []),
    ("names list", ["none"]),
]


@pytest.mark.parametrize(("asked", "expected"), FOUND, ids=[asked for asked, _ in FOUND])
def test_articles_found(store: Engine, asked: str, expected: list[str]) -> None:
    assert names(store, asked) == expected


def test_claims_found(store: Engine) -> None:
    assert names(store, "negotiat*", "claims") == ["rail", "grain"]
    assert names(store, "rain", "claims") == []
    assert names(store, "kraus", "claims", limit=2) == ["visit", "rail"]


def test_a_hit_says_who_when_and_where_and_marks_the_words(store: Engine) -> None:
    with store.connect() as connection:
        (hit,) = search(connection, "railway wants")
        assert (hit.kind, hit.speakers, hit.publisher, hit.title, hit.published_on) == (
            "claim", "Ilse Kraus", "The Daily Kite", "A railway", date(2031, 5, 2),
        )  # fmt: skip
        assert hit.marked() == "Ilse Kraus said that negotiators of the G20 [want] a [railway] by 2031."
        (article,) = search(connection, "gonçalo", within="articles")
        assert article.marked("<", ">").endswith("met in São <Gonçalo>.")
        (titled,) = search(connection, "erdogan", within="articles")
        assert (titled.marks, titled.snippet) == ((), ARTICLES["visit"][1])


def test_a_long_article_is_cut_around_the_first_hit(store: Engine) -> None:
    words = " ".join(f"word{number}" for number in range(400))
    load(store, given("none", 4, f"{words} the needle\nstands here {words}"))
    with store.connect() as connection:
        (hit,) = search(connection, '"needle stands"', within="articles")
    assert "the [needle] [stands] here word0" in hit.marked()
    assert len(hit.snippet) < 300


def test_what_is_changed_or_taken_away_is_found_no_more(store: Engine) -> None:
    document, _, _ = given("grain", 1)
    load(store, given("grain", 1, "Ilse Kraus said that barley would do. Snow fell."))
    assert (names(store, "corridors"), names(store, "corridors", "claims")) == ([], [])
    assert (names(store, "barley"), names(store, "barley", "claims")) == (["grain"], ["grain"])
    with store.begin() as connection:
        delete_where(connection, "claims", ["article_id"], [(article_id(key_of(document), 0),)])
    assert (names(store, "barley"), names(store, "barley", "claims")) == (["grain"], [])
    with store.begin() as connection:
        # The articles and claims of documents go with them, without a statement that names them.
        remove_documents(connection, [key_of(given(name, 1)[0]) for name in ("grain", "rail")])
    assert (names(store, "barley"), names(store, "railway"), names(store, "railway", "claims")) == ([], [], [])
    assert names(store, "kraus", "claims") == ["visit"]


def test_the_index_of_sqlite_holds_what_the_tables_hold(make_seeded: Maker) -> None:
    store = open_engine(make_seeded("sqlite"))
    load(store, *(given(name, day) for day, name in enumerate(ARTICLES, 1)))
    load(store, given("grain", 1, "Ilse Kraus said that barley would do. Snow fell."))
    with store.begin() as connection:
        remove_documents(connection, [key_of(given("rail", 1)[0])])
        for index in ("claim_words", "article_words"):
            # Fails where the index differs from its table.
            connection.execute(text(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"))
    store.dispose()


@pytest.mark.parametrize("asked", ["", "  ", "-grain", '""', "!?"])
def test_nothing_asked_for_is_an_error(asked: str) -> None:
    with pytest.raises(QuestionError, match="no word to search for"):
        read_query(asked)


def test_another_place_is_an_error(store: Engine) -> None:
    with store.connect() as connection, pytest.raises(QuestionError, match="one of claims, articles"):
        search(connection, "grain", within="people")


def test_the_indexes_are_used(url: str, store: Engine) -> None:
    plan = {
        "sqlite": "EXPLAIN QUERY PLAN SELECT rowid FROM claim_words WHERE claim_words MATCH 'grain'",
        "postgresql": "EXPLAIN SELECT id FROM claims WHERE to_tsvector('communique', communique_words(text)) @@ "
        "to_tsquery('communique', 'grain')",
    }[store.dialect.name]
    with reading(url) as connection:
        if store.dialect.name == "postgresql":
            # A table of four rows is read as a whole otherwise.
            connection.execute(text("SET LOCAL enable_seqscan = off"))
        said = " ".join(str(tuple(row)) for row in connection.execute(text(plan)))
    assert ("VIRTUAL TABLE INDEX" if store.dialect.name == "sqlite" else "ix_claims_words") in said


@pytest.mark.usefixtures("store")
def test_the_command(url: str) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(cli.app, ["search", *arguments, "--db", url])
        assert result.exit_code == 0, result.output
        return result.stdout

    assert run("corridors").splitlines()[0].startswith("Ilse Kraus, 2031-05-01, The Daily Kite, “Grain and ports”")
    assert "exporters' [negotiations] on" in " ".join(run("negotiating exporters -railway").replace("[exporters]", "exporters").split())
    (hit,) = json.loads(run("railway", "--in", "articles", "--json"))
    assert (hit["kind"], hit["claim_id"], hit["published_on"]) == ("article", None, "2031-05-02")
    assert run("barley") == "nothing matches\n"
    assert CliRunner().invoke(cli.app, ["search", "-x", "--db", url]).exit_code != 0


def test_signs_around_hits() -> None:
    hit = Hit("claim", 1, 1, None, None, None, "", "one two one", ((0, 3), (8, 11)))
    assert hit.marked() == "[one] two [one]"

"""The answers over the real articles in ../shared, compared with those that people read out of them.

Names are compared as they mean, not as they are spelled: case, accents and quotation marks do not count, and `SAME` lists the names
that differ. A question that the store cannot answer fully yet is in `NOT_YET` with what is missing; once it can, its test fails until
it is taken off the list.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from .asking import answer_of, question

Row = dict[str, Any]
Facts = tuple[Any, ...]

NOT_YET: dict[str, str] = {
    "Q11": "what A00 tells in one sentence A02 tells in two, of two statements: it is put together with the one that A01 leaves out",
    "Q31": "the store has no anniversaries, only the words of claims; one is named outside claims",
}

SAME = {
    # gold -> store
    "third plenary session of the 20th CPC Central Committee": (
        "third plenary session of the 20th Communist Party of China Central Committee"
    ),
    "29th session of the Conference of the Parties to the UNFCCC (COP29)": (
        "29th session of the Conference of the Parties to the United Nations Framework Convention on Climate Change"
    ),
    "UN Summit of the Future": "Summit of the Future",
    "six-point consensus on a political settlement of the Ukraine crisis": (
        "Six-point consensus on the political settlement of the Ukraine crisis"
    ),
    "China-Russia-Mongolia trilateral foreign ministers’ consultation": "Trilateral: China, Mongolia, Russia",
    # The expo is known by the name of the series, a meeting that is only agreed upon by its sides.
    "Seventh China International Import Expo": "China International Import Expo",
    "New round of China-India consultations on the boundary issue": "China – India meeting",
    "Speaker of the Legislative Chamber of the Oliy Majlis of Uzbekistan": "Speaker of the Legislative Chamber of the Oliy Majlis",
}


class Corpus:
    """What is needed to bring an answer to the terms of the gold standard."""

    def __init__(self, shared: Path) -> None:
        gold = shared / "gold"
        self.expected = {q["id"]: [tuple(row) for row in q["expected"]] for q in json.loads((gold / "questions.json").read_text("utf-8"))}
        ids = json.loads((gold / "article_ids.json").read_text("utf-8"))
        self._ids = {folded(place["title"]): name for name, place in ids.items()}
        self._china_daily = (shared / "articles" / "seeds" / ids["A00"]["document"]).read_bytes().decode("utf-8")

    def article(self, row: Row) -> str:
        return self._ids[folded(row["article"])]

    def line(self, row: Row) -> int:
        return self._china_daily.count("\n", 0, row["document_offset"]) + 1


def folded(value: Any) -> Any:
    """Return a text without what does not change its meaning; everything else as it is."""
    if not isinstance(value, str):
        return value
    bare = "".join(c for c in unicodedata.normalize("NFKD", value) if not unicodedata.combining(c))
    return " ".join(bare.replace("’", "'").replace("–", "-").casefold().split())


_SAME = {folded(gold): folded(store) for gold, store in SAME.items()}


def same(value: Any) -> Any:
    """Return what the store calls a thing that the gold standard calls `value`, folded."""
    return _SAME.get(folded(value), folded(value))


def test_every_question_of_the_gold_standard_is_asked(corpus: Corpus) -> None:
    assert list(corpus.expected) == [f"Q{2 * number - 1:02}" for number in range(1, 21)]


def asked_in(number: int) -> str:
    """The gold standard's name of the question in file `number`: it has odd numbers only."""
    return f"Q{2 * number - 1:02}"


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Corpus:
    return Corpus(shared)


@pytest.fixture(params=["sqlite", "postgres"])
def seeds(request: pytest.FixtureRequest) -> Engine:
    """The real articles, in either database."""
    engine = request.getfixturevalue(f"seeds_{request.param}")
    assert isinstance(engine, Engine)
    return engine


@pytest.fixture
def compare(request: pytest.FixtureRequest, corpus: Corpus, seeds: Engine) -> Callable[..., None]:
    """A function that compares the answer of question `number` with the expected rows, each brought to plain facts by a function."""

    def compared(
        number: int,
        of_answer: Callable[[Row], Facts],
        of_gold: Callable[[Facts], Facts] = lambda row: row,
        *,
        left_out: Callable[[Facts], bool] = lambda _: False,
    ) -> None:
        if reason := NOT_YET.get(asked_in(number)):
            request.applymarker(pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError))
        answer = Counter(tuple(map(same, of_answer(row))) for row in answer_of(question(number), seeds))
        answer = Counter({facts: times for facts, times in answer.items() if not left_out(facts)})
        wanted = Counter(tuple(map(same, of_gold(row))) for row in corpus.expected[asked_in(number)])
        missing, too_many = sorted(map(str, (wanted - answer).elements())), sorted(map(str, (answer - wanted).elements()))
        assert not missing and not too_many, f"missing: {missing}; too many: {too_many}"

    return compared


def columns(*names: str) -> Callable[[Row], Facts]:
    def chosen(row: Row) -> Facts:
        assert set(names) <= set(row), f"the answer has no column {set(names) - set(row)}"
        return tuple(row[name] for name in names)

    return chosen


def people_of(title: str) -> Any:
    """The people whom a meeting's title names, in no order; the title itself where it names no two."""
    for ending in (" meeting", " talks"):
        title = title.removesuffix(ending)
    names = folded(title).split(" - ")
    return frozenset(names) if len(names) == 2 else title


def test_q01_meetings_of_a_person(compare: Callable[..., None], seeds: Engine) -> None:
    compare(1, columns("date", "kind", "place", "counterpart"))
    assert {row["meetings"] for row in answer_of(question(1), seeds)} == {4}


def test_q03_meetings_covered_by_an_article(compare: Callable[..., None]) -> None:
    compare(2, lambda row: (people_of(row["meeting"]), row["other_articles"]), lambda row: (people_of(row[0]), row[1]))


def test_q05_support_for_an_initiative(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(3, lambda row: (row["state"], row["speaker"], corpus.article(row)))


def test_q07_who_affirmed_a_principle(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(4, lambda row: (row["speaker"], row["state"], row["addressee"], corpus.article(row)))


def test_q09_levels_of_relations(compare: Callable[..., None]) -> None:
    # "Russia is optional and excluded."
    compare(5, columns("state", "level"), left_out=lambda facts: facts[0] == "ru")


def test_q11_statements_reported_alike(compare: Callable[..., None]) -> None:
    compare(6, columns("addressee", "statements"))


def test_q13_status_in_an_organization(compare: Callable[..., None]) -> None:
    compare(7, columns("state", "status"))


def test_q15_congratulations(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(8, lambda row: (row["speaker"], row["target"], corpus.article(row)))


def test_q17_busiest_people(compare: Callable[..., None]) -> None:
    compare(9, columns("person", "meetings"))


def test_q19_future_events(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(10, lambda row: (row["event"], corpus.article(row)))


def test_q21_direct_quotations(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(11, lambda row: (row["speaker"], row["addressee"], corpus.article(row), row["extent"]))


def test_q23_who_spoke_about_a_topic(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(12, lambda row: (row["speaker"], corpus.article(row)))


def test_q25_support_in_safeguarding_sovereignty(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(13, lambda row: (row["state"], corpus.article(row)))


def test_q27_claims_nobody_else_reports(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(
        14,
        lambda row: (corpus.line(row), frozenset(folded(row["speaker"]).split("; ")) - {""}, row["act"]),
        lambda row: (row[0], frozenset(folded(row[1] or "").split(" + ")) - {""}, row[2]),
    )


def test_q29_initiatives_in_many_articles(compare: Callable[..., None]) -> None:
    compare(15, columns("initiative", "articles"))


def test_q31_anniversaries(compare: Callable[..., None]) -> None:
    compare(16, lambda row: (row["ordinal"], row["occasion"].removeprefix("the ")))


def test_q33_who_invited_a_guest(compare: Callable[..., None]) -> None:
    compare(17, lambda row: (row["person"], f"{row['title']} of the {row['actor']}"))


def test_q35_joint_claims(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(
        18,
        lambda row: (frozenset(row["states"].split("+")), row["act"], corpus.article(row)),
        lambda row: (frozenset(row[0].removeprefix("joint:").split("+")), row[1], row[2]),
    )


def test_q37_titles_that_differ(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(19, lambda row: (row["person"], row["title"], corpus.article(row)))


def test_q39_support_for_an_organization(compare: Callable[..., None], corpus: Corpus) -> None:
    compare(20, lambda row: (row["target"], corpus.article(row)))

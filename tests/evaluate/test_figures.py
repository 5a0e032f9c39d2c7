"""Figures over rows made by hand: each is small enough to be counted on one's fingers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from etl.evaluate import Figures, score_documents
from etl.evaluate.gold import GoldArticle, GoldClaim, GoldDocument, GoldInitiative, GoldMeeting, GoldPerson
from etl.evaluate.matching import days
from etl.evaluate.stored import FoundArticle, FoundClaim, FoundDocument, FoundMeeting
from etl.records import Span

CLAIM = GoldClaim(Span(100, 160), (("Oda Brekke",),), ("NO",), ("pledge",), False, False, False)
MEETING = GoldMeeting(
    True, "held", ("bilateral",), ("2019-05-07",), ("Lima",), ("Oda Brekke", "Raúl Ñahui"), frozenset({"NO", "PE"}), False
)
DOCUMENT = GoldDocument("quay.txt", None, None, None, (), None, None, frozenset(), None, frozenset(), None)


def claim(start: int = 100, end: int = 160, speakers: tuple[str, ...] = ("Oda Brekke",), **values: Any) -> FoundClaim:
    found = FoundClaim(Span(start, end), Span(start, end), "It would come again", speakers, "NO", "pledge", False)
    return replace(found, **values)


def meeting(people: tuple[str, ...] = ("Oda Brekke", "Raul Nahui"), **values: Any) -> FoundMeeting:
    found = FoundMeeting("Talks", "bilateral", "held", False, "2019-05-07/2019-05-07", "Lima", people, frozenset({"NO", "PE"}))
    return replace(found, **values)


def scored(gold: GoldDocument, **found: Any) -> Figures:
    return score_documents([gold], {gold.name: FoundDocument(**found)})


def counts(figures: Figures, name: str) -> tuple[int, int, int]:
    tally = figures.tallies[name]
    return tally.right, tally.too_many, tally.missing


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([claim()], (1, 0, 0)),
        ([claim(130, 190)], (1, 0, 0)),  # half of each
        ([claim(131, 191)], (0, 1, 1)),
        ([claim(), claim(105, 160)], (1, 1, 0)),
        ([], (0, 0, 1)),
        ([claim(500, 550)], (0, 0, 1)),  # neutral text
        ([claim(), claim(300, 310)], (1, 0, 0)),  # an optional claim
    ],
)
def test_claims_are_found_by_half_of_their_spans(found: list[FoundClaim], expected: tuple[int, int, int]) -> None:
    optional = replace(CLAIM, span=Span(290, 330), optional=True)
    gold = replace(DOCUMENT, claims=(CLAIM, optional), neutral=(Span(490, 510),))
    assert counts(scored(gold, claims=found), "claims") == expected


def test_claims_outside_the_scope_are_not_looked_at() -> None:
    gold = replace(DOCUMENT, claims=(CLAIM,), claims_scope=(Span(90, 200),))
    assert counts(scored(gold, claims=[claim(), claim(300, 350), claim(180, 250)]), "claims") == (1, 1, 0)


@pytest.mark.parametrize(
    ("speakers", "right"),
    [
        (("Brekke",), True),  # a surname is enough
        (("ODA BREKKE",), True),
        (("Oda Lund",), False),
        (("Oda Brekke", "Raúl Ñahui"), False),
        ((), True),  # nobody is right too
    ],
)
def test_speakers_are_those_of_one_of_the_right_answers(speakers: tuple[str, ...], right: bool) -> None:
    gold = replace(DOCUMENT, claims=(replace(CLAIM, speakers=(("Oda Brekke",), ()), continuation=True),))
    figures = scored(gold, claims=[claim(speakers=speakers)])
    assert (figures["claim speaker"].right, figures["headless claims found"].right) == (right, 1)
    assert figures["headless claim speaker"].right == right
    assert [miss.kind for miss in figures.misses] == ([] if right else ["wrong speaker"])


def test_values_of_a_claim() -> None:
    gold = replace(DOCUMENT, claims=(replace(CLAIM, on_behalf_of=("joint:PE+NO", "NO"), acts=("pledge", "announce"), direct=True),))
    right = scored(gold, claims=[claim(on_behalf_of="NO+PE", act="announce", direct=True)])
    assert {name: rate.right for name, rate in right.rates.items()} == {
        "claim speaker": 1, "claim on behalf of": 1, "claim act": 1, "claim direct": 1,
    }  # fmt: skip
    wrong = scored(gold, claims=[claim(on_behalf_of="PE", act="urge")])
    assert {name: rate.right for name, rate in wrong.rates.items()} == {
        "claim speaker": 1, "claim on behalf of": 0, "claim act": 0, "claim direct": 0,
    }  # fmt: skip
    assert [miss.kind for miss in wrong.misses] == ["wrong behalf", "wrong act"]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([meeting()], (1, 0, 0)),
        ([meeting(("Oda Brekke", "Somebody Else"))], (1, 0, 0)),
        ([meeting(("Oda Brekke", "Somebody Else", "Third Person"))], (0, 1, 1)),
        ([meeting(date="2019-05-08/2019-05-08")], (0, 1, 1)),
        ([meeting(date=None)], (1, 0, 0)),
        ([meeting(())], (1, 0, 0)),  # by what they stand for
        ([meeting((), actors=frozenset({"NO", "BR", "CL"}))], (0, 1, 1)),
        ([meeting(status="planned")], (1, 0, 0)),
        ([meeting(("Somebody Else",), background=True)], (0, 0, 1)),
    ],
)
def test_meetings_are_found_by_date_and_half_of_those_who_took_part(found: list[FoundMeeting], expected: tuple[int, int, int]) -> None:
    assert counts(scored(replace(DOCUMENT, meetings=(MEETING,)), meetings=found), "meetings") == expected


def test_meetings_that_are_only_mentioned_are_counted_apart() -> None:
    planned = replace(MEETING, status="planned", dates=("2020",), people=("Oda Brekke", "Ana Solís"), actors=frozenset({"NO"}))
    gold = replace(DOCUMENT, meetings=(MEETING, planned, replace(planned, dates=("1990",), optional=True)))
    figures = scored(gold, meetings=[meeting(), meeting(("Ana Solis", "Oda Brekke"), date="2020-01-01/2020-12-31")])
    assert counts(figures, "meetings") == (1, 0, 0)
    rate = figures.rates["background or planned meetings found"]
    assert (rate.right, rate.of) == (1, 1)


def test_of_two_meetings_of_one_named_person_that_with_the_same_actors_is_meant() -> None:
    here = replace(MEETING, status="planned", dates=(), people=("Oda Brekke",), actors=frozenset({"NO", "PE"}))
    gold = replace(DOCUMENT, meetings=(replace(here, actors=frozenset({"NO", "FJ"}), optional=True), here))
    figures = scored(gold, meetings=[meeting(("Oda Brekke",), date=None, actors=frozenset({"NO", "PE"}), status="planned")])
    rate = figures.rates["background or planned meetings found"]
    assert (rate.right, rate.of) == (1, 1)


def test_values_of_a_meeting() -> None:
    gold = replace(DOCUMENT, meetings=(replace(MEETING, dates=("2019-05-07", "2019-05"), places=("Lima", "Callao")),))
    right = scored(gold, meetings=[meeting(date="2019-05-01/2019-05-31", place="CALLAO")])
    assert {name: rate.value for name, rate in right.rates.items()} == {"meeting date": 1, "meeting place": 1, "meeting kind": 1}
    assert counts(right, "participants") == (2, 0, 0)
    wrong = scored(gold, meetings=[meeting(("Oda Brekke",), date=None, place=None, kind="call")])
    assert {name: rate.value for name, rate in wrong.rates.items()} == {"meeting date": 0, "meeting place": 0, "meeting kind": 0}
    assert counts(wrong, "participants") == (1, 0, 1)
    assert [miss.kind for miss in wrong.misses] == ["wrong date", "wrong place", "wrong kind", "participants"]


def test_persons_states_and_initiatives() -> None:
    gold = replace(
        DOCUMENT,
        persons=(GoldPerson("Oda Brekke"), GoldPerson("Raúl Ñahui")),
        persons_optional=frozenset({"By Line"}),
        states=("NO", "PE"),
        states_optional=frozenset({"CL"}),
        initiatives=(GoldInitiative(("Blue Quays Programme", "BQP"), False), GoldInitiative(("Open Harbours",), True)),
    )
    figures = scored(
        gold, named={"person": {"Brekke", "By Line", "Lima Callao"}, "state": {"NO", "CL"}, "initiative": {"blue quays program"}}
    )
    assert counts(figures, "persons") == (1, 1, 1)
    assert counts(figures, "states") == (1, 0, 1)
    assert figures["initiatives found"].value == 1
    assert {miss.what for miss in figures.misses} == {"Raúl Ñahui", "Lima Callao", "PE"}


def test_articles() -> None:
    gold = replace(DOCUMENT, articles=(GoldArticle(Span(0, 100), "Rain, again", "2019-05-07"), GoldArticle(Span(100, 200), "Sun", None)))
    found = [FoundArticle(Span(0, 90), "Rain again", "2019-05-08"), FoundArticle(Span(150, 200), "Sun", None)]
    figures = scored(gold, articles=found)
    assert counts(figures, "articles") == (1, 1, 1)
    assert (figures["article title"].value, figures["article date"].value) == (1, 0)


def test_shares_of_nothing_are_no_numbers() -> None:
    figures = scored(replace(DOCUMENT, claims=(), states=("NO",)))
    assert figures.as_record()["claims"] == {"p": None, "r": None, "f1": None, "tp": 0, "fp": 0, "fn": 0}
    assert figures.as_record()["states"] == {"p": None, "r": 0.0, "f1": 0.0, "tp": 0, "fp": 0, "fn": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, None),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-05", ("2024-05-01", "2024-05-31")),
        ("2024-05-06", ("2024-05-06", "2024-05-06")),
        ("2024-05/2024-06-02", ("2024-05-01", "2024-06-02")),
    ],
)
def test_first_and_last_day(text: str | None, expected: tuple[str, str] | None) -> None:
    assert days(text) == expected

"""Figures over events made by hand: each is small enough to be counted on one's fingers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from etl.evaluate import EventFigures, GoldError
from etl.evaluate.bcubed import BCubed, bcubed
from etl.evaluate.event_gold import EventGold, GoldEvent, GoldParticipant, GoldReport, Place, read_event_gold
from etl.evaluate.events import score_events
from etl.evaluate.stored_events import FoundEvent, FoundEvents, FoundReport, FoundStatement
from etl.records import Span

from .sets import TESTS

BREKKE, NAHUI = GoldParticipant(("Oda Brekke", "Oda Brække"), "NO"), GoldParticipant(("Raúl Ñahui",), "PE")
QUAY = GoldEvent("quay", "held", "2019-05-07", (BREKKE, NAHUI), ("next_day",))
BOAT = GoldEvent("boat", "held", "2019-05-08", (BREKKE, NAHUI), ())


def place(article: str, start: int = 0) -> Place:
    return Place(article, Span(start, start + 50), "they met")


def told(article: str, start: int, *meetings: str, optional: bool = False) -> GoldReport:
    return GoldReport(place(article, start), meetings, optional)


def event(key: int, **values: Any) -> FoundEvent:
    return replace(FoundEvent(key, "Talks", "held", "2019-05-07/2019-05-07", (("Oda Brekke", "NO"), ("Raul Nahui", "PE"))), **values)


def report(article: str, start: int, found: FoundEvent, *, background: bool = False) -> FoundReport:
    return FoundReport(article, Span(start, start + 60), found, background)


def claim(article: str, statement: int | None, start: int = 0, length: int = 50) -> FoundStatement:
    return FoundStatement(article, Span(start, start + length), "it opens in May", statement)


def gold(**values: Any) -> EventGold:
    return replace(EventGold((QUAY, BOAT), (), (), (), (), ()), **values)


def scored(wanted: EventGold, **values: Any) -> EventFigures:
    return score_events(wanted, replace(FoundEvents(frozenset(), (), (), ()), **values))


def misses(figures: EventFigures) -> list[str]:
    return [miss.kind for miss in figures.misses]


@pytest.mark.parametrize(
    ("things", "precision", "recall"),
    [
        ([("a", 1), ("a", 1), ("b", 2)], 1, 1),
        ([("a", 1), ("a", 2)], 1, 1 / 2),
        ([("a", 1), ("b", 1)], 1 / 2, 1),
        ([("a", 1), ("a", 1), ("b", 1)], (2 / 3 + 2 / 3 + 1 / 3) / 3, 1),
        ([("a", 1), ("a", None)], 1, 1 / 4),
        ([("a", None)], None, 0),
        ([], None, None),
    ],
)
def test_bcubed(things: list[tuple[str, int | None]], precision: float | None, recall: float | None) -> None:
    figure = bcubed(things)
    assert (figure.precision, figure.recall) == (pytest.approx(precision), pytest.approx(recall))
    assert (figure.f1 is None) == (recall is None)


def test_f1_lies_between_precision_and_recall() -> None:
    assert BCubed(1, 0.5).f1 == pytest.approx(2 / 3)
    assert (BCubed(None, 0).f1, BCubed(None, None).f1) == (0, None)


TWICE = gold(reports=(told("a", 0, "quay"), told("b", 0, "quay"), told("b", 100, "boat")))


def test_meetings_put_together_rightly() -> None:
    quay, boat = event(1), event(2, date="2019-05-08/2019-05-08")
    figures = scored(TWICE, reports=(report("a", 0, quay), report("b", 0, quay), report("b", 100, boat)))
    assert (figures.reports.right, figures.meetings.f1, figures.meetings_found.f1) == (3, 1, 1)
    assert (figures.status.value, figures.date.value, figures.traps["next_day"].value, figures.misses) == (1, 1, 1, [])


def test_meetings_of_two_days_joined() -> None:
    quay = event(1)
    figures = scored(TWICE, reports=(report("a", 0, quay), report("b", 0, quay), report("b", 100, quay)))
    assert (figures.meetings.precision, figures.meetings.recall) == (pytest.approx(5 / 9), 1)
    assert (figures.traps["next_day"].value, figures.date.right, figures.date.of) == (0, 1, 2)
    assert misses(figures) == ["wrong date", "meetings joined"]


def test_a_meeting_in_pieces() -> None:
    figures = scored(TWICE, reports=(report("a", 0, event(1)), report("b", 0, event(2)), report("b", 100, event(3, date=None))))
    assert (figures.meetings.precision, figures.meetings.recall) == (1, pytest.approx(2 / 3))
    assert (figures.traps["next_day"].value, misses(figures)) == (0, ["meeting in pieces", "wrong date"])


def test_reports_not_found_count_for_all_but_the_merging() -> None:
    figures = scored(TWICE, reports=(report("a", 0, event(1)),))
    assert (figures.reports.right, figures.reports.missing) == (1, 2)
    assert (figures.meetings.precision, figures.meetings.recall) == (1, pytest.approx(1 / 6))
    assert figures.meetings_found.f1 == 1


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (report("a", 0, event(1, participants=())), 1),  # the same words, and nobody says of whom
        (report("a", 0, event(1, participants=(("Ann Lee", "CA"), ("Bo Dahl", "SE")))), 0),
        (report("a", 900, event(1)), 1),  # other words of the article, the same people and day
        (report("a", 900, event(1, participants=((None, "NO"), (None, "PE")))), 1),
        (report("a", 900, event(1, date="2019-05-20/2019-05-20")), 0),
        (report("z", 0, event(1)), 0),
    ],
)
def test_which_report_is_the_one_of_the_gold(found: FoundReport, right: int) -> None:
    figures = scored(gold(reports=(told("a", 0, "quay"),)), reports=(found,))
    assert (figures.reports.right, figures.reports.too_many) == (right, 1 - right)


def test_what_is_too_much() -> None:
    ahead, planned = report("a", 0, event(1), background=True), report("a", 100, event(2, status="planned"))
    figures = scored(gold(), reports=(ahead, planned, report("a", 200, event(3))))
    assert (figures.reports.too_many, misses(figures)) == (1, ["report invented"])
    optional = scored(gold(reports=(told("a", 0, "quay", optional=True),)), reports=(report("a", 0, event(1)),))
    assert (optional.reports.right, optional.reports.too_many, optional.meetings.f1) == (0, 0, None)


def test_words_that_can_mean_two_meetings() -> None:
    reports = (told("a", 0, "quay"), told("b", 0, "boat"), told("c", 0, "quay", "boat"))
    both = gold(events=(QUAY, replace(BOAT, date="2019-05-07")), reports=reports)
    quay, boat = event(1), event(2)
    for of_c in (quay, boat):
        figures = scored(both, reports=(report("a", 0, quay), report("b", 0, boat), report("c", 0, of_c)))
        assert figures.meetings.f1 == 1


STATED = gold(statements=((place("a"), place("b"), place("c")),))


def test_statements() -> None:
    figures = scored(STATED, statements=(claim("a", 1), claim("b", 1), claim("c", 2)))
    assert (figures.statements.right, figures.statements.too_many, figures.statements.missing) == (1, 0, 2)
    assert misses(figures) == ["statements not joined"] * 2


def test_a_claim_that_is_not_found() -> None:
    figures = scored(STATED, statements=(claim("a", 1), claim("b", 1), claim("c", 1, start=30)))
    assert (figures.statements.right, figures.statements.missing, figures.statements_found.missing) == (1, 2, 0)
    # What stands in half of other words is another claim.
    assert (figures.statements.too_many, figures.statements_found.too_many) == (2, 2)


def test_statements_that_only_sound_alike() -> None:
    alike = gold(apart=((place("a"), place("b")),))
    assert scored(alike, statements=(claim("a", 1), claim("b", 2))).apart.value == 1
    joined = scored(alike, statements=(claim("a", 1), claim("b", 1)))
    assert (joined.apart.value, joined.statements.too_many, misses(joined)) == (0, 1, ["statements joined"])


def test_what_counts_neither_way() -> None:
    optional = gold(optional=((place("a"), place("b")),))
    assert scored(optional, statements=(claim("a", 1), claim("b", 1))).statements.too_many == 0
    copies = gold(copies=(("a", "b"),))
    assert scored(copies, statements=(claim("a", 1), claim("b", 1))).statements.too_many == 0
    # A sentence cut in two: each part says a part of the statement.
    parts = (claim("a", 1, length=30), claim("a", 1, start=31, length=19), claim("b", 1), claim("c", 1))
    assert scored(STATED, statements=parts).statements.too_many == 0
    assert scored(gold(), statements=(claim("a", None), claim("b", None), claim("a", 1), claim("a", 1))).statements.too_many == 0


def test_copies_of_one_article_are_copies_of_each_other() -> None:
    wanted = gold(copies=(("a", "b", "c"), ("d", "e")))
    figures = scored(wanted, copies=(("b", "a"), ("c", "b"), ("x", "d")))
    assert (figures.duplicates.right, figures.duplicates.too_many, figures.duplicates.missing) == (3, 1, 1)
    assert misses(figures) == ["copy not found", "copy invented"]


def test_figures_as_a_record() -> None:
    record = scored(TWICE, reports=(report("a", 0, event(1)),)).as_record()
    assert record["reports"]["tp"] == 1
    assert record["meetings_found"] == {"p": 1, "r": 1, "f1": 1}
    assert record["traps"]["next_day"]["of"] == 1


ROW: dict[str, Any] = {
    "people": [{"person": "Oda Brekke", "actor": "NO", "names": ["Oda Brække"]}],
    "meetings": [
        {
            "id": "quay", "kind": "bilateral", "status": "held", "date": "2019-05-07", "traps": ["next_day"],
            "participants": [{"person": "Oda Brekke", "actor": "NO"}, {"person": None, "actor": "PE"}],
            "reports": [{"article": "a", "start": 0, "end": 8, "text": "they met"}],
        }
    ],
    "statements": [{"reports": [{"article": "a", "start": 0, "end": 8, "text": "x"}, {"article": "b", "start": 1, "end": 8, "text": "x"}]}],
    "statements_optional": [],
    "statements_apart": [],
    "duplicates": [["c", "d"]],
}  # fmt: skip


def written(path: Path, **changes: Any) -> Path:
    path.write_text(json.dumps(ROW | changes), encoding="utf-8")
    return path


def test_event_gold_is_read(tmp_path: Path) -> None:
    read = read_event_gold(written(tmp_path / "gold.json"))
    assert read.events == (GoldEvent("quay", "held", "2019-05-07", (BREKKE, GoldParticipant((), "PE")), ("next_day",)),)
    assert (read.reports[0].meetings, read.articles, read.copies) == (("quay",), ["a", "b", "c", "d"], (("c", "d"),))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"meetings": ROW["meetings"] * 2}, 'id: "quay" is there twice'),
        ({"people": []}, 'meetings[0].participants[0].person: "Oda Brekke" is not among "people"'),
        ({"meetings": [ROW["meetings"][0] | {"status": "over"}]}, "meetings[0].status: 'over' is none of"),
        ({"statement": []}, 'statement: is not known; is "statements" meant?'),
        (
            {"meetings": [ROW["meetings"][0] | {"reports": [ROW["meetings"][0]["reports"][0] | {"alt_meetings": ["boat"]}]}]},
            'a report in "a" is of "boat", and there is no such meeting',
        ),
    ],
)
def test_what_is_wrong_with_event_gold(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(GoldError) as raised:
        read_event_gold(written(tmp_path / "gold.json", **changes))
    assert message in str(raised.value)


@pytest.mark.parametrize("part", ["development", "test"])
def test_the_words_of_the_gold_stand_in_the_articles(part: str) -> None:
    folder = TESTS / "events" / part
    texts = {row["id"]: row["text"] for row in map(json.loads, (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines())}
    read = read_event_gold(folder / "gold.json")
    places = [report.place for report in read.reports]
    places += [place for group in (*read.statements, *read.optional, *read.apart) for place in group]
    assert [place for place in places if texts[place.article][place.span.start : place.span.end] != place.words] == []
    assert set(read.articles) == set(texts)
    assert len(read.events) >= 25


def test_of_two_meetings_in_one_sentence_a_report_is_the_one_of_its_day() -> None:
    for wanted in (("quay", "boat"), ("boat", "quay")):
        reports = tuple(told("harbour", 0, name) for name in wanted)
        found = report("harbour", 0, event(1, date="2019-05-08/2019-05-08"))
        figures = scored(gold(reports=reports), reports=(found,))
        assert [miss.what for miss in figures.misses if miss.kind == "report not found"] == ["quay: they met"]

"""Which rows are right, which are wrong, and which nobody asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from etl.evaluate.attribution_gold import AttributedText, GoldAttribution
from etl.evaluate.gold import GoldClaim, GoldDocument, GoldMeeting, GoldPerson
from etl.evaluate.judging import judge_document, judge_text
from etl.evaluate.stored import Observed
from etl.records import (
    ActorRef,
    Claim,
    MeetingReport,
    Mention,
    Observations,
    OfficeReport,
    Participant,
    PersonReference,
    Span,
)

NO, PE = ActorRef("state", "NO"), ActorRef("state", "PE")
PEOPLE = (
    PersonReference(0, "Oda Brekke", NO, "minister", "f", "text", "title", 0.9),
    PersonReference(1, "Raul Nahui", PE, None, None, "text", "form", 0.6),
    PersonReference(2, None, PE, "president", None, "office", "office", 0.7),
)
CLAIM = Claim(
    0, Span(10, 60), Span(20, 60), Span(10, 14), None, None, (0,), None, (NO,), (), (), (), (), (), "assert", False, False, "positive",
    "actual", None, "source-finite", 0.8,
)  # fmt: skip
MEETING = MeetingReport(
    0, "bilateral", "held", False, date(2019, 5, 7), None, "day", "explicit", None, None, None, False,
    (Participant(0, NO, "host"), Participant(1, PE, "guest")), Span(0, 50), (Span(0, 50),), "meet-past", 0.9,
)  # fmt: skip
WANTED_CLAIM = GoldClaim(Span(110, 160), (("Oda Brekke",),), ("NO",), ("assert",), False, False, False)
WANTED_MEETING = GoldMeeting(True, "held", ("bilateral",), ("2019-05",), (), ("Oda Brekke", "Raúl Ñahui"), frozenset({"NO", "PE"}), False)
GOLD = GoldDocument("quay.txt", None, None, None, (), None, None, frozenset(), None, frozenset(), None)


def judged(gold: GoldDocument, **observed: object) -> list[tuple[str, str, bool]]:
    """Kind, rule and verdict of the rows of one article that begins at 100."""
    observations = Observations(people=PEOPLE, **observed)  # type: ignore[arg-type]
    return [(row.kind, row.rule, row.right) for row in judge_document(gold, [Observed(100, observations)])]


@pytest.mark.parametrize(
    ("claim", "verdicts"),
    [
        (CLAIM, [True]),
        (CLAIM._replace(speakers=(1,)), [False]),
        (CLAIM._replace(speakers=()), [False]),
        (CLAIM._replace(span=Span(300, 330)), [False]),
        (CLAIM._replace(span=Span(400, 430)), []),  # neutral
        (CLAIM._replace(span=Span(500, 530)), []),  # optional
        (CLAIM._replace(span=Span(700, 730)), []),  # outside the scope
    ],
)
def test_a_claim_is_right_with_its_speaker(claim: Claim, verdicts: list[bool]) -> None:
    optional = replace(WANTED_CLAIM, span=Span(600, 630), optional=True)
    gold = replace(GOLD, claims=(WANTED_CLAIM, optional), neutral=(Span(500, 540),), claims_scope=(Span(0, 700),))
    assert [right for _, _, right in judged(gold, claims=(claim,))] == verdicts


@pytest.mark.parametrize(
    ("meeting", "verdicts"),
    [
        (MEETING, [True]),
        (replace(MEETING, participants=(Participant(0, NO, "host"), Participant(None, PE, "guest"))), [False]),
        (replace(MEETING, status="planned"), [False]),
        (replace(MEETING, start_on=date(2018, 1, 1)), [False]),
        (replace(MEETING, start_on=date(2018, 1, 1), background=True), []),
        (replace(MEETING, start_on=date(2018, 1, 1), status="planned"), []),
        (replace(MEETING, start_on=date(2020, 1, 1)), []),  # optional
    ],
)
def test_a_meeting_is_right_with_its_participants(meeting: MeetingReport, verdicts: list[bool]) -> None:
    gold = replace(GOLD, meetings=(WANTED_MEETING, replace(WANTED_MEETING, dates=("2020",), optional=True)))
    assert [right for _, _, right in judged(gold, meetings=(meeting,))] == verdicts


def test_two_sentences_may_report_one_meeting() -> None:
    assert judged(replace(GOLD, meetings=(WANTED_MEETING,)), meetings=(MEETING, MEETING)) == [("meeting", "meet-past", True)] * 2


def test_meetings_of_actors_alone() -> None:
    wanted = replace(WANTED_MEETING, people=())
    nameless = replace(MEETING, participants=(Participant(None, NO, "host"), Participant(2, PE, "guest")))
    assert judged(replace(GOLD, meetings=(wanted,)), meetings=(nameless,)) == [("meeting", "meet-past", True)]


def test_people_their_mentions_and_offices() -> None:
    gold = replace(GOLD, persons=(GoldPerson("Brekke", "NO"),), persons_optional=frozenset({"By Line"}))
    mentions = (
        Mention(Span(0, 4), "person", "Oda Brekke", "Brekke", "referred", 0.9, 0),
        Mention(Span(5, 9), "place", "Lima", "Lima", "x", 1),
    )
    offices = (OfficeReport(0, "minister", NO, Span(0, 4), "title", 0.9), OfficeReport(0, "envoy", PE, Span(0, 4), "title", 0.9))
    assert judged(gold, mentions=mentions, offices=offices) == [
        ("person", "title", True),
        ("person", "form", False),
        ("person_mention", "referred", True),
        ("office", "title", True),
        ("office", "title", False),
    ]
    assert judged(replace(gold, persons=(GoldPerson("Brekke"), GoldPerson("Nahui"))), offices=offices)[2:] == []
    assert judged(replace(gold, persons_optional=frozenset({"Raul Nahui"}))) == [("person", "title", True)]


def test_states() -> None:
    mentions = tuple(Mention(Span(i, i + 1), "state", name, name, "demonym", 0.9) for i, name in enumerate(("NO", "PE", "CL")))
    found = judged(replace(GOLD, states=("NO",), states_optional=frozenset({"CL"})), mentions=mentions)
    assert found == [("state_mention", "demonym", True), ("state_mention", "demonym", False)]
    assert judged(GOLD, mentions=mentions, claims=(CLAIM,), meetings=(MEETING,)) == []


@pytest.mark.parametrize(
    ("speakers", "source", "right"),
    [((0,), "The council", False), ((0,), "Brekke", True), ((), "The council", True), ((1,), "Brekke", False)],
)
def test_a_claim_of_nobody_named_is_right_with_its_source(speakers: tuple[int, ...], source: str, right: bool) -> None:
    text = f"{source} said that the rain would not end before the evening of that day."
    start = text.index("that the rain")
    content = Span(start, len(text))
    wanted = GoldAttribution(content, text[start:], (content,), "indirect", source, Span(0, len(source)), False, (), ())
    claim = CLAIM._replace(span=Span(0, len(text)), content=content, source=Span(0, len(source)), speakers=speakers)
    observed = [Observed(0, Observations(people=PEOPLE, claims=(claim,)))]
    assert [row.right for row in judge_text(AttributedText("quay", text, (wanted,)), observed)] == [right]
    assert [row.right for row in judge_text(AttributedText("quay", text, ()), observed)] == [False]


@pytest.mark.parametrize(("name", "right"), [("the harbour masters", False), (None, True)])
def test_words_that_stand_for_a_name_are_a_speaker(name: str | None, right: bool) -> None:
    gold = replace(GOLD, claims=(replace(WANTED_CLAIM, speakers=((),)),))
    assert judged(gold, claims=(CLAIM._replace(speakers=(), source_name=name),)) == [("claim", "source-finite", right)]

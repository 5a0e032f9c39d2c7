"""What judgements make of what was observed in an article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from load.articles import BRAZIL, FJORD_PACT, FLEET, NORWAY, TALKS, XI, talks

from etl.judgements import About, Book, Judgement, NameAnchor, Property
from etl.records import Observations

from .made import DOCUMENT, NOON, PLACE, anchor_of, judged, moved, read

SEEN = talks(TALKS)


def after(*judgements: Judgement, text: str = TALKS, seen: Observations = SEEN) -> Observations:
    (found,), _ = Book(dict(enumerate(judgements))).judge(DOCUMENT, PLACE, [read(text, seen)])
    return found


def setting(about: About, field: Property, value: str) -> Observations:
    return after(judged(about, "set", anchor_of(about, TALKS, SEEN), field=field, value=value))


def test_nothing_judged_changes_nothing() -> None:
    assert after() == SEEN
    elsewhere = anchor_of("claim", TALKS, SEEN)._replace(document=1, document_name="other.txt", text_hash="0")
    assert after(judged("claim", "reject", elsewhere)) == SEEN


def test_an_act() -> None:
    (claim,) = setting("claim", "act", "oppose").claims
    assert (claim.act, claim.rule, claim.confidence) == ("oppose", "judgement", 1.0)
    assert claim._replace(act="support", rule="test", confidence=0.8) == SEEN.claims[0]


@pytest.mark.parametrize(
    ("value", "speakers", "people"),
    [
        ("Tadeu Provador", [("Tadeu Provador", BRAZIL, "text")], 3),
        ("Provador", [("Tadeu Provador", BRAZIL, "text")], 3),
        ("Ragnhild Testesen; Tadeu Provador", [("Ragnhild Testesen", NORWAY, "text"), ("Tadeu Provador", BRAZIL, "text")], 3),
        ("Somebody Else (BR)", [("Somebody Else", BRAZIL, "text")], 4),
        (XI, [(XI, ("state", "CN"), "name")], 4),
        ("", [], 3),
    ],
)
def test_speakers(value: str, speakers: list[tuple[str, object, str]], people: int) -> None:
    seen = setting("claim", "speaker", value)
    by_index = {p.index: p for p in seen.people}
    (claim,) = seen.claims
    assert [(by_index[i].name, by_index[i].actor, by_index[i].known_by) for i in claim.speakers] == speakers
    assert len(seen.people) == people
    if speakers:
        assert set(claim.on_behalf_of) == {actor for _, actor, _ in speakers}
    assert not set(claim.speakers) & set(claim.addressees)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-05-09", (date(2031, 5, 9), date(2031, 5, 9), "day")),
        ("2031-05-09..2031-05-11", (date(2031, 5, 9), date(2031, 5, 11), "range")),
        ("2031-02", (date(2031, 2, 1), date(2031, 2, 28), "month")),
        ("2031", (date(2031, 1, 1), date(2031, 12, 31), "year")),
        ("", (None, None, "unknown")),
    ],
)
def test_dates(value: str, expected: tuple[date | None, date | None, str]) -> None:
    (report,) = setting("meeting_report", "date", value).meetings
    assert (report.start_on, report.end_on, report.date_precision) == expected
    assert (report.rule, report.confidence) == ("judgement", 1.0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("Tromso (NO)", ("Tromso", "NO")), ("Brasilia", ("Brasilia", "BR")), ("Nowhere", ("Nowhere", None)), ("", (None, None))],
)
def test_places(value: str, expected: tuple[str | None, str | None]) -> None:
    (report,) = setting("meeting_report", "place", value).meetings
    assert (report.place, report.place_state) == expected


def test_kind_and_status() -> None:
    assert setting("meeting_report", "kind", "visit").meetings[0].kind == "visit"
    assert setting("meeting_report", "status", "planned").meetings[0].status == "planned"


def test_a_rejected_claim_takes_its_topics_along() -> None:
    seen = after(judged("claim", "reject", anchor_of("claim", TALKS, SEEN)))
    assert (seen.claims, seen.topics) == ((), ())
    assert seen.meetings == SEEN.meetings


def test_a_rejected_meeting_leaves_what_was_said_at_it() -> None:
    seen = after(judged("meeting_report", "reject", anchor_of("meeting_report", TALKS, SEEN)))
    assert seen.meetings == ()
    assert [c.meeting for c in seen.claims] == [None]
    assert all(r.meeting is None for r in seen.relations)


def test_a_rejected_mention_is_the_one_meant() -> None:
    at = next(i for i, m in enumerate(SEEN.mentions) if m.kind == "place")
    seen = after(judged("mention", "reject", anchor_of("mention", TALKS, SEEN, at)))
    assert set(SEEN.mentions) - set(seen.mentions) == {SEEN.mentions[at]}


def test_a_rejected_person_is_nobody_any_more() -> None:
    seen = after(judged("person_reference", "reject", anchor_of("person_reference", TALKS, SEEN)))
    assert [p.index for p in seen.people] == [1, 2]
    assert seen.claims[0].speakers == ()
    assert [(p.person, p.actor) for p in seen.meetings[0].participants] == [(None, NORWAY), (1, BRAZIL)]
    assert seen.offices == ()
    by_name = after(judged("person", "reject", NameAnchor("Ragnhild Testesen", False, "state", "NO")))
    assert by_name == seen
    assert after(judged("person", "reject", NameAnchor("Ragnhild Testesen", False, "state", "SE"))) == SEEN


def test_rejected_names() -> None:
    without = after(judged("initiative", "reject", NameAnchor(FJORD_PACT)))
    assert without.initiatives == ()
    assert without.claims[0].initiatives == ()
    assert not any(m.kind == "initiative" for m in without.mentions)
    without = after(judged("organization", "reject", NameAnchor(FLEET.name)))
    assert without.organizations == ()
    assert without.claims[0].mentions_actors == ()
    assert [r.kind for r in without.relations] == ["relationship", "agreement"]


def test_the_later_answer_counts_and_answers_to_other_questions_stay() -> None:
    anchor = anchor_of("claim", TALKS, SEEN)
    first = judged("claim", "set", anchor, field="act", value="urge")
    later = judged("claim", "set", anchor, field="act", value="oppose", at=NOON + timedelta(hours=1))
    speaker = judged("claim", "set", anchor, field="speaker", value="", at=NOON + timedelta(hours=2))
    (claim,) = after(later, speaker, first).claims
    assert (claim.act, claim.speakers) == ("oppose", ())
    accepted = judged("claim", "accept", anchor, at=NOON + timedelta(hours=3))
    wrong = judged("claim", "reject", anchor)
    assert len(after(wrong, accepted).claims) == 1
    assert after(accepted, judged("claim", "reject", anchor, at=NOON + timedelta(hours=4))).claims == ()


@given(by=st.integers(1, 500))
def test_a_judgement_follows_its_words(by: int) -> None:
    text = "x" * (by - 1) + " " + TALKS
    seen = moved(SEEN, by)
    for about, decision in (("claim", "reject"), ("meeting_report", "reject"), ("mention", "reject"), ("person_reference", "reject")):
        judgement = judged(about, decision, anchor_of(about, TALKS, SEEN))  # type: ignore[arg-type]
        assert after(judgement, text=text, seen=seen) == moved(after(judgement), by)


def test_another_version_may_cut_a_claim_a_little_differently() -> None:
    start, end = SEEN.claims[0].span
    cut = SEEN.claims[0]._replace(span=SEEN.claims[0].span._replace(end=end - 8))
    seen = Observations(people=SEEN.people, claims=(cut,))
    judgement = judged("claim", "set", anchor_of("claim", TALKS, SEEN), field="act", value="thank")
    assert after(judgement, seen=seen).claims[0].act == "thank"
    far = SEEN.claims[0]._replace(span=SEEN.claims[0].span._replace(end=start + 5))
    assert after(judgement, seen=Observations(people=SEEN.people, claims=(far,))).claims == (far,)


def test_of_two_meetings_in_one_sentence_the_one_with_those_people_is_meant() -> None:
    first = SEEN.meetings[0]
    second = replace(first, index=1, participants=first.participants[1:])
    seen = replace(SEEN, meetings=(first, second))
    judgement = judged("meeting_report", "reject", anchor_of("meeting_report", TALKS, seen, 1))
    assert after(judgement, seen=seen).meetings == (first,)


def test_of_several_articles_of_a_document_the_one_judged_is_meant() -> None:
    other = "Visit of a shorter sort. " + TALKS
    texts = [read(other, moved(SEEN, len(other) - len(TALKS))), read(TALKS, SEEN)]
    book = Book({1: judged("claim", "reject", anchor_of("claim", TALKS, SEEN))})
    found, targets = book.judge(DOCUMENT, PLACE, texts)
    assert [len(seen.claims) for seen in found] == [1, 0]
    assert [(t.position, t.found) for t in targets] == [(1, "exact")]
    changed = [read(TALKS.replace("hours", "days"), SEEN), texts[0]]
    found, targets = book.judge(DOCUMENT, PLACE, changed)
    assert [len(seen.claims) for seen in found] == [0, 1]


def test_on_another_machine_the_very_words_among_the_very_words_are_meant() -> None:
    text = "Added later. " + TALKS
    seen = moved(SEEN, len(text) - len(TALKS))
    judgement = judged("claim", "reject", anchor_of("claim", TALKS, SEEN))
    book = Book({1: judgement})
    for place, rest, left in (
        (("/elsewhere/talks.txt", PLACE[1]), TALKS, 1),
        (("/elsewhere/talks.txt", PLACE[1]), TALKS.replace("hours", "days"), 1),
        (("/elsewhere/other.txt", "other.txt"), TALKS, 1),
    ):
        changed = text[: len(text) - len(TALKS)] + rest
        (found,), _ = book.judge(1, place, [read(changed, seen)])
        assert len(found.claims) == left
    before = "The day was cold and the harbour lay still under the snow. "
    long = before + TALKS
    judgement = judged("claim", "reject", anchor_of("claim", long, moved(SEEN, len(before))))
    changed = "Added later. " + long
    (found,), (target,) = Book({1: judgement}).judge(1, ("/elsewhere/talks.txt", PLACE[1]), [read(changed, moved(SEEN, len(before) + 13))])
    assert (found.claims, target.found) == ((), "moved")

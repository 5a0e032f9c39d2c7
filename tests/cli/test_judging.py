"""Judging, reviewing and explaining from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from load.articles import FJORD_PACT, MADE, NOTHING, TALKS, made_by_hand, talks, write
from load.seeded import Maker, make_seeded
from typer.testing import CliRunner, Result

import cli
from etl.records import Observations

__all__ = ["made_by_hand", "make_seeded"]

pytestmark = pytest.mark.usefixtures("made_by_hand")


def run(*arguments: object, keys: str | None = None) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments], input=keys)


def told(*arguments: object) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def a_day_of_doubt(text: str) -> Observations:
    """The same meeting as in `talks`, of which this article knows the week and one of the two."""
    seen = talks(text)
    vague = replace(
        seen.meetings[0], start_on=date(2031, 5, 5), end_on=date(2031, 5, 8), date_precision="range", place=None, place_state=None,
        host_event=None, participants=(replace(seen.meetings[0].participants[0], person=None), seen.meetings[0].participants[1]),
    )  # fmt: skip
    return replace(seen, meetings=(vague,), claims=(seen.claims[0]._replace(content=None, confidence=0.4),))


def another_day(text: str) -> Observations:
    """The same people some days later."""
    seen = talks(text)
    return replace(seen, meetings=(replace(seen.meetings[0], start_on=date(2031, 5, 20), end_on=date(2031, 5, 20)),), claims=(), topics=())


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, make_seeded: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of each kind: two reports of one meeting, one of them vague, and a later meeting of the same people."""
    monkeypatch.setitem(MADE, "vague", a_day_of_doubt)
    monkeypatch.setitem(MADE, "later", another_day)
    url = make_seeded(request.param)
    folder = write(tmp_path / "in", talks=TALKS, vague="Vague " + TALKS, later="Later " + TALKS, nothing=NOTHING)
    assert run("ingest", folder, "--db", url).exit_code == 0
    return url


def test_explain_shows_reports_scores_features_and_what_was_near(filled: str) -> None:
    (first, second) = told("meetings", "--db", filled)
    assert (first["article_count"], second["article_count"]) == (2, 1)
    found = told("explain", first["meeting_id"], "--db", filled)
    assert sorted(report["document_name"] for report in found["reports"]) == ["talks.txt", "vague.txt"]
    assert all(report["passage"].endswith(".") for report in found["reports"])
    (join,) = found["joins"]
    assert set(join["features"]) == {"kind", "date", "participants", "place"}
    assert 0.62 <= join["score"] < 0.9
    assert "dates agree: 2031-05-06 and 2031-05-05 to 2031-05-08" in join["reasons"]
    (near,) = found["near"]
    assert (near["meeting_id"], near["score"], near["why_not"]) == (second["meeting_id"], None, "other dates: 2031-05-06 and 2031-05-20")
    assert found["judgements"] == []
    text = run("explain", first["meeting_id"], "--db", filled).stdout
    for words in ("Why they are one", "participants 0.", "Near, and not joined", "other dates", "»Talks took place"):
        assert words in text
    assert "\x1b" not in text


def test_explain_names_the_judgements_that_played_a_part(filled: str) -> None:
    (first, second) = told("meetings", "--db", filled)
    judged = run("judge", "same", first["meeting_id"], second["meeting_id"], "--author", "ana", "--note", "one visit", "--db", filled)
    assert (judged.exit_code, judged.stdout.startswith("same: meeting report “")) == (0, True), judged.stderr
    (only,) = told("meetings", "--db", filled)
    assert only["article_count"] == 3
    found = told("explain", only["meeting_id"], "--db", filled)
    (judgement,) = found["judgements"]
    assert judgement.startswith("same: ")
    assert judgement.endswith(": one visit)")
    assert ["judged the same by ana"] in [join["reasons"] for join in found["joins"]]
    (listed,) = told("judgements", "list", "--db", filled)
    assert (listed["state"], listed["decided_by"], listed["note"]) == ("applied", "ana", "one visit")
    assert run("judgements", "drop", listed["judgement_id"], "--db", filled).exit_code == 0
    assert len(told("meetings", "--db", filled)) == 2


def test_review_walks_through_joins(filled: str) -> None:
    result = run("review", "--kind", "meeting", "--author", "ana", "--db", filled, keys="what\nd\n")
    assert result.exit_code == 0, result.stderr
    for words in ("1 of 1  One meeting?", "score 0.", "participants 0.", "dates agree", "“", "'what' is no answer here", "1 of 1 answered"):
        assert words in result.stdout
    assert len(told("meetings", "--db", filled)) == 3
    (listed,) = told("judgements", "list", "--db", filled)
    assert (listed["decision"], listed["decided_by"], listed["state"]) == ("different", "ana", "applied")


@pytest.mark.parametrize(
    ("key", "decision", "meetings"),
    [("a", "same", 2), ("reject", "different", 3), ("k", None, 2), ("q", None, 2), ("", None, 2)],
)
def test_review_takes_every_answer_to_a_pair(filled: str, key: str, decision: str | None, meetings: int) -> None:
    result = run("review", "--kind", "meeting", "--db", filled, keys=f"{key}\n" if key else "")
    assert result.exit_code == 0, result.stderr
    assert [j["decision"] for j in told("judgements", "list", "--db", filled)] == ([decision] if decision else [])
    assert len(told("meetings", "--db", filled)) == meetings
    if decision:
        # What somebody said is not asked again.
        assert "nothing is in doubt" in run("review", "--kind", "meeting", "--db", filled, keys="q\n").stdout


def test_review_of_names_and_claims(filled: str) -> None:
    waiting = told("provisional", "--db", filled)
    assert [row["kind"] for row in waiting] == ["initiative", "organization", "person", "person"]
    accepted = run("review", "--kind", "initiative", "--db", filled, keys="a\n")
    assert f"Is {FJORD_PACT} rightly a new initiative?" in accepted.stdout
    rejected = run("review", "--kind", "person", "--limit", "1", "--db", filled, keys="r\n")
    assert "Is Ragnhild Testesen (NO) rightly a new person?" in rejected.stdout
    assert [row["kind"] for row in told("provisional", "--db", filled)] == ["organization", "person"]
    assert [p["name"] for p in told("people", "--db", filled)] == ["Tadeu Provador"]
    unsure = run("review", "--kind", "claim", "--limit", "1", "--db", filled, keys="a\n")
    assert "confidence 0.40" in unsure.stdout
    assert 1.0 in [claim["confidence"] for claim in told("claims", "--db", filled)]


def test_review_asks_of_all_kinds_by_turns(filled: str) -> None:
    result = run("review", "--limit", "4", "--db", filled, keys="k\nk\nk\nk\n")
    questions = [line.partition("  ")[2].split()[0] for line in result.stdout.splitlines() if " of 4  " in line]
    assert questions == ["One", "Is", "Is", "Is"]
    assert "0 of 4 answered" in result.stdout
    assert run("review", "--kind", "weather", "--db", filled).exit_code == 2


def test_what_was_said_before_a_crash_is_read_at_the_next_occasion(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import etl.decisions.reviewing

    def die(*_: object) -> int:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(etl.decisions.reviewing, "make_hold", die)
        assert run("review", "--kind", "claim", "--limit", "1", "--db", filled, keys="r\n").exit_code == 1
    (listed,) = told("judgements", "list", "--db", filled)
    assert listed["state"] == "not read anew yet"
    claims = len(told("claims", "--db", filled))
    (first, _) = told("meetings", "--db", filled)
    assert run("judge", "set", first["meeting_id"], "place", "Bergen (NO)", "--db", filled).exit_code == 0
    assert told("judgements", "list", "--db", filled)[0]["state"] == "applied"
    assert len(told("claims", "--db", filled)) == claims - 1


def test_a_lost_judgement_is_told_by_the_run(filled: str, tmp_path: Path) -> None:
    (claim, *_) = (c for c in told("claims", "--db", filled) if c["document_name"] == "talks.txt")
    assert run("judge", "reject", claim["claim_id"], "--db", filled).exit_code == 0
    result = run("ingest", write(tmp_path / "in", talks=NOTHING + " More."), "--db", filled)
    assert "judgement lost: reject: claim “Talks took place" in result.stderr


def test_export_and_import(filled: str, tmp_path: Path) -> None:
    (first, second) = told("meetings", "--db", filled)
    run("judge", "same", first["meeting_id"], second["meeting_id"], "--db", filled)
    exported = run("judgements", "export", tmp_path / "j.csv", "--db", filled)
    assert exported.stdout == f"1 judgement written to {tmp_path / 'j.csv'}\n"
    imported = run("judgements", "import", tmp_path / "j.csv", "--db", filled)
    assert (imported.exit_code, imported.stdout.startswith("same: ")) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["judge", "reject", "12"], 1),
        (["judge", "shout", "12"], 2),
        (["judge", "reject"], 2),
        (["judgements", "paint"], 2),
        (["judgements", "import", "nowhere.csv"], 1),
        (["explain", "no such meeting"], 1),
        (["provisional", "--kind", "weather"], 2),
    ],
)
def test_wrong_use(filled: str, arguments: list[str], code: int) -> None:
    result = run(*arguments, "--db", filled)
    assert result.exit_code == code
    assert "Traceback" not in result.stderr

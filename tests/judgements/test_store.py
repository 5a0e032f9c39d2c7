"""Judgements in a store: they change its rows, outlive reading anew, and go as they came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from load.articles import MADE, NOTHING, TALKS, VISITOR, talks, write
from load.dumps import dump, one, rows
from load.seeded import Maker
from sqlalchemy import Engine

from etl.decisions import Recorded, act_on_judgements, judge
from etl.errors import DocumentError, RunError
from etl.intake import documents as intake_documents
from etl.intake import ingest
from etl.queries import QuestionError, Result
from etl.records import Observations
from models.store import open_engine

from .made import moved

pytestmark = pytest.mark.usefixtures("made_by_hand")

AGAIN = "Again " + TALKS
LATER = "Later " + TALKS
PREFACE = "Preface: "


def another_day(text: str) -> Observations:
    """The same people, some days later: another meeting."""
    seen = talks(text)
    return replace(seen, meetings=(replace(seen.meetings[0], start_on=date(2031, 5, 20), end_on=date(2031, 5, 20)),))


def after_a_preface(text: str) -> Observations:
    at = text.index("Talks")
    return moved(talks(text[at:]), at)  # type: ignore[no-any-return]


@pytest.fixture(autouse=True)
def more_made(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, make in {"again": talks, "later": another_day, "preface:": after_a_preface}.items():
        monkeypatch.setitem(MADE, name, make)


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, make_seeded: Maker) -> str:
    """A store of each kind, with the reference data."""
    return make_seeded(request.param)


def states(url: str) -> list[str]:
    found = act_on_judgements(url, "list", [])
    assert isinstance(found, Result)
    return [record["state"] for record in found.records()]


def drop_all(url: str) -> None:
    found = act_on_judgements(url, "list", [])
    assert isinstance(found, Result)
    act_on_judgements(url, "drop", [str(record["judgement_id"]) for record in found.records()])


def key(store: Engine, sql: str) -> str:
    return str(one(store, sql))


CLAIM = "SELECT claim_id FROM v_claims WHERE article_id IN (SELECT article_id FROM v_articles WHERE document_name = 'talks.txt')"
MEETINGS = "SELECT meeting_id FROM v_meetings ORDER BY start_on"


def test_values_hold_and_dropping_them_gives_back_what_was_read(store: Engine, store_url: str, tmp_path: Path) -> None:
    ingest([write(tmp_path / "in", talks=TALKS, visitor=VISITOR)], store_url)
    before = dump(store)
    recorded = judge(store_url, "set", [key(store, CLAIM), "speaker", "Tadeu Provador"], author="ana", note="heard it")
    assert (len(recorded.judgements), recorded.documents) == (1, 1)
    judge(store_url, "set", [key(store, CLAIM), "act", "oppose"])
    judge(store_url, "set", [key(store, MEETINGS), "date", "2031-05-08"])
    judge(store_url, "set", [key(store, MEETINGS), "place", "Bergen (NO)"])
    assert rows(store, "SELECT speakers, on_behalf_of, act, rule, confidence FROM v_claims") == [
        ("Tadeu Provador", "BR", "oppose", "judgement", 1.0)
    ]
    assert [(str(d), p) for d, p in rows(store, "SELECT start_on, place FROM v_meetings")] == [("2031-05-08", "Bergen")]
    assert rows(store, "SELECT decided_by, note FROM judgements WHERE field = 'speaker'") == [("ana", "heard it")]
    assert states(store_url) == ["applied"] * 4
    drop_all(store_url)
    assert dump(store) == before


def test_what_is_rejected_is_gone_until_it_is_dropped(store: Engine, store_url: str, tmp_path: Path) -> None:
    ingest([write(tmp_path / "in", talks=TALKS, visitor=VISITOR)], store_url)
    before = dump(store)
    for sql in (
        CLAIM,
        MEETINGS,
        "SELECT mention_id FROM v_mentions WHERE kind = 'place'",
        "SELECT person_reference_id FROM v_mentions WHERE name = 'Xi Jinping'",
        "SELECT entity_id FROM v_provisional WHERE name = 'Tadeu Provador'",
        "SELECT entity_id FROM v_provisional WHERE kind = 'initiative'",
        "SELECT entity_id FROM v_provisional WHERE kind = 'organization'",
    ):
        judge(store_url, "reject", [key(store, sql)])
    assert rows(store, "SELECT * FROM v_claims") == []
    assert rows(store, "SELECT * FROM v_meetings") == []
    assert rows(store, "SELECT name FROM v_people") == [("Ragnhild Testesen",)]
    assert rows(store, "SELECT kind, name FROM v_mentions ORDER BY kind") == [("person", "Ragnhild Testesen"), ("state", "NO")]
    assert rows(store, "SELECT * FROM v_initiatives") == []
    assert states(store_url) == ["applied"] * 7
    drop_all(store_url)
    assert dump(store) == before


def test_meetings_are_joined_and_parted(store: Engine, store_url: str, tmp_path: Path) -> None:
    ingest([write(tmp_path / "in", talks=TALKS, later=LATER)], store_url)
    before = dump(store)
    judge(store_url, "same", [str(k) for (k,) in rows(store, MEETINGS)], author="ana")
    assert len(rows(store, MEETINGS)) == 1
    assert all("judged the same by ana" in reasons for (reasons,) in rows(store, "SELECT reasons FROM meeting_report_links"))
    drop_all(store_url)
    assert dump(store) == before
    ingest([write(tmp_path / "more", again=AGAIN)], store_url)
    assert len(rows(store, MEETINGS)) == 2
    reports = (
        "SELECT r.meeting_report_id FROM v_meeting_reports AS r JOIN v_meetings AS m ON m.meeting_id = r.meeting_id "
        "WHERE m.start_on = '2031-05-06'"
    )
    judge(store_url, "different", [str(k) for (k,) in rows(store, reports)])
    assert len(rows(store, MEETINGS)) == 3
    # What was decided last counts.
    judge(store_url, "same", [str(k) for (k,) in rows(store, reports)])
    assert len(rows(store, MEETINGS)) == 2
    assert one(store, "SELECT COUNT(*) FROM judgements") == 1


def test_statements_are_joined_and_parted(store: Engine, store_url: str, tmp_path: Path) -> None:
    ingest([write(tmp_path / "in", talks=TALKS, again=AGAIN)], store_url)
    assert one(store, "SELECT COUNT(*) FROM v_statements") == 2
    judge(store_url, "same", [str(k) for (k,) in rows(store, "SELECT statement_id FROM v_statements")])
    assert one(store, "SELECT COUNT(*) FROM v_statements") == 1
    judge(store_url, "different", [str(k) for (k,) in rows(store, "SELECT claim_id FROM v_claims")])
    assert one(store, "SELECT COUNT(*) FROM v_statements") == 2


def test_people_are_merged_and_renamed_and_accepted(store: Engine, store_url: str, tmp_path: Path) -> None:
    ingest([write(tmp_path / "in", talks=TALKS)], store_url)
    person = "SELECT person_id FROM v_people WHERE name = '{}'"
    ragnhild, tadeu = (key(store, person.format(name)) for name in ("Ragnhild Testesen", "Tadeu Provador"))
    judge(store_url, "rename", [tadeu, "Tadeu do Provador"])
    assert rows(store, "SELECT name FROM v_people ORDER BY name") == [("Ragnhild Testesen",), ("Tadeu do Provador",)]
    assert one(store, "SELECT title FROM v_meetings") == "Ragnhild Testesen – Tadeu do Provador meeting"
    assert rows(store, "SELECT name FROM v_provisional WHERE kind = 'person'") == [("Ragnhild Testesen",)]
    judge(store_url, "accept", [ragnhild])
    assert rows(store, "SELECT name FROM v_provisional WHERE kind = 'person'") == []
    judge(store_url, "merge", [ragnhild, tadeu])
    assert one(store, "SELECT COUNT(*) FROM v_people") == 1
    assert states(store_url) == ["applied"] * 3
    for kind in ("initiative", "organization"):
        judge(store_url, "accept", [key(store, f"SELECT entity_id FROM v_provisional WHERE kind = '{kind}'")])
    assert rows(store, "SELECT * FROM v_provisional") == []


def test_a_person_put_together_wrongly_is_taken_apart(
    store: Engine, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def misspelt(text: str) -> Observations:
        seen = talks(text)
        return replace(seen, people=(seen.people[0]._replace(name="Ragnhilde Testesen"), *seen.people[1:]))

    monkeypatch.setitem(MADE, "again", misspelt)
    ingest([write(tmp_path / "in", talks=TALKS, again=AGAIN)], store_url)
    both = "SELECT DISTINCT person_reference_id FROM v_mentions WHERE name IN ('Ragnhild Testesen', 'Ragnhilde Testesen')"
    assert one(store, "SELECT COUNT(*) FROM v_people WHERE name IN ('Ragnhild Testesen', 'Ragnhilde Testesen')") == 1
    judge(store_url, "different", [str(k) for (k,) in rows(store, both)])
    assert rows(store, "SELECT name FROM v_people WHERE name IN ('Ragnhild Testesen', 'Ragnhilde Testesen') ORDER BY name") == [
        ("Ragnhild Testesen",),
        ("Ragnhilde Testesen",),
    ]
    assert states(store_url) == ["applied"]


def test_they_outlive_another_version_and_moved_offsets(
    store: Engine, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "in", talks=TALKS)
    ingest([folder], store_url)
    judge(store_url, "set", [key(store, CLAIM), "act", "oppose"])
    monkeypatch.setattr(intake_documents, "extractor_version", lambda _reader: "test-2")
    ingest([folder], store_url)
    assert one(store, "SELECT act FROM v_claims") == "oppose"
    write(folder, talks=PREFACE + TALKS)
    report = ingest([folder], store_url)
    assert rows(store, "SELECT act, char_start FROM v_claims") == [("oppose", len(PREFACE))]
    assert rows(store, "SELECT found FROM judgement_targets") == [("moved",)]
    assert (states(store_url), report.lost) == (["applied"], ())


def test_an_anchor_that_is_gone_is_reported(store: Engine, store_url: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS)
    ingest([folder], store_url)
    judge(store_url, "set", [key(store, CLAIM), "act", "oppose"])
    write(folder, talks=NOTHING)
    report = ingest([folder], store_url)
    assert states(store_url) == ["anchor gone"]
    (lost,) = report.lost
    assert lost.startswith("set act to oppose: claim “Talks took place")
    write(folder, talks=TALKS)
    assert ingest([folder], store_url).lost == ()
    assert (states(store_url), one(store, "SELECT act FROM v_claims")) == (["applied"], "oppose")


def decide(store: Engine, url: str) -> None:
    """One decision of each sort."""
    judge(url, "set", [key(store, CLAIM), "speaker", "Somebody Else (BR)"], author="ana", note="“heard”, twice")
    judge(url, "same", [str(k) for (k,) in rows(store, MEETINGS)], author="bo")
    judge(url, "reject", [key(store, "SELECT entity_id FROM v_provisional WHERE kind = 'initiative'")])
    judge(url, "rename", [key(store, "SELECT person_id FROM v_people WHERE name = 'Tadeu Provador'"), "Tadeu do Provador"])
    judge(url, "reject", [key(store, "SELECT mention_id FROM v_mentions WHERE kind = 'place' ORDER BY mention_id LIMIT 1")])


def test_export_and_import_before_and_after_the_articles(store: Engine, store_url: str, make_seeded: Maker, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS, later=LATER, visitor=VISITOR)
    ingest([folder], store_url)
    decide(store, store_url)
    file = tmp_path / "judgements.csv"
    act_on_judgements(store_url, "export", [str(file)])
    expected = dump(store)
    for early in (True, False):
        url = make_seeded("sqlite")
        if early:
            act_on_judgements(url, "import", [str(file)])
            assert set(states(url)) == {"article not in store", "name not in store"}
        ingest([folder], url)
        if not early:
            done = act_on_judgements(url, "import", [str(file)])
            assert isinstance(done, Recorded)
            assert done.documents == 2
        other = open_engine(url)
        try:
            assert dump(other) == expected
        finally:
            other.dispose()
        act_on_judgements(url, "export", [str(tmp_path / "again.csv")])
        assert (tmp_path / "again.csv").read_bytes() == file.read_bytes()


def test_any_order_of_articles_gives_the_same_rows(store: Engine, store_url: str, make_seeded: Maker, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS, later=LATER, visitor=VISITOR)
    ingest([folder], store_url)
    decide(store, store_url)
    act_on_judgements(store_url, "export", [str(tmp_path / "j.csv")])
    url = make_seeded("sqlite")
    for name in ("visitor", "later"):
        ingest([folder / f"{name}.txt"], url)
    act_on_judgements(url, "import", [str(tmp_path / "j.csv")])
    ingest([folder / "talks.txt"], url)
    other = open_engine(url)
    try:
        assert dump(other) == dump(store)
    finally:
        other.dispose()


def test_the_same_text_elsewhere_is_judged_alike(store: Engine, store_url: str, tmp_path: Path) -> None:
    ingest([write(tmp_path / "a", talks=TALKS)], store_url)
    judge(store_url, "reject", [key(store, CLAIM)])
    (tmp_path / "b.md").write_text(TALKS, encoding="utf-8")
    ingest([tmp_path / "b.md"], store_url)
    assert one(store, "SELECT COUNT(*) FROM v_articles") == 2
    assert rows(store, "SELECT * FROM v_claims") == []


@pytest.mark.parametrize(
    ("verb", "words", "message"),
    [
        ("shout", ["1"], "no decision"),
        ("same", ["CLAIM"], "give two ids"),
        ("same", ["CLAIM", "CLAIM"], "same thing twice"),
        ("same", ["CLAIM", "MEETING"], "two meetings or their reports"),
        ("different", ["PERSON", "PERSON"], "by one name"),
        ("merge", ["CLAIM", "CLAIM"], "ids of people"),
        ("set", ["CLAIM", "date", "2031-05-09"], "cannot be set of a claim; what can be set of it: speaker, act"),
        ("set", ["CLAIM", "act", "shout"], "no act"),
        ("set", ["MEETING", "date", "soon"], "is no date"),
        ("set", ["CLAIM", "speaker", "MEETING"], "is no person"),
        ("rename", ["PERSON", " "], "without a name"),
        ("rename", ["KNOWN", "Somebody"], "reviewed reference data"),
        ("reject", ["KNOWN"], "reviewed reference data"),
    ],
)
def test_what_cannot_be_decided(store: Engine, store_url: str, tmp_path: Path, verb: str, words: list[str], message: str) -> None:
    if store_url.startswith("postgres"):
        pytest.skip("nothing here depends on the database")
    ingest([write(tmp_path / "in", talks=TALKS, visitor=VISITOR)], store_url)
    keys = {
        "CLAIM": key(store, CLAIM),
        "MEETING": key(store, MEETINGS),
        "PERSON": key(store, "SELECT person_id FROM v_people WHERE name = 'Tadeu Provador'"),
        "KNOWN": key(store, "SELECT person_id FROM v_people WHERE name = 'Xi Jinping'"),
    }
    with pytest.raises(QuestionError, match=message):
        judge(store_url, verb, [keys.get(word, word) for word in words])
    assert one(store, "SELECT COUNT(*) FROM judgements") == 0


def test_an_id_that_means_nothing(store_url: str, tmp_path: Path) -> None:
    for word in ("12345", "Xi Jinping"):
        with pytest.raises(RunError):
            judge(store_url, "reject", [word])
    with pytest.raises(RunError):
        act_on_judgements(store_url, "drop", ["12345"])
    with pytest.raises(RunError):
        act_on_judgements(store_url, "import", [str(tmp_path / "none.csv")])
    with pytest.raises(QuestionError):
        act_on_judgements(store_url, "paint", [])
    with pytest.raises(RunError, match="run `communique ingest` first"):
        judge(f"sqlite:///{tmp_path / 'none.sqlite'}", "reject", ["1"])


def test_what_cannot_be_read_anew_leaves_all_as_it_was(
    store: Engine, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([write(tmp_path / "in", talks=TALKS)], store_url)
    before = dump(store)

    def explode(_: str) -> Observations:
        raise ValueError("boom")

    monkeypatch.setitem(MADE, "talks", explode)
    with pytest.raises(DocumentError):
        judge(store_url, "reject", [key(store, CLAIM)])
    assert dump(store) == before


def test_articles_of_another_reader_are_left_to_it(store: Engine, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake_documents, "extractor_version", lambda _reader: "1+seeds+trained")
    ingest([write(tmp_path / "in", talks=TALKS)], store_url)
    with pytest.raises(QuestionError, match="--reader"):
        judge(store_url, "reject", [key(store, CLAIM)])

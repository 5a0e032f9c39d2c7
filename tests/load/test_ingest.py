"""Runs from paths to rows, with observations made by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine

from etl.errors import RunError
from etl.intake import documents as intake_documents
from etl.intake import ingest
from etl.intake import resolving as intake_resolving
from etl.load import Totals, read_observations
from etl.records import Mention, Observations, Span
from models import schema
from models.store import open_engine

from .articles import FJORD_PACT, FLEET, MADE, NOTHING, TALKS, VISITOR, Made, observing, talks, write
from .dumps import dump, one, rows
from .seeded import Maker

pytestmark = pytest.mark.usefixtures("made_by_hand")


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, make_seeded: Maker) -> str:
    """A store of each kind, with the reference data."""
    return make_seeded(request.param)


def test_a_document_becomes_rows_of_every_layer(store: Engine, store_url: str, tmp_path: Path) -> None:
    report = ingest([write(tmp_path / "in", talks=TALKS)], store_url)
    assert (report.loaded, report.documents, report.quarantined) == (1, 1, ())
    assert report.totals == Totals(documents=1, articles=1, people=2, meetings=1, claims=1, initiatives=1)
    assert rows(store, "SELECT title, kind, place, place_state, host_event, article_count FROM v_meetings") == [
        ("Ragnhild Testesen – Tadeu Provador meeting", "bilateral", "Oslo", "NO", "4th Kite Summit", 1)
    ]
    assert rows(store, "SELECT person, actor, role FROM v_meeting_participants ORDER BY person") == [
        ("Ragnhild Testesen", "NO", "host"),
        ("Tadeu Provador", "BR", "guest"),
    ]
    assert rows(store, "SELECT speakers, on_behalf_of, act, text FROM v_claims") == [
        ("Ragnhild Testesen", "NO", "support", TALKS[: TALKS.index(".") + 1])
    ]
    assert rows(store, "SELECT relation, kind, name FROM v_claim_links ORDER BY relation, kind, name") == [
        ("addressee", "person", "Tadeu Provador"),
        ("mentions", "organization", FLEET.name),
        ("of_initiative", "initiative", FJORD_PACT),
        ("on_behalf_of", "state", "NO"),
        ("speaker", "person", "Ragnhild Testesen"),
        ("target", "state", "BR"),
    ]
    assert rows(store, "SELECT topic, term, rule FROM v_claim_topics ORDER BY topic") == [
        ("culture", TALKS[0:4], "term"),
        ("trade", TALKS[0:3], "terms"),
    ]
    assert rows(store, "SELECT name, kind, proposers, claim_count FROM v_initiatives") == [(FJORD_PACT, "partnership", "NO", 1)]
    assert rows(store, "SELECT actor_a, actor_b, level, since_precision FROM v_relationships") == [("BR", "NO", "kite partnership", "year")]
    assert rows(store, "SELECT actor, organization, status FROM v_memberships") == [("BR", FLEET.name, "observer")]
    assert rows(store, "SELECT title, kind, parties FROM v_agreements WHERE meeting_id IS NOT NULL") == [(FJORD_PACT, "treaty", "BR+NO")]
    assert rows(store, "SELECT name, series, ordinal FROM gatherings") == [("4th Kite Summit", "Kite Summit", 4)]
    assert one(store, "SELECT COUNT(*) FROM v_mentions WHERE kind = 'place' AND name = 'Oslo'") == 1


def test_what_is_read_back_is_what_was_observed(store: Engine, store_url: str, tmp_path: Path) -> None:
    ingest([write(tmp_path / "in", talks=TALKS)], store_url)
    with store.connect() as connection:
        stored = read_observations(connection)
    (article,) = stored.articles
    observed = talks(article.text)
    back = article.observations
    assert (article.document_name, article.text) == ("talks.txt", TALKS)
    assert back.people == observed.people
    assert back.meetings == observed.meetings
    assert back.claims == observed.claims
    assert back.topics == observed.topics
    assert back.offices == observed.offices
    assert set(back.mentions) == set(observed.mentions)
    assert set(back.relations) == set(observed.relations)
    assert len(stored.relation_keys[article.article_id]) == len(observed.relations)


def test_the_same_again_changes_nothing(store: Engine, store_url: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS, visitor=VISITOR, nothing=NOTHING)
    ingest([folder], store_url)
    before = dump(store)
    report = ingest([folder], store_url)
    assert (report.loaded, report.unchanged) == (0, 3)
    assert report.before == report.totals
    assert dump(store) == before


def test_any_order_and_any_batches_give_the_same_rows(store: Engine, store_url: str, make_seeded: Maker, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS, visitor=VISITOR, nothing=NOTHING, more="Talks " + TALKS)
    for name in ("visitor", "talks", "nothing", "more"):
        ingest([folder / f"{name}.txt"], store_url)
    fresh = make_seeded("sqlite")
    ingest([folder], fresh, batch_documents=2)
    other = open_engine(fresh)
    try:
        assert dump(store) == dump(other)
    finally:
        other.dispose()


def test_the_same_content_at_another_place_is_a_duplicate(store: Engine, store_url: str, tmp_path: Path) -> None:
    b = write(tmp_path / "b", copy=TALKS)
    ingest([b], store_url)
    articles = rows(store, "SELECT id FROM articles")
    a = write(tmp_path / "a", talks=TALKS)
    report = ingest([a, b], store_url)
    assert (report.loaded, report.unchanged, report.duplicates) == (0, 0, 2)
    assert rows(store, "SELECT id FROM articles") == articles
    # Of two places the store shows the smaller, whichever was read first.
    assert rows(store, "SELECT document_name FROM v_articles") == [("talks.txt",)]
    assert one(store, "SELECT origin FROM documents") == str(a / "talks.txt")


def test_a_changed_file_supersedes_what_it_was(store: Engine, store_url: str, make_seeded: Maker, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", file=TALKS, visitor=VISITOR)
    ingest([folder], store_url)
    write(folder, file=NOTHING)
    report = ingest([folder], store_url)
    assert (report.loaded, report.unchanged) == (1, 1)
    assert report.totals == Totals(documents=2, articles=2, people=1, meetings=0, claims=0, initiatives=0)
    # Nothing is left of what only the old version said.
    assert rows(store, "SELECT name FROM actors WHERE provisional") == []
    assert rows(store, "SELECT name FROM initiatives WHERE provisional") == []
    assert rows(store, "SELECT name FROM people WHERE provisional") == []
    fresh = make_seeded("sqlite")
    ingest([folder], fresh)
    other = open_engine(fresh)
    try:
        assert dump(store) == dump(other)
    finally:
        other.dispose()


def test_a_document_stays_while_one_of_its_places_has_it(store: Engine, store_url: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a=TALKS, b=TALKS)
    ingest([folder], store_url)
    write(folder, a=NOTHING)
    ingest([folder], store_url)
    assert rows(store, "SELECT name FROM documents ORDER BY name") == [("a.txt",), ("b.txt",)]
    assert one(store, "SELECT document_name FROM v_articles a JOIN v_meeting_reports r ON r.article_id = a.article_id") == "b.txt"


def test_rows_of_a_jsonl_file_move_and_change(store: Engine, store_url: str, tmp_path: Path) -> None:
    lines = [f'{{"id": "one", "text": "{TALKS}"}}', f'{{"id": "two", "text": "{VISITOR}"}}', f'{{"id": "two", "text": "{NOTHING}"}}']
    file = tmp_path / "all.jsonl"
    file.write_text("\n".join(lines))
    assert ingest([file], store_url).loaded == 3
    before = rows(store, "SELECT id FROM documents ORDER BY id")
    file.write_text("\n".join(lines[::-1]))
    assert ingest([file], store_url).unchanged == 3
    assert rows(store, "SELECT id FROM documents ORDER BY id") == before
    assert one(store, "SELECT origin FROM documents WHERE name = 'one'") == f"{file}:3"
    file.write_text(lines[0].replace("Oslo", "Bergen"))
    report = ingest([file], store_url)
    # The row "one" is replaced; those that a file no longer has stay, for a feed drops what is old.
    assert (report.loaded, report.totals.documents) == (1, 3)


def test_another_extractor_version_observes_again(store: Engine, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "in", talks=TALKS, visitor=VISITOR)
    ingest([folder], store_url)
    before = dump(store)
    monkeypatch.setattr(intake_documents, "extractor_version", lambda _reader: "test-2")
    made: Made = {**MADE, "talks": lambda _: Observations()}
    monkeypatch.setattr(intake_documents, "extract_all", observing(made))
    report = ingest([folder], store_url)
    assert (report.loaded, report.unchanged, report.totals.meetings, report.totals.articles) == (2, 0, 0, 2)
    after = dump(store)
    assert [row[:4] for row in after["articles"]] == [row[:4] for row in before["articles"]]
    assert after["documents"] == before["documents"]
    assert after["actors"] != before["actors"]


def test_what_cannot_be_read_is_kept_aside(store: Engine, store_url: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS)
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02\x03 not a text")
    (folder / "rows.jsonl").write_bytes(b'{"id": "a", "text": ' + f'"{VISITOR}"'.encode() + b'}\n{"id": broken\n')
    report = ingest([folder, tmp_path / "missing.txt"], store_url)
    assert (report.loaded, len(report.quarantined)) == (2, 3)
    found = rows(
        store,
        "SELECT i.document_name, i.status, i.stage, q.content FROM run_items i LEFT JOIN quarantine q ON q.origin = i.origin "
        "AND q.document_name = i.document_name ORDER BY i.document_name",
    )
    kept = {name: (status, stage, bytes(content) if content is not None else None) for name, status, stage, content in found}
    assert kept["broken.txt"] == ("quarantined", "read", b"\x00\x01\x02\x03 not a text")
    assert kept["rows.jsonl:2"] == ("quarantined", "read", b'{"id": broken')
    assert kept[str(tmp_path / "missing.txt")] == ("quarantined", "read", None)
    assert kept["talks.txt"] == ("loaded", None, None)
    assert one(store, "SELECT status FROM runs WHERE job = 'ingest'") == "finished_with_quarantine"
    assert one(store, "SELECT COUNT(*) FROM run_items WHERE status = 'quarantined' AND error IS NULL") == 0


@pytest.mark.parametrize("stage", ["split", "extract", "load", "constraint"])
def test_a_document_that_fails_at_any_stage_stops_no_other(
    store: Engine, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def explode(_: str) -> Observations:
        raise RecursionError("too deep")

    def outside(text: str) -> Observations:
        return Observations(mentions=(Mention(Span(0, len(text) + 1), "place", "X", "X", "test", 0.9),))

    def impossible(text: str) -> Observations:
        return Observations(people=tuple(person._replace(confidence=7.0) for person in talks(text).people))

    breaks: Made = {"extract": explode, "load": outside, "constraint": impossible}
    monkeypatch.setattr(intake_documents, "extract_all", observing({**MADE, **breaks}))
    broken = "Share this\n" if stage == "split" else f"{stage.title()} {NOTHING}"
    folder = write(tmp_path / "in", a=VISITOR, broken=broken, talks=TALKS)
    report = ingest([folder], store_url)
    (item,) = report.quarantined
    assert (item.document_name, item.stage) == ("broken.txt", "load" if stage == "constraint" else stage)
    assert report.loaded == 2
    assert item.error
    assert bytes(one(store, "SELECT content FROM quarantine")) == broken.encode()
    assert rows(store, "SELECT name FROM documents ORDER BY name") == [("a.txt",), ("talks.txt",)]
    assert one(store, "SELECT COUNT(*) FROM run_items") == 3


def test_a_broken_new_version_leaves_the_old_one(store: Engine, store_url: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS)
    ingest([folder], store_url)
    before = dump(store)
    write(folder, talks="Unheard-of " + NOTHING)
    assert len(ingest([folder], store_url).quarantined) == 1
    assert dump(store) == before


def test_a_run_that_dies_while_resolving_is_made_good_by_the_next(
    store: Engine, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "in", talks=TALKS)

    def die(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(intake_resolving, "resolve_some", die)
        with pytest.raises(RunError, match="the run failed"):
            ingest([folder], store_url)
    assert one(store, "SELECT status FROM runs WHERE job = 'ingest'") == "failed"
    assert one(store, "SELECT COUNT(*) FROM meetings") == 0
    report = ingest([folder], store_url)
    assert (report.unchanged, report.totals.meetings) == (1, 1)


def test_a_store_is_made_ready_when_there_is_none(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    ingest([write(tmp_path / "in", nothing=NOTHING)], url)
    assert schema.current(url) == schema.head()
    store = open_engine(url)
    try:
        assert one(store, "SELECT COUNT(*) FROM states") > 240
        assert rows(store, "SELECT job, status FROM runs ORDER BY job") == [("ingest", "succeeded"), ("init", "succeeded")]
    finally:
        store.dispose()


def test_progress_is_told(make_seeded: Maker, tmp_path: Path) -> None:
    told: list[tuple[int, int, int]] = []
    folder = write(tmp_path / "in", nothing=NOTHING, talks=TALKS)
    ingest([folder], make_seeded("sqlite"), on_progress=lambda p: told.append((p.files_done, p.files, p.documents)))
    assert told == [(0, 2, 1), (1, 2, 2), (2, 2, 2)]


def test_a_moved_file_keeps_its_rows(store: Engine, store_url: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", talks=TALKS)
    ingest([folder], store_url)
    before = rows(store, "SELECT id FROM claims")
    shutil.move(folder / "talks.txt", tmp_path / "moved.txt")
    assert ingest([tmp_path / "moved.txt"], store_url).duplicates == 1
    assert rows(store, "SELECT id FROM claims") == before

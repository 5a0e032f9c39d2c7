"""Worker processes: what one document does to its process is no other document's business."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest

from etl.errors import DocumentError, RunError
from etl.extract.readers.reader import RULES
from etl.intake.documents import Extractor
from etl.intake.extraction import Extraction, InThisProcess, InWorkers, LimitedReader
from etl.intake.portions import BYTES, DOCUMENTS, Portion
from etl.intake.workers import STARTS, Limits, Workers
from etl.judgements import Book
from etl.records import RawDocument
from etl.sources import read_document

from .faulty import prepare, prepare_after

SOUND = "{} The foreign ministers of Norway and Chile met in Oslo on Tuesday. They agreed to study a fisheries treaty, the ministry said."


def documents(*first: str) -> list[RawDocument]:
    return [
        RawDocument(f"{number}.txt", f"/in/{number}.txt", "text/plain", SOUND.format(word).encode()) for number, word in enumerate(first)
    ]


def outcome(extraction: Extraction, given: list[RawDocument]) -> list[str]:
    """What became of each: how many articles, or where and why it failed."""
    pending = [extraction.begin(number, document) for number, document in enumerate(given)]
    found = []
    for number, wait in enumerate(pending):
        try:
            done = wait()
        except DocumentError as error:
            assert error.document == given[number].name
            found.append(f"{error.stage}: {error.reason}")
        else:
            assert (done.ordinal, done.document) == (number, read_document(given[number]))
            found.append(f"{len(done.articles)} articles")
    return found


def test_a_process_that_is_stuck_starved_or_dead_is_replaced() -> None:
    limits = Limits(workers=2, seconds_per_document=4.0, megabytes_per_worker=2000)
    with InWorkers(prepare, limits) as extraction:
        found = outcome(extraction, documents("Sound", "Endless", "Sound", "Hungry", "Deep", "Deadly", "Sound", "Sound"))
    good = "1 articles"
    assert [found[i] for i in (0, 2, 6, 7)] == [good] * 4
    assert found[1] == "extract: took longer than 4 seconds"
    assert found[3] == "extract: needs more than 2000 megabytes"
    assert found[4] == "extract: RecursionError: too deep"
    assert found[5].startswith("extract: the process that worked on it died")


def test_processes_that_end_before_they_begin_are_started_again(tmp_path: Path) -> None:
    with InWorkers(partial(prepare_after, tmp_path / "ended", STARTS - 1), Limits(seconds_per_document=30.0)) as extraction:
        assert outcome(extraction, documents("Sound", "Deadly", "Sound"))[::2] == ["1 articles"] * 2
    assert len((tmp_path / "ended").read_text().splitlines()) == STARTS - 1


def test_processes_that_never_begin_end_the_run(tmp_path: Path) -> None:
    with (
        pytest.raises(RunError, match=f"processes were started {STARTS} times, and ended before they began"),
        InWorkers(partial(prepare_after, tmp_path / "ended", 100), Limits()) as extraction,
    ):
        outcome(extraction, documents("Sound", "Other"))


def test_what_breaks_its_reader_is_nobody_elses_business_either() -> None:
    limits = Limits(workers=1, seconds_per_document=4.0, megabytes_per_worker=2000)
    with InWorkers(prepare, limits) as extraction:
        found = outcome(extraction, documents("Sound", "Unending", "Bloated", "Twisted", "Fatal", "Sound"))
    assert [found[0], found[5]] == ["1 articles"] * 2
    assert found[1:4] == ["read: took longer than 4 seconds", "read: needs more than 2000 megabytes", "read: ValueError: too twisted"]
    assert found[4].startswith("read: the process that worked on it died")


def test_what_goes_together_is_told_apart_when_one_of_it_fails() -> None:
    given = ["Sound"] * (2 * DOCUMENTS)
    given[1], given[3], given[DOCUMENTS + 2] = "Deadly", "Twisted", "Endless"
    with InWorkers(prepare, Limits(workers=2, seconds_per_document=4.0)) as extraction:
        found = outcome(extraction, documents(*given))
    assert found.pop(DOCUMENTS + 2) == "extract: took longer than 4 seconds"
    assert found.pop(3) == "read: ValueError: too twisted"
    assert found.pop(1).startswith("extract: the process that worked on it died")
    assert found == ["1 articles"] * (2 * DOCUMENTS - 3)


def test_an_error_in_extracting_is_that_of_one_document() -> None:
    with InWorkers(prepare, Limits()) as extraction:
        assert outcome(extraction, documents("Sound", "Deep", "Sound")) == ["1 articles", "extract: RecursionError: too deep", "1 articles"]


def test_what_one_asks_for_is_sent_though_its_portion_has_room() -> None:
    first, second = documents("Sound", "Other")
    with InWorkers(prepare, Limits()) as extraction:
        assert extraction.begin(0, first)().ordinal == 0
        assert extraction.begin(1, second)().ordinal == 1


def test_processes_that_are_dismissed_end_after_their_work_and_start_again_when_there_is_more() -> None:
    with Workers(Limits(), gc.collect) as workers:
        workers.dismiss()
        begun = workers.begin(abs, -1, document="one")
        there = set(active_children())
        workers.dismiss()
        assert there
        assert not there & set(active_children())
        assert (begun(), workers.begin(abs, -2, document="other")()) == (1, 2)


def test_a_portion_takes_few_and_small_documents(make_portion: Callable[[], Portion]) -> None:
    (small,) = documents("Small")
    large = replace(small, content=b"Large " * BYTES)
    alone, full = make_portion(), make_portion()
    assert alone.takes(large)
    alone.put(0, large)
    assert not alone.takes(small)
    for number in range(DOCUMENTS):
        assert full.takes(small)
        assert not number or not full.takes(large)
        full.put(number, small)
    assert not full.takes(small)


@pytest.fixture
def make_portion() -> Iterator[Callable[[], Portion]]:
    with Workers(Limits(), lambda: None) as workers:
        yield partial(Portion, workers, lambda _: [])


def test_a_document_is_read_alone_within_the_same_limits() -> None:
    (sound,) = documents("Sound")
    with LimitedReader(Limits(seconds_per_document=4.0)) as read:
        assert read(sound) == read_document(sound)
        with pytest.raises(DocumentError, match="it holds no text"):
            read(RawDocument("empty.txt", "/in/empty.txt", "text/plain", b" "))


@pytest.mark.parametrize("workers", [1, 2])
def test_workers_extract_what_this_process_would(workers: int) -> None:
    given = documents("Sound", "Other", "Third")
    extractor = Extractor(RULES, Book({}))
    with InThisProcess(extractor.extract_together) as here:
        expected = [here.begin(number, document)() for number, document in enumerate(given)]
    with InWorkers(prepare, Limits(workers=workers)) as extraction:
        pending = [extraction.begin(number, document) for number, document in enumerate(given)]
        found = [wait() for wait in pending]
    assert [(f.document, f.articles, f.judged) for f in found] == [(e.document, e.articles, e.judged) for e in expected]


def test_the_garbage_collector_looks_seldom_while_documents_come_back_and_as_before_after_them() -> None:
    before = gc.get_threshold()
    (document,) = documents("Sound")
    with InWorkers(prepare, Limits()) as extraction:
        waiting = extraction.begin(0, document)
        assert gc.get_threshold() > before
        assert waiting().ordinal == 0
    assert gc.get_threshold() == before
